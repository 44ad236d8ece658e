//! Levels, new and cumulative counts, absolute differences: 新增企业101家, 比上年末增加353人, 从6万辆提高到15万辆.
//!
//! What is counted after an amount is [`super::counted`]'s; rates are [`super::rate`]'s.

use super::{Found, Reader, Run, is_measured};
use crate::cue::{Class, Cue};
use crate::draft::{Named, Reach};
use crate::lead::{self, Own};
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
        if let Some(found) = self.read_above(run) {
            return Some(found);
        }
        if self.opens_class(run) {
            return None;
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
        let nouns = !words.is_empty() && words.len() <= 2 && words.iter().all(|w| w.is(Class::Counted));
        let next = self.view.amount_from(run.tail.end).filter(|a| a.outer.start == run.tail.end);
        let counts = next.is_some_and(|a| !is_measured(&a.unit) && a.range.start < run.clause.span.end);
        if !nouns || !counts || !run.amounts[0].unit.contains('元') {
            return false;
        }
        let own = lead::own(self.view, run.lead).phrase.map_or(run.amounts[0].outer.start, |p| p.span.start);
        self.memory.class = Some(own);
        true
    }

    /// 增速, 增幅: names of rates, no verbs.
    pub(super) fn is_noun_cue(&self, cue: Cue) -> bool {
        matches!(cue.span.slice(self.view.text), "增速" | "增幅" | "增长速度" | "增长率" | "降幅" | "涨幅" | "跌幅")
    }

    pub(super) fn read_change(&mut self, run: &Run, cue: Cue) -> Option<Found> {
        let before = Span::new(run.lead.start, cue.span.start);
        let own = lead::own(self.view, before);
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
        let indicators = run.amounts.iter().map(|_| last.indicators.clone()).collect();
        Some(Found::new((indicators, last.reach), measure, "measure/second-end").of_whole(whole))
    }

    pub(super) fn level_indicators(&mut self, run: &Run) -> (Vec<Vec<Named>>, Reach) {
        let n = run.amounts.len();
        if let Some(named) = self.dimension(run) {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(start) = self.memory.class.take() {
            let words = Span::new(start, run.lead.end).slice(self.view.text).trim().to_owned();
            return (vec![vec![Named { words, span: Some(Span::new(start, run.lead.end)) }]; n], Reach::Phrase);
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
        let own = self.before_from(run).unwrap_or_else(|| lead::own(self.view, run.lead));
        if let Some(named) = self.aspect_of_next(run, &own) {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(named) = own.is_empty().then(|| self.deed(run)).flatten() {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(named) = self.done_to_topic(run, &own) {
            return (vec![vec![named]; n], Reach::Inherited);
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

    /// 高7米, 2米宽: a dimension named by one character.
    pub(super) fn dimension(&self, run: &Run) -> Option<Named> {
        let length = matches!(run.amounts[0].unit.as_str(), "米" | "吨");
        let lead = run.lead.slice(self.view.text).trim();
        let tail = run.tail.slice(self.view.text);
        let fits = |short: &str| {
            lead.ends_with(short)
                || (tail.starts_with(short) && !lead.ends_with(|c: char| c.is_alphanumeric() && c != '个'))
        };
        let (_, words) = DIMENSIONS.iter().find(|(short, _)| length && fits(short))?;
        let alone = lead.chars().count() <= 2 || tail.starts_with(|c| words.starts_with(c));
        alone.then(|| Named { words: (*words).to_owned(), span: None })
    }

    /// 设立规模3亿元的天使基金: the aspect's thing comes after the amount.
    pub(super) fn aspect_of_next(&self, run: &Run, own: &Own) -> Option<Named> {
        let aspect = own.aspect.as_ref().filter(|_| own.phrase.is_none())?;
        run.tail.slice(self.view.text).strip_prefix('的')?;
        let mut named = self.counted_of(run)?;
        named.words.push_str(aspect);
        Some(named)
    }

    /// 持续投入超10亿元: the verb names the amount.
    pub(super) fn deed(&self, run: &Run) -> Option<Named> {
        let cue = lead::near_cue(self.view, run.lead, Class::Deed).filter(|_| is_measured(&run.amounts[0].unit))?;
        Some(Named { words: cue.span.slice(self.view.text).to_owned(), span: Some(cue.span) })
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

    /// 新设立经营主体8600户,|注销|3200户: done to what was counted before.
    fn done_to_topic(&self, run: &Run, own: &Own) -> Option<Named> {
        let verb = own.phrase.as_ref().filter(|_| own.aspect.is_none() && self.is_verbal(run))?;
        let same = self.memory.counted_unit == run.amounts[0].unit;
        let topic = self.memory.counted.last().filter(|_| same && run.index > 0)?;
        let known = self.view.lexicon.catalogue.find(&verb.words).is_some();
        (!known && verb.words.chars().count() == 2)
            .then(|| Named { words: format!("{}{}", verb.words, topic.words), span: Some(verb.span) })
    }

    /// 安置 of 可安置3万户: what is done for the counted.
    pub(super) fn serving(&self, run: &Run) -> Option<Cue> {
        lead::near_cue(self.view, run.lead, Class::Serving)
    }

    pub(super) fn level_measure(&self, run: &Run) -> (Measure, &'static str) {
        let view = self.view;
        let cues = view.cues_in(run.lead);
        if cues.iter().any(|c| c.is(Class::New)) {
            return (Measure::New, "measure/new");
        }
        if cues.iter().any(|c| c.is(Class::Cumulative) || c.span.slice(view.text).starts_with("累计")) {
            return (Measure::Cumulative, "measure/cumulative");
        }
        let front = cues.first().filter(|c| c.span.start == run.lead.start);
        let verb = cues.iter().any(|c| c.is(Class::Light) || c.is(Class::Link))
            || front.is_some_and(|c| c.is(Class::Action) || c.is(Class::Serving) || c.is(Class::Deed));
        match self.memory.carried {
            Some(measure) if !verb && (run.joined || !is_measured(&run.amounts[0].unit)) => {
                (measure, "measure/carried")
            }
            _ => (Measure::Total, "measure/total"),
        }
    }
}

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
