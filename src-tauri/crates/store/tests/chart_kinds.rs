//! The kind of picture a person chose for a chart is kept with the library.

mod common;

use common::*;

#[test]
fn a_chosen_kind_is_kept_until_it_is_left_to_the_program_again() {
    let (folder, mut library) = library();
    assert_eq!(library.chart_kind("output-by-park").expect("read"), None);
    library.set_chart_kind("output-by-park", Some("stacked")).expect("set");
    library.set_chart_kind("output-by-park", Some("dots")).expect("set again");
    library.set_chart_kind("indicator:地区生产总值", Some("slope")).expect("another");
    let mut copy = library.save_as(&folder.path().join("copy.tidemark")).expect("saved");
    assert_eq!(copy.chart_kind("output-by-park").expect("read").as_deref(), Some("dots"));
    copy.set_chart_kind("output-by-park", None).expect("left");
    assert_eq!(copy.chart_kind("output-by-park").expect("read"), None);
    assert_eq!(copy.chart_kind("indicator:地区生产总值").expect("read").as_deref(), Some("slope"));
}
