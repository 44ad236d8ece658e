//! Charts into files: a picture or a sheet of paper as SVG, PNG or PDF, or the table behind it as CSV or JSON.

use crate::Error;
use crate::api::{ChartRequest, ExportOptions};
use crate::charts::{as_kept, theme_of};
use crate::snapshot::Snapshot;
use std::fs;
use std::path::Path;
use tidemark_chart::{
    Canvas, ChartSpec, Drawing, Manner, Paper, Theme, draw_as, page, pdf, png_at, spec_json, table_csv,
};
use tidemark_extract::Extractor;

/// Pixels of a picture where no paper is asked for, at the most: as wide as a screen's, as high as it needs.
const PICTURE: (f64, f64) = (960.0, 720.0);
/// Dots per inch of a PNG where none are asked for: what printers of newspapers want.
const PRINT_DPI: u32 = 300;
/// Dots per inch between which a PNG makes sense.
const DPI: std::ops::RangeInclusive<u32> = 36..=1200;
/// Dots per inch of a picture on the clipboard: twice a screen's.
const CLIPBOARD_DPI: f64 = 192.0;

/// Formats a chart can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
    Pdf,
    Csv,
    Json,
}

impl Format {
    fn of(path: &Path) -> Result<Self, Error> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("svg") => Ok(Self::Svg),
            Some("png") => Ok(Self::Png),
            Some("pdf") => Ok(Self::Pdf),
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            _ => Err(Error::Argument {
                what: "the file name",
                given: path.display().to_string(),
                expected: "let it end in .svg, .png or .pdf, or in .csv or .json for the table".to_owned(),
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
    let (paper, dpi) = (paper_of(options)?, dpi_of(options)?);
    let spec = as_kept(snapshot, request, extractor)?;
    let picture = || picture(&spec, request, options, paper.as_ref());
    let bytes = match format {
        Format::Pdf => printed(&spec, options, paper.as_ref())?,
        Format::Svg => picture()?.svg.into_bytes(),
        Format::Png => png_at(&picture()?, f64::from(dpi))?,
        Format::Csv => table_csv(&spec).into_bytes(),
        Format::Json => spec_json(&spec).into_bytes(),
    };
    write(path, &bytes)
}

/// Writes a file.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(|source| Error::Write { path: path.to_owned(), source })
}

/// A chart as PDF.
pub(crate) fn as_pdf(
    snapshot: &Snapshot,
    request: &ChartRequest,
    options: &ExportOptions,
    extractor: &Extractor,
) -> Result<Vec<u8>, Error> {
    let paper = paper_of(options)?;
    printed(&as_kept(snapshot, request, extractor)?, options, paper.as_ref())
}

/// A chart as PNG for the clipboard.
pub(crate) fn as_png(snapshot: &Snapshot, request: &ChartRequest, extractor: &Extractor) -> Result<Vec<u8>, Error> {
    let spec = as_kept(snapshot, request, extractor)?;
    let drawing = picture(&spec, request, &ExportOptions::default(), None)?;
    Ok(png_at(&drawing, CLIPBOARD_DPI)?)
}

/// Without a paper a picture that is no higher than it needs; else the sheet as the PDF has it.
fn picture(
    spec: &ChartSpec,
    request: &ChartRequest,
    options: &ExportOptions,
    paper: Option<&Paper>,
) -> Result<Drawing, Error> {
    let manner = Manner { outline: options.outline_text, carry: true };
    if let Some(paper) = paper {
        return Ok(page(spec, &dressed(spec, options, paper), manner)?);
    }
    let theme = if options.grey { Theme::Grey } else { theme_of(request.theme.as_deref())? };
    Ok(draw_as(spec, Canvas::new(PICTURE.0, PICTURE.1, theme).fitted(spec), manner)?)
}

fn printed(spec: &ChartSpec, options: &ExportOptions, paper: Option<&Paper>) -> Result<Vec<u8>, Error> {
    let a4 = Paper::a4(options.landscape);
    let paper = dressed(spec, options, paper.unwrap_or(&a4));
    Ok(pdf(std::slice::from_ref(spec), &paper)?)
}

/// The sheet with its header and footer: the program's name above, place and period below, where not said otherwise.
fn dressed(spec: &ChartSpec, options: &ExportOptions, paper: &Paper) -> Paper {
    let period = spec.period.map(|period| period.to_chinese());
    let below = || std::iter::once(spec.place.clone()).chain(period).collect::<Vec<_>>().join(" · ");
    Paper {
        header: options.header.clone().unwrap_or_else(|| "潮位 Tidemark".to_owned()),
        footer: options.footer.clone().unwrap_or_else(below),
        author: options.author.clone().unwrap_or_default(),
        grey: options.grey,
        ..paper.clone()
    }
}

/// The sheet asked for, turned as asked for.
fn paper_of(options: &ExportOptions) -> Result<Option<Paper>, Error> {
    let Some(name) = options.paper.as_deref().map(str::trim).filter(|name| !name.is_empty()) else {
        return Ok(None);
    };
    let wrong = || Error::Argument {
        what: "the paper",
        given: name.to_owned(),
        expected: "use A4, A3, 16:9, or a size of 50 to 2000 mm such as 180x120mm".to_owned(),
    };
    let paper = Paper::named(name).ok_or_else(wrong)?;
    let paper = match (options.landscape, options.portrait) {
        (true, _) => paper.turned(true),
        (false, true) => paper.turned(false),
        (false, false) => paper,
    };
    let margin = options.margin.map_or(Ok(paper.margin), |margin| margin_of(margin, &paper))?;
    Ok(Some(Paper { margin, ..paper }))
}

fn margin_of(margin: f64, paper: &Paper) -> Result<f64, Error> {
    let most = paper.width.min(paper.height) / 4.0;
    if (0.0..=most).contains(&margin) {
        return Ok(margin);
    }
    let expected = format!("leave 0 to {most:.0} mm free on a sheet of {:.0} × {:.0} mm", paper.width, paper.height);
    Err(Error::Argument { what: "the margin", given: margin.to_string(), expected })
}

fn dpi_of(options: &ExportOptions) -> Result<u32, Error> {
    let dpi = options.dpi.unwrap_or(PRINT_DPI);
    if DPI.contains(&dpi) {
        return Ok(dpi);
    }
    let expected = format!("use {} to {}: 96 for a screen, 300 for print", DPI.start(), DPI.end());
    Err(Error::Argument { what: "the dots per inch", given: dpi.to_string(), expected })
}
