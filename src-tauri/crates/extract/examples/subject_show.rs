//! Prints the names found in a text with their roles, and the subject of every number:
//! `cargo run -p tidemark-extract --example subject_show -- TEXT…`.
#![allow(clippy::print_stdout, missing_docs)]

use tidemark_extract::subject::{Gazetteer, SubjectContext, Surroundings};
use tidemark_model::Span;

fn main() {
    let places = Gazetteer::bundled();
    for text in std::env::args().skip(1) {
        let context = SubjectContext::new(&text, &[], &places, Surroundings::default());
        println!("{}", context.trace());
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            let number: String = text[at..].chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
            let after = text[at + number.len()..].chars().next().unwrap_or(' ');
            if c.is_ascii_digit() && !before.is_ascii_digit() && before != '.' && !"年月日—-".contains(after) {
                let found = context.subject_for(at, Span::default());
                println!("  {number}{after} {}", found.map_or("—".to_owned(), |f| f.reason));
            }
            before = c;
        }
    }
}
