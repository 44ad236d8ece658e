//! `cargo xtask bench [NAME]`: each crate's benchmarks, every figure beside a baseline measured in the same run.

use crate::shell::{self, Outcome};

/// Crate and bench target; the benchmarks live in the crate they measure.
const BENCHES: [(&str, &str); 2] = [("tidemark-extract", "extract"), ("tidemark-commands", "library")];

/// Runs the benchmark of that name, or all.
///
/// # Errors
/// Where there is none of that name, or it fails.
pub fn bench(names: &[String]) -> Outcome {
    let chosen: Vec<_> =
        BENCHES.iter().filter(|(_, bench)| names.is_empty() || names.iter().any(|name| name == bench)).collect();
    if chosen.is_empty() {
        let known: Vec<&str> = BENCHES.iter().map(|(_, bench)| *bench).collect();
        return Err(format!("no benchmark of that name; there are: {}", known.join(", ")));
    }
    chosen.iter().try_for_each(|(package, bench)| {
        shell::run(&["cargo", "bench", "--quiet", "--package", package, "--bench", bench])
    })
}
