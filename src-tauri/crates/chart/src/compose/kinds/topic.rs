//! What a question is about, apart from how it is drawn: one measure in one unit, of places or items, over periods;
//! and the grid of it.

use super::super::{
    Draft, Question, counts, distinct, indicator, marks, measured, parts, same_period, share, time, when,
};
use crate::NothingToDraw;
use crate::definition::Kind;
use crate::grid::{Column, Grid, Row};
use crate::number::Unit;
use crate::theme::Series;
use crate::words::filled;
use std::cmp::Reverse;
use tidemark_model::{Derived, Figure, Measure, Period, Quantity, Status};

/// One measure in one unit.
pub(in super::super) struct Topic<'a> {
    /// 规模以上工业总产值
    pub what: String,
    /// The title where several rows are drawn.
    pub title: String,
    /// The place it is about.
    pub place: String,
    /// The place's own row belongs to the whole and not to the parts.
    pub whole: Option<String>,
    /// Whether rows are items of one place, such as titles of firms.
    pub by_item: bool,
    pub measure: Measure,
    pub base: String,
    pub figures: Vec<&'a Figure>,
}

pub(in super::super) fn topic<'a>(question: &Question<'a>) -> Result<Topic<'a>, NothingToDraw> {
    match question.definition.kind {
        Kind::Indicator => indicator::topic(question),
        Kind::Parts => parts::topic(question),
        Kind::Counts => counts::topic(question),
        Kind::Share => share::topic(question),
    }
}

impl<'a> Topic<'a> {
    /// The topic of an indicator by place.
    pub fn by_place(
        question: &Question<'a>,
        (measure, indicator, base): (Measure, &str, &str),
        place: &str,
        figures: Vec<&'a Figure>,
    ) -> Self {
        let what = measured(measure, indicator, question.language);
        let parts = figures.iter().any(|f| f.parents.iter().any(|p| p == place));
        Self {
            title: filled(question.say().by_place, &[("indicator", &what)]),
            what,
            place: place.to_owned(),
            whole: parts.then(|| place.to_owned()),
            by_item: false,
            measure,
            base: base.to_owned(),
            figures,
        }
    }

    fn key<'b>(&self, figure: &'b Figure) -> &'b str {
        if self.by_item { figure.indicators.first().map_or("", String::as_str) } else { &figure.subject }
    }

    /// Periods that can be compared, planned ones apart, ascending.
    pub fn columns(&self, question: &Question) -> Vec<Column> {
        let mut series = time::series_of(&self.figures);
        if self.measure == Measure::Total && !self.by_item {
            let fits = |d: &&Derived| self.figures.iter().any(|f| is_of(d, &f.subject, f));
            let derived = question.derived.iter().filter(fits).filter_map(|d| d.period).map(Period::normal);
            series.extend(derived.filter(|p| series.first().is_some_and(|s| time::alike(*s, *p))).collect::<Vec<_>>());
            series.sort();
            series = distinct(series);
        }
        let of_series = |p: &Period| series.first().is_none_or(|s| time::alike(*s, *p));
        let planned = self.figures.iter().filter(|f| f.status == Status::Planned).filter_map(|f| when(f));
        let mut all: Vec<(Period, bool)> = series.iter().map(|p| (*p, false)).collect();
        all.extend(distinct(planned.filter(of_series)).into_iter().map(|p| (p, true)));
        all.sort();
        all.into_iter().map(|(p, planned)| column(question, Some(p), planned)).collect()
    }

    /// The period asked for, else the latest.
    pub fn column(&self, question: &Question) -> Column {
        let of = |status: Status| self.figures.iter().filter(move |f| f.status == status);
        let asked = |status: Status| of(status).any(|f| same_period(f.period, question.period));
        let last = |status: Status| of(status).filter_map(|f| when(f)).max();
        match last(Status::Actual) {
            _ if asked(Status::Actual) => column(question, question.period, false),
            _ if asked(Status::Planned) => column(question, question.period, true),
            Some(period) => column(question, Some(period), false),
            None => column(question, last(Status::Planned), last(Status::Planned).is_some()),
        }
    }

    /// The figures of columns as a grid: rows by their last value, the whole last.
    pub fn grid(&self, question: &Question<'a>, columns: Vec<Column>, draft: &mut Draft<'a>) -> Grid {
        let drawn: Vec<&'a Figure> =
            self.figures.iter().copied().filter(|f| columns.iter().any(|c| stands_in(c, f))).collect();
        let quantities: Vec<&Quantity> = drawn.iter().map(|f| &f.quantity).collect();
        let bases = distinct(quantities.iter().map(|q| q.unit.as_str())).join("／");
        let unit = Unit::of(if bases.is_empty() { &self.base } else { &bases }, &quantities, question.language);
        // What has figures for other periods alone is a gap.
        let known = self.figures.iter().filter(|f| f.status == Status::Actual || columns.iter().any(|c| c.planned));
        let keys = distinct(drawn.iter().copied().chain(known.copied()).map(|f| self.key(f)));
        let mut rows: Vec<Row> = keys.iter().map(|key| self.row(question, key, &columns, &unit, draft)).collect();
        let last = |row: &Row| row.cells.iter().rev().flatten().next().map(|m| m.value);
        rows.sort_by_key(|row| (Some(&row.label) == self.whole.as_ref(), Reverse(last(row))));
        Grid { unit, columns, rows, totals: Vec::new(), square: 1 }
    }

    fn row(&self, question: &Question<'a>, key: &str, columns: &[Column], unit: &Unit, draft: &mut Draft<'a>) -> Row {
        let own: Vec<&'a Figure> = self.figures.iter().copied().filter(|f| self.key(f) == key).collect();
        let cells = columns.iter().map(|column| {
            let figures: Vec<&'a Figure> = own.iter().copied().filter(|f| stands_in(column, f)).collect();
            let mut cell = marks::marks(&figures, unit, &mut draft.sources);
            if cell.is_empty() && !column.planned && self.measure == Measure::Total && !self.by_item {
                let fits = |d: &&Derived| own.iter().any(|f| is_of(d, key, f)) && same_period(d.period, column.period);
                if let Some(derived) = question.derived.iter().find(fits) {
                    cell.push(marks::derived(derived, question.figures, unit, &mut draft.sources));
                    draft.explain(derived, true);
                }
            }
            cell
        });
        let cells = cells.collect();
        let group = own.first().and_then(|f| question.definition.group_of(f));
        let label = if self.by_item { question.language.indicator(key) } else { key.to_owned() };
        let strong = !self.by_item && key == question.place;
        Row { label, strong, series: group.map_or(Series::Tide, |g| g.series), cells }
    }
}

fn is_of(derived: &Derived, subject: &str, figure: &Figure) -> bool {
    derived.subject == subject
        && derived.unit == figure.quantity.unit
        && figure.indicators.first() == Some(&derived.indicator)
}

fn column(question: &Question, period: Option<Period>, planned: bool) -> Column {
    let when = super::super::period_name(period, question.language);
    let label = if planned { filled(question.say().planned_for, &[("when", &when)]) } else { when };
    Column { label, period, planned }
}

fn stands_in(column: &Column, figure: &Figure) -> bool {
    (figure.status == Status::Planned) == column.planned && same_period(figure.period, column.period)
}
