//! Dates a period phrase against the issue: 去年底 and an issue of 2024-03 give 2023-12-31, with the reason.

use super::expr::{Part, PeriodExpr, YearRef};
use super::holiday::{Holiday, days_of};
use tidemark_model::{Date, Period};

/// What is known where a phrase stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The issue's date.
    pub issue: Option<Period>,
    /// The year that 当年 and a bare month mean in a story of another year.
    pub story_year: Option<i32>,
    /// The latest year the page makes certain; stands in for the issue's where there is none.
    pub latest_year: Option<i32>,
    /// The title's or the sentence's own period, to which 全年, 年末 and 上半年 belong.
    pub heading: Option<Period>,
    /// The time last told of in the paragraph, from which 开通以来 and 三年来 count.
    pub told: Option<Period>,
    /// The day the story tells of, which 此次 and 当天 mean.
    pub event: Option<Period>,
}

impl Anchor {
    /// The issue's year, else the latest the page makes certain.
    fn year(&self) -> Option<i32> {
        self.issue.map(|p| p.last_day().year).or(self.latest_year)
    }

    /// The issue's last possible day: of 2024-03 the 31st.
    fn last_day(&self) -> Option<Date> {
        self.issue.map(Period::last_day)
    }

    /// The issue's month, where it is known to the month.
    fn month(&self) -> Option<(i32, u32)> {
        match self.issue? {
            Period::Month(year, month) => Some((year, month)),
            Period::Day(day) => Some((day.year, day.month)),
            _ => None,
        }
    }

    /// What a figure without any words is of: the issue, but the latest year named where only the year after
    /// it is known for the issue, as of a bulletin; with the name of what it rests on.
    pub(super) fn unsaid(&self) -> Option<(Period, &'static str)> {
        let latest = self.latest_year.filter(|&latest| match self.issue {
            Some(Period::Year(issue)) => latest + 1 == issue,
            Some(_) => false,
            None => true,
        });
        match latest {
            Some(latest) => Some((Period::Year(latest), "版面上最晚的确定年份")),
            None => self.now().map(|now| (now, "刊期")),
        }
    }

    /// The months of a year that are over at the issue: of 2016-07 the half-year, of 2024-01 the year before.
    pub(super) fn last_reported(&self) -> Option<Period> {
        let (year, month) = self.month()?;
        let bulletin = month <= 4 && self.latest_year == Some(year - 1);
        match month {
            _ if bulletin => Some(Period::Year(year - 1)),
            1 => Some(Period::Year(year - 1)),
            _ => ordered((year, 1), (year, month - 1)),
        }
    }

    /// The issue to the month at most: what 目前 and a figure without any date are from.
    #[must_use]
    pub fn now(&self) -> Option<Period> {
        self.month().map(|(y, m)| Period::Month(y, m)).or_else(|| self.year().map(Period::Year))
    }
}

/// The period a phrase means, with the reason in Chinese; `None` where the text does not tell.
#[must_use]
pub fn resolve(expr: &PeriodExpr, anchor: &Anchor) -> Option<(Period, String)> {
    let period = period_of(*expr, anchor)?;
    Some((period, reason(*expr, anchor, period)))
}

fn period_of(expr: PeriodExpr, anchor: &Anchor) -> Option<Period> {
    match expr {
        PeriodExpr::Calendar { year, part, instant } => {
            let period = calendar(year_of(year, part, instant, anchor)?, part)?;
            // 到4月底前 in an issue of 25 April: the month is not over.
            let over = anchor.last_day().is_none_or(|issue| period.last_day() <= issue || period.first_day() > issue);
            let month = matches!(period, Period::Month(..));
            Some(if instant && (over || !month) { Period::Day(period.last_day()) } else { period })
        }
        PeriodExpr::Years(from, to) => ordered((plain_year(from, anchor)?, 1), (plain_year(to, anchor)?, 12)),
        PeriodExpr::Months((a, m), (b, n)) => ordered((plain_year(a, anchor)?, m), (plain_year(b, anchor)?, n)),
        PeriodExpr::Since(year) => since(plain_year(year, anchor)?, anchor),
        PeriodExpr::Holiday(holiday) => holiday_days(holiday, anchor),
        PeriodExpr::MonthFromIssue(n) => month_from_issue(n, anchor),
        PeriodExpr::StoryMonth => {
            anchor.told.filter(|p| matches!(p, Period::Month(..))).or_else(|| month_from_issue(0, anchor))
        }
        PeriodExpr::QuarterFromIssue(n) => quarter_from_issue(n, anchor),
        PeriodExpr::PastYear => past_year(anchor),
        PeriodExpr::DayFromIssue(n) => day_from_issue(n, anchor),
        PeriodExpr::DayOfMonth(day) => day_of_month(day, anchor),
        PeriodExpr::DaysOfMonth(from, to) => days_of_month(from, to, anchor),
        PeriodExpr::Recent | PeriodExpr::Now => anchor.now(),
        PeriodExpr::During => anchor.told.filter(|p| matches!(p, Period::Days(..))).or_else(|| anchor.now()),
        PeriodExpr::LastYears(n) => last_years(n, anchor),
        PeriodExpr::ForYears(n) => for_years(n, anchor),
        PeriodExpr::From(year, month) => from_month(year, month, anchor),
        PeriodExpr::SinceThen => since_then(anchor),
        PeriodExpr::AverageYears(n) => average_years(n, anchor),
        PeriodExpr::WithinYears(n) => anchor.year().and_then(|y| ordered((y, 1), (y.checked_add_unsigned(n)?, 12))),
        PeriodExpr::NextYears(n) => next_years(n, anchor),
        PeriodExpr::Event => anchor.event.or_else(|| anchor.now()),
        PeriodExpr::Lately | PeriodExpr::Undated => None,
    }
}

fn ordered(from: (i32, u32), to: (i32, u32)) -> Option<Period> {
    (from <= to).then(|| Period::Months { from, to }.normal())
}

fn plain_year(year: YearRef, anchor: &Anchor) -> Option<i32> {
    match year {
        YearRef::Named(year) => Some(year),
        YearRef::FromIssue(n) => anchor.year().map(|y| y + n),
        // 由当年的20万元: long ago, the text does not tell when.
        YearRef::FromStory(0) => anchor.story_year,
        YearRef::FromStory(n) => anchor.story_year.or_else(|| anchor.year()).map(|y| y + n),
        YearRef::Unsaid => anchor.heading.map(|p| p.last_day().year).or(anchor.story_year).or_else(|| anchor.year()),
        // 过去一年，…，预计全年: a report's early count of the year just over
        YearRef::Ahead => {
            let over = anchor.heading.filter(|_| annual_report(anchor)).map(|p| p.last_day().year);
            over.filter(|&year| Some(year + 1) == anchor.year()).or_else(|| anchor.year())
        }
    }
}

/// The year of a part; one without a year is the last that was over by the issue.
fn year_of(year: YearRef, part: Part, instant: bool, anchor: &Anchor) -> Option<i32> {
    let plain = plain_year(year, anchor)?;
    let told = anchor.heading.is_some() || anchor.story_year.is_some();
    let Some(issue) = anchor.last_day().filter(|_| year == YearRef::Unsaid && !told) else { return Some(plain) };
    let last_part = if let Part::Months(_, last) = part { Part::Month(last) } else { part };
    let begun = calendar(plain, last_part).is_none_or(|p| {
        // 8月底 in an issue of 6 August is still to come.
        let ends = instant && !matches!(last_part, Part::Month(_));
        let day = if ends { p.last_day() } else { p.first_day() };
        (day.year, day.month, day.day) <= (issue.year, issue.month, issue.day)
    });
    let bulletin = matches!(part, Part::Whole) && annual_report(anchor);
    Some(if bulletin || !(begun || matches!(part, Part::Whole)) { plain - 1 } else { plain })
}

/// Whether an issue of this date reports on the year before: printed till April, or naming no later year.
fn annual_report(anchor: &Anchor) -> bool {
    match (anchor.month(), anchor.year(), anchor.latest_year) {
        (Some((_, month)), _, _) => month <= 4,
        (None, Some(issue), Some(latest)) => latest + 1 == issue,
        _ => false,
    }
}

fn calendar(year: i32, part: Part) -> Option<Period> {
    Some(match part {
        Part::Whole => Period::Year(year),
        Part::Half(h) => Period::Half(year, h),
        Part::Quarter(q) => Period::Quarter(year, q),
        Part::Month(m) => Period::Month(year, m),
        Part::Months(a, b) => Period::Months { from: (year, a), to: (year, b) }.normal(),
        Part::Day(m, d) => Period::Day(Date::new(year, m, d)?),
        Part::Days(a, d, b, e) => {
            let last = Date::new(year, b, e.min(days_in_month(year, b)))?;
            let first = Date::new(year, a, d)?;
            (first <= last).then_some(Period::Days(first, last))?
        }
    })
}

fn since(year: i32, anchor: &Anchor) -> Option<Period> {
    match anchor.month() {
        Some(to) => ordered((year, 1), to),
        None => anchor.year().and_then(|to| ordered((year, 1), (to, 12))),
    }
}

/// Of the year named, else the last one begun by the issue; where the table does not reach, about the issue.
fn holiday_days(holiday: Holiday, anchor: &Anchor) -> Option<Period> {
    let named = anchor.heading.map(|p| p.last_day().year).or(anchor.story_year);
    let year = named.or_else(|| anchor.year())?;
    let begun = |p: &Period| named.is_some() || anchor.last_day().is_none_or(|day| p.first_day() <= day);
    let of = |year| days_of(holiday, year).filter(begun);
    of(year).or_else(|| days_of(holiday, year).and_then(|_| days_of(holiday, year - 1))).or_else(|| anchor.now())
}

/// 去年6月以来: from that month, of a bare one the last before the issue, to the issue's.
fn from_month(year: YearRef, month: u32, anchor: &Anchor) -> Option<Period> {
    let year = year_of(year, Part::Month(month), false, anchor)?;
    let to = anchor.month().or_else(|| anchor.year().map(|y| (y, 12)))?;
    ordered((year, month), to)
}

/// 开通以来, from when the paragraph told, but not from a report's half-year; else up to the issue from no one knows when.
fn since_then(anchor: &Anchor) -> Option<Period> {
    let told = anchor.told.filter(|p| !matches!(p, Period::Half(..) | Period::Quarter(..) | Period::Year(_)));
    let Some(told) = told.map(Period::first_day) else { return anchor.now() };
    let to = anchor.month().or_else(|| anchor.year().map(|y| (y, 12)))?;
    ordered((told.year, told.month), to)
}

/// 2020年启动。三年来 of an issue in 2023: 2020 to 2023; where another year was told of, like 近三年.
fn for_years(n: u32, anchor: &Anchor) -> Option<Period> {
    let begun = anchor.told.filter(|p| matches!(p, Period::Year(_) | Period::Month(..) | Period::Day(_)));
    if let Some(span) = told_span(n, anchor) {
        return Some(span);
    }
    match (begun.map(|p| p.first_day().year), anchor.year()) {
        (Some(from), Some(issue)) if from.checked_add_unsigned(n) == Some(issue) => ordered((from, 1), (issue, 12)),
        _ => last_years(n, anchor),
    }
}

/// The time last told of, where it is just so many years: 从2018年到2022年,…。五年来 is those five.
fn told_span(n: u32, anchor: &Anchor) -> Option<Period> {
    let years = |p: &Period| p.months().is_some_and(|months| n.checked_mul(12).is_some_and(|n| months == n as i32));
    anchor.told.filter(|p| n > 1 && years(p))
}

fn month_from_issue(n: i32, anchor: &Anchor) -> Option<Period> {
    let (year, month) = anchor.month()?;
    let index = year * 12 + month as i32 - 1 + n;
    Some(Period::Month(index.div_euclid(12), index.rem_euclid(12) as u32 + 1))
}

fn quarter_from_issue(n: i32, anchor: &Anchor) -> Option<Period> {
    let (year, month) = anchor.month()?;
    let index = year * 4 + (month as i32 - 1) / 3 + n;
    Some(Period::Quarter(index.div_euclid(4), index.rem_euclid(4) as u32 + 1))
}

fn past_year(anchor: &Anchor) -> Option<Period> {
    match anchor.month() {
        Some((year, month)) if month > 4 => ordered((year - 1, month), (year, month)),
        _ => anchor.year().map(|year| Period::Year(year - 1)),
    }
}

fn day_from_issue(n: i32, anchor: &Anchor) -> Option<Period> {
    let Some(Period::Day(day)) = anchor.issue else { return anchor.now() };
    let mut day = day;
    for _ in 0..n.unsigned_abs().min(31) {
        day = if n < 0 { day_before(day) } else { day_after(day) };
    }
    Some(Period::Day(day))
}

fn day_before(day: Date) -> Date {
    let (year, month) = if day.month == 1 { (day.year - 1, 12) } else { (day.year, day.month - 1) };
    match day.day {
        1 => Date { year, month, day: days_in_month(year, month) },
        d => Date { day: d - 1, ..day },
    }
}

pub(super) fn day_after(day: Date) -> Date {
    let (year, month) = if day.month == 12 { (day.year + 1, 1) } else { (day.year, day.month + 1) };
    match day.day {
        d if d < days_in_month(day.year, day.month) => Date { day: d + 1, ..day },
        _ => Date { year, month, day: 1 },
    }
}

/// The last such day on or before the issue; in an issue known to the month, of that month.
fn day_of_month(day: u32, anchor: &Anchor) -> Option<Period> {
    let last = anchor.month().and(anchor.last_day())?;
    let (mut year, mut month) = (last.year, last.month);
    if day > last.day {
        (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    }
    Date::new(year, month, day).map(Period::Day)
}

/// Both in one month, else the first in the month before.
fn days_of_month(from: u32, to: u32, anchor: &Anchor) -> Option<Period> {
    // 27日至30日 in an issue of the 27th
    let runs = anchor.month().and(anchor.last_day()).filter(|day| from <= day.day && day.day < to);
    if let Some(day) = runs {
        let last = Date { day: to.min(days_in_month(day.year, day.month)), ..day };
        return Some(Period::Days(Date { day: from, ..day }, last));
    }
    let Some(Period::Day(last)) = day_of_month(to, anchor) else { return None };
    let before = if last.month == 1 { (last.year - 1, 12) } else { (last.year, last.month - 1) };
    let first = if from < to { Date::new(last.year, last.month, from) } else { Date::new(before.0, before.1, from) };
    first.filter(|day| *day <= last).map(|first| Period::Days(first, last).normal())
}

/// 近三年 of an issue in 2023: the whole years 2021 to 2023; printed till April: 2021 to 2023 of 2024 too, as in a
/// report of the year before.
fn last_years(n: u32, anchor: &Anchor) -> Option<Period> {
    // 白皮书（2019—2022年）显示,过去4年 is those four.
    if let Some(span) = told_span(n, anchor) {
        return Some(span);
    }
    let issue = anchor.year()?;
    let report = anchor.told.map(|p| p.last_day().year).filter(|_| anchor.month().is_none()) == Some(issue - 1);
    let last = if report || anchor.month().is_some_and(|(_, m)| m <= 4) { issue - 1 } else { issue };
    ordered((last.checked_sub_unsigned(n.checked_sub(1)?)?, 1), (last, 12))
}

/// 未来五年 of an issue in 2023: 2024 to 2028; of one printed till April, which looks ahead at its own year: 2023 to 2027.
fn next_years(n: u32, anchor: &Anchor) -> Option<Period> {
    let issue = anchor.year()?;
    let first = if anchor.month().is_some_and(|(_, m)| m <= 4) { issue } else { issue + 1 };
    ordered((first, 1), (first.checked_add_unsigned(n.checked_sub(1)?)?, 12))
}

/// 两年平均 beside 2021年: the years 2020 and 2021.
fn average_years(n: u32, anchor: &Anchor) -> Option<Period> {
    let last = anchor.told.or(anchor.heading).map(|p| p.last_day().year).or_else(|| anchor.year())?;
    ordered((last.checked_sub_unsigned(n.checked_sub(1)?)?, 1), (last, 12))
}

fn reason(expr: PeriodExpr, anchor: &Anchor, period: Period) -> String {
    let meant = period.to_chinese();
    let issue = || match (anchor.issue, anchor.latest_year) {
        (Some(issue), _) => format!("刊期{}", issue.to_chinese()),
        (None, Some(year)) => format!("版面上最晚的确定年份{year}年（未印刊期）"),
        (None, None) => "上下文".to_owned(),
    };
    let source = match expr {
        PeriodExpr::Event if anchor.event.is_some() => "文中事件的日期".to_owned(),
        _ => match expr.year() {
            Some(YearRef::Named(_)) => return format!("文中写明{meant}"),
            Some(YearRef::FromStory(_)) if anchor.story_year.is_some() => "上文所说的年份".to_owned(),
            Some(YearRef::Unsaid) if anchor.heading.is_some() => "同句或标题的年份".to_owned(),
            Some(YearRef::Unsaid) if anchor.story_year.is_some() => "上文所说的年份".to_owned(),
            _ => issue(),
        },
    };
    format!("由{source}推得{meant}")
}

fn days_in_month(year: i32, month: u32) -> u32 {
    Period::Month(year, month).last_day().day
}
