//! Where things are on this machine, and how a test puts them elsewhere.

use std::path::PathBuf;

/// The library that `TIDEMARK_LIBRARY` names, if it is set: tests and portable installations put theirs there.
pub fn library() -> Option<PathBuf> {
    std::env::var_os("TIDEMARK_LIBRARY").filter(|path| !path.is_empty()).map(PathBuf::from)
}
