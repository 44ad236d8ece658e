//! Prints what the reader makes of files: their articles, one block a line with its role.
#![allow(clippy::print_stdout)]

use tidemark_reader::{ReadOptions, read_file};

fn main() {
    for path in std::env::args().skip(1) {
        match read_file(path.as_ref(), &ReadOptions::default()) {
            Err(e) => println!("{e}"),
            Ok(page) => {
                println!(
                    "# {} {} {:?} {:?} {:?}",
                    page.name, page.encoding, page.newspaper, page.page_number, page.issue
                );
                for article in &page.articles {
                    println!("## {:?} {:?} {:?}", article.headline, article.byline, article.span);
                    for block in &article.blocks {
                        println!("{:?}\t{}", block.role, block.range.slice(article.joined.text()));
                    }
                }
            }
        }
    }
}
