//! `cargo xtask bench [NAME]`: each crate's benchmarks, every figure beside a baseline measured in the same run.

use crate::shell::{self, Outcome};

/// Crate and bench target; the benchmarks live in the crate they measure.
const BENCHES: [(&str, &str); 3] =
    [("tidemark-extract", "extract"), ("tidemark-commands", "library"), ("tidemark-commands", "chart")];

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
    if chosen.iter().any(|(_, bench)| *bench == "chart") {
        install_echarts();
    }
    chosen.iter().try_for_each(|(package, bench)| {
        shell::run(&["cargo", "bench", "--quiet", "--package", package, "--bench", bench])
    })
}

/// What charts are timed against; nothing else needs it, so nothing else installs it.
fn install_echarts() {
    if shell::root().join("tests/bench/node_modules/echarts").is_dir() {
        return;
    }
    if let Err(why) = shell::run_in("tests/bench", &["npm", "ci", "--silent", "--no-audit", "--no-fund"]) {
        shell::say(&format!("ECharts cannot be installed ({why}): charts are timed without it beside them"));
    }
}
