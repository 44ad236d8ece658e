//! What can keep a file from becoming a page, said so that a person can act on it.

use std::io;

/// Why a file was not read. Every message names the file, what was found, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No bytes, or white space alone.
    #[error("cannot read \"{name}\": the file is empty; choose a file with text in it")]
    Empty {
        /// The file's name.
        name: String,
    },
    /// Bytes that are no text.
    #[error(
        "cannot read \"{name}\": it is a binary file (byte {offset} is a control code), not text; save the page as a text file"
    )]
    Binary {
        /// The file's name.
        name: String,
        /// The first byte that no text holds.
        offset: usize,
    },
    /// A folder.
    #[error("cannot read \"{name}\": it is a folder; choose the files in it")]
    Directory {
        /// The folder's name.
        name: String,
    },
    /// The system refuses to open it.
    #[error("cannot read \"{name}\": no permission to open it; change its permissions or copy it elsewhere")]
    Permission {
        /// The file's name.
        name: String,
    },
    /// More than the limit.
    #[error("cannot read \"{name}\": it holds {size} bytes and the limit is {limit} (64 MB); split it into pages")]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// Text in an encoding that cannot be told, or that is not the one named.
    #[error(
        "cannot read \"{name}\": byte {offset} is {found}; save it as UTF-8, or name its encoding in the import dialog"
    )]
    Encoding {
        /// The file's name.
        name: String,
        /// The byte where decoding failed.
        offset: usize,
        /// What it is not: `neither UTF-8 nor GB18030`.
        found: String,
    },
    /// A label that names no encoding.
    #[error("cannot read \"{name}\": \"{label}\" is no known encoding; use UTF-8, GB18030, Big5, UTF-16LE or UTF-16BE")]
    UnknownEncoding {
        /// The file's name.
        name: String,
        /// The label given.
        label: String,
    },
    /// No such file.
    #[error("cannot read \"{name}\": there is no such file; it may have been moved or renamed")]
    NotFound {
        /// The file's name.
        name: String,
    },
    /// A format this version does not read.
    #[error("cannot read \"{name}\": it is {kind}, which is not supported; save its text as a text file (.txt)")]
    Unsupported {
        /// The file's name.
        name: String,
        /// What it is: `a PDF file`.
        kind: String,
    },
    /// The system failed while reading.
    #[error("cannot read \"{name}\": the system says \"{source}\"; check the disk and try again")]
    Io {
        /// The file's name.
        name: String,
        /// The system's own error.
        source: io::Error,
    },
}

impl Error {
    /// A word for programs: `empty`, `binary`, `directory`, `permission`, `too-large`, `encoding`, `not-found`,
    /// `unsupported`, `io`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "empty",
            Self::Binary { .. } => "binary",
            Self::Directory { .. } => "directory",
            Self::Permission { .. } => "permission",
            Self::TooLarge { .. } => "too-large",
            Self::Encoding { .. } | Self::UnknownEncoding { .. } => "encoding",
            Self::NotFound { .. } => "not-found",
            Self::Unsupported { .. } => "unsupported",
            Self::Io { .. } => "io",
        }
    }

    pub(crate) fn from_io(name: &str, source: io::Error) -> Self {
        let name = name.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { name },
            io::ErrorKind::PermissionDenied => Self::Permission { name },
            io::ErrorKind::IsADirectory => Self::Directory { name },
            _ => Self::Io { name, source },
        }
    }
}
