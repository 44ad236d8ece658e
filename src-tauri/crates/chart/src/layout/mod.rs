//! From what a chart says and a size to shapes: title and subtitle above, panels between, sources below.

mod axis;
mod bars;
mod dot;
mod dots;
mod facts;
mod frame;
mod grouped;
mod line;
mod mark;
mod multiples;
mod share;
mod slope;
mod stacked;
mod table;
mod waffle;

use crate::font::Face;
use crate::scene::{Anchor, Part, Scene, Shape, Stroke, Words};
use crate::spec::{ChartSpec, Panel};
use crate::theme::{Colour, Palette, Theme};

/// A size to draw at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    /// Pixels across, or points on paper.
    pub width: f64,
    /// Pixels down.
    pub height: f64,
    /// Light or dark.
    pub theme: Theme,
    /// Size of ordinary words; everything else follows from it.
    pub text: f64,
    /// Room left on every side.
    pub padding: f64,
}

/// Ordinary words are never set smaller where a larger canvas is asked for.
const LEAST_TEXT: f64 = 11.0;

impl Canvas {
    /// A card on a screen: words of the same size on every card, a little smaller where a chart says much.
    #[must_use]
    pub fn new(width: f64, height: f64, theme: Theme) -> Self {
        Self { width, height, theme, text: (width / 36.0).clamp(LEAST_TEXT, 13.0), padding: 12.0 }
    }

    /// A picture that stands alone: words grow with its width; no higher than the chart can use, not much flatter
    /// than 5 : 2.
    #[must_use]
    pub fn fitted(self, spec: &ChartSpec) -> Self {
        let text = (self.width / 52.0).clamp(LEAST_TEXT, 24.0);
        let wide = Self { text, padding: text, ..self };
        let least = (self.width * 0.36).min(self.height);
        Self { height: natural_height(spec, &wide).clamp(least, self.height).ceil(), ..wide }
    }

    /// The same canvas with words small enough for all that the chart says.
    fn for_words(self, spec: &ChartSpec) -> Self {
        let mut canvas = self;
        while canvas.text > LEAST_TEXT && least_height(spec, &canvas) > canvas.height {
            canvas.text = (canvas.text - 0.5).max(LEAST_TEXT);
        }
        canvas
    }
}

/// A rectangle on the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Area {
    fn right(&self) -> f64 {
        self.x + self.width
    }

    fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// What layout needs at hand: colours, sizes of words, whether marks carry numbers of sources.
struct Style {
    palette: Palette,
    /// Ordinary words.
    text: f64,
    say: &'static crate::words::Words,
    language: crate::words::Language,
}

impl Style {
    fn copy(&self) -> Self {
        Self { ..*self }
    }

    fn of(spec: &ChartSpec, canvas: &Canvas) -> Self {
        let language = spec.language;
        Self { palette: Palette::of(canvas.theme), text: canvas.text, say: language.say(), language }
    }

    fn small(&self) -> f64 {
        (self.text * 0.86).max(9.0)
    }

    fn number(&self) -> f64 {
        self.text * 1.14
    }

    fn words(&self, text: &str, at: (f64, f64), anchor: Anchor, font: (Face, f64), colour: Colour) -> Words {
        Words { x: at.0, top: at.1, anchor, text: text.to_owned(), face: font.0, size: font.1, colour }
    }

    fn axis(&self) -> Stroke {
        Stroke::solid(self.palette.ink, (self.text / 13.0).clamp(0.8, 1.4))
    }
}

/// Shapes for a chart on a canvas.
pub(crate) fn layout(spec: &ChartSpec, canvas: &Canvas) -> Scene {
    let canvas = canvas.for_words(spec);
    let first = attempt(spec, &canvas, &[]);
    if first.dropped.is_empty() { first.scene } else { attempt(spec, &canvas, &first.dropped).scene }
}

/// The height at which every panel has all the room it can use.
pub(crate) fn natural_height(spec: &ChartSpec, canvas: &Canvas) -> f64 {
    height_with(spec, canvas, |(_, ideal)| ideal)
}

/// The height at which nothing is cramped.
fn least_height(spec: &ChartSpec, canvas: &Canvas) -> f64 {
    height_with(spec, canvas, |(least, _)| least * 1.2)
}

/// The height below which panels shrink past what they need.
pub(crate) fn lowest_height(spec: &ChartSpec, canvas: &Canvas) -> f64 {
    height_with(spec, canvas, |(least, _)| least)
}

fn height_with(spec: &ChartSpec, canvas: &Canvas, of: impl Fn((f64, f64)) -> f64) -> f64 {
    let style = Style::of(spec, canvas);
    let area = frame::inner(canvas);
    let head = frame::head_height(spec, &style, area.width);
    let foot = frame::foot_height(spec, &style, area, &[]);
    let body: f64 = spec.panels.iter().map(|p| of(wanted(spec, p, &style, area.width))).sum();
    let gaps = style.text * 1.6 * spec.panels.len().saturating_sub(1) as f64;
    head + body + gaps + foot + 2.0 * canvas.padding + style.text
}

struct Attempt {
    scene: Scene,
    /// Notes that found no room at their marks and belong in the footer.
    dropped: Vec<String>,
}

fn attempt(spec: &ChartSpec, canvas: &Canvas, extra: &[String]) -> Attempt {
    let style = Style::of(spec, canvas);
    let mut scene = Scene::default();
    let (width, height) = (canvas.width, canvas.height);
    let fill = Some(style.palette.card);
    scene.push(Shape::Part(Part::Ground));
    scene.push(Shape::Rect { x: 0.0, y: 0.0, width, height, fill, stroke: None });
    let inner = frame::inner(canvas);
    let top = frame::head(spec, &style, inner, &mut scene);
    // Drawn last, as it is read last.
    let mut footer = Scene::default();
    let bottom = frame::foot(spec, &style, inner, extra, &mut footer);
    let gap = style.text * 0.7;
    let body = Area { y: top + gap, height: (bottom - top - 2.0 * gap).max(0.0), ..inner };
    scene.push(Shape::Part(Part::Panels));
    let dropped = panels(spec, &style, body, &mut scene);
    scene.push(Shape::Part(Part::Foot));
    scene.shapes.append(&mut footer.shapes);
    Attempt { scene, dropped: if extra.is_empty() { dropped } else { Vec::new() } }
}

/// Least and ideal height of a panel.
fn wanted(spec: &ChartSpec, panel: &Panel, style: &Style, width: f64) -> (f64, f64) {
    let rows = |panel: &Panel| as_bars(panel).map_or(0, |bars| bars.rows.len());
    match panel {
        Panel::Bars(bars) => bars::wanted(bars, spec.panels.iter().map(rows).sum(), style),
        Panel::Share(_) => share::wanted(style),
        Panel::Facts(facts) => facts::wanted(facts, style, width),
        Panel::Line(_) => line::wanted(style, width),
        Panel::Grouped(grid) => grouped::wanted(grid, style),
        Panel::Stacked(grid) => stacked::wanted(grid, style, width),
        Panel::Slope(grid) => slope::wanted(grid, style, width),
        Panel::Dots(grid) => dots::wanted(grid, style),
        Panel::Multiples(lines) => multiples::wanted(lines, style, width),
        Panel::Table(grid) => table::wanted(grid, style),
        Panel::Waffle(grid) => waffle::wanted(grid, style),
    }
}

fn as_bars(panel: &Panel) -> Option<&crate::spec::Bars> {
    if let Panel::Bars(bars) = panel { Some(bars) } else { None }
}

fn panels(spec: &ChartSpec, style: &Style, body: Area, scene: &mut Scene) -> Vec<String> {
    let gap = style.text * 1.2;
    let wants: Vec<_> = spec.panels.iter().map(|p| wanted(spec, p, style, body.width)).collect();
    let room = body.height - gap * wants.len().saturating_sub(1) as f64;
    let (least, ideal) = wants.iter().fold((0.0, 0.0), |(a, b), w| (a + w.0, b + w.1));
    // Below the least all panels shrink alike, between least and ideal all grow alike, past it bars a little further.
    let share = |panel: &Panel, w: &(f64, f64)| match room {
        room if room <= least => w.0 * (room / least).max(0.0),
        room if room <= ideal => w.0 + (w.1 - w.0) * (room - least) / (ideal - least).max(1.0),
        room if matches!(panel, Panel::Bars(_) | Panel::Grouped(_) | Panel::Dots(_) | Panel::Waffle(_)) => {
            w.1 * (room / ideal).min(1.4)
        }
        _ => w.1,
    };
    let mut y = body.y;
    let place = |(panel, want)| {
        let area = Area { y, height: share(panel, want), ..body };
        y += area.height + gap;
        (panel, area)
    };
    let placed: Vec<(&Panel, Area)> = spec.panels.iter().zip(&wants).map(place).collect();
    let bars: Vec<_> = placed.iter().filter_map(|&(panel, area)| Some((as_bars(panel)?, area))).collect();
    let common = bars::Common::of(&bars, style);
    let mut dropped = Vec::new();
    for (panel, area) in placed {
        match panel {
            Panel::Bars(bars) => dropped.extend(bars::layout(bars, style, area, common, scene)),
            Panel::Share(bar) => share::layout(bar, style, area, scene),
            Panel::Facts(facts) => facts::layout(facts, style, area, scene),
            Panel::Line(line) => line::layout(line, style, area, None, scene),
            Panel::Grouped(grid) => dropped.extend(grouped::layout(grid, style, area, scene)),
            Panel::Stacked(grid) => dropped.extend(stacked::layout(grid, style, area, scene)),
            Panel::Slope(grid) => dropped.extend(slope::layout(grid, style, area, scene)),
            Panel::Dots(grid) => dropped.extend(dots::layout(grid, style, area, scene)),
            Panel::Multiples(lines) => multiples::layout(lines, style, area, scene),
            Panel::Table(grid) => dropped.extend(table::layout(grid, style, area, scene)),
            Panel::Waffle(grid) => dropped.extend(waffle::layout(grid, style, area, scene)),
        }
    }
    dropped
}
