//! `cargo xtask bench library`: charts, dashboard, lists and evidence of a library with a million invented figures, each
//! beside a plain count of rows of the same file in the same run.

#![allow(clippy::print_stdout, reason = "it reports to a terminal")]

mod million;

use million::{CHARTED, DISTRICTS, Outcome, PARKS, district, park, report, timed, took};
use tidemark_commands::Session;
use tidemark_commands::api::{ChartRequest, ObservationFilter};
use tidemark_store::{FigureFilter, Library};

fn main() -> Outcome<()> {
    let path = million::library()?;
    let session = timed("opened and filed", || Session::open(&path))?;
    let library = Library::open(&path)?;
    timed("first dashboard", || session.dashboard(None, None))?;
    charts(&session, &library)?;
    chosen(&session)?;
    windows(&session, &library)?;
    println!("memory at the most: {} MB", peak_memory() / 1000);
    Ok(())
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
            let (drawn, time) = took(|| session.render_chart(&request, 640, 420));
            if drawn.is_ok() {
                times.push(time);
            }
            let (counted, time) = took(|| {
                let standings = Some(library.standings_near(&district(n))?);
                library.count_figures(&FigureFilter { standings, ..FigureFilter::default() })
            });
            counted?;
            counts.push(time);
        }
        report(chart, &times);
        all.extend(times);
    }
    report("all charts, query and drawing to SVG", &all);
    report("baseline: count of a district's figures", &counts);
    Ok(())
}

/// Charts of a kind that a person chose, and what a chooser asks before it opens.
fn chosen(session: &Session) -> Outcome<()> {
    let (mut drawing, mut choosing) = (Vec::new(), Vec::new());
    for chart in ["output-by-park", "high-tech-firms", "indicator:地区生产总值"] {
        for n in (0..DISTRICTS).step_by(10) {
            let request = ChartRequest { name: chart.to_owned(), place: Some(district(n)), ..ChartRequest::default() };
            let (offered, time) = took(|| session.chart_kinds(&request));
            let Ok(offered) = offered else { continue };
            choosing.push(time);
            for kind in offered.kinds {
                let request = ChartRequest { kind: Some(kind), ..request.clone() };
                let (drawn, time) = took(|| session.render_chart(&request, 640, 420));
                drawn?;
                drawing.push(time);
            }
        }
    }
    report("charts of a chosen kind, query and drawing to SVG", &drawing);
    report("which kinds a chart can be drawn as", &choosing);
    Ok(())
}

/// What a window asks beside charts.
fn windows(session: &Session, library: &Library) -> Outcome<()> {
    let districts = || (0..DISTRICTS).step_by(10).map(district);
    let each = |what: &str, ask: &dyn Fn(String) -> Outcome<()>| -> Outcome<()> {
        let mut times = Vec::new();
        for place in districts() {
            let (asked, time) = took(|| ask(place));
            asked?;
            times.push(time);
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
        let (found, time) = took(|| session.get_evidence(row.id));
        found?;
        times.push(time);
    }
    report("evidence of a figure", &times);
    let ids: Vec<i64> = first.iter().map(|row| row.id).collect();
    let mut times = Vec::new();
    for id in ids.iter().flat_map(|id| [(*id, true), (*id, false)]) {
        let (done, time) = took(|| session.reject_observation(id.0, id.1));
        done?;
        times.push(time);
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

/// Kilobytes; 0 where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
