//! The year of a phrase: 2023年, 二〇二三年, 民國100年, 去年, 当年.

use super::expr::YearRef;
use super::number::{arabic, char_at, eat, eat_any, eat_year, han_year, is_digit, skip_blank};

/// Relative years, longer words first.
const WORDS: &[(&str, YearRef)] = &[
    ("今年", YearRef::FromIssue(0)),
    ("本年", YearRef::FromIssue(0)),
    ("去年", YearRef::FromIssue(-1)),
    ("上一年", YearRef::FromStory(-1)),
    ("上年", YearRef::FromStory(-1)),
    ("一年前", YearRef::FromIssue(-1)),
    ("过去一年", YearRef::FromIssue(-1)),
    ("过去的一年", YearRef::FromIssue(-1)),
    ("過去一年", YearRef::FromIssue(-1)),
    ("前年", YearRef::FromIssue(-2)),
    ("明年", YearRef::FromIssue(1)),
    ("来年", YearRef::FromIssue(1)),
    ("來年", YearRef::FromIssue(1)),
    ("后年", YearRef::FromIssue(2)),
    ("後年", YearRef::FromIssue(2)),
    ("当年", YearRef::FromStory(0)),
    ("當年", YearRef::FromStory(0)),
    ("该年", YearRef::FromStory(0)),
    ("該年", YearRef::FromStory(0)),
    ("同年", YearRef::FromStory(0)),
    ("这一年", YearRef::FromStory(0)),
    ("這一年", YearRef::FromStory(0)),
    ("次年", YearRef::FromStory(1)),
    ("翌年", YearRef::FromStory(1)),
];

/// Words after 年 that make it part of another word: 1990年代, 2023年版.
const NOT_A_YEAR: &[&str] = &["代", "级", "級", "版", "款", "龄", "齡", "会计"];

/// The Republic, before its own years.
const REPUBLIC: &[&str] = &["民國", "民国"];

/// The words with which a year may begin, if not with a numeral.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|&(word, _)| word).chain(REPUBLIC.iter().copied())
}

/// A year and the offset after it.
pub(super) type YearAt = (YearRef, usize);

/// A year and the offset after it, 年 and 度 included.
pub(super) fn year_at(text: &str, at: usize, roc: bool) -> Option<YearAt> {
    let (year, end) = number_year(text, at, roc).or_else(|| word_year(text, at))?;
    if eat_any(text, end, NOT_A_YEAR).is_some() {
        return None;
    }
    let end = eat(text, end, "度").filter(|&e| eat(text, e, "假").is_none()).unwrap_or(end);
    Some((year, end))
}

fn word_year(text: &str, at: usize) -> Option<YearAt> {
    if char_at(text, at).is_some_and(is_digit) {
        return None;
    }
    WORDS.iter().find_map(|&(word, year)| eat(text, at, word).map(|end| (year, end)))
}

fn number_year(text: &str, at: usize, roc: bool) -> Option<YearAt> {
    if let Some(after) = eat_any(text, at, REPUBLIC) {
        let number = arabic(text, skip_blank(text, after)).filter(|n| (1..=200).contains(&n.value))?;
        let end = eat_year(text, skip_blank(text, number.end))?;
        return Some((YearRef::Named(number.value as i32 + 1911), end));
    }
    let number = arabic(text, at).or_else(|| han_year(text, at))?;
    // 105學年度
    let school = || eat_any(text, number.end, &["学年", "學年"]);
    let end = eat_year(text, skip_blank(text, number.end)).or_else(school)?;
    let year = number.value as i32;
    match number.digits {
        4 if plausible(year) => Some((YearRef::Named(year), end)),
        2 | 3 if roc && (30..=200).contains(&year) => Some((YearRef::Named(year + 1911), end)),
        _ => None,
    }
}

/// Years that figures of a newspaper can be from.
pub(super) fn plausible(year: i32) -> bool {
    (1840..=2100).contains(&year)
}

/// A bare four-digit year right before a part: 2023上半年, 2021—2023年.
pub(super) fn bare_year(text: &str, at: usize) -> Option<(i32, usize)> {
    let number = arabic(text, at).filter(|n| n.digits == 4)?;
    plausible(number.value as i32).then_some((number.value as i32, number.end))
}

/// The offset after a dash or 至, 到 between two ends.
pub(super) fn dash(text: &str, at: usize) -> Option<usize> {
    const DASHES: [char; 12] = ['—', '–', '-', '－', '~', '～', '―', '─', '至', '到', '∼', '‐'];
    let at = skip_blank(text, at);
    let first = char_at(text, at).filter(|c| DASHES.contains(c))?;
    let mut end = at + first.len_utf8();
    if char_at(text, end) == Some('—') && first == '—' {
        end += '—'.len_utf8();
    }
    Some(skip_blank(text, end))
}
