//! `tide extract`: observations of some files as JSON lines, without a library.

use crate::Failure;
use crate::context::Inputs;
use std::io::{BufWriter, Write, stdout};
use tidemark_commands::{ObservationLine, extract_files};

pub(crate) fn run(inputs: &Inputs) -> Result<(), Failure> {
    let files = inputs.files()?;
    let mut out = BufWriter::new(stdout().lock());
    let (mut failed, mut written) = (false, Ok(()));
    extract_files(&files, |_, outcome| match outcome {
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
