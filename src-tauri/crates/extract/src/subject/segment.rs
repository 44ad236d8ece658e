//! Blocks, sentences and clauses of a text: 全区总产值1,294亿元，增长5%。 is one sentence of two clauses.

use crate::chars::{is_han, is_word};
use crate::clause::{LONGEST_CLAUSE, LONGEST_SENTENCE};
use std::ops::RangeInclusive;
use tidemark_model::Span;

/// One sentence with its clauses, none empty.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub range: Span,
    pub clauses: Vec<Span>,
    /// Index of the block it stands in.
    pub block: usize,
}

/// The sentences of `text`, block by block; without blocks every line is one.
pub(super) fn sentences(text: &str, blocks: &[Span]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (n, &block) in blocks.iter().enumerate() {
        for range in pieces(text, block, LONGEST_SENTENCE, ends_sentence) {
            out.push(Sentence { range, clauses: pieces(text, range, LONGEST_CLAUSE, ends_clause), block: n });
        }
    }
    out
}

/// The lines of `text` that hold something.
pub(super) fn lines(text: &str) -> Vec<Span> {
    pieces(text, Span::new(0, text.len()), usize::MAX, |_, c, _, _| c == '\n')
}

/// Bytes of an ideograph.
const HAN: usize = 3;
/// The first of them; nothing else that begins so ends a sentence or a clause.
const HAN_FIRST: RangeInclusive<u8> = 0xe4..=0xe9;

/// Cuts `range` into pieces of at most about `longest` bytes after each character at which `ends` says so, given the
/// words, where the character stands, and where the next.
fn pieces(text: &str, range: Span, longest: usize, ends: impl Fn(&str, char, usize, usize) -> bool) -> Vec<Span> {
    let words = range.slice(text);
    let (mut out, mut start) = (Vec::new(), 0);
    let mut cut = |start: usize, end: usize| {
        if words[start..end].contains(is_word) {
            out.push(Span::new(range.start + start, range.start + end));
        }
    };
    let mut next = 0;
    while let Some(&first) = words.as_bytes().get(next) {
        let i = next;
        // Most characters are ideographs and end nothing, whatever stands beside them.
        if HAN_FIRST.contains(&first) && i - start < longest - HAN {
            next += HAN;
            continue;
        }
        let Some(c) = words[i..].chars().next() else { break };
        next += c.len_utf8();
        if next - start >= longest || ends(words, c, i, next) {
            cut(start, next);
            start = next;
        }
    }
    cut(start, words.len());
    out
}

fn ends_sentence(words: &str, c: char, _: usize, next: usize) -> bool {
    match c {
        '。' | '！' | '？' | '!' | '?' | '\n' => !words[next..].starts_with(['”', '"', '》']),
        '”' | '"' => next == words.len(),
        _ => false,
    }
}

fn ends_clause(words: &str, c: char, at: usize, next: usize) -> bool {
    let between = |is: fn(char) -> bool| words[..at].ends_with(is) && words[next..].starts_with(is);
    match c {
        '…' => !words[next..].starts_with('…'),
        '，' | '；' | ';' | '：' | '|' | '｜' | '。' | '！' | '？' => true,
        ',' => !between(|c| c.is_ascii_digit()),
        // 签约18个项目 总投资5亿元, but not 民國 100 年
        ' ' | '\u{3000}' => between(is_han),
        ':' => !words[next..].starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_clause_or_sentence_of_an_endless_line_is_endless() {
        for piece in ["一", "1家", "1%，", "全市"] {
            let text = piece.repeat((1 << 20) / piece.len());
            let found = sentences(&text, &lines(&text));
            assert!(found.iter().all(|s| s.range.end - s.range.start <= LONGEST_SENTENCE + 4), "{piece}");
            let mut clauses = found.iter().flat_map(|s| &s.clauses);
            assert!(clauses.all(|c| c.end - c.start <= LONGEST_CLAUSE + 4), "{piece}");
        }
    }

    #[test]
    fn a_thousands_separator_ends_no_clause() {
        let text = "全县产值1,294亿元,增长5%。增速居前。";
        let found = sentences(text, &lines(text));
        assert_eq!(found.len(), 2);
        assert_eq!(
            found[0].clauses.iter().map(|c| c.slice(text)).collect::<Vec<_>>(),
            ["全县产值1,294亿元,", "增长5%。"]
        );
    }
}
