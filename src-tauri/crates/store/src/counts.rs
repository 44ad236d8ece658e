//! What a library holds, counted: indicators, subjects and periods that have figures. Rejected ones do not count.

use crate::figure::{self, FigureFilter};
use crate::filing::Lists;
use crate::words::{Column, parsed};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap, HashSet};
use tidemark_model::Period;

/// How much there is in a library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LibraryCounts {
    /// Pages.
    pub pages: u32,
    /// Articles on them.
    pub articles: u32,
    /// Observations that are not rejected.
    pub observations: u32,
    /// Observations that are.
    pub rejected: u32,
    /// Distinct indicators.
    pub indicators: u32,
}

/// A subject with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameCount {
    /// Its name.
    pub name: String,
    /// Figures of it.
    pub observations: u32,
}

/// A period with its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodCount {
    /// The period, in its shortest form.
    pub period: Period,
    /// Figures of it.
    pub observations: u32,
}

/// An indicator with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorCount {
    /// Its name.
    pub name: String,
    /// The unit most of its figures take.
    pub unit: String,
    /// Figures of it.
    pub observations: u32,
    /// Distinct subjects.
    pub subjects: u32,
    /// Distinct periods.
    pub periods: u32,
}

pub(crate) fn library(db: &Connection, lists: &Lists) -> Column<LibraryCounts> {
    let indicators = used_names(db, lists)?.len();
    db.query_row(include_str!("counts/library.sql"), [], |row| {
        Ok(LibraryCounts {
            pages: row.get("pages")?,
            articles: row.get("articles")?,
            observations: row.get("observations")?,
            rejected: row.get("rejected")?,
            indicators: u32::try_from(indicators).unwrap_or(u32::MAX),
        })
    })
}

/// Names that any figure has.
fn used_names<'a>(db: &Connection, lists: &'a Lists) -> Column<HashSet<&'a str>> {
    let mut select = db.prepare_cached(include_str!("counts/named.sql"))?;
    let used = select.query_map([], |row| row.get::<_, i64>(0))?.collect::<Column<Vec<i64>>>()?;
    let names = used.into_iter().filter_map(|id| lists.named.get(id)).flat_map(|row| &row.names);
    Ok(names.map(String::as_str).collect())
}

/// Subjects by name.
pub(crate) fn subjects(db: &Connection) -> Column<Vec<NameCount>> {
    let mut select = db.prepare_cached(include_str!("counts/subjects.sql"))?;
    let read = |row: &rusqlite::Row| Ok(NameCount { name: row.get("name")?, observations: row.get("observations")? });
    select.query_map([], read)?.collect()
}

/// Periods of some subjects (of all, if none is named), latest first; those of the same days are one.
pub(crate) fn periods(db: &Connection, of: &[String]) -> Column<Vec<PeriodCount>> {
    let names = crate::words::to_json(&of)?;
    let mut select = db.prepare_cached(include_str!("counts/periods.sql"))?;
    let read = |row: &rusqlite::Row| {
        let period: Period = parsed(row, "period")?;
        Ok(PeriodCount { period: period.normal(), observations: row.get("observations")? })
    };
    select.query_map([names], read)?.collect()
}

/// What is counted of one indicator.
#[derive(Default)]
struct Counting<'a> {
    figures: u32,
    subjects: HashSet<&'a str>,
    periods: HashSet<(String, String)>,
    units: BTreeMap<String, u32>,
}

/// Indicators of some subjects (of all, if none is named), most figures first.
pub(crate) fn indicators(db: &Connection, lists: &Lists, of: &[String]) -> Column<Vec<IndicatorCount>> {
    let standings = of.iter().flat_map(|subject| lists.standings.of_subject(subject)).collect();
    let filter = FigureFilter { standings: (!of.is_empty()).then_some(standings), ..FigureFilter::default() };
    let mut found: HashMap<&str, Counting> = HashMap::new();
    figure::tally_names(db, lists, &filter, &mut |tally| {
        let (Some(named), Some(of)) = (lists.named.get(tally.number), lists.standings.get(tally.place)) else { return };
        for name in &named.names {
            let counting = found.entry(name).or_default();
            counting.figures += tally.figures;
            counting.subjects.insert(&of.subject);
            if !tally.days.0.is_empty() {
                counting.periods.insert((tally.days.0.to_owned(), tally.days.1.to_owned()));
            }
            *counting.units.entry(tally.unit.to_owned()).or_default() += tally.figures;
        }
    })?;
    let mut rows: Vec<_> = found.into_iter().map(|(name, counting)| counting.row(name)).collect();
    rows.sort_by(|a, b| b.observations.cmp(&a.observations).then_with(|| a.name.cmp(&b.name)));
    Ok(rows)
}

impl Counting<'_> {
    fn row(self, name: &str) -> IndicatorCount {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        IndicatorCount {
            name: name.to_owned(),
            unit: self.units.into_iter().max_by_key(|&(_, n)| n).map(|(unit, _)| unit).unwrap_or_default(),
            observations: self.figures,
            subjects: count(self.subjects.len()),
            periods: count(self.periods.len()),
        }
    }
}
