//! Tables, whose cells stand one to a line or several to a row: 原油 | 万吨 | 4000.0 | -3.5 under
//! 产品名称 | 单位 | 产量 | 同比增长(±%).
//!
//! [`grid`] puts cells into rows under their heads, this file makes figures of them. Prose lines that only
//! look like cells are left to the reading stage.

mod column;
mod grid;

use crate::article::View;
use crate::draft::{Draft, Named, Reach, evidence};
use crate::quantity::{Amount, AmountKind, Unit, unit_of_header};
use column::{Column, Role};
use grid::{Cell, Grid, Row};
use tidemark_model::{Block, Decimal, Measure, Period, Span, Status};

/// The figures of a run of table blocks below `title`; nothing if they make no table.
pub(crate) fn read_table(view: &View, blocks: &[Block], title: Option<Span>) -> Option<Vec<Draft>> {
    let grid = Grid::of(view, blocks)?;
    let table =
        Table { view, title, unit: default_unit(view, &grid, title), columns: Column::all(view, &grid), grid: &grid };
    Some(grid.rows.iter().flat_map(|row| table.read_row(row)).collect())
}

struct Table<'a> {
    view: &'a View<'a>,
    title: Option<Span>,
    unit: Option<Unit>,
    columns: Vec<Column>,
    grid: &'a Grid,
}

impl Table<'_> {
    fn read_row(&self, row: &Row) -> Vec<Draft> {
        let mut out: Vec<Draft> = Vec::new();
        let row_unit = row.values.iter().chain(&row.labels).find_map(|c| unit_of_header(&c.words));
        let mut level: Option<Named> = None;
        for (i, cell) in row.values.iter().enumerate() {
            let Some(column) = self.columns.get(i) else { continue };
            let Some(amount) = &cell.amount else { continue };
            if matches!(column.role, Role::Unit | Role::Period) {
                continue;
            }
            let named = match (&level, column.role) {
                (Some(level), Role::Growth | Role::Share) => level.clone(),
                _ => self.indicator(row, column),
            };
            let amount = self.with_unit(amount.clone(), column, row_unit.as_ref(), &named.words);
            let measure = match column.role {
                Role::Growth => Measure::Growth,
                Role::Share => Measure::Share,
                _ if amount.kind == AmountKind::Percent && named.words.ends_with("增速") => Measure::Growth,
                _ => Measure::Total,
            };
            if measure == Measure::Total {
                level = Some(named.clone());
            }
            out.push(self.draft(cell, row, column, named, amount, measure));
        }
        out
    }

    fn draft(&self, cell: &Cell, row: &Row, column: &Column, named: Named, amount: Amount, measure: Measure) -> Draft {
        let detail = format!("{} × {}", row.label(), column.words);
        let whole = (measure == Measure::Share).then(|| self.title_phrase().map(|p| p.words)).flatten();
        Draft {
            amount,
            indicators: vec![named],
            reach: Reach::Table,
            measure,
            negative: false,
            status: Status::Actual,
            whole,
            clause: cell.span,
            sentence: row.span(),
            evidence: vec![evidence("indicator/table", detail)],
            echoes: None,
            period: self.period(row, column),
            subject: column.place.clone().or_else(|| row.place(self.view)).or_else(|| self.place_of_total(row)),
        }
    }

    /// The sum over parks is the title's place's, not the last park's.
    fn place_of_total(&self, row: &Row) -> Option<String> {
        let by_place = self.grid.rows.iter().any(|other| other.place(self.view).is_some());
        let title = self.title.filter(|_| by_place && is_total(&row.label()))?;
        self.view.subjects.subject_for(title.end, title).map(|found| found.value)
    }

    fn period(&self, row: &Row, column: &Column) -> Option<Period> {
        column.period.or_else(|| row.period(self.view, self.grid.by_year))
    }

    /// Row label and column head together: 原油 and 产量 make 原油产量.
    fn indicator(&self, row: &Row, column: &Column) -> Named {
        let cues = &self.view.lexicon.cues;
        let label = if self.grid.by_year || row.place(self.view).is_some() { String::new() } else { row.label() };
        let head = if column.says_only_where || column.period.is_some() || column.role == Role::Plain {
            ""
        } else {
            &column.words
        };
        let total = is_total(&label);
        let words = match (label.is_empty() || total, head.is_empty()) {
            (true, true) => self.title_words().unwrap_or(label),
            (true, false) => head.to_owned(),
            (false, true) => label,
            (false, false) if cues.head_of(&label).is_some() || ends_like(&label, head) => label,
            (false, false) => format!("{label}{head}"),
        };
        Named { words, span: row.labels.last().map(|c| c.span) }
    }

    /// What the table's title says is counted: 商業登記家數 of 臺北市及內湖區產業結構及商業登記家數統計表.
    fn title_words(&self) -> Option<String> {
        self.title_phrase().map(|p| p.items.last().cloned().unwrap_or(p.words))
    }

    fn title_phrase(&self) -> Option<crate::phrase::Phrase> {
        let span = self.title?;
        let words = span.slice(self.view.text).trim_end_matches(['表', '统', '计', '統', '計', '情', '况', '：', ':']);
        let span = Span::new(span.start, span.start + words.len());
        crate::lead::own(self.view, span).phrase
    }

    fn with_unit(&self, amount: Amount, column: &Column, row_unit: Option<&Unit>, named: &str) -> Amount {
        if amount.kind != AmountKind::Bare {
            return amount;
        }
        if matches!(column.role, Role::Growth | Role::Share) {
            return amount.with_unit(&plain("%", AmountKind::Percent));
        }
        let unit =
            column.unit.clone().or_else(|| row_unit.cloned()).or_else(|| self.unit.clone()).or_else(|| counted(named));
        match unit {
            Some(unit) => whole_number(amount.with_unit(&unit)),
            None => amount,
        }
    }
}

/// 亿元 of 单位：亿元 in a title, a head or a label.
fn default_unit(view: &View, grid: &Grid, title: Option<Span>) -> Option<Unit> {
    let title = title.map(|t| t.slice(view.text).to_owned());
    let title_text = title.clone();
    let texts = title.into_iter().chain(grid.heads.iter().map(|h| h.words.clone()));
    let labels = grid.rows.iter().flat_map(|row| row.labels.iter().map(|c| c.words.clone()));
    let said =
        texts.chain(labels).filter(|t| t.contains("单位") || t.contains("單位")).find_map(|t| unit_of_header(&t));
    let bracketed = || title_text.filter(|t| t.trim_end().ends_with(['）', ')'])).and_then(|t| unit_of_header(&t));
    said.or_else(bracketed)
}

fn is_total(label: &str) -> bool {
    ["总计", "合计", "總計", "合計", "总数", "總數", "全区", "全市", "全县"].iter().any(|w| label.starts_with(w))
}

fn plain(unit: &str, kind: AmountKind) -> Unit {
    Unit { unit: unit.to_owned(), printed: unit.to_owned(), factor: Decimal::ONE, kind }
}

/// The counter a head implies: 二級產業人數 counts 人.
fn counted(words: &str) -> Option<Unit> {
    const IMPLIED: [(&str, &str); 9] = [
        ("人数", "人"),
        ("人數", "人"),
        ("人口", "人"),
        ("人口数", "人"),
        ("人口數", "人"),
        ("户数", "户"),
        ("戶數", "户"),
        ("家数", "家"),
        ("家數", "家"),
    ];
    IMPLIED.iter().find(|(end, _)| words.ends_with(end)).map(|(_, unit)| plain(unit, AmountKind::Quantity))
}

/// 29.764 people are 29 764: the point is a thousands mark where things cannot be cut.
fn whole_number(mut amount: Amount) -> Amount {
    let indivisible = matches!(amount.unit.as_str(), "人" | "家" | "户" | "个");
    if indivisible
        && amount.factor == Decimal::ONE
        && amount.value.fract() != Decimal::ZERO
        && amount.value.scale() == 3
    {
        let thousand = Decimal::from(1000);
        amount.value = amount.value.checked_mul(thousand).unwrap_or(amount.value).normalize();
        amount.step = Decimal::ONE;
    }
    amount
}

/// 原油加工量 needs no 产量 after it.
fn ends_like(label: &str, head: &str) -> bool {
    let last = |s: &str| s.chars().last();
    last(label) == last(head) && label.chars().last().is_some_and(|c| matches!(c, '量' | '值' | '额' | '数' | '率'))
}
