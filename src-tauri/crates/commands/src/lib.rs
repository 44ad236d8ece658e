//! Every command of the window and of the command line: request, response, body. Knows no Tauri.

mod again;
pub mod api;
mod charts;
mod clock;
mod dashboard;
mod error;
mod evidence;
mod explain;
mod export;
mod figures;
mod import;
mod label;
mod line;
mod list;
mod parse;
mod places;
mod print;
mod quote;
mod reading;
mod recogniser;
mod rows;
mod samples;
mod session;
mod snapshot;
mod tree;
mod unprintable;
mod verdict;

pub use clock::today;
pub use error::Error;
pub use explain::explain;
pub use line::{InputFile, ObservationLine, OneOrMany, extract_files};
pub use list::write_csv;
pub use parse::{Phrase, PhrasePeriod, PhraseQuantity, PhraseReader};
pub use places::read_places;
pub use session::Session;
