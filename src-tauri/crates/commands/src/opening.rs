//! Which period a dashboard opens with: the latest full year that its charts have something for, else the period with
//! most figures. 2023 rather than the month that the last page came out in.

use crate::Error;
use crate::charts::composed;
use crate::dashboard::{by_period, request};
use crate::scope::{self, as_shown};
use crate::snapshot::Snapshot;
use std::collections::{BTreeMap, BTreeSet};
use tidemark_chart::Definition;
use tidemark_extract::Extractor;
use tidemark_model::{Period, Status};
use tidemark_store::PlaceTally;

/// The period for a place; `tallies` are of all figures of it and of what lies in it, `names` of the indicators that
/// have charts of their own.
pub(crate) fn period(
    snapshot: &Snapshot,
    place: &str,
    tallies: &[PlaceTally],
    names: &[String],
    extractor: &Extractor,
) -> Result<Option<Period>, Error> {
    let named: Vec<_> = Definition::built_in();
    if let Some(year) = latest_year(snapshot, place, &named, extractor)? {
        return Ok(Some(year));
    }
    let single: Vec<_> =
        names.iter().take(crate::dashboard::INDICATOR_CHARTS).map(|n| Definition::indicator(n)).collect();
    if let Some(year) = latest_year(snapshot, place, &single, extractor)? {
        return Ok(Some(year));
    }
    Ok(fullest(tallies))
}

/// The latest year that one of the charts has marks for, and that at least half as many have figures for as for any
/// other year: a lone figure of this year should not hide the full picture of the last.
fn latest_year(
    snapshot: &Snapshot,
    place: &str,
    charts: &[Definition],
    extractor: &Extractor,
) -> Result<Option<Period>, Error> {
    let mut told: BTreeMap<Period, usize> = BTreeMap::new();
    for chart in charts {
        let places = scope::places_of(snapshot, chart, place)?;
        let tallies = scope::tallies(snapshot, chart, Some(&places))?;
        let years: BTreeSet<Period> = tallies.iter().filter_map(|tally| tally.period.map(as_shown)).collect();
        for year in years.into_iter().filter(|period| matches!(period, Period::Year(_))) {
            *told.entry(year).or_default() += 1;
        }
    }
    let most = told.values().copied().max().unwrap_or(0);
    let mut years = told.into_iter().rev().filter(|(_, charts)| charts * 2 >= most).map(|(year, _)| year);
    let draws = |year: &Period, chart: &Definition| {
        composed(snapshot, &request(&chart.name, Some(place), Some(*year)), extractor).is_ok()
    };
    Ok(years.find(|year| charts.iter().any(|chart| draws(year, chart))))
}

/// The period with most figures of what happened, the latest of several; of what is planned where nothing has.
fn fullest(tallies: &[PlaceTally]) -> Option<Period> {
    let most = |of: BTreeMap<Period, u32>| of.into_iter().max_by_key(|&(_, count)| count).map(|(period, _)| period);
    most(by_period(tallies.iter().filter(|tally| tally.status == Status::Actual)))
        .or_else(|| most(by_period(tallies.iter())))
}
