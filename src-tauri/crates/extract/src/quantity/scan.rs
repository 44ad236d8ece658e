//! One pass over a text from number to number; each is read, given its unit, and judged by the words around it.

use super::AmountKind;
use super::cursor::{Cursor, Near, fold};
use super::edge::far_qualifier;
use super::item::{Item, qualify};
use super::numeral::{self, Ways, starts_number};
use super::{chain, phrase, special};
use std::sync::LazyLock;

/// One bit for each character of the basic plane at which something may start.
static STARTS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut bits = vec![0_u64; 1024];
    for code in 0x80..=0xffff_u32 {
        if char::from_u32(code)
            .map(fold)
            .is_some_and(|c| starts_number(c) || matches!(c, '翻' | '首' | '半' | '《' | '》'))
        {
            bits[code as usize / 64] |= 1 << (code % 64);
        }
    }
    bits
});

/// Every number of `text`, masked or not, in text order.
pub(super) fn items(text: &str, all: bool) -> Vec<Item> {
    let mut scanner = Scanner { text, all, items: Vec::with_capacity(text.len() / 96), title: None };
    let (bytes, bits) = (text.as_bytes(), &*STARTS);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 {
            at = if byte.is_ascii_digit() { scanner.number(at).max(at + 1) } else { at + 1 };
            continue;
        }
        if (0xe0..0xf0).contains(&byte) {
            let code =
                (u32::from(byte & 15) << 12) | (u32::from(bytes[at + 1] & 63) << 6) | u32::from(bytes[at + 2] & 63);
            if bits[code as usize / 64] >> (code % 64) & 1 == 1 {
                at = scanner.at_sign(at).max(at + 3);
            } else {
                at += 3;
            }
            continue;
        }
        at += if byte < 0xe0 { 2 } else { 4 };
    }
    scanner.items
}

/// The walk over one text.
pub(super) struct Scanner<'a> {
    pub text: &'a str,
    pub all: bool,
    items: Vec<Item>,
    /// Where a 《 that is still open stands.
    title: Option<usize>,
}

/// A title longer than this was never closed.
const TITLE: usize = 180;

impl<'a> Scanner<'a> {
    pub fn cursor(&self, at: usize) -> Cursor<'a> {
        Cursor::new(self.text, at)
    }

    fn at_sign(&mut self, at: usize) -> usize {
        let here = self.cursor(at);
        let next = here.step().at;
        match here.peek() {
            Some('《') => self.title = Some(at),
            Some('》') => self.title = None,
            Some('翻') => return self.whole(special::doubling(here)).unwrap_or(next),
            Some('半') if self.all => {
                return self.whole(special::half(here).or_else(|| phrase::half(here))).unwrap_or(next);
            }
            Some('半') => return self.whole(special::half(here)).unwrap_or(next),
            Some('首') => {
                let before = Near::before(self.text, at, false);
                return self.whole(special::first_place(here, &before)).unwrap_or(next);
            }
            _ => return self.number(at),
        }
        next
    }

    /// Keeps an amount that was read as a whole, with its qualifier.
    pub fn whole(&mut self, item: Option<Item>) -> Option<usize> {
        let mut item = item?;
        let before = Near::before(self.text, item.start, false);
        let after = Near::after(self.text, item.end, false);
        if item.mask.is_none() && item.kind != AmountKind::Rank {
            qualify(&mut item, &before, &after);
            far_qualifier(&mut item, &before);
        }
        if item.outer == (0, 0) || item.outer.1 < item.end {
            item.outer = (item.start, item.end);
        }
        item.outer = (item.outer.0.min(item.start), item.outer.1.max(item.end));
        let end = item.end;
        self.push(item);
        Some(end)
    }

    pub fn push(&mut self, mut item: Item) {
        if !self.all && item.mask.is_none() && self.title.is_some_and(|open| item.start - open < TITLE) {
            item.mask = Some("title");
        }
        self.items.push(item);
    }

    /// Whether `from..to` is all there is in its line, or in its cell where tabs part the line.
    fn alone(&self, from: usize, to: usize) -> bool {
        let edge = |c: char| c == '\n' || c == '\t';
        let plain = |c: &char| !super::cursor::is_blank(*c) && !matches!(c, '-' | '－' | '+' | '−');
        let head = self.text[..from].chars().rev().take(32).find(|c| edge(*c) || plain(c));
        let rest = self.text[to..].chars().take(32).find(|c| edge(*c) || !super::cursor::is_blank(*c));
        head.is_none_or(edge) && rest.is_none_or(edge)
    }

    /// Reads on from a number's first sign; where to go on from.
    fn number(&mut self, at: usize) -> usize {
        let here = self.cursor(at);
        let first = here.peek().unwrap_or(' ');
        let figure = first.is_ascii_digit();
        let mut ways = Ways { all: self.all, alone: false };
        if figure && let Some((items, end)) = chain::read(here, ways) {
            for item in items {
                if item.mask.is_some() {
                    self.push(item)
                } else {
                    self.whole(Some(item));
                }
            }
            return end;
        }
        ways.alone = figure && self.alone(at, skip_run(here));
        if !self.all && first == '一' && here.step().peek() == Some('十') {
            // 统一十家: a number of ten does not start with 一.
            return here.step().at;
        }
        let Some(number) = numeral::read(here, ways) else {
            if first == '一'
                && let Some(end) = self.whole(special::half(here))
            {
                return end;
            }
            return self.unread(here, figure);
        };
        if let Some(item) = special::fraction(at, &number, self.text, ways) {
            return self.whole(Some(item)).unwrap_or(number.end);
        }
        if first == '一'
            && number.single
            && let Some(end) = self.whole(special::half(here))
        {
            return end;
        }
        self.judge(at, &number, ways)
    }

    /// A sign or a run of figures that is no number: 数 of 数据, forty figures in a row.
    fn unread(&mut self, here: Cursor<'_>, figure: bool) -> usize {
        let run = figure_run(here);
        if figure {
            self.push(Item::masked(here.at, run, "name"));
            return run;
        }
        here.step().at
    }
}

/// Past the figures at `at`, however many.
fn figure_run(mut at: Cursor<'_>) -> usize {
    while at.peek().is_some_and(|c| c.is_ascii_digit()) {
        at = at.step();
    }
    at.at
}

/// Past figures and their separators, as far as a table's cell may reach.
fn skip_run(mut at: Cursor<'_>) -> usize {
    for _ in 0..40 {
        if !at.peek().is_some_and(|c| c.is_ascii_digit() || c == '.' || c == ',' || c == '%') {
            break;
        }
        at = at.step();
    }
    at.at
}
