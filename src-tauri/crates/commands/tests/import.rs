//! What becomes of files that are dropped on the window, good and bad.

mod common;

use common::{Desk, PAGE, outcome};
use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use tidemark_commands::api::{FileOutcome, ImportOptions};

fn outcomes(desk: &Desk, paths: &[PathBuf]) -> Vec<String> {
    desk.import(paths).files.iter().map(|file| outcome(&file.outcome).to_owned()).collect()
}

#[test]
fn each_bad_file_gets_its_own_message_and_the_others_import() {
    let desk = Desk::new();
    let large = desk.folder.path().join("large.txt");
    File::create(&large).and_then(|file| file.set_len(300 * 1024 * 1024)).expect("a large file");
    let paths = [
        desk.file("empty.txt", ""),
        desk.file("binary.txt", b"\x02\x01\x01\x00\x00\x05\x00\x00\x03\x00".repeat(20)),
        desk.folder.path().to_owned(),
        large,
        desk.file("unknown.txt", [b"abc".as_slice(), &[0xFF, 0x81, 0xFF, 0x20, 0xFF]].concat()),
        desk.folder.path().join("gone.txt"),
        desk.file("page.txt", PAGE),
    ];
    let report = desk.import(&paths);
    let codes: Vec<_> = report.files.iter().map(|file| outcome(&file.outcome)).collect();
    assert_eq!(codes, ["empty", "binary", "directory", "too-large", "encoding", "not-found", "imported"]);
    for file in &report.files {
        if let FileOutcome::Failed { message, .. } = &file.outcome {
            assert!(message.contains(&file.name), "{message} does not name {}", file.name);
        }
    }
}

#[test]
fn a_name_beyond_the_fonts_is_told_at_import_with_its_character() {
    let desk = Desk::new();
    let page = PAGE.replace("栖云智造园", "栖𪚥智造园");
    let report = desk.import(&[desk.file("rare.txt", page), desk.file("page.txt", PAGE)]);
    let told: Vec<_> = report.files[0].unprintable.iter().map(|u| (&*u.character, &*u.code, &*u.name)).collect();
    assert!(told.contains(&("𪚥", "U+2A6A5", "栖𪚥智造园")), "{told:?}");
    assert!(report.files[1].unprintable.is_empty());
}

#[test]
fn a_character_of_a_quoted_sentence_beyond_the_fonts_is_told_too() {
    let desk = Desk::new();
    let (before, after) = PAGE.split_once("亿元").expect("a figure");
    let report = desk.import(&[desk.file("rare.txt", format!("{before}亿元（按𪚥表）{after}"))]);
    let told: Vec<_> = report.files[0].unprintable.iter().map(|u| (&*u.character, u.quoted)).collect();
    assert_eq!(told, [("𪚥", true)]);
    assert!(report.files[0].unprintable[0].name.contains("按𪚥表"));
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_told_apart_from_a_missing_one() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.file("secret.txt", PAGE);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("permissions");
    let told = outcomes(&desk, std::slice::from_ref(&path));
    // The superuser may read everything.
    let may_read = File::open(&path).is_ok();
    assert_eq!(told, [if may_read { "imported" } else { "permission" }]);
}

#[test]
fn fifty_files_with_three_bad_ones_import_the_rest() {
    let desk = Desk::new();
    let page = |n: usize| match n {
        7 => desk.file("7.txt", ""),
        23 => desk.folder.path().join("nowhere.txt"),
        41 => desk.file("41.txt", b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00"),
        n => desk.file(&format!("{n}.txt"), format!("{PAGE}\n第{n}号,全区税收收入{n}.5亿元。\n")),
    };
    let paths: Vec<_> = (0..50).map(page).collect();
    let heard = AtomicU32::new(0);
    let progress = |_| {
        heard.fetch_add(1, Ordering::Relaxed);
    };
    let report = desk.session.import_pages(&paths, &ImportOptions::default(), progress).expect("the import ends");
    let good = report.files.iter().filter(|file| outcome(&file.outcome) == "imported").count();
    assert_eq!((good, heard.load(Ordering::Relaxed)), (47, 50));
    let order: Vec<_> = report.files.iter().map(|file| PathBuf::from(&file.path)).collect();
    assert_eq!(order, paths);
    assert_eq!(desk.session.list_pages().expect("pages").len(), 47);
}

#[test]
fn the_same_file_twice_in_one_drop_is_there_once() {
    let desk = Desk::new();
    let (one, other) = (desk.file("one.txt", PAGE), desk.file("other.txt", PAGE));
    assert_eq!(outcomes(&desk, &[one.clone(), other, one]), ["imported", "unchanged", "unchanged"]);
    let before = desk.rows().len();
    assert_eq!(outcomes(&desk, &[desk.folder.path().join("one.txt")]), ["unchanged"]);
    assert_eq!(desk.rows().len(), before);
}

#[test]
fn a_page_without_a_figure_is_a_page() {
    let desk = Desk::new();
    let path = desk.file("poem.txt", "春日\n\n江边的柳树绿了,孩子们在堤上放风筝。\n");
    let report = desk.import(&[path]);
    assert!(matches!(report.files[0].outcome, FileOutcome::Imported { observations: 0, .. }), "{report:?}");
}

#[test]
fn a_date_that_is_none_is_refused_before_anything_is_read() {
    let desk = Desk::new();
    let path = desk.file("page.txt", PAGE);
    let options = ImportOptions { issue_date: Some("去年".to_owned()), home: None };
    let error = desk.session.import_pages(&[path], &options, |_| {}).expect_err("no date");
    assert_eq!(error.code(), "argument");
    assert!(error.to_string().contains("2023-08-09"), "{error}");
    assert!(desk.session.list_pages().expect("pages").is_empty());
}

#[test]
fn another_home_reads_the_page_anew_and_keeps_what_a_person_rejected() {
    let desk = Desk::with_page();
    let wrong = desk.printed("486.2亿元");
    desk.session.reject_observation(wrong.id, true).expect("rejected");
    let options = ImportOptions { issue_date: Some("2024-03".to_owned()), home: Some("星澜区".to_owned()) };
    let row = desk.session.set_page_context(wrong.page, &options).expect("read anew");
    assert_eq!((row.issue_date.as_deref(), row.home.as_deref()), (Some("2024-03"), Some("星澜区")));
    assert!(desk.rows().iter().all(|row| row.printed != "486.2亿元"));
    desk.session.reject_observation(wrong.id, false).expect("taken back");
    assert_eq!(desk.printed("486.2亿元").id, wrong.id);
}

#[test]
fn a_removed_page_takes_its_observations_along() {
    let desk = Desk::with_page();
    let page = desk.rows()[0].page;
    desk.session.remove_page(page).expect("removed");
    assert!(desk.rows().is_empty() && desk.session.list_pages().expect("pages").is_empty());
    assert_eq!(desk.session.remove_page(page).expect_err("gone").code(), "no-page");
}

#[test]
fn the_samples_are_all_pages_with_figures() {
    let desk = Desk::new();
    let report = desk.session.import_samples(|_| {}).expect("samples");
    assert!(report.files.len() >= 10);
    for file in &report.files {
        assert!(matches!(file.outcome, FileOutcome::Imported { observations: 1.., .. }), "{file:?}");
    }
}
