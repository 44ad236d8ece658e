//! The table `observation`: every figure found, with its spans, its reasons, and where it was printed.

use crate::decision;
use crate::filing::{self, Columns, Filing};
use crate::filter::Filter;
use crate::named::AllNamed;
use crate::words::{Column, ends, json, parsed, parsed_if_any, resolved, span, span_if_any, to_json, word};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params_from_iter};
use std::collections::HashMap;
use tidemark_model::{
    Decimal, Measure, Observation, ObservationId, Page, PageId, Quantity, Source, StoredObservation, one_line,
};

/// An observation with where it was printed and the words that state it.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcedObservation {
    /// The observation.
    pub stored: StoredObservation,
    /// Page, issue and article.
    pub source: Source,
    /// The sentence that states it, on one line without column breaks.
    pub sentence: String,
}

/// The numbers that observations of a page had before it was read anew: by the amount's place and measure.
pub(crate) type Numbers = HashMap<(usize, usize, String, usize), i64>;

/// Numbers to be kept where the same figure is found again.
pub(crate) fn numbers(db: &Connection, page: PageId) -> Column<Numbers> {
    let mut select =
        db.prepare_cached("SELECT id, span_start, span_end, measure FROM observation WHERE page = ?1 ORDER BY id")?;
    let rows = select.query_map([page.0], |row| {
        Ok((row.get::<_, i64>("id")?, span(row, "span")?, row.get::<_, String>("measure")?))
    })?;
    let mut numbers = Numbers::new();
    for row in rows {
        let (id, span, measure) = row?;
        let again = (0..).find(|n| !numbers.contains_key(&(span.start, span.end, measure.clone(), *n))).unwrap_or(0);
        numbers.insert((span.start, span.end, measure, again), id);
    }
    Ok(numbers)
}

/// Inserts the observations of a page and marks those a person has rejected before.
pub(crate) fn insert_all(
    db: &Connection,
    filing: Filing,
    (id, page): (PageId, &Page),
    found: &[Observation],
    mut numbers: Numbers,
) -> Column<()> {
    for observation in found {
        let span = observation.span;
        let key = |n| (span.start, span.end, observation.measure.name().to_owned(), n);
        let number = (0..2).find_map(|n| numbers.remove(&key(n)));
        let columns = filing::columns(db, filing, page, observation)?;
        insert(db, (id, page), observation, number, &columns)?;
    }
    decision::apply(db, id, &page.hash)
}

fn insert(
    db: &Connection,
    (page_id, page): (PageId, &Page),
    found: &Observation,
    number: Option<i64>,
    columns: &Columns,
) -> Column<()> {
    let Quantity { value, value_max, unit, qualifier, qualifier_word, step, printed } = &found.quantity;
    let (subject, period) = (found.subject.as_ref(), found.period.as_ref());
    let (subject_start, subject_end) = ends(subject.and_then(|s| s.span));
    let (period_start, period_end) = ends(period.and_then(|p| p.span));
    let (indicator_start, indicator_end) = ends(found.indicator_span);
    let params = named_params! {
        ":id": number, ":page": page_id.0, ":article": found.article as i64,
        ":indicators": to_json(&found.indicators)?, ":measure": found.measure.name(),
        ":subject": subject.map(|s| &s.value), ":subject_reason": subject.map(|s| &s.reason),
        ":subject_start": subject_start, ":subject_end": subject_end,
        ":period": period.map(|p| p.value.to_string()), ":period_reason": period.map(|p| &p.reason),
        ":period_start": period_start, ":period_end": period_end,
        ":first_day": period.map(|p| p.value.first_day().to_string()),
        ":last_day": period.map(|p| p.value.last_day().to_string()),
        ":value": value.to_string(), ":value_max": value_max.map(|v| v.to_string()), ":value_number": for_sorting(*value),
        ":unit": unit, ":qualifier": qualifier.name(), ":qualifier_word": qualifier_word, ":step": step.to_string(),
        ":printed": printed, ":whole": found.whole, ":status": found.status.name(),
        ":span_start": found.span.start as i64, ":span_end": found.span.end as i64,
        ":sentence_start": found.sentence.start as i64, ":sentence_end": found.sentence.end as i64,
        ":sentence": one_line(found.sentence.slice(&page.text)),
        ":indicator_start": indicator_start, ":indicator_end": indicator_end,
        ":confidence": found.confidence, ":accepted": found.accepted, ":evidence": to_json(&found.evidence)?,
        ":standing": columns.standing, ":named": columns.named, ":taken_as": columns.taken_as, ":each": columns.each,
    };
    db.prepare_cached(include_str!("observation/insert.sql"))?.execute(params).map(drop)
}

fn for_sorting(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or(0.0)
}

/// The words of an observation that a search looks through.
#[derive(Debug)]
pub struct SearchedWords<'a> {
    /// The catalogue's names.
    pub names: &'a [String],
    /// The text's own names, a JSON list.
    pub indicators: &'a str,
    /// Whose.
    pub subject: Option<&'a str>,
    /// The sentence, on one line.
    pub sentence: &'a str,
    /// The number.
    pub quantity: &'a Quantity,
}

pub(crate) fn list(db: &Connection, named: &AllNamed, filter: &Filter) -> Column<Vec<SourcedObservation>> {
    // Numbers first: what is put in order is then short.
    let (sql, values) = filter.select("SELECT observation.id FROM observation", named);
    let mut select = db.prepare_cached(&sql)?;
    let numbers: Vec<_> =
        select.query_map(params_from_iter(values), |row| row.get(0).map(ObservationId))?.collect::<Column<_>>()?;
    of_numbers(db, &numbers)
}

/// Those of these numbers, in their order.
pub(crate) fn of_numbers(db: &Connection, numbers: &[ObservationId]) -> Column<Vec<SourcedObservation>> {
    let sql = concat!(include_str!("observation/select.sql"), " WHERE observation.id = ?1");
    let mut select = db.prepare_cached(sql)?;
    let found = numbers.iter().map(|id| select.query_row([id.0], read_sourced).optional());
    found.filter_map(Column::transpose).collect()
}

pub(crate) fn search(
    db: &Connection,
    named: &AllNamed,
    filter: &Filter,
    takes: &dyn Fn(&SearchedWords) -> bool,
) -> Column<Vec<ObservationId>> {
    let columns = include_str!("observation/search.sql");
    let (sql, values) = Filter { limit: None, offset: 0, ..filter.clone() }.select(columns, named);
    let mut select = db.prepare_cached(&sql)?;
    let mut rows = select.query(params_from_iter(values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let names = row.get::<_, Option<i64>>("named")?.and_then(|id| named.get(id));
        let words = SearchedWords {
            names: names.map_or(&[], |named| &named.names),
            indicators: row.get_ref("indicators")?.as_str()?,
            subject: row.get_ref("subject")?.as_str_or_null()?,
            sentence: row.get_ref("sentence")?.as_str()?,
            quantity: &read_quantity(row)?,
        };
        if takes(&words) {
            found.push(ObservationId(row.get("id")?));
        }
    }
    Ok(found)
}

/// The observations of a page with their numbers, in page order.
pub(crate) fn of_page(db: &Connection, page: PageId) -> Column<Vec<(i64, Observation)>> {
    let sql = "SELECT * FROM observation WHERE page = ?1 ORDER BY article, span_start, id";
    db.prepare_cached(sql)?.query_map([page.0], |row| Ok((row.get("id")?, read(row)?)))?.collect()
}

/// SQLite's plan for a list, a line a step.
pub(crate) fn explain(db: &Connection, named: &AllNamed, filter: &Filter) -> Column<Vec<String>> {
    let (sql, values) = filter.select("SELECT observation.id FROM observation", named);
    let mut plan = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    plan.query_map(params_from_iter(values), |row| row.get("detail"))?.collect()
}

pub(crate) fn count(db: &Connection, named: &AllNamed, filter: &Filter) -> Column<u32> {
    let (sql, values) = filter.count(named);
    db.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))
}

pub(crate) fn get(db: &Connection, id: ObservationId) -> Column<Option<SourcedObservation>> {
    let sql = concat!(include_str!("observation/select.sql"), " WHERE observation.id = ?1");
    db.prepare_cached(sql)?.query_row([id.0], read_sourced).optional()
}

fn read_sourced(row: &Row) -> Column<SourcedObservation> {
    let stored = StoredObservation {
        id: ObservationId(row.get("id")?),
        page: PageId(row.get("page")?),
        rejected: row.get("rejected")?,
        observation: read(row)?,
    };
    let source = Source {
        page_name: row.get("page_name")?,
        newspaper: row.get("newspaper")?,
        issue: parsed_if_any(row, "issue")?,
        page_number: row.get("page_number")?,
        article: stored.observation.article,
        headline: row.get("headline")?,
    };
    Ok(SourcedObservation { stored, source, sentence: row.get("sentence")? })
}

fn read(row: &Row) -> Column<Observation> {
    Ok(Observation {
        indicators: json(row, "indicators")?,
        measure: word::<Measure>(row, "measure")?,
        subject: resolved(row, "subject", row.get("subject")?)?,
        period: resolved(row, "period", parsed_if_any(row, "period")?)?,
        quantity: read_quantity(row)?,
        whole: row.get("whole")?,
        status: word(row, "status")?,
        span: span(row, "span")?,
        sentence: span(row, "sentence")?,
        indicator_span: span_if_any(row, "indicator")?,
        article: row.get::<_, i64>("article")?.max(0) as usize,
        confidence: row.get("confidence")?,
        accepted: row.get("accepted")?,
        evidence: json(row, "evidence")?,
    })
}

pub(crate) fn read_quantity(row: &Row) -> Column<Quantity> {
    Ok(Quantity {
        value: parsed(row, "value")?,
        value_max: parsed_if_any(row, "value_max")?,
        unit: row.get("unit")?,
        qualifier: word(row, "qualifier")?,
        qualifier_word: row.get("qualifier_word")?,
        step: parsed(row, "step")?,
        printed: row.get("printed")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_kept_on_one_line() {
        assert_eq!(
            one_line("第一笔资金——28\n\n\n\n万美金，来自River\r\nStone公司"),
            "第一笔资金——28万美金，来自River Stone公司"
        );
    }
}
