//! Figures printed with their names where no scale could hold them together: 一季度 beside a year, a lone figure.

use super::{Draft, Question, distinct, marks, measured, period_name, same_period, when};
use crate::number::Unit;
use crate::spec::{Fact, MarkSpec, Panel};
use crate::words::filled;
use std::cmp::Reverse;
use tidemark_model::{Figure, Measure, Status};

/// Figures listed at the most.
const MOST: usize = 8;

/// Every figure of a place, the latest first, each with its period.
pub(super) fn listed<'a>(question: &Question<'a>, measure: Measure, figures: &[&'a Figure], draft: &mut Draft<'a>) {
    let indicator = measured(measure, &question.definition.indicators[0], question.language);
    draft.title =
        filled(question.definition.title(question.language), &[("place", question.place), ("indicator", &indicator)]);
    let mut kinds = distinct(figures.iter().map(|f| (when(f), f.status, f.subject.as_str())));
    kinds.sort_by_key(|(period, status, _)| (*status == Status::Planned, Reverse(*period)));
    draft.period = kinds.first().and_then(|k| k.0);
    if kinds.len() > 1 {
        draft.when = Some(question.say().apart.to_owned());
    }
    let facts = kinds.iter().take(MOST).map(|(period, status, subject)| {
        let same = |f: &&&Figure| f.status == *status && f.subject == *subject && same_period(f.period, *period);
        let own: Vec<&'a Figure> = figures.iter().filter(same).copied().collect();
        let label = match kinds.len() {
            1 => (*subject).to_owned(),
            _ if *subject == question.place => period_name(*period, question.language),
            _ => format!("{subject}{}", period_name(*period, question.language)),
        };
        fact(&label, &own, draft)
    });
    let facts = facts.collect();
    draft.panels.push(Panel::Facts(facts));
    let left: Vec<_> = kinds.iter().skip(MOST).map(|k| period_name(k.0, question.language)).collect();
    if !left.is_empty() {
        draft.remark(filled(question.say().other_periods, &[("what", &left.join(question.say().and))]));
    }
}

/// One thing's figures with their unit.
pub(super) fn fact<'a>(label: &str, figures: &[&'a Figure], draft: &mut Draft<'a>) -> Fact {
    let base = figures.first().map_or("", |f| f.quantity.unit.as_str());
    let unit = Unit::of(base, &figures.iter().map(|f| &f.quantity).collect::<Vec<_>>(), draft.language);
    let mut marks = marks::marks(figures, &unit, &mut draft.sources);
    for mark in &mut marks {
        with_unit(mark, figures, &unit);
    }
    Fact { label: label.to_owned(), unit: unit.name(), marks }
}

/// The unit stands before a word such as 以上.
fn with_unit(mark: &mut MarkSpec, figures: &[&Figure], unit: &Unit) {
    let lead = figures.iter().find(|f| mark.observations.first() == Some(&f.id));
    let Some(figure) = lead else { return };
    let amount = super::label(&figure.quantity, unit, &unit.name());
    mark.label = match figure.status {
        Status::Planned => format!("{} {amount}", unit.language.say().planned),
        Status::Actual => amount,
    };
}
