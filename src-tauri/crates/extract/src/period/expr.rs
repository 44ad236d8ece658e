//! What a period phrase says before it is dated: 去年底 is the last day of the year before the issue's.

use super::holiday::Holiday;
use tidemark_model::Span;

/// Which year a phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearRef {
    /// 2023年, 民國112年
    Named(i32),
    /// Counted from the issue's year: 今年 0, 去年 −1, 明年 1.
    FromIssue(i32),
    /// Counted from the year the story tells of: 当年 0, 次年 1.
    FromStory(i32),
    /// Not said: 上半年, 6月, 年末.
    Unsaid,
    /// Not said, and still to come: 年底前, 计划6月底.
    Ahead,
}

/// Which part of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// 全年
    Whole,
    /// 上半年 1, 下半年 2
    Half(u32),
    /// 三季度
    Quarter(u32),
    /// 1—8月, 前三季度
    Months(u32, u32),
    /// 3月
    Month(u32),
    /// 3月19日: month, day
    Day(u32, u32),
    /// 3月1日至7日: month and day, twice
    Days(u32, u32, u32, u32),
}

/// What a period phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeriodExpr {
    /// 2023年上半年; with `instant` its last day: 6月底.
    Calendar {
        /// Which year.
        year: YearRef,
        /// Which part of it.
        part: Part,
        /// 底, 末: only the last day.
        instant: bool,
    },
    /// 2021—2023年, “十四五”
    Years(YearRef, YearRef),
    /// 2022年7月—2023年6月
    Months((YearRef, u32), (YearRef, u32)),
    /// 今年以来: from January to the issue's month.
    Since(YearRef),
    /// “五一”假期: the last one begun by the issue.
    Holiday(Holiday),
    /// 本月 0, 上月 −1
    MonthFromIssue(i32),
    /// 当月: the month told of, else the issue's.
    StoryMonth,
    /// 本季度 0, 上季度 −1
    QuarterFromIssue(i32),
    /// 一年来: the twelve months up to the issue, of one printed till April the year before.
    PastYear,
    /// 今天 0, 昨日 −1
    DayFromIssue(i32),
    /// 19日: the last one on or before the issue.
    DayOfMonth(u32),
    /// 12日至17日: the last such days on or before the issue.
    DaysOfMonth(u32, u32),
    /// 近日, 日前
    Recent,
    /// 目前, 截至目前
    Now,
    /// 行动期间, 抗旱期间: the days told of before, else about the issue.
    During,
    /// 近三年
    LastYears(u32),
    /// 三年来: up to the issue, from the year told of where it is so long ago.
    ForYears(u32),
    /// 去年6月上线以来: from that month to the issue's.
    From(YearRef, u32),
    /// 开通以来: from the time last told of to the issue.
    SinceThen,
    /// 近年来: years the text does not tell.
    Lately,
    /// 两年平均: that many years up to the one spoken of.
    AverageYears(u32),
    /// 三年内, 两到三年内: from the issue's year on.
    WithinYears(u32),
    /// 未来五年
    NextYears(u32),
    /// 此次, 会上, 活动当天: the day the story tells of.
    Event,
    /// 建成后, 达产后: a time the text does not tell.
    Undated,
}

/// What a period phrase does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Says when the figures are from.
    Stated,
    /// Only what a figure is compared with: 比上年, 较去年同期, 是2015年的2倍. Dates no figure.
    Base,
    /// The first of two states: 从去年的27%提升到34%. Dates only the figure right after it.
    From,
    /// 到2027年: the figures are mostly planned.
    Horizon,
    /// When something else happened: 于2004年注册成立. Dates only figures of its own clause.
    Aside,
    /// The page's own date line: 2023-08-08 04:56.
    Dateline,
}

/// A period phrase in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PeriodMention {
    /// Byte offsets in the scanned text.
    pub range: Span,
    /// What it says.
    pub expr: PeriodExpr,
    /// What it does.
    pub role: Role,
}

impl PeriodExpr {
    /// The year a phrase names, where it names one.
    #[must_use]
    pub fn year(self) -> Option<YearRef> {
        match self {
            Self::Calendar { year, .. } | Self::Since(year) | Self::From(year, _) => Some(year),
            Self::Years(_, to) | Self::Months(_, (to, _)) => Some(to),
            _ => None,
        }
    }

    /// Whether the phrase dates later sentences too: 上半年 does, 目前 and 近三年 do not.
    #[must_use]
    pub fn lasts(self) -> bool {
        matches!(
            self,
            Self::Calendar { .. }
                | Self::Months(..)
                | Self::Since(_)
                | Self::Holiday(_)
                | Self::MonthFromIssue(_)
                | Self::StoryMonth
                | Self::QuarterFromIssue(_)
                | Self::DayFromIssue(_)
                | Self::DayOfMonth(_)
                | Self::Recent
                | Self::Event
        )
    }
}
