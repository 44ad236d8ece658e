//! What a figure rests on: 规上工业总产值1294.2亿元 has a known indicator right before it, in its usual unit.

use crate::catalogue::Catalogue;
use crate::hash::{FastMap, FastSet};
use crate::subject::Gazetteer;
use std::fmt;
use tidemark_model::{Decimal, Measure, Observation, Page, Qualifier, Span, Status};

/// One thing that speaks for or against a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ground<'a> {
    /// `indicator`, `period`, `words`, …
    pub group: &'static str,
    pub value: &'a str,
}

impl fmt::Display for Ground<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}", self.group, self.value)
    }
}

/// What the whole page says, reckoned once.
pub(super) struct Around<'a> {
    page: &'a Page,
    catalogue: &'a Catalogue,
    places: &'a Gazetteer,
    /// How many figures a sentence has.
    crowd: FastMap<Span, usize>,
    /// Whose figures an article has.
    subjects: FastMap<usize, FastSet<&'a str>>,
    /// How many figures print one value.
    printed: FastMap<Value<'a>, usize>,
    /// How many of them read alike.
    alike: FastMap<(Value<'a>, Reading<'a>), usize>,
}

/// A value with its unit.
type Value<'a> = (Decimal, &'a str);
/// Of what, in which measure, whose.
type Reading<'a> = (&'a [String], Measure, Option<&'a str>);

impl<'a> Around<'a> {
    pub(super) fn of(
        page: &'a Page,
        found: &'a [Observation],
        catalogue: &'a Catalogue,
        places: &'a Gazetteer,
    ) -> Self {
        let (crowd, subjects) = (FastMap::default(), FastMap::default());
        let (printed, alike) = (FastMap::default(), FastMap::default());
        let mut around = Self { page, catalogue, places, crowd, subjects, printed, alike };
        for seen in found {
            *around.crowd.entry(seen.sentence).or_default() += 1;
            *around.printed.entry(value_of(seen)).or_default() += 1;
            *around.alike.entry((value_of(seen), reading_of(seen))).or_default() += 1;
            around.subjects.entry(seen.article).or_default().extend(subject_of(seen));
        }
        around
    }
}

/// Everything that speaks for and against the figure.
pub(super) fn grounds<'a>(around: &Around<'a>, seen: &'a Observation) -> Vec<Ground<'a>> {
    let mut all = vec![
        Ground { group: "indicator", value: rule_of(seen, "indicator/") },
        Ground { group: "period", value: rule_of(seen, "period/") },
        Ground { group: "measure", value: measure_of(seen) },
        Ground { group: "subject", value: reach_of_subject(seen) },
        Ground { group: "owner", value: owner_of(around, seen) },
        Ground { group: "gap", value: gap_of(around, seen) },
        Ground { group: "unit", value: unit_of(around, seen) },
        Ground { group: "sentence", value: crowd_of(around, seen) },
        Ground { group: "article", value: company_of(around, seen) },
    ];
    let said = [
        (seen.status == Status::Planned, "said", "planned"),
        (seen.quantity.qualifier != Qualifier::Exact, "said", "qualified"),
        (around.page.issue.is_none(), "page", "undated"),
        (around.page.home.is_none(), "page", "homeless"),
    ];
    all.extend(said.into_iter().filter(|s| s.0).map(|(_, group, value)| Ground { group, value }));
    all.extend(words_of(around, seen).map(|value| Ground { group: "words", value }));
    all.extend(echo_of(around, seen).map(|value| Ground { group: "again", value }));
    all
}

fn subject_of(seen: &Observation) -> Option<&str> {
    seen.subject.as_ref().map(|subject| subject.value.as_str())
}

/// The last rule of a stage: `lexicon` of `indicator/lexicon`.
fn rule_of<'a>(seen: &'a Observation, stage: &str) -> &'a str {
    seen.evidence.iter().rev().find_map(|e| e.rule.strip_prefix(stage)).unwrap_or("none")
}

/// A change against another place is told apart from one against an earlier period.
fn measure_of(seen: &Observation) -> &'static str {
    match seen.measure {
        Measure::Change if seen.whole.is_some() => "against",
        other => other.name(),
    }
}

/// The words before the name in the reason: 本句 of 本句“钱塘区”.
fn reach_of_subject(seen: &Observation) -> &str {
    let Some(found) = &seen.subject else { return "none" };
    found.reason.split('“').next().unwrap_or("none")
}

fn owner_of(around: &Around, seen: &Observation) -> &'static str {
    match subject_of(seen) {
        None => "none",
        Some(name) if around.places.knows(name) => "place",
        Some(name) if name.chars().count() > 10 => "long",
        Some(_) => "named",
    }
}

/// How far the indicator's words stand from the amount.
fn gap_of(around: &Around, seen: &Observation) -> &'static str {
    let Some(words) = seen.indicator_span else { return "none" };
    if words.start >= seen.span.start {
        return "behind";
    }
    let between = around.page.text.get(words.end..seen.span.start).unwrap_or_default();
    // Further than that is far; a long text is not counted through.
    match between.chars().filter(|c| !c.is_whitespace()).take(13).count() {
        0 => "touching",
        1..=3 => "near",
        4..=12 => "apart",
        _ => "far",
    }
}

/// Whether the amount's unit is the one the indicator takes.
fn unit_of(around: &Around, seen: &Observation) -> &'static str {
    let relative = matches!(seen.measure, Measure::Growth | Measure::Change | Measure::Share | Measure::Rank);
    let row = seen.indicators.first().and_then(|words| around.catalogue.find(words));
    match row.and_then(|row| row.unit.as_deref()) {
        _ if relative => "relative",
        Some(unit) if unit == seen.quantity.unit => "usual",
        Some(_) => "unusual",
        None if seen.quantity.unit.is_empty() => "bare",
        None if seen.quantity.unit.ends_with('元') => "money",
        None => "open",
    }
}

fn crowd_of(around: &Around, seen: &Observation) -> &'static str {
    match around.crowd.get(&seen.sentence).copied().unwrap_or_default() {
        0..=1 => "alone",
        2..=3 => "few",
        4..=8 => "several",
        _ => "crowded",
    }
}

/// How many subjects the article has.
fn company_of(around: &Around, seen: &Observation) -> &'static str {
    match around.subjects.get(&seen.article).map_or(0, FastSet::len) {
        0..=1 => "one-subject",
        2..=3 => "few-subjects",
        _ => "many-subjects",
    }
}

/// What the indicator's own words look like.
fn words_of<'a>(around: &Around, seen: &'a Observation) -> impl Iterator<Item = &'static str> + use<'a> {
    let every = |test: &dyn Fn(&str) -> bool| !seen.indicators.is_empty() && seen.indicators.iter().all(|w| test(w));
    let longest = seen.indicators.iter().map(|words| words.chars().count()).max().unwrap_or_default();
    let said = [
        (every(&|words| around.catalogue.find(words).is_some()), "known"),
        (!every(&is_measured), "open"),
        (longest > 12, "long"),
        (longest <= 2, "short"),
        (!every(&|words| !words.contains(is_odd)), "odd"),
        (seen.indicators.len() > 1, "several"),
    ];
    said.into_iter().filter(|s| s.0).map(|s| s.1)
}

/// A phrase that ends in a measured thing (产值, 面积) is seldom wrong, one that ends in anything else sometimes.
fn is_measured(words: &str) -> bool {
    words.ends_with(['值', '额', '量', '率', '积', '数', '入', '资', '重', '比', '口'])
}

/// A noun phrase seldom has these; a verb's rest does.
fn is_odd(c: char) -> bool {
    matches!(
        c,
        '0'..='9'
            | ','
            | '，'
            | '。'
            | ';'
            | '；'
            | ':'
            | '：'
            | '!'
            | '！'
            | '了'
            | '在'
            | '被'
            | '把'
            | '将'
            | '从'
            | '向'
            | '到'
            | '等'
            | '及'
            | '其'
            | '该'
            | '此'
    )
}

fn value_of(seen: &Observation) -> Value<'_> {
    (seen.quantity.value, &seen.quantity.unit)
}

fn reading_of(seen: &Observation) -> Reading<'_> {
    (&seen.indicators, seen.measure, subject_of(seen))
}

/// Whether the page prints the figure once more, and reads alike there.
fn echo_of(around: &Around, seen: &Observation) -> Option<&'static str> {
    // 1家 and 5% are printed often by chance.
    let telling = seen.quantity.printed.chars().filter(char::is_ascii_digit).count() >= 3;
    let again = |count: Option<&usize>| count.is_some_and(|&count| count > 1);
    if !telling || !again(around.printed.get(&value_of(seen))) {
        return None;
    }
    Some(if again(around.alike.get(&(value_of(seen), reading_of(seen)))) { "alike" } else { "otherwise" })
}
