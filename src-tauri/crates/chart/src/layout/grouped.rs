//! Grouped bars: a group for each place or item, in it a bar for each period with the period's name beside it.

use super::bars::{self, Common};
use super::{Area, Style};
use crate::font::Face;
use crate::grid::Grid;
use crate::scene::{Anchor, Scene};
use crate::spec::{BarRow, Bars};
use crate::text::{clip, wrap_evenly};
use crate::theme::Series;
use crate::words::filled;

/// Bars with their periods' names; the last actual period in the colour of its row, earlier ones in grey.
fn flat(grid: &Grid) -> Bars {
    let last = grid.columns.iter().rposition(|c| !c.planned);
    let mut rows = Vec::new();
    for (group, row) in grid.rows.iter().enumerate() {
        for (at, (column, marks)) in grid.columns.iter().zip(&row.cells).enumerate() {
            let current = column.planned || Some(at) == last;
            rows.push(BarRow {
                label: column.label.clone(),
                strong: false,
                apart: group > 0 && at == 0,
                series: if current { row.series } else { Series::Slate },
                marks: marks.clone(),
                note: None,
            });
        }
    }
    Bars { heading: None, unit: grid.unit.clone(), rows, scale: true }
}

pub(super) fn wanted(grid: &Grid, style: &Style) -> (f64, f64) {
    let units = bars::units(&flat(grid));
    (style.small() * 1.9 + units * style.text * 1.45, style.small() * 1.9 + units * style.text * 2.1)
}

/// The groups for which there is room, and how many there are not.
fn fitting(grid: &Grid, room: f64) -> (Grid, usize) {
    let mut shown = grid.clone();
    while shown.rows.len() > 1 && bars::units(&flat(&shown)) > room {
        shown.rows.pop();
    }
    let left = grid.rows.len() - shown.rows.len();
    (shown, left)
}

pub(super) fn layout(grid: &Grid, style: &Style, area: Area, scene: &mut Scene) -> Vec<String> {
    let (shown, left) = fitting(grid, (area.height - style.small() * 1.9) / (style.text * 1.15));
    let flat = flat(&shown);
    let size = style.text;
    let face = |strong: bool| if strong { Face::SansBold } else { Face::Sans };
    let most = area.width * 0.26;
    let names: Vec<_> = shown
        .rows
        .iter()
        .map(|r| clip(wrap_evenly(&r.label, face(r.strong), size, most), 3, face(r.strong), size, most))
        .collect();
    let measure = |(lines, row): (&Vec<String>, &crate::grid::Row)| {
        lines.iter().map(|l| face(row.strong).width(l, size)).fold(0.0, f64::max)
    };
    let column = names.iter().zip(&shown.rows).map(measure).fold(0.0, f64::max) + style.text;
    let inner = Area { x: area.x + column, width: area.width - column, ..area };
    let (mut dropped, rows) = bars::rows_of(&flat, style, inner, Common::default(), scene);
    let each = shown.columns.len();
    for (group, (row, lines)) in shown.rows.iter().zip(&names).enumerate() {
        let of_group = rows.get(group * each..((group + 1) * each).min(rows.len())).unwrap_or_default();
        let (Some(first), Some(last)) = (of_group.first(), of_group.last()) else { continue };
        let mut y = f64::midpoint(first.0, last.0 + last.1) - lines.len() as f64 * size * 0.6 + size * 0.1;
        for line in lines {
            scene.words(style.words(line, (area.x, y), Anchor::Start, (face(row.strong), size), style.palette.ink));
            y += size * 1.2;
        }
    }
    if left > 0 {
        dropped.push(filled(style.say.no_room, &[("count", &(left * each).to_string())]));
    }
    dropped
}
