//! A phrase by itself, without a page around it: 一百五十二 is 152, 下周三 the Wednesday of the week to come.
//!
//! What the pipeline leaves out as names and ways of speaking is read here too; whose a figure is and of what is
//! not asked.

mod date;
mod quantity;

use crate::extractor::Extractor;
use tidemark_model::{Period, Quantity, Span};

/// What a text says in numbers and dates, each in text order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Numbers with their units; no unit where none is printed.
    pub quantities: Vec<(Span, Quantity)>,
    /// Dates and spans of time.
    pub periods: Vec<(Span, Period)>,
}

impl Extractor {
    /// The numbers and dates of a phrase; dates are counted from `issue`. Byte offsets.
    #[must_use]
    pub fn parse(&self, text: &str, issue: Option<Period>) -> Reading {
        let plain = self.folding().plain(text);
        let folded = self.folding().simplified(&plain);
        Reading { quantities: quantity::read(&folded), periods: date::read(&folded, issue) }
    }
}
