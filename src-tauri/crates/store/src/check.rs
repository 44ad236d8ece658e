//! Looks a library over: SQLite's own checks, and what must hold between its tables. Changes nothing.

use crate::words::Column;
use crate::{article, page};
use rusqlite::Connection;
use tidemark_model::{Article, PageId, Span};

/// What is wrong, one sentence each; empty when all is well.
pub(crate) fn problems(db: &Connection) -> Column<Vec<String>> {
    let mut found = integrity(db)?;
    found.extend(foreign_keys(db)?);
    found.extend(flags(db)?);
    for page in page::list(db)? {
        let about = format!("page {} ({})", page.id.0, page.name);
        let text = page::text(db, page.id)?.unwrap_or_default();
        let articles = article::list(db, page.id)?;
        found.extend(articles_fit(&about, &text, &articles));
        found.extend(amounts_fit(db, page.id, &about, &text)?);
    }
    Ok(found)
}

fn integrity(db: &Connection) -> Column<Vec<String>> {
    let mut check = db.prepare("PRAGMA integrity_check")?;
    let lines: Vec<String> = check.query_map([], |row| row.get(0))?.collect::<Column<_>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

fn foreign_keys(db: &Connection) -> Column<Vec<String>> {
    let mut check = db.prepare("PRAGMA foreign_key_check")?;
    let line = |row: &rusqlite::Row| {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(format!("a row of {table} names a {parent} that is not there"))
    };
    check.query_map([], line)?.collect()
}

fn flags(db: &Connection) -> Column<Vec<String>> {
    let mut check = db.prepare(include_str!("check/flags.sql"))?;
    check
        .query_map([], |row| {
            row.get::<_, i64>(0).map(|id| format!("observation {id} does not agree with what was decided"))
        })?
        .collect()
}

fn articles_fit(about: &str, text: &str, articles: &[Article]) -> Vec<String> {
    let mut found = Vec::new();
    for (i, article) in articles.iter().enumerate() {
        let joined = article.joined.text();
        let blocks = article.blocks.iter().all(|b| joined.get(b.range.start..b.range.end).is_some());
        let whole = article.joined.to_page(Span::new(0, joined.len()));
        if !blocks || !fits(article.span, text) || !fits(whole, text) {
            found.push(format!("article {i} of {about} does not fit its page"));
        }
    }
    found
}

fn fits(span: Span, text: &str) -> bool {
    text.get(span.start..span.end).is_some()
}

/// Every amount's words stand on the page where its span says.
fn amounts_fit(db: &Connection, page: PageId, about: &str, text: &str) -> Column<Vec<String>> {
    let mut select = db.prepare_cached("SELECT id, printed, span_start, span_end FROM observation WHERE page = ?1")?;
    let mut rows = select.query([page.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, printed): (i64, String) = (row.get("id")?, row.get("printed")?);
        let words: String = crate::words::span(row, "span")?.slice(text).split_whitespace().collect();
        if words != printed.split_whitespace().collect::<String>() {
            found.push(format!("observation {id} of {about} says \"{printed}\" and the page says \"{words}\""));
        }
    }
    Ok(found)
}
