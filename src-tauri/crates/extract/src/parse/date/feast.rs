//! Feasts: 国庆节, 妇女节, 中秋节, 除夕; with a year before them or the next to come.

use super::reader::At;
use super::{Today, lunar, year};
use tidemark_model::{Date, Period};

const FEASTS: &[(&str, u32, u32)] = &[
    ("元旦", 1, 1),
    ("情人节", 2, 14),
    ("妇女节", 3, 8),
    ("植树节", 3, 12),
    ("消费者权益日", 3, 15),
    ("劳动节", 5, 1),
    ("青年节", 5, 4),
    ("护士节", 5, 12),
    ("儿童节", 6, 1),
    ("建党节", 7, 1),
    ("建军节", 8, 1),
    ("教师节", 9, 10),
    ("国庆", 10, 1),
    ("光棍节", 11, 11),
    ("平安夜", 12, 24),
    ("圣诞节", 12, 25),
];

/// Feasts of the Chinese calendar by its month and day; 大年三十 is the day before the next year's first.
const OLD_FEASTS: &[(&str, u32, u32)] = &[
    ("大年三十", 13, 1),
    ("除夕", 13, 1),
    ("春节", 1, 1),
    ("大年初一", 1, 1),
    ("元宵", 1, 15),
    ("端午", 5, 5),
    ("七夕", 7, 7),
    ("中元", 7, 15),
    ("中秋", 8, 15),
    ("八月十五", 8, 15),
    ("重阳", 9, 9),
    ("腊八", 12, 8),
];

/// A feast with or without its year.
pub(super) fn feast<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    let (year, at) = year::year(here, today).map_or((None, here), |(year, past)| (Some(year), past.maybe(&["的"])));
    // Behind a year that no table reaches the feast has no day.
    if year.is_none() && here.back() == Some('年') {
        return None;
    }
    let named = |rows: &'static [(&str, u32, u32)]| rows.iter().find(|(word, ..)| at.eat(&[word]).is_some());
    let (date, word) = if let Some((word, month, day)) = named(FEASTS) {
        (next_to_come(year, today, |year| Date::new(year, *month, *day))?, word)
    } else {
        let (word, month, day) = named(OLD_FEASTS)?;
        (next_to_come(year, today, |year| lunar::day_of(year, *month, *day))?, word)
    };
    let past = at.eat(&[word])?;
    if past.eat(&["日", "号"]).is_some() {
        return None;
    }
    Some((Period::Day(date), past.maybe(&["节"])))
}

fn next_to_come(year: Option<i32>, today: Today, of: impl Fn(i32) -> Option<Date>) -> Option<Date> {
    let Some(year) = year else {
        let now = today.day()?;
        return (now.year - 1..=now.year + 1).filter_map(of).find(|date| *date >= now);
    };
    of(year)
}
