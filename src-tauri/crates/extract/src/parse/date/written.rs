//! Dates in figures with strokes and points: 20240307, 2019/04/19, 2008.03, 12/1, 1/2/2020, 12-11-10.

use super::Today;
use super::reader::{At, Count, figure};
use tidemark_model::{Date, Period};

/// A date in figures that begins here; behind a dash only as the end of a span.
pub(super) fn date<'a>(here: At<'a>, ends_span: bool, today: Today) -> Option<(Period, At<'a>)> {
    let joined = |c: char| figure(c).is_some() || c.is_ascii_alphabetic() || matches!(c, '.' | '/' | '-');
    if !ends_span && here.back().is_some_and(joined) {
        return None;
    }
    let first = here.number().filter(|n| n.figures && n.past.at > here.at)?;
    if first.signs == 8 {
        let (year, rest) = (first.value / 10_000, first.value % 10_000);
        return (1800..2200).contains(&year).then_some((day(year, rest / 100, rest % 100)?, first.past));
    }
    let mark = first.past.peek().filter(|c| matches!(c, '/' | '-' | '.'))?;
    let second = next(first.past, mark)?;
    let third = next(second.past, mark);
    let period = match (first.signs, &third) {
        (4, Some(third)) => day(first.value, second.value, third.value)?,
        (4, None) if second.signs <= 2 => month(first.value, second.value).filter(|_| plausible(first.value))?,
        // With the year behind, the day comes first.
        (1 | 2, Some(third)) if third.signs == 4 => day(third.value, second.value, first.value)?,
        (2, Some(third)) if mark == '-' && third.signs == 2 => {
            let latest = today.year()? + 10;
            day(latest - (latest - first.value).rem_euclid(100), second.value, third.value)?
        }
        (1 | 2, None) if mark == '/' => day(today.year()?, first.value, second.value)?,
        _ => return None,
    };
    let past = third.map_or(second.past, |third| third.past);
    let open =
        past.peek().is_none_or(|c| !(figure(c).is_some() || c.is_ascii_alphabetic() || matches!(c, '%' | '亿' | '万')));
    open.then_some((period, past))
}

fn next(at: At<'_>, mark: char) -> Option<Count<'_>> {
    let past = Some(at.peek()? == mark).filter(|same| *same).map(|_| at.step())?;
    past.number().filter(|n| n.figures && matches!(n.signs, 1 | 2 | 4) && n.past.at == past.at + n.signs)
}

fn plausible(year: i32) -> bool {
    (1800..2200).contains(&year)
}

fn day(year: i32, month: i32, day: i32) -> Option<Period> {
    Date::new(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?).map(Period::Day)
}

fn month(year: i32, month: i32) -> Option<Period> {
    (1..=12).contains(&month).then_some(Period::Month(year, u32::try_from(month).ok()?))
}
