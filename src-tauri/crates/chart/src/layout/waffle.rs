//! Squares that can be counted, in columns from the left; the last one as much of a square as is left over.

use super::bars::{self, Slots};
use super::mark::{self, Bar, number};
use super::{Area, Style};
use crate::font::Face;
use crate::grid::Grid;
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::spec::{BarRow, MarkSpec, Standing};
use crate::words::circled;
use tidemark_model::Qualifier;

/// Squares one above the other at the most.
const HIGH: usize = 5;

pub(super) fn wanted(grid: &Grid, style: &Style) -> (f64, f64) {
    let units = bars::units(&bars::of_grid(grid));
    (units * style.text * 2.0, units * style.text * 4.4)
}

/// How large squares are, and how many stand one above the other.
struct Plan<'a> {
    style: &'a Style,
    plot: Area,
    /// From one square to the next.
    pitch: f64,
    high: usize,
    /// A square's worth in base units.
    worth: f64,
}

impl Plan<'_> {
    /// Where a value ends.
    fn x(&self, value: f64) -> f64 {
        self.plot.x + value / self.worth / self.high as f64 * self.pitch
    }
}

pub(super) fn layout(grid: &Grid, style: &Style, area: Area, scene: &mut Scene) -> Vec<String> {
    let Slots { shown, rows, plot, dropped } = bars::slots(&bars::of_grid(grid), style, area, scene);
    let worth = 10f64.powi(i32::try_from(grid.unit.power).unwrap_or(0)) * f64::from(grid.square.max(1));
    let slot = |(row, (_, height)): (&BarRow, &(f64, f64))| height / row.marks.len().max(1) as f64;
    let lowest = shown.rows.iter().zip(&rows).map(slot).fold(f64::INFINITY, f64::min);
    let plan = plan(&shown.rows, style, plot, (lowest, worth));
    for (row, (y, height)) in shown.rows.iter().zip(rows) {
        draw_row(row, &plan, y, height, scene);
    }
    dropped
}

/// The number of squares one above the other at which they can be largest.
fn plan<'a>(rows: &[BarRow], style: &'a Style, plot: Area, (slot, worth): (f64, f64)) -> Plan<'a> {
    let marks = || rows.iter().flat_map(|r| &r.marks);
    let words = marks().map(|m| words_width(m, style) + mark::arrow_room(m, style)).fold(0.0, f64::max) + style.text;
    let most = marks().map(|m| number(m.far()) / worth).fold(1.0, f64::max);
    let room = (plot.width - words).max(plot.width * 0.3);
    let pitch = |high: usize| (room / (most / high as f64).ceil()).min(slot * 0.78 / high as f64).min(style.text * 1.5);
    let best = (1..=HIGH).max_by(|a, b| pitch(*a).total_cmp(&pitch(*b)).then(b.cmp(a))).unwrap_or(1);
    Plan { style, plot, pitch: pitch(best), high: best, worth }
}

fn words_width(mark: &MarkSpec, style: &Style) -> f64 {
    let numbers: String = mark.notes.iter().map(|&n| circled(n)).collect();
    Face::SerifBold.width(&mark.label, style.number()) + Face::Sans.width(&numbers, style.small())
}

fn draw_row(row: &BarRow, plan: &Plan, y: f64, height: f64, scene: &mut Scene) {
    let style = plan.style;
    if row.marks.is_empty() {
        let at = (plan.plot.x, y + height / 2.0 - style.small() * 0.52);
        let words = format!("– {}", style.say.gap);
        scene.words(style.words(&words, at, Anchor::Start, (Face::Sans, style.small()), style.palette.third));
        return;
    }
    let slot = height / row.marks.len() as f64;
    for (i, mark) in row.marks.iter().enumerate() {
        let middle = y + slot * (i as f64 + 0.5);
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        squares(mark, row, plan, middle, scene);
        let end = ends(mark, row, plan, middle, scene);
        draw_value(mark, plan, (end, middle), scene);
        scene.push(Shape::Close);
    }
    if row.marks.len() > 1 {
        let (first, last) = (y + slot / 2.0, y + height - slot / 2.0);
        let (seal, x) = (style.palette.seal, plan.plot.x - style.text * 0.35);
        scene.line((x, first), (x, last), Stroke::solid(seal, 1.0));
        let (y, radius) = (f64::midpoint(first, last), (style.text * 0.22).max(2.2));
        scene.push(Shape::Circle { x, y, radius, fill: Some(seal), stroke: None });
    }
}

fn squares(mark: &MarkSpec, row: &BarRow, plan: &Plan, middle: f64, scene: &mut Scene) {
    let (fill, wash) = (plan.style.palette.fill(row.series), plan.style.palette.wash(row.series));
    let gap = (plan.pitch * 0.16).max(0.8);
    let side = plan.pitch - gap;
    let top = middle - (plan.pitch * plan.high as f64 - gap) / 2.0;
    let (sure, all) = (number(mark.value) / plan.worth, number(mark.far()) / plan.worth);
    let line = (side * 0.1).clamp(0.8, 1.2);
    for at in 0..all.ceil().min(2000.0) as usize {
        let part = (all - at as f64).min(1.0);
        let (x, y) = (plan.plot.x + (at / plan.high) as f64 * plan.pitch, top + (at % plan.high) as f64 * plan.pitch);
        let unsure = mark.qualifier == Qualifier::Range && at as f64 >= sure;
        let (fill, stroke) = match mark.standing {
            Standing::Derived => (Some(wash), Some(Stroke::dashed(fill, line, (2.0 * line, 1.5 * line)))),
            Standing::Planned => (None, Some(Stroke::dashed(fill, line, (line, 2.0 * line)))),
            Standing::Stated if unsure => (Some(wash), Some(Stroke::solid(fill, line))),
            Standing::Stated => (Some(fill), None),
        };
        // Outlines lie within their squares, so that those of neighbours stay apart.
        let inset = if stroke.is_some() { line } else { 0.0 };
        let (width, height) = ((side * part - 2.0 * inset).max(0.8), side - 2.0 * inset);
        scene.push(Shape::Rect { x: x + inset, y: y + inset, width, height, fill, stroke });
    }
}

/// Whisker or arrow at the end of the squares; gives where that ends.
fn ends(mark: &MarkSpec, row: &BarRow, plan: &Plan, middle: f64, scene: &mut Scene) -> f64 {
    let style = plan.style;
    let columns = (number(mark.far()) / plan.worth / plan.high as f64).ceil().max(1.0);
    let edge = plan.plot.x + columns * plan.pitch;
    let at = |v: tidemark_model::Decimal| plan.x(number(v));
    let height = plan.pitch * plan.high as f64;
    let x = at(mark.value);
    let bar = Bar {
        x0: plan.plot.x - 1.0,
        x: if mark.qualifier == Qualifier::About { x } else { edge - plan.pitch * 0.16 },
        far: edge,
        low: mark.low.map(at),
        high: mark.high.map(at),
        y: middle - height / 2.0,
        height,
    };
    match mark.qualifier {
        Qualifier::Above | Qualifier::Below => mark::arrow(mark, bar, style.palette.fill(row.series), style, scene),
        Qualifier::About => mark::whisker(bar, style, scene),
        Qualifier::Exact | Qualifier::Range => {}
    }
    let whisker = if mark.qualifier == Qualifier::About {
        bar.high.unwrap_or(x).max(x + style.text * 0.22) + style.text * 0.25
    } else {
        x
    };
    edge.max(whisker) + mark::arrow_room(mark, style) + style.text * 0.35
}

fn draw_value(mark: &MarkSpec, plan: &Plan, (x, middle): (f64, f64), scene: &mut Scene) {
    let style = plan.style;
    let size = style.number();
    let colour = if mark.standing == Standing::Planned { style.palette.second } else { style.palette.ink };
    let words = style.words(&mark.label, (x, middle - size * 0.52), Anchor::Start, (Face::SerifBold, size), colour);
    let right = words.bounds()[2];
    scene.words(words);
    let numbers: String = mark.notes.iter().map(|&n| circled(n)).collect();
    let at = (right + style.text * 0.15, middle - style.small() * 0.75);
    let tide = style.palette.fill(crate::theme::Series::Tide);
    scene.words(style.words(&numbers, at, Anchor::Start, (Face::Sans, style.small()), tide));
}
