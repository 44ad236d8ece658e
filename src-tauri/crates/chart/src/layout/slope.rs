//! A slope: two points in time, a line for each place or item between them; names and values at both ends, moved apart
//! where they would meet.

use super::dot::{self, Along, Reach, seal_dot};
use super::mark::{self, number};
use super::{Area, Style};
use crate::font::Face;
use crate::grid::{Grid, Row};
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::spec::{MarkSpec, Standing};
use crate::text::{clip, wrap};
use crate::words::{circled, filled};

pub(super) fn wanted(grid: &Grid, style: &Style, width: f64) -> (f64, f64) {
    let least = style.text * (3.0 + grid.rows.len() as f64 * 1.5);
    (least, (width * 0.5).clamp(least, (style.text * 30.0).max(least)))
}

struct Plan<'a> {
    style: &'a Style,
    /// How wide the words at an end may be.
    most: f64,
    plot: Area,
    low: f64,
    high: f64,
    left: f64,
    right: f64,
}

impl Plan<'_> {
    fn y(&self, value: f64) -> f64 {
        self.plot.bottom() - (value - self.low) / (self.high - self.low).max(1e-12) * self.plot.height
    }
}

/// Words at an end of a line.
struct Tag<'a> {
    row: &'a Row,
    mark: &'a MarkSpec,
    /// Whether the name stands with the value.
    named: bool,
    /// Where the point is, and where the words are.
    point: f64,
    y: f64,
}

pub(super) fn layout(grid: &Grid, style: &Style, area: Area, scene: &mut Scene) -> Vec<String> {
    let size = style.number();
    let head = style.text * 1.9;
    let fit = ((area.height - head) / (size * 1.15)).floor().max(1.0) as usize;
    let rows: Vec<&Row> = grid.rows.iter().take(fit).collect();
    let (low, high) = grid.range();
    // Beside both a point and some room, between them a line that can be seen.
    let most = (area.width * 0.42).min((area.width - style.text * 7.4) / 2.0);
    let side = |at: usize| {
        let widths = rows.iter().filter(|r| r.mark(at).is_some()).map(|r| tag_width(r, named(r, at), style, most));
        widths.fold(0.0, f64::max).min(most) + style.text * 1.6
    };
    let plot = Area { y: area.y + head + size * 0.7, height: area.height - head - size * 1.6, ..area };
    let (left, right) = (area.x + side(0), area.right() - side(1));
    let plan = Plan { style, most, plot, low, high, left, right: right.max(left + style.text * 4.0) };
    for (column, (x, anchor)) in grid.columns.iter().zip([(plan.left, Anchor::End), (plan.right, Anchor::Start)]) {
        let at = (x, area.y);
        scene.words(style.words(&column.label, at, anchor, (Face::SansBold, style.text), style.palette.second));
        scene.line((x, area.y + head), (x, area.bottom()), Stroke::solid(style.palette.rule, 1.0));
    }
    rows.iter().for_each(|row| draw_line(row, &plan, scene));
    for at in [0, 1] {
        let x = if at == 0 { plan.left } else { plan.right };
        for row in &rows {
            let cell = row.cells.get(at).map_or(&[][..], Vec::as_slice);
            draw_points(row, cell, &plan, x, scene);
        }
        tags(&rows, at, &plan, (area.y + head, area.bottom())).iter().for_each(|tag| draw_tag(tag, at, &plan, scene));
    }
    let left = grid.rows.len() - rows.len();
    if left > 0 { vec![filled(style.say.no_room, &[("count", &left.to_string())])] } else { Vec::new() }
}

/// A row is named at its right end, else at its left.
fn named(row: &Row, at: usize) -> bool {
    at == 1 || row.mark(1).is_none()
}

/// Every figure of an end, each with its own sources where they differ: 688.5②／612①. Where that is too wide, the first
/// and the last; the table has all.
fn value_words(row: &Row, at: usize, style: &Style, most: f64) -> String {
    let Some(cell @ [first, .., last]) = row.cells.get(at).map(Vec::as_slice) else {
        return row.mark(at).map(|one| one.label.clone()).unwrap_or_default();
    };
    let ends = [first, last].map(|mark| mark::all_said(std::slice::from_ref(mark)));
    let between = if cell.len() > 2 { "／…／" } else { "／" };
    // A name beside it has room for some of its characters at least.
    let name = face(row).width(&row.label, style.text).min(style.text * 4.0) + style.text * 0.5;
    let most = if named(row, at) { most - name } else { most };
    let fits = |words: &String| Face::SerifBold.width(words, style.number()) <= most;
    Some(mark::all_said(cell)).filter(fits).or(Some(ends.join(between))).filter(fits).unwrap_or(ends[0].clone() + "／…")
}

/// The sources of an end's only figure.
fn numbers(row: &Row, at: usize) -> String {
    let Some([one]) = row.cells.get(at).map(Vec::as_slice) else { return String::new() };
    one.notes.iter().map(|&n| circled(n)).collect()
}

fn face(row: &Row) -> Face {
    if row.strong { Face::SansBold } else { Face::Sans }
}

fn tag_width(row: &Row, named: bool, style: &Style, most: f64) -> f64 {
    let values = (0..2).map(|at| {
        Face::SerifBold.width(&value_words(row, at, style, most), style.number())
            + Face::Sans.width(&numbers(row, at), style.small())
    });
    let name = if named { face(row).width(&row.label, style.text) + style.text * 0.5 } else { 0.0 };
    values.fold(0.0, f64::max) + name
}

/// The words of an end from the top, moved so that none meets another.
fn tags<'a>(rows: &[&'a Row], at: usize, plan: &Plan, (top, bottom): (f64, f64)) -> Vec<Tag<'a>> {
    let step = plan.style.number() * 1.12;
    let tag = |row: &&'a Row| {
        let mark = row.mark(at)?;
        let y = plan.y(number(mark.value));
        Some(Tag { row, mark, named: named(row, at), point: y, y })
    };
    let mut tags: Vec<Tag> = rows.iter().filter_map(tag).collect();
    tags.sort_by(|a, b| a.point.total_cmp(&b.point));
    let (top, bottom) = (top + step / 2.0, bottom - step / 2.0);
    let mut least = top;
    for tag in &mut tags {
        tag.y = tag.y.max(least);
        least = tag.y + step;
    }
    let mut most = bottom;
    for tag in tags.iter_mut().rev() {
        tag.y = tag.y.min(most);
        most = tag.y - step;
    }
    tags
}

fn draw_line(row: &Row, plan: &Plan, scene: &mut Scene) {
    let (Some(a), Some(b)) = (row.mark(0), row.mark(1)) else { return };
    let width = plan.style.text / if row.strong { 5.0 } else { 8.0 };
    let colour = plan.style.palette.fill(row.series);
    let width = width.clamp(1.2, 3.0);
    let sure = |m: &MarkSpec| m.standing == Standing::Stated;
    let stroke = if sure(a) && sure(b) {
        Stroke::solid(colour, width)
    } else {
        Stroke::dashed(colour, width, (width * 2.4, width * 1.8))
    };
    // What is planned is joined to nothing.
    if a.standing != Standing::Planned && b.standing != Standing::Planned {
        let at = |m: &MarkSpec| plan.y(number(m.value));
        scene.line((plan.left, at(a)), (plan.right, at(b)), stroke);
    }
}

fn draw_points(row: &Row, cell: &[MarkSpec], plan: &Plan, x: f64, scene: &mut Scene) {
    let style = plan.style;
    let y = |v: tidemark_model::Decimal| plan.y(number(v));
    for mark in cell {
        let reach = Reach { low: mark.low.map(y), high: mark.high.map(y), far: y(mark.far()) };
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        dot::draw(mark, row.series, Along::Up((x, y(mark.value)), reach), style, scene);
        scene.push(Shape::Close);
    }
    if let [first, .., last] = cell {
        let (a, b, seal) = (y(first.value), y(last.value), style.palette.seal);
        scene.line((x, a), (x, b), Stroke::solid(seal, 1.2));
        seal_dot((x, a, b), style, scene);
    }
}

fn draw_tag(tag: &Tag, at: usize, plan: &Plan, scene: &mut Scene) {
    let style = plan.style;
    let (x, way) = if at == 0 { (plan.left, -1.0) } else { (plan.right, 1.0) };
    let from = x + way * dot::radius(style) * 1.4;
    let to = x + way * style.text * 1.1;
    if (tag.y - tag.point).abs() > style.text * 0.4 {
        scene.line((from, tag.point), (to, tag.y), Stroke::solid(style.palette.third, 0.8));
    }
    let planned = tag.mark.standing == Standing::Planned;
    let colour = if planned { style.palette.second } else { style.palette.ink };
    let (value, notes) = (value_words(tag.row, at, style, plan.most), numbers(tag.row, at));
    let size = style.number();
    let widths = (Face::SerifBold.width(&value, size), Face::Sans.width(&notes, style.small()));
    let edge = to + way * style.text * 0.2;
    let left = if at == 0 { edge - widths.0 - widths.1 } else { edge };
    scene.words(style.words(&value, (left, tag.y - size * 0.52), Anchor::Start, (Face::SerifBold, size), colour));
    let tide = style.palette.fill(crate::theme::Series::Tide);
    let place = (left + widths.0, tag.y - style.small() * 0.75);
    scene.words(style.words(&notes, place, Anchor::Start, (Face::Sans, style.small()), tide));
    if !tag.named {
        return;
    }
    let (gap, face) = (style.text * 0.5, face(tag.row));
    let room = if at == 0 { left - gap - plan.plot.x } else { plan.plot.right() - left - widths.0 - widths.1 - gap };
    let (x, anchor) =
        if at == 0 { (left - gap, Anchor::End) } else { (left + widths.0 + widths.1 + gap, Anchor::Start) };
    if room < style.text * 2.0 {
        return;
    }
    for line in clip(wrap(&tag.row.label, face, style.text, room), 1, face, style.text, room) {
        let place = (x, tag.y - style.text * 0.52);
        scene.words(style.words(&line, place, anchor, (face, style.text), style.palette.second));
    }
}
