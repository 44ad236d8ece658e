//! The bundled tables of places, read once: data/places/*.csv.

use std::sync::LazyLock;
use tidemark_model::PlaceKind;

/// One row: 330114, 钱塘区, 钱塘.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// 钱塘区
    pub name: &'static str,
    /// 钱塘, or empty
    pub short: &'static str,
    /// The parent's code (3301) or, for parks and old names, its name; empty for none.
    pub parent: &'static str,
    pub kind: PlaceKind,
    /// Whether the short stands for the place anywhere.
    pub alone: bool,
}

/// The code of each division, in the order of [`DIVISIONS`].
pub(super) static DIVISIONS: LazyLock<Vec<(&'static str, Row)>> = LazyLock::new(divisions);

/// Splits a line without quoting; the tables have none.
fn cells(line: &'static str) -> [&'static str; 6] {
    let mut out = [""; 6];
    for (slot, cell) in out.iter_mut().zip(line.split(',')) {
        *slot = cell;
    }
    out
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

fn lines(table: &'static str) -> impl Iterator<Item = [&'static str; 6]> {
    table.lines().skip(1).filter(|line| !line.is_empty()).map(cells)
}

fn divisions() -> Vec<(&'static str, Row)> {
    let upper = lines(include_str!("../../../../../data/places/divisions.csv")).map(
        |[code, name, short, parent, kind, alone]| {
            (code, Row { name, short, parent, kind: kind_of(kind), alone: alone == "1" })
        },
    );
    let towns = lines(include_str!("../../../../../data/places/townships.csv")).map(|[code, name, ..]| {
        let kind = if name.ends_with(['区', '园']) { PlaceKind::Park } else { PlaceKind::Township };
        (code, Row { name, short: "", parent: code.get(..6).unwrap_or(""), kind, alone: false })
    });
    upper.chain(towns).collect()
}
