//! The vocabulary every other crate speaks: the newspaper side (Page, Article, Span), what is written
//! (Quantity), what it states (Observation), and the chart side's input (Interval, Derived).
//!
//! No I/O, no clock, no recognition: reading pages is `tidemark-reader`'s, finding observations
//! `tidemark-extract`'s, keeping them `tidemark-store`'s.

mod derived;
mod figure;
mod indicator;
mod interval;
mod line;
mod observation;
mod page;
mod period;
mod place;
mod quantity;
mod span;

pub use derived::{Assumption, Derived, Operand};
pub use figure::{Figure, Source};
pub use indicator::Indicator;
pub use interval::Interval;
pub use line::one_line;
pub use observation::{Evidence, Measure, Observation, ObservationId, Resolved, Status, StoredObservation};
pub use page::{Article, Block, BlockRole, IssueDate, Page, PageId};
pub use period::{Date, ParsePeriodError, Period};
pub use place::{Place, PlaceKind};
pub use quantity::{Qualifier, Quantity};
pub use span::{JoinedText, Span};

pub use rust_decimal::Decimal;
