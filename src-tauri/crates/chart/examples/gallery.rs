//! Draws every kind of chart of the invented district at several sizes, to be looked at:
//! `cargo run -p tidemark-chart --example gallery -- OUT`.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[path = "../tests/invented/mod.rs"]
mod invented;

use invented::{DISTRICT, FIBRE, derived, drawn_on, figures, one_page, parks, years};
use tidemark_chart::{Canvas, ChartSpec, Definition, Paper, Question, Theme, compose, draw, pdf, png};
use tidemark_model::{Derived, Figure};

fn spec(definition: &Definition, figures: &[Figure], derived: &[Derived]) -> ChartSpec {
    let period = "2023".parse().ok();
    compose(&Question { definition, place: DISTRICT, period, figures, derived, drawn_on: drawn_on() }).unwrap()
}

fn main() {
    let out = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "out".into()));
    std::fs::create_dir_all(&out).unwrap();
    let (page, six, time) = (figures(&one_page()), figures(&parks()), figures(&years()));
    let named = |name: &str| Definition::named(name).unwrap();
    let charts = [
        ("output", spec(&named("output-by-park"), &page, &derived(&page))),
        ("parks", spec(&named("output-by-park"), &six, &derived(&six))),
        ("firms", spec(&named("high-tech-firms"), &page, &[])),
        ("share", spec(&Definition::parse("fibre", FIBRE).unwrap(), &page, &[])),
        ("time", spec(&named("indicator:地区生产总值"), &time, &[])),
        ("places", spec(&named("indicator:规模以上工业总产值"), &six, &[])),
    ];
    for (name, spec) in &charts {
        for (size, theme) in [
            ((560.0, 340.0), Theme::Light),
            ((670.0, 260.0), Theme::Light),
            ((416.0, 300.0), Theme::Light),
            ((360.0, 260.0), Theme::Light),
            ((900.0, 560.0), Theme::Dark),
        ] {
            let drawing = draw(spec, Canvas::new(size.0, size.1, theme)).unwrap();
            let file = out.join(format!("{name}-{}x{}", size.0, size.1));
            std::fs::write(file.with_extension("svg"), &drawing.svg).unwrap();
            std::fs::write(file.with_extension("png"), png(&drawing, 1.5).unwrap()).unwrap();
        }
    }
    let all: Vec<_> = charts.into_iter().map(|(_, spec)| spec).collect();
    for (name, paper) in
        [("a4", Paper::a4(false)), ("a4-landscape", Paper::a4(true)), ("a3-landscape", Paper::a3(true))]
    {
        std::fs::write(out.join(format!("{name}.pdf")), pdf(&all, &paper).unwrap()).unwrap();
    }
    println!("{} charts in {}", all.len(), out.display());
}
