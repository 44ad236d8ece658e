//! Any indicator: over time where a place has it for two periods of one length, by place where several have it for
//! one period, else its figures listed.

use super::{Draft, Question, apart, distinct, place, same_period, time, within};
use crate::NothingToDraw;
use crate::words::{ZH, filled};
use tidemark_model::{Figure, Measure};

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
    let series = time::series_of(&own);
    let period = place::period_of(question, &near);
    if series.len() >= 2 {
        time::over_time(question, measure, &own, &series, draft);
    } else if place::places(&near, period) >= 2 {
        place::by_place(question, measure, (&near, period), draft);
    } else {
        apart::listed(question, measure, if own.is_empty() { &near } else { &own }, draft);
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
