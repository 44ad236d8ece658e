//! Kinds that compare points in time: grouped and stacked bars, slopes, one line, small multiples.

use super::super::{Draft, Question, marks, time};
use super::topic::Topic;
use super::{keep_rows, name, name_gaps, refuse};
use crate::NothingToDraw;
use crate::grid::{Column, Grid, Row};
use crate::spec::{Line, Panel, Point, SmallLine};
use crate::theme::Series;
use crate::words::filled;
use tidemark_model::{Derived, Measure, Period};

type Done = Result<(), NothingToDraw>;

/// Bars in a group at the most, and groups.
const IN_GROUP: usize = 4;
const GROUPS: usize = 12;
/// Parts of a stack at the most: as many as there are colours.
const PARTS: usize = 5;
const STACKS: usize = 8;
const SLOPES: usize = 10;
const LINES: usize = 12;

/// The latest columns; the earlier ones are named.
fn latest(question: &Question, mut columns: Vec<Column>, most: usize, draft: &mut Draft) -> Vec<Column> {
    let left: Vec<_> = columns.drain(..columns.len().saturating_sub(most)).map(|c| c.label).collect();
    if !left.is_empty() {
        draft.remark(filled(question.say().other_periods, &[("what", &left.join(question.say().and))]));
    }
    columns
}

fn name_all<'a>(question: &Question<'a>, topic: &Topic<'a>, grid: &Grid, draft: &mut Draft<'a>) {
    name(question, topic, grid, draft);
    name_gaps(question, grid, draft);
    let drawn = |f: &tidemark_model::Figure| {
        super::super::when(f).is_some_and(|p| grid.columns.iter().filter_map(|c| c.period).any(|c| time::alike(c, p)))
    };
    time::name_left_out(question, &topic.figures, &drawn, draft);
}

pub(super) fn grouped<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let columns = latest(question, topic.columns(question), IN_GROUP, draft);
    if columns.len() < 2 {
        return refuse(topic, question.say().too_few_periods);
    }
    let mut grid = topic.grid(question, columns, draft);
    if grid.rows.len() < 2 {
        return refuse(topic, question.say().too_few_places);
    }
    keep_rows(question, &mut grid, GROUPS, draft);
    name_all(question, topic, &grid, draft);
    draft.panels.push(Panel::Grouped(grid));
    Ok(())
}

pub(super) fn slope<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let mut columns = topic.columns(question);
    // Towards a target only where it is asked for.
    while columns.iter().filter(|c| !c.planned).count() > 1
        && columns.last().is_some_and(|c| c.planned && !super::super::same_period(c.period, question.period))
    {
        columns.pop();
    }
    let (Some(first), Some(last)) = (columns.first().cloned(), columns.last().cloned()) else {
        return refuse(topic, question.say().too_few_periods);
    };
    if columns.len() < 2 {
        return refuse(topic, question.say().too_few_periods);
    }
    let mut grid = topic.grid(question, vec![first, last], draft);
    grid.rows.retain(|r| Some(&r.label) != topic.whole.as_ref() || r.strong && grid.columns.len() == 1);
    if grid.rows.is_empty() {
        grid = topic.grid(question, grid.columns, draft);
    }
    if !grid.rows.iter().any(|r| r.mark(0).is_some() && r.mark(1).is_some()) {
        return refuse(topic, question.say().too_few_periods);
    }
    keep_rows(question, &mut grid, SLOPES, draft);
    name_all(question, topic, &grid, draft);
    let between: Vec<_> = columns[1..columns.len() - 1].iter().map(|c| c.label.as_str()).collect();
    if !between.is_empty() {
        draft.remark(filled(question.say().other_periods, &[("what", &between.join(question.say().and))]));
    }
    if grid.leaves_zero() {
        draft.what.push(question.say().any_scale.to_owned());
    }
    draft.panels.push(Panel::Slope(grid));
    Ok(())
}

pub(super) fn stacked<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let adds = matches!(topic.measure, Measure::Total | Measure::New | Measure::Cumulative) && topic.base != "%";
    let Some(whole) = topic.whole.clone().filter(|_| adds && !topic.by_item) else {
        return refuse(topic, question.say().not_parts);
    };
    let mut columns = latest(question, topic.columns(question), STACKS, draft);
    let shown = topic.column(question);
    if !columns.iter().any(|c| super::super::same_period(c.period, shown.period)) {
        columns = vec![shown];
    }
    let mut grid = topic.grid(question, columns, draft);
    grid.totals = match grid.rows.iter().position(|r| r.label == whole) {
        Some(at) => grid.rows.remove(at).cells,
        None => vec![Vec::new(); grid.columns.len()],
    };
    grid.rows.retain(|r| r.label != whole && r.marks_positive());
    let parts = siblings(topic, &whole);
    grid.rows.retain(|r| parts.contains(&r.label));
    if grid.rows.len() < 2 {
        return refuse(topic, question.say().not_parts);
    }
    add_rest(question, topic, &whole, &mut grid, draft);
    keep_rows(question, &mut grid, PARTS, draft);
    grid.rows.iter_mut().zip(Series::SIDE_BY_SIDE).for_each(|(row, series)| row.series = series);
    let kept = |grid: &Grid, at: usize| grid.rows.iter().any(|r| r.mark(at).is_some()) || !grid.totals[at].is_empty();
    let keep: Vec<bool> = (0..grid.columns.len()).map(|at| kept(&grid, at)).collect();
    grid = only(grid, &keep);
    name_all(question, topic, &grid, draft);
    draft.title.clone_from(&topic.title);
    draft.remark(question.say().not_complete.to_owned());
    draft.panels.push(Panel::Stacked(grid));
    Ok(())
}

/// Parts that lie directly in the whole and hold none of each other.
fn siblings(topic: &Topic, whole: &str) -> Vec<String> {
    let direct = topic.figures.iter().filter(|f| f.parents.first().is_some_and(|p| p == whole));
    direct.map(|f| f.subject.clone()).collect()
}

/// What the ledger says is left of the whole.
fn add_rest<'a>(question: &Question<'a>, topic: &Topic<'a>, whole: &str, grid: &mut Grid, draft: &mut Draft<'a>) {
    let is_rest = |d: &&Derived| {
        d.subject != whole
            && d.subject.starts_with(whole)
            && d.subject.ends_with(crate::words::ZH.rest)
            && d.unit == topic.base
            && topic.figures.iter().any(|f| f.indicators.first() == Some(&d.indicator))
    };
    let cells: Vec<_> = grid
        .columns
        .iter()
        .map(|column| {
            let fits =
                |d: &&Derived| is_rest(d) && super::super::same_period(d.period, column.period) && !column.planned;
            // Only where a single part is drawn is what the ledger leaves over the rest of the stack.
            let alone = grid.rows.len() == 1;
            question.derived.iter().find(|d| alone && fits(d)).into_iter().collect::<Vec<_>>()
        })
        .collect();
    if cells.iter().all(Vec::is_empty) {
        return;
    }
    let marks = |of: Vec<&Derived>, draft: &mut Draft<'a>| {
        of.into_iter()
            .map(|d| {
                draft.explain(d, true);
                marks::derived(d, question.figures, &grid.unit, &mut draft.sources)
            })
            .collect()
    };
    let cells = cells.into_iter().map(|of| marks(of, draft)).collect();
    grid.rows.push(Row { label: question.say().rest.to_owned(), strong: false, series: Series::Slate, cells });
}

fn only(grid: Grid, keep: &[bool]) -> Grid {
    fn kept<T>(values: Vec<T>, keep: &[bool]) -> Vec<T> {
        values.into_iter().zip(keep).filter(|(_, keep)| **keep).map(|(value, _)| value).collect()
    }
    Grid {
        columns: kept(grid.columns, keep),
        totals: kept(grid.totals, keep),
        rows: grid.rows.into_iter().map(|row| Row { cells: kept(row.cells, keep), ..row }).collect(),
        ..grid
    }
}

/// A row of the grid as a line with its gaps.
fn line_of(grid: &Grid, row: &Row, series: Series) -> Line {
    let actual: Vec<Period> = grid.columns.iter().filter(|c| !c.planned).filter_map(|c| c.period).collect();
    let cell = |period: Period, planned: bool| {
        let at = grid.columns.iter().position(|c| c.planned == planned && c.period == Some(period));
        at.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default()
    };
    let point = |planned: bool| move |period: Period| (period, planned);
    let points = time::every_period(&actual).into_iter().map(point(false));
    let planned = grid.columns.iter().filter(|c| c.planned).filter_map(|c| c.period).map(point(true));
    let made = |(period, planned)| Point { period, marks: cell(period, planned) };
    let points: Vec<_> = points.map(made).collect();
    let planned: Vec<_> = planned.map(made).filter(|p| !p.marks.is_empty()).collect();
    let mut all: Vec<Period> = points.iter().map(|p| p.period).collect();
    all.extend(grid.columns.iter().filter(|c| c.planned).filter_map(|c| c.period));
    all.sort();
    let periods = time::every_period(&super::super::distinct(all));
    Line { unit: grid.unit.clone(), series, periods, points, planned }
}

fn timed<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Result<Grid, NothingToDraw> {
    let columns = topic.columns(question);
    if columns.iter().filter(|c| !c.planned).count() < 2 {
        return refuse(topic, question.say().too_few_periods);
    }
    Ok(topic.grid(question, columns, draft))
}

pub(super) fn line<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let mut grid = timed(question, topic, draft)?;
    let reported = |r: &Row| r.cells.iter().filter(|c| !c.is_empty()).count();
    let Some(row) = grid.rows.iter().max_by_key(|r| (r.strong, reported(r))).cloned().filter(|r| reported(r) >= 2)
    else {
        return refuse(topic, question.say().too_few_periods);
    };
    grid.rows = vec![row.clone()];
    name_all(question, topic, &grid, draft);
    if topic.by_item {
        draft.title = filled(question.say().of_place, &[("place", &topic.place), ("what", &row.label)]);
    }
    draft.panels.push(Panel::Line(line_of(&grid, &row, Series::Tide)));
    Ok(())
}

pub(super) fn multiples<'a>(question: &Question<'a>, topic: &Topic<'a>, draft: &mut Draft<'a>) -> Done {
    let mut grid = timed(question, topic, draft)?;
    grid.rows.retain(|r| Some(&r.label) != topic.whole.as_ref());
    if grid.rows.len() < 2 {
        return refuse(topic, question.say().too_few_places);
    }
    keep_rows(question, &mut grid, LINES, draft);
    name_all(question, topic, &grid, draft);
    draft.what.push(question.say().one_scale.to_owned());
    let small =
        |row: &Row| SmallLine { label: row.label.clone(), strong: row.strong, line: line_of(&grid, row, row.series) };
    let lines = grid.rows.iter().map(small).collect();
    draft.panels.push(Panel::Multiples(lines));
    Ok(())
}
