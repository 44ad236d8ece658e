//! A figure of which the page does not say what it measures is listed, and charted nowhere.

mod common;

use common::{Desk, PAGE};
use tidemark_commands::Session;
use tidemark_extract::{EXTRACTOR_VERSION, Extractor};
use tidemark_store::Library;

/// A library with a page whose first two figures are of nothing: no name, an empty name.
fn session(desk: &Desk) -> Session {
    let path = desk.folder.path().join("nameless.tidemark");
    let page = tidemark_reader::read_page("page.txt", PAGE.as_bytes(), &Default::default()).expect("page");
    let mut found = Extractor::new().extract(&page);
    found[0].indicators.clear();
    found[1].indicators = vec![String::new()];
    let mut library = Library::create(&path).expect("library");
    library.import_page(&page, &found, EXTRACTOR_VERSION, "2024-01-01T00:00:00Z").expect("import");
    drop(library);
    Session::open(&path).expect("opened")
}

#[test]
fn a_figure_without_an_indicator_is_listed_and_not_drawn() {
    let desk = Desk::new();
    let session = session(&desk);
    let rows = session.list_observations(&Default::default()).expect("list").rows;
    assert!(rows[0].indicators.is_empty() && rows[1].indicators.is_empty());
    let names: Vec<_> = session.list_indicators(None).expect("indicators").into_iter().map(|row| row.name).collect();
    assert!(!names.is_empty() && names.iter().all(|name| !name.is_empty()), "{names:?}");
    let board = session.dashboard(None, None).expect("board");
    let empty = |title: &str| title.trim().is_empty() || title == "indicator:";
    assert!(board.charts.iter().all(|card| !empty(&card.name) && !empty(&card.title)), "{:?}", board.charts);
    let nameless = [rows[0].id, rows[1].id];
    assert!(board.figures.iter().all(|figure| figure.observations.iter().all(|id| !nameless.contains(id))));
    let panel = session.get_evidence(rows[0].id).expect("panel");
    assert_eq!(panel.fields[0].value, "未载明");
}
