//! The table `article`: the articles of a page, their joined text with the map back to the page.

use crate::words::{Column, json, span, to_json};
use rusqlite::{Connection, Row, named_params};
use tidemark_model::{Article, PageId};

pub(crate) fn insert_all(db: &Connection, page: PageId, articles: &[Article]) -> Column<()> {
    let mut insert = db.prepare_cached(include_str!("article/insert.sql"))?;
    for (idx, article) in articles.iter().enumerate() {
        insert.execute(named_params! {
            ":page": page.0, ":idx": idx as i64, ":headline": article.headline, ":byline": article.byline,
            ":span_start": article.span.start as i64, ":span_end": article.span.end as i64,
            ":joined": to_json(&article.joined)?, ":blocks": to_json(&article.blocks)?,
        })?;
    }
    Ok(())
}

/// Their observations go with them.
pub(crate) fn delete_all(db: &Connection, page: PageId) -> Column<()> {
    db.execute("DELETE FROM article WHERE page = ?1", [page.0]).map(drop)
}

/// The articles of a page, in page order.
pub(crate) fn list(db: &Connection, page: PageId) -> Column<Vec<Article>> {
    let mut select = db.prepare_cached("SELECT * FROM article WHERE page = ?1 ORDER BY idx")?;
    select.query_map([page.0], read)?.collect()
}

fn read(row: &Row) -> Column<Article> {
    Ok(Article {
        headline: row.get("headline")?,
        byline: row.get("byline")?,
        span: span(row, "span")?,
        joined: json(row, "joined")?,
        blocks: json(row, "blocks")?,
    })
}
