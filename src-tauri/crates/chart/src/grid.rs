//! One indicator by two names, places or items down and periods across: what grouped and stacked bars, slopes, dots,
//! small multiples, tables and squares are drawn from. Free of layout.

use crate::number::Unit;
use crate::spec::MarkSpec;
use crate::theme::Series;
use serde::Serialize;
use tidemark_model::Period;

/// A column: a period, what is planned for it apart from what was.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// 2023年, 2025年目标
    pub label: String,
    /// When.
    pub period: Option<Period>,
    /// Whether its figures are meant to be and not yet so.
    pub planned: bool,
}

/// A row: a place, or an item such as a title of firms.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// 云台产业园
    pub label: String,
    /// Whether its label stands out: the place asked for.
    pub strong: bool,
    /// Its colour, where rows have one each.
    pub series: Series,
    /// Its figures, one entry a column; none is a gap, several are a conflict.
    pub cells: Vec<Vec<MarkSpec>>,
}

impl Row {
    /// Its figure in a column, the first where sources differ.
    #[must_use]
    pub fn mark(&self, column: usize) -> Option<&MarkSpec> {
        self.cells.get(column)?.first()
    }

    pub(crate) fn marks_positive(&self) -> bool {
        self.cells.iter().flatten().all(|m| !m.value.is_sign_negative())
    }
}

/// Figures that share indicator, measure and unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Grid {
    /// The unit of its scale.
    pub unit: Unit,
    /// Periods.
    pub columns: Vec<Column>,
    /// Places or items.
    pub rows: Vec<Row>,
    /// What each column's rows belong to, where a source or the ledger gives it: the end of a stack.
    pub totals: Vec<Vec<MarkSpec>>,
    /// How many a square stands for, where figures are drawn as squares.
    pub square: u32,
}

impl Grid {
    /// Every mark, row by row, the wholes last.
    pub fn marks(&self) -> impl Iterator<Item = &MarkSpec> {
        self.rows.iter().flat_map(|row| row.cells.iter().flatten()).chain(self.totals.iter().flatten())
    }

    pub(crate) fn marks_mut(&mut self) -> impl Iterator<Item = &mut MarkSpec> {
        self.rows.iter_mut().flat_map(|row| row.cells.iter_mut().flatten()).chain(self.totals.iter_mut().flatten())
    }

    /// Lowest and highest that is drawn as numbers; from zero where the lowest is less than half of the highest.
    pub(crate) fn range(&self) -> (f64, f64) {
        let number = |v: tidemark_model::Decimal| -> f64 { v.try_into().unwrap_or(0.0) };
        let ends = |m: &MarkSpec| {
            let about = m.qualifier == tidemark_model::Qualifier::About;
            let reach = [m.low, m.high].into_iter().flatten().filter(move |_| about);
            [m.value, m.far()].into_iter().chain(reach).map(number).collect::<Vec<_>>()
        };
        let values: Vec<f64> = self.rows.iter().flat_map(|r| r.cells.iter().flatten()).flat_map(ends).collect();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        match (low, high) {
            (low, high) if !low.is_finite() || !high.is_finite() => (0.0, 1.0),
            (low, high) if low == high && low == 0.0 => (0.0, 1.0),
            (low, high) if low >= 0.0 && low < high * 0.5 || low == high => (low.min(0.0), high.max(0.0)),
            (low, high) if high <= 0.0 && high > low * 0.5 => (low, 0.0),
            (low, high) => {
                let pad = (high - low) * 0.12;
                (if low > 0.0 { (low - pad).max(0.0) } else { low - pad }, high + pad)
            }
        }
    }

    /// Whether the scale of [`Grid::range`] leaves zero out.
    pub(crate) fn leaves_zero(&self) -> bool {
        let (low, high) = self.range();
        low > 0.0 || high < 0.0
    }

    /// Whether sources differ somewhere.
    #[must_use]
    pub fn conflicts(&self) -> bool {
        self.rows.iter().any(|row| row.cells.iter().any(|cell| cell.len() > 1))
            || self.totals.iter().any(|t| t.len() > 1)
    }
}
