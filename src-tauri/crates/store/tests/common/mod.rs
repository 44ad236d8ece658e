//! An invented page with its observations, for every test of the library.
#![allow(dead_code)]

use std::sync::Arc;
use tempfile::TempDir;
use tidemark_model::{
    Article, Block, BlockRole, Decimal, Evidence, JoinedText, Measure, Observation, Page, Period, Place, PlaceKind,
    Qualifier, Quantity, Resolved, Span, Status,
};
use tidemark_store::{Filed, Filer, Import, Library};

pub const NOW: &str = "2026-11-25T08:00:00Z";

/// A sentence of two figures on a page of its own; `hash` tells pages apart.
pub fn page(name: &str, hash: char) -> Page {
    let text = "云岭区开会\n\n去年云岭区实现工业总产值812.4亿元，约\n\n占全市的三成，新增高新技术企业41家。".to_owned();
    let headline = Span::new(0, "云岭区开会".len());
    let body = Span::new(text.find('去').expect("body"), text.len());
    let mut joined = JoinedText::default();
    joined.push(&text, headline);
    joined.push_break();
    let start = joined.text().len();
    joined.push(&text, body);
    let blocks = vec![
        Block { range: Span::new(0, headline.end), role: BlockRole::Headline },
        Block { range: Span::new(start, joined.text().len()), role: BlockRole::Body },
    ];
    let article = Article {
        headline: "云岭区开会".to_owned(),
        byline: Some("江小舟".to_owned()),
        span: Span::new(0, text.len()),
        joined,
        blocks,
    };
    let issue = Resolved { value: period("2024-03"), reason: "导入时指定".to_owned(), span: None };
    Page {
        name: name.to_owned(),
        hash: hash.to_string().repeat(64),
        text,
        encoding: "UTF-8".to_owned(),
        newspaper: Some("云岭日报".to_owned()),
        page_number: Some("03".to_owned()),
        issue: Some(issue),
        home: Some("云岭区".to_owned()),
        articles: vec![article],
    }
}

pub fn period(text: &str) -> Period {
    text.parse().expect("period")
}

/// A figure of the page: its words there, its value and what it states.
pub fn figure(page: &Page, printed: &str, value: &str, indicator: &str) -> Observation {
    let at = page.text.find(printed).expect("the amount's words");
    let subject_at = page.text.rfind("云岭区").expect("subject");
    let body = page.articles[0].joined.to_page(page.articles[0].blocks[1].range);
    Observation {
        indicators: vec![indicator.to_owned()],
        measure: Measure::Total,
        subject: Some(Resolved {
            value: "云岭区".to_owned(),
            reason: "同句".to_owned(),
            span: Some(Span::new(subject_at, subject_at + "云岭区".len())),
        }),
        period: Some(Resolved { value: period("2023"), reason: "由“去年”推得".to_owned(), span: None }),
        quantity: Quantity {
            value: value.parse().expect("decimal"),
            value_max: None,
            unit: "元".to_owned(),
            qualifier: Qualifier::Exact,
            qualifier_word: None,
            step: Decimal::ONE,
            printed: printed.to_owned(),
        },
        whole: None,
        status: Status::Actual,
        span: Span::new(at, at + printed.len()),
        sentence: body,
        indicator_span: None,
        article: 0,
        confidence: 0.9,
        accepted: true,
        evidence: vec![Evidence { rule: "indicator/lexicon".to_owned(), detail: indicator.to_owned() }],
    }
}

/// The page's three figures.
pub fn figures(page: &Page) -> Vec<Observation> {
    let mut output = figure(page, "812.4亿元", "81240000000", "工业总产值");
    output.quantity.step = "10000000".parse().expect("decimal");
    let mut share = figure(page, "三成", "30", "工业总产值");
    share.measure = Measure::Share;
    share.quantity.unit = "%".to_owned();
    share.quantity.qualifier = Qualifier::About;
    share.quantity.qualifier_word = Some("约".to_owned());
    share.whole = Some("全市".to_owned());
    let mut firms = figure(page, "41家", "41", "高新技术企业");
    firms.measure = Measure::New;
    firms.quantity.unit = "家".to_owned();
    firms.confidence = 0.4;
    firms.accepted = false;
    vec![output, share, firms]
}

/// A new library with one page of three figures in it.
pub fn library() -> (TempDir, Library) {
    let folder = tempfile::tempdir().expect("folder");
    let mut library = Library::create(&folder.path().join("库.tidemark")).expect("library");
    add(&mut library, "a.txt", 'a');
    (folder, library)
}

pub fn add(library: &mut Library, name: &str, hash: char) -> Import {
    let page = page(name, hash);
    library.import_page(&page, &figures(&page), 1, NOW).expect("import")
}

/// A place that no table of places holds.
pub fn own_place() -> Place {
    Place {
        name: "听涛小镇".to_owned(),
        parent: Some("云岭区".to_owned()),
        kind: PlaceKind::Park,
        aliases: vec!["听涛".to_owned()],
    }
}

/// Files every figure as one of a district in 云岭市, under its own name.
pub fn filer() -> Filer {
    Arc::new(|_, found| Filed {
        names: found.indicators.clone(),
        each: false,
        family: Some("output".to_owned()),
        kind: Some(PlaceKind::District),
        parents: vec!["云岭市".to_owned()],
        status: found.status,
    })
}
