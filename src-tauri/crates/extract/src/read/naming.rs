//! Which indicator a run of amounts is of: its own phrase, dealt out by 分别, completed or inherited.

use super::{Reader, Run};
use crate::draft::{Named, Reach};
use crate::lead::Own;
use crate::quantity::AmountKind;
use tidemark_model::Span;

impl Reader<'_> {
    /// The indicators of a run: its own phrase, dealt out if it is a list of as many; else inherited.
    pub(super) fn named(&mut self, run: &Run, own: Own) -> (Vec<Vec<Named>>, Reach) {
        let n = run.amounts.len();
        let Some(phrase) = own.phrase else {
            if n > 1
                && own.aspects.len() == n
                && let [topic] = &self.memory.topic[..]
            {
                let named = |a: &String| vec![Named { words: format!("{}{a}", topic.words), span: topic.span }];
                return (own.aspects.iter().map(named).collect(), Reach::Dealt);
            }
            if let (Some(aspect), true) = (&own.aspect, self.memory.topic.is_empty()) {
                let named = Named { words: aspect.clone(), span: None };
                return (vec![vec![named]; n], Reach::Phrase);
            }
            return self.inherited(n);
        };
        let span = Some(phrase.span);
        if n == 3 && (THREE_SECTORS.iter().any(|w| phrase.words.starts_with(w)) || phrase.words.contains("、三产业"))
        {
            let head = if phrase.words.contains("投资") { "投资" } else { "增加值" };
            let sector = |name: &&str| vec![Named { words: format!("{name}{head}"), span }];
            return (SECTORS.iter().map(sector).collect(), Reach::Dealt);
        }
        for list in [&phrase.items, &phrase.commas] {
            if n > 1 && list.len() == n {
                return (self.deal(list, span), Reach::Dealt);
            }
        }
        if n > 1 && self.memory.items.len() == n {
            let from = self.memory.items.len() - n;
            let joined: Vec<String> =
                self.memory.items[from..].iter().map(|i| self.with_head(&i.words, &phrase.words)).collect();
            return (self.deal(&joined, span), Reach::Dealt);
        }
        let words = self.completed(run, phrase.words, own.aspect.as_deref());
        let reach = self.reach_of(&words, Reach::Phrase);
        (vec![vec![Named { words, span }]; n], reach)
    }

    pub(super) fn deal(&self, items: &[String], span: Option<Span>) -> Vec<Vec<Named>> {
        let summed = items.last().map(|last| without_sum(last)).unwrap_or_default();
        let last = summed.as_str();
        let shared = items.first().and_then(|first| shared_head(first, last));
        let head = shared.unwrap_or_else(|| self.view.lexicon.cues.head_of(last).unwrap_or_default()).to_owned();
        let clean = |item: &str| {
            let item = item.split('等').next().filter(|s| !s.is_empty()).unwrap_or(item);
            Named { words: self.with_head(item, &head), span }
        };
        let others = items.len().saturating_sub(1);
        let members = items[..others].iter().map(String::as_str).chain((!last.is_empty()).then_some(last));
        members.map(|item| vec![clean(item)]).collect()
    }

    /// 西红柿 and 产值 make 西红柿产值; 商品零售 and 零售额 make 商品零售额.
    pub(super) fn with_head(&self, item: &str, head: &str) -> String {
        if head.is_empty() || item.ends_with(head) || self.view.lexicon.cues.head_of(item).is_some() {
            return item.to_owned();
        }
        let starts: Vec<usize> = head.char_indices().map(|(i, _)| i).skip(1).collect();
        let overlap = starts.into_iter().rev().find(|&i| item.ends_with(&head[..i]));
        format!("{item}{}", &head[overlap.unwrap_or(0)..])
    }

    /// Adds what earlier clauses tell: 其中娱乐业 grows in 营业收入; 企业…,实现增加值 is 企业增加值.
    pub(super) fn completed(&self, run: &Run, words: String, aspect: Option<&str>) -> String {
        let cues = &self.view.lexicon.cues;
        let mut words = words;
        if let Some(kept) = words.strip_prefix("累计").filter(|kept| kept.chars().count() > 1) {
            words = kept.to_owned();
        }
        if let Some(at) = words.rfind('每').filter(|&at| at > 0 && words[at..].chars().count() <= 5) {
            words.truncate(at);
        }
        if let Some(kept) = words.strip_suffix("目标").filter(|kept| cues.head_of(kept).is_some()) {
            words.truncate(kept.len());
        }
        if let Some(aspect) = aspect {
            words.push_str(aspect);
            return words;
        }
        let Some(topic) = self.memory.topic.last() else { return words };
        let bare =
            matches!(words.as_str(), "增加值" | "产值" | "总产值" | "营业收入" | "营收" | "利润总额" | "主营业务收入");
        let collective = ["企业", "产业", "行业", "工业", "业", "经济"].iter().any(|w| topic.words.ends_with(w));
        if bare && collective && run.index > 0 {
            return format!("{}{words}", topic.words);
        }
        let rate = run.amounts[0].kind != AmountKind::Quantity || run.amounts[0].unit == "元";
        let part = run.clause.span.slice(self.view.text).trim_start().starts_with("其中");
        if rate && part && cues.head_of(&words).is_none() && self.view.lexicon.catalogue.find(&words).is_none() {
            let head = cues.head_of(&topic.words).unwrap_or_default();
            return self.with_head(&words, head);
        }
        words
    }

    pub(super) fn inherited(&self, n: usize) -> (Vec<Vec<Named>>, Reach) {
        let items = &self.memory.items;
        if n > 1 && items.len() >= n {
            return (items[items.len() - n..].iter().map(|i| vec![i.clone()]).collect(), Reach::Dealt);
        }
        let topic = self.memory.topic.clone();
        let reach = if topic.is_empty() { Reach::Nothing } else { Reach::Inherited };
        (vec![topic; n], reach)
    }

    pub(super) fn reach_of(&self, words: &str, otherwise: Reach) -> Reach {
        if self.view.lexicon.catalogue.find(words).is_some() { Reach::Lexicon } else { otherwise }
    }
}

/// 生物医药产值 of 生物医药三大产业产值, the last of three.
fn without_sum(last: &str) -> String {
    let sums = ["大产业", "大行业", "大领域", "大板块", "个产业", "个行业", "大主导产业", "大支柱产业"];
    let cut = sums.iter().find_map(|sum| {
        let at = last.find(sum)?;
        let numeral = last[..at].chars().next_back().filter(|c| "一二两三四五六七八九十0123456789".contains(*c))?;
        Some(format!("{}{}", &last[..at - numeral.len_utf8()], &last[at + sum.len()..]))
    });
    cut.unwrap_or_else(|| last.to_owned())
}

/// 商品零售额 of 金银珠宝类、化妆品类商品零售额: what follows the mark that the members end in.
fn shared_head<'a>(first: &str, last: &'a str) -> Option<&'a str> {
    let mark = first.chars().last().filter(|c| matches!(c, '类' | '业' | '区' | '县' | '市' | '品'))?;
    let at = last.find(mark)? + mark.len_utf8();
    Some(&last[at..]).filter(|head| !head.is_empty() && !head.starts_with('增'))
}

/// 三次产业结构比例调整为8.7:48.5:42.8 deals out to the three sectors.
const THREE_SECTORS: [&str; 3] = ["三次产业", "三产", "一二三产业"];
const SECTORS: [&str; 3] = ["第一产业", "第二产业", "第三产业"];
