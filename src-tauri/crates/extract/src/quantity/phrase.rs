//! Ways of writing numbers that running statistics do not use, for reading a phrase by itself: 15k, .5, 七五折, 半百, 五十打.

use super::AmountKind;
use super::cursor::Cursor;
use super::item::Item;
use super::numeral::{self, Form, Ways};
use tidemark_model::Decimal;

const PERCENT: (AmountKind, &str) = (AmountKind::Percent, "%");

/// Takes in what stands right behind or before a bare number: k, M, e5, 折, 打, a leading point.
pub(super) fn finish(item: &mut Item, text: &str) {
    let past = Cursor::new(text, item.end);
    leading_point(item, text);
    if let Some(end) = past.skip_spaces().eat("折") {
        return discount(item, end.at);
    }
    let dozens = past.eat("打").map(|end| (Decimal::from(12), end.at));
    let Some((factor, end)) = letters(text, item.end).or(dozens) else { return };
    scale(item, factor);
    (item.end, item.outer.1) = (end, end);
    measured(item, text);
}

/// The scale that letters right behind figures mean, and where they end: 40k, 1.2M, 2e5.
pub(super) fn letters(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let past = Cursor::new(text, at);
    let next = past.step();
    let zeros = match past.peek().filter(|_| past.back().is_some_and(|c| c.is_ascii_digit()))? {
        'k' | 'K' => 3,
        'M' => 6,
        'G' => 9,
        'e' | 'E' => return exponent(next),
        _ => return None,
    };
    let ends = !next.peek().is_some_and(|c| c.is_ascii_alphabetic());
    ends.then(|| (Decimal::from(10_u64.pow(zeros)), next.at))
}

/// The power of ten behind e, of one or two figures, 12 at most.
fn exponent(at: Cursor<'_>) -> Option<(Decimal, usize)> {
    let minus = at.eat("-");
    let mut place = minus.or_else(|| at.eat("+")).unwrap_or(at);
    let (mut power, start) = (0, place.at);
    while let Some(digit) = place.peek().and_then(|c| c.to_digit(10)).filter(|_| power <= 12) {
        (power, place) = (power * 10 + digit, place.step());
    }
    let ends = !place.peek().is_some_and(|c| c.is_ascii_alphanumeric());
    if place.at == start || power > 12 || !ends {
        return None;
    }
    let times = Decimal::from(10_u64.pow(power));
    Some((if minus.is_some() { Decimal::ONE.checked_div(times)? } else { times }, place.at))
}

/// 15k个百分点, 15k元: the unit behind a scale of letters.
fn measured(item: &mut Item, text: &str) {
    let ways = Ways { all: true, alone: false };
    if let super::item::Tail::Unit { unit, end } = super::item::tail(Cursor::new(text, item.end), ways) {
        (item.kind, item.end, item.outer.1) = (unit.kind, end, end);
        item.unit = Some(unit);
    }
}

fn scale(item: &mut Item, factor: Decimal) {
    item.low = item.low.checked_mul(factor).unwrap_or(item.low);
    item.step = item.step.checked_mul(factor).unwrap_or(item.step);
    item.high = item.high.map(|high| high.checked_mul(factor).unwrap_or(high)).filter(|&high| high >= item.low);
}

/// .5 is a half; 2.5 was read as one number before.
fn leading_point(item: &mut Item, text: &str) {
    let head = text.get(..item.start).unwrap_or("");
    let bare = head.strip_suffix('.').is_some_and(|head| !head.ends_with(|c: char| c.is_ascii_digit()));
    if !bare || !item.plain || item.scale != Decimal::ONE {
        return;
    }
    let digits = u32::try_from(item.end - item.start).unwrap_or(u32::MAX);
    if let Some(value) =
        item.low.mantissa().checked_abs().and_then(|m| Decimal::try_from_i128_with_scale(m, digits).ok())
    {
        item.low = value;
        item.start -= 1;
        item.outer.0 = item.outer.0.min(item.start);
    }
}

/// 九折 is 90 %, 七五折 and 75折 are 75 %.
fn discount(item: &mut Item, end: usize) {
    let tenths = item.low <= Decimal::TEN;
    if tenths {
        scale(item, Decimal::TEN);
    }
    (item.kind, item.end, item.outer.1) = (AmountKind::Percent, end, end);
    item.unit = Item::whole(item.start, end, item.low, PERCENT).unit;
}

/// 半百 is 50, 半折 50 %, 半个 0.5.
pub(super) fn half(at: Cursor<'_>) -> Option<Item> {
    let past = at.eat("半")?;
    let ways = Ways { all: true, alone: false };
    if let Some(end) = past.eat("折") {
        return Some(Item::whole(at.at, end.at, Decimal::from(50), PERCENT));
    }
    if let Some(number) = numeral::read(past, ways).filter(|number| number.form == Form::Scale) {
        let mut item = Item::new(at.at, &number);
        item.low = number.low.checked_div(Decimal::TWO)?;
        item.high = None;
        return Some(item);
    }
    let super::item::Tail::Unit { unit, end } = super::item::tail(past, ways) else { return None };
    let mut item = Item::whole(at.at, end, Decimal::new(5, 1), (unit.kind, ""));
    item.unit = Some(unit);
    Some(item)
}
