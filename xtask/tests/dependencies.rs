//! The dependency rules of ARCHITECTURE.md, read off the manifests and sources.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Names under `[dependencies]` of a manifest; with `all`, of every dependency table.
fn dependencies(manifest: &Path, all: bool) -> Vec<String> {
    let text = fs::read_to_string(manifest).expect("manifest");
    let mut inside = false;
    let mut names = Vec::new();
    for line in text.lines() {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            inside = section == "dependencies"
                || (all && section.ends_with("dependencies") && !section.starts_with("workspace"));
        } else if inside && let Some(name) = line.split(['.', '=', ' ']).next().filter(|name| !name.is_empty()) {
            names.push(name.to_owned());
        }
    }
    names
}

fn crate_dependencies(name: &str) -> Vec<String> {
    dependencies(&root().join("src-tauri/crates").join(name).join("Cargo.toml"), false)
}

fn crates() -> Vec<String> {
    let entries = fs::read_dir(root().join("src-tauri/crates")).expect("crates");
    entries.map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn middle_crates_see_the_model_alone() {
    for name in ["reader", "extract", "ledger", "store", "chart"] {
        let own: Vec<String> =
            crate_dependencies(name).into_iter().filter(|dependency| dependency.starts_with("tidemark-")).collect();
        assert_eq!(own, ["tidemark-model"], "{name}");
    }
}

#[test]
fn the_model_sees_no_other_crate_of_the_project() {
    assert!(crate_dependencies("model").iter().all(|dependency| !dependency.starts_with("tidemark-")));
}

#[test]
fn shells_see_the_commands_alone() {
    let desktop = dependencies(&root().join("Cargo.toml"), false);
    for (name, list) in [("cli", crate_dependencies("cli")), ("desktop", desktop)] {
        let own: Vec<&String> = list.iter().filter(|dependency| dependency.starts_with("tidemark-")).collect();
        assert_eq!(own, ["tidemark-commands"], "{name}");
    }
}

#[test]
fn each_heavy_library_is_named_in_one_crate() {
    let homes = [
        ("tauri", ""),
        ("rusqlite", "store"),
        ("plotters", "chart"),
        ("resvg", "chart"),
        ("krilla", "chart"),
        ("jieba-rs", "extract"),
    ];
    for (library, home) in homes {
        for name in crates() {
            let list = dependencies(&root().join("src-tauri/crates").join(&name).join("Cargo.toml"), true);
            let names_it =
                list.iter().any(|dependency| dependency == library || dependency.starts_with(&format!("{library}-")));
            assert_eq!(names_it, name == home, "{library} in {name}");
        }
    }
}

#[test]
fn extract_ledger_and_chart_do_no_io_and_have_no_clock() {
    for name in ["extract", "ledger", "chart"] {
        each_source(&root().join("src-tauri/crates").join(name).join("src"), "rs", &mut |path, text| {
            for forbidden in
                ["std::fs", "std::net", "std::process", "std::env::", "SystemTime", "Instant::now", "tokio"]
            {
                assert!(!text.contains(forbidden), "{} names {forbidden}", path.display());
            }
        });
    }
}

#[test]
fn only_backend_ts_imports_tauri() {
    each_source(&root().join("ui/src"), "ts", &mut |path, text| {
        let may = path.ends_with("lib/backend.ts");
        assert!(may || !text.contains("@tauri-apps/"), "{} imports @tauri-apps", path.display());
    });
    each_source(&root().join("ui/src"), "svelte", &mut |path, text| {
        assert!(!text.contains("@tauri-apps/"), "{} imports @tauri-apps", path.display());
    });
}

fn each_source(folder: &Path, ending: &str, see: &mut impl FnMut(&Path, &str)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.expect("entry").path()) {
        if path.is_dir() {
            each_source(&path, ending, see);
        } else if path.extension().is_some_and(|found| found == ending) {
            see(&path, &fs::read_to_string(&path).expect("source"));
        }
    }
}
