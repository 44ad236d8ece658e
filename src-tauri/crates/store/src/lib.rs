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
mod figure;
mod filing;
mod filter;
mod library;
mod migrate;
mod named;
mod observation;
mod page;
mod place;
mod standing;
mod words;

pub use counts::{IndicatorCount, LibraryCounts, NameCount, PeriodCount};
pub use error::Error;
pub use figure::{FigureFilter, NameTally, PlaceTally, StandingTally};
pub use filing::{Filed, Filer};
pub use filter::{Filter, Sort};
pub use library::{Import, Library};
pub use named::Named;
pub use observation::{SearchedWords, SourcedObservation};
pub use page::StoredPage;
pub use standing::Standing;

/// The result of everything a library does.
pub type Result<T> = std::result::Result<T, Error>;
