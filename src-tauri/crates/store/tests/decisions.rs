//! A figure a person rejected stays rejected.

mod common;

use common::*;
use tidemark_model::ObservationId;
use tidemark_store::{Filter, Library};

fn printed(library: &Library, include_rejected: bool) -> Vec<String> {
    let filter = Filter { include_rejected, ..Filter::default() };
    library.observations(&filter).expect("rows").into_iter().map(|o| o.observation.quantity.printed).collect()
}

fn reject_share(library: &mut Library) -> ObservationId {
    let share = library.observations(&Filter::default()).expect("rows")[1].id;
    library.reject(share, true).expect("rejected");
    share
}

#[test]
fn a_rejected_figure_is_listed_and_counted_only_when_asked_for() {
    let (_folder, mut library) = library();
    let share = reject_share(&mut library);
    assert_eq!(printed(&library, false), ["812.4亿元", "41家"]);
    assert_eq!(printed(&library, true), ["812.4亿元", "三成", "41家"]);
    assert!(library.observation(share).expect("row").stored.rejected);
    let counts = library.counts().expect("counts");
    assert_eq!((counts.observations, counts.rejected), (2, 1));
    assert_eq!(library.indicators(&[]).expect("indicators")[0].observations, 1);
    assert_eq!(library.pages().expect("pages")[0].observations, 2);
}

#[test]
fn a_rejection_can_be_taken_back() {
    let (_folder, mut library) = library();
    let share = reject_share(&mut library);
    library.reject(share, true).expect("twice is once");
    library.reject(share, false).expect("taken back");
    assert_eq!(printed(&library, false).len(), 3);
    assert_eq!(library.reject(ObservationId(99), true).expect_err("none").code(), "no-observation");
}

#[test]
fn a_rejection_outlives_removal_and_a_second_import() {
    let (_folder, mut library) = library();
    reject_share(&mut library);
    let page = library.pages().expect("pages")[0].id;
    library.remove_page(page).expect("removed");
    add(&mut library, "again.txt", 'a');
    assert_eq!(printed(&library, false), ["812.4亿元", "41家"]);
    assert_eq!(library.check().expect("check"), Vec::<String>::new());
}

#[test]
fn a_rejection_outlives_a_better_extractor() {
    let (_folder, mut library) = library();
    reject_share(&mut library);
    let page = page("a.txt", 'a');
    let mut found = figures(&page);
    // The newer extractor takes 的三成 for the amount and calls it something else.
    found[1].span.start -= "的".len();
    found[1].quantity.printed = "的三成".to_owned();
    found[1].indicators = vec!["工业增加值".to_owned()];
    let id = library.pages().expect("pages")[0].id;
    library.replace_page(id, &page, &found, 2).expect("replaced");
    assert_eq!(printed(&library, false), ["812.4亿元", "41家"]);
}

#[test]
fn a_rejection_is_of_one_page_alone() {
    let (_folder, mut library) = library();
    add(&mut library, "b.txt", 'b');
    reject_share(&mut library);
    assert_eq!(printed(&library, false).len(), 5);
}
