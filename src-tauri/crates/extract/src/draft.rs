//! A figure while it is being read: what is known of it before subject and period are asked.

use crate::quantity::Amount;
use tidemark_model::{Evidence, Measure, Period, Span, Status};

/// An indicator's words with the place they were read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub words: String,
    pub span: Option<Span>,
}

/// How the indicator of a figure was found, from sure to unsure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// In the catalogue, right before or after the amount.
    Lexicon,
    /// A phrase right before or after the amount.
    Phrase,
    /// Dealt out by 分别 or a list.
    Dealt,
    /// From an earlier clause.
    Inherited,
    /// From a table's header and label.
    Table,
    /// Nothing was found.
    Nothing,
}

/// One figure.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub amount: Amount,
    pub indicators: Vec<Named>,
    pub reach: Reach,
    pub measure: Measure,
    pub negative: bool,
    pub status: Status,
    /// The population's words: 全区总产值, 全市.
    pub whole: Option<String>,
    pub clause: Span,
    pub sentence: Span,
    pub evidence: Vec<Evidence>,
    /// Where the same figure stands that a headline only repeats.
    pub echoes: Option<usize>,
    /// Set where a table's row or column says it.
    pub period: Option<Period>,
    /// Set where a table's row or column says it.
    pub subject: Option<String>,
}

/// A named reason.
pub(crate) fn evidence(rule: &str, detail: impl Into<String>) -> Evidence {
    Evidence { rule: rule.to_owned(), detail: detail.into() }
}

impl Reach {
    /// The name of the rule in the evidence.
    pub(crate) fn rule(self) -> &'static str {
        match self {
            Self::Lexicon => "indicator/lexicon",
            Self::Phrase => "indicator/phrase",
            Self::Dealt => "indicator/dealt",
            Self::Inherited => "indicator/inherited",
            Self::Table => "indicator/table",
            Self::Nothing => "indicator/none",
        }
    }
}
