//! Numbered source notes, one per page and article, in words a reader can look up:
//! ① 江城日报 2024年3月19日 第02版《澄江工业开门红》.

use crate::spec::SourceNote;
use crate::words::{Language, filled};
use tidemark_model::{Figure, Source};

/// Notes in order of first appearance.
#[derive(Default)]
pub(super) struct Sources<'a> {
    language: Language,
    seen: Vec<&'a Source>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(language: Language) -> Self {
        Self { language, ..Self::default() }
    }

    /// The number of a source's note.
    pub(super) fn number(&mut self, source: &'a Source) -> usize {
        let same = |s: &&Source| s.page_name == source.page_name && s.article == source.article;
        match self.seen.iter().position(same) {
            Some(at) => at + 1,
            None => {
                self.seen.push(source);
                self.seen.len()
            }
        }
    }

    /// The numbers of several figures' notes, ascending, each once.
    pub(super) fn numbers(&mut self, figures: impl IntoIterator<Item = &'a Figure>) -> Vec<usize> {
        let mut numbers: Vec<_> = figures.into_iter().map(|f| self.number(&f.source)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.seen.len()
    }

    /// Puts them into another order, given by their numbers.
    pub(super) fn reorder(&mut self, order: &[usize]) {
        self.seen = order.iter().filter_map(|&n| self.seen.get(n.wrapping_sub(1)).copied()).collect();
    }

    /// The notes as they are printed.
    pub(super) fn notes(&self) -> Vec<SourceNote> {
        self.seen.iter().enumerate().map(|(at, source)| note(at + 1, source, self.language)).collect()
    }
}

fn note(number: usize, source: &Source, language: Language) -> SourceNote {
    let paper = source.newspaper.clone().unwrap_or_else(|| stem(&source.page_name).to_owned());
    // A file named after its issue's date says it already.
    let issue =
        source.issue.filter(|p| source.newspaper.is_some() || p.to_string() != paper).map(|p| language.period(p));
    let page = source.page_number.as_deref().map(|number| page_words(number, language));
    let article = match source.headline.split_whitespace().collect::<Vec<_>>().join(" ") {
        headline if headline.is_empty() => {
            filled(language.say().article, &[("number", &(source.article + 1).to_string())])
        }
        headline => filled(language.say().headline, &[("headline", &headline)]),
    };
    let before: Vec<_> = [Some(paper), issue, page].into_iter().flatten().collect();
    SourceNote { number, paper: before.join(" "), article }
}

fn page_words(number: &str, language: Language) -> String {
    if number.contains('版') || number.is_empty() {
        number.to_owned()
    } else {
        filled(language.say().page, &[("number", number)])
    }
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}
