//! Characters a second and memory of the whole extractor, beside jieba-rs segmenting the same text in the same run.
//!
//! `cargo xtask bench extract`; one thread and all cores apart, since jieba-rs has one. With `--texts FOLDER` the pages
//! are the folder's text files instead, each line a paragraph. The text is made up here from a few sentences with changing figures, so that nobody
//! needs newspaper text to repeat it.

use std::hint::black_box;
use std::time::{Duration, Instant};
use tidemark_extract::Extractor;
use tidemark_model::{Article, Block, BlockRole, JoinedText, Page, Span};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Sizes in bytes, with how often each is run.
const SIZES: [(&str, usize, u32); 3] = [("4 kB", 4 << 10, 200), ("1 MB", 1 << 20, 3), ("64 MB", 64 << 20, 1)];

fn main() {
    let jieba = jieba_rs::Jieba::new();
    let extractor = Extractor::new();
    let largest = if std::env::args().any(|argument| argument == "--quick") { 2 } else { SIZES.len() };
    if let Some(folder) = std::env::args().skip_while(|argument| argument != "--texts").nth(1) {
        return real(&folder, &jieba, &extractor);
    }
    for (name, bytes, runs) in &SIZES[..largest] {
        let page = page_of(*bytes);
        let characters = page.text.chars().count() as f64;
        let baseline = best_of(*runs, || {
            for line in page.text.lines() {
                black_box(jieba.cut(line, true));
            }
        });
        let before = resident();
        let mut found = 0;
        let own = best_of(*runs, || found = black_box(extractor.extract_on(&page, 1)).len());
        let beside = best_of(*runs, || found = black_box(extractor.extract(&page)).len());
        let rate = |time: Duration| characters / time.as_secs_f64() / 1e6;
        line(&format!(
            "{name:>6}: {:.2} ms, {:.2} M characters/s; jieba-rs {:.2} M characters/s; ratio {:.2}; all cores \
             {:.2} ms, ratio {:.2}; {found} observations, one per {:.0} characters; peak memory {} MB over {before} MB before",
            own.as_secs_f64() * 1e3,
            rate(own),
            rate(baseline),
            rate(own) / rate(baseline),
            beside.as_secs_f64() * 1e3,
            rate(beside) / rate(baseline),
            characters / f64::from(u32::try_from(found.max(1)).unwrap_or(u32::MAX)),
            peak(),
        ));
    }
}

/// Real pages one by one: the sums of the fastest of twenty runs of each.
fn real(folder: &str, jieba: &jieba_rs::Jieba, extractor: &Extractor) {
    let paths = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let (mut characters, mut found, mut own, mut baseline) = (0, 0, Duration::ZERO, Duration::ZERO);
    for text in paths.filter_map(|path| std::fs::read_to_string(path).ok()) {
        let page = page_of_lines(text);
        characters += page.text.chars().count();
        let mut count = 0;
        own += best_of(20, || count = black_box(extractor.extract_on(&page, 1)).len());
        found += count;
        baseline += best_of(20, || {
            for line in page.text.lines() {
                black_box(jieba.cut(line, true));
            }
        });
    }
    let per = |time: Duration| characters as f64 / time.as_secs_f64() / 1e6;
    line(&format!(
        "{characters} characters, {found} observations: {:.2} M characters/s on one thread, {:.2} ms for 4,000 characters; \
         jieba-rs {:.2} M characters/s; ratio {:.3}",
        per(own),
        4.0 / per(own),
        per(baseline),
        per(own) / per(baseline),
    ));
}

fn page_of_lines(text: String) -> Page {
    let mut blocks = Vec::new();
    let mut start = 0;
    for words in text.split_inclusive('\n') {
        let range = Span::new(start, start + words.trim_end().len());
        blocks.push(Block { range, role: BlockRole::Body });
        start += words.len();
    }
    let span = Span::new(0, text.len());
    let articles = vec![article(&text, span, blocks)];
    Page { text, articles, ..page_of(0) }
}

#[allow(clippy::print_stdout, reason = "a benchmark reports on standard output")]
fn line(text: &str) {
    println!("{text}");
}

/// The fastest of several runs: noise only ever adds.
fn best_of(runs: u32, mut work: impl FnMut()) -> Duration {
    if runs > 1 {
        work();
    }
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

/// A page of about so many bytes: articles of twelve paragraphs.
fn page_of(bytes: usize) -> Page {
    let mut text = String::with_capacity(bytes + 4096);
    let mut articles = Vec::new();
    let mut count = 0;
    while text.len() < bytes {
        let start = text.len();
        let mut blocks = Vec::new();
        for _ in 0..12 {
            let from = text.len();
            text.push_str(&paragraph(count));
            blocks.push(Block { range: Span::new(from - start, text.len() - start), role: BlockRole::Body });
            text.push('\n');
            count += 1;
        }
        articles.push((Span::new(start, text.len()), blocks));
    }
    let articles = articles.into_iter().map(|(span, blocks)| article(&text, span, blocks)).collect();
    Page {
        name: "bench.txt".to_owned(),
        hash: String::new(),
        encoding: "UTF-8".to_owned(),
        newspaper: None,
        page_number: None,
        issue: None,
        home: Some("钱塘区".to_owned()),
        text,
        articles,
    }
}

fn article(text: &str, span: Span, blocks: Vec<Block>) -> Article {
    let mut joined = JoinedText::default();
    joined.push(text, span);
    Article { headline: String::new(), byline: None, span, joined, blocks }
}

fn paragraph(n: usize) -> String {
    let (a, b, c) = (n % 977 + 23, n % 89 + 3, n % 37 + 1);
    format!(
        "据介绍,园区坚持以科技创新为引领,持续优化营商环境,企业获得感不断增强。2023年,钱塘区实现规模以上工业总产值{a}.{c}亿元,\
         同比增长{c}.{}%,约占全市的{b}.5%。新增国家高新技术企业{b}家、省科技型中小企业{a}家,均占全区增量的{c}%。\
         下一步,将围绕产业链部署创新链,让更多成果从实验室走向生产线,力争到2027年培育上市公司{c}家。",
        n % 10
    )
}

/// Resident memory now, in MB.
fn resident() -> u64 {
    status("VmRSS:")
}

/// The most this process has had resident, in MB.
fn peak() -> u64 {
    status("VmHWM:")
}

fn status(key: &str) -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with(key)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
}
