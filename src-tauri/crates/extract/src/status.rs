//! Whether a figure happened or is meant to: 力争…达到5000亿元, 计划总投资近40亿元, 今年9月…也将投入使用.

use crate::article::View;
use crate::clause::{Clause, Sentence};
use crate::cue::{Class, Cue};
use crate::period::Role;
use crate::segment::Sort;
use crate::words::Words;
use tidemark_model::{Span, Status};

/// What a heading or an opening sentence says of all figures below it: 二、2021年工作安排 holds plans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frame {
    section: bool,
    paragraph: bool,
}

impl Frame {
    /// Takes in the block that begins: a numbered heading opens a section, any other block a paragraph.
    pub(crate) fn enter(&mut self, block: &str) {
        self.paragraph = false;
        if let Some(rank) = heading_rank(block) {
            let plans = names_plans(block);
            self.section = plans || (self.section && rank > 0);
        }
    }

    /// Takes in the sentence that begins.
    pub(crate) fn hear(&mut self, sentence: &str) {
        if opens_plan(sentence) {
            self.paragraph = true;
        } else if opens_past(sentence) {
            self.paragraph = false;
        }
    }

    fn plans(self) -> bool {
        self.section || self.paragraph
    }
}

/// 0 for 一、, 1 for （一） and 1.; nothing for what is no numbered heading.
fn heading_rank(block: &str) -> Option<u8> {
    let words = block.trim();
    if words.chars().count() > 30 || words.ends_with(['。', '；', '，']) {
        return None;
    }
    let numeral = |c: char| "一二三四五六七八九十".contains(c);
    let bare = words.trim_start_matches(numeral);
    if bare.len() < words.len() && bare.starts_with('、') {
        return Some(0);
    }
    words.strip_prefix(['（', '('])?.starts_with(numeral).then_some(1)
}

/// Whether a heading announces plans: 目标, 安排, 任务; 完成情况 does not.
fn names_plans(heading: &str) -> bool {
    static PLAN: Words =
        Words::new(&["目标", "工作安排", "计划", "任务", "规划", "展望", "打算", "下一步", "思路", "部署", "重点工作"]);
    static DONE: Words =
        Words::new(&["完成情况", "执行情况", "回顾", "成效", "进展", "总结", "实施情况", "成绩", "落实情况"]);
    PLAN.within(heading) && !DONE.within(heading)
}

/// 主要预期目标为：…, 下一步, 今后五年: the rest of the paragraph is planned.
fn opens_plan(sentence: &str) -> bool {
    let words = sentence.trim_start();
    let ahead = ["下一步", "接下来", "今后", "未来", "明年", "下一阶段", "展望"];
    let turns =
        ["接下来关注", "接下来看", "接下来是", "接下来请看", "接下来，我们来看"].iter().any(|w| words.starts_with(w));
    if !turns && ahead.iter().any(|w| words.starts_with(w)) {
        return true;
    }
    static GOAL: Words = Words::new(&[
        "预期目标",
        "奋斗目标",
        "主要目标",
        "发展目标",
        "工作目标",
        "总体目标",
        "年的目标",
        "重点抓好",
        "目标任务",
    ]);
    GOAL.within(words)
        && GOAL.iter().any(|w| {
            words.find(w).is_some_and(|at| words[at + w.len()..].chars().take(8).any(|c| matches!(c, '：' | ':')))
        })
}

fn opens_past(sentence: &str) -> bool {
    let words = sentence.trim_start();
    ["去年", "过去", "截至", "目前", "上年", "回顾", "据统计", "近年来"].iter().any(|w| words.starts_with(w))
}

/// What the clauses read so far say of those that follow, kept while a block's sentences are read in order.
#[derive(Debug, Default)]
pub(crate) struct Outlook {
    frame: Frame,
    /// How many clauses of the sentence are taken in.
    read: usize,
    /// Whether the sentence so far makes what follows planned: 到2025年 does throughout, 力争 up to the semicolon.
    always: bool,
    here: bool,
    /// Where the first words end by which somebody asks for something: 会议要求.
    demanded: Option<usize>,
}

impl Outlook {
    pub(crate) fn new(frame: Frame) -> Self {
        Self { frame, ..Self::default() }
    }

    /// Takes in the sentence that begins.
    pub(crate) fn enter(&mut self, view: &View, sentence: &Sentence) {
        let words = sentence.span.slice(view.text);
        self.frame.hear(words);
        let ends = DEMANDS.each_in(words).map(|(at, word)| sentence.span.start + at + word.len());
        *self = Self { frame: self.frame, demanded: ends.min(), ..Self::default() };
    }

    /// The status of the figure at `at`, which stands in clause `index` of the sentence that was entered last.
    pub(crate) fn status(&mut self, view: &View, sentence: &Sentence, index: usize, at: usize) -> Status {
        let clause = sentence.clauses[index].span;
        if starts_change(view, clause, at) {
            return Status::Actual;
        }
        let demanded = self.demanded.is_some_and(|end| end <= at);
        let mut planned = demanded || plans(view, clause, at) || is_target(view, clause, at);
        let before = Span::new(clause.start, at.max(clause.start));
        let after = view.last_cue(before, Class::To).map_or(clause.start, |c| c.span.end);
        if is_settled(view, Span::new(after, clause.end)) {
            return status_of(planned);
        }
        let aims = || aims(before.slice(view.text).trim_end());
        planned = planned
            || self.frame.plans()
            || aims()
            || view.has_period(before, Role::Horizon)
            || view.is_undated(before)
            || self.promised(view, &sentence.clauses[..index]);
        status_of(planned)
    }

    /// Whether the clauses before make the next one's figures planned.
    fn promised(&mut self, view: &View, before: &[Clause]) -> bool {
        for clause in &before[self.read.min(before.len())..] {
            let span = clause.span;
            let ends_part = matches!(clause.end, '；' | ';');
            self.always |= view.has_period(span, Role::Horizon);
            self.here = if !ends_part && carries(view, span) {
                true
            } else if ends_part || is_settled(view, span) {
                self.always
            } else {
                self.here || self.always || view.is_undated(span)
            };
        }
        self.read = before.len();
        self.here
    }
}

/// 总产值目标560亿元 is planned, 高于年度目标 is not.
fn aims(lead: &str) -> bool {
    static BESIDE: Words = Words::new(&["高于", "低于", "超", "好于", "优于", "快于"]);
    lead.ends_with("目标") && !BESIDE.within(lead)
}

/// 由600万吨提升至1000万吨: where a change starts from is so already, whatever is planned.
fn starts_change(view: &View, clause: Span, at: usize) -> bool {
    let lead = Span::new(clause.start, at.max(clause.start)).slice(view.text);
    let Some(from) = lead.rfind(['由', '从']) else { return false };
    let near = lead[from..].chars().count() < 12 && !lead[from..].contains(|c: char| c.is_numeric());
    let rest = Span::new(at.min(clause.end), clause.end);
    near && view
        .cues_in(rest)
        .iter()
        .any(|c| c.is(Class::To) && view.amount_from(c.span.end).is_some_and(|a| a.range.start < clause.end))
}

/// 增长7%以上、…1600亿元的目标: the word stands after the figures.
fn is_target(view: &View, clause: Span, at: usize) -> bool {
    let rest = Span::new(at.min(clause.end), clause.end).slice(view.text);
    let lead = Span::new(clause.start, at.max(clause.start)).slice(view.text);
    // 提前两年实现了产值破千亿的目标
    static REACHED: Words = Words::new(&["实现了", "达成了", "完成了", "达到了", "已实现", "提前"]);
    // 完成了控制在318亿以内的目标 still tells the bound.
    let bound = ["以内的", "以上的", "以下的"].iter().any(|w| rest.contains(w));
    if REACHED.within(lead) && !bound {
        return false;
    }
    static TARGETS: Words =
        Words::new(&["的目标", "的预期目标", "的奋斗目标", "的年度目标", "的任务目标", "的目标任务", "的发展目标"]);
    TARGETS.within(rest)
}

/// 会议要求…不少于45个, 方案提出,…
static DEMANDS: Words = Words::new(&[
    "会议要求",
    "会议提出",
    "方案提出",
    "规划提出",
    "意见提出",
    "计划提出",
    "提出到",
    "明确到",
    "方案明确",
    "规划明确",
]);

fn status_of(planned: bool) -> Status {
    if planned { Status::Planned } else { Status::Actual }
}

/// 目前全线3个标段正在施工: what is now is not carried along by a plan before it.
fn is_settled(view: &View, clause: Span) -> bool {
    static SETTLED: Words = Words::new(&["目前", "已", "正在", "截至", "同比", "去年", "上半年", "标志着"]);
    SETTLED.within(clause.slice(view.text))
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

/// 攻坚计划的项目, “三年行动计划”, 计划单列市: a plan's name.
fn names_a_plan(view: &View, cue: Span) -> bool {
    let after = view.text[cue.end..].chars().next();
    let before = &view.text[..cue.start];
    view.text[cue.end..].starts_with("单列")
        || after.is_none_or(|c| matches!(c, '的' | '”' | '》' | '、' | '。' | '，' | '；'))
        || ["行动", "攻坚", "跨越", "五年", "三年", "倍增", "千人", "万人"].iter().any(|w| before.ends_with(w))
            && !before.ends_with("今年")
            && !before.ends_with("明年")
            && !before.ends_with("全年")
}

/// 总体符合预期, 好于预期: what was expected has come.
fn is_met(before: &str) -> bool {
    ["符合", "好于", "超", "超过", "超出", "高于", "低于", "不及", "达到", "优于"].iter().any(|w| before.ends_with(w))
}

/// 将涉及16组的事项纳入清单: whether what stands before these words was put somewhere by them.
fn is_put(view: &View, rest: Span) -> bool {
    static PUT: Words = Words::new(&["纳入", "列入", "列为", "作为", "打造成", "建设成", "转化为", "改造成", "划归"]);
    PUT.within(rest.slice(view.text))
}

/// 将10家国企纳入: 将 before a noun is no future.
fn moves_object(view: &View, cue: Span, clause: Span) -> bool {
    match cue.slice(view.text) {
        "预期" => return is_met(&view.text[..cue.start]),
        // 为确保质量,…配套7项工艺: what it is for, not what is planned.
        "确保" => return view.text[..cue.start].ends_with(['为', '了', '以']),
        "计划" => return names_a_plan(view, cue),
        "将" | "将会" | "争取" => {}
        _ => return false,
    }
    if view.amount_from(cue.end).is_some_and(|amount| is_put(view, Span::new(amount.range.end, clause.end))) {
        return true;
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
