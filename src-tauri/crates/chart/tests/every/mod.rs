//! Every kind of picture with every honest mark: a small chart each, the mark on the figure in the middle.
#![allow(dead_code)]

use crate::invented::{DISTRICT, FIBRE, Row, drawn_on, figures, row};
use tidemark_chart::{Canvas, ChartKind, ChartSpec, Definition, Language, NothingToDraw, Question, Theme, compose};
use tidemark_model::{Decimal, Derived, Figure, Interval, Operand};

pub const MARKS: [&str; 9] = ["exact", "about", "above", "below", "range", "derived", "planned", "conflict", "gap"];
const PARKS: [&str; 3] = ["云台产业园", "东渡港", "芯谷科创园"];

/// How the middle figure is said: amounts with their words.
fn said(mark: &str, counts: bool) -> Vec<(&'static str, &'static str)> {
    match (mark, counts) {
        ("exact", false) => vec![("612亿元", "")],
        ("about", false) => vec![("612亿元", "约")],
        ("above", false) => vec![("612亿元", "超")],
        ("below", false) => vec![("620亿元", "近")],
        ("range", false) => vec![("590至640亿元", "")],
        ("planned", false) => vec![("680亿元", "")],
        ("conflict", false) => vec![("612亿元", ""), ("688.5亿元", "")],
        ("exact", true) => vec![("101家", "")],
        ("about", true) => vec![("100家", "约")],
        ("above", true) => vec![("100家", "超")],
        ("below", true) => vec![("100家", "近")],
        ("range", true) => vec![("90至110家", "")],
        ("planned", true) => vec![("120家", "")],
        ("conflict", true) => vec![("101家", ""), ("118家", "")],
        _ => Vec::new(),
    }
}

fn rows(mark: &str, counts: bool, middle: bool) -> Vec<Row> {
    let indicator = if counts { "国家高新技术企业" } else { "规模以上工业总产值" };
    let amounts = if counts {
        [["131家", "82家", "47家"], ["140家", "93家", "52家"], ["148家", "", "56家"]]
    } else if middle {
        [["1130亿元", "547亿元", "231.5亿元"], ["1208亿元", "", "240.5亿元"], ["1294.2亿元", "655亿元", "262亿元"]]
    } else {
        [["1130亿元", "547亿元", "231.5亿元"], ["1208亿元", "580亿元", "240.5亿元"], ["1294.2亿元", "", "262亿元"]]
    };
    let planned = mark == "planned";
    let mut rows = Vec::new();
    for (period, amounts) in ["2021", "2022", if planned { "2025" } else { "2023" }].into_iter().zip(amounts) {
        for (park, amount) in PARKS.into_iter().zip(amounts) {
            let of = |amount, word| Row {
                planned: planned && period == "2025",
                ..row(indicator, park, period, amount).word(word)
            };
            match amount {
                "" => rows.extend(said(mark, counts).into_iter().enumerate().map(|(at, (a, w))| of(a, w).article(at))),
                amount => rows.push(of(amount, "")),
            }
        }
    }
    rows
}

fn derived(mark: &str, figures: &[Figure], counts: bool, middle: bool) -> Vec<Derived> {
    if mark != "derived" {
        return Vec::new();
    }
    let scale = Decimal::from(if counts { 1 } else { 100_000_000_i64 });
    let (low, value, high) = if counts { (98, 101, 104) } else { (596, 612, 628) };
    let of = |n: i64| Decimal::from(n) * scale;
    vec![Derived {
        subject: PARKS[1].to_owned(),
        indicator: figures[0].indicators[0].clone(),
        period: if middle { "2022" } else { "2023" }.parse().ok(),
        unit: figures[0].quantity.unit.clone(),
        value: of(value),
        interval: Interval { low: Some(of(low)), high: Some(of(high)) },
        formula: if counts { "40.4 ÷ 40%" } else { "217.3 ÷ 35.5%" }.to_owned(),
        assumptions: Vec::new(),
        operands: vec![Operand { id: figures[0].id, printed: figures[0].quantity.printed.clone() }],
    }]
}

/// An industry's share with the mark; derived is what every share bar leaves over.
fn share(mark: &str, language: Language) -> Result<ChartSpec, NothingToDraw> {
    let of = |amount, word| row("光纤产量", DISTRICT, "2023", amount).word(word).whole("江城市光纤产量");
    let rows = match mark {
        "exact" | "derived" => vec![of("35.5%", "")],
        "about" => vec![of("36%", "约")],
        "above" => vec![of("99%", "以上")],
        "below" => vec![of("40%", "近")],
        "range" => vec![of("30至40%", "")],
        "planned" => vec![of("45%", "").planned()],
        "conflict" => vec![of("35.5%", ""), of("41.2%", "").article(1)],
        _ => vec![row("光纤产量", DISTRICT, "2023", "23.24万芯公里")],
    };
    let (figures, definition) = (figures(&rows), Definition::parse("fibre", FIBRE).expect("reads"));
    let kind = (mark != "gap").then_some(ChartKind::Share);
    let period = "2023".parse().ok();
    let (place, derived) = (DISTRICT, &[][..]);
    compose(&Question {
        definition: &definition,
        place,
        period,
        figures: &figures,
        derived,
        drawn_on: drawn_on(),
        language,
        kind,
    })
}

/// The chart of a kind with a mark.
pub fn spec(kind: ChartKind, mark: &str, language: Language) -> Result<ChartSpec, NothingToDraw> {
    if kind == ChartKind::Share {
        return share(mark, language);
    }
    let counts = kind == ChartKind::Waffle;
    // On a line the figure stands between two others.
    let middle = matches!(kind, ChartKind::Line | ChartKind::Multiples) && mark != "planned";
    let figures = figures(&rows(mark, counts, middle));
    let derived = derived(mark, &figures, counts, middle);
    let definition =
        Definition::indicator(if counts { "国家高新技术企业" } else { "规模以上工业总产值" });
    let place = if kind == ChartKind::Line { PARKS[1] } else { DISTRICT };
    let period = if mark == "planned" { "2025" } else { "2023" }.parse().ok();
    let (definition, figures, derived, kind) = (&definition, &figures, &derived, Some(kind));
    compose(&Question { definition, place, period, figures, derived, drawn_on: drawn_on(), language, kind })
}

/// The size at which they are looked at.
pub fn canvas(kind: ChartKind, theme: Theme) -> Canvas {
    let height = match kind {
        ChartKind::Grouped => 380.0,
        ChartKind::Share | ChartKind::List => 230.0,
        _ => 270.0,
    };
    Canvas::new(400.0, height, theme)
}
