//! What changed: figures of the period beside those of the last period before it that has one of the same thing.
//! 规模以上工业总产值1318.9亿元，2022年为1201.5亿元，推算多117.4亿元。

use super::ENTRIES;
use super::notes::Notes;
use super::scope::{Scope, comparable_before, same_series, title};
use crate::dashboard::same_thing;
use crate::label::{difference, label};
use tidemark_chart::brief::{Block, Run};
use tidemark_model::{Figure, Measure, Period, Qualifier, Status};

pub(super) fn section(scope: &Scope, notes: &mut Notes) -> Vec<Block> {
    let Some(own) = scope.period else { return Vec::new() };
    let mut pairs: Vec<(&Figure, &Figure)> = Vec::new();
    for figure in scope.actual() {
        let told = pairs.iter().any(|(known, _)| same_thing(known, figure));
        if let Some(before) = before(scope, figure, own).filter(|_| !told && is_compared(figure)) {
            pairs.push((figure, before));
        }
    }
    let left = pairs.len().saturating_sub(ENTRIES);
    let mut blocks: Vec<Block> = pairs.into_iter().take(ENTRIES).map(|pair| sentence(scope, pair, notes)).collect();
    if blocks.is_empty() {
        let said = format!("资料库里没有可与{}相比的往期数字。", scope.period_label);
        blocks.push(Block::Text(vec![Run::plain(said)]));
    } else if left > 0 {
        blocks.push(Block::Text(vec![Run::plain(format!("另有{left}项可比，从略。"))]));
    }
    blocks
}

/// Changes of changes are no news.
fn is_compared(figure: &Figure) -> bool {
    let levels = [Measure::Total, Measure::New, Measure::Cumulative, Measure::Share];
    levels.contains(&figure.measure) && figure.indicators.len() == 1
}

/// The same of the latest earlier period; its exact number where there is one.
fn before<'a>(scope: &Scope<'a>, figure: &Figure, own: Period) -> Option<&'a Figure> {
    let earlier = scope.near.iter().copied().filter(|f| f.status == Status::Actual && same_series(f, figure));
    let dated = earlier.filter_map(|f| Some((comparable_before(f, own)?, f)));
    dated.max_by_key(|(period, f)| (*period, f.quantity.qualifier == Qualifier::Exact)).map(|(_, f)| f)
}

fn sentence(scope: &Scope, (now, before): (&Figure, &Figure), notes: &mut Notes) -> Block {
    let when = before.period.map(|period| period.to_chinese()).unwrap_or_default();
    let mut runs = vec![
        Run::plain(title(now, &scope.place)),
        Run::figure(label(&now.quantity), notes.of([now.id])),
        Run::plain(format!("，{when}为")),
        Run::figure(label(&before.quantity), notes.of([before.id])),
    ];
    let exact = [now, before].iter().all(|f| f.quantity.qualifier == Qualifier::Exact);
    runs.push(Run::plain(match (exact, now.value().cmp(&before.value())) {
        (false, _) => "；非确数，不推算增减。".to_owned(),
        (true, std::cmp::Ordering::Equal) => "，持平。".to_owned(),
        (true, order) => {
            let word = if order.is_gt() { "增加" } else { "减少" };
            format!("，推算{word}{}。", difference(&now.quantity, &before.quantity))
        }
    }));
    Block::Text(runs)
}
