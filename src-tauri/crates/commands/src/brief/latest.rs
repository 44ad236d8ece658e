//! What the latest page brought: figures that earlier pages had, figures that they say otherwise, figures that are new.

use super::ENTRIES;
use super::notes::Notes;
use super::scope::{Scope, title};
use crate::dashboard::same_thing;
use crate::label::label;
use tidemark_chart::brief::{Block, Run};
use tidemark_ledger::{Relation, relation};
use tidemark_model::{Figure, PageId};

pub(super) fn section(scope: &Scope, notes: &mut Notes) -> Vec<Block> {
    let Some(page) = latest_page(scope) else { return Vec::new() };
    let on_page = |figure: &&&Figure| page_of(scope, figure) == Some(page);
    let own: Vec<&Figure> = scope.near.iter().filter(on_page).copied().collect();
    let earlier: Vec<&Figure> = scope.near.iter().filter(|f| !on_page(f)).copied().collect();
    let how = |figure: &Figure| {
        let all = earlier.iter().filter_map(|other| relation(figure, other));
        all.max_by_key(|how| matches!(how, Relation::Conflicts))
    };
    let with = |wanted: fn(Option<Relation>) -> bool| {
        own.iter().copied().filter(|figure| wanted(how(figure))).collect::<Vec<_>>()
    };
    let repeated = with(|how| matches!(how, Some(Relation::Repeats | Relation::Agrees)));
    let otherwise = with(|how| how == Some(Relation::Conflicts));
    let new = with(|how| how.is_none());
    let mut runs = vec![Run::plain(format!("最近的版面是{}，", name_of(scope, page)))];
    runs.push(Run::plain(format!("与{}有关的数字{}条", scope.place, own.len())));
    for (what, figures) in [("与此前所载相符", &repeated), ("与此前所载不相容", &otherwise), ("首次见到", &new)]
    {
        if !figures.is_empty() {
            runs.push(Run::plain(format!("，{what}的{}条", figures.len())));
        }
    }
    runs.push(Run::plain("。"));
    let mut blocks = vec![Block::Text(runs)];
    blocks.extend(listed("首次见到的有：", &new, scope, notes));
    blocks.extend(listed("与此前所载不相容的有：", &otherwise, scope, notes));
    blocks
}

fn page_of(scope: &Scope, figure: &Figure) -> Option<PageId> {
    scope.held.observation(figure.id).map(|stored| stored.page)
}

/// The page of the latest issue among those of the place; of several the one imported last.
fn latest_page(scope: &Scope) -> Option<PageId> {
    let pages = scope.near.iter().filter_map(|figure| scope.held.page(page_of(scope, figure)?));
    pages.max_by_key(|held| (held.page.issue.as_ref().map(|issue| issue.value.last_day()), held.id)).map(|held| held.id)
}

fn name_of(scope: &Scope, page: PageId) -> String {
    let Some(held) = scope.held.page(page) else { return String::new() };
    let paper = held.page.newspaper.clone().unwrap_or_else(|| held.page.name.clone());
    let issue = held.page.issue.as_ref().map(|issue| issue.value.to_chinese()).unwrap_or_default();
    let number = held.page.page_number.as_ref().map(|number| format!("第{}版", number.trim_matches(['第', '版'])));
    format!("{paper}{issue}{}", number.unwrap_or_default())
}

/// A sentence that names figures, each once, a few for many.
fn listed(start: &str, figures: &[&Figure], scope: &Scope, notes: &mut Notes) -> Option<Block> {
    let mut told: Vec<&Figure> = Vec::new();
    for figure in figures {
        if !told.iter().any(|known| same_thing(known, figure) && known.value() == figure.value()) {
            told.push(figure);
        }
    }
    let left = told.len().saturating_sub(ENTRIES);
    let mut runs = vec![Run::plain(start)];
    for (at, figure) in told.iter().take(ENTRIES).enumerate() {
        let when = figure.period.filter(|p| scope.period != Some(*p)).map(|p| p.to_chinese()).unwrap_or_default();
        let comma = if at > 0 { "、" } else { "" };
        runs.push(Run::plain(format!("{comma}{when}{}", title(figure, &scope.place))));
        runs.push(Run::figure(label(&figure.quantity), notes.of([figure.id])));
    }
    runs.push(Run::plain(if left > 0 { format!("，另有{left}条从略。") } else { "。".to_owned() }));
    (!told.is_empty()).then_some(Block::Text(runs))
}
