//! The user's library, one SQLite file: pages, their articles, the observations found on them, and a person's
//! decisions and places.
//!
//! One file a table, with its SQL beside it. Reading pages is `tidemark-reader`'s, finding observations
//! `tidemark-extract`'s; this only keeps them, whole, and gives them back filtered.

mod article;
mod chart_kind;
mod check;
mod counts;
mod decision;
mod error;
mod filter;
mod indicator;
mod library;
mod migrate;
mod observation;
mod page;
mod place;
mod words;

pub use counts::{IndicatorCount, LibraryCounts, NameCount, PeriodCount};
pub use error::Error;
pub use filter::{Filter, Sort};
pub use library::{Import, Library};
pub use observation::SourcedObservation;
pub use page::StoredPage;

/// The result of everything a library does.
pub type Result<T> = std::result::Result<T, Error>;
