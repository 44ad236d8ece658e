//! A kind of picture that a person chose, put together from the same figures as the automatic one; where the figures
//! cannot carry it, why not.

mod single;
mod table;
mod topic;
mod wide;

use super::{Draft, Question, counts, indicator, parts, share};
use crate::NothingToDraw;
use crate::definition::Kind;
use crate::grid::Grid;
use crate::kind::ChartKind;
use crate::words::filled;
pub(super) use topic::Topic;

/// The kinds of pictures that the question's figures can carry, in a chooser's order.
#[must_use]
pub fn kinds(question: &Question) -> Vec<ChartKind> {
    let fits = |kind: &ChartKind| super::compose(&Question { kind: Some(*kind), ..*question }).is_ok();
    ChartKind::ALL.into_iter().filter(fits).collect()
}

pub(super) fn compose<'a>(
    question: &Question<'a>,
    kind: ChartKind,
    draft: &mut Draft<'a>,
) -> Result<(), NothingToDraw> {
    // What the definition draws by itself is drawn its own way.
    match (kind, question.definition.kind) {
        (ChartKind::Bars, Kind::Parts) => return parts::compose(question, draft),
        (ChartKind::Bars, Kind::Counts) => return counts::compose(question, draft),
        (ChartKind::Share, Kind::Share) => {
            share::compose(question, draft)?;
            return if draft.kind == ChartKind::Share {
                Ok(())
            } else {
                Err(refused(question, question.say().not_a_share))
            };
        }
        (ChartKind::Line | ChartKind::Bars | ChartKind::List, Kind::Indicator)
            if indicator::compose_as(question, kind, draft)? =>
        {
            return Ok(());
        }
        _ => {}
    }
    let topic = topic::topic(question)?;
    match kind {
        ChartKind::Bars => single::bars(question, &topic, draft),
        ChartKind::List => single::list(question, &topic, draft),
        ChartKind::Share => single::share(question, &topic, draft),
        ChartKind::Dots => single::dots(question, &topic, draft),
        ChartKind::Waffle => single::waffle(question, &topic, draft),
        ChartKind::Grouped => wide::grouped(question, &topic, draft),
        ChartKind::Stacked => wide::stacked(question, &topic, draft),
        ChartKind::Slope => wide::slope(question, &topic, draft),
        ChartKind::Line => wide::line(question, &topic, draft),
        ChartKind::Multiples => wide::multiples(question, &topic, draft),
        ChartKind::Table => table::compose(question, &topic, draft),
    }?;
    draft.kind = kind;
    Ok(())
}

fn refused(question: &Question, why: &str) -> NothingToDraw {
    let what = topic::topic(question).map_or_else(|_| question.definition.name.clone(), |topic| topic.what);
    NothingToDraw(filled(why, &[("what", &what)]))
}

fn refuse<T>(topic: &Topic, why: &str) -> Result<T, NothingToDraw> {
    Err(NothingToDraw(filled(why, &[("what", &topic.what)])))
}

/// Title, place, period and unit as every kind has them.
fn name<'a>(question: &Question<'a>, topic: &Topic<'a>, grid: &Grid, draft: &mut Draft<'a>) {
    let alone = grid.rows.len() == 1;
    draft.title = match grid.rows.first() {
        Some(row) if alone && !topic.by_item => {
            filled(question.say().of_place, &[("place", &row.label), ("what", &topic.what)])
        }
        _ => topic.title.clone(),
    };
    draft.place.clone_from(&topic.place);
    let periods: Vec<_> = grid.columns.iter().filter_map(|c| c.period).collect();
    draft.period = question.period.or(periods.last().copied());
    draft.when = match &grid.columns[..] {
        [one] => Some(one.label.clone()),
        [first, .., last] => Some(filled(question.say().from_to, &[("from", &first.label), ("to", &last.label)])),
        [] => None,
    };
    draft.what.push(grid.unit.name());
}

/// Names in the footnotes what nobody reported.
fn name_gaps(question: &Question, grid: &Grid, draft: &mut Draft) {
    let say = question.say();
    let one_column = grid.columns.len() == 1;
    let mut gaps = Vec::new();
    for (at, column) in grid.columns.iter().enumerate().filter(|(_, c)| !c.planned) {
        let who: Vec<_> = grid.rows.iter().filter(|r| r.mark(at).is_none()).map(|r| r.label.as_str()).collect();
        if !who.is_empty() {
            let when = if one_column { String::new() } else { column.label.clone() };
            gaps.push(filled(say.gap_of, &[("who", &who.join(say.and)), ("when", &when)]).trim().to_owned());
        }
    }
    if !gaps.is_empty() {
        let gap = format!("{}{}", say.gap, say.sentence);
        draft.remark(filled(say.because, &[("who", &gaps.join(say.items)), ("what", &gap)]));
    }
}

/// Rows past the first `most` are named and not drawn.
fn keep_rows(question: &Question, grid: &mut Grid, most: usize, draft: &mut Draft) {
    if grid.rows.len() > most {
        let left: Vec<_> = grid.rows.drain(most..).map(|r| r.label).collect();
        draft.remark(filled(question.say().left_out, &[("what", &left.join(question.say().and))]));
    }
}
