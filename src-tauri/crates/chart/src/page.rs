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
    page_of(spec, paper, manner, (1, 1))
}

/// One of several such sheets: the first of three is (1, 3).
pub(crate) fn page_of(
    spec: &ChartSpec,
    paper: &Paper,
    manner: Manner,
    (number, pages): (usize, usize),
) -> Result<Drawing, Error> {
    let (width, height, margin) = (points(paper.width), points(paper.height), points(paper.margin));
    let canvas = canvas(spec, paper);
    let inner = draw_as(spec, canvas, Manner { carry: false, ..manner })?;
    let body = inner.svg.find("<title>").map_or("", |at| inner.svg[at..].trim_end().trim_end_matches("</svg>"));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{:.2}mm\" height=\"{:.2}mm\" viewBox=\"0 0 {width:.2} \
         {height:.2}\" font-family=\"Tidemark Sans\" xml:lang=\"zh-CN\">\n",
        paper.width, paper.height
    );
    if manner.carry {
        svg.push_str(&metadata(spec));
    }
    let small = (canvas.text * 0.8).clamp(7.5, 11.0);
    let words = |text: &str, (x, top): (f64, f64), anchor| small_words(text, (x, top), (small, anchor), manner);
    svg.push_str(&words(&paper.header, (margin, margin * 0.45), Anchor::Start)?);
    svg.push_str(&format!("<g transform=\"translate({margin:.2} {margin:.2})\">{body}</g>\n"));
    let bottom = height - margin * 0.62;
    svg.push_str(&words(&paper.footer, (margin, bottom), Anchor::Start)?);
    if pages > 1 {
        let place = [("page", number.to_string()), ("pages", pages.to_string())];
        let place = filled(spec.language.say().page_of, &place.each_ref().map(|(name, value)| (*name, value.as_str())));
        svg.push_str(&words(&place, (width - margin, bottom), Anchor::End)?);
    }
    svg.push_str("</svg>\n");
    Ok(Drawing { svg, size: (width, height), per_inch: POINTS_PER_INCH, ..inner })
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
