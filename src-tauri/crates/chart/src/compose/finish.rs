//! Subtitle and table of a chart whose marks are chosen. The subtitle explains unusual marks only when they occur.

use super::{Draft, Question, distinct, period_name};
use crate::grid::Column;
use crate::spec::{ChartSpec, Line, MarkSpec, Panel, SmallLine, SourceNote, Standing};
use crate::words::{Words, filled};
use tidemark_model::Qualifier;

pub(super) fn finish(question: &Question, mut draft: Draft) -> ChartSpec {
    many_said(&mut draft);
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
        language: question.language,
        kind: draft.kind,
        drawn_on: question.drawn_on,
    };
    if spec.sources.len() == 1 {
        // One source needs no number at every mark.
        each_notes_mut(&mut spec.panels, &|notes| notes.clear());
    }
    spec
}

/// Names in a footnote what so many sources say differently that not all of it is drawn.
fn many_said(draft: &mut Draft) {
    let say = draft.say();
    let marks = all_marks(&draft.panels);
    // The highest follows the lowest, which carries the others.
    let sentence = |pair: &[&MarkSpec]| {
        let [lowest, highest] = pair else { return None };
        let (who, _) = lowest.title.rsplit_once(' ').filter(|_| !lowest.besides.is_empty())?;
        let count = (lowest.besides.len() + 2).to_string();
        let values = [("who", who), ("count", &count), ("low", &lowest.label), ("high", &highest.label)];
        Some(filled(say.many_said, &values))
    };
    let sentences: Vec<_> = marks.windows(2).filter_map(sentence).collect();
    sentences.into_iter().for_each(|s| draft.remark(s));
}

fn subtitle(draft: &Draft) -> String {
    let when = draft.when.clone().unwrap_or_else(|| period_name(draft.period, draft.language));
    let units = distinct(draft.what.iter().map(String::as_str)).join(draft.say().items);
    let marks = all_marks(&draft.panels);
    let mut sentences =
        vec![[when, units].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(draft.say().clause)];
    if marks.iter().any(|m| m.standing == Standing::Derived) {
        let sums = distinct(draft.sums.iter().map(String::as_str)).join(draft.say().clause);
        let drawn = |has: fn(&Panel) -> bool| draft.panels.iter().any(has);
        let what = match () {
            () if drawn(Panel::has_points) => draft.say().derived_point,
            () if drawn(Panel::has_dots) => draft.say().derived_ring,
            () if draft.panels.iter().all(|p| matches!(p, Panel::Facts(_))) => draft.say().derived,
            () => draft.say().derived_long,
        };
        let said = || filled(draft.say().because, &[("who", what), ("what", &sums)]);
        sentences.push(if sums.is_empty() { what.to_owned() } else { said() });
    }
    let unusual = unusual(draft);
    if !unusual.is_empty() {
        sentences.push(unusual.join(draft.say().clause));
    }
    sentences.join(draft.say().sentence)
}

/// What each unusual mark that occurs means, in a few words.
fn unusual(draft: &Draft) -> Vec<&'static str> {
    // Facts are words; they need no explanation.
    let pictures = draft.panels.iter().filter(|p| !matches!(p, Panel::Facts(_)));
    let marks: Vec<_> = pictures.flat_map(|p| all_marks(std::slice::from_ref(p))).collect();
    let line = draft.panels.iter().any(|p| p.has_points() || matches!(p, Panel::Table(_)));
    let dots = draft.panels.iter().any(|p| p.has_points() || p.has_dots());
    let drawn = |q: Qualifier| marks.iter().any(|m| m.standing == Standing::Stated && m.qualifier == q);
    let planned = marks.iter().any(|m| m.standing == Standing::Planned);
    let rows = [
        (drawn(Qualifier::About), draft.say().about),
        (drawn(Qualifier::Above), if line { draft.say().above_point } else { draft.say().above_bar }),
        (drawn(Qualifier::Below), if line { draft.say().below_point } else { draft.say().below_bar }),
        (drawn(Qualifier::Range), draft.say().range),
        (planned, if dots { draft.say().planned_point } else { draft.say().planned_bar }),
        (conflicts(&draft.panels), draft.say().conflict),
    ];
    rows.into_iter().filter(|(occurs, _)| *occurs).map(|(_, words)| words).collect()
}

fn conflicts(panels: &[Panel]) -> bool {
    let of_line = |line: &Line| line.points.iter().any(|p| p.marks.len() > 1);
    panels.iter().any(|panel| match panel {
        Panel::Bars(bars) => bars.rows.iter().any(|r| r.marks.len() > 1),
        Panel::Line(line) => of_line(line),
        Panel::Multiples(lines) => lines.iter().any(|small| of_line(&small.line)),
        Panel::Facts(facts) => facts.iter().any(|f| f.marks.len() > 1),
        Panel::Share(share) => !share.others.is_empty(),
        Panel::Grouped(grid)
        | Panel::Stacked(grid)
        | Panel::Slope(grid)
        | Panel::Dots(grid)
        | Panel::Table(grid)
        | Panel::Waffle(grid) => grid.conflicts(),
    })
}

fn all_marks(panels: &[Panel]) -> Vec<&MarkSpec> {
    panels.iter().flat_map(Panel::marks).collect()
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
        for mark in panel.marks_mut() {
            change(&mut mark.notes);
            mark.besides.iter_mut().for_each(|m| change(&mut m.notes));
        }
        if let Panel::Bars(bars) = panel {
            bars.rows.iter_mut().filter_map(|r| r.note.as_mut()).for_each(|n| change(&mut n.notes));
        }
    }
}

/// The chart where footnotes beside it say where its figures come from: no sources of its own, no numbers of them.
pub(crate) fn without_sources(spec: &ChartSpec) -> ChartSpec {
    let mut spec = ChartSpec { sources: Vec::new(), ..spec.clone() };
    each_notes_mut(&mut spec.panels, &|notes| notes.clear());
    spec
}

/// The picture as a table: what, how much, how exact, where from.
fn table(draft: &Draft) -> Vec<Vec<String>> {
    let notes = draft.sources.notes();
    let mut rows = vec![draft.say().columns.map(str::to_owned).to_vec()];
    let mut add = |name: &str, unit: &str, marks: &[MarkSpec]| {
        if marks.is_empty() {
            rows.push([name, "–", unit, draft.say().gap, ""].map(str::to_owned).to_vec());
        }
        for mark in marks.iter().flat_map(|m| std::iter::once(m).chain(&m.besides)) {
            let from = |n: &usize| notes.get(n - 1).map(SourceNote::text).unwrap_or_default();
            let sources: Vec<_> = mark.notes.iter().map(from).collect();
            let row = [name, &mark.label, unit, kind_name(mark, draft.say()), &sources.join(draft.say().items)];
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
                if !share.others.is_empty() {
                    add(&share.label, "%", &share.others);
                }
                add(&share.rest_label, "%", std::slice::from_ref(&share.rest));
            }
            Panel::Facts(facts) => facts.iter().for_each(|f| {
                let bare = |m: &MarkSpec| MarkSpec { label: m.label.replacen(&f.unit, "", 1), ..m.clone() };
                add(&f.label, &f.unit, &f.marks.iter().map(bare).collect::<Vec<_>>());
            }),
            Panel::Line(line) => {
                let points = line.points.iter().chain(&line.planned);
                points.for_each(|p| add(&draft.language.period(p.period), &line.unit.name(), &p.marks));
            }
            Panel::Multiples(lines) => lines.iter().for_each(|SmallLine { label, line, .. }| {
                let points = line.points.iter().chain(&line.planned);
                points.for_each(|p| {
                    add(&format!("{label} {}", draft.language.period(p.period)), &line.unit.name(), &p.marks);
                });
            }),
            Panel::Grouped(grid)
            | Panel::Stacked(grid)
            | Panel::Slope(grid)
            | Panel::Dots(grid)
            | Panel::Table(grid)
            | Panel::Waffle(grid) => {
                let unit = grid.unit.name();
                let name = |row: &str, column: &Column| {
                    if grid.columns.len() > 1 { format!("{row} {}", column.label) } else { row.to_owned() }
                };
                for row in &grid.rows {
                    grid.columns.iter().zip(&row.cells).for_each(|(c, cell)| add(&name(&row.label, c), &unit, cell));
                }
                let totals = grid.columns.iter().zip(&grid.totals).filter(|(_, t)| !t.is_empty());
                totals.for_each(|(c, total)| add(&name(draft.say().total_of, c), &unit, total));
            }
        }
    }
    rows
}

fn kind_name(mark: &MarkSpec, say: &Words) -> &'static str {
    match (mark.standing, mark.qualifier) {
        (Standing::Derived, _) => say.derived,
        (Standing::Planned, _) => say.planned,
        (_, Qualifier::Exact) => say.qualifiers[0],
        (_, Qualifier::About) => say.qualifiers[1],
        (_, Qualifier::Above) => say.qualifiers[2],
        (_, Qualifier::Below) => say.qualifiers[3],
        (_, Qualifier::Range) => say.qualifiers[4],
    }
}
