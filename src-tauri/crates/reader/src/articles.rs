//! Tells the articles of a page apart: by headline, by-line (■记者 某某), 本报讯, a picture's credit, blank structure.
//!
//! Text without any headline is one article. Line joining is `breaks`'s.

use crate::breaks::{Paragraph, paragraphs_of};
use crate::lines::Line;
use crate::roles::{Kind, kinds_of, run_end};
use crate::shape::ends_with_reporter;
use tidemark_model::{Article, Block, BlockRole, JoinedText, Span};

/// The articles of a page, in page order.
pub(crate) fn articles_of(page: &str, lines: &[Line]) -> Vec<Article> {
    let paragraphs = paragraphs_of(lines);
    let kinds = kinds_of(lines, &paragraphs);
    let top_level = kinds.iter().find_map(|k| if let Kind::Marked(level) = k { Some(*level) } else { None });
    let sheet = Sheet { page, lines, paragraphs, kinds, top_level };
    let (starts, roles) = sheet.starts_and_roles();
    let ends = starts.iter().skip(1).copied().chain([sheet.paragraphs.len()]);
    starts.iter().zip(ends).map(|(&start, end)| sheet.article(start..end, &roles)).collect()
}

struct Sheet<'a> {
    page: &'a str,
    lines: &'a [Line<'a>],
    paragraphs: Vec<Paragraph>,
    kinds: Vec<Kind>,
    /// Level of the first heading marked as one; those as high open articles.
    top_level: Option<usize>,
}

/// What an article holds so far.
#[derive(Clone, Copy, Default)]
struct Seen {
    story: bool,
    body: bool,
    heading: bool,
}

impl Seen {
    fn add(&mut self, kind: Kind) {
        self.body |= kind == Kind::Body;
        self.story |= matches!(kind, Kind::Body | Kind::Table | Kind::Credit);
        self.heading |= matches!(kind, Kind::Short | Kind::Marked(_) | Kind::Numbered);
    }
}

impl Sheet<'_> {
    /// First paragraph of each article, and every paragraph's role.
    fn starts_and_roles(&self) -> (Vec<usize>, Vec<BlockRole>) {
        let mut roles: Vec<BlockRole> = self.kinds.iter().map(|&k| plain_role(k)).collect();
        let (mut starts, mut seen, mut i) = (vec![0], Seen::default(), 0);
        while i < self.kinds.len() {
            let end = match self.kinds[i] {
                Kind::Short => run_end(&self.kinds, i),
                _ => i + 1,
            };
            let opens = self.opens_article(i, end, seen);
            if opens && seen.story {
                starts.push(self.with_stamps(i));
                seen = Seen::default();
            }
            if matches!(self.kinds[i], Kind::Short | Kind::Marked(_)) {
                roles[i..end].fill(if opens { BlockRole::Headline } else { BlockRole::Subhead });
            }
            seen.add(self.kinds[i]);
            i = end;
        }
        self.mark_captions(&starts, &mut roles);
        (starts, roles)
    }

    /// Whether paragraph `i` (a run of short lines up to `end`, or a brief of its own) opens an article, after what
    /// was `seen` of the article before it.
    fn opens_article(&self, i: usize, end: usize, seen: Seen) -> bool {
        match self.kinds[i] {
            Kind::Short => {
                let next = self.kinds.get(end);
                !seen.story && !seen.heading && next != Some(&Kind::Table)
                    || next == Some(&Kind::Byline) && self.kinds.get(end + 1).is_some()
                    || self.is_brief(end)
                    || seen.body && self.closes_article(i - 1)
                    || self.is_picture_story(end)
            }
            Kind::Marked(level) => self.top_level.is_none_or(|top| level <= top),
            Kind::Body => i > 0 && self.kinds[i - 1] == Kind::Body && self.is_brief(i),
            _ => false,
        }
    }

    /// Whether paragraph `i` starts as a story does: 本报讯.
    fn is_brief(&self, i: usize) -> bool {
        self.kinds.get(i) == Some(&Kind::Body) && self.words(i).starts_with("本报讯")
    }

    /// Whether paragraph `i`, after the story, is its by-line or ends with it: （记者 某某）.
    fn closes_article(&self, i: usize) -> bool {
        self.kinds[i] == Kind::Byline || ends_with_reporter(self.last_words(i))
    }

    /// One or two paragraphs and then a credit: a picture with its words.
    fn is_picture_story(&self, start: usize) -> bool {
        let rest = &self.kinds[start.min(self.kinds.len())..];
        let bodies = rest.iter().take_while(|k| **k == Kind::Body).count();
        (1..=2).contains(&bodies) && rest.get(bodies) == Some(&Kind::Credit)
    }

    /// The start moved up over stamps that stand right above.
    fn with_stamps(&self, start: usize) -> usize {
        let above = self.kinds[..start].iter().rev().take_while(|k| **k == Kind::Stamp).count();
        start - above
    }

    fn mark_captions(&self, starts: &[usize], roles: &mut [BlockRole]) {
        for i in 0..self.kinds.len() {
            let credited = self.kinds.get(i + 1) == Some(&Kind::Credit);
            let first =
                starts.binary_search(&i).is_ok() || matches!(roles.get(i.wrapping_sub(1)), Some(BlockRole::Headline));
            let text = self.words(i);
            let short = self.paragraphs[i].lines.len() <= 4;
            let named = (text.starts_with("图为") || text.starts_with("▲")) && short;
            let own = credited && (first || named);
            if self.kinds[i] == Kind::Body && (own || named || ends_with_photographer(self.last_words(i))) {
                roles[i] = BlockRole::Caption;
            }
        }
    }

    /// The paragraph's first line.
    fn words(&self, i: usize) -> &str {
        self.lines[self.paragraphs[i].lines.start].text
    }

    fn last_words(&self, i: usize) -> &str {
        self.lines[self.paragraphs[i].lines.end - 1].text
    }

    fn article(&self, range: std::ops::Range<usize>, roles: &[BlockRole]) -> Article {
        let mut article = Article::default();
        for i in range {
            if !article.blocks.is_empty() {
                article.joined.push_break();
            }
            let start = article.joined.text().len();
            let span = self.push(&mut article.joined, i);
            article.span = if article.blocks.is_empty() { span } else { article.span.cover(span) };
            article.blocks.push(Block { range: Span::new(start, article.joined.text().len()), role: roles[i] });
        }
        article.headline = headline_of(&article);
        article.byline = byline_of(&article);
        article
    }

    fn push(&self, joined: &mut JoinedText, i: usize) -> Span {
        let lines = &self.lines[self.paragraphs[i].lines.clone()];
        for (k, line) in lines.iter().enumerate() {
            if k > 0 && needs_space(lines[k - 1].text, line.text) {
                // The space stands for the line end, at its place; a range of its own would end inside a wide blank.
                let end = lines[k - 1].span.end;
                joined.push_as(" ", Span::new(end, end));
            }
            self.push_line(joined, line);
        }
        lines.iter().map(|l| l.span).reduce(Span::cover).unwrap_or_default()
    }

    /// Pushes a line, a space for each `&nbsp;` in it.
    fn push_line(&self, joined: &mut JoinedText, line: &Line) {
        const SPACE: &str = "&nbsp;";
        let mut from = line.span.start;
        for (at, _) in line.text.match_indices(SPACE) {
            let at = line.span.start + at;
            joined.push(self.page, Span::new(from, at));
            from = at + SPACE.len();
            joined.push_as(" ", Span::new(at, from));
        }
        joined.push(self.page, Span::new(from, line.span.end));
    }
}

/// Latin words keep apart across a line end; Chinese and numbers close up.
fn needs_space(before: &str, after: &str) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    latin(before.chars().next_back()) && latin(after.chars().next())
}

fn plain_role(kind: Kind) -> BlockRole {
    match kind {
        Kind::Byline | Kind::Stamp => BlockRole::Byline,
        Kind::Credit => BlockRole::Caption,
        Kind::Table => BlockRole::Table,
        Kind::Marked(_) | Kind::Numbered | Kind::Short => BlockRole::Subhead,
        Kind::Body => BlockRole::Body,
    }
}

fn ends_with_photographer(text: &str) -> bool {
    let end = text.trim_end_matches(['）', ')']);
    let Some(at) = end.rfind(['。', '（', '(']) else { return false };
    let credit = end[at..].trim_start_matches(['。', '（', '(', ' ', '　']);
    credit.ends_with('摄') && credit.chars().count() <= 24 && !credit.contains('，')
}

fn headline_of(article: &Article) -> String {
    let text = article.joined.text();
    let heads = article.blocks.iter().filter(|b| b.role == BlockRole::Headline);
    let words: Vec<&str> = heads.map(|b| b.range.slice(text).trim()).collect();
    words.join(" ")
}

/// Reporters as printed, without the mark and the first 记者: 江某某 通讯员 柳某.
fn byline_of(article: &Article) -> Option<String> {
    let text = article.joined.text();
    let blocks = || article.blocks.iter().map(|b| (b.role, b.range.slice(text)));
    let own = blocks().find(|(role, words)| *role == BlockRole::Byline && is_reporters(words)).map(|(_, words)| words);
    let credit = blocks()
        .find(|(role, words)| *role == BlockRole::Caption && words.ends_with('摄') && words.chars().count() <= 40);
    let told = blocks().find(|(role, _)| *role == BlockRole::Body).and_then(|(_, words)| in_brackets(words));
    own.or(told).or(credit.map(|c| c.1)).map(clean_byline).filter(|names| !names.is_empty())
}

fn is_reporters(words: &str) -> bool {
    words.contains("记者")
        || words.contains("通讯员")
        || words.starts_with('■')
        || words.starts_with(['●', '□', '◆', '▲'])
}

/// 记者 江某某 in 本报讯（记者 江某某）.
fn in_brackets(words: &str) -> Option<&str> {
    let open = words.find(['（', '('])?;
    let lead = &words[..open];
    let inner = words[open..].trim_start_matches(['（', '(']);
    let inner = &inner[..inner.find(['）', ')'])?];
    let near = lead.chars().count() <= 16 && inner.chars().count() <= 40;
    (near && (inner.contains("记者") || inner.contains("通讯员"))).then_some(inner)
}

fn clean_byline(words: &str) -> String {
    let bare = words.trim_matches(|c: char| {
        matches!(c, '■' | '●' | '□' | '◆' | '▲' | '（' | '）' | '(' | ')') || c.is_whitespace()
    });
    let bare = bare.strip_suffix('摄').unwrap_or(bare).trim();
    let names = ["本报记者", "记者"].iter().find_map(|mark| bare.strip_prefix(mark)).unwrap_or(bare);
    names.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[path = "articles_tests.rs"]
mod tests;
