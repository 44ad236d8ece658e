//! Which kinds of period phrase may begin with a character, so that most places of a text are passed over at one look:
//! 去 may begin a year, 目 only a fixed word (目前), 产 nothing.

use super::number::is_numeral;
use super::phrase;
use super::{part, year};
use std::sync::LazyLock;

/// 2023-08-09, or anything else that begins with an Arabic figure.
pub(super) const FIGURE: u8 = 1;
/// 2023年, 去年, 民國112年
pub(super) const YEAR: u8 = 2;
/// “十四五”
pub(super) const PLAN: u8 = 4;
/// 近三年, 三年来
pub(super) const ROLLING: u8 = 8;
/// 目前, 国庆期间, 三季报
pub(super) const FIXED: u8 = 16;
/// 建成后
pub(super) const UNDATED: u8 = 32;
/// 上半年, 6月, 年末
pub(super) const PART: u8 = 64;
/// “五一”假期
pub(super) const HOLIDAY: u8 = 128;

/// Any of them.
pub(super) const ALL: u8 = u8::MAX;
/// Those that may name a year: 2023年, “十三五”末, 二十大以来.
pub(super) const NAMING: u8 = FIGURE | YEAR | PLAN | FIXED;

/// Characters with which a phrase may begin; others, though a list below holds them, begin none.
const STARTS: &str = "〇零一二三四五六七八九十两今本去上前明来來后後当當该該同次翌民公全年岁歲首头頭第下近最过過这這未\
                      截到目现現迄半三至如眼日不昨“\"「‘国國元暑活签会建投达達满竣完落运预此五此几多开上实启运成推试挂正入自期春清劳端中假党新连";

/// For each character of the basic plane the kinds that may begin with it, a bit each.
static KINDS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut kinds = vec![0; 0x1_0000];
    let numerals = (0..=0xffff_u32).filter_map(char::from_u32).filter(|&c| is_numeral(c));
    for c in numerals {
        let figure = if super::number::is_digit(c) { FIGURE } else { FIXED };
        kinds[c as usize] |= figure | YEAR | ROLLING | PART;
    }
    let mut note = |word: &str, kind: u8| {
        if let Some(slot) = word.chars().next().and_then(|c| kinds.get_mut(c as usize)) {
            *slot |= kind;
        }
    };
    year::words().for_each(|word| note(word, YEAR));
    super::plan::QUOTES.iter().chain(&["十"]).for_each(|word| note(word, PLAN));
    phrase::COMING.iter().chain(phrase::RECENT).chain(&["连续"]).for_each(|word| note(word, ROLLING));
    phrase::FIXED.iter().for_each(|(word, _)| note(word, FIXED));
    phrase::SAME_MONTH.iter().for_each(|word| note(word, FIXED));
    phrase::HOLIDAYS.iter().flat_map(|(words, _)| *words).for_each(|word| note(word, FIXED));
    phrase::REPORTS.iter().flat_map(|(words, ..)| *words).for_each(|word| note(word, FIXED));
    phrase::OPEN.iter().chain(phrase::COMPLETED).for_each(|word| note(word, UNDATED));
    phrase::YEAR_START
        .iter()
        .chain(phrase::YEAR_OPENS)
        .chain(super::since::BEGUN)
        .chain(&["自"])
        .for_each(|word| note(word, PART));
    super::holiday::words().for_each(|word| note(word, HOLIDAY));
    part::words().for_each(|word| note(word, PART));
    for (code, kinds) in kinds.iter_mut().enumerate() {
        let begins = |c: char| super::number::is_digit(c) || STARTS.contains(c);
        if *kinds != 0 && !u32::try_from(code).ok().and_then(char::from_u32).is_some_and(begins) {
            *kinds = 0;
        }
    }
    kinds
});

/// The kinds of phrase that may begin with `c`; 0 for none.
#[inline]
pub(super) fn kinds_at(c: char) -> u8 {
    KINDS.get(c as usize).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_may_begin_where_it_stands() {
        for (word, _) in phrase::FIXED {
            assert_ne!(kinds_at(word.chars().next().unwrap_or(' ')) & FIXED, 0, "{word}");
        }
        assert_eq!((kinds_at('产'), kinds_at('去') & YEAR), (0, YEAR));
    }
}
