//! A user's own places go before the bundled ones, at once and on every page.

mod common;

use common::Desk;
use tidemark_commands::api::{Dashboard, OwnPlace};

const NEWS: &str = "星澜日报 2024年3月11日 第01版

听涛坊交出答卷

本报讯 2023年,听涛坊规模以上工业总产值86.2亿元。听涛去年新增高新技术企业21家。
";

fn own() -> OwnPlace {
    OwnPlace {
        name: "听涛坊".into(), parent: Some("星澜".into()), kind: "park".into(), aliases: vec!["听涛".into()]
    }
}

fn subject(desk: &Desk, printed: &str) -> Option<String> {
    desk.printed(printed).subject
}

fn row_of(board: &Dashboard, name: &str) -> Option<(Option<String>, String)> {
    board.places.iter().find(|row| row.name == name).map(|row| (row.parent.clone(), row.kind.clone()))
}

#[test]
fn a_place_added_is_found_on_pages_that_are_there_already() {
    let desk = Desk::new();
    let page = desk.file("news.txt", NEWS);
    desk.import(&[page]);
    assert_ne!(subject(&desk, "21家").as_deref(), Some("听涛坊"));
    let kept = desk.session.set_own_place(&own(), |_| {}).expect("set");
    assert_eq!(kept.parent.as_deref(), Some("星澜区"));
    assert_eq!(subject(&desk, "21家").as_deref(), Some("听涛坊"));
    let board = desk.session.dashboard(Some("星澜区"), None).expect("board");
    assert_eq!(row_of(&board, "听涛坊"), Some((Some("星澜区".to_owned()), "park".to_owned())));
    assert_eq!(desk.session.list_own_places().expect("list"), [kept]);
    desk.session.remove_own_place("听涛坊", |_| {}).expect("removed");
    assert_ne!(subject(&desk, "21家").as_deref(), Some("听涛坊"));
    assert_eq!(desk.session.remove_own_place("听涛坊", |_| {}).expect_err("gone").code(), "no-place");
}

#[test]
fn a_change_of_places_keeps_what_a_person_rejected() {
    let desk = Desk::new();
    let page = desk.file("news.txt", NEWS);
    desk.import(&[page]);
    let wrong = desk.printed("86.2亿元");
    desk.session.reject_observation(wrong.id, true).expect("rejected");
    desk.session.set_own_place(&own(), |_| {}).expect("set");
    assert!(desk.rows().iter().all(|row| row.printed != "86.2亿元"));
    desk.session.reject_observation(wrong.id, false).expect("taken back");
    assert_eq!(desk.printed("86.2亿元").id, wrong.id);
}

#[test]
fn places_stay_with_their_library() {
    let desk = Desk::new();
    desk.session.set_own_place(&own(), |_| {}).expect("set");
    let other = desk.folder.path().join("other.tidemark");
    desk.session.new_library(&other).expect("new");
    assert!(desk.session.list_own_places().expect("list").is_empty());
    let page = desk.file("news.txt", NEWS);
    desk.import(std::slice::from_ref(&page));
    assert_ne!(subject(&desk, "21家").as_deref(), Some("听涛坊"));
    desk.session.open_library(&desk.folder.path().join("a.tidemark")).expect("opened");
    desk.import(&[page]);
    assert_eq!(subject(&desk, "21家").as_deref(), Some("听涛坊"));
}

#[test]
fn a_place_that_cannot_be_used_changes_nothing() {
    let desk = Desk::new();
    let wrong = OwnPlace { parent: Some("无此地方".into()), ..own() };
    let error = desk.session.set_own_place(&wrong, |_| {}).expect_err("no parent");
    assert_eq!(error.code(), "parent");
    assert!(error.to_string().contains("无此地方"), "{error}");
    assert!(desk.session.list_own_places().expect("list").is_empty());
}

#[test]
fn pages_read_again_for_a_place_are_told_one_by_one() {
    let desk = Desk::new();
    let files = [desk.file("news.txt", NEWS), desk.file("other.txt", NEWS.replace("86.2", "91.4"))];
    desk.import(&files);
    let heard = std::sync::Mutex::new(Vec::new());
    let progress = |p: tidemark_commands::api::ImportProgress| {
        heard.lock().expect("heard").push((p.done, p.total, p.name));
    };
    desk.session.set_own_place(&own(), progress).expect("set");
    let expected = [(1, 2, "news.txt".to_owned()), (2, 2, "other.txt".to_owned())];
    assert_eq!(heard.into_inner().expect("heard"), expected);
}

#[test]
fn a_place_added_when_the_program_ends_in_between_is_read_by_the_next() {
    let desk = Desk::new();
    let files = [desk.file("news.txt", NEWS), desk.file("other.txt", NEWS.replace("86.2", "91.4"))];
    desk.import(&files);
    let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        desk.session.set_own_place(&own(), |progress| assert!(progress.done == 0, "the program ends here"))
    }));
    assert!(ended.is_err());
    let next = tidemark_commands::Session::open(&desk.folder.path().join("a.tidemark")).expect("opened");
    assert_eq!(next.read_again(|_| {}).expect("the rest"), 1);
    let rows = next.list_observations(&Default::default()).expect("rows").rows;
    assert!(rows.iter().filter(|row| row.printed == "21家").all(|row| row.subject.as_deref() == Some("听涛坊")));
    assert_eq!(next.check_library().expect("check"), Vec::<String>::new());
}

#[test]
fn a_second_program_sees_what_the_first_one_changed() {
    let desk = Desk::new();
    let second = tidemark_commands::Session::open(&desk.folder.path().join("a.tidemark")).expect("opened");
    assert!(second.list_indicators(None).expect("indicators").is_empty());
    let page = desk.file("page.txt", common::PAGE);
    desk.import(&[page]);
    let names = |session: &tidemark_commands::Session| session.list_indicators(None).expect("indicators").len();
    assert!(names(&second) > 0 && names(&second) == names(&desk.session));
    let figure = desk.printed("486.2亿元");
    second.reject_observation(figure.id, true).expect("rejected");
    assert!(desk.rows().iter().all(|row| row.printed != "486.2亿元"));
}
