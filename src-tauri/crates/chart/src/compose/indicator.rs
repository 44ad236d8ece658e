//! Any indicator: over time where a place has it for two periods of one length, by place where several have it for
//! one period, else its figures listed.

use super::kinds::Topic;
use super::{Draft, Question, apart, distinct, kinds, place, same_period, time, within};
use crate::NothingToDraw;
use crate::kind::ChartKind;
use crate::words::filled;
use tidemark_model::{Decimal, Figure, Measure, Period, Status};

pub(super) fn compose<'a>(question: &Question<'a>, draft: &mut Draft<'a>) -> Result<(), NothingToDraw> {
    let near = near(question)?;
    let series = time::series_of(&near.own);
    let period = place::period_of(question, &near.all);
    draft.place = question.place.to_owned();
    if series.len() >= 2 {
        time::over_time(question, near.measure, &near.own, &series, draft);
        return Ok(());
    }
    if let Some(kind) = chosen(&near, period) {
        let mut other = Draft::new(question);
        if kinds::compose(question, kind, &mut other).is_ok() {
            *draft = other;
            return Ok(());
        }
    }
    if place::places(&near.all, period) >= 2 {
        place::by_place(question, near.measure, (&near.all, period), draft);
    } else {
        let figures = if near.own.is_empty() { &near.all } else { &near.own };
        apart::listed(question, near.measure, figures, draft);
    }
    Ok(())
}

/// Where the place itself has no series: its parts' over time, or values too close to one another for bars from zero.
fn chosen(near: &Near, period: Option<Period>) -> Option<ChartKind> {
    let reported = |place: &str| {
        let own: Vec<_> = near.all.iter().copied().filter(|f| f.subject == place).collect();
        time::series_of(&own).len()
    };
    let places = distinct(near.all.iter().map(|f| f.subject.as_str()));
    let with = |least: usize| places.iter().filter(|p| reported(p) >= least).count();
    if near.own.is_empty() && with(3) >= 3 {
        return Some(ChartKind::Multiples);
    }
    if near.own.is_empty() && with(2) >= 3 {
        return Some(ChartKind::Slope);
    }
    let values = near.all.iter().filter(|f| f.status == Status::Actual && same_period(f.period, period));
    let values: Vec<_> = values.map(|f| f.quantity.value).collect();
    let (low, high) = (values.iter().min()?, values.iter().max()?);
    let times = |value: &Decimal, n: i64| value.checked_mul(Decimal::from(n)).unwrap_or(Decimal::MAX);
    let close = *low > Decimal::ZERO && times(low, 4) >= times(high, 3);
    (close && place::places(&near.all, period) >= 4).then_some(ChartKind::Dots)
}

/// The kinds that this file's neighbours draw; `false` where the figures want another way.
pub(super) fn compose_as<'a>(
    question: &Question<'a>,
    kind: ChartKind,
    draft: &mut Draft<'a>,
) -> Result<bool, NothingToDraw> {
    let near = near(question)?;
    let series = time::series_of(&near.own);
    let period = place::period_of(question, &near.all);
    draft.place = question.place.to_owned();
    match kind {
        ChartKind::Line if series.len() >= 2 => {
            time::over_time(question, near.measure, &near.own, &series, draft);
        }
        ChartKind::Bars if place::places(&near.all, period) >= 2 => {
            place::by_place(question, near.measure, (&near.all, period), draft);
        }
        ChartKind::List if !near.own.is_empty() => {
            apart::listed(question, near.measure, &near.own, draft);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

pub(super) fn topic<'a>(question: &Question<'a>) -> Result<Topic<'a>, NothingToDraw> {
    let near = near(question)?;
    let indicator = question.definition.indicators[0].as_str();
    Ok(Topic::by_place(question, (near.measure, indicator, near.base), question.place, near.all))
}

/// One measure in one unit: the place's own figures, and with them those of what lies in it and beside it.
struct Near<'a> {
    measure: Measure,
    base: &'a str,
    own: Vec<&'a Figure>,
    all: Vec<&'a Figure>,
}

fn near<'a>(question: &Question<'a>) -> Result<Near<'a>, NothingToDraw> {
    let figures: Vec<&'a Figure> = question.figures.iter().filter(|f| question.definition.takes(f)).collect();
    let own: Vec<_> = figures.iter().copied().filter(|f| f.subject == question.place).collect();
    let near: Vec<_> = figures.iter().copied().filter(|f| is_near(f, question, &own)).collect();
    let Some((measure, base)) = best_measure(question, if own.is_empty() { &near } else { &own }) else {
        let name = question.definition.indicators.first().map_or("", String::as_str);
        return Err(NothingToDraw(filled(question.say().no_indicator, &[("place", question.place), ("what", name)])));
    };
    let fits = |f: &&'a Figure| f.measure == measure && f.quantity.unit == base;
    let own: Vec<_> = own.into_iter().filter(fits).collect();
    let all: Vec<_> = near.into_iter().filter(fits).collect();
    Ok(Near { measure, base, own, all })
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
