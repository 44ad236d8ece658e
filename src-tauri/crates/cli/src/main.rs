//! `tide`: the window's commands without a window. Exit 0 all done, 1 some inputs failed, 2 wrong usage.

mod context;
mod extract;
mod failure;

use clap::{Parser, Subcommand};
use context::Inputs;
use failure::Failure;
use std::process::ExitCode;

/// Reads the statistics out of Chinese newspaper pages and draws them with their sources
#[derive(Parser, Debug)]
#[command(name = "tide", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Print the observations of some files as JSON lines
    Extract(Inputs),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Extract(inputs) => extract::run(&inputs),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
