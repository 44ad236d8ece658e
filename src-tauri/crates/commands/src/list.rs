//! Lists of observations: filter, order, page; and the same as CSV that Excel opens.

use crate::Error;
use crate::api::{ObservationFilter, ObservationList, ObservationRow};
use crate::rows::count;
use crate::snapshot::Snapshot;
use std::cmp::Ordering;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use tidemark_extract::Extractor;
use tidemark_model::{Decimal, Observation, Period};

/// Rows that the filter asks for.
pub(crate) fn list(
    snapshot: &Snapshot,
    filter: &ObservationFilter,
    extractor: &Extractor,
) -> Result<ObservationList, Error> {
    let all = matching(snapshot, filter, extractor)?;
    let total = count(all.len());
    let limit = if filter.limit == 0 { usize::MAX } else { filter.limit as usize };
    let rows = all.into_iter().skip(filter.offset as usize).take(limit).cloned().collect();
    Ok(ObservationList { rows, total })
}

/// All rows that match, in the order asked for.
pub(crate) fn matching<'a>(
    snapshot: &'a Snapshot,
    filter: &ObservationFilter,
    extractor: &Extractor,
) -> Result<Vec<&'a ObservationRow>, Error> {
    let wanted = Wanted::new(filter, extractor)?;
    let pairs = snapshot.rows.iter().zip(&snapshot.observations);
    let mut rows: Vec<_> =
        pairs.filter(|(row, stored)| wanted.takes(row, &stored.observation)).map(|(row, _)| row).collect();
    if let Some(order) = order_of(filter.sort.as_deref())? {
        rows.sort_by(|a, b| order(a, b));
    }
    if filter.descending {
        rows.reverse();
    }
    Ok(rows)
}

/// A filter with its names resolved.
struct Wanted<'a> {
    filter: &'a ObservationFilter,
    place: Option<String>,
    indicator: Option<String>,
    period: Option<Period>,
    text: Option<String>,
}

impl<'a> Wanted<'a> {
    fn new(filter: &'a ObservationFilter, extractor: &Extractor) -> Result<Self, Error> {
        let official = |name: String| extractor.gazetteer().lookup(&name).map_or(name, |place| place.name);
        let catalogued = |name: String| extractor.catalogue().find(&name).map_or(name, |row| row.name.clone());
        Ok(Self {
            filter,
            place: given(&filter.place).map(official),
            indicator: given(&filter.indicator).map(catalogued),
            period: given(&filter.period).map(|text| period_of(&text)).transpose()?,
            text: given(&filter.text).map(|text| text.to_lowercase()),
        })
    }

    fn takes(&self, row: &ObservationRow, observation: &Observation) -> bool {
        let period = observation.period.as_ref().map(|period| period.value);
        (self.filter.include_rejected || !row.rejected)
            && self.filter.page.is_none_or(|page| row.page == page)
            && self
                .place
                .as_ref()
                .is_none_or(|place| row.subject.as_ref() == Some(place) || row.subject == self.filter.place)
            && self
                .indicator
                .as_ref()
                .is_none_or(|name| row.indicators.contains(name) || observation.indicators.contains(name))
            && self.period.is_none_or(|wanted| period.is_some_and(|own| own.same_days(wanted)))
            && self.text.as_ref().is_none_or(|words| says(row, observation, words))
    }
}

fn given(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn says(row: &ObservationRow, observation: &Observation, words: &str) -> bool {
    let names = row.indicators.iter().chain(&observation.indicators);
    let mut all = names.chain(&row.subject).chain([&row.sentence, &row.label]);
    all.any(|text| text.to_lowercase().contains(words))
}

/// The period that a request names.
pub(crate) fn period_of(text: &str) -> Result<Period, Error> {
    text.parse().map_err(|_| Error::Argument {
        what: "the period",
        given: text.to_owned(),
        expected: "write it as 2023, 2023-Q1, 2023-H1, 2023-03, 2023-03-19 or start/end".to_owned(),
    })
}

type Order = fn(&ObservationRow, &ObservationRow) -> Ordering;

fn order_of(name: Option<&str>) -> Result<Option<Order>, Error> {
    let order: Order = match name.unwrap_or_default() {
        "" => return Ok(None),
        "indicator" => |a, b| a.indicators.cmp(&b.indicators),
        "subject" => |a, b| a.subject.cmp(&b.subject),
        "period" => |a, b| period(a).cmp(&period(b)),
        "value" => |a, b| (&a.unit, number(a)).cmp(&(&b.unit, number(b))),
        "measure" => |a, b| a.measure.cmp(&b.measure),
        "source" => |a, b| (&a.page_name, a.id).cmp(&(&b.page_name, b.id)),
        "confidence" => |a, b| a.confidence.total_cmp(&b.confidence),
        other => {
            let expected = "use indicator, subject, period, value, measure, source or confidence".to_owned();
            return Err(Error::Argument { what: "the order", given: other.to_owned(), expected });
        }
    };
    Ok(Some(order))
}

fn period(row: &ObservationRow) -> Option<Period> {
    row.period.as_deref().and_then(|text| text.parse().ok())
}

fn number(row: &ObservationRow) -> Option<Decimal> {
    row.value.parse().ok()
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
