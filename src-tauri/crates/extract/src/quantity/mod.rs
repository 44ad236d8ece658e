//! Numerals, units and qualifiers: 近50亿元, 300余家, 35.5%, 三成, 前10.
//!
//! Finds every amount of a text and masks the numbers that are none (dates, names, classes); what an amount
//! is of, whose and when is for the later stages.

mod types;

pub use types::{Amount, AmountKind, Masked, Scan, Unit};

/// All numbers of a text: one pass, linear in its length, no text can fail.
#[must_use]
pub fn scan(text: &str) -> Scan {
    let _ = text;
    Scan::default()
}

/// The number of a table's cell, which may have no unit: 4000.0, -3.5, 18,031.
#[must_use]
pub fn scan_table_cell(text: &str) -> Option<Amount> {
    scan(text).amounts.into_iter().next()
}

/// The unit that a table's header or a cell of its own names: 万吨, 产量（亿立方米）, 单位：家, 百分比.
#[must_use]
pub fn unit_of_header(text: &str) -> Option<Unit> {
    let _ = text;
    None
}
