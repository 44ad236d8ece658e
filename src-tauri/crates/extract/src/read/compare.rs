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
        if let Some(found) = self.read_beyond(run) {
            return Some(found);
        }
        let cue = view.last_cue(run.lead, Class::Growth).filter(|c| !self.is_noun_cue(*c));
        let end = cue.map_or(run.lead.end, |c| c.span.start);
        let before = self.before_pull(Span::new(run.lead.start, end));
        let own = lead::own(view, before);
        // 降幅收窄: a fall that shrinks is a rise.
        let fall = own.aspect.as_deref().is_some_and(|a| matches!(a, "降幅" | "跌幅"));
        if let Some(found) = self.read_pull(run, &own) {
            return Some(found);
        }
        let (mut indicators, reach) = self.named(run, own);
        // 投资贡献率57%,拉动增长1.1个百分点: what contributed is what pulls.
        if reach == Reach::Inherited && run.lead.slice(view.text).contains("拉动") {
            for named in indicators.iter_mut().flatten() {
                let by = named.words.strip_suffix("贡献率").filter(|by| !by.is_empty());
                named.words = by.unwrap_or(&named.words).to_owned();
            }
        }
        let negative = cue.is_some_and(|c| c.sign < 0) != fall;
        Some(Found::new((indicators, reach), Measure::Change, "measure/points").signed(negative))
    }

    /// 民企|拉动进出口增长|9.6个百分点: who pulls has no measure of his own, so the pull is what is measured.
    fn read_pull(&mut self, run: &Run, own: &lead::Own) -> Option<Found> {
        let words = run.lead.slice(self.view.text);
        let at = words.rfind("拉动").filter(|_| !words.contains("贡献"))?;
        let pulled = words[at..].trim().trim_end_matches("约").to_owned();
        let cues = &self.view.lexicon.cues;
        let known = |w: &str| cues.head_of(w).is_some() || self.view.lexicon.catalogue.find(w).is_some();
        let by = own.phrase.as_ref().map(|p| p.words.clone());
        let plain = by.as_deref().is_some_and(|by| !known(by));
        let topic = self.memory.topic.last().map(|t| t.words.as_str()).unwrap_or_default();
        let lost =
            by.is_none() && own.aspect.is_none() && (topic.is_empty() || matches!(topic, "出口" | "进口" | "进出口"));
        let short = pulled.chars().count() <= 14 && pulled.ends_with("增长");
        (short && (plain || lost)).then_some(())?;
        let pulled: String = pulled.replace("全市", "").replace("全省", "").replace("全区", "").replace("全县", "");
        let by = by.filter(|by| by.chars().count() <= 6).unwrap_or_default();
        let named = Named { words: format!("{by}{pulled}"), span: None };
        Some(Found::new((vec![vec![named]; run.amounts.len()], Reach::Phrase), Measure::Change, "measure/points"))
    }

    /// 优良天数比例|超过时序进度0.9个百分点
    fn read_beyond(&mut self, run: &Run) -> Option<Found> {
        let words = run.lead.slice(self.view.text);
        let (at, word) = ["超过", "超出", "超"].iter().find_map(|w| words.rfind(w).map(|at| (at, *w)))?;
        let whole = words[at + word.len()..].trim();
        let grows = self.view.last_cue(run.lead, Class::Growth).is_some_and(|c| c.span.start >= run.lead.start + at);
        let named = (2..=12).contains(&whole.chars().count()) && whole.chars().all(char::is_alphanumeric);
        (named && !grows).then_some(())?;
        let whole = Some(whole.to_owned());
        let own = lead::own(self.view, Span::new(run.lead.start, run.lead.start + at));
        Some(Found::new(self.named(run, own), Measure::Change, "measure/above").of_whole(whole))
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
            && (lead::near_cue(view, run.lead, Class::Above).is_none()
                || !run.lead.slice(view.text).contains(['比', '较']))
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
        let own = if own.is_empty() { self.overtaken(run, before).unwrap_or(own) } else { own };
        // 在全省18个|省辖市中排名第4: those it is ranked among.
        let among = view.text[run.lead.start..before].trim_end().trim_end_matches(['里', '当']).ends_with('中');
        let counted = view.amounts.iter().any(|a| a.outer.end == run.lead.start);
        // 综合实力|在全国地级市医院排名中|位列第25名
        let (own, whole) = match self.in_ranking(run, before).filter(|_| among && !counted) {
            Some(found) => found,
            None => (own, whole),
        };
        let (own, whole) = match own.phrase.as_ref().filter(|_| among && counted) {
            Some(group) => (lead::Own::default(), Some(group.words.clone())),
            None => (own, whole),
        };
        // 增幅位居全市和7个|试点县|首位: the verb stands before those counted.
        let verb =
            view.last_cue(Span::new(run.clause.span.start, run.lead.start), Class::Rank).filter(|_| counted && !among);
        let (own, whole) = match verb {
            Some(verb) => (lead::own(view, Span::new(run.clause.span.start, verb.span.start)), whole),
            None => (own, whole),
        };
        let own = self.fitting(run, own);
        if let Some(list) = own.is_empty().then(|| self.list_named(run)).flatten() {
            let indicators = vec![vec![list]; run.amounts.len()];
            return Some(Found::new((indicators, Reach::Inherited), Measure::Rank, "measure/rank").of_whole(whole));
        }
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

    /// 发布“百强区”榜单,…宁波鄞州区居第13位: the list that the text is about, where nothing measured was said before.
    fn list_named(&self, run: &Run) -> Option<Named> {
        let text = self.view.text;
        let topic = self.memory.topic.last().map(|t| t.words.as_str()).unwrap_or_default();
        let measured =
            self.view.lexicon.cues.head_of(topic).is_some() || self.view.lexicon.catalogue.find(topic).is_some();
        let before = &text[..run.lead.end];
        let at = ["榜单", "排行榜"].iter().filter_map(|w| before.find(w)).min().filter(|_| !measured)?;
        let from = text[..at]
            .rfind(['，', '。', '\n', '：'])
            .map_or(0, |i| i + '，'.len_utf8().min(text[i..].chars().next().map_or(1, char::len_utf8)));
        let own = lead::own(self.view, Span::new(from, at)).phrase?;
        Some(Named { words: own.words, span: Some(own.span) })
    }

    /// 去年GDP总量|超过泉州|跃居全省首位: what is ranked stands before the one that is left behind.
    fn overtaken(&self, run: &Run, before: usize) -> Option<lead::Own> {
        let words = &self.view.text[run.lead.start..before];
        let at = ["超过", "超越", "赶超", "反超"].iter().find_map(|verb| words.rfind(verb))?;
        Some(lead::own(self.view, Span::new(run.lead.start, run.lead.start + at)))
    }

    /// What stands before 在…排名中, and those ranked there.
    fn in_ranking(&self, run: &Run, before: usize) -> Option<(lead::Own, Option<String>)> {
        let words = &self.view.text[run.lead.start..before];
        let at = words.rfind('在')?;
        let inside = words[at + '在'.len_utf8()..].trim_end_matches('中');
        let group = ["排名", "评比", "考核", "榜单", "排行榜", "测评"].iter().find_map(|w| inside.strip_suffix(w))?;
        let own = lead::own(self.view, Span::new(run.lead.start, run.lead.start + at));
        own.phrase.as_ref()?;
        Some((own, Some(group.to_owned()).filter(|w| !w.is_empty())))
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
