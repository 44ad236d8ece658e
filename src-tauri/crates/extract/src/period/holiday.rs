//! Public holidays: “五一”假期 of 2023 is 29 April to 3 May, 端午假期 another few days every year.

use super::number::{eat, eat_any};
use std::sync::LazyLock;
use tidemark_model::Period;

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// 元旦
    NewYear,
    /// 春节
    Spring,
    /// 清明
    Qingming,
    /// 五一
    Labour,
    /// 端午
    DragonBoat,
    /// 中秋
    MidAutumn,
    /// 国庆
    National,
}

use Holiday::{DragonBoat, Labour, MidAutumn, National, NewYear, Qingming, Spring};

/// Their names in a text, longer ones first.
const NAMES: &[(&str, Holiday)] = &[
    ("元旦", NewYear),
    ("春节", Spring),
    ("春節", Spring),
    ("清明", Qingming),
    ("劳动节", Labour),
    ("五一", Labour),
    ("端午", DragonBoat),
    ("中秋国庆", National),
    ("中秋、国庆", National),
    ("中秋", MidAutumn),
    ("国庆", National),
    ("國慶", National),
    ("十一", National),
];

/// Without one of these a name is that of a feast or of a road.
const ENDINGS: &[&str] = &["假期", "假日", "小长假", "长假", "黄金周", "期间", "期間", "三天假", "七天假"];

/// The characters a holiday may begin with.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _)| *name).chain(["“", "\"", "‘"])
}

/// The holiday at `at` and the offset after it: “五一”假期, 端午节小长假, 国庆假期期间.
pub(super) fn holiday_at(text: &str, at: usize) -> Option<(Holiday, usize)> {
    let open = eat_any(text, at, &["“", "\"", "‘"]).unwrap_or(at);
    let (holiday, end) = NAMES.iter().find_map(|(name, holiday)| Some((*holiday, eat(text, open, name)?)))?;
    let end = eat(text, end, "节").unwrap_or(end);
    let end = eat_any(text, end, &["”", "\"", "’"]).unwrap_or(end);
    let end = eat_any(text, end, ENDINGS)?;
    Some((holiday, eat(text, end, "期间").unwrap_or(end)))
}

/// Its days in a year; nothing where the table does not reach.
pub(super) fn days_of(holiday: Holiday, year: i32) -> Option<Period> {
    DAYS.iter().find(|(y, h, _)| (*y, *h) == (year, holiday)).map(|(.., period)| *period)
}

static DAYS: LazyLock<Vec<(i32, Holiday, Period)>> = LazyLock::new(|| {
    let table = include_str!("../../../../../data/lexicon/holidays.txt");
    table.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect()
});

fn row(line: &str) -> Option<(i32, Holiday, Period)> {
    let mut cells = line.split_whitespace();
    let (year, name) = (cells.next()?.parse().ok()?, cells.next()?);
    let holiday = if name == "劳动" { Labour } else { NAMES.iter().find(|(n, _)| *n == name)?.1 };
    let days = format!("{}/{}", cells.next()?, cells.next()?);
    Some((year, holiday, days.parse::<Period>().ok()?.normal()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read_and_in_its_year() {
        let rows = include_str!("../../../../../data/lexicon/holidays.txt").lines().filter(|l| !l.starts_with('#'));
        assert_eq!(rows.count(), DAYS.len());
        for (year, holiday, period) in DAYS.iter() {
            assert_eq!(period.last_day().year, *year, "{holiday:?}");
        }
    }

    #[test]
    fn a_holiday_needs_more_than_its_name() {
        assert_eq!(holiday_at("“五一”假期", 0), Some((Labour, "“五一”假期".len())));
        assert_eq!(holiday_at("端午节小长假", 0), Some((DragonBoat, "端午节小长假".len())));
        assert_eq!((holiday_at("五一路", 0), holiday_at("国庆大典", 0)), (None, None));
    }
}
