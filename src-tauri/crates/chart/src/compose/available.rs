//! Which places and periods a chart has something for, and which of them is the latest.

use super::{same_period, within};
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
/// least a third of what the richest period has, then by how much there is to show, then by day.
#[must_use]
pub fn available(definition: &Definition, figures: &[Figure]) -> Vec<Available> {
    let mut found: Vec<Available> = Vec::new();
    for figure in figures.iter().filter(|f| f.status == Status::Actual && definition.takes(f)) {
        let Some(place) = place_of(definition, figure) else { continue };
        match found.iter_mut().find(|a| a.place == place && same_period(a.period, figure.period)) {
            Some(known) => known.figures += 1,
            None => found.push(Available { place: place.to_owned(), period: figure.period, figures: 1 }),
        }
    }
    let most = found.iter().map(|a| a.figures).max().unwrap_or(0);
    found.sort_by(|a, b| key(b, most).cmp(&key(a, most)).then_with(|| a.place.cmp(&b.place)));
    found
}

/// A lone figure of this month should not hide last year's full picture.
fn key(available: &Available, most: usize) -> (bool, i32, usize, Option<Period>) {
    let enough = available.figures * 3 >= most;
    (enough, available.period.map_or(0, |p| p.last_day().year), available.figures, available.period)
}

/// The place whose chart the figure belongs to; for parts the place they lie in.
fn place_of<'a>(definition: &Definition, figure: &'a Figure) -> Option<&'a str> {
    let part = figure.kind.is_some_and(|kind| definition.parts.contains(&kind));
    match definition.kind {
        Kind::Parts if part => figure.parents.first().map(String::as_str),
        _ => Some(&figure.subject),
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
