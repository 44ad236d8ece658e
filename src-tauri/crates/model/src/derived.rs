//! Values that no page states but that follow from some: 1294.2亿元 ÷ 35.5 % ≈ 3646亿元.
//!
//! Computed by `tidemark-ledger`; drawn dashed by `tidemark-chart`.

use crate::{Interval, ObservationId, Period};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One stated figure that a derived value rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Operand {
    /// Which observation.
    pub id: ObservationId,
    /// Its words: 1294.2亿元, 约35.5%.
    pub printed: String,
}

/// What a derived value takes for granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assumption {
    /// That two wordings measure the same: 总产值 and 规模以上工业总产值.
    SameMeasure(String, String),
    /// That no two of these share anything: 东岸小镇 and 云谷.
    Disjoint(Vec<String>),
}

impl Assumption {
    /// As a clause without an end: 把“总产值”与“规模以上工业总产值”当作同一口径.
    #[must_use]
    pub fn to_chinese(&self) -> String {
        match self {
            Self::SameMeasure(one, other) => format!("把“{one}”与“{other}”当作同一口径"),
            Self::Disjoint(names) => format!("把{}当作互不重叠", names.join("、")),
        }
    }
}

/// A value implied by observations, with what it takes for granted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Derived {
    /// Whose value it is: 钱塘区, or 钱塘区其余 for what is left over.
    pub subject: String,
    /// Of what: 规模以上工业总产值.
    pub indicator: String,
    /// When.
    pub period: Option<Period>,
    /// The base unit.
    pub unit: String,
    /// The value at the operands' own values, in the base unit.
    pub value: Decimal,
    /// What it may be, given the operands' intervals.
    pub interval: Interval,
    /// The sum as printed: 1294.2 ÷ 35.5%.
    pub formula: String,
    /// What it takes for granted, each once.
    pub assumptions: Vec<Assumption>,
    /// The figures it rests on.
    pub operands: Vec<Operand>,
}

impl Derived {
    /// What it takes for granted, in Chinese, with commas between; empty where nothing.
    #[must_use]
    pub fn taken(&self) -> String {
        self.assumptions.iter().map(Assumption::to_chinese).collect::<Vec<_>>().join("，")
    }
}
