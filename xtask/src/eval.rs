//! `cargo xtask eval`: scores `tide extract` on the texts under ../shared/eval and keeps the history.

use crate::shell::{self, Outcome};
use std::io::Write;
use std::path::{Path, PathBuf};

/// One set of texts with its gold file.
struct Set {
    name: &'static str,
    texts: &'static str,
    gold: &'static str,
    /// Whether `issues.tsv` gives dates and homes.
    dated: bool,
}

const SETS: [Set; 3] = [
    Set { name: "seed page", texts: "pages", gold: "eval/seed.gold.jsonl", dated: false },
    Set { name: "dev", texts: "eval/dev", gold: "eval/dev.gold.jsonl", dated: true },
    Set { name: "dev-wrapped", texts: "eval/dev-wrapped", gold: "eval/dev-wrapped.gold.jsonl", dated: true },
];

/// Scores every set and adds a line for each to `target/eval-history.jsonl`.
///
/// # Errors
/// Where ../shared is missing, or the extractor or the scorer fails.
pub fn eval() -> Outcome {
    let shared = shell::shared().ok_or("there is no ../shared beside the checkout, so nothing to score against")?;
    shell::run(&["cargo", "build", "--quiet", "--release", "--package", "tidemark-cli"])?;
    for set in SETS {
        let predicted = predict(&shared, &set)?;
        shell::say(&format!("\n{}", set.name));
        let scorer = text(&shared.join("eval/score.py"));
        let gold = text(&shared.join(set.gold));
        shell::say(&shell::output(&["python3", &scorer, &gold, &text(&predicted)])?);
        shell::say("accepted only");
        shell::say(&shell::output(&["python3", &scorer, &gold, &text(&predicted), "--accepted"])?);
        remember(set.name, &shell::output(&["python3", &scorer, &gold, &text(&predicted), "--json"])?)?;
    }
    Ok(())
}

/// Runs the extractor on a set; gives the file of its observations.
fn predict(shared: &Path, set: &Set) -> Outcome<PathBuf> {
    let tide = text(&shell::target().join("release/tide"));
    let issues = text(&shared.join("eval/issues.tsv"));
    let mut line = vec![tide.as_str(), "extract"];
    if set.dated {
        line.extend(["--issues", &issues]);
    }
    let texts = pages(&shared.join(set.texts))?;
    line.extend(texts.iter().map(String::as_str));
    let predicted = shell::target().join(format!("eval-{}.jsonl", set.name.replace(' ', "-")));
    std::fs::write(&predicted, shell::output(&line)?).map_err(|e| format!("{}: {e}", predicted.display()))?;
    Ok(predicted)
}

fn pages(folder: &Path) -> Outcome<Vec<String>> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut found: Vec<String> = entries.filter_map(|entry| Some(text(&entry.ok()?.path()))).collect();
    found.retain(|path| path.ends_with(".txt"));
    found.sort();
    Ok(found)
}

fn remember(name: &str, scores: &str) -> Outcome {
    let commit = shell::output(&["git", "describe", "--always", "--dirty"]).unwrap_or_default();
    let now = shell::output(&["date", "-u", "+%FT%TZ"]).unwrap_or_default();
    let line = format!("{{\"at\":\"{now}\",\"commit\":\"{commit}\",\"set\":\"{name}\",\"scores\":{scores}}}\n");
    let path = shell::target().join("eval-history.jsonl");
    let file = std::fs::OpenOptions::new().create(true).append(true).open(&path);
    file.and_then(|mut file| file.write_all(line.as_bytes())).map_err(|e| format!("{}: {e}", path.display()))
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
