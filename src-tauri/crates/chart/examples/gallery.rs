//! Draws every kind of chart with every honest mark, light and dark, to be looked at side by side, and the charts of the
//! invented district at several sizes and on paper:
//! `cargo run -p tidemark-chart --example gallery -- OUT`.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[path = "../tests/every/mod.rs"]
mod every;
#[path = "../tests/invented/mod.rs"]
mod invented;

use invented::{DISTRICT, FIBRE, derived, drawn_on, figures, one_page, parks, years};
use std::fmt::Write;
use std::path::Path;
use tidemark_chart::{
    Canvas, ChartKind, ChartSpec, Definition, Drawing, Language, Paper, Question, Theme, compose, draw, kinds, pdf, png,
};
use tidemark_model::{Derived, Figure};

fn question<'a>(definition: &'a Definition, figures: &'a [Figure], derived: &'a [Derived]) -> Question<'a> {
    let period = "2023".parse().ok();
    let (place, language) = (DISTRICT, Language::Chinese);
    Question { definition, place, period, figures, derived, drawn_on: drawn_on(), language, kind: None }
}

/// Drawings side by side as one picture.
fn sheet(drawings: &[Drawing], across: usize, card: &str) -> Drawing {
    let gap = 10.0;
    let (mut svg, mut top, mut width) = (String::new(), gap, 0.0_f64);
    for line in drawings.chunks(across) {
        let mut left = gap;
        for drawing in line {
            let body = drawing.svg.replacen("<svg ", &format!("<svg x=\"{left}\" y=\"{top}\" "), 1);
            svg.push_str(&body);
            left += drawing.size.0 + gap;
        }
        width = width.max(left);
        top += line.iter().map(|d| d.size.1).fold(0.0, f64::max) + gap;
    }
    let head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{top}\" viewBox=\"0 0 {width} {top}\" \
         font-family=\"Tidemark Sans\"><rect width=\"{width}\" height=\"{top}\" fill=\"{card}\"/>"
    );
    Drawing { svg: format!("{head}{svg}</svg>"), size: (width, top), ..drawings[0].clone() }
}

const THEMES: [(&str, Theme, &str); 3] =
    [("light", Theme::Light, "#FAF8F4"), ("dark", Theme::Dark, "#15191F"), ("grey", Theme::Grey, "#FFFFFF")];

fn every_mark(out: &Path) {
    let mut page = "<!doctype html><meta charset=\"utf-8\"><title>Tidemark charts</title>\n\
                    <style>body{font-family:sans-serif;background:#FAF8F4}img{margin:4px}</style>\n"
        .to_owned();
    for (name, theme, paper) in THEMES {
        let mut all = Vec::new();
        for kind in ChartKind::ALL {
            let drawn = |mark| draw(&every::spec(kind, mark, Language::Chinese).unwrap(), every::canvas(kind, theme));
            let drawings: Vec<_> = every::MARKS.into_iter().map(|mark| drawn(mark).unwrap()).collect();
            let _ = writeln!(page, "<h2>{} · {name}</h2>", kind.name());
            for (mark, drawing) in every::MARKS.iter().zip(&drawings) {
                let file = format!("{}-{mark}-{name}.svg", kind.name());
                std::fs::write(out.join(&file), &drawing.svg).unwrap();
                let _ = writeln!(page, "<img src=\"{file}\" title=\"{mark}\">");
            }
            let nine = sheet(&drawings, 3, paper);
            std::fs::write(out.join(format!("{}-{name}.png", kind.name())), png(&nine, 1.0).unwrap()).unwrap();
            all.extend(drawings);
        }
        let whole = sheet(&all, every::MARKS.len(), paper);
        std::fs::write(out.join(format!("gallery-{name}.png")), png(&whole, 0.5).unwrap()).unwrap();
    }
    std::fs::write(out.join("gallery.html"), page).unwrap();
}

/// Every kind with every mark on paper: nine pages a kind, A4 in colour and A3 in greys.
fn on_paper(out: &Path) {
    let grey = Paper { grey: true, ..Paper::a3(true) };
    for (name, paper) in [("a4", Paper::a4(true)), ("a3-grey", grey)] {
        for kind in ChartKind::ALL {
            let charts = every::MARKS.map(|mark| every::spec(kind, mark, Language::Chinese).unwrap());
            std::fs::write(out.join(format!("{}-{name}.pdf", kind.name())), pdf(&charts, &paper).unwrap()).unwrap();
        }
    }
}

/// The district's own charts in every kind their figures can carry, at sizes from small to large.
fn district(out: &Path) -> Vec<ChartSpec> {
    let (page, six, time) = (figures(&one_page()), figures(&parks()), figures(&years()));
    let named = |name: &str| Definition::named(name).unwrap();
    let fibre = Definition::parse("fibre", FIBRE).unwrap();
    let definitions = ["output-by-park", "high-tech-firms", "indicator:地区生产总值", "indicator:规模以上工业总产值"];
    let definitions = definitions.map(named);
    let (of_page, of_six) = (derived(&page), derived(&six));
    let questions = [
        ("output", question(&definitions[0], &page, &of_page)),
        ("parks", question(&definitions[0], &six, &of_six)),
        ("firms", question(&definitions[1], &page, &[])),
        ("share", question(&fibre, &page, &[])),
        ("time", question(&definitions[2], &time, &[])),
        ("places", question(&definitions[3], &six, &[])),
    ];
    let sizes = [((360.0, 260.0), Theme::Light), ((560.0, 340.0), Theme::Light), ((900.0, 560.0), Theme::Dark)];
    for (name, question) in &questions {
        for (size, theme) in sizes {
            let canvas = Canvas::new(size.0, size.1, theme);
            let drawn = |kind| draw(&compose(&Question { kind: Some(kind), ..*question }).unwrap(), canvas).unwrap();
            let drawings: Vec<_> = kinds(question).into_iter().map(drawn).collect();
            let file = out.join(format!("{name}-{}.png", size.0));
            std::fs::write(file, png(&sheet(&drawings, 3, "#808080"), 1.0).unwrap()).unwrap();
        }
    }
    questions.iter().map(|(_, question)| compose(question).unwrap()).collect()
}

fn main() {
    let out = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "out".into()));
    std::fs::create_dir_all(&out).unwrap();
    every_mark(&out);
    on_paper(&out);
    let all = district(&out);
    for (name, paper) in
        [("a4", Paper::a4(false)), ("a4-landscape", Paper::a4(true)), ("a3-landscape", Paper::a3(true))]
    {
        std::fs::write(out.join(format!("{name}.pdf")), pdf(&all, &paper).unwrap()).unwrap();
    }
    println!("{} charts in {}", all.len(), out.display());
}
