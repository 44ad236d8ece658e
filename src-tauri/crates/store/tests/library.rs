//! What goes into a library comes out whole, once, and can be taken out again.

mod common;

use common::*;
use tidemark_model::{Measure, PageId};
use tidemark_store::{Filter, Import, Sort};

#[test]
fn a_page_comes_out_as_it_went_in() {
    let (_folder, library) = library();
    let given = page("a.txt", 'a');
    let stored = &library.pages().expect("pages")[0];
    assert_eq!(library.page(stored.id).expect("page"), given);
    assert_eq!((stored.observations, stored.headlines.as_slice()), (3, &["云岭区开会".to_owned()][..]));
    assert_eq!((stored.imported_at.as_str(), stored.extractor_version), (NOW, 1));
}

#[test]
fn every_field_of_an_observation_comes_back() {
    let (_folder, library) = library();
    let stored = library.sourced_observations(&Filter::default()).expect("observations");
    let given = figures(&page("a.txt", 'a'));
    assert_eq!(stored.iter().map(|o| o.stored.observation.clone()).collect::<Vec<_>>(), given);
    let first = &stored[0];
    assert_eq!(first.source.headline, "云岭区开会");
    assert_eq!(first.source.newspaper.as_deref(), Some("云岭日报"));
    assert_eq!(first.sentence, "去年云岭区实现工业总产值812.4亿元，约占全市的三成，新增高新技术企业41家。");
    assert_eq!(library.observation(first.stored.id).expect("observation"), *first);
}

#[test]
fn the_same_page_twice_changes_nothing_and_says_so() {
    let (_folder, mut library) = library();
    let id = library.pages().expect("pages")[0].id;
    assert_eq!(add(&mut library, "renamed.txt", 'a'), Import::Unchanged(id));
    assert_eq!(library.pages().expect("pages").len(), 1);
    assert_eq!(library.counts().expect("counts").observations, 3);
    assert_eq!(library.page_with_hash(&"a".repeat(64)).expect("hash"), Some(id));
}

#[test]
fn a_page_goes_with_all_that_came_from_it() {
    let (_folder, mut library) = library();
    add(&mut library, "b.txt", 'b');
    let id = library.pages().expect("pages")[0].id;
    library.remove_page(id).expect("removed");
    let counts = library.counts().expect("counts");
    assert_eq!((counts.pages, counts.articles, counts.observations), (1, 1, 3));
    assert_eq!(library.check().expect("check"), Vec::<String>::new());
    assert_eq!(library.remove_page(id).expect_err("gone").code(), "no-page");
}

#[test]
fn a_page_read_anew_keeps_the_numbers_of_figures_found_again() {
    let (_folder, mut library) = library();
    let before = library.observations(&Filter::default()).expect("observations");
    let mut page = page("a.txt", 'a');
    page.home = Some("青川县".to_owned());
    let mut found = figures(&page);
    found.remove(1);
    found[0].indicators = vec!["规模以上工业总产值".to_owned()];
    library.replace_page(before[0].page, &page, &found, 2).expect("replaced");
    let after = library.observations(&Filter::default()).expect("observations");
    assert_eq!(after.iter().map(|o| o.id).collect::<Vec<_>>(), [before[0].id, before[2].id]);
    assert_eq!(after[0].observation.indicators, ["规模以上工业总产值"]);
    let stored = library.stored_page(before[0].page).expect("page");
    assert_eq!(
        (stored.home.as_deref(), stored.imported_at.as_str(), stored.extractor_version),
        (Some("青川县"), NOW, 2)
    );
    assert!(library.pages_older_than(2).expect("pages").is_empty());
    assert_eq!(library.replace_page(PageId(99), &page, &found, 2).expect_err("none").code(), "no-page");
}

#[test]
fn a_failed_import_leaves_the_library_as_it_was() {
    let (_folder, mut library) = library();
    let page = page("b.txt", 'b');
    let mut found = figures(&page);
    found[2].article = 7;
    assert!(library.import_page(&page, &found, 1, NOW).is_err());
    assert_eq!(library.counts().expect("counts").pages, 1);
    assert_eq!(add(&mut library, "b.txt", 'b'), Import::Added(library.pages().expect("pages")[1].id));
}

#[test]
fn filters_narrow_and_sorts_order() {
    let (_folder, library) = library();
    let count = |filter: &Filter| library.count_observations(filter).expect("count");
    let of = |name: &str| Filter { indicators: vec![name.to_owned()], ..Filter::default() };
    assert_eq!(count(&of("工业总产值")), 2);
    assert_eq!(count(&Filter { period: Some(period("2023-01/2023-12")), ..of("工业总产值") }), 2);
    assert_eq!(count(&Filter { period: Some(period("2022")), ..of("工业总产值") }), 0);
    assert_eq!(count(&Filter { subjects: vec!["青川县".to_owned()], ..Filter::default() }), 0);
    assert_eq!(count(&Filter { subjects: vec!["青川县".to_owned(), "云岭区".to_owned()], ..Filter::default() }), 3);
    assert_eq!(count(&Filter { text: Some("高新技术".to_owned()), ..Filter::default() }), 3);
    assert_eq!(count(&Filter { text: Some("100%".to_owned()), ..Filter::default() }), 0);
    assert_eq!(count(&Filter { page: Some(PageId(9)), ..Filter::default() }), 0);
    // By unit first: persons and money are not to be compared.
    let sorted = Filter { sort: Sort::named("value"), descending: true, limit: Some(2), ..Filter::default() };
    let rows = library.observations(&sorted).expect("rows");
    assert_eq!(rows.iter().map(|o| o.observation.quantity.printed.as_str()).collect::<Vec<_>>(), ["41家", "812.4亿元"]);
    let rest = library.observations(&Filter { offset: 2, ..sorted }).expect("rows");
    assert_eq!(rest[0].observation.measure, Measure::Share);
}

#[test]
fn indicators_subjects_and_periods_are_counted() {
    let (_folder, library) = library();
    let indicators = library.indicators(&[]).expect("indicators");
    assert_eq!(
        indicators.iter().map(|i| (i.name.as_str(), i.observations)).collect::<Vec<_>>(),
        [("工业总产值", 2), ("高新技术企业", 1)]
    );
    assert_eq!((indicators[1].unit.as_str(), indicators[1].subjects, indicators[1].periods), ("家", 1, 1));
    assert!(library.indicators(&["青川县".to_owned()]).expect("indicators").is_empty());
    assert_eq!(library.subjects().expect("subjects")[0].observations, 3);
    let periods = library.periods(&["云岭区".to_owned()]).expect("periods");
    assert_eq!((periods[0].period, periods[0].observations), (period("2023"), 3));
}
