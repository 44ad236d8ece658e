//! The latest year a page makes certain: it prints 2023年底 and so cannot be from 2022.

use super::expr::{PeriodExpr, Role, YearRef};
use super::role::looks_ahead;
use super::scan::{mention, phrases};
use super::starts::NAMING;

/// The latest year that the text names as past or present; years it looks forward to (到2027年) do not count.
#[must_use]
pub fn latest_certain_year(text: &str) -> Option<i32> {
    let mut latest = None;
    for (range, expr) in phrases(text, NAMING) {
        // What role a phrase plays is asked only where it would raise the year.
        let Some(year) = named(expr).filter(|_| !is_plan(expr)).filter(|&year| latest < Some(year)) else { continue };
        let ahead = || looks_ahead(text, range.start, range.end);
        if mention(text, range.start, range.end, expr).role != Role::Horizon && !ahead() {
            latest = Some(year);
        }
    }
    latest
}

fn is_plan(expr: PeriodExpr) -> bool {
    matches!(expr, PeriodExpr::Years(..) | PeriodExpr::NextYears(_))
}

fn named(expr: PeriodExpr) -> Option<i32> {
    match expr.year() {
        Some(YearRef::Named(year)) => Some(year),
        _ => None,
    }
}
