//! Numbers of a phrase: what the page's rules find, and what people say: 三米九, 50元6角三分, 一又二分之一.
//!
//! A fraction with its own denominator is a number here (二分之一 is 0.5), 百分之, 千分之 and 万分之 are per cent.

use crate::quantity::{Amount, AmountKind, scan_all};
use tidemark_model::{Decimal, Qualifier, Quantity, Span};

/// Every number of a text that is folded to simplified forms.
pub(super) fn read(text: &str) -> Vec<(Span, Quantity)> {
    let mut found: Vec<Amount> = Vec::new();
    for amount in scan_all(text).amounts {
        let amount = in_currency(amount, text);
        if found.last_mut().is_none_or(|last| joined(last, &amount, text).is_none()) {
            found.push(amount);
        } else if let [.., whole, part] = found.as_mut_slice()
            && joined(whole, &part.clone(), text).is_some()
        {
            found.pop();
        }
    }
    let mut out: Vec<_> = found
        .into_iter()
        .map(|amount| half_more(metre_and(amount, text), text))
        .map(|amount| (amount.range, amount.quantity()))
        .chain(half_price(text))
        .collect();
    out.sort_by_key(|(range, _)| *range);
    out
}

/// 对折 is half the price.
fn half_price(text: &str) -> impl Iterator<Item = (Span, Quantity)> {
    text.match_indices("对折").map(|(at, word)| {
        let quantity = Quantity {
            value: Decimal::from(50),
            value_max: None,
            unit: "%".into(),
            qualifier: Qualifier::Exact,
            qualifier_word: None,
            step: Decimal::TEN,
            printed: word.into(),
        };
        (Span::new(at, at + word.len()), quantity)
    })
}

/// 米九 is 1.9 metres tall.
fn metre_and(mut amount: Amount, text: &str) -> Amount {
    let head = text[..amount.range.start].strip_suffix('米');
    let alone = head.is_some_and(|head| head.chars().next_back().is_none_or(|c| "，。、 高个".contains(c)));
    if alone && amount.kind == AmountKind::Bare && amount.printed.chars().count() == 1 && amount.value < Decimal::TEN {
        amount.value = Decimal::ONE + amount.value / Decimal::TEN;
        (amount.kind, amount.unit, amount.printed_unit) = (AmountKind::Quantity, "米".into(), "米".into());
        amount.step = Decimal::new(1, 1);
        amount.range.start -= '米'.len_utf8();
    }
    amount
}

/// 港币两千元: the currency stands before the number.
fn in_currency(mut amount: Amount, text: &str) -> Amount {
    const BEFORE: &[(&str, &str)] =
        &[("港币", "港元"), ("美金", "美元"), ("日币", "日元"), ("台币", "新台币"), ("韩币", "韩元"), ("加币", "加元")];
    let head = text[..amount.range.start].trim_end_matches(' ');
    if matches!(amount.unit.as_str(), "元" | "")
        && let Some((word, unit)) = BEFORE.iter().find(|(word, _)| head.ends_with(word))
    {
        amount.range.start = head.len() - word.len();
        amount.unit = (*unit).to_owned();
    }
    amount
}

/// 一吨半, 十五斤半: half a unit more.
fn half_more(mut amount: Amount, text: &str) -> Amount {
    let rest = &text[amount.range.end..];
    let after = rest.strip_prefix('半').and_then(|rest| rest.chars().next());
    let ends = rest.starts_with('半') && after.is_none_or(|c| "，。、；,;！？） \n的".contains(c));
    let unit = amount.kind == AmountKind::Quantity && amount.value_max.is_none() && !amount.printed_unit.is_empty();
    if ends && unit {
        let half = amount.factor / Decimal::TWO;
        amount.value = amount.value.checked_add(half).unwrap_or(amount.value).normalize();
        amount.step = half;
        amount.range.end += '半'.len_utf8();
    }
    amount
}

/// Takes `next` into `last` where the two are one number.
fn joined(last: &mut Amount, next: &Amount, text: &str) -> Option<()> {
    let between = text.get(last.range.end..next.range.start)?.trim_matches(' ');
    let exact = last.value_max.is_none() && next.value_max.is_none();
    if !exact || next.range.start - last.range.end > 16 {
        return None;
    }
    let value = match between {
        "又" if last.kind == AmountKind::Bare && is_fraction(next) => mixed(last, next.value)?,
        "" if whole(last) && next.printed.contains('/') && apart(last, next) => mixed(last, next.value)?,
        "^" if next.value == next.value.trunc() => power(last.value, next.value)?,
        "^--" if next.value == next.value.trunc() => power(last.value, next.value)?,
        "/" | "／" if whole(last) && whole(next) && !strokes(last, next, text) => {
            last.value.checked_div(next.value).filter(|_| !next.value.is_zero())?
        }
        "又" | "" => small_change(last, next, text).or_else(|| tail_of_measure(last, next, text, between))?,
        _ => return None,
    };
    last.value = value.normalize();
    last.step = last.step.min(next.step);
    last.range.end = next.range.end;
    let sign = if matches!(between, "/" | "／") { "/" } else { between };
    last.printed.push_str(sign);
    last.printed.push_str(&next.printed);
    Some(())
}

/// 10^6; the sign is the whole's: -2^2 is −4.
fn power(base: Decimal, exponent: Decimal) -> Option<Decimal> {
    let times =
        u32::try_from(exponent.abs().mantissa()).ok().filter(|&n| n <= 64 && exponent.abs() <= Decimal::from(64))?;
    let whole = (0..times).try_fold(Decimal::ONE, |product, _| product.checked_mul(base.abs()))?;
    let value = if exponent.is_sign_negative() { Decimal::ONE.checked_div(whole)? } else { whole };
    Some(if base.is_sign_negative() { -value } else { value })
}

/// Whether a blank parts the two: 1 4/3.
fn apart(last: &Amount, next: &Amount) -> bool {
    next.range.start > last.range.end
}

fn is_fraction(amount: &Amount) -> bool {
    amount.kind == AmountKind::Bare && (amount.printed.contains("分之") || amount.printed.contains('/'))
}

fn mixed(whole: &Amount, part: Decimal) -> Option<Decimal> {
    if whole.value.is_sign_negative() { whole.value.checked_sub(part) } else { whole.value.checked_add(part) }
}

fn whole(amount: &Amount) -> bool {
    amount.kind == AmountKind::Bare && amount.printed.trim_start_matches(['-', '－']).chars().all(|c| c.is_numeric())
}

/// Whether a fraction's stroke is one of several: 2019/04/19.
fn strokes(last: &Amount, next: &Amount, text: &str) -> bool {
    let joins = |c: char| matches!(c, '/' | '／' | '-' | '.');
    text[next.range.end..].starts_with(joins) || text[..last.range.start].ends_with(joins)
}

/// Hundredths of a currency's unit.
const SMALL_COINS: &[&str] = &["美分", "欧分", "港仙", "日本钱", "日本銭"];

/// 50元6角三分, 两美元又三美分: the smaller coins.
fn small_change(last: &mut Amount, next: &Amount, text: &str) -> Option<Decimal> {
    let money = matches!(last.unit.as_str(), "元" | "美元" | "港元" | "欧元" | "日元" | "新台币" | "加元" | "澳元")
        || (last.printed_unit == "块" && next.printed_unit == "角");
    let coin = if next.printed_unit == "角" {
        next.value
    } else {
        let rest = &text[next.range.end..];
        let named = next.printed_unit == "分"
            || next.kind == AmountKind::Bare && SMALL_COINS.iter().any(|coin| rest.starts_with(coin));
        named.then(|| next.value.checked_div(Decimal::ONE_HUNDRED))??
    };
    let larger = next.printed_unit != last.printed_unit && last.factor >= Decimal::new(1, 1);
    if !money || !larger || coin >= Decimal::from(10) {
        return None;
    }
    if last.printed_unit == "块" {
        last.unit = "元".into();
    }
    last.value.checked_add(coin)
}

/// 三米九: tenths of the unit before.
fn tail_of_measure(last: &Amount, next: &Amount, text: &str, between: &str) -> Option<Decimal> {
    let measured = matches!(last.unit.as_str(), "米" | "吨" | "元") && last.printed_unit.chars().count() == 1;
    let one_digit = next.kind == AmountKind::Bare && next.printed.chars().count() == 1 && next.value < Decimal::TEN;
    let ends = text[next.range.end..].chars().next().is_none_or(|c| "，。、；,;！？） \n的".contains(c));
    if !(measured && one_digit && ends && between.is_empty()) {
        return None;
    }
    last.value.checked_add(next.value.checked_mul(last.factor)?.checked_div(Decimal::TEN)?)
}
