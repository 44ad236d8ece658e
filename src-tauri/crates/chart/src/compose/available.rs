//! Which places and periods a chart has something for, and which of them is the latest.

use super::{same_period, when, within};
use crate::definition::{Definition, Kind};
use tidemark_model::{Figure, Period, Status};

/// A place and period a chart has marks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Available {
    /// 钱塘区
    pub place: String,
    /// When.
    pub period: Option<Period>,
    /// Figures that could be marks.
    pub figures: usize,
}

/// Every place and period the chart has something for, the best to start with first: the latest year that has at
/// least a third of what the richest period has, in it the place most is said of, then by how much there is to show.
#[must_use]
pub fn available(definition: &Definition, figures: &[Figure]) -> Vec<Available> {
    let mut found: Vec<Available> = Vec::new();
    for figure in figures.iter().filter(|f| f.status == Status::Actual && definition.takes(f)) {
        let (place, counts) = place_of(definition, figure);
        match found.iter_mut().find(|a| a.place == place && same_period(a.period, figure.period)) {
            Some(known) => known.figures += counts,
            None => found.push(Available { place: place.to_owned(), period: when(figure), figures: counts }),
        }
    }
    let most = found.iter().map(|a| a.figures).max().unwrap_or(0);
    let said = |place: &str| figures.iter().filter(|f| f.subject == place || within(f, place)).count();
    let weights: Vec<_> = found.iter().map(|a| said(&a.place)).collect();
    let mut order: Vec<_> = found.into_iter().zip(weights).collect();
    order.sort_by(|(a, wa), (b, wb)| key(b, *wb, most).cmp(&key(a, *wa, most)).then_with(|| a.place.cmp(&b.place)));
    order.into_iter().map(|(available, _)| available).collect()
}

/// A lone figure of this month should not hide last year's full picture, nor a neighbour's the library's own place.
fn key(available: &Available, weight: usize, most: usize) -> (bool, i32, usize, usize, Option<Period>) {
    let enough = available.figures > 0 && available.figures * 3 >= most;
    let year = available.period.map_or(0, |p| p.last_day().year);
    (enough, year, weight, available.figures, available.period)
}

/// The place whose chart the figure belongs to, and how much it adds there: for parts the place they lie in; a whole
/// without parts is no reason to draw them.
fn place_of<'a>(definition: &Definition, figure: &'a Figure) -> (&'a str, usize) {
    let part = figure.kind.is_some_and(|kind| definition.parts.contains(&kind));
    match (definition.kind, figure.parents.first()) {
        (Kind::Parts, Some(parent)) if part => (parent, 1),
        (Kind::Parts, _) => (&figure.subject, 0),
        _ => (&figure.subject, 1),
    }
}

/// The place and period to draw when they are not given, or only one of them is.
#[must_use]
pub fn latest(
    definition: &Definition,
    figures: &[Figure],
    place: Option<&str>,
    period: Option<Period>,
) -> Option<(String, Option<Period>)> {
    let lies_in = |name: &str, place: &str| figures.iter().any(|f| f.subject == name && within(f, place));
    let all = available(definition, figures);
    let in_period = |a: &&Available| period.is_none() || same_period(a.period, period);
    let own = all.iter().filter(in_period).find(|a| place.is_none_or(|p| a.place == p));
    let inside = || all.iter().filter(in_period).find(|a| place.is_some_and(|p| lies_in(&a.place, p)));
    let around = || all.iter().filter(in_period).find(|a| place.is_some_and(|p| lies_in(p, &a.place)));
    let found = own.or_else(inside).or_else(around)?;
    Some((place.map_or_else(|| found.place.clone(), str::to_owned), found.period))
}
