//! The population a share, a rank or a comparison is taken of: 全区总产值 of 占全区总产值的35.5%,
//! 全市 of 居全市第1, 全国 of 高于全国2.0个百分点.
//!
//! Gives the words; whose 全区 is, the subject stage resolves.

use crate::article::View;
use crate::cue::{Class, Cue};
use crate::segment::Sort;
use tidemark_model::Span;

/// What follows 占 up to the amount, or 占比 and the like: nothing.
pub(crate) fn of_share(view: &View, after: Span, tail: Span) -> Option<String> {
    // 比例提高到78%: the change is no part of the whole.
    let change = view.cues_in(after).iter().find(|c| c.is(Class::To) || c.is(Class::Growth));
    let after = change.map_or(after, |c| Span::new(after.start, c.span.start));
    let words = after.slice(view.printed).trim();
    let cut = ["的比重", "比重", "的比例", "比例", "的份额", "份额"].iter().filter_map(|w| words.find(w)).min();
    let words = cut.map_or(words, |at| &words[..at]);
    let words = strip_links(words);
    let words = if words.starts_with(['由', '从', '自']) { "" } else { words };
    if !words.is_empty() {
        return Some(words.to_owned());
    }
    let tail = tail.slice(view.printed).strip_prefix('的')?;
    let end = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
    Some(tail[..end].to_owned()).filter(|w| !w.is_empty())
}

/// 全省 of 贡献了全省67%的生产总值.
pub(crate) fn place_at_end(view: &View, lead: Span) -> Option<String> {
    let words = view.words(lead);
    let last = words.last().filter(|w| w.sort == Sort::Name)?;
    Some(last.span.slice(view.printed).to_owned())
}

/// The population between the rank's verb and the rank, and where the indicator ends.
pub(crate) fn of_rank(view: &View, lead: Span) -> (usize, Option<String>) {
    let text = view.printed;
    if let Some(verb) = view.last_cue(lead, Class::Rank) {
        let between = strip_links(Span::new(verb.span.end, lead.end).slice(text));
        let start = first_of_verbs(view, lead, verb);
        return (start, Some(between.to_owned()).filter(|w| !w.is_empty()));
    }
    let words = view.words(lead);
    let mut from = words.len();
    let region = |w: &crate::segment::Word| w.sort == Sort::Name || REGIONS.contains(&w.span.slice(view.text));
    while from > 0 && region(&words[from - 1]) {
        from -= 1;
    }
    let start = words.get(from).map_or(lead.end, |w| w.span.start);
    let whole = Span::new(start, lead.end).slice(text).trim();
    (start, Some(whole.to_owned()).filter(|w| !w.is_empty()))
}

/// 继续|保持: where the run of rank verbs begins.
fn first_of_verbs(view: &View, lead: Span, verb: Cue) -> usize {
    let mut start = verb.span.start;
    for cue in view.cues_in(lead).iter().rev().filter(|c| c.span.end <= verb.span.start) {
        if cue.span.end == start && (cue.is(Class::Rank) || cue.is(Class::Each) || cue.is(Class::Base)) {
            start = cue.span.start;
        }
    }
    start
}

/// 高于|全国, 比|全省平均水平|高出.
pub(crate) fn of_comparison(view: &View, lead: Span, cue: Cue) -> Option<String> {
    let after = strip_links(Span::new(cue.span.end, lead.end).slice(view.printed));
    if !after.is_empty() {
        return Some(after.to_owned());
    }
    let before = Span::new(lead.start, cue.span.start).slice(view.printed);
    let at = base_mark(before)?;
    let words = strip_links(&before[at + '比'.len_utf8()..]);
    // 比全国（8.1%）快0.2个百分点
    let words = words.find(['（', '(']).filter(|_| words.ends_with(['）', ')'])).map_or(words, |open| &words[..open]);
    Some(words.to_owned()).filter(|w| !w.is_empty())
}

/// Where the indicator before a comparison ends.
pub(crate) fn before_comparison(view: &View, lead: Span, cue: Cue) -> usize {
    let after = strip_links(Span::new(cue.span.end, lead.end).slice(view.printed));
    let before = Span::new(lead.start, cue.span.start).slice(view.printed);
    match base_mark(before) {
        Some(at) if after.is_empty() => lead.start + at,
        _ => cue.span.start,
    }
}

/// Populations that no gazetteer names: 西部第三.
const REGIONS: [&str; 18] = [
    "西部",
    "中部",
    "东部",
    "中西部",
    "东北",
    "西北",
    "华东",
    "华南",
    "华北",
    "西南",
    "全球",
    "世界",
    "亚洲",
    "国内",
    "省内",
    "业内",
    "全行业",
    "全网",
];

/// Where 比 or 较 opens a comparison; in 可比, 同比 and 比重 it does not.
fn base_mark(words: &str) -> Option<usize> {
    let opens = |&(at, mark): &(usize, &str)| {
        let before = words[..at].chars().next_back();
        let after = words[at + mark.len()..].chars().next();
        !before.is_some_and(|c| "可同环占对百".contains(c)) && !after.is_some_and(|c| "重例率".contains(c))
    };
    let of = |mark: &'static str| words.rmatch_indices(mark).find(opens).map(|(at, _)| at);
    of("比").or_else(|| of("较"))
}

fn strip_links(words: &str) -> &str {
    let mut words = words.trim();
    loop {
        let mut next = words;
        for link in LINKS {
            next = next.strip_suffix(link).unwrap_or(next);
            next = next.strip_prefix(link).unwrap_or(next).trim();
        }
        if next == words {
            return words;
        }
        words = next;
    }
}

const LINKS: [&str; 33] = [
    "首次",
    "一直",
    "仍",
    "的",
    "约",
    "近",
    "达到",
    "达",
    "为",
    "是",
    "超过",
    "超",
    "均",
    "分别",
    "了",
    "同期",
    "高",
    "过",
    "到",
    "在",
    "已",
    "将近",
    "高达",
    "已经",
    "降至",
    "降到",
    "升至",
    "增至",
    "提高到",
    "提高至",
    "提升至",
    "上升至",
    "下降至",
];
