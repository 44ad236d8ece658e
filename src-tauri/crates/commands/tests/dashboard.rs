//! What the window shows of a library: dashboard, charts, evidence, lists.

mod common;

use common::Desk;
use std::fs;
use tidemark_commands::api::{ChartRequest, ExportOptions, ObservationFilter};

const NAMED: [&str; 3] = ["output-by-park", "high-tech-firms", "automotive-share"];

fn request(name: &str) -> ChartRequest {
    ChartRequest { name: name.to_owned(), date: Some("2024-03-25".to_owned()), ..ChartRequest::default() }
}

#[test]
fn a_dropped_page_gives_three_charts_of_its_district() {
    let desk = Desk::with_page();
    let shown = desk.session.dashboard(None, None).expect("dashboard");
    assert_eq!((shown.place.as_deref(), shown.period.as_deref()), (Some("星澜区"), Some("2023")));
    let drawn: Vec<_> = shown.charts.iter().filter(|c| c.has_data).map(|c| c.name.as_str()).take(3).collect();
    assert_eq!(drawn, NAMED);
    assert!((1..=4).contains(&shown.figures.len()), "{:?}", shown.figures);
    let park = shown.places.iter().find(|row| row.name == "星澜芯港").expect("a park");
    assert_eq!((park.parent.as_deref(), park.kind.as_str()), (Some("星澜区"), "park"));
}

#[test]
fn every_stated_mark_leads_to_its_sentence() {
    let desk = Desk::with_page();
    for name in NAMED {
        let chart = desk.session.render_chart(&request(name), 640, 420).expect(name);
        assert!(!chart.marks.is_empty() && chart.svg.contains("data-observations"), "{name}");
        for mark in &chart.marks {
            assert!(!mark.observations.is_empty(), "{name}: {mark:?}");
            for id in &mark.observations {
                let panel = desk.session.get_evidence(*id).expect("evidence");
                let amount: String =
                    panel.quote.iter().filter(|p| p.role == "amount").map(|p| p.text.as_str()).collect();
                assert!(!amount.is_empty() && panel.observation.sentence.contains(&amount), "{panel:?}");
            }
        }
    }
}

#[test]
fn the_evidence_says_what_a_share_implies() {
    let desk = Desk::with_page();
    let panel = desk.session.get_evidence(desk.printed("486.2亿元").id).expect("evidence");
    let implied = panel.ledger.iter().find(|s| s.contains("÷")).unwrap_or_else(|| panic!("{panel:#?}"));
    assert!(
        implied.contains("486.2 ÷ 32.5%") && implied.contains("星澜区") && implied.contains("1496亿元"),
        "{implied}"
    );
    let keys: Vec<_> = panel.fields.iter().map(|field| field.key.as_str()).collect();
    assert_eq!(keys, ["indicator", "measure", "subject", "period", "value", "qualifier", "status"]);
}

#[test]
fn a_rejected_figure_leaves_the_charts() {
    let desk = Desk::with_page();
    let figure = desk.printed("486.2亿元");
    let drawn = |id: i64| {
        let chart = desk.session.render_chart(&request("output-by-park"), 640, 420).expect("chart");
        chart.marks.iter().any(|mark| mark.observations.contains(&id))
    };
    assert!(drawn(figure.id));
    desk.session.reject_observation(figure.id, true).expect("rejected");
    assert!(!drawn(figure.id));
}

#[test]
fn a_chart_is_written_in_the_format_its_name_ends_in() {
    let desk = Desk::with_page();
    for (ending, start) in [("svg", "<svg".as_bytes()), ("png", b"\x89PNG"), ("pdf", b"%PDF")] {
        let path = desk.folder.path().join(format!("chart.{ending}"));
        let options = ExportOptions {
            path: path.display().to_string(),
            paper: Some("A3".to_owned()),
            landscape: true,
            ..ExportOptions::default()
        };
        desk.session.export_chart(&request("output-by-park"), &options).expect(ending);
        assert!(fs::read(&path).expect("file").starts_with(start), "{ending}");
    }
    let options = ExportOptions { path: "chart.bmp".to_owned(), ..ExportOptions::default() };
    let error = desk.session.export_chart(&request("output-by-park"), &options).expect_err("no such format");
    assert!(error.to_string().contains(".svg, .png or .pdf"), "{error}");
}

#[test]
fn an_empty_library_has_a_dashboard_with_nothing_to_draw() {
    let desk = Desk::new();
    let shown = desk.session.dashboard(None, None).expect("dashboard");
    assert!(shown.place.is_none() && shown.charts.iter().all(|chart| !chart.has_data));
    let error = desk.session.render_chart(&request("output-by-park"), 640, 420).expect_err("nothing");
    assert_eq!(error.code(), "nothing-to-draw");
}

#[test]
fn the_list_is_filtered_ordered_and_paged() {
    let desk = Desk::with_page();
    let all = desk.rows().len();
    let filter = ObservationFilter {
        place: Some("星澜区".to_owned()),
        period: Some("2023-01/2023-12".to_owned()),
        sort: Some("value".to_owned()),
        descending: true,
        limit: 2,
        ..ObservationFilter::default()
    };
    let list = desk.session.list_observations(&filter).expect("list");
    assert_eq!(list.rows.len(), 2);
    assert!((list.total as usize) < all && list.rows.iter().all(|row| row.subject.as_deref() == Some("星澜区")));
    let words = ObservationFilter { text: Some("无人机".to_owned()), ..ObservationFilter::default() };
    let found = desk.session.list_observations(&words).expect("list").rows;
    assert!(!found.is_empty() && found.iter().all(|row| row.sentence.contains("无人机")));
}

#[test]
fn the_csv_starts_with_a_byte_order_mark_and_has_every_row() {
    let desk = Desk::with_page();
    let path = desk.folder.path().join("list.csv");
    let written = desk.session.save_observations_csv(&ObservationFilter::default(), &path).expect("csv");
    let text = fs::read_to_string(&path).expect("file");
    assert!(text.starts_with('\u{feff}') && text.contains("486.2亿元"));
    assert_eq!(text.lines().count(), written as usize + 1);
}

#[test]
fn a_library_saved_under_another_name_is_the_one_that_is_open() {
    let desk = Desk::with_page();
    let path = desk.folder.path().join("b.tidemark");
    let info = desk.session.save_library_as(&path).expect("saved");
    assert_eq!((info.name.as_str(), info.pages), ("b", 1));
    let empty = desk.session.new_library(&desk.folder.path().join("c.tidemark")).expect("new");
    assert_eq!(empty.pages, 0);
    assert!(desk.session.new_library(&path).is_err(), "an existing file is never overwritten");
    assert_eq!(desk.session.open_library(&path).expect("opened").pages, 1);
    assert!(desk.session.check_library().expect("check").is_empty());
}

#[test]
fn the_evidence_names_its_rules_in_words() {
    let desk = Desk::with_page();
    for row in desk.rows() {
        let panel = desk.session.get_evidence(row.id).expect("panel");
        let coded = |line: &&String| ["indicator", "measure", "period", "subject"].iter().any(|w| line.starts_with(w));
        assert_eq!(panel.evidence.iter().find(coded), None, "{}", row.printed);
        assert!(!panel.evidence.is_empty());
    }
}

#[test]
fn a_chosen_kind_is_kept_for_the_chart_and_given_up_where_the_figures_cannot_carry_it() {
    let desk = Desk::with_page();
    let chart = "output-by-park";
    let offered = desk.session.chart_kinds(&request(chart)).expect("kinds");
    assert_eq!((offered.automatic.as_str(), offered.chosen), ("bars", None));
    assert!(offered.kinds.iter().any(|kind| kind == "table"), "{:?}", offered.kinds);
    desk.session.set_chart_kind(chart, Some("table")).expect("kept");
    let drawn = |request: &ChartRequest| desk.session.render_chart(request, 640, 420).expect("drawn").kind;
    assert_eq!(drawn(&request(chart)), "table");
    assert_eq!(drawn(&ChartRequest { kind: Some("auto".to_owned()), ..request(chart) }), "bars");
    assert_eq!(desk.session.chart_kinds(&request(chart)).expect("kinds").chosen.as_deref(), Some("table"));
    desk.session.set_chart_kind(chart, Some("waffle")).expect("kept");
    assert_eq!(drawn(&request(chart)), "bars");
    desk.session.set_chart_kind(chart, None).expect("left");
    assert_eq!(desk.session.chart_kinds(&request(chart)).expect("kinds").chosen, None);
    let error = desk.session.set_chart_kind(chart, Some("pie")).expect_err("no such kind");
    assert!(error.to_string().contains("waffle"), "{error}");
}

#[test]
fn charts_speak_english_where_asked() {
    let desk = Desk::with_page();
    let english = ChartRequest { language: Some("en".to_owned()), ..request("output-by-park") };
    let chart = desk.session.render_chart(&english, 640, 420).expect("drawn");
    assert!(chart.svg.contains("xml:lang=\"en\"") && chart.svg.contains("by park"), "{}", chart.svg);
    assert_eq!(chart.table[0][0], "name");
}
