//! Lists of observations: filter, order, page; and the same as CSV that Excel opens.

use crate::Error;
use crate::api::{ObservationFilter, ObservationList, ObservationRow};
use crate::label::label;
use crate::rows::{count, row};
use crate::snapshot::Snapshot;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use tidemark_extract::Extractor;
use tidemark_model::{PageId, Period};
use tidemark_store::{Filter, SearchedWords, Sort};

/// Rows that the filter asks for.
pub(crate) fn list(
    snapshot: &Snapshot,
    filter: &ObservationFilter,
    extractor: &Extractor,
) -> Result<ObservationList, Error> {
    let wanted = wanted(filter, extractor)?;
    let Some(words) = given(&filter.text).map(|text| text.to_lowercase()) else {
        let (found, total) = snapshot
            .ask(|library| Ok((library.sourced_observations(&wanted)?, library.count_observations(&wanted)?)))?;
        return Ok(ObservationList { rows: found.iter().map(|found| row(found, extractor)).collect(), total });
    };
    let all = snapshot.ask(|library| library.search(&wanted, &|searched| says(searched, &words)))?;
    let shown = all.iter().copied().skip(filter.offset as usize).take(wanted.limit.map_or(usize::MAX, |n| n as usize));
    let shown: Vec<_> = shown.collect();
    let found = snapshot.ask(|library| library.observations_of(&shown))?;
    Ok(ObservationList { rows: found.iter().map(|found| row(found, extractor)).collect(), total: count(all.len()) })
}

/// The filter with its names resolved; words are looked for apart.
fn wanted(filter: &ObservationFilter, extractor: &Extractor) -> Result<Filter, Error> {
    let official = |name: String| extractor.gazetteer().lookup(&name).map_or(name, |place| place.name);
    let catalogued = |name: String| extractor.catalogue().find(&name).map_or(name, |row| row.name.clone());
    let place = given(&filter.place).map(official);
    Ok(Filter {
        subjects: place.into_iter().chain(given(&filter.place)).collect(),
        indicators: given(&filter.indicator).map(catalogued).into_iter().collect(),
        period: given(&filter.period).map(|text| period_of(&text)).transpose()?,
        page: filter.page.map(PageId),
        text: None,
        include_rejected: filter.include_rejected,
        sort: order_of(filter.sort.as_deref())?,
        descending: filter.descending,
        offset: filter.offset,
        limit: Some(filter.limit).filter(|&limit| limit > 0),
    })
}

/// Whether the words, in small letters, stand in names, subject, sentence or label.
fn says(searched: &SearchedWords, words: &str) -> bool {
    // Words without letters of two cases are found in the text as it is.
    let cased = words.chars().any(char::is_lowercase);
    let holds = |text: &str| if cased { text.to_lowercase().contains(words) } else { text.contains(words) };
    let raw = || serde_json::from_str::<Vec<String>>(searched.indicators).unwrap_or_default();
    holds(searched.sentence)
        || searched.subject.is_some_and(holds)
        || searched.names.iter().any(|name| holds(name))
        || raw().iter().any(|name| holds(name))
        || holds(&label(searched.quantity))
}

fn given(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The period that a request names.
pub(crate) fn period_of(text: &str) -> Result<Period, Error> {
    text.parse().map_err(|_| Error::Argument {
        what: "the period",
        given: text.to_owned(),
        expected: "write it as 2023, 2023-Q1, 2023-H1, 2023-03, 2023-03-19 or start/end".to_owned(),
    })
}

fn order_of(name: Option<&str>) -> Result<Option<Sort>, Error> {
    let Some(name) = name.filter(|name| !name.is_empty()) else { return Ok(None) };
    let wrong = || Error::Argument {
        what: "the order",
        given: name.to_owned(),
        expected: "use indicator, subject, period, value, measure, source or confidence".to_owned(),
    };
    Sort::named(name).map(Some).ok_or_else(wrong)
}

const HEADER: [&str; 18] = [
    "编号",
    "指标",
    "口径",
    "主体",
    "时期",
    "数值",
    "数值上限",
    "单位",
    "限定",
    "标注",
    "占何者",
    "状态",
    "可信度",
    "可直接采用",
    "已剔除",
    "文件",
    "标题",
    "原句",
];

/// Writes rows as CSV with a byte order mark, so that Excel takes it for UTF-8.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_csv(rows: &[ObservationRow], out: impl Write) -> std::io::Result<()> {
    let mut out = out;
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(HEADER)?;
    for row in rows {
        csv.write_record(cells(row))?;
    }
    csv.flush()?;
    Ok(())
}

/// Writes rows to the file at `path`, once all of them are put together.
pub(crate) fn save_csv(rows: &[ObservationRow], path: &Path) -> Result<(), Error> {
    let failed = |source: std::io::Error| Error::Write { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    write_csv(rows, &mut bytes).map_err(failed)?;
    File::create(path).and_then(|mut file| file.write_all(&bytes)).map_err(failed)
}

fn cells(row: &ObservationRow) -> [String; 18] {
    let yes = |is: bool| if is { "是" } else { "否" }.to_owned();
    let words = |text: &str| harmless(text);
    let maybe = |text: &Option<String>| harmless(text.as_deref().unwrap_or_default());
    [
        row.id.to_string(),
        words(&row.indicators.join("、")),
        row.measure.clone(),
        maybe(&row.subject),
        row.period.clone().unwrap_or_default(),
        row.value.clone(),
        row.value_max.clone().unwrap_or_default(),
        words(&row.unit),
        row.qualifier.clone(),
        words(&row.label),
        maybe(&row.whole),
        row.status.clone(),
        format!("{:.2}", row.confidence),
        yes(row.accepted),
        yes(row.rejected),
        words(&row.page_name),
        words(&row.headline),
        words(&row.sentence),
    ]
}

/// Text that a spreadsheet takes for text: what starts like a formula gets an apostrophe before it.
fn harmless(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_starts_like_a_formula_is_kept_from_being_one() {
        for text in ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx"] {
            assert!(harmless(text).starts_with('\''), "{text}");
        }
        assert_eq!(harmless("总产值"), "总产值");
    }

    #[test]
    fn an_unknown_order_says_which_there_are() {
        let error = order_of(Some("colour")).map(|_| ()).expect_err("no such order");
        assert!(error.to_string().contains("confidence"), "{error}");
    }
}
