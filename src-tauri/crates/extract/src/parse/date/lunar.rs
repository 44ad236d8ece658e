//! Days of the Chinese calendar: 2012年农历正月十五, 腊月廿三, 农历2015年十月初一.

use super::reader::At;
use super::{Today, day, year};
use std::sync::LazyLock;
use tidemark_model::{Date, Period};

/// A year of the Chinese calendar.
struct Year {
    first: Date,
    /// Each month with its number and length; of two with one number the second is the leap month.
    months: Vec<(u32, i64)>,
}

/// The years from 1900 on.
static YEARS: LazyLock<Vec<Year>> = LazyLock::new(|| {
    let table = include_str!("../../../../../../data/lexicon/lunar.txt");
    table.lines().filter(|line| !line.starts_with('#')).map_while(row).collect()
});

fn row(line: &str) -> Option<Year> {
    let mut cells = line.split(' ').skip(1);
    let Period::Day(first) = cells.next()?.parse().ok()? else { return None };
    let mut number = 0;
    let months = cells.map(|cell| {
        number += u32::from(!cell.ends_with('+'));
        cell.trim_end_matches('+').parse().ok().map(|days| (number, days))
    });
    Some(Year { first, months: months.collect::<Option<_>>()? })
}

/// The day of our calendar for one of the Chinese calendar; the first day of month 13 stands for the year's last day.
pub(super) fn day_of(year: i32, month: u32, nth: u32) -> Option<Date> {
    let found = YEARS.get(usize::try_from(year - 1900).ok()?)?;
    if month == 13 {
        return day::plus(found.first, found.months.iter().map(|(_, days)| days).sum::<i64>() - 1);
    }
    let at = found.months.iter().position(|(number, _)| *number == month)?;
    let before: i64 = found.months[..at].iter().map(|(_, days)| days).sum();
    let nth = i64::from(nth);
    (1..=found.months[at].1).contains(&nth).then(|| day::plus(found.first, before + nth - 1))?
}

/// A day that is said to be of the Chinese calendar, by 农历 or by its names for months and days.
pub(super) fn date<'a>(here: At<'a>, today: Today) -> Option<(Period, At<'a>)> {
    const OLD: &[&str] = &["农历", "阴历", "旧历"];
    let old = here.eat(OLD);
    let (year, at) = match year::year(old.unwrap_or(here), today) {
        Some((year, past)) => (year, past),
        None if here.back() == Some('年') => return None,
        None => (today.year()?, old.unwrap_or(here)),
    };
    let old = old.or_else(|| at.eat(OLD));
    let at = at.maybe(OLD);
    let (month, named, at) = month_word(at)?;
    let (nth, called, past) = day_word(at)?;
    (old.is_some() || named || called).then_some((Period::Day(day_of(year, month, nth)?), past))
}

fn month_word(here: At<'_>) -> Option<(u32, bool, At<'_>)> {
    for (word, month) in [("正月", 1), ("冬月", 11), ("腊月", 12)] {
        if let Some(past) = here.eat(&[word]) {
            return Some((month, true, past));
        }
    }
    super::part::month_word(here).map(|(month, past)| (month, false, past))
}

/// 初一, 廿三, 十五, 23号; whether it is one of the old names.
fn day_word(here: At<'_>) -> Option<(u32, bool, At<'_>)> {
    let (plus, called, at) = match (here.eat(&["初"]), here.eat(&["廿"])) {
        (Some(past), _) => (0, true, past),
        (_, Some(past)) => (20, true, past),
        _ => (0, false, here),
    };
    let count = at.number().filter(|n| (1..=30).contains(&n.value) && (!called || n.value <= 10))?;
    Some((plus + u32::try_from(count.value).ok()?, called, count.past.maybe(&["日", "号"])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_of_known_years_fall_on_their_days() {
        let day = |y, m, d| Date { year: y, month: m, day: d };
        assert_eq!(day_of(2020, 8, 15), Some(day(2020, 10, 1)));
        assert_eq!(day_of(2023, 13, 1), Some(day(2024, 2, 9)));
        assert_eq!(day_of(1991, 8, 23), Some(day(1991, 9, 30)));
        assert_eq!(day_of(1899, 1, 1), None);
        assert_eq!(day_of(2023, 1, 30), None);
    }

    #[test]
    fn every_year_of_the_table_ends_before_the_next_begins() {
        assert_eq!(YEARS.len(), 201);
        for pair in 1900..2100 {
            let last = day_of(pair, 13, 1).expect("last day");
            assert_eq!(day::plus(last, 1), day_of(pair + 1, 1, 1));
        }
    }
}
