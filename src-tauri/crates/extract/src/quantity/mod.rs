//! Numerals, units and qualifiers: 近50亿元, 300余家, 35.5%, 三成, 前10.
//!
//! Finds every amount of a text and masks the numbers that are none (dates, names, classes); what an amount
//! is of, whose and when is for the later stages.

mod chain;
mod context;
mod cursor;
mod edge;
mod figures;
mod header;
mod item;
mod join;
mod judge;
mod lexicon;
mod numeral;
mod phrase;
mod scan;
mod special;
mod sum;
mod types;

pub(crate) use context::DIVISIONS;
pub use header::{scan_table_cell, unit_of_header};
pub use types::{Amount, AmountKind, Masked, Scan, Unit};

use cursor::is_blank;
use item::Item;
use lexicon::LEXICON;
use numeral::Form;
use tidemark_model::{Decimal, Span};

/// All numbers of a text: one pass, linear in its length, no text can fail.
#[must_use]
pub fn scan(text: &str) -> Scan {
    scan_with(text, false)
}

/// Every number there is with its unit, names and ways of speaking included: for reading a phrase rather
/// than a page (二百五, 一个, 7万 5千). Nothing but dates and clock times is masked.
#[must_use]
pub fn scan_all(text: &str) -> Scan {
    scan_with(text, true)
}

fn scan_with(text: &str, all: bool) -> Scan {
    let items = join::join(text, scan::items(text, all));
    let mut scan = Scan { amounts: Vec::with_capacity(items.len()), ..Scan::default() };
    for item in items {
        match item.mask {
            Some(why) => scan.masked.push(Masked { range: Span::new(item.start, item.end), why }),
            None if !all && item.unit.is_none() && item.form != Form::Arabic => {}
            None => scan.amounts.extend(amount(text, item)),
        }
    }
    scan
}

/// The amount an item comes to; none where its value is beyond exact decimals.
fn amount(text: &str, item: Item) -> Option<Amount> {
    let range = Span::new(item.start, item.end);
    let mut printed = String::with_capacity(range.end - range.start);
    printed.extend(range.slice(text).chars().filter(|&c| !is_blank(c)));
    let (unit, printed_unit, mut factor) = match &item.unit {
        Some(hit) => (hit.base.to_string(), hit.printed.to_string(), hit.factor),
        None => (String::new(), String::new(), Decimal::ONE),
    };
    if item.dotted && item.scale == Decimal::ONE && LEXICON.is_counter(&unit) {
        // 29.764人: nobody counts thousandths of people, so the point parts thousands.
        factor = factor.checked_mul(Decimal::ONE_THOUSAND)?;
    }
    let value = item.low.checked_mul(factor)?;
    Some(Amount {
        range,
        printed,
        value: value.normalize(),
        value_max: item.high.and_then(|high| high.checked_mul(factor)).map(|high| high.normalize()),
        unit,
        printed_unit,
        factor: item.scale.checked_mul(factor)?.normalize(),
        qualifier: if item.high.is_some() { tidemark_model::Qualifier::Range } else { item.qualifier },
        qualifier_word: item.word,
        step: item.step.checked_mul(factor)?.normalize(),
        outer: Span::new(item.outer.0.min(item.start), item.outer.1.max(item.end)),
        kind: item.kind,
    })
}
