//! Prints every amount of the given texts as a line of JSON, for measuring the quantity stage by itself.
//!
//! `cargo run --example quantities -- TEXT…`; with `--masked` the masked numbers too.

#![allow(clippy::print_stdout)]

use std::time::Instant;
use tidemark_extract::quantity::scan;

fn main() {
    let masked = std::env::args().any(|arg| arg == "--masked");
    for path in std::env::args().skip(1).filter(|arg| !arg.starts_with("--")) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        if std::env::args().any(|arg| arg == "--time") {
            time(&path, &text);
            continue;
        }
        let name = std::path::Path::new(&path).file_name().map(|name| name.to_string_lossy().into_owned());
        let found = scan(&text);
        for a in found.amounts {
            let (start, end) = a.range.to_chars(&text);
            let value: f64 = a.value.to_string().parse().unwrap_or(0.0);
            let max: Option<f64> = a.value_max.and_then(|max| max.to_string().parse().ok());
            println!(
                "{}",
                serde_json::json!({"doc": name, "start": start, "end": end, "amount": a.printed, "value": value, "value_max": max,
                    "unit": a.unit, "qualifier": a.qualifier.name(), "kind": format!("{:?}", a.kind), "outer": a.outer.slice(&text)})
            );
        }
        for m in found.masked.into_iter().filter(|_| masked) {
            let (start, end) = m.range.to_chars(&text);
            println!(
                "{}",
                serde_json::json!({"doc": name, "start": start, "end": end, "masked": m.range.slice(&text), "why": m.why})
            );
        }
    }
}

fn time(path: &str, text: &str) {
    let chars = text.chars().count();
    let _ = scan("1家");
    let start = Instant::now();
    let n = scan(text).amounts.len();
    let seconds = start.elapsed().as_secs_f64();
    println!("{path}: {n} amounts, {chars} characters, {:.1} M characters/s", chars as f64 / seconds / 1e6);
}
