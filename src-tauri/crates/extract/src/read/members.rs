//! The members of a list with what they share: 西红柿、草莓产值分别…, 城乡居民人均可支配收入, 汽车产销分别….

use super::{Reader, Run};
use crate::cue::Class;
use crate::draft::Named;
use tidemark_model::Span;

impl Reader<'_> {
    /// 三项指标增幅均高于…: what stands for the figures said before it.
    pub(super) fn stands_for_all(&self, run: &Run, words: &str) -> Option<Vec<Named>> {
        if self.memory.items.len() < 2 {
            return None;
        }
        let list = ["指标", "数据"].iter().find_map(|w| words.find(w).map(|at| &words[..at]))?;
        let lead = Span::new(run.clause.span.start, run.lead.end).slice(self.view.text);
        let counts = [("两项", 2), ("三项", 3), ("四项", 4), ("五项", 5), ("两个", 2), ("三个", 3), ("四个", 4)];
        let n = counts.iter().find_map(|(word, n)| lead.contains(word).then_some(*n))?;
        let items = &self.memory.items;
        let from = items.len().checked_sub(n).filter(|_| list.chars().count() <= 6)?;
        Some(items[from..].to_vec())
    }

    /// 集成电路、笔记本电脑分别|出口|1493亿元、1109亿元: the members stand before 分别, what is measured behind it.
    pub(super) fn dealt_before(&self, run: &Run, words: &str, span: Span) -> Option<Vec<Vec<Named>>> {
        let cue = self.view.last_cue(run.lead, Class::Respectively).filter(|c| c.span.end <= span.start)?;
        let list = crate::lead::own(self.view, Span::new(run.lead.start, cue.span.start)).phrase?;
        let items = [&list.items, &list.commas].into_iter().find(|items| items.len() == run.amounts.len())?;
        let named = |item: &String| vec![Named { words: format!("{item}{words}"), span: Some(list.span) }];
        Some(items.iter().map(named).collect())
    }

    pub(super) fn deal(&self, items: &[String], span: Option<Span>) -> Vec<Vec<Named>> {
        if let Some(stem) = items.first().and_then(|first| stem_of_yields(first, &items[1..])) {
            let named = |item: &String| {
                let words = if item.starts_with(stem) { item.clone() } else { format!("{stem}{item}") };
                vec![Named { words, span }]
            };
            return items.iter().map(named).collect();
        }
        let summed = items.last().map(|last| without_group(&without_sum(last))).unwrap_or_default();
        let last = summed.as_str();
        let first = items.first().map(String::as_str).unwrap_or_default();
        let shared = shared_head(first, last)
            .or_else(|| brand_head(first, last))
            .or_else(|| self.known_head(first, last))
            .or_else(|| traded(first, last));
        let head = shared.unwrap_or_else(|| self.view.lexicon.cues.head_of(last).unwrap_or_default()).to_owned();
        let clean = |item: &str| {
            let item = crate::phrase::etc(item).map(|at| &item[..at]).filter(|s| !s.is_empty()).unwrap_or(item);
            Named { words: self.with_head(item, &head), span }
        };
        let others = items.len().saturating_sub(1);
        let members = items[..others].iter().map(String::as_str).chain((!last.is_empty()).then_some(last));
        members.map(|item| vec![clean(item)]).collect()
    }

    /// 营业收入分别为…,归母净利润分别为…: the second list is not of the members of the first.
    pub(super) fn names_another(&self, words: &str) -> bool {
        let items = &self.memory.items;
        let same = items.windows(2).all(|pair| pair[0].words == pair[1].words);
        same && items.first().is_some_and(|first| first.words != words)
            && self.view.lexicon.cues.head_of(words).is_some_and(|head| head.len() < words.len())
    }

    /// 居民人均可支配收入 of 城镇、农村居民人均可支配收入: the longest end that the first member makes a known indicator with.
    pub(super) fn known_head<'w>(&self, first: &str, last: &'w str) -> Option<&'w str> {
        let catalogue = &self.view.lexicon.catalogue;
        let ends = last.char_indices().skip(1).map(|(i, _)| &last[i..]).filter(|end| end.chars().count() > 1);
        ends.into_iter()
            .find(|end| catalogue.find(first).is_none() && catalogue.find(&format!("{first}{end}")).is_some())
    }

    /// 西红柿 and 产值 make 西红柿产值; 商品零售 and 零售额 make 商品零售额.
    pub(super) fn with_head(&self, item: &str, head: &str) -> String {
        // 组件产能 and 产能利用率 make 组件产能利用率.
        let inner = head.char_indices().map(|(i, _)| i).skip(2).find(|&i| item.ends_with(&head[..i]));
        if let Some(at) = inner.filter(|&at| head[at..].ends_with('率')) {
            return format!("{item}{}", &head[at..]);
        }
        if head.is_empty() || item.ends_with(head) || self.view.lexicon.cues.head_of(item).is_some() {
            return item.to_owned();
        }
        let starts: Vec<usize> = head.char_indices().map(|(i, _)| i).skip(1).collect();
        let overlap = starts.into_iter().rev().find(|&i| item.ends_with(&head[..i]));
        format!("{item}{}", &head[overlap.unwrap_or(0)..])
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

/// 品牌汽车产量 of 红旗、解放品牌汽车产量: the brands alone differ.
fn brand_head<'a>(first: &str, last: &'a str) -> Option<&'a str> {
    let at = last.find("品牌").filter(|&at| at > 0 && !first.contains("品牌"))?;
    Some(&last[at..])
}

/// 进出口 of 美国、欧盟进出口: trade is named once for all partners.
fn traded<'a>(first: &str, last: &'a str) -> Option<&'a str> {
    let head = TRADED.iter().find(|head| last.len() > head.len() && last.ends_with(**head))?;
    (!TRADED.iter().any(|head| first.ends_with(head))).then(|| &last[last.len() - head.len()..])
}

/// 城乡居民人均可支配收入分别…: 城镇 first, 农村 second.
pub(super) fn town_and_country(words: &str, n: usize) -> Option<Vec<String>> {
    let (before, after) = words.split_once("城乡").filter(|(_, after)| n == 2 && !after.is_empty())?;
    Some(["城镇", "农村"].iter().map(|part| format!("{before}{part}{after}")).collect())
}

/// 批发和零售业FDI到资 of 批发和零售业等重点行业FDI到资.
fn without_group(last: &str) -> String {
    const GROUPS: [&str; 10] =
        ["重点行业", "行业", "重点产业", "产业", "领域", "国家", "地区", "经济体", "重点产品", "产品"];
    let cut = crate::phrase::etc(last).and_then(|at| {
        let rest = &last[at + '等'.len_utf8()..];
        let of = GROUPS.iter().find_map(|group| rest.strip_prefix(group)).filter(|of| !of.is_empty())?;
        Some(format!("{}{of}", &last[..at]))
    });
    cut.unwrap_or_else(|| last.to_owned())
}

/// 汽车产销分别完成…: 产量 first, 销量 second.
pub(super) fn made_and_sold(words: &str, n: usize) -> Option<Vec<String>> {
    let thing = words.strip_suffix("产销").or_else(|| words.strip_suffix("产销量")).filter(|_| n == 2)?;
    Some(["产量", "销量"].iter().map(|end| format!("{thing}{end}")).collect())
}

/// 柑橘 of 柑橘面积、产量和产值: the thing is named once for all that is measured of it.
fn stem_of_yields<'w>(first: &'w str, others: &[String]) -> Option<&'w str> {
    const SIDES: [&str; 9] = ["种植面积", "播种面积", "面积", "产量", "总产量", "产值", "总产值", "销售额", "销量"];
    let ends = SIDES.iter().find(|side| first.ends_with(**side))?;
    let stem = first.strip_suffix(ends).filter(|stem| !stem.is_empty())?;
    (!others.is_empty() && others.iter().all(|other| SIDES.contains(&other.as_str()))).then_some(stem)
}

/// 一三产业比重分别…: 第一产业比重, 第三产业比重.
pub(super) fn two_sectors(words: &str, n: usize) -> Option<Vec<String>> {
    let (pair, rest) = words.split_once("产业").filter(|_| n == 2)?;
    let pair = pair.strip_prefix('第').unwrap_or(pair).replace('、', "");
    let sectors = matches!(pair.as_str(), "一二" | "一三" | "二三");
    sectors.then(|| pair.chars().map(|c| format!("第{c}产业{rest}")).collect())
}

/// The kind of trade at the end of the words.
pub(super) fn traded_head(words: &str) -> Option<&str> {
    TRADED.iter().find(|head| words.ends_with(**head)).map(|head| &words[words.len() - head.len()..])
}

pub(super) const TRADED: [&str; 9] = ["进出口", "出口", "进口", "贸易", "存栏", "出栏", "销售", "零售", "发电"];
