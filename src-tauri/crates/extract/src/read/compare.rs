//! Differences in points, comparisons with other places, and ranks: 高于全国2.0个百分点, 增速居全市第1位.

use super::{Found, Reader, Run};
use crate::cue::Class;
use crate::draft::{Named, Reach};
use crate::lead::{self};
use crate::whole;
use tidemark_model::{Measure, Span};

impl Reader<'_> {
    pub(super) fn read_points(&mut self, run: &Run) -> Option<Found> {
        if let Some(found) = self.read_above(run) {
            return Some(found);
        }
        let view = self.view;
        let cue = view.last_cue(run.lead, Class::Growth).filter(|c| !self.is_noun_cue(*c));
        let end = cue.map_or(run.lead.end, |c| c.span.start);
        let before = self.before_pull(Span::new(run.lead.start, end));
        let own = lead::own(view, before);
        // 降幅收窄: a fall that shrinks is a rise.
        let fall = own.aspect.as_deref().is_some_and(|a| matches!(a, "降幅" | "跌幅"));
        let (indicators, reach) = self.named(run, own);
        let negative = cue.is_some_and(|c| c.sign < 0) != fall;
        Some(Found::new((indicators, reach), Measure::Change, "measure/points").signed(negative))
    }

    /// 第三产业|拉动GDP增长|1.3个百分点: who pulls stands before the verb.
    fn before_pull(&self, lead: Span) -> Span {
        let words = lead.slice(self.view.text);
        let at = ["向拉动", "拉动"].iter().find_map(|w| words.rfind(w));
        let pulls = at.filter(|&at| words[at..].chars().count() <= 16 && !words[at..].contains("贡献"));
        let at = pulls.map(|at| words[..at].trim_end_matches(['正', '负']).len());
        at.map_or(lead, |at| Span::new(lead.start, lead.start + at))
    }

    /// 分别高于全国、全省3.3、4.6个百分点; 比全省平均水平高出476.9点.
    pub(super) fn read_above(&mut self, run: &Run) -> Option<Found> {
        let view = self.view;
        let cue = view.last_cue(run.lead, Class::Above)?;
        let short = cue.span.slice(view.text).chars().count() == 1;
        if short
            && (lead::near_cue(view, run.lead, Class::Above).is_none() || !run.lead.slice(view.text).contains('比'))
        {
            return None;
        }
        let whole = whole::of_comparison(view, run.lead, cue)?;
        let before = whole::before_comparison(view, run.lead, cue);
        let own = lead::own(view, Span::new(run.lead.start, before));
        let (indicators, reach) = self.named(run, own);
        Some(
            Found::new((indicators, reach), Measure::Change, "measure/above")
                .signed(cue.sign < 0)
                .of_whole(Some(whole)),
        )
    }

    pub(super) fn read_rank(&mut self, run: &Run) -> Option<Found> {
        let view = self.view;
        let (before, whole) = whole::of_rank(view, run.lead);
        let own = lead::own(view, Span::new(run.lead.start, before));
        let aspect = own.phrase.is_none().then(|| own.aspect.clone()).flatten();
        let won = whole.as_deref().and_then(|words| self.won(run, before, words, own.is_empty()));
        if let Some((named, whole)) = won {
            let indicators = vec![vec![named]; run.amounts.len()];
            return Some(Found::new((indicators, Reach::Phrase), Measure::Rank, "measure/rank").of_whole(whole));
        }
        let counts = aspect.as_deref().is_some_and(|a| matches!(a, "数量" | "个数" | "总数"));
        let listed = own.phrase.as_ref().filter(|p| p.items.len() > 1 && run.amounts.len() == 1);
        let listed = listed.filter(|_| view.last_cue(run.lead, Class::Each).is_some());
        let dealt = listed.map(|p| self.deal(&p.items, Some(p.span)).into_iter().flatten().collect());
        let (mut indicators, mut reach) = match dealt {
            Some(all) => (vec![all], Reach::Dealt),
            None => self.named(run, own),
        };
        if counts && !self.memory.counted.is_empty() {
            indicators = vec![self.memory.counted.clone(); run.amounts.len()];
            reach = Reach::Inherited;
        }
        if let Some(aspect) = aspect {
            for named in indicators.iter_mut().flatten().filter(|n| !n.words.ends_with(&aspect)) {
                named.words.push_str(&aspect);
            }
        }
        Some(Found::new((indicators, reach), Measure::Rank, "measure/rank").of_whole(whole))
    }

    /// 勇夺全市各县区综合考评第一: the contest stands after the verb.
    pub(super) fn won(&self, run: &Run, verb: usize, whole: &str, empty: bool) -> Option<(Named, Option<String>)> {
        let range = Span::new(verb, run.lead.end);
        let wins = range.slice(self.view.text).chars().take(2).any(|c| matches!(c, '夺' | '获' | '摘'));
        if !empty || !wins {
            return None;
        }
        let found = lead::own(self.view, range).phrase?;
        let place = whole.find(found.span.slice(self.view.printed)).map(|at| whole[..at].to_owned());
        Some((Named { words: found.words, span: Some(found.span) }, place.filter(|w| !w.is_empty())))
    }
}
