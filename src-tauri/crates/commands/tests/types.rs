//! Holds the TypeScript checked in under `ui/src/lib/types` to the Rust types it is made from.

use std::fs;
use std::path::{Path, PathBuf};
use tidemark_commands::api;
use ts_rs::{Config, TS};

/// Writes every type a command takes or gives, with the types inside it.
fn write_types(folder: &Path) {
    let config = Config::new().with_large_int("number").with_out_dir(folder);
    let written = [
        api::AppState::export_all(&config),
        api::ImportOptions::export_all(&config),
        api::ImportProgress::export_all(&config),
        api::ImportReport::export_all(&config),
        api::OwnPlace::export_all(&config),
        api::PageRow::export_all(&config),
        api::ObservationFilter::export_all(&config),
        api::ObservationList::export_all(&config),
        api::EvidencePanel::export_all(&config),
        api::IndicatorRow::export_all(&config),
        api::Dashboard::export_all(&config),
        api::RenderedChart::export_all(&config),
        api::ChartKinds::export_all(&config),
        api::BriefRequest::export_all(&config),
        api::ExportOptions::export_all(&config),
    ];
    for result in written {
        result.expect("the type is written");
    }
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("folder of types")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "ts"))
        .map(|path| (name_of(&path), fs::read_to_string(&path).expect("type")))
        .collect();
    found.sort();
    found
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

#[test]
fn the_types_checked_in_are_those_of_the_commands() {
    let checked_in = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/lib/types");
    let fresh = tempfile::tempdir().expect("folder");
    write_types(fresh.path());
    let (before, now) = (files(&checked_in), files(fresh.path()));
    if before == now {
        return;
    }
    for (name, _) in before.iter().filter(|(name, _)| !now.iter().any(|(other, _)| other == name)) {
        fs::remove_file(checked_in.join(name)).expect("an outdated type goes");
    }
    for (name, text) in &now {
        fs::write(checked_in.join(name), text).expect("a type is written");
    }
    panic!("ui/src/lib/types differed from the Rust types and has been written anew; check it in");
}
