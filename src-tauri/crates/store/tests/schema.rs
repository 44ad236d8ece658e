//! The schema is what is written down, old libraries open, and charts are answered by indexes.
//!
//! With `TIDEMARK_ACCEPT=1` the reference files are written anew, for review.

mod common;

use common::*;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use tidemark_store::{FigureFilter, Filter, Library};

fn reference(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ref").join(name)
}

fn accepts() -> bool {
    std::env::var_os("TIDEMARK_ACCEPT").is_some()
}

#[test]
fn the_schema_is_the_one_written_down() {
    let (_folder, library) = library();
    let db = Connection::open(library.path()).expect("second");
    let sql =
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name";
    let mut select = db.prepare(sql).expect("schema");
    let parts: Vec<String> = select.query_map([], |row| row.get(0)).and_then(Iterator::collect).expect("rows");
    let schema = parts.join(";\n\n") + ";\n";
    if accepts() {
        fs::write(reference("schema.sql"), &schema).expect("written");
    }
    assert_eq!(schema, fs::read_to_string(reference("schema.sql")).expect("reference"));
}

/// A copy of the library that version `n` of the schema left behind; it must open for ever, whatever the schema becomes.
fn of_version(n: u32) -> (tempfile::TempDir, Library) {
    let folder = tempfile::tempdir().expect("folder");
    let copy = folder.path().join("copy.tidemark");
    fs::copy(reference(&format!("version-{n}.tidemark")), &copy).expect("copied");
    let library = Library::open(&copy).expect("opens");
    (folder, library)
}

/// One page with a rejected share and what the tables have got since.
fn keep_for_ever(name: &str) {
    let (folder, mut library) = library();
    let share = library.observations(&Filter::default()).expect("rows")[1].id;
    library.reject(share, true).expect("rejected");
    library.set_place(&own_place()).expect("set");
    library.set_chart_kind("output-by-park", Some("stacked")).expect("set");
    library.save_as(&folder.path().join("kept")).expect("saved");
    fs::copy(folder.path().join("kept"), reference(name)).expect("copied");
}

fn holds_what_was_put_in(library: &Library) {
    assert_eq!(library.page(library.pages().expect("pages")[0].id).expect("page"), page("a.txt", 'a'));
    let counts = library.counts().expect("counts");
    assert_eq!((counts.observations, counts.rejected), (2, 1));
    assert_eq!(library.check().expect("check"), Vec::<String>::new());
}

#[test]
fn a_library_of_version_1_opens_with_everything_in_it() {
    let (_folder, library) = of_version(1);
    holds_what_was_put_in(&library);
    assert_eq!(library.places().expect("places"), []);
}

#[test]
fn a_library_of_version_2_opens_with_everything_in_it() {
    if accepts() && !reference("version-2.tidemark").exists() {
        keep_for_ever("version-2.tidemark");
    }
    let (_folder, library) = of_version(2);
    holds_what_was_put_in(&library);
    assert_eq!(library.places().expect("places"), [own_place()]);
}

#[test]
fn a_library_of_version_3_opens_with_everything_in_it() {
    if accepts() && !reference("version-3.tidemark").exists() {
        keep_for_ever("version-3.tidemark");
    }
    let (_folder, library) = of_version(3);
    holds_what_was_put_in(&library);
    assert_eq!(library.chart_kind("output-by-park").expect("read").as_deref(), Some("stacked"));
}

#[test]
fn a_library_of_version_4_opens_with_everything_in_it() {
    if accepts() && !reference("version-4.tidemark").exists() {
        keep_for_ever("version-4.tidemark");
    }
    let (_folder, library) = of_version(4);
    holds_what_was_put_in(&library);
    assert_eq!(library.standings().expect("standings").len(), 1);
}

#[test]
fn observations_of_an_older_library_are_filed_when_it_is_said_how() {
    for version in 1..=3 {
        let (_folder, mut library) = of_version(version);
        assert_eq!(library.figures(&[FigureFilter::default()], &[]).expect("figures"), []);
        library.file_by(filer(), 7);
        assert_eq!(library.file_due().expect("filed"), 1);
        let figures = library.figures(&[FigureFilter::default()], &[]).expect("figures");
        assert_eq!(figures.len(), 2);
        assert_eq!(library.standings_near("云岭市").expect("near").len(), 1);
        assert_eq!(library.file_due().expect("once is enough"), 0);
    }
}

/// A library of one page whose figures are copied to `rows` observations over many indicators, places and years.
fn large(rows: usize) -> (tempfile::TempDir, Library) {
    let (folder, library) = library();
    let db = Connection::open(library.path()).expect("second");
    db.execute_batch(&format!(
        "PRAGMA synchronous = OFF; BEGIN;
         CREATE TEMP TABLE one AS SELECT * FROM observation WHERE id = 1;
         WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 199)
         INSERT INTO standing SELECT i + 10, '地方' || i, '', '[]' FROM n;
         WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 996)
         INSERT INTO named SELECT i + 10, json_array('指标' || i), '' FROM n;
         WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < {rows} + 9)
         INSERT INTO observation SELECT i, page, article, indicators, measure, '地方' || (i % 200), subject_reason, subject_start,
             subject_end, 2000 + i % 25, period_reason, period_start, period_end, (2000 + i % 25) || '-01-01',
             (2000 + i % 25) || '-12-31', value, value_max, i, unit, qualifier, qualifier_word, step, printed, whole, status,
             span_start, span_end, sentence_start, sentence_end, sentence, indicator_start, indicator_end, confidence, accepted,
             rejected, evidence, 10 + i % 200, 10 + i % 997, taken_as, said_of_each FROM n, one;
         COMMIT;"
    ))
    .expect("rows");
    (folder, library)
}

fn chart_of(indicator: &str) -> Filter {
    Filter { indicators: vec![indicator.to_owned()], ..Filter::default() }
}

#[test]
fn queries_of_charts_and_lists_are_answered_by_indexes() {
    let (_folder, library) = large(2000);
    let plans = |filter: &Filter| library.explain(filter).expect("plan").join("\n");
    let one_place = Filter { subjects: vec!["地方7".to_owned()], ..Filter::default() };
    let one_year = Filter { period: Some(period("2023")), ..Filter::default() };
    for (filter, index) in [
        (chart_of("指标7"), "figure_by_name (named=?"),
        (one_place, "observation_by_subject (subject=?"),
        (one_year, "observation_by_period (last_day=? AND first_day=?"),
    ] {
        let plan = plans(&filter);
        assert!(plan.contains(index), "{plan}");
        assert!(!plan.contains("SCAN observation"), "{plan}");
    }
}
