//! Dates counted from the day of issue: 昨天, 下周三, 上个月15号, 5天前, 4周后, 上个季度, 二十几年前.

use super::Today;
use super::day::{self, monday, plus, week};
use super::part::of_month;
use super::reader::At;
use tidemark_model::{Date, Period};

const DAYS: &[(&str, i64)] = &[
    ("大大前天", -4),
    ("大前天", -3),
    ("前天", -2),
    ("昨天", -1),
    ("昨日", -1),
    ("今天", 0),
    ("今日", 0),
    ("全天", 0),
    ("明天", 1),
    ("明日", 1),
    ("大大后天", 4),
    ("大后天", 3),
    ("后天", 2),
];

/// How far the words before 周, 个月 and 季度 go.
const STEPS: &[(&str, i32)] = &[
    ("上上个", -2),
    ("上上", -2),
    ("上一个", -1),
    ("上一", -1),
    ("上个", -1),
    ("上", -1),
    ("这一个", 0),
    ("这个", 0),
    ("这", 0),
    ("本", 0),
    ("下下个", 2),
    ("下下", 2),
    ("下一个", 1),
    ("下一", 1),
    ("下个", 1),
    ("下", 1),
];

/// A phrase counted from today.
pub(super) fn phrase<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    if here.back() == Some('以') {
        return None;
    }
    named_day(here, today)
        .or_else(|| stepped(here, today))
        .or_else(|| half_month(here, today))
        .or_else(|| coming(here, today))
        .or_else(|| ago(here, today))
        .or_else(|| bare_weekday(here, today))
}

fn named_day<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    let (word, n) = DAYS.iter().find(|(word, _)| here.eat(&[word]).is_some())?;
    Some((Period::Day(plus(today.day()?, *n)?), here.eat(&[word])?))
}

/// 周三, 星期天, 礼拜一: 0 for Monday.
pub(super) fn weekday_word(here: At<'_>) -> Option<(i64, At<'_>)> {
    let past = here.eat(&["星期", "礼拜", "周"])?;
    let c = past.peek()?;
    let weekday = "一二三四五六日".chars().position(|d| d == c || (c == '天' && d == '日'))?;
    Some((i64::try_from(weekday).ok()?, past.step()))
}

/// 上周, 下周三, 上个月15号, 本季度, 上个半年
fn stepped<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    let now = today.day()?;
    STEPS.iter().find_map(|&(word, n)| {
        let past = here.eat(&[word])?;
        if let Some(past) = past.eat(&["季度"]) {
            let (year, month) = day::month((now.year, (now.month - 1) / 3 * 3 + 1), 3 * n)?;
            return Some((Period::Quarter(year, month.div_ceil(3)), past));
        }
        if let Some(past) = past.eat(&["半年"]).filter(|_| word.ends_with('个')) {
            let (year, month) = day::month((now.year, (now.month - 1) / 6 * 6 + 1), 6 * n)?;
            return Some((Period::Half(year, if month == 1 { 1 } else { 2 }), past));
        }
        if let Some(past) = past.eat(&["月"]) {
            let (year, month) = day::month((now.year, now.month), n)?;
            return Some(of_month(past, (year, month)).unwrap_or((Period::Month(year, month), past)));
        }
        let weekday = weekday_word(past).or_else(|| weekday_word(past.eat(&["周", "星期", "礼拜"])?));
        if let Some((weekday, past)) = weekday {
            return Some((Period::Day(plus(monday(now)?, 7 * i64::from(n) + weekday)?), past));
        }
        let past = past.eat(&["星期", "礼拜", "周"])?;
        past.eat(&["年", "期", "末", "边", "围", "转"]).is_none().then_some(())?;
        Some((week(now, i64::from(n))?, past))
    })
}

/// 上半月, 下半月
fn half_month<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    let now = today.day()?;
    let span = Period::Month(now.year, now.month);
    let middle = plus(span.first_day(), 14)?;
    if let Some(past) = here.eat(&["上半月"]) {
        return Some((Period::Days(span.first_day(), middle), past));
    }
    Some((Period::Days(plus(middle, 1)?, span.last_day()), here.eat(&["下半月"])?))
}

/// 后1年, 后三天: from tomorrow on.
fn coming<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    if here.back().is_some_and(|c| "年月日天周期之以今此最前先背落随".contains(c)) {
        return None;
    }
    let count = here.eat(&["后"])?.number().filter(|n| (1..100).contains(&n.value))?;
    let now = today.day()?;
    let (to, past) = if let Some(past) = count.past.eat(&["天", "日"]) {
        (plus(now, i64::from(count.value))?, past)
    } else if let Some(past) = count.past.eat(&["个月"]) {
        let (year, month) = day::month((now.year, now.month), count.value)?;
        (Date { year, month, day: now.day.min(day::days_in_month(year, month)) }, past)
    } else {
        let year = now.year + count.value;
        (Date { year, day: now.day.min(day::days_in_month(year, now.month)), ..now }, count.past.eat(&["年"])?)
    };
    Some((Period::Days(plus(now, 1)?, to), past))
}

/// 5天前, 20天后, 4周后, 两个月前, 三年前, 二十几年前
fn ago<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    if here.back().is_some_and(|c| super::reader::is_number(c) || matches!(c, '第' | '每' | '.' | '近')) {
        return None;
    }
    let count = here.number().filter(|n| n.value > 0 && n.value < 1000)?;
    let several = count.past.eat(&["几", "多"]);
    let (unit, past) =
        [("个星期", 'w'), ("个礼拜", 'w'), ("星期", 'w'), ("周", 'w'), ("个月", 'm'), ("天", 'd'), ("年", 'y')]
            .iter()
            .find_map(|(word, unit)| several.unwrap_or(count.past).eat(&[word]).map(|past| (*unit, past)))?;
    let (sign, past) = match past.eat(&["之前", "以前", "前"]) {
        Some(past) => (-1, past),
        None => (1, past.eat(&["之后", "以后", "后"])?),
    };
    let (now, n) = (today.day()?, sign * count.value);
    if several.is_some() {
        return (unit == 'y' && count.value % 10 == 0).then(|| {
            let (a, b) = (now.year + n, now.year + n + 10 * sign);
            Some((Period::Months { from: (a.min(b).max(1), 1), to: (a.max(b), 12) }, past))
        })?;
    }
    let period = match unit {
        'd' => Period::Day(plus(now, i64::from(n))?),
        'w' => week(now, i64::from(n))?,
        'm' => day::month((now.year, now.month), n).map(|(year, month)| Period::Month(year, month))?,
        // A row of digits is a year's name: 19年前.
        _ if count.row && count.signs > 1 => return None,
        _ => Period::Year(Some(now.year + n).filter(|year| *year > 0)?),
    };
    Some((period, past))
}

/// 周一 by itself: the next one, today included.
fn bare_weekday<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    let (weekday, past) = weekday_word(here)?;
    let now = today.day()?;
    let ahead = (weekday - day::weekday(now)).rem_euclid(7);
    let apart = here.back().is_none_or(|c| !super::reader::is_number(c) && !matches!(c, '每' | '第' | '个'));
    (apart && past.eat(&["年", "期"]).is_none()).then_some((Period::Day(plus(now, ahead)?), past))
}
