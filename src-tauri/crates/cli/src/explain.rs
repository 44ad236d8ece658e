//! `tide explain`: what is found in a text, and why.

use crate::Failure;
use std::io::{Read, Write, stdin, stdout};
use tidemark_commands::api::ImportOptions;
use tidemark_commands::explain;

#[derive(clap::Args, Debug)]
pub(crate) struct Explain {
    /// The text; - reads it from standard input
    text: String,
    /// Date of the issue: 2023, 2023-08 or 2023-08-09
    #[arg(long, value_name = "D")]
    issue_date: Option<String>,
    /// The paper's home place
    #[arg(long, value_name = "NAME")]
    home: Option<String>,
}

pub(crate) fn run(command: &Explain) -> Result<(), Failure> {
    let mut text = command.text.clone();
    if text == "-" {
        text.clear();
        stdin().read_to_string(&mut text)?;
    }
    let options = ImportOptions { issue_date: command.issue_date.clone(), home: command.home.clone() };
    write!(stdout().lock(), "{}", explain(&text, &options)?)?;
    Ok(())
}
