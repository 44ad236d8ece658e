//! Every kind of picture with every honest mark in both themes, held to small golden SVGs;
//! `TIDEMARK_ACCEPT=1 cargo test -p tidemark-chart` writes them for review.
#![allow(clippy::unwrap_used)]

mod every;
mod invented;

use std::collections::BTreeSet;
use std::path::PathBuf;
use tidemark_chart::{ChartKind, Definition, Language, Question, Theme, check_spec, compose, draw, kinds};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/ref/chart/marks")
}

#[test]
fn every_kind_draws_every_mark_as_it_did() {
    let accept = std::env::var_os("TIDEMARK_ACCEPT").is_some();
    std::fs::create_dir_all(folder()).unwrap();
    let mut wrong = Vec::new();
    for kind in ChartKind::ALL {
        for mark in every::MARKS {
            let spec = every::spec(kind, mark, Language::Chinese).unwrap();
            for (suffix, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
                let svg = draw(&spec, every::canvas(kind, theme)).unwrap().svg;
                assert!(svg.len() <= 20_000, "{kind:?} {mark} takes {} bytes", svg.len());
                let file = folder().join(format!("{}-{mark}-{suffix}.svg", kind.name()));
                if accept {
                    std::fs::write(&file, &svg).unwrap();
                } else if std::fs::read_to_string(&file).unwrap_or_default() != svg {
                    wrong.push(file);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "drawn otherwise than in {wrong:?}; TIDEMARK_ACCEPT=1 writes them anew");
}

#[test]
fn every_kind_shows_that_a_figure_is_not_exact() {
    for kind in ChartKind::ALL {
        for mark in every::MARKS {
            let spec = every::spec(kind, mark, Language::Chinese).unwrap();
            let drawing = draw(&spec, every::canvas(kind, Theme::Light)).unwrap();
            let said: BTreeSet<_> = drawing.marks.iter().map(|m| m.kind).collect();
            match mark {
                "gap" => assert!(spec.remarks.iter().any(|r| r.contains("未见报道")), "{kind:?}: {:?}", spec.remarks),
                "conflict" => assert!(spec.subtitle.contains("红点为说法不一"), "{kind:?}: {}", spec.subtitle),
                mark => assert!(said.contains(mark), "{kind:?} {mark}: {said:?}"),
            }
        }
    }
}

#[test]
fn every_kind_speaks_english() {
    let chinese =
        |text: &str| ["来源", "推算", "目标", "未见报道", "年", "约", "合计"].iter().any(|w| text.contains(w));
    for kind in ChartKind::ALL {
        for mark in every::MARKS {
            let spec = every::spec(kind, mark, Language::English).unwrap();
            check_spec(&spec).unwrap();
            assert!(
                !chinese(&spec.subtitle) && !chinese(&spec.title),
                "{kind:?} {mark}: {} / {}",
                spec.title,
                spec.subtitle
            );
            let words: Vec<_> = spec.table.iter().flat_map(|r| &r[..4]).filter(|w| chinese(w)).collect();
            assert!(words.is_empty(), "{kind:?} {mark}: {words:?}");
            draw(&spec, every::canvas(kind, Theme::Light)).unwrap();
        }
    }
}

#[test]
fn a_chooser_is_offered_what_the_figures_can_carry() {
    let years = invented::figures(&invented::years());
    let definition = Definition::indicator("地区生产总值");
    let period = "2023".parse().ok();
    let question = Question {
        definition: &definition,
        place: invented::DISTRICT,
        period,
        figures: &years,
        derived: &[],
        drawn_on: invented::drawn_on(),
        language: Language::Chinese,
        kind: None,
    };
    let offered = kinds(&question);
    for kind in [ChartKind::Line, ChartKind::Slope, ChartKind::Dots, ChartKind::Table, ChartKind::List] {
        assert!(offered.contains(&kind), "{kind:?} in {offered:?}");
    }
    for kind in [ChartKind::Waffle, ChartKind::Stacked, ChartKind::Share, ChartKind::Multiples, ChartKind::Grouped] {
        assert!(!offered.contains(&kind), "{kind:?} in {offered:?}");
        let refused = compose(&Question { kind: Some(kind), ..question }).unwrap_err();
        assert!(refused.0.contains("地区生产总值"), "{refused}");
    }
}

#[test]
fn dozens_of_claims_are_drawn_as_the_lowest_and_the_highest() {
    let amounts: Vec<String> = (0..24).map(|n| format!("{}亿元", 500 + n * 7)).collect();
    let rows =
        amounts.iter().map(|a| invented::row("地区生产总值", "澄江区", "2023", Box::leak(a.clone().into_boxed_str())));
    let mut rows: Vec<_> = rows.collect();
    rows.push(invented::row("地区生产总值", "东渡港", "2023", "88亿元"));
    let figures = invented::figures(&rows);
    let definition = Definition::indicator("地区生产总值");
    let place = invented::DISTRICT;
    let (period, drawn_on) = ("2023".parse().ok(), invented::drawn_on());
    let (definition, figures, language) = (&definition, &figures, Language::Chinese);
    let spec = compose(&Question { definition, place, period, figures, derived: &[], drawn_on, language, kind: None })
        .unwrap();
    let drawn: Vec<_> = spec.panels.iter().flat_map(|p| p.marks()).map(|m| m.label.as_str()).collect();
    assert_eq!(drawn, ["500", "661", "88"]);
    assert!(spec.remarks.iter().any(|r| r.contains("24种说法，最低500，最高661")), "{:?}", spec.remarks);
    assert_eq!(spec.table.len(), 1 + 24 + 1);
}
