//! Finds every period phrase of a text in one pass: 截至2023年底 … 较上年末 … 到2027年.

use super::expr::{Part, PeriodExpr, PeriodMention, Role, YearRef};
use super::number::{char_before, eat_any, is_digit};
use super::phrase::{is_han_year, phrase_at};
use super::role::{looks_ahead, role_of};
use super::starts::{self, kinds_at};
use tidemark_model::Span;

/// All period phrases of `text` in order, none overlapping another; byte offsets.
#[must_use]
pub fn scan(text: &str) -> Vec<PeriodMention> {
    phrases(text, starts::ALL).map(|(range, expr)| mention(text, range.start, range.end, expr)).collect()
}

/// Those of some kinds, before it is asked what each does in its sentence.
pub(super) fn phrases(text: &str, kinds: u8) -> impl Iterator<Item = (Span, PeriodExpr)> {
    let roc = speaks_of_the_republic(text);
    let mut free_from = 0;
    text.char_indices().filter_map(move |(at, c)| {
        if at < free_from || kinds_at(c) & kinds == 0 {
            return None;
        }
        let found = phrase_at(text, at, roc, kinds).filter(|_| stands_free(text, at));
        match found {
            Some((_, end)) => free_from = end,
            None if is_digit(c) => {
                free_from = text[at..].find(|c| !is_digit(c)).map_or(text.len(), |n| at + n);
            }
            None => {}
        }
        found.map(|(expr, end)| (Span::new(at, end), expr))
    })
}

/// Whether the text counts years of the Republic, so that 95年 is 2006.
fn speaks_of_the_republic(text: &str) -> bool {
    text.contains("民國") || text.contains("臺北") || text.contains("臺灣")
}

/// Refuses words that begin in the midst of another: 最近年来, 以前年度, 历年末, 二十三月.
fn stands_free(text: &str, at: usize) -> bool {
    let before = char_before(text, at);
    let numeral = |c: char| "一二三四五六七八九十百千万两".contains(c);
    let starts_numeral = text[at..].chars().next().is_some_and(numeral);
    let inside = starts_numeral && before.is_some_and(numeral) && !is_han_year(text, at);
    let word = before == Some('以') && eat_any(text, at, &["前"]).is_some()
        || matches!(before, Some('目' | '日')) && eat_any(text, at, &["前"]).is_some();
    !inside && !word
}

pub(super) fn mention(text: &str, start: usize, end: usize, expr: PeriodExpr) -> PeriodMention {
    let mut expr = expr;
    // 截至7月中旬: counted up to some day of that month
    if let PeriodExpr::Calendar { part: part @ Part::Days(..), .. } = &mut expr
        && let Part::Days(month, ..) = *part
        && text.get(..end).is_some_and(|t| t.ends_with('旬'))
        && ["截至", "截止", "截止到"].iter().any(|w| text.get(..start).is_some_and(|t| t.ends_with(w)))
    {
        *part = Part::Month(month);
    }
    // 自2月1日起, 从3月份开始
    if let PeriodExpr::Calendar { year, part: Part::Month(month) | Part::Day(month, _), instant: false } = expr
        && ["自", "从"].iter().any(|w| text.get(..start).is_some_and(|t| t.ends_with(w)))
        && ["起，", "起,", "开始，", "开始,"].iter().any(|w| text.get(end..).is_some_and(|t| t.starts_with(w)))
    {
        expr = PeriodExpr::From(year, month);
    }
    let role = role_of(text, start, end, expr);
    if let PeriodExpr::Calendar { year: year @ YearRef::Unsaid, .. } = &mut expr
        && role != Role::Base
        && looks_ahead(text, start, end)
    {
        *year = YearRef::Ahead;
    }
    PeriodMention { range: Span::new(start, end), expr, role }
}
