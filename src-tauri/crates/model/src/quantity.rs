//! What is written: a value in its base unit with its qualifier. 近50亿元 is 5 000 000 000 元, below.

use crate::Interval;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How exact the source says its figure is. Never folded into the value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// No word of doubt: 1294.2亿元
    #[default]
    Exact,
    /// 约, 大约, 左右, 上下
    About,
    /// 近, 将近, 接近, 不足, 以内, 以下, 低于
    Below,
    /// 超, 超过, 逾, 余, 多, 以上, 突破, 破, 不低于
    Above,
    /// 3至5亿元
    Range,
}

impl Qualifier {
    /// The word of the evaluation format: `exact`, `about`, `below`, `above`, `range`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Below => "below",
            Self::Above => "above",
            Self::Range => "range",
        }
    }
}

/// A number with its unit as the page states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The value in the base unit: 129 420 000 000 for 1294.2亿元; signed for growth and change; a range's low end.
    pub value: Decimal,
    /// A range's high end, in the base unit.
    pub value_max: Option<Decimal>,
    /// The base unit: 元, 美元, %, 百分点, 倍, 平方米, 吨, 家, 个, 元/人.
    pub unit: String,
    /// What the source says of its exactness.
    pub qualifier: Qualifier,
    /// The source's own qualifier word, if any: 约, 近, 超, 余, 以上. Labels print it.
    pub qualifier_word: Option<String>,
    /// One unit of the last printed digit, in the base unit: 10 000 000 for 1294.2亿元.
    pub step: Decimal,
    /// The amount's own words without white space: 1294.2亿元, 300余家.
    pub printed: String,
}

impl Quantity {
    /// The interval the printed number stands for, `half_steps` halves of the last printed digit to each side
    /// (the table in `data/charts/precision.toml`; 1 for exact, 2 for about); open on one side for above and below.
    #[must_use]
    pub fn interval(&self, half_steps: u32) -> Interval {
        let half = self.step / Decimal::TWO * Decimal::from(half_steps);
        let top = self.value_max.unwrap_or(self.value);
        match self.qualifier {
            Qualifier::Above => Interval { low: Some(self.value), high: None },
            Qualifier::Below => Interval { low: None, high: Some(self.value) },
            Qualifier::Range => Interval { low: Some(self.value), high: Some(top) },
            Qualifier::Exact | Qualifier::About => Interval { low: Some(self.value - half), high: Some(top + half) },
        }
    }
}
