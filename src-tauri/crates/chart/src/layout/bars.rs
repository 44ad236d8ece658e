//! Horizontal bars from zero: names at the left, values at the ends, conflicting figures one below the other.

use super::mark::{self, Bar, number};
use super::{Area, Style};
use crate::font::Face;
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::spec::{BarRow, Bars, MarkSpec, Note, Standing};
use crate::text::{clip, wrap_evenly};
use crate::words::{ZH, circled};
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use tidemark_model::Qualifier;

fn heading_height(bars: &Bars, style: &Style) -> f64 {
    if bars.heading.is_some() { style.text * 1.7 } else { 0.0 }
}

fn scale_height(bars: &Bars, style: &Style) -> f64 {
    if bars.scale { style.small() * 1.9 } else { 0.0 }
}

/// Rows count one, each further figure of a conflict another three quarters, a space before a row a third.
fn units(bars: &Bars) -> f64 {
    bars.rows.iter().map(|r| weight(r) + if r.apart { 0.3 } else { 0.0 }).sum()
}

fn weight(row: &BarRow) -> f64 {
    1.0 + 0.75 * row.marks.len().saturating_sub(1) as f64
}

pub(super) fn wanted(bars: &Bars, style: &Style) -> (f64, f64) {
    let fixed = heading_height(bars, style) + scale_height(bars, style);
    let pitch = match bars.rows.len() {
        0..=4 => 4.8,
        5..=8 => 3.8,
        _ => 2.9,
    };
    (fixed + units(bars) * style.text * 1.55, fixed + units(bars) * style.text * pitch)
}

/// What the rows of a panel share.
struct Plan<'a> {
    style: &'a Style,
    /// Whether every row's words end within the area.
    fits: bool,
    /// Where zero is.
    zero: f64,
    /// Pixels of a unit of value.
    per_value: f64,
    area: Area,
    /// Lines a note may take, by row.
    note_lines: Vec<Vec<String>>,
}

/// Draws the panel; gives the notes that found no room.
pub(super) fn layout(bars: &Bars, style: &Style, area: Area, scene: &mut Scene) -> Vec<String> {
    let mut top = area.y;
    if let Some(heading) = &bars.heading {
        let at = (area.x, top);
        scene.words(style.words(heading, at, Anchor::Start, (Face::SansBold, style.text), style.palette.ink));
        top += heading_height(bars, style);
    }
    let bottom = area.bottom() - scale_height(bars, style);
    let shown = fitting(bars, (bottom - top) / (style.text * 1.15));
    let pitch = (bottom - top) / units(&shown).max(1.0);
    let labels = label_column(&shown, style, area.width, pitch);
    let gutter = style.text * 0.7;
    let plot = Area {
        x: area.x + labels.width + gutter,
        y: top,
        width: area.width - labels.width - gutter,
        height: bottom - top,
    };
    let (plan, mut dropped) = plan(&shown, style, plot, pitch);
    let mut y = top;
    let mut ends = Vec::new();
    for (row, (lines, size)) in shown.rows.iter().zip(&labels.names) {
        y += if row.apart { pitch * 0.3 } else { 0.0 };
        let height = pitch * weight(row);
        draw_label(row, lines, *size, (area.x + labels.width, y + height / 2.0), style, scene);
        ends.push((y, height, draw_row(row, &plan, y, height, scene)));
        y += height;
    }
    draw_notes(&shown, &plan, &ends, scene);
    if !shown.rows.is_empty() {
        scene.line((plan.zero, top - 2.0), (plan.zero, bottom + 2.0), style.axis());
    }
    if bars.scale {
        draw_scale(&shown, &plan, bottom, scene);
    }
    if shown.rows.len() < bars.rows.len() {
        dropped.insert(0, format!("另有{}项因版面所限未画出，见数据表。", bars.rows.len() - shown.rows.len()));
    }
    dropped
}

/// The rows that fit at the least pitch. Where some do not, gaps go first, then the last of the others; the rows
/// set apart and those below them, the rest and the whole, stay.
fn fitting(bars: &Bars, room: f64) -> Bars {
    let mut shown = bars.clone();
    while shown.rows.len() > 1 && units(&shown) > room {
        let last = shown.rows.len() - 1;
        let gap = shown.rows.iter().rposition(|r| r.marks.is_empty());
        let stated = |r: &BarRow| r.marks.iter().any(|m| m.standing != Standing::Derived) && !r.apart;
        let at = gap.or_else(|| shown.rows.iter().rposition(stated).filter(|&at| at > 0)).unwrap_or(last);
        if let Some(note) = shown.rows[..=at]
            .iter_mut()
            .enumerate()
            .rev()
            .find_map(|(i, r)| r.note.as_mut().filter(|n| i + n.rows > at))
        {
            note.rows = note.rows.saturating_sub(1);
        }
        shown.rows.remove(at);
    }
    for row in &mut shown.rows {
        row.note = row.note.take().filter(|note| note.rows > 0);
    }
    shown
}

/// Names at the left: lines and size of each, and the width of their column.
struct Labels {
    names: Vec<(Vec<String>, f64)>,
    width: f64,
}

fn face(row: &BarRow) -> Face {
    if row.strong { Face::SansBold } else { Face::Sans }
}

/// Names on as many lines as the pitch allows, in a column of at most two fifths; one too long for its lines is set
/// smaller before it is cut.
fn label_column(bars: &Bars, style: &Style, width: f64, pitch: f64) -> Labels {
    let size = style.text.min(pitch * 0.8).max(8.0);
    let most = ((pitch / (size * 1.2)).floor() as usize).clamp(1, 3);
    let column = width * if most == 1 { 0.4 } else { 0.34 };
    let set = |row: &BarRow| {
        let lines = wrap_evenly(&row.label, face(row), size, column);
        let tight = (pitch / 2.4).min(size);
        let two = wrap_evenly(&row.label, face(row), tight, column);
        match () {
            () if lines.len() <= most => (lines, size),
            () if most == 1 && tight >= 8.0 && two.len() <= 2 => (two, tight),
            () => (clip(lines, most, face(row), size, column), size),
        }
    };
    let names: Vec<_> = bars.rows.iter().map(set).collect();
    let measure = |(row, (lines, size)): (&BarRow, &(Vec<String>, f64))| {
        lines.iter().map(|l| face(row).width(l, *size)).fold(0.0, f64::max)
    };
    let widest = bars.rows.iter().zip(&names).map(measure).fold(0.0, f64::max);
    Labels { names, width: widest }
}

fn draw_label(row: &BarRow, lines: &[String], size: f64, at: (f64, f64), style: &Style, scene: &mut Scene) {
    let colour = if row.strong { style.palette.ink } else { style.palette.second };
    let mut y = at.1 - lines.len() as f64 * size * 1.2 / 2.0 + size * 0.1;
    for line in lines {
        scene.words(style.words(line, (at.0, y), Anchor::End, (face(row), size), colour));
        y += size * 1.2;
    }
}

/// Size of a value in a slot of some height.
fn value_size(style: &Style, slot: f64) -> f64 {
    style.number().min(slot * 0.88).max(9.0)
}

/// Width of a value with its source numbers.
fn value_width(mark: &MarkSpec, style: &Style, pitch: f64) -> f64 {
    let size = value_size(style, pitch);
    Face::SerifBold.width(&mark.label, size) + numbers_width(&mark.notes, style)
}

fn numbers(notes: &[usize]) -> String {
    notes.iter().map(|&n| circled(n)).collect()
}

fn numbers_width(notes: &[usize], style: &Style) -> f64 {
    if notes.is_empty() { 0.0 } else { Face::Sans.width(&numbers(notes), style.small()) + style.text * 0.2 }
}

/// The furthest that is drawn of a mark, in its own direction from zero.
fn reach(mark: &MarkSpec) -> f64 {
    let value = number(mark.far());
    let widened = mark.qualifier == Qualifier::About;
    let high = mark.high.filter(|_| widened).map_or(value, number);
    let low = mark.low.filter(|_| widened).map_or(value, number);
    if value < 0.0 { low.min(value) } else { high.max(value) }
}

/// Finds the longest bars that leave room for values and notes, with as few lines of notes as allow long bars.
fn plan<'a>(bars: &Bars, style: &'a Style, area: Area, pitch: f64) -> (Plan<'a>, Vec<String>) {
    let mut best: Option<Plan> = None;
    for lines in 1..=3 {
        let note_lines = notes_in(bars, style, pitch, lines, area.width * 0.5);
        let fits = |(row, wrapped): (&BarRow, &Vec<String>)| row.note.is_none() || !wrapped.is_empty();
        if !bars.rows.iter().zip(&note_lines).all(fits) {
            break;
        }
        let plan = scaled(bars, style, area, pitch, note_lines);
        if !plan.fits {
            continue;
        }
        if longest(bars, &plan) >= area.width * 0.42 {
            return (plan, Vec::new());
        }
        best = best.filter(|b| b.per_value >= plan.per_value).or(Some(plan));
    }
    if let Some(plan) = best.filter(|plan| longest(bars, plan) >= area.width * 0.25) {
        return (plan, Vec::new());
    }
    let dropped = bars.rows.iter().filter_map(|r| r.note.as_ref().map(|n| footnote(r, n))).collect();
    let none = vec![Vec::new(); bars.rows.len()];
    (scaled(bars, style, area, pitch, none), dropped)
}

fn footnote(row: &BarRow, note: &Note) -> String {
    let number = numbers(&note.notes);
    if note.rows > 1 {
        format!("{}等{}{number}。", row.label, note.text)
    } else {
        format!("{}{}{number}。", row.label, note.text)
    }
}

fn longest(bars: &Bars, plan: &Plan) -> f64 {
    bars.rows.iter().flat_map(|r| &r.marks).map(|m| (number(m.far()) * plan.per_value).abs()).fold(0.0, f64::max)
}

/// Notes on at most `lines` lines; empty where the rows they stand at are too low for that.
fn notes_in(bars: &Bars, style: &Style, pitch: f64, lines: usize, width: f64) -> Vec<Vec<String>> {
    let size = style.small();
    let wrapped = |row: &BarRow| {
        let Some(note) = &row.note else { return Vec::new() };
        let room = pitch * note.rows as f64;
        if lines as f64 * size * 1.25 > room + 1.0 {
            return Vec::new();
        }
        let natural = Face::Sans.width(&note.text, size) + 1.0;
        let narrow = (natural / lines as f64 + size).min(width);
        let text = wrap_evenly(&note.text, Face::Sans, size, if lines == 1 { natural } else { narrow });
        if text.len() <= lines { text } else { wrap_evenly(&note.text, Face::Sans, size, narrow + size * 2.0) }
    };
    bars.rows.iter().map(wrapped).collect()
}

fn note_width(row: &BarRow, lines: &[String], style: &Style) -> f64 {
    let Some(note) = row.note.as_ref().filter(|_| !lines.is_empty()) else { return 0.0 };
    let widest = lines.iter().map(|l| Face::Sans.width(l, style.small())).fold(0.0, f64::max);
    let bracket = if note.rows > 1 { style.text * 1.1 } else { style.text * 0.6 };
    widest + bracket + numbers_width(&note.notes, style)
}

/// The scale at which every row's value and note ends within the area.
fn scaled<'a>(bars: &Bars, style: &'a Style, area: Area, pitch: f64, note_lines: Vec<Vec<String>>) -> Plan<'a> {
    let gap = style.text * 0.5;
    let mut left = 0.0_f64;
    for mark in bars.rows.iter().flat_map(|r| &r.marks).filter(|m| reach(m) < 0.0) {
        left = left.max(value_width(mark, style, pitch) + gap + mark::arrow_room(mark, style));
    }
    let marks = || bars.rows.iter().flat_map(|r| &r.marks);
    let lowest = marks().map(reach).fold(0.0, f64::min);
    let highest = marks().map(reach).fold(0.0, f64::max);
    let (mut per_value, mut fits) = (f64::INFINITY, true);
    for (at, row) in bars.rows.iter().enumerate() {
        let note =
            (0..=at).rev().map(|i| (i, &bars.rows[i])).find(|(i, r)| r.note.as_ref().is_some_and(|n| i + n.rows > at));
        let note_room = note.map_or(0.0, |(i, r)| note_width(r, &note_lines[i], style));
        for mark in &row.marks {
            let end = reach(mark);
            let positive = end >= 0.0;
            let extra =
                if positive { value_width(mark, style, pitch) + gap + mark::arrow_room(mark, style) } else { gap };
            let room = area.width - left - extra - note_room - mark::whisker_least(style);
            let span = end.max(0.0) - lowest;
            if span > 0.0 {
                fits &= room >= 2.0;
                per_value = per_value.min(room.max(2.0) / span);
            }
        }
    }
    if !per_value.is_finite() {
        per_value = area.width * 0.6 / (highest - lowest).max(1e-9);
    }
    Plan { style, fits, zero: area.x + left - lowest * per_value, per_value, area, note_lines }
}

/// Draws a row's marks; gives where its words end.
fn draw_row(row: &BarRow, plan: &Plan, y: f64, height: f64, scene: &mut Scene) -> f64 {
    let style = plan.style;
    if row.marks.is_empty() {
        let size = style.small();
        let at = (plan.zero + style.text * 0.5, y + height / 2.0 - size * 0.5);
        let words = format!("– {}", ZH.gap);
        let words = style.words(&words, at, Anchor::Start, (Face::Sans, size), style.palette.third);
        let end = words.bounds()[2];
        scene.words(words);
        return end;
    }
    let slot = height / row.marks.len() as f64;
    let thick = (slot * if row.marks.len() > 1 { 0.72 } else { 0.6 }).min(style.text * 3.4);
    let mut end = plan.zero;
    let mut tips = Vec::new();
    for (i, mark) in row.marks.iter().enumerate() {
        let middle = y + slot * (i as f64 + 0.5);
        let at = |v: f64| plan.zero + v * plan.per_value;
        let bar = Bar {
            x0: plan.zero,
            x: at(number(mark.value)),
            far: at(number(mark.far())),
            low: mark.low.map(number).map(at),
            high: mark.high.map(number).map(at),
            y: middle - thick / 2.0,
            height: thick,
        };
        tips.push((bar.x, middle));
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        mark::bar(mark, row.series, bar, style, scene);
        end = end.max(draw_value(mark, plan, bar, (middle, slot), scene));
        scene.push(Shape::Close);
    }
    if row.marks.len() > 1 {
        draw_conflict(&tips, plan, scene);
    }
    end
}

fn draw_value(mark: &MarkSpec, plan: &Plan, bar: Bar, (middle, slot): (f64, f64), scene: &mut Scene) -> f64 {
    let style = plan.style;
    let size = value_size(style, slot);
    let tip = plan.zero + reach(mark) * plan.per_value;
    let negative = bar.x < bar.x0;
    let room = style.text * 0.5
        + mark::arrow_room(mark, style)
        + if mark.qualifier == Qualifier::About { mark::whisker_least(style) } else { 0.0 };
    let numbers = numbers(&mark.notes);
    let (x, anchor) = if negative {
        (tip - room - numbers_width(&mark.notes, style), Anchor::End)
    } else {
        (tip + room, Anchor::Start)
    };
    let colour = if mark.standing == Standing::Planned { style.palette.second } else { style.palette.ink };
    let words = style.words(&mark.label, (x, middle - size * 0.52), anchor, (Face::SerifBold, size), colour);
    let mut end = words.bounds()[2];
    scene.words(words);
    if !numbers.is_empty() {
        let top = (middle - style.small() * 0.75).max(middle - slot * 0.5);
        let at = (end + style.text * 0.15, top);
        let colour = style.palette.fill(crate::theme::Series::Tide);
        let words = style.words(&numbers, at, Anchor::Start, (Face::Sans, style.small()), colour);
        end = words.bounds()[2];
        scene.words(words);
    }
    end
}

/// Joins conflicting figures by a thin line with a seal-red dot.
fn draw_conflict(tips: &[(f64, f64)], plan: &Plan, scene: &mut Scene) {
    let (Some(&first), Some(&last)) = (tips.first(), tips.last()) else { return };
    let seal = plan.style.palette.seal;
    let points = tips.to_vec();
    scene.push(Shape::Path { points, stroke: Stroke::solid(seal, 1.0) });
    let (x, y) = (f64::midpoint(first.0, last.0), f64::midpoint(first.1, last.1));
    let radius = (plan.style.text * 0.28).max(2.5);
    let halo = Some(Stroke::solid(plan.style.palette.card, 1.5));
    scene.push(Shape::Circle { x, y, radius, fill: Some(seal), stroke: halo });
}

fn draw_notes(bars: &Bars, plan: &Plan, ends: &[(f64, f64, f64)], scene: &mut Scene) {
    let style = plan.style;
    for (at, row) in bars.rows.iter().enumerate() {
        let lines = &plan.note_lines[at];
        let Some(note) = row.note.as_ref().filter(|_| !lines.is_empty()) else { continue };
        let spanned = &ends[at..(at + note.rows).min(ends.len())];
        let (Some(first), Some(last)) = (spanned.first(), spanned.last()) else { continue };
        let end = spanned.iter().map(|e| e.2).fold(0.0, f64::max);
        let (top, bottom) = (first.0 + first.1 * 0.5, last.0 + last.1 * 0.5);
        scene.push(Shape::Open(Box::new(mark::note_group(note))));
        let mut x = end + style.text * 0.6;
        if spanned.len() > 1 {
            let (tip, stroke) = (x + style.text * 0.25, Stroke::solid(style.palette.third, 1.0));
            scene.push(Shape::Path { points: vec![(x, top), (tip, top), (tip, bottom), (x, bottom)], stroke });
            x += style.text * 0.6;
        }
        let size = style.small();
        let mut y = f64::midpoint(top, bottom) - lines.len() as f64 * size * 1.25 / 2.0 + size * 0.1;
        for (i, line) in lines.iter().enumerate() {
            let text = if i + 1 == lines.len() { format!("{line}{}", numbers(&note.notes)) } else { line.clone() };
            scene.words(style.words(&text, (x, y), Anchor::Start, (Face::Sans, size), style.palette.third));
            y += size * 1.25;
        }
        scene.push(Shape::Close);
    }
}

/// A few round ticks up to the longest bar, the unit at the last.
fn draw_scale(bars: &Bars, plan: &Plan, y: f64, scene: &mut Scene) {
    let style = plan.style;
    let values = || bars.rows.iter().flat_map(|r| &r.marks).map(reach);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    if high <= low {
        return;
    }
    let scale = 10f64.powi(i32::try_from(bars.unit.power).unwrap_or(0));
    let size = style.small();
    let ticks = ticks((low / scale, high / scale), (high - low) * plan.per_value, size * 4.5);
    let last = ticks.len().saturating_sub(1);
    let mut taken = f64::NEG_INFINITY;
    for (i, tick) in ticks.iter().enumerate() {
        let x = plan.zero + tick * scale * plan.per_value;
        let number = tick_label(*tick);
        let width = Face::Sans.width(&number, size);
        scene.line((x, y), (x, y + style.text * 0.25), Stroke::solid(style.palette.third, 1.0));
        let start = (x - width / 2.0).max(taken + size * 0.5);
        let text = if i == last { with_unit(&number, &bars.unit.name()) } else { number };
        let start = start.min(plan.area.right() - Face::Sans.width(&text, size));
        let at = (start, y + style.text * 0.4);
        let words = style.words(&text, at, Anchor::Start, (Face::Sans, size), style.palette.third);
        taken = words.bounds()[2];
        scene.words(words);
    }
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.starts_with('%') { format!("{number}{unit}") } else { format!("{number} {unit}") }
}

/// Round numbers at least `apart` pixels from one another over `pixels`.
pub(super) fn ticks((low, high): (f64, f64), pixels: f64, apart: f64) -> Vec<f64> {
    if !(low.is_finite() && high.is_finite()) || high <= low || pixels <= 0.0 {
        return Vec::new();
    }
    let most = ((pixels / apart).floor() as usize + 1).clamp(2, 6);
    RangedCoordf64::from(low..high).key_points(most)
}

pub(super) fn tick_label(tick: f64) -> String {
    let rounded = (tick * 1000.0).round() / 1000.0;
    format!("{}", rounded + 0.0).replace('-', "−")
}
