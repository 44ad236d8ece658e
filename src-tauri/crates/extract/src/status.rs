//! Whether a figure happened or is meant to: 力争…达到5000亿元, 计划总投资近40亿元, 今年9月…也将投入使用.

use crate::article::View;
use crate::clause::Sentence;
use crate::cue::{Class, Cue};
use crate::period::Role;
use crate::segment::Sort;
use tidemark_model::{Span, Status};

/// The status of the figure at `at`, which stands in clause `index` of its sentence.
pub(crate) fn of(view: &View, sentence: &Sentence, index: usize, at: usize) -> Status {
    let clause = sentence.clauses[index].span;
    let mut planned = plans(view, clause, at);
    if is_settled(view, clause) {
        return status_of(planned);
    }
    // 到2025年 holds for the whole sentence, 力争 up to the semicolon.
    let mut same_part = true;
    for earlier in sentence.clauses[..index].iter().rev() {
        same_part &= !matches!(earlier.end, '；' | ';');
        same_part &= !is_settled(view, earlier.span) || carries(view, earlier.span);
        planned |= view.has_period(earlier.span, Role::Horizon)
            || same_part && (carries(view, earlier.span) || view.is_undated(earlier.span));
    }
    let before = Span::new(clause.start, at.max(clause.start));
    // 总产值目标560亿元
    let aims = before.slice(view.text).trim_end().ends_with("目标");
    planned |= aims || view.has_period(before, Role::Horizon) || view.is_undated(before);
    status_of(planned)
}

fn status_of(planned: bool) -> Status {
    if planned { Status::Planned } else { Status::Actual }
}

/// 目前全线3个标段正在施工: what is now is not carried along by a plan before it.
fn is_settled(view: &View, clause: Span) -> bool {
    let words = clause.slice(view.text);
    ["目前", "已", "正在", "截至", "同比", "去年", "上半年"].iter().any(|w| words.contains(w))
}

/// A plan's word after the amount counts only if no other amount stands between: 3所学校也将投入使用.
fn plans(view: &View, clause: Span, at: usize) -> bool {
    let between = |cue: Span| view.amount_from(cue.end).is_some_and(|a| a.range.start < clause.end);
    let serves = |cue: Span| cue.start < at || !between(cue);
    let planned = |c: &&Cue| c.is(Class::Planned) && serves(c.span) && !moves_object(view, c.span, clause);
    view.cues_in(clause).iter().any(|c| planned(&c))
}

/// Whether a clause's plan holds for the clauses after it: 力争 does, 即将 does not.
fn carries(view: &View, clause: Span) -> bool {
    let lasting = |c: &&Cue| c.is(Class::Planned) && !c.span.slice(view.text).starts_with(['即', '可']);
    view.cues_in(clause).iter().any(|c| lasting(&c) && !moves_object(view, c.span, clause))
}

/// 攻坚计划的项目, “三年行动计划”: a plan's name.
fn names_a_plan(view: &View, cue: Span) -> bool {
    let after = view.text[cue.end..].chars().next();
    let before = &view.text[..cue.start];
    after.is_none_or(|c| matches!(c, '的' | '”' | '》' | '、' | '。' | '，' | '；'))
        || ["行动", "攻坚", "跨越", "五年", "三年", "倍增", "千人", "万人"].iter().any(|w| before.ends_with(w))
            && !before.ends_with("今年")
            && !before.ends_with("明年")
            && !before.ends_with("全年")
}

/// 将10家国企纳入: 将 before a noun is no future.
fn moves_object(view: &View, cue: Span, clause: Span) -> bool {
    match cue.slice(view.text) {
        "计划" => return names_a_plan(view, cue),
        "将" | "将会" | "争取" => {}
        _ => return false,
    }
    let words = view.words(Span::new(cue.end, clause.end));
    let Some(next) = words.first() else { return true };
    let word = next.span.slice(view.text);
    let word = view
        .cues_in(next.span)
        .first()
        .filter(|c| c.span.start == next.span.start)
        .map_or(word, |c| c.span.slice(view.text));
    const VERBAL: [Class; 6] = [Class::Link, Class::Light, Class::New, Class::Serving, Class::Growth, Class::To];
    let verbal = VERBAL.iter().any(|&class| view.lexicon.cues.is(word, class));
    !verbal && !matches!(next.sort, Sort::Verb | Sort::Adverb | Sort::Preposition | Sort::Period)
}
