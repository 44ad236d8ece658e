//! One indicator of one period by place: a place, what lies in it and beside it.

use super::{Draft, Question, distinct, marks, measured, period_name, same_period, when};
use crate::number::Unit;
use crate::spec::{BarRow, Bars, Panel};
use crate::theme::Series;
use crate::words::{ZH, filled};
use tidemark_model::{Figure, Measure, Period, Quantity, Status};

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
    let indicator = measured(measure, &question.definition.indicators[0]);
    draft.period = period;
    for status in [Status::Actual, Status::Planned] {
        let fits = |f: &&&Figure| f.status == status && same_period(f.period, period);
        let figures: Vec<&'a Figure> = near.iter().filter(fits).copied().collect();
        if figures.is_empty() {
            continue;
        }
        let panel = bars(question, &figures, draft);
        draft.what.push(panel.unit.name());
        let heading = (status == Status::Planned).then(|| ZH.planned.to_owned());
        draft.panels.push(Panel::Bars(Bars { heading, ..panel }));
    }
    draft.title = filled(ZH.by_place, &[("indicator", &indicator)]);
    let mut others = distinct(near.iter().map(|f| when(f)).filter(|p| !same_period(*p, period)));
    others.sort();
    if !others.is_empty() {
        let names: Vec<_> = others.into_iter().map(period_name).collect();
        draft.remark(filled(ZH.other_periods, &[("what", &names.join(ZH.and))]));
    }
}

fn bars<'a>(question: &Question<'a>, figures: &[&'a Figure], draft: &mut Draft<'a>) -> Bars {
    let quantities: Vec<&Quantity> = figures.iter().map(|f| &f.quantity).collect();
    let unit = Unit::of(&figures[0].quantity.unit, &quantities);
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
