//! The counted thing after an amount: 3家|整车龙头企业, 七项总投资约24亿元的|项目.
//!
//! Whether it or the phrase before the amount names the figure.

use super::dimension::DIMENSIONS;
use super::{Reader, Run};
use crate::cue::Class;
use crate::draft::Named;
use crate::lead::{self};
use crate::name::is_measured;
use crate::phrase;
use crate::segment::{Sort, Word};
use tidemark_model::{Qualifier, Span};

/// What money is laid out to do.
const SPENT_ON: [&str; 24] = [
    "安装", "建设", "购置", "购买", "用于", "改造", "实施", "打造", "新建", "扩建", "升级", "开展", "引进", "建成",
    "兴建", "修建", "添置", "支持", "发展", "建立", "更新", "修缮", "完善", "对",
];

/// What is done with sums that are named behind them: 发放300万元|补贴, 节省40万元|费用.
const GIVEN: [&str; 12] =
    ["发放", "奖励", "补贴", "资助", "捐赠", "拨付", "兑现", "下达", "赠送", "节省", "节约", "减少"];

impl Reader<'_> {
    /// 3家|整车龙头企业: the counted thing after the amount.
    pub(super) fn counted(&self, run: &Run) -> Option<Named> {
        let amount = run.amounts.last()?;
        let view = self.view;
        let gap = run.tail.slice(view.text);
        if let Some(named) = gap.is_empty().then(|| self.counted_behind(run)).flatten() {
            return Some(named);
        }
        if gap.is_empty() || gap.starts_with(char::is_whitespace) {
            return None;
        }
        let measured = is_measured(&amount.unit);
        if !gap.starts_with('的') && self.is_spent(run) {
            return None;
        }
        let (range, of) = match gap.trim_start_matches('”').strip_prefix('的') {
            Some(rest) => (Span::new(run.tail.end - rest.len(), run.tail.end), true),
            None => (run.tail, false),
        };
        let owned =
            run.lead.slice(view.text).trim_end().ends_with('的') || self.is_built(run) || of && self.is_worth(run);
        let free = owned || self.is_verbal(run) || self.follows_counted(run);
        if measured && !free && self.has_own(run) {
            return None;
        }
        if !measured && !of && self.opens_with_measure(run) {
            return self.counted_beyond(run);
        }
        if let Some(named) = self.counted_after_next(run).or_else(|| self.said_to_be(run)) {
            return Some(named);
        }
        let words = view.words(range);
        let found = phrase::after(view.text, &words).or_else(|| self.after_modifier(range))?;
        if of && self.is_abstract(&found.words) && !measured {
            return None;
        }
        let found = if measured { self.with_measure(run, &words, found) } else { found };
        let found = self.product(run, found);
        let found = self.without_joined(run, self.without_owned(run, found));
        if self.is_unit_of_lead(run, &found.words)
            || self.runs_on(run, &words, &found)
            || (measured && self.is_abstract(&found.words))
        {
            return None;
        }
        Some(Named { words: found.words, span: Some(found.span) })
    }

    /// 8家|企业|被认定为市级龙头企业, 4户|为高新技术企业: what they are said to be.
    fn said_to_be(&self, run: &Run) -> Option<Named> {
        const BEING: [&str; 4] = ["为", "是", "属于", "属"];
        let text = self.view.text;
        let words = self.view.words(run.tail);
        let word = |i: usize| words.get(i).map_or("", |w| w.span.slice(text));
        let bare = words.first().is_some_and(|w| w.is(Class::Counted) || w.span.slice(text).ends_with(['）', ')']));
        let listed = || lead::own(self.view, run.lead).phrase.is_some_and(|p| p.items.len() > 2);
        if is_measured(&run.amounts[0].unit) || !(bare || listed()) {
            return None;
        }
        let from = usize::from(bare);
        let passive = word(from) == "被";
        let to_be = (from..from + 3).find(|&i| BEING.contains(&word(i)) || passive && word(i).ends_with('为'))?;
        let short = (from..to_be).all(|i| matches!(word(i), "均" | "都" | "全" | "全部" | "已"));
        let rest = &words[to_be + 1..];
        let found = phrase::after(text, rest).filter(|p| passive || short && p.items.len() == 1)?;
        let ends = rest.iter().find(|w| w.span.start >= found.span.end).is_none_or(|w| w.sort == Sort::Mark);
        let last = found.words.char_indices().rev().nth(1).map_or("", |(i, _)| &found.words[i..]);
        let kind =
            self.view.lexicon.cues.is(last, Class::Counted) || last.ends_with(['县', '市', '乡', '镇', '村', '）']);
        (ends && kind).then_some(Named { words: found.words, span: Some(found.span) })
    }

    /// Whether a name stands before the amount that is not what the amount before it counts: 2条|支线|共1415千米天然气管道.
    fn has_own(&self, run: &Run) -> bool {
        let own = lead::own(self.view, run.lead);
        let last = self.out.last().and_then(|d| d.indicators.last()?.span);
        let taken = own.phrase.as_ref().is_some_and(|p| Some(p.span) == last && p.span.start == run.lead.start);
        let sums =
            ["共", "共计", "合计", "总计"].iter().any(|w| run.lead.slice(self.view.text).trim_end().ends_with(w));
        !(own.is_empty() || taken && sums)
    }

    /// 52万吨|尿素项目、某酒厂…: of a capacity, what is made names it and not the works.
    fn product(&self, run: &Run, found: phrase::Phrase) -> phrase::Phrase {
        const WORKS: [&str; 5] = ["加工项目", "生产项目", "项目", "生产线", "工程"];
        let makes = run.lead.slice(self.view.text).trim_end();
        let makes = ["年产", "日产", "月产"].iter().any(|w| makes.ends_with(w));
        if !makes && run.amounts[0].unit != "吨" {
            return found;
        }
        let first = found.items.first().filter(|item| WORKS.iter().any(|end| item.ends_with(end)));
        let made = first.unwrap_or(&found.words);
        let made = WORKS.iter().find_map(|end| made.strip_suffix(end)).filter(|made| made.chars().count() > 1);
        match made.map(str::to_owned) {
            Some(words) => phrase::Phrase { items: vec![words.clone()], commas: vec![words.clone()], words, ..found },
            None => found,
        }
    }

    /// 载畜量|32万个|绵羊单位: what the measure before the amount is reckoned in.
    fn is_unit_of_lead(&self, run: &Run, counted: &str) -> bool {
        let unit = counted.ends_with("单位") || counted.ends_with("当量");
        unit && lead::own(self.view, run.lead).phrase.is_some_and(|p| p.words.ends_with(['量', '力']))
    }

    /// 3.6万亩|大豆种植|面积: what is measured ends with its measure, unless that is of another amount.
    fn with_measure(&self, run: &Run, words: &[Word], found: phrase::Phrase) -> phrase::Phrase {
        let next = words.iter().find(|w| w.span.start == found.span.end);
        let free = |w: &&Word| w.span.end < run.tail.end || run.tail.end == run.clause.span.end;
        match next.filter(|w| w.is(Class::Head)).filter(free) {
            Some(head) => {
                let span = found.span.cover(head.span);
                let words = format!("{}{}", found.words, head.span.slice(self.view.text));
                phrase::Phrase { items: vec![words.clone()], commas: vec![words.clone()], words, span }
            }
            None => found,
        }
    }

    /// 新建838公里|500千伏|输电线路: the thing stands behind a second amount that describes it.
    fn counted_behind(&self, run: &Run) -> Option<Named> {
        let next = self.view.amount_from(run.tail.end).filter(|a| a.outer.start == run.tail.end)?;
        let range = Span::new(next.outer.end, run.clause.span.end);
        let apart = next.unit != run.amounts[0].unit && next.range.start < range.end;
        let built = self.view.words(run.lead).last().is_some_and(|w| w.is(Class::New) || w.is(Class::Light));
        let found = phrase::after(self.view.text, &self.view.words(range)).filter(|_| apart && built)?;
        Some(Named { words: found.words, span: Some(found.span) })
    }

    /// What stands behind 的 after the amount; 22%以上的增长 has it in the amount's own words.
    pub(super) fn after_of(&self, run: &Run) -> Option<Span> {
        let text = self.view.text;
        if run.tail.slice(text).starts_with('的') {
            return Some(Span::new(run.tail.start + '的'.len_utf8(), run.tail.end));
        }
        text[..run.tail.start].ends_with('的').then_some(run.tail)
    }

    /// 67%|的生产总值
    pub(super) fn counted_of(&self, run: &Run) -> Option<Named> {
        let range = self.after_of(run).unwrap_or(run.tail);
        let words = self.view.words(range);
        if let Some(found) = phrase::after(self.view.text, &words) {
            let found = self.with_measure(run, &words, found);
            return Some(Named { words: found.words, span: Some(found.span) });
        }
        let alone = words.get(1).is_none_or(|next| matches!(next.sort, Sort::Mark | Sort::And));
        let word = words.first().filter(|w| alone && w.sort == Sort::Verb)?;
        Some(Named { words: word.span.slice(self.view.text).to_owned(), span: Some(word.span) })
    }

    /// 26台|自主研发的|钢管运输台车: the thing stands behind what is said of it.
    fn after_modifier(&self, range: Span) -> Option<phrase::Phrase> {
        let text = range.slice(self.view.text);
        let at = text.find('的').filter(|&at| text[..at].chars().count() <= 8)?;
        let plain = text[..at].chars().all(char::is_alphabetic);
        let from = range.start + at + '的'.len_utf8();
        plain.then(|| phrase::after(self.view.text, &self.view.words(Span::new(from, range.end)))).flatten()
    }

    /// 21架|宽体机|的互联系统: those counted own what follows.
    fn without_owned(&self, run: &Run, found: phrase::Phrase) -> phrase::Phrase {
        // 383个|省市重点项目|完成投资2151亿元
        let up_to_next = found.span.end == run.tail.end && run.tail.end < run.clause.span.end;
        let done = found.words.find("完成").filter(|&at| up_to_next && at > 0);
        if let Some(at) = done.filter(|_| !found.words.contains('、')) {
            let words = found.words[..at].trim_end_matches("实际").trim_end_matches("累计").to_owned();
            return phrase::Phrase { items: vec![words.clone()], commas: vec![words.clone()], words, span: found.span };
        }
        let counted = matches!(run.amounts[0].unit.as_str(), "名" | "人" | "位" | "户" | "架" | "辆" | "头" | "只");
        let whole = found.span.slice(self.view.text);
        let at = whole.find('的').filter(|&at| counted && at > "一".len());
        match at {
            Some(at) => {
                let words = whole[..at].to_owned();
                let span = Span::new(found.span.start, found.span.start + at);
                phrase::Phrase { items: vec![words.clone()], commas: vec![words.clone()], words, span }
            }
            None => found,
        }
    }

    /// 15个|老旧小区|及周边9条背街小巷: what the next amount counts is cut off.
    pub(super) fn without_joined(&self, run: &Run, found: phrase::Phrase) -> phrase::Phrase {
        // 3次的巡检频次|和站外管道|每天|2次
        let rest = Span::new(found.span.end, run.tail.end);
        let up_to_next = run.tail.end < run.clause.span.end
            && (rest.start == rest.end || phrase::only_links(self.view.text, &self.view.words(rest)));
        match found.items.first() {
            Some(first) if up_to_next && found.items.len() > 1 && !found.words.contains('、') => {
                phrase::Phrase { words: first.clone(), ..found }
            }
            // 6条|航线、|通航|八个城市
            Some(first) if up_to_next && found.items.len() == 2 => phrase::Phrase { words: first.clone(), ..found },
            _ => found,
        }
    }

    /// 2批|共|40个奖励项目: both count the same.
    pub(super) fn counted_after_next(&self, run: &Run) -> Option<Named> {
        let gap = run.tail.slice(self.view.text).trim();
        let next = self.view.amount_from(run.tail.end)?;
        if !matches!(gap, "共" | "合计" | "共计" | "总计") || next.range.start >= run.clause.span.end {
            return None;
        }
        let range = Span::new(next.outer.end, run.clause.span.end);
        let found = phrase::after(self.view.text, &self.view.words(range))?;
        Some(Named { words: found.words, span: Some(found.span) })
    }

    /// 建设5G基站113个|服务实体经济: the amount has its indicator before it, and a verb runs on.
    pub(super) fn runs_on(&self, run: &Run, words: &[Word], found: &phrase::Phrase) -> bool {
        let cues = &self.view.lexicon.cues;
        let verbal = |w: &Word| {
            let word = w.span.slice(self.view.text);
            cues.is(word, Class::Action) || cues.is(word, Class::Serving)
        };
        if found.span.end + 3 >= run.tail.end {
            return false;
        }
        words.first().is_some_and(verbal) && lead::own(self.view, run.lead).phrase.is_some()
    }

    /// 公司总部|新建|10万吨产能: what a verb right before the amount is done to stands right after it.
    fn is_built(&self, run: &Run) -> bool {
        let words = self.view.words(run.lead);
        let Some(last) = words.last() else { return false };
        let word = last.span.slice(self.view.text);
        let done = last.is(Class::New) || last.is(Class::Light) && !last.is(Class::Deed) && last.sort == Sort::Verb;
        let noun = self.view.words(run.tail).first().is_some_and(|w| w.sort == Sort::Noun && !w.is(Class::Link));
        let money = run.amounts[0].unit.contains('元');
        let deed = words.iter().rev().find(|w| !w.is(Class::Link) && !matches!(w.sort, Sort::Particle | Sort::Adverb));
        let given = deed.is_some_and(|w| GIVEN.contains(&w.span.slice(self.view.text)));
        let sum = ["金", "补贴", "补助", "款", "费", "券", "费用", "成本"];
        let named = || {
            let words = self.view.words(run.tail);
            words.iter().take(3).any(|w| sum.iter().any(|end| w.span.slice(self.view.text).ends_with(end)))
        };
        if money { given && named() } else { done && noun && word.chars().count() > 1 }
    }

    /// 50个|集装箱|20兆瓦光伏组件: what stands before is what the last amount counts.
    fn follows_counted(&self, run: &Run) -> bool {
        let last = self.out.last().filter(|d| d.clause == run.clause.span && !is_measured(&d.amount.unit));
        let thing = last.and_then(|d| d.indicators.last()?.span);
        let noun = self.view.words(run.tail).first().is_some_and(|w| w.sort == Sort::Noun && !w.is(Class::Link));
        noun && thing.is_some_and(|s| s == run.lead) && !run.amounts[0].unit.contains('元')
    }

    /// 认购|价值|4万元的碳汇: the money only says what the thing is worth.
    fn is_worth(&self, run: &Run) -> bool {
        let words = self.view.words(run.lead);
        let Some([verb, worth]) = words.last_chunk() else { return false };
        worth.span.slice(self.view.text) == "价值" && verb.sort == Sort::Verb
    }

    /// 投入500万元|安装生产线: what was done with the money is no name for it.
    fn is_spent(&self, run: &Run) -> bool {
        let money = run.amounts[0].unit.contains('元');
        let deed = lead::near_cue(self.view, run.lead, Class::Deed).is_some();
        let tail = run.tail.slice(self.view.text);
        let lead = run.lead.slice(self.view.text).trim_end();
        let deed = deed || ["再投", "投", "拟投资", "斥资", "耗资"].iter().any(|w| lead.ends_with(w));
        money && deed && SPENT_ON.iter().any(|verb| tail.starts_with(verb))
    }

    /// 首期兴建|约10万平方米厂房: a verb, not an indicator, stands before the amount.
    pub(super) fn is_verbal(&self, run: &Run) -> bool {
        let words = self.view.words(run.lead);
        let end = phrase::end_of_links(self.view.text, &words);
        let Some(last) = end.checked_sub(1).map(|i| words[i]) else { return true };
        let word = last.span.slice(self.view.text);
        let cues = &self.view.lexicon.cues;
        // 主要建设|2万平方米生产车间, 形成年产|10万吨有机肥
        let own = lead::own(self.view, run.lead).phrase;
        let only = own.is_some_and(|p| p.words == word);
        if only
            && (last.sort == Sort::Verb && cues.is(word, Class::Action) && !cues.is(word, Class::Deed)
                || word == "年产")
        {
            return true;
        }
        // 乡镇|建设了|3000亩产业园
        if last.sort == Sort::Verb
            && cues.is(word, Class::Action)
            && !cues.is(word, Class::Deed)
            && run.lead.slice(self.view.text).trim_end().ends_with('了')
        {
            return true;
        }
        last.sort == Sort::Verb
            && !cues.is(word, Class::Deed)
            && !cues.is(word, Class::Head)
            && !cues.is(word, Class::Action)
    }

    /// 七项|总投资约24亿元的项目: what stands next is measured, the counted thing comes after it.
    pub(super) fn opens_with_measure(&self, run: &Run) -> bool {
        let words = self.view.words(run.tail);
        let head = |w: &Word| {
            let word = w.span.slice(self.view.text);
            self.view.lexicon.cues.is(word, Class::Head) || DIMENSIONS.iter().any(|(short, _)| *short == word)
        };
        run.tail.end < run.clause.span.end
            && (words.first().is_some_and(head)
                || words[..phrase::end_of_links(self.view.text, &words)].last().is_some_and(head)
                    && self.next_has_of(run))
    }

    /// 80台|单机容量6.25兆瓦|的风机
    fn next_has_of(&self, run: &Run) -> bool {
        let next = self.view.amount_from(run.tail.end);
        next.is_some_and(|a| self.view.text[a.outer.end..].starts_with('的'))
    }

    /// 3家|产值过百亿元的企业: the money only says which are counted.
    fn class_of(&self, run: &Run, rest: Span) -> Option<Named> {
        let text = self.view.text;
        let over =
            ["过", "超", "超过", "逾", "突破", "达到"].iter().any(|w| run.tail.slice(text).trim_end().ends_with(w));
        let next = self.view.amount_from(run.tail.end)?;
        let over = (over || next.qualifier == Qualifier::Above) && next.unit == "元";
        let thing = Span::new(rest.start + rest.slice(text).strip_prefix('的').map(|_| '的'.len_utf8())?, rest.end);
        let found = phrase::after(text, &self.view.words(thing)).filter(|p| over && p.span.start == thing.start)?;
        let span = Span::new(run.tail.start, found.span.end);
        Some(Named { words: span.slice(text).to_owned(), span: Some(span) })
    }

    pub(super) fn counted_beyond(&self, run: &Run) -> Option<Named> {
        let next = self.view.amount_from(run.tail.end)?;
        let rest = Span::new(next.outer.end, run.clause.span.end);
        if let Some(named) = self.class_of(run, rest) {
            return Some(named);
        }
        let at = rest.slice(self.view.text).rfind('的')?;
        let range = Span::new(rest.start + at + '的'.len_utf8(), rest.end);
        let found = phrase::after(self.view.text, &self.view.words(range))?;
        Some(Named { words: found.words, span: Some(found.span) })
    }
}
