//! Resolved spans of time in the evaluation format: `2023`, `2023-Q1`, `2023-H1`, `2023-03`, `2023-03-19`,
//! `2023-01/2023-11`.
//!
//! Finding 去年 or 1—8月 in a text is `tidemark-extract`'s; this only holds the result.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Year, AD.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Date {
    /// The day, if there is such a day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let fits = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        fits.then_some(Self { year, month, day })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Days of a month in the Gregorian calendar.
#[must_use]
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A span of time, kept in the form it is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Period {
    /// 2023年
    Year(i32),
    /// 2023年上半年: year, 1 or 2.
    Half(i32, u32),
    /// 2023年一季度: year, 1 to 4.
    Quarter(i32, u32),
    /// 2023年3月
    Month(i32, u32),
    /// 2023年3月19日
    Day(Date),
    /// From the first day of one month to the last of another: 2023年1—11月, or several years (2021/2025).
    Months {
        /// First year and month.
        from: (i32, u32),
        /// Last year and month, included.
        to: (i32, u32),
    },
    /// From one day to another, both included.
    Days(Date, Date),
}

impl Period {
    /// First day.
    #[must_use]
    pub fn first_day(self) -> Date {
        let at = |year, month| Date { year, month, day: 1 };
        match self {
            Self::Year(y) => at(y, 1),
            Self::Half(y, h) => at(y, 6 * h - 5),
            Self::Quarter(y, q) => at(y, 3 * q - 2),
            Self::Month(y, m) => at(y, m),
            Self::Day(d) | Self::Days(d, _) => d,
            Self::Months { from: (y, m), .. } => at(y, m),
        }
    }

    /// Last day, included.
    #[must_use]
    pub fn last_day(self) -> Date {
        let at = |year, month| Date { year, month, day: days_in_month(year, month) };
        match self {
            Self::Year(y) => at(y, 12),
            Self::Half(y, h) => at(y, 6 * h),
            Self::Quarter(y, q) => at(y, 3 * q),
            Self::Month(y, m) => at(y, m),
            Self::Day(d) | Self::Days(_, d) => d,
            Self::Months { to: (y, m), .. } => at(y, m),
        }
    }

    /// The same span in its shortest form: January to December is the year.
    #[must_use]
    pub fn normal(self) -> Self {
        let (first, last) = (self.first_day(), self.last_day());
        if first == last {
            return Self::Day(first);
        }
        if first.day != 1 || last.day != days_in_month(last.year, last.month) {
            return Self::Days(first, last);
        }
        if first.year != last.year {
            return Self::Months { from: (first.year, first.month), to: (last.year, last.month) };
        }
        match (first.month, last.month) {
            (1, 12) => Self::Year(first.year),
            (1, 6) => Self::Half(first.year, 1),
            (7, 12) => Self::Half(first.year, 2),
            (a, b) if a == b => Self::Month(first.year, a),
            (a, b) if a % 3 == 1 && b == a + 2 => Self::Quarter(first.year, b / 3),
            (a, b) => Self::Months { from: (first.year, a), to: (first.year, b) },
        }
    }

    /// Whether the two cover the same days.
    #[must_use]
    pub fn same_days(self, other: Self) -> bool {
        self.first_day() == other.first_day() && self.last_day() == other.last_day()
    }

    /// Length in whole months where it starts and ends with a month; `None` for a day or days.
    #[must_use]
    pub fn months(self) -> Option<i32> {
        let (a, b) = (self.first_day(), self.last_day());
        let whole = a.day == 1 && b.day == days_in_month(b.year, b.month);
        whole.then(|| (b.year - a.year) * 12 + b.month as i32 - a.month as i32 + 1)
    }

    /// In Chinese: 2023年, 2023年一季度, 2023年上半年, 2023年3月, 2023年3月19日, 2023年1—11月, 2021—2025年.
    #[must_use]
    pub fn to_chinese(self) -> String {
        const QUARTER: [&str; 4] = ["一", "二", "三", "四"];
        match self.normal() {
            Self::Year(y) => format!("{y}年"),
            Self::Half(y, h) => format!("{y}年{}半年", if h == 1 { "上" } else { "下" }),
            Self::Quarter(y, q) => format!("{y}年{}季度", QUARTER[(q as usize - 1).min(3)]),
            Self::Month(y, m) => format!("{y}年{m}月"),
            Self::Day(d) => format!("{}年{}月{}日", d.year, d.month, d.day),
            Self::Months { from: (a, 1), to: (b, 12) } => format!("{a}—{b}年"),
            Self::Months { from: (a, m), to: (b, n) } if a == b => format!("{a}年{m}—{n}月"),
            Self::Months { from: (a, m), to: (b, n) } => format!("{a}年{m}月—{b}年{n}月"),
            Self::Days(a, b) => format!("{}年{}月{}日—{}年{}月{}日", a.year, a.month, a.day, b.year, b.month, b.day),
        }
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    /// By last day, then by first, then by form.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |p: &Self| (p.last_day(), p.first_day(), p.to_string());
        key(self).cmp(&key(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Half(y, h) => write!(f, "{y:04}-H{h}"),
            Self::Quarter(y, q) => write!(f, "{y:04}-Q{q}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Day(d) => d.fmt(f),
            Self::Months { from: (a, 1), to: (b, 12) } if a != b => write!(f, "{a:04}/{b:04}"),
            Self::Months { from: (a, m), to: (b, n) } => write!(f, "{a:04}-{m:02}/{b:04}-{n:02}"),
            Self::Days(a, b) => write!(f, "{a}/{b}"),
        }
    }
}

/// What could not be read as a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no period; write it as 2023, 2023-Q1, 2023-H1, 2023-03, 2023-03-19 or start/end")]
pub struct ParsePeriodError(pub String);

impl FromStr for Period {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || ParsePeriodError(text.to_owned());
        if let Some((from, to)) = text.split_once('/') {
            let (first, last) = (simple(from).ok_or_else(wrong)?, simple(to).ok_or_else(wrong)?);
            return span_of(first, last).ok_or_else(wrong);
        }
        simple(text).ok_or_else(wrong)
    }
}

fn span_of(first: Period, last: Period) -> Option<Period> {
    let (a, b) = (first.first_day(), last.last_day());
    if a > b {
        return None;
    }
    let whole = a.day == 1 && b.day == days_in_month(b.year, b.month);
    Some(match (first, last) {
        (Period::Day(_), _) | (_, Period::Day(_)) => Period::Days(a, b),
        _ if whole => Period::Months { from: (a.year, a.month), to: (b.year, b.month) },
        _ => Period::Days(a, b),
    })
}

fn simple(text: &str) -> Option<Period> {
    let mut parts = text.trim().split('-');
    let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let Some(second) = parts.next() else { return Some(Period::Year(year)) };
    let day = parts.next();
    if parts.next().is_some() {
        return None;
    }
    match (second.as_bytes(), day) {
        ([b'Q', q @ b'1'..=b'4'], None) => Some(Period::Quarter(year, u32::from(q - b'0'))),
        ([b'H', h @ b'1'..=b'2'], None) => Some(Period::Half(year, u32::from(h - b'0'))),
        (_, None) => second.parse().ok().filter(|m| (1..=12).contains(m)).map(|m| Period::Month(year, m)),
        (_, Some(day)) => Date::new(year, second.parse().ok()?, day.parse().ok()?).map(Period::Day),
    }
}

impl TryFrom<String> for Period {
    type Error = ParsePeriodError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_reads_back_as_it_is_written() {
        for text in [
            "2023",
            "2023-Q1",
            "2023-H2",
            "2023-03",
            "2023-03-19",
            "2023-01/2023-11",
            "2021/2025",
            "2023-03-01/2023-03-19",
        ] {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in ["", "23", "2023-13", "2023-02-29", "2023-Q5", "2023-12/2023-01", "2023-1-1-1", "去年"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_span_takes_its_shortest_form() {
        let normal = |text: &str| text.parse::<Period>().expect("period").normal().to_string();
        assert_eq!(normal("2023-01/2023-12"), "2023");
        assert_eq!(normal("2023-01/2023-06"), "2023-H1");
        assert_eq!(normal("2023-04/2023-06"), "2023-Q2");
        assert_eq!(normal("2023-01/2023-11"), "2023-01/2023-11");
    }

    #[test]
    fn chinese_names_are_those_of_a_bulletin() {
        let chinese = |text: &str| text.parse::<Period>().expect("period").to_chinese();
        assert_eq!(chinese("2023-Q1"), "2023年一季度");
        assert_eq!(chinese("2023-01/2023-11"), "2023年1—11月");
        assert_eq!(chinese("2021/2025"), "2021—2025年");
    }
}
