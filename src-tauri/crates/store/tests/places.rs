//! The user's own places are kept with the library, and make its pages be read again.

mod common;

use common::*;
use tidemark_model::Place;

#[test]
fn a_place_of_a_known_name_takes_the_place_of_the_first() {
    let (_folder, mut library) = library();
    library.set_place(&own_place()).expect("set");
    let moved = Place { parent: Some("云岭市".to_owned()), aliases: Vec::new(), ..own_place() };
    library.set_place(&moved).expect("set again");
    assert_eq!(library.places().expect("places"), [moved]);
}

#[test]
fn a_change_of_places_makes_every_page_old() {
    let (_folder, mut library) = library();
    assert_eq!(library.pages_older_than(1).expect("pages"), []);
    library.set_place(&own_place()).expect("set");
    let old = library.pages_older_than(1).expect("pages");
    assert_eq!(old.len(), 1);
    let page = page("a.txt", 'a');
    library.replace_page(old[0], &page, &figures(&page), 1).expect("read again");
    assert_eq!(library.pages_older_than(1).expect("pages"), []);
    library.remove_place("听涛小镇").expect("removed");
    assert_eq!(library.pages_older_than(1).expect("pages").len(), 1);
}

#[test]
fn a_place_that_is_not_there_cannot_be_removed_and_no_page_is_old_for_it() {
    let (_folder, mut library) = library();
    let error = library.remove_place("听涛小镇").expect_err("none");
    assert_eq!(error.code(), "no-place");
    assert!(error.to_string().contains("听涛小镇"), "{error}");
    assert_eq!(library.pages_older_than(1).expect("pages"), []);
}
