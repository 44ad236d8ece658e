//! The sheet a brief stands on, after GB/T 9704: A4, a type area of 156 × 225 mm, 22 lines of 28 characters, page
//! numbers between dashes on the outer side.

use super::lines::Setting;
use crate::Error;
use crate::backend::text_element;
use crate::compose::without_sources;
use crate::draw::{Drawing, draw};
use crate::font::Face;
use crate::layout::{Canvas, lowest_height, natural_height};
use crate::page::points;
use crate::scene::Anchor;
use crate::spec::{ChartSpec, Panel};
use crate::theme::{Colour, Palette, Theme};

/// A4.
pub(super) const PAPER: (f64, f64) = (210.0, 297.0);
/// Left and top of the type area: 订口 28, 天头 37 mm.
const CORNER: (f64, f64) = (28.0, 37.0);
/// The type area.
pub(super) const AREA: (f64, f64) = (156.0, 225.0);
/// Lines of a full page.
const LINES: f64 = 22.0;
/// 三号, 二号, 四号, 小五, in points.
pub(super) const BODY: f64 = 15.75;
pub(super) const TITLE: f64 = 22.0;
const PAGE_NUMBER: f64 = 14.0;
const NOTE: f64 = 9.0;
/// Where a chart's figures come from: 五号.
const CAPTION: f64 = 10.5;
/// How much of the type area's height a chart may take.
const CHART_PART: f64 = 0.4;
/// A line over time says as much in less.
const LINE_PART: f64 = 0.31;
/// Of the height at which it has all the room it can use.
const FLATTER: f64 = 0.8;
/// Of its height, what a chart keeps where another stands on its page as well.
const LEAST_PART: f64 = 0.66;
/// Words of a chart, in points.
const CHART_TEXT: f64 = 9.0;

pub(super) fn corner() -> (f64, f64) {
    (points(CORNER.0), points(CORNER.1))
}

pub(super) fn area() -> (f64, f64) {
    (points(AREA.0), points(AREA.1))
}

pub(super) fn pitch() -> f64 {
    area().1 / LINES
}

/// How low a chart may be, and how high it is where there is room: no higher than two of them on a page; flatter than
/// one that stands alone.
pub(super) fn heights(spec: &ChartSpec, theme: Theme) -> (f64, f64) {
    let (spec, page) = (&without_sources(spec), area().1);
    let canvas = canvas(theme, page * CHART_PART);
    let is_line = spec.panels.iter().any(|panel| matches!(panel, Panel::Line(_)));
    let most = page * if is_line { LINE_PART } else { CHART_PART };
    let height = (natural_height(spec, &canvas) * FLATTER).clamp(canvas.width * 0.16, most).round();
    (lowest_height(spec, &canvas).max(height * LEAST_PART).min(height), height)
}

/// Of a page, what is left beside footnotes; what a chart takes of it at its lowest, with some lines of sources.
pub(super) const ROOM: f64 = 0.82;
const SOURCES: f64 = 0.09;

pub(super) fn room_of(spec: &ChartSpec) -> f64 {
    heights(spec, Theme::Light).0 / area().1 + SOURCES
}

fn canvas(theme: Theme, height: f64) -> Canvas {
    Canvas { width: area().0, height, theme, text: CHART_TEXT, padding: 0.0 }
}

/// A chart as wide as the type area. Its sources are the brief's footnotes: numbers of its own beside theirs would
/// confuse.
pub(super) fn chart(spec: &ChartSpec, theme: Theme, height: f64) -> Result<Drawing, Error> {
    draw(&without_sources(spec), canvas(theme, height.floor()))
}

fn setting(face: Face, size: f64, pitch: f64, (indent, colour): (f64, Colour)) -> Setting {
    let strong = if face == Face::Serif { Face::SerifBold } else { face };
    Setting { face, strong, size, pitch, width: area().0, indent, colour }
}

/// Running text.
pub(super) fn body(palette: &Palette) -> Setting {
    setting(Face::Serif, BODY, pitch(), (2.0, palette.ink))
}

/// 一、主要数字
pub(super) fn heading(palette: &Palette) -> Setting {
    setting(Face::SansBold, BODY, pitch(), (2.0, palette.ink))
}

/// Below a chart.
pub(super) fn caption(palette: &Palette) -> Setting {
    setting(Face::Serif, CAPTION, CAPTION * 1.55, (0.0, palette.second))
}

/// At the foot of the page.
pub(super) fn note(palette: &Palette) -> Setting {
    setting(Face::Serif, NOTE, NOTE * 1.45, (0.0, palette.ink))
}

/// — 3 —, below the type area: right on odd pages, left on even ones, a character from the edge.
pub(super) fn page_number(number: usize, colour: Colour) -> Result<String, Error> {
    let (left, top) = corner();
    let (width, height) = area();
    let baseline = top + height + points(7.0) + PAGE_NUMBER * 0.88;
    let odd = number % 2 == 1;
    let x = if odd { left + width - PAGE_NUMBER } else { left + PAGE_NUMBER };
    let anchor = if odd { Anchor::End } else { Anchor::Start };
    text_element(&format!("— {number} —"), (x, baseline), (Face::Serif, PAGE_NUMBER, anchor), colour, false)
}
