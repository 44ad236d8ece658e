//! `cargo xtask run | test | check | eval | bench | bundle`: every command does all its own set-up.
//!
//! What each does stands in a file of its own; nothing here is needed to build or use the program itself.

mod bench;
mod bundle;
mod check;
mod eval;
mod run;
mod shell;
mod system;
mod test;

use shell::Outcome;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask COMMAND

  run [FILE ...]    install what is missing, build, start the program (headless without a display)
  test [--accept]   install what is missing, run every test: Rust, UI, the program in a real window
  check             format, clippy, generated types in step, UI lint and type check
  eval              score the extractor on ../shared/eval, keep the history under target/
  bench [NAME]      speed and memory against a baseline of the same run
  bundle            make the .deb";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match dispatch(&command, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            shell::say(&format!("xtask {command}: {why}"));
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &str, rest: &[String]) -> Outcome {
    match command {
        "run" => run::run(rest),
        "test" => test::test(rest),
        "check" => check::check(),
        "eval" => eval::eval(),
        "bench" => bench::bench(rest),
        "bundle" => bundle::bundle().map(|_| ()),
        _ => Err(USAGE.to_owned()),
    }
}
