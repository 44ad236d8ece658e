//! Library files: made, opened, saved elsewhere, and refused with a reason.

mod common;

use common::*;
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use tidemark_store::{Filter, Library};

fn refusal(path: &Path) -> &'static str {
    Library::open(path).expect_err("refused").code()
}

#[test]
fn a_library_closed_and_opened_is_the_same() {
    let (folder, library) = library();
    let path = folder.path().join("库.tidemark");
    let before = library.observations(&Filter::default()).expect("rows");
    drop(library);
    let again = Library::open_or_create(&path).expect("opened");
    assert_eq!(again.observations(&Filter::default()).expect("rows"), before);
    assert_eq!(again.path(), path);
}

#[test]
fn making_one_over_a_file_or_in_no_folder_is_refused() {
    let (folder, library) = library();
    assert_eq!(Library::create(library.path()).expect_err("exists").code(), "exists");
    assert_eq!(Library::create(&folder.path().join("无/库.tidemark")).expect_err("no folder").code(), "not-found");
}

#[test]
fn save_as_copies_everything_and_leaves_the_first_alone() {
    let (folder, library) = library();
    let target = folder.path().join("备份.tidemark");
    fs::write(&target, "an older file the person chose to replace").expect("file");
    let mut copy = library.save_as(&target).expect("saved");
    assert_eq!(
        copy.observations(&Filter::default()).expect("rows"),
        library.observations(&Filter::default()).expect("rows")
    );
    add(&mut copy, "b.txt", 'b');
    assert_eq!((copy.counts().expect("counts").pages, library.counts().expect("counts").pages), (2, 1));
    assert_eq!(copy.check().expect("check"), Vec::<String>::new());
    assert_eq!(library.save_as(library.path()).expect_err("itself").code(), "same-file");
    assert_eq!(library.save_as(&folder.path().join("无/库")).expect_err("no folder").code(), "not-found");
    assert_eq!(library.save_as(&target).expect_err("open elsewhere").code(), "locked");
}

#[test]
fn what_is_no_library_is_refused() {
    let folder = tempfile::tempdir().expect("folder");
    let at = |name: &str| folder.path().join(name);
    fs::write(at("text.tidemark"), "云岭区开会。".repeat(200)).expect("file");
    fs::write(at("empty.tidemark"), "").expect("file");
    let other = Connection::open(at("other.db")).expect("database");
    other.execute_batch("CREATE TABLE note (words TEXT)").expect("table");
    assert_eq!(refusal(&at("missing.tidemark")), "not-found");
    assert_eq!(refusal(&at("text.tidemark")), "not-a-library");
    assert_eq!(refusal(&at("empty.tidemark")), "not-a-library");
    assert_eq!(refusal(&at("other.db")), "not-a-library");
    assert_eq!(refusal(folder.path()), "not-a-library");
}

#[test]
fn a_library_of_a_newer_program_is_left_alone() {
    let (_folder, library) = library();
    let path = library.path().to_owned();
    drop(library);
    Connection::open(&path).and_then(|db| db.pragma_update(None, "user_version", 99)).expect("version");
    let error = Library::open(&path).expect_err("newer");
    assert_eq!(error.code(), "newer");
    assert!(error.to_string().contains("library version 99, this one knows 4"), "{error}");
}

#[test]
fn a_damaged_library_says_so() {
    let (_folder, library) = library();
    let path = library.path().to_owned();
    drop(library);
    let mut bytes = fs::read(&path).expect("bytes");
    for byte in &mut bytes[4096..] {
        *byte = 0x5A;
    }
    fs::write(&path, bytes).expect("file");
    let result = Library::open(&path).and_then(|library| library.pages().map(drop));
    assert_eq!(result.expect_err("damaged").code(), "damaged");
}

#[test]
fn a_library_another_program_writes_to_is_locked() {
    let (_folder, mut library) = library();
    let other = Connection::open(library.path()).expect("second");
    other.execute_batch("BEGIN IMMEDIATE").expect("lock");
    let page = page("b.txt", 'b');
    assert_eq!(library.import_page(&page, &figures(&page), 1, NOW).expect_err("locked").code(), "locked");
}

#[test]
fn a_figure_that_is_not_on_its_page_is_found_by_check() {
    let (_folder, library) = library();
    let db = Connection::open(library.path()).expect("second");
    db.execute_batch(
        "UPDATE observation SET printed = '999亿元' WHERE id = 1; UPDATE observation SET rejected = 1 WHERE id = 2",
    )
    .expect("spoiled");
    let problems = library.check().expect("check");
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems.iter().any(|p| p.contains("\"999亿元\" and the page says \"812.4亿元\"")), "{problems:?}");
}
