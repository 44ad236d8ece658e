//! Reads lines {"id", "text"} and writes every number of each with its unit, for comparing with other parsers.

#![allow(clippy::print_stdout)]

use std::io::BufRead;
use tidemark_extract::quantity::scan_all;

fn main() {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let Ok(row) = serde_json::from_str::<serde_json::Value>(&line) else { continue };
        let text = row["text"].as_str().unwrap_or("");
        let quantities: Vec<_> = scan_all(text)
            .amounts
            .into_iter()
            .map(|a| {
                let (start, end) = a.range.to_chars(text);
                let number = |value: tidemark_model::Decimal| value.to_string().parse::<f64>().unwrap_or(0.0);
                serde_json::json!({"start": start, "end": end, "value": number(a.value), "value_max": a.value_max.map(number),
                    "unit": a.unit, "qualifier": a.qualifier.name()})
            })
            .collect();
        println!("{}", serde_json::json!({"id": row["id"], "quantities": quantities}));
    }
}
