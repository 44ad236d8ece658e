//! Levels, new and cumulative counts, absolute differences: 新增企业101家, 比上年末增加353人, 从6万辆提高到15万辆.
//!
//! What is counted after an amount is [`super::counted`]'s; rates are [`super::rate`]'s.

use super::{Found, Reader, Run};
use crate::cue::{Class, Cue};
use crate::draft::{Named, Reach};
use crate::lead::{self, Own};
use crate::name::is_measured;
use crate::phrase::STAGES;
use crate::quantity::DIVISIONS;
use crate::segment::Sort;
use crate::words::Words;
use tidemark_model::{Measure, Span};

impl Reader<'_> {
    pub(super) fn read_quantity(&mut self, run: &Run) -> Option<Found> {
        if let Some(cue) = lead::near_cue(self.view, run.lead, Class::Growth)
            && lead::near_cue(self.view, run.lead, Class::To).is_none()
            && !self.is_noun_cue(cue)
            && let Some(found) = self.read_change(run, cue)
        {
            return Some(found);
        }
        if let Some(found) = self.read_above(run).or_else(|| self.read_cut(run)) {
            return Some(found);
        }
        if self.is_bound(run) || self.opens_class(run) || self.is_in_name(run) {
            return None;
        }
        if let Some(named) = self.bounded(run) {
            let (measure, rule) = self.level_measure(run);
            return Some(Found::new((vec![vec![named]], Reach::Phrase), measure, rule));
        }
        if let Some(found) = self.read_second_end(run) {
            return Some(found);
        }
        if let Some(found) = self.read_stand_in(run) {
            return Some(found);
        }
        let (indicators, reach) = self.level_indicators(run);
        if self.names_a_list(run, &indicators) {
            return None;
        }
        let (measure, rule) = self.level_measure(run);
        Some(Found::new((indicators, reach), measure, rule))
    }

    /// 调减|玉米种植面积77万亩: by how much it was cut, with its thing behind the verb.
    fn read_cut(&mut self, run: &Run) -> Option<Found> {
        let (at, verb) = CUT.first_in(run.lead.slice(self.view.text))?;
        let from = run.lead.start + at + verb.len();
        let measured = is_measured(&run.amounts[0].unit) && self.has_thing(run, from);
        let own = lead::own(self.view, Span::new(from, run.lead.end.max(from)));
        measured.then(|| Found::new(self.named(run, own), Measure::Change, "measure/change").signed(true))
    }

    /// 五个方面, 三项指标: the number only names a list.
    pub(super) fn names_a_list(&self, run: &Run, indicators: &[Vec<Named>]) -> bool {
        let amount = &run.amounts[0];
        let small = amount.value < tidemark_model::Decimal::from(13)
            && matches!(amount.unit.as_str(), "个" | "项" | "种" | "条" | "类" | "份" | "句" | "点");
        let last = |named: &Named| self.is_abstract(&named.words);
        let near = run.tail.slice(self.view.text).chars().next().is_some_and(char::is_alphanumeric);
        let follows = |named: &Named| named.span.is_some_and(|s| s.start >= amount.range.end);
        small
            && near
            && indicators.iter().flatten().all(follows)
            && indicators.iter().flatten().all(last)
            && indicators.iter().any(|list| !list.is_empty())
    }

    /// Whether the words end in a noun that only names a list or a step.
    pub(super) fn is_abstract(&self, words: &str) -> bool {
        words.char_indices().any(|(i, _)| self.view.lexicon.cues.is(&words[i..], Class::Abstract))
    }

    /// 产值超百亿元|企业2家: the amount defines what is counted next.
    fn opens_class(&mut self, run: &Run) -> bool {
        let words = self.view.words(run.tail);
        let noun = |w: &crate::segment::Word| w.is(Class::Counted) || w.sort == Sort::Noun;
        let nouns = words.len() <= 2 && words.iter().all(noun) && words.last().is_some_and(|w| w.is(Class::Counted));
        let next = self.view.amount_from(run.tail.end).filter(|a| a.outer.start == run.tail.end);
        let counts = next.is_some_and(|a| !is_measured(&a.unit) && a.range.start < run.clause.span.end);
        if !nouns || !counts || !run.amounts[0].unit.contains('元') {
            return false;
        }
        let own = lead::own(self.view, run.lead).phrase.map_or(run.amounts[0].outer.start, |p| p.span.start);
        self.memory.class = Some(own);
        true
    }

    /// 3家产值过|百亿元|的企业: part of what the figure before counts.
    fn is_in_name(&self, run: &Run) -> bool {
        let names = self.out.last().into_iter().flat_map(|last| &last.indicators);
        names.filter_map(|named| named.span).any(|span| span.contains(run.amounts[0].range))
    }

    /// 增速, 增幅: names of rates, no verbs.
    pub(super) fn is_noun_cue(&self, cue: Cue) -> bool {
        matches!(cue.span.slice(self.view.text), "增速" | "增幅" | "增长速度" | "增长率" | "降幅" | "涨幅" | "跌幅")
    }

    pub(super) fn read_change(&mut self, run: &Run, cue: Cue) -> Option<Found> {
        let before = Span::new(run.lead.start, cue.span.start);
        let own = lead::own(self.view, lead::before_base(self.view, before));
        let based = self.view.last_cue(run.lead, Class::Base).is_some()
            || self.view.has_period(run.lead, crate::period::Role::Base);
        if own.is_empty()
            && !based
            && !matches!(run.sentence.clauses.get(run.index.wrapping_sub(1)), Some(c) if c.end != '：')
        {
            return None;
        }
        if own.is_empty() && self.memory.topic.is_empty() {
            return None;
        }
        let (indicators, reach) = self.named(run, own);
        Some(Found::new((indicators, reach), Measure::Change, "measure/change").signed(cue.sign < 0))
    }

    /// 从27%提升到34%: the second figure is of the same as the first.
    pub(super) fn read_second_end(&mut self, run: &Run) -> Option<Found> {
        let cue = lead::near_cue(self.view, run.lead, Class::To)?;
        let before = Span::new(run.lead.start, cue.span.start);
        let same_clause = self.memory.last_clause == Some(run.clause.span.start);
        if !same_clause || !lead::own(self.view, before).is_empty() {
            return None;
        }
        let last = self.out.last()?;
        let (measure, whole) = (last.measure, last.whole.clone());
        let n = run.amounts.len();
        let each = self.out.len().checked_sub(n).map(|from| &self.out[from..]).filter(|_| n > 1);
        let indicators = match each {
            // 由30∶21∶49调整为29∶22∶49: in the order of the first end.
            Some(firsts) if firsts.iter().all(|d| d.clause == run.clause.span) => {
                firsts.iter().map(|d| d.indicators.clone()).collect()
            }
            _ => vec![last.indicators.clone(); n],
        };
        Some(Found::new((indicators, last.reach), measure, "measure/second-end").of_whole(whole))
    }

    pub(super) fn level_indicators(&mut self, run: &Run) -> (Vec<Vec<Named>>, Reach) {
        let n = run.amounts.len();
        if let Some(named) = self.dimension(run).or_else(|| self.distance(run)).or_else(|| self.stretch(run)) {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(start) = self.memory.class.take() {
            let words = Span::new(start, run.lead.end).slice(self.view.text).trim().to_owned();
            return (vec![vec![Named { words, span: Some(Span::new(start, run.lead.end)) }]; n], Reach::Phrase);
        }
        // 实现300个泊位错时停车
        if let Some(named) = unit_noun(&run.amounts[0].printed_unit)
            && lead::own(self.view, run.lead).is_empty()
        {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        let counted = self.counted(run);
        let serving = self.serving(run);
        if let Some(mut named) = counted {
            if self.view.lexicon.cues.is(&named.words, Class::Counted)
                && run.lead.slice(self.view.text).trim_end().ends_with('的')
                && let Some(own) = lead::own(self.view, run.lead).phrase
            {
                named.words.insert_str(0, &own.words);
            }
            if let Some(cue) = serving.filter(|_| named.words.chars().count() < 4) {
                named.words.insert_str(0, cue.span.slice(self.view.text));
            }
            let reach = self.reach_of(&named.words, Reach::Phrase);
            return (run.amounts.iter().map(|_| vec![named.clone()]).collect(), reach);
        }
        let own = self.before_from(run).unwrap_or_else(|| lead::own(self.view, self.past_served(run)));
        let own = if self.is_base(run) { Own::default() } else { own };
        let own = if self.is_office(run, &own) { Own::default() } else { self.fitting(run, own) };
        if let Some(long) = self.lengths(run) {
            return (long, Reach::Phrase);
        }
        if let Some(named) = self.helped_to(run, &own) {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(served) = self.served(run, &own) {
            return (served, Reach::Phrase);
        }
        if let Some(named) = self.aspect_of_next(run, &own) {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        let deed = own.is_empty().then(|| self.deed(run)).flatten();
        if let Some(named) = deed.or_else(|| self.price_paid(run)).or_else(|| self.investment(run)) {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(named) = own.is_empty().then(|| unit_noun(&run.amounts[0].printed_unit)).flatten() {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(named) = own.is_empty().then(|| self.just_done(run)).flatten() {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(named) = self.done_to_topic(run, &own) {
            return (vec![vec![named]; n], Reach::Inherited);
        }
        if let Some(named) = own.is_empty().then(|| self.households(run)).flatten() {
            return (named, Reach::Phrase);
        }
        // 社会投资项目是“重头戏”,共124个
        let called = self.memory.called.as_ref().filter(|(at, _)| own.is_empty() && at + 1 == run.index && n == 1);
        if let Some((_, called)) = called.filter(|_| !is_measured(&run.amounts[0].unit)) {
            return (vec![vec![called.clone()]], Reach::Inherited);
        }
        if own.is_empty() && serving.is_none() && self.memory.counted_unit == run.amounts[0].unit && n == 1 {
            return (vec![self.memory.counted.clone()], Reach::Inherited);
        }
        if let Some(cue) = serving.filter(|_| own.is_empty()) {
            let words = format!("{}{}数", cue.span.slice(self.view.text), run.amounts[0].printed_unit);
            return (vec![vec![Named { words, span: Some(cue.span) }]; run.amounts.len()], Reach::Phrase);
        }
        self.named(run, own)
    }

    /// 为3万家|企业|减免房租8亿元: the lead without those for whom it was done.
    fn past_served(&self, run: &Run) -> Span {
        let view = self.view;
        let last = self.out.last().filter(|d| d.clause == run.clause.span && !is_measured(&d.amount.unit));
        let thing = last.and_then(|d| d.indicators.last()?.span.filter(|s| s.start == run.lead.start));
        let (Some(last), Some(thing)) = (last, thing.filter(|s| s.end < run.lead.end)) else { return run.lead };
        let words = view.words(Span::new(run.clause.span.start, last.amount.outer.start));
        let to = |w: &crate::segment::Word| {
            w.sort == Sort::Preposition && matches!(w.span.slice(view.text), "为" | "向" | "给" | "帮")
        };
        if words.iter().any(to) { Span::new(thing.end, run.lead.end) } else { run.lead }
    }

    /// 住房和城乡建设厅|1个: who has them, not what is counted.
    fn is_office(&self, run: &Run, own: &Own) -> bool {
        let office = ["厅", "委员会", "健康委", "改革委", "局", "指挥部", "电视台", "管委会", "办公室", "街道办"];
        let ends = own.phrase.as_ref().is_some_and(|p| office.iter().any(|end| p.words.ends_with(end)));
        let alone = !run.tail.slice(self.view.text).starts_with(char::is_alphanumeric);
        ends && alone && matches!(run.amounts[0].unit.as_str(), "个" | "项" | "家" | "件")
    }

    /// 较上届|10.29万人|增长14%: the figure that a change is reckoned from.
    fn is_base(&self, run: &Run) -> bool {
        let lead = run.lead.slice(self.view.text).trim();
        let short = lead.starts_with(['较', '比']) && lead.chars().count() <= 6;
        short
            && self
                .view
                .cues_in(run.tail)
                .first()
                .is_some_and(|c| c.is(Class::Growth) && c.span.start == run.tail.start)
    }

    /// 设立规模3亿元的天使基金: the aspect's thing comes after the amount.
    pub(super) fn aspect_of_next(&self, run: &Run, own: &Own) -> Option<Named> {
        let aspect = own.aspect.as_ref().filter(|_| own.phrase.is_none())?;
        run.tail.slice(self.view.text).strip_prefix('的')?;
        let mut named = self.counted_of(run)?;
        named.words.push_str(aspect);
        Some(named)
    }

    /// 年产值|从创立之初的200万元增长到3.6亿元: the indicator stands before 从.
    fn before_from(&self, run: &Run) -> Option<Own> {
        let view = self.view;
        let from = view.cues_in(run.lead).iter().find(|c| matches!(c.span.slice(view.text), "从" | "由"))?;
        let next = view.amount_from(run.tail.end).filter(|a| a.range.start < run.clause.span.end)?;
        let between = Span::new(run.tail.start, next.outer.start).slice(view.text);
        between.contains(['到', '至', '为']).then_some(())?;
        Some(lead::own(view, Span::new(run.lead.start, from.span.start))).filter(|own| own.phrase.is_some())
    }

    /// 新增烟叶面积8000亩,茶叶面积5000亩 carries on; 新批项目28个、协议外资4.1亿美元 does not.
    fn carries_on(&self, run: &Run) -> bool {
        let measured = is_measured(&run.amounts[0].unit);
        !measured || self.memory.carried_unit == run.amounts[0].unit
    }

    /// Whether the indicator stands between a verb and the amount.
    fn has_thing(&self, run: &Run, from: usize) -> bool {
        let own = lead::own(self.view, Span::new(from, run.lead.end.max(from))).phrase;
        own.is_some_and(|p| p.span.start == from)
    }

    pub(super) fn level_measure(&self, run: &Run) -> (Measure, &'static str) {
        let view = self.view;
        let cues = view.cues_in(run.lead);
        // 增加|水稻种植面积26万亩: what was added, with its thing behind the verb.
        let adds = |c: &Cue| matches!(c.span.slice(view.text), "增加" | "增加了" | "扩增" | "净增");
        let added = cues.first().is_some_and(|c| adds(c) && self.has_thing(run, c.span.end));
        if added || cues.iter().any(|c| c.is(Class::New)) {
            return (Measure::New, "measure/new");
        }
        if cues.iter().any(|c| c.is(Class::Cumulative) || c.span.slice(view.text).starts_with("累计")) {
            return (Measure::Cumulative, "measure/cumulative");
        }
        let front = cues.first().filter(|c| c.span.start == run.lead.start);
        let verb = cues.iter().any(|c| c.is(Class::Light) || c.is(Class::Link))
            || front.is_some_and(|c| c.is(Class::Action) || c.is(Class::Serving) || c.is(Class::Deed));
        let stock = || STOCK.within(run.lead.slice(view.text));
        let stage = || STAGES.contains(&run.lead.slice(view.text).trim()) || cues.iter().any(|c| c.is(Class::To));
        match self.memory.carried {
            // 累计配送电杆2163根、线缆822公里、办结1056件
            Some(Measure::Cumulative) if run.joined && !stock() => (Measure::Cumulative, "measure/carried"),
            Some(measure) if !verb && !stock() && !stage() && self.carries_on(run) => (measure, "measure/carried"),
            _ => (Measure::Total, "measure/total"),
        }
    }
}

/// By what something was made smaller.
static CUT: Words = Words::new(&["调减", "压减", "核减"]);

/// What tells of all there is, whatever was added before.
static STOCK: Words = Words::new(&["年末", "截至", "总数", "总量", "保有", "存量", "期末"]);

/// 岗位 of 4800个岗位, 镇 of 4镇10乡, where the unit holds what is counted.
fn unit_noun(unit: &str) -> Option<Named> {
    let noun = ["个", "名", "位", "家", "支", "张", "户"].iter().find_map(|counter| unit.strip_prefix(counter));
    let noun = noun.filter(|noun| noun.chars().count() > 1).or_else(|| is_own_noun(unit).then_some(unit))?;
    Some(Named { words: noun.to_owned(), span: None })
}

/// Divisions are counted without a counter: 辖4镇10乡25村.
pub(super) fn is_own_noun(unit: &str) -> bool {
    unit == "村" || DIVISIONS.contains(&unit)
}
