//! Any indicator: over time where a place has it for two periods of one length, else by place.

use super::{Draft, Question, distinct, filled, marks, measured, period_name, same_period, when, within};
use crate::NothingToDraw;
use crate::number::Unit;
use crate::spec::{BarRow, Bars, Line, Panel, Point};
use crate::theme::Series;
use crate::words::ZH;
use tidemark_model::{Figure, Measure, Period, Quantity, Status};

pub(super) fn compose<'a>(question: &Question<'a>, draft: &mut Draft<'a>) -> Result<(), NothingToDraw> {
    let figures: Vec<&'a Figure> = question.figures.iter().filter(|f| question.definition.takes(f)).collect();
    let own: Vec<_> = figures.iter().copied().filter(|f| f.subject == question.place).collect();
    let near: Vec<_> = figures.iter().copied().filter(|f| is_near(f, question, &own)).collect();
    let Some((measure, base)) = best_measure(question, if own.is_empty() { &near } else { &own }) else {
        let name = question.definition.indicators.first().map_or("", String::as_str);
        return Err(NothingToDraw(filled(ZH.no_indicator, &[("place", question.place), ("what", name)])));
    };
    let fits = |f: &&'a Figure| f.measure == measure && f.quantity.unit == base;
    let own: Vec<_> = own.into_iter().filter(fits).collect();
    let near: Vec<_> = near.into_iter().filter(fits).collect();
    draft.place = question.place.to_owned();
    let series = series_of(&own);
    if series.len() >= 2 {
        over_time(question, measure, &own, &series, draft);
    } else {
        by_place(question, measure, &near, draft)?;
    }
    Ok(())
}

/// The place itself, what lies in it, and what lies beside it.
fn is_near(figure: &Figure, question: &Question, own: &[&Figure]) -> bool {
    let beside = own.iter().any(|o| !o.parents.is_empty() && o.parents.first() == figure.parents.first());
    figure.subject == question.place || within(figure, question.place) || beside
}

/// The measure and base unit with figures, in the definition's order; of units the one with most.
fn best_measure<'a>(question: &Question, figures: &[&'a Figure]) -> Option<(Measure, &'a str)> {
    let in_period = |f: &&&Figure| question.period.is_none() || same_period(f.period, question.period);
    let has = |m: Measure| figures.iter().filter(in_period).any(|f| f.measure == m);
    let any = |m: Measure| figures.iter().any(|f| f.measure == m);
    let measures = &question.definition.measures;
    let measure = measures.iter().copied().find(|&m| has(m)).or_else(|| measures.iter().copied().find(|&m| any(m)))?;
    let of_measure: Vec<_> = figures.iter().filter(|f| f.measure == measure).collect();
    let count = |unit: &str| of_measure.iter().filter(|f| f.quantity.unit == unit).count();
    let units = distinct(of_measure.iter().map(|f| f.quantity.unit.as_str()));
    let base = units.into_iter().rev().max_by_key(|unit| count(unit))?;
    Some((measure, base))
}

/// What makes periods comparable: their length in months, and for odd lengths where in the year they start.
fn rhythm(period: Period) -> (i32, u32) {
    match period.months() {
        Some(months @ (1 | 3 | 6)) => (months, 0),
        Some(months) => (months, period.first_day().month),
        None => (0, 0),
    }
}

/// The periods of the commonest rhythm, the longest at a tie, ascending.
fn series_of(figures: &[&Figure]) -> Vec<Period> {
    let actual = figures.iter().filter(|f| f.status == Status::Actual);
    let mut periods = distinct(actual.filter_map(|f| when(f)));
    periods.sort();
    let rhythms = distinct(periods.iter().map(|p| rhythm(*p)));
    let count = |r: &(i32, u32)| periods.iter().filter(|p| rhythm(**p) == *r).count();
    let Some(best) = rhythms.into_iter().max_by_key(|r| (count(r), r.0)) else { return Vec::new() };
    periods.into_iter().filter(|p| rhythm(*p) == best).collect()
}

fn over_time<'a>(
    question: &Question<'a>,
    measure: Measure,
    own: &[&'a Figure],
    series: &[Period],
    draft: &mut Draft<'a>,
) {
    let indicator = measured(measure, &question.definition.indicators[0]);
    let of_series = |f: &Figure| when(f).is_some_and(|p| rhythm(p) == rhythm(series[0]));
    let drawn: Vec<_> = own.iter().copied().filter(|f| of_series(f)).collect();
    let quantities: Vec<&Quantity> = drawn.iter().map(|f| &f.quantity).collect();
    let unit = Unit::of(&drawn[0].quantity.unit, &quantities);
    draft.title = filled(&question.definition.title, &[("place", question.place), ("indicator", &indicator)]);
    draft.when = Some(from_to(series));
    draft.period = question.period.or(series.last().copied());
    draft.what.push(unit.name());
    let points = every_period(series)
        .into_iter()
        .map(|period| point(period, Status::Actual, &drawn, &unit, draft))
        .collect::<Vec<_>>();
    let mut planned = distinct(drawn.iter().filter(|f| f.status == Status::Planned).filter_map(|f| when(f)));
    planned.sort();
    let planned: Vec<_> = planned.into_iter().map(|p| point(p, Status::Planned, &drawn, &unit, draft)).collect();
    name_gaps(&points, draft);
    name_left_out(own, &of_series, draft);
    let mut all: Vec<Period> = points.iter().chain(&planned).map(|p| p.period).collect();
    all.sort();
    let periods = every_period(&distinct(all));
    draft.panels.push(Panel::Line(Line { unit, series: Series::Tide, periods, points, planned }));
}

fn from_to(series: &[Period]) -> String {
    match (series.first(), series.last()) {
        (Some(Period::Year(a)), Some(Period::Year(b))) => Period::Months { from: (*a, 1), to: (*b, 12) }.to_chinese(),
        (Some(a), Some(b)) => filled(ZH.from_to, &[("from", &a.to_chinese()), ("to", &b.to_chinese())]),
        _ => String::new(),
    }
}

/// Every period of the rhythm from first to last, reported or not; only the reported ones where there is no rhythm
/// or too many would be empty.
fn every_period(series: &[Period]) -> Vec<Period> {
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

fn name_gaps(points: &[Point], draft: &mut Draft) {
    let gaps: Vec<_> = points.iter().filter(|p| p.marks.is_empty()).map(|p| p.period.to_chinese()).collect();
    if !gaps.is_empty() {
        let because = filled(ZH.because, &[("who", &gaps.join(ZH.and)), ("what", ZH.gap)]);
        draft.remark(format!("{because}{}", ZH.sentence));
    }
}

fn name_left_out(own: &[&Figure], drawn: &dyn Fn(&Figure) -> bool, draft: &mut Draft) {
    let mut left = distinct(own.iter().filter(|f| !drawn(f)).map(|f| when(f)));
    left.sort();
    if !left.is_empty() {
        let names: Vec<_> = left.into_iter().map(period_name).collect();
        draft.remark(filled(ZH.other_lengths, &[("what", &names.join(ZH.and))]));
    }
}

fn by_place<'a>(
    question: &Question<'a>,
    measure: Measure,
    near: &[&'a Figure],
    draft: &mut Draft<'a>,
) -> Result<(), NothingToDraw> {
    let indicator = measured(measure, &question.definition.indicators[0]);
    let period = if near.iter().any(|f| same_period(f.period, question.period)) {
        question.period
    } else {
        near.iter().filter_map(|f| when(f)).max()
    };
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
    let rows = draft.panels.iter().map(|p| if let Panel::Bars(b) = p { b.rows.len() } else { 0 }).max();
    draft.title = match rows {
        None => {
            let values = [("place", question.place), ("what", indicator.as_str())];
            return Err(NothingToDraw(filled(ZH.no_indicator, &values)));
        }
        Some(1) => filled(&question.definition.title, &[("place", question.place), ("indicator", &indicator)]),
        Some(_) => filled(ZH.by_place, &[("indicator", &indicator)]),
    };
    let mut others = distinct(near.iter().map(|f| when(f)).filter(|p| !same_period(*p, period)));
    others.sort();
    if !others.is_empty() {
        let names: Vec<_> = others.into_iter().map(period_name).collect();
        draft.remark(filled(ZH.other_periods, &[("what", &names.join(ZH.and))]));
    }
    Ok(())
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
