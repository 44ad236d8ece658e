//! Runs of figures with strokes, points or colons: 2023-07-26, 07:42, 0571-82987654, 10.0.0.1, 8.7:48.5:42.8, 1/3.
//!
//! Most are no amounts; a ratio that adds up to 100 is, and so is a small fraction.

use super::AmountKind;
use super::cursor::Cursor;
use super::item::{Item, Tail, tail};
use super::numeral::Ways;
use tidemark_model::Decimal;

/// A longer chain is no amount, and reading on from each of its parts would take the square of its length.
const LONGEST: usize = 32;

struct Segment {
    start: usize,
    end: usize,
    whole: usize,
    zero: bool,
    value: Option<Decimal>,
}

struct Chain {
    sign: char,
    segments: Vec<Segment>,
    end: usize,
}

/// What a chain comes to: items and where to read on.
pub(super) fn read(at: Cursor<'_>, ways: Ways) -> Option<(Vec<Item>, usize)> {
    let chain = gather(at)?;
    let whole = |why| Some((vec![Item::masked(at.at, chain.end, why)], chain.end));
    let count = chain.segments.len();
    if count > LONGEST {
        return whole("version");
    }
    match chain.sign {
        ':' if is_structure(&chain.segments) => Some((parts(&chain.segments), chain.end)),
        ':' if count >= 2 => whole(if chain.segments.iter().all(is_clock) { "clock" } else { "ratio" }),
        '/' if count == 2 && is_fraction(&chain.segments, at) => Some((vec![fraction(&chain.segments)?], chain.end)),
        '/' if count == 2 && ways.all => ratio(&chain.segments).map(|item| (vec![item], chain.end)),
        '/' if count >= 2 && !ways.all => whole("date"),
        '-' if count >= 3 => whole("date"),
        '-' if count == 2 => two(&chain, at, ways),
        '.' if count >= 3 && !thousands(&chain.segments) => whole("version"),
        _ => None,
    }
}

fn gather(at: Cursor<'_>) -> Option<Chain> {
    let mut segments = Vec::new();
    let (mut place, mut sign) = (at, None);
    loop {
        let segment = segment(place, sign == Some('.'))?;
        place = Cursor::new(at.text, segment.end);
        segments.push(segment);
        let next = match place.peek() {
            Some('：' | '∶') => ':',
            Some(c @ (':' | '/' | '-' | '.')) => c,
            _ => break,
        };
        let figure = place.step().peek().is_some_and(|c| c.is_ascii_digit());
        if !figure || sign.is_some_and(|sign| sign != next) {
            break;
        }
        // A chain of thousands of parts is no text; it is read to its end, but not kept.
        if segments.len() > 64 {
            segments.pop();
        }
        sign = Some(next);
        place = place.step();
    }
    let sign = sign?;
    (segments.len() > 1).then_some(Chain { sign, segments, end: place.at })
}

fn segment(at: Cursor<'_>, points: bool) -> Option<Segment> {
    let (start, mut place, mut whole, mut mantissa) = (at.at, at, 0, 0_i128);
    while let Some(d) = place.peek().and_then(|c| c.to_digit(10)) {
        mantissa = mantissa.saturating_mul(10).saturating_add(i128::from(d));
        whole += 1;
        place = place.step();
    }
    if whole == 0 {
        return None;
    }
    let mut decimals = 0;
    let split = place.peek() == Some('.') && place.step().peek().is_some_and(|c| c.is_ascii_digit());
    if split && !points {
        let mut rest = place.step();
        while let Some(d) = rest.peek().and_then(|c| c.to_digit(10)) {
            mantissa = mantissa.saturating_mul(10).saturating_add(i128::from(d));
            decimals += 1;
            rest = rest.step();
        }
        // 2023.07.26: more points follow, so this one parts segments too.
        if rest.peek() == Some('.') && rest.step().peek().is_some_and(|c| c.is_ascii_digit()) {
            decimals = 0;
        } else {
            place = rest;
        }
    }
    let value = if whole + decimals > 28 {
        None
    } else {
        Decimal::try_from_i128_with_scale(mantissa, u32::try_from(decimals).ok()?).ok()
    };
    Some(Segment { start, end: place.at, whole, zero: at.peek() == Some('0'), value })
}

/// 8.7:48.5:42.8 and 31.3:68.7 are shares of a whole; 40:60 may be a score or odds, so two want decimals.
fn is_structure(segments: &[Segment]) -> bool {
    let exact = segments.iter().all(|s| s.value.is_some_and(|v| v.scale() > 0));
    adds_up(segments) && (segments.len() >= 3 || exact)
}

/// 07:42
fn is_clock(segment: &Segment) -> bool {
    segment.whole == 2 && segment.value.is_some_and(|v| v.scale() == 0)
}

fn adds_up(segments: &[Segment]) -> bool {
    let sum = segments.iter().try_fold(Decimal::ZERO, |sum, s| sum.checked_add(s.value?));
    segments.len() <= 6 && sum.is_some_and(|sum| (sum - Decimal::ONE_HUNDRED).abs() <= Decimal::ONE)
}

fn parts(segments: &[Segment]) -> Vec<Item> {
    let percent = (AmountKind::Percent, "%");
    segments.iter().filter_map(|s| Some(with_step(Item::whole(s.start, s.end, s.value?, percent)))).collect()
}

fn with_step(mut item: Item) -> Item {
    item.step = Decimal::try_from_i128_with_scale(1, item.low.scale()).unwrap_or(Decimal::ONE);
    item
}

fn is_fraction(segments: &[Segment], at: Cursor<'_>) -> bool {
    let (Some(a), Some(b)) = (segments[0].value, segments[1].value) else { return false };
    let said = at.back().is_some_and(|c| "的占约近超达过有为".contains(c));
    let whole = a == a.trunc() && b == b.trunc();
    whole && said && a < b && b <= Decimal::from(100) && a > Decimal::ZERO
}

fn fraction(segments: &[Segment]) -> Option<Item> {
    let (a, b) = (segments[0].value?, segments[1].value?);
    let value = a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b)?;
    Some(Item::whole(segments[0].start, segments[1].end, value, (AmountKind::Percent, "%")))
}

/// 3/5 by itself, where every number is wanted.
fn ratio(segments: &[Segment]) -> Option<Item> {
    let value = segments[0].value?.checked_div(segments[1].value?)?;
    let mut item = Item::whole(segments[0].start, segments[1].end, value, (AmountKind::Bare, ""));
    item.unit = None;
    Some(item)
}

/// 2021-2025 and 0571-8298 are no amounts; 3-5亿元 and 1-9月 are for the numerals.
fn two(chain: &Chain, at: Cursor<'_>, ways: Ways) -> Option<(Vec<Item>, usize)> {
    let (a, b) = (&chain.segments[0], &chain.segments[1]);
    let phone = (a.zero && a.whole >= 3) || a.whole + b.whole >= 10;
    let year =
        |s: &Segment| s.whole == 4 && s.value.is_some_and(|v| v >= Decimal::from(1900) && v < Decimal::from(2100));
    let bare = matches!(tail(Cursor::new(at.text, chain.end), ways), Tail::Nothing);
    let why = if phone {
        "phone"
    } else if year(a) && year(b) && bare {
        "date"
    } else {
        return None;
    };
    Some((vec![Item::masked(at.at, chain.end, why)], chain.end))
}

/// 1.234.567 is old print for a million and more.
fn thousands(segments: &[Segment]) -> bool {
    segments[0].whole <= 3 && !segments[0].zero && segments[1..].iter().all(|s| s.whole == 3)
}
