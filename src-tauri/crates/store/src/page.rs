//! The table `page`: a file as it was read, by the hash of its bytes.

use crate::words::{Column, ends, json, parsed_if_any, resolved};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use tidemark_model::{Article, IssueDate, Page, PageId};

/// A page in a list: everything of it but its text.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPage {
    /// Its number.
    pub id: PageId,
    /// The file's name.
    pub name: String,
    /// SHA-256 of the file's bytes.
    pub hash: String,
    /// What the bytes were decoded from.
    pub encoding: String,
    /// The newspaper, where printed.
    pub newspaper: Option<String>,
    /// The page number, where printed.
    pub page_number: Option<String>,
    /// The issue's date, with the reason.
    pub issue: Option<IssueDate>,
    /// The paper's home place.
    pub home: Option<String>,
    /// When it was first imported, as it was given.
    pub imported_at: String,
    /// Which extractor found its observations.
    pub extractor_version: u32,
    /// Observations found on it, rejected ones not counted.
    pub observations: u32,
    /// Headlines in page order, an empty one for an article without.
    pub headlines: Vec<String>,
}

impl StoredPage {
    /// The page whole, with its text and articles.
    pub(crate) fn into_page(self, text: String, articles: Vec<Article>) -> Page {
        let Self { name, hash, encoding, newspaper, page_number, issue, home, .. } = self;
        Page { name, hash, text, encoding, newspaper, page_number, issue, home, articles }
    }
}

/// By which extractor a page's observations were found, and by which version they are filed.
#[derive(Clone, Copy)]
pub(crate) struct Versions {
    pub extractor: u32,
    pub filed: u32,
}

pub(crate) fn insert(db: &Connection, page: &Page, versions: Versions, imported_at: &str) -> Column<PageId> {
    let issue = page.issue.as_ref();
    let (start, end) = ends(issue.and_then(|i| i.span));
    let params = named_params! {
        ":name": page.name, ":hash": page.hash, ":text": page.text, ":encoding": page.encoding,
        ":newspaper": page.newspaper, ":page_number": page.page_number,
        ":issue": issue.map(|i| i.value.to_string()), ":issue_reason": issue.map(|i| &i.reason),
        ":issue_start": start, ":issue_end": end, ":home": page.home,
        ":imported_at": imported_at, ":extractor_version": versions.extractor, ":filed": versions.filed,
    };
    db.prepare_cached(include_str!("page/insert.sql"))?.query_row(params, |row| row.get(0)).map(PageId)
}

/// Whether there was such a page.
pub(crate) fn update(db: &Connection, id: PageId, page: &Page, versions: Versions) -> Column<bool> {
    let issue = page.issue.as_ref();
    let (start, end) = ends(issue.and_then(|i| i.span));
    let params = named_params! {
        ":id": id.0, ":name": page.name, ":hash": page.hash, ":text": page.text, ":encoding": page.encoding,
        ":newspaper": page.newspaper, ":page_number": page.page_number,
        ":issue": issue.map(|i| i.value.to_string()), ":issue_reason": issue.map(|i| &i.reason),
        ":issue_start": start, ":issue_end": end, ":home": page.home,
        ":extractor_version": versions.extractor, ":filed": versions.filed,
    };
    db.prepare_cached(include_str!("page/update.sql"))?.execute(params).map(|rows| rows > 0)
}

/// Whether there was such a page; its articles and observations go with it.
pub(crate) fn delete(db: &Connection, id: PageId) -> Column<bool> {
    db.execute("DELETE FROM page WHERE id = ?1", [id.0]).map(|rows| rows > 0)
}

pub(crate) fn by_hash(db: &Connection, hash: &str) -> Column<Option<PageId>> {
    db.query_row("SELECT id FROM page WHERE hash = ?1", [hash], |row| row.get(0).map(PageId)).optional()
}

/// Pages in the order they were first imported.
pub(crate) fn list(db: &Connection) -> Column<Vec<StoredPage>> {
    let sql = concat!(include_str!("page/list.sql"), " ORDER BY page.id");
    db.prepare_cached(sql)?.query_map([], read)?.collect()
}

pub(crate) fn get(db: &Connection, id: PageId) -> Column<Option<StoredPage>> {
    let sql = concat!(include_str!("page/list.sql"), " WHERE page.id = ?1");
    db.prepare_cached(sql)?.query_row([id.0], read).optional()
}

pub(crate) fn text(db: &Connection, id: PageId) -> Column<Option<String>> {
    db.query_row("SELECT text FROM page WHERE id = ?1", [id.0], |row| row.get(0)).optional()
}

/// Pages whose observations an older extractor found.
pub(crate) fn older_than(db: &Connection, extractor_version: u32) -> Column<Vec<PageId>> {
    let mut select = db.prepare_cached("SELECT id FROM page WHERE extractor_version < ?1 ORDER BY id")?;
    select.query_map([extractor_version], |row| row.get(0).map(PageId))?.collect()
}

/// Home places of pages before one, the latest first.
pub(crate) fn homes_before(db: &Connection, page: PageId, most: u32) -> Column<Vec<(PageId, Option<String>)>> {
    let sql = "SELECT id, home FROM page WHERE id < ?1 ORDER BY id DESC LIMIT ?2";
    db.prepare_cached(sql)?.query_map((page.0, most), |row| Ok((PageId(row.get(0)?), row.get(1)?)))?.collect()
}

/// Pages filed otherwise than now.
pub(crate) fn filed_otherwise(db: &Connection, version: u32) -> Column<Vec<PageId>> {
    let mut select = db.prepare_cached("SELECT id FROM page WHERE filed <> ?1 ORDER BY id")?;
    select.query_map([version], |row| row.get(0).map(PageId))?.collect()
}

pub(crate) fn set_filed(db: &Connection, id: PageId, version: u32) -> Column<()> {
    let mut update = db.prepare_cached("UPDATE page SET filed = ?2 WHERE id = ?1")?;
    update.execute((id.0, version)).map(drop)
}

/// Takes all observations for those of an extractor older than any, so that their pages are read again.
pub(crate) fn outdate_all(db: &Connection) -> Column<()> {
    db.execute("UPDATE page SET extractor_version = 0", []).map(drop)
}

fn read(row: &Row) -> Column<StoredPage> {
    Ok(StoredPage {
        id: PageId(row.get("id")?),
        name: row.get("name")?,
        hash: row.get("hash")?,
        encoding: row.get("encoding")?,
        newspaper: row.get("newspaper")?,
        page_number: row.get("page_number")?,
        issue: resolved(row, "issue", parsed_if_any(row, "issue")?)?,
        home: row.get("home")?,
        imported_at: row.get("imported_at")?,
        extractor_version: row.get("extractor_version")?,
        observations: row.get("observations")?,
        headlines: json(row, "headlines")?,
    })
}
