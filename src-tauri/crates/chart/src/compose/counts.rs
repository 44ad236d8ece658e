//! High-tech firm counts: a bar for each title of firm and each kind of research platform; what was added in the
//! period (新增) apart from what there is.

use super::kinds::Topic;
use super::{Draft, Question, distinct, filled, marks, same_period, within};
use crate::NothingToDraw;
use crate::kind::ChartKind;
use crate::number::Unit;
use crate::spec::{BarRow, Bars, Note, Panel};
use crate::words;
use tidemark_model::{Figure, Measure, Quantity, Status};

#[derive(Clone, Copy, PartialEq)]
struct Bucket<'a> {
    subject: &'a str,
    measure: Measure,
    status: Status,
}

pub(super) fn compose<'a>(question: &Question<'a>, draft: &mut Draft<'a>) -> Result<(), NothingToDraw> {
    let definition = question.definition;
    let fits = |f: &&Figure| definition.takes(f) && same_period(f.period, question.period);
    let figures: Vec<&'a Figure> = question.figures.iter().filter(fits).collect();
    let buckets = buckets(question, &figures);
    let Some(first) = buckets.first().copied() else {
        let when = question.period.map(|p| question.language.period(p)).unwrap_or_default();
        return Err(NothingToDraw(filled(question.say().no_counts, &[("place", question.place), ("when", &when)])));
    };
    // One place a chart, as its title says.
    let same = buckets.iter().take_while(|b| b.subject == first.subject).count();
    let shown = &buckets[..same.min(definition.panels.max(1))];
    name(question, draft, shown);
    let mut units: Vec<String> = Vec::new();
    for &bucket in shown {
        let panel = panel(question, bucket, &figures, draft);
        let heading = (shown.len() > 1).then(|| heading(question, bucket, first.subject));
        units.extend(panel.unit.name().split(['／', '/']).map(str::to_owned));
        draft.panels.push(Panel::Bars(Bars { heading, ..panel }));
    }
    draft.what.push(distinct(units).join(draft.say().or));
    let left: Vec<_> = buckets[shown.len()..].iter().map(|b| heading(question, *b, first.subject)).collect();
    if !left.is_empty() {
        draft.remark(filled(question.say().other_kinds, &[("what", &distinct(left).join(question.say().and))]));
    }
    Ok(())
}

/// The first panel's items, over all periods.
pub(super) fn topic<'a>(question: &Question<'a>) -> Result<Topic<'a>, NothingToDraw> {
    let fits = |f: &&Figure| question.definition.takes(f) && same_period(f.period, question.period);
    let figures: Vec<&'a Figure> = question.figures.iter().filter(fits).collect();
    let Some(first) = buckets(question, &figures).first().copied() else {
        let when = question.period.map(|p| question.language.period(p)).unwrap_or_default();
        return Err(NothingToDraw(filled(question.say().no_counts, &[("place", question.place), ("when", &when)])));
    };
    let mut named = Draft::new(question);
    name(question, &mut named, &[first]);
    let fits = |f: &&Figure| question.definition.takes(f) && f.subject == first.subject && f.measure == first.measure;
    let what = question.language.measure(first.measure).2.to_owned();
    Ok(Topic {
        what: format!("{}{what}", first.subject),
        title: named.title,
        place: first.subject.to_owned(),
        whole: None,
        by_item: true,
        measure: first.measure,
        base: String::new(),
        figures: question.figures.iter().filter(fits).collect(),
    })
}

fn name(question: &Question, draft: &mut Draft, shown: &[Bucket]) {
    let first = shown[0];
    let one_measure = shown.iter().all(|b| b.measure == first.measure && b.status == first.status);
    let measure = match question.language.measure(first.measure).0.trim_end_matches([':', ' ']) {
        "" => String::new(),
        prefix if one_measure => filled(question.say().of_added, &[("measure", prefix)]),
        _ => String::new(),
    };
    let when = question.period.map(|p| question.language.period(p)).unwrap_or_default();
    let values = [("place", first.subject), ("period", when.as_str()), ("measure", measure.as_str())];
    draft.title = filled(question.definition.title(question.language), &values);
    draft.place = first.subject.to_owned();
    draft.kind = ChartKind::Bars;
    draft.period = question.period;
}

fn heading(question: &Question, bucket: Bucket, first: &str) -> String {
    let planned = if bucket.status == Status::Planned { question.say().planned } else { "" };
    let subject = if bucket.subject == first { "" } else { bucket.subject };
    format!("{subject}{}{planned}", question.language.measure(bucket.measure).2)
}

/// The place's own, else those of the part that says most.
fn buckets<'a>(question: &Question<'a>, figures: &[&'a Figure]) -> Vec<Bucket<'a>> {
    let of = |f: &&'a Figure| Bucket { subject: &f.subject, measure: f.measure, status: f.status };
    let count = |b: &Bucket| figures.iter().filter(|f| of(f) == *b).count();
    let own = figures.iter().any(|f| f.subject == question.place);
    let near = |f: &&&'a Figure| if own { f.subject == question.place } else { within(f, question.place) };
    let mut found = distinct(figures.iter().filter(near).map(of));
    let order = |m: Measure| question.definition.measures.iter().position(|x| *x == m);
    let richest = |b: &Bucket| figures.iter().filter(|f| f.subject == b.subject).count();
    found.sort_by_key(|b| {
        (std::cmp::Reverse(richest(b)), b.subject, b.status == Status::Planned, order(b.measure), count(b))
    });
    found
}

fn panel<'a>(question: &Question<'a>, bucket: Bucket, figures: &[&'a Figure], draft: &mut Draft<'a>) -> Bars {
    let fits =
        |f: &&&'a Figure| f.subject == bucket.subject && f.measure == bucket.measure && f.status == bucket.status;
    let figures: Vec<&'a Figure> = figures.iter().filter(fits).copied().collect();
    let quantities: Vec<&Quantity> = figures.iter().map(|f| &f.quantity).collect();
    let units = distinct(quantities.iter().map(|q| q.unit.as_str())).join("／");
    let unit = Unit::of(&units, &quantities, question.language);
    let mut rows = Vec::new();
    for group in &question.definition.groups {
        let of_group: Vec<_> = figures.iter().copied().filter(|f| f.family.as_ref() == Some(&group.family)).collect();
        let mut of_series: Vec<_> = distinct(of_group.iter().map(|f| f.indicators[0].as_str()))
            .into_iter()
            .map(|indicator| row(indicator, &of_group, &unit, draft))
            .map(|row| BarRow { series: group.series, ..row })
            .collect();
        of_series.sort_by(|a, b| b.marks[0].value.cmp(&a.marks[0].value));
        if let Some(first) = of_series.first_mut() {
            first.apart = !rows.is_empty();
        }
        rows.extend(of_series);
    }
    add_shares(question, bucket, &mut rows, draft);
    Bars { heading: None, unit, rows, scale: false }
}

fn row<'a>(indicator: &str, figures: &[&'a Figure], unit: &Unit, draft: &mut Draft<'a>) -> BarRow {
    let own: Vec<_> = figures.iter().copied().filter(|f| f.indicators[0] == indicator).collect();
    BarRow {
        label: draft.language.indicator(indicator),
        strong: false,
        apart: false,
        series: crate::theme::Series::Tide,
        marks: marks::marks(&own, unit, &mut draft.sources),
        note: None,
    }
}

/// Shares said of rows that stand together: 二者占全区增量约40%. Rows it is said of are brought together.
fn add_shares<'a>(question: &Question<'a>, bucket: Bucket, rows: &mut [BarRow], draft: &mut Draft<'a>) {
    if bucket.status == Status::Planned {
        return;
    }
    let fits = |f: &&Figure| {
        f.measure == Measure::Share && f.subject == bucket.subject && same_period(f.period, question.period)
    };
    for share in question.figures.iter().filter(fits) {
        let whole = share.whole.as_deref().unwrap_or_default();
        let added = words::ADDED.iter().any(|w| whole.contains(w));
        if added != (bucket.measure == Measure::New) {
            continue;
        }
        let said_of = |row: &BarRow| {
            share
                .indicators
                .iter()
                .any(|i| same_indicator(&question.language.indicator(i), &row.label) || same_indicator(i, &row.label))
        };
        let at: Vec<_> = (0..rows.len()).filter(|&i| said_of(&rows[i])).collect();
        let (Some(&first), Some(&last)) = (at.first(), at.last()) else { continue };
        if at.len() != share.indicators.len() || last - first + 1 != at.len() || rows[first].note.is_some() {
            continue;
        }
        let number = super::label(&share.quantity, &Unit::percent(question.language), "%");
        let who = if share.each { question.say().each } else { question.language.together(at.len()) };
        let of = [("who", who), ("whole", whole), ("number", &number)];
        let when = super::period_name(share.period, question.language);
        let each = if share.each { question.say().each } else { "" };
        let all = [
            ("who", format!("{}{each}", share.indicators.join(question.say().and))),
            ("whole", whole.to_owned()),
            ("number", number.clone()),
        ];
        let all = all.each_ref().map(|(name, value)| (*name, value.as_str()));
        rows[first].note = Some(Note {
            text: filled(question.say().shares_of, &of),
            rows: at.len(),
            observations: vec![share.id],
            notes: vec![draft.sources.number(&share.source)],
            kind: share.quantity.qualifier.name(),
            title: format!("{} {when} {}", bucket.subject, filled(question.say().shares_of, &all)),
        });
    }
}

fn same_indicator(said: &str, row: &str) -> bool {
    said == row || words::without_added(said) == row
}
