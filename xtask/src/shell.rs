//! Starts other programs from the project's top folder and says so; what they print stays theirs.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Nothing, or a sentence that says what could not be done.
pub type Outcome<T = ()> = Result<T, String>;

/// The project's top folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The texts for evaluation beside the checkout, where present.
pub fn shared() -> Option<PathBuf> {
    let folder = root().join("../shared");
    folder.is_dir().then_some(folder)
}

/// Prints a line at once, so that it stands before what the next program prints.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// A program with arguments, to be started in the top folder.
pub fn command(line: &[&str]) -> Command {
    let mut command = Command::new(line[0]);
    command.args(&line[1..]).current_dir(root());
    command
}

/// Runs a program and fails unless it succeeds.
pub fn run(line: &[&str]) -> Outcome {
    say(&format!("$ {}", line.join(" ")));
    finish(&mut command(line), line[0])
}

/// The same in a folder below the top.
pub fn run_in(folder: &str, line: &[&str]) -> Outcome {
    say(&format!("$ cd {folder} && {}", line.join(" ")));
    finish(command(line).current_dir(root().join(folder)), line[0])
}

fn finish(command: &mut Command, name: &str) -> Outcome {
    let status = command.status().map_err(|e| format!("cannot start {name}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}")) }
}

/// What a program prints, without its last line end; an error where it fails or is not there.
pub fn output(line: &[&str]) -> Outcome<String> {
    let done = command(line).output().map_err(|e| format!("cannot start {}: {e}", line[0]))?;
    if !done.status.success() {
        return Err(format!("{} ended with {}: {}", line[0], done.status, String::from_utf8_lossy(&done.stderr)));
    }
    Ok(String::from_utf8_lossy(&done.stdout).trim_end().to_owned())
}

/// Runs a program, shows each line it prints and hands it to `see` as well; says whether it succeeded.
pub fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome<bool> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| format!("cannot start {name}: {e}"))?;
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            say(&line);
            see(&line);
        }
    }
    child.wait().map(|status| status.success()).map_err(|e| format!("{name}: {e}"))
}
