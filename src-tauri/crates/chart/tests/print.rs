//! What is printed can be read back: every word of a chart stands in its PDF as pdftotext sees it, with the bundled
//! fonts embedded. Needs poppler-utils; says so and passes where it is not installed.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod invented;

use invented::{DISTRICT, three_charts};
use std::path::PathBuf;
use std::process::Command;
use tidemark_chart::{Manner, Paper, page, pdf, png_at};

/// What a tool of poppler prints of a PDF; nothing where it is not installed.
fn poppler(tool: &str, before: &[&str], pdf: &[u8], name: &str) -> Option<String> {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&file, pdf).unwrap();
    let after: &[&str] = if tool == "pdftotext" { &["-"] } else { &[] };
    match Command::new(tool).args(before).arg(&file).args(after).output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
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
    let charts = three_charts();
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
    let bytes = pdf(&three_charts(), &Paper::a4(false)).unwrap();
    assert!(bytes.len() < 200_000, "{} bytes", bytes.len());
    let Some(fonts) = poppler("pdffonts", &[], &bytes, "fonts") else { return };
    let rows: Vec<_> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|r| r.contains("Tidemark") && r.contains("yes yes yes")), "{fonts}");
}

#[test]
fn title_and_date_are_in_the_documents_properties() {
    let bytes = pdf(&three_charts()[..1], &Paper::a4(false)).unwrap();
    let Some(info) = poppler("pdfinfo", &["-rawdates"], &bytes, "info") else { return };
    assert!(info.contains("澄江区规模以上工业总产值，按园区"), "{info}");
    assert!(info.contains("D:20240325"), "{info}");
}

#[test]
fn header_footer_and_page_numbers_stand_outside_the_chart() {
    let paper = Paper { header: "江城年鉴".into(), footer: "内部资料".into(), ..Paper::a4(false) };
    let Some(text) = poppler("pdftotext", &["-raw"], &pdf(&three_charts(), &paper).unwrap(), "header") else { return };
    assert_eq!(text.matches("江城年鉴").count(), 3);
    assert!(text.contains("第2页，共3页") && text.contains("内部资料"), "{text}");
}

/// The words of a picture in the order they are drawn.
fn words_of(svg: &str) -> String {
    let pieces = svg.split("<text ").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once("</text>"));
    pieces.map(|(words, _)| words.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")).collect()
}

#[test]
fn the_text_of_the_pdf_is_the_printed_text_and_nothing_else() {
    let paper = Paper { header: "江城年鉴".into(), footer: "内部资料".into(), ..Paper::a4(false) };
    for chart in three_charts() {
        let bytes = pdf(std::slice::from_ref(&chart), &paper).unwrap();
        let Some(text) = poppler("pdftotext", &["-raw"], &bytes, "exact") else { return };
        let printed = words_of(&page(&chart, &paper, Manner::default()).unwrap().svg);
        assert_eq!(without_space(&text), without_space(&printed), "{}", chart.title);
    }
}

#[test]
fn figures_and_specification_are_attached() {
    let charts = three_charts();
    let bytes = pdf(&charts, &Paper::a4(false)).unwrap();
    let Some(list) = poppler("pdfdetach", &["-list"], &bytes, "attached") else { return };
    for number in 1..=3 {
        assert!(
            list.contains(&format!("chart-{number}.csv")) && list.contains(&format!("chart-{number}.json")),
            "{list}"
        );
    }
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("chart-1.csv");
    poppler("pdfdetach", &["-savefile", "chart-1.csv", "-o", out.to_str().unwrap()], &bytes, "attached");
    let csv = std::fs::read_to_string(out).unwrap();
    assert_eq!(csv.lines().count(), charts[0].table.len());
}

#[test]
fn a_chart_is_told_to_those_who_cannot_see_it() {
    let charts = three_charts();
    let bytes = pdf(&charts, &Paper::a4(false)).unwrap();
    let raw = String::from_utf8_lossy(&bytes);
    let said = |text: &str| raw.contains(&text.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<String>());
    for chart in &charts {
        let row = &chart.table[1];
        assert!(said(&format!("{}。{}", chart.title, chart.subtitle)), "{}", chart.title);
        assert!(said(&row[..3].join("，")), "{row:?}");
    }
    let Some(info) = poppler("pdfinfo", &[], &bytes, "told") else { return };
    assert!(info.contains("Tagged:          yes"), "{info}");
    let Some(info) = poppler("pdfinfo", &["-struct"], &bytes, "told") else { return };
    for (kind, count) in [("\n  Figure", 3), ("\n  H1", 3), ("\n  Note", 3)] {
        assert_eq!(info.matches(kind).count(), count, "{kind}: {info}");
    }
}

#[test]
fn equal_input_gives_equal_bytes_in_every_format() {
    let once = || {
        let charts = three_charts();
        let paper = Paper { grey: true, ..Paper::slide() };
        let drawing = page(&charts[1], &paper, Manner { outline: true, carry: true }).unwrap();
        (pdf(&charts, &paper).unwrap(), png_at(&drawing, 96.0).unwrap(), drawing.svg)
    };
    assert!(once() == once());
}

#[test]
fn author_and_keywords_are_in_the_documents_properties() {
    let paper = Paper { author: "江城市统计局".into(), ..Paper::a4(false) };
    let Some(info) = poppler("pdfinfo", &[], &pdf(&three_charts()[..1], &paper).unwrap(), "author") else { return };
    let keywords = info.lines().find(|line| line.starts_with("Keywords:")).unwrap();
    assert!(info.contains("江城市统计局") && keywords.contains(DISTRICT) && keywords.contains("2023年"), "{info}");
}

#[test]
fn a_sheet_has_the_size_it_was_asked_for() {
    for (name, size) in [("16:9", "960 x 540"), ("180x120mm", "510.236 x 340.157"), ("A3", "841.89 x 1190.55")] {
        let bytes = pdf(&three_charts()[..1], &Paper::named(name).unwrap()).unwrap();
        let Some(info) = poppler("pdfinfo", &[], &bytes, "size") else { return };
        assert!(info.contains(&format!("Page size:       {size} pts")), "{name}: {info}");
    }
}
