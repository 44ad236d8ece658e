//! A library with a million invented figures, made once under `target/tmp`; TIDEMARK_BENCH_ROWS asks for another number.

#![allow(clippy::print_stdout, reason = "it reports to a terminal")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tidemark_extract::{EXTRACTOR_VERSION, Extractor};
use tidemark_model::{
    Article, JoinedText, Measure, Observation, Page, Period, Qualifier, Quantity, Resolved, Span, Status,
};
use tidemark_store::Library;

const ROWS: usize = 1_000_000;
const ON_A_PAGE: usize = 100;
/// Districts that the figures are of.
pub const DISTRICTS: usize = 200;
/// Parks of each.
pub const PARKS: usize = 6;
const ORGANISATIONS: usize = 3000;
/// Names that every chart draws; a third of all figures are of them.
pub const CHARTED: [&str; 6] =
    ["规模以上工业总产值", "工业增加值", "国家高新技术企业", "省科技型中小企业", "汽车产量", "地区生产总值"];

/// What a benchmark comes to.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// The library's file, made where it is not there yet.
pub fn library() -> Outcome<PathBuf> {
    let rows = std::env::var("TIDEMARK_BENCH_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(ROWS);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{rows}.tidemark"));
    if !Library::open(&path).is_ok_and(|library| library.counts().is_ok_and(|c| c.observations as usize == rows)) {
        timed(&format!("made, {rows} figures"), || make(&path, rows))?;
    }
    let size = std::fs::metadata(&path)?.len() / 1_000_000;
    println!("{rows} figures, {DISTRICTS} districts, {size} MB");
    Ok(path)
}

/// Does it and prints how long it took.
pub fn timed<T, E>(what: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let start = Instant::now();
    let done = work();
    println!("{what}: {:.1} s", start.elapsed().as_secs_f64());
    done
}

/// A district's name.
pub fn district(n: usize) -> String {
    format!("潮{n:03}区")
}

/// How long something took by the clock, and how long the processor worked on it: the two differ where others are at
/// work too.
#[derive(Clone, Copy, Debug)]
pub struct Took {
    /// By the clock.
    pub clock: Duration,
    /// Of this thread on a processor; zero where the system does not tell.
    pub work: Duration,
}

/// Does it and gives how long it took.
pub fn took<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (start, before) = (Instant::now(), worked());
    let done = work();
    (done, Took { clock: start.elapsed(), work: worked().saturating_sub(before) })
}

fn worked() -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(stat.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or(0))
}

/// Milliseconds that a share of the times stay within.
pub fn within(times: &[Duration], share: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let at = (sorted.len() * share / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

/// Prints them as half of them and nearly all of them came out.
pub fn report(what: &str, times: &[Took]) {
    let clock: Vec<_> = times.iter().map(|took| took.clock).collect();
    let (half, most, work, count) = (within(&clock, 50), within(&clock, 95), worked_each(times), times.len());
    println!("{what}: p50 {half:.2} ms, p95 {most:.2} ms, {work:.2} ms of the processor ({count} times)");
}

/// Milliseconds of the processor for each of them; the system counts too coarsely to tell them apart.
pub fn worked_each(times: &[Took]) -> f64 {
    times.iter().map(|took| took.work).sum::<Duration>().as_secs_f64() * 1000.0 / times.len().max(1) as f64
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

/// A park's name.
pub fn park(district: usize, n: usize) -> String {
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
