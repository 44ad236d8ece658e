//! The table `standing`: whose figures there are, 大创小镇, a park in 钱塘区 in 杭州市. Rows are only ever added.

use crate::words::{Column, to_json};
use rusqlite::Connection;
use std::collections::HashMap;
use std::sync::Arc;
use tidemark_model::PlaceKind;

/// A subject with where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// 大创小镇
    pub subject: String,
    /// What kind of place it is, if it is a known place.
    pub kind: Option<PlaceKind>,
    /// The places it lies in, nearest first.
    pub parents: Vec<String>,
}

/// Rows by number, and the numbers by every place that a subject is or lies in.
#[derive(Debug, Default)]
pub(crate) struct Standings {
    rows: HashMap<i64, Arc<Standing>>,
    numbers: HashMap<Arc<Standing>, i64>,
    near: HashMap<String, Vec<i64>>,
    last: i64,
}

impl Standings {
    /// Takes in the rows added since it was last asked.
    pub fn refresh(&mut self, db: &Connection) -> Column<()> {
        let mut select =
            db.prepare_cached("SELECT id, subject, kind, parents FROM standing WHERE id > ?1 ORDER BY id")?;
        let mut rows = select.query([self.last])?;
        while let Some(row) = rows.next()? {
            let kind = row.get_ref("kind")?.as_str()?;
            let kind = (!kind.is_empty()).then(|| crate::words::word(row, "kind")).transpose()?;
            let standing =
                Standing { subject: row.get("subject")?, kind, parents: crate::words::json(row, "parents")? };
            self.add(row.get("id")?, standing);
        }
        Ok(())
    }

    fn add(&mut self, id: i64, standing: Standing) {
        let mut places: Vec<&String> = std::iter::once(&standing.subject).chain(&standing.parents).collect();
        places.sort_unstable();
        places.dedup();
        for place in places {
            match self.near.get_mut(place) {
                Some(known) => known.push(id),
                None => drop(self.near.insert(place.clone(), vec![id])),
            }
        }
        let standing = Arc::new(standing);
        self.numbers.insert(Arc::clone(&standing), id);
        self.rows.insert(id, standing);
        self.last = self.last.max(id);
    }

    pub fn get(&self, id: i64) -> Option<&Arc<Standing>> {
        self.rows.get(&id)
    }

    /// Those that are the place or lie in it, in the order they were added.
    pub fn near(&self, place: &str) -> &[i64] {
        self.near.get(place).map_or(&[], Vec::as_slice)
    }

    /// Those of this very subject.
    pub fn of_subject(&self, subject: &str) -> Vec<i64> {
        let is = |id: &&i64| self.rows.get(id).is_some_and(|row| row.subject == subject);
        self.near(subject).iter().filter(is).copied().collect()
    }
}

/// The number of a standing, which is added where there is none like it. What is added stays unknown to `known` until
/// the transaction is through.
pub(crate) fn number(db: &Connection, known: &Standings, standing: &Standing) -> Column<i64> {
    if let Some(&id) = known.numbers.get(standing) {
        return Ok(id);
    }
    let (kind, parents) = (standing.kind.map_or("", crate::place::kind_name), to_json(&standing.parents)?);
    db.prepare_cached(include_str!("standing/insert.sql"))?
        .query_row([&standing.subject, kind, &parents], |row| row.get(0))
}
