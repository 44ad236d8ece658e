//! What a period phrase says, in words, before it is dated: 去年 is 刊期的上一年.

use super::expr::{Part, PeriodExpr, Role, YearRef};

impl PeriodExpr {
    /// In words that hold whatever the issue's date.
    #[must_use]
    pub fn said(self) -> String {
        match self {
            Self::Calendar { year: of, part: p, instant } => {
                format!("{}{}{}", year(of), part(p), if instant { "的最后一日" } else { "" })
            }
            Self::Years(from, to) => format!("{}至{}", year(from), year(to)),
            Self::Months((a, from), (b, to)) => format!("{}{from}月至{}{to}月", year(a), year(b)),
            Self::Since(of) => format!("{}年初至刊期", year(of)),
            Self::Holiday(_) => "刊期以前最近的这一假期".to_owned(),
            Self::MonthFromIssue(n) => near(n, "月"),
            Self::StoryMonth => "文中所说的那一月".to_owned(),
            Self::QuarterFromIssue(n) => near(n, "季度"),
            Self::PastYear => "刊期以前的一年".to_owned(),
            Self::DayFromIssue(n) => near(n, "日"),
            Self::DayOfMonth(day) => format!("刊期当日或以前最近的{day}日"),
            Self::DaysOfMonth(from, to) => format!("刊期当日或以前最近的{from}日至{to}日"),
            Self::Recent => "刊期前不久".to_owned(),
            Self::Now => "刊期之时".to_owned(),
            Self::During => "文中所说的那几日，否则刊期之时".to_owned(),
            Self::LastYears(n) => format!("刊期以前的{n}年"),
            Self::ForYears(n) => format!("到刊期为止的{n}年"),
            Self::From(of, month) => format!("{}{month}月至刊期", year(of)),
            Self::SinceThen => "从文中所说的时间至刊期".to_owned(),
            Self::Lately => "没有写明的近几年".to_owned(),
            Self::AverageYears(n) => format!("到所说年份为止的{n}年"),
            Self::WithinYears(n) => format!("刊期当年起的{n}年"),
            Self::NextYears(n) => format!("刊期以后的{n}年"),
            Self::Event => "文中所说的那一天".to_owned(),
            Self::Undated => "文中没有写明的将来".to_owned(),
        }
    }
}

fn year(of: YearRef) -> String {
    match of {
        YearRef::Named(n) => format!("{n}年"),
        YearRef::FromIssue(n) => near(n, "年"),
        YearRef::FromStory(0) => "文中所说的那一年".to_owned(),
        YearRef::FromStory(n) if n < 0 => format!("文中所说那一年的前{}年", -n),
        YearRef::FromStory(n) => format!("文中所说那一年的后{n}年"),
        YearRef::Unsaid => "没有写明的一年".to_owned(),
        YearRef::Ahead => "刊期以后最近一年".to_owned(),
    }
}

fn near(n: i32, unit: &str) -> String {
    match n {
        0 => format!("刊期的当{unit}"),
        -1 => format!("刊期的上一{unit}"),
        1 => format!("刊期的下一{unit}"),
        n if n < 0 => format!("刊期以前的第{}{unit}", -n),
        n => format!("刊期以后的第{n}{unit}"),
    }
}

fn part(part: Part) -> String {
    match part {
        Part::Whole => String::new(),
        Part::Half(1) => "上半年".to_owned(),
        Part::Half(_) => "下半年".to_owned(),
        Part::Quarter(n) => format!("第{n}季度"),
        Part::Months(a, b) => format!("{a}—{b}月"),
        Part::Month(n) => format!("{n}月"),
        Part::Day(month, day) => format!("{month}月{day}日"),
        Part::Days(a, from, b, to) => format!("{a}月{from}日至{b}月{to}日"),
    }
}

impl Role {
    /// What the phrase does in its sentence, in words.
    #[must_use]
    pub fn said(self) -> &'static str {
        match self {
            Self::Stated => "说明数据的时间",
            Self::Base => "只是比较的基期，不作数据的时间",
            Self::From => "变化的起点，只管紧接的一个数",
            Self::Horizon => "目标的年限",
            Self::Aside => "另一件事的时间，只管本分句",
            Self::Dateline => "版面自己的日期",
        }
    }
}
