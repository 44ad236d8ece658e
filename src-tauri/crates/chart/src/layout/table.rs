//! A table: names at the left, a column for each period, each number with the sign of how exact it is before it.

use super::dot::{self, Along};
use super::mark;
use super::{Area, Style};
use crate::font::Face;
use crate::grid::{Column, Grid, Row};
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::spec::{MarkSpec, Standing};
use crate::text::{clip, wrap_evenly};
use crate::words::{circled, filled};

/// Lines a row needs: one a figure.
fn lines(row: &Row) -> usize {
    row.cells.iter().map(Vec::len).max().unwrap_or(1).max(1)
}

fn units(rows: &[Row]) -> f64 {
    rows.iter().map(|r| 1.0 + 0.8 * (lines(r) - 1) as f64).sum::<f64>() + 1.0
}

pub(super) fn wanted(grid: &Grid, style: &Style) -> (f64, f64) {
    (units(&grid.rows) * style.text * 1.45, units(&grid.rows) * style.text * 2.3)
}

struct Plan<'a> {
    style: &'a Style,
    /// Size of numbers.
    size: f64,
    /// Right ends of the columns.
    ends: Vec<f64>,
    names: f64,
    pitch: f64,
    fits: bool,
}

pub(super) fn layout(grid: &Grid, style: &Style, area: Area, scene: &mut Scene) -> Vec<String> {
    let mut rows = grid.rows.clone();
    while rows.len() > 1 && units(&rows) * style.text * 1.2 > area.height {
        rows.pop();
    }
    let pitch = (area.height / units(&rows)).min(style.text * 2.7);
    let (columns, plan) = fitting(grid, &mut rows, style, area, pitch);
    let head = area.y + pitch;
    for (column, end) in columns.iter().zip(&plan.ends) {
        let at = (*end, head - pitch * 0.5 - style.small() * 0.52);
        scene.words(style.words(&column.label, at, Anchor::End, (Face::Sans, style.small()), style.palette.second));
    }
    let unit = (area.x, head - pitch * 0.5 - style.small() * 0.52);
    scene.words(style.words(&grid.unit.name(), unit, Anchor::Start, (Face::Sans, style.small()), style.palette.third));
    let right = plan.ends.last().copied().unwrap_or(area.right());
    scene.line((area.x, head), (right, head), Stroke::solid(style.palette.third, 1.0));
    let mut y = head;
    for row in &rows {
        let height = pitch * (1.0 + 0.8 * (lines(row) - 1) as f64);
        draw_row(row, &plan, (area.x, y, height), scene);
        y += height;
        scene.line((area.x, y), (right, y), Stroke::solid(style.palette.rule, 1.0));
    }
    let left = grid.rows.len() * grid.columns.len() - rows.len() * columns.len();
    if left > 0 { vec![filled(style.say.no_room, &[("count", &left.to_string())])] } else { Vec::new() }
}

/// The columns that fit at a size that can be read: the latest.
fn fitting<'a>(grid: &Grid, rows: &mut [Row], style: &'a Style, area: Area, pitch: f64) -> (Vec<Column>, Plan<'a>) {
    let mut columns = grid.columns.clone();
    loop {
        let plan = plan(&columns, rows, style, area, pitch);
        if columns.len() < 2 || plan.fits {
            return (columns, plan);
        }
        columns.remove(0);
        rows.iter_mut().for_each(|row| drop(row.cells.remove(0)));
    }
}

/// A cell's width: sign, number, numbers of its sources.
fn width(mark: &MarkSpec, style: &Style, size: f64) -> f64 {
    sign_room(style) + Face::SerifBold.width(&mark.label, size) + notes_width(mark, style)
}

fn sign_room(style: &Style) -> f64 {
    dot::radius(style) * 3.6 + style.text * 0.3
}

fn notes_width(mark: &MarkSpec, style: &Style) -> f64 {
    let numbers: String = mark.notes.iter().map(|&n| circled(n)).collect();
    Face::Sans.width(&numbers, style.small())
}

/// Columns as wide as their widest cell, what is left over dealt out between them.
fn plan<'a>(columns: &[Column], rows: &[Row], style: &'a Style, area: Area, pitch: f64) -> Plan<'a> {
    let count = columns.len().max(1);
    let names = rows.iter().map(|r| face(r).width(&r.label, style.text)).fold(0.0, f64::max);
    let names = names.min(area.width * if count > 2 { 0.26 } else { 0.4 });
    let widths = |size: f64| -> Vec<f64> {
        let of = |at: usize| {
            let cells = rows.iter().filter_map(|r| r.cells.get(at)).flatten();
            let widest = cells.map(|m| width(m, style, size)).fold(0.0, f64::max);
            widest.max(columns.get(at).map_or(0.0, |c| Face::Sans.width(&c.label, style.small()))) + style.text * 0.7
        };
        (0..count).map(of).collect()
    };
    let room = area.width - names;
    let mut size = style.number().min(pitch * 0.8);
    while size > 9.0 && widths(size).iter().sum::<f64>() > room {
        size -= 0.5;
    }
    let widths = widths(size);
    let fits = widths.iter().sum::<f64>() <= room + 0.5;
    // A lone number far from its name would be hard to follow.
    let most = if count == 1 { style.text * 6.0 } else { f64::INFINITY };
    let spare = ((room - widths.iter().sum::<f64>()) / count as f64).clamp(0.0, most);
    let mut x = area.x + names;
    let ends = widths.iter().map(|w| {
        x += w + spare;
        x.min(area.right())
    });
    Plan { style, size, ends: ends.collect(), names, pitch, fits }
}

fn face(row: &Row) -> Face {
    if row.strong { Face::SansBold } else { Face::Sans }
}

fn draw_row(row: &Row, plan: &Plan, (x, y, height): (f64, f64, f64), scene: &mut Scene) {
    let style = plan.style;
    let middle = y + height / 2.0;
    let most = if height > style.text * 2.2 { 2 } else { 1 };
    let name =
        clip(wrap_evenly(&row.label, face(row), style.text, plan.names), most, face(row), style.text, plan.names);
    let mut top = middle - name.len() as f64 * style.text * 0.58 + style.text * 0.06;
    for line in &name {
        scene.words(style.words(line, (x, top), Anchor::Start, (face(row), style.text), style.palette.ink));
        top += style.text * 1.16;
    }
    for (cell, end) in row.cells.iter().zip(&plan.ends) {
        draw_cell(row, cell, plan, (*end, y, height), scene);
    }
}

fn draw_cell(row: &Row, cell: &[MarkSpec], plan: &Plan, (end, y, height): (f64, f64, f64), scene: &mut Scene) {
    let style = plan.style;
    if cell.is_empty() {
        let at = (end, y + height / 2.0 - plan.size * 0.52);
        scene.words(style.words("–", at, Anchor::End, (Face::Sans, plan.size), style.palette.third));
        return;
    }
    let slot = (plan.pitch * 0.8).min(height / cell.len() as f64);
    let first = y + height / 2.0 - slot * (cell.len() as f64 - 1.0) / 2.0;
    let widest = cell.iter().map(|m| width(m, style, plan.size)).fold(0.0, f64::max);
    let x = end - widest + dot::radius(style) * 1.8;
    if cell.len() > 1 {
        let last = first + slot * (cell.len() - 1) as f64;
        let seal = style.palette.seal;
        scene.line((x, first), (x, last), Stroke::solid(seal, 1.0));
        let (y, radius) = (f64::midpoint(first, last), (style.text * 0.2).max(2.0));
        scene.push(Shape::Circle { x, y, radius, fill: Some(seal), stroke: None });
    }
    let notes = cell.iter().map(|m| notes_width(m, style)).fold(0.0, f64::max);
    for (at, mark) in cell.iter().enumerate() {
        let middle = first + slot * at as f64;
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        // The usual needs no sign, unless it is one of several.
        if mark.kind() != "exact" || cell.len() > 1 {
            dot::draw(mark, row.series, Along::Nowhere((x, middle)), style, scene);
        }
        let colour = if mark.standing == Standing::Planned { style.palette.second } else { style.palette.ink };
        let place = (end - notes, middle - plan.size * 0.52);
        scene.words(style.words(&mark.label, place, Anchor::End, (Face::SerifBold, plan.size), colour));
        let numbers: String = mark.notes.iter().map(|&n| circled(n)).collect();
        let place = (end - notes, middle - style.small() * 0.75);
        let tide = style.palette.fill(crate::theme::Series::Tide);
        scene.words(style.words(&numbers, place, Anchor::Start, (Face::Sans, style.small()), tide));
        scene.push(Shape::Close);
    }
}
