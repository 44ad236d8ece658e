//! A library that an older program has filled is read again when it is opened.

mod common;

use common::{Desk, PAGE};
use tidemark_commands::Session;
use tidemark_model::Page;
use tidemark_store::Library;

/// A library with one page of which an older program had found nothing but `found` of its figures.
fn of_an_older_program(desk: &Desk, found: usize) -> Session {
    let path = desk.folder.path().join("old.tidemark");
    let page: Page = tidemark_reader::read_page("page.txt", PAGE.as_bytes(), &Default::default()).expect("page");
    let all = tidemark_extract::Extractor::new().extract(&page);
    let mut library = Library::create(&path).expect("library");
    library.import_page(&page, &all[..found], 0, "2024-01-01T00:00:00Z").expect("import");
    drop(library);
    Session::open(&path).expect("opened")
}

#[test]
fn pages_of_an_older_program_are_read_again_once() {
    let desk = Desk::new();
    let session = of_an_older_program(&desk, 2);
    let list = |s: &Session| s.list_observations(&Default::default()).expect("list").rows;
    let before = list(&session);
    session.reject_observation(before[1].id, true).expect("rejected");
    assert_eq!(session.read_again(|_| {}).expect("read"), 1);
    let after = list(&session);
    assert!(after.len() > before.len(), "{after:?}");
    assert_eq!(after[0].id, before[0].id);
    assert!(after.iter().all(|row| row.printed != before[1].printed));
    assert_eq!(session.read_again(|_| {}).expect("nothing to do"), 0);
    assert_eq!(session.check_library().expect("check"), Vec::<String>::new());
}

#[test]
fn a_library_of_this_program_is_left_as_it_is() {
    assert_eq!(Desk::with_page().session.read_again(|_| {}).expect("nothing to do"), 0);
}
