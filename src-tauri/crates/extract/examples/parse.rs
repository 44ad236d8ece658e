//! The parse filter without the program around it: JSON lines with id, text and issue_date in, readings out.

#![allow(clippy::print_stdout)]

use std::io::{BufRead, stdin};
use tidemark_extract::Extractor;
use tidemark_model::Span;

fn main() {
    let extractor = Extractor::new();
    for line in stdin().lock().lines().map_while(Result::ok) {
        let Ok(asked) = serde_json::from_str::<serde_json::Value>(&line) else { continue };
        let text = asked["text"].as_str().unwrap_or_default();
        let issue = asked["issue_date"].as_str().and_then(|day| day.parse().ok());
        let reading = extractor.parse(text, issue);
        let at = |span: Span| span.to_chars(text);
        let quantities: Vec<_> = reading
            .quantities
            .iter()
            .map(|(span, q)| {
                let number = |d: &tidemark_model::Decimal| d.to_string().parse::<f64>().ok();
                serde_json::json!({"start": at(*span).0, "end": at(*span).1, "value": number(&q.value),
                    "value_max": q.value_max.as_ref().and_then(number), "unit": q.unit, "qualifier": q.qualifier.name()})
            })
            .collect();
        let periods: Vec<_> = reading
            .periods
            .iter()
            .map(|(span, p)| {
                serde_json::json!({"start": at(*span).0, "end": at(*span).1,
                    "from": p.first_day().to_string(), "to": p.last_day().to_string()})
            })
            .collect();
        println!("{}", serde_json::json!({"id": asked["id"], "quantities": quantities, "periods": periods}));
    }
}
