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
    /// Opens it.
    pub(crate) fn open(&self) -> Result<Session, Failure> {
        Session::open(&self.library).map_err(Failure::library)
    }

    /// Opens it, or makes it where there is none.
    pub(crate) fn open_or_create(&self) -> Result<Session, Failure> {
        let opened = if self.library.exists() { Session::open(&self.library) } else { Session::create(&self.library) };
        opened.map_err(Failure::library)
    }
}
