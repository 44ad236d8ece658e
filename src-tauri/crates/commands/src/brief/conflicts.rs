//! Where pages say otherwise: pairs of figures of the same thing whose intervals do not meet, and stated figures that
//! do not meet what others imply. 望潮生物谷：一说264.5亿元，一说271.2亿元。

use super::ENTRIES;
use super::notes::Notes;
use super::scope::{Scope, title};
use crate::dashboard::same_thing;
use crate::label::{derived as reckoned, label};
use tidemark_chart::brief::{Block, Run};
use tidemark_ledger::{Relation, against, relation};
use tidemark_model::{Derived, Figure};

pub(super) fn section(scope: &Scope, notes: &mut Notes) -> Vec<Block> {
    let pairs = pairs(scope);
    let implied = implied(scope);
    let left = (pairs.len() + implied.len()).saturating_sub(ENTRIES);
    let mut blocks: Vec<Block> = pairs.iter().take(ENTRIES).map(|&pair| said(scope, pair, notes)).collect();
    let room = ENTRIES.saturating_sub(blocks.len());
    blocks.extend(implied.iter().take(room).map(|(derived, stated)| reckoning(scope, derived, stated, notes)));
    if blocks.is_empty() {
        blocks.push(Block::Text(vec![Run::plain("未见互不相容的说法。")]));
    } else if left > 0 {
        blocks.push(Block::Text(vec![Run::plain(format!("另有{left}处说法不一，从略。"))]));
    }
    blocks
}

/// Conflicting pairs, each pair of values once.
fn pairs<'a>(scope: &Scope<'a>) -> Vec<(&'a Figure, &'a Figure)> {
    let mut found: Vec<(&Figure, &Figure)> = Vec::new();
    for (at, &one) in scope.shown.iter().enumerate() {
        for &other in &scope.shown[at + 1..] {
            let known = |(a, b): &(&Figure, &Figure)| {
                same_thing(a, one)
                    && [a.value(), b.value()].contains(&one.value())
                    && [a.value(), b.value()].contains(&other.value())
            };
            if relation(one, other) == Some(Relation::Conflicts) && !found.iter().any(known) {
                found.push((one, other));
            }
        }
    }
    found
}

/// What is implied for the period, with the first stated figure that it does not meet.
fn implied<'a>(scope: &Scope<'a>) -> Vec<(&'a Derived, &'a Figure)> {
    let clash = |derived: &'a Derived| {
        let stated = against(derived, &scope.held.near);
        stated.into_iter().find(|(_, how)| *how == Relation::Conflicts).map(|(stated, _)| (derived, stated))
    };
    scope.held.derived.iter().filter_map(clash).collect()
}

fn said(scope: &Scope, (one, other): (&Figure, &Figure), notes: &mut Notes) -> Block {
    Block::Text(vec![
        Run::plain(format!("{}：一说", title(one, &scope.place))),
        Run::figure(label(&one.quantity), notes.of([one.id])),
        Run::plain("，一说"),
        Run::figure(label(&other.quantity), notes.of([other.id])),
        Run::plain("，两数的范围不相交。"),
    ])
}

fn reckoning(scope: &Scope, derived: &Derived, stated: &Figure, notes: &mut Notes) -> Block {
    let value = reckoned(derived.value, derived.interval, &derived.unit);
    let taken = derived.taken();
    let taken = if taken.is_empty() { taken } else { format!("（前提：{taken}）") };
    let from = notes.of(derived.operands.iter().map(|operand| operand.id));
    Block::Text(vec![
        Run::plain(format!("{}：版面载", title(stated, &scope.place))),
        Run::figure(label(&stated.quantity), notes.of([stated.id])),
        Run::plain(format!("，由{}推算为", derived.formula)),
        Run::figure(value, from),
        Run::plain(format!("{taken}，两数的范围不相交。")),
    ])
}
