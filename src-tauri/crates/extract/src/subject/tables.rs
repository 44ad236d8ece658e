//! The bundled tables of places (data/places/*.csv), read once: 330114,钱塘区,钱塘,3301,district,1.

use crate::hash::FastMap;
use std::sync::LazyLock;
use tidemark_model::PlaceKind;

/// One place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// 钱塘区
    pub name: &'static str,
    /// 钱塘; several are parted by `|`; empty for none.
    pub others: &'static str,
    /// Index of the parent's row.
    pub parent: Option<u32>,
    pub kind: PlaceKind,
    /// Whether the other names stand for the place anywhere.
    pub alone: bool,
}

/// All rows: divisions, townships, Taiwan's, parks, and names that were changed.
pub(super) static ROWS: LazyLock<Vec<Row>> = LazyLock::new(rows);

const DIVISIONS: &str = include_str!("../../../../../data/places/divisions.csv");
const TOWNSHIPS: &str = include_str!("../../../../../data/places/townships.csv");
const TAIWAN: &str = include_str!("../../../../../data/places/taiwan.csv");
/// The district of the sample pages that are plainly invented.
const INVENTED: &str = include_str!("../../../../../data/places/invented.csv");
const PARKS: &str = include_str!("../../../../../data/places/parks.csv");
const CHANGES: &str = include_str!("../../../../../data/places/changes.csv");

/// Cells without quoting; the tables have none.
fn lines(table: &'static str) -> impl Iterator<Item = [&'static str; 6]> {
    table.lines().skip(1).filter(|line| !line.is_empty()).map(|line| {
        let mut out = [""; 6];
        for (slot, cell) in out.iter_mut().zip(line.split(',')) {
            *slot = cell;
        }
        out
    })
}

fn kind_of(word: &str) -> PlaceKind {
    match word {
        "country" => PlaceKind::Country,
        "province" => PlaceKind::Province,
        "city" => PlaceKind::City,
        "township" => PlaceKind::Township,
        "park" => PlaceKind::Park,
        _ => PlaceKind::District,
    }
}

fn kind_by_ending(name: &str) -> PlaceKind {
    match name {
        _ if name.ends_with("开发区") || name.ends_with("新区") || name.ends_with('园') => PlaceKind::Park,
        _ if name.ends_with("园区") || name.ends_with("示范区") || name.ends_with("度假区") => PlaceKind::Park,
        _ => PlaceKind::Township,
    }
}

fn rows() -> Vec<Row> {
    let mut out: Vec<Row> = Vec::with_capacity(44_000);
    let mut by_code: FastMap<&str, u32> = FastMap::default();
    for [code, name, others, parent, kind, alone] in lines(DIVISIONS) {
        let parent = by_code.get(parent).copied();
        by_code.insert(code, out.len() as u32);
        out.push(Row { name, others, parent, kind: kind_of(kind), alone: alone == "1" });
    }
    for [code, name, others, ..] in lines(TOWNSHIPS) {
        let parent = code.get(..6).and_then(|code| by_code.get(code)).copied();
        out.push(Row { name, others, parent, kind: kind_by_ending(name), alone: true });
    }
    by_name(&mut out);
    out
}

/// The tables that name the parent instead of giving its code.
fn by_name(out: &mut Vec<Row>) {
    let mut known: FastMap<&str, u32> = FastMap::default();
    for (n, row) in out.iter().enumerate() {
        known.entry(row.name).or_insert(n as u32);
    }
    let taiwan = lines(TAIWAN)
        .chain(lines(INVENTED))
        .map(|[name, others, parent, kind, alone, _]| (name, others, parent, kind_of(kind), alone == "1"));
    let parks = lines(PARKS).map(|[name, parent, _, others, ..]| (name, others, parent, PlaceKind::Park, true));
    // An old name stays the name of its day; the new one does not lead back to it.
    let old = lines(CHANGES).map(|[_, name, _, parent, ..]| (name, "", parent, PlaceKind::District, false));
    for (name, others, parent, kind, alone) in taiwan.chain(parks).chain(old) {
        let parent = known.get(parent).copied().or(if kind == PlaceKind::Province { Some(0) } else { None });
        known.entry(name).or_insert(out.len() as u32);
        out.push(Row { name, others, parent, kind, alone });
    }
}
