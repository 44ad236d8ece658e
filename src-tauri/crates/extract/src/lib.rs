//! Articles to Observations: pure, in stages, one file per recogniser, listed here in pipeline order.

mod article;
mod catalogue;
mod chars;
mod clause;
mod confidence;
mod cue;
mod draft;
mod explain;
mod extractor;
mod fold;
mod hash;
mod lead;
mod name;
mod parallel;
mod parse;
pub mod period;
mod phrase;
mod population;
pub mod quantity;
mod read;
mod recent;
mod rules;
mod segment;
mod status;
pub mod subject;
mod table;
mod tokens;
mod trace;
mod trie;
mod whole;
mod words;

pub use catalogue::Catalogue;
pub use explain::Explanation;
pub use extractor::Extractor;
pub use parse::Reading;
pub use rules::rule_name;
pub use subject::Gazetteer;
pub use trace::Stage;

/// Raised with every change of what is found, so that a library knows which pages to read again.
pub const EXTRACTOR_VERSION: u32 = 5;
