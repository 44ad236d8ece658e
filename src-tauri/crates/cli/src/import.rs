//! `tide import`: files into a library, with a line for each.

use crate::Failure;
use crate::context::Inputs;
use crate::library::LibraryFile;
use std::io::{Write, stdout};
use tidemark_commands::api::{FileOutcome, FileReport, ImportReport};

#[derive(clap::Args, Debug)]
pub(crate) struct Import {
    #[command(flatten)]
    library: LibraryFile,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    inputs: Inputs,
}

pub(crate) fn run(command: &Import) -> Result<(), Failure> {
    let files = command.inputs.files()?;
    let session = command.library.open_or_create()?;
    let report = session.import_files(&files, |_| {})?;
    let mut out = stdout().lock();
    if command.json {
        serde_json::to_writer_pretty(&mut out, &report)?;
        writeln!(out)?;
    } else {
        report.files.iter().filter_map(line).try_for_each(|line| writeln!(out, "{line}"))?;
    }
    report.files.iter().for_each(warn);
    failures(&report)
}

/// Words that charts and briefs could not print, on stderr: the file is imported all the same.
fn warn(file: &FileReport) {
    for row in &file.unprintable {
        let so = if row.quoted { "a brief that quotes it prints 〓" } else { "a chart that names it cannot be drawn" };
        eprintln!(
            "tide: {}: warning: “{}” has the character “{}” ({}), which no bundled font has: {so}",
            file.path, row.name, row.character, row.code
        );
    }
}

/// What became of a file; a failure is told on stderr.
fn line(file: &FileReport) -> Option<String> {
    match &file.outcome {
        FileOutcome::Imported { articles, observations, .. } => {
            Some(format!("{}: {observations} observations in {articles} articles", file.path))
        }
        FileOutcome::Unchanged { name, .. } => {
            Some(format!("{}: unchanged, already in the library as {name}", file.path))
        }
        FileOutcome::Failed { .. } => None,
    }
}

fn failures(report: &ImportReport) -> Result<(), Failure> {
    let mut failed = false;
    for file in &report.files {
        if let FileOutcome::Failed { message, .. } = &file.outcome {
            eprintln!("tide: {}: {message}", file.path);
            failed = true;
        }
    }
    if failed { Err(Failure::some_inputs()) } else { Ok(()) }
}
