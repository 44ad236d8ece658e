//! `tide check`: whether a library's file is whole.

use crate::Failure;
use crate::library::LibraryFile;
use std::io::{Write, stdout};

pub(crate) fn run(library: &LibraryFile) -> Result<(), Failure> {
    let session = library.open_untouched()?;
    let problems = session.check_library()?;
    problems.iter().for_each(|problem| eprintln!("tide: {problem}"));
    if !problems.is_empty() {
        return Err(Failure::some_inputs());
    }
    let state = session.app_state()?.library;
    writeln!(
        stdout().lock(),
        "{}: whole; {} pages, {} observations, {} indicators",
        state.path,
        state.pages,
        state.observations,
        state.indicators
    )?;
    Ok(())
}
