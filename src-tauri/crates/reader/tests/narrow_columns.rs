//! The sample pages, set in narrow columns as a printed page is, keep their articles, headlines and sentences.

use std::fs;
use std::path::{Path, PathBuf};
use tidemark_model::{BlockRole, Page};
use tidemark_reader::{ReadOptions, read_page};

/// Widths in characters; a newspaper column holds about that many.
const WIDTHS: [usize; 4] = [14, 18, 25, 33];
const HEADLINE: usize = 36;

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../data/samples");
    let files = |set: &str| fs::read_dir(folder.join(set)).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut all: Vec<PathBuf> = files("invented").chain(files("qiantang")).collect();
    all.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    all.sort();
    all
}

fn read(text: &str) -> Page {
    read_page("sample.txt", text.as_bytes(), &ReadOptions::default()).expect("page")
}

/// Each paragraph of body text cut into lines of `width`, the first one indented; numbers and Latin words stay whole.
fn set_in_columns(page: &Page, width: usize) -> String {
    let mut set = String::new();
    for article in &page.articles {
        for block in &article.blocks {
            let words = block.range.slice(article.joined.text());
            let whole = block.role != BlockRole::Body || words.chars().count() <= HEADLINE;
            set.push_str(&if whole { format!("\n{words}\n\n") } else { cut(&format!("　　{words}"), width) });
        }
    }
    set
}

fn cut(words: &str, width: usize) -> String {
    let solid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | ',');
    let chars: Vec<char> = words.chars().collect();
    let (mut lines, mut long) = (String::new(), 0);
    for (i, &c) in chars.iter().enumerate() {
        let next = chars.get(i + 1).copied().unwrap_or('。');
        lines.push(c);
        long += 1;
        let hangs = matches!(next, '，' | '。' | '、' | '；' | '：' | '”' | '）' | '！' | ',' | ';');
        if long >= width && !(solid(c) && solid(next)) && !hangs {
            lines.push('\n');
            long = 0;
        }
    }
    lines + "\n"
}

#[test]
fn articles_and_headlines_are_the_same_in_narrow_columns() {
    for path in samples() {
        let page = read(&fs::read_to_string(&path).expect("sample"));
        for width in WIDTHS {
            let set = read(&set_in_columns(&page, width));
            let heads = |p: &Page| p.articles.iter().map(|a| a.headline.clone()).collect::<Vec<_>>();
            assert_eq!(heads(&set), heads(&page), "{} at {width}", path.display());
        }
    }
}

#[test]
fn sentences_are_the_same_in_narrow_columns() {
    let (mut all, mut kept) = (0, 0);
    for path in samples() {
        let page = read(&fs::read_to_string(&path).expect("sample"));
        for width in WIDTHS {
            let set = read(&set_in_columns(&page, width));
            let joined: String = set.articles.iter().map(|a| a.joined.text()).collect::<Vec<_>>().join("\n");
            let text = page.articles.iter().flat_map(|a| a.joined.text().split(['\n', '。']));
            for sentence in text.filter(|s| !s.is_empty()) {
                all += 1;
                kept += usize::from(joined.contains(sentence));
                if !joined.contains(sentence) {
                    eprintln!("{} at {width}: {sentence}", path.display());
                }
            }
        }
    }
    let share = kept as f64 / all.max(1) as f64;
    eprintln!("{kept} of {all} sentences are whole: {share:.4}");
    assert!(all == 0 || share >= 0.99, "{share}");
}
