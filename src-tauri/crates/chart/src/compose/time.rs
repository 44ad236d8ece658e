//! One indicator of one place over periods of one length; others are named, never mixed in.

use super::{Draft, Question, distinct, marks, measured, period_name, when};
use crate::kind::ChartKind;
use crate::number::Unit;
use crate::spec::{Line, Panel, Point};
use crate::theme::Series;
use crate::words::filled;
use tidemark_model::{Derived, Figure, Measure, Period, Quantity, Status};

/// What makes periods comparable: their length in months, and for odd lengths where in the year they start.
fn rhythm(period: Period) -> (i32, u32) {
    match period.months() {
        Some(months @ (1 | 3 | 6)) => (months, 0),
        Some(months) => (months, period.first_day().month),
        None => (0, 0),
    }
}

/// Whether two periods can stand on one axis.
pub(super) fn alike(a: Period, b: Period) -> bool {
    rhythm(a) == rhythm(b)
}

/// The periods of the commonest rhythm, the longest at a tie, ascending.
pub(super) fn series_of(figures: &[&Figure]) -> Vec<Period> {
    let actual = figures.iter().filter(|f| f.status == Status::Actual);
    let mut periods = distinct(actual.filter_map(|f| when(f)));
    periods.sort();
    let rhythms = distinct(periods.iter().map(|p| rhythm(*p)));
    let count = |r: &(i32, u32)| periods.iter().filter(|p| rhythm(**p) == *r).count();
    let Some(best) = rhythms.into_iter().max_by_key(|r| (count(r), r.0)) else { return Vec::new() };
    periods.into_iter().filter(|p| rhythm(*p) == best).collect()
}

/// One place's figures on a line, what the ledger derives between them as rings.
pub(super) fn over_time<'a>(
    question: &Question<'a>,
    measure: Measure,
    own: &[&'a Figure],
    series: &[Period],
    draft: &mut Draft<'a>,
) {
    let indicator = measured(measure, &question.definition.indicators[0], question.language);
    let series = &with_derived(question, measure, series, own);
    let of_series = |f: &Figure| when(f).is_some_and(|p| rhythm(p) == rhythm(series[0]));
    let drawn: Vec<_> = own.iter().copied().filter(|f| of_series(f)).collect();
    let quantities: Vec<&Quantity> = drawn.iter().map(|f| &f.quantity).collect();
    let unit = Unit::of(&drawn[0].quantity.unit, &quantities, question.language);
    draft.title =
        filled(question.definition.title(question.language), &[("place", question.place), ("indicator", &indicator)]);
    draft.when = Some(from_to(question, series));
    draft.period = question.period.or(series.last().copied());
    draft.what.push(unit.name());
    let mut points: Vec<_> =
        every_period(series).into_iter().map(|period| point(period, Status::Actual, &drawn, &unit, draft)).collect();
    if measure == Measure::Total {
        points.iter_mut().for_each(|point| derive_point(question, point, &unit, draft));
    }
    let mut planned = distinct(drawn.iter().filter(|f| f.status == Status::Planned).filter_map(|f| when(f)));
    planned.sort();
    let planned: Vec<_> = planned.into_iter().map(|p| point(p, Status::Planned, &drawn, &unit, draft)).collect();
    name_gaps(question, &points, draft);
    name_left_out(question, own, &of_series, draft);
    let mut all: Vec<Period> = points.iter().chain(&planned).map(|p| p.period).collect();
    all.sort();
    let periods = every_period(&distinct(all));
    draft.kind = ChartKind::Line;
    draft.panels.push(Panel::Line(Line { unit, series: Series::Tide, periods, points, planned }));
}

fn from_to(question: &Question, series: &[Period]) -> String {
    match (series.first(), series.last()) {
        (Some(Period::Year(a)), Some(Period::Year(b))) => {
            question.language.period(Period::Months { from: (*a, 1), to: (*b, 12) })
        }
        (Some(a), Some(b)) => filled(
            question.say().from_to,
            &[("from", &question.language.period(*a)), ("to", &question.language.period(*b))],
        ),
        _ => String::new(),
    }
}

/// Every period of the rhythm from first to last, reported or not; only the reported ones where there is no rhythm
/// or too many would be empty.
pub(super) fn every_period(series: &[Period]) -> Vec<Period> {
    let (Some(&first), Some(&last)) = (series.first(), series.last()) else { return Vec::new() };
    let (months, _) = rhythm(first);
    let step = if matches!(months, 1 | 3 | 6) { months } else { (months + 11) / 12 * 12 };
    if step == 0 {
        return series.to_vec();
    }
    let mut all = vec![first];
    while all.len() < 60 {
        let next = shifted(all[all.len() - 1], step);
        if next > last {
            return all;
        }
        all.push(next);
    }
    series.to_vec()
}

fn shifted(period: Period, months: i32) -> Period {
    let moved = |year: i32, month: u32| {
        let at = year * 12 + month as i32 - 1 + months;
        (at.div_euclid(12), at.rem_euclid(12) as u32 + 1)
    };
    let (a, b) = (period.first_day(), period.last_day());
    Period::Months { from: moved(a.year, a.month), to: moved(b.year, b.month) }.normal()
}

fn point<'a>(period: Period, status: Status, figures: &[&'a Figure], unit: &Unit, draft: &mut Draft<'a>) -> Point {
    let fits = |f: &&&Figure| f.status == status && when(f).is_some_and(|p| p.same_days(period));
    let own: Vec<&'a Figure> = figures.iter().filter(fits).copied().collect();
    Point { period, marks: marks::marks(&own, unit, &mut draft.sources) }
}

/// The stated periods with those the ledger derives a value for.
fn with_derived(question: &Question, measure: Measure, series: &[Period], own: &[&Figure]) -> Vec<Period> {
    let base = own.first().map_or("", |f| f.quantity.unit.as_str());
    let fits = |d: &&Derived| measure == Measure::Total && is_own(question, d, base);
    let derived = question.derived.iter().filter(fits).filter_map(|d| d.period).map(Period::normal);
    let mut all = series.to_vec();
    all.extend(derived.filter(|p| series.first().is_some_and(|first| rhythm(*first) == rhythm(*p))));
    all.sort();
    distinct(all)
}

fn is_own(question: &Question, derived: &Derived, base: &str) -> bool {
    derived.subject == question.place
        && derived.unit == base
        && question.definition.indicators.contains(&derived.indicator)
}

/// What follows from other figures where no page gives this one.
fn derive_point<'a>(question: &Question<'a>, point: &mut Point, unit: &Unit, draft: &mut Draft<'a>) {
    let fits = |d: &&Derived| is_own(question, d, &unit.base) && d.period.is_some_and(|p| p.same_days(point.period));
    if let Some(derived) = question.derived.iter().find(fits).filter(|_| point.marks.is_empty()) {
        point.marks.push(marks::derived(derived, question.figures, unit, &mut draft.sources));
        draft.explain(derived, true);
    }
}

fn name_gaps(question: &Question, points: &[Point], draft: &mut Draft) {
    let gaps: Vec<_> =
        points.iter().filter(|p| p.marks.is_empty()).map(|p| question.language.period(p.period)).collect();
    if !gaps.is_empty() {
        let because =
            filled(question.say().because, &[("who", &gaps.join(question.say().and)), ("what", question.say().gap)]);
        draft.remark(format!("{because}{}", question.say().sentence));
    }
}

pub(super) fn name_left_out(question: &Question, own: &[&Figure], drawn: &dyn Fn(&Figure) -> bool, draft: &mut Draft) {
    let mut left = distinct(own.iter().filter(|f| !drawn(f)).map(|f| when(f)));
    left.sort();
    if !left.is_empty() {
        let names: Vec<_> = left.into_iter().map(|p| period_name(p, question.language)).collect();
        draft.remark(filled(question.say().other_lengths, &[("what", &names.join(question.say().and))]));
    }
}
