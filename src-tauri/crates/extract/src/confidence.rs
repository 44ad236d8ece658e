//! How likely a figure is wholly right, from what it rests on.
//!
//! A hand-set logistic over named features; `ACCEPTED` is the lowest confidence that needs no person's look.

use crate::draft::{Draft, Reach};
use tidemark_model::{Evidence, Measure};

/// From here on an observation is accepted without a person.
pub(crate) const ACCEPTED: f64 = 0.9;

/// A phrase that ends in a measured thing (产值, 面积) is seldom wrong, one that ends in anything else sometimes.
fn named_like_a_statistic(draft: &Draft) -> f64 {
    let measured = |words: &str| words.ends_with(['值', '额', '量', '率', '积', '数', '入', '资', '重', '比', '口']);
    let plain = draft.reach == Reach::Phrase && draft.indicators.iter().all(|named| measured(&named.words));
    let long = draft.indicators.iter().any(|named| named.words.chars().count() > 14);
    f64::from(u8::from(plain)) * 0.6 - f64::from(u8::from(long)) * 0.8
}

/// Between 0 and 1.
pub(crate) fn of(draft: &Draft, why: &[Evidence]) -> f64 {
    let mut score = 1.2;
    score += match draft.reach {
        Reach::Lexicon => 1.6,
        Reach::Table => 1.2,
        Reach::Dealt => 0.9,
        Reach::Phrase => 0.4,
        Reach::Inherited => 0.8,
        Reach::Nothing => -3.0,
    };
    score += match draft.measure {
        Measure::Growth => 0.6,
        Measure::Rank | Measure::Share => -0.3,
        _ => 0.0,
    };
    score += named_like_a_statistic(draft);
    for reason in why {
        score += match reason.rule.as_str() {
            "period/clause" | "period/sentence" => 0.4,
            "period/issue" => -0.8,
            _ => 0.0,
        };
    }
    1.0 / (1.0 + f64::exp(-score))
}
