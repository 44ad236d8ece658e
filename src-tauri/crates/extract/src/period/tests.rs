//! Period phrases as sentences.

use super::*;

fn dated(text: &str, issue: &str) -> Vec<String> {
    let anchor = Anchor { issue: issue.parse().ok(), ..Anchor::default() };
    scan(text)
        .iter()
        .filter(|m| m.role != Role::Base)
        .map(|m| resolve(&m.expr, &anchor).map_or("?".to_owned(), |(p, _)| p.to_string()))
        .collect()
}

#[test]
fn the_year_of_the_issue_dates_relative_years() {
    assert_eq!(dated("今年上半年与去年全年", "2023-08-08"), ["2023-H1", "2022"]);
}
