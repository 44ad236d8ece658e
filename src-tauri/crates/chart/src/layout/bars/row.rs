//! A row's bars with their values, the dot that joins conflicting ones, and the notes beside.

use super::super::mark::{self, Bar, number};
use super::plan::{Plan, numbers, numbers_width, reach, value_size};
use crate::font::Face;
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::spec::{BarRow, Bars, MarkSpec, Standing};
use tidemark_model::Qualifier;

/// Draws a row's marks; gives where its words end.
pub(super) fn draw_row(row: &BarRow, plan: &Plan, y: f64, height: f64, scene: &mut Scene) -> f64 {
    let style = plan.style;
    if row.marks.is_empty() {
        let size = style.small();
        let at = (plan.zero + style.text * 0.5, y + height / 2.0 - size * 0.5);
        let words = format!("– {}", style.say.gap);
        let words = style.words(&words, at, Anchor::Start, (Face::Sans, size), style.palette.third);
        let end = words.bounds()[2];
        scene.words(words);
        return end;
    }
    let slot = height / row.marks.len() as f64;
    let thick = (slot * if row.marks.len() > 1 { 0.72 } else { 0.6 }).min(style.text * 3.4);
    let mut end = plan.zero;
    let mut middles = Vec::new();
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
        middles.push(middle);
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        mark::bar(mark, row.series, bar, style, scene);
        end = end.max(draw_value(mark, plan, bar, (middle, slot), scene));
        scene.push(Shape::Close);
    }
    if row.marks.len() > 1 {
        draw_conflict(&middles, plan, scene);
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

/// Joins conflicting figures by a thin line beside the axis, with a seal-red dot.
fn draw_conflict(middles: &[f64], plan: &Plan, scene: &mut Scene) {
    let (Some(&first), Some(&last)) = (middles.first(), middles.last()) else { return };
    let (seal, text) = (plan.style.palette.seal, plan.style.text);
    let x = plan.zero - text * 0.32;
    let points = vec![(plan.zero, first), (x, first), (x, last), (plan.zero, last)];
    scene.push(Shape::Path { points, stroke: Stroke::solid(seal, 1.0) });
    let radius = (text * 0.22).max(2.2);
    let halo = Some(Stroke::solid(plan.style.palette.card, 1.2));
    scene.push(Shape::Circle { x, y: f64::midpoint(first, last), radius, fill: Some(seal), stroke: halo });
}

pub(super) fn draw_notes(bars: &Bars, plan: &Plan, ends: &[(f64, f64, f64)], scene: &mut Scene) {
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
