//! `tide chart`: a chart of a library as SVG, PNG or PDF, or the table behind it as CSV or JSON.

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
    /// Where to write it; the ending tells the format: .svg, .png or .pdf, or .csv or .json for the table
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The place; the latest with data when not given
    #[arg(long, value_name = "P")]
    place: Option<String>,
    /// The period; the latest with data when not given
    #[arg(long, value_name = "P")]
    period: Option<String>,
    /// A sheet: A4, A3, 16:9, or a size such as 180x120mm; without it a PDF is A4, a picture as large as it needs
    #[arg(long, value_name = "SIZE")]
    paper: Option<String>,
    /// The sheet sideways
    #[arg(long)]
    landscape: bool,
    /// The sheet upright
    #[arg(long, conflicts_with = "landscape")]
    portrait: bool,
    /// Millimetres left free on every side of a sheet
    #[arg(long, value_name = "MM")]
    margin: Option<f64>,
    /// Dots per inch of a PNG: 96 for a screen, 192 for a sharp one, 300 for print
    #[arg(long, value_name = "N", default_value_t = 300)]
    dpi: u32,
    /// In greys that a black-and-white printer keeps apart
    #[arg(long)]
    grey: bool,
    /// In SVG, words as the shapes of their characters, for programs that do not have the fonts
    #[arg(long)]
    outline_text: bool,
    /// At the top of a sheet; the program's name when not given
    #[arg(long, value_name = "WORDS")]
    header: Option<String>,
    /// At its bottom; place and period when not given
    #[arg(long, value_name = "WORDS")]
    footer: Option<String>,
    /// Who it is by, in a PDF's properties
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// Colours of a picture; a sheet is always light
    #[arg(long, value_enum, default_value = "light")]
    theme: Theme,
    /// The kind of picture: auto, bars, grouped, stacked, share, line, slope, dots, multiples, table, waffle or list; what
    /// was chosen in the window when not given
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// What the chart's own words are in; names and headlines stay as they were printed
    #[arg(long, value_enum, default_value = "zh")]
    language: Language,
    /// The date drawn, as 2024-03-25; today when not given
    #[arg(long, value_name = "D")]
    date: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Language {
    Zh,
    En,
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
        kind: command.kind.clone(),
        language: Some(if matches!(command.language, Language::En) { "en" } else { "zh" }.to_owned()),
    };
    let options = ExportOptions {
        path: command.out.to_string_lossy().into_owned(),
        paper: command.paper.clone(),
        landscape: command.landscape,
        portrait: command.portrait,
        margin: command.margin,
        dpi: Some(command.dpi),
        grey: command.grey,
        outline_text: command.outline_text,
        header: command.header.clone(),
        footer: command.footer.clone(),
        author: command.author.clone(),
    };
    Ok(command.library.open()?.export_chart(&request, &options)?)
}
