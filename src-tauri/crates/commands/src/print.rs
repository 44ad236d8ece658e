//! A PDF handed to the system: opened in the user's own viewer, where it is looked at and printed; else queued at once.

use crate::Error;
use std::env::temp_dir;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Programs that take a PDF, the first one there wins.
const TAKERS: [&str; 3] = ["xdg-open", "lp", "lpr"];

/// How long a program may take to fail.
const PATIENCE: Duration = Duration::from_secs(2);

/// Writes the PDF to the folder for passing files and hands it over.
pub(crate) fn hand_over(pdf: &[u8], name: &str) -> Result<(), Error> {
    let path = place_for(name)?;
    fs::write(&path, pdf).map_err(|source| Error::Write { path: path.clone(), source })?;
    if TAKERS.iter().any(|taker| start(taker, &path)) {
        return Ok(());
    }
    Err(Error::NoPrinter { path, tried: TAKERS.join(", ") })
}

fn place_for(name: &str) -> Result<PathBuf, Error> {
    let folder = temp_dir().join(format!("tidemark-print-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|source| Error::Write { path: folder.clone(), source })?;
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' }).collect();
    Ok(folder.join(format!("{plain}.pdf")))
}

/// Starts a program and leaves it, for a viewer may stay open for hours; one that fails at once has not taken the file.
fn start(program: &str, path: &Path) -> bool {
    let child =
        Command::new(program).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = child else { return false };
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        match child.try_wait() {
            Ok(Some(ended)) => return ended.success(),
            Ok(None) => thread::sleep(Duration::from_millis(50)),
            Err(_) => return false,
        }
    }
    thread::spawn(move || child.wait());
    true
}
