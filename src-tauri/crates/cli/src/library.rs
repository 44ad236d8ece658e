//! The library that a command works on: opened where it is there, made where a command may make it.

use crate::Failure;
use clap::Args;
use std::path::PathBuf;
use tidemark_commands::Session;

/// Which library.
#[derive(Args, Debug)]
pub(crate) struct LibraryFile {
    /// The library's file
    #[arg(long, value_name = "FILE")]
    library: PathBuf,
}

impl LibraryFile {
    /// Opens it as it is.
    pub(crate) fn open_untouched(&self) -> Result<Session, Failure> {
        Session::open(&self.library).map_err(Failure::library)
    }

    /// Opens it, and reads again what an older program has read.
    pub(crate) fn open(&self) -> Result<Session, Failure> {
        let session = self.open_untouched()?;
        let pages = session.read_again(|_| {}).map_err(Failure::library)?;
        if pages > 0 {
            eprintln!("tide: read {pages} pages of the library again, as this program reads them");
        }
        Ok(session)
    }

    /// Opens it, or makes it where there is none.
    pub(crate) fn open_or_create(&self) -> Result<Session, Failure> {
        if self.library.exists() { self.open() } else { Session::create(&self.library).map_err(Failure::library) }
    }
}
