//! Figures: observations that nobody has rejected and that say whose they are and of what, read as charts ask for
//! them: some places, some names, some days.

use crate::filing::Lists;
use crate::named::Named;
use crate::observation;
use crate::standing::Standing;
use crate::words::{Column, parsed_if_any, word};
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;
use std::sync::Arc;
use tidemark_model::{Date, Figure, Measure, ObservationId, PageId, Period, Source, Status};

/// Seeks that cost less than reading all of a name's entries.
const SEEKS: usize = 6000;

/// Which figures; what is absent does not filter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureFilter {
    /// Numbers of the standings, any of them.
    pub standings: Option<Vec<i64>>,
    /// Numbers of what is measured, any of it.
    pub named: Option<Vec<i64>>,
    /// First and last day, any of these; `None` among them for figures without a period.
    pub days: Option<Vec<Option<(Date, Date)>>>,
    /// Base units, any of them; all where there is none.
    pub units: Vec<String>,
    /// Measures, any of them; all where there is none.
    pub measures: Vec<Measure>,
    /// Actual or planned.
    pub status: Option<Status>,
}

/// How many figures a standing has of some days.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceTally {
    /// Whose.
    pub standing: Arc<Standing>,
    /// When, in the shortest form.
    pub period: Option<Period>,
    /// Actual or planned.
    pub status: Status,
    /// How many.
    pub figures: u32,
}

/// How many figures there are of a name, by standing, days, measure, status and unit.
#[derive(Clone, Debug, PartialEq)]
pub struct NameTally<'a> {
    /// Of what.
    pub named: &'a Arc<Named>,
    /// Its number.
    pub number: i64,
    /// Whose.
    pub standing: &'a Arc<Standing>,
    /// The standing's number.
    pub place: i64,
    /// First and last day as they are written; empty where there is no period.
    pub days: (&'a str, &'a str),
    /// The kind of figure.
    pub measure: &'a str,
    /// The base unit.
    pub unit: &'a str,
    /// How many.
    pub figures: u32,
}

/// How many figures a standing has.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingTally {
    /// Its number.
    pub number: i64,
    /// Whose.
    pub standing: Arc<Standing>,
    /// How many.
    pub figures: u32,
}

impl FigureFilter {
    /// ` FROM … WHERE …`, by the index that leads to the figures with the fewest steps.
    fn conditions(&self) -> String {
        let (standings, named) = (self.standings.as_deref(), self.named.as_deref());
        let seeks = standings.map_or(1, <[i64]>::len) * named.map_or(1, <[i64]>::len);
        let by_name = named.is_some() && (standings.is_none() || self.days.is_none() || seeks <= SEEKS / 4);
        let index = if by_name || standings.is_none() { "figure_by_name" } else { "figure_by_standing" };
        let mut sql = format!(
            " FROM observation INDEXED BY {index} WHERE NOT rejected AND standing IS NOT NULL AND named IS NOT NULL"
        );
        if let Some(standings) = standings {
            let seek = if by_name && seeks > SEEKS { "+" } else { "" };
            let _ = write!(sql, " AND {seek}standing IN ({})", listed(standings));
        }
        if let Some(named) = named {
            let _ = write!(sql, " AND named IN ({})", listed(named));
        }
        if let Some(days) = &self.days {
            let any: Vec<String> = days.iter().map(|days| of_days(*days)).collect();
            let _ = write!(sql, " AND ({})", any.join(" OR "));
        }
        if !self.measures.is_empty() {
            let names: Vec<_> = self.measures.iter().map(|measure| format!("'{}'", measure.name())).collect();
            let _ = write!(sql, " AND measure IN ({})", names.join(","));
        }
        if !self.units.is_empty() {
            let units: Vec<_> = self.units.iter().map(|unit| format!("'{}'", unit.replace('\'', "''"))).collect();
            let _ = write!(sql, " AND unit IN ({})", units.join(","));
        }
        if let Some(status) = self.status {
            let _ = write!(sql, " AND taken_as = '{}'", status.name());
        }
        sql
    }

    /// The same, a filter a day: SQLite seeks by days only where they are not joined by OR. None where nothing can be
    /// found.
    fn by_days(&self) -> Vec<Self> {
        let none = |list: &Option<Vec<i64>>| list.as_ref().is_some_and(Vec::is_empty);
        match &self.days {
            _ if none(&self.standings) || none(&self.named) => Vec::new(),
            Some(days) if days.is_empty() => Vec::new(),
            Some(days) if days.len() > 1 => {
                days.iter().map(|&days| Self { days: Some(vec![days]), ..self.clone() }).collect()
            }
            _ => vec![self.clone()],
        }
    }
}

fn listed(numbers: &[i64]) -> String {
    numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
}

fn of_days(days: Option<(Date, Date)>) -> String {
    match days {
        Some((first, last)) => format!("last_day = '{last}' AND first_day = '{first}'"),
        None => "last_day IS NULL".to_owned(),
    }
}

/// A figure's place in page order.
type Order = (i64, i64, i64, i64);

const COLUMNS: &str = "SELECT id, page, article, span_start, standing, named, measure, taken_as, period, value, value_max, \
                       unit, qualifier, qualifier_word, step, printed, whole, said_of_each";

pub(crate) fn figures(db: &Connection, lists: &Lists, filters: &[FigureFilter], firsts: &[i64]) -> Column<Vec<Figure>> {
    let mut reading = Reading { db, lists, sources: HashMap::new(), found: BTreeMap::new() };
    for filter in filters.iter().flat_map(FigureFilter::by_days) {
        reading.all(&format!("{COLUMNS}{}", filter.conditions()))?;
    }
    let firsts = first_numbers(db, firsts)?;
    if !firsts.is_empty() {
        reading.all(&format!("{COLUMNS} FROM observation WHERE id IN ({})", listed(&firsts)))?;
    }
    Ok(reading.found.into_values().collect())
}

pub(crate) fn one(db: &Connection, lists: &Lists, id: ObservationId) -> Column<Option<Figure>> {
    let mut reading = Reading { db, lists, sources: HashMap::new(), found: BTreeMap::new() };
    let is_figure = "NOT rejected AND standing IS NOT NULL AND named IS NOT NULL";
    reading.all(&format!("{COLUMNS} FROM observation WHERE id = {} AND {is_figure}", id.0))?;
    Ok(reading.found.into_values().next())
}

/// The number of a figure of each standing, that of its first days.
fn first_numbers(db: &Connection, standings: &[i64]) -> Column<Vec<i64>> {
    let mut first = db.prepare_cached(include_str!("figure/first.sql"))?;
    let found = standings.iter().map(|standing| first.query_row([standing], |row| row.get(0)).optional());
    found.filter_map(Column::transpose).collect()
}

/// Figures being read, each source once.
struct Reading<'a> {
    db: &'a Connection,
    lists: &'a Lists,
    sources: HashMap<(i64, i64), Source>,
    found: BTreeMap<Order, Figure>,
}

impl Reading<'_> {
    fn all(&mut self, sql: &str) -> Column<()> {
        let mut select = self.db.prepare(sql)?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let (id, page, article) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let order: Order = (page, article, row.get(3)?, id);
            if !self.found.contains_key(&order)
                && let Some(figure) = self.figure(row, (page, article))?
            {
                self.found.insert(order, figure);
            }
        }
        Ok(())
    }

    fn figure(&mut self, row: &Row, place: (i64, i64)) -> Column<Option<Figure>> {
        let (standing, named) = (self.lists.standings.get(row.get(4)?), self.lists.named.get(row.get(5)?));
        let (Some(standing), Some(named)) = (standing.cloned(), named.cloned()) else { return Ok(None) };
        Ok(Some(Figure {
            id: ObservationId(row.get(0)?),
            indicators: named.names.clone(),
            each: row.get("said_of_each")?,
            family: named.family.clone(),
            measure: word(row, "measure")?,
            subject: standing.subject.clone(),
            parents: standing.parents.clone(),
            kind: standing.kind,
            period: parsed_if_any(row, "period")?,
            quantity: observation::read_quantity(row)?,
            whole: row.get("whole")?,
            status: word(row, "taken_as")?,
            source: self.source(place)?,
        }))
    }

    fn source(&mut self, place: (i64, i64)) -> Column<Source> {
        if let Some(known) = self.sources.get(&place) {
            return Ok(known.clone());
        }
        let mut select = self.db.prepare_cached(include_str!("figure/source.sql"))?;
        let source = select.query_row([place.0, place.1], |row| {
            Ok(Source {
                page_name: row.get("name")?,
                newspaper: row.get("newspaper")?,
                issue: parsed_if_any(row, "issue")?,
                page_number: row.get("page_number")?,
                article: usize::try_from(place.1).unwrap_or(0),
                headline: row.get("headline")?,
            })
        })?;
        self.sources.insert(place, source.clone());
        Ok(source)
    }
}

pub(crate) fn tally(db: &Connection, lists: &Lists, filter: &FigureFilter) -> Column<Vec<PlaceTally>> {
    let mut found = Vec::new();
    for filter in filter.by_days() {
        let sql = format!(
            "SELECT standing, first_day, last_day, taken_as, count(*){} GROUP BY standing, last_day, first_day, taken_as",
            filter.conditions()
        );
        let mut select = db.prepare(&sql)?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let Some(standing) = lists.standings.get(row.get(0)?) else { continue };
            let period = period(row)?;
            let (status, figures) = (word(row, "taken_as")?, row.get(4)?);
            found.push(PlaceTally { standing: Arc::clone(standing), period, status, figures });
        }
    }
    Ok(found)
}

fn period(row: &Row) -> Column<Option<Period>> {
    let (first, last): (Option<Period>, Option<Period>) =
        (parsed_if_any(row, "first_day")?, parsed_if_any(row, "last_day")?);
    Ok(first.zip(last).map(|(first, last)| Period::Days(first.first_day(), last.last_day()).normal()))
}

pub(crate) fn tally_names(
    db: &Connection,
    lists: &Lists,
    filter: &FigureFilter,
    each: &mut dyn FnMut(NameTally),
) -> Column<()> {
    for filter in filter.by_days() {
        let sql = format!(
            "SELECT named, standing, first_day, last_day, measure, unit, count(*){}
             GROUP BY named, standing, last_day, first_day, measure, taken_as, unit",
            filter.conditions()
        );
        let mut select = db.prepare(&sql)?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let (number, place) = (row.get(0)?, row.get(1)?);
            let (Some(named), Some(standing)) = (lists.named.get(number), lists.standings.get(place)) else {
                continue;
            };
            let day = |n: usize| Ok::<_, rusqlite::Error>(row.get_ref(n)?.as_str_or_null()?.unwrap_or_default());
            let (measure, unit) = (row.get_ref(4)?.as_str()?, row.get_ref(5)?.as_str()?);
            let days = (day(2)?, day(3)?);
            each(NameTally { named, number, standing, place, days, measure, unit, figures: row.get(6)? });
        }
    }
    Ok(())
}

pub(crate) fn count(db: &Connection, filter: &FigureFilter) -> Column<(u32, u32)> {
    let (mut figures, mut pages) = (0, HashSet::<i64>::new());
    for filter in filter.by_days() {
        let mut select = db.prepare(&format!("SELECT page, count(*){} GROUP BY page", filter.conditions()))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            figures += row.get::<_, u32>(1)?;
            pages.insert(row.get(0)?);
        }
    }
    Ok((figures, u32::try_from(pages.len()).unwrap_or(u32::MAX)))
}

pub(crate) fn standings(db: &Connection, lists: &Lists) -> Column<Vec<StandingTally>> {
    let mut select = db.prepare_cached(include_str!("figure/standings.sql"))?;
    standing_tallies(select.query([])?, lists)
}

pub(crate) fn standings_on(db: &Connection, lists: &Lists, page: PageId) -> Column<Vec<StandingTally>> {
    let mut select = db.prepare_cached(include_str!("figure/standings_on.sql"))?;
    standing_tallies(select.query([page.0])?, lists)
}

fn standing_tallies(mut rows: rusqlite::Rows, lists: &Lists) -> Column<Vec<StandingTally>> {
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let number = row.get(0)?;
        let Some(standing) = lists.standings.get(number) else { continue };
        found.push(StandingTally { number, standing: Arc::clone(standing), figures: row.get(1)? });
    }
    Ok(found)
}
