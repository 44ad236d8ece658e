//! Sentences and clauses: 总产值1294.2亿元,增长5%;新增企业101家。 is one sentence of three clauses.
//!
//! A comma inside an amount (1,294) ends nothing; which amount stands where is known before.

use tidemark_model::Span;

/// One clause with the mark that ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Without the mark.
    pub span: Span,
    /// The mark after it: ， ； ： or the sentence's own end.
    pub end: char,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// With its end mark.
    pub span: Span,
    pub clauses: Vec<Clause>,
}

/// No clause of a newspaper has so many bytes: what runs on is cut, so that odd texts take no more than linear time.
pub(crate) const LONGEST_CLAUSE: usize = 1200;
/// The same for a sentence.
pub(crate) const LONGEST_SENTENCE: usize = 4800;

/// The sentences of `block` in `text`; marks inside the ranges of `solid` (ascending) are part of a number.
pub(crate) fn sentences(text: &str, block: Span, solid: &[Span]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut open = Open::at(block.start);
    let mut solid = solid.iter().skip_while(|s| s.end <= block.start).peekable();
    let mut depth = 0_u32;
    for (i, mark) in block.slice(text).char_indices() {
        let at = block.start + i;
        while solid.next_if(|s| s.end <= at).is_some() {}
        let amount = solid.peek().filter(|s| s.start <= at);
        if amount.is_some_and(|s| s.start < at) {
            continue;
        }
        if at - open.clause >= LONGEST_CLAUSE {
            depth = 0;
            open.cut_clause(at);
        }
        if at - open.sentence >= LONGEST_SENTENCE {
            open.cut_clause(at);
            out.extend(open.end_sentence(at));
        }
        if amount.is_some() {
            continue;
        }
        depth = match mark {
            '（' | '《' => depth + 1,
            '）' | '》' => depth.saturating_sub(1),
            _ => depth,
        };
        if matches!(mark, ':' | '：') && between_digits(text, at, mark) {
            continue;
        }
        match mark {
            '。' | '！' | '？' | '!' | '?' | '\n' => {
                depth = 0;
                open.end_clause(at, mark);
                out.extend(open.end_sentence(at + mark.len_utf8()));
            }
            '，' | ',' | '；' | ';' | '：' | ':' if depth == 0 => open.end_clause(at, mark),
            _ => {}
        }
    }
    open.end_clause(block.end, '\n');
    out.extend(open.end_sentence(block.end));
    out
}

/// 8.7:48.5:42.8 is one list.
fn between_digits(text: &str, at: usize, mark: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + mark.len_utf8()..].chars().next();
    before.is_some_and(char::is_numeric) && after.is_some_and(char::is_numeric)
}

struct Open {
    sentence: usize,
    clause: usize,
    clauses: Vec<Clause>,
}

impl Open {
    fn at(start: usize) -> Self {
        Self { sentence: start, clause: start, clauses: Vec::new() }
    }

    fn end_clause(&mut self, at: usize, mark: char) {
        if at > self.clause {
            self.clauses.push(Clause { span: Span::new(self.clause, at), end: mark });
        }
        self.clause = at + if at == self.clause && mark == '\n' { 0 } else { mark.len_utf8() };
    }

    /// Ends a clause in the midst of it.
    fn cut_clause(&mut self, at: usize) {
        if at > self.clause {
            self.clauses.push(Clause { span: Span::new(self.clause, at), end: '，' });
            self.clause = at;
        }
    }

    fn end_sentence(&mut self, end: usize) -> Option<Sentence> {
        let clauses = std::mem::take(&mut self.clauses);
        let span = Span::new(self.sentence, end);
        self.sentence = end;
        self.clause = end;
        (!clauses.is_empty()).then_some(Sentence { span, clauses })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_clause_or_sentence_of_an_endless_line_is_endless() {
        for piece in ["1", "(", "（", "一", "、", "2023年", "占", "1家", "1%，", "产值1亿元"] {
            let text = piece.repeat((1 << 20) / piece.len());
            let found = sentences(&text, Span::new(0, text.len()), &[]);
            let clauses = || found.iter().flat_map(|s| &s.clauses);
            assert!(clauses().all(|c| c.span.end - c.span.start <= LONGEST_CLAUSE + 4), "{piece}");
            assert!(found.iter().all(|s| s.span.end - s.span.start <= LONGEST_SENTENCE + LONGEST_CLAUSE), "{piece}");
            assert!(clauses().all(|c| text.is_char_boundary(c.span.start) && text.is_char_boundary(c.span.end)));
        }
    }

    #[test]
    fn amounts_without_end_end_clauses_too() {
        let text = "1%".repeat(5000);
        let solid: Vec<Span> = (0..5000).map(|n| Span::new(2 * n, 2 * n + 2)).collect();
        let found = sentences(&text, Span::new(0, text.len()), &solid);
        let mut clauses = found.iter().flat_map(|s| &s.clauses);
        assert!(clauses.all(|c| c.span.end - c.span.start <= LONGEST_CLAUSE + 4 && c.span.start % 2 == 0));
    }

    #[test]
    fn a_comma_inside_an_amount_ends_no_clause() {
        let text = "产值1,294亿元,增长5%。新增3家";
        let solid = [Span::new(6, 6 + "1,294亿元".len())];
        let found = sentences(text, Span::new(0, text.len()), &solid);
        assert_eq!(found.len(), 2);
        let clauses: Vec<_> = found[0].clauses.iter().map(|c| c.span.slice(text)).collect();
        assert_eq!(clauses, ["产值1,294亿元", "增长5%"]);
    }
}
