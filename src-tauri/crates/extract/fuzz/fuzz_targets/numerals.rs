//! Numbers with their units: every amount and every masked number lies on the text, in text order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tidemark_extract::quantity::{scan, scan_all, scan_table_cell, unit_of_header};
use tidemark_model::Span;

fn on(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

fuzz_target!(|text: &str| {
    for found in [scan(text), scan_all(text)] {
        for amount in &found.amounts {
            assert!(on(text, amount.range) && on(text, amount.outer), "{amount:?}");
            assert!(amount.outer.start <= amount.range.start && amount.range.end <= amount.outer.end, "{amount:?}");
            assert!(!amount.printed.is_empty(), "{amount:?}");
        }
        assert!(found.masked.iter().all(|masked| on(text, masked.range)));
        assert!(found.amounts.is_sorted_by_key(|amount| amount.range.start));
    }
    let _ = (scan_table_cell(text), unit_of_header(text));
});
