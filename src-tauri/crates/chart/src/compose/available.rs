//! Which places and periods a chart has something for, and which of them is the latest.

use super::{same_period, when, within, year_end};
use crate::definition::{Definition, Kind};
use std::collections::HashMap;
use tidemark_model::{Figure, Period, PlaceKind, Status};

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

/// How many figures that a chart takes somebody has of some period.
#[derive(Clone, Copy, Debug)]
pub struct Tally<'a> {
    /// Whose: 大创小镇.
    pub subject: &'a str,
    /// What kind of place that is, if it is a known place.
    pub kind: Option<PlaceKind>,
    /// The places it lies in, nearest first.
    pub parents: &'a [String],
    /// When.
    pub period: Option<Period>,
    /// How many.
    pub figures: usize,
}

/// What is known of places beside the figures that a chart takes.
pub trait Surroundings {
    /// How many figures of any indicator are the place's or of what lies in it.
    fn said(&self, place: &str) -> usize;
    /// Whether the one lies in the other.
    fn lies_in(&self, name: &str, place: &str) -> bool;
}

/// All figures there are.
impl Surroundings for [Figure] {
    fn said(&self, place: &str) -> usize {
        self.iter().filter(|f| f.subject == place || within(f, place)).count()
    }

    fn lies_in(&self, name: &str, place: &str) -> bool {
        self.iter().any(|f| f.subject == name && within(f, place))
    }
}

/// Every place and period the chart has something for, the best to start with first: the latest year that has at
/// least a third of what the richest period has, in it the place most is said of, then by how much there is to show.
#[must_use]
pub fn available(definition: &Definition, figures: &[Figure]) -> Vec<Available> {
    available_of(definition, &tallies(definition, figures), figures)
}

fn tallies<'a>(definition: &Definition, figures: &'a [Figure]) -> Vec<Tally<'a>> {
    let taken = figures.iter().filter(|f| f.status == Status::Actual && definition.takes(f));
    taken.map(tally).collect()
}

fn tally(figure: &Figure) -> Tally<'_> {
    let Figure { subject, kind, parents, .. } = figure;
    Tally { subject, kind: *kind, parents, period: when(figure), figures: 1 }
}

/// The same of figures that are counted already: actual ones that the chart takes.
#[must_use]
pub fn available_of<S: Surroundings + ?Sized>(
    definition: &Definition,
    tallies: &[Tally],
    surroundings: &S,
) -> Vec<Available> {
    let mut found: HashMap<(&str, Option<Period>), usize> = HashMap::new();
    for tally in tallies {
        let (place, counts) = place_of(definition, tally);
        *found.entry((place, tally.period.map(year_end))).or_default() += counts;
    }
    let most = found.values().copied().max().unwrap_or(0);
    let mut said: HashMap<&str, usize> = HashMap::new();
    let mut order: Vec<_> = found
        .into_iter()
        .map(|((place, period), figures)| {
            let weight = *said.entry(place).or_insert_with(|| surroundings.said(place));
            (Available { place: place.to_owned(), period, figures }, weight)
        })
        .collect();
    order.sort_by(|(a, wa), (b, wb)| key(b, *wb, most).cmp(&key(a, *wa, most)).then_with(|| a.place.cmp(&b.place)));
    order.into_iter().map(|(available, _)| available).collect()
}

/// A lone figure of this month should not hide last year's full picture, nor a neighbour's the library's own place.
fn key(available: &Available, weight: usize, most: usize) -> (bool, i32, usize, usize, Option<Period>) {
    let enough = available.figures > 0 && available.figures * 3 >= most;
    let year = available.period.map_or(0, |p| p.last_day().year);
    (enough, year, weight, available.figures, available.period)
}

/// The place whose chart the figures belong to, and how much they add there: for parts the place they lie in; a whole
/// without parts is no reason to draw them.
fn place_of<'a>(definition: &Definition, tally: &Tally<'a>) -> (&'a str, usize) {
    let part = tally.kind.is_some_and(|kind| definition.parts.contains(&kind));
    match (definition.kind, tally.parents.first()) {
        (Kind::Parts, Some(parent)) if part => (parent, tally.figures),
        (Kind::Parts, _) => (tally.subject, 0),
        _ => (tally.subject, tally.figures),
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
    latest_of(definition, &tallies(definition, figures), figures, (place, period))
}

/// The same of figures that are counted already: actual ones that the chart takes.
#[must_use]
pub fn latest_of<S: Surroundings + ?Sized>(
    definition: &Definition,
    tallies: &[Tally],
    surroundings: &S,
    (place, period): (Option<&str>, Option<Period>),
) -> Option<(String, Option<Period>)> {
    let all = available_of(definition, tallies, surroundings);
    let in_period = |a: &&Available| period.is_none() || same_period(a.period, period);
    let own = all.iter().filter(in_period).find(|a| place.is_none_or(|p| a.place == p));
    let inside = || all.iter().filter(in_period).find(|a| place.is_some_and(|p| surroundings.lies_in(&a.place, p)));
    let around = || all.iter().filter(in_period).find(|a| place.is_some_and(|p| surroundings.lies_in(p, &a.place)));
    let found = own.or_else(inside).or_else(around)?;
    Some((place.map_or_else(|| found.place.clone(), str::to_owned), found.period))
}
