//! Charts as PDF: one a sheet, text selectable, fonts embedded as subsets, a bookmark each, figures attached.

use crate::Error;
use crate::carry::{spec_json, table_csv};
use crate::draw::Manner;
use crate::page::{Sheet, sheet};
use crate::paper::Paper;
use crate::spec::ChartSpec;
use crate::tagged::{self, Element, Role, Tagged};
use crate::words::Language;
use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use tidemark_model::Date;

pub(crate) const PROGRAM: &str = "Tidemark 潮位";

/// Charts as PDF, one a page.
///
/// # Errors
/// Where a character is in no bundled font, or the paper has no room.
pub fn pdf(charts: &[ChartSpec], paper: &Paper) -> Result<Vec<u8>, Error> {
    let mut pages = Tagged::new();
    let mut outline = Outline::new();
    for (at, chart) in charts.iter().enumerate() {
        let sheet = sheet(chart, paper, Manner::default(), (at + 1, charts.len()))?;
        pages.page(&elements(&sheet, at * MOST_ELEMENTS), sheet.size)?;
        outline.push_child(bookmark(&chart.title, at, 0.0));
    }
    let mut document = pages.finish(charts.first().map(|chart| chart.language).unwrap_or_default());
    charts.iter().enumerate().for_each(|(at, chart)| attach(&mut document, chart, at + 1));
    document.set_outline(outline);
    document.set_metadata(metadata(charts, paper));
    finish(document)
}

/// More than a sheet has, so that the elements of each have numbers of their own.
const MOST_ELEMENTS: usize = 16;

/// What stands on a sheet, in the order of reading.
fn elements(sheet: &Sheet, from: usize) -> Vec<Element> {
    let aside = |role, svg: &String| (!svg.is_empty()).then(|| Element { role, of: usize::MAX, svg: svg.clone() });
    let chart = tagged::elements(&sheet.chart, 1, from);
    let chart = chart.iter().map(|element| element.at((sheet.margin, sheet.margin)));
    let below = [aside(Role::Footer, &sheet.footer), aside(Role::PageNumber, &sheet.number)];
    aside(Role::Header, &sheet.header).into_iter().chain(chart).chain(below.into_iter().flatten()).collect()
}

pub(crate) fn finish(document: Document) -> Result<Vec<u8>, Error> {
    document.finish().map_err(|e| Error::Pdf(format!("{e:?}")))
}

/// A bookmark to a height on a page, both from 0.
pub(crate) fn bookmark(title: &str, page: usize, y: f64) -> OutlineNode {
    OutlineNode::new(title.to_owned(), XyzDestination::new(page, Point::from_xy(0.0, y as f32)))
}

/// The chart's table and specification as files of the PDF: chart-1.csv, chart-1.json.
pub(crate) fn attach(document: &mut Document, chart: &ChartSpec, number: usize) {
    let files = [
        ("csv", "text/csv", "数据表", table_csv(chart), AssociationKind::Data),
        ("json", "application/json", "图的规格", spec_json(chart), AssociationKind::Source),
    ];
    for (ending, mime, what, text, association_kind) in files {
        let file = EmbeddedFile {
            path: format!("chart-{number}.{ending}"),
            mime_type: MimeType::new(mime),
            description: Some(format!("{}：{what}", chart.title)),
            association_kind,
            data: text.into_bytes().into(),
            modification_date: Some(date_time(chart.drawn_on)),
            compress: Some(true),
            location: None,
        };
        // Numbers make every name another one, so none is ever refused.
        let _ = document.embed_file(file);
    }
}

fn metadata(charts: &[ChartSpec], paper: &Paper) -> Metadata {
    let all = |of: fn(&ChartSpec) -> &str| charts.iter().map(of).collect::<Vec<_>>().join("；");
    let author = if paper.author.is_empty() { PROGRAM } else { &paper.author };
    let language = charts.first().map(|chart| chart.language).unwrap_or_default();
    let metadata =
        properties(&all(|c| &c.title), author, language).description(all(|c| &c.subtitle)).keywords(keywords(charts));
    match charts.first() {
        Some(chart) => metadata.creation_date(date_time(chart.drawn_on)),
        None => metadata,
    }
}

/// What every PDF of the program says of itself.
pub(crate) fn properties(title: &str, author: &str, language: Language) -> Metadata {
    let metadata = Metadata::new().title(title.to_owned()).authors(vec![author.to_owned()]);
    metadata.language(language.tag().to_owned()).creator(PROGRAM.to_owned()).producer(PROGRAM.to_owned())
}

/// Places, periods and what the rows are called, each once.
pub(crate) fn keywords(charts: &[ChartSpec]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for chart in charts {
        let period = chart.period.map(|period| period.to_chinese());
        let rows = chart.table.iter().skip(1).filter_map(|row| row.first().cloned());
        for word in std::iter::once(chart.place.clone()).chain(period).chain(rows) {
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words
}

pub(crate) fn date_time(date: Date) -> DateTime {
    let (year, month, day) = (date.year.clamp(0, 9999) as u16, date.month as u8, date.day as u8);
    DateTime::new(year).month(month).day(day).hour(12).minute(0).second(0).utc_offset_hour(8).utc_offset_minute(0)
}
