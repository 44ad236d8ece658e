//! Where an amount does not take its period words at their face: 累计 after 今年以来, 从1995年到2005年…由…提升到…, 年末…出栏.

use super::bounds::tail;
use super::context::{Dated, PeriodContext};
use super::expr::{Part, PeriodExpr, Role, YearRef};
use super::number::is_digit;
use crate::chars::among;
use crate::words::Words;
use tidemark_model::{Date, Period, Resolved, Span};

/// How far back, in characters, a clause is looked at.
const NEAR: usize = 60;

impl PeriodContext<'_> {
    /// The clause up to the amount, its last characters.
    fn clause_before(&self, at: usize) -> &str {
        tail(Span::new(self.bounds.clause(at).start, at).slice(self.text), NEAR)
    }

    /// The sentence up to the amount, its last characters: 主要产品产量:黄金4463公斤;原煤110万吨
    fn sentence_before(&self, at: usize) -> &str {
        tail(Span::new(self.bounds.sentence(at).start, at).slice(self.text), NEAR)
    }

    /// The same; of 增长1.4% the clause before it, which says what grew.
    fn clause_counted(&self, at: usize) -> &str {
        let lead = self.clause_before(at);
        let rate =
            ["同比", "增长", "下降", "上升", "减少", "增加", "比上年"].iter().any(|w| lead.trim().starts_with(w))
                && !lead.trim().starts_with("增加值");
        let begins = at - lead.len();
        match self.text[..begins].chars().next_back() {
            Some(c) if rate => self.clause_before(begins - c.len_utf8()),
            _ => lead,
        }
    }

    /// 今年以来新设企业5万户,累计达90万户: the second is the stock at the end.
    pub(super) fn running_total(&self, dated: &Dated, at: usize) -> Option<Resolved<Period>> {
        let apart = dated.clause != self.bounds.clause(at);
        let value = self.anchor.now().filter(|_| apart)?;
        let lead = self.clause_before(at);
        let counted = self.text.get(dated.mention.range.end..at - lead.len()).is_some_and(|t| t.contains(is_digit));
        let since = matches!(dated.mention.expr, PeriodExpr::Since(_)) && lead.contains("累计");
        // 前8个月开行900列,累计开行已突破8000列
        let part = matches!(dated.mention.expr, PeriodExpr::Calendar { part, .. } if part != Part::Whole);
        let ever = part && lead.split_once("累计").is_some_and(|(_, rest)| rest.contains('已'));
        let reason = || format!("累计数，按刊期取{}", value.to_chinese());
        (counted && (since || ever)).then(|| Resolved { value, reason: reason(), span: None })
    }

    /// （同期为下降31.9%）: the same span a year before.
    pub(super) fn year_before(&self, value: Period, at: usize) -> Option<(Period, String)> {
        let lead = self.clause_before(at).trim_end_matches(['约', '近', '超']);
        // 由去年同期的32亿元增至45亿元, 同比由32亿元增至45亿元
        let from = ["由去年同期的", "从去年同期的", "由上年同期的", "从上年同期的", "同比由", "同比从"];
        let number = |c: char| is_digit(c) || among(c, ".．:：∶");
        let led = lead.trim_end_matches(number);
        let base = lead.strip_suffix("下降").or_else(|| lead.strip_suffix("增长")).unwrap_or(lead);
        let base = ["由去年同期", "从去年同期", "由上年同期", "从上年同期"].iter().any(|w| base.ends_with(w));
        if base || from.iter().any(|w| led.ends_with(w)) {
            let value = year_earlier(value);
            return Some((value, format!("变化之前，取{}", value.to_chinese())));
        }
        let lead = ["增长", "下降", "上升", "减少"].iter().find_map(|w| lead.strip_suffix(w)).unwrap_or(lead);
        let told = ["同期为", "同期是", "同期则为", "同期增速为"].iter().any(|w| lead.ends_with(w));
        let value = told.then(|| year_earlier(value))?;
        Some((value, format!("所说时期的上年同期，取{}", value.to_chinese())))
    }

    /// Whether the words are of years before the issue and the story has moved on since.
    pub(super) fn is_long_ago(&self, dated: &Dated, rule: &str) -> bool {
        if rule == "period/paragraph" && self.reports(dated) {
            return false;
        }
        let Some((now, (period, _))) = self.anchor.issue.zip(dated.found.as_ref()) else { return false };
        // A plan or study that gives but its year rests on older figures than a newspaper.
        let fresh = if matches!(now, Period::Year(_)) { 3 } else { 1 };
        let old = now.last_day().year - period.last_day().year > fresh;
        let years = matches!(period.normal(), Period::Year(_) | Period::Months { .. });
        old && (rule == "period/paragraph" || rule == "period/article" && !years)
    }

    /// Whether the figures of a paragraph go on with its time: it opens the paragraph (2001年,…。这一年,…), or a
    /// sentence that tells how much something grew.
    fn reports(&self, dated: &Dated) -> bool {
        static GREW: Words = Words::new(&["同比", "比上年", "增长", "下降"]);
        let start = dated.mention.range.start;
        let before = self.text.get(..start).unwrap_or("").trim_end_matches([' ', '\u{3000}']);
        let opens = before.is_empty() || before.ends_with('\n');
        let first = Span::new(dated.sentence.start, start).slice(self.text).trim().is_empty();
        let again = matches!(dated.mention.expr.year(), Some(YearRef::FromStory(_)));
        dated.heads && (opens || again || first && GREW.within(dated.sentence.slice(self.text)))
    }

    /// 2022年7月 in a story of August 2023: when something was, and no month that later sentences report of.
    pub(super) fn has_faded(&self, dated: &Dated, rule: &str) -> bool {
        let month = |period: Period| match period {
            Period::Month(year, month) => Some(year * 12 + month as i32),
            _ => None,
        };
        let told = dated.found.as_ref().and_then(|(period, _)| month(*period));
        let inherited = matches!(rule, "period/paragraph" | "period/article");
        let since = |now: Period| month(now).zip(told).is_some_and(|(now, told)| now - told > 3);
        inherited && self.is_prose(dated.block) && self.anchor.now().is_some_and(since)
    }

    /// 已, 目前: what is said is how things stand now.
    pub(super) fn has_become(&self, at: usize) -> bool {
        static BECOME: Words = Words::new(&["已", "现", "目前", "累计"]);
        BECOME.within(self.clause_before(at))
    }

    /// 从1995年到2005年,产量由3636辆提升到92519辆: the first amount is of 1995, the second of 2005.
    pub(super) fn one_end(&self, dated: &Dated, at: usize) -> Option<(Period, String)> {
        let PeriodExpr::Years(YearRef::Named(from), YearRef::Named(to)) = dated.mention.expr else { return None };
        let lead = self.text.get(..dated.mention.range.start)?;
        if !["从", "由", "自", "從"].iter().any(|w| lead.ends_with(w)) {
            return None;
        }
        let near = tail(self.text.get(dated.mention.range.end..at)?, 8);
        let last = |words: &[&str]| words.iter().filter_map(|w| near.rfind(w)).max();
        let year = match (last(&["从", "由", "自"]), last(&["到", "至", "为", "达"])) {
            (Some(begin), end) if end.is_none_or(|end| end < begin) => from,
            (_, Some(_)) => to,
            _ => return None,
        };
        Some((Period::Year(year), format!("写明{from}年至{to}年，取{year}年")))
    }

    /// 五年来,精深加工率从38%提高到62%: the first is of the year before the five, the second of the last of them.
    pub(super) fn first_state(&self, dated: &Dated, at: usize) -> Option<(Period, String)> {
        let span = dated.found.as_ref().filter(|_| dated.mention.role == Role::Stated)?.0;
        let (from, to) = (span.first_day().year, span.last_day().year);
        let lead = self.clause_before(at).trim_end_matches(['约', '近', '超', '的']);
        if from == to && matches!(span, Period::Year(_)) && self.is_first_state(at) {
            return Some((Period::Year(from - 1), format!("变化之前，取{}年", from - 1)));
        }
        if from == to || !matches!(span, Period::Months { .. }) {
            return None;
        }
        if self.is_first_state(at) {
            // 2019年至2021年 names its own first year.
            let named = matches!(dated.mention.expr, PeriodExpr::Years(..))
                && dated.mention.range.slice(self.text).starts_with(is_digit);
            let year = if named { from } else { from - 1 };
            return Some((Period::Year(year), format!("变化之前，取{year}年")));
        }
        let last = ["到", "至", "为", "达"].iter().any(|w| lead.ends_with(w));
        let begun = ["从", "由"].iter().any(|w| lead.contains(w)) && lead.contains(is_digit);
        (last && begun).then(|| (Period::Year(to), format!("变化之后，取{to}年")))
    }

    /// Whether 从 or 由 stands before the amount and what it became after it.
    pub(super) fn is_first_state(&self, at: usize) -> bool {
        static MOVES: Words = Words::new(&[
            "提高", "提升", "增加", "增长", "增至", "扩大", "拓展", "上升", "下降", "降至", "降到", "降低", "减少",
            "发展", "扩展", "压降", "攀升", "升至", "扩充", "跃升", "缩短", "压缩", "压减",
        ]);
        let lead = self.clause_before(at).trim_end_matches(['约', '近', '的']);
        let lead = ["最初", "原来", "原先", "过去"].iter().find_map(|w| lead.strip_suffix(w)).unwrap_or(lead);
        let rest = Span::new(at, self.bounds.clause(at).end).slice(self.text);
        let near = rest.char_indices().nth(16).map_or(rest, |(end, _)| &rest[..end]);
        ["从", "由"].iter().any(|w| lead.ends_with(w)) && MOVES.within(near)
    }

    /// Whether 提升到 stands between 从去年的 and the amount.
    pub(super) fn has_changed(&self, dated: &Dated, at: usize) -> bool {
        let between = self.text.get(dated.mention.range.end..at).unwrap_or("");
        ["到", "至", "为", "達", "基础上"].iter().any(|w| tail(between, NEAR).contains(w))
    }

    /// 总投资, 占地: how big a project is does not belong to the 上半年 of a sentence before; it is of the year.
    pub(super) fn size_of_works(&self, value: Period, rule: &str, at: usize) -> Option<Period> {
        static SIZES: Words = Words::new(&["总投资", "投资额", "产能", "占地", "建筑面积", "用地面积", "年产", "全长"]);
        let inherited = matches!(rule, "period/paragraph" | "period/article");
        let partial = matches!(value, Period::Half(..) | Period::Quarter(..) | Period::Months { .. });
        if !(inherited && partial) {
            return None;
        }
        // 新引进总投资5亿元以上项目10个 counts projects.
        let lead = self.clause_before(at);
        let class = |rest: &str| ["以上", "项目", "企业"].iter().any(|w| rest.contains(w));
        let sized = SIZES.within(lead) && SIZES.iter().any(|w| lead.rfind(w).is_some_and(|i| !class(&lead[i..])));
        sized.then(|| Period::Year(value.last_day().year))
    }

    /// 年末生猪存栏39万头,出栏64万头: what flows is of the year, though the day of the stock was named.
    pub(super) fn whole_year(&self, dated: &Dated, value: Period, rule: &str, at: usize) -> Option<Period> {
        static FLOWS: Words = Words::new(&[
            "利用率",
            "产销率",
            "出栏",
            "出笼",
            "产值",
            "产量",
            "增加值",
            "出生",
            "死亡",
            "销售",
            "收入",
            "利润",
            "税",
            "零售额",
            "进出口",
        ]);
        let Period::Day(day) = value else { return None };
        let instant = matches!(dated.mention.expr, PeriodExpr::Calendar { instant: true, .. });
        let listed = || self.sentence_before(at).contains("产量");
        let led =
            ["截至", "截止", "到", "至", "截"].iter().any(|w| self.text[..dated.mention.range.start].ends_with(w));
        let done = || !led && ["实现", "发放", "带动"].iter().any(|w| self.sentence_before(at).contains(w));
        let flows = instant && (FLOWS.within(self.clause_counted(at)) || listed() || done());
        // 一季度末生猪存栏44万头,出栏80万头
        if instant && flows && day.month < 12 {
            return Some(Period::Months { from: (day.year, 1), to: (day.year, day.month) }.normal());
        }
        let far = !matches!(rule, "period/clause" | "period/sentence") || dated.mention.role == Role::Horizon;
        (instant && (flows || far) && (day.month, day.day) == (12, 31)).then_some(Period::Year(day.year))
    }
}

fn year_earlier(value: Period) -> Period {
    let (from, to) = (value.first_day(), value.last_day());
    match value {
        Period::Day(day) => Period::Day(Date { year: day.year - 1, ..day }),
        _ => Period::Months { from: (from.year - 1, from.month), to: (to.year - 1, to.month) }.normal(),
    }
}
