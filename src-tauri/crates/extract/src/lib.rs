//! Articles to Observations: pure, in stages, one file per recogniser, listed here in pipeline order.

pub mod period;
pub mod quantity;
pub mod subject;

/// Raised with every change of what is found, so that a library knows which pages to read again.
pub const EXTRACTOR_VERSION: u32 = 1;
