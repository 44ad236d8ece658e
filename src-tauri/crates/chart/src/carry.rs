//! What a picture carries with it: its table and its specification, so that whoever has the file has the figures.
//!
//! In SVG as `<metadata>`, in PDF as attached files. Equal charts give equal bytes.

use crate::spec::ChartSpec;
use serde::Serialize;

/// A chart as data: what reads it needs no knowledge of how it is drawn.
#[derive(Serialize)]
struct Carried<'a> {
    program: &'static str,
    /// Goes up when a reader of an older form would misread a newer one.
    format: u32,
    chart: &'a ChartSpec,
}

/// The chart's specification with its table, as JSON.
#[must_use]
pub fn spec_json(spec: &ChartSpec) -> String {
    let carried = Carried { program: "Tidemark 潮位", format: 1, chart: spec };
    // Strings, numbers, lists and structures alone: nothing that JSON cannot say.
    serde_json::to_string(&carried).unwrap_or_default()
}

/// The chart's table as CSV that Excel opens.
#[must_use]
pub fn table_csv(spec: &ChartSpec) -> String {
    let row = |row: &Vec<String>| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",");
    let rows: Vec<_> = spec.table.iter().map(row).collect();
    format!("\u{feff}{}\r\n", rows.join("\r\n"))
}

/// A cell, in quotes where it needs them; what starts like a formula is kept from being one.
fn quoted(cell: &str) -> String {
    let cell = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_with_a_comma_or_quotes_stays_one_cell() {
        assert_eq!(quoted("1,294"), "\"1,294\"");
        assert_eq!(quoted("“小\"巨人”"), "\"“小\"\"巨人”\"");
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("−3.2"), "−3.2");
    }
}
