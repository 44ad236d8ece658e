//! How likely a figure is wholly right, from what it rests on.
//!
//! A logistic over the grounds of a figure (`ground.rs`): how its indicator was found, how far period and subject
//! reached, what else the sentence and the page say. The weights are data, `data/lexicon/confidence.toml`, fitted by
//! `tests/eval/fit_confidence.py` with each text held out in turn.

mod ground;

use crate::catalogue::Catalogue;
use crate::hash::FastMap;
use crate::subject::Gazetteer;
pub(crate) use ground::Ground;
use ground::{Around, grounds};
use serde::Deserialize;
use std::sync::LazyLock;
use tidemark_model::{Observation, Page};

#[derive(Debug, Deserialize)]
struct Weights {
    /// From here on an observation is accepted without a person.
    accepted: f64,
    bias: f64,
    weight: FastMap<String, FastMap<String, f64>>,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    // Without weights nothing is sure and nothing accepted.
    let none = Weights { accepted: 1.0, bias: 0.0, weight: FastMap::default() };
    toml::from_str(include_str!("../../../../../data/lexicon/confidence.toml")).unwrap_or(none)
});

impl Weights {
    fn of(&self, ground: &Ground) -> f64 {
        self.weight.get(ground.group).and_then(|group| group.get(ground.value)).copied().unwrap_or_default()
    }

    /// Between 0 and 1.
    fn confidence(&self, grounds: &[Ground]) -> f64 {
        let score: f64 = grounds.iter().map(|ground| self.of(ground)).sum();
        1.0 / (1.0 + f64::exp(-self.bias - score))
    }
}

/// The lowest confidence that needs no person's look.
pub(crate) fn threshold() -> f64 {
    WEIGHTS.accepted
}

/// Gives the figures of a page their confidence, and accepts those that need no person's look.
pub(crate) fn judge(page: &Page, found: &mut [Observation], catalogue: &Catalogue, places: &Gazetteer) {
    let around = Around::of(page, found, catalogue, places);
    let sure: Vec<f64> = found.iter().map(|seen| WEIGHTS.confidence(&grounds(&around, seen))).collect();
    for (observation, confidence) in found.iter_mut().zip(sure) {
        observation.confidence = confidence;
        observation.accepted = confidence >= WEIGHTS.accepted;
    }
}

/// What each figure of a page rests on, as `group/value`, in the words of the weights' table.
pub(crate) fn names(page: &Page, found: &[Observation], catalogue: &Catalogue, places: &Gazetteer) -> Vec<Vec<String>> {
    let around = Around::of(page, found, catalogue, places);
    found.iter().map(|seen| grounds(&around, seen).iter().map(Ground::to_string).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(group: &'static str, value: &'static str) -> f64 {
        WEIGHTS.of(&Ground { group, value })
    }

    #[test]
    fn the_table_has_a_weight_for_what_matters_most() {
        for group in ["indicator", "measure", "period", "subject", "words", "unit", "sentence"] {
            assert!(WEIGHTS.weight.get(group).is_some_and(|values| !values.is_empty()), "{group}");
        }
        assert!((0.5..1.0).contains(&WEIGHTS.accepted));
    }

    #[test]
    fn a_known_indicator_is_surer_than_an_open_phrase() {
        let known = weight("indicator", "lexicon") + weight("words", "known");
        assert!(known > weight("indicator", "phrase") + weight("words", "open"));
    }

    #[test]
    fn nothing_at_all_is_a_confidence_between_0_and_1() {
        assert!((0.0..=1.0).contains(&WEIGHTS.confidence(&[])));
    }
}
