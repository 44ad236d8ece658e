//! How points look: filled dot exact, dot with whisker about, triangle or arrow above and below, bar for a range, ring
//! derived, dotted ring planned. Lines stand them upright, dot plots and tables lay them on their side.

use super::Style;
use super::mark::{self, Bar};
use crate::scene::{Scene, Shape, Stroke};
use crate::spec::{MarkSpec, Standing};
use crate::theme::{Colour, Series};
use tidemark_model::Qualifier;

/// In pixels along the axis of values.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub far: f64,
}

/// Which way values grow.
#[derive(Clone, Copy, Debug)]
pub(super) enum Along {
    /// The point, and its reach downwards and upwards.
    Up((f64, f64), Reach),
    /// The point, and its reach to the left and to the right.
    Right((f64, f64), Reach),
    /// The point; no scale.
    Nowhere((f64, f64)),
}

pub(super) fn radius(style: &Style) -> f64 {
    (style.text * 0.34).clamp(3.0, 7.0)
}

/// Room that a point takes to the right of its value beside its reach.
pub(super) fn room(mark: &MarkSpec, style: &Style) -> f64 {
    radius(style) + mark::arrow_room(mark, style)
}

pub(super) fn draw(mark: &MarkSpec, series: Series, along: Along, style: &Style, scene: &mut Scene) {
    let colour = style.palette.fill(series);
    match along {
        Along::Up(at, reach) => upright(mark, series, at, reach, style, scene),
        Along::Right(at, reach) => {
            lying(mark, series, at, Some(reach), style, scene);
            if matches!(mark.qualifier, Qualifier::Above | Qualifier::Below) {
                mark::arrow(mark, beside(at, radius(style)), colour, style, scene);
            }
        }
        Along::Nowhere(at) => lying(mark, series, at, None, style, scene),
    }
}

fn beside((x, y): (f64, f64), r: f64) -> Bar {
    Bar { x0: x - r, x: x + r * 0.6, far: x, low: None, high: None, y: y - r, height: 2.0 * r }
}

fn dot((x, y): (f64, f64), mark: &MarkSpec, colour: Colour, style: &Style) -> Shape {
    let (card, r) = (style.palette.card, radius(style));
    let ring = |dash: Option<(f64, f64)>| Some(Stroke { colour, width: r * 0.45, dash });
    let (fill, stroke) = match mark.standing {
        Standing::Derived => (card, ring(None)),
        Standing::Planned => (card, ring(Some((r * 0.5, r * 0.5)))),
        Standing::Stated => (colour, Some(Stroke::solid(card, 1.2))),
    };
    Shape::Circle { x, y, radius: r, fill: Some(fill), stroke }
}

fn upright(mark: &MarkSpec, series: Series, (x, y): (f64, f64), reach: Reach, style: &Style, scene: &mut Scene) {
    let (colour, r) = (style.palette.fill(series), radius(style));
    let triangle = |up: f64| vec![(x, y - up * r * 1.25), (x - r * 1.25, y + up * r), (x + r * 1.25, y + up * r)];
    match (mark.standing, mark.qualifier) {
        (Standing::Stated, Qualifier::Above) => {
            return scene.push(Shape::Polygon { points: triangle(1.0), fill: colour });
        }
        (Standing::Stated, Qualifier::Below) => {
            return scene.push(Shape::Polygon { points: triangle(-1.0), fill: colour });
        }
        (Standing::Stated, Qualifier::Range) => {
            let (top, height) = (reach.far.min(y), (y - reach.far).abs());
            scene.push(range((x - r * 0.8, top), (r * 1.6, height), series, style));
        }
        (Standing::Stated, Qualifier::About) => {
            let end = |v: Option<f64>, least: f64| v.unwrap_or(y + least);
            let (low, high) = (end(reach.low, r * 1.6).max(y + r * 1.6), end(reach.high, -r * 1.6).min(y - r * 1.6));
            for (a, b) in [((x, low), (x, high)), ((x - r, low), (x + r, low)), ((x - r, high), (x + r, high))] {
                scene.line(a, b, Stroke::solid(style.palette.ink, 1.2));
            }
        }
        _ => {}
    }
    scene.push(dot((x, y), mark, colour, style));
}

fn range(at: (f64, f64), size: (f64, f64), series: Series, style: &Style) -> Shape {
    let (wash, stroke) = (style.palette.wash(series), Stroke::solid(style.palette.fill(series), 1.2));
    Shape::Rect { x: at.0, y: at.1, width: size.0, height: size.1, fill: Some(wash), stroke: Some(stroke) }
}

/// Without a reach, as a sign of its kind.
fn lying(mark: &MarkSpec, series: Series, (x, y): (f64, f64), reach: Option<Reach>, style: &Style, scene: &mut Scene) {
    let (colour, r) = (style.palette.fill(series), radius(style));
    let stated = mark.standing == Standing::Stated;
    match mark.qualifier {
        Qualifier::Range if stated => {
            let x = if reach.is_none() { x - r } else { x };
            let far = reach.map_or(x + r * 2.4, |reach| reach.far);
            scene.push(range((x.min(far), y - r * 0.8), ((far - x).abs(), r * 1.6), series, style));
            return scene.push(dot((x, y), mark, colour, style));
        }
        Qualifier::Above | Qualifier::Below if stated && reach.is_none() => {
            let way = if mark.qualifier == Qualifier::Above { 1.0 } else { -1.0 };
            let points = vec![(x, y - way * r * 1.25), (x - r * 1.25, y + way * r), (x + r * 1.25, y + way * r)];
            return scene.push(Shape::Polygon { points, fill: colour });
        }
        Qualifier::About if stated || reach.is_some() => {
            let end = |v: Option<f64>| v.unwrap_or(x);
            let (low, high) = reach.map_or((x, x), |reach| (end(reach.low), end(reach.high)));
            let (low, high) = (low.min(x - r * 1.6), high.max(x + r * 1.6));
            for (a, b) in [((low, y), (high, y)), ((low, y - r), (low, y + r)), ((high, y - r), (high, y + r))] {
                scene.line(a, b, Stroke::solid(style.palette.ink, 1.2));
            }
        }
        _ => {}
    }
    scene.push(dot((x, y), mark, colour, style));
}

/// Joins the points of figures that differ; beside them where they are too close to one another to part.
pub(super) fn seal_dot((x, a, b): (f64, f64, f64), style: &Style, scene: &mut Scene) {
    let (seal, radius, r) = (style.palette.seal, (style.text * 0.24).max(2.4), radius(style));
    let halo = Some(Stroke::solid(style.palette.card, 1.2));
    let y = f64::midpoint(a, b);
    if (a - b).abs() > 2.0 * r + 2.0 * radius + 2.0 {
        return scene.push(Shape::Circle { x, y, radius, fill: Some(seal), stroke: halo });
    }
    let x = x - r - radius - 1.5;
    scene.push(Shape::Path { points: vec![(x + r, a), (x, a), (x, b), (x + r, b)], stroke: Stroke::solid(seal, 1.0) });
    scene.push(Shape::Circle { x, y, radius, fill: Some(seal), stroke: halo });
}
