//! Words that charts and briefs could not print: told when a page is imported, not when it is printed. 𪚥岭村 has a
//! character that no bundled font has.

use crate::api::Unprintable;
use tidemark_chart::unprintable;
use tidemark_model::{Observation, Page, one_line};

/// Characters on each side that show where in a sentence one stands.
const AROUND: usize = 6;

/// Every character of a page's names that no bundled font has, once for each name; then those of the sentences that its
/// figures stand in, once each where no name has them.
pub(crate) fn on(page: &Page, observations: &[Observation]) -> Vec<Unprintable> {
    let mut found: Vec<Unprintable> = Vec::new();
    let subjects = observations.iter().filter_map(|o| o.subject.as_ref().map(|subject| subject.value.as_str()));
    let measured = observations.iter().flat_map(|o| o.indicators.iter().chain(&o.whole).map(String::as_str));
    let headlines = page.articles.iter().map(|article| article.headline.as_str());
    for name in subjects.chain(measured).chain(page.newspaper.as_deref()).chain(headlines) {
        for character in unprintable(name) {
            let row = row(character, name.trim().to_owned(), false);
            if !found.contains(&row) {
                found.push(row);
            }
        }
    }
    for sentence in observations.iter().map(|o| o.sentence.slice(&page.text)) {
        for character in unprintable(sentence) {
            if !found.iter().any(|row| row.character.starts_with(character)) {
                found.push(row(character, around(sentence, character), true));
            }
        }
    }
    found
}

fn row(character: char, name: String, quoted: bool) -> Unprintable {
    Unprintable { character: character.to_string(), code: format!("U+{:04X}", character as u32), name, quoted }
}

/// 产自鿰山的茶叶: where in a sentence a character stands.
fn around(sentence: &str, character: char) -> String {
    let line: Vec<char> = one_line(sentence).chars().collect();
    let at = line.iter().position(|&c| c == character).unwrap_or(0);
    line[at.saturating_sub(AROUND)..line.len().min(at + AROUND + 1)].iter().collect()
}
