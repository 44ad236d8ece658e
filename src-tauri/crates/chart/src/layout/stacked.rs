//! Stacked bars: the parts of a whole one after the other, names in the order of the parts above, the whole's own
//! figure as an outline.

use super::mark::{self, Bar, number};
use super::{Area, Style};
use crate::font::Face;
use crate::grid::{Grid, Row};
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::spec::{MarkSpec, Standing};
use crate::text::{clip, wrap};
use crate::theme::{Colour, Series};
use crate::words::{circled, filled};
use tidemark_model::Qualifier;

pub(super) fn wanted(grid: &Grid, style: &Style, width: f64) -> (f64, f64) {
    let keys = key_lines(grid, style, width).len() as f64 * style.text * 1.5;
    let bars = grid.columns.len() as f64;
    (keys + bars * style.text * 3.2 + style.text, keys + bars * style.text * 5.0 + style.text)
}

/// A name of the key: which row, its words, where in its line.
struct Key {
    row: usize,
    words: String,
    x: f64,
}

/// Names with their values where there is one bar, in lines.
fn key_lines(grid: &Grid, style: &Style, width: f64) -> Vec<Vec<Key>> {
    let mut lines: Vec<Vec<Key>> = vec![Vec::new()];
    let mut x = 0.0;
    for (row, of) in grid.rows.iter().enumerate() {
        let words = match &grid.columns[..] {
            [_] => format!("{} {}", of.label, labels(of, 0)),
            _ => of.label.clone(),
        };
        let size = style.text;
        let most = width - size * 1.6;
        let words = clip(wrap(&words, Face::Sans, size, most), 1, Face::Sans, size, most).concat();
        let wide = Face::Sans.width(&words, size) + size * 2.6;
        if x > 0.0 && x + wide > width + size {
            lines.push(Vec::new());
            x = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            line.push(Key { row, words, x });
        }
        x += wide;
    }
    lines
}

/// 1294.2①; 88／96.5 where sources differ.
fn labels(row: &Row, at: usize) -> String {
    mark::all_said(row.cells.get(at).map_or(&[][..], Vec::as_slice))
}

fn numbers(mark: &MarkSpec) -> String {
    mark.notes.iter().map(|&n| circled(n)).collect()
}

struct Plan<'a> {
    style: &'a Style,
    x: f64,
    per_value: f64,
    /// Room at the right, where the wholes' words stand.
    area: Area,
}

impl Plan<'_> {
    fn at(&self, value: f64) -> f64 {
        self.x + value * self.per_value
    }
}

pub(super) fn layout(grid: &Grid, style: &Style, area: Area, scene: &mut Scene) -> Vec<String> {
    let keys = key_lines(grid, style, area.width);
    let mut y = area.y;
    for line in &keys {
        for key in line {
            draw_key(&grid.rows[key.row], key, style, (area.x + key.x, y), scene);
        }
        y += style.text * 1.5;
    }
    let names = grid.columns.iter().map(|c| Face::Sans.width(&c.label, style.text)).fold(0.0, f64::max);
    let names = if grid.columns.len() > 1 { names.min(area.width * 0.25) + style.text * 0.7 } else { 0.0 };
    let totals = grid.totals.iter().map(|t| total_width(t, style)).fold(0.0, f64::max);
    let longest = (0..grid.columns.len()).map(|at| length(grid, at)).fold(1e-9, f64::max);
    let room = (area.width - names - totals - style.text * 1.8).max(area.width * 0.3);
    let plan = Plan { style, x: area.x + names, per_value: room / longest, area };
    let pitch = ((area.bottom() - y) / grid.columns.len().max(1) as f64).min(style.text * 6.0);
    let mut left = 0;
    for (at, column) in grid.columns.iter().enumerate() {
        let top = y + pitch * at as f64;
        if names > 0.0 {
            let most = names - style.text * 0.7;
            let words =
                clip(wrap(&column.label, Face::Sans, style.text, most), 1, Face::Sans, style.text, most).concat();
            let place = (plan.x - style.text * 0.7, top + pitch * 0.36 - style.text * 0.52);
            scene.words(style.words(&words, place, Anchor::End, (Face::Sans, style.text), style.palette.second));
        }
        left += draw_bar(grid, at, &plan, (top + pitch * 0.08, pitch * 0.56), scene);
    }
    scene.line((plan.x, y), (plan.x, y + pitch * grid.columns.len() as f64 - pitch * 0.2), style.axis());
    if left > 0 { vec![filled(style.say.no_room, &[("count", &left.to_string())])] } else { Vec::new() }
}

/// How far a stack and its whole reach, also where another source has a segment end further.
fn length(grid: &Grid, at: usize) -> f64 {
    let whole = grid.totals.get(at).into_iter().flatten().map(reach).fold(0.0, f64::max);
    let (mut from, mut furthest) = (0.0, whole);
    for cell in grid.rows.iter().filter_map(|row| row.cells.get(at)) {
        furthest = cell.iter().map(|m| from + reach(m)).fold(furthest, f64::max);
        from += cell.first().map_or(0.0, |m| number(m.far()));
    }
    furthest
}

/// The highest that is drawn of a figure: the end of its whisker, where it has one.
fn reach(mark: &MarkSpec) -> f64 {
    let high = mark.high.filter(|_| mark.qualifier == Qualifier::About);
    number(mark.far()).max(high.map_or(0.0, number))
}

fn draw_key(row: &Row, key: &Key, style: &Style, (x, y): (f64, f64), scene: &mut Scene) {
    let side = style.text * 0.8;
    let (fill, stroke) = match row.cells.iter().flatten().next().map(|m| m.standing) {
        Some(Standing::Derived) => (
            Some(style.palette.wash(row.series)),
            Some(Stroke::dashed(style.palette.fill(row.series), 1.0, (3.0, 2.0))),
        ),
        _ => (Some(style.palette.fill(row.series)), None),
    };
    scene.push(Shape::Rect { x, y: y + style.text * 0.14, width: side, height: side, fill, stroke });
    let at = (x + side + style.text * 0.4, y);
    scene.words(style.words(&key.words, at, Anchor::Start, (Face::Sans, style.text), style.palette.second));
}

/// One stack; gives how many of its values found no room.
fn draw_bar(grid: &Grid, at: usize, plan: &Plan, (y, height): (f64, f64), scene: &mut Scene) -> usize {
    let style = plan.style;
    let mut from = 0.0;
    let mut below = f64::NEG_INFINITY;
    let mut left = 0;
    let mut whiskers = Vec::new();
    let total = grid.totals.get(at).map_or(&[][..], Vec::as_slice);
    draw_outline(total, plan, (y, height), scene);
    for row in &grid.rows {
        let Some(mark) = row.mark(at) else { continue };
        let to = from + number(mark.far());
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        draw_segment(mark, row.series, plan, (from, y, height), scene);
        if grid.columns.len() > 1 {
            left += usize::from(!draw_value(row, at, plan, (from, to, y, height), &mut below, scene));
        }
        scene.push(Shape::Close);
        let end = |other: &MarkSpec| plan.at(from + number(other.value));
        for other in &row.cells[at][1..] {
            scene.push(Shape::Open(Box::new(mark::group(other))));
            draw_other((plan.at(from + number(mark.value)), end(other)), (y, height), style, scene);
            scene.push(Shape::Close);
        }
        if mark.qualifier == Qualifier::About {
            whiskers.push((mark, from));
        }
        from = to;
    }
    // Last, so that the next segment does not cover them.
    for (mark, from) in whiskers {
        let end = |v: Option<tidemark_model::Decimal>| v.map(|v| plan.at(from + number(v)));
        let (x0, x) = (plan.at(from), plan.at(from + number(mark.value)));
        let bar = Bar { x0, x, far: x, low: end(mark.low), high: end(mark.high), y, height };
        mark::whisker(bar, style, scene);
    }
    draw_total(total, plan, (length(grid, at), y, height), scene);
    left
}

fn draw_segment(mark: &MarkSpec, series: Series, plan: &Plan, (from, y, height): (f64, f64, f64), scene: &mut Scene) {
    let style = plan.style;
    let (fill, wash) = (style.palette.fill(series), style.palette.wash(series));
    let (x0, x, far) = (plan.at(from), plan.at(from + number(mark.value)), plan.at(from + number(mark.far())));
    let rect = |a: f64, b: f64, fill, stroke| Shape::Rect { x: a, y, width: (b - a).max(0.8), height, fill, stroke };
    match mark.standing {
        Standing::Derived => {
            scene.push(rect(x0 + 0.5, x, Some(wash), Some(Stroke::dashed(fill, 1.0, (4.0, 3.0)))));
        }
        Standing::Planned => scene.push(rect(x0 + 0.5, x, None, Some(Stroke::dashed(fill, 1.2, (1.2, 2.4))))),
        Standing::Stated => {
            scene.push(rect(x0, x, Some(fill), None));
            if far > x + 0.1 {
                scene.push(rect(x, far, Some(wash), Some(Stroke::solid(fill, 1.0))));
            }
        }
    }
    scene.line((far, y), (far, y + height), Stroke::solid(style.palette.card, 1.4));
    if has_arrow(mark, far - x0, style) {
        let stated = mark.standing == Standing::Stated;
        let colour = if stated { style.palette.on_fill } else { fill };
        arrow(mark.qualifier == Qualifier::Above, (far, y, height), colour, style, scene);
    }
}

fn has_arrow(mark: &MarkSpec, width: f64, style: &Style) -> bool {
    matches!(mark.qualifier, Qualifier::Above | Qualifier::Below) && width > style.text * 1.5
}

/// Where another source has the segment end, joined to where it does by a seal-red dot, below the stack.
fn draw_other((a, b): (f64, f64), (y, height): (f64, f64), style: &Style, scene: &mut Scene) {
    let (seal, bottom) = (style.palette.seal, y + height);
    let drop = bottom + style.text * 0.4;
    scene.push(Shape::Path {
        points: vec![(a, bottom), (a, drop), (b, drop), (b, bottom)],
        stroke: Stroke::solid(seal, 1.0),
    });
    let halo = Some(Stroke::solid(style.palette.card, 1.2));
    let radius = (style.text * 0.24).max(2.4);
    scene.push(Shape::Circle { x: f64::midpoint(a, b), y: drop, radius, fill: Some(seal), stroke: halo });
}

/// At a segment's end, inside it.
fn arrow(outwards: bool, (x, y, height): (f64, f64, f64), colour: Colour, style: &Style, scene: &mut Scene) {
    let (near, far) = (x - style.text * 1.25, x - style.text * 0.2);
    let (tip, tail) = if outwards { (far, near) } else { (near, far) };
    let (head, middle) = (style.text * 0.3, y + height / 2.0);
    let back = tip + (tail - tip).signum() * head * 1.4;
    scene.line((tail, middle), (back, middle), Stroke::solid(colour, 1.3));
    let points = vec![(tip, middle), (back, middle - head), (back, middle + head)];
    scene.push(Shape::Polygon { points, fill: colour });
}

/// Inside the segment where it fits, else below it where that is free; gives whether it was drawn.
fn draw_value(
    row: &Row,
    at: usize,
    plan: &Plan,
    (from, to, y, height): (f64, f64, f64, f64),
    below: &mut f64,
    scene: &mut Scene,
) -> bool {
    let style = plan.style;
    let words = labels(row, at);
    let Some(mark) = row.mark(at) else { return true };
    let (a, b) = (plan.at(from), plan.at(to));
    // An arrow or a whisker at the end leaves the words less room.
    let taken = match mark.qualifier {
        Qualifier::About => style.text * 0.4,
        _ if has_arrow(mark, b - a, style) => style.text * 1.3,
        _ => 0.0,
    };
    let b = b - taken;
    let size = style.text;
    let width = Face::SerifBold.width(&words, size);
    let middle = f64::midpoint(a, b);
    if width + size * 0.5 <= b - a && height >= size * 1.2 {
        let solid = mark.standing == Standing::Stated && mark.qualifier != Qualifier::Range;
        let (ink, light, fill) = (style.palette.ink, style.palette.on_fill, style.palette.fill(row.series));
        let colour = if solid { light } else { ink };
        let top = y + height / 2.0 - size * 0.52;
        if colour.contrast(fill) < 4.5 || !solid {
            // Where neither ink nor white is readable on the colour, the words stand on the card's.
            let (x, width) = (middle - width / 2.0 - 3.0, width + 6.0);
            let (fill, y, height) = (Some(style.palette.card), top - 1.0, size * 1.16);
            scene.push(Shape::Rect { x, y, width, height, fill, stroke: None });
            scene.words(style.words(&words, (middle, top), Anchor::Middle, (Face::SerifBold, size), ink));
        } else {
            scene.words(style.words(&words, (middle, top), Anchor::Middle, (Face::SerifBold, size), colour));
        }
        return true;
    }
    let size = style.small();
    let width = Face::SerifBold.width(&words, size);
    let left = (middle - width / 2.0).max(plan.x).min(plan.area.right() - width);
    if left < *below + size * 0.4 {
        return false;
    }
    *below = left + width;
    let at = (left, y + height + size * 0.25);
    scene.words(style.words(&words, at, Anchor::Start, (Face::SerifBold, size), style.palette.ink));
    true
}

/// The whole as a thin outline behind its parts.
fn draw_outline(total: &[MarkSpec], plan: &Plan, (y, height): (f64, f64), scene: &mut Scene) {
    let third = plan.style.palette.third;
    for mark in total {
        let stroke = match mark.standing {
            Standing::Stated => Stroke::solid(third, 1.0),
            Standing::Derived => Stroke::dashed(third, 1.0, (4.0, 3.0)),
            Standing::Planned => Stroke::dashed(third, 1.0, (1.2, 2.4)),
        };
        let width = (plan.at(number(mark.far())) - plan.x).max(0.8);
        scene.push(Shape::Rect { x: plan.x, y, width, height, fill: None, stroke: Some(stroke) });
    }
}

fn total_words(total: &[MarkSpec], style: &Style) -> Vec<(String, String)> {
    let word = |m: &MarkSpec| (format!("{} {}", style.say.total_of, m.label), numbers(m));
    total.iter().map(word).collect()
}

fn total_width(total: &[MarkSpec], style: &Style) -> f64 {
    let words = total_words(total, style);
    let width = |(w, n): &(String, String)| Face::SerifBold.width(w, style.text) + Face::Sans.width(n, style.small());
    let arrow = total.iter().map(|m| mark::arrow_room(m, style)).fold(0.0, f64::max);
    words.iter().map(width).fold(0.0, f64::max) + arrow
}

fn draw_total(total: &[MarkSpec], plan: &Plan, (end, y, height): (f64, f64, f64), scene: &mut Scene) {
    let style = plan.style;
    let step = style.text * 1.2;
    let mut top = y + height / 2.0 - step * total.len() as f64 / 2.0;
    for (mark, (words, notes)) in total.iter().zip(total_words(total, style)) {
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        let x = plan.at(end);
        let reach = |v: Option<tidemark_model::Decimal>| v.map(|v| plan.at(number(v)));
        let own = plan.at(number(mark.value));
        let (low, high) = (reach(mark.low), reach(mark.high));
        match mark.qualifier {
            Qualifier::Above | Qualifier::Below => {
                let bar = Bar { x0: plan.x, x, far: x, low, high, y: top, height: step };
                mark::arrow(mark, bar, style.palette.second, style, scene);
            }
            Qualifier::About => {
                mark::whisker(Bar { x0: plan.x, x: own, far: own, low, high, y, height }, style, scene);
            }
            Qualifier::Exact | Qualifier::Range => {}
        }
        let at = (x + style.text * 0.5 + mark::arrow_room(mark, style), top + style.text * 0.08);
        let drawn = style.words(&words, at, Anchor::Start, (Face::SerifBold, style.text), style.palette.ink);
        let right = drawn.bounds()[2];
        scene.words(drawn);
        let tide = style.palette.fill(Series::Tide);
        scene.words(style.words(&notes, (right, top), Anchor::Start, (Face::Sans, style.small()), tide));
        scene.push(Shape::Close);
        if total.len() > 1 && top > y + height / 2.0 - step * 0.2 {
            let radius = (style.text * 0.22).max(2.2);
            let place = (x + style.text * 0.15, y + height / 2.0);
            scene.push(Shape::Circle { x: place.0, y: place.1, radius, fill: Some(style.palette.seal), stroke: None });
        }
        top += step;
    }
}
