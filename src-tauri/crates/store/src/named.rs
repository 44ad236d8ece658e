//! The table `named`: what is measured, 规模以上工业总产值 of the family `output`. Rows are only ever added.

use crate::words::{Column, json, to_json};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What a figure is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Named {
    /// The catalogue's name, else the text's own words; several for 均占….
    pub names: Vec<String>,
    /// The catalogue's family of the first.
    pub family: Option<String>,
}

/// Rows by number.
#[derive(Debug, Default)]
pub(crate) struct AllNamed {
    rows: BTreeMap<i64, Arc<Named>>,
    numbers: HashMap<Arc<Named>, i64>,
    last: i64,
}

impl AllNamed {
    /// Takes in the rows added since it was last asked.
    pub fn refresh(&mut self, db: &Connection) -> Column<()> {
        let mut select = db.prepare_cached("SELECT id, names, family FROM named WHERE id > ?1 ORDER BY id")?;
        let mut rows = select.query([self.last])?;
        while let Some(row) = rows.next()? {
            let family: String = row.get("family")?;
            let named = Named { names: json(row, "names")?, family: Some(family).filter(|family| !family.is_empty()) };
            self.add(row.get("id")?, named);
        }
        Ok(())
    }

    fn add(&mut self, id: i64, named: Named) {
        let named = Arc::new(named);
        self.numbers.insert(Arc::clone(&named), id);
        self.rows.insert(id, named);
        self.last = self.last.max(id);
    }

    pub fn get(&self, id: i64) -> Option<&Arc<Named>> {
        self.rows.get(&id)
    }

    /// Numbers above `last` of those that `takes` takes, ascending.
    pub fn matching(&self, last: i64, takes: &dyn Fn(&Named) -> bool) -> Vec<i64> {
        self.rows.range(last + 1..).filter(|(_, row)| takes(row)).map(|(&id, _)| id).collect()
    }

    /// The highest number there is.
    pub fn last(&self) -> i64 {
        self.last
    }
}

/// The number of a name, which is added where there is none like it. What is added stays unknown to `known` until the
/// transaction is through.
pub(crate) fn number(db: &Connection, known: &AllNamed, named: &Named) -> Column<i64> {
    if let Some(&id) = known.numbers.get(named) {
        return Ok(id);
    }
    let (names, family) = (to_json(&named.names)?, named.family.as_deref().unwrap_or_default());
    db.prepare_cached(include_str!("named/insert.sql"))?.query_row([names.as_str(), family], |row| row.get(0))
}
