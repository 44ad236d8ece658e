//! Figures of one thing to marks: the same figure said twice is one mark with two sources, compatible ones
//! (3712.5 and 超3700) are one mark, those whose intervals do not meet stand side by side.

use super::sources::Sources;
use super::{period_name, words_of};
use crate::number::Unit;
use crate::spec::{MarkSpec, Standing};
use crate::words::{self, Language};
use serde::Deserialize;
use std::sync::OnceLock;
use tidemark_model::{Derived, Figure, Interval, Qualifier, Quantity, Status};

/// How far printed numbers reach: `data/charts/precision.toml`.
#[derive(Deserialize)]
struct Precision {
    exact: u32,
    about: u32,
}

fn precision() -> &'static Precision {
    static TABLE: OnceLock<Precision> = OnceLock::new();
    let text = include_str!("../../../../../data/charts/precision.toml");
    TABLE.get_or_init(|| toml::from_str(text).unwrap_or(Precision { exact: 1, about: 2 }))
}

pub(super) fn interval(quantity: &Quantity) -> Interval {
    let halves = if quantity.qualifier == Qualifier::About { precision().about } else { precision().exact };
    quantity.interval(halves)
}

/// The number with the source's own word: 约3646, 超3700, 3700余, 3–5; the unit between number and a word that
/// follows it when `unit_word` is given: 99%以上.
pub(crate) fn label(quantity: &Quantity, unit: &Unit, unit_word: &str) -> String {
    if unit.language == Language::English {
        return english_label(quantity, unit, unit_word);
    }
    let number = unit.number(quantity.value, quantity.step);
    let number = match quantity.value_max {
        Some(top) if quantity.qualifier == Qualifier::Range => {
            format!("{number}–{}", unit.number(top, quantity.step))
        }
        _ => number,
    };
    match source_word(quantity) {
        Some(word) if words::before_unit(word) => format!("{number}{word}{unit_word}"),
        Some(word) if words::stands_after(word) => format!("{number}{unit_word}{word}"),
        Some(word) if quantity.qualifier != Qualifier::Range => format!("{word}{number}{unit_word}"),
        _ => format!("{}{number}{unit_word}", words::sign(quantity.qualifier, false)),
    }
}

/// ≈ 3646, > 3700, ≥ 99%, 3–5; a longer unit in brackets: 709.14 (100 million yuan).
fn english_label(quantity: &Quantity, unit: &Unit, unit_word: &str) -> String {
    let number = unit.number(quantity.value, quantity.step);
    let top = quantity.value_max.filter(|_| quantity.qualifier == Qualifier::Range);
    let number = top.map_or_else(|| number.clone(), |top| format!("{number}–{}", unit.number(top, quantity.step)));
    let sign = words::sign(quantity.qualifier, words::includes_bound(quantity.qualifier_word.as_deref()));
    let space = if sign.is_empty() { "" } else { " " };
    let unit_word = match unit_word {
        "" | "%" => unit_word.to_owned(),
        word if word.contains(' ') => format!(" ({word})"),
        word => format!(" {word}"),
    };
    format!("{sign}{space}{number}{unit_word}")
}

/// The source's own word, also where it stands inside the amount: 300余家.
fn source_word(quantity: &Quantity) -> Option<&str> {
    let given = quantity.qualifier_word.as_deref().map(str::trim).filter(|w| !w.is_empty());
    let inside = || words::inside_amount(&quantity.printed);
    given.or_else(|| inside().filter(|_| quantity.qualifier == Qualifier::Above))
}

/// Marks of figures that say the same thing of the same subject, period, measure, status and unit.
pub(super) fn marks<'a>(figures: &[&'a Figure], unit: &Unit, sources: &mut Sources<'a>) -> Vec<MarkSpec> {
    let mut groups: Vec<Vec<&Figure>> = Vec::new();
    for figure in sorted(figures) {
        let meets = |g: &&mut Vec<&Figure>| g.iter().all(|o| meet(o, figure));
        match groups.iter_mut().find(meets) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    lowest_and_highest(groups.iter().map(|group| mark(group, unit, sources)).collect())
}

/// Marks of one thing that are still told apart at a glance.
const MOST_MARKS: usize = 3;

/// Where more than a few differ, the lowest and the highest stand for all; the lowest carries the others for the table.
fn lowest_and_highest(mut marks: Vec<MarkSpec>) -> Vec<MarkSpec> {
    if marks.len() <= MOST_MARKS {
        return marks;
    }
    marks.sort_by_key(|m| m.value);
    let highest = marks.pop();
    let mut marks = marks.into_iter();
    let lowest = marks.next().map(|lowest| MarkSpec { besides: marks.collect(), ..lowest });
    lowest.into_iter().chain(highest).collect()
}

fn meet(a: &Figure, b: &Figure) -> bool {
    interval(&a.quantity).meets(interval(&b.quantity))
}

/// The most exact first, so that it leads its group.
fn sorted<'a>(figures: &[&'a Figure]) -> Vec<&'a Figure> {
    let mut figures = figures.to_vec();
    let rank = |f: &Figure| match f.quantity.qualifier {
        Qualifier::Exact => 0,
        Qualifier::About => 1,
        Qualifier::Range => 2,
        Qualifier::Above | Qualifier::Below => 3,
    };
    figures.sort_by_key(|f| (rank(f), f.quantity.step, f.id));
    figures
}

fn mark<'a>(group: &[&'a Figure], unit: &Unit, sources: &mut Sources<'a>) -> MarkSpec {
    let first = group[0];
    let reach = interval(&first.quantity);
    let planned = first.status == Status::Planned;
    let number = label(&first.quantity, unit, "");
    MarkSpec {
        observations: group.iter().map(|f| f.id).collect(),
        standing: if planned { Standing::Planned } else { Standing::Stated },
        qualifier: first.quantity.qualifier,
        value: first.quantity.value,
        low: reach.low,
        high: reach.high,
        label: if planned { format!("{} {number}", unit.language.say().planned) } else { number },
        notes: sources.numbers(group.iter().copied()),
        title: title(first, unit),
        description: also(group, unit),
        besides: Vec::new(),
    }
}

fn title(figure: &Figure, unit: &Unit) -> String {
    let amount = label(&figure.quantity, &unit_for(figure, unit), &unit_for(figure, unit).name());
    let planned = if figure.status == Status::Planned { unit.language.say().planned } else { "" };
    format!(
        "{} {} {} {planned}{amount}",
        figure.subject,
        period_name(figure.period, unit.language),
        words_of(figure, unit.language)
    )
}

/// The panel's scale with the figure's own base unit, where a panel holds 家 and 个.
fn unit_for(figure: &Figure, unit: &Unit) -> Unit {
    Unit { base: figure.quantity.unit.clone(), ..unit.clone() }
}

/// What else the sources say that the mark does not show: 另有说法：超3700.
fn also(group: &[&Figure], unit: &Unit) -> String {
    let own = label(&group[0].quantity, unit, "");
    let others = super::distinct(group.iter().map(|f| label(&f.quantity, unit, "")).filter(|l| *l != own));
    let sources = group.len();
    match (others.is_empty(), sources) {
        (true, 1) => String::new(),
        (true, _) => words::filled(unit.language.say().same_said, &[("count", &sources.to_string())]),
        (false, _) => words::filled(unit.language.say().also_said, &[("what", &others.join(unit.language.say().and))]),
    }
}

/// A value of the ledger's as a mark, with the words of `title` before the number.
pub(super) fn derived<'a>(
    derived: &Derived,
    figures: &'a [Figure],
    unit: &Unit,
    sources: &mut Sources<'a>,
) -> MarkSpec {
    let number = unit.derived(derived.value, derived.interval);
    let operands = figures.iter().filter(|f| derived.operands.iter().any(|o| o.id == f.id));
    let qualifier = match (derived.interval.low, derived.interval.high) {
        (Some(_), None) => Qualifier::Above,
        (None, Some(_)) => Qualifier::Below,
        (Some(low), Some(high)) if low == high => Qualifier::Exact,
        _ => Qualifier::About,
    };
    let when = period_name(derived.period, unit.language);
    let base = Unit { base: derived.unit.clone(), ..unit.clone() };
    MarkSpec {
        observations: derived.operands.iter().map(|o| o.id).collect(),
        standing: Standing::Derived,
        qualifier,
        value: derived.value,
        low: derived.interval.low,
        high: derived.interval.high,
        label: format!("{} {number}", unit.language.say().derived),
        notes: sources.numbers(operands),
        title: format!(
            "{} {when} {} {} {number}{}",
            derived.subject,
            derived.indicator,
            unit.language.say().derived,
            base.name()
        ),
        description: explanation(derived, unit),
        besides: Vec::new(),
    }
}

fn explanation(derived: &Derived, unit: &Unit) -> String {
    let reach = match (derived.interval.low, derived.interval.high) {
        (Some(low), Some(high)) if low != high => {
            let end = |v| unit.derived(v, derived.interval);
            words::filled(unit.language.say().between, &[("low", &end(low)), ("high", &end(high))])
        }
        _ => String::new(),
    };
    let say = unit.language.say();
    let taken = derived.assumptions.iter().map(|a| format!("{}{}", say.items, unit.language.assumption(a)));
    let sum = format!("{}{reach}", derived.formula);
    words::filled(say.because, &[("who", say.derived), ("what", &sum)]) + &taken.collect::<String>()
}
