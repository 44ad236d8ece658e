//! Which indicator a run of amounts is of: its own phrase, dealt out by 分别, completed or inherited.

use super::members::{TRADED, made_and_sold, town_and_country, two_sectors};
use super::{Reader, Run};
use crate::cue::Class;
use crate::draft::{Named, Reach};
use crate::lead::Own;
use crate::name::{self, is_measured};
use crate::phrase::Phrase;
use crate::quantity::AmountKind;
use tidemark_model::{Decimal, Span};

impl Reader<'_> {
    /// The indicators of a run: its own phrase, dealt out if it is a list of as many; else inherited.
    pub(super) fn named(&mut self, run: &Run, own: Own) -> (Vec<Vec<Named>>, Reach) {
        let n = run.amounts.len();
        let own = self.fitting(run, own);
        let Some(phrase) = own.phrase else {
            if let Some(named) = self.of_industry(run).filter(|_| own.aspect.is_none() && n == 1) {
                return (vec![vec![named]], Reach::Inherited);
            }
            if n > 1
                && own.aspects.len() == n
                && let [topic] = &self.memory.topic[..]
            {
                let named = |a: &String| vec![Named { words: format!("{}{a}", topic.words), span: topic.span }];
                return (own.aspects.iter().map(named).collect(), Reach::Dealt);
            }
            // 基金110只,总规模1200亿元
            let sized = own.aspect.as_deref().filter(|a| matches!(*a, "总规模" | "规模" | "金额"));
            let money = run.amounts[0].unit.contains('元') && self.memory.topic == self.memory.counted;
            if let (Some(aspect), [topic]) = (sized.filter(|_| money), &self.memory.topic[..]) {
                let named = Named { words: format!("{}{aspect}", topic.words), span: topic.span };
                return (vec![vec![named]; n], Reach::Inherited);
            }
            if let (Some(aspect), true) = (&own.aspect, self.memory.topic.is_empty()) {
                let named = Named { words: aspect.clone(), span: None };
                return (vec![vec![named]; n], Reach::Phrase);
            }
            if let Some((seen, _)) = self.memory.seen.view.get().filter(|_| self.lacks_measure(run)) {
                return (vec![vec![seen.clone()]; n], Reach::Inherited);
            }
            return self.inherited(run);
        };
        let span = Some(phrase.span);
        if n == 3 && (THREE_SECTORS.iter().any(|w| phrase.words.starts_with(w)) || phrase.words.contains("、三产业"))
        {
            let head = if phrase.words.contains("投资") { "投资" } else { "增加值" };
            let sector = |name: &&str| vec![Named { words: format!("{name}{head}"), span }];
            return (SECTORS.iter().map(sector).collect(), Reach::Dealt);
        }
        if let Some(parts) = town_and_country(&phrase.words, n) {
            let dealt: Vec<Vec<Named>> = parts.into_iter().map(|words| vec![Named { words, span }]).collect();
            return (dealt, Reach::Dealt);
        }
        if let Some(parts) = made_and_sold(&phrase.words, n) {
            let dealt: Vec<Vec<Named>> = parts.into_iter().map(|words| vec![Named { words, span }]).collect();
            return (dealt, Reach::Dealt);
        }
        if let Some(parts) = two_sectors(&phrase.words, n) {
            let aspect = own.aspect.as_deref().unwrap_or_default();
            let sector = |words: String| vec![Named { words: words + aspect, span }];
            return (parts.into_iter().map(sector).collect(), Reach::Dealt);
        }
        if let Some(dealt) =
            self.dealt_before(run, &phrase.words, phrase.span).filter(|_| n > 1 && phrase.items.len() == 1)
        {
            return (dealt, Reach::Dealt);
        }
        for list in [&phrase.items, &phrase.commas, &industries(&phrase.commas)] {
            if n > 1 && list.len() == n {
                return (self.deal(list, span), Reach::Dealt);
            }
        }
        let dealt = self.view.last_cue(run.lead, Class::Respectively).is_some();
        let completes = dealt || self.view.lexicon.cues.head_of(&phrase.words).is_some();
        if n > 1 && completes && self.memory.items.len() == n && !self.names_another(&phrase.words) {
            let from = self.memory.items.len() - n;
            let joined: Vec<String> =
                self.memory.items[from..].iter().map(|i| self.with_head(&i.words, &phrase.words)).collect();
            return (self.deal(&joined, span), Reach::Dealt);
        }
        // …等指标居全国第一
        let lead = run.lead.slice(self.view.text);
        let all = lead.contains("等指标") && self.memory.items.len() > 1;
        if let Some(all) = all.then(|| self.memory.items.clone()).or_else(|| self.stands_for_all(run, &phrase.words)) {
            return (vec![all; n], Reach::Dealt);
        }
        let words = self.traded(phrase.words, phrase.span);
        let words = self.contributed(run, words, phrase.span);
        let words = self.with_deed(run, words, phrase.span);
        let words = self.completed(run, words, own.aspect.as_deref());
        let reach = self.reach_of(&words, Reach::Phrase);
        (vec![vec![Named { words, span }]; n], reach)
    }

    /// The words before an amount, if the amount can be of them; lists are dealt out before they are asked.
    pub(super) fn fitting(&self, run: &Run, own: Own) -> Own {
        let one = run.amounts.len() == 1;
        let fits = |phrase: &Phrase| !one || name::fits(&phrase.words, &run.amounts[0], &self.view.lexicon.cues);
        Own { phrase: own.phrase.filter(fits), ..own }
    }

    /// 出口|机电产品: the trade before what is traded belongs to the name.
    fn traded(&self, words: String, span: Span) -> String {
        let before = &self.view.text[..span.start];
        let trade = ["出口", "进口"].iter().find(|trade| before.ends_with(**trade) && !before.ends_with("进出口"));
        match trade.filter(|_| !words.contains("出口") && !words.contains("进口")) {
            // 监管|进口|水果: what is done to what was traded.
            Some(trade) if HANDLED.iter().any(|verb| before.trim_end_matches(*trade).ends_with(verb)) => {
                format!("{trade}{words}")
            }
            Some(trade) if self.view.lexicon.cues.head_of(&words).is_none() => format!("{words}{trade}"),
            _ => words,
        }
    }

    /// 拆迁|房屋11.2万平方米, 流转|土地1.2万亩: a short thing says too little without what was done to it.
    fn with_deed(&self, run: &Run, words: String, span: Span) -> String {
        const DEEDS: [&str; 20] = [
            "拆迁", "拆除", "征收", "征迁", "流转", "减免", "整合", "平整", "收储", "盘活", "腾退", "清运", "疏浚",
            "硬化", "调减", "节约", "减少", "复垦", "绿化", "开垦",
        ];
        let before = self.view.text[..span.start].trim_end_matches(['了', '各', '级', '类']);
        // 完成投资43亿元, 计划投资9亿元
        if words == "投资"
            && let Some(verb) = ["完成", "计划"].iter().find(|verb| before.ends_with(**verb))
        {
            return format!("{verb}{words}");
        }
        // 提供税收3200万元
        let given = ["提供", "贡献", "创造", "上缴", "缴纳"].iter().find_map(|verb| words.strip_prefix(verb));
        if let Some(thing) =
            given.filter(|t| run.amounts[0].unit.contains('元') && self.view.lexicon.cues.head_of(t).is_some())
        {
            return thing.to_owned();
        }
        // 在海外市场累计|销售
        let there = before.trim_end_matches("累计").trim_end_matches(['共', '已']);
        if let Some(at) = there.rfind('在').filter(|_| TRADED.contains(&words.as_str()) && there.ends_with("市场")) {
            let market = &there[at + '在'.len_utf8()..];
            if market.chars().count() <= 8 && market.chars().all(char::is_alphabetic) {
                return format!("{market}{words}");
            }
        }
        let deed = DEEDS.iter().find(|deed| before.ends_with(**deed));
        let short = words.chars().count() <= 2 && is_measured(&run.amounts[0].unit);
        match deed.filter(|_| short && self.view.lexicon.catalogue.find(&words).is_none()) {
            Some(deed) => format!("{deed}{words}"),
            None => words,
        }
    }

    /// 装备制造业作用突出,|比上年增长8.9%: the industry grows in what was measured before.
    fn of_industry(&self, run: &Run) -> Option<Named> {
        let (at, _) = self.memory.said.as_ref()?;
        let about = self.memory.about.as_ref().filter(|_| at + 1 == run.index && run.amounts[0].unit == "%")?;
        let recent = self.out.iter().rev().take(8).filter_map(|d| d.indicators.last());
        let head = recent.filter_map(|n| MEASURED.iter().find(|head| n.words.ends_with(**head))).next()?;
        Some(Named { words: self.with_head(&about.words, head), span: about.span })
    }

    /// 投资|对经济增长的贡献率: whose contribution it is stands before 对.
    fn contributed(&self, run: &Run, words: String, span: Span) -> String {
        let lead = Span::new(run.lead.start, span.start.max(run.lead.start));
        let to = lead.slice(self.view.text).rfind('对').filter(|_| words.ends_with("贡献率"));
        let by = to.and_then(|at| crate::lead::own(self.view, Span::new(lead.start, lead.start + at)).phrase);
        let some = |words: &str| ["大产业", "大行业", "大领域"].iter().any(|w| words.contains(w));
        match (by.filter(|by| by.items.len() == 1 && !some(&by.words)), to) {
            (Some(by), _) => format!("{}贡献率", by.words),
            // 某产业增加值增长44%,对经济增长贡献率达84%
            (None, Some(_)) if run.index > 0 && self.memory.last_clause.is_some() && self.memory.topic.len() == 1 => {
                format!("{}贡献率", self.memory.topic[0].words)
            }
            (None, Some(at)) => self.view.text[lead.start + at..span.end].to_owned(),
            (None, None) => words,
        }
    }

    /// 广东以28498亿元居首 after 从GDP来看,有11个省份…: what was said before is counted, this is measured.
    fn lacks_measure(&self, run: &Run) -> bool {
        let counted = !self.memory.counted_unit.is_empty() && self.memory.topic == self.memory.counted;
        let counted = counted || self.memory.topic.is_empty();
        counted && (is_measured(&run.amounts[0].unit) || run.amounts[0].kind == AmountKind::Rank)
    }

    /// What was said before that the amount can be of.
    pub(super) fn inherited(&self, run: &Run) -> (Vec<Vec<Named>>, Reach) {
        let n = run.amounts.len();
        let items = &self.memory.items;
        if n > 1 && items.len() >= n {
            return (items[items.len() - n..].iter().map(|i| vec![i.clone()]).collect(), Reach::Dealt);
        }
        let amount = &run.amounts[0];
        let fit = |named: &Named| name::fits(&named.words, amount, &self.view.lexicon.cues);
        let before = || self.out.iter().rev().take(RECALLED).map(|d| &d.indicators).find(|all| all.iter().all(fit));
        let economy = || match self.is_of_economy(run) {
            true => self.memory.seen.economy.get().into_iter().cloned().collect(),
            false => Vec::new(),
        };
        let topic = &self.memory.topic;
        let topic = match topic.iter().all(fit) && !topic.is_empty() && !self.is_step(run) {
            true => topic.clone(),
            false if topic.is_empty() => economy(),
            false => before().filter(|_| !self.is_step(run)).cloned().unwrap_or_else(economy),
        };
        let reach = if topic.is_empty() { Reach::Nothing } else { Reach::Inherited };
        (vec![topic; n], reach)
    }

    /// 居全省第六位, 增长8.1% and 突破4万亿元 with no name before them: a text about places means their product.
    fn is_of_economy(&self, run: &Run) -> bool {
        let amount = &run.amounts[0];
        match amount.kind {
            AmountKind::Rank => true,
            AmountKind::Percent | AmountKind::Points => self.view.last_cue(run.lead, Class::Growth).is_some(),
            AmountKind::Quantity => {
                amount.unit == "元" && (amount.value >= Decimal::from(1_000_000_000_000_i64) || self.is_step(run))
            }
            _ => false,
        }
    }

    /// 安徽跨越|2万亿元|台阶: of what the sentence is, if it has named nothing yet, and no part or average of it.
    fn is_step(&self, run: &Run) -> bool {
        let tail = run.tail.slice(self.view.text);
        let step = ["台阶", "大关", "门槛", "俱乐部"].iter().any(|w| tail.starts_with(w));
        let said = self.memory.topic.iter().any(|n| n.span.is_some_and(|s| s.start >= run.sentence.span.start));
        step && !said && run.amounts[0].unit == "元" && self.memory.seen.economy.get().is_some()
    }

    pub(super) fn reach_of(&self, words: &str, otherwise: Reach) -> Reach {
        if self.view.lexicon.catalogue.find(words).is_some() { Reach::Lexicon } else { otherwise }
    }
}

/// How many figures back a name is looked for when the last one cannot be meant.
const RECALLED: usize = 12;

/// 信息传输、软件和信息技术服务业 of 交通运输业、信息传输、软件和信息技术服务业: names of industries hold commas themselves.
fn industries(commas: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for part in commas {
        match out.last_mut().filter(|_| open) {
            Some(last) => *last = format!("{last}、{part}"),
            None => out.push(part.clone()),
        }
        open = !part.contains('业');
    }
    out
}

/// What customs and buyers do to goods.
const HANDLED: [&str; 7] = ["监管", "查验", "检验", "检疫", "放行", "采购", "销售"];

/// What industries are measured in.
const MEASURED: [&str; 8] = ["增加值", "总产值", "产值", "投资", "营业收入", "利润总额", "利润", "用电量"];

/// 三次产业结构比例调整为8.7:48.5:42.8 deals out to the three sectors.
const THREE_SECTORS: [&str; 3] = ["三次产业", "三产", "一二三产业"];
const SECTORS: [&str; 3] = ["第一产业", "第二产业", "第三产业"];
