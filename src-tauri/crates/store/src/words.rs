//! Values as columns hold them: decimals, periods and enums as words, lists as JSON, spans as two numbers.

use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::str::FromStr;
use tidemark_model::{Resolved, Span};

/// What reading a column gives.
pub(crate) type Column<T> = rusqlite::Result<T>;

fn broken(column: &str, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    let named = std::io::Error::other(format!("column {column}: {error}"));
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(named))
}

/// A value written as its own words: a decimal, a period.
pub(crate) fn parsed<T>(row: &Row, column: &str) -> Column<T>
where
    T: FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get_ref(column)?.as_str()?.parse().map_err(|e| broken(column, e))
}

/// The same where there may be none.
pub(crate) fn parsed_if_any<T>(row: &Row, column: &str) -> Column<Option<T>>
where
    T: FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let words = row.get_ref(column)?.as_str_or_null()?;
    words.map(|w| w.parse().map_err(|e| broken(column, e))).transpose()
}

/// An enum by the word serde gives it: `growth`.
pub(crate) fn word<T: DeserializeOwned>(row: &Row, column: &str) -> Column<T> {
    let value = serde_json::Value::String(row.get(column)?);
    serde_json::from_value(value).map_err(|e| broken(column, e))
}

/// A list or a struct kept as JSON.
pub(crate) fn json<T: DeserializeOwned>(row: &Row, column: &str) -> Column<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|e| broken(column, e))
}

/// A list or a struct as JSON.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Column<String> {
    serde_json::to_string(value).map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))
}

/// A span in the columns `{name}_start` and `{name}_end`.
pub(crate) fn span(row: &Row, name: &str) -> Column<Span> {
    let at = |end: &str| row.get::<_, i64>(format!("{name}_{end}").as_str()).map(|n| n.max(0) as usize);
    Ok(Span::new(at("start")?, at("end")?))
}

/// The same where there may be none.
pub(crate) fn span_if_any(row: &Row, name: &str) -> Column<Option<Span>> {
    let start: Option<i64> = row.get(format!("{name}_start").as_str())?;
    start.map(|_| span(row, name)).transpose()
}

/// A value with its reason in `{name}_reason` and its span.
pub(crate) fn resolved<T>(row: &Row, name: &str, value: Option<T>) -> Column<Option<Resolved<T>>> {
    let Some(value) = value else { return Ok(None) };
    let reason: Option<String> = row.get(format!("{name}_reason").as_str())?;
    Ok(Some(Resolved { value, reason: reason.unwrap_or_default(), span: span_if_any(row, name)? }))
}

/// First and last byte of a span as SQLite's integers.
pub(crate) fn ends(span: Option<Span>) -> (Option<i64>, Option<i64>) {
    (span.map(|s| s.start as i64), span.map(|s| s.end as i64))
}
