//! A brief on paper and in Word: words as printed, footnotes where they are mentioned, equal bytes for equal briefs.
//! Needs poppler-utils for what is read back; says so and passes where it is not installed.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod invented;

use invented::{DISTRICT, derived, drawn_on, figures, parks, spec};
use std::io::Read;
use std::path::PathBuf;
use std::process::Command;
use tidemark_chart::brief::{Block, Brief, Run, docx, packed, pdf};

fn brief() -> Brief {
    let six = figures(&parks());
    let chart = spec("output-by-park", &six, &derived(&six));
    let line = |n: usize| {
        let words = Run::plain(format!("{n}．澄江区某项指标，为便于检验断行而写得长一些："));
        Block::Text(vec![words, Run::figure(format!("{n}.5亿元"), vec![n]), Run::plain("。")])
    };
    let mut blocks = vec![Block::Heading("一、主要数字".into())];
    blocks.extend((1..=20).map(line));
    blocks.push(Block::Heading("二、图表".into()));
    blocks.push(Block::Chart(
        Box::new(chart),
        vec![Run::plain("图1　数字的出处："), Run::figure("1.5亿元", vec![1, 21])],
    ));
    Brief {
        title: format!("{DISTRICT}2023年数据简报"),
        basis: "据3份版面、20条数字整理".into(),
        author: "江城市统计局".into(),
        blocks,
        notes: (1..=21).map(|n| format!("江城日报2024年3月19日第02版《第{n}篇》：“𪚥原话<{n}>&一句。”")).collect(),
        drawn_on: drawn_on(),
        grey: false,
    }
}

/// What a tool of poppler prints of a PDF; nothing where it is not installed.
fn poppler(tool: &str, line: &[&str], name: &str) -> Option<String> {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&file, pdf(&brief()).unwrap()).unwrap();
    let after: &[&str] = if tool == "pdftotext" { &["-"] } else { &[] };
    match Command::new(tool).args(line).arg(&file).args(after).output() {
        Ok(output) => Some(String::from_utf8(output.stdout).unwrap()),
        Err(error) => {
            eprintln!("{tool} is not installed ({error}); install poppler-utils to run this test");
            None
        }
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn each_footnote_stands_on_the_page_of_its_figure() {
    let Some(text) = poppler("pdftotext", &["-raw"], "brief-notes") else { return };
    let pages: Vec<String> = text.split('\u{c}').map(squeezed).collect();
    for n in 1..=20 {
        let at = pages.iter().position(|page| page.contains(&format!("{n}.5亿元[{n}]"))).unwrap();
        assert!(pages[at].contains(&format!("[{n}]江城日报")), "footnote {n} is not on page {}", at + 1);
    }
    let all = pages.concat();
    assert_eq!(all.matches("[1]江城日报").count(), 1, "a footnote mentioned twice stands once");
    assert!(all.contains("“〓原话<3>&一句。”"), "{all}");
    assert!(pages.len() >= 3 && pages[1].contains("—2—"));
}

#[test]
fn it_is_a4_with_bookmarks_properties_and_embedded_fonts() {
    let Some(info) = poppler("pdfinfo", &[], "brief-info") else { return };
    assert!(info.contains("(A4)") && info.contains("江城市统计局") && info.contains("澄江区2023年数据简报"), "{info}");
    let fonts = poppler("pdffonts", &[], "brief-info").unwrap();
    assert!(fonts.lines().skip(2).all(|row| row.contains("Tidemark") && row.contains("yes yes yes")), "{fonts}");
    assert!(poppler("pdfdetach", &["-list"], "brief-info").unwrap().contains("chart-1.csv"));
}

#[test]
fn equal_briefs_give_equal_bytes() {
    assert!(pdf(&brief()).unwrap() == pdf(&brief()).unwrap());
    assert!(docx(&brief()).unwrap() == docx(&brief()).unwrap());
}

/// A part of a package, read by the directory at its end.
fn part(package: &[u8], name: &str) -> String {
    let at = package.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x01\x02").map(|(at, _)| at);
    let number = |at: usize, size: usize| package[at..at + size].iter().rev().fold(0, |n, &b| n << 8 | usize::from(b));
    let entry = at.clone().find(|&at| package[at + 46..].starts_with(name.as_bytes())).unwrap();
    let (packed, offset) = (number(entry + 20, 4), number(entry + 42, 4));
    let start = offset + 30 + number(offset + 26, 2) + number(offset + 28, 2);
    let bytes = miniz_oxide::inflate::decompress_to_vec(&package[start..start + packed]).unwrap();
    assert_eq!(crc32fast::hash(&bytes), number(entry + 16, 4) as u32);
    let mut text = String::new();
    bytes.as_slice().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn word_gets_well_formed_parts_and_every_footnote_once() {
    let package = docx(&brief()).unwrap();
    for name in ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/styles.xml", "word/settings.xml"] {
        resvg::usvg::roxmltree::Document::parse(&part(&package, name)).expect(name);
    }
    let (document, notes) = (part(&package, "word/document.xml"), part(&package, "word/footnotes.xml"));
    for text in
        [&document, &notes, &part(&package, "word/_rels/document.xml.rels"), &part(&package, "word/footer1.xml")]
    {
        resvg::usvg::roxmltree::Document::parse(text).unwrap();
    }
    for id in 2..=22 {
        assert_eq!(document.matches(&format!("<w:footnoteReference w:id=\"{id}\"/>")).count(), 1, "{id}");
        assert_eq!(notes.matches(&format!("<w:footnote w:id=\"{id}\">")).count(), 1, "{id}");
    }
    assert!(document.contains("NOTEREF _Note1 "), "the second mention of a footnote refers to the first");
    assert!(document.contains("w:val=\"Heading1\"") && document.contains("r:embed=\"rIdChart1\""));
}

#[test]
fn charts_are_ordered_so_that_pages_are_filled() {
    let (six, time) = (figures(&parks()), figures(&invented::years()));
    let (high, low) = (spec("output-by-park", &six, &derived(&six)), spec("indicator:地区生产总值", &time, &[]));
    let order = packed(vec![(high.clone(), 1), (high.clone(), 2), (low.clone(), 3)]);
    let order: Vec<_> = order.into_iter().map(|(_, number)| number).collect();
    assert_eq!(order, [1, 3, 2]);
    assert_eq!(packed(vec![(low.clone(), 1), (low, 2)]).iter().map(|(_, n)| *n).collect::<Vec<_>>(), [1, 2]);
}
