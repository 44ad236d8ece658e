//! A chart on its sheet: header, chart, footer and page number as one picture, for PDF, PNG and SVG alike.

use crate::Error;
use crate::backend::{escape, text_element};
use crate::carry::spec_json;
use crate::draw::{Drawing, Manner, draw_as};
use crate::font::{ASCENT, Face};
use crate::layout::{Canvas, natural_height};
use crate::paper::{MM_PER_INCH, Paper};
use crate::scene::Anchor;
use crate::spec::ChartSpec;
use crate::theme::{Palette, Theme};
use crate::words::filled;

/// Points of paper to an inch.
pub(crate) const POINTS_PER_INCH: f64 = 72.0;

pub(crate) fn points(millimetres: f64) -> f64 {
    millimetres * POINTS_PER_INCH / MM_PER_INCH
}

/// A chart drawn on a sheet of paper, as the PDF has it.
///
/// # Errors
/// Where a character is in no bundled font, or the paper has no room.
pub fn page(spec: &ChartSpec, paper: &Paper, manner: Manner) -> Result<Drawing, Error> {
    let Sheet { size: (width, height), margin, chart, header, footer, number } = sheet(spec, paper, manner, (1, 1))?;
    let body = chart.svg.find("<title>").map_or("", |at| chart.svg[at..].trim_end().trim_end_matches("</svg>"));
    let carried = if manner.carry { metadata(spec) } else { String::new() };
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{:.2}mm\" height=\"{:.2}mm\" viewBox=\"0 0 {width:.2} \
         {height:.2}\" font-family=\"Tidemark Sans\" xml:lang=\"{}\">\n{carried}{header}\
         <g transform=\"translate({margin:.2} {margin:.2})\">{body}</g>\n{footer}{number}</svg>\n",
        paper.width,
        paper.height,
        spec.language.tag()
    );
    Ok(Drawing { svg, size: (width, height), per_inch: POINTS_PER_INCH, parts: Vec::new(), ..chart })
}

/// What stands on a sheet, each as SVG in the sheet's points but the chart, whose left top is at the margin's corner.
pub(crate) struct Sheet {
    pub size: (f64, f64),
    pub margin: f64,
    pub chart: Drawing,
    pub header: String,
    pub footer: String,
    /// Which page of how many; empty where there is one.
    pub number: String,
}

/// One of several sheets: the first of three is (1, 3).
pub(crate) fn sheet(
    spec: &ChartSpec,
    paper: &Paper,
    manner: Manner,
    (number, pages): (usize, usize),
) -> Result<Sheet, Error> {
    let (width, height, margin) = (points(paper.width), points(paper.height), points(paper.margin));
    let canvas = canvas(spec, paper);
    let small = (canvas.text * 0.8).clamp(7.5, 11.0);
    let words = |text: &str, (x, top): (f64, f64), anchor| small_words(text, (x, top), (small, anchor), manner);
    let bottom = height - margin * 0.62;
    let place = [("page", number.to_string()), ("pages", pages.to_string())];
    let place = filled(spec.language.say().page_of, &place.each_ref().map(|(name, value)| (*name, value.as_str())));
    let place = if pages > 1 { place } else { String::new() };
    Ok(Sheet {
        size: (width, height),
        margin,
        chart: draw_as(spec, canvas, Manner { carry: false, ..manner })?,
        header: words(&paper.header, (margin, margin * 0.45), Anchor::Start)?,
        footer: words(&paper.footer, (margin, bottom), Anchor::Start)?,
        number: words(&place, (width - margin, bottom), Anchor::End)?,
    })
}

/// The chart's own canvas: all the width, as much of the height as it can use.
fn canvas(spec: &ChartSpec, paper: &Paper) -> Canvas {
    let room = (points(paper.width - 2.0 * paper.margin), points(paper.height - 2.0 * paper.margin));
    let text = (room.0.min(room.1 * 1.5) / 46.0).clamp(6.0, 40.0);
    let theme = if paper.grey { Theme::Grey } else { Theme::Light };
    let canvas = Canvas { width: room.0, height: room.1, theme, text, padding: 0.0 };
    Canvas { height: natural_height(spec, &canvas).max(room.0 * 0.45).min(room.1), ..canvas }
}

/// The specification and table of a chart as SVG carries them.
pub(crate) fn metadata(spec: &ChartSpec) -> String {
    format!("<metadata id=\"tidemark-chart\">{}</metadata>\n", escape(&spec_json(spec)))
}

fn small_words(
    text: &str,
    (x, top): (f64, f64),
    (size, anchor): (f64, Anchor),
    manner: Manner,
) -> Result<String, Error> {
    if text.is_empty() {
        return Ok(String::new());
    }
    let colour = Palette::of(Theme::Light).third;
    let at = (x, top + size * ASCENT);
    Ok(text_element(text, at, (Face::Sans, size, anchor), colour, manner.outline)? + "\n")
}
