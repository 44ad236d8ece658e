//! The scale below the bars: a few round ticks, the unit at the last.

use super::super::axis::{labels, ticks};
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
    let ticks: Vec<_> = ticks.into_iter().map(|tick| (plan.zero + tick * scale * plan.per_value, tick)).collect();
    for (x, _) in &ticks {
        scene.line((*x, y), (*x, y + style.text * 0.25), Stroke::solid(style.palette.third, 1.0));
    }
    for (x, text) in labels(&ticks, &bars.unit.name(), size, plan.area.right()) {
        let at = (x, y + style.text * 0.4);
        scene.words(style.words(&text, at, Anchor::Start, (Face::Sans, size), style.palette.third));
    }
}
