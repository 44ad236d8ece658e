//! Horizontal bars from zero: names at the left, values at the ends, conflicting figures one below the other.
//!
//! Panels of one chart share the column of names and, where their units allow, the scale.

mod names;
mod plan;
mod row;
mod scale;

use super::{Area, Style};
use crate::font::Face;
use crate::grid::Grid;
use crate::scene::{Anchor, Scene};
use crate::spec::{BarRow, Bars};
use crate::words::filled;
use names::Labels;
use plan::Plan;
pub(super) use plan::value_size;

fn heading_height(bars: &Bars, style: &Style) -> f64 {
    if bars.heading.is_some() { style.text * 1.7 } else { 0.0 }
}

fn scale_height(bars: &Bars, style: &Style) -> f64 {
    if bars.scale { style.small() * 1.9 } else { 0.0 }
}

/// Rows count one, each further figure of a conflict another three quarters, a space before a row a third.
pub(super) fn units(bars: &Bars) -> f64 {
    bars.rows.iter().map(|r| weight(r) + if r.apart { 0.3 } else { 0.0 }).sum()
}

fn weight(row: &BarRow) -> f64 {
    1.0 + 0.75 * row.marks.len().saturating_sub(1) as f64
}

/// Least and ideal height of a panel in a chart of so many rows.
pub(super) fn wanted(bars: &Bars, rows: usize, style: &Style) -> (f64, f64) {
    let fixed = heading_height(bars, style) + scale_height(bars, style);
    let pitch = match rows {
        0..=4 => 4.8,
        5..=8 => 3.8,
        _ => 2.9,
    };
    (fixed + units(bars) * style.text * 1.55, fixed + units(bars) * style.text * pitch)
}

/// What the panels of one chart have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Common {
    /// Width of the column of names.
    column: f64,
    /// Pixels of a unit of value, where all share one.
    per_value: Option<f64>,
}

impl Common {
    /// The widest column, and the scale that fits all panels where they can be compared.
    pub(super) fn of(panels: &[(&Bars, Area)], style: &Style) -> Self {
        let column = panels.iter().map(|(b, area)| prepare(b, style, *area, Self::default()).labels.width);
        let column = column.fold(0.0, f64::max);
        let alone = Self { column, per_value: None };
        let scales: Vec<f64> = panels.iter().map(|(b, a)| prepare(b, style, *a, alone).plan.per_value).collect();
        let least = scales.iter().copied().fold(f64::INFINITY, f64::min);
        let shared = panels.len() > 1 && panels.windows(2).all(|pair| alike(pair[0].0, pair[1].0));
        Self { column, per_value: shared.then_some(least) }
    }
}

/// Whether the two panels' values can be compared by eye: the same power of ten of the same unit, or both counts.
fn alike(a: &Bars, b: &Bars) -> bool {
    let signed = |bars: &Bars| bars.rows.iter().flat_map(|r| &r.marks).any(|m| m.value.is_sign_negative());
    let shares_word = a.unit.base.split('／').any(|word| b.unit.base.split('／').any(|other| word == other));
    a.unit.power == b.unit.power && shares_word && !signed(a) && !signed(b)
}

/// A panel measured, not yet drawn.
struct Setting<'a> {
    shown: Bars,
    labels: Labels,
    plan: Plan<'a>,
    dropped: Vec<String>,
    top: f64,
    bottom: f64,
    pitch: f64,
}

fn prepare<'a>(bars: &Bars, style: &'a Style, area: Area, common: Common) -> Setting<'a> {
    let top = area.y + heading_height(bars, style);
    let bottom = area.bottom() - scale_height(bars, style);
    let shown = names::fitting(bars, (bottom - top) / (style.text * 1.15));
    let pitch = (bottom - top) / units(&shown).max(1.0);
    let mut labels = names::label_column(&shown, style, area.width, pitch);
    labels.width = labels.width.max(common.column);
    let gutter = style.text * 0.7;
    let x = area.x + labels.width + gutter;
    let plot = Area { x, y: top, width: area.right() - x, height: bottom - top };
    let (mut plan, dropped) = plan::plan(&shown, style, plot, pitch);
    if let Some(per_value) = common.per_value {
        plan.per_value = plan.per_value.min(per_value);
    }
    Setting { shown, labels, plan, dropped, top, bottom, pitch }
}

/// Rows of a panel that is not of bars, with their names drawn: where each stands, and where the column of names ends.
pub(super) struct Slots {
    pub shown: Bars,
    /// Top and height of each row.
    pub rows: Vec<(f64, f64)>,
    /// The area beside the names.
    pub plot: Area,
    pub dropped: Vec<String>,
}

/// Names in a column at the left, as bars have them.
pub(super) fn slots(bars: &Bars, style: &Style, area: Area, scene: &mut Scene) -> Slots {
    let shown = names::fitting(bars, area.height / (style.text * 1.15));
    let pitch = (area.height / units(&shown).max(1.0)).min(style.text * 5.0);
    let labels = names::label_column(&shown, style, area.width, pitch);
    let x = area.x + labels.width + style.text * 0.7;
    let mut y = area.y;
    let mut rows = Vec::new();
    for (row, (lines, size)) in shown.rows.iter().zip(&labels.names) {
        let height = pitch * weight(row);
        names::draw_label(row, lines, *size, (area.x + labels.width, y + height / 2.0), style, scene);
        rows.push((y, height));
        y += height;
    }
    let plot = Area { x, y: area.y, width: area.right() - x, height: y - area.y };
    let left = bars.rows.len() - shown.rows.len();
    let dropped = if left > 0 { vec![filled(style.say.no_room, &[("count", &left.to_string())])] } else { Vec::new() };
    Slots { shown, rows, plot, dropped }
}

/// The rows of a grid's first column as rows of bars.
pub(super) fn of_grid(grid: &Grid) -> Bars {
    let row = |row: &crate::grid::Row| BarRow {
        label: row.label.clone(),
        strong: row.strong,
        apart: false,
        series: row.series,
        marks: row.cells.first().cloned().unwrap_or_default(),
        note: None,
    };
    Bars { heading: None, unit: grid.unit.clone(), rows: grid.rows.iter().map(row).collect(), scale: true }
}

/// Draws the panel; gives the notes that found no room.
pub(super) fn layout(bars: &Bars, style: &Style, area: Area, common: Common, scene: &mut Scene) -> Vec<String> {
    rows_of(bars, style, area, common, scene).0
}

/// Draws the panel; gives the notes that found no room, and top and height of each row.
pub(super) fn rows_of(
    bars: &Bars,
    style: &Style,
    area: Area,
    common: Common,
    scene: &mut Scene,
) -> (Vec<String>, Vec<(f64, f64)>) {
    if let Some(heading) = &bars.heading {
        let at = (area.x, area.y);
        scene.words(style.words(heading, at, Anchor::Start, (Face::SansBold, style.text), style.palette.ink));
    }
    let Setting { shown, labels, plan, mut dropped, top, bottom, pitch } = prepare(bars, style, area, common);
    let mut y = top;
    let mut ends = Vec::new();
    for (row, (lines, size)) in shown.rows.iter().zip(&labels.names) {
        y += if row.apart { pitch * 0.3 } else { 0.0 };
        let height = pitch * weight(row);
        names::draw_label(row, lines, *size, (area.x + labels.width, y + height / 2.0), style, scene);
        ends.push((y, height, row::draw_row(row, &plan, y, height, scene)));
        y += height;
    }
    row::draw_notes(&shown, &plan, &ends, scene);
    if !shown.rows.is_empty() {
        scene.line((plan.zero, top - 2.0), (plan.zero, bottom + 2.0), style.axis());
    }
    if bars.scale {
        scale::draw_scale(&shown, &plan, bottom, scene);
    }
    if shown.rows.len() < bars.rows.len() {
        let count = (bars.rows.len() - shown.rows.len()).to_string();
        dropped.insert(0, filled(style.say.no_room, &[("count", &count)]));
    }
    (dropped, ends.into_iter().map(|(y, height, _)| (y, height)).collect())
}
