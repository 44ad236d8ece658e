//! Years that stand alone in a table's first column: 年度 … 2022, or 85 in a table of the Republic.

use super::expr::{Part, PeriodExpr, PeriodMention, Role, YearRef};
use super::number::arabic;
use super::year::plausible;
use tidemark_model::Span;

/// A column's head over years.
const YEAR_HEADS: &[&str] = &["年度", "年份", "年别", "年別", "年", "时间", "期间"];

/// Bytes beyond which a block is a paragraph between two tables.
const LONGEST_CELL: usize = 60;

/// The years that fill a cell of a year column; `cells` are the blocks in order.
pub(super) fn year_cells(text: &str, cells: &[Span]) -> Vec<PeriodMention> {
    let roc = text.contains("民國") || text.contains("臺灣") || text.contains("臺北");
    let mut head = None;
    let mut found = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let words = cell.slice(text).trim();
        if YEAR_HEADS.contains(&words.replace('\u{f98e}', "年").replace('\u{fa01}', "度").as_str()) {
            head = Some(rows(text, cells, index, roc).unwrap_or((index, columns(text, &cells[index..]))));
        }
        if words.len() > LONGEST_CELL {
            head = None;
        }
        if let Some((at, columns)) = head
            && index > at
            && (index - at) % columns == 0
            && let Some(year) = lone_year(words, roc)
        {
            found.push(mention(*cell, year));
        }
    }
    found
}

/// The first row and how many cells a row has, where the years of two rows follow each other.
fn rows(text: &str, cells: &[Span], head: usize, roc: bool) -> Option<(usize, usize)> {
    let year = |i: usize| cells.get(i).and_then(|cell| lone_year(cell.slice(text).trim(), roc));
    let first = (head + 1..head + 20).find(|&i| year(i).is_some())?;
    let next = |i: &usize| year(*i).is_some_and(|other| Some(other.abs_diff(year(first).unwrap_or(other))) == Some(1));
    let second = (first + 2..first + 20).find(next)?;
    let columns = second - first;
    Some((first.checked_sub(columns)?, columns))
}

/// How many cells a row has: the heads up to the first cell that is a number, at most twenty.
fn columns(text: &str, cells: &[Span]) -> usize {
    let heads = cells.iter().take(20).take_while(|c| !c.slice(text).trim().starts_with(|c: char| c.is_ascii_digit()));
    heads.count().max(1)
}

fn lone_year(words: &str, roc: bool) -> Option<i32> {
    let number = arabic(words, 0).filter(|n| n.end == words.len())?;
    let year = number.value as i32;
    match number.digits {
        4 if plausible(year) => Some(year),
        2 | 3 if roc && (30..=150).contains(&year) => Some(year + 1911),
        _ => None,
    }
}

fn mention(range: Span, year: i32) -> PeriodMention {
    let expr = PeriodExpr::Calendar { year: YearRef::Named(year), part: Part::Whole, instant: false };
    PeriodMention { range, expr, role: Role::Stated }
}
