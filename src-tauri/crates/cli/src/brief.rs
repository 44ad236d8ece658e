//! `tide brief`: a printable brief of a place and period, every figure with a footnote that quotes its sentence.

use crate::Failure;
use crate::library::LibraryFile;
use std::path::PathBuf;
use tidemark_commands::api::BriefRequest;
use tidemark_commands::today;

#[derive(clap::Args, Debug)]
pub(crate) struct Brief {
    #[command(flatten)]
    library: LibraryFile,
    /// Where to write it; the ending tells the format: .pdf to print, .docx to edit
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The place; the one the window would start with when not given
    #[arg(long, value_name = "P")]
    place: Option<String>,
    /// The period; the latest with data when not given
    #[arg(long, value_name = "P")]
    period: Option<String>,
    /// The date drawn, as 2024-03-25; today when not given
    #[arg(long, value_name = "D")]
    date: Option<String>,
    /// Who it is by, in the document's properties
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// In greys that a black-and-white printer keeps apart
    #[arg(long)]
    grey: bool,
}

pub(crate) fn run(command: &Brief) -> Result<(), Failure> {
    let request = BriefRequest {
        place: command.place.clone(),
        period: command.period.clone(),
        date: Some(command.date.clone().unwrap_or_else(|| today().to_string())),
        path: command.out.to_string_lossy().into_owned(),
        author: command.author.clone(),
        grey: command.grey,
    };
    Ok(command.library.open()?.export_brief(&request)?)
}
