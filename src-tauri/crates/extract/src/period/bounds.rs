//! Where sentences, their parts between semicolons, and clauses begin and end; found once per text.

use crate::chars::is_han;
use crate::clause::{LONGEST_CLAUSE, LONGEST_SENTENCE};
use tidemark_model::Span;

/// The cuts of one kind: where a piece ends and where the next begins, ascending.
#[derive(Default)]
struct Cuts(Vec<(usize, usize)>);

impl Cuts {
    fn around(&self, at: usize, len: usize) -> Span {
        let next = self.0.partition_point(|&(_, begins)| begins <= at);
        let start = next.checked_sub(1).map_or(0, |i| self.0[i].1);
        Span::new(start, self.0.get(next).map_or(len, |&(ends, _)| ends))
    }

    fn last_begins(&self) -> usize {
        self.0.last().map_or(0, |&(_, begins)| begins)
    }
}

/// The sentences, parts and clauses of a text.
pub(super) struct Bounds {
    len: usize,
    sentences: Cuts,
    parts: Cuts,
    clauses: Cuts,
    brackets: Vec<Span>,
    /// Where what is read now gets too long.
    long: usize,
}

/// Bytes beyond which two brackets do not belong together.
const LONGEST_BRACKET: usize = 600;

impl Bounds {
    pub(super) fn of(text: &str) -> Self {
        let mut bounds = Self {
            len: text.len(),
            sentences: Cuts::default(),
            parts: Cuts::default(),
            clauses: Cuts::default(),
            brackets: Vec::new(),
            long: LONGEST_CLAUSE,
        };
        let (mut before, mut open) = (' ', None);
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            // Most characters are ideographs, and none ends anything.
            if !is_han(c) {
                bounds.cut_after(text, (at, c), before);
                match c {
                    '（' | '(' => open = open.or(Some(at)),
                    '）' | ')' => {
                        let near = open.take().filter(|&from| at - from <= LONGEST_BRACKET);
                        bounds.brackets.extend(near.map(|from| Span::new(from, end)));
                    }
                    _ => {}
                }
            }
            if end >= bounds.long {
                bounds.cut_long(end);
            }
            before = c;
        }
        bounds
    }

    fn cut_after(&mut self, text: &str, (at, c): (usize, char), before: char) {
        let cut = (at, at + c.len_utf8());
        if ends_sentence(c, before) {
            self.sentences.0.push(cut);
            self.parts.0.push(cut);
            self.clauses.0.push(cut);
        } else if matches!(c, '；' | ';') {
            self.parts.0.push(cut);
            self.clauses.0.push(cut);
        } else if matches!(c, '，' | '：') || c == ',' && !text[cut.1..].starts_with(|c: char| c.is_ascii_digit()) {
            self.clauses.0.push(cut);
        } else {
            return;
        }
        self.long = self.next_long();
    }

    /// Where the sentence or the clause that now begins is too long.
    fn next_long(&self) -> usize {
        (self.sentences.last_begins() + LONGEST_SENTENCE).min(self.clauses.last_begins() + LONGEST_CLAUSE)
    }

    /// What runs on for longer than any newspaper's sentence is cut.
    fn cut_long(&mut self, at: usize) {
        if at - self.sentences.last_begins() >= LONGEST_SENTENCE {
            self.sentences.0.push((at, at));
            self.parts.0.push((at, at));
        }
        self.clauses.0.push((at, at));
        self.long = self.next_long();
    }

    pub(super) fn sentence(&self, at: usize) -> Span {
        self.sentences.around(at, self.len)
    }

    /// The part of a sentence between two semicolons.
    pub(super) fn part(&self, at: usize) -> Span {
        self.parts.around(at, self.len)
    }

    /// The outermost brackets around `at`: （同期为下降9.8%、一季度为增长3.5%）
    pub(super) fn bracket(&self, at: usize) -> Option<Span> {
        let next = self.brackets.partition_point(|b| b.start <= at);
        next.checked_sub(1).map(|i| self.brackets[i]).filter(|b| at < b.end)
    }

    /// The clause; a comma inside a number (1,294) ends none.
    pub(super) fn clause(&self, at: usize) -> Span {
        self.clauses.around(at, self.len)
    }
}

/// A line that breaks off after a comma runs on in the next.
fn ends_sentence(c: char, before: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?') || c == '\n' && !matches!(before, '、' | '，')
}

/// The last `chars` characters.
pub(super) fn tail(text: &str, chars: usize) -> &str {
    text.char_indices().rev().nth(chars.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}
