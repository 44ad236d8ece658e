//! Dimensions: 高7米, 全长4.2公里, 16米高的观鸟台, 北接线、南接线分别长15.7公里、12.2公里.

use super::{Reader, Run};
use crate::cue::Class;
use crate::draft::Named;
use crate::lead;
use crate::name::is_measured;
use crate::phrase;
use crate::segment::Sort;
use tidemark_model::Span;

impl Reader<'_> {
    /// 高7米, 2米宽: a dimension named by one character.
    pub(super) fn dimension(&self, run: &Run) -> Option<Named> {
        let length = matches!(run.amounts[0].unit.as_str(), "米" | "吨");
        let lead = run.lead.slice(self.view.text).trim();
        let tail = run.tail.slice(self.view.text);
        let fits = |short: &str| {
            lead.ends_with(short)
                || (tail.starts_with(short) && !lead.ends_with(|c: char| c.is_alphanumeric() && c != '个'))
        };
        // 2600米长、45米宽的跑道: both are of what stands behind the second.
        if let Some(named) = self.shared_dimension(run).filter(|_| length) {
            return Some(named);
        }
        let words = self.view.words(run.tail);
        let first = words.iter().position(|w| w.span.slice(self.view.text) != "多").unwrap_or(0);
        let first = words.get(first).map_or("", |w| w.span.slice(self.view.text));
        let noun = |rest: &str| rest.starts_with(|c: char| c.is_alphabetic() && !"约达为至及和与期".contains(c));
        let after = DIMENSIONS.iter().find(|(short, _)| {
            let rest = tail.strip_prefix('多').unwrap_or(tail).strip_prefix(short);
            length && rest.is_some_and(|rest| rest.starts_with('的') || first == *short && noun(rest))
        });
        if let Some(named) = after.and_then(|(short, words)| self.dimension_of(run, short, words)) {
            return Some(named);
        }
        let (short, words) = DIMENSIONS.iter().find(|(short, _)| length && fits(short))?;
        if let Some(named) = self.dimension_of(run, short, words) {
            return Some(named);
        }
        // 全长, 总宽 say more than 长度 and 宽度.
        if lead.ends_with(short) && WHOLE_DIMENSIONS.iter().any(|w| lead.ends_with(w)) {
            let words = lead.char_indices().rev().nth(1).map_or(lead, |(i, _)| &lead[i..]);
            return Some(Named { words: words.to_owned(), span: None });
        }
        if let Some(other) = self.other_side(run).filter(|_| lead == *short && run.amounts[0].unit == "米") {
            return Some(Named { words: format!("{}{words}", other.words), span: other.span });
        }
        let alone = lead.chars().count() <= 2 || tail.starts_with(|c| words.starts_with(c));
        alone.then(|| Named { words: (*words).to_owned(), span: None })
    }

    /// 距县城|17公里, 距离海州站约45公里: from where to where is the name.
    pub(super) fn distance(&self, run: &Run) -> Option<Named> {
        let words = self.view.words(run.lead);
        let end = phrase::end_of_links(self.view.text, &words);
        let from = (0..words.len()).rev().find(|&i| matches!(words[i].span.slice(self.view.text), "距" | "距离"))?;
        let end = end.max((from + 2).min(words.len()));
        // 轮毂中心|距地面90米
        let free = from == 0 || words[from - 1].sort != Sort::Noun;
        let far = free && run.amounts[0].unit == "米" && words.len() > from + 1 && end - from <= 5;
        let span = words[from].span.cover(words.get(end.checked_sub(1)?)?.span);
        far.then(|| Named { words: span.slice(self.view.text).to_owned(), span: Some(span) })
    }

    /// 起点|至|普格县城|约59.14公里: from where to where.
    pub(super) fn stretch(&self, run: &Run) -> Option<Named> {
        let words = self.view.words(run.lead);
        let word = |i: usize| words[i].span.slice(self.view.text);
        let to = (1..words.len()).rev().find(|&i| word(i) == "至")?;
        let place = |w: &&crate::segment::Word| {
            matches!(w.sort, Sort::Name | Sort::Noun) && !w.is(Class::Link) && !w.is(Class::Head)
        };
        let ends = |w: &&crate::segment::Word| place(w) || w.span.slice(self.view.text) == "终点";
        let from = words[..to].iter().rev().take_while(place).count();
        let until = words[to + 1..].iter().take_while(ends).count();
        let whole = phrase::only_links(self.view.text, &words[to + 1 + until..]);
        let far = run.amounts[0].unit == "米" && whole && (1..5).contains(&from) && (1..5).contains(&until);
        let span = words[to - from].span.cover(words[to + until].span);
        far.then(|| Named { words: span.slice(self.view.text).to_owned(), span: Some(span) })
    }

    /// 跑道|长2600米、宽45米: the thing is named once for its sides.
    fn other_side(&self, run: &Run) -> Option<Named> {
        let last = self.out.last().filter(|d| d.clause == run.clause.span)?;
        let named = last.indicators.last()?;
        // 桥梁|32座、长23公里
        if !is_measured(&last.amount.unit) && run.joined {
            return Some(named.clone());
        }
        let thing = DIMENSIONS.iter().find_map(|(_, words)| named.words.strip_suffix(words))?;
        let whole = matches!(thing, "" | "全" | "总" | "净");
        (!whole).then(|| Named { words: thing.to_owned(), span: named.span })
    }

    /// 16米|高的观鸟台, 45米|宽第一跑道: the thing stands after its dimension.
    pub(super) fn dimension_of(&self, run: &Run, short: &str, words: &str) -> Option<Named> {
        let rest = run.tail.slice(self.view.text);
        let rest = rest.strip_prefix('多').unwrap_or(rest).strip_prefix(short)?;
        let from = run.tail.end - rest.strip_prefix('的').unwrap_or(rest).len();
        let found = phrase::after(self.view.text, &self.view.words(Span::new(from, run.tail.end)))?;
        Some(Named { words: format!("{}{words}", found.words), span: Some(found.span) })
    }

    /// 过江隧道|长约11公里; 北接线、南接线分别|长15.7公里、12.2公里
    pub(super) fn lengths(&self, run: &Run) -> Option<Vec<Vec<Named>>> {
        let words = self.view.words(run.lead);
        let end = phrase::end_of_links(self.view.text, &words).max(1);
        let last = words.get(end - 1).filter(|_| run.amounts[0].unit == "米")?;
        let (_, long) = DIMENSIONS.iter().find(|(short, _)| last.span.slice(self.view.text) == *short)?;
        let before = Span::new(run.lead.start, last.span.start);
        let named = |words: &str| vec![Named { words: format!("{words}{long}"), span: None }];
        let own = lead::own(self.view, before).phrase;
        let items = own.as_ref().map(|p| &p.items).filter(|items| items.len() == run.amounts.len());
        match (items, own.as_ref()) {
            (Some(items), _) => Some(items.iter().map(|item| named(item)).collect()),
            (None, Some(own)) => Some(vec![named(&own.words); run.amounts.len()]),
            (None, None) => Some(vec![named(""); run.amounts.len()]),
        }
    }

    pub(super) fn shared_dimension(&self, run: &Run) -> Option<Named> {
        let (view, tail) = (self.view, run.tail.slice(self.view.text).trim_end());
        let (_, long) = DIMENSIONS
            .iter()
            .find(|(short, _)| tail.strip_prefix(short).is_some_and(|r| matches!(r, "、" | "，" | "")))?;
        let next = view.amount_from(run.tail.end).filter(|a| a.unit == "米" && a.outer.start == run.tail.end)?;
        let rest = Span::new(next.outer.end, run.clause.span.end);
        let short = DIMENSIONS.iter().find(|(short, _)| rest.slice(view.text).starts_with(short))?.0;
        let from = rest.start + short.len();
        let of = from + view.text[from..].strip_prefix('的').map_or(0, |_| '的'.len_utf8());
        let found = phrase::after(view.text, &view.words(Span::new(of, rest.end)))?;
        Some(Named { words: format!("{}{long}", found.words), span: Some(found.span) })
    }
}

/// Dimensions that name the whole of it.
const WHOLE_DIMENSIONS: [&str; 8] = ["全长", "总长", "全宽", "总宽", "总高", "全高", "净高", "净宽"];

/// Dimensions said by one character, with their names.
pub(super) const DIMENSIONS: [(&str, &str); 8] = [
    ("高", "高度"),
    ("宽", "宽度"),
    ("长", "长度"),
    ("深", "深度"),
    ("厚", "厚度"),
    ("重", "重量"),
    ("长约", "长度"),
    ("高约", "高度"),
];
