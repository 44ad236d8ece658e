//! Times the reader on a file's text repeated up to a size in MB: `time FILE 64`.
#![allow(clippy::print_stdout)]

use std::time::Instant;
use tidemark_reader::{ReadOptions, read_page};

fn main() {
    let mut args = std::env::args().skip(1);
    let path = args.next().expect("a file");
    let size = args.next().and_then(|n| n.parse::<usize>().ok()).expect("a size in MB") * 1024 * 1024;
    let text = std::fs::read(path).expect("readable");
    let bytes: Vec<u8> = text.repeat(size / text.len());
    let start = Instant::now();
    let page = read_page("a.txt", &bytes, &ReadOptions::default()).expect("page");
    println!("{} bytes, {} articles: {:?}", bytes.len(), page.articles.len(), start.elapsed());
}
