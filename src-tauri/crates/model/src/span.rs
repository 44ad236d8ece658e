//! Ranges in a page's text, and the map from joined text back to the page.
//!
//! `28⏎⏎⏎⏎万美金` reads `28万美金` in the joined text; its span on the page covers the line ends too.

use serde::{Deserialize, Serialize};

/// A half-open range of byte offsets in a page's decoded text ([`crate::Page::text`]).
///
/// Both ends lie on character boundaries. A span is a range, never a copy of the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; an end before its start becomes the empty range at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The words of this span in `text`, or nothing where it does not fit the text.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether the two ranges share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within this range.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same range counted in Unicode code points of `text`, as the evaluation format wants it.
    #[must_use]
    pub fn to_chars(self, text: &str) -> (usize, usize) {
        let start = text[..self.start.min(text.len())].chars().count();
        (start, start + self.slice(text).chars().count())
    }

    /// The same range counted in UTF-16 units of `text`, as a web view counts.
    #[must_use]
    pub fn to_utf16(self, text: &str) -> (usize, usize) {
        let start = text[..self.start.min(text.len())].encode_utf16().count();
        (start, start + self.slice(text).encode_utf16().count())
    }
}

/// Text put together from pieces of a page, with the way back.
///
/// The pieces are in page order. A byte of the joined text that stands on no page (a line end put in
/// between blocks) belongs to the end of the piece before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinedText {
    text: String,
    /// (offset in `text`, offset on the page) where each piece starts, ascending.
    pieces: Vec<(usize, usize)>,
    /// One past the last byte on the page of each piece.
    ends: Vec<usize>,
}

impl JoinedText {
    /// Appends the words of `span` on the page.
    pub fn push(&mut self, page: &str, span: Span) {
        self.push_as(span.slice(page), span);
    }

    /// Appends `words` for what `span` holds on the page; lengths may differ, offsets inside then clamp.
    pub fn push_as(&mut self, words: &str, span: Span) {
        if words.is_empty() {
            return;
        }
        self.pieces.push((self.text.len(), span.start));
        self.ends.push(span.end);
        self.text.push_str(words);
    }

    /// Appends a line end that stands between two blocks and on no page.
    pub fn push_break(&mut self) {
        self.text.push('\n');
    }

    /// The joined text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The page's range for a range of the joined text.
    #[must_use]
    pub fn to_page(&self, joined: Span) -> Span {
        let start = self.offset_on_page(joined.start);
        let end = match joined.end.checked_sub(1) {
            Some(last) if joined.end > joined.start => self.offset_after(last, joined.end),
            _ => start,
        };
        Span::new(start, end)
    }

    fn piece_at(&self, joined: usize) -> Option<usize> {
        self.pieces.partition_point(|&(at, _)| at <= joined).checked_sub(1)
    }

    fn offset_on_page(&self, joined: usize) -> usize {
        self.piece_at(joined).map_or(0, |i| {
            let (at, page) = self.pieces[i];
            (page + (joined - at)).min(self.ends[i])
        })
    }

    fn offset_after(&self, last: usize, end: usize) -> usize {
        self.piece_at(last).map_or(0, |i| {
            let (at, page) = self.pieces[i];
            (page + (end - at)).min(self.ends[i])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_amount_maps_back_over_its_line_ends() {
        let page = "资金——28\n\n\n\n万美金汇到";
        let broken = page.find('\n').expect("line end");
        let rest = page.find('万').expect("rest");
        let mut joined = JoinedText::default();
        joined.push(page, Span::new(0, broken));
        joined.push(page, Span::new(rest, page.len()));
        let at = joined.text().find("28").expect("amount");
        let amount = Span::new(at, at + "28万美金".len());
        assert_eq!(amount.slice(joined.text()), "28万美金");
        assert_eq!(joined.to_page(amount).slice(page), "28\n\n\n\n万美金");
    }

    #[test]
    fn code_points_and_utf16_are_counted_apart() {
        let text = "𠮷1亿";
        let span = Span::new(4, text.len());
        assert_eq!(span.to_chars(text), (1, 3));
        assert_eq!(span.to_utf16(text), (2, 4));
    }
}
