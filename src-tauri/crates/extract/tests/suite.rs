//! Runs the extraction specifications under `tests/suite`: each heading a scenario, a text block, a table of
//! the observations expected; an empty table says that nothing may be found.
//!
//! A cell may list several right readings, parted by ` · `. A heading that ends in `(known gap)` marks what is not read
//! yet: such a scenario has to fail, so that it is noticed when it no longer does.
//!
//! With `TIDEMARK_ACCEPT=1` the tables that differ are written anew from what is found, for review.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use tidemark_extract::Extractor;
use tidemark_model::{Observation, Period};

const COLUMNS: [&str; 9] =
    ["amount", "value", "qualifier", "indicator", "measure", "subject", "period", "whole", "status"];

/// One scenario, with the lines its table takes up.
struct Scenario {
    heading: String,
    text: String,
    issue: Option<Period>,
    home: Option<String>,
    expected: Vec<Vec<String>>,
    table: std::ops::Range<usize>,
}

#[test]
fn every_scenario_gives_the_observations_of_its_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/suite");
    let extractor = Extractor::new();
    let accept = env::var_os("TIDEMARK_ACCEPT").is_some();
    let mut wrong: Vec<String> = Vec::new();
    let mut count = 0;
    for file in files(&root) {
        let source = fs::read_to_string(&file).expect("the specification is text");
        let scenarios = scenarios(&source);
        count += scenarios.len();
        if accept {
            fs::write(&file, accepted(&source, &scenarios, &extractor)).expect("the specification can be written");
            continue;
        }
        let name = file.strip_prefix(&root).unwrap_or(&file).display().to_string();
        wrong.extend(scenarios.iter().filter_map(|scenario| scenario.complaint(&name, &extractor)));
    }
    assert!(wrong.is_empty(), "\n{}\n{} of {count}", wrong.concat(), wrong.len());
    assert!(accept || count >= 300, "only {count} scenarios");
}

impl Scenario {
    fn read(&self, extractor: &Extractor) -> Vec<Observation> {
        extractor.explain(&self.text, self.issue, self.home.as_deref()).observations
    }

    fn is_gap(&self) -> bool {
        self.heading.ends_with("(known gap)")
    }

    /// What is wrong with the reading of this scenario, if anything.
    fn complaint(&self, file: &str, extractor: &Extractor) -> Option<String> {
        let found = rows(&self.read(extractor));
        match (agree(&self.expected, &found), self.is_gap()) {
            (true, false) | (false, true) => None,
            (true, true) => Some(format!("{file}: {}\nis read by now: take the mark away\n\n", self.heading)),
            (false, false) => Some(format!(
                "{file}: {}\n{}expected\n{}found\n{}\n",
                self.heading,
                self.text,
                table(&self.expected),
                table(&found)
            )),
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            out.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "md") {
            out.push(path);
        }
    }
    out.sort();
    out
}

fn scenarios(source: &str) -> Vec<Scenario> {
    let lines: Vec<&str> = source.lines().collect();
    let mut out = Vec::new();
    let mut heading = String::new();
    let mut i = 0;
    while i < lines.len() {
        if let Some(words) = lines[i].strip_prefix("## ") {
            heading = words.to_owned();
        }
        if let Some(info) = lines[i].strip_prefix("```text") {
            let end = (i + 1..lines.len()).find(|&n| lines[n] == "```").unwrap_or(lines.len());
            let mut scenario = scenario(&heading, info, &lines[i + 1..end]);
            let from = (end + 1..lines.len()).find(|&n| !lines[n].is_empty()).unwrap_or(lines.len());
            let to = (from..lines.len()).find(|&n| !lines[n].starts_with('|')).unwrap_or(lines.len());
            scenario.expected = lines[from..to].iter().skip(2).map(|line| cells(line)).collect();
            scenario.table = from..to;
            out.push(scenario);
            i = to;
        } else {
            i += 1;
        }
    }
    out
}

fn scenario(heading: &str, info: &str, lines: &[&str]) -> Scenario {
    let setting = |key: &str| info.split_whitespace().find_map(|word| word.strip_prefix(key)?.strip_prefix('='));
    Scenario {
        heading: heading.to_owned(),
        text: lines.iter().map(|line| format!("{line}\n")).collect(),
        issue: setting("issue").map(|date| date.parse().expect("an issue's date")),
        home: setting("home").map(str::to_owned),
        expected: Vec::new(),
        table: 0..0,
    }
}

fn cells(line: &str) -> Vec<String> {
    line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// Whether each cell found is among the readings that the table allows.
fn agree(expected: &[Vec<String>], found: &[Vec<String>]) -> bool {
    let cell = |(allowed, found): (&String, &String)| allowed == found || allowed.split('·').any(|a| a.trim() == found);
    let row = |(allowed, found): (&Vec<String>, &Vec<String>)| allowed.iter().zip(found).all(cell);
    expected.len() == found.len() && expected.iter().zip(found).all(row)
}

/// The default of a field is left blank: exact, actual.
fn rows(found: &[Observation]) -> Vec<Vec<String>> {
    let blank = |word: &str, default: &str| if word == default { String::new() } else { word.to_owned() };
    let value = |o: &Observation| {
        let top = o.quantity.value_max.map(|v| format!("–{}", v.normalize())).unwrap_or_default();
        format!("{}{top} {}", o.quantity.value.normalize(), o.quantity.unit).trim_end().to_owned()
    };
    found
        .iter()
        .map(|o| {
            vec![
                o.quantity.printed.clone(),
                value(o),
                blank(o.quantity.qualifier.name(), "exact"),
                o.indicators.join(" + "),
                o.measure.name().to_owned(),
                o.subject.as_ref().map(|s| s.value.clone()).unwrap_or_default(),
                o.period.as_ref().map(|p| p.value.to_string()).unwrap_or_default(),
                o.whole.clone().unwrap_or_default(),
                blank(o.status.name(), "actual"),
            ]
        })
        .collect()
}

fn table(rows: &[Vec<String>]) -> String {
    let mut out = format!("| {} |\n|{}\n", COLUMNS.join(" | "), " --- |".repeat(COLUMNS.len()));
    for row in rows {
        writeln!(out, "| {} |", row.join(" | ")).expect("a string takes all");
    }
    out
}

fn accepted(source: &str, scenarios: &[Scenario], extractor: &Extractor) -> String {
    let lines: Vec<&str> = source.lines().collect();
    let mut out = String::new();
    let mut at = 0;
    for scenario in scenarios {
        for line in &lines[at..scenario.table.start] {
            out.push_str(line);
            out.push('\n');
        }
        let found = rows(&scenario.read(extractor));
        if scenario.is_gap() || agree(&scenario.expected, &found) {
            out.extend(lines[scenario.table.clone()].iter().flat_map(|line| [line, "\n"]));
        } else {
            out.push_str(&table(&found));
        }
        at = scenario.table.end;
    }
    for line in &lines[at..] {
        out.push_str(line);
        out.push('\n');
    }
    out
}
