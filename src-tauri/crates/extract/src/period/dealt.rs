//! Times that are dealt out over a list: 2021年、2022年分别为3亿元、4亿元, 2019年至2021年分别为12亿元、18亿元和40亿元,
//! 一季度、上半年、前三季度增速依次为4%、5%、6%.

use super::bounds::tail;
use super::context::{Dated, PeriodContext};
use super::expr::{PeriodExpr, Role, YearRef};
use super::number::is_digit;
use super::resolve::{Anchor, day_after, resolve};
use crate::words::Words;
use tidemark_model::{Period, Span};

/// What deals the items of a list out.
static DEALS: Words = Words::new(&["分别", "依次", "逐步", "逐日"]);

impl PeriodContext<'_> {
    /// Whether only 、 or 和 stands between a mention and the one before it.
    fn is_joined(&self, i: usize) -> bool {
        let Some((before, here)) = i.checked_sub(1).and_then(|b| self.mentions.get(b)).zip(self.mentions.get(i)) else {
            return false;
        };
        let gap = self.text.get(before.mention.range.end..here.mention.range.start);
        gap.is_some_and(|gap| ["、", "和", "与", "及"].contains(&gap))
    }

    /// 一季度、上半年、前三季度 printed in March: all of the year of the last. None of a list dates later sentences.
    pub(super) fn align_lists(&mut self) {
        for i in (1..self.mentions.len()).rev().filter(|&i| self.is_joined(i)).collect::<Vec<_>>() {
            let last = self.mentions[i].found.as_ref().map(|(period, _)| *period);
            let dated = &self.mentions[i - 1];
            let bare = matches!(dated.mention.expr, PeriodExpr::Calendar { year: YearRef::Unsaid, .. });
            let later = dated.found.as_ref().map(|(period, _)| period.last_day()) > last.map(Period::last_day);
            if let Some(last) = last.filter(|_| bare && later) {
                let heading = Some(Period::Year(last.last_day().year));
                let found = resolve(&dated.mention.expr, &Anchor { heading, ..self.anchor });
                self.mentions[i - 1].found = found;
            }
            (self.mentions[i].heads, self.mentions[i - 1].heads) = (false, false);
        }
    }

    /// 分别于2014年、2019年跨越3000亿元、4000亿元: each year its own amount.
    pub(super) fn dealt_out(&self, last: usize, at: usize) -> Option<usize> {
        let range = |i: usize| self.mentions[i].mention.range;
        let first = last - (1..=last).rev().take(20).take_while(|&i| self.is_joined(i)).count();
        let lead = self.text.get(..range(first).start)?;
        let between = self.text.get(range(last).end..at)?;
        if first == last || between.len() > 600 {
            return None;
        }
        let nth = match self.nth_dealt(range(last).end, at) {
            Some((nth, all)) if all == last - first + 1 => nth,
            _ if between.len() > 400 || !(tail(lead, 6).contains("分别") || between.contains("分别")) => {
                return None;
            }
            _ => numbers_in(between),
        };
        Some(first + nth).filter(|&i| i <= last)
    }

    /// 2019年至2021年分别为…, 4月30日至5月3日逐步增加到…: a year or a day each, where the list has as many.
    pub(super) fn dealt_span(&self, dated: &Dated, at: usize) -> Option<(Period, String)> {
        let (period, _) = dated.found.as_ref().filter(|_| dated.mention.role == Role::Stated)?;
        let (nth, all) = self.nth_dealt(dated.mention.range.end, at)?;
        let value = *units(*period, all)?.get(nth)?;
        Some((value, format!("逐项对应，取{}", value.to_chinese())))
    }

    /// Which amount of its clause's list it is that 分别 deals out, and of how many.
    fn nth_dealt(&self, after: usize, at: usize) -> Option<(usize, usize)> {
        let clause = self.bounds.clause(at);
        let from = clause.start.max(after);
        let lead = self.text.get(from..at)?;
        let deals = from + DEALS.each_in(lead).last()?.0;
        let list = Span::new(deals, clause.end).slice(self.text);
        Some((numbers_in(self.text.get(deals..at)?), numbers_in(list)))
    }
}

/// The `count` years or days of a span; nothing where it has not so many.
fn units(span: Period, count: usize) -> Option<Vec<Period>> {
    let (from, to) = (span.first_day(), span.last_day());
    let years = matches!(span, Period::Months { from: (_, 1), to: (_, 12) });
    if years && (to.year - from.year + 1) as usize == count {
        return Some((from.year..=to.year).map(Period::Year).collect());
    }
    let Period::Days(first, last) = span else { return None };
    let mut days = vec![Period::Day(first)];
    let mut day = first;
    while day < last && days.len() <= count {
        day = day_after(day);
        days.push(Period::Day(day));
    }
    (days.len() == count).then_some(days)
}

/// How many runs of digits `text` has.
fn numbers_in(text: &str) -> usize {
    let mut before = ' ';
    let starts = text.chars().filter(|&c| {
        let starts = is_digit(c) && !(is_digit(before) || matches!(before, '.' | ','));
        before = c;
        starts
    });
    starts.count()
}
