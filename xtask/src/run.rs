//! `cargo xtask run`: from a fresh machine to the running program; without a display the same job headless.

use crate::shell::{self, Outcome};
use crate::system;
use std::path::Path;

/// The charts of the dashboard, each written as PDF and PNG.
const CHARTS: [&str; 3] = ["output-by-park", "high-tech-firms", "automotive-share"];

/// Installs, builds, and starts the program on `files`.
///
/// # Errors
/// Where something cannot be installed, built or started.
pub fn run(files: &[String]) -> Outcome {
    system::packages(system::TO_BUILD)?;
    if !has_display() {
        shell::say("no display (neither DISPLAY nor WAYLAND_DISPLAY is set): the same job without a window");
        return headless(files);
    }
    system::build_ui()?;
    shell::run(&["cargo", "build"])?;
    let program = shell::target().join("debug/tidemark");
    let mut line = vec![program.to_string_lossy().into_owned()];
    line.extend(files.iter().cloned());
    shell::run(&line.iter().map(String::as_str).collect::<Vec<_>>())
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn headless(files: &[String]) -> Outcome {
    shell::run(&["cargo", "build", "--package", "tidemark-cli"])?;
    let out = shell::root().join("out");
    std::fs::create_dir_all(&out).map_err(|e| format!("out/: {e}"))?;
    let library = out.join("samples.tidemark");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", library.display()));
    }
    import(&library, files)?;
    for chart in CHARTS {
        for ending in ["pdf", "png"] {
            let file = out.join(format!("{chart}.{ending}"));
            tide(&["chart", "--library", &text(&library), chart, "--out", &text(&file)])?;
        }
    }
    let list = tide(&["list", "--library", &text(&library), "--csv"])?;
    let csv = out.join("observations.csv");
    std::fs::write(&csv, list).map_err(|e| format!("{}: {e}", csv.display()))?;
    shell::say(&format!("written to {}: three charts as PDF and PNG, observations.csv", out.display()));
    Ok(())
}

fn import(library: &Path, files: &[String]) -> Outcome {
    let samples = if files.is_empty() { samples()? } else { files.to_vec() };
    let library = text(library);
    let mut line = vec!["import", "--library", &library];
    line.extend(samples.iter().map(String::as_str));
    shell::say(&tide(&line)?);
    Ok(())
}

/// The sample pages, by name.
fn samples() -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for set in ["qiantang", "invented"] {
        let folder = shell::root().join("data/samples").join(set);
        let entries = std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let pages = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension() == Some("txt".as_ref()));
        found.extend(pages.map(|path| text(&path)));
    }
    found.sort();
    Ok(found)
}

fn tide(arguments: &[&str]) -> Outcome<String> {
    let program = shell::target().join("debug/tide");
    let program = text(&program);
    let mut line = vec![program.as_str()];
    line.extend(arguments);
    shell::output(&line)
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
