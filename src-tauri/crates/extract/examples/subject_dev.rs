//! Measures the subject stage against gold rows: `cargo run -p tidemark-extract --example subject_dev -- SHARED [FILTER] [-v]`.
//! Development only; without the folder it says so and ends.
#![allow(clippy::print_stdout, missing_docs, clippy::unwrap_used)]

use serde_json::Value;
use std::collections::BTreeMap;
use tidemark_extract::subject::{Gazetteer, SubjectContext, Surroundings};
use tidemark_model::{Block, BlockRole, Span};

fn join(text: &str) -> (String, Vec<usize>) {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut map = vec![0; chars.len() + 1];
    let mut i = 0;
    while i < chars.len() {
        map[i] = out.len();
        if chars[i].is_whitespace() {
            let run = chars[i..].iter().take_while(|c| c.is_whitespace()).count();
            let before = out.chars().next_back().unwrap_or('。');
            let lines = chars[i..i + run].iter().filter(|c| **c == '\n').count();
            let after = chars.get(i + run).copied().unwrap_or(' ');
            let tabbed = chars[i..i + run].contains(&'\t');
            let broken = lines > 0
                && !tabbed
                && !"。！？”：".contains(before)
                && !"■第一二三四五六七八九十".contains(after)
                && before.is_alphanumeric();
            for k in 0..run {
                map[i + k] = out.len();
            }
            if lines > 0 && !broken || lines == 0 && run > 3 {
                out.push('\n');
            } else if lines == 0 {
                out.push(' ');
            }
            i += run;
            continue;
        }
        out.push(chars[i]);
        i += 1;
    }
    map[chars.len()] = out.len();
    (out, map)
}

fn core(name: &str) -> String {
    let folded: String =
        name.chars().filter(|c| !c.is_whitespace() && !"“”\"'‘’《》()（）、·的".contains(*c)).collect();
    let ends = [
        "壮族自治区",
        "回族自治区",
        "维吾尔自治区",
        "自治区",
        "自治州",
        "自治县",
        "省",
        "市",
        "区",
        "县",
        "州",
        "旗",
        "镇",
        "乡",
        "街道",
        "股份有限公司",
        "有限责任公司",
        "有限公司",
        "集团公司",
        "集团",
        "公司",
    ];
    let best = ends.iter().filter(|e| folded.ends_with(**e)).max_by_key(|e| e.len());
    best.map_or(folded.clone(), |e| folded[..folded.len() - e.len()].to_owned())
}

fn same(a: &str, b: &str) -> bool {
    let (a, b) = (core(a), core(b));
    let (short, long) = if a.chars().count() <= b.chars().count() { (&a, &b) } else { (&b, &a) };
    a == b || short.chars().count() >= 2 && long.ends_with(short.as_str())
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let shared = args.first().map_or("../shared", String::as_str);
    let filter = args.iter().skip(1).find(|a| !a.starts_with('-')).cloned().unwrap_or_default();
    let verbose = args.iter().any(|a| a == "-v");
    let mut rows: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for gold in ["eval/seed.gold.jsonl", "eval/dev.gold.jsonl"] {
        let Ok(lines) = std::fs::read_to_string(format!("{shared}/{gold}")) else {
            return println!("no {shared}/{gold}");
        };
        for line in lines.lines().filter(|l| !l.trim().is_empty()) {
            let row: Value = serde_json::from_str(line).unwrap();
            rows.entry(row["doc"].as_str().unwrap().to_owned()).or_default().push(row);
        }
    }
    let issues = std::fs::read_to_string(format!("{shared}/eval/issues.tsv")).unwrap_or_default();
    let home: BTreeMap<&str, &str> = issues
        .lines()
        .filter_map(|l| {
            let mut c = l.split('\t');
            Some((c.next()?, c.nth(1)?))
        })
        .filter(|(_, h)| !h.is_empty())
        .collect();
    let start = std::time::Instant::now();
    let places = Gazetteer::bundled();
    let loaded = start.elapsed();
    let (mut right, mut all, mut halves) = (0, 0, [(0, 0); 2]);
    for (n, (doc, rows)) in rows.iter().enumerate() {
        if !filter.is_empty() && !doc.contains(&filter) {
            continue;
        }
        let path = [format!("{shared}/eval/dev/{doc}"), format!("{shared}/pages/{doc}")]
            .into_iter()
            .find(|p| std::path::Path::new(p).exists())
            .unwrap();
        let page = std::fs::read_to_string(path).unwrap();
        let (text, map) = join(&page);
        let (mut docs, mut good) = (0, 0);
        // The seed page holds several articles; a line of a by-line with ■ starts one, with the lines before it.
        let cuts: Vec<usize> = article_starts(&text);
        for row in rows.iter().filter(|r| r["ignore"] != true) {
            let at = map[row["start"].as_u64().unwrap() as usize];
            let from = cuts.iter().copied().rfind(|c| *c <= at).unwrap_or(0);
            let to = cuts.iter().copied().find(|c| *c > at).unwrap_or(text.len());
            let article = &text[from..to];
            let blocks: Vec<Block> = blocks(article);
            let home = home.get(doc.as_str()).copied();
            let context = SubjectContext::new(article, &blocks, &places, Surroundings { home, headline: None });
            let found = context.subject_for(at - from, Span::new(0, 0));
            let gold: Vec<String> = match &row["subject"] {
                Value::Array(a) => a.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect(),
                Value::String(s) => vec![s.clone()],
                _ => vec![],
            };
            let ok = found.as_ref().is_some_and(|f| gold.iter().any(|g| same(g, &f.value)));
            docs += 1;
            good += usize::from(ok);
            if !ok && verbose {
                let near: String = text[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
                println!(
                    "{doc} …{near}【{}】\n   gold {gold:?}\n   pred {:?}",
                    row["amount"].as_str().unwrap_or(""),
                    found.map(|f| (f.value, f.reason))
                );
            }
        }
        if verbose || !filter.is_empty() {
            println!("== {doc} {good}/{docs}");
        }
        all += docs;
        right += good;
        halves[n % 2].0 += good;
        halves[n % 2].1 += docs;
    }
    println!("{right} of {all} = {:.3}; halves {halves:?}; gazetteer {loaded:?}", right as f64 / all as f64);
}

fn article_starts(text: &str) -> Vec<usize> {
    let mut out = vec![0];
    let lines: Vec<(usize, &str)> =
        text.match_indices('\n').map(|(i, _)| (i + 1, text[i + 1..].lines().next().unwrap_or(""))).collect();
    for (n, (_, line)) in lines.iter().enumerate() {
        if line.starts_with("■") || line.starts_with("记者 ") {
            let back = (0..n)
                .rev()
                .take_while(|&k| lines[k].1.chars().count() < 30 && !lines[k].1.contains('。'))
                .last()
                .unwrap_or(n);
            out.push(lines[back].0);
        }
    }
    out
}

fn blocks(article: &str) -> Vec<Block> {
    let mut at = 0;
    let mut out: Vec<Block> = Vec::new();
    for line in article.split('\n') {
        let range = Span::new(at, at + line.len());
        at += line.len() + 1;
        if line.trim().is_empty() {
            continue;
        }
        let short = line.chars().count() < 40 && !line.contains('。');
        let first = out.iter().all(|b| b.role == BlockRole::Headline);
        let byline = line.starts_with('■') || line.starts_with("记者 ");
        let role = if byline {
            BlockRole::Byline
        } else if short && first {
            BlockRole::Headline
        } else if short {
            BlockRole::Table
        } else {
            BlockRole::Body
        };
        out.push(Block { range, role });
    }
    out
}
