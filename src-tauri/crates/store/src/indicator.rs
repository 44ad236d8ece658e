//! The table `indicator`: an observation's indicators by name, with what a chart filters by beside them.

use crate::words::Column;
use rusqlite::{Connection, params};
use tidemark_model::{Observation, ObservationId};

pub(crate) fn insert_all(db: &Connection, id: ObservationId, found: &Observation) -> Column<()> {
    let mut insert = db.prepare_cached(include_str!("indicator/insert.sql"))?;
    let (subject, period) = (found.subject.as_ref().map(|s| &s.value), found.period.as_ref().map(|p| p.value));
    let (first, last) = (period.map(|p| p.first_day().to_string()), period.map(|p| p.last_day().to_string()));
    for (idx, name) in found.indicators.iter().enumerate() {
        insert.execute(params![id.0, idx as i64, name, found.quantity.unit, subject, first, last])?;
    }
    Ok(())
}
