//! The part of a year: 上半年, 前三季度, 1—8月, 3月19日, 6月底, 年末.

use super::expr::Part;
use super::number::{Number, eat, eat_any, skip_blank, small};
use super::year::dash;

/// A part, whether only its last day is meant, and the offset after it.
pub(super) type PartAt = (Part, bool, usize);

const FIRST_HALF: &[&str] = &["上半年度", "上半年", "前半年"];
const SECOND_HALF: &[&str] = &["下半年度", "下半年", "后半年", "後半年"];
const FIRST_QUARTER: &[&str] = &["首季度", "首季"];
const FIRST_SEVERAL: &[&str] = &["前", "头", "頭"];
const FIRST_MONTH: &[&str] = &["首月"];

/// The words with which a part may begin, if not with a numeral.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    [FIRST_HALF, SECOND_HALF, FIRST_QUARTER, FIRST_SEVERAL, FIRST_MONTH, &["第", "元"]].into_iter().flatten().copied()
}

/// A part with its own name at `at`; what may follow a year or stand alone.
pub(super) fn part_at(text: &str, at: usize) -> Option<PartAt> {
    if let Some(end) = eat_any(text, at, FIRST_MONTH) {
        return Some((Part::Month(1), false, end));
    }
    half(text, at).or_else(|| quarter(text, at)).or_else(|| first_months(text, at)).or_else(|| month(text, at))
}

/// 全年, 年底, 末: what may follow a year only, or stand alone with 年.
pub(super) fn year_end(text: &str, at: usize) -> Option<PartAt> {
    if eat_any(text, at, &["内蒙", "内环", "初中", "初级", "初步", "初始", "底层", "末端"]).is_some() {
        return None;
    }
    if let Some(end) = eat_any(text, at, &["年底", "年末", "年终", "年終", "岁末", "歲末", "底", "末"]) {
        return Some((Part::Whole, true, end));
    }
    if let Some(end) = eat_any(text, at, &["年初", "初"]) {
        // 年初到7月底, 今年初至7月
        let last = dash(text, end).and_then(|next| small(text, next)).filter(|n| (2..=12).contains(&n.value));
        if let Some((last, end)) = last.and_then(|n| Some((n.value, eat(text, n.end, "月")?))) {
            let end = eat_any(text, end, &["底", "末", "份"]).unwrap_or(end);
            return Some((Part::Months(1, last), false, end));
        }
        return Some((Part::Month(1), false, end));
    }
    let whole = ["全年度", "全年", "一整年", "整年", "一年", "年内", "年內", "内", "內"];
    eat_any(text, at, &whole).map(|end| (Part::Whole, false, end))
}

fn with_end(text: &str, part: Part, end: usize) -> PartAt {
    match eat_any(text, end, &["末", "底"]) {
        Some(after) => (part, true, after),
        None => (part, false, end),
    }
}

fn half(text: &str, at: usize) -> Option<PartAt> {
    let first = eat_any(text, at, FIRST_HALF).map(|end| (Part::Half(1), end));
    let second = || eat_any(text, at, SECOND_HALF).map(|end| (Part::Half(2), end));
    let (part, end) = first.or_else(second)?;
    Some(with_end(text, part, end))
}

fn quarter(text: &str, at: usize) -> Option<PartAt> {
    if let Some(end) = eat_any(text, at, FIRST_QUARTER) {
        return Some((Part::Quarter(1), false, end));
    }
    if let Some(after) = eat_any(text, at, FIRST_SEVERAL) {
        let number = small(text, after).filter(|n| (2..=4).contains(&n.value))?;
        let after = eat(text, number.end, "个").unwrap_or(number.end);
        let end = eat(text, after, "季度")?;
        return Some((Part::Months(1, number.value * 3), false, end));
    }
    let ordinal = eat(text, at, "第").unwrap_or(at);
    let first = small(text, ordinal).filter(|n| n.value <= 4)?;
    if let Some(last) = dash(text, first.end).and_then(|next| small(text, next)) {
        let end = eat(text, last.end, "季度")?;
        let fits = first.value < last.value && last.value <= 4;
        return fits.then_some((Part::Months(first.value * 3 - 2, last.value * 3), false, end));
    }
    let end = eat_any(text, skip_blank(text, first.end), &["季度", "季末"])?;
    let end = if text.get(..end)?.ends_with('末') { end - '末'.len_utf8() } else { end };
    Some(with_end(text, Part::Quarter(first.value), end))
}

/// 前8个月, 前八月
fn first_months(text: &str, at: usize) -> Option<PartAt> {
    let after = eat_any(text, at, FIRST_SEVERAL)?;
    let number = small(text, after).filter(|n| (2..=12).contains(&n.value))?;
    let end = eat_any(text, number.end, &["个月", "個月", "月"])?;
    Some((Part::Months(1, number.value), false, end))
}

fn is_month(number: &Number) -> bool {
    (1..=12).contains(&number.value)
}

/// A month's number; 元 is the first: 元至7月, 元月.
fn month_number(text: &str, at: usize) -> Option<Number> {
    let first = eat(text, at, "元").map(|end| Number { value: 1, digits: 1, end });
    let counted = |n: &Number| eat_any(text, n.end, &["月", "至", "到", "-", "—"]).is_some();
    first.filter(counted).or_else(|| small(text, at)).filter(is_month)
}

fn month(text: &str, at: usize) -> Option<PartAt> {
    let first = month_number(text, at)?;
    if let Some(found) = month_range(text, first) {
        return Some(found);
    }
    let end = eat(text, skip_blank(text, first.end), "月")?;
    if eat_any(text, end, &["龄", "齡", "饼", "餅", "嫂", "均", "度"]).is_some() {
        return None;
    }
    let end = eat(text, end, "份").unwrap_or(end);
    let end = eat_any(text, end, &["当月", "单月"]).unwrap_or(end);
    Some(day(text, first.value, end).unwrap_or_else(|| third_of_month(text, first.value, end)))
}

/// 1—8月, 1月至8月, 1至8月份
fn month_range(text: &str, first: Number) -> Option<PartAt> {
    let after = eat_any(text, first.end, &["月份", "月"]).unwrap_or(first.end);
    let last = small(text, dash(text, after)?).filter(is_month)?;
    let end = eat_any(text, skip_blank(text, last.end), &["月份", "月"])?;
    if first.value >= last.value || (after != first.end && day_follows(text, end)) {
        return None;
    }
    Some((Part::Months(first.value, last.value), false, end))
}

fn day_follows(text: &str, at: usize) -> bool {
    small(text, at).is_some_and(|n| eat_any(text, n.end, &["日", "号", "號"]).is_some())
}

fn day(text: &str, month: u32, at: usize) -> Option<PartAt> {
    let at = skip_blank(text, at);
    let first = small(text, at).filter(|n| n.value <= 31)?;
    let after = eat_any(text, skip_blank(text, first.end), &["日", "号", "號"]);
    let after = after.map(|end| clock(text, end).unwrap_or(end));
    if let Some((last_month, last, end)) = range_end(text, month, after.unwrap_or(first.end)) {
        return Some((Part::Days(month, first.value, last_month, last), false, end));
    }
    let end = eat_any(text, skip_blank(text, first.end), &["日", "号", "號"])?;
    Some((Part::Day(month, first.value), false, end))
}

/// 上午9时, 18时30分 behind a day.
fn clock(text: &str, at: usize) -> Option<usize> {
    let at = eat_any(text, at, &["上午", "下午", "早上", "晚上", "凌晨", "中午", "晚", "早"]).unwrap_or(at);
    let hour = small(text, at)?;
    let end = eat_any(text, hour.end, &["时", "点"])?;
    Some(small(text, end).and_then(|minute| eat(text, minute.end, "分")).unwrap_or(end))
}

/// The second end of 3月1日至7日 or 3月1日至4月7日.
fn range_end(text: &str, month: u32, at: usize) -> Option<(u32, u32, usize)> {
    let number = small(text, dash(text, at)?)?;
    let (month, day) = match eat(text, number.end, "月") {
        Some(after) if is_month(&number) => (number.value, small(text, after)?),
        Some(_) => return None,
        None => (month, number),
    };
    let end = eat_any(text, skip_blank(text, day.end), &["日", "号", "號"])?;
    (day.value <= 31).then_some((month, day.value, end))
}

fn third_of_month(text: &str, month: u32, end: usize) -> PartAt {
    let third = |words: &[&str], from, to| {
        eat_any(text, end, words).map(|end| (Part::Days(month, from, month, to), false, end))
    };
    third(&["上旬"], 1, 10)
        .or_else(|| third(&["中旬"], 11, 20))
        .or_else(|| third(&["下旬"], 21, 31))
        .or_else(|| eat_any(text, end, &["初"]).map(|end| (Part::Month(month), false, end)))
        .unwrap_or_else(|| with_end(text, Part::Month(month), end))
}
