//! Which figures say the same of the same thing, which agree, which conflict: 3712.5亿元 agrees with 超3700亿元 and
//! conflicts with 3650亿元.
//!
//! Only figures of one indicator, subject, period, measure, status and unit are compared at all.

use crate::interval_of;
use std::collections::HashMap;
use tidemark_model::{Date, Derived, Figure, Measure, ObservationId, Status};

/// How two figures of the same thing stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// They say the same words' worth: the same value with the same qualifier.
    Repeats,
    /// Their intervals meet.
    Agrees,
    /// Their intervals do not meet.
    Conflicts,
}

/// Two figures of the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Comparison {
    /// The one with the smaller number.
    pub one: ObservationId,
    /// The other.
    pub other: ObservationId,
    /// How they stand to each other.
    pub relation: Relation,
}

/// What must be one for figures to be compared.
type Key<'a> = (&'a [String], &'a str, Date, Date, Measure, Status, &'a str, Option<&'a str>);

fn key(figure: &Figure) -> Option<Key<'_>> {
    let period = figure.period?;
    let of = matches!(figure.measure, Measure::Share | Measure::Rank | Measure::Change).then_some(&figure.whole);
    Some((
        &figure.indicators,
        &figure.subject,
        period.first_day(),
        period.last_day(),
        figure.measure,
        figure.status,
        &figure.quantity.unit,
        of.and_then(|whole| whole.as_deref()),
    ))
}

/// How two figures stand to each other; nothing where they are of different things.
#[must_use]
pub fn relation(one: &Figure, other: &Figure) -> Option<Relation> {
    if key(one).is_none() || key(one) != key(other) {
        return None;
    }
    let (a, b) = (&one.quantity, &other.quantity);
    Some(if (a.value, a.value_max, a.qualifier) == (b.value, b.value_max, b.qualifier) {
        Relation::Repeats
    } else if interval_of(a).meets(interval_of(b)) {
        Relation::Agrees
    } else {
        Relation::Conflicts
    })
}

/// Every pair of figures of the same thing, in the order of the figures.
#[must_use]
pub fn compare(figures: &[Figure]) -> Vec<Comparison> {
    let mut groups: HashMap<Key<'_>, Vec<&Figure>> = HashMap::new();
    let mut found = Vec::new();
    for figure in figures {
        let Some(key) = key(figure) else { continue };
        let group = groups.entry(key).or_default();
        for earlier in group.iter() {
            let relation = relation(earlier, figure);
            let (one, other) = (earlier.id.min(figure.id), earlier.id.max(figure.id));
            found.extend(relation.map(|relation| Comparison { one, other, relation }));
        }
        group.push(figure);
    }
    found
}

/// Stated figures of what a derived value is of, and whether they agree with it; none it rests on itself.
#[must_use]
pub fn against<'a>(derived: &Derived, figures: &'a [Figure]) -> Vec<(&'a Figure, Relation)> {
    let same = |f: &&Figure| {
        f.subject == derived.subject
            && f.indicators.iter().eq([&derived.indicator])
            && f.measure == Measure::Total
            && f.status == Status::Actual
            && f.quantity.unit == derived.unit
            && matches!((f.period, derived.period), (Some(a), Some(b)) if a.same_days(b))
            && derived.operands.iter().all(|operand| operand.id != f.id)
    };
    let stands = |f: &Figure| {
        if interval_of(&f.quantity).meets(derived.interval) { Relation::Agrees } else { Relation::Conflicts }
    };
    figures.iter().filter(same).map(|f| (f, stands(f))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_figures::{figure, of_place};
    use proptest::prelude::*;

    fn district(text: &str) -> Figure {
        of_place(figure(text), "云川区", &["海临市"])
    }

    #[test]
    fn figures_agree_when_their_intervals_meet() {
        let stands = |a: &str, b: &str| relation(&district(a), &district(b));
        assert_eq!(stands("产值 3712.5亿元", "产值 3712.5亿元"), Some(Relation::Repeats));
        assert_eq!(stands("产值 3712.5亿元", "产值 超3700亿元"), Some(Relation::Agrees));
        assert_eq!(stands("产值 3712.5亿元", "产值 3712.53亿元"), Some(Relation::Agrees));
        assert_eq!(stands("产值 3712.5亿元", "产值 3650亿元"), Some(Relation::Conflicts));
        assert_eq!(stands("产值 近3700亿元", "产值 超3700亿元"), Some(Relation::Agrees));
    }

    #[test]
    fn different_things_are_never_compared() {
        let one = district("总产值 100亿元");
        let others = [
            district("工业总产值 90亿元"),
            Figure { measure: Measure::New, ..district("总产值 90亿元") },
            Figure { status: Status::Planned, ..district("总产值 90亿元") },
            Figure { period: "2023-Q1".parse().ok(), ..district("总产值 90亿元") },
            Figure { period: None, ..district("总产值 90亿元") },
            of_place(district("总产值 90亿元"), "云谷", &[]),
        ];
        for other in others {
            assert_eq!(relation(&one, &other), None, "{other:?}");
        }
    }

    proptest! {
        #[test]
        fn it_does_not_matter_which_is_asked_first(a in 0u32..3000, b in 0u32..3000, x in 0usize..4, y in 0usize..4) {
            let word = ["", "约", "超", "近"];
            let text = |word: &str, n: u32| format!("产值 {word}{}.{}亿元", n / 10, n % 10);
            let (one, other) = (district(&text(word[x], a)), district(&text(word[y], b)));
            prop_assert_eq!(relation(&one, &other), relation(&other, &one));
        }
    }
}
