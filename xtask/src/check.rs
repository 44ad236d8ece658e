//! `cargo xtask check`: what a change must pass before anybody reads it.

use crate::shell::{self, Outcome};
use crate::system;

/// Format, clippy with warnings denied, generated types in step, UI lint and type check.
///
/// # Errors
/// The first of them that fails.
pub fn check() -> Outcome {
    system::packages(system::TO_BUILD)?;
    system::build_ui()?;
    shell::run(&["cargo", "fmt", "--all", "--check"])?;
    shell::run(&["cargo", "clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])?;
    shell::run(&["env", "CI=true", "cargo", "test", "--quiet", "--package", "tidemark-commands", "types"])?;
    shell::run_in("ui", &["npm", "run", "--silent", "lint"])?;
    shell::run_in("ui", &["npm", "run", "--silent", "check"])
}
