//! What a text leaves out of a name because it said it before: 产值 after 新能源汽车产业, 省级23项 after 国家级非遗项目.

use super::members::TRADED;
use super::{Reader, Run};
use crate::quantity::AmountKind;
use tidemark_model::Span;

impl Reader<'_> {
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
        if let Some(crop) = grown(&topic.words, &words).filter(|_| run.index > 0) {
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
        if matches!(words.as_str(), "地上" | "地下") && topic.words.ends_with("面积") {
            return format!("{words}建筑面积");
        }
        let half = matches!(words.as_str(), "城镇" | "农村" | "城市" | "乡村" | "男性" | "女性");
        let opened = run.index > 0 || lead.starts_with("其中");
        // 农村23164元,农村|快于城镇2.3个百分点
        if half && run.index > 0 && topic.words.starts_with(&words) {
            return topic.words.clone();
        }
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
        if let Some(known) = self.part_of_same(run, &words, &topic.words) {
            return known;
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
        let own = run.lead.slice(self.view.text).find(words).map_or(run.lead.end, |at| run.lead.start + at);
        let unnamed = self.view.name_in(Span::new(run.lead.start, own)).is_none();
        let whole = rate && run.lead.slice(self.view.text).contains(topic);
        if run.index > 0
            && rate
            && !whole
            && unnamed
            && topic != words
            && words.chars().count() <= 4
            && topic.ends_with(words)
        {
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
        // 保税物流进出口较快增长,进出口总值14亿元
        let just = || {
            self.memory
                .topic
                .last()
                .and_then(|t| t.span)
                .is_some_and(|s| s.start >= run.sentence.clauses[run.index - 1].span.start)
        };
        let trade =
            super::members::traded_head(topic).filter(|head| topic.len() > head.len() && words.len() > head.len());
        if let Some(rest) = trade.and_then(|head| words.strip_prefix(head))
            && run.index > 0
            && !rate
            && unnamed
            && matches!(rest, "总值" | "总额" | "值" | "额" | "量")
            && just()
        {
            return Some(format!("{topic}{rest}"));
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

    /// 汽车出口400万辆,其中|新能源汽车|100万辆: a kind of the same thing, measured in the same.
    fn part_of_same(&self, run: &Run, words: &str, topic: &str) -> Option<String> {
        let part = run.clause.span.slice(self.view.text).trim_start().starts_with("其中");
        let head = super::members::traded_head(topic).or_else(|| self.view.lexicon.cues.head_of(topic))?;
        let thing = topic.strip_suffix(head).filter(|thing| thing.chars().count() > 1 && part)?;
        let kind = words.len() > thing.len() && words.ends_with(thing);
        (kind && run.amounts[0].unit == self.memory.carried_unit).then(|| format!("{words}{head}"))
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

/// What is grown or kept, if the words are another side of it: 粮食 of 粮食播种面积 before 总产量, 生猪 of 生猪存栏 before
/// 出栏, 烟叶 of 烟叶产量 before 产值.
fn grown<'w>(topic: &'w str, words: &str) -> Option<&'w str> {
    let how =
        |stem: &&str| !["", "平均", "挂果", "采摘", "采收", "投产", "收获", "流转", "新增", "种植"].contains(stem);
    let stem = |ends: &[&str]| ends.iter().find_map(|end| topic.strip_suffix(end)).filter(how);
    match words {
        _ if YIELDS.contains(&words) => stem(&AREAS).or_else(|| stem(&YIELDS)),
        "产值" | "总产值" | "销售额" => stem(&AREAS[..3]).or_else(|| stem(&YIELDS)),
        "存栏" | "出栏" | "存栏量" | "出栏量" => stem(&HERDS),
        _ => None,
    }
}

/// Who acts: 民营企业 of …民营企业5.8万家,合计进出口1.77万亿元.
const DOERS: [&str; 6] = ["企业", "公司", "主体", "单位", "项目", "园区"];

/// How much land a crop takes; the first three are of nothing but crops.
const AREAS: [&str; 4] = ["播种面积", "种植面积", "收获面积", "面积"];

/// How many animals there are and were sold.
const HERDS: [&str; 7] = ["存栏", "出栏", "存栏量", "出栏量", "饲养量", "总量", "存出栏"];

/// What a crop's area is followed by.
const YIELDS: [&str; 6] = ["总产量", "总产", "单产", "平均单产", "亩产", "产量"];

/// Those who learn and teach.
const PUPILS: [&str; 8] = ["在校学生", "在校生", "毕业生", "招生", "专任教师", "在园幼儿", "教职工", "在学研究生"];
