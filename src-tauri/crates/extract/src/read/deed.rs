//! Amounts named by what was done: 持续投入超10亿元, 新增并网260万千瓦, 已开工42个, 带动4.7万人就业.

use super::{Reader, Run};
use crate::cue::{Class, Cue};
use crate::draft::{Draft, Named};
use crate::lead::{self, Own};
use crate::name::is_measured;
use crate::phrase::STAGES;
use crate::segment::Sort;
use tidemark_model::Measure;

impl Reader<'_> {
    /// 持续投入超10亿元: the verb names the amount.
    pub(super) fn deed(&self, run: &Run) -> Option<Named> {
        let cue = lead::near_cue(self.view, run.lead, Class::Deed).filter(|_| is_measured(&run.amounts[0].unit))?;
        Some(Named { words: cue.span.slice(self.view.text).to_owned(), span: Some(cue.span) })
    }

    /// 新增|并网|260万千瓦: a verb after 新增 is what was added.
    pub(super) fn just_done(&self, run: &Run) -> Option<Named> {
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

    /// 共计|602户|2010人: households and people side by side, with no name of their own.
    pub(super) fn households(&self, run: &Run) -> Option<Vec<Vec<Named>>> {
        let beside = matches!(run.amounts, [a, b] if a.unit == "户" && b.unit == "人");
        let ends = !run.tail.slice(self.view.text).starts_with(char::is_alphanumeric);
        let named = |words: &str| vec![Named { words: words.to_owned(), span: None }];
        (beside && ends).then(|| vec![named("户数"), named("人口")])
    }

    /// 二期拟投资6000万元
    pub(super) fn investment(&self, run: &Run) -> Option<Named> {
        let lead = run.lead.slice(self.view.text).trim_end();
        let invests =
            ["拟投资", "需投资", "将投资", "再投", "再投资", "将投", "年投"].iter().any(|w| lead.ends_with(w));
        (invests && run.amounts[0].unit.contains('元')).then(|| Named { words: "投资".to_owned(), span: None })
    }

    /// 以7.2亿元|竞得地块: what was paid.
    pub(super) fn price_paid(&self, run: &Run) -> Option<Named> {
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

    /// 新设立经营主体8600户,|注销|3200户; 新开工项目42个,|竣工|29个: done to what was counted before.
    pub(super) fn done_to_topic(&self, run: &Run, own: &Own) -> Option<Named> {
        let lead = run.lead.slice(self.view.text).trim();
        let verb = DONE_FRONT.iter().fold(lead, without_front).trim_end_matches(DONE_BACK);
        let stage = STAGES.contains(&verb);
        if TRADES.contains(&verb) && !run.amounts[0].unit.contains('元') {
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
    pub(super) fn helped_to(&self, run: &Run, own: &Own) -> Option<Named> {
        let helps = ["帮助", "助力", "支持", "促进", "引导", "推动", "帮扶", "组织"];
        let tail = run.tail.slice(self.view.text);
        // 可带动150余人|就近就业
        let near = ["就近", "就地", "稳定", "实现"].iter().find_map(|how| tail.strip_prefix(how)).unwrap_or(tail);
        let works = ["就业", "再就业", "创业"].iter().find(|w| near.starts_with(**w));
        let lead = run.lead.slice(self.view.text).trim_end().trim_end_matches(DONE_BACK);
        let drives = ["带动", "吸纳", "解决", "促进"].iter().find(|w| lead.ends_with(**w));
        if let (Some(works), Some(drives)) = (works, drives) {
            return Some(Named { words: format!("{drives}{works}"), span: own.phrase.as_ref().map(|p| p.span) });
        }
        // 带动|村民家门口就近|就业|700人
        let lead = run.lead.slice(self.view.text);
        let jobs = own.phrase.as_ref().filter(|p| p.words == "就业" && run.amounts[0].unit == "人");
        if let Some((jobs, verb)) = jobs.zip(["带动", "吸纳", "促进"].iter().find(|verb| lead.contains(**verb))) {
            return Some(Named { words: format!("{verb}就业"), span: Some(jobs.span) });
        }
        own.phrase.as_ref().filter(|p| helps.contains(&p.words.as_str()) && run.amounts[0].unit == "人")?;
        let words = self.view.words(run.tail);
        let done = words.iter().find(|w| !w.is(Class::Link))?;
        let short = done.span.slice(self.view.text);
        (matches!(done.sort, Sort::Verb | Sort::Noun) && short.chars().count() > 1)
            .then(|| Named { words: short.to_owned(), span: Some(done.span) })
    }

    /// Whether nothing but verbs that name no amount stands before it: 已|成行, 累计|开行.
    pub(super) fn is_bare_verb(&self, run: &Run, own: &Own) -> bool {
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
    pub(super) fn last_of_unit(&self, run: &Run) -> Option<&Named> {
        let unit = &run.amounts[0].printed_unit;
        let level = |d: &&Draft| {
            matches!(d.measure, Measure::Total | Measure::New | Measure::Cumulative) && d.amount.printed_unit == *unit
        };
        self.out.iter().rev().take(6).find(level).and_then(|d| d.indicators.last())
    }

    /// 带动9300余户: nothing but the verb stands before, so the unit says who is meant: 带动户数.
    pub(super) fn served(&self, run: &Run, own: &Own) -> Option<Vec<Vec<Named>>> {
        if let Some(named) = self.attended(run, own) {
            return Some(named);
        }
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

    /// 累计|出动|340人、60台车, 组团|455人: nothing but the verb, and no noun behind.
    fn attended(&self, run: &Run, own: &Own) -> Option<Vec<Vec<Named>>> {
        let text = self.view.text;
        let words = self.view.words(run.lead);
        let plain = [Class::Link, Class::New, Class::Growth, Class::To, Class::Planned, Class::Cumulative, Class::Base];
        let (last, before) = words.split_last()?;
        let verb = (last.sort == Sort::Verb || last.is(Class::Light)) && last.span.slice(text).chars().count() > 1;
        let beside = before.last().is_some_and(|w| matches!(w.sort, Sort::Noun | Sort::Joint | Sort::And | Sort::Of));
        let ends = !text[run.amounts[0].outer.end..].starts_with(char::is_alphanumeric);
        let people = run.amounts[0].unit == "人" && own.aspect.is_none();
        if !(verb && ends && people) || beside || plain.iter().any(|&class| last.is(class)) {
            return None;
        }
        let phrase = own.phrase.as_ref().filter(|p| p.span.end == last.span.end);
        let done = phrase.map_or(last.span.slice(text), |p| p.words.trim_start_matches("累计"));
        let unit = |unit: &str| if unit == "人" { "人数" } else { "" };
        let named = |unit: &str| vec![Named { words: format!("{done}{unit}"), span: Some(last.span) }];
        (done != "就业").then(|| run.amounts.iter().map(|a| named(unit(&a.unit))).collect())
    }

    /// 安置 of 可安置3万户: what is done for the counted.
    pub(super) fn serving(&self, run: &Run) -> Option<Cue> {
        lead::near_cue(self.view, run.lead, Class::Serving)
    }
}

/// What is done to an area or a length without saying of what.
const BUILT: [&str; 8] = ["改建", "拆除", "扩建", "新建", "加固", "改造", "拆迁", "疏浚"];

/// What is made or sold of the things counted before: 生产整车12.6万辆,销售12.1万辆.
const TRADES: [&str; 7] = ["销售", "生产", "出口", "进口", "销量", "产量", "供应"];

/// What may stand before a stage and after it.
const DONE_FRONT: [&str; 11] = ["已完成", "完成", "其中", "，", "目前", "现", "已", "累计", "当年", "共", "实现"];

/// As [`str::trim_start_matches`], which makes ready for longer texts than these.
fn without_front<'t>(words: &'t str, front: &&str) -> &'t str {
    std::iter::successors(Some(words), |rest| rest.strip_prefix(*front)).last().unwrap_or(words)
}

const DONE_BACK: [char; 3] = ['了', '达', '约'];

/// 房屋建筑 of 房屋建筑施工面积.
fn building(area: &str) -> &str {
    let rest = area.trim_end_matches("面积");
    ["施工", "竣工", "新开工", "建设", "销售"].iter().find_map(|w| rest.strip_suffix(w)).unwrap_or(rest)
}
