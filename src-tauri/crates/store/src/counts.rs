//! What a library holds, counted: indicators, subjects and periods that have figures. Rejected ones do not count.

use crate::words::{Column, parsed};
use rusqlite::Connection;
use std::collections::HashMap;
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

pub(crate) fn library(db: &Connection) -> Column<LibraryCounts> {
    db.query_row(include_str!("counts/library.sql"), [], |row| {
        Ok(LibraryCounts {
            pages: row.get("pages")?,
            articles: row.get("articles")?,
            observations: row.get("observations")?,
            rejected: row.get("rejected")?,
            indicators: row.get("indicators")?,
        })
    })
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

/// Indicators of some subjects (of all, if none is named), most figures first.
pub(crate) fn indicators(db: &Connection, of: &[String]) -> Column<Vec<IndicatorCount>> {
    let names = crate::words::to_json(&of)?;
    let units = usual_units(db, &names)?;
    let mut select = db.prepare_cached(include_str!("counts/indicators.sql"))?;
    let read = |row: &rusqlite::Row| {
        let name: String = row.get("name")?;
        let unit = units.get(&name).map(|(unit, _)| unit.clone()).unwrap_or_default();
        let (observations, subjects) = (row.get("observations")?, row.get("subjects")?);
        Ok(IndicatorCount { name, unit, observations, subjects, periods: row.get("periods")? })
    };
    select.query_map([names], read)?.collect()
}

fn usual_units(db: &Connection, names: &str) -> Column<HashMap<String, (String, u32)>> {
    let mut select = db.prepare_cached(include_str!("counts/units.sql"))?;
    let rows = select
        .query_map([names], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, u32>(2)?)))?;
    let mut usual: HashMap<String, (String, u32)> = HashMap::new();
    for row in rows {
        let (name, unit, count) = row?;
        let best = usual.entry(name).or_insert_with(|| (unit.clone(), count));
        if count > best.1 {
            *best = (unit, count);
        }
    }
    Ok(usual)
}
