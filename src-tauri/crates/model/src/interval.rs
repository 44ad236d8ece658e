//! The values a printed number may stand for: 35.5 % is 35.45 to 35.55.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A closed interval in a base unit; `None` is open to that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// Lowest value.
    pub low: Option<Decimal>,
    /// Highest value.
    pub high: Option<Decimal>,
}

impl Interval {
    /// Whether the two intervals share a value; figures whose intervals do not meet conflict.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let below = |a: Option<Decimal>, b: Option<Decimal>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !below(self.high, other.low) && !below(other.high, self.low)
    }
}
