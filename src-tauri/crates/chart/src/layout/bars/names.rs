//! Which rows fit, and their names in a column at the left.

use super::super::Style;
use super::units;
use crate::font::Face;
use crate::scene::{Anchor, Scene};
use crate::spec::{BarRow, Bars, Standing};
use crate::text::{clip, wrap_evenly};

/// The rows that fit at the least pitch. Where some do not, gaps go first, then the last of the others; the rows
/// set apart and those below them, the rest and the whole, stay.
pub(super) fn fitting(bars: &Bars, room: f64) -> Bars {
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
pub(super) struct Labels {
    pub names: Vec<(Vec<String>, f64)>,
    pub width: f64,
}

fn face(row: &BarRow) -> Face {
    if row.strong { Face::SansBold } else { Face::Sans }
}

/// Names on as many lines as the pitch allows, in a column of at most two fifths; one too long for its lines is set
/// smaller before it is cut.
pub(super) fn label_column(bars: &Bars, style: &Style, width: f64, pitch: f64) -> Labels {
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

pub(super) fn draw_label(row: &BarRow, lines: &[String], size: f64, at: (f64, f64), style: &Style, scene: &mut Scene) {
    let colour = if row.strong { style.palette.ink } else { style.palette.second };
    let mut y = at.1 - lines.len() as f64 * size * 1.2 / 2.0 + size * 0.1;
    for line in lines {
        scene.words(style.words(line, (at.0, y), Anchor::End, (face(row), size), colour));
        y += size * 1.2;
    }
}
