//! How a text was read, stage by stage, in words for a person: its words, numbers that are none, times, names, and
//! what was not taken. 去年 → 刊期的上一年（没有给出刊期，未定）.

use crate::article::View;
use crate::quantity::{Amount, AmountKind, scan};
use crate::rules::{mask_name, word};
use crate::segment::Sort;
use crate::subject::SubjectKind;
use tidemark_model::{Observation, PlaceKind, Span};

/// One stage of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// 分词, 数量, 时间, …
    pub title: &'static str,
    /// A line for each thing seen.
    pub lines: Vec<String>,
}

/// The stages before figures are put together; `blocks` are the text's paragraphs.
pub(crate) fn stages(view: &View, blocks: &[Span]) -> Vec<Stage> {
    let masked = scan(view.printed).masked;
    let mask = |m: &crate::quantity::Masked| format!("{}：{}", m.range.slice(view.printed), mask_name(m.why));
    vec![
        Stage { title: "分词", lines: blocks.iter().map(|b| words(view, *b)).filter(|l| !l.is_empty()).collect() },
        Stage { title: "数量", lines: view.amounts.iter().map(amount).collect() },
        Stage { title: "不是数量的数字", lines: masked.iter().map(mask).collect() },
        Stage { title: "时间", lines: times(view) },
        Stage { title: "主体", lines: names(view) },
    ]
}

/// Amounts of which no figure was made, each with the reason.
pub(crate) fn dropped(view: &View, found: &[Observation]) -> Stage {
    let taken = |a: &&Amount| !found.iter().any(|o| o.span.overlaps(a.range));
    let line = |a: &Amount| {
        let why = match a.kind {
            AmountKind::Bare => "只有数字，没有单位，也没有表头可依",
            _ => "前后没有它可以说明的事物",
        };
        format!("{}：{why}", a.printed)
    };
    Stage { title: "没有采用的数量", lines: view.amounts.iter().filter(taken).map(line).collect() }
}

/// Indicators of the catalogue that stand in the figure's sentence and were not taken for it, each with the reason.
pub(crate) fn others(view: &View, seen: &Observation) -> Vec<String> {
    let catalogue = &view.lexicon.catalogue;
    let official = |words: &str| catalogue.find(words).map(|row| row.name.clone());
    let own: Vec<_> = seen.indicators.iter().map(|i| official(i).unwrap_or_else(|| i.clone())).collect();
    let mut lines: Vec<String> = Vec::new();
    for token in view.words(seen.sentence).iter() {
        let Some(name) = official(token.span.slice(view.text)).filter(|name| !own.contains(name)) else { continue };
        if seen.indicator_span.is_some_and(|span| span.overlaps(token.span)) {
            continue;
        }
        let line = format!("{name}：{}", distance(view, token.span, seen.span));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn distance(view: &View, token: Span, amount: Span) -> &'static str {
    let (from, to) = if token.start < amount.start { (token.end, amount.start) } else { (amount.end, token.start) };
    let between = view.text.get(from..to).unwrap_or_default();
    match token.start < amount.start {
        _ if between.contains(['，', ',', '；', ';', '。']) => "在另一分句",
        true => "离此数更远",
        false => "在此数之后",
    }
}

fn words(view: &View, block: Span) -> String {
    let all = view.words(block);
    let seen = all.iter().filter(|w| !w.span.slice(view.printed).trim().is_empty());
    seen.map(|w| format!("{}/{}", w.span.slice(view.printed), sort_name(w.sort))).collect::<Vec<_>>().join(" ")
}

fn amount(amount: &Amount) -> String {
    let top = amount.value_max.map(|top| format!("—{}", top.normalize())).unwrap_or_default();
    let marked = amount.qualifier_word.as_ref().map(|w| format!("，原文作“{w}”")).unwrap_or_default();
    let unit = if amount.unit.is_empty() { "（无单位）" } else { &amount.unit };
    format!("{} → {}{top} {unit}，{}{marked}", amount.printed, amount.value.normalize(), word(amount.qualifier.name()))
}

fn times(view: &View) -> Vec<String> {
    let line = |(mention, found): (&crate::period::PeriodMention, Option<(String, &str)>)| {
        let words = mention.range.slice(view.printed);
        let dated = match found {
            Some((period, reason)) => format!("{period}（{}）", reason.trim_start_matches(['，', '：'])),
            None if view.periods.has_issue() => format!("{}（未定）", mention.expr.said()),
            None => format!("{}（没有给出刊期，未定）", mention.expr.said()),
        };
        format!("{words} → {dated}；{}", mention.role.said())
    };
    view.periods.dated().map(line).collect()
}

fn names(view: &View) -> Vec<String> {
    let line = |(mention, is_topic, meant): (&crate::subject::SubjectMention, bool, Option<&str>)| {
        let words = mention.range.slice(view.printed);
        let stands = match meant {
            Some(meant) if meant != words => format!(" → {meant}"),
            None => " → 没有可指的".to_owned(),
            _ => String::new(),
        };
        let role = if is_topic { "所说的主体" } else { "来源、比较对象或修饰，不作主体" };
        format!("{words}{stands}（{}）：{role}", kind_name(mention.kind))
    };
    let theme = view.subjects.theme_name().map(|name| format!("全文主体：{name}"));
    view.subjects.readings().map(line).chain(theme).collect()
}

fn kind_name(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Place(PlaceKind::Country) => "国家",
        SubjectKind::Place(PlaceKind::Province) => "省",
        SubjectKind::Place(PlaceKind::City) => "市",
        SubjectKind::Place(PlaceKind::District) => "区县",
        SubjectKind::Place(PlaceKind::Township) => "镇街",
        SubjectKind::Place(PlaceKind::Park) => "园区",
        SubjectKind::Organisation => "机构",
        SubjectKind::Project => "项目",
        SubjectKind::Event => "活动",
        SubjectKind::Deictic => "代称",
    }
}

fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Noun => "名",
        Sort::Verb => "动",
        Sort::Adverb => "副",
        Sort::Preposition => "介",
        Sort::And => "连",
        Sort::Of => "的",
        Sort::Particle => "助",
        Sort::Pronoun => "代",
        Sort::Joint => "号",
        Sort::Mark => "标点",
        Sort::Period => "时间",
        Sort::Name => "名称",
        Sort::Amount => "数量",
    }
}
