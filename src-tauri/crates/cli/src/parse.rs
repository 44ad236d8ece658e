//! `tide parse`: the numbers and dates of a text, or of many as a filter of JSON lines.

use crate::Failure;
use serde_json::{Value, json};
use std::io::{BufRead, BufWriter, Write, stdin, stdout};
use tidemark_commands::{Phrase, PhraseReader};

#[derive(clap::Args, Debug)]
pub(crate) struct Parse {
    /// The text
    #[arg(required_unless_present = "jsonl")]
    text: Option<String>,
    /// Read lines {"id", "text", "issue_date"?} on standard input and write {"id", "quantities", "periods"} for each
    #[arg(long, conflicts_with_all = ["text", "issue_date"])]
    jsonl: bool,
    /// The day that dates are counted from: 2023, 2023-08 or 2023-08-09
    #[arg(long, value_name = "D")]
    issue_date: Option<String>,
    /// With --jsonl: keep 个百分点 as a unit of its own. The lines write % for it, as the parsers do that they are
    /// compared with; the offsets tell the two apart
    #[arg(long, requires = "jsonl")]
    keep_points: bool,
}

pub(crate) fn run(command: &Parse) -> Result<(), Failure> {
    let reader = PhraseReader::default();
    match &command.text {
        Some(text) => {
            let found = read(command, &reader, text, command.issue_date.as_deref())?;
            Ok(write!(stdout().lock(), "{found}")?)
        }
        None => filter(command, &reader),
    }
}

fn read(command: &Parse, reader: &PhraseReader, text: &str, date: Option<&str>) -> Result<Phrase, Failure> {
    let mut found = reader.read(text, date)?;
    if command.jsonl && !command.keep_points {
        found.points_as_percent();
    }
    Ok(found)
}

/// One line out for each line in, in the same order; a line that cannot be used is named on standard error.
fn filter(command: &Parse, reader: &PhraseReader) -> Result<(), Failure> {
    let mut out = BufWriter::new(stdout().lock());
    let mut failed = false;
    for (n, line) in stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let (id, found) = answer(command, reader, &line);
        let (quantities, periods) = match found {
            Ok(found) => (found.quantities, found.periods),
            Err(why) => {
                eprintln!("tide: line {}: {why}", n + 1);
                failed = true;
                (Vec::new(), Vec::new())
            }
        };
        serde_json::to_writer(&mut out, &json!({"id": id, "quantities": quantities, "periods": periods}))?;
        writeln!(out)?;
    }
    out.flush()?;
    if failed { Err(Failure::some_inputs()) } else { Ok(()) }
}

fn answer(command: &Parse, reader: &PhraseReader, line: &str) -> (Value, Result<Phrase, String>) {
    let asked: Value = match serde_json::from_str(line) {
        Ok(asked) => asked,
        Err(error) => return (Value::Null, Err(format!("cannot read it as JSON: {error}"))),
    };
    let id = asked["id"].clone();
    let Some(text) = asked["text"].as_str() else {
        return (id, Err("cannot read it: there is no \"text\"; write {\"id\": …, \"text\": \"…\"}".to_owned()));
    };
    let found = read(command, reader, text, asked["issue_date"].as_str());
    (id, found.map_err(|failure| failure.to_string()))
}
