//! From one date to another: 2017年8月11日至8月22日, 前年11月到去年3月, 1995—1997年, 1月10日到12日.

use super::reader::At;
use super::{Today, feast, lunar, part, relative, written, year};
use tidemark_model::{Date, Period};

/// A date or a span of dates that begins here.
pub(super) fn at<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    if let Some(found) = shared(here, today) {
        return Some(found);
    }
    let (first, past) = single(here, None, today)?;
    let until = dash(past.maybe(&["起"])).and_then(|past| single(past, Some(first), today));
    match until.and_then(|(last, past)| between(first, last).map(|period| (period, past))) {
        Some((period, past)) => Some((period, past.maybe(&["止"]))),
        None => Some((first, past)),
    }
}

fn between(first: Period, last: Period) -> Option<Period> {
    let (from, to) = (first.first_day(), last.last_day());
    (from <= to).then(|| Period::Days(from, to).normal())
}

/// 1995 - 1997年, 2018年2——4月, 2019年1、2月: the first end goes without its own word.
fn shared<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    if let Some(first) = here.number().filter(|n| n.row && n.signs == 4)
        && let Some(past) = dash(first.past)
        && let Some(last) = past.number().filter(|n| n.row && n.signs == 4)
        && let Some(past) = last.past.eat(&["年"])
    {
        return (first.value > 0 && first.value < last.value)
            .then_some((Period::Months { from: (first.value, 1), to: (last.value, 12) }, past));
    }
    let (year, at) = year::year(here, today).or_else(|| Some((today.year()?, here)))?;
    let months = |n: i32| u32::try_from(n).ok().filter(|n| (1..=12).contains(n));
    let first = at.number().filter(|n| n.signs <= 2)?;
    let (last, past) = part::month_word(dash(first.past)?)?;
    let first = months(first.value)?;
    // 1—8月15日 is no span of months.
    let day = part::day(past, (year, last)).is_some();
    (first < last && !day).then(|| (Period::Months { from: (year, first), to: (year, last) }.normal(), past))
}

/// One date; where it is the end of a span, what it leaves unsaid is its beginning's.
fn single<'a>(here: At<'a>, first: Option<Period>, today: Today) -> Option<(Period, At<'a>)> {
    feast::feast(here, today)
        .or_else(|| lunar::date(here, today))
        .or_else(|| written::date(here, first.is_some(), today))
        .or_else(|| year::century(here, today))
        .or_else(|| dated(here, today))
        .or_else(|| first.and_then(|first| lent(here, first)))
        .or_else(|| relative::phrase(here, today))
        .or_else(|| unsaid(here, today))
}

/// A year and its part.
fn dated<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    let (year, past) = year::year(here, today)?;
    Some(part::of_year(past, year).unwrap_or((Period::Year(year), past)))
}

/// The end of a span whose year or month was said at its beginning; a bare year too: 2008.03-2009.
fn lent(here: At<'_>, first: Period) -> Option<(Period, At<'_>)> {
    let Date { year, month, .. } = first.first_day();
    if let Some(found) = part::month_word(here).and_then(|_| part::of_year(here, year)) {
        return Some(found);
    }
    if let Some(found) = part::day(here, (year, month)).filter(|_| matches!(first, Period::Day(_))) {
        return Some(found);
    }
    let count = here.number().filter(|n| n.row && n.signs == 4 && (1800..2200).contains(&n.value))?;
    Some((Period::Year(count.value), count.past))
}

/// A month, quarter or half of the year.
fn unsaid<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    let whole = here.back().is_none_or(|c| !super::reader::is_number(c) && !matches!(c, '第' | '前' | '.' | '-'));
    whole.then_some(())?;
    // 三月 may be a count of months and 前两个月 belongs to the page's own rules; 的 begins nothing.
    let headed =
        here.peek().is_some_and(|c| !matches!(c, '的' | '初' | '底' | '末' | '内' | '伊' | '以' | '后' | '最' | '第'));
    let year_word = here.eat(&["年底", "年末", "年初", "全年"]).is_none();
    (headed && year_word).then_some(())?;
    part::of_year(here, today.year()?)
}

/// Past a dash, 至 or 到, blanks around it allowed.
fn dash(here: At<'_>) -> Option<At<'_>> {
    let past = here.eat(&["——", "--", "—", "–", "-", "－", "~", "～", "―", "─", "至", "到"])?;
    Some(past.skip())
}
