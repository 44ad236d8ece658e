//! Figures are found by place, name and days, filed as the program says.

mod common;

use common::*;
use tidemark_model::{Measure, PlaceKind, Status};
use tidemark_store::{FigureFilter, Library};

/// Two pages, filed.
fn filed() -> (tempfile::TempDir, Library) {
    let (folder, mut library) = library();
    library.file_by(filer(), 1);
    library.file_due().expect("filed");
    add(&mut library, "b.txt", 'b');
    (folder, library)
}

fn of(library: &Library, filter: &FigureFilter) -> Vec<String> {
    let figures = library.figures(std::slice::from_ref(filter), &[]).expect("figures");
    let count = library.count_figures(filter).expect("count").0 as usize;
    let tallied: u32 = library.tally(filter).expect("tally").iter().map(|tally| tally.figures).sum();
    assert_eq!((figures.len(), figures.len()), (count, tallied as usize));
    figures.into_iter().map(|figure| figure.quantity.printed).collect()
}

#[test]
fn a_figure_knows_whose_it_is_and_where_it_was_printed() {
    let (_folder, library) = filed();
    let all = library.figures(&[FigureFilter::default()], &[]).expect("figures");
    assert_eq!(all.len(), 6);
    let first = &all[0];
    assert_eq!((first.subject.as_str(), first.kind), ("云岭区", Some(PlaceKind::District)));
    assert_eq!((first.parents.as_slice(), first.family.as_deref()), (&["云岭市".to_owned()][..], Some("output")));
    assert_eq!((first.source.page_name.as_str(), first.source.headline.as_str()), ("a.txt", "云岭区开会"));
    assert_eq!(first.period, Some(period("2023")));
}

#[test]
fn place_name_and_days_narrow_alone_and_together() {
    let (_folder, library) = filed();
    let near = library.standings_near("云岭市").expect("near");
    assert!(near.iter().all(|number| library.standings_of("云岭区").expect("own").contains(number)));
    assert!(library.standings_near("青川县").expect("near").is_empty());
    let named = library.named(&|named| named.names[0] == "高新技术企业").expect("named");
    let (year, other) = (period("2023"), period("2022"));
    let days = |p: tidemark_model::Period| Some((p.first_day(), p.last_day()));
    let place = FigureFilter { standings: Some(near), ..FigureFilter::default() };
    assert_eq!(of(&library, &place).len(), 6);
    assert_eq!(of(&library, &FigureFilter { named: Some(named.clone()), ..place.clone() }), ["41家", "41家"]);
    let dated = FigureFilter { days: Some(vec![None, days(year)]), ..place.clone() };
    assert_eq!(of(&library, &dated).len(), 6);
    assert_eq!(of(&library, &FigureFilter { named: Some(named), ..dated.clone() }), ["41家", "41家"]);
    assert_eq!(of(&library, &FigureFilter { measures: vec![Measure::Share], ..dated.clone() }), ["三成", "三成"]);
    assert!(of(&library, &FigureFilter { days: Some(vec![days(other)]), ..place.clone() }).is_empty());
    assert!(of(&library, &FigureFilter { status: Some(Status::Planned), ..place.clone() }).is_empty());
    assert!(of(&library, &FigureFilter { standings: Some(Vec::new()), ..place }).is_empty());
}

#[test]
fn a_rejected_figure_and_one_of_a_removed_page_are_none() {
    let (_folder, mut library) = filed();
    let before = library.state().expect("state");
    let all = library.figures(&[FigureFilter::default()], &[]).expect("figures");
    library.reject(all[1].id, true).expect("rejected");
    assert_eq!(of(&library, &FigureFilter::default()).len(), 5);
    assert_ne!(library.state().expect("state"), before);
    library.remove_page(library.pages().expect("pages")[1].id).expect("removed");
    assert_eq!(of(&library, &FigureFilter::default()), ["812.4亿元", "41家"]);
    assert_eq!(library.standings().expect("standings")[0].figures, 2);
}

#[test]
fn what_another_program_adds_is_found_at_once() {
    let (_folder, library) = filed();
    let before = library.state().expect("state");
    let mut other = Library::open(library.path()).expect("second");
    other.file_by(
        std::sync::Arc::new(|_, _| tidemark_store::Filed { names: vec!["税收".to_owned()], ..Default::default() }),
        1,
    );
    add(&mut other, "c.txt", 'c');
    assert_ne!(library.state().expect("state"), before);
    let named = library.named(&|named| named.names[0] == "税收").expect("named");
    let figures = FigureFilter { named: Some(named), ..FigureFilter::default() };
    assert_eq!(of(&library, &figures).len(), 3);
}
