//! One indicator of one period by place: a place, what lies in it and beside it.

use super::{Draft, Question, distinct, marks, measured, period_name, same_period, when};
use crate::kind::ChartKind;
use crate::number::Unit;
use crate::spec::{BarRow, Bars, Panel};
use crate::theme::Series;
use crate::words::filled;
use std::cmp::Reverse;
use tidemark_model::{Derived, Figure, Measure, Period, Quantity, Status};

/// The period asked for where it has figures, else the latest that has.
pub(super) fn period_of(question: &Question, near: &[&Figure]) -> Option<Period> {
    let asked = near.iter().any(|f| same_period(f.period, question.period));
    if asked { question.period } else { near.iter().filter_map(|f| when(f)).max() }
}

/// How many places have a figure for the period.
pub(super) fn places(near: &[&Figure], period: Option<Period>) -> usize {
    let fits = |f: &&&Figure| f.status == Status::Actual && same_period(f.period, period);
    distinct(near.iter().filter(fits).map(|f| f.subject.as_str())).len()
}

/// A bar for each place, the largest first; what is planned in a panel of its own.
pub(super) fn by_place<'a>(
    question: &Question<'a>,
    measure: Measure,
    (near, period): (&[&'a Figure], Option<Period>),
    draft: &mut Draft<'a>,
) {
    let indicator = measured(measure, &question.definition.indicators[0], question.language);
    draft.period = period;
    for status in [Status::Actual, Status::Planned] {
        let fits = |f: &&&Figure| f.status == status && same_period(f.period, period);
        let figures: Vec<&'a Figure> = near.iter().filter(fits).copied().collect();
        if figures.is_empty() {
            continue;
        }
        let mut panel = bars(question, &figures, draft);
        if status == Status::Actual {
            let missing = missing(near, &panel);
            add_derived(question, measure, (&missing, period), &mut panel, draft);
            add_gaps(question, &missing, &mut panel, draft);
        }
        draft.what.push(panel.unit.name());
        let heading = (status == Status::Planned).then(|| question.say().planned.to_owned());
        draft.panels.push(Panel::Bars(Bars { heading, ..panel }));
    }
    draft.kind = ChartKind::Bars;
    draft.title = filled(question.say().by_place, &[("indicator", &indicator)]);
    let mut others = distinct(near.iter().map(|f| when(f)).filter(|p| !same_period(*p, period)));
    others.sort();
    if !others.is_empty() {
        let names: Vec<_> = others.into_iter().map(|p| period_name(p, question.language)).collect();
        draft.remark(filled(question.say().other_periods, &[("what", &names.join(question.say().and))]));
    }
}

/// Figures of places that have the indicator for other periods alone, one a place.
fn missing<'a>(near: &[&'a Figure], panel: &Bars) -> Vec<&'a Figure> {
    let mut found: Vec<&'a Figure> = Vec::new();
    for figure in near.iter().filter(|f| f.status == Status::Actual) {
        let known = panel.rows.iter().any(|r| r.label == figure.subject);
        if !known && found.iter().all(|f| f.subject != figure.subject) {
            found.push(figure);
        }
    }
    found
}

/// What the ledger derives for them.
fn add_derived<'a>(
    question: &Question<'a>,
    measure: Measure,
    (missing, period): (&[&'a Figure], Option<Period>),
    panel: &mut Bars,
    draft: &mut Draft<'a>,
) {
    for figure in missing.iter().filter(|_| measure == Measure::Total) {
        let fits = |d: &&Derived| {
            d.subject == figure.subject
                && d.unit == figure.quantity.unit
                && figure.indicators.first() == Some(&d.indicator)
                && same_period(d.period, period)
        };
        let Some(derived) = question.derived.iter().find(fits) else { continue };
        let marks = vec![marks::derived(derived, question.figures, &panel.unit, &mut draft.sources)];
        draft.explain(derived, true);
        let strong = figure.subject == question.place;
        let (label, series) = (figure.subject.clone(), Series::Tide);
        panel.rows.push(BarRow { label, strong, apart: false, series, marks, note: None });
    }
    panel.rows.sort_by_key(|row| Reverse(row.marks.first().map(|m| m.value)));
}

/// A row each where there are few; all are named in a footnote.
fn add_gaps(question: &Question, missing: &[&Figure], panel: &mut Bars, draft: &mut Draft) {
    let gaps: Vec<_> = missing.iter().filter(|f| panel.rows.iter().all(|r| r.label != f.subject)).collect();
    if gaps.is_empty() {
        return;
    }
    let say = question.say();
    let who: Vec<_> = gaps.iter().map(|f| f.subject.as_str()).collect();
    let what = format!("{}{}", say.gap, say.sentence);
    draft.remark(filled(say.because, &[("who", &who.join(say.and)), ("what", &what)]));
    if gaps.len() <= 4 {
        let row = |label: &str| BarRow {
            label: label.to_owned(),
            strong: label == question.place,
            apart: false,
            series: Series::Tide,
            marks: Vec::new(),
            note: None,
        };
        panel.rows.extend(who.into_iter().map(row));
    }
}

fn bars<'a>(question: &Question<'a>, figures: &[&'a Figure], draft: &mut Draft<'a>) -> Bars {
    let quantities: Vec<&Quantity> = figures.iter().map(|f| &f.quantity).collect();
    let unit = Unit::of(&figures[0].quantity.unit, &quantities, question.language);
    let mut rows: Vec<_> = distinct(figures.iter().map(|f| f.subject.as_str()))
        .into_iter()
        .map(|subject| {
            let own: Vec<&'a Figure> = figures.iter().copied().filter(|f| f.subject == subject).collect();
            BarRow {
                label: subject.to_owned(),
                strong: subject == question.place,
                apart: false,
                series: Series::Tide,
                marks: marks::marks(&own, &unit, &mut draft.sources),
                note: None,
            }
        })
        .collect();
    rows.sort_by(|a, b| b.marks[0].value.cmp(&a.marks[0].value));
    Bars { heading: None, unit, rows, scale: true }
}
