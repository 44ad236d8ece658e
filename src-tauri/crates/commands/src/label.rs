//! Quantities as a label prints them: 1294.2亿元, 约35.5%, 99%以上, 300余家; 三成 becomes 30%.

use tidemark_model::{Decimal, Interval, Qualifier, Quantity};

/// A quantity in the pieces a large label is set in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// 1294.2, −3.2, 300余, 3—5
    pub number: String,
    /// 亿元
    pub unit: String,
    /// 约, or empty.
    pub qualifier: String,
    /// Whether the qualifier stands before the number.
    pub first: bool,
}

/// The figure as a label prints it.
pub(crate) fn label(quantity: &Quantity) -> String {
    let Parts { number, unit, qualifier, first } = parts(quantity);
    if first { format!("{qualifier}{number}{unit}") } else { format!("{number}{unit}{qualifier}") }
}

/// The figure in pieces; digits as the page prints them where it prints digits.
pub(crate) fn parts(quantity: &Quantity) -> Parts {
    let printed = as_printed(&quantity.printed).filter(|_| quantity.qualifier != Qualifier::Range);
    let (number, unit) = printed.unwrap_or_else(|| scaled_range(quantity));
    let negative = quantity.value.is_sign_negative() && !number.starts_with(['-', '−']);
    let number = if negative { format!("−{}", number.trim_start_matches('−')) } else { number.replace('-', "−") };
    let word = quantity.qualifier_word.as_deref().map(str::trim).unwrap_or_default();
    let inside = matches!(word, "余" | "多" | "几") || number.contains(word);
    if word.is_empty() || quantity.qualifier == Qualifier::Range || inside {
        let number =
            if matches!(word, "余" | "多") && !number.ends_with(word) { format!("{number}{word}") } else { number };
        return Parts { number, unit, qualifier: String::new(), first: true };
    }
    Parts { number, unit, qualifier: word.to_owned(), first: !stands_after(word) }
}

fn stands_after(word: &str) -> bool {
    matches!(word, "以上" | "以下" | "以内" | "左右" | "上下" | "开外" | "之多" | "之内")
}

/// 1294.2 and 亿元, where the words start with digits and are nothing but number, scale and unit.
fn as_printed(printed: &str) -> Option<(String, String)> {
    let plain: String = printed.chars().map(half_width).collect();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '余' | '多');
    let end = plain.find(|c| !is_number(c)).unwrap_or(plain.len());
    let (number, unit) = plain.split_at(end);
    let inner_digits = unit.contains(|c: char| c.is_ascii_digit());
    let starts = number.starts_with(|c: char| c.is_ascii_digit());
    (starts && !inner_digits).then(|| (number.to_owned(), unit.to_owned()))
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '．' => '.',
        '，' => ',',
        '％' => '%',
        _ => c,
    }
}

fn scaled_range(quantity: &Quantity) -> (String, String) {
    let scale = scale_of(quantity.value_max.unwrap_or(quantity.value), &quantity.unit);
    let number = |value: Decimal| plain(value / scale.by);
    let text = match quantity.value_max {
        Some(top) => format!("{}—{}", number(quantity.value), number(top)),
        None => number(quantity.value),
    };
    (text, format!("{}{}", scale.word, quantity.unit))
}

fn plain(value: Decimal) -> String {
    value.round_dp(4).normalize().to_string().replace('-', "−")
}

/// 万 or 亿 with what it multiplies by.
struct Scale {
    by: Decimal,
    word: &'static str,
}

fn scale_of(value: Decimal, unit: &str) -> Scale {
    let steps = [(100_000_000_u32, "亿"), (10_000, "万")];
    let bare = matches!(unit, "%" | "百分点" | "倍" | "位");
    let fits = |&&(by, _): &&(u32, &str)| !bare && value.abs() >= Decimal::from(by);
    let (by, word) = steps.iter().find(fits).copied().unwrap_or((1, ""));
    Scale { by: by.into(), word }
}

/// A reckoned value with as many digits as its interval bears: 约3646亿元（3635–3656）, 不超过1%.
pub(crate) fn derived(value: Decimal, interval: Interval, unit: &str) -> String {
    let scale = scale_of(value, unit);
    let width = match (interval.low, interval.high) {
        (Some(low), Some(high)) => (high - low) / scale.by,
        _ => value.abs() / scale.by / Decimal::ONE_HUNDRED,
    };
    let number = |value: Decimal| plain((value / scale.by).round_dp(places_for(width)));
    let amount = |value: Decimal| format!("{}{}{unit}", number(value), scale.word);
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => amount(value),
        (low, Some(high)) if high == value && low.is_none_or(|low| low.is_zero()) => format!("不超过{}", amount(high)),
        (Some(low), None) if low == value => format!("不低于{}", amount(low)),
        (Some(low), Some(high)) => format!("约{}（{}–{}）", amount(value), number(low), number(high)),
        (Some(low), None) => format!("约{}（不低于{}）", amount(value), number(low)),
        (None, Some(high)) => format!("约{}（不高于{}）", amount(value), number(high)),
        (None, None) => format!("约{}", amount(value)),
    }
}

/// How far two exact figures of one unit are apart, to the digit that both of them have: 117.4亿元, 2.1个百分点.
pub(crate) fn difference(one: &Quantity, other: &Quantity) -> String {
    let apart = (one.value - other.value).abs();
    let scale = scale_of(apart, &one.unit);
    let mut step = one.step.max(other.step) / scale.by;
    let mut places = 0;
    while step < Decimal::ONE && !step.is_zero() && places < 6 {
        step *= Decimal::TEN;
        places += 1;
    }
    let unit = if one.unit == "%" { "个百分点" } else { &one.unit };
    format!("{}{}{unit}", plain((apart / scale.by).round_dp(places)), scale.word)
}

/// Decimal places that show two digits of an interval's width: 0 for 20.8, 1 for 2.1, 2 for 0.3.
fn places_for(width: Decimal) -> u32 {
    let mut places = 0;
    let mut width = width.abs();
    while width < Decimal::TEN && !width.is_zero() && places < 4 {
        width *= Decimal::TEN;
        places += 1;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(printed: &str, value: &str, unit: &str, word: &str, qualifier: Qualifier) -> Quantity {
        Quantity {
            value: value.parse().expect("value"),
            value_max: None,
            unit: unit.to_owned(),
            qualifier,
            qualifier_word: Some(word.to_owned()).filter(|w| !w.is_empty()),
            step: Decimal::ONE,
            printed: printed.to_owned(),
        }
    }

    #[test]
    fn a_label_says_what_the_source_s_own_word_said() {
        let of = |printed, value, unit, word, qualifier| label(&quantity(printed, value, unit, word, qualifier));
        assert_eq!(of("1294.2亿元", "129420000000", "元", "", Qualifier::Exact), "1294.2亿元");
        assert_eq!(of("35.5%", "35.5", "%", "约", Qualifier::About), "约35.5%");
        assert_eq!(of("99%", "99", "%", "以上", Qualifier::Above), "99%以上");
        assert_eq!(of("300余家", "300", "家", "余", Qualifier::Above), "300余家");
        assert_eq!(of("3.2%", "-3.2", "%", "", Qualifier::Exact), "−3.2%");
        assert_eq!(of("三成", "30", "%", "近", Qualifier::Below), "近30%");
        assert_eq!(of("５０亿元", "5000000000", "元", "近", Qualifier::Below), "近50亿元");
        assert_eq!(of("亿元", "100000000", "元", "破", Qualifier::Above), "破1亿元");
    }

    #[test]
    fn two_exact_figures_are_apart_by_the_digits_that_both_have() {
        let of = |value, step: &str| Quantity {
            step: step.parse().expect("step"),
            ..quantity("", value, "元", "", Qualifier::Exact)
        };
        assert_eq!(difference(&of("131890000000", "10000000"), &of("120150000000", "10000000")), "117.4亿元");
        assert_eq!(difference(&of("131890000000", "10000000"), &of("120000000000", "100000000")), "119亿元");
        let share = |value| quantity("", value, "%", "", Qualifier::Exact);
        assert_eq!(difference(&share("38"), &share("36")), "2个百分点");
    }

    #[test]
    fn a_range_shows_both_ends_in_one_unit() {
        let range = Quantity {
            value_max: Some(Decimal::from(500_000_000)),
            ..quantity("3至5亿元", "300000000", "元", "", Qualifier::Range)
        };
        assert_eq!(label(&range), "3—5亿元");
    }

    #[test]
    fn a_reckoned_value_shows_the_digits_its_interval_bears() {
        let interval = Interval { low: Some(363_525_280_899_i64.into()), high: Some(365_607_344_633_i64.into()) };
        assert_eq!(derived(364_563_380_282_i64.into(), interval, "元"), "约3646亿元（3635–3656）");
        let one = Interval { low: Some(Decimal::ZERO), high: Some(Decimal::ONE) };
        assert_eq!(derived(Decimal::ONE, one, "%"), "不超过1%");
    }
}
