//! Five-year plans as times: “十四五”时期, “十三五”末, “六五”末期, “十四五”前两年.

use super::expr::{Part, PeriodExpr, YearRef};
use super::number::{eat, eat_any, small};
use super::phrase::ExprAt;

/// What a plan's name may be quoted in.
pub(super) const QUOTES: &[&str] = &["“", "\"", "「", "‘"];

/// “六五”末期: the plans before the tenth.
fn early_plan(text: &str, at: usize) -> Option<ExprAt> {
    let open = eat_any(text, at, QUOTES)?;
    let number =
        ["一", "二", "三", "四", "五", "六", "七", "八", "九"].iter().position(|w| eat(text, open, w).is_some())?;
    let after = eat(text, open + '一'.len_utf8(), "五")?;
    let after = eat_any(text, after, &["”", "\"", "」", "’"])?;
    let from = 1953 + 5 * number as i32 + if number > 1 { 3 } else { 0 };
    if let Some(end) = eat_any(text, after, &["期末", "末期", "末"]) {
        let (year, instant) = (YearRef::Named(from + 4), eat(text, after, "末期").is_none());
        return Some((PeriodExpr::Calendar { year, part: Part::Whole, instant }, end));
    }
    let end = eat_any(text, after, &["时期", "期间", "時期", "期間"])?;
    Some((PeriodExpr::Years(YearRef::Named(from), YearRef::Named(from + 4)), end))
}

/// “十四五”时期, “十三五”末; the fifth of the plans' names is the number of the plan.
pub(super) fn plan(text: &str, at: usize) -> Option<ExprAt> {
    if let Some(found) = early_plan(text, at) {
        return Some(found);
    }
    let quoted = eat_any(text, at, QUOTES);
    let ten = eat(text, quoted.unwrap_or(at), "十")?;
    let number = ["一", "二", "三", "四", "五"].iter().position(|w| eat(text, ten, w).is_some());
    let after = number.map_or(ten, |_| ten + '一'.len_utf8());
    let after = eat(text, after, "五")?;
    let closed = eat_any(text, after, &["”", "\"", "」", "’"]);
    let after = closed.unwrap_or(after);
    let named = eat_any(text, after, &["规划", "規劃", "发展", "重点", "重大", "纲要", "计划", "国家"]);
    let period =
        eat_any(text, after, &["时期", "期间", "時期", "期間", "以来", "以來", "期末", "末", "初", "时", "前"]);
    if named.is_some() || (closed.is_none() && period.is_none() && number.is_none()) {
        return None;
    }
    let from = 2001 + 5 * number.map_or(0, |n| n as i32 + 1);
    if let Some(end) = eat_any(text, after, &["期末", "末"]) {
        let year = YearRef::Named(from + 4);
        return Some((PeriodExpr::Calendar { year, part: Part::Whole, instant: true }, end));
    }
    if let Some(end) = eat_any(text, after, &["以来", "以來"]) {
        return Some((PeriodExpr::Years(YearRef::Named(from), YearRef::FromIssue(0)), end));
    }
    // “十四五”前两年
    let several = eat(text, after, "前").and_then(|at| small(text, at)).filter(|n| (2..=4).contains(&n.value));
    if let Some((last, end)) = several.and_then(|n| Some((from + n.value as i32 - 1, eat(text, n.end, "年")?))) {
        return Some((PeriodExpr::Years(YearRef::Named(from), YearRef::Named(last)), end));
    }
    let end = eat_any(text, after, &["时期", "期间", "時期", "期間"]).unwrap_or(after);
    Some((PeriodExpr::Years(YearRef::Named(from), YearRef::Named(from + 4)), end))
}
