//! Counting days: 20天后, the Monday of a week, the third week of a month.

use tidemark_model::{Date, Period};

/// How many days a month has.
pub(super) fn days_in_month(year: i32, month: u32) -> u32 {
    Period::Month(year, month).last_day().day
}

/// Days since the first of March of year 0.
pub(super) fn number(day: Date) -> i64 {
    let shift = i64::from(day.month <= 2);
    let (year, month) = (i64::from(day.year) - shift, i64::from(day.month) + 12 * shift - 3);
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + i64::from(day.day)
        - 1
}

/// The day of a number of days; none before year 1 or after 9999.
pub(super) fn of_number(days: i64) -> Option<Date> {
    let mut year = i32::try_from(days.div_euclid(366)).ok()?.max(0);
    while year < 10_000 && number(Date { year: year + 1, month: 1, day: 1 }) <= days {
        year += ((days - number(Date { year: year + 1, month: 1, day: 1 })) / 366).clamp(1, 9999) as i32;
    }
    let mut day = Date { year, month: 1, day: 1 };
    let mut left = days - number(day);
    while day.month < 12 && left >= i64::from(days_in_month(day.year, day.month)) {
        left -= i64::from(days_in_month(day.year, day.month));
        day.month += 1;
    }
    (1..10_000).contains(&day.year).then_some(())?;
    Date::new(day.year, day.month, u32::try_from(left + 1).ok()?)
}

/// `days` later.
pub(super) fn plus(day: Date, days: i64) -> Option<Date> {
    of_number(number(day) + days)
}

/// 0 for Monday to 6 for Sunday.
pub(super) fn weekday(day: Date) -> i64 {
    (number(day) + 2).rem_euclid(7)
}

/// The Monday of a day's week.
pub(super) fn monday(day: Date) -> Option<Date> {
    plus(day, -weekday(day))
}

/// Monday to Sunday, `weeks` after the week of `day`.
pub(super) fn week(day: Date, weeks: i64) -> Option<Period> {
    let first = plus(monday(day)?, 7 * weeks)?;
    Some(Period::Days(first, plus(first, 6)?))
}

/// The `n`th week of a span: the one of its `n`th Monday.
pub(super) fn nth_week(span: Period, n: i64) -> Option<Period> {
    let first = nth_weekday(span, 0, n)?;
    Some(Period::Days(first, plus(first, 6)?))
}

/// The `n`th Monday, Tuesday, … of a span.
pub(super) fn nth_weekday(span: Period, weekday_wanted: i64, n: i64) -> Option<Date> {
    let first = span.first_day();
    let day = plus(first, (weekday_wanted - weekday(first)).rem_euclid(7) + 7 * (n - 1))?;
    (n >= 1 && day <= span.last_day()).then_some(day)
}

/// The month `n` after another.
pub(super) fn month((year, month): (i32, u32), n: i32) -> Option<(i32, u32)> {
    let months = year.checked_mul(12)?.checked_add(i32::try_from(month).ok()? - 1)?.checked_add(n)?;
    let year = months.div_euclid(12);
    (1..10_000).contains(&year).then_some((year, u32::try_from(months.rem_euclid(12) + 1).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_through_leap_years() {
        let day = |y, m, d| Date { year: y, month: m, day: d };
        assert_eq!(plus(day(2020, 2, 28), 2), Some(day(2020, 3, 1)));
        assert_eq!(plus(day(2021, 6, 14), 20), Some(day(2021, 7, 4)));
        assert_eq!(weekday(day(2021, 6, 14)), 0);
        for year in [1, 4, 100, 400, 1582, 1900, 2000, 2400, 9999] {
            assert_eq!(of_number(number(day(year, 12, 31))), Some(day(year, 12, 31)));
            assert_eq!(of_number(number(day(year, 1, 1))), Some(day(year, 1, 1)));
        }
        assert_eq!(of_number(-5000), None);
        assert_eq!(of_number(i64::MAX / 2), None);
    }
}
