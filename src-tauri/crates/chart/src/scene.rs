//! Shapes in pixels: what layout hands to drawing.

use crate::font::{ASCENT, Face};
use crate::theme::Colour;

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stroke {
    pub colour: Colour,
    pub width: f64,
    /// Lengths of dash and gap.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    pub(crate) fn solid(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: None }
    }

    pub(crate) fn dashed(colour: Colour, width: f64, dash: (f64, f64)) -> Self {
        Self { colour, width, dash: Some(dash) }
    }
}

/// Where in a text its x is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// Words on one line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Words {
    pub x: f64,
    /// The top of the line; its baseline is 0.88 of the size below.
    pub top: f64,
    pub anchor: Anchor,
    pub text: String,
    pub face: Face,
    pub size: f64,
    pub colour: Colour,
}

impl Words {
    /// Left, top, right, bottom.
    pub(crate) fn bounds(&self) -> [f64; 4] {
        let width = self.face.width(&self.text, self.size);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        [left, self.top, left + width, self.top + self.size * (ASCENT + 0.12)]
    }
}

/// A thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Rect {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        fill: Option<Colour>,
        stroke: Option<Stroke>,
    },
    Path {
        points: Vec<(f64, f64)>,
        stroke: Stroke,
    },
    Polygon {
        points: Vec<(f64, f64)>,
        fill: Colour,
    },
    Circle {
        x: f64,
        y: f64,
        radius: f64,
        fill: Option<Colour>,
        stroke: Option<Stroke>,
    },
    Words(Words),
    /// What follows, up to the next of these, is this part of the picture.
    Part(Part),
    /// What follows up to the matching end belongs to a mark.
    Open(Box<MarkGroup>),
    Close,
}

/// A part of a picture, from back to front and top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What everything stands on.
    Ground,
    /// What is measured, for whom.
    Title,
    /// Period, unit and what unusual marks mean.
    Subtitle,
    /// Marks, names and axes.
    Panels,
    /// Sources, remarks and the date.
    Foot,
}

/// What a mark's group carries.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MarkGroup {
    pub observations: Vec<i64>,
    pub kind: &'static str,
    pub title: String,
    pub description: String,
}

/// Everything on a canvas, from back to front.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scene {
    pub shapes: Vec<Shape>,
}

impl Scene {
    pub(crate) fn push(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    pub(crate) fn words(&mut self, words: Words) {
        if !words.text.is_empty() {
            self.shapes.push(Shape::Words(words));
        }
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        self.shapes.push(Shape::Path { points: vec![from, to], stroke });
    }
}

impl Shape {
    /// Left, top, right, bottom; nothing for what only parts others.
    pub(crate) fn bounds(&self) -> Option<[f64; 4]> {
        let around = |points: &[(f64, f64)], by: f64| {
            points.iter().fold(None, |b: Option<[f64; 4]>, &(x, y)| {
                let b = b.unwrap_or([x, y, x, y]);
                Some([b[0].min(x - by), b[1].min(y - by), b[2].max(x + by), b[3].max(y + by)])
            })
        };
        match self {
            Self::Rect { x, y, width, height, .. } => Some([*x, *y, x + width, y + height]),
            Self::Path { points, stroke } => around(points, stroke.width / 2.0),
            Self::Polygon { points, .. } => around(points, 0.0),
            Self::Circle { x, y, radius, .. } => Some([x - radius, y - radius, x + radius, y + radius]),
            Self::Words(words) => Some(words.bounds()),
            Self::Part(_) | Self::Open(_) | Self::Close => None,
        }
    }
}
