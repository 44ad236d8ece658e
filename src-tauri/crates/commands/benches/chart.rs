//! `cargo xtask bench chart`: one bar chart from question to SVG, PDF and PNG, out of a library with a million invented
//! figures, and beside it the same bars by ECharts' server-side rendering in the same run.

#![allow(clippy::print_stdout, reason = "it reports to a terminal")]

mod million;

use million::{DISTRICTS, Outcome, Took, district, report, took, within, worked_each};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tidemark_commands::Session;
use tidemark_commands::api::{ChartRequest, ExportOptions, RenderedChart};

/// Pixels across and down of what both draw.
const SIZE: (u32, u32) = (640, 420);
/// How often each thing is done.
const TIMES: usize = 200;
/// Set for a process that is to draw one PDF, its first.
const FIRST: &str = "TIDEMARK_BENCH_FIRST";

fn main() -> Outcome<()> {
    if let Ok(task) = std::env::var(FIRST) {
        let (library, request): (PathBuf, ChartRequest) = serde_json::from_str(&task)?;
        return first(&library, &request);
    }
    let library = million::library()?;
    let session = Session::open(&library)?;
    let out = tempfile::tempdir()?;
    let requests = requests(&session);
    let Some(request) = requests.first() else { return Err("no district has parks to draw".into()) };
    let drawn = session.render_chart(request, SIZE.0, SIZE.1)?;
    println!("{} bars, {} × {}", drawn.table.len().saturating_sub(1), SIZE.0, SIZE.1);
    let svg = times(&requests, |request| Ok(session.render_chart(request, SIZE.0, SIZE.1).map(drop)?))?;
    report("question to SVG", &svg);
    for (what, name, dpi) in [
        ("question to PDF, A4", "chart.pdf", None),
        ("question to PNG, 96 dpi", "screen.png", Some(96)),
        ("question to PNG, 300 dpi", "print.png", Some(300)),
    ] {
        let path = out.path().join(name).to_string_lossy().into_owned();
        let options = ExportOptions { path, dpi, ..ExportOptions::default() };
        let took = times(&requests[..requests.len().min(40)], |request| Ok(session.export_chart(request, &options)?))?;
        report(what, &took);
    }
    fresh(&library, request)?;
    beside_echarts(&drawn, &svg)
}

/// The parks of as many districts as have some, each in the year that has them.
fn requests(session: &Session) -> Vec<ChartRequest> {
    let of = |n: usize| ChartRequest {
        name: "output-by-park".to_owned(),
        place: Some(district(n % DISTRICTS)),
        kind: Some("bars".to_owned()),
        date: Some("2026-01-01".to_owned()),
        ..ChartRequest::default()
    };
    let drawable = |request: &ChartRequest| session.render_chart(request, SIZE.0, SIZE.1).is_ok();
    (0..DISTRICTS).map(of).filter(drawable).take(TIMES).collect()
}

fn times(requests: &[ChartRequest], draw: impl Fn(&ChartRequest) -> Outcome<()>) -> Outcome<Vec<Took>> {
    let one = |request| {
        let (drawn, time) = took(|| draw(request));
        drawn.map(|()| time)
    };
    requests.iter().map(one).collect()
}

/// A process of its own asks its first question, then draws its first PDF, ten times over.
fn fresh(library: &Path, request: &ChartRequest) -> Outcome<()> {
    let (program, task) = (std::env::current_exe()?, serde_json::to_string(&(library, request))?);
    let (mut asked, mut drawn) = (Vec::new(), Vec::new());
    for _ in 0..10 {
        let done = Command::new(&program).env(FIRST, &task).stderr(Stdio::inherit()).output()?;
        let said = String::from_utf8(done.stdout)?;
        let millis: Vec<f64> = said.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
        let of = |at: usize| Duration::from_secs_f64(millis.get(at).copied().unwrap_or(0.0) / 1000.0);
        asked.push(Took { clock: of(0), work: of(1) });
        drawn.push(Took { clock: of(2), work: of(3) });
    }
    report("first question of a fresh process to SVG, with what it reads of the library once", &asked);
    report("its first PDF, with the fonts read and nothing kept yet", &drawn);
    Ok(())
}

fn first(library: &Path, request: &ChartRequest) -> Outcome<()> {
    let session = Session::open(library)?;
    let out = tempfile::tempdir()?;
    let path = out.path().join("first.pdf").to_string_lossy().into_owned();
    let (drawn, svg) = took(|| session.render_chart(request, SIZE.0, SIZE.1));
    drawn?;
    let (printed, pdf) = took(|| session.export_chart(request, &ExportOptions { path, ..ExportOptions::default() }));
    for time in [svg.clock, svg.work, pdf.clock, pdf.work] {
        println!("{}", time.as_secs_f64() * 1000.0);
    }
    Ok(printed?)
}

/// The same title, names and numbers drawn by ECharts in Node, as often; the ratio of what half of the drawings take.
fn beside_echarts(drawn: &RenderedChart, ours: &[Took]) -> Outcome<()> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/bench");
    if !folder.join("node_modules/echarts").is_dir() {
        println!(
            "ECharts is not installed under tests/bench, so there is no ratio; `cargo xtask bench chart` installs it"
        );
        return Ok(());
    }
    let task = serde_json::json!({ "table": drawn.table, "width": SIZE.0, "height": SIZE.1, "times": TIMES });
    let mut command = Command::new("node");
    command.arg("bars.mjs").current_dir(&folder).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = match command.spawn() {
        Ok(node) => node,
        Err(why) => {
            println!("Node cannot be started ({why}), so there is no ratio to ECharts");
            return Ok(());
        }
    };
    node.stdin.take().ok_or("node takes no input")?.write_all(task.to_string().as_bytes())?;
    let said: serde_json::Value = serde_json::from_slice(&node.wait_with_output()?.stdout)?;
    let millis = |name: &str| said[name].as_f64().unwrap_or(0.0);
    let pairs = said["times"].as_array().into_iter().flatten().filter_map(|pair| {
        let of = |at: usize| Some(Duration::from_secs_f64(pair[at].as_f64()? / 1000.0));
        Some(Took { clock: of(0)?, work: of(1)? })
    });
    let theirs: Vec<Took> = pairs.collect();
    let (version, first, load) = (said["version"].as_str().unwrap_or("?"), millis("first"), millis("load"));
    println!("ECharts {version}: its first chart {first:.1} ms, after {load:.0} ms to load it");
    report("baseline: the same bars by ECharts, drawing alone", &theirs);
    let half = |times: &[Took]| within(&times.iter().map(|took| took.clock).collect::<Vec<_>>(), 50);
    println!(
        "ECharts' drawing takes {:.2} × the time of question to SVG by the clock (p50), {:.2} × on the processor",
        half(&theirs) / half(ours),
        worked_each(&theirs) / worked_each(ours),
    );
    Ok(())
}
