//! `cargo xtask test`: every test there is, Rust, UI and the program in a real window, and one line that sums them up.

use crate::shell::{self, Outcome, command};
use crate::system;

/// Tests counted so far.
#[derive(Default)]
struct Tally {
    passed: u32,
    failed: u32,
    skipped: u32,
}

/// Installs what is missing and runs every test; `--accept` fills the expected tables of the specification in instead.
///
/// # Errors
/// Where something cannot be built, or a test fails.
pub fn test(arguments: &[String]) -> Outcome {
    system::packages(system::TO_BUILD)?;
    if arguments.iter().any(|argument| argument == "--accept") {
        return shell::run(&[
            "env",
            "TIDEMARK_ACCEPT=1",
            "cargo",
            "test",
            "--package",
            "tidemark-extract",
            "--test",
            "suite",
        ]);
    }
    system::packages(system::TO_TEST)?;
    system::build_ui()?;
    let mut tally = Tally::default();
    let suites: [(&str, &[&str]); 3] = [
        ("ui", &["npm", "--prefix", "ui", "run", "--silent", "test"]),
        ("rust", &["cargo", "test", "--workspace", "--no-fail-fast"]),
        ("desktop", &["tests/desktop/run"]),
    ];
    let mut broken = Vec::new();
    for (name, line) in suites {
        shell::say(&format!("\n== {name}: {}", line.join(" ")));
        if !shell::watch(command(line).env("NO_COLOR", "1"), |line| tally.count(line))? {
            broken.push(name);
        }
    }
    shell::say(&format!("\n{} passed, {} failed, {} skipped", tally.passed, tally.failed, tally.skipped));
    if broken.is_empty() { Ok(()) } else { Err(format!("failed: {}", broken.join(", "))) }
}

impl Tally {
    /// Adds the closing line of a runner: cargo's `test result:`, Vitest's `Tests`, the desktop runner's `desktop:`.
    fn count(&mut self, line: &str) {
        let line = line.trim_start();
        let is_closing = ["test result:", "Tests ", "desktop:"].iter().any(|start| line.starts_with(start));
        if is_closing {
            self.passed += number_before(line, "passed");
            self.failed += number_before(line, "failed");
            self.skipped += number_before(line, "ignored") + number_before(line, "skipped");
        }
    }
}

fn number_before(line: &str, word: &str) -> u32 {
    let words: Vec<&str> = line.split([' ', ';', ',', '|']).filter(|part| !part.is_empty()).collect();
    let at = words.iter().position(|part| *part == word);
    at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn closing_lines_of_all_runners_are_summed() {
        let mut tally = Tally::default();
        tally.count("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out");
        tally.count("      Tests  1 failed | 4 passed (5)");
        tally.count("desktop: 3 passed, 0 failed");
        tally.count("running 7 tests that passed");
        assert_eq!((tally.passed, tally.failed, tally.skipped), (19, 1, 1));
    }
}
