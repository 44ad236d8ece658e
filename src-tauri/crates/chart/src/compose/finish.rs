//! Subtitle and table of a chart whose marks are chosen. The subtitle explains unusual marks only when they occur.

use super::{Draft, Question, distinct, period_name};
use crate::spec::{ChartSpec, MarkSpec, Panel, Standing};
use crate::words::ZH;
use tidemark_model::Qualifier;

pub(super) fn finish(question: &Question, draft: Draft) -> ChartSpec {
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
        each_mark_mut(&mut spec.panels, &mut |mark| mark.notes.clear());
    }
    spec
}

fn subtitle(draft: &Draft) -> String {
    let when = draft.when.clone().unwrap_or_else(|| period_name(draft.period));
    let units = distinct(draft.what.iter().map(String::as_str)).join("；");
    let marks = all_marks(&draft.panels);
    let mut sentences = vec![[when, units].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("，")];
    if marks.iter().any(|m| m.standing == Standing::Derived) {
        let sums = distinct(draft.sums.iter().map(String::as_str)).join("，");
        sentences.push(if sums.is_empty() {
            ZH.derived_long.to_owned()
        } else {
            format!("{}：{sums}", ZH.derived_long)
        });
    }
    let stated = |q: Qualifier| marks.iter().any(|m| m.standing == Standing::Stated && m.qualifier == q);
    let line = draft.panels.iter().any(|p| matches!(p, Panel::Line(_)));
    for (qualifier, bars, points) in [
        (Qualifier::About, "须线为约数的范围", "须线为约数的范围"),
        (Qualifier::Above, "箭头向外为下限", "▲为下限"),
        (Qualifier::Below, "箭头向内为上限", "▼为上限"),
        (Qualifier::Range, "浅色为区间", "浅色为区间"),
    ] {
        if stated(qualifier) {
            sentences.push(if line { points.to_owned() } else { bars.to_owned() });
        }
    }
    if marks.iter().any(|m| m.standing == Standing::Planned) {
        sentences.push(if line { "点线圆圈为目标" } else { "点线空心为目标" }.to_owned());
    }
    if conflicts(&draft.panels) {
        sentences.push(ZH.conflict.to_owned());
    }
    sentences.join("。")
}

fn conflicts(panels: &[Panel]) -> bool {
    panels.iter().any(|panel| match panel {
        Panel::Bars(bars) => bars.rows.iter().any(|r| r.marks.len() > 1),
        Panel::Line(line) => line.points.iter().any(|p| p.marks.len() > 1),
        Panel::Share(_) | Panel::Facts(_) => false,
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

fn each_mark_mut(panels: &mut [Panel], change: &mut dyn FnMut(&mut MarkSpec)) {
    for panel in panels {
        match panel {
            Panel::Bars(bars) => bars.rows.iter_mut().flat_map(|r| &mut r.marks).for_each(&mut *change),
            Panel::Share(share) => [&mut share.mark, &mut share.rest].into_iter().for_each(&mut *change),
            Panel::Facts(facts) => facts.iter_mut().flat_map(|f| &mut f.marks).for_each(&mut *change),
            Panel::Line(line) => {
                line.points.iter_mut().chain(&mut line.planned).flat_map(|p| &mut p.marks).for_each(&mut *change);
            }
        }
    }
}

/// The picture as a table: what, how much, how exact, where from.
fn table(draft: &Draft) -> Vec<Vec<String>> {
    let notes = draft.sources.notes();
    let mut rows = vec![["名称", "数值", "单位", "性质", "来源"].map(str::to_owned).to_vec()];
    let mut add = |name: &str, unit: &str, marks: &[MarkSpec]| {
        if marks.is_empty() {
            rows.push([name, "–", unit, ZH.gap, ""].map(str::to_owned).to_vec());
        }
        for mark in marks {
            let from = |n: &usize| notes.get(n - 1).map_or("", |s| s.text.as_str());
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
        (_, Qualifier::Exact) => "确数",
        (_, Qualifier::About) => "约数",
        (_, Qualifier::Above) => "下限",
        (_, Qualifier::Below) => "上限",
        (_, Qualifier::Range) => "区间",
    }
}
