//! `cargo xtask bench library`: charts, dashboard, lists and evidence of a library with a million invented figures, each
//! beside a plain count of rows of the same file in the same run.
//!
//! The library is made once, under `target/`; TIDEMARK_BENCH_ROWS asks for another number of figures.

#![allow(clippy::print_stdout, reason = "it reports to a terminal")]

use std::path::Path;
use std::time::{Duration, Instant};
use tidemark_commands::Session;
use tidemark_commands::api::{ChartRequest, ObservationFilter};
use tidemark_extract::{EXTRACTOR_VERSION, Extractor};
use tidemark_model::{
    Article, JoinedText, Measure, Observation, Page, Period, Qualifier, Quantity, Resolved, Span, Status,
};
use tidemark_store::{FigureFilter, Library};

const ROWS: usize = 1_000_000;
const ON_A_PAGE: usize = 100;
const DISTRICTS: usize = 200;
const PARKS: usize = 6;
const ORGANISATIONS: usize = 3000;
/// Names that every chart draws; a third of all figures are of them.
const CHARTED: [&str; 6] =
    ["规模以上工业总产值", "工业增加值", "国家高新技术企业", "省科技型中小企业", "汽车产量", "地区生产总值"];

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let rows = std::env::var("TIDEMARK_BENCH_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(ROWS);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../../target/bench-{rows}.tidemark"));
    if !Library::open(&path).is_ok_and(|library| library.counts().is_ok_and(|c| c.observations as usize == rows)) {
        timed(&format!("made, {rows} figures"), || make(&path, rows))?;
    }
    let size = std::fs::metadata(&path)?.len() / 1_000_000;
    println!("{rows} figures, {DISTRICTS} districts, {size} MB");
    let session = timed("opened and filed", || Session::open(&path))?;
    let library = Library::open(&path)?;
    timed("first dashboard", || session.dashboard(None, None))?;
    charts(&session, &library)?;
    windows(&session, &library)?;
    println!("memory at the most: {} MB", peak_memory() / 1000);
    Ok(())
}

fn timed<T, E>(what: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let start = Instant::now();
    let done = work();
    println!("{what}: {:.1} s", start.elapsed().as_secs_f64());
    done
}

fn district(n: usize) -> String {
    format!("潮{n:03}区")
}

/// Every chart of a fifth of the districts, query and drawing; beside it the count of the district's figures.
fn charts(session: &Session, library: &Library) -> Outcome<()> {
    let named = ["output-by-park", "high-tech-firms", "automotive-share"].map(str::to_owned);
    let single = CHARTED.map(|name| format!("indicator:{name}"));
    let (mut all, mut counts) = (Vec::new(), Vec::new());
    for chart in named.iter().chain(&single) {
        let mut times = Vec::new();
        for n in (0..DISTRICTS).step_by(5) {
            let place = if n % 2 == 0 { district(n) } else { park(n, n % PARKS) };
            let period = (n % 3 > 0).then(|| (2019 + n % 5).to_string());
            let request = ChartRequest { name: chart.clone(), place: Some(place), period, ..ChartRequest::default() };
            let start = Instant::now();
            let drawn = session.render_chart(&request, 640, 420);
            let took = start.elapsed();
            if drawn.is_ok() {
                times.push(took);
            }
            let start = Instant::now();
            let standings = library.standings_near(&district(n))?;
            library.count_figures(&FigureFilter { standings: Some(standings), ..FigureFilter::default() })?;
            counts.push(start.elapsed());
        }
        report(chart, &times);
        all.extend(times);
    }
    report("all charts, query and drawing to SVG", &all);
    report("baseline: count of a district's figures", &counts);
    Ok(())
}

/// What a window asks beside charts.
fn windows(session: &Session, library: &Library) -> Outcome<()> {
    let districts = || (0..DISTRICTS).step_by(10).map(district);
    let each = |what: &str, ask: &dyn Fn(String) -> Outcome<()>| -> Outcome<()> {
        let mut times = Vec::new();
        for place in districts() {
            let start = Instant::now();
            ask(place)?;
            times.push(start.elapsed());
        }
        report(what, &times);
        Ok(())
    };
    each("dashboard of a district", &|place| Ok(session.dashboard(Some(&place), None).map(drop)?))?;
    each("indicators of a district", &|place| Ok(session.list_indicators(Some(&place)).map(drop)?))?;
    each("100 rows of a district, by value", &|place| {
        let filter =
            ObservationFilter { place: Some(place), sort: Some("value".into()), limit: 100, ..Default::default() };
        Ok(session.list_observations(&filter).map(drop)?)
    })?;
    let first = session.list_observations(&ObservationFilter { limit: 20, ..Default::default() })?.rows;
    let mut times = Vec::new();
    for row in &first {
        let start = Instant::now();
        session.get_evidence(row.id)?;
        times.push(start.elapsed());
    }
    report("evidence of a figure", &times);
    let ids: Vec<i64> = first.iter().map(|row| row.id).collect();
    let mut times = Vec::new();
    for id in ids.iter().flat_map(|id| [(*id, true), (*id, false)]) {
        let start = Instant::now();
        session.reject_observation(id.0, id.1)?;
        times.push(start.elapsed());
    }
    report("a figure rejected or taken back", &times);
    timed("all indicators after a change", || session.list_indicators(None))?;
    timed("all indicators again", || session.list_indicators(None))?;
    timed("dashboard after a change", || session.dashboard(None, None))?;
    timed("100 rows of all", || session.list_observations(&ObservationFilter { limit: 100, ..Default::default() }))?;
    let words = ObservationFilter { text: Some("小微企业".into()), limit: 100, ..Default::default() };
    timed("a search through every sentence", || session.list_observations(&words))?;
    timed("baseline: count of all rows", || library.counts())?;
    Ok(())
}

fn report(what: &str, times: &[Duration]) {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let at = |share: usize| sorted.get((sorted.len() * share / 100).min(sorted.len().saturating_sub(1)));
    let ms = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    println!("{what}: p50 {:.2} ms, p95 {:.2} ms ({} times)", ms(at(50)), ms(at(95)), times.len());
}

/// Kilobytes; 0 where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// Pages of a hundred figures each, put in as an import does.
fn make(path: &Path, rows: usize) -> Outcome<()> {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
    let names: Vec<String> = Extractor::new().catalogue().rows().iter().map(|row| row.name.clone()).collect();
    let mut library = Library::create(path)?;
    let mut dice = Dice(7);
    for n in 0..rows.div_ceil(ON_A_PAGE) {
        let page = page(n);
        let found: Vec<_> = (0..ON_A_PAGE).map(|_| observation(n, &names, &mut dice)).collect();
        library.import_page(&page, &found, EXTRACTOR_VERSION, "2026-01-01T00:00:00Z")?;
    }
    Ok(())
}

/// Numbers that look like chance and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

const SENTENCE: &str = "去年全区实现产值12.5亿元，比上年增长6.1%，税收、就业和研发投入同步提高，重点项目建设有序推进。";

fn page(n: usize) -> Page {
    let text = format!("第{n}期\n\n{SENTENCE}\n").repeat(12);
    let span = Span::new(0, text.len());
    let mut joined = JoinedText::default();
    joined.push(&text, span);
    let headline = format!("成绩单第{n}期");
    let article = Article { headline, byline: None, span, joined, blocks: Vec::new() };
    let issue: Option<Period> = format!("{}-{:02}", 2012 + n % 14, 1 + n % 12).parse().ok();
    Page {
        name: format!("page-{n}.txt"),
        hash: format!("{n:064x}"),
        text,
        encoding: "UTF-8".to_owned(),
        newspaper: Some("潮声日报".to_owned()),
        page_number: Some("01".to_owned()),
        issue: issue.map(|value| Resolved { value, reason: String::new(), span: None }),
        home: Some(district(n % DISTRICTS)),
        articles: vec![article],
    }
}

fn park(district: usize, n: usize) -> String {
    format!("潮{district:03}第{n}小镇")
}

fn observation(page: usize, names: &[String], dice: &mut Dice) -> Observation {
    let home = page % DISTRICTS;
    let subject = match dice.below(10) {
        0 => format!("听涛第{}公司", dice.below(ORGANISATIONS)),
        1..=5 => district(home),
        _ => park(home, dice.below(PARKS)),
    };
    let charted = dice.below(3) == 0;
    let name =
        if charted { CHARTED[dice.below(CHARTED.len())].to_owned() } else { names[dice.below(names.len())].clone() };
    let counts = name.ends_with("企业");
    let measure = match dice.below(10) {
        0..=1 => Measure::Share,
        2..=3 if counts => Measure::New,
        2 => Measure::Growth,
        _ => Measure::Total,
    };
    let unit = if matches!(measure, Measure::Share | Measure::Growth) {
        "%"
    } else if counts {
        "家"
    } else {
        "元"
    };
    let value = 1 + dice.below(if unit == "%" { 90 } else { 9000 });
    let sentence_at = format!("第{page}期\n\n").len();
    let sentence = Span::new(sentence_at, sentence_at + SENTENCE.len());
    let amount = sentence_at + SENTENCE.find("12.5").unwrap_or(0);
    let year = 2012 + dice.below(14);
    let period = match dice.below(4) {
        0 => format!("{year}-{:02}", 1 + dice.below(12)),
        1 => format!("{year}-Q{}", 1 + dice.below(4)),
        _ => year.to_string(),
    };
    let whole = (measure == Measure::Share).then(|| format!("{}{name}", district(home)));
    Observation {
        indicators: vec![name],
        measure,
        subject: Some(Resolved { value: subject, reason: "同句".to_owned(), span: None }),
        period: period
            .parse()
            .ok()
            .map(|value| Resolved { value, reason: "由“去年”推得".to_owned(), span: None }),
        quantity: Quantity {
            value: value.into(),
            value_max: None,
            unit: unit.to_owned(),
            qualifier: Qualifier::Exact,
            qualifier_word: None,
            step: 1.into(),
            printed: format!("{value}{unit}"),
        },
        whole,
        status: Status::Actual,
        span: Span::new(amount, amount + "12.5亿元".len()),
        sentence,
        indicator_span: None,
        article: 0,
        confidence: 0.9,
        accepted: true,
        evidence: Vec::new(),
    }
}
