//! What is missing: what the period before had and this one has not, figures without a time, charts without data.
//! 2022年见于版面、2023年未见的有：出口总额（2022年为120.3亿元）。

use super::ENTRIES;
use super::notes::Notes;
use super::scope::{Scope, comparable_before, same_series, title};
use crate::api::Dashboard;
use crate::label::label;
use tidemark_chart::brief::{Block, Run};
use tidemark_model::{Figure, Measure, Period, Status};

pub(super) fn section(scope: &Scope, board: &Dashboard, notes: &mut Notes) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        scope.before().and_then(|before| lost(scope, before, notes)).map(Block::Text).into_iter().collect();
    let without: Vec<_> = board.charts.iter().filter(|card| !card.has_data).map(|card| &*card.title).collect();
    if !without.is_empty() {
        let said = format!("没有数据可画的图：{}。", without.join("、"));
        blocks.push(Block::Text(vec![Run::plain(said)]));
    }
    let undated = scope.near.iter().filter(|figure| figure.period.is_none()).count();
    let doubtful = scope.shown.iter().filter(|figure| !is_accepted(scope, figure)).count();
    let mut said = Vec::new();
    if undated > 0 {
        said.push(format!("与{}有关的数字有{undated}条未载明时期，未计入", scope.place));
    }
    if doubtful > 0 {
        said.push(format!("所据数字有{doubtful}条可信度不足，宜对照原文核对"));
    }
    if !said.is_empty() {
        blocks.push(Block::Text(vec![Run::plain(format!("{}。", said.join("；")))]));
    }
    if blocks.is_empty() {
        blocks.push(Block::Text(vec![Run::plain("未见缺口。")]));
    }
    blocks
}

fn is_accepted(scope: &Scope, figure: &Figure) -> bool {
    scope.held.observation(figure.id).is_none_or(|stored| stored.observation.accepted)
}

/// Levels of catalogued indicators that the period before had.
fn lost(scope: &Scope, before: Period, notes: &mut Notes) -> Option<Vec<Run>> {
    let own = scope.period?;
    let is_level = |f: &&&Figure| {
        let level = matches!(f.measure, Measure::Total | Measure::New | Measure::Cumulative | Measure::Share);
        level && f.status == Status::Actual && f.family.is_some() && f.indicators.len() == 1
    };
    let then = scope.near.iter().filter(is_level).filter(|f| comparable_before(f, own) == Some(before));
    let mut gone: Vec<&Figure> = Vec::new();
    for figure in then {
        let series = |other: &&Figure| same_series(other, figure);
        if !scope.shown.iter().any(&series) && !gone.iter().any(&series) {
            gone.push(figure);
        }
    }
    gone.sort_by_key(|figure| figure.subject != scope.place);
    let left = gone.len().saturating_sub(ENTRIES);
    let start = format!("{}见于版面、{}未见的有：", before.to_chinese(), scope.period_label);
    let mut runs = vec![Run::plain(start)];
    for (at, figure) in gone.iter().take(ENTRIES).enumerate() {
        let comma = if at > 0 { "、" } else { "" };
        runs.push(Run::plain(format!("{comma}{}", title(figure, &scope.place))));
        runs.push(Run::figure(label(&figure.quantity), notes.of([figure.id])));
    }
    runs.push(Run::plain(if left > 0 { format!("，另有{left}项从略。") } else { "。".to_owned() }));
    (!gone.is_empty()).then_some(runs)
}
