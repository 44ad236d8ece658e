//! The scale below the bars: a few round ticks, the unit at the last.

use super::super::axis::{tick_label, ticks};
use super::plan::{Plan, ends};
use crate::font::Face;
use crate::scene::{Anchor, Scene, Stroke};
use crate::spec::Bars;

/// A few round ticks up to the longest bar, the unit at the last.
pub(super) fn draw_scale(bars: &Bars, plan: &Plan, y: f64, scene: &mut Scene) {
    let style = plan.style;
    let reaches = || bars.rows.iter().flat_map(|r| &r.marks).map(ends);
    let low = reaches().map(|(low, _)| low).fold(0.0, f64::min);
    let high = reaches().map(|(_, high)| high).fold(0.0, f64::max);
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
