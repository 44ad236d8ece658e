//! Bytes of a file to a Page and its Articles.
//!
//! Reads text files: UTF-8 and UTF-16 with and without byte order mark, GB18030 and Big5 by detection. Joins column
//! breaks (28⏎⏎⏎⏎万美金) with the way back to the page, tells articles apart, and finds the issue's date. What the
//! sentences state is `tidemark-extract`'s.

mod articles;
mod breaks;
mod content;
mod dates;
mod decode;
mod error;
mod issue;
mod lines;
mod masthead;
mod roles;
mod shape;
mod signs;
mod tables;

pub use error::Error;

use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use tidemark_model::{Page, Period, Resolved};

/// The largest text file that is read, in bytes: 64 MB.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// What a person may say about a file; everything left out is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The encoding's label: `GB18030`, `Big5`, `UTF-16LE`.
    pub encoding: Option<String>,
    /// The issue's date.
    pub issue: Option<Period>,
    /// The paper's home place: 钱塘区.
    pub home: Option<String>,
}

/// Reads the file at `path`.
///
/// # Errors
/// What kept it from becoming a page; a file larger than [`LARGEST`] is refused before it is read.
pub fn read_file(path: &Path, options: &ReadOptions) -> Result<Page, Error> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    let io = |e| Error::from_io(&name, e);
    let about = fs::metadata(path).map_err(io)?;
    if about.is_dir() {
        return Err(Error::Directory { name });
    }
    if !about.is_file() {
        return Err(Error::Unsupported { name, kind: "a device or a pipe".to_owned() });
    }
    refuse_large(&name, about.len())?;
    let mut bytes = Vec::with_capacity(about.len() as usize);
    File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(io)?;
    read_page(&name, &bytes, options)
}

/// Reads the bytes of a file called `name` (without folders).
///
/// # Errors
/// What kept them from becoming a page.
pub fn read_page(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Page, Error> {
    refuse_large(name, bytes.len() as u64)?;
    if let Some(kind) = content::known_format(bytes) {
        return Err(Error::Unsupported { name: name.to_owned(), kind: kind.to_owned() });
    }
    let (text, encoding) = decode::decode(name, bytes, options.encoding.as_deref())?;
    let lines = lines::lines_of(&text);
    if lines.is_empty() {
        return Err(Error::Empty { name: name.to_owned() });
    }
    let articles = articles::articles_of(&text, &lines);
    let masthead = masthead::masthead_of(&lines);
    let given = |value| Resolved { value, reason: "导入时指定".to_owned(), span: None };
    let issue = options.issue.map(given).or_else(|| issue::issue_of(name, &lines, &articles));
    drop(lines);
    Ok(Page {
        name: name.to_owned(),
        hash: hash_of(bytes),
        text,
        encoding: encoding.to_owned(),
        newspaper: masthead.newspaper,
        page_number: masthead.page_number,
        issue,
        home: options.home.clone(),
        articles,
    })
}

fn refuse_large(name: &str, size: u64) -> Result<(), Error> {
    if size > LARGEST {
        return Err(Error::TooLarge { name: name.to_owned(), size, limit: LARGEST });
    }
    Ok(())
}

fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
