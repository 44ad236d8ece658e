//! `tide list`: observations of a library as a table, as JSON, or as CSV.

use crate::Failure;
use crate::library::LibraryFile;
use std::io::{BufWriter, Write, stdout};
use tidemark_commands::api::{ObservationFilter, ObservationRow};
use tidemark_commands::write_csv;

#[derive(clap::Args, Debug)]
pub(crate) struct List {
    #[command(flatten)]
    library: LibraryFile,
    /// Only this place's, park's or organisation's
    #[arg(long, value_name = "P")]
    place: Option<String>,
    /// Only this indicator
    #[arg(long, value_name = "I")]
    indicator: Option<String>,
    /// Only this period: 2023, 2023-Q1, 2023-H1, 2023-03, 2023-03-19 or start/end
    #[arg(long, value_name = "P")]
    period: Option<String>,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print CSV that Excel opens
    #[arg(long)]
    csv: bool,
}

pub(crate) fn run(command: &List) -> Result<(), Failure> {
    let filter = ObservationFilter {
        place: command.place.clone(),
        indicator: command.indicator.clone(),
        period: command.period.clone(),
        ..ObservationFilter::default()
    };
    let rows = command.library.open()?.list_observations(&filter)?.rows;
    let mut out = BufWriter::new(stdout().lock());
    if command.json {
        serde_json::to_writer_pretty(&mut out, &rows)?;
        writeln!(out)?;
    } else if command.csv {
        write_csv(&rows, &mut out)?;
    } else {
        rows.iter().try_for_each(|row| writeln!(out, "{}", line(row)))?;
    }
    out.flush()?;
    Ok(())
}

/// Subject, period, what, how much, from where, parted by tabs.
fn line(row: &ObservationRow) -> String {
    let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    let planned = if row.status == "planned" { " (planned)" } else { "" };
    [
        or_dash(&row.subject),
        or_dash(&row.period),
        if row.indicators.is_empty() { "–".to_owned() } else { row.indicators.join("、") },
        format!("{}{planned}", row.measure),
        row.label.clone(),
        row.page_name.clone(),
    ]
    .join("\t")
}
