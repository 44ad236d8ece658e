//! A dashboard opens with the latest full year that its charts have something for, else with the fullest period.

mod common;

use common::{Desk, PAGE};
use tidemark_commands::api::ChartRequest;

/// A month with more figures than the year, some of them for the charts.
const MONTH: &str = "星澜日报 2024年4月8日 第01版

一季度开门红

本报讯 2024年3月,星澜区进出口总额12.5亿元,社会消费品零售总额31.2亿元,一般公共预算收入8.6亿元,税收收入7.1亿元。2024年3月,星澜区新增省科技型中小企业6家、国家高新技术企业3家。2024年3月,星澜芯港规模以上工业总产值41.7亿元,栖云智造园规模以上工业总产值26.3亿元。
";

const LONE: &str = "星澜日报 2025年2月10日 第01版

新企业落户

本报讯 2024年,星澜区新增国家高新技术企业9家。
";

fn opened(pages: &[&str], place: Option<&str>) -> Option<String> {
    let desk = Desk::new();
    let file = |(n, text): (usize, &&str)| desk.file(&format!("{n}.txt"), text);
    let files: Vec<_> = pages.iter().enumerate().map(file).collect();
    desk.import(&files);
    desk.session.dashboard(place, None).expect("dashboard").period
}

#[test]
fn a_month_with_more_figures_does_not_hide_the_year() {
    assert_eq!(opened(&[PAGE, MONTH], Some("星澜区")).as_deref(), Some("2023"));
    assert_eq!(opened(&[PAGE, MONTH], Some("星澜芯港")).as_deref(), Some("2023"));
    assert_eq!(opened(&[PAGE, MONTH], None).as_deref(), Some("2023"));
}

#[test]
fn a_lone_figure_of_a_later_year_does_not_hide_the_full_picture() {
    assert_eq!(opened(&[PAGE, LONE], Some("星澜区")).as_deref(), Some("2023"));
    assert_eq!(opened(&[LONE], Some("星澜区")).as_deref(), Some("2024"));
}

#[test]
fn without_a_full_year_the_period_with_most_figures_opens() {
    let quarter = "星澜日报 2024年4月9日 第01版\n\n首季\n\n本报讯 2024年一季度,星澜区进出口总额40.5亿元。\n";
    assert_eq!(opened(&[MONTH, quarter], Some("星澜区")).as_deref(), Some("2024-03"));
}

#[test]
fn what_is_drawn_follows_every_change_at_once() {
    let desk = Desk::with_page();
    let marks = || {
        let request = ChartRequest {
            name: "output-by-park".to_owned(),
            place: Some("星澜区".to_owned()),
            period: Some("2024-03".to_owned()),
            ..ChartRequest::default()
        };
        desk.session.render_chart(&request, 640, 420).map_or(0, |chart| chart.marks.len())
    };
    let indicators = || desk.session.list_indicators(None).expect("indicators").len();
    let before = indicators();
    assert_eq!((marks(), before), (0, indicators()));
    let page = desk.file("month.txt", MONTH);
    desk.import(&[page]);
    assert!(marks() >= 2 && indicators() > before);
    let month = desk.session.list_pages().expect("pages")[0].id;
    desk.session.remove_page(month).expect("removed");
    assert_eq!((marks(), indicators()), (0, before));
}
