//! The scale of a bar panel: the longest bars at which every value and note still ends within the area.

use super::super::mark::{self, number};
use super::super::{Area, Style};
use crate::font::Face;
use crate::spec::{BarRow, Bars, MarkSpec, Note};
use crate::text::wrap_evenly;
use crate::words::{circled, filled};
use tidemark_model::Qualifier;

/// What the rows of a panel share.
pub(super) struct Plan<'a> {
    pub style: &'a Style,
    /// Whether every row's words end within the area.
    pub fits: bool,
    /// Where zero is.
    pub zero: f64,
    /// Pixels of a unit of value.
    pub per_value: f64,
    pub area: Area,
    /// Lines a note may take, by row.
    pub note_lines: Vec<Vec<String>>,
}

/// Size of a value in a slot of some height.
pub(in crate::layout) fn value_size(style: &Style, slot: f64) -> f64 {
    style.number().min(slot * 0.88).max(9.0)
}

/// Width of a value with its source numbers.
fn value_width(mark: &MarkSpec, style: &Style, pitch: f64) -> f64 {
    let size = value_size(style, pitch);
    Face::SerifBold.width(&mark.label, size) + numbers_width(&mark.notes, style)
}

pub(super) fn numbers(notes: &[usize]) -> String {
    notes.iter().map(|&n| circled(n)).collect()
}

pub(super) fn numbers_width(notes: &[usize], style: &Style) -> f64 {
    if notes.is_empty() { 0.0 } else { Face::Sans.width(&numbers(notes), style.small()) + style.text * 0.2 }
}

/// The furthest that is drawn of a mark, in its own direction from zero.
pub(super) fn reach(mark: &MarkSpec) -> f64 {
    let value = number(mark.far());
    let widened = mark.qualifier == Qualifier::About;
    let high = mark.high.filter(|_| widened).map_or(value, number);
    let low = mark.low.filter(|_| widened).map_or(value, number);
    if value < 0.0 { low.min(value) } else { high.max(value) }
}

/// The lowest and the highest that is drawn of a mark: a whisker at a small value reaches past zero.
pub(super) fn ends(mark: &MarkSpec) -> (f64, f64) {
    let whisker = |end: Option<tidemark_model::Decimal>| end.filter(|_| mark.qualifier == Qualifier::About).map(number);
    let tip = reach(mark);
    (whisker(mark.low).map_or(tip, |low| low.min(tip)), whisker(mark.high).map_or(tip, |high| high.max(tip)))
}

/// Finds the longest bars that leave room for values and notes, with as few lines of notes as allow long bars.
pub(super) fn plan<'a>(bars: &Bars, style: &'a Style, area: Area, pitch: f64) -> (Plan<'a>, Vec<String>) {
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
    let dropped = bars.rows.iter().filter_map(|r| r.note.as_ref().map(|n| footnote(r, n, style))).collect();
    let none = vec![Vec::new(); bars.rows.len()];
    (scaled(bars, style, area, pitch, none), dropped)
}

fn footnote(row: &BarRow, note: &Note, style: &Style) -> String {
    let said = if note.rows > 1 {
        filled(style.say.among_others, &[("who", &row.label), ("what", &note.text)])
    } else {
        format!("{}{}", row.label, note.text)
    };
    format!("{said}{}{}", numbers(&note.notes), style.say.sentence)
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
    let lowest = marks().map(|mark| ends(mark).0).fold(0.0, f64::min);
    let highest = marks().map(|mark| ends(mark).1).fold(0.0, f64::max);
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
            let span = ends(mark).1.max(0.0) - lowest;
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
