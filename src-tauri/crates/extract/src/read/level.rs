//! Levels, new and cumulative counts, absolute differences: 新增企业101家, 比上年末增加353人, 从6万辆提高到15万辆.
//!
//! What is counted after an amount is [`super::counted`]'s; rates are [`super::rate`]'s.

use super::{Found, Reader, Run, is_measured};
use crate::cue::{Class, Cue};
use crate::draft::{Draft, Named, Reach};
use crate::lead::{self, Own};
use crate::phrase;
use crate::segment::Sort;
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

    /// 调减|玉米种植面积77万亩: by how much it was cut, with its thing behind the verb.
    fn read_cut(&mut self, run: &Run) -> Option<Found> {
        let cut = ["调减", "压减", "核减"]
            .iter()
            .find_map(|w| run.lead.slice(self.view.text).find(w).map(|at| at + w.len()))?;
        let from = run.lead.start + cut;
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
        if let Some(named) = self.dimension(run) {
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
        let own = self.before_from(run).unwrap_or_else(|| lead::own(self.view, run.lead));
        let own = if self.is_base(run) { Own::default() } else { own };
        let own = if self.is_office(run, &own) { Own::default() } else { own };
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
        let after = DIMENSIONS.iter().find(|(short, _)| {
            length && tail.strip_prefix('多').unwrap_or(tail).strip_prefix(short).is_some_and(|t| t.starts_with('的'))
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
        let alone = lead.chars().count() <= 2 || tail.starts_with(|c| words.starts_with(c));
        alone.then(|| Named { words: (*words).to_owned(), span: None })
    }

    /// 16米|高的观鸟台, 45米|宽第一跑道: the thing stands after its dimension.
    fn dimension_of(&self, run: &Run, short: &str, words: &str) -> Option<Named> {
        let rest = run.tail.slice(self.view.text);
        let rest = rest.strip_prefix('多').unwrap_or(rest).strip_prefix(short)?;
        let from = run.tail.end - rest.strip_prefix('的').unwrap_or(rest).len();
        let found = phrase::after(self.view.text, &self.view.words(Span::new(from, run.tail.end)))?;
        Some(Named { words: format!("{}{words}", found.words), span: Some(found.span) })
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

    /// 过江隧道|长约11公里; 北接线、南接线分别|长15.7公里、12.2公里
    fn lengths(&self, run: &Run) -> Option<Vec<Vec<Named>>> {
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

    fn shared_dimension(&self, run: &Run) -> Option<Named> {
        let (view, tail) = (self.view, run.tail.slice(self.view.text).trim_end());
        let (_, long) = DIMENSIONS
            .iter()
            .find(|(short, _)| tail.strip_prefix(short).is_some_and(|r| matches!(r, "、" | "，" | "")))?;
        let next = view.amount_from(run.tail.end).filter(|a| a.unit == "米" && a.outer.start == run.tail.end)?;
        let rest = Span::new(next.outer.end, run.clause.span.end);
        let short = DIMENSIONS.iter().find(|(short, _)| rest.slice(view.text).starts_with(short))?.0;
        let from = rest.start + short.len();
        let of = view.text[from..].starts_with('的').then(|| from + '的'.len_utf8())?;
        let found = phrase::after(view.text, &view.words(Span::new(of, rest.end)))?;
        Some(Named { words: format!("{}{long}", found.words), span: Some(found.span) })
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

    /// 新增|并网|260万千瓦: a verb after 新增 is what was added.
    fn just_done(&self, run: &Run) -> Option<Named> {
        let words = self.view.words(run.lead);
        let (last, before) = words.split_last()?;
        let added = before.last().is_some_and(|w| w.is(Class::New));
        let verb = last.span.slice(self.view.text);
        let plain = last.is(Class::Light) && verb.chars().count() > 1 && !STAGES.contains(&verb);
        // 工程改建9.37万平方米
        let built = BUILT.contains(&verb) && matches!(run.amounts[0].unit.as_str(), "平方米" | "亩" | "米");
        let named = |words: String| Some(Named { words, span: Some(last.span) });
        match is_measured(&run.amounts[0].unit) {
            true if added && plain => named(format!("新增{verb}")),
            true if built && self.memory.topic.iter().all(|t| BUILT.contains(&t.words.as_str())) => {
                named(verb.to_owned())
            }
            _ => None,
        }
    }

    /// 二期拟投资6000万元
    fn investment(&self, run: &Run) -> Option<Named> {
        let lead = run.lead.slice(self.view.text).trim_end();
        let invests = ["拟投资", "需投资", "将投资", "再投", "再投资"].iter().any(|w| lead.ends_with(w));
        (invests && run.amounts[0].unit.contains('元')).then(|| Named { words: "投资".to_owned(), span: None })
    }

    /// 以7.2亿元|竞得地块: what was paid.
    fn price_paid(&self, run: &Run) -> Option<Named> {
        let by = run.lead.slice(self.view.text).trim_end().trim_end_matches("总价").ends_with('以');
        let tail = run.tail.slice(self.view.text);
        let paid = ["竞得", "摘得", "拍得", "拿下", "成交", "摘牌", "竞拍", "斩获"].iter().any(|w| tail.starts_with(w));
        let named = |words: &str| Some(Named { words: words.to_owned(), span: None });
        match run.amounts[0].unit.contains('元') && by {
            true if paid => named("成交价"),
            true if tail.starts_with("中标") => named("中标价"),
            _ => None,
        }
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

    /// 新设立经营主体8600户,|注销|3200户; 新开工项目42个,|竣工|29个: done to what was counted before.
    fn done_to_topic(&self, run: &Run, own: &Own) -> Option<Named> {
        let lead = run.lead.slice(self.view.text).trim();
        let verb =
            DONE_FRONT.iter().fold(lead, |rest, front| rest.trim_start_matches(front)).trim_end_matches(DONE_BACK);
        let stage = STAGES.contains(&verb);
        if TRADES.contains(&verb) && !is_measured(&run.amounts[0].unit) {
            let topic = self.last_of_unit(run)?;
            let thing = TRADES.iter().fold(topic.words.as_str(), |rest, verb| rest.trim_end_matches(verb));
            return Some(Named { words: format!("{thing}{verb}"), span: topic.span }).filter(|_| !thing.is_empty());
        }
        if own.aspect.is_some() || !(stage || self.is_bare_verb(run, own)) {
            return None;
        }
        let span = own.phrase.as_ref().map(|p| p.span);
        if is_measured(&run.amounts[0].unit) {
            let topic = self.memory.topic.last().filter(|t| stage && t.words.ends_with("面积"))?;
            return Some(Named { words: format!("{}{verb}面积", building(&topic.words)), span: topic.span });
        }
        // 实施老旧小区改造工程,开工25个
        let said = self.memory.said.as_ref().filter(|(at, _)| stage && run.index == at + 1).map(|(_, named)| named);
        if let Some(said) = said {
            return Some(Named { words: format!("{verb}{}", said.words), span: said.span });
        }
        let same = self.last_of_unit(run);
        if !stage {
            return same.cloned();
        }
        let topic = same.or_else(|| self.memory.counted.last().filter(|_| run.index > 0))?;
        let rest = STAGES.iter().fold(topic.words.as_str(), |rest, stage| rest.strip_prefix(stage).unwrap_or(rest));
        let rest = rest.strip_prefix("规划").unwrap_or(rest);
        let rest = rest.strip_suffix("规模").filter(|r| rest.len() < topic.words.len() && r.len() > 3).unwrap_or(rest);
        Some(Named { words: format!("{verb}{rest}"), span: span.or(topic.span) })
    }

    /// 帮助1.9万人|实现就业: what those helped came to.
    fn helped_to(&self, run: &Run, own: &Own) -> Option<Named> {
        let helps = ["帮助", "助力", "支持", "促进", "引导", "推动", "帮扶", "组织"];
        let tail = run.tail.slice(self.view.text);
        let works = ["就业", "再就业", "创业"].iter().find(|w| tail.starts_with(**w));
        let drives = ["带动", "吸纳", "解决", "促进"]
            .iter()
            .find(|w| own.phrase.as_ref().is_some_and(|p| p.words.ends_with(**w)));
        if let (Some(works), Some(drives)) = (works, drives) {
            return Some(Named { words: format!("{drives}{works}"), span: own.phrase.as_ref().map(|p| p.span) });
        }
        own.phrase.as_ref().filter(|p| helps.contains(&p.words.as_str()) && run.amounts[0].unit == "人")?;
        let words = self.view.words(run.tail);
        let done = words.iter().find(|w| !w.is(Class::Link))?;
        let short = done.span.slice(self.view.text);
        (matches!(done.sort, Sort::Verb | Sort::Noun) && short.chars().count() > 1)
            .then(|| Named { words: short.to_owned(), span: Some(done.span) })
    }

    /// Whether nothing but verbs that name no amount stands before it: 已|成行, 累计|开行.
    fn is_bare_verb(&self, run: &Run, own: &Own) -> bool {
        let Some(phrase) = own.phrase.as_ref() else { return false };
        let (view, cues) = (self.view, &self.view.lexicon.cues);
        let naming = |word: &str| {
            [Class::Deed, Class::Action, Class::Head, Class::Serving, Class::Counted].iter().any(|&c| cues.is(word, c))
        };
        let words = view.words(run.lead);
        let inside = || words.iter().filter(|w| phrase.span.contains(w.span));
        view.lexicon.catalogue.find(&phrase.words).is_none()
            && inside().count() > 0
            && inside().all(|w| w.sort == Sort::Verb && !naming(w.span.slice(view.text)))
    }

    /// What the last level with the same unit is of.
    fn last_of_unit(&self, run: &Run) -> Option<&Named> {
        let unit = &run.amounts[0].printed_unit;
        let level = |d: &&Draft| {
            matches!(d.measure, Measure::Total | Measure::New | Measure::Cumulative) && d.amount.printed_unit == *unit
        };
        self.out.iter().rev().take(6).find(level).and_then(|d| d.indicators.last())
    }

    /// 带动9300余户: nothing but the verb stands before, so the unit says who is meant: 带动户数.
    fn served(&self, run: &Run, own: &Own) -> Option<Vec<Vec<Named>>> {
        let phrase = own.phrase.as_ref().filter(|_| own.aspect.is_none())?;
        let unit = |unit: &str| match unit {
            "户" => Some("户数"),
            "人" => Some("人数"),
            _ => None,
        };
        let named = |unit: &str| vec![Named { words: format!("{}{unit}", phrase.words), span: Some(phrase.span) }];
        let units: Option<Vec<&str>> = run.amounts.iter().map(|a| unit(&a.unit)).collect();
        let verb = self.view.lexicon.cues.is(&phrase.words, Class::Serving);
        units.filter(|_| verb).map(|units| units.into_iter().map(named).collect())
    }

    /// 安置 of 可安置3万户: what is done for the counted.
    pub(super) fn serving(&self, run: &Run) -> Option<Cue> {
        lead::near_cue(self.view, run.lead, Class::Serving)
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
        let stock = ["年末", "截至", "总数", "总量", "保有", "存量", "期末"]
            .iter()
            .any(|w| run.lead.slice(view.text).contains(w));
        let stage = STAGES.contains(&run.lead.slice(view.text).trim()) || cues.iter().any(|c| c.is(Class::To));
        match self.memory.carried {
            Some(measure) if !verb && !stock && !stage && self.carries_on(run) => (measure, "measure/carried"),
            _ => (Measure::Total, "measure/total"),
        }
    }
}

/// What is done to an area or a length without saying of what.
const BUILT: [&str; 8] = ["改建", "拆除", "扩建", "新建", "加固", "改造", "拆迁", "疏浚"];
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

/// 岗位 of 4800个岗位, where the unit holds what is counted.
fn unit_noun(unit: &str) -> Option<Named> {
    let noun = ["个", "名", "位", "家", "支"].iter().find_map(|counter| unit.strip_prefix(counter))?;
    (noun.chars().count() > 1).then(|| Named { words: noun.to_owned(), span: None })
}

/// What is made or sold of the things counted before: 生产整车12.6万辆,销售12.1万辆.
const TRADES: [&str; 6] = ["销售", "生产", "出口", "进口", "销量", "产量"];

/// Stages a thing passes through; before a bare count they say which of the things named before are counted.
const STAGES: [&str; 28] = [
    "新开工",
    "开工建设",
    "开工",
    "竣工投产",
    "竣工",
    "建成投产",
    "建成投用",
    "建成",
    "投产",
    "达产",
    "投用",
    "投运",
    "在建",
    "续建",
    "完工",
    "签约",
    "落地",
    "入库",
    "注销",
    "吊销",
    "退出",
    "出列",
    "摘牌",
    "通车",
    "交付",
    "注册",
    "备案",
    "供地",
];
/// What may stand before a stage and after it.
const DONE_FRONT: [&str; 11] = ["已完成", "完成", "其中", "，", "目前", "现", "已", "累计", "当年", "共", "实现"];
const DONE_BACK: [char; 3] = ['了', '达', '约'];

/// 房屋建筑 of 房屋建筑施工面积.
fn building(area: &str) -> &str {
    let rest = area.trim_end_matches("面积");
    ["施工", "竣工", "新开工", "建设", "销售"].iter().find_map(|w| rest.strip_suffix(w)).unwrap_or(rest)
}
