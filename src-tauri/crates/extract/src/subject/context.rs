//! An article's names with their roles and meanings, ready to be asked whose a figure is.
//!
//! Leaves what deictics stand for to `deictic`, the asking to `inherit` and `whole`.

use super::index::Index;
use super::role::{Role, role};
use super::scan::scan_folded;
use super::segment::{Sentence, lines, sentences};
use super::theme::{Theme, theme};
use super::{Gazetteer, SubjectMention, fold, heading, scan, table};
use std::borrow::Cow;
use std::sync::OnceLock;
use tidemark_model::{Article, Block, BlockRole, Page, PlaceKind, Span};

/// How many sentences are looked at for the first that is no byline.
const FIRST: usize = 5;

/// What lies around an article and may tell whose its figures are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// The home place: 钱塘区.
    pub home: Option<&'a str>,
    /// The article's headline, if it is not one of the blocks.
    pub headline: Option<&'a str>,
}

/// An article's names, ready to be asked.
#[derive(Clone, Debug)]
pub struct SubjectContext<'a> {
    /// Folded; offsets are those of the printed text.
    pub(super) text: Cow<'a, str>,
    pub(super) places: &'a Gazetteer,
    pub(super) blocks: Vec<Span>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) mentions: Vec<SubjectMention>,
    pub(super) roles: Vec<Role>,
    /// For each mention what it comes down to: itself, or what a deictic stands for.
    pub(super) meant: Vec<Option<Theme>>,
    /// Of the mentions, where those of each sort stand.
    pub(super) index: Index,
    pub(super) headings: Vec<Option<usize>>,
    /// Each line with the mention whose profile it is part of.
    pub(super) sections: Vec<(Span, Option<usize>)>,
    pub(super) theme: Option<Theme>,
    pub(super) home: Option<(String, PlaceKind)>,
}

impl<'a> SubjectContext<'a> {
    /// Over an article's joined text and blocks. All offsets given and returned are in `text`.
    #[must_use]
    pub fn new(text: &'a str, blocks: &[Block], places: &'a Gazetteer, around: Surroundings<'_>) -> Self {
        let spans: Vec<Span> = if blocks.is_empty() { lines(text) } else { blocks.iter().map(|b| b.range).collect() };
        let byline: Vec<Span> = blocks.iter().filter(|b| b.role == BlockRole::Byline).map(|b| b.range).collect();
        let printed = text;
        let text = fold(printed);
        let mut mentions = scan_folded(&text, printed, places, around.home);
        mentions.retain(|m| !byline.iter().any(|b| b.overlaps(m.range)));
        let home = around.home.and_then(|name| places.lookup(name)).map(|place| (place.name, place.kind));
        let home = home.or_else(|| around.home.map(|name| (name.to_owned(), PlaceKind::District)));
        let mut context = Self {
            places,
            sentences: sentences(&text, &spans),
            headings: table::headings(&text, &spans, &mentions),
            sections: heading::sections(&text, &mentions),
            text,
            roles: Vec::new(),
            index: Index::default(),
            meant: Vec::new(),
            theme: None,
            blocks: spans,
            mentions,
            home,
        };
        context.give_roles();
        context.index = Index::of(&context.mentions, &context.roles);
        context.find_events();
        context.find_theme(blocks, around.headline);
        context.resolve_all();
        context
    }

    /// Over an article of a page. All offsets given and returned are in the article's joined text.
    #[must_use]
    pub fn of_article(article: &'a Article, about: &PageTheme<'a>) -> Self {
        let around = Surroundings { home: about.page.home.as_deref(), headline: Some(&article.headline) };
        let mut context = Self::new(article.joined.text(), &article.blocks, about.places, around);
        if context.theme.is_none() {
            context.theme.clone_from(about.theme());
        }
        context
    }

    /// The names found, in order.
    #[must_use]
    pub fn mentions(&self) -> &[SubjectMention] {
        &self.mentions
    }

    /// The same, each with whether its clause is about it and with the name it comes down to.
    pub fn readings(&self) -> impl Iterator<Item = (&SubjectMention, bool, Option<&str>)> {
        let both = self.roles.iter().zip(&self.meant);
        let parts = self.mentions.iter().zip(both);
        parts.map(|(m, (role, meant))| (m, *role == Role::Topic, meant.as_ref().map(|t| t.name.as_str())))
    }

    /// What the article is about, by itself or by the home.
    #[must_use]
    pub fn theme_name(&self) -> Option<&str> {
        self.theme.as_ref().map(|t| t.name.as_str())
    }

    /// Every name with its role and meaning, a line each, for a person's eyes.
    #[must_use]
    pub fn trace(&self) -> String {
        let line = |n: usize| {
            let (mention, meant) = (&self.mentions[n], self.meant[n].as_ref().map_or("—", |t| t.name.as_str()));
            format!("{} {:?} {:?} → {meant}", mention.range.slice(&self.text), mention.kind, self.roles[n])
        };
        let theme = self.theme_name().unwrap_or("—");
        (0..self.mentions.len()).map(line).chain([format!("全文主体 {theme}")]).collect::<Vec<_>>().join("\n")
    }

    fn give_roles(&mut self) {
        for n in 0..self.mentions.len() {
            let clause = self.clause_of(self.mentions[n].range.start);
            let before = n.checked_sub(1).map(|b| (&self.mentions[b], self.roles[b]));
            self.roles.push(role(&self.text, clause, &self.mentions[n], before));
        }
    }

    fn find_theme(&mut self, blocks: &[Block], headline: Option<&str>) {
        let heads = blocks.iter().take_while(|b| b.role == BlockRole::Headline).map(|b| b.range).reduce(Span::cover);
        let byline = |s: Span| blocks.iter().any(|b| b.role == BlockRole::Byline && b.range.overlaps(s));
        let first = || self.sentences.iter().take(FIRST).map(|s| s.range).find(|&s| !byline(s));
        let opening = heads.or_else(first).unwrap_or_default();
        let above = headline.filter(|_| heads.is_none()).map(|h| scan(h, self.places, None)).unwrap_or_default();
        let all: Vec<(&SubjectMention, Role)> = self
            .mentions
            .iter()
            .enumerate()
            .map(|(n, mention)| (mention, if self.in_list(n) { Role::Other } else { self.roles[n] }))
            .chain(above.iter().map(|m| (m, Role::Topic)))
            .collect();
        let home = self.home.as_ref().map(|(name, kind)| (name.as_str(), *kind));
        self.theme = theme(&all, opening, home);
    }

    /// 上海、北京、安徽: one of several names in a row, of which no article is.
    fn in_list(&self, n: usize) -> bool {
        let joined = |a: usize, b: usize| {
            let between = self.mentions.get(a).zip(self.mentions.get(b)).map(|(a, b)| (a.range.end, b.range.start));
            between.and_then(|(from, to)| self.text.get(from..to)) == Some("、")
        };
        joined(n, n + 1) || n.checked_sub(1).is_some_and(|before| joined(before, n))
    }

    /// The clause in which a byte stands; the empty range there if none does.
    pub(super) fn clause_of(&self, at: usize) -> Span {
        self.sentence_of(at)
            .and_then(|n| {
                let clauses = &self.sentences[n].clauses;
                clauses[..clauses.partition_point(|c| c.start <= at)].last()
            })
            .copied()
            .unwrap_or(Span::new(at, at))
    }

    /// Index of the sentence in which a byte stands.
    pub(super) fn sentence_of(&self, at: usize) -> Option<usize> {
        let n = self.sentences.partition_point(|s| s.range.start <= at).checked_sub(1)?;
        (at <= self.sentences[n].range.end).then_some(n)
    }
}

/// What a page is about; found once, when the first article asks that names nobody.
pub struct PageTheme<'a> {
    page: &'a Page,
    places: &'a Gazetteer,
    found: OnceLock<Option<Theme>>,
}

impl<'a> PageTheme<'a> {
    /// Nothing is looked for yet.
    #[must_use]
    pub fn new(page: &'a Page, places: &'a Gazetteer) -> Self {
        Self { page, places, found: OnceLock::new() }
    }

    fn theme(&self) -> &Option<Theme> {
        self.found.get_or_init(|| of_page(self.page, self.places))
    }
}

/// What the page is about, for an article that names nobody: by its newspaper's name, else by the other articles.
fn of_page(page: &Page, places: &Gazetteer) -> Option<Theme> {
    let by = |text: &str| {
        let mentions = scan(text, places, None);
        let all: Vec<(&SubjectMention, Role)> =
            mentions.iter().filter(|m| m.is_place()).map(|m| (m, Role::Topic)).collect();
        theme(&all, Span::default(), None).map(|found| Theme { span: None, ..found })
    };
    page.newspaper.as_deref().and_then(by).or_else(|| by(&page.text))
}
