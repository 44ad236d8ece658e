//! `tide extract`: observations of some files as JSON lines, without a library.

use crate::Failure;
use crate::context::Inputs;
use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;
use tidemark_commands::{ObservationLine, extract_files, read_places};

#[derive(clap::Args, Debug)]
pub(crate) struct Extract {
    /// Table of places that go before the known ones: name,parent,kind,aliases with | between aliases
    #[arg(long, value_name = "FILE.csv")]
    places: Option<PathBuf>,
    /// Add what each confidence rests on
    #[arg(long)]
    grounds: bool,
    #[command(flatten)]
    inputs: Inputs,
}

pub(crate) fn run(command: &Extract) -> Result<(), Failure> {
    let places = command.places.as_deref().map(read_places).transpose()?.unwrap_or_default();
    let files = command.inputs.files()?;
    let mut out = BufWriter::new(stdout().lock());
    let (mut failed, mut written) = (false, Ok(()));
    extract_files(&files, &places, command.grounds, |_, outcome| match outcome {
        Ok(lines) if written.is_ok() => written = write_lines(&mut out, &lines),
        Ok(_) => {}
        Err(error) => {
            eprintln!("tide: {error}");
            failed = true;
        }
    })?;
    written?;
    out.flush()?;
    if failed { Err(Failure::some_inputs()) } else { Ok(()) }
}

fn write_lines(out: &mut impl Write, lines: &[ObservationLine]) -> Result<(), Failure> {
    for line in lines {
        serde_json::to_writer(&mut *out, line)?;
        writeln!(out)?;
    }
    Ok(())
}
