//! The table `chart_kind`: the kind of picture a person chose for a chart, slope for indicator:地区生产总值.
//!
//! Which kinds there are is the chart crate's; here they are words.

use crate::words::Column;
use rusqlite::{Connection, OptionalExtension, named_params};

/// The kind chosen for a chart.
pub(crate) fn get(db: &Connection, chart: &str) -> Column<Option<String>> {
    db.prepare_cached("SELECT kind FROM chart_kind WHERE chart = ?1")?.query_row([chart], |row| row.get(0)).optional()
}

/// Keeps a choice; `None` leaves it to the program again.
pub(crate) fn set(db: &Connection, chart: &str, kind: Option<&str>) -> Column<()> {
    match kind {
        Some(kind) => {
            db.execute(include_str!("chart_kind/set.sql"), named_params! { ":chart": chart, ":kind": kind }).map(drop)
        }
        None => db.execute("DELETE FROM chart_kind WHERE chart = ?1", [chart]).map(drop),
    }
}
