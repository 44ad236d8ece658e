//! Prints the names found in a text with their roles: `cargo run -p tidemark-extract --example subject_show -- TEXT`.
#![allow(clippy::print_stdout, missing_docs)]

use tidemark_extract::subject::{Gazetteer, SubjectContext, Surroundings};

fn main() {
    let places = Gazetteer::bundled();
    for text in std::env::args().skip(1) {
        let context = SubjectContext::new(&text, &[], &places, Surroundings::default());
        println!("{}", context.trace());
    }
}
