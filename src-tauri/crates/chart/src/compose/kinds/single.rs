//! Kinds that show one point in time: bars, dots, squares, a share, figures with their names. Where only one place has
//! figures, its periods take the places' rows.

use super::super::{Draft, Question, same_period, share as shares};
use super::topic::Topic;
use super::{keep_rows, name, name_gaps, refuse};
use crate::NothingToDraw;
use crate::grid::{Column, Grid, Row};
use crate::spec::{BarRow, Bars, Fact, MarkSpec, Panel, Standing};
use crate::words::filled;
use serde::Deserialize;
use std::sync::OnceLock;
use tidemark_model::{Decimal, Figure, Measure, Status};

type Done = Result<(), NothingToDraw>;

/// One column over places; or one place's columns as rows.
fn across<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Result<Grid, NothingToDraw> {
    let column = topic.column(question);
    let planned = Column { planned: true, ..column.clone() };
    let mut probe = Draft::new(question);
    let rows = topic.grid(question, vec![column.clone()], &mut probe).rows.len();
    if rows >= 2 {
        let grid = topic.grid(question, vec![column], draft);
        name(question, topic, &grid, draft);
        name_gaps(question, &grid, draft);
        if !grid.columns[0].planned {
            name_planned(question, topic, &planned, draft);
        }
        return Ok(grid);
    }
    let grid = topic.grid(question, topic.columns(question), draft);
    let own = grid.rows.iter().find(|r| r.strong).or_else(|| grid.rows.first()).cloned();
    let Some(own) = own.filter(|_| grid.columns.len() >= 2) else {
        let alone = topic.grid(question, vec![topic.column(question)], draft);
        name(question, topic, &alone, draft);
        return Ok(alone);
    };
    let alone = Grid { rows: vec![own.clone()], ..grid.clone() };
    name(question, topic, &alone, draft);
    name_gaps(question, &alone, draft);
    let row = |(column, cell): (&Column, &Vec<_>)| Row {
        label: column.label.clone(),
        strong: same_period(column.period, question.period),
        series: own.series,
        cells: vec![cell.clone()],
    };
    let rows = grid.columns.iter().zip(&own.cells).map(row).collect();
    Ok(Grid { rows, columns: vec![Column { label: own.label.clone(), period: None, planned: false }], ..grid })
}

/// What is planned for the same period is named and stands apart.
fn name_planned(question: &Question, topic: &Topic, planned: &Column, draft: &mut Draft) {
    let any = |f: &&&Figure| f.status == Status::Planned && same_period(f.period, planned.period);
    if topic.figures.iter().any(|f| any(&f)) {
        let what = filled(
            question.say().planned_for,
            &[("when", &super::super::period_name(planned.period, question.language))],
        );
        draft.remark(filled(question.say().other_periods, &[("what", &what)]));
    }
}

pub(super) fn bars<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let grid = across(question, topic, draft)?;
    let row = |row: Row| BarRow {
        label: row.label,
        strong: row.strong,
        apart: false,
        series: row.series,
        marks: row.cells.into_iter().flatten().collect(),
        note: None,
    };
    let rows = grid.rows.into_iter().map(row).collect();
    draft.panels.push(Panel::Bars(Bars { heading: None, unit: grid.unit, rows, scale: true }));
    Ok(())
}

pub(super) fn dots<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let mut grid = across(question, topic, draft)?;
    let whole = topic.whole.clone();
    // A whole beside its parts would press them all against the left.
    if let Some(at) = grid.rows.iter().position(|r| Some(&r.label) == whole.as_ref()).filter(|_| grid.rows.len() > 2) {
        let row = grid.rows.remove(at);
        let own = format!("{} {}", row.label, row.mark(0).map_or("", |m| m.label.as_str()));
        draft.remark(filled(question.say().left_out, &[("what", &own)]));
    }
    keep_rows(question, &mut grid, 24, draft);
    if grid.leaves_zero() {
        draft.what.push(question.say().any_scale.to_owned());
    }
    draft.panels.push(Panel::Dots(grid));
    Ok(())
}

/// Units of things that are counted one by one: `data/charts/kinds.toml`.
#[derive(Deserialize, Default)]
struct Counters {
    counters: Vec<String>,
    most_squares: u32,
}

fn counters() -> &'static Counters {
    static TABLE: OnceLock<Counters> = OnceLock::new();
    TABLE.get_or_init(|| toml::from_str(include_str!("../../../../../../data/charts/kinds.toml")).unwrap_or_default())
}

pub(super) fn waffle<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let counted = |f: &&Figure| counters().counters.contains(&f.quantity.unit) && !f.quantity.value.is_sign_negative();
    let levels = !matches!(topic.measure, Measure::Share | Measure::Growth | Measure::Change | Measure::Rank);
    if !levels || !topic.figures.iter().all(counted) {
        return refuse(topic, question.say().not_counted);
    }
    let mut grid = across(question, topic, draft)?;
    keep_rows(question, &mut grid, 10, draft);
    let scale = grid.unit.scaled(Decimal::ONE);
    let total = grid.marks().try_fold(Decimal::ZERO, |sum, mark| sum.checked_add(mark.far()));
    // More than exact decimals hold cannot be counted out in squares.
    let Some(total) = total.filter(|total| total.checked_mul(scale).is_some()) else {
        return refuse(topic, question.say().not_counted);
    };
    if scale.is_zero() || total.is_zero() {
        return refuse(topic, question.say().not_counted);
    }
    let total = total * scale;
    grid.square = round_up(total / Decimal::from(counters().most_squares.max(10)));
    draft
        .what
        .push(filled(question.say().a_square, &[("count", &grid.square.to_string()), ("unit", &grid.unit.name())]));
    draft.panels.push(Panel::Waffle(grid));
    Ok(())
}

/// The next of 1, 2, 5, 10, 20, 50, …
fn round_up(least: Decimal) -> u32 {
    let steps = (0..8).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u32.pow(power)));
    steps.into_iter().find(|step| Decimal::from(*step) >= least).unwrap_or(1_000_000_000)
}

pub(super) fn share<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let column = topic.column(question);
    let fits = |f: &&Figure| {
        f.measure == Measure::Share
            && f.quantity.unit == "%"
            && f.status == Status::Actual
            && same_period(f.period, column.period)
            && f.subject == topic.place
    };
    let share: Vec<&'a Figure> = topic.figures.iter().copied().filter(fits).collect();
    let Some(first) = share.first() else { return refuse(topic, question.say().not_a_share) };
    let whole = first.whole.clone().unwrap_or_default();
    draft.title = filled(question.say().of_place, &[("place", &topic.place), ("what", &topic.what)]);
    draft.place.clone_from(&topic.place);
    draft.period = column.period;
    draft.what.push("%".to_owned());
    let bar = shares::share_bar(question, &share, &whole, draft);
    draft.panels.push(Panel::Share(Box::new(bar)));
    Ok(())
}

pub(super) fn list<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let mut grid = topic.grid(question, vec![topic.column(question)], draft);
    if grid.rows.is_empty() {
        return refuse(topic, question.say().too_few_places);
    }
    name(question, topic, &grid, draft);
    name_gaps(question, &grid, draft);
    keep_rows(question, &mut grid, 8, draft);
    let unit = grid.unit.name();
    let with_unit = |mark: MarkSpec| {
        let lead = question
            .figures
            .iter()
            .find(|f| mark.standing != Standing::Derived && mark.observations.first() == Some(&f.id));
        let label = match lead {
            Some(figure) if figure.status == Status::Planned => {
                format!("{} {}", question.say().planned, super::super::label(&figure.quantity, &grid.unit, &unit))
            }
            Some(figure) => super::super::label(&figure.quantity, &grid.unit, &unit),
            None => format!("{}{unit}", mark.label),
        };
        MarkSpec { label, ..mark }
    };
    let fact = |row: Row| Fact {
        label: row.label,
        unit: unit.clone(),
        marks: row.cells.into_iter().flatten().map(with_unit).collect(),
    };
    let facts = grid.rows.into_iter().map(fact).collect();
    draft.what.clear();
    draft.panels.push(Panel::Facts(facts));
    Ok(())
}
