//! Names that charts could not print: told when a page is imported, not when it is printed. 𪚥岭村 has a character that
//! no bundled font has.

use crate::api::Unprintable;
use tidemark_chart::unprintable;
use tidemark_model::{Observation, Page};

/// Every character of a page's names that no bundled font has, once for each name.
pub(crate) fn on(page: &Page, observations: &[Observation]) -> Vec<Unprintable> {
    let mut found: Vec<Unprintable> = Vec::new();
    let subjects = observations.iter().filter_map(|o| o.subject.as_ref().map(|subject| subject.value.as_str()));
    let measured = observations.iter().flat_map(|o| o.indicators.iter().chain(&o.whole).map(String::as_str));
    let headlines = page.articles.iter().map(|article| article.headline.as_str());
    for name in subjects.chain(measured).chain(page.newspaper.as_deref()).chain(headlines) {
        for character in unprintable(name) {
            let row = Unprintable {
                character: character.to_string(),
                code: format!("U+{:04X}", character as u32),
                name: name.trim().to_owned(),
            };
            if !found.contains(&row) {
                found.push(row);
            }
        }
    }
    found
}
