//! What neighbours give each other: 3至5亿元, 50万元、40万元, 5.5个、2.9个百分点, 10.2%、7.4和6%, 1-9月.

use super::AmountKind;
use super::cursor::{Cursor, is_blank};
use super::item::{Item, UnitHit};
use super::numeral::Form;
use tidemark_model::{Decimal, Qualifier};

/// Joins ranges and lists; the items stay in text order.
pub(super) fn join(text: &str, mut items: Vec<Item>) -> Vec<Item> {
    items.dedup_by(|item, last| {
        if add_coins(last, item) || add_fraction(text, last, item) {
            return true;
        }
        let signs = gap(text, last.end, item).filter(|&gap| is_range_sign(gap));
        signs.is_some_and(|signs| widen(last, item, (text, signs)))
    });
    for i in (1..items.len()).rev() {
        let (head, rest) = items.split_at_mut(i);
        let (Some(a), Some(b)) = (head.last_mut(), rest.first()) else { continue };
        if let Some(gap) = gap(text, a.end, b) {
            share(a, b, gap);
        }
        if aligned_points(text, a, b) {
            a.unit.clone_from(&b.unit);
            a.kind = b.kind;
        }
        // 30亿元以上、50亿元以上项目: the noun behind the last threshold serves the first.
        let threshold =
            b.mask == Some("class") && a.outer.1 > a.end && a.mask.is_none() && a.kind == AmountKind::Quantity;
        if threshold && gap(text, a.outer.1, b).is_some_and(is_list_sign) {
            a.mask = b.mask;
        }
    }
    items
}

/// 50元6角3分 is one amount.
fn add_coins(a: &mut Item, b: &Item) -> bool {
    let part = b.unit.as_ref().map_or("", |unit| unit.printed.as_ref());
    let cents = match part {
        "角" => Decimal::TEN,
        "分" | "分钱" => Decimal::ONE,
        _ => return false,
    };
    let money = a.unit.as_ref().is_some_and(|unit| unit.base == "元" || unit.printed == "块");
    if !money || a.end != b.start || a.scale != Decimal::ONE {
        return false;
    }
    let more = b.low.checked_mul(cents).and_then(|cents| cents.checked_div(Decimal::ONE_HUNDRED));
    a.low = more.and_then(|more| a.low.checked_add(more)).unwrap_or(a.low);
    a.step = Decimal::new(1, 2).checked_mul(cents).unwrap_or(a.step);
    a.mask = None;
    if let Some(unit) = a.unit.as_mut() {
        unit.base = "元".into();
    }
    (a.end, a.outer.1) = (b.end, b.outer.1);
    true
}

/// 一又二分之一: a whole and a fraction, where fractions are numbers.
fn add_fraction(text: &str, a: &mut Item, b: &Item) -> bool {
    let bare = a.kind == AmountKind::Bare && b.kind == AmountKind::Bare && a.mask.is_none() && b.mask.is_none();
    if !bare || b.low >= Decimal::ONE || gap(text, a.end, b) != Some(['又', '\0', '\0']) {
        return false;
    }
    let sum = if a.low.is_sign_negative() { a.low.checked_sub(b.low) } else { a.low.checked_add(b.low) };
    a.low = sum.unwrap_or(a.low);
    (a.end, a.outer.1) = (b.end, b.outer.1);
    true
}

/// The few characters between two numbers without blanks.
fn gap(text: &str, end: usize, b: &Item) -> Option<[char; 3]> {
    let between = text.get(end..b.start).filter(|between| between.len() <= 48)?;
    let mut chars = ['\0'; 3];
    for (n, c) in between.chars().filter(|&c| !is_blank(c)).enumerate() {
        *chars.get_mut(n)? = super::cursor::fold(c);
    }
    Some(chars)
}

/// 高于全国0.6个、全省0.8个百分点: a fraction of 个 is one of the 百分点 that the list ends in.
fn aligned_points(text: &str, a: &Item, b: &Item) -> bool {
    let part = a.step < Decimal::ONE && a.scale == Decimal::ONE && a.mask.is_none();
    let counted = a.unit.as_ref().is_some_and(|unit| unit.printed == "个");
    let between = text.get(a.end..b.start).unwrap_or("");
    let listed = between.len() <= 36 && between.trim_start().starts_with(['、', '和', '与', '及', '，', ',']);
    part && counted && listed && b.kind == AmountKind::Points && b.mask.is_none()
}

fn is_range_sign(gap: [char; 3]) -> bool {
    match gap {
        [c, '\0', '\0'] => matches!(c, '-' | '–' | '—' | '―' | '~' | '至' | '到' | '─' | '‐' | '‑' | '～'),
        [a, b, '\0'] => a == b && matches!(a, '—' | '-' | '–' | '―' | '─'),
        _ => false,
    }
}

fn is_list_sign(gap: [char; 3]) -> bool {
    match gap {
        [c, '\0', '\0'] => matches!(c, '、' | '和' | '与' | '及' | '或' | '跟' | '同' | '/'),
        ['以', '及', '\0'] | ['或', '者', '\0'] => true,
        _ => false,
    }
}

/// Makes `a` a range up to `b` where the two belong together.
fn widen(a: &mut Item, b: &Item, (text, signs): (&str, [char; 3])) -> bool {
    if b.mask.is_some() {
        if a.mask.is_none() && a.unit.is_none() && a.plain {
            a.mask = b.mask;
        }
        return false;
    }
    if a.mask.is_some() || a.high.is_some() || b.high.is_some() || matches!(b.kind, AmountKind::Doubling) {
        return false;
    }
    // 从6万辆到15万辆 is a way from one figure to another.
    let from = Cursor::new(text, a.outer.0.min(a.start)).back().is_some_and(|c| matches!(c, '从' | '由' | '自'));
    if from && a.unit.is_some() && matches!(signs[0], '到' | '至') {
        return false;
    }
    // 20元至35元/公斤: what it is for each stands behind the second.
    let same = |a: &UnitHit, b: &UnitHit| {
        a.base == b.base || b.base.strip_prefix(&*a.base).is_some_and(|r| r.starts_with('/'))
    };
    if a.unit.as_ref().is_some_and(|a| !b.unit.as_ref().is_some_and(|b| same(a, b))) {
        return false;
    }
    let (mut low, mut step) = (a.low, a.step);
    if a.unit.is_none() && a.scale == Decimal::ONE && b.scale > Decimal::ONE {
        let mantissa = b.low.checked_div(b.scale).unwrap_or(b.low);
        if a.low < mantissa {
            low = a.low.checked_mul(b.scale).unwrap_or(a.low);
            step = a.step.checked_mul(b.scale).unwrap_or(a.step);
        }
    }
    if let Some(small) = small_scale(text, b).filter(|_| a.unit.is_none() && a.plain) {
        (low, step) = (low.checked_mul(small).unwrap_or(low), step.checked_mul(small).unwrap_or(step));
    }
    if low > b.low.abs() || (b.unit.is_none() && b.scale == Decimal::ONE && signs[0] == '-' && !a.plain) {
        return false;
    }
    a.low = low;
    a.step = step.min(b.step);
    a.high = Some(b.low.abs());
    (a.unit, a.kind, a.end, a.scale) = (b.unit.clone(), b.kind, b.end, b.scale);
    (a.qualifier, a.word, a.approx) = (Qualifier::Range, None, false);
    a.outer.1 = b.outer.1;
    true
}

/// 1000 of 6千斤 in 5到6千斤: what the digits before a 千 or 百 are multiplied by.
fn small_scale(text: &str, item: &Item) -> Option<Decimal> {
    let digit = text[item.start..item.end].chars().next().map(super::cursor::fold)?.to_digit(10).filter(|&d| d > 0)?;
    let small = item.low.checked_div(Decimal::from(digit))?;
    let scaled = item.scale == Decimal::ONE && !item.plain && item.high.is_none();
    (scaled && (small == Decimal::ONE_HUNDRED || small == Decimal::ONE_THOUSAND)).then_some(small)
}

/// Gives `a` what it lacks from `b`, the next of its list.
fn share(a: &mut Item, b: &Item, gap: [char; 3]) {
    if a.mask.is_some() || !is_list_sign(gap) {
        return;
    }
    if let Some(why) = b.mask {
        let threshold = why == "class"
            && a.unit.as_ref().is_some_and(|unit| !unit.counter)
            && a.kind == AmountKind::Quantity
            && b.unit.is_some()
            && gap[0] != '、';
        if (a.unit.is_none() && a.form == Form::Arabic && a.plain) || threshold {
            a.mask = Some(why);
        }
        return;
    }
    let Some(unit) = &b.unit else { return };
    let points = b.kind == AmountKind::Points && a.unit.as_ref().is_some_and(|unit| unit.printed == "个");
    if a.unit.is_some() && !points || matches!(b.kind, AmountKind::Rank | AmountKind::Doubling) || gap[0] == '/' {
        return;
    }
    if a.scale == Decimal::ONE && b.scale > Decimal::ONE && !points {
        let mantissa = b.low.checked_div(b.scale).unwrap_or(b.low);
        if a.low <= mantissa.checked_mul(Decimal::TEN).unwrap_or(mantissa) {
            a.low = a.low.checked_mul(b.scale).unwrap_or(a.low);
            a.step = a.step.checked_mul(b.scale).unwrap_or(a.step);
            a.scale = b.scale;
        }
    }
    a.unit = Some(unit.clone());
    a.kind = b.kind;
}
