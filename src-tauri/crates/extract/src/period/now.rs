//! Figures of how things stand when the page is printed, though an earlier sentence speaks of another time:
//! 上半年降雨偏少。全县有6座水库 counts the reservoirs of now, not those of a half-year.

use super::context::{Dated, PeriodContext};
use super::expr::{Part, PeriodExpr, Role};
use super::number::is_digit;
use super::outlast::{is_passing_day, lasting};
use crate::words::Words;
use tidemark_model::{Period, Resolved, Span};

/// Verbs of having; what is had stands.
static HAS: Words = Words::new(&["拥有", "现有", "已有", "建有", "设有", "辖有", "保有", "现存", "已记录"]);
/// Words of what happens in a time: a figure beside one of them is of that time.
static HAPPENS: Words = Words::new(&[
    "新增", "新建", "新设", "引进", "完成", "实现", "同比", "增长", "下降", "签约", "举办", "开展", "接待", "发放",
    "建成", "达成", "成交", "投入", "销售", "生产", "产值", "收入",
]);
/// What compares with the same span of the year before.
pub(super) const COMPARED: &str = "同比";
/// Bytes on either side within which sentences belong together.
const AROUND: usize = 900;
/// What is said of every year or day is of no one of them.
const USUAL: [&str; 6] = ["每年", "每天", "每日", "每月", "日均", "年均"];
/// What a thing does whenever it works.
const RATED: [&str; 3] = ["每小时", "满负荷", "设计能力"];

impl PeriodContext<'_> {
    /// Whether an amount that would take the time of an earlier sentence is one of how things stand now.
    pub(super) fn stands_now(&self, dated: &Dated, rule: &str, at: usize) -> bool {
        let inherited = matches!(rule, "period/paragraph" | "period/article");
        let instant = matches!(dated.mention.expr, PeriodExpr::Calendar { instant: true, .. });
        // 2023年,…,拥有床位6.8张 in a review of January: of that year too.
        let past = |year: i32| match self.anchor.now() {
            Some(Period::Month(issue, month)) => month > 4 && year < issue,
            _ => false,
        };
        let passing = dated.found.as_ref().is_some_and(|(period, _)| match period {
            Period::Year(year) => past(*year),
            _ => true,
        });
        if !inherited || instant || !passing || dated.mention.role != Role::Stated {
            return false;
        }
        let sentence = Span::new(self.bounds.sentence(at).start, at).slice(self.text);
        let usual = is_passing_day(dated.mention.expr) && USUAL.iter().any(|w| sentence.contains(w));
        let rated = RATED.iter().any(|w| sentence.contains(w));
        // 先后建成3条生产线 after what was so in a year before: over many years, up to now.
        let year = matches!(dated.found, Some((Period::Year(_), _)));
        // 7月29日至8月2日,普降暴雨。…。已投入抢修力量4620人: so far, not in those days.
        let days = matches!(dated.mention.expr, PeriodExpr::Calendar { part: Part::Days(..), .. });
        let clause = Span::new(self.bounds.clause(at).start, at).slice(self.text);
        let done = days && clause.trim_start().starts_with('已');
        usual || rated || done || year && sentence.contains("先后") || self.is_had(at)
    }

    /// 目前,年产量3万吨, 每年吸引游客100万人: of the year, not of the month of now.
    pub(super) fn is_yearly(&self, at: usize) -> bool {
        const YEARLY: [&str; 9] = ["每年", "年产值", "年产量", "年销", "年出货", "年接待", "年均", "年营收", "年收入"];
        let clause = Span::new(self.bounds.clause(at).start, at).slice(self.text);
        // 年产值超亿元企业9家 counts firms.
        let class = |rest: &str| rest.contains("企业") || rest.contains("项目");
        YEARLY.iter().any(|w| clause.find(w).is_some_and(|at| !class(&clause[at..])))
    }

    /// 将带动形成投资百亿元, 年产值可达5亿元: to come, the text does not tell when; but 计划总投资 is of the signing.
    pub(super) fn comes_some_day(&self, at: usize) -> bool {
        const SIGNED: [&str; 9] = ["总投资", "计划投资", "拟投资", "投资额", "占地", "用地", "面积", "招聘", "招工"];
        const EFFECTS: [&str; 12] = [
            "将",
            "届时",
            "可实现",
            "可容纳",
            "可形成",
            "可达",
            "年产",
            "年销售",
            "年税收",
            "年营收",
            "年利润",
            "带动",
        ];
        let clause = Span::new(self.bounds.clause(at).start, at).slice(self.text);
        let says = |words: &[&str]| words.iter().any(|w| clause.contains(w));
        says(&EFFECTS) && !says(&SIGNED)
    }

    /// 有6座水库,库容1.3亿立方米: the amount or one before it in its sentence is had, and nothing happens to it.
    fn is_had(&self, at: usize) -> bool {
        let clause = Span::new(self.bounds.clause(at).start, at).slice(self.text);
        let sentence = Span::new(self.bounds.sentence(at).start, at).slice(self.text);
        !HAPPENS.within(clause) && (has(clause) || has(sentence) && !HAPPENS.within(sentence))
    }

    /// 8月15日,…举行。截至目前,…。 and then 公园1500个: the story has come from the day of an event to now.
    pub(super) fn overtaken(&self, chosen: usize, before: usize) -> usize {
        let day = &self.mentions[chosen];
        let now = |i: &usize| {
            let later = &self.mentions[*i];
            matches!(later.mention.expr, PeriodExpr::Now | PeriodExpr::During)
                && later.mention.role == Role::Stated
                && later.block == day.block
        };
        // A spell goes on in the sentence after it.
        let last = before.checked_sub(1).filter(|&i| i > chosen && self.mentions[i].mention.expr == PeriodExpr::During);
        let part = day.found.as_ref().is_some_and(|(period, _)| !matches!(period, Period::Year(_)));
        if let Some(spell) = last.filter(|&i| part && now(&i)) {
            return spell;
        }
        let later = || (chosen + 1..before).rev().take(20).find(now);
        // 4至6月清淤。抗旱期间,… 。灌溉130万亩: no span of statistics
        let spell =
            matches!(day.mention.expr, PeriodExpr::Calendar { part: Part::Months(2.., _) | Part::Days(..), .. });
        Some(chosen).filter(|_| !is_passing_day(day.mention.expr) && !spell).or_else(later).unwrap_or(chosen)
    }

    /// 2023年大会上,32个项目现场签约: the sentence names a time, and 现场 adds none where no day is told.
    pub(super) fn day_told(&self, chosen: usize, usable: &[usize]) -> usize {
        let dated = &self.mentions[chosen];
        let open = dated.mention.expr == PeriodExpr::Event && self.anchor.event.is_none();
        let names = |i: &&usize| **i < chosen && self.mentions[**i].found.is_some();
        usable.iter().find(names).copied().filter(|_| open).unwrap_or(chosen)
    }

    /// Whether no time was told so far, and sentences near compare with the year before till one is.
    fn is_report_around(&self, at: usize) -> bool {
        let before = self.mentions.partition_point(|d| d.mention.range.start < at);
        let tells = |d: &Dated| lasting(d) && d.heads && d.bracket.is_none();
        let silent = !self.mentions[..before].iter().rev().take(20).any(tells);
        let next = self.mentions[before..].iter().take(20).find(|d| tells(d)).map(|d| d.mention.range.start);
        let until = next.unwrap_or(self.text.len()).min(at + AROUND);
        let around = Span::new(at.saturating_sub(AROUND), until);
        let (from, to) = (self.text.floor_char_boundary(around.start), self.text.floor_char_boundary(around.end));
        silent && self.text.get(from..to).is_some_and(|near| near.contains(COMPARED))
    }

    /// A report of 同比 that names no time: from January to the month before the issue's, for the issue's own is not
    /// over when it is printed.
    pub(super) fn so_far_reported(&self, at: usize) -> Option<Resolved<Period>> {
        let here = self.bounds.sentence(at).slice(self.text).contains(COMPARED);
        if !here && (self.is_had(at) || !(self.compares && self.is_report_around(at))) {
            return None;
        }
        let value = self.anchor.last_reported()?;
        let reason = format!("文中未写时间而报同比，按刊期取{}", value.to_chinese());
        let (value, reason) = self.year_before(value, at).unwrap_or((value, reason));
        Some(Resolved { value, reason, span: None })
    }
}

/// Whether something is said to be had: 有6座, 拥有干渠21条; but not 其中有5个, 增长的有45种.
fn has(words: &str) -> bool {
    let counted = |rest: &str| {
        // 有近30个, 辖区内有苗族、侗族等30个民族
        let named = rest[..rest.find(is_digit).unwrap_or(rest.len())].trim_end_matches(['近', '约', '超']);
        named.is_empty() || named.ends_with('等') && !named.contains(['，', '。'])
    };
    let stands = |at: usize| {
        // 从总量来看,有11个省份…: counted, not had
        let before = words[..at].chars().next_back().filter(|c| c.is_alphanumeric() || *c == '”');
        let whose = before.is_some() && !words[..at].ends_with(['中', '：']);
        let inside = ["境内", "区内", "县内", "市内", "镇内", "村内"].iter().any(|w| words[..at].ends_with(w));
        whose
            && !before.is_some_and(|c| "的中项没享仅只还也就所具内另".contains(c) && !inside)
            && counted(&words[at + '有'.len_utf8()..])
    };
    HAS.within(words) || words.match_indices('有').any(|(at, _)| stands(at))
}
