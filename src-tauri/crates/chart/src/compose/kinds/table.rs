//! A table as a chart: places or items down, periods across, each figure with the mark of how exact it is.

use super::super::{Draft, Question};
use super::topic::Topic;
use super::{keep_rows, name, name_gaps, refuse};
use crate::NothingToDraw;
use crate::grid::{Column, Grid, Row};
use crate::spec::Panel;
use crate::words::filled;

/// Columns at the most: the latest.
const COLUMNS: usize = 6;
const ROWS: usize = 30;

/// One place's periods one below the other: a row of them would be wide and low.
fn upright(grid: Grid) -> Grid {
    let [row] = &grid.rows[..] else { return grid };
    if grid.columns.len() < 2 {
        return grid;
    }
    let of = |(column, cell): (&Column, &Vec<_>)| Row {
        label: column.label.clone(),
        strong: false,
        series: row.series,
        cells: vec![cell.clone()],
    };
    let rows = grid.columns.iter().zip(&row.cells).map(of).collect();
    let columns = vec![Column { label: row.label.clone(), period: None, planned: false }];
    Grid { rows, columns, ..grid }
}

pub(super) fn compose<'a>(
    question: &Question<'a>,
    topic: &Topic<'a>,
    draft: &mut Draft<'a>,
) -> Result<(), NothingToDraw> {
    let mut columns = topic.columns(question);
    let shown = topic.column(question);
    if !columns.iter().any(|c| super::super::same_period(c.period, shown.period)) {
        columns = vec![shown];
    }
    let left: Vec<_> = columns.drain(..columns.len().saturating_sub(COLUMNS)).map(|c| c.label).collect();
    let mut grid = topic.grid(question, columns, draft);
    if grid.rows.is_empty() {
        return refuse(topic, question.say().too_few_places);
    }
    keep_rows(question, &mut grid, ROWS, draft);
    name(question, topic, &grid, draft);
    name_gaps(question, &grid, draft);
    if !left.is_empty() {
        draft.remark(filled(question.say().other_periods, &[("what", &left.join(question.say().and))]));
    }
    draft.panels.push(Panel::Table(upright(grid)));
    Ok(())
}
