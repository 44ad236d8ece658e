//! Subtitle and table of a chart whose marks are chosen. The subtitle explains unusual marks only when they occur.

use super::{Draft, Question, distinct, period_name};
use crate::spec::{ChartSpec, MarkSpec, Panel, SourceNote, Standing};
use crate::words::{ZH, filled};
use tidemark_model::Qualifier;

pub(super) fn finish(question: &Question, mut draft: Draft) -> ChartSpec {
    let order = reading_order(&draft.panels, draft.sources.len());
    let renumber = |notes: &mut Vec<usize>| {
        notes.iter_mut().for_each(|n| *n = order.iter().position(|o| o == n).map_or(*n, |at| at + 1));
        notes.sort_unstable();
    };
    each_notes_mut(&mut draft.panels, &renumber);
    draft.sources.reorder(&order);
    let mut spec = ChartSpec {
        name: question.definition.name.clone(),
        subtitle: subtitle(&draft),
        table: table(&draft),
        sources: draft.sources.notes(),
        title: draft.title,
        place: draft.place,
        period: draft.period,
        panels: draft.panels,
        remarks: draft.remarks,
        drawn_on: question.drawn_on,
    };
    if spec.sources.len() == 1 {
        // One source needs no number at every mark.
        each_notes_mut(&mut spec.panels, &|notes| notes.clear());
    }
    spec
}

fn subtitle(draft: &Draft) -> String {
    let when = draft.when.clone().unwrap_or_else(|| period_name(draft.period));
    let units = distinct(draft.what.iter().map(String::as_str)).join("；");
    let marks = all_marks(&draft.panels);
    let mut sentences = vec![[when, units].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(ZH.clause)];
    if marks.iter().any(|m| m.standing == Standing::Derived) {
        let sums = distinct(draft.sums.iter().map(String::as_str)).join(ZH.clause);
        let line = draft.panels.iter().any(|p| matches!(p, Panel::Line(_)));
        let what = if line { ZH.derived_point } else { ZH.derived_long };
        let said = || filled(ZH.because, &[("who", what), ("what", &sums)]);
        sentences.push(if sums.is_empty() { what.to_owned() } else { said() });
    }
    let unusual = unusual(draft);
    if !unusual.is_empty() {
        sentences.push(unusual.join(ZH.clause));
    }
    sentences.join(ZH.sentence)
}

/// What each unusual mark that occurs means, in a few words.
fn unusual(draft: &Draft) -> Vec<&'static str> {
    // Facts are words; they need no explanation.
    let pictures = draft.panels.iter().filter(|p| !matches!(p, Panel::Facts(_)));
    let marks: Vec<_> = pictures.flat_map(|p| all_marks(std::slice::from_ref(p))).collect();
    let line = draft.panels.iter().any(|p| matches!(p, Panel::Line(_)));
    let drawn = |q: Qualifier| marks.iter().any(|m| m.standing == Standing::Stated && m.qualifier == q);
    let planned = marks.iter().any(|m| m.standing == Standing::Planned);
    let rows = [
        (drawn(Qualifier::About), ZH.about),
        (drawn(Qualifier::Above), if line { ZH.above_point } else { ZH.above_bar }),
        (drawn(Qualifier::Below), if line { ZH.below_point } else { ZH.below_bar }),
        (drawn(Qualifier::Range), ZH.range),
        (planned, if line { ZH.planned_point } else { ZH.planned_bar }),
        (conflicts(&draft.panels), ZH.conflict),
    ];
    rows.into_iter().filter(|(occurs, _)| *occurs).map(|(_, words)| words).collect()
}

fn conflicts(panels: &[Panel]) -> bool {
    panels.iter().any(|panel| match panel {
        Panel::Bars(bars) => bars.rows.iter().any(|r| r.marks.len() > 1),
        Panel::Line(line) => line.points.iter().any(|p| p.marks.len() > 1),
        Panel::Facts(facts) => facts.iter().any(|f| f.marks.len() > 1),
        Panel::Share(_) => false,
    })
}

fn all_marks(panels: &[Panel]) -> Vec<&MarkSpec> {
    let mut marks = Vec::new();
    for panel in panels {
        match panel {
            Panel::Bars(bars) => marks.extend(bars.rows.iter().flat_map(|r| &r.marks)),
            Panel::Share(share) => marks.extend([&share.mark, &share.rest]),
            Panel::Facts(facts) => marks.extend(facts.iter().flat_map(|f| &f.marks)),
            Panel::Line(line) => marks.extend(line.points.iter().chain(&line.planned).flat_map(|p| &p.marks)),
        }
    }
    marks
}

/// The numbers of the notes as a reader meets them.
fn reading_order(panels: &[Panel], count: usize) -> Vec<usize> {
    let mut met: Vec<usize> = Vec::new();
    for panel in panels {
        match panel {
            Panel::Bars(bars) => {
                for row in &bars.rows {
                    met.extend(row.marks.iter().flat_map(|m| &m.notes));
                    met.extend(row.note.iter().flat_map(|n| &n.notes));
                }
            }
            other => met.extend(all_marks(std::slice::from_ref(other)).into_iter().flat_map(|m| &m.notes)),
        }
    }
    distinct(met.into_iter().chain(1..=count))
}

fn each_notes_mut(panels: &mut [Panel], change: &dyn Fn(&mut Vec<usize>)) {
    for panel in panels {
        match panel {
            Panel::Bars(bars) => {
                for row in &mut bars.rows {
                    row.marks.iter_mut().for_each(|m| change(&mut m.notes));
                    row.note.iter_mut().for_each(|n| change(&mut n.notes));
                }
            }
            Panel::Share(share) => [&mut share.mark, &mut share.rest].into_iter().for_each(|m| change(&mut m.notes)),
            Panel::Facts(facts) => facts.iter_mut().flat_map(|f| &mut f.marks).for_each(|m| change(&mut m.notes)),
            Panel::Line(line) => {
                let points = line.points.iter_mut().chain(&mut line.planned);
                points.flat_map(|p| &mut p.marks).for_each(|m| change(&mut m.notes));
            }
        }
    }
}

/// The picture as a table: what, how much, how exact, where from.
fn table(draft: &Draft) -> Vec<Vec<String>> {
    let notes = draft.sources.notes();
    let mut rows = vec![ZH.columns.map(str::to_owned).to_vec()];
    let mut add = |name: &str, unit: &str, marks: &[MarkSpec]| {
        if marks.is_empty() {
            rows.push([name, "–", unit, ZH.gap, ""].map(str::to_owned).to_vec());
        }
        for mark in marks {
            let from = |n: &usize| notes.get(n - 1).map(SourceNote::text).unwrap_or_default();
            let sources: Vec<_> = mark.notes.iter().map(from).collect();
            let row = [name, &mark.label, unit, kind_name(mark), &sources.join("；")];
            rows.push(row.map(str::to_owned).to_vec());
        }
    };
    for panel in &draft.panels {
        match panel {
            Panel::Bars(bars) => {
                let before = bars.heading.as_ref().map(|h| format!("{h} ")).unwrap_or_default();
                bars.rows.iter().for_each(|r| add(&format!("{before}{}", r.label), &bars.unit.name(), &r.marks));
            }
            Panel::Share(share) => {
                add(&share.label, "%", std::slice::from_ref(&share.mark));
                add(&share.rest_label, "%", std::slice::from_ref(&share.rest));
            }
            Panel::Facts(facts) => facts.iter().for_each(|f| {
                let bare = |m: &MarkSpec| MarkSpec { label: m.label.replacen(&f.unit, "", 1), ..m.clone() };
                add(&f.label, &f.unit, &f.marks.iter().map(bare).collect::<Vec<_>>());
            }),
            Panel::Line(line) => {
                let points = line.points.iter().chain(&line.planned);
                points.for_each(|p| add(&p.period.to_chinese(), &line.unit.name(), &p.marks));
            }
        }
    }
    rows
}

fn kind_name(mark: &MarkSpec) -> &'static str {
    match (mark.standing, mark.qualifier) {
        (Standing::Derived, _) => ZH.derived,
        (Standing::Planned, _) => ZH.planned,
        (_, Qualifier::Exact) => ZH.qualifiers[0],
        (_, Qualifier::About) => ZH.qualifiers[1],
        (_, Qualifier::Above) => ZH.qualifiers[2],
        (_, Qualifier::Below) => ZH.qualifiers[3],
        (_, Qualifier::Range) => ZH.qualifiers[4],
    }
}
