//! Years and longer: 08年, 三三年, 去年, 民国三年, 上世纪80年代, 十九世纪七十年代.

use super::Today;
use super::reader::At;
use tidemark_model::Period;

/// Reigns and republics with the year before their first.
const ERAS: &[(&str, i32)] = &[
    ("民国", 1911),
    ("康熙", 1661),
    ("雍正", 1722),
    ("乾隆", 1735),
    ("嘉庆", 1795),
    ("道光", 1820),
    ("咸丰", 1850),
    ("同治", 1861),
    ("光绪", 1874),
    ("宣统", 1908),
    ("昭和", 1925),
    ("平成", 1988),
    ("令和", 2018),
];

const WORDS: &[(&str, i32)] = &[
    ("大前年", -3),
    ("前年", -2),
    ("上一年", -1),
    ("去年", -1),
    ("上年", -1),
    ("这一年", 0),
    ("今年", 0),
    ("本年", 0),
    ("下一年", 1),
    ("明年", 1),
    ("来年", 1),
    ("后年", 2),
];

/// A year, past its 年.
pub(super) fn year<'a>(here: At<'a>, today: Today) -> Option<(i32, At<'a>)> {
    let (year, past) = worded(here, today).or_else(|| era(here)).or_else(|| numbered(here, today))?;
    let longer = past.eat(&["代", "级", "前", "后", "之", "龄", "以前", "以后"]).filter(|past| {
        // 2021年前两个季度 and 2021年后三月 go on with a count.
        !(past.text[..past.at].ends_with(['前', '后']) && past.number().is_some())
    });
    longer.is_none().then_some((year, past.maybe(&["度"])))
}

fn worded<'a>(here: At<'a>, today: Today) -> Option<(i32, At<'a>)> {
    let (word, n) = WORDS.iter().find(|(word, _)| here.eat(&[word]).is_some())?;
    Some((today.year()? + n, here.eat(&[word])?))
}

fn era(here: At<'_>) -> Option<(i32, At<'_>)> {
    let (name, before) = ERAS.iter().find(|(name, _)| here.eat(&[name]).is_some())?;
    let past = here.eat(&[name])?;
    if let Some(past) = past.eat(&["元年"]) {
        return Some((before + 1, past));
    }
    let count = past.number().filter(|n| (1..=150).contains(&n.value))?;
    Some((before + count.value, count.past.eat(&["年"])?))
}

fn numbered<'a>(here: At<'a>, today: Today) -> Option<(i32, At<'a>)> {
    let count = here.number().filter(|n| n.row)?;
    let past = count.past.eat(&["年"])?;
    match count.signs {
        4 if (1..=2999).contains(&count.value) => Some((count.value, past)),
        // The last such year that is not far ahead.
        2 => {
            let latest = today.year()? + 10;
            Some((latest - (latest - count.value).rem_euclid(100), past))
        }
        _ => None,
    }
}

/// 18世纪, 十九世纪七十年代, 上世纪80年代, 九十年代末期
pub(super) fn century<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    if let Some((first, past)) = century_start(here, today) {
        if let Some((tens, past)) = decade(past) {
            return edge(first + tens, 10, past);
        }
        return edge(first, 100, past);
    }
    let (tens, past) = decade(here)?;
    let year = today.year()?;
    let latest = year - (year - tens).rem_euclid(100);
    edge(latest, 10, past)
}

fn century_start<'a>(here: At<'a>, today: Today) -> Option<(i32, At<'a>)> {
    if let Some(past) = here.eat(&["上世纪", "上个世纪"]) {
        return Some((today.year()? / 100 * 100 - 100, past));
    }
    if let Some(past) = here.eat(&["本世纪"]) {
        return Some((today.year()? / 100 * 100, past));
    }
    let count = here.number().filter(|n| (1..=30).contains(&n.value))?;
    Some(((count.value - 1) * 100, count.past.eat(&["世纪"])?))
}

fn decade(here: At<'_>) -> Option<(i32, At<'_>)> {
    let count = here.number().filter(|n| n.value % 10 == 0 && (10..=90).contains(&n.value))?;
    Some((count.value, count.past.eat(&["年代"])?))
}

/// The whole of a decade or century, or its first or last years: 初 a fifth or three years, 末期 the last three of ten.
fn edge(first: i32, years: i32, past: At<'_>) -> Option<(Period, At<'_>)> {
    let few = if years == 10 { 3 } else { 20 };
    let last = first + years - 1;
    let (from, to, past) = if let Some(past) = past.eat(&["初期", "初"]) {
        (first, first + few - 1, past)
    } else if let Some(past) = past.eat(&["末期", "末"]) {
        (last - few + 1, last, past)
    } else {
        (first, last, past)
    };
    let from = from.max(1);
    (from <= to).then_some((Period::Months { from: (from, 1), to: (to, 12) }, past))
}
