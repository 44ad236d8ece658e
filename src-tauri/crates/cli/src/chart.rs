//! `tide chart`: a chart of a library as SVG, PNG or PDF.

use crate::Failure;
use crate::library::LibraryFile;
use clap::ValueEnum;
use std::path::PathBuf;
use tidemark_commands::api::{ChartRequest, ExportOptions};
use tidemark_commands::today;

#[derive(clap::Args, Debug)]
pub(crate) struct Chart {
    #[command(flatten)]
    library: LibraryFile,
    /// output-by-park, high-tech-firms, automotive-share, or indicator:NAME such as indicator:地区生产总值
    #[arg(value_name = "NAME")]
    name: String,
    /// Where to write it; the ending tells the format: .svg, .png or .pdf
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The place; the latest with data when not given
    #[arg(long, value_name = "P")]
    place: Option<String>,
    /// The period; the latest with data when not given
    #[arg(long, value_name = "P")]
    period: Option<String>,
    /// The paper of a PDF, or the shape of a picture
    #[arg(long, value_enum, ignore_case = true)]
    paper: Option<Paper>,
    /// The paper sideways
    #[arg(long)]
    landscape: bool,
    /// Colours of a picture; a PDF is always light
    #[arg(long, value_enum, default_value = "light")]
    theme: Theme,
    /// The date drawn, as 2024-03-25; today when not given
    #[arg(long, value_name = "D")]
    date: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Paper {
    #[value(name = "A4")]
    A4,
    #[value(name = "A3")]
    A3,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Theme {
    Light,
    Dark,
}

pub(crate) fn run(command: &Chart) -> Result<(), Failure> {
    let request = ChartRequest {
        name: command.name.clone(),
        place: command.place.clone(),
        period: command.period.clone(),
        theme: Some(if matches!(command.theme, Theme::Dark) { "dark" } else { "light" }.to_owned()),
        date: Some(command.date.clone().unwrap_or_else(|| today().to_string())),
    };
    let paper = command.paper.map(|paper| if matches!(paper, Paper::A3) { "A3" } else { "A4" }.to_owned());
    let path = command.out.to_string_lossy().into_owned();
    let options = ExportOptions { path, paper, landscape: command.landscape };
    Ok(command.library.open()?.export_chart(&request, &options)?)
}
