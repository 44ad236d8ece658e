//! Which name a figure belongs to, by inheritance: clause, sentence, paragraph, article, issue, nearest first.

use super::{Gazetteer, SubjectMention, scan};
use tidemark_model::{Article, Block, Page, Resolved, Span};

/// What lies around an article and may tell whose its figures are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// The home place: 钱塘区.
    pub home: Option<&'a str>,
}

/// An article's names, ready to be asked.
#[derive(Clone, Debug)]
pub struct SubjectContext<'a> {
    text: &'a str,
    mentions: Vec<SubjectMention>,
    home: Option<String>,
}

impl<'a> SubjectContext<'a> {
    /// Over an article's joined text and blocks. All offsets given and returned are in `text`.
    #[must_use]
    pub fn new(text: &'a str, blocks: &[Block], places: &Gazetteer, around: Surroundings<'_>) -> Self {
        let _ = blocks;
        Self { text, mentions: scan(text, places, around.home), home: around.home.map(str::to_owned) }
    }

    /// Over an article of a page. All offsets given and returned are in the article's joined text.
    #[must_use]
    pub fn of_article(article: &'a Article, page: &Page, places: &Gazetteer) -> Self {
        Self::new(article.joined.text(), &article.blocks, places, Surroundings { home: page.home.as_deref() })
    }

    /// Whose the figure at byte `at` is; `clause` is the clause that states it. `Resolved::span` is in the joined text.
    #[must_use]
    pub fn subject_for(&self, at: usize, clause: Span) -> Option<Resolved<String>> {
        let _ = (self.text, clause);
        let near = self.mentions.iter().rfind(|m| m.range.end <= at).map(|m| (m.name.clone(), Some(m.range)));
        let (value, span) = near.or_else(|| self.home.clone().map(|h| (h, None)))?;
        Some(Resolved { reason: format!("承前文“{value}”"), value, span })
    }

    /// Names the whole a share or rank is taken of: 全区总产值 is 钱塘区总产值, 全市 is 杭州市.
    #[must_use]
    pub fn whole_of(&self, words: &str, at: usize) -> Option<String> {
        let _ = at;
        Some(words.trim().to_owned()).filter(|w| !w.is_empty())
    }

    /// The names found, in order.
    #[must_use]
    pub fn mentions(&self) -> &[SubjectMention] {
        &self.mentions
    }
}
