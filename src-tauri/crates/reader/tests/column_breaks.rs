//! Real texts, broken into columns by machine, read as they did before: the words around every figure are the same.
//!
//! Runs where the evaluation texts lie beside the checkout, and passes without them.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tidemark_model::{Page, Span};
use tidemark_reader::{ReadOptions, read_file};

const NEAR: usize = 20;

/// The folder of evaluation texts, if it is there.
fn eval() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/eval");
    folder.is_dir().then_some(folder)
}

/// (document, start, end) of every figure, in code points, in page order.
fn figures(gold: &Path) -> Vec<(String, usize, usize)> {
    let text = fs::read_to_string(gold).expect("gold");
    let row = |line: &str| {
        let row: Value = serde_json::from_str(line).expect("row");
        let at = |key: &str| row[key].as_u64().expect("offset") as usize;
        (row["doc"].as_str().expect("doc").to_owned(), at("start"), at("end"))
    };
    let mut rows: Vec<_> = text.lines().map(row).collect();
    rows.sort();
    rows
}

/// The words around a figure in its article's joined text.
fn around(page: &Page, start: usize, end: usize) -> Option<String> {
    let byte = |n: usize| page.text.char_indices().nth(n).map_or(page.text.len(), |(at, _)| at);
    let (start, end) = (byte(start), byte(end));
    let article = page.articles.iter().find(|a| a.span.contains(Span::new(start, end)))?;
    let text = article.joined.text();
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let from_page = |i: usize| {
        let next = ends.get(i + 1).copied().unwrap_or(text.len());
        article.joined.to_page(Span::new(ends[i], next))
    };
    let first = (0..ends.len()).find(|&i| from_page(i).start >= start)?;
    let last = (first..ends.len()).find(|&i| from_page(i).end >= end)?;
    let words: Vec<char> = text.chars().collect();
    Some(words[first.saturating_sub(NEAR)..(last + 1 + NEAR).min(words.len())].iter().collect())
}

#[test]
fn words_around_every_figure_survive_column_breaks() {
    let Some(eval) = eval() else { return };
    let plain = figures(&eval.join("dev.gold.jsonl"));
    let broken = figures(&eval.join("dev-wrapped.gold.jsonl"));
    assert_eq!(plain.len(), broken.len());
    let read =
        |folder: &str, doc: &str| read_file(&eval.join(folder).join(doc), &ReadOptions::default()).expect("page");
    let (mut pages, mut same) = (None::<(String, Page, Page)>, 0);
    for ((doc, start, end), (_, wrapped_start, wrapped_end)) in plain.iter().zip(&broken) {
        if pages.as_ref().is_none_or(|(name, ..)| name != doc) {
            pages = Some((doc.clone(), read("dev", doc), read("dev-wrapped", doc)));
        }
        let (_, page, wrapped) = pages.as_ref().expect("pages");
        let (a, b) = (around(page, *start, *end), around(wrapped, *wrapped_start, *wrapped_end));
        same += usize::from(a.is_some() && a == b);
        if a != b {
            eprintln!("{doc} {start}: {a:?} became {b:?}");
        }
    }
    let share = same as f64 / plain.len() as f64;
    eprintln!("{same} of {} figures keep the {NEAR} characters to each side: {share:.4}", plain.len());
    assert!(share >= 0.98, "{share}");
}

#[test]
fn the_newspaper_page_has_its_five_articles() {
    let Some(eval) = eval() else { return };
    let page = read_file(&eval.join("../pages/qiantang-2024-03.txt"), &ReadOptions::default()).expect("page");
    assert_eq!(page.articles.len(), 5);
    assert!(page.articles.iter().all(|a| !a.headline.is_empty() && a.byline.is_some()));
    assert_eq!(page.issue.map(|i| i.value.to_string()).as_deref(), Some("2024-03"));
}
