//! Charts on paper: drawn anew at the paper's size in the light theme, text selectable, fonts embedded as subsets.

use crate::draw::{Drawing, draw};
use crate::font::{ASCENT, Face};
use crate::layout::{Canvas, natural_height};
use crate::spec::ChartSpec;
use crate::theme::Theme;
use crate::words::{ZH, filled};
use crate::{Error, png};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};
use tidemark_model::Date;

const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// A sheet of paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Millimetres across.
    pub width: f64,
    /// Millimetres down.
    pub height: f64,
    /// Millimetres left free on every side.
    pub margin: f64,
    /// Printed small at the top of every page.
    pub header: String,
    /// Printed small at the bottom, before the page number.
    pub footer: String,
}

impl Paper {
    /// 210 × 297 mm.
    #[must_use]
    pub fn a4(landscape: bool) -> Self {
        Self::sized(210.0, 297.0, 18.0, landscape)
    }

    /// 297 × 420 mm.
    #[must_use]
    pub fn a3(landscape: bool) -> Self {
        Self::sized(297.0, 420.0, 24.0, landscape)
    }

    /// A4 or A3 by name.
    #[must_use]
    pub fn named(name: &str, landscape: bool) -> Option<Self> {
        match name.to_ascii_uppercase().as_str() {
            "A4" => Some(Self::a4(landscape)),
            "A3" => Some(Self::a3(landscape)),
            _ => None,
        }
    }

    fn sized(short: f64, long: f64, margin: f64, landscape: bool) -> Self {
        let (width, height) = if landscape { (long, short) } else { (short, long) };
        Self { width, height, margin, header: String::new(), footer: String::new() }
    }
}

/// Charts as PDF, one a page.
///
/// # Errors
/// Where a character is in no bundled font, or the paper has no room.
pub fn pdf(charts: &[ChartSpec], paper: &Paper) -> Result<Vec<u8>, Error> {
    let mut document = krilla::Document::new();
    document.set_metadata(metadata(charts));
    for (at, chart) in charts.iter().enumerate() {
        let page = draw_page(chart, paper, (at + 1, charts.len()))?;
        let size = Size::from_wh(page.size.0 as f32, page.size.1 as f32);
        let size = size.ok_or(Error::Size(page.size.0, page.size.1))?;
        let mut sheet = document.start_page_with(PageSettings::new(size));
        let mut surface = sheet.surface();
        let drawn = surface.draw_svg(&png::tree(&page)?, size, SvgSettings::default());
        surface.finish();
        sheet.finish();
        drawn.ok_or_else(|| Error::Pdf("the picture could not be placed on the page".to_owned()))?;
    }
    if charts.len() > 1 {
        document.set_outline(outline(charts));
    }
    document.finish().map_err(|e| Error::Pdf(format!("{e:?}")))
}

/// A bookmark for each page.
fn outline(charts: &[ChartSpec]) -> Outline {
    let mut outline = Outline::new();
    for (page, chart) in charts.iter().enumerate() {
        outline.push_child(OutlineNode::new(chart.title.clone(), XyzDestination::new(page, Point::from_xy(0.0, 0.0))));
    }
    outline
}

fn metadata(charts: &[ChartSpec]) -> Metadata {
    let title = charts.iter().map(|c| c.title.as_str()).collect::<Vec<_>>().join("；");
    let subject = charts.iter().map(|c| c.subtitle.as_str()).collect::<Vec<_>>().join("；");
    let metadata = Metadata::new()
        .title(title)
        .description(subject)
        .language("zh-CN".to_owned())
        .creator("Tidemark 潮位".to_owned())
        .producer("Tidemark 潮位".to_owned());
    match charts.first() {
        Some(chart) => metadata.creation_date(date_time(chart.drawn_on)),
        None => metadata,
    }
}

fn date_time(date: Date) -> DateTime {
    let (year, month, day) = (date.year.clamp(0, 9999) as u16, date.month as u8, date.day as u8);
    DateTime::new(year).month(month).day(day).hour(12).minute(0).second(0).utc_offset_hour(8).utc_offset_minute(0)
}

/// The whole sheet as one picture: header, chart, footer.
fn draw_page(chart: &ChartSpec, paper: &Paper, (page, pages): (usize, usize)) -> Result<Drawing, Error> {
    let (width, height) = (paper.width * POINTS_PER_MM, paper.height * POINTS_PER_MM);
    let margin = paper.margin * POINTS_PER_MM;
    let room = (width - 2.0 * margin, height - 2.0 * margin);
    let text = (room.0.min(room.1 * 1.5) / 46.0).clamp(9.0, 18.0);
    let canvas = Canvas { width: room.0, height: room.1, theme: Theme::Light, text, padding: 0.0 };
    let natural = natural_height(chart, &canvas);
    let canvas = Canvas { height: natural.max(room.0 * 0.45).min(room.1), ..canvas };
    let inner = draw(chart, canvas)?;
    let small = (text * 0.8).clamp(7.5, 11.0);
    let body = inner.svg.find("<title>").map_or("", |at| inner.svg[at..].trim_end().trim_end_matches("</svg>"));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.2}\" height=\"{height:.2}\" \
         viewBox=\"0 0 {width:.2} {height:.2}\" font-family=\"Tidemark Sans\" xml:lang=\"zh-CN\">"
    );
    let top = margin * 0.62;
    svg.push_str(&words(&paper.header, (margin, top), small, "start")?);
    svg.push_str(&format!("<g transform=\"translate({margin:.2} {margin:.2})\">{body}</g>"));
    let bottom = height - margin * 0.62 + small;
    svg.push_str(&words(&paper.footer, (margin, bottom), small, "start")?);
    if pages > 1 {
        svg.push_str(&words(
            &filled(ZH.page_of, &[("page", &page.to_string()), ("pages", &pages.to_string())]),
            (width - margin, bottom),
            small,
            "end",
        )?);
    }
    svg.push_str("</svg>");
    Ok(Drawing { svg, size: (width, height), ..inner })
}

fn words(text: &str, (x, y): (f64, f64), size: f64, anchor: &str) -> Result<String, Error> {
    if text.is_empty() {
        return Ok(String::new());
    }
    Face::Sans.check(text)?;
    let text = crate::backend::escape(text);
    let y = y - size * (1.0 - ASCENT);
    Ok(format!(
        "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{size:.2}\" text-anchor=\"{anchor}\" fill=\"#6A7380\">{text}</text>"
    ))
}
