//! A sentence quoted from its page with its amount, subject, period and indicator marked.
//!
//! Line ends that a column break put into it are taken out: 28⏎⏎⏎⏎万美金 reads 28万美金.

use crate::api::QuotePiece;
use tidemark_model::{Observation, Page, Span, one_line};

/// How many characters stand before and after the sentence.
const AROUND: usize = 36;
/// How much of a sentence is quoted that only lends its subject or period.
const LENT: usize = 90;

/// Some words before the sentence, the sentence, some words after; before them the sentences that lent subject or
/// period from further off.
pub(crate) fn quote(page: &Page, observation: &Observation) -> Vec<QuotePiece> {
    let inside = paragraph(page, observation);
    let marks = marks(observation);
    let near = around(&page.text, observation.sentence, inside);
    let mut pieces = Vec::new();
    for lent in lenders(page, observation, near) {
        pieces.extend(self::pieces(&page.text, lent, &marks));
        pieces.push(plain(" …… "));
    }
    if near.start > inside.start {
        pieces.push(plain("…"));
    }
    pieces.extend(self::pieces(&page.text, near, &marks));
    if near.end < inside.end {
        pieces.push(plain("…"));
    }
    pieces
}

fn plain(text: &str) -> QuotePiece {
    QuotePiece { text: text.to_owned(), role: "plain".to_owned() }
}

/// Spans with their roles, the more important first.
fn marks(observation: &Observation) -> Vec<(Span, &'static str)> {
    let subject = observation.subject.as_ref().and_then(|subject| subject.span);
    let period = observation.period.as_ref().and_then(|period| period.span);
    let roles = [
        (Some(observation.span), "amount"),
        (observation.indicator_span, "indicator"),
        (subject, "subject"),
        (period, "period"),
    ];
    roles.into_iter().filter_map(|(span, role)| Some((span.filter(|s| s.start < s.end)?, role))).collect()
}

/// The paragraph that holds the sentence: a quote never runs into by-line, headline or masthead.
fn paragraph(page: &Page, observation: &Observation) -> Span {
    let article = page.articles.get(observation.article);
    let on_page = article.into_iter().flat_map(|a| a.blocks.iter().map(|block| a.joined.to_page(block.range)));
    on_page.into_iter().find(|span| span.contains(observation.sentence)).unwrap_or(observation.sentence)
}

/// The sentence with some characters to each side, within its paragraph.
fn around(text: &str, sentence: Span, inside: Span) -> Span {
    let before = Span::new(inside.start, sentence.start).slice(text);
    let after = Span::new(sentence.end, inside.end).slice(text);
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(inside.start, |(at, _)| inside.start + at);
    let end = after.char_indices().nth(AROUND).map_or(inside.end, |(at, _)| sentence.end + at);
    Span::new(start, end.max(sentence.end))
}

/// Sentences outside the quote that subject or period was read from, in page order.
fn lenders(page: &Page, observation: &Observation, near: Span) -> Vec<Span> {
    let spans = marks(observation).into_iter().map(|(span, _)| span).filter(|span| !near.contains(*span));
    let mut found: Vec<Span> = spans.map(|span| sentence_of(&page.text, span)).collect();
    found.sort_unstable();
    found.dedup();
    found.retain(|span| span.end <= near.start || span.start >= near.end);
    found
}

fn sentence_of(text: &str, span: Span) -> Span {
    let ends = |c: char| matches!(c, '。' | '！' | '？' | '!' | '?' | '\u{3000}');
    let (before, after) = (text.get(..span.start).unwrap_or(""), text.get(span.end..).unwrap_or(""));
    let from = before.char_indices().rev().take(LENT / 2).take_while(|&(_, c)| !ends(c) && c != '\n').last();
    let to = after.char_indices().take(LENT / 2).find(|&(_, c)| ends(c) || c == '\n');
    let start = from.map_or(span.start, |(at, _)| at);
    let end = to.map_or_else(
        || after.char_indices().nth(LENT / 2).map_or(text.len(), |(at, _)| span.end + at),
        |(at, c)| span.end + at + if c == '\n' { 0 } else { c.len_utf8() },
    );
    Span::new(start, end)
}

/// The words of a range cut where roles change; where marks overlap the more important one wins.
fn pieces(text: &str, range: Span, marks: &[(Span, &'static str)]) -> Vec<QuotePiece> {
    let mut cuts: Vec<usize> = marks.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
    cuts.extend([range.start, range.end]);
    cuts.retain(|&cut| range.start <= cut && cut <= range.end && text.is_char_boundary(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let mut out: Vec<QuotePiece> = Vec::new();
    for pair in cuts.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        let role = marks.iter().find(|(mark, _)| mark.contains(span)).map_or("plain", |(_, role)| role);
        push(&mut out, one_line(span.slice(text)), role);
    }
    out
}

fn push(out: &mut Vec<QuotePiece>, text: String, role: &str) {
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.role == role => last.text.push_str(&text),
        _ => out.push(QuotePiece { text, role: role.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_break_leaves_no_trace_and_latin_words_keep_their_space() {
        assert_eq!(one_line("资金28\n\n\n万美金"), "资金28万美金");
        assert_eq!(one_line("Green\n Valley 项目"), "Green Valley项目");
    }

    #[test]
    fn pieces_are_cut_where_roles_change() {
        let text = "去年东岸小镇总产值12\n\n亿元，增长";
        let at = |words: &str| text.find(words).map(|s| Span::new(s, s + words.len())).expect("there");
        let marks = [(at("12\n\n亿元"), "amount"), (at("总产值"), "indicator"), (at("去年"), "period")];
        let found = pieces(text, Span::new(0, text.len()), &marks);
        let told: Vec<_> = found.iter().map(|p| (p.role.as_str(), p.text.as_str())).collect();
        let expected = [
            ("period", "去年"),
            ("plain", "东岸小镇"),
            ("indicator", "总产值"),
            ("amount", "12亿元"),
            ("plain", "，增长"),
        ];
        assert_eq!(told, expected);
    }
}
