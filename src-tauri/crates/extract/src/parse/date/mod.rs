//! Dates of a phrase: 昨天, 下周三, 2018年2——4月, 上世纪80年代, 国庆节.
//!
//! Counted from the day of issue. A month or day without a year is in the issue's year, since a phrase by itself
//! tells nothing of what is over.

mod day;
mod feast;
mod lunar;
mod part;
mod reader;
mod relative;
mod span;
mod written;
mod year;

use crate::period::{Anchor, PeriodExpr, resolve, scan};
use reader::At;
use tidemark_model::{Date, Period, Span};

/// The day that dates are counted from.
#[derive(Clone, Copy)]
struct Today(Option<Period>);

impl Today {
    fn day(self) -> Option<Date> {
        self.0.map(Period::last_day)
    }

    fn year(self) -> Option<i32> {
        self.day().map(|day| day.year)
    }
}

/// Every date of a text that is folded to simplified forms, counted from `issue`.
pub(super) fn read(text: &str, issue: Option<Period>) -> Vec<(Span, Period)> {
    let anchor = Anchor { issue, ..Anchor::default() };
    let meant =
        |expr: PeriodExpr| resolve(&expr, &anchor).map(|(period, _)| period).or_else(|| last_such_day(expr, issue));
    let of_pages = scan(text).into_iter().filter_map(|m| meant(m.expr).map(|period| (m.range, period)));
    let mut found = everyday(text, Today(issue));
    let own: Vec<Span> = found.iter().map(|(span, _)| *span).collect();
    for (span, period) in of_pages {
        let at = own.partition_point(|other| other.end <= span.start);
        if own.get(at).is_none_or(|other| other.start >= span.end) {
            found.push((span, period));
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found
}

/// 29日 in a March is January's where February has none; a page's figures would not be dated so far back.
fn last_such_day(expr: PeriodExpr, issue: Option<Period>) -> Option<Period> {
    let PeriodExpr::DayOfMonth(day) = expr else { return None };
    let now = issue?.last_day();
    (0..3).find_map(|back| {
        let (year, month) = day::month((now.year, now.month), -back)?;
        Date::new(year, month, day).filter(|date| *date <= now).map(Period::Day)
    })
}

fn everyday(text: &str, today: Today) -> Vec<(Span, Period)> {
    let (mut found, mut free) = (Vec::new(), 0);
    for (at, c) in text.char_indices() {
        if at < free || c.is_ascii_whitespace() {
            continue;
        }
        if let Some((period, past)) = span::at(At::new(text, at), today).filter(|(_, past)| past.at > at) {
            found.push((Span::new(at, past.at), period));
            free = past.at;
        } else if reader::figure(c).is_some() {
            // No date begins in the midst of a number.
            free = text[at..].find(|c| reader::figure(c).is_none()).map_or(text.len(), |n| at + n);
        }
    }
    found
}
