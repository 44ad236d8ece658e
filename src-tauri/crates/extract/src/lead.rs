//! What stands before an amount in its clause: 上半年,|全区规模以上工业增加值同比增长|7.1%.
//!
//! Splits the lead into the indicator's phrase and the cue that says how the amount relates to it.

use crate::article::View;
use crate::cue::{Class, Cue};
use crate::phrase::{self, Phrase};
use crate::segment::{Sort, Word};
use tidemark_model::Span;

/// Words that name an aspect of an indicator said before: 增速 of 总产值.
const ASPECTS: [&str; 19] = [
    "涨跌幅",
    "总规模",
    "增速",
    "增幅",
    "降幅",
    "涨幅",
    "跌幅",
    "总量",
    "占比",
    "比重",
    "规模",
    "位次",
    "增长率",
    "排名",
    "总数",
    "增势",
    "数量",
    "个数",
    "金额",
];

/// The indicator's words before an amount or a cue.
#[derive(Clone, Debug, Default)]
pub(crate) struct Own {
    pub phrase: Option<Phrase>,
    /// 增速, 总量: completes the phrase, or the indicator said before.
    pub aspect: Option<String>,
    /// All of them in order: 增速和总量占比.
    pub aspects: Vec<String>,
}

impl Own {
    pub(crate) fn is_empty(&self) -> bool {
        self.phrase.is_none() && self.aspect.is_none()
    }
}

/// The phrase that ends a range, with its aspect apart.
pub(crate) fn own(view: &View, range: Span) -> Own {
    view.leads.of(range, || own_of(view, &view.words(range)))
}

pub(crate) fn own_of(view: &View, words: &[Word]) -> Own {
    let kept = without_circumstance(view, words);
    let words = kept.as_deref().unwrap_or(words);
    let mut end = phrase::end_of_links(view.text, words);
    let mut aspects: Vec<String> = Vec::new();
    let mut listed = true;
    // 授信金额: the amount of a deed is no aspect of what was said before.
    let deed = |end: usize| end > 1 && phrase::NOMINAL.contains(&words[end - 2].span.slice(view.text));
    while end > 0 && ASPECTS.contains(&words[end - 1].span.slice(view.text)) && !deed(end) {
        let word = words[end - 1].span.slice(view.text);
        match aspects.first_mut() {
            Some(first) if !listed => first.insert_str(0, word),
            _ => aspects.insert(0, word.to_owned()),
        }
        end -= 1;
        listed = false;
        while end > 0 && words[end - 1].sort == Sort::And {
            listed = true;
            end -= 1;
        }
    }
    let aspect = aspects.last().cloned();
    // GDP|实际|增速
    let mut last = end;
    while last > 0 && matches!(words[last - 1].span.slice(view.text), "实际" | "名义" | "同比" | "环比") {
        last -= 1;
    }
    let touching = |p: &Phrase| aspect.is_none() || last > 0 && p.span.end == words[last - 1].span.end;
    // 《整改提示单》|51份
    let titled = aspect.is_none() && words.get(end).is_some_and(|w| w.span.slice(view.text) == "》");
    let phrase =
        phrase::before(view.text, &words[..end + usize::from(titled)]).filter(touching).filter(|p| !is_source(view, p));
    Own { phrase, aspect, aspects }
}

/// 装备制造业|在龙头企业带动下|实现增加值: the words without what it happened under, if they hold it.
fn without_circumstance(view: &View, words: &[Word]) -> Option<Vec<Word>> {
    let word = |i: usize| words[i].span.slice(view.text);
    let under = |i: usize| word(i) == "下" && under_what(word(i - 1)) || word(i) == "上" && word(i - 1) == "基础";
    let under = (1..words.len()).rev().find(|&i| under(i))?;
    let from = (under.saturating_sub(8)..under).rev().find(|&i| word(i) == "在").filter(|&i| i > 0)?;
    let whole = words[from..under].iter().all(|w| !matches!(w.sort, Sort::Amount | Sort::Mark));
    whole.then(|| words[..from].iter().chain(&words[under + 1..]).copied().collect())
}

fn under_what(word: &str) -> bool {
    ["带动", "推动", "拉动", "支持", "影响", "驱动", "引领", "作用", "背景", "形势", "努力", "帮助", "指导"]
        .contains(&word)
}

/// 到会观众|比疫情前|增长: the piece without the base that a change is reckoned from.
pub(crate) fn before_base(view: &View, range: Span) -> Span {
    let words = view.words(range);
    let word = |i: usize| words[i].span.slice(view.text);
    // 高速公路|与去年同期相比
    if words.len() > 2 && word(words.len() - 1) == "相比" {
        let from =
            (words.len().saturating_sub(8)..words.len() - 1).rev().find(|&i| matches!(word(i), "与" | "同" | "和"));
        return from.filter(|&i| i > 0).map_or(range, |i| Span::new(range.start, words[i].span.start));
    }
    let at = (0..words.len()).rev().find(|&i| matches!(word(i), "比" | "较" | "环比" | "同比"));
    let plain = |w: &Word| matches!(w.sort, Sort::Noun | Sort::Of | Sort::Period | Sort::Adverb) && !w.is(Class::Head);
    let at = at.filter(|&i| i + 1 < words.len() && words.len() - i <= 5 && words[i + 1..].iter().all(plain));
    at.map_or(range, |i| Span::new(range.start, words[i].span.start))
}

/// 公报 of 公报中的264.5亿元: what a figure is quoted from is not what it measures.
fn is_source(view: &View, phrase: &Phrase) -> bool {
    view.lexicon.cues.is(&phrase.words, Class::Source)
}

/// The last cue of `class` with nothing but links between it and the end of the range: 增长 of 增长约.
pub(crate) fn near_cue(view: &View, range: Span, class: Class) -> Option<Cue> {
    let cue = view.last_cue(range, class)?;
    let rest = Span::new(cue.span.end, range.end);
    phrase::only_links(view.text, &view.words(rest)).then_some(cue)
}

/// Whether `between` two amounts only joins them: 101家、148家.
pub(crate) fn is_joiner(between: &str) -> bool {
    matches!(
        between.trim(),
        "" | "、" | "和" | "与" | "及" | "以及" | "或" | "與" | ":" | "：" | "," | "，" | "；" | "∶"
    )
}

/// A piece with the list mark at its front cut off, and whether there was one. After another amount of the clause
/// (`later`) what still belongs to that amount is cut off too: 200亿元|的…项目、|投资额160亿元.
pub(crate) fn without_joiner(text: &str, range: Span, later: bool) -> (Span, bool) {
    const MARKS: [&str; 6] = ["、", "以及", "和", "与", "及", "與"];
    let words = range.slice(text);
    let lean = words.trim_start();
    let skipped = words.len() - lean.len();
    if let Some(mark) = MARKS.iter().find(|mark| lean.starts_with(**mark)) {
        return (Span::new(range.start + skipped + mark.len(), range.end), true);
    }
    match words.rfind('、').filter(|_| later) {
        Some(at) => (Span::new(range.start + at + '、'.len_utf8(), range.end), true),
        None => (Span::new(range.start + skipped, range.end), false),
    }
}

/// 电网负荷|节节攀升, 服务收入|有所萎缩: nothing but how it moves follows.
fn only_moves(view: &View, words: &[Word]) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    let is = |w: &Word, class| view.lexicon.cues.is(w.span.slice(view.text), class);
    let soft = |w: &Word| {
        w.sort == Sort::Adverb
            || matches!(w.span.slice(view.text), "快" | "大" | "好" | "稳")
            || is(w, Class::Base)
            || is(w, Class::Link)
            || is(w, Class::Each)
    };
    let grows = matches!(last.span.slice(view.text), "扩容" | "壮大" | "扩围" | "增多" | "翻番");
    (grows || is(last, Class::Growth)) && before.iter().all(soft)
}

/// The phrase a clause without amounts is about: 高技术制造业、战略性新兴产业 of …持续保持高位运行.
pub(crate) fn topic_of_clause(view: &View, clause: Span) -> Option<(Phrase, bool)> {
    let words = view.words(clause);
    // 16市中: those among whom the next clause looks.
    let short = clause.slice(view.text).trim().chars().count() <= 5;
    if short && words.last().is_some_and(|w| matches!(w.span.slice(view.text), "中" | "里" | "当中")) {
        return None;
    }
    let link = |w: &Word| view.lexicon.cues.is(w.span.slice(view.text), Class::Link);
    let skip = |w: &&Word| {
        matches!(
            w.sort,
            Sort::Name | Sort::Period | Sort::Mark | Sort::Of | Sort::Particle | Sort::Preposition | Sort::Adverb
        ) || link(w)
    };
    let from = words.iter().take_while(skip).count();
    // 最明显的特征是|保税物流进出口|保持增长
    let said = words.iter().take(8).position(|w| matches!(w.span.slice(view.text), "特征" | "特点" | "亮点" | "变化"));
    let said = said.filter(|&i| words.get(i + 1).is_some_and(|w| w.span.slice(view.text) == "是"));
    let from = said.map_or(from, |i| i + 2 + words[i + 2..].iter().take_while(skip).count());
    let verbal = |w: &Word| {
        let word = w.span.slice(view.text);
        [Class::Base, Class::Rank, Class::Growth, Class::To].iter().any(|&class| view.lexicon.cues.is(word, class))
    };
    let trade = |w: &Word| matches!(w.span.slice(view.text), "出口" | "进口" | "进出口");
    let noun = |w: &&Word| {
        (matches!(w.sort, Sort::Noun | Sort::And | Sort::Joint | Sort::Of) || trade(w)) && !verbal(w) && !link(w)
    };
    // 以微弱差距,位居…: how, not what.
    if from > 0 && matches!(words[from - 1].span.slice(view.text), "以" | "凭" | "凭借") {
        return None;
    }
    let mut to = from + words[from..].iter().take_while(noun).count();
    let moves = |w: &Word| {
        matches!(
            w.span.slice(view.text),
            "增势" | "迅猛" | "强劲" | "最高" | "最低" | "最大" | "最多" | "最快" | "居前" | "领先" | "居多"
        )
    };
    while to > from && moves(&words[to - 1]) {
        to -= 1;
    }
    let found = phrase::before(view.text, &words[from..to])?;
    let all = words[to..].iter().all(moves) || only_moves(view, &words[to..]);
    (!ASPECTS.contains(&found.words.as_str())).then_some((found, all))
}
