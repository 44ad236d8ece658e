//! Figures for tests, written as `indicator amount`: 工业总产值 约320.5亿元, of 2023.

use rust_decimal::Decimal;
use std::sync::atomic::{AtomicI64, Ordering};
use tidemark_model::{Figure, Measure, ObservationId, Qualifier, Quantity, Source, Status};

/// A figure of a place yet to be named.
pub(crate) fn figure(text: &str) -> Figure {
    static NEXT: AtomicI64 = AtomicI64::new(1);
    let (indicator, amount) = text.split_once(' ').expect("indicator, space, amount");
    Figure {
        id: ObservationId(NEXT.fetch_add(1, Ordering::Relaxed)),
        indicators: vec![indicator.to_owned()],
        each: false,
        family: None,
        measure: Measure::Total,
        subject: String::new(),
        parents: Vec::new(),
        kind: None,
        period: "2023".parse().ok(),
        quantity: quantity(amount),
        whole: None,
        status: Status::Actual,
        source: Source {
            page_name: "a.txt".to_owned(),
            newspaper: None,
            issue: None,
            page_number: None,
            article: 0,
            headline: "标题".to_owned(),
        },
    }
}

pub(crate) fn of_place(figure: Figure, subject: &str, parents: &[&str]) -> Figure {
    Figure { subject: subject.to_owned(), parents: parents.iter().map(|&p| p.to_owned()).collect(), ..figure }
}

/// 约320.5亿元, 99%以上, 300余家
pub(crate) fn quantity(amount: &str) -> Quantity {
    let words =
        [("约", Qualifier::About), ("超", Qualifier::Above), ("近", Qualifier::Below), ("不足", Qualifier::Below)];
    let before = words.into_iter().find(|(word, _)| amount.starts_with(word));
    let after =
        [("以上", Qualifier::Above), ("余", Qualifier::Above)].into_iter().find(|(word, _)| amount.contains(word));
    let (word, qualifier) = before.or(after).unwrap_or(("", Qualifier::Exact));
    let inner = amount.trim_start_matches(word).trim_end_matches("以上");
    let bare = inner.replace('余', "");
    let number: String = bare.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let rest = &bare[number.len()..];
    let scale = if rest.starts_with('亿') {
        100_000_000
    } else if rest.starts_with('万') {
        10_000
    } else {
        1
    };
    let value: Decimal = number.parse().expect("number");
    let step = Decimal::new(1, value.scale()) * Decimal::from(scale);
    Quantity {
        value: value * Decimal::from(scale),
        value_max: None,
        unit: rest.trim_start_matches(['亿', '万']).to_owned(),
        qualifier,
        qualifier_word: Some(word.to_owned()).filter(|word| !word.is_empty()),
        step,
        printed: inner.to_owned(),
    }
}
