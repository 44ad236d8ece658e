//! Runs the lists of `tests/suite/values`: one value, many spellings, and numbers that are none.

use std::path::PathBuf;
use tidemark_extract::quantity::{Amount, AmountKind, scan};
use tidemark_model::Decimal;

fn list(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/suite/values").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}

fn stated(text: &str) -> Vec<Amount> {
    scan(text).amounts.into_iter().filter(|amount| amount.kind != AmountKind::Bare).collect()
}

/// A sentence for the spelling: a position needs a ranking before it, anything else a neutral verb.
fn sentence(unit: &str, spelling: &str) -> String {
    match unit {
        "位" if spelling.contains(['第', '首', '前']) => format!("总量居全省{spelling}。"),
        "元" if spelling.starts_with('翻') => format!("实现{spelling}。"),
        _ => format!("南浦镇去年这一数字为{spelling}，比预期好。"),
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn differs(row: &[&str], spelling: &str) -> Option<String> {
    let [value, unit, qualifier, ..] = row else { return Some("a row needs four cells".into()) };
    let (low, high) = value.split_once("..").map_or((*value, None), |(low, high)| (low, Some(decimal(high))));
    let found = stated(&sentence(unit, spelling));
    let [amount] = found.as_slice() else { return Some(format!("{spelling}: {} amounts {found:?}", found.len())) };
    let same = amount.value == decimal(low) && amount.value_max == high && amount.unit == *unit;
    (!same || amount.qualifier.name() != *qualifier).then(|| {
        format!("{spelling}: {} {:?} {} {}", amount.value, amount.value_max, amount.unit, amount.qualifier.name())
    })
}

#[test]
fn every_spelling_of_a_value_reads_alike() {
    let text = list("amounts.md");
    let rows = text
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| value") && !line.starts_with("| ---"));
    let mut wrong = Vec::new();
    for line in rows {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let spellings = cells.get(3).copied().unwrap_or("");
        wrong.extend(spellings.split('·').map(str::trim).filter_map(|spelling| differs(&cells, spelling)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_a_date_or_a_class_is_no_amount() {
    let text = list("none.md");
    let mut wrong = Vec::new();
    for case in text.lines().filter_map(|line| line.strip_prefix("- ")).flat_map(|line| line.split(" · ")) {
        for text in [case.to_string(), format!("南浦镇的{case}，")] {
            for amount in stated(&text) {
                wrong.push(format!("{text}: {} {} {}", amount.printed, amount.value, amount.unit));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
