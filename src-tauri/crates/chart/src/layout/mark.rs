//! How marks look, bar by bar: exact solid, about with a whisker, above and below with an open end and an arrow,
//! a range with a wash, derived dashed, planned dotted and hollow.

use super::Style;
use crate::scene::{MarkGroup, Scene, Shape, Stroke};
use crate::spec::{MarkSpec, Note, Standing};
use crate::theme::Series;
use crate::words::circled;
use tidemark_model::{Decimal, Qualifier};

/// Decimals become floating point here, where they are drawn, and nowhere before.
pub(super) fn number(value: Decimal) -> f64 {
    value.try_into().unwrap_or(0.0)
}

/// Every figure of a place and time with the numbers of its sources: 1294.2①; 688.5②／612① where they differ.
pub(super) fn all_said(marks: &[MarkSpec]) -> String {
    let one = |m: &MarkSpec| format!("{}{}", m.label, m.notes.iter().map(|&n| circled(n)).collect::<String>());
    marks.iter().map(one).collect::<Vec<_>>().join("／")
}

pub(super) fn group(mark: &MarkSpec) -> MarkGroup {
    MarkGroup {
        observations: mark.observations.iter().map(|id| id.0).collect(),
        kind: mark.kind(),
        title: mark.title.clone(),
        description: mark.description.clone(),
    }
}

pub(super) fn note_group(note: &Note) -> MarkGroup {
    MarkGroup {
        observations: note.observations.iter().map(|id| id.0).collect(),
        kind: note.kind,
        title: note.title.clone(),
        description: String::new(),
    }
}

/// A bar from `x0` to `x`, with its value's reach in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    pub x0: f64,
    pub x: f64,
    pub far: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub y: f64,
    pub height: f64,
}

/// Room an arrow takes beyond the end.
pub(super) fn arrow_room(mark: &MarkSpec, style: &Style) -> f64 {
    match mark.qualifier {
        Qualifier::Above | Qualifier::Below => style.text * 1.35,
        _ => 0.0,
    }
}

pub(super) fn whisker_least(style: &Style) -> f64 {
    style.text * 0.22
}

/// Draws the bar of a mark.
pub(super) fn bar(mark: &MarkSpec, series: Series, at: Bar, style: &Style, scene: &mut Scene) {
    let (fill, wash) = (style.palette.fill(series), style.palette.wash(series));
    let line = (style.text / 11.0).clamp(1.0, 1.8);
    let (left, right) = (at.x0.min(at.x), at.x0.max(at.x));
    let rect = |x: f64, to: f64, fill, stroke| Shape::Rect {
        x,
        y: at.y,
        width: (to - x).max(0.0),
        height: at.height,
        fill,
        stroke,
    };
    match mark.standing {
        Standing::Derived => {
            scene.push(rect(left, right, Some(wash), Some(Stroke::dashed(fill, line, (4.0 * line, 3.0 * line)))));
        }
        Standing::Planned => {
            scene.push(rect(left, right, None, Some(Stroke::dashed(fill, line, (1.2 * line, 2.4 * line)))));
        }
        Standing::Stated => {
            if mark.qualifier == Qualifier::Range {
                let edge = Stroke::solid(fill, line);
                scene.push(rect(at.x.min(at.far), at.x.max(at.far), Some(wash), Some(edge)));
            }
            if matches!(mark.qualifier, Qualifier::Above | Qualifier::Below) && right - left > at.height * 0.4 {
                scene.push(Shape::Polygon { points: torn(at), fill });
            } else {
                scene.push(rect(left, right.max(left + 0.8), Some(fill), None));
            }
        }
    }
    match mark.qualifier {
        Qualifier::Above | Qualifier::Below => arrow(mark, at, fill, style, scene),
        Qualifier::About => whisker(at, style, scene),
        Qualifier::Exact | Qualifier::Range => {}
    }
}

/// A bar whose end is torn: it ends somewhere about there.
fn torn(at: Bar) -> Vec<(f64, f64)> {
    let teeth = ((at.height / 7.0).round() as usize).clamp(2, 6);
    let tooth = at.height / teeth as f64;
    let sign = if at.x < at.x0 { -1.0 } else { 1.0 };
    let depth = (tooth * 0.55).min((at.x - at.x0).abs() / 2.0) * sign;
    let mut points = vec![(at.x0, at.y), (at.x, at.y)];
    for i in 0..teeth {
        let y = at.y + tooth * i as f64;
        points.push((at.x - depth, y + tooth / 2.0));
        points.push((at.x, y + tooth));
    }
    points.push((at.x0, at.y + at.height));
    points
}

/// Outwards: there is more. Inwards: there is less.
pub(super) fn arrow(mark: &MarkSpec, at: Bar, colour: crate::theme::Colour, style: &Style, scene: &mut Scene) {
    let sign = if at.x < at.x0 { -1.0 } else { 1.0 };
    let (near, far) = (at.x + sign * style.text * 0.3, at.x + sign * style.text * 1.3);
    let middle = at.y + at.height / 2.0;
    let head = style.text * 0.34;
    let (tip, tail) = if mark.qualifier == Qualifier::Above { (far, near) } else { (near, far) };
    let back = tip + (tail - tip).signum() * head * 1.3;
    scene.line((tail, middle), (back, middle), Stroke::solid(colour, (style.text / 8.0).clamp(1.2, 2.2)));
    scene.push(Shape::Polygon {
        points: vec![(tip, middle), (back, middle - head), (back, middle + head)],
        fill: colour,
    });
}

/// The interval, drawn so that it is seen on the bar and beside it.
pub(super) fn whisker(at: Bar, style: &Style, scene: &mut Scene) {
    let least = whisker_least(style);
    let low = at.low.unwrap_or(at.x).min(at.x - least);
    let high = at.high.unwrap_or(at.x).max(at.x + least);
    let middle = at.y + at.height / 2.0;
    let cap = (at.height * 0.2).clamp(2.5, style.text * 0.5);
    let lines = [
        ((low, middle), (high, middle)),
        ((low, middle - cap), (low, middle + cap)),
        ((high, middle - cap), (high, middle + cap)),
    ];
    let width = (style.text / 9.0).clamp(1.2, 2.0);
    for (from, to) in lines {
        scene.line(from, to, Stroke::solid(style.palette.card, width + 2.0));
    }
    for (from, to) in lines {
        scene.line(from, to, Stroke::solid(style.palette.ink, width));
    }
}
