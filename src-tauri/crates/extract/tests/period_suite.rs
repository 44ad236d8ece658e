//! Runs the spelling lists of `tests/suite/period`: phrase, issue, period.

use std::fs;
use std::path::Path;
use tidemark_extract::period::{Anchor, Role, resolve, scan};

fn period_of(phrase: &str, issue: &str) -> String {
    let anchor = Anchor { issue: issue.parse().ok(), ..Anchor::default() };
    let mentions = scan(phrase);
    match mentions.iter().find(|m| m.role != Role::Base) {
        None => "none".to_owned(),
        Some(mention) => resolve(&mention.expr, &anchor).map_or("?".to_owned(), |(period, _)| period.to_string()),
    }
}

#[test]
fn every_phrase_of_the_lists_means_the_period_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/suite/period");
    let mut rows = 0;
    let mut wrong = Vec::new();
    for file in fs::read_dir(folder).expect("folder").map(|entry| entry.expect("entry").path()) {
        for line in fs::read_to_string(&file).expect("list").lines() {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [phrase, issue, period] = cells[..] else { continue };
            if phrase == "phrase" || phrase.starts_with("---") {
                continue;
            }
            rows += 1;
            let found = period_of(phrase, issue);
            if found != period {
                wrong.push(format!("{phrase} in {issue}: {found}, not {period}"));
            }
        }
    }
    assert!(rows > 100, "{rows} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
