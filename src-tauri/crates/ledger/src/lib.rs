//! Arithmetic between observations: what a share implies for its whole, what is left over when the parts are taken
//! from it, which figures say the same and which conflict. 1294.2亿元, 占全区35.5% → 全区约3646亿元.
//!
//! Pure: no files, no clock; figures that cannot be reckoned with give nothing, never an error.

mod arithmetic;
mod comparison;
mod precision;
mod printed;
mod rest;
mod share_rest;
#[cfg(test)]
mod test_figures;
mod whole;

pub use comparison::{Comparison, Relation, against, compare, relation};
pub use precision::interval_of;
pub use rest::rests;
pub use share_rest::share_rests;
pub use whole::{alike_indicators, whole_place, wholes};

use tidemark_model::{Derived, Figure};

/// Everything that follows from the figures: wholes of shares, what is left of wholes, what is left of shares.
#[must_use]
pub fn derive(figures: &[Figure]) -> Vec<Derived> {
    let mut found = wholes(figures);
    let left = rests(figures, &found);
    found.extend(left);
    found.extend(share_rests(figures));
    found
}
