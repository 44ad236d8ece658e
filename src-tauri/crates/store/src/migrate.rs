//! Brings a library file to the schema this version knows, one numbered step at a time.

use crate::error::Error;
use rusqlite::{Connection, Transaction};
use std::path::Path;

/// Marks a SQLite file as a library: "TIDE".
pub(crate) const APPLICATION_ID: i32 = 0x5449_4445;

/// The steps; the first makes version 1.
const STEPS: &[&str] = &[
    include_str!("../migrations/0001.sql"),
    include_str!("../migrations/0002.sql"),
    include_str!("../migrations/0003.sql"),
    include_str!("../migrations/0004.sql"),
];

/// The version this program writes.
pub(crate) fn latest() -> u32 {
    STEPS.len() as u32
}

/// Makes an empty database a library.
pub(crate) fn create(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    step_up(connection, 0)
}

/// Brings an opened library up to date; refuses what is none or is newer.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), Error> {
    let sqlite = |e| Error::from_sqlite(path, e);
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(sqlite);
    if number("application_id")? != i64::from(APPLICATION_ID) {
        return Err(Error::NotALibrary { path: path.to_owned() });
    }
    let found = u32::try_from(number("user_version")?).unwrap_or(u32::MAX);
    if found > latest() {
        return Err(Error::Newer { path: path.to_owned(), found, known: latest() });
    }
    if found < latest() { step_up(connection, found).map_err(sqlite) } else { Ok(()) }
}

/// All steps after `from` in one transaction: a failure leaves the file as it was.
fn step_up(connection: &mut Connection, from: u32) -> rusqlite::Result<()> {
    let transaction: Transaction = connection.transaction()?;
    for step in &STEPS[from as usize..] {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", latest())?;
    transaction.commit()
}
