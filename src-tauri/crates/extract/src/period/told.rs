//! What an article has told of time so far: a bare 全年 is of the year named before, 今年以来 in a report on 上半年 is
//! that half-year.

use super::context::Dated;
use super::expr::{Part, PeriodExpr, PeriodMention, Role, YearRef};
use super::resolve::Anchor;
use tidemark_model::{Period, Span};

/// The years named so far.
#[derive(Default)]
pub(super) struct Said {
    last: Option<Period>,
    sentence: Option<(Span, Period)>,
    /// The time last told of, with its paragraph.
    place: Option<(usize, Period)>,
    /// The week last told of, with its paragraph, which 本周 means.
    week: Option<(usize, Period)>,
    /// The part of a year that figures were last told of: 上半年.
    told: Option<Period>,
}

impl Said {
    pub(super) fn note(&mut self, dated: &Dated) {
        let tells = !matches!(dated.mention.role, Role::Base | Role::Dateline | Role::Horizon);
        let of_time = !matches!(dated.mention.expr, PeriodExpr::Now | PeriodExpr::Recent | PeriodExpr::Event);
        if let Some((period, _)) = dated.found.as_ref().filter(|_| tells && of_time) {
            self.place = Some((dated.block, *period));
            self.week = is_week(*period).then_some((dated.block, *period)).or(self.week);
        }
        if let Some((period, _)) = dated.found.as_ref().filter(|_| dated.mention.role == Role::Stated) {
            let part = matches!(period, Period::Quarter(..) | Period::Half(..) | Period::Months { .. });
            self.told = if part { Some(*period) } else { self.told };
        }
        let names = dated
            .mention
            .expr
            .year()
            .is_some_and(|y| !matches!(y, YearRef::Unsaid | YearRef::Ahead | YearRef::FromStory(_)));
        if let Some((period, _)) = dated.found.as_ref().filter(|_| names && dated.mention.role != Role::Base) {
            self.last = Some(*period);
            self.sentence = Some((dated.sentence, *period));
        }
    }

    /// 今年以来 in a report on 上半年 printed in July: the half-year just told of, not the days since.
    pub(super) fn so_far(&self, mention: &PeriodMention, anchor: Anchor) -> Option<(Period, String)> {
        let this_year = matches!(mention.expr, PeriodExpr::Since(YearRef::FromIssue(0)));
        let told = self.told.filter(|_| this_year && mention.role == Role::Stated)?;
        let Some(Period::Month(year, month)) = anchor.now() else { return None };
        let (from, to) = (told.first_day(), told.last_day());
        let fresh = to.year == year && (from.month, from.day) == (1, 1) && to.month + 1 == month;
        fresh.then(|| (told, format!("文中所报的时期，取{}", told.to_chinese())))
    }

    /// 2022年的站位与2021年同期相比 in a report on 上半年: the half-year of that year.
    pub(super) fn same_part(&self, mention: &PeriodMention, sentence: &str) -> Option<(Period, String)> {
        let PeriodExpr::Calendar { year: YearRef::Named(year), part: Part::Whole, instant: false } = mention.expr
        else {
            return None;
        };
        let told = self.told.filter(|told| told.first_day().year == year && told.last_day().year == year)?;
        let compares = mention.role == Role::Stated && sentence.contains("同期");
        compares.then(|| (told, format!("与同期相比，取{}", told.to_chinese())))
    }

    /// What is known at a mention: the year its sentence named before it, the story's last year.
    pub(super) fn anchor(&self, mention: &PeriodMention, (block, sentence): (usize, Span), anchor: Anchor) -> Anchor {
        let same = self.sentence.filter(|(at, _)| *at == sentence).map(|(_, period)| period);
        let whole =
            matches!(mention.expr, PeriodExpr::Calendar { part: Part::Whole, .. } | PeriodExpr::AverageYears(_));
        let told = matches!(mention.expr.year(), Some(YearRef::FromStory(_)));
        let week = self.week.filter(|_| mention.expr == PeriodExpr::During);
        let place = week.or(self.place);
        let one_year = |p: &Period| p.first_day().year == p.last_day().year;
        Anchor {
            heading: same
                .or(self.last.filter(|_| whole && mention.expr.year() != Some(YearRef::Ahead)))
                .filter(one_year)
                .or(anchor.heading),
            story_year: self.last.filter(|_| told).map(|p| p.last_day().year).or(anchor.story_year),
            told: place.filter(|(at, _)| *at == block).map(|(_, period)| period),
            ..anchor
        }
    }
}

/// Whether it is seven days or fewer.
fn is_week(period: Period) -> bool {
    let Period::Days(first, last) = period else { return false };
    let months = (last.year * 12 + last.month as i32) - (first.year * 12 + first.month as i32);
    let after = if months == 0 { last.day } else { last.day + 31 };
    months < 2 && after.saturating_sub(first.day) < 7
}
