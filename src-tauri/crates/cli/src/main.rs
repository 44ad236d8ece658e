//! `tide`: the window's commands without a window. Exit 0 all done, 1 some inputs failed, 2 wrong usage.

mod brief;
mod chart;
mod check;
mod context;
mod explain;
mod extract;
mod failure;
mod import;
mod library;
mod list;
mod parse;
mod place;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;

/// A page is read in many short strings, which this one hands out in less time than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
    Extract(extract::Extract),
    /// Read files into a library; makes it where there is none
    Import(import::Import),
    /// List the observations of a library
    List(list::List),
    /// Draw a chart of a library
    Chart(chart::Chart),
    /// Write a printable brief of a place and period, with a footnote for every figure
    Brief(brief::Brief),
    /// List, add or remove places of your own in a library; they go before the known ones
    Place(place::Place),
    /// Say what is found in a text, and why
    Explain(explain::Explain),
    /// Print the numbers and dates of a text, or of JSON lines on standard input
    Parse(parse::Parse),
    /// Look over a library's file
    Check(library::LibraryFile),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Extract(command) => extract::run(&command),
        Command::Import(command) => import::run(&command),
        Command::List(command) => list::run(&command),
        Command::Chart(command) => chart::run(&command),
        Command::Brief(command) => brief::run(&command),
        Command::Place(command) => place::run(&command),
        Command::Explain(command) => explain::run(&command),
        Command::Parse(command) => parse::run(&command),
        Command::Check(library) => check::run(&library),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
