//! The whole pipeline over a page of several articles: every observation's spans lie on the page, its amount's own
//! words where it says, and one thread or three come to the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use tidemark_extract::Extractor;
use tidemark_model::{Article, Block, BlockRole, JoinedText, Page, Span};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// Articles parted by form feeds; lines are blocks, the first of an article its headline, those with tabs a table.
fn page_of(text: &str, home: bool) -> Page {
    let mut articles = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive('\u{c}') {
        articles.push(article_of(text, Span::new(start, start + part.len())));
        start += part.len();
    }
    Page {
        name: String::new(),
        hash: String::new(),
        text: text.to_owned(),
        encoding: "UTF-8".to_owned(),
        newspaper: None,
        page_number: None,
        issue: None,
        home: home.then(|| "钱塘区".to_owned()),
        articles,
    }
}

fn article_of(text: &str, span: Span) -> Article {
    let mut joined = JoinedText::default();
    joined.push(text, span);
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in span.slice(text).split_inclusive('\n') {
        let range = Span::new(at, at + line.trim_end().len());
        let role = match line {
            _ if line.contains('\t') => BlockRole::Table,
            _ if blocks.is_empty() => BlockRole::Headline,
            _ => BlockRole::Body,
        };
        blocks.push(Block { range, role });
        at += line.len();
    }
    Article { headline: String::new(), byline: None, span, joined, blocks }
}

fuzz_target!(|text: &str| {
    let page = page_of(text, text.len() % 2 == 0);
    let found = EXTRACTOR.extract_on(&page, 1);
    for seen in &found {
        let words = text.get(seen.span.start..seen.span.end).expect("the amount is on the page");
        let printed: String = words.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(seen.quantity.printed.chars().filter(|c| !c.is_whitespace()).all(|c| printed.contains(c)), "{seen:?}");
        let spans = [Some(seen.sentence), seen.indicator_span]
            .into_iter()
            .chain([seen.period.as_ref().and_then(|p| p.span), seen.subject.as_ref().and_then(|s| s.span)]);
        assert!(spans.flatten().all(|span| text.get(span.start..span.end).is_some()), "{seen:?}");
    }
    assert_eq!(found, EXTRACTOR.extract_on(&page, 3));
});
