//! Output by park: a bar for each part of a place, what is left over, the place itself.

use super::kinds::Topic;
use super::{Draft, Question, distinct, filled, marks, measured, same_period, within};
use crate::NothingToDraw;
use crate::kind::ChartKind;
use crate::number::Unit;
use crate::spec::{BarRow, Bars, MarkSpec, Note, Panel, Standing};
use crate::theme::Series;
use tidemark_model::{Derived, Figure, Measure, Quantity, Status};

/// What one panel holds.
#[derive(Clone, PartialEq)]
struct Bucket {
    indicator: String,
    measure: Measure,
    status: Status,
    base: String,
}

pub(super) fn compose<'a>(question: &Question<'a>, draft: &mut Draft<'a>) -> Result<(), NothingToDraw> {
    let place = whole_place(question);
    let buckets = buckets(question, &place);
    let Some(first) = buckets.first() else {
        let when = question.period.map(|p| question.language.period(p)).unwrap_or_default();
        return Err(NothingToDraw(filled(question.say().no_parts, &[("place", question.place), ("when", &when)])));
    };
    let indicator = measured(first.measure, &first.indicator, question.language);
    draft.title = filled(question.definition.title(question.language), &[("place", &place), ("indicator", &indicator)]);
    draft.kind = ChartKind::Bars;
    draft.place.clone_from(&place);
    draft.period = question.period;
    for (at, bucket) in buckets.iter().take(question.definition.panels.max(1)).enumerate() {
        let panel = panel(question, &place, bucket, draft);
        draft.what.push(panel.unit.name());
        let heading = (at > 0).then(|| heading(question, bucket));
        draft.panels.push(Panel::Bars(Bars { heading, ..panel }));
    }
    let left: Vec<_> = buckets.iter().skip(question.definition.panels.max(1)).map(|b| heading(question, b)).collect();
    if !left.is_empty() {
        draft.remark(filled(question.say().other_wordings, &[("what", &distinct(left).join(question.say().and))]));
    }
    Ok(())
}

/// The indicator drawn, over all periods.
pub(super) fn topic<'a>(question: &Question<'a>) -> Result<Topic<'a>, NothingToDraw> {
    let place = whole_place(question);
    let buckets = buckets(question, &place);
    let Some(first) = buckets.first() else {
        let when = question.period.map(|p| question.language.period(p)).unwrap_or_default();
        return Err(NothingToDraw(filled(question.say().no_parts, &[("place", question.place), ("when", &when)])));
    };
    let fits = |f: &&Figure| {
        let bucket = bucket_of(f);
        question.definition.takes(f)
            && (&bucket.indicator, bucket.measure, &bucket.base) == (&first.indicator, first.measure, &first.base)
            && (f.subject == place || within(f, &place) && is_part(question, f))
    };
    let figures = question.figures.iter().filter(fits).collect();
    let of = (first.measure, first.indicator.as_str(), first.base.as_str());
    let topic = Topic::by_place(question, of, &place, figures);
    let title = question.definition.title(question.language);
    Ok(Topic { title: filled(title, &[("place", &place), ("indicator", &topic.what)]), ..topic })
}

fn heading(question: &Question, bucket: &Bucket) -> String {
    let planned = if bucket.status == Status::Planned { question.say().planned } else { "" };
    format!("{}{planned}", measured(bucket.measure, &bucket.indicator, question.language))
}

/// The place whose parts are drawn: the one asked for, or its parent when it is a part itself.
fn whole_place(question: &Question) -> String {
    let has_parts = question.figures.iter().any(|f| within(f, question.place) && is_part(question, f));
    let own = question.figures.iter().find(|f| f.subject == question.place && is_part(question, f));
    match own.and_then(|f| f.parents.first()) {
        Some(parent) if !has_parts => parent.clone(),
        _ => question.place.to_owned(),
    }
}

fn is_part(question: &Question, figure: &Figure) -> bool {
    figure.kind.is_some_and(|kind| question.definition.parts.contains(&kind))
}

/// What could be drawn, those with parts first, then in the definition's order.
fn buckets(question: &Question, place: &str) -> Vec<Bucket> {
    let definition = question.definition;
    let fits = |f: &&Figure| {
        definition.takes(f)
            && same_period(f.period, question.period)
            && (f.subject == place || within(f, place) && is_part(question, f))
    };
    let figures: Vec<_> = question.figures.iter().filter(fits).collect();
    let mut found = distinct(figures.iter().map(|f| bucket_of(f)));
    let place_in_order = |b: &Bucket| definition.indicators.iter().position(|i| *i == b.indicator);
    let has_parts = |b: &Bucket| figures.iter().any(|f| bucket_of(f) == *b && f.subject != place);
    found.sort_by_key(|b| (!has_parts(b), b.status == Status::Planned, place_in_order(b)));
    let any_parts = found.iter().any(has_parts);
    found.retain(|b| has_parts(b) || !any_parts);
    found
}

fn bucket_of(figure: &Figure) -> Bucket {
    Bucket {
        indicator: figure.indicators.first().cloned().unwrap_or_default(),
        measure: figure.measure,
        status: figure.status,
        base: figure.quantity.unit.clone(),
    }
}

fn panel<'a>(question: &Question<'a>, place: &str, bucket: &Bucket, draft: &mut Draft<'a>) -> Bars {
    let fits = |f: &&Figure| bucket_of(f) == *bucket && same_period(f.period, question.period);
    let figures: Vec<&'a Figure> = question.figures.iter().filter(fits).collect();
    let parts: Vec<_> = figures.iter().copied().filter(|f| within(f, place) && is_part(question, f)).collect();
    let quantities: Vec<&Quantity> = figures.iter().map(|f| &f.quantity).collect();
    let unit = Unit::of(&bucket.base, &quantities, question.language);
    let mut rows: Vec<_> = distinct(parts.iter().map(|f| f.subject.as_str()))
        .into_iter()
        .map(|subject| part_row(question, subject, &parts, &unit, draft))
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(value_of(row)));
    if bucket.status == Status::Actual {
        rows.extend(gaps(question, place, bucket, &rows, draft));
    }
    rows.extend(whole_rows(question, place, bucket, &figures, &unit, draft));
    Bars { heading: None, unit, rows, scale: true }
}

fn value_of(row: &BarRow) -> Option<tidemark_model::Decimal> {
    row.marks.first().map(|m| m.value)
}

fn part_row<'a>(
    question: &Question<'a>,
    subject: &str,
    parts: &[&'a Figure],
    unit: &Unit,
    draft: &mut Draft<'a>,
) -> BarRow {
    let own: Vec<_> = parts.iter().copied().filter(|f| f.subject == subject).collect();
    let marks = marks::marks(&own, unit, &mut draft.sources);
    let indicator = own.first().and_then(|f| f.indicators.first()).map_or("", String::as_str);
    BarRow {
        label: subject.to_owned(),
        strong: subject == question.place,
        apart: false,
        series: Series::Tide,
        marks,
        note: share_note(question, subject, indicator, draft),
    }
}

/// What part of the whole a page says it is: 占钱塘区约35.5%.
fn share_note<'a>(question: &Question<'a>, subject: &str, indicator: &str, draft: &mut Draft<'a>) -> Option<Note> {
    let fits = |f: &&Figure| {
        f.measure == Measure::Share
            && f.subject == subject
            && f.status == Status::Actual
            && same_period(f.period, question.period)
            && f.indicators.iter().any(|i| indicator.ends_with(i.as_str()) || i.ends_with(indicator))
    };
    let share = question.figures.iter().find(fits)?;
    let whole = share.whole.clone().unwrap_or_default();
    let parent = share.parents.iter().find(|p| whole.starts_with(p.as_str()));
    let same = whole.ends_with(indicator) || share.indicators.iter().all(|i| i == indicator);
    let of = match parent {
        Some(parent) if same => parent.clone(),
        _ => whole,
    };
    let number = super::label(&share.quantity, &Unit::percent(question.language), "%");
    let text = filled(question.say().share_of, &[("whole", &of), ("number", &number)]);
    Some(Note {
        title: format!("{subject} {} {text}", super::period_name(share.period, question.language)),
        text,
        rows: 1,
        observations: vec![share.id],
        notes: vec![draft.sources.number(&share.source)],
        kind: share.quantity.qualifier.name(),
    })
}

/// Parts that other figures name but no page gives this one for.
fn gaps<'a>(
    question: &Question<'a>,
    place: &str,
    bucket: &Bucket,
    rows: &[BarRow],
    draft: &mut Draft<'a>,
) -> Vec<BarRow> {
    let known = question.figures.iter().filter(|f| within(f, place) && is_part(question, f));
    let missing: Vec<_> = distinct(known.map(|f| f.subject.as_str()))
        .into_iter()
        .filter(|subject| rows.iter().all(|row| row.label != *subject))
        .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let when = super::period_name(question.period, question.language);
    let what = measured(bucket.measure, &bucket.indicator, question.language);
    let gap = format!("{}{when}{what}{}", question.say().gap, question.say().sentence);
    draft.remark(filled(question.say().because, &[("who", &missing.join(question.say().and)), ("what", &gap)]));
    let row = |subject: &str| BarRow {
        label: subject.to_owned(),
        strong: false,
        apart: false,
        series: Series::Tide,
        marks: Vec::new(),
        note: None,
    };
    if missing.len() > 4 { Vec::new() } else { missing.into_iter().map(row).collect() }
}

fn whole_rows<'a>(
    question: &Question<'a>,
    place: &str,
    bucket: &Bucket,
    figures: &[&'a Figure],
    unit: &Unit,
    draft: &mut Draft<'a>,
) -> Vec<BarRow> {
    let stated: Vec<_> = figures.iter().copied().filter(|f| f.subject == place).collect();
    let mut total = marks::marks(&stated, unit, &mut draft.sources);
    let fits = |d: &&Derived| {
        bucket.status == Status::Actual
            && bucket.measure == Measure::Total
            && d.indicator == bucket.indicator
            && d.unit == bucket.base
            && same_period(d.period, question.period)
    };
    let derived: Vec<_> = question.derived.iter().filter(fits).collect();
    // The ledger gives the narrowest first.
    if let Some(d) = derived.iter().find(|d| d.subject == place) {
        add_derived_total(&mut total, d, question, unit, draft);
    }
    let name = |template: Option<&str>, plain: &str| match template {
        Some(template) => filled(template, &[("place", place)]),
        None => plain.to_owned(),
    };
    let is_rest = |d: &&&Derived| {
        d.subject != place && d.subject.starts_with(place) && d.subject.ends_with(crate::words::ZH.rest)
    };
    let mut rows = Vec::new();
    if let Some(d) = derived.iter().find(is_rest) {
        let mark = marks::derived(d, question.figures, unit, &mut draft.sources);
        draft.explain(d, false);
        rows.push(whole_row(name(question.definition.rest(question.language), &d.subject), vec![mark], false));
    }
    if !total.is_empty() {
        rows.push(whole_row(name(question.definition.total(question.language), place), total, true));
    }
    rows
}

fn whole_row(label: String, marks: Vec<MarkSpec>, apart: bool) -> BarRow {
    BarRow { label, strong: apart, apart, series: Series::Tide, marks, note: None }
}

/// A derived total stands beside a stated one only where the two conflict.
fn add_derived_total<'a>(
    total: &mut Vec<MarkSpec>,
    derived: &Derived,
    question: &Question<'a>,
    unit: &Unit,
    draft: &mut Draft<'a>,
) {
    let mark = marks::derived(derived, question.figures, unit, &mut draft.sources);
    let meets = |m: &MarkSpec| tidemark_model::Interval { low: m.low, high: m.high }.meets(derived.interval);
    match total.iter_mut().find(|m| meets(m)) {
        Some(stated) if stated.standing == Standing::Stated => {
            let words = filled(question.say().agrees, &[("label", &mark.label), ("formula", &derived.formula)]);
            stated.description =
                if stated.description.is_empty() { words } else { format!("{}；{words}", stated.description) };
        }
        Some(_) => {}
        None => {
            draft.explain(derived, true);
            total.push(mark);
        }
    }
}
