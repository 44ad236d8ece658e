//! What the ledger says of an observation, a Chinese sentence each: what it implies, repeats, agrees or conflicts with.

use crate::label::{derived as reckoned, label};
use crate::snapshot::Snapshot;
use crate::{Error, scope};
use tidemark_ledger::{Relation, against, relation};
use tidemark_model::{Derived, Figure, ObservationId};

/// Sentences about an observation, implications first.
pub(crate) fn sentences(snapshot: &Snapshot, id: ObservationId) -> Result<Vec<String>, Error> {
    let Some(own) = snapshot.ask(|library| library.figure(id))? else { return Ok(Vec::new()) };
    let figures = scope::beside(snapshot, &own)?;
    let derived = tidemark_ledger::derive(&figures);
    let rests_on = |d: &&Derived| d.operands.iter().any(|operand| operand.id == id);
    let mut found: Vec<String> = Vec::new();
    for implied in derived.iter().filter(rests_on) {
        found.push(implication(implied));
        found.extend(against(implied, &figures).into_iter().map(|(stated, how)| beside(stated, how)));
    }
    let others = figures.iter().filter(|other| other.id != id);
    found.extend(others.filter_map(|other| Some(comparison(&own, other, relation(&own, other)?))));
    found.extend(derived.iter().filter_map(|implied| reckoned_elsewhere(&own, implied, &figures)));
    found.dedup();
    Ok(found)
}

/// 1294.2 ÷ 35.5% → 云川区规模以上工业总产值约3646亿元（3635–3656）；前提：把…当作同一口径。
fn implication(implied: &Derived) -> String {
    let value = reckoned(implied.value, implied.interval, &implied.unit);
    let taken = implied.taken();
    let taken = if taken.is_empty() { taken } else { format!("；前提：{taken}") };
    format!("{} → {}{}推算{value}{taken}", implied.formula, implied.subject, implied.indicator)
}

fn beside(stated: &Figure, how: Relation) -> String {
    let stands = if how == Relation::Conflicts { "与此推算不相容" } else { "与此推算相容" };
    format!("{}载{}“{}”，{stands}", source(stated), stated.subject, label(&stated.quantity))
}

fn comparison(own: &Figure, other: &Figure, how: Relation) -> String {
    let said = label(&other.quantity);
    match how {
        Relation::Repeats if own.source == other.source => format!("同一篇另一处也作“{said}”"),
        Relation::Repeats => format!("{}也作“{said}”", source(other)),
        Relation::Agrees => format!("与{}“{said}”相容", source(other)),
        Relation::Conflicts => format!("与{}“{said}”不相容：两数的范围不相交", source(other)),
    }
}

/// A value that other figures imply for what this one states.
fn reckoned_elsewhere(own: &Figure, implied: &Derived, figures: &[Figure]) -> Option<String> {
    let (_, how) = against(implied, figures).into_iter().find(|(stated, _)| stated.id == own.id)?;
    let value = reckoned(implied.value, implied.interval, &implied.unit);
    let stands = if how == Relation::Conflicts { "不相容" } else { "相容" };
    let first = implied.operands.first().and_then(|operand| figures.iter().find(|f| f.id == operand.id));
    let from = first.map(source).unwrap_or_default();
    Some(format!("与由{from}推算的{value}（{}）{stands}", implied.formula))
}

/// 《标题》（云川日报2024年3月）
fn source(figure: &Figure) -> String {
    let source = &figure.source;
    let paper = source.newspaper.as_deref().unwrap_or(&source.page_name);
    let issue = source.issue.map(|issue| issue.to_chinese()).unwrap_or_default();
    let headline = if source.headline.is_empty() { "无题" } else { &source.headline };
    format!("《{headline}》（{paper}{issue}）")
}
