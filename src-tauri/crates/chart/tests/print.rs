//! What is printed can be read back: every word of a chart stands in its PDF as pdftotext sees it, with the bundled
//! fonts embedded. Needs poppler-utils; says so and passes where it is not installed.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod invented;

use invented::{DISTRICT, derived, drawn_on, figures, one_page, parks, years};
use std::path::PathBuf;
use std::process::Command;
use tidemark_chart::{ChartSpec, Definition, Paper, Question, compose, pdf};
use tidemark_model::{Derived, Figure};

fn spec(name: &str, figures: &[Figure], derived: &[Derived]) -> ChartSpec {
    let definition = Definition::named(name).unwrap();
    let period = "2023".parse().ok();
    let question =
        Question { definition: &definition, place: DISTRICT, period, figures, derived, drawn_on: drawn_on() };
    compose(&question).unwrap()
}

fn charts() -> Vec<ChartSpec> {
    let (page, six, time) = (figures(&one_page()), figures(&parks()), figures(&years()));
    vec![
        spec("output-by-park", &six, &derived(&six)),
        spec("high-tech-firms", &page, &[]),
        spec("indicator:地区生产总值", &time, &[]),
    ]
}

/// What a tool of poppler prints of a PDF; nothing where it is not installed.
fn poppler(tool: &str, before: &[&str], pdf: &[u8], name: &str) -> Option<String> {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&file, pdf).unwrap();
    let after: &[&str] = if tool == "pdftotext" { &["-"] } else { &[] };
    match Command::new(tool).args(before).arg(&file).args(after).output() {
        Ok(output) => Some(String::from_utf8(output.stdout).unwrap()),
        Err(error) => {
            eprintln!("{tool} is not installed ({error}); install poppler-utils to run this test");
            None
        }
    }
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_word_printed_can_be_extracted() {
    let charts = charts();
    for (name, paper) in [("a4", Paper::a4(false)), ("a4-wide", Paper::a4(true)), ("a3-wide", Paper::a3(true))] {
        let bytes = pdf(&charts, &paper).unwrap();
        let Some(text) = poppler("pdftotext", &["-raw"], &bytes, name) else { return };
        let text = without_space(&text);
        for chart in &charts {
            let marks = chart.table.iter().skip(1).flat_map(|row| &row[..2]).map(String::as_str);
            let sources: Vec<_> = chart.sources.iter().map(|s| s.article.clone()).collect();
            let words = marks.chain([chart.title.as_str(), "制图 2024年3月25日"]);
            for word in words.chain(sources.iter().map(String::as_str)) {
                // An axis names a year without 年.
                let word = without_space(word.trim_end_matches('年'));
                assert!(text.contains(&word), "“{word}” of “{}” is not in the text of {name}:\n{text}", chart.title);
            }
        }
    }
}

#[test]
fn fonts_are_embedded_as_subsets() {
    let bytes = pdf(&charts(), &Paper::a4(false)).unwrap();
    assert!(bytes.len() < 200_000, "{} bytes", bytes.len());
    let Some(fonts) = poppler("pdffonts", &[], &bytes, "fonts") else { return };
    let rows: Vec<_> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|r| r.contains("Tidemark") && r.contains("yes yes yes")), "{fonts}");
}

#[test]
fn title_and_date_are_in_the_documents_properties() {
    let bytes = pdf(&charts()[..1], &Paper::a4(false)).unwrap();
    let Some(info) = poppler("pdfinfo", &["-rawdates"], &bytes, "info") else { return };
    assert!(info.contains("澄江区规模以上工业总产值，按园区"), "{info}");
    assert!(info.contains("D:20240325"), "{info}");
}

#[test]
fn header_footer_and_page_numbers_stand_outside_the_chart() {
    let paper = Paper { header: "江城年鉴".into(), footer: "内部资料".into(), ..Paper::a4(false) };
    let Some(text) = poppler("pdftotext", &["-raw"], &pdf(&charts(), &paper).unwrap(), "header") else { return };
    assert_eq!(text.matches("江城年鉴").count(), 3);
    assert!(text.contains("第2页，共3页") && text.contains("内部资料"), "{text}");
}
