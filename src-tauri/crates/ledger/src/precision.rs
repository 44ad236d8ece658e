//! How far a printed number reaches to each side: the table `data/charts/precision.toml`.

use serde::Deserialize;
use std::sync::LazyLock;
use tidemark_model::{Interval, Qualifier, Quantity};

#[derive(Clone, Copy, Deserialize)]
struct Widths {
    exact: u32,
    about: u32,
}

static WIDTHS: LazyLock<Widths> = LazyLock::new(|| {
    let table = include_str!("../../../../data/charts/precision.toml");
    toml::from_str(table).unwrap_or(Widths { exact: 1, about: 2 })
});

/// The values a printed number may stand for: 35.5% is 35.45–35.55, 约35.5% is 35.4–35.6, 超35% is 35 and more.
#[must_use]
pub fn interval_of(quantity: &Quantity) -> Interval {
    let widths = *WIDTHS;
    quantity.interval(if quantity.qualifier == Qualifier::About { widths.about } else { widths.exact })
}
