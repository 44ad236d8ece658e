//! One resolved statistic: indicator, measure, subject, period, quantity, whole, status, source span.

use crate::{PageId, Period, Quantity, Span};
use serde::{Deserialize, Serialize};

/// An observation's number in a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ObservationId(pub i64);

/// What kind of figure of the indicator it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// A level or flow as stated.
    Total,
    /// Added in the period: 新增, 净增, 新认定, 新引进.
    New,
    /// 累计.
    Cumulative,
    /// Part of a whole, in %.
    Share,
    /// Rate against an earlier period, signed.
    Growth,
    /// Absolute difference against an earlier period or another place, signed; percentage points included.
    Change,
    /// Position: value 4 and unit 位 for 第4.
    Rank,
}

impl Measure {
    /// The word of the evaluation format: `total`, `new`, `cumulative`, `share`, `growth`, `change`, `rank`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::New => "new",
            Self::Cumulative => "cumulative",
            Self::Share => "share",
            Self::Growth => "growth",
            Self::Change => "change",
            Self::Rank => "rank",
        }
    }
}

/// Whether it happened or is meant to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It happened.
    #[default]
    Actual,
    /// 目标, 力争, 计划, 预计, 将达到.
    Planned,
}

impl Status {
    /// The word of the evaluation format: `actual` or `planned`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
        }
    }
}

/// A value that was found out, with the reason in words a person can check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolved<T> {
    /// The value.
    pub value: T,
    /// Why, in Chinese: 由“去年全年”与刊期 2024 推得.
    pub reason: String,
    /// The words on the page it was read from, if any: the span of 去年全年.
    pub span: Option<Span>,
}

/// A named reason for an observation's confidence: which rule, which lexicon row, how far inheritance reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The rule's name: `indicator/lexicon`, `subject/article`, `period/sentence`.
    pub rule: String,
    /// What it saw: 规模以上工业总产值.
    pub detail: String,
}

/// One stated figure about a place, park, organisation, industry or project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// What is measured; more than one only where one figure is said of several (均占…50%).
    pub indicators: Vec<String>,
    /// The kind of figure.
    pub measure: Measure,
    /// Whose figure, short official name: 钱塘区.
    pub subject: Option<Resolved<String>>,
    /// When.
    pub period: Option<Resolved<Period>>,
    /// The number.
    pub quantity: Quantity,
    /// For share and rank (and a change against another place): the population it is taken of.
    pub whole: Option<String>,
    /// Actual or planned.
    pub status: Status,
    /// The amount's place on the page: number, scale and unit, without the qualifiers around it.
    pub span: Span,
    /// The sentence that states it, on the page.
    pub sentence: Span,
    /// Where the indicator's words stand on the page, if they do.
    pub indicator_span: Option<Span>,
    /// Index of the article on the page.
    pub article: usize,
    /// 0 to 1: how likely everything about it is right.
    pub confidence: f64,
    /// Whether it may be used without a person's look.
    pub accepted: bool,
    /// What the confidence rests on.
    pub evidence: Vec<Evidence>,
}

/// An observation as a library keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredObservation {
    /// Its number.
    pub id: ObservationId,
    /// The page it came from.
    pub page: PageId,
    /// Whether a person has rejected it.
    pub rejected: bool,
    /// What it states.
    pub observation: Observation,
}
