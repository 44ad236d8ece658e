//! The sample pages of `data/samples`, built into the program.

use crate::reading::{Job, Origin};
use tidemark_reader::ReadOptions;

/// A sample as `build.rs` found it.
struct Sample {
    /// `invented-2024-02-26.txt`
    name: &'static str,
    text: &'static str,
    /// The home place of its set, as `data/samples/homes.tsv` says.
    home: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// All samples, set by set, the oldest issue first.
pub(crate) fn jobs() -> Vec<Job> {
    let options =
        |home: &str| ReadOptions { home: Some(home.to_owned()).filter(|h| !h.is_empty()), ..ReadOptions::default() };
    SAMPLES.iter().map(|s| Job { origin: Origin::BuiltIn(s.name, s.text), options: options(s.home) }).collect()
}
