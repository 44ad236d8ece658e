//! The table `own_place`: places and aliases of the user's own, 望潮园区 in 钱塘区.

use crate::words::{Column, json, to_json, word};
use rusqlite::{Connection, Row, named_params};
use tidemark_model::{Place, PlaceKind};

/// All of them by name.
pub(crate) fn list(db: &Connection) -> Column<Vec<Place>> {
    db.prepare_cached("SELECT * FROM own_place ORDER BY name")?.query_map([], read)?.collect()
}

/// Adds a place, or puts it in the place of the one of that name.
pub(crate) fn set(db: &Connection, place: &Place) -> Column<()> {
    let params = named_params! {
        ":name": place.name, ":parent": place.parent, ":kind": kind_name(place.kind),
        ":aliases": to_json(&place.aliases)?,
    };
    db.execute(include_str!("place/set.sql"), params).map(drop)
}

/// Whether there was such a place.
pub(crate) fn remove(db: &Connection, name: &str) -> Column<bool> {
    db.execute("DELETE FROM own_place WHERE name = ?1", [name]).map(|rows| rows > 0)
}

fn read(row: &Row) -> Column<Place> {
    Ok(Place {
        name: row.get("name")?,
        parent: row.get("parent")?,
        kind: word(row, "kind")?,
        aliases: json(row, "aliases")?,
    })
}

pub(crate) fn kind_name(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Country => "country",
        PlaceKind::Province => "province",
        PlaceKind::City => "city",
        PlaceKind::District => "district",
        PlaceKind::Township => "township",
        PlaceKind::Park => "park",
    }
}
