//! `cargo xtask bundle`: the .deb with icon, desktop entry and file types.

use crate::shell::{self, Outcome};
use crate::system;
use std::path::PathBuf;

/// Builds the release program and packs it; gives the package's path.
///
/// # Errors
/// Where a tool is missing, the build fails, or no package comes out.
pub fn bundle() -> Outcome<PathBuf> {
    system::packages(system::TO_BUILD)?;
    system::build_ui()?;
    shell::run(&["ui/node_modules/.bin/tauri", "build", "--bundles", "deb"])?;
    let folder = shell::target().join("release/bundle/deb");
    let entries = std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let packages = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let newest = packages
        .filter(|path| path.extension() == Some("deb".as_ref()))
        .max_by_key(|path| path.metadata().and_then(|meta| meta.modified()).ok())
        .ok_or_else(|| format!("no .deb in {}", folder.display()))?;
    shell::say(&format!("made {}", newest.display()));
    Ok(newest)
}
