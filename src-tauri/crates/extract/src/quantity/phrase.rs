//! Ways of writing numbers that running statistics do not use, for reading a phrase by itself: 15k, .5, 七五折, 半百, 五十打.

use super::AmountKind;
use super::cursor::Cursor;
use super::item::Item;
use super::numeral::{self, Form, Ways};
use tidemark_model::Decimal;

const PERCENT: (AmountKind, &str) = (AmountKind::Percent, "%");

/// Takes in what stands right behind or before a bare number: k, M, 折, 打, a leading point.
pub(super) fn finish(item: &mut Item, text: &str) {
    let past = Cursor::new(text, item.end);
    let Some(c) = past.peek() else { return leading_point(item, text) };
    let letter = past.step().peek().is_some_and(|c| c.is_ascii_alphabetic());
    leading_point(item, text);
    let factor = match c {
        'k' | 'K' if !letter => 1_000,
        'M' if !letter => 1_000_000,
        'G' if !letter => 1_000_000_000,
        '打' => 12,
        '折' => return discount(item, past.step().at),
        _ => return,
    };
    scale(item, Decimal::from(factor));
    item.end = past.step().at;
    item.outer.1 = item.end;
    measured(item, text);
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
