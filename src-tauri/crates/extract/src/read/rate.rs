//! Rates: growth (同比增长5%), shares (占全区总产值的35.5%) and rates of their own (市场占有率达50%).

use super::{Found, Reader, Run};
use crate::cue::{Class, Cue};
use crate::draft::{Draft, Named, Reach};
use crate::lead::{self, Own};
use crate::quantity::AmountKind;
use crate::segment::Sort;
use crate::whole;
use crate::words::Words;
use tidemark_model::{Measure, Span};

impl Reader<'_> {
    pub(super) fn read_rate(&mut self, run: &Run) -> Option<Found> {
        let view = self.view;
        if let Some(found) = self.read_second_end(run) {
            return Some(found);
        }
        if run.amounts[0].kind == AmountKind::Doubling {
            let own = lead::own(view, run.lead);
            let (indicators, reach) = self.named(run, own);
            return Some(Found::new((indicators, reach), Measure::Growth, "measure/growth"));
        }
        if let Some(found) = self.read_contribution(run) {
            return Some(found);
        }
        let share = view.last_cue(run.lead, Class::Share);
        let growth =
            lead::near_cue(view, run.lead, Class::Growth).filter(|g| share.is_none_or(|s| s.span.start < g.span.start));
        if let Some(cue) = growth {
            let own = lead::own(view, lead::before_base(view, Span::new(run.lead.start, cue.span.start)));
            let bare = own.is_empty() && self.memory.topic.is_empty();
            let (indicators, reach) = match bare.then(|| self.counted(run)).flatten() {
                Some(named) => (vec![vec![named]; run.amounts.len()], Reach::Phrase),
                None => self.named(run, own),
            };
            return Some(Found::new((indicators, reach), Measure::Growth, "measure/growth").signed(cue.sign < 0));
        }
        if let Some(cue) = share {
            return self.read_share(run, cue);
        }
        self.read_plain_rate(run)
    }

    pub(super) fn read_share(&mut self, run: &Run, cue: Cue) -> Option<Found> {
        let view = self.view;
        let start = view
            .cues_in(run.lead)
            .iter()
            .find(|c| c.is(Class::Share) && is_of(c.span.slice(view.text)))
            .copied()
            .unwrap_or(cue);
        if let Some(found) = self.read_share_within(run, start) {
            return Some(found);
        }
        if let Some(found) = self.read_share_among(run, start) {
            return Some(found);
        }
        let own = lead::own(view, Span::new(run.lead.start, start.span.start));
        let inherits = own.is_empty();
        // 常住人口52.6万人,其中60岁以上人口占19.8%: a part of what was said before.
        let part = run.clause.span.slice(view.text).trim_start().starts_with("其中");
        let part_of = self.memory.topic.last().filter(|_| part && !inherits).map(|topic| topic.words.clone());
        let (mut indicators, mut reach) = self.named(run, own);
        if inherits && run.amounts.len() == 1 && self.memory.list.len() > 1 {
            indicators = vec![if self.is_summed(run) { joined(&self.memory.list) } else { self.memory.list.clone() }];
            reach = Reach::Dealt;
        }
        if let Some(named) =
            self.measure_of_whole(Span::new(start.span.end, run.lead.end)).filter(|_| reach == Reach::Nothing)
        {
            indicators = vec![vec![named]; run.amounts.len()];
            reach = Reach::Inherited;
        }
        let implied = || self.implied_whole(&indicators);
        let sectors = indicators.iter().flatten().any(|n| n.words == "第一产业增加值") && run.amounts.len() == 3;
        let whole = match sectors {
            true => Some("生产总值".to_owned()),
            false => {
                whole::of_share(view, Span::new(start.span.end, run.lead.end), run.tail).or(part_of).or_else(implied)
            }
        };
        Some(Found::new((indicators, reach), Measure::Share, "measure/share").of_whole(whole))
    }

    /// 合计占全市|进出口总值|的61.4%: a share with no name of its own is of the same measure as its whole.
    fn measure_of_whole(&self, whole: Span) -> Option<Named> {
        let phrase = lead::own(self.view, whole).phrase?;
        let measure = phrase.words.ends_with(['值', '额', '量', '积', '数', '入', '产']);
        (measure || self.view.lexicon.cues.head_of(&phrase.words).is_some()).then_some(())?;
        Some(Named { words: phrase.words, span: Some(phrase.span) })
    }

    /// 其中税收18亿元,占比78%: of what 其中 parts; 机电产品出口占比近五成: of all 出口.
    fn implied_whole(&self, indicators: &[Vec<Named>]) -> Option<String> {
        let words = &indicators.first()?.last()?.words;
        let parents = &self.memory.parent;
        let of_kind = parents.iter().rev().find(|parent| words.ends_with(&parent.words));
        if let Some(parent) = of_kind.or(parents.last()).filter(|parent| parent.words != *words) {
            return Some(parent.words.clone());
        }
        let head = super::members::traded_head(words).or_else(|| self.view.lexicon.cues.head_of(words))?;
        if head == "增加值" {
            let broad = ["服务业", "第一产业", "第二产业", "第三产业", "数字经济", "文化产业", "民营经济", "海洋"];
            let whole = if broad.iter().any(|w| words.contains(w)) {
                "地区生产总值"
            } else {
                "规模以上工业增加值"
            };
            return (head.len() < words.len() && !words.contains("规模以上工业")).then(|| whole.to_owned());
        }
        let counts = head.ends_with(['率', '数', '比']) || matches!(head, "人次" | "时间" | "水平" | "规模" | "价格");
        (head.len() < words.len() && !counts).then(|| head.to_owned())
    }

    /// 三大产业…合计占规上工业的62%: the share is of all together.
    fn is_summed(&self, run: &Run) -> bool {
        let lead = run.lead.slice(self.view.text);
        ["合计", "合占", "共占", "总计", "总和"].iter().any(|w| lead.contains(w))
    }

    /// 第三产业增加值在地区生产总值中的占比: the whole stands between 在 and 中的.
    pub(super) fn read_share_within(&mut self, run: &Run, cue: Cue) -> Option<Found> {
        let before = Span::new(run.lead.start, cue.span.start);
        let words = before.slice(self.view.printed);
        let at = words
            .rfind('在')
            .filter(|_| !cue.span.slice(self.view.text).starts_with('占') || cue.span.slice(self.view.text) != "占")?;
        let inside = words[at..].trim_end().trim_end_matches('的').trim_end();
        let stays =
            inside.trim_start_matches('在').starts_with(['园', '校', '建', '职', '研', '营', '库', '读', '册', '编']);
        if stays && !inside.ends_with(['中', '里', '内']) {
            return None;
        }
        let whole =
            words[at + '在'.len_utf8()..].trim().trim_end_matches('的').trim_end_matches('中').trim_end_matches("所");
        let short = !whole.is_empty() && whole.chars().count() <= 20;
        let own = lead::own(self.view, Span::new(before.start, before.start + at));
        let (indicators, reach) = short.then(|| self.named(run, own))?;
        let whole = Some(whole.to_owned());
        Some(Found::new((indicators, reach), Measure::Share, "measure/share").of_whole(whole))
    }

    /// 研发人员中博士占18.5%: the whole stands before 中.
    fn read_share_among(&mut self, run: &Run, cue: Cue) -> Option<Found> {
        let view = self.view;
        let before = Span::new(run.lead.start, cue.span.start);
        let at = before.start + before.slice(view.text).rfind('中')?;
        let after = Span::new(at + '中'.len_utf8(), before.end);
        let words = view.words(before);
        let parts = words.iter().any(|w| w.span == Span::new(at, after.start));
        if !parts || whole::of_share(view, Span::new(cue.span.end, run.lead.end), run.tail).is_some() {
            return None;
        }
        let group = lead::own(view, Span::new(before.start, at)).phrase?;
        let own = lead::own(view, after);
        own.phrase.as_ref()?;
        let whole = Some(group.span.slice(view.printed).to_owned());
        let named = self.named(run, own);
        Some(Found::new(named, Measure::Share, "measure/share").of_whole(whole))
    }

    /// 市场占有率达到50%, 完成全年目标任务的52%, 贡献了67%的生产总值.
    pub(super) fn read_plain_rate(&mut self, run: &Run) -> Option<Found> {
        let view = self.view;
        if let Some(rest) = self.after_of(run).map(|range| range.slice(view.text)) {
            let slow = ["负增长", "下降", "降幅", "跌幅", "下滑", "减幅"].iter().any(|w| rest.starts_with(w));
            let fast = ["正增长", "增长", "增速", "速度", "速率", "增幅", "涨幅", "量递增", "幅度"];
            let steady = ["高速", "快速", "稳定", "较快", "平稳", "持续", "强劲", "两位数", "逆势", "同比"];
            let steadily = steady.iter().any(|w| rest.strip_prefix(w).is_some_and(|r| r.starts_with("增长")));
            let fast = slow || steadily || fast.iter().any(|w| rest.starts_with(w));
            if !fast && let Some(named) = self.counted_of(run) {
                let whole = whole::place_at_end(view, run.lead).map(|place| format!("{place}{}", named.words));
                let indicators = vec![vec![named]; run.amounts.len()];
                return Some(Found::new((indicators, Reach::Phrase), Measure::Share, "measure/share").of_whole(whole));
            }
            if fast {
                let own = lead::own(view, run.lead);
                let (indicators, reach) = self.named(run, own);
                return Some(Found::new((indicators, reach), Measure::Growth, "measure/growth").signed(slow));
            }
        }
        if let Some(found) = self.read_share_that_is(run) {
            return Some(found);
        }
        if run.amounts[0].kind == AmountKind::Times && run.lead.slice(view.text).trim_end().ends_with('的') {
            let (indicators, reach) = self.named(run, self.compared(run));
            return Some(Found::new((indicators, reach), Measure::Total, "measure/times"));
        }
        if let Some(found) = self.read_progress(run) {
            return Some(found);
        }
        if let Some(found) = self.read_ratio(run) {
            return Some(found);
        }
        if let Some(found) = self.read_stand_in(run) {
            return Some(found);
        }
        if run.lead.slice(view.text).trim_end().ends_with('的') && !self.is_first_end(run) {
            let own = lead::own(view, run.lead);
            let whole = own.phrase.map(|p| p.words).filter(|w| !matches!(w.as_str(), "恢复" | "相当"));
            let (mut indicators, mut reach) = match self.before_reaching(run) {
                Some(own) => self.named(run, own),
                None => self.inherited(run),
            };
            if let Some(spent) =
                whole.as_ref().filter(|_| self.lacks_measure_for(run, reach) && self.is_put_to_use(run))
            {
                indicators = vec![vec![Named { words: spent.clone(), span: None }]; run.amounts.len()];
                reach = Reach::Phrase;
            }
            if let Some(task) = whole
                .as_deref()
                .filter(|w| self.lacks_measure_for(run, reach) && (w.contains("任务") || w.contains("目标")))
            {
                indicators = vec![vec![Named { words: format!("{task}完成率"), span: None }]; run.amounts.len()];
                reach = Reach::Phrase;
            }
            return Some(Found::new((indicators, reach), Measure::Share, "measure/share").of_whole(whole));
        }
        let seen = self.memory.seen.view.get().cloned().filter(|(_, grows)| *grows && run.amounts[0].unit == "%");
        if let Some((seen, _)) = seen.filter(|_| lead::own(view, run.lead).phrase.is_none()) {
            let indicators = vec![vec![seen]; run.amounts.len()];
            return Some(Found::new((indicators, Reach::Inherited), Measure::Growth, "measure/growth"));
        }
        let (mut indicators, mut reach) = self.level_indicators(run);
        let times = run.amounts[0].kind == AmountKind::Times;
        let extent = indicators.iter().flatten().any(|n| n.words.ends_with("幅度") || n.words.ends_with("幅"));
        let measure = match times || extent {
            true => Measure::Total,
            false => match self.growth_before(run).filter(|_| reach != Reach::Phrase) {
                Some(grown) => {
                    if reach == Reach::Nothing {
                        (indicators, reach) = self.named(run, lead::own(view, grown));
                    }
                    return Some(Found::new((indicators, reach), Measure::Growth, "measure/growth"));
                }
                None => Measure::Share,
            },
        };
        let sectors = reach == Reach::Dealt
            && indicators.iter().flatten().all(|n| n.words.starts_with('第') && n.words.ends_with("产业增加值"));
        let whole = (sectors && measure == Measure::Share).then(|| "地区生产总值".to_owned());
        Some(Found::new((indicators, reach), measure, "measure/rate").of_whole(whole))
    }

    /// 其增速明显领先,达到|9.6%; 增速高于全省平均水平（|4.6%）: the rate tells the growth that was named before; where
    /// what grows stands in its clause.
    fn growth_before(&self, run: &Run) -> Option<Span> {
        static GROWTH: Words = Words::new(&["增速", "增幅", "涨幅", "增长率"]);
        static OTHER: Words = Words::new(&["占", "比重", "率达", "率为", "比例", "贡献"]);
        let start = run.sentence.span.start;
        let words = Span::new(start, run.amounts[0].outer.start).slice(self.view.text);
        let last = |list: &Words| list.each_in(words).map(|(at, _)| at).max();
        let at = last(&GROWTH).filter(|&at| last(&OTHER).is_none_or(|other| other < at))? + start;
        let clause = run.sentence.clauses.iter().find(|clause| (clause.span.start..clause.span.end).contains(&at))?;
        (run.amounts[0].unit == "%").then(|| Span::new(clause.span.start, at))
    }

    /// 对工业增长|贡献达到|93.7%: a share of the growth, not a growth.
    fn read_contribution(&mut self, run: &Run) -> Option<Found> {
        let lead = run.lead.slice(self.view.text);
        let to = lead.find('对')?;
        let at = lead.rfind("贡献").filter(|&at| at > to && !lead[at..].starts_with("贡献率"))?;
        let reach = ["达", "达到", "为", "超", "超过", "度达", "度为", ""];
        reach.contains(&lead[at + "贡献".len()..].trim()).then_some(())?;
        let own = lead::own(self.view, Span::new(run.lead.start, run.lead.start + to));
        Some(Found::new(self.named(run, own), Measure::Share, "measure/share"))
    }

    /// 土建工程|已完成|97%: how much of the works before the verb is done.
    fn read_progress(&mut self, run: &Run) -> Option<Found> {
        let words = self.view.words(run.lead);
        // 计划投资34亿元,完成75%
        let bare = matches!(run.lead.slice(self.view.text).trim(), "完成" | "已完成" | "累计完成");
        let planned = self.memory.topic.last().and_then(|t| t.words.strip_prefix("计划"));
        if let Some(done) = planned.filter(|_| bare) {
            let named = Named { words: format!("{done}完成率"), span: None };
            let named = (vec![vec![named]; run.amounts.len()], Reach::Inherited);
            return Some(Found::new(named, Measure::Share, "measure/rate").settled());
        }
        let done = words.iter().rposition(|w| w.span.slice(self.view.text).ends_with("完成"))?;
        let rest = &words[done + 1..];
        let works = words[..done].iter().rev().find(|w| !w.is(Class::Link) && w.sort != Sort::Adverb)?;
        let name = works.span.slice(self.view.text);
        let fits = works.sort == Sort::Name && ["工程", "项目", "段"].iter().any(|end| name.ends_with(end));
        (rest.is_empty() && fits).then_some(())?;
        let named = Named { words: name.to_owned(), span: Some(works.span) };
        Some(Found::new((vec![vec![named]; run.amounts.len()], Reach::Phrase), Measure::Share, "measure/rate"))
    }

    /// 市区影院有90%|是民营影院: what a part of them is.
    fn read_share_that_is(&mut self, run: &Run) -> Option<Found> {
        let view = self.view;
        let rest = run.tail.slice(view.text).strip_prefix(['是', '为'])?;
        let lead = run.lead.slice(view.text).trim_end();
        let group = lead.ends_with(['有', '中']).then(|| lead::own(view, run.lead).phrase).flatten()?;
        let words = view.words(Span::new(run.tail.end - rest.len(), run.tail.end));
        let found = crate::phrase::after(view.text, &words)?;
        let named = vec![vec![Named { words: found.words, span: Some(found.span) }]; run.amounts.len()];
        let whole = Some(group.span.slice(view.printed).to_owned());
        Some(Found::new((named, Reach::Phrase), Measure::Share, "measure/share").of_whole(whole))
    }

    /// 轨道出行分担率|达到公共交通的60%: what reaches the part stands before the verb.
    fn before_reaching(&self, run: &Run) -> Option<Own> {
        let reach = |c: &&Cue| {
            matches!(c.span.slice(self.view.text), "达到" | "达" | "相当于" | "约为" | "仅为" | "完成" | "已完成")
        };
        let cue = self.view.cues_in(run.lead).iter().rev().find(reach)?;
        Some(lead::own(self.view, Span::new(run.lead.start, cue.span.start))).filter(|own| own.phrase.is_some())
    }

    /// Whether the sentence has no figure and nothing measured was said of which this could be a part.
    fn lacks_measure_for(&self, run: &Run, reach: Reach) -> bool {
        let topic = self.memory.topic.last().map_or("", |topic| topic.words.as_str());
        let (cues, catalogue) = (&self.view.lexicon.cues, &self.view.lexicon.catalogue);
        let unknown = cues.head_of(topic).is_none() && catalogue.find(topic).is_none();
        let first = self.out.last().is_none_or(|last| last.sentence != run.sentence.span);
        reach == Reach::Nothing || reach == Reach::Inherited && unknown && first
    }

    /// 财政支出的83.7%|用于民生
    fn is_put_to_use(&self, run: &Run) -> bool {
        let tail = run.tail.slice(self.view.text);
        ["用于", "可用于", "将用于", "投向", "投入", "投到", "用在", "来自"].iter().any(|w| tail.starts_with(w))
    }

    /// 配套率由目前的48%提高到55%: the start of a change, named before 由.
    fn is_first_end(&self, run: &Run) -> bool {
        let lead = run.lead.slice(self.view.text);
        lead.rfind(['由', '从']).is_some_and(|at| {
            let from = run.lead.start + at;
            lead[at..].chars().count() < 10 && !lead::own(self.view, Span::new(run.lead.start, from)).is_empty()
        })
    }

    /// 与地区生产总值之比为3.58%: a share of what stands between.
    fn read_ratio(&mut self, run: &Run) -> Option<Found> {
        let lead = run.lead.slice(self.view.printed);
        let end = lead.find("之比")?;
        let with = lead[..end].rfind('与');
        let at = with.map(|at| at + '与'.len_utf8()).or(run.joined.then_some(0))?;
        let own = lead::own(self.view, Span::new(run.lead.start, run.lead.start + with.unwrap_or(0)));
        let whole = Some(lead[at..end].trim().to_owned());
        Some(Found::new(self.named(run, own), Measure::Share, "measure/share").of_whole(whole))
    }

    /// 游客接待量|是2019年的两倍: what stands before the comparison, if anything.
    fn compared(&self, run: &Run) -> Own {
        let words = run.lead.slice(self.view.text);
        let at = ["相当于", "是", "为"].iter().filter_map(|w| words.rfind(w)).max().unwrap_or(0);
        lead::own(self.view, Span::new(run.lead.start, run.lead.start + at))
    }

    /// 到2025年,这个数字将达到56%: of the same as the figure before.
    pub(super) fn read_stand_in(&mut self, run: &Run) -> Option<Found> {
        let phrase = lead::own(self.view, run.lead).phrase?;
        let stands = matches!(
            phrase.words.as_str(),
            "数字" | "数据" | "比例" | "数值" | "比值" | "一数值和比值" | "这一数字" | "这个数字" | "这一比例"
        );
        let same = |last: &&Draft| last.amount.unit == run.amounts[0].unit;
        let last = self.out.iter().rev().take(3).find(same).filter(|_| stands)?;
        let (measure, whole) = (last.measure, last.whole.clone());
        let indicators = vec![last.indicators.clone(); run.amounts.len()];
        Some(Found::new((indicators, Reach::Inherited), measure, "measure/stand-in").of_whole(whole))
    }
}

/// All members as one indicator.
fn joined(list: &[Named]) -> Vec<Named> {
    let words: Vec<&str> = list.iter().map(|named| named.words.as_str()).collect();
    vec![Named { words: words.join("、"), span: list.first().and_then(|named| named.span) }]
}

fn is_of(word: &str) -> bool {
    matches!(word, "占" | "约占" | "占到" | "佔")
}
