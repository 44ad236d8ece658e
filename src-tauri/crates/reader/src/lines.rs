//! A page's text cut into lines, each with what can be told of it alone: length, stops, indent, shape.
//!
//! Offsets stay those of the page. Which lines belong together is `breaks`'s.
//! `&nbsp;&nbsp;`, left over from web pages, starts a new line as an indent would.

use crate::shape::{Shape, ends_with_reporter, shape_of};
use crate::signs;
use tidemark_model::Span;

/// A line with words on it.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    /// Its place on the page, without the white space around it.
    pub(crate) span: Span,
    /// Its words.
    pub(crate) text: &'a str,
    /// Line ends between the line before and this one; 0 for the first.
    pub(crate) gap: usize,
    /// White space before it, in characters.
    pub(crate) indent: usize,
    /// Starts a block whatever the line before ends with.
    pub(crate) hard: bool,
    /// Length in characters.
    pub(crate) chars: usize,
    /// Characters from the last line end on the page to its end, more than its length where an indent or a stamp
    /// stands before it on the same line.
    pub(crate) reach: usize,
    /// 。！？； inside it, its last character not counted.
    pub(crate) stops: usize,
    /// ，and , inside it.
    pub(crate) commas: usize,
    /// What it looks like by itself.
    pub(crate) shape: Shape,
}

impl Line<'_> {
    /// Whether its last sentence is finished: 。！？… with any closing quotes or （记者 某某） after it.
    pub(crate) fn ends_sentence(&self) -> bool {
        let end = self.text.trim_end_matches(signs::closes);
        let stop = if end.is_empty() { self.text.chars().next() } else { end.chars().next_back() };
        stop.is_some_and(signs::stops) || ends_with_reporter(self.text)
    }

    /// Whether it starts with a sign that never starts a line in print: ，。”）％
    pub(crate) fn starts_inside(&self) -> bool {
        self.text.chars().next().is_some_and(signs::never_first)
    }

    /// Whether it ends with a sign that something must follow: ， 、 “ （ —
    pub(crate) fn ends_inside(&self) -> bool {
        self.text.chars().next_back().is_some_and(signs::never_last)
    }

    /// Whether it starts as a paragraph does in print, two characters in.
    pub(crate) fn is_indented(&self) -> bool {
        self.indent >= 2
    }
}

/// The lines of a page that hold words, in order.
pub(crate) fn lines_of(page: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut gap, mut start, mut hard, mut before) = (0, 0, false, 0);
    for (end, next, is_hard) in line_ends(page) {
        if let Some(mut line) = line_at(page, Span::new(start, end), gap, hard) {
            line.reach += before;
            before = line.reach;
            (gap, hard) = (0, false);
            lines.push(line);
        }
        before = if is_hard { before + next - end } else { 0 };
        gap += usize::from(!is_hard);
        hard |= is_hard;
        start = next;
    }
    if let Some(first) = lines.first_mut() {
        first.gap = 0;
    }
    lines
}

fn line_at(page: &str, raw: Span, gap: usize, hard: bool) -> Option<Line<'_>> {
    let words = raw.slice(page);
    let text = signs::trim(words);
    if text.is_empty() {
        return None;
    }
    let mut lead = words.len() - signs::trim_start(words).len();
    let indent = words[..lead].chars().count();
    let mark = heading_mark(text);
    let text = &text[mark..];
    lead += mark;
    let span = Span::new(raw.start + lead, raw.start + lead + text.len());
    let (mut chars, mut stops, mut commas, mut last_stop) = (0, 0, 0, false);
    for c in text.chars() {
        chars += 1;
        last_stop = signs::stops(c) || c == '；' || c == ';';
        stops += usize::from(last_stop);
        commas += usize::from(matches!(c, '，' | ','));
    }
    stops -= usize::from(last_stop);
    let shape = if mark > 0 { Shape::Marked(mark) } else { shape_of(text, chars, stops) };
    Some(Line { span, text, gap, indent, hard, chars, reach: chars, stops, commas, shape })
}

/// Length of a heading's mark, which is none of its words: `### 标题`.
fn heading_mark(text: &str) -> usize {
    let rest = text.trim_start_matches('#');
    let words = rest.trim_start_matches(' ');
    if rest.len() < text.len() && words.len() < rest.len() { text.len() - words.len() } else { 0 }
}

/// (end of the line, start of the next, whether it is an indent and no line end) for each line of the page.
fn line_ends(page: &str) -> Vec<(usize, usize, bool)> {
    let bytes = page.as_bytes();
    let (mut ends, mut at) = (Vec::new(), 0);
    if let Some(stamp) = stamp_end(page) {
        ends.push((stamp, stamp, true));
        at = stamp;
    }
    while at < bytes.len() {
        let (length, is_hard) = end_at(bytes, at);
        if length > 0 {
            ends.push((at, at + length, is_hard));
        }
        at += length.max(1);
    }
    ends.push((page.len(), page.len(), false));
    ends
}

/// Length of the line end or indent at `at`, 0 if there is none.
fn end_at(bytes: &[u8], at: usize) -> (usize, bool) {
    match bytes[at] {
        b'\r' if bytes.get(at + 1) == Some(&b'\n') => (2, false),
        b'\n' | b'\r' | 0x0B | 0x0C => (1, false),
        0xE2 if bytes[at..].starts_with("\u{2028}".as_bytes()) || bytes[at..].starts_with("\u{2029}".as_bytes()) => {
            (3, false)
        }
        b'&' => (spaces_at(bytes, at), true),
        _ => (0, false),
    }
}

/// Length of two or more `&nbsp;` in a row, which a column break may have torn; 0 for fewer.
fn spaces_at(bytes: &[u8], at: usize) -> usize {
    let (mut end, mut count) = (at, 0);
    while let Some(length) = entity_at(bytes, end) {
        end += length;
        count += 1;
    }
    if count >= 2 { end - at } else { 0 }
}

fn entity_at(bytes: &[u8], at: usize) -> Option<usize> {
    let mut i = at;
    for &wanted in b"&nbsp;" {
        while wanted != b'&' && matches!(bytes.get(i), Some(b'\n' | b'\r')) {
            i += 1;
        }
        if bytes.get(i) != Some(&wanted) {
            return None;
        }
        i += 1;
    }
    Some(i - at)
}

/// End of what a web page prints before its text: `2024-05-06 07:42，正文：`.
fn stamp_end(page: &str) -> Option<usize> {
    let head: usize = page.char_indices().nth(32).map_or(page.len(), |(at, _)| at);
    let first = page[..head].lines().next()?;
    ["正文：", "正文:"].iter().find_map(|mark| first.find(mark).map(|at| at + mark.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_place_gap_and_indent() {
        let page = "一行\r\n\r\n　　二行。\n";
        let lines = lines_of(page);
        assert_eq!(
            lines.iter().map(|l| (l.text, l.gap, l.indent)).collect::<Vec<_>>(),
            [("一行", 0, 0), ("二行。", 2, 2)]
        );
        assert_eq!(lines[1].span.slice(page), "二行。");
    }

    #[test]
    fn spaces_of_a_web_page_start_a_block_even_when_torn() {
        let lines = lines_of("甲厂投产。&nbsp;&nbsp\n\n;乙厂开工。");
        assert_eq!(
            lines.iter().map(|l| (l.text, l.hard)).collect::<Vec<_>>(),
            [("甲厂投产。", false), ("乙厂开工。", true)]
        );
    }

    #[test]
    fn a_stamp_before_the_text_stands_alone() {
        let lines = lines_of("2021-05-06 07:42，正文：云岭区召开大会。");
        assert_eq!(lines[0].text, "2021-05-06 07:42，正文：");
        assert!(lines[1].hard);
    }
}
