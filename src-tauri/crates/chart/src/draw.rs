//! A chart at an exact size: layout, then plotters with the project's backend.

use crate::Error;
use crate::backend::{SvgBackend, UNITS, escape, rounded};
use crate::layout::{self, Canvas};
use crate::scene::{Anchor, Part, Scene, Shape, Stroke, Words};
use crate::spec::ChartSpec;
use crate::theme::{Colour, Theme};
use crate::words::circled;
use plotters::coord::Shift;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};
use std::ops::Range;

/// CSS pixels in an inch.
const PIXELS_PER_INCH: f64 = 96.0;

/// A mark of a drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The observations behind it.
    pub observations: Vec<i64>,
    /// `exact`, `about`, `above`, `below`, `range`, `derived`, `planned`.
    pub kind: &'static str,
    /// What a tooltip says.
    pub title: String,
    /// What a reader should know further.
    pub description: String,
    /// Box in pixels: x, y, width, height.
    pub bounds: [f64; 4],
}

/// A chart drawn at an exact size.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The picture.
    pub svg: String,
    /// Pixels across and down; points on a sheet.
    pub size: (f64, f64),
    /// How many of them make an inch: 96 pixels, 72 points.
    pub per_inch: f64,
    /// Where in the picture its parts stand, none of them empty.
    pub parts: Vec<(Part, Range<usize>)>,
    /// Marks in reading order.
    pub marks: Vec<Mark>,
    /// Header and rows that say the same.
    pub table: Vec<Vec<String>>,
    /// The chart's title.
    pub title: String,
    /// The line below it.
    pub subtitle: String,
}

/// How a picture is drawn, beside its size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Words as the shapes of their characters, for programs that do not have the fonts.
    pub outline: bool,
    /// Whether the picture carries its specification and table with it.
    pub carry: bool,
}

/// Draws a chart for a screen: words as words, nothing carried along.
///
/// # Errors
/// Where the size is impossible, or a character is in no bundled font.
pub fn draw(spec: &ChartSpec, canvas: Canvas) -> Result<Drawing, Error> {
    draw_as(spec, canvas, Manner::default())
}

/// Draws a chart in a manner.
///
/// # Errors
/// Where the size is impossible, or a character is in no bundled font.
pub fn draw_as(spec: &ChartSpec, canvas: Canvas, manner: Manner) -> Result<Drawing, Error> {
    let grey = (canvas.theme == Theme::Grey).then(|| crate::grey::worded(spec));
    let spec = grey.as_ref().unwrap_or(spec);
    let size = (canvas.width, canvas.height);
    let fits = |v: f64, least: f64| v.is_finite() && (least..=20_000.0).contains(&v);
    if !fits(size.0, 80.0) || !fits(size.1, 60.0) {
        return Err(Error::Size(size.0, size.1));
    }
    let scene = layout::layout(spec, &canvas);
    let (svg, parts) = svg(spec, &scene, size, manner)?;
    Ok(Drawing {
        svg,
        size,
        per_inch: PIXELS_PER_INCH,
        parts,
        marks: marks(&scene),
        table: spec.table.clone(),
        title: spec.title.clone(),
        subtitle: spec.subtitle.clone(),
    })
}

type Parts = Vec<(Part, Range<usize>)>;

fn svg(spec: &ChartSpec, scene: &Scene, size: (f64, f64), manner: Manner) -> Result<(String, Parts), Error> {
    let (width, height) = (rounded(size.0), rounded(size.1));
    let (title, description) = (escape(&spec.title), escape(&described(spec)));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"graphics-document\" aria-label=\"{title}\" xml:lang=\"{}\" \
         font-family=\"Tidemark Sans\" text-rendering=\"geometricPrecision\">\n<title>{title}</title><desc>{description}</desc>\n",
        spec.language.tag()
    );
    if manner.carry {
        out.push_str(&crate::page::metadata(spec));
    }
    let mut parts = Vec::new();
    for shapes in scene.shapes.chunk_by(|_, next| !matches!(next, Shape::Part(_))) {
        let from = out.len();
        let area = SvgBackend::new(&mut out, size).outlined(manner.outline).into_drawing_area();
        let drawn = shapes.iter().try_for_each(|shape| draw_shape(&area, shape));
        drop(area);
        drawn?;
        if let (Some(Shape::Part(part)), true) = (shapes.first(), out.len() > from) {
            parts.push((*part, from..out.len()));
        }
    }
    out.push_str("</svg>\n");
    Ok((out, parts))
}

/// Subtitle, every source and every remark, also where the footer has no room for them.
fn described(spec: &ChartSpec) -> String {
    let sources = spec.sources.iter().map(|s| format!("{} {}", circled(s.number), s.text()));
    let lines = [spec.subtitle.clone()].into_iter().chain(sources).chain(spec.remarks.iter().cloned());
    lines.collect::<Vec<_>>().join(" ")
}

fn draw_shape(area: &DrawingArea<SvgBackend<'_>, Shift>, shape: &Shape) -> Result<(), Error> {
    area.draw(&Element(shape)).map_err(|e| match e {
        plotters::drawing::DrawingAreaErrorKind::BackendError(DrawingErrorKind::DrawingError(e)) => e,
        e => Error::Drawing(e.to_string()),
    })
}

/// A shape as plotters takes it.
struct Element<'a>(&'a Shape);

impl<'a> PointCollection<'a, BackendCoord> for &'a Element<'_> {
    type Point = BackendCoord;
    type IntoIter = std::vec::IntoIter<BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        let points = match self.0 {
            Shape::Rect { x, y, width, height, .. } => vec![unit((*x, *y)), unit((x + width, y + height))],
            Shape::Path { points, .. } | Shape::Polygon { points, .. } => points.iter().copied().map(unit).collect(),
            Shape::Circle { x, y, .. } => vec![unit((*x, *y))],
            Shape::Words(words) => vec![unit((words.x, words.top))],
            Shape::Part(_) | Shape::Open(_) | Shape::Close => Vec::new(),
        };
        points.into_iter()
    }
}

impl Drawable<SvgBackend<'_>> for Element<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        backend: &mut SvgBackend<'_>,
        dim: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Error>> {
        let points: Vec<_> = pos.collect();
        match self.0 {
            Shape::Rect { fill, stroke, .. } => twice(*fill, *stroke, backend, |style, backend| {
                Rectangle::new([(0, 0); 2], style).draw(points.iter().copied(), backend, dim)
            }),
            Shape::Circle { radius, fill, stroke, .. } => twice(*fill, *stroke, backend, |style, backend| {
                Circle::new((0, 0), (radius * UNITS).round() as u32, style).draw(points.iter().copied(), backend, dim)
            }),
            Shape::Path { stroke, .. } => twice(None, Some(*stroke), backend, |style, backend| {
                PathElement::new(vec![(0, 0); 0], style).draw(points.iter().copied(), backend, dim)
            }),
            Shape::Polygon { fill, .. } => twice(Some(*fill), None, backend, |style, backend| {
                Polygon::new(vec![(0, 0); 0], style).draw(points.iter().copied(), backend, dim)
            }),
            Shape::Words(words) => draw_words(words, &points, backend),
            Shape::Part(_) => Ok(()),
            Shape::Open(mark) => {
                backend.open_mark(mark);
                Ok(())
            }
            Shape::Close => {
                backend.close_mark();
                Ok(())
            }
        }
    }
}

/// Fill, then outline.
fn twice<'b>(
    fill: Option<Colour>,
    stroke: Option<Stroke>,
    backend: &mut SvgBackend<'b>,
    draw: impl Fn(ShapeStyle, &mut SvgBackend<'b>) -> Result<(), DrawingErrorKind<Error>>,
) -> Result<(), DrawingErrorKind<Error>> {
    if let Some(fill) = fill {
        draw(ShapeStyle::from(&rgb(fill)).filled(), backend)?;
    }
    let Some(stroke) = stroke else { return Ok(()) };
    backend.set_dash(stroke.dash);
    let width = (stroke.width * UNITS).round() as u32;
    let drawn = draw(ShapeStyle::from(&rgb(stroke.colour)).stroke_width(width), backend);
    backend.set_dash(None);
    drawn
}

fn draw_words(
    words: &Words,
    points: &[BackendCoord],
    backend: &mut SvgBackend<'_>,
) -> Result<(), DrawingErrorKind<Error>> {
    let weight = if words.face.bold() { FontStyle::Bold } else { FontStyle::Normal };
    let h_pos = match words.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let font = (words.face.family(), words.size * UNITS).into_font().style(weight);
    let colour = rgb(words.colour);
    let style: TextStyle = TextStyle::from(font).color(&colour).pos(Pos::new(h_pos, VPos::Top));
    points.iter().try_for_each(|&at| backend.draw_text(&words.text, &style, at))
}

fn unit((x, y): (f64, f64)) -> BackendCoord {
    ((x * UNITS).round() as i32, (y * UNITS).round() as i32)
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

/// Each group with the box around its shapes.
fn marks(scene: &Scene) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut around: Option<[f64; 4]> = None;
    for shape in &scene.shapes {
        match shape {
            Shape::Open(group) => {
                around = None;
                marks.push(Mark {
                    observations: group.observations.clone(),
                    kind: group.kind,
                    title: group.title.clone(),
                    description: group.description.clone(),
                    bounds: [0.0; 4],
                });
            }
            Shape::Close => {
                if let (Some(mark), Some([l, t, r, b])) = (marks.last_mut(), around) {
                    mark.bounds = [l, t, r - l, b - t];
                }
            }
            shape => around = union(around, shape.bounds()),
        }
    }
    marks
}

fn union(a: Option<[f64; 4]>, b: Option<[f64; 4]>) -> Option<[f64; 4]> {
    match (a, b) {
        (Some(a), Some(b)) => Some([a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Face;

    #[test]
    fn a_missing_glyph_is_an_error_with_the_characters_name() {
        let mut scene = Scene::default();
        let colour = Colour(0, 0, 0);
        let words = |text: &str| Words {
            x: 0.0,
            top: 0.0,
            anchor: Anchor::Start,
            text: text.to_owned(),
            face: Face::Sans,
            size: 12.0,
            colour,
        };
        scene.words(words("𪚥园区"));
        let mut out = String::new();
        let area = SvgBackend::new(&mut out, (300.0, 200.0)).into_drawing_area();
        let error = draw_shape(&area, &scene.shapes[0]).expect_err("no such glyph");
        assert!(matches!(error, Error::MissingGlyph { character: '𪚥', .. }), "{error}");
    }
}
