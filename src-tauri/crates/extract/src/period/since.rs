//! Spans that run up to now: 去年6月上线以来, 7月以来, 2021年至今, 开通以来, 自2010年以来连续5年.

use super::expr::{Part, PeriodExpr, YearRef};
use super::number::{char_before, eat, eat_any, is_digit, small};
use super::phrase::ExprAt;

/// What may have begun before 以来: 开通以来, 上线以来.
pub(super) const BEGUN: &[&str] = &[
    "开通", "上线", "实施", "启动", "启用", "运行", "运营", "投用", "投运", "投产", "成立", "开业", "开园", "开馆",
    "开办", "开展", "推行", "试点", "挂牌", "正式", "建成", "入驻", "落户",
];

/// 自2010年以来连续5年: the five years from then.
pub(super) fn years_running(text: &str, year: YearRef, at: usize) -> Option<ExprAt> {
    let YearRef::Named(from) = year else { return None };
    let count = small(text, eat(text, at, "连续")?).filter(|n| (2..=30).contains(&n.value))?;
    let end = eat(text, count.end, "年")?;
    Some((PeriodExpr::Years(year, YearRef::Named(from + count.value as i32 - 1)), end))
}

/// 去年6月上线以来, 7月以来: from that month on.
pub(super) fn since_event(text: &str, year: YearRef, part: Part, at: usize) -> Option<ExprAt> {
    let named = year != YearRef::Unsaid;
    let month = match part {
        Part::Whole => 1,
        Part::Month(month) | Part::Day(month, _) | Part::Days(month, ..) => month,
        Part::Half(half) if named && half == 2 => 7,
        Part::Quarter(quarter) => 3 * quarter - 2,
        _ => return None,
    };
    // 2021年至今
    if let Some(end) = eat_any(text, at, &["至今", "到现在", "至目前"]) {
        return Some((PeriodExpr::From(year, month), end));
    }
    let led = text.get(..at).is_some_and(|before| super::bounds::tail(before, 8).contains('自'));
    let end = quiet_since(text, at, if part == Part::Whole { 1 } else { 0 }, if led { 60 } else { 24 })?;
    // 2018年首届博览会以来: from some day of that year on.
    let whole = part == Part::Whole && named;
    let span = if whole { PeriodExpr::Years(year, YearRef::FromIssue(0)) } else { PeriodExpr::From(year, month) };
    Some((span, end))
}

/// The offset after 以来, if `least` to `most` characters without figures or marks stand before it.
fn quiet_since(text: &str, at: usize, least: usize, most: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let found = rest.char_indices().take(most).enumerate().find_map(|(n, (i, c))| {
        let here = eat_any(rest, i, &["以来", "以來"]).filter(|_| n >= least);
        let stop = is_digit(c) || !c.is_alphabetic() || "年月日".contains(c);
        if here.is_some() || stop { Some(here) } else { None }
    });
    found.flatten().map(|end| at + end)
}

/// 开通以来, 自工程实施以来: since what the story told of.
pub(super) fn since_then(text: &str, at: usize) -> Option<ExprAt> {
    let free = char_before(text, at).is_none_or(|c| !c.is_alphanumeric());
    let led = eat(text, at, "自").unwrap_or(at);
    let begins = led > at && quiet_since(text, led, 2, 24).is_some();
    let opens = |at| {
        let at = eat_any(text, at, &["正式", "建成"]).unwrap_or(at);
        eat_any(text, at, BEGUN).is_some()
    };
    (begins || free && opens(at)).then_some(())?;
    quiet_since(text, led, 2, 24).map(|end| (PeriodExpr::SinceThen, end))
}
