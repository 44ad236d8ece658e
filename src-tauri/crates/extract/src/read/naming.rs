//! Which indicator a run of amounts is of: its own phrase, dealt out by 分别, completed or inherited.

use super::{Reader, Run};
use crate::cue::Class;
use crate::draft::{Named, Reach};
use crate::lead::Own;
use crate::quantity::AmountKind;
use tidemark_model::Span;

impl Reader<'_> {
    /// The indicators of a run: its own phrase, dealt out if it is a list of as many; else inherited.
    pub(super) fn named(&mut self, run: &Run, own: Own) -> (Vec<Vec<Named>>, Reach) {
        let n = run.amounts.len();
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
            if let Some((seen, _)) = self.memory.view.as_ref().filter(|_| self.lacks_measure(run)) {
                return (vec![vec![seen.clone()]; n], Reach::Inherited);
            }
            return self.inherited(n);
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
        for list in [&phrase.items, &phrase.commas] {
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

    /// 三项指标增幅均高于…: what stands for the figures said before it.
    fn stands_for_all(&self, run: &Run, words: &str) -> Option<Vec<Named>> {
        let list = ["指标", "数据"].iter().find_map(|w| words.find(w).map(|at| &words[..at]))?;
        let lead = Span::new(run.clause.span.start, run.lead.end).slice(self.view.text);
        let counts = [("两项", 2), ("三项", 3), ("四项", 4), ("五项", 5), ("两个", 2), ("三个", 3), ("四个", 4)];
        let n = counts.iter().find_map(|(word, n)| lead.contains(word).then_some(*n))?;
        let items = &self.memory.items;
        let from = items.len().checked_sub(n).filter(|_| list.chars().count() <= 6)?;
        Some(items[from..].to_vec())
    }

    /// 出口|机电产品: the trade before what is traded belongs to the name.
    fn traded(&self, words: String, span: Span) -> String {
        let before = &self.view.text[..span.start];
        let trade = ["出口", "进口"].iter().find(|trade| before.ends_with(**trade) && !before.ends_with("进出口"));
        match trade.filter(|_| !words.contains("出口") && !words.contains("进口")) {
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
        let deed = DEEDS.iter().find(|deed| before.ends_with(**deed));
        let short = words.chars().count() <= 2 && super::is_measured(&run.amounts[0].unit);
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

    /// 集成电路、笔记本电脑分别|出口|1493亿元、1109亿元: the members stand before 分别, what is measured behind it.
    fn dealt_before(&self, run: &Run, words: &str, span: Span) -> Option<Vec<Vec<Named>>> {
        let cue = self.view.last_cue(run.lead, Class::Respectively).filter(|c| c.span.end <= span.start)?;
        let list = crate::lead::own(self.view, Span::new(run.lead.start, cue.span.start)).phrase?;
        let items = [&list.items, &list.commas].into_iter().find(|items| items.len() == run.amounts.len())?;
        let named = |item: &String| vec![Named { words: format!("{item}{words}"), span: Some(list.span) }];
        Some(items.iter().map(named).collect())
    }

    /// 投资|对经济增长的贡献率: whose contribution it is stands before 对.
    fn contributed(&self, run: &Run, words: String, span: Span) -> String {
        let lead = Span::new(run.lead.start, span.start.max(run.lead.start));
        let to = lead.slice(self.view.text).rfind('对').filter(|_| words.ends_with("贡献率"));
        let by = to.and_then(|at| crate::lead::own(self.view, Span::new(lead.start, lead.start + at)).phrase);
        let some = |words: &str| ["大产业", "大行业", "大领域"].iter().any(|w| words.contains(w));
        match (by.filter(|by| by.items.len() == 1 && !some(&by.words)), to) {
            (Some(by), _) => format!("{}贡献率", by.words),
            (None, Some(at)) => self.view.text[lead.start + at..span.end].to_owned(),
            (None, None) => words,
        }
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
        let shared = shared_head(first, last).or_else(|| self.known_head(first, last)).or_else(|| traded(first, last));
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
    fn names_another(&self, words: &str) -> bool {
        let items = &self.memory.items;
        let same = items.windows(2).all(|pair| pair[0].words == pair[1].words);
        same && items.first().is_some_and(|first| first.words != words)
            && self.view.lexicon.cues.head_of(words).is_some_and(|head| head.len() < words.len())
    }

    /// 居民人均可支配收入 of 城镇、农村居民人均可支配收入: the longest end that the first member makes a known indicator with.
    fn known_head<'w>(&self, first: &str, last: &'w str) -> Option<&'w str> {
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

    /// Adds what earlier clauses tell: 其中娱乐业 grows in 营业收入; 企业…,实现增加值 is 企业增加值.
    pub(super) fn completed(&self, run: &Run, words: String, aspect: Option<&str>) -> String {
        let cues = &self.view.lexicon.cues;
        let mut words = words;
        if let Some(kept) = words.strip_prefix("累计").filter(|kept| kept.chars().count() > 1) {
            words = kept.to_owned();
        }
        if let Some(at) = words.rfind('每').filter(|&at| at > 0 && words[at..].chars().count() <= 5) {
            words.truncate(at);
        }
        if let Some(kept) = words.strip_suffix("目标").filter(|kept| cues.head_of(kept).is_some()) {
            words.truncate(kept.len());
        }
        if let Some(aspect) = aspect {
            if aspect != "增势" {
                words.push_str(aspect);
            }
            return words;
        }
        let lead = run.lead.slice(self.view.text).trim_start();
        let sum = ["合计", "共计", "总计", "共"].iter().any(|w| lead.starts_with(w));
        if let Some(doers) = self.memory.counted.last().filter(|_| sum && is_bare(&words) && run.index > 0)
            && DOERS.iter().any(|w| doers.words.ends_with(w))
        {
            return format!("{}{words}", doers.words);
        }
        if let Some(about) = self.memory.about.as_ref().filter(|_| is_bare(&words) && run.index > 0) {
            return format!("{}{words}", about.words);
        }
        let Some(topic) = self.memory.topic.last() else { return words };
        if let Some(known) = self.said_in_full(run, &words, &topic.words) {
            return known;
        }
        if YIELDS.contains(&words.as_str())
            && run.index > 0
            && let Some(crop) = crop_of(&topic.words)
        {
            return format!("{crop}{words}");
        }
        let bare =
            matches!(words.as_str(), "增加值" | "产值" | "总产值" | "营业收入" | "营收" | "利润总额" | "主营业务收入");
        let collective = ["企业", "产业", "行业", "工业", "业", "经济"].iter().any(|w| topic.words.ends_with(w));
        if bare && collective && run.index > 0 {
            return format!("{}{words}", topic.words);
        }
        if let Some(pupils) = self.of_school(run, &words) {
            return pupils;
        }
        let half = matches!(words.as_str(), "城镇" | "农村" | "城市" | "乡村" | "男性" | "女性");
        let opened = run.index > 0 || lead.starts_with("其中");
        if half && opened && !topic.words.contains(&words) {
            let other =
                ["城镇", "农村", "城市", "乡村", "男性", "女性"].iter().find_map(|w| topic.words.strip_prefix(w));
            let all = topic.words.strip_prefix("全体").unwrap_or(&topic.words);
            return format!("{words}{}", other.unwrap_or(all));
        }
        if let Some(title) = self.other_level(run, &words) {
            return title;
        }
        if run.amounts[0].printed_unit == "张"
            && run.index > 0
            && topic.words.ends_with("床位")
            && !words.contains("床位")
        {
            return format!("{words}床位");
        }
        let rate = run.amounts[0].kind != AmountKind::Quantity || run.amounts[0].unit == "元";
        let part = run.clause.span.slice(self.view.text).trim_start().starts_with("其中")
            || self.is_broken_down(run)
                && ["业", "类", "企业", "经济", "品", "主体"].iter().any(|end| words.ends_with(end))
                && !words.ends_with("就业");
        if let Some(known) = cues.head_of(&topic.words).filter(|_| rate && part).map(|head| format!("{words}{head}"))
            && cues.head_of(&words).is_none()
            && self.view.lexicon.catalogue.find(&known).is_some()
        {
            return known;
        }
        if rate && part && cues.head_of(&words).is_none() && self.view.lexicon.catalogue.find(&words).is_none() {
            let head = cues.head_of(&topic.words).unwrap_or_default();
            return self.with_head(&words, head);
        }
        words
    }

    /// What the clause leaves out of a name said before: 需求占比 after 用工需求, 出口 after 金砖国家进口,
    /// 省外 after 转移就业, 石化公司1.1亿元 after 投资.
    fn said_in_full(&self, run: &Run, words: &str, topic: &str) -> Option<String> {
        let cues = &self.view.lexicon.cues;
        let rate = run.amounts[0].kind != AmountKind::Quantity;
        let unnamed = self.view.name_in(run.lead).is_none();
        if run.index > 0 && rate && unnamed && topic != words && words.chars().count() <= 4 && topic.ends_with(words) {
            return Some(topic.to_owned());
        }
        let other = [("出口", "进口"), ("进口", "出口")].iter().find(|(one, _)| *one == words).map(|(_, other)| other);
        if let Some(partner) = other.and_then(|other| topic.strip_suffix(other)).filter(|p| !p.ends_with('进'))
            && run.index > 0
            && unnamed
            && !partner.is_empty()
        {
            return Some(format!("{partner}{words}"));
        }
        let part = run.clause.span.slice(self.view.text).trim_start().starts_with("其中");
        // 其中制造业企业享受2.6亿元, of the relief said before
        let money = |d: &&crate::draft::Draft| d.amount.unit.contains('元') && d.sentence.end <= run.sentence.span.end;
        let relief = self.out.iter().rev().take(4).find(money).and_then(|d| d.indicators.last());
        if let Some(relief) = relief.filter(|n| n.words != words)
            && run.lead.slice(self.view.text).trim_end().ends_with("享受")
        {
            return Some(format!("{words}{}", relief.words));
        }
        // 拥有茶园13.8万亩,面积位居第一
        let here = self
            .out
            .last()
            .is_some_and(|d| d.sentence == run.sentence.span && d.indicators.iter().any(|i| i.words == topic));
        if words == "面积" && run.index > 0 && here && cues.head_of(topic).is_none() {
            return Some(format!("{topic}{words}"));
        }
        let where_to = ["省外", "省内", "市外", "市内", "境外", "境内", "县外", "县内", "区外", "区内", "国外"];
        if part && where_to.contains(&words) {
            return Some(format!("{words}{topic}"));
        }
        let body = ["公司", "集团", "局", "厂", "分公司"].iter().any(|end| words.ends_with(end));
        let money = run.amounts[0].unit.contains('元') && run.amounts[0].kind == AmountKind::Quantity;
        let head = cues.head_of(topic).filter(|_| body && money && cues.head_of(words).is_none())?;
        Some(format!("{words}{head}"))
    }

    /// 分轻重工业看,轻工业51.3亿元: the sentence breaks down what was measured before.
    fn is_broken_down(&self, run: &Run) -> bool {
        run.sentence.clauses[..run.index].iter().any(|clause| {
            let words = clause.span.slice(self.view.text).trim();
            let by = words.starts_with(['分', '按', '从'])
                && ["看", "分", "来看", "划分"].iter().any(|w| words.ends_with(w));
            by || words.starts_with("其中") || words.ends_with('中')
        })
    }

    /// 国家级非遗项目5项、省级23项: the same title of another level.
    fn other_level(&self, run: &Run, words: &str) -> Option<String> {
        const LEVELS: [&str; 6] = ["国家级", "省级", "市级", "县级", "区级", "世界级"];
        let bare = LEVELS.contains(&words) && (run.joined || run.index > 0);
        let title = self.memory.counted.last().filter(|_| bare)?;
        LEVELS.iter().find_map(|level| title.words.strip_prefix(level)).map(|rest| format!("{words}{rest}"))
    }

    /// 在校生 of 普通高中招生2.6万人,在校生7.5万人: pupils are of the school named before.
    fn of_school(&self, run: &Run, words: &str) -> Option<String> {
        let topic = self.memory.topic.last().filter(|_| PUPILS.contains(&words) && run.index > 0)?;
        let school = PUPILS.iter().find_map(|end| topic.words.strip_suffix(end));
        let school = school.or_else(|| {
            ["小学", "初中", "高中", "中学", "幼儿园", "高校", "院校", "教育"]
                .iter()
                .any(|end| topic.words.ends_with(end))
                .then_some(topic.words.as_str())
        });
        school.filter(|s| !s.is_empty()).map(|school| format!("{school}{words}"))
    }

    /// 广东以28498亿元居首 after 从GDP来看,有11个省份…: what was said before is counted, this is measured.
    fn lacks_measure(&self, run: &Run) -> bool {
        let counted = !self.memory.counted_unit.is_empty() && self.memory.topic == self.memory.counted;
        let counted = counted || self.memory.topic.is_empty();
        counted && (super::is_measured(&run.amounts[0].unit) || run.amounts[0].kind == AmountKind::Rank)
    }

    pub(super) fn inherited(&self, n: usize) -> (Vec<Vec<Named>>, Reach) {
        let items = &self.memory.items;
        if n > 1 && items.len() >= n {
            return (items[items.len() - n..].iter().map(|i| vec![i.clone()]).collect(), Reach::Dealt);
        }
        let topic = self.memory.topic.clone();
        let reach = if topic.is_empty() { Reach::Nothing } else { Reach::Inherited };
        (vec![topic; n], reach)
    }

    pub(super) fn reach_of(&self, words: &str, otherwise: Reach) -> Reach {
        if self.view.lexicon.catalogue.find(words).is_some() { Reach::Lexicon } else { otherwise }
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

/// 进出口 of 美国、欧盟进出口: trade is named once for all partners.
fn traded<'a>(first: &str, last: &'a str) -> Option<&'a str> {
    let head = TRADED.iter().find(|head| last.len() > head.len() && last.ends_with(**head))?;
    (!TRADED.iter().any(|head| first.ends_with(head))).then(|| &last[last.len() - head.len()..])
}

/// The kind of trade at the end of the words.
pub(super) fn traded_head(words: &str) -> Option<&str> {
    TRADED.iter().find(|head| words.ends_with(**head)).map(|head| &words[words.len() - head.len()..])
}

const TRADED: [&str; 9] = ["进出口", "出口", "进口", "贸易", "存栏", "出栏", "销售", "零售", "发电"];

/// 城乡居民人均可支配收入分别…: 城镇 first, 农村 second.
fn town_and_country(words: &str, n: usize) -> Option<Vec<String>> {
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
fn made_and_sold(words: &str, n: usize) -> Option<Vec<String>> {
    let thing = words.strip_suffix("产销").or_else(|| words.strip_suffix("产销量")).filter(|_| n == 2)?;
    Some(["产量", "销量"].iter().map(|end| format!("{thing}{end}")).collect())
}

/// Words that name no more than the kind of quantity, so that whose it is must stand elsewhere.
fn is_bare(words: &str) -> bool {
    TRADED.contains(&words)
        || matches!(
            words,
            "企业"
                | "项目"
                | "产值"
                | "总产值"
                | "营业收入"
                | "营收"
                | "税收"
                | "投资"
                | "就业"
                | "从业人员"
                | "产量"
                | "增加值"
                | "利润总额"
                | "利润"
                | "利税"
                | "总收入"
                | "主营业务收入"
                | "出口交货值"
                | "用电量"
        )
}

/// What industries are measured in.
const MEASURED: [&str; 8] = ["增加值", "总产值", "产值", "投资", "营业收入", "利润总额", "利润", "用电量"];

/// Who acts: 民营企业 of …民营企业5.8万家,合计进出口1.77万亿元.
const DOERS: [&str; 6] = ["企业", "公司", "主体", "单位", "项目", "园区"];
/// What a crop's area is followed by.
const YIELDS: [&str; 6] = ["总产量", "总产", "单产", "平均单产", "亩产", "产量"];

/// Those who learn and teach.
const PUPILS: [&str; 8] = ["在校学生", "在校生", "毕业生", "招生", "专任教师", "在园幼儿", "教职工", "在学研究生"];

/// 粮食 of 粮食播种面积 and 粮食总产量.
fn crop_of(words: &str) -> Option<&str> {
    let ends = ["播种面积", "种植面积", "收获面积", "总产量", "产量", "总产", "面积"];
    ends.iter().find_map(|end| words.strip_suffix(end)).filter(|crop| !crop.is_empty())
}

/// 柑橘 of 柑橘面积、产量和产值: the thing is named once for all that is measured of it.
fn stem_of_yields<'w>(first: &'w str, others: &[String]) -> Option<&'w str> {
    const SIDES: [&str; 9] = ["种植面积", "播种面积", "面积", "产量", "总产量", "产值", "总产值", "销售额", "销量"];
    let ends = SIDES.iter().find(|side| first.ends_with(**side))?;
    let stem = first.strip_suffix(ends).filter(|stem| !stem.is_empty())?;
    (!others.is_empty() && others.iter().all(|other| SIDES.contains(&other.as_str()))).then_some(stem)
}

/// 一三产业比重分别…: 第一产业比重, 第三产业比重.
fn two_sectors(words: &str, n: usize) -> Option<Vec<String>> {
    let (pair, rest) = words.split_once("产业").filter(|_| n == 2)?;
    let pair = pair.strip_prefix('第').unwrap_or(pair).replace('、', "");
    let sectors = matches!(pair.as_str(), "一二" | "一三" | "二三");
    sectors.then(|| pair.chars().map(|c| format!("第{c}产业{rest}")).collect())
}

/// 三次产业结构比例调整为8.7:48.5:42.8 deals out to the three sectors.
const THREE_SECTORS: [&str; 3] = ["三次产业", "三产", "一二三产业"];
const SECTORS: [&str; 3] = ["第一产业", "第二产业", "第三产业"];
