//! What can go wrong with a library file, said so that a person can act on it.

use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};

/// Why a library did not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no file there.
    #[error("cannot open \"{path}\": there is no such file; it may have been moved or renamed")]
    NotFound {
        /// The file.
        path: PathBuf,
    },
    /// A file or folder that holds something else.
    #[error("cannot open \"{path}\": it is not a Tidemark library; choose a .tidemark file")]
    NotALibrary {
        /// The file.
        path: PathBuf,
    },
    /// Written by a later version of the program.
    #[error(
        "cannot open \"{path}\": it was written by a newer Tidemark (library version {found}, this one knows {known}); update the program"
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The latest version known.
        known: u32,
    },
    /// SQLite finds the file broken.
    #[error(
        "cannot use \"{path}\": the file is damaged ({detail}); open a copy of it, or import the pages into a new library"
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        detail: String,
    },
    /// Another program holds it.
    #[error("cannot use \"{path}\": another program is writing to it; close that program and try again")]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The system refuses to open or write it.
    #[error("cannot use \"{path}\": no permission to read and write it and its folder; copy it where you may write")]
    Permission {
        /// The file.
        path: PathBuf,
    },
    /// Something is there already.
    #[error("cannot make \"{path}\": there is already a file of that name; choose another name, or open it")]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Saving a library onto itself.
    #[error("cannot save \"{path}\" as itself: it is the library that is open; choose another name")]
    SameFile {
        /// The file.
        path: PathBuf,
    },
    /// The disk has no room left.
    #[error("cannot write \"{path}\": the disk is full; make room and try again")]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// A page that is not in the library.
    #[error("there is no page {id} in \"{path}\"; it may have been removed")]
    NoPage {
        /// The file.
        path: PathBuf,
        /// The number asked for.
        id: i64,
    },
    /// An observation that is not in the library.
    #[error("there is no observation {id} in \"{path}\"; its page may have been removed or read anew")]
    NoObservation {
        /// The file.
        path: PathBuf,
        /// The number asked for.
        id: i64,
    },
    /// A place that is none of the user's own.
    #[error("there is no place \"{name}\" of your own in \"{path}\"; the list of places shows which there are")]
    NoPlace {
        /// The file.
        path: PathBuf,
        /// The name asked for.
        name: String,
    },
    /// The system failed on the file.
    #[error("cannot use \"{path}\": the system says \"{source}\"")]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's own error.
        source: io::Error,
    },
    /// Anything else SQLite reports.
    #[error("cannot use \"{path}\": the database says \"{source}\"")]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// SQLite's own error.
        source: rusqlite::Error,
    },
}

impl Error {
    /// A word for programs: `not-found`, `not-a-library`, `newer`, `damaged`, `locked`, `permission`, `exists`,
    /// `same-file`, `full`, `no-page`, `no-observation`, `no-place`, `io`, `sqlite`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "not-found",
            Self::NotALibrary { .. } => "not-a-library",
            Self::Newer { .. } => "newer",
            Self::Damaged { .. } => "damaged",
            Self::Locked { .. } => "locked",
            Self::Permission { .. } => "permission",
            Self::Exists { .. } => "exists",
            Self::SameFile { .. } => "same-file",
            Self::Full { .. } => "full",
            Self::NoPage { .. } => "no-page",
            Self::NoObservation { .. } => "no-observation",
            Self::NoPlace { .. } => "no-place",
            Self::Io { .. } => "io",
            Self::Sqlite { .. } => "sqlite",
        }
    }

    /// SQLite's error on the file at `path`.
    pub(crate) fn from_sqlite(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        let detail = source.to_string();
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotALibrary { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, detail },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::Permission { path }
            }
            Some(ErrorCode::DiskFull) => Self::Full { path },
            _ if is_broken_row(&source) => Self::Damaged { path, detail },
            _ => Self::Sqlite { path, source },
        }
    }

    /// The system's error on the file at `path`.
    pub(crate) fn from_io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Permission { path },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            io::ErrorKind::StorageFull => Self::Full { path },
            _ => Self::Io { path, source },
        }
    }
}

fn is_broken_row(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
    )
}
