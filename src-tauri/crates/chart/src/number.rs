//! Numbers as the source prints them: 129 420 000 000 元 is 1294.2 in 亿元, with the digits that were printed.

use crate::words::Language;
use tidemark_model::{Decimal, Interval, Quantity};

/// A base unit with the power of ten it is shown in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Unit {
    /// 元, 家, %.
    pub base: String,
    /// 8 for 亿.
    pub power: u32,
    /// What its name is in.
    pub language: Language,
}

impl Unit {
    /// The unit that the largest of the quantities is printed in: 亿元 for 1294.2亿元.
    #[must_use]
    pub fn of(base: &str, quantities: &[&Quantity], language: Language) -> Self {
        let largest = quantities.iter().max_by_key(|q| q.value_max.unwrap_or(q.value).abs());
        let mut power = largest.map_or(0, |q| printed_power(&q.printed));
        // 138家 beside 5万家 is 0.0138万家 only on paper that nobody should print.
        let tiny = |q: &&&Quantity| !q.value.is_zero() && q.value.abs() < ten_to(power) / Decimal::ONE_HUNDRED;
        if let Some(smallest) = quantities.iter().filter(tiny).min_by_key(|q| q.value.abs()) {
            power = power.min(printed_power(&smallest.printed));
        }
        Self { base: base.to_owned(), power, language }
    }

    /// 亿元, 100 million yuan
    #[must_use]
    pub fn name(&self) -> String {
        self.language.unit(self.power, &self.base)
    }

    /// Percents.
    pub(crate) fn percent(language: Language) -> Self {
        Self { base: "%".to_owned(), power: 0, language }
    }

    /// The value in this unit.
    #[must_use]
    pub fn scaled(&self, value: Decimal) -> Decimal {
        value / ten_to(self.power)
    }

    /// The number in this unit, to the digit that `step` is one unit of.
    #[must_use]
    pub fn number(&self, value: Decimal, step: Decimal) -> String {
        let places = decimals(self.scaled(step));
        signed(format!("{:.*}", places as usize, self.scaled(value).round_dp(places)))
    }

    /// A computed number, to two digits of what is uncertain in it: 3645.63 in 3635–3656 is 3646.
    #[must_use]
    pub fn derived(&self, value: Decimal, interval: Interval) -> String {
        let width = match (interval.low, interval.high) {
            (Some(low), Some(high)) if high > low => self.scaled(high - low),
            _ => self.scaled(value).abs() / Decimal::ONE_HUNDRED,
        };
        let mut step = Decimal::ONE_THOUSAND * Decimal::ONE_THOUSAND;
        while step > Decimal::new(1, 3) && step * Decimal::TEN > width {
            step /= Decimal::TEN;
        }
        // Nobody counts a tenth of a firm.
        let counted = self.power == 0 && !self.base.starts_with('%') && self.base != "个百分点";
        let step = if counted { Decimal::ONE } else { step.min(Decimal::ONE) };
        self.number(value, step * ten_to(self.power))
    }
}

fn ten_to(power: u32) -> Decimal {
    (0..power.min(20)).fold(Decimal::ONE, |product, _| product * Decimal::TEN)
}

fn decimals(step: Decimal) -> u32 {
    if step <= Decimal::ZERO || step >= Decimal::ONE { 0 } else { step.normalize().scale().min(6) }
}

/// A minus as print has it.
fn signed(number: String) -> String {
    match number.strip_prefix('-') {
        Some(rest) if rest.chars().any(|c| c.is_ascii_digit() && c != '0') => format!("−{rest}"),
        Some(rest) => rest.to_owned(),
        None => number,
    }
}

/// The power of ten of the scale word in an amount: 8 in 1294.2亿元, 12 in 1.2万亿元, 0 in 148家.
fn printed_power(printed: &str) -> u32 {
    let has = |word: &str| printed.contains(word);
    match () {
        () if has("万亿") => 12,
        () if has("亿") => 8,
        () if has("万") => 4,
        () => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tidemark_model::Qualifier;

    fn quantity(value: &str, step: &str, printed: &str) -> Quantity {
        Quantity {
            value: value.parse().expect("value"),
            value_max: None,
            unit: "元".into(),
            qualifier: Qualifier::Exact,
            qualifier_word: None,
            step: step.parse().expect("step"),
            printed: printed.into(),
        }
    }

    #[test]
    fn digits_are_those_that_were_printed() {
        for (value, step, printed, number, unit) in [
            ("129420000000", "10000000", "1294.2亿元", "1294.2", "亿元"),
            ("129400000000", "10000000", "1294.0亿元", "1294.0", "亿元"),
            ("370000000000", "100000000", "3700亿元", "3700", "亿元"),
            ("232400", "100", "23.24万辆", "23.24", "万元"),
            ("-3.2", "0.1", "3.2%", "−3.2", "元"),
            ("148", "1", "148家", "148", "元"),
        ] {
            let quantity = quantity(value, step, printed);
            let in_unit = Unit::of("元", &[&quantity], Language::Chinese);
            assert_eq!(in_unit.number(quantity.value, quantity.step), number);
            assert_eq!(in_unit.name(), unit);
        }
    }

    #[test]
    fn a_derived_number_shows_no_more_than_is_known() {
        let unit = Unit { base: "元".into(), power: 8, language: Language::Chinese };
        let yi = |n: i64| Some(Decimal::from(n) * ten_to(8));
        let value = Decimal::new(364_563, 2) * ten_to(8);
        assert_eq!(unit.derived(value, Interval { low: yi(3635), high: yi(3656) }), "3646");
    }
}
