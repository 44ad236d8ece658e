//! The latest year a page makes certain: it prints 2023年底 and so cannot be from 2022.

use super::expr::{PeriodExpr, PeriodMention, Role, YearRef};
use super::role::looks_ahead;
use super::scan::scan;

/// The latest year that the text names as past or present; years it looks forward to (到2027年) do not count.
#[must_use]
pub fn latest_certain_year(text: &str) -> Option<i32> {
    let past = |m: &PeriodMention| m.role != Role::Horizon && !looks_ahead(text, m.range.start, m.range.end);
    scan(text).iter().filter(|&m| past(m) && !is_plan(m.expr)).filter_map(|m| named(m.expr)).max()
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
