//! How likely a figure is wholly right, from what it rests on.
//!
//! A logistic over named features of the evidence: how the indicator was found (`indicator/phrase`), how far period
//! and subject reached (`period/clause`, `subject/article`), what the words look like (`words/open`). The weights are
//! data, `data/lexicon/confidence.toml`, fitted with each text held out in turn.

use crate::catalogue::Catalogue;
use crate::draft::{Draft, Reach};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;
use tidemark_model::{Evidence, Measure, Status};

#[derive(Debug, Default, Deserialize)]
struct Weights {
    /// From here on an observation is accepted without a person.
    accepted: f64,
    bias: f64,
    weight: HashMap<String, f64>,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    // Without weights nothing is sure and nothing accepted.
    let none = Weights { accepted: 1.0, ..Weights::default() };
    toml::from_str(include_str!("../../../../data/lexicon/confidence.toml")).unwrap_or(none)
});

/// The lowest confidence that needs no person's look.
pub(crate) fn threshold() -> f64 {
    WEIGHTS.accepted
}

/// Between 0 and 1.
pub(crate) fn of(draft: &Draft, why: &[Evidence], catalogue: &Catalogue) -> f64 {
    let known = !draft.indicators.is_empty() && draft.indicators.iter().all(|n| catalogue.find(&n.words).is_some());
    let names = features(draft, why).into_iter().chain(known.then_some("words/known"));
    let score = names.filter_map(|name| WEIGHTS.weight.get(name)).fold(WEIGHTS.bias, |sum, weight| sum + weight);
    1.0 / (1.0 + f64::exp(-score))
}

/// What speaks for and against the figure, by the names of the weights.
fn features<'e>(draft: &Draft, why: &'e [Evidence]) -> Vec<&'e str> {
    let mut names: Vec<&str> = vec![draft.reach.rule(), of_measure(draft.measure), of_subject(why)];
    names.push(why.iter().map(|e| e.rule.as_str()).find(|rule| rule.starts_with("period/")).unwrap_or("period/none"));
    let chars = |words: &str| words.chars().count();
    let named = |test: &dyn Fn(&str) -> bool| draft.indicators.iter().any(|named| test(&named.words));
    if draft.reach == Reach::Phrase && named(&|words| !is_measured(words)) {
        names.push("words/open");
    }
    if named(&|words| chars(words) > 12) {
        names.push("words/long");
    }
    if draft.reach != Reach::Lexicon && draft.indicators.first().is_none_or(|first| chars(&first.words) <= 2) {
        names.push("words/short");
    }
    if draft.reach == Reach::Inherited && !matches!(draft.measure, Measure::Growth | Measure::Change) {
        names.push("words/far");
    }
    if draft.status == Status::Planned {
        names.push("status/planned");
    }
    names
}

/// A phrase that ends in a measured thing (产值, 面积) is seldom wrong, one that ends in anything else sometimes.
fn is_measured(words: &str) -> bool {
    words.ends_with(['值', '额', '量', '率', '积', '数', '入', '资', '重', '比', '口'])
}

fn of_measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Growth => "measure/growth",
        Measure::Share => "measure/share",
        Measure::Rank => "measure/rank",
        Measure::Change => "measure/change",
        Measure::Total => "measure/total",
        _ => "measure/new",
    }
}

/// How far the subject reached, by the reason given for it.
fn of_subject(why: &[Evidence]) -> &'static str {
    if why.iter().any(|e| e.rule == "subject/table") {
        return "subject/table";
    }
    let Some(found) = why.iter().find(|e| e.rule == "subject") else { return "subject/none" };
    let begins = |words: &[&str]| words.iter().any(|w| found.detail.starts_with(w));
    match () {
        () if begins(&["本句", "括号前", "所修饰"]) => "subject/sentence",
        () if begins(&["承前"]) => "subject/before",
        () if begins(&["全文"]) => "subject/article",
        () => "subject/other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_weight() {
        for rule in ["indicator/lexicon", "indicator/phrase", "period/clause", "subject/article", "words/open"] {
            assert!(WEIGHTS.weight.contains_key(rule), "{rule}");
        }
        assert!((0.5..1.0).contains(&WEIGHTS.accepted));
    }

    #[test]
    fn a_known_indicator_is_surer_than_an_open_phrase() {
        let weight = |name: &str| WEIGHTS.weight.get(name).copied().unwrap_or_default();
        assert!(
            weight("indicator/lexicon") > weight("indicator/phrase") + weight("words/open") - weight("words/known")
        );
    }
}
