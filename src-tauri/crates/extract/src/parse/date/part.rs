//! Parts of a year and of a month: 一季度, 前十一个月, 第三个月, 三月的第二周, 10月底, 4月前4天.

use super::day::{days_in_month, nth_week, nth_weekday, plus, week};
use super::reader::At;
use super::relative::weekday_word;
use tidemark_model::{Date, Period};

/// A part of `year` that stands here.
pub(super) fn of_year(here: At<'_>, year: i32) -> Option<(Period, At<'_>)> {
    let here = here.maybe(&["的"]);
    half(here, year)
        .or_else(|| quarter(here, year))
        .or_else(|| counted(here, year))
        .or_else(|| edge(here, year))
        .or_else(|| month(here, year))
}

fn half(here: At<'_>, year: i32) -> Option<(Period, At<'_>)> {
    if let Some(past) = here.eat(&["上半年", "前半年"]) {
        return Some((Period::Half(year, 1), past));
    }
    Some((Period::Half(year, 2), here.eat(&["下半年", "后半年"])?))
}

fn quarter(here: At<'_>, year: i32) -> Option<(Period, At<'_>)> {
    let count = here.maybe(&["第"]).number().filter(|n| (1..=4).contains(&n.value))?;
    let past = count.past.maybe(&["个"]).eat(&["季度", "季"])?;
    let quarter = u32::try_from(count.value).ok()?;
    match past.eat(&["末", "底"]) {
        Some(past) => Some((Period::Day(Period::Quarter(year, quarter).last_day()), past)),
        None => Some((Period::Quarter(year, quarter), past)),
    }
}

/// 前两个季度, 前十一个月, 后三月, 第九个月, 前2周, 最后3周, 第三十七个星期
fn counted(here: At<'_>, year: i32) -> Option<(Period, At<'_>)> {
    const WEEKS: &[&str] = &["周", "个星期", "个周", "星期", "个礼拜"];
    let (led, past) = [("前", 'a'), ("最后", 'z'), ("最後", 'z'), ("后", 'z'), ("第", 'n')]
        .iter()
        .find_map(|(word, led)| here.eat(&[word]).map(|past| (*led, past)))?;
    let count = past.number().filter(|n| n.value > 0 && n.value < 60)?;
    let n = u32::try_from(count.value).ok()?;
    let span = Period::Year(year);
    if let Some(past) = count.past.eat(&["个季度", "季度"]).filter(|_| n <= 4 && led != 'n') {
        let months = if led == 'a' { (1, 3 * n) } else { (13 - 3 * n, 12) };
        return Some((Period::Months { from: (year, months.0), to: (year, months.1) }.normal(), past));
    }
    if let Some(past) = count.past.eat(&["个月", "月"]).filter(|_| n <= 12) {
        let (from, to) = match led {
            'a' => (1, n),
            'z' => (13 - n, 12),
            _ => (n, n),
        };
        return Some((Period::Months { from: (year, from), to: (year, to) }.normal(), past));
    }
    let past = count.past.eat(WEEKS)?;
    let (first, last) = match led {
        'a' => (nth_week(span, 1)?, nth_week(span, i64::from(n))?),
        'z' => {
            // The last whole weeks of the year.
            let end = week(plus(span.last_day(), 1)?, -1)?;
            (week(end.first_day(), 1 - i64::from(n))?, end)
        }
        _ => (nth_week(span, i64::from(n))?, nth_week(span, i64::from(n))?),
    };
    Some((Period::Days(first.first_day(), last.last_day()), past))
}

fn edge(here: At<'_>, year: i32) -> Option<(Period, At<'_>)> {
    if let Some(past) = here.eat(&["伊始", "初", "年初"]) {
        return Some((Period::Month(year, 1), past));
    }
    if let Some(past) = here.eat(&["底", "末", "年底", "年末"]) {
        return Some((Period::Day(Period::Year(year).last_day()), past));
    }
    Some((Period::Year(year), here.eat(&["内", "以内", "全年"])?))
}

/// 12月, 三月份 with what follows it.
fn month(here: At<'_>, year: i32) -> Option<(Period, At<'_>)> {
    let (month, past) = month_word(here)?;
    Some(of_month(past, (year, month)).unwrap_or((Period::Month(year, month), past)))
}

/// The number of a month, past 月 and 份.
pub(super) fn month_word(here: At<'_>) -> Option<(u32, At<'_>)> {
    let count = here.number().filter(|n| (1..=12).contains(&n.value))?;
    let past = count.past.eat(&["月份", "月"])?;
    Some((u32::try_from(count.value).ok()?, past))
}

/// What stands behind a month: 15号, 3, 底, 前4天, 第二周, 的第一个周二, 上旬.
pub(super) fn of_month(here: At<'_>, (year, month): (i32, u32)) -> Option<(Period, At<'_>)> {
    let span = Period::Month(year, month);
    let days = |from, to| Some(Period::Days(Date::new(year, month, from)?, Date::new(year, month, to)?));
    let last = days_in_month(year, month);
    let tens =
        [("上旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, last), ("初", 1, 5), ("底", last, last), ("末", last, last)];
    if let Some((word, from, to)) = tens.iter().find(|(word, ..)| here.eat(&[word]).is_some()) {
        return Some((days(*from, *to)?.normal(), here.eat(&[word])?));
    }
    if let Some(count) = here.eat(&["前"]).and_then(At::number) {
        let past = count.past.eat(&["天", "日"])?;
        return Some((days(1, u32::try_from(count.value).ok()?)?, past));
    }
    if let Some(count) = here.maybe(&["的"]).eat(&["第"]).and_then(At::number) {
        let past = count.past.maybe(&["个"]);
        if let Some((weekday, past)) = weekday_word(past) {
            return Some((Period::Day(nth_weekday(span, weekday, i64::from(count.value))?), past));
        }
        return Some((nth_week(span, i64::from(count.value))?, past.eat(&["周", "星期", "礼拜"])?));
    }
    day(here, (year, month))
}

/// 15号, 9日, and a bare number at the end: 1月3.
pub(super) fn day(here: At<'_>, (year, month): (i32, u32)) -> Option<(Period, At<'_>)> {
    let count = here.maybe(&["的"]).number().filter(|n| (1..=31).contains(&n.value) && n.signs <= 3)?;
    let date = Date::new(year, month, u32::try_from(count.value).ok()?)?;
    if let Some(past) = count.past.eat(&["日", "号"]) {
        return Some((Period::Day(date), past));
    }
    let ends = count.past.peek().is_none_or(|c| "，。；,;至到起止)）".contains(c));
    ends.then_some((Period::Day(date), count.past))
}
