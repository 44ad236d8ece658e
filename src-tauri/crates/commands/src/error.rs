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
    /// Something that this version cannot do yet in this place.
    #[error("cannot {what}: it is not ready")]
    NotReady {
        /// What was tried.
        what: &'static str,
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
            Self::NotReady { .. } | Self::Internal { .. } => "internal",
            Self::Argument { .. } => "argument",
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
