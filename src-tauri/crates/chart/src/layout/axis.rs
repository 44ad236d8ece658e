//! Round numbers on an axis.

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
