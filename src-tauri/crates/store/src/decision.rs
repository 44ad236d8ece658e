//! The table `decision`: which printed figures a person rejected; they stay rejected when a page is imported or
//! read again, and also after it was removed.

use crate::words::Column;
use rusqlite::{Connection, OptionalExtension, named_params};
use tidemark_model::{ObservationId, PageId};

/// Marks the observations of a page as its decisions say.
pub(crate) fn apply(db: &Connection, page: PageId, hash: &str) -> Column<()> {
    let mut apply = db.prepare_cached(include_str!("decision/apply.sql"))?;
    apply.execute(named_params! { ":page": page.0, ":hash": hash }).map(drop)
}

/// Rejects the figure of an observation, or takes the rejection back; `false` if there is no such observation.
pub(crate) fn set(db: &Connection, id: ObservationId, rejected: bool) -> Column<bool> {
    let of = "SELECT page.id, hash FROM observation JOIN page ON page.id = observation.page WHERE observation.id = ?1";
    let page = db.query_row(of, [id.0], |row| Ok((PageId(row.get(0)?), row.get::<_, String>(1)?))).optional()?;
    let Some((page, hash)) = page else { return Ok(false) };
    let sql = if rejected { include_str!("decision/reject.sql") } else { include_str!("decision/restore.sql") };
    db.execute(sql, named_params! { ":id": id.0 })?;
    apply(db, page, &hash)?;
    Ok(true)
}
