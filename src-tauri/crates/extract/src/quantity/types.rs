//! What the quantity stage hands on: amounts, and the numbers that are none.
//!
//! 近50亿元 is one [`Amount`] of 5 000 000 000 元, below; 世界500强 is one [`Masked`] range.

use tidemark_model::{Decimal, Qualifier, Quantity, Span};

/// What a number is before anyone knows of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AmountKind {
    /// A number with a unit: 1294.2亿元, 101家
    Quantity,
    /// %, ‰, 成, 分之, 一半: 35.5%, 三成
    Percent,
    /// 个百分点: 2.9个百分点
    Points,
    /// 倍: 1.5倍, 两倍
    Times,
    /// A position: 第4, 首位, 前10
    Rank,
    /// 翻番, 翻两番: always a growth, in %
    Doubling,
    /// A number with no unit of its own: a table's cell, a list's member whose unit stands elsewhere
    Bare,
}

/// A number with scale, unit and qualifier as the text has it; what it is of is for others to find.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Number, scale and unit with an inner or trailing 余/多, without the qualifiers around it. Byte offsets.
    pub range: Span,
    /// The text of `range` without white space: 1294.2亿元, 300余家
    pub printed: String,
    /// The value in the base unit with the sign that is printed; a range's low end.
    pub value: Decimal,
    /// A range's high end in the base unit.
    pub value_max: Option<Decimal>,
    /// The base unit: 元, %, 百分点, 家, 元/人; empty for [`AmountKind::Bare`].
    pub unit: String,
    /// The unit as printed, without scale and white space: 平方公里, 美金
    pub printed_unit: String,
    /// What one of the printed number is in the base unit: 100 000 000 for 亿元.
    pub factor: Decimal,
    /// How exact the source says it is.
    pub qualifier: Qualifier,
    /// The source's own word for that: 约, 近, 余, 以上
    pub qualifier_word: Option<String>,
    /// One unit of the last printed digit, in the base unit.
    pub step: Decimal,
    /// `range` with the qualifier words on both sides.
    pub outer: Span,
    /// What sort of number it is.
    pub kind: AmountKind,
}

impl Amount {
    /// The model's quantity.
    #[must_use]
    pub fn quantity(&self) -> Quantity {
        Quantity {
            value: self.value,
            value_max: self.value_max,
            unit: self.unit.clone(),
            qualifier: self.qualifier,
            qualifier_word: self.qualifier_word.clone(),
            step: self.step,
            printed: self.printed.clone(),
        }
    }

    /// A bare number read in the unit that stands elsewhere (a table's header, 单位：家).
    #[must_use]
    pub fn with_unit(mut self, unit: &Unit) -> Self {
        // 29.764 of people: nobody counts thousandths of them, so the point parts thousands.
        let unit_factor = if unit.factor == Decimal::ONE && is_thousands_point(&self.printed, &unit.printed) {
            Decimal::ONE_THOUSAND
        } else {
            unit.factor
        };
        let times = |value: Decimal| value.checked_mul(unit_factor).unwrap_or(value);
        self.value = times(self.value);
        self.value_max = self.value_max.map(times);
        self.step = times(self.step);
        self.factor = times(self.factor);
        self.unit.clone_from(&unit.unit);
        self.printed_unit.clone_from(&unit.printed);
        self.kind = unit.kind;
        self
    }
}

/// A unit with its scale: 亿立方米 is 立方米 times 100 000 000.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// The base unit: 元, 立方米, %
    pub unit: String,
    /// The unit as printed, without scale.
    pub printed: String,
    /// What one of it is in the base unit, scale included.
    pub factor: Decimal,
    /// Quantity, Percent, Points or Times.
    pub kind: AmountKind,
}

/// A number that is no amount, with the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Masked {
    /// Byte offsets.
    pub range: Span,
    /// Why: `date`, `name`, `class`, `idiom`, `duration`, …
    pub why: &'static str,
}

/// All numbers of a text, each list in text order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scan {
    /// Numbers that may be observations.
    pub amounts: Vec<Amount>,
    /// Numbers that are not.
    pub masked: Vec<Masked>,
}

/// Whether a printed number of things counted one by one has the form of a thousands point: 29.764.
fn is_thousands_point(printed: &str, counter: &str) -> bool {
    let figures = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    super::lexicon::LEXICON.is_counter(counter)
        && printed.split_once('.').is_some_and(|(head, rest)| {
            (1..=3).contains(&head.len()) && rest.len() == 3 && figures(head) && figures(rest)
        })
}
