//! A dot plot: a dot with its interval for each row, on a scale that need not begin at zero.

use super::axis::{cut, labels, ticks};
use super::bars::{self, Slots};
use super::dot::{self, Along, Reach};
use super::mark::{self, number};
use super::{Area, Style};
use crate::font::Face;
use crate::grid::Grid;
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::spec::{BarRow, MarkSpec, Standing};
use crate::words::circled;
use tidemark_model::Qualifier;

pub(super) fn wanted(grid: &Grid, style: &Style) -> (f64, f64) {
    let units = bars::units(&bars::of_grid(grid));
    (style.small() * 2.0 + units * style.text * 1.5, style.small() * 2.0 + units * style.text * 2.3)
}

struct Plan<'a> {
    style: &'a Style,
    plot: Area,
    low: f64,
    per_value: f64,
}

impl Plan<'_> {
    fn x(&self, value: f64) -> f64 {
        self.plot.x + dot::radius(self.style) * 1.8 + (value - self.low) * self.per_value
    }
}

pub(super) fn layout(grid: &Grid, style: &Style, area: Area, scene: &mut Scene) -> Vec<String> {
    let scale = style.small() * 1.9;
    let body = Area { height: area.height - scale, ..area };
    let Slots { shown, rows, plot, dropped } = bars::slots(&bars::of_grid(grid), style, body, scene);
    let (low, high) = grid.range();
    let label = |m: &MarkSpec| words_width(m, style) + dot::room(m, style) + style.text * 0.5;
    let room = plot.width - dot::radius(style) * 3.6;
    // As long as the words at the right of every dot still end within the area.
    let fits = |m: &MarkSpec| {
        let span = number(m.high.filter(|_| m.qualifier == Qualifier::About).unwrap_or_else(|| m.far())) - low;
        if span > 0.0 { (room - label(m)).max(10.0) / span } else { f64::INFINITY }
    };
    let marks = || shown.rows.iter().flat_map(|r| &r.marks);
    let per_value = marks().map(fits).fold(room / (high - low).max(1e-9), f64::min);
    let plan = Plan { style, plot, low, per_value };
    let mut above = Scene::default();
    let mut words = Vec::new();
    for (row, (y, height)) in shown.rows.iter().zip(rows) {
        draw_row(row, &plan, (y, height), &mut words, &mut above);
    }
    draw_scale(grid, &plan, high, &words, scene);
    scene.shapes.append(&mut above.shapes);
    dropped
}

fn words_width(mark: &MarkSpec, style: &Style) -> f64 {
    let numbers: String = mark.notes.iter().map(|&n| circled(n)).collect();
    Face::SerifBold.width(&mark.label, style.number()) + Face::Sans.width(&numbers, style.small()) + style.text * 0.3
}

fn draw_scale(grid: &Grid, plan: &Plan, high: f64, words: &[[f64; 4]], scene: &mut Scene) {
    let (style, plot) = (plan.style, plan.plot);
    let scale = 10f64.powi(i32::try_from(grid.unit.power).unwrap_or(0));
    let size = style.small();
    let ticks = ticks((plan.low / scale, high / scale), (high - plan.low) * plan.per_value, size * 4.5);
    let ticks: Vec<_> = ticks.into_iter().map(|tick| (plan.x(tick * scale), tick)).collect();
    for &(x, tick) in &ticks {
        let stroke = if tick == 0.0 { style.axis() } else { Stroke::solid(style.palette.rule, 1.0) };
        for (from, to) in cut((plot.y, plot.bottom()), words, |b| (b[0] < x && x < b[2]).then_some((b[1], b[3]))) {
            scene.line((x, from), (x, to), stroke);
        }
    }
    for (x, text) in labels(&ticks, &grid.unit.name(), size, plot.right()) {
        let at = (x, plot.bottom() + style.text * 0.35);
        scene.words(style.words(&text, at, Anchor::Start, (Face::Sans, size), style.palette.third));
    }
}

fn draw_row(row: &BarRow, plan: &Plan, (y, height): (f64, f64), labels: &mut Vec<[f64; 4]>, scene: &mut Scene) {
    let style = plan.style;
    let middle = y + height / 2.0;
    if row.marks.is_empty() {
        let at = (plan.plot.x + dot::radius(style) * 1.8 + style.text * 0.5, middle - style.small() * 0.52);
        let words = format!("– {}", style.say.gap);
        let words = style.words(&words, at, Anchor::Start, (Face::Sans, style.small()), style.palette.third);
        labels.push(words.bounds());
        return scene.words(words);
    }
    let slot = height / row.marks.len() as f64;
    let place = |i: usize| y + slot * (i as f64 + 0.5);
    let x = |v: tidemark_model::Decimal| plan.x(number(v));
    let seal = style.palette.seal;
    let points: Vec<_> = row.marks.iter().enumerate().map(|(i, m)| (x(m.value), place(i))).collect();
    if let [first, .., last] = &points[..] {
        scene.push(Shape::Path { points: points.clone(), stroke: Stroke::solid(seal, 1.0) });
        let (x, y) = (f64::midpoint(first.0, last.0), f64::midpoint(first.1, last.1));
        scene.push(Shape::Circle { x, y, radius: (style.text * 0.22).max(2.2), fill: Some(seal), stroke: None });
    }
    for (i, mark) in row.marks.iter().enumerate() {
        let reach = Reach { low: mark.low.map(x), high: mark.high.map(x), far: x(mark.far()) };
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        dot::draw(mark, row.series, Along::Right(points[i], reach), style, scene);
        labels.push(draw_value(mark, reach, (place(i), slot), plan, scene));
        scene.push(Shape::Close);
    }
}

/// Draws the value beside its dot; gives the box of its words.
fn draw_value(mark: &MarkSpec, reach: Reach, (y, slot): (f64, f64), plan: &Plan, scene: &mut Scene) -> [f64; 4] {
    let style = plan.style;
    let end = if mark.qualifier == Qualifier::About { reach.high.unwrap_or(reach.far) } else { reach.far };
    let least = if mark.qualifier == Qualifier::About { dot::radius(style) * 0.7 } else { 0.0 };
    let left = end.max(plan.x(number(mark.value)) + least) + dot::room(mark, style) + style.text * 0.35;
    let planned = mark.standing == Standing::Planned;
    let colour = if planned { style.palette.second } else { style.palette.ink };
    let size = bars::value_size(style, slot);
    let words = style.words(&mark.label, (left, y - size * 0.52), Anchor::Start, (Face::SerifBold, size), colour);
    let [_, top, right, bottom] = words.bounds();
    scene.words(words);
    let numbers: String = mark.notes.iter().map(|&n| circled(n)).collect();
    let at = (right + style.text * 0.15, y - style.small() * 0.75);
    let tide = style.palette.fill(crate::theme::Series::Tide);
    scene.words(style.words(&numbers, at, Anchor::Start, (Face::Sans, style.small()), tide));
    let end = at.0 + Face::Sans.width(&numbers, style.small());
    [left, top, if numbers.is_empty() { right } else { end }, bottom]
}
