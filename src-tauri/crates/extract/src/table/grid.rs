//! Cells into rows: which cells are heads, how many columns there are, which row a number belongs to.

use crate::article::View;
use crate::quantity::{Amount, AmountKind, scan_table_cell, unit_of_header};
use tidemark_model::{Block, Period, Span};

/// One cell.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub span: Span,
    /// Without white space.
    pub words: String,
    /// Its number, in the article's offsets, where the whole cell is one.
    pub amount: Option<Amount>,
}

impl Cell {
    /// 持平, -, …: stands where a number could.
    fn is_blank(&self) -> bool {
        matches!(self.words.as_str(), "持平" | "-" | "—" | "——" | "–" | "…" | "..." | "/" | "―")
    }

    fn is_value(&self) -> bool {
        self.amount.is_some() || self.is_blank()
    }
}

/// One row: the cells that name it and those below the heads.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub labels: Vec<Cell>,
    pub values: Vec<Cell>,
}

impl Row {
    pub(super) fn label(&self) -> String {
        self.labels.last().map(|c| without_unit(without_part(&c.words))).unwrap_or_default()
    }

    pub(super) fn span(&self) -> Span {
        let cells = self.labels.iter().chain(&self.values).map(|c| c.span);
        cells.reduce(Span::cover).unwrap_or_default()
    }

    pub(super) fn place(&self, view: &View) -> Option<String> {
        self.labels.last().and_then(|c| place_of(view, c.span))
    }

    /// The year a row is labelled with: 2012年, 2012, and 85 of the Republic.
    pub(super) fn period(&self, view: &View, by_year: bool) -> Option<Period> {
        let label = self.labels.last()?;
        if !by_year {
            return None;
        }
        let digits: String = label.words.chars().filter(char::is_ascii_digit).collect();
        match digits.parse::<i32>().ok()? {
            year @ 1900..=2100 => Some(Period::Year(year)),
            year @ 30..=150 if view.speaks_of_the_republic() => Some(Period::Year(year + 1911)),
            _ => None,
        }
    }
}

/// 白银 of 其中：白银 and #白银, as parts of the row above are marked.
fn without_part(words: &str) -> &str {
    words.trim_start_matches('#').trim_start_matches("其中").trim_start_matches(['：', ':', '#'])
}

/// 總計 of 總計（單位：家）.
fn without_unit(words: &str) -> String {
    let inner = |i: usize| words[i..].trim_matches(['（', '(', '）', ')']);
    let is_unit = |i: usize| words.contains("单位") || words.contains("單位") || unit_of_header(inner(i)).is_some();
    let end = words.find(['（', '(']).filter(|&i| i > 0 && is_unit(i));
    words[..end.unwrap_or(words.len())].to_owned()
}

/// The place or organisation that is the whole cell.
pub(super) fn place_of(view: &View, span: Span) -> Option<String> {
    let words = span.slice(view.text).trim();
    if words.contains("  ") {
        return padded_place(view, words);
    }
    let (range, name) = view.name_in(span)?;
    (range.end - range.start == words.len()).then(|| (*name).to_owned())
}

/// 内  湖  区: a name spaced out to a column's width, where the page has it in one piece elsewhere.
fn padded_place(view: &View, words: &str) -> Option<String> {
    let name: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    view.named(&name).map(str::to_owned)
}

/// A table's heads and rows.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// One for each value column.
    pub heads: Vec<Cell>,
    /// The upper head that spans each value column, where there are two rows of heads; else empty.
    pub groups: Vec<Cell>,
    pub rows: Vec<Row>,
    /// Whether the rows' labels are years.
    pub by_year: bool,
}

impl Grid {
    pub(super) fn of(view: &View, blocks: &[Block]) -> Option<Self> {
        let lines = blocks.iter().map(|b| cells(view.text, b.range));
        let lines: Vec<Vec<Cell>> = lines.filter(|line| !is_rule(line)).collect();
        let several = lines.iter().filter(|line| line.len() > 1 && line.iter().any(Cell::is_value)).count();
        if several >= 2 { Self::of_lines(lines) } else { Self::of_column(view, blocks) }
    }

    /// Several cells to a line; the last line without numbers holds the heads.
    fn of_lines(lines: Vec<Vec<Cell>>) -> Option<Self> {
        let years = lines.first().filter(|line| are_years(line)).map(|_| 1);
        let first = years.or_else(|| lines.iter().position(|line| line.iter().any(Cell::is_value)))?;
        let heads = lines.get(first.checked_sub(1)?)?.clone();
        let by_year = years.is_none() && heads.first().is_some_and(|c| is_year_head(&c.words));
        let mut rows = Vec::new();
        for line in &lines[first..] {
            let at = if by_year {
                1
            } else {
                line.iter()
                    .position(|c| c.is_value() || unit_of_header(&c.words).is_some())
                    .unwrap_or(line.len())
                    .max(1)
            };
            if line.len() > at {
                rows.push(Row { labels: line[..at].to_vec(), values: line[at..].to_vec() });
            }
        }
        let columns = rows.iter().map(|r| r.values.len()).max()?;
        let heads = heads[heads.len().saturating_sub(columns)..].to_vec();
        Some(Self { heads, groups: Vec::new(), rows, by_year })
    }

    /// One cell to a line.
    fn of_column(view: &View, blocks: &[Block]) -> Option<Self> {
        let cells: Vec<Cell> =
            blocks.iter().map(|b| cell(view.text, b.range)).filter(|c| !c.words.is_empty()).collect();
        if cells.iter().filter(|c| c.amount.as_ref().is_some_and(is_plain)).count() < 2 {
            return None;
        }
        let cells = &cells[heads_start(&cells)..];
        let leading = cells.iter().take_while(|c| !c.is_value()).count();
        if leading >= 2 && is_year_head(&cells[0].words) {
            return Some(Self::two_headed(cells, leading).unwrap_or_else(|| Self::chunked(cells, leading, true)));
        }
        let even = (2..=leading).rev().find(|&k| is_even(cells, k));
        Some(match even {
            Some(k) => Self::chunked(cells, k, false),
            None => Self::ragged(view, cells, leading)?,
        })
    }

    /// 年度 | 内湖区 | 台北市 above 人口 | 成长率 | 人口: upper heads, each over the lower ones up to where these begin
    /// anew. That there are two rows shows in the years, which stand closer together than the heads are many.
    fn two_headed(cells: &[Cell], leading: usize) -> Option<Self> {
        let k = (3..leading).rev().find(|&k| leading < 2 * k && are_years_in_order(&cells[leading..], k))?;
        let lower = &cells[leading + 1 - k..leading];
        let mut groups: Vec<Cell> = Vec::with_capacity(lower.len());
        let mut upper = cells[1..=leading - k].iter();
        let mut from = 0;
        for (i, head) in lower.iter().enumerate() {
            if i == 0 || lower[from..i].iter().any(|before| before.words == head.words) {
                (from, _) = (i, groups.push(upper.next()?.clone()));
            } else {
                groups.push(groups.last()?.clone());
            }
        }
        let rows = cells[leading..].chunks(k).filter(|c| c.len() > 1);
        let rows = rows.map(|c| Row { labels: c[..1].to_vec(), values: c[1..].to_vec() }).collect();
        upper.next().is_none().then(|| Self { heads: lower.to_vec(), groups, rows, by_year: true })
    }

    fn chunked(cells: &[Cell], k: usize, by_year: bool) -> Self {
        let rows = cells[k..].chunks(k).filter(|c| c.len() > 1);
        let rows = rows.map(|c| Row { labels: c[..1].to_vec(), values: c[1..].to_vec() }).collect();
        Self { heads: cells[1..k].to_vec(), groups: Vec::new(), rows, by_year }
    }

    /// Rows of a label and `m` numbers, with group labels between them.
    fn ragged(view: &View, cells: &[Cell], leading: usize) -> Option<Self> {
        let m = usual_run(cells)?;
        if leading < m {
            return None;
        }
        let is_head = |c: &Cell| place_of(view, c.span).is_some() || !view.phrases_in(c.span).is_empty();
        let unlabelled = cells[leading - m..leading].iter().all(is_head);
        let heads_end = if unlabelled { leading } else { leading - 1 };
        let heads = cells.get(heads_end.checked_sub(m)?..heads_end)?.to_vec();
        let mut rows = Vec::new();
        let mut at = if unlabelled { leading } else { leading - 1 };
        while at < cells.len() {
            let texts = cells[at..].iter().take_while(|c| !c.is_value()).count();
            let values = cells[at + texts..].iter().take_while(|c| c.is_value()).count();
            if values == m && texts > 0 {
                let from = at + texts - 1;
                rows.push(Row { labels: vec![cells[from].clone()], values: cells[from + 1..=from + m].to_vec() });
            }
            at += (texts + values).max(1);
        }
        Some(Self { heads, groups: Vec::new(), rows, by_year: false })
    }
}

/// | --- | --- |: the line under a Markdown table's heads.
fn is_rule(line: &[Cell]) -> bool {
    !line.is_empty()
        && line.iter().all(|c| c.words.len() > 1 && c.words.chars().all(|c| matches!(c, '-' | ':' | '—' | '─')))
}

/// 年份 | 2021 | 2022: years as heads.
fn are_years(line: &[Cell]) -> bool {
    line.len() > 2 && line[0].amount.is_none() && line[1..].iter().all(|c| year(&c.words).is_some())
}

/// 2022 or 2022年 and nothing else.
pub(super) fn year(words: &str) -> Option<i32> {
    let digits = words.strip_suffix('年').unwrap_or(words);
    let plain = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|y| plain && (1900..=2100).contains(y))
}

/// Whether every `k`th cell is a year, each the one after the last.
fn are_years_in_order(cells: &[Cell], k: usize) -> bool {
    let years: Option<Vec<i32>> =
        cells.iter().step_by(k).map(|c| c.words.trim_end_matches('年').parse().ok()).collect();
    years.is_some_and(|years| years.len() > 1 && years.windows(2).all(|pair| pair[1] == pair[0] + 1))
}

fn is_plain(amount: &Amount) -> bool {
    matches!(amount.kind, AmountKind::Bare | AmountKind::Percent | AmountKind::Quantity)
}

fn is_year_head(words: &str) -> bool {
    matches!(words, "年度" | "年份" | "年" | "时间" | "時間" | "年别" | "年別" | "民國年" | "年代")
}

/// 指标名称 of 主要指标完成情况 | 指标名称 | 单位 | 指标值: the head before 单位 is the first, what stands before it a title.
fn heads_start(cells: &[Cell]) -> usize {
    let unit = cells.iter().position(|c| matches!(c.words.as_str(), "单位" | "單位" | "计量单位" | "計量單位"));
    unit.map_or(0, |at| at.saturating_sub(1))
}

/// Whether the cells after `k` heads fall into rows of `k` with a text first and a number last.
fn is_even(cells: &[Cell], k: usize) -> bool {
    let body = &cells[k..];
    let fits = |row: &[Cell]| !row[0].is_value() && row[k - 1].is_value();
    !body.is_empty() && body.len().is_multiple_of(k) && body.chunks(k).all(fits)
}

/// The most common length of a run of numbers.
fn usual_run(cells: &[Cell]) -> Option<usize> {
    let runs = cells.chunk_by(|a, b| a.is_value() == b.is_value()).filter(|run| run[0].is_value());
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for run in runs {
        *counts.entry(run.len()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map(|(length, _)| length)
}

/// The cells of one line: parts between tabs, bars or wide gaps.
fn cells(text: &str, line: Span) -> Vec<Cell> {
    let mut out = Vec::new();
    let mut start = line.start;
    let mut gap = 0;
    for (i, c) in line.slice(text).char_indices() {
        let at = line.start + i;
        let wide = matches!(c, '\t' | '|' | '│' | '｜' | '\u{3000}');
        gap = if c == ' ' { gap + 1 } else { 0 };
        if wide || gap == 2 {
            out.push(cell(text, Span::new(start, at)));
            start = at + c.len_utf8();
        }
    }
    out.push(cell(text, Span::new(start, line.end)));
    out.retain(|c| !c.words.is_empty());
    out
}

fn cell(text: &str, range: Span) -> Cell {
    let raw = range.slice(text);
    let lead = raw.len() - raw.trim_start().len();
    let span = Span::new(range.start + lead, range.start + lead + raw.trim().len());
    let words: String = raw.chars().filter(|c| !c.is_whitespace()).collect();
    let amount = scan_table_cell(raw.trim()).filter(|a| a.outer.end - a.outer.start == raw.trim().len());
    let amount = amount.map(|a| moved(a, span.start));
    Cell { span, words, amount }
}

fn moved(mut amount: Amount, by: usize) -> Amount {
    let shift = |s: Span| Span::new(s.start + by, s.end + by);
    amount.range = shift(amount.range);
    amount.outer = shift(amount.outer);
    amount
}
