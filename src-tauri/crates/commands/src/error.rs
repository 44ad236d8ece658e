//! What can keep a command from being done: a code for the window's message table, a sentence for people.

use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::path::PathBuf;

/// Why a command was not done. Serialises as `{code, message}`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file that is no page.
    #[error(transparent)]
    Read(#[from] tidemark_reader::Error),
    /// The program's own failure at one file.
    #[error(
        "cannot read \"{name}\": the program failed at it ({what}); the other files are not touched, please report this one"
    )]
    Internal {
        /// The file's name.
        name: String,
        /// What the program said.
        what: String,
    },
    /// The library's file.
    #[error(transparent)]
    Store(#[from] tidemark_store::Error),
    /// A page that the library does not have.
    #[error("there is no page {id} in the library; it may have been removed")]
    NoPage {
        /// The number asked for.
        id: i64,
    },
    /// An observation that the library does not have.
    #[error("there is no observation {id} in the library; its page may have been removed or read anew")]
    NoObservation {
        /// The number asked for.
        id: i64,
    },
    /// A chart that has nothing to show.
    #[error("{why}")]
    NothingToDraw {
        /// Why, in Chinese, for the place where the chart would stand.
        why: String,
    },
    /// A chart that could not be drawn.
    #[error(transparent)]
    Chart(#[from] tidemark_chart::Error),
    /// Nothing on this machine takes a PDF.
    #[error(
        "cannot print \"{path}\": found none of {tried}; install xdg-utils or cups-client, or open the file yourself"
    )]
    NoPrinter {
        /// The PDF that was written.
        path: PathBuf,
        /// What was looked for.
        tried: String,
    },
    /// A date, period, number or word in a request that cannot be used.
    #[error("cannot use {what} \"{given}\": {expected}")]
    Argument {
        /// What it is: `the issue date`.
        what: &'static str,
        /// What was given.
        given: String,
        /// What would do: `write it as 2023, 2023-08 or 2023-08-09`.
        expected: String,
    },
    /// A place that another cannot be said to lie in.
    #[error("cannot use the parent \"{given}\": {expected}")]
    Parent {
        /// What was given.
        given: String,
        /// What would do.
        expected: String,
    },
    /// A file that cannot be written.
    #[error("cannot write \"{path}\": {source}; choose another place or name")]
    Write {
        /// Where to.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Error {
    /// A word for programs, the key of the window's message table.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Read(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Internal { .. } => "internal",
            Self::NoPage { .. } => "no-page",
            Self::NoObservation { .. } => "no-observation",
            Self::NothingToDraw { .. } => "nothing-to-draw",
            Self::Chart(tidemark_chart::Error::UnknownChart(..)) | Self::Argument { .. } => "argument",
            Self::Chart(_) => "chart",
            Self::Parent { .. } => "parent",
            Self::NoPrinter { .. } => "print",
            Self::Write { .. } => "write",
        }
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Error", 2)?;
        out.serialize_field("code", self.code())?;
        out.serialize_field("message", &self.to_string())?;
        out.end()
    }
}
