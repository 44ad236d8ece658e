//! Which period words outlast their sentence: 上半年 dates the figures of the sentences after it, 8月7日 of an event
//! does not.

use super::context::{Dated, PeriodContext, Shape};
use super::expr::{Part, PeriodExpr, Role};
use super::number::is_digit;
use tidemark_model::{Period, Span};

impl PeriodContext<'_> {
    /// 上半年,…。6月份,工业增长11%。投资增长9%: the last month of what is reported is an aside, and the report goes on.
    pub(super) fn find_asides(&mut self) {
        let mut report: Option<Period> = None;
        for dated in &mut self.mentions {
            let told = dated.found.as_ref().filter(|_| dated.mention.role == Role::Stated && dated.bracket.is_none());
            let Some(period) = told.map(|(period, _)| *period) else { continue };
            let part = matches!(period, Period::Month(..) | Period::Quarter(..));
            let within =
                |whole: Period| whole.last_day() == period.last_day() && whole.first_day() < period.first_day();
            if part && report.is_some_and(within) {
                dated.heads = false;
            }
            let january = (period.first_day().month, period.first_day().day) == (1, 1);
            let counted = january && period.months().is_some_and(|n| (2..=12).contains(&n));
            report = if counted { Some(period) } else { report };
        }
    }

    /// Of each mention whether it heads its sentence's figures: 床位1000张,10月正式启用 does not.
    pub(super) fn find_heads(&mut self) {
        let counted = |from: usize, to: usize| self.text.get(from..to).unwrap_or("").contains(is_digit);
        let mut before = vec![false; self.mentions.len()];
        let (mut read, mut figure, mut sentence) = (0, false, None);
        for (dated, before) in self.mentions.iter().zip(&mut before) {
            if sentence != Some(dated.sentence) {
                (read, figure, sentence) = (dated.sentence.start, false, Some(dated.sentence));
            }
            figure |= counted(read, dated.mention.range.start);
            (read, *before) = (dated.mention.range.end, figure);
        }
        let mut heads = vec![true; self.mentions.len()];
        let mut follows = vec![false; self.mentions.len()];
        let (mut upto, mut figure, mut sentence) = (0, false, None);
        for (i, dated) in self.mentions.iter().enumerate().rev() {
            if sentence != Some(dated.sentence) {
                (upto, figure, sentence) = (dated.sentence.end, false, Some(dated.sentence));
            }
            figure |= counted(dated.mention.range.end, upto);
            upto = dated.mention.range.start;
            follows[i] = figure;
            // 其中,7月份实现产值4亿元: a part of what is told, and of this sentence only
            let clause = dated.clause.start;
            let lead =
                self.text.get(dated.sentence.start..clause).unwrap_or("").trim_end_matches(['，', ',', '：', ':']);
            let part = lead.ends_with("其中") || self.text.get(clause..).is_some_and(|t| t.starts_with("其中"));
            heads[i] = !part && (!before[i] || figure && self.opens_clause(dated) || self.dates_data(dated));
            figure &= dated.mention.role == Role::Base;
        }
        for (i, dated) in self.mentions.iter_mut().enumerate() {
            // （民國115年）only says which year the words before it mean.
            let counts = |b: &Span| self.text.get(dated.mention.range.end..b.end).unwrap_or("").contains(is_digit);
            let bracket = self.bounds.bracket(dated.mention.range.start).filter(counts);
            (dated.heads, dated.counts) = (heads[i], follows[i]);
            dated.bracket = bracket.filter(|_| before[i]);
        }
    }

    /// 31个省份的2021年经济数据已全部出炉: what the sentences after it report is of that year.
    fn dates_data(&self, dated: &Dated) -> bool {
        let rest = Span::new(dated.mention.range.end, dated.clause.end).slice(self.text);
        ["数据", "成绩单", "答卷"].iter().any(|w| rest.contains(w))
            && ["出炉", "公布", "发布", "揭晓"].iter().any(|w| rest.contains(w))
            && !rest.contains(is_digit)
    }

    /// 五年来, and “十三五”时期, at the head of a sentence are of all of it and of what follows.
    pub(super) fn opens_span(&self, dated: &Dated) -> bool {
        let span =
            matches!(dated.mention.expr, PeriodExpr::LastYears(_) | PeriodExpr::ForYears(_) | PeriodExpr::Years(..));
        let lead = Span::new(dated.sentence.start, dated.mention.range.start).slice(self.text);
        let lead = ["数据显示，", "据统计，", "资料显示，"]
            .iter()
            .find_map(|w| lead.trim_start().strip_prefix(w))
            .unwrap_or(lead);
        span && dated.mention.role == Role::Stated
            && dated.found.is_some()
            && lead.trim_start().chars().take(5).count() <= 4
    }

    /// Whether it ended before the year before the issue's.
    fn is_past(&self, period: Period) -> bool {
        self.anchor.issue.is_some_and(|issue| period.last_day().year < issue.last_day().year - 1)
    }

    /// 公司成立于2005年,厂房3万平方米: a sentence that says since when a thing is tells how it stands.
    pub(super) fn tells_of_a_beginning(&self, sentence: Span, before: usize) -> bool {
        let past = |period: Period| self.anchor.now().is_some_and(|now| period.last_day() < now.first_day());
        let begun = |d: &Dated| d.mention.role == Role::Aside && d.found.as_ref().is_some_and(|(p, _)| past(*p));
        let here = self.mentions[..before].iter().rev().take_while(|d| d.mention.range.start >= sentence.start);
        here.take(20).any(begun)
    }

    /// A line by itself over a section: 二、2024年工作安排
    pub(super) fn is_heading(&self, block: usize) -> bool {
        self.shapes.get(block).copied() == Some(Shape::Heading)
    }

    pub(super) fn is_prose(&self, block: usize) -> bool {
        self.shapes.get(block).copied() == Some(Shape::Prose)
    }

    /// Whether a mention dates sentences after its own: not a day in the midst of a story, not a time that
    /// is still running or to come, and 年末 only in its own paragraph.
    pub(super) fn outlasts(&self, dated: &Dated, block: Option<usize>, planned: bool) -> bool {
        let near = Some(dated.block) == block || self.is_heading(dated.block);
        let aim = planned && (dated.mention.role == Role::Horizon && self.opens_clause(dated));
        if near && (aim || self.opens_span(dated)) {
            let past = |now: Period| dated.found.as_ref().is_some_and(|(p, _)| p.last_day() <= now.last_day());
            return planned || self.anchor.issue.is_none_or(past);
        }
        let lasts = lasting(dated) && dated.heads && dated.bracket.is_none();
        let Some((period, _)) = dated.found.as_ref().filter(|_| lasts) else { return false };
        let instant = matches!(dated.mention.expr, PeriodExpr::Calendar { instant: true, .. });
        let open = self.anchor.issue.is_some_and(|issue| period.last_day() > issue.last_day());
        let unfinished = open && !matches!(period, Period::Year(_)) && dated.mention.expr != PeriodExpr::Recent;
        let first = self.first_prose == Some(dated.block);
        let aside = is_event_day(dated.mention.expr)
            && (self.anchor.event != Some(*period) || Some(dated.block) != block && !first);
        let holiday = matches!(dated.mention.expr, PeriodExpr::Calendar { part: Part::Days(..), .. });
        if matches!(dated.mention.expr, PeriodExpr::Holiday(_)) && self.anchor.event != Some(*period) {
            return false;
        }
        if Some(dated.block) != block
            && (holiday
                || self.is_past(*period) && block.is_some_and(|b| self.is_prose(b)) && !self.is_heading(dated.block)
                || !dated.leads)
        {
            return false;
        }
        !(unfinished || aside || instant && Some(dated.block) != block)
    }
}

pub(super) fn is_event_day(expr: PeriodExpr) -> bool {
    matches!(
        expr,
        PeriodExpr::Calendar { part: Part::Day(..), instant: false, .. }
            | PeriodExpr::DayOfMonth(_)
            | PeriodExpr::DayFromIssue(_)
    )
}

/// The same, and 此次, 活动现场: a day that passes while what stands goes on.
pub(super) fn is_passing_day(expr: PeriodExpr) -> bool {
    is_event_day(expr) || expr == PeriodExpr::Event
}

/// Whether a mention may date later sentences.
pub(super) fn lasting(dated: &Dated) -> bool {
    dated.mention.role == Role::Stated && dated.mention.expr.lasts() && dated.found.is_some()
}
