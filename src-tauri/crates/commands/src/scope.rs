//! Which figures a question needs: a chart those of its place, its names and its period, and what the ledger derives
//! from beside them; the evidence of a figure those that say something of the same thing.

use crate::Error;
use crate::snapshot::Snapshot;
use std::collections::HashSet;
use tidemark_chart::{Definition, Kind, Surroundings, Tally, latest_of};
use tidemark_extract::Gazetteer;
use tidemark_ledger::alike_indicators as alike;
use tidemark_model::{Date, Figure, Measure, ObservationId, Period, Quantity, Source, Status};
use tidemark_store::{FigureFilter, Named, PlaceTally, StandingTally};

/// First and last day.
pub(crate) type Days = Option<(Date, Date)>;

/// The days that charts take for one period: what stands at the year's last day is the year's.
pub(crate) fn days_of(period: Option<Period>) -> Vec<Days> {
    let Some(period) = period else { return vec![None] };
    match as_shown(period) {
        Period::Year(year) => {
            let last = Date { year, month: 12, day: 31 };
            vec![Some((Date { year, month: 1, day: 1 }, last)), Some((last, last))]
        }
        other => vec![Some((other.first_day(), other.last_day()))],
    }
}

/// A period as charts and dashboard list it: 截至2023年底 is 2023.
pub(crate) fn as_shown(period: Period) -> Period {
    match period.normal() {
        Period::Day(Date { year, month: 12, day: 31 }) => Period::Year(year),
        other => other,
    }
}

/// Whether a chart could take a figure of this name.
fn takes(definition: &Definition, named: &Named) -> bool {
    let industry = |name: &String| definition.industries.iter().any(|i| i.is_output(name) || i.is_value(name));
    named.names.iter().any(industry) || definition.takes(&specimen(definition, named))
}

/// A figure of this name with a measure and unit that the chart takes.
fn specimen(definition: &Definition, named: &Named) -> Figure {
    let unit = definition.units.first().cloned().unwrap_or_default();
    let (value, step) = Default::default();
    let (qualifier_word, printed, qualifier) = Default::default();
    let source = Source {
        page_name: String::new(),
        newspaper: None,
        issue: None,
        page_number: None,
        article: 0,
        headline: String::new(),
    };
    Figure {
        id: ObservationId(0),
        indicators: named.names.clone(),
        each: false,
        family: named.family.clone(),
        measure: definition.measures.first().copied().unwrap_or(Measure::Total),
        subject: String::new(),
        parents: Vec::new(),
        kind: None,
        period: None,
        quantity: Quantity { value, value_max: None, unit, qualifier, qualifier_word, step, printed },
        whole: None,
        status: Status::Actual,
        source,
    }
}

/// Numbers of the names that a chart takes.
pub(crate) fn names_of(snapshot: &Snapshot, definition: &Definition) -> Result<Vec<i64>, Error> {
    snapshot.named(&definition.name, &|named| takes(definition, named))
}

/// Numbers of the names that the ledger may read as one with any of these.
fn alike_to(snapshot: &Snapshot, names: &[String]) -> Result<Vec<i64>, Error> {
    let about = format!("alike {}", names.join("、"));
    snapshot.named(&about, &|named| named.names.iter().any(|name| names.iter().any(|other| alike(name, other))))
}

/// Those, and the names that may be read as one with one of them.
fn alike_names(snapshot: &Snapshot, names: &[String]) -> Result<Vec<i64>, Error> {
    let once: HashSet<i64> = alike_to(snapshot, names)?.into_iter().collect();
    let all: Vec<String> = snapshot.ask(|library| {
        let rows = once.iter().map(|number| library.named_row(*number));
        Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().flat_map(|row| row.names.clone()).collect())
    })?;
    let mut distinct: Vec<String> = all.into_iter().collect::<HashSet<_>>().into_iter().collect();
    distinct.sort_unstable();
    alike_to(snapshot, &distinct)
}

/// Numbers of the standings that are one of these places or lie in it.
fn near(snapshot: &Snapshot, places: &[String]) -> Result<Vec<i64>, Error> {
    let mut found = Vec::new();
    for place in places {
        found.extend(snapshot.ask(|library| library.standings_near(place))?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Nearest parents of a place as its figures have them, with whether it is itself of the kinds that are parts.
fn parents(snapshot: &Snapshot, definition: &Definition, place: &str) -> Result<Vec<(String, bool)>, Error> {
    snapshot.ask(|library| {
        let mut found = Vec::new();
        for number in library.standings_of(place)? {
            let Some(standing) = library.standing(number)? else { continue };
            let part = standing.kind.is_some_and(|kind| definition.parts.contains(&kind));
            found.extend(standing.parents.first().map(|parent| (parent.clone(), part)));
        }
        Ok(found)
    })
}

/// Which periods a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    /// The one asked for, where the chart is of one.
    Asked,
    /// All of them.
    All,
}

/// The figures that a chart of this place and period is composed of.
pub(crate) fn figures(
    snapshot: &Snapshot,
    definition: &Definition,
    (place, period): (&str, Option<Period>),
    span: Span,
) -> Result<Vec<Figure>, Error> {
    match definition.kind {
        Kind::Indicator => over_time(snapshot, definition, place),
        _ => of_period(snapshot, definition, place, (days_of(period), span)),
    }
}

/// The places whose figures a chart of one period draws: the one asked for; where that is a part itself, the place it
/// is a part of too.
pub(crate) fn places_of(snapshot: &Snapshot, definition: &Definition, place: &str) -> Result<Vec<String>, Error> {
    let wholes = parents(snapshot, definition, place)?.into_iter().filter(|(_, part)| *part).map(|(whole, _)| whole);
    Ok(std::iter::once(place.to_owned()).chain(wholes).collect())
}

/// Every period's: of the place, of what lies in it and beside it.
fn over_time(snapshot: &Snapshot, definition: &Definition, place: &str) -> Result<Vec<Figure>, Error> {
    // Shares of what lies beside the place, and in that, tell of it as well.
    let mut around = vec![place.to_owned()];
    let mut all = near(snapshot, &around)?;
    for (parent, _) in parents(snapshot, definition, place)? {
        all.extend(directly_in(snapshot, &parent)?);
        around.push(parent);
    }
    all.sort_unstable();
    all.dedup();
    let named = Some(names_of(snapshot, definition)?);
    let drawn = FigureFilter { standings: Some(all), named, ..FigureFilter::default() };
    let mut filters = vec![drawn];
    filters.extend(reckoned(snapshot, &definition.indicators, near(snapshot, &around)?)?);
    snapshot.ask(|library| library.figures(&filters, &[]))
}

/// Shares of these indicators that places have, and the amounts that they are of.
fn reckoned(snapshot: &Snapshot, indicators: &[String], places: Vec<i64>) -> Result<Vec<FigureFilter>, Error> {
    let shares = FigureFilter {
        standings: Some(places),
        named: Some(alike_to(snapshot, indicators)?),
        measures: vec![Measure::Share],
        status: Some(Status::Actual),
        ..FigureFilter::default()
    };
    let (mut said_of, mut names) = (HashSet::new(), HashSet::new());
    snapshot.ask(|library| {
        library.tally_names(&shares, &mut |tally| {
            said_of.insert(tally.standing.subject.clone());
            names.extend(tally.named.names.iter().cloned());
        })
    })?;
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_unstable();
    let mut standings = Vec::new();
    for subject in said_of {
        standings.extend(snapshot.ask(|library| library.standings_of(&subject))?);
    }
    let amounts = FigureFilter {
        standings: Some(standings),
        named: Some(alike_to(snapshot, &names)?),
        measures: vec![Measure::Total, Measure::New],
        ..shares.clone()
    };
    Ok(vec![shares, amounts])
}

fn directly_in(snapshot: &Snapshot, parent: &str) -> Result<Vec<i64>, Error> {
    snapshot.ask(|library| {
        let mut found = Vec::new();
        for number in library.standings_near(parent)? {
            let standing = library.standing(number)?;
            found.extend(standing.filter(|s| s.parents.first().is_some_and(|p| p == parent)).map(|_| number));
        }
        Ok(found)
    })
}

/// One period's: of the place and what lies in it; of a part, of the place it is a part of. With the shares said of
/// them, and one figure of every part, so that those without the one drawn are named. Of the other periods, where they
/// are asked for, what has the names drawn or is reckoned with it.
fn of_period(
    snapshot: &Snapshot,
    definition: &Definition,
    place: &str,
    (days, span): (Vec<Days>, Span),
) -> Result<Vec<Figure>, Error> {
    let standings = near(snapshot, &places_of(snapshot, definition, place)?)?;
    let mut named = names_of(snapshot, definition)?;
    if definition.kind == Kind::Parts {
        named.extend(alike_names(snapshot, &definition.indicators)?);
        named.sort_unstable();
        named.dedup();
    }
    let all = FigureFilter { standings: Some(standings.clone()), days: Some(days), ..FigureFilter::default() };
    let shares = FigureFilter { measures: vec![Measure::Share], ..all.clone() };
    let days = all.days.clone().filter(|_| span == Span::Asked);
    let drawn = FigureFilter { named: Some(named), days, ..all };
    snapshot.ask(|library| {
        let mut parts = Vec::new();
        for number in standings.into_iter().filter(|_| !definition.parts.is_empty()) {
            let kind = library.standing(number)?.and_then(|standing| standing.kind);
            parts.extend(kind.filter(|kind| definition.parts.contains(kind)).map(|_| number));
        }
        library.figures(&[drawn, shares], &parts)
    })
}

/// The figures that say something of the same thing as one, or that something of it is reckoned from.
pub(crate) fn beside(snapshot: &Snapshot, own: &Figure) -> Result<Vec<Figure>, Error> {
    let Some(period) = own.period else { return Ok(vec![own.clone()]) };
    let named = alike_names(snapshot, &own.indicators)?;
    let days = Some(vec![Some((period.first_day(), period.last_day()))]);
    snapshot
        .ask(|library| library.figures(&[FigureFilter { named: Some(named), days, ..FigureFilter::default() }], &[]))
}

/// Every standing that has figures; asked once between two changes.
pub(crate) fn standings(snapshot: &Snapshot) -> Result<std::sync::Arc<Vec<StandingTally>>, Error> {
    snapshot.once("standings", |snapshot| snapshot.ask(tidemark_store::Library::standings))
}

/// Places around those that a chart takes figures of.
struct Around<'a> {
    snapshot: &'a Snapshot,
    places: &'a Gazetteer,
}

impl Surroundings for Around<'_> {
    fn said(&self, place: &str) -> usize {
        let near: HashSet<i64> =
            self.snapshot.ask(|library| library.standings_near(place)).unwrap_or_default().into_iter().collect();
        let all = standings(self.snapshot);
        all.map_or(0, |all| all.iter().filter(|s| near.contains(&s.number)).map(|s| s.figures as usize).sum())
    }

    fn lies_in(&self, name: &str, place: &str) -> bool {
        let above = |s: std::sync::Arc<tidemark_store::Standing>| s.parents.iter().any(|parent| parent == place);
        let known = self.snapshot.ask(|library| {
            let numbers = library.standings_of(name)?;
            numbers.into_iter().try_fold(false, |yes, n| Ok(yes || library.standing(n)?.is_some_and(above)))
        });
        known.unwrap_or(false) || self.places.parents(name).iter().any(|parent| parent == place)
    }
}

/// Actual figures that a chart takes, counted by standing and days: of a place and what lies in it, or of all.
pub(crate) fn tallies(
    snapshot: &Snapshot,
    definition: &Definition,
    places: Option<&[String]>,
) -> Result<Vec<PlaceTally>, Error> {
    let filter =
        FigureFilter {
            standings: places.map(|places| near(snapshot, places)).transpose()?,
            named: Some(snapshot.named(&format!("{} itself", definition.name), &|named| {
                definition.takes(&specimen(definition, named))
            })?),
            measures: definition.measures.clone(),
            units: definition.units.clone(),
            status: Some(Status::Actual),
            ..FigureFilter::default()
        };
    snapshot.ask(|library| library.tally(&filter))
}

/// The place and period a chart starts with, where it has something: of the place asked for and what lies in it, else
/// of the places around it.
pub(crate) fn start(
    snapshot: &Snapshot,
    definition: &Definition,
    places: &Gazetteer,
    (place, period): (Option<&str>, Option<Period>),
) -> Result<Option<(String, Option<Period>)>, Error> {
    let own = place.map(|place| vec![place.to_owned()]);
    let found = start_among(snapshot, definition, places, (place, period), own.as_deref())?;
    let Some(place) = place.filter(|_| found.is_none()) else { return Ok(found) };
    let around: Vec<String> = parents(snapshot, definition, place)?.into_iter().map(|(parent, _)| parent).collect();
    let above = around.first().map(|parent| places.parents(parent)).unwrap_or_default();
    let around: Vec<String> = around.into_iter().chain(above).collect();
    start_among(snapshot, definition, places, (Some(place), period), Some(&around))
}

fn start_among(
    snapshot: &Snapshot,
    definition: &Definition,
    places: &Gazetteer,
    asked: (Option<&str>, Option<Period>),
    among: Option<&[String]>,
) -> Result<Option<(String, Option<Period>)>, Error> {
    let found = tallies(snapshot, definition, among)?;
    let tally = |tally: &PlaceTally| (tally.standing.clone(), tally.period, tally.figures as usize);
    let found: Vec<_> = found.iter().map(tally).collect();
    let tallies: Vec<Tally> = found
        .iter()
        .map(|(standing, period, figures)| Tally {
            subject: &standing.subject,
            kind: standing.kind,
            parents: &standing.parents,
            period: *period,
            figures: *figures,
        })
        .collect();
    Ok(latest_of(definition, &tallies, &Around { snapshot, places }, asked))
}
