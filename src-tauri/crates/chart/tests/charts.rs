//! The charts of an invented district: what they say, how they look (golden SVGs), and that they are the same bytes
//! every time. `TIDEMARK_ACCEPT=1 cargo test -p tidemark-chart` writes the goldens for review.
#![allow(clippy::unwrap_used)]

mod invented;

use invented::{DISTRICT, FIBRE, ask, derived, drawn_on, figures, one_page, parks, row, years};
use std::path::PathBuf;
use tidemark_chart::{
    Canvas, ChartSpec, Definition, Drawing, Error, Language, Paper, Question, Theme, available, compose, draw, latest,
    pdf, png,
};
use tidemark_model::Measure;

fn named(name: &str) -> Definition {
    Definition::named(name).unwrap()
}

fn fibre() -> Definition {
    Definition::parse("fibre-share", FIBRE).unwrap()
}

fn sized(spec: &ChartSpec, theme: Theme) -> Drawing {
    draw(spec, Canvas::new(560.0, 340.0, theme)).unwrap()
}

fn texts(svg: &str) -> Vec<&str> {
    svg.split("<text ").skip(1).filter_map(|t| t.split_once('>')?.1.split_once("</text>")).map(|(t, _)| t).collect()
}

/// The three charts of a district that no source line knows.
fn three() -> Vec<(&'static str, ChartSpec)> {
    let page = figures(&one_page());
    vec![
        ("output-by-park", ask(&named("output-by-park"), "2023", &page, &derived(&page)).unwrap()),
        ("high-tech-firms", ask(&named("high-tech-firms"), "2023", &page, &[]).unwrap()),
        ("industry-share", ask(&fibre(), "2023", &page, &[]).unwrap()),
    ]
}

fn gallery() -> Vec<(&'static str, ChartSpec)> {
    let (six, time) = (figures(&parks()), figures(&years()));
    let mut all = three();
    all.push(("every-mark", ask(&named("output-by-park"), "2023", &six, &derived(&six)).unwrap()));
    all.push(("over-time", ask(&named("indicator:地区生产总值"), "2023", &time, &[]).unwrap()));
    let invested = |period, amount| row("固定资产投资", DISTRICT, period, amount);
    let listed = figures(&[invested("2023", "709.14亿元"), invested("2023-Q1", "150亿元").word("近")]);
    all.push(("listed", ask(&named("indicator:固定资产投资"), "2023", &listed, &[]).unwrap()));
    all.push(("by-place", ask(&named("indicator:规模以上工业总产值"), "2023", &six, &[]).unwrap()));
    all
}

#[test]
fn golden_pictures_are_unchanged() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/ref/chart");
    let accept = std::env::var_os("TIDEMARK_ACCEPT").is_some();
    std::fs::create_dir_all(&folder).unwrap();
    let mut changed = Vec::new();
    for (name, spec) in gallery() {
        for (suffix, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
            let canvas = if name == "every-mark" { (720.0, 520.0) } else { (560.0, 340.0) };
            let svg = draw(&spec, Canvas::new(canvas.0, canvas.1, theme)).unwrap().svg;
            assert!(svg.len() <= 20_000, "{name} takes {} bytes", svg.len());
            let file = folder.join(format!("{name}-{suffix}.svg"));
            if accept {
                std::fs::write(&file, &svg).unwrap();
            } else if std::fs::read_to_string(&file).unwrap_or_default() != svg {
                changed.push(file);
            }
        }
    }
    assert!(changed.is_empty(), "drawn otherwise than in {changed:?}; TIDEMARK_ACCEPT=1 writes them anew");
}

#[test]
fn an_invented_district_gets_all_three_charts_from_data_alone() {
    let three = three();
    assert_eq!(three[0].1.title, "澄江区规模以上工业总产值，按园区");
    assert_eq!(three[1].1.title, "云台产业园2023年新增的科技企业与平台");
    assert_eq!(three[2].1.title, "江城市光纤产量里的澄江区");
    for (name, spec) in &three {
        let drawing = sized(spec, Theme::Light);
        assert!(drawing.marks.len() >= 3, "{name}");
        assert!(drawing.marks.iter().all(|m| !m.observations.is_empty() && !m.title.is_empty()), "{name}");
    }
    let svg = sized(&three[0].1, Theme::Light).svg;
    for label in ["1294.2", "推算 2351", "推算 3646", "占澄江区约35.5%", "3000 亿元"] {
        assert!(texts(&svg).contains(&label), "{label} in {:?}", texts(&svg));
    }
    let svg = sized(&three[2].1, Theme::Light).svg;
    for label in ["澄江区 99%以上", "江城市其余 ≤1%", "23.24万芯公里", "1139亿元"] {
        assert!(texts(&svg).contains(&label), "{label} in {:?}", texts(&svg));
    }
}

#[test]
fn labels_say_what_the_sources_word_said() {
    let six = figures(&parks());
    let spec = ask(&named("output-by-park"), "2023", &six, &derived(&six)).unwrap();
    let svg = draw(&spec, Canvas::new(720.0, 600.0, Theme::Light)).unwrap().svg;
    for label in ["约612", "380余", "近250", "120–150", "突破3700", "96.5", "88", "– 未见报道"] {
        assert!(texts(&svg).contains(&label), "{label} in {:?}", texts(&svg));
    }
    assert!(spec.subtitle.contains("虚线边框为推算：1294.2 ÷ 35.5%") && spec.subtitle.contains("红点为说法不一"));
    assert!(spec.remarks.iter().any(|r| r.contains("鹤汀综合保税园") && r.contains("未见报道")));
    assert!(spec.remarks.iter().any(|r| r.contains("同一口径")));
}

#[test]
fn the_same_figure_said_twice_is_one_mark_with_two_sources() {
    let six = figures(&parks());
    let drawing = sized(&ask(&named("output-by-park"), "2023", &six, &[]).unwrap(), Theme::Light);
    let first = &drawing.marks[0];
    assert_eq!((first.observations.as_slice(), first.kind), (&[1, 2][..], "exact"));
    assert!(texts(&drawing.svg).contains(&"①②"));
}

#[test]
fn usual_marks_need_no_explanation() {
    let page = figures(&one_page());
    assert_eq!(ask(&named("high-tech-firms"), "2023", &page, &[]).unwrap().subtitle, "2023年，家");
}

#[test]
fn added_and_existing_firms_never_share_a_panel() {
    let mut rows = one_page();
    rows.push(row("国家高新技术企业", "云台产业园", "2023", "812家").family("firm-title"));
    rows.push(row("国家高新技术企业", "云台产业园", "2023", "1000家").family("firm-title").planned());
    let spec = ask(&named("high-tech-firms"), "2023", &figures(&rows), &[]).unwrap();
    assert_eq!(spec.panels.len(), 2);
    for panel in &spec.panels {
        let tidemark_chart::Panel::Bars(bars) = panel else { panic!("bars") };
        let labels: Vec<_> = bars.rows.iter().flat_map(|r| &r.marks).map(|m| m.label.as_str()).collect();
        assert!(!(labels.contains(&"101") && labels.contains(&"812")), "{labels:?}");
    }
    assert!(spec.remarks.iter().any(|r| r.contains("未画入")), "{:?}", spec.remarks);
}

#[test]
fn two_indicators_stand_in_two_panels() {
    let mut rows = parks();
    rows.push(row("产业产值", "东渡港", "2023", "900亿元"));
    rows.push(row("工业增加值", "东渡港", "2023", "90亿元"));
    let figures = figures(&rows);
    let spec = ask(&named("output-by-park"), "2023", &figures, &[]).unwrap();
    assert_eq!(spec.panels.len(), 2);
    let svg = draw(&spec, Canvas::new(720.0, 700.0, Theme::Light)).unwrap().svg;
    assert!(texts(&svg).contains(&"工业增加值"));
}

#[test]
fn a_quarter_never_stands_on_a_line_of_years() {
    let time = figures(&years());
    let spec = ask(&named("indicator:地区生产总值"), "2023", &time, &[]).unwrap();
    let svg = sized(&spec, Theme::Light).svg;
    assert!(!texts(&svg).iter().any(|t| t.contains("310.2")));
    assert!(spec.remarks.iter().any(|r| r.contains("2024年一季度")), "{:?}", spec.remarks);
    assert!(spec.remarks.iter().any(|r| r.contains("2020年") && r.contains("未见报道")), "{:?}", spec.remarks);
}

#[test]
fn a_line_is_not_drawn_across_a_gap() {
    let time = figures(&years());
    let tidemark_chart::Panel::Line(line) = &ask(&named("indicator:地区生产总值"), "", &time, &[]).unwrap().panels[0]
    else {
        panic!("a line")
    };
    assert!(line.points[2].marks.is_empty());
    let svg = sized(&ask(&named("indicator:地区生产总值"), "", &time, &[]).unwrap(), Theme::Light).svg;
    let runs = svg.split("<path").filter(|p| p.split('>').next().unwrap().contains(r##"stroke="#12608C""##));
    assert_eq!(runs.count(), 2, "two runs of line");
}

#[test]
fn what_no_scale_can_hold_together_is_listed() {
    let of = |period, amount| row("固定资产投资", DISTRICT, period, amount);
    let rows = [of("2023", "709.14亿元"), of("2023-Q1", "150亿元").word("近"), of("2025", "900亿元").planned()];
    let spec = ask(&named("indicator:固定资产投资"), "2023", &figures(&rows), &[]).unwrap();
    let svg = sized(&spec, Theme::Light).svg;
    for text in ["709.14亿元", "2023年", "近150亿元", "2023年一季度", "目标 900亿元", "2025年"] {
        assert!(texts(&svg).contains(&text), "{text} in {:?}", texts(&svg));
    }
}

#[test]
fn a_derived_year_is_a_ring_on_a_dashed_line() {
    let of = |period, amount| row("规模以上工业总产值", DISTRICT, period, amount);
    let mut rows = one_page();
    rows.extend([of("2021", "3010亿元"), of("2022", "3380.5亿元"), of("2024", "3700亿元").word("超")]);
    let figures = figures(&rows);
    let spec = ask(&named("indicator:规模以上工业总产值"), "", &figures, &derived(&figures)).unwrap();
    assert!(spec.subtitle.contains("1294.2 ÷ 35.5%"), "{}", spec.subtitle);
    let drawing = sized(&spec, Theme::Light);
    assert!(texts(&drawing.svg).contains(&"推算 3646"), "{:?}", texts(&drawing.svg));
    assert_eq!(drawing.marks.iter().filter(|m| m.kind == "derived").count(), 1);
    assert_eq!(drawing.svg.matches("stroke-dasharray").count(), 2);
}

#[test]
fn growth_below_zero_goes_to_the_left() {
    let rows = ["澄江区", "云台产业园", "东渡港"].iter().zip(["-3.2%", "5.1%", "12%"]);
    let rows: Vec<_> = rows.map(|(s, a)| row("地区生产总值", s, "2023", a).measure(Measure::Growth)).collect();
    let spec = ask(&named("indicator:地区生产总值"), "2023", &figures(&rows), &[]).unwrap();
    assert_eq!(spec.title, "地区生产总值增速，按地区");
    let svg = sized(&spec, Theme::Light).svg;
    assert!(texts(&svg).contains(&"−3.2"), "{:?}", texts(&svg));
}

#[test]
fn a_missing_glyph_is_an_error_that_names_it() {
    let rows = vec![row("地区生产总值", "𪚥江区", "2023", "5亿元")];
    let figures = figures(&rows);
    let definition = named("indicator:地区生产总值");
    let question = Question {
        definition: &definition,
        place: "𪚥江区",
        period: "2023".parse().ok(),
        figures: &figures,
        derived: &[],
        drawn_on: drawn_on(),
        language: Language::Chinese,
        kind: None,
    };
    let spec = compose(&question).unwrap();
    for error in [
        draw(&spec, Canvas::new(560.0, 340.0, Theme::Light)).unwrap_err(),
        pdf(std::slice::from_ref(&spec), &Paper::a4(false)).unwrap_err(),
        tidemark_chart::check_spec(&spec).unwrap_err(),
    ] {
        assert!(matches!(error, Error::MissingGlyph { character: '𪚥', .. }), "{error}");
    }
}

#[test]
fn equal_input_gives_equal_bytes() {
    let specs: Vec<_> = gallery().into_iter().map(|(_, spec)| spec).collect();
    let again: Vec<_> = gallery().into_iter().map(|(_, spec)| spec).collect();
    assert_eq!(specs, again);
    assert_eq!(pdf(&specs, &Paper::a3(true)).unwrap(), pdf(&again, &Paper::a3(true)).unwrap());
    let (a, b) = (sized(&specs[0], Theme::Light), sized(&again[0], Theme::Light));
    assert_eq!(png(&a, 2.0).unwrap(), png(&b, 2.0).unwrap());
}

#[test]
fn a_png_has_the_pixels_asked_for() {
    let drawing = sized(&gallery()[0].1, Theme::Light);
    let png = png(&drawing, 300.0 / 96.0).unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(u32::from_be_bytes([png[16], png[17], png[18], png[19]]), 1750);
}

#[test]
fn impossible_sizes_are_refused() {
    let spec = &gallery()[0].1;
    for (w, h) in [(0.0, 0.0), (f64::NAN, 300.0), (300.0, 1e9), (-5.0, 200.0)] {
        assert!(matches!(draw(spec, Canvas::new(w, h, Theme::Light)), Err(Error::Size(..))));
    }
}

#[test]
fn nothing_to_draw_says_so() {
    for name in ["output-by-park", "high-tech-firms", "automotive-share", "indicator:进出口总额"] {
        let nothing = ask(&named(name), "2023", &figures(&years()), &[]).unwrap_err();
        assert!(nothing.0.contains("澄江区"), "{nothing}");
    }
}

#[test]
fn the_latest_place_and_period_are_found() {
    let page = figures(&one_page());
    let at = |name: &str, place| latest(&named(name), &page, place, None).map(|(p, t)| (p, t.unwrap().to_string()));
    let found = |p: &str| Some((p.to_owned(), "2023".to_owned()));
    assert_eq!(at("output-by-park", None), found(DISTRICT));
    assert_eq!(at("output-by-park", Some("云台产业园")), found("云台产业园"));
    assert_eq!(at("high-tech-firms", None), found("云台产业园"));
    assert_eq!(at("high-tech-firms", Some(DISTRICT)), found(DISTRICT));
    assert_eq!(at("indicator:进出口总额", None), None);
    assert_eq!(available(&named("high-tech-firms"), &page)[0].figures, 6);
}

#[test]
fn the_table_says_what_the_picture_says() {
    let table = &three()[0].1.table;
    assert_eq!(table[0], ["名称", "数值", "单位", "性质", "来源"]);
    assert_eq!(table[1][..4], ["云台产业园", "1294.2", "亿元", "确数"]);
    assert!(table[1][4].contains("《云台产业园交出年度答卷》"), "{table:?}");
    assert!(table.iter().any(|r| r[0] == "澄江区合计" && r[3] == "推算"), "{table:?}");
}

#[test]
fn marks_are_groups_with_their_observations() {
    let svg = sized(&three()[0].1, Theme::Light).svg;
    assert!(
        svg.contains(r#"<g class="mark" role="graphics-symbol" tabindex="0" data-observations="1" data-kind="exact""#)
    );
    assert!(svg.contains("<desc>推算：1294.2 ÷ 35.5%，在3635至3656之间；把“总产值”"), "{svg}");
    assert!(!svg.contains("style="), "presentation attributes only");
}
