//! Round numbers on an axis, and grid lines that leave room for the words that stand on them.

use crate::font::Face;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

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

/// Labels of ticks below a scale, each with where it begins: the number stands below its tick, the last has the unit and
/// goes before the others where there is little room.
pub(super) fn labels(ticks: &[(f64, f64)], unit: &str, size: f64, right: f64) -> Vec<(f64, String)> {
    let Some((&(x, last), others)) = ticks.split_last() else { return Vec::new() };
    let half = |text: &str| Face::Sans.width(text, size) / 2.0;
    let number = tick_label(last);
    let text = if unit.starts_with('%') { format!("{number}{unit}") } else { format!("{number} {unit}") };
    let end = (x - half(&number)).min(right - Face::Sans.width(&text, size));
    let (mut found, mut taken) = (Vec::new(), f64::NEG_INFINITY);
    for &(x, tick) in others {
        let text = tick_label(tick);
        let (from, to) = (x - half(&text), x + half(&text));
        if from >= taken + size * 0.4 && to + size * 0.4 <= end {
            found.push((from, text));
            taken = to;
        }
    }
    found.push((end, text));
    found
}

/// A grid line without the stretches that boxes take from it; `across` gives where a box stands on the line, if it does.
pub(super) fn cut(
    (from, to): (f64, f64),
    boxes: &[[f64; 4]],
    across: impl Fn(&[f64; 4]) -> Option<(f64, f64)>,
) -> Vec<(f64, f64)> {
    let mut gaps: Vec<(f64, f64)> = boxes.iter().filter_map(across).map(|(a, b)| (a - CLEAR, b + CLEAR)).collect();
    gaps.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut pieces, mut at) = (Vec::new(), from);
    for (start, end) in gaps {
        if start > at {
            pieces.push((at, start.min(to)));
        }
        at = at.max(end);
    }
    if at < to {
        pieces.push((at, to));
    }
    pieces
}

/// Pixels between words and the line that makes room for them.
const CLEAR: f64 = 3.0;

#[cfg(test)]
mod tests {
    use super::{cut, labels};

    #[test]
    fn the_unit_at_the_last_tick_pushes_others_aside() {
        let ticks: Vec<(f64, f64)> = (0..5).map(|n| (f64::from(n) * 50.0, f64::from(n) * 500.0)).collect();
        let found = labels(&ticks, "100 million yuan", 10.0, 210.0);
        assert_eq!(found.first().map(|(_, text)| text.as_str()), Some("0"));
        assert_eq!(found.last().map(|(_, text)| text.as_str()), Some("2000 100 million yuan"));
        assert!(found.len() < 5);
        assert_eq!(labels(&ticks, "%", 10.0, 210.0).len(), 5);
    }

    #[test]
    fn a_grid_line_makes_room_for_the_words_on_it() {
        let across = |b: &[f64; 4]| (b[1] < 10.0 && 10.0 < b[3]).then_some((b[0], b[2]));
        let found =
            cut((0.0, 100.0), &[[60.0, 5.0, 80.0, 15.0], [20.0, 5.0, 30.0, 15.0], [40.0, 50.0, 50.0, 60.0]], across);
        assert_eq!(found, [(0.0, 17.0), (33.0, 57.0), (83.0, 100.0)]);
        assert_eq!(cut((0.0, 100.0), &[[-5.0, 5.0, 105.0, 15.0]], across), []);
    }
}
