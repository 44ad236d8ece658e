//! Charts on request: which place and period, which figures, then drawn, written to a file, or handed to the printer.

use crate::Error;
use crate::api::{ChartRequest, ExportOptions, MarkInfo, RenderedChart};
use crate::clock::today;
use crate::list::period_of;
use crate::snapshot::Snapshot;
use std::fs;
use std::path::Path;
use tidemark_chart::{Canvas, ChartSpec, Definition, Paper, Question, Theme, compose, draw, latest, pdf, png};
use tidemark_extract::Extractor;
use tidemark_model::{Date, Figure, Period};

/// Pixels of an exported picture in SVG where no paper is asked for, at the most; a PNG has [`PNG_SCALE`] times as many.
const PICTURE: (f64, f64) = (960.0, 720.0);
const PNG_SCALE: f64 = 2.5;
/// CSS pixels of a millimetre.
const PIXELS_PER_MM: f64 = 96.0 / 25.4;

/// Chooses the marks and words of a chart; the definition, place and period that were taken stand in it.
pub(crate) fn composed(snapshot: &Snapshot, request: &ChartRequest, extractor: &Extractor) -> Result<ChartSpec, Error> {
    let definition = definition(&request.name, extractor)?;
    let place = named_place(request.place.as_deref(), extractor);
    let period = request.period.as_deref().map(str::trim).filter(|p| !p.is_empty()).map(period_of).transpose()?;
    let date = date_of(request.date.as_deref())?;
    let (place, period) = start(&definition, &snapshot.figures, place.as_deref(), period);
    let question = Question {
        definition: &definition,
        place: &place,
        period,
        figures: &snapshot.figures,
        derived: snapshot.derived(),
        drawn_on: date,
    };
    compose(&question).map_err(|nothing| Error::NothingToDraw { why: nothing.0 })
}

/// The place and period to draw; those asked for as they are where the chart has nothing, so that it can say so.
fn start(
    definition: &Definition,
    figures: &[Figure],
    place: Option<&str>,
    period: Option<Period>,
) -> (String, Option<Period>) {
    let found = latest(definition, figures, place, period);
    found.unwrap_or_else(|| (place.unwrap_or_default().to_owned(), period))
}

fn definition(name: &str, extractor: &Extractor) -> Result<Definition, Error> {
    let catalogued = name.strip_prefix("indicator:").and_then(|words| extractor.catalogue().find(words.trim()));
    match catalogued {
        Some(row) => Ok(Definition::indicator(&row.name)),
        None => Ok(Definition::named(name)?),
    }
}

fn named_place(place: Option<&str>, extractor: &Extractor) -> Option<String> {
    let place = place.map(str::trim).filter(|place| !place.is_empty())?;
    Some(extractor.gazetteer().lookup(place).map_or_else(|| place.to_owned(), |known| known.name))
}

fn date_of(text: Option<&str>) -> Result<Date, Error> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(today()) };
    match text.parse() {
        Ok(Period::Day(date)) => Ok(date),
        _ => Err(Error::Argument {
            what: "the date drawn",
            given: text.to_owned(),
            expected: "write it as 2024-03-25".to_owned(),
        }),
    }
}

fn theme_of(name: Option<&str>) -> Result<Theme, Error> {
    match name.unwrap_or("light") {
        "light" | "" => Ok(Theme::Light),
        "dark" => Ok(Theme::Dark),
        other => Err(Error::Argument {
            what: "the theme",
            given: other.to_owned(),
            expected: "use light or dark".to_owned(),
        }),
    }
}

/// Draws a chart at an exact size in pixels.
pub(crate) fn render(
    snapshot: &Snapshot,
    request: &ChartRequest,
    size: (u32, u32),
    extractor: &Extractor,
) -> Result<RenderedChart, Error> {
    let spec = composed(snapshot, request, extractor)?;
    let canvas = Canvas::new(f64::from(size.0), f64::from(size.1), theme_of(request.theme.as_deref())?);
    let drawing = draw(&spec, canvas)?;
    let mark = |mark: tidemark_chart::Mark| MarkInfo {
        observations: mark.observations,
        kind: mark.kind.to_owned(),
        title: mark.title,
        bounds: mark.bounds,
    };
    Ok(RenderedChart {
        request: taken(request, &spec),
        svg: drawing.svg,
        marks: drawing.marks.into_iter().map(mark).collect(),
        table: drawing.table,
    })
}

fn taken(request: &ChartRequest, spec: &ChartSpec) -> ChartRequest {
    ChartRequest {
        place: Some(spec.place.clone()),
        period: spec.period.map(|period| period.to_string()),
        date: Some(spec.drawn_on.to_string()),
        ..request.clone()
    }
}

/// Formats a chart can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
    Pdf,
}

impl Format {
    fn of(path: &Path) -> Result<Self, Error> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("svg") => Ok(Self::Svg),
            Some("png") => Ok(Self::Png),
            Some("pdf") => Ok(Self::Pdf),
            _ => Err(Error::Argument {
                what: "the file name",
                given: path.display().to_string(),
                expected: "let it end in .svg, .png or .pdf".to_owned(),
            }),
        }
    }
}

/// Writes a chart to a file, in the format its ending tells.
pub(crate) fn export(
    snapshot: &Snapshot,
    request: &ChartRequest,
    options: &ExportOptions,
    extractor: &Extractor,
) -> Result<(), Error> {
    let path = Path::new(&options.path);
    let format = Format::of(path)?;
    let paper = paper_of(options)?;
    let spec = composed(snapshot, request, extractor)?;
    let bytes = match format {
        Format::Pdf => printed(spec, paper)?,
        Format::Svg => draw(&spec, canvas_of(options, &paper, request)?.fitted(&spec))?.svg.into_bytes(),
        Format::Png => png(&draw(&spec, canvas_of(options, &paper, request)?.fitted(&spec))?, PNG_SCALE)?,
    };
    fs::write(path, bytes).map_err(|source| Error::Write { path: path.to_owned(), source })
}

/// A chart as PDF.
pub(crate) fn as_pdf(
    snapshot: &Snapshot,
    request: &ChartRequest,
    options: &ExportOptions,
    extractor: &Extractor,
) -> Result<Vec<u8>, Error> {
    let spec = composed(snapshot, request, extractor)?;
    printed(spec, paper_of(options)?)
}

/// A chart on paper with the program's name at the top, place and period at the bottom.
fn printed(spec: ChartSpec, paper: Paper) -> Result<Vec<u8>, Error> {
    let period = spec.period.map(|period| period.to_chinese());
    let footer = std::iter::once(spec.place.clone()).chain(period).collect::<Vec<_>>().join(" · ");
    let paper = Paper { header: "潮位 Tidemark".to_owned(), footer, ..paper };
    Ok(pdf(&[spec], &paper)?)
}

fn paper_of(options: &ExportOptions) -> Result<Paper, Error> {
    let name = options.paper.as_deref().unwrap_or("A4");
    let wrong = || Error::Argument { what: "the paper", given: name.to_owned(), expected: "use A4 or A3".to_owned() };
    Paper::named(name, options.landscape).ok_or_else(wrong)
}

/// A picture is as wide as a screen's, or as the paper where one is asked for; as high as it needs, within that size.
fn canvas_of(options: &ExportOptions, paper: &Paper, request: &ChartRequest) -> Result<Canvas, Error> {
    let sheet = (paper.width * PIXELS_PER_MM, paper.height * PIXELS_PER_MM);
    let (width, height) = if options.paper.is_some() || options.landscape { sheet } else { PICTURE };
    Ok(Canvas::new(width.round(), height.round(), theme_of(request.theme.as_deref())?))
}
