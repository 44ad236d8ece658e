//! One number without its unit: 1,294.2 · 3.5亿 · 3亿5000万 · 一千二百 · 壹拾 · 三点五亿 · 三五十 · 300余 · 百.
//!
//! Arabic figures, Chinese numerals and their mixtures are read by one sum of digits and scales, exactly.
//! What the number counts is left to `item`.

use super::cursor::{Cursor, is_mark};
use super::figures::figures;
use super::lexicon::LEXICON;
use super::sum::Sum;
use tidemark_model::Decimal;

/// How the number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// With Arabic figures.
    Arabic,
    /// In Chinese numerals only.
    Chinese,
    /// Only scales: 百亿, 千 — an implicit 1.
    Scale,
}

/// A number as read.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub end: usize,
    pub low: Decimal,
    /// The high end of 三五十 or 数百.
    pub high: Option<Decimal>,
    /// One unit of the last printed digit.
    pub step: Decimal,
    /// The last scale of 万 and up, or 1.
    pub scale: Decimal,
    pub form: Form,
    /// 余, 多, 几 or 来 inside.
    pub approx: Option<char>,
    /// One Chinese digit and nothing else: 两, 三.
    pub single: bool,
    /// How many characters of figures or numerals.
    pub signs: usize,
    /// 29.764: what stands after the point is three figures, as a thousands point would have it.
    pub dotted: bool,
    /// Nothing but Arabic figures, no point, no scale.
    pub plain: bool,
    /// Digits in a row: 二〇二三.
    pub digits: bool,
}

const WAN: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);
const YI: Decimal = Decimal::from_parts(100_000_000, 0, 0, false, 0);

fn trillion() -> Decimal {
    Decimal::from(1_000_000_000_000_u64)
}

/// A Chinese digit, everyday or financial.
pub(super) fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' | '弌' => 1,
        '二' | '贰' | '两' | '俩' | '倆' | '貮' => 2,
        '三' | '叁' | '参' | '仨' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn small_scale(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

pub(super) fn big_scale(c: char) -> Option<Decimal> {
    match c {
        '万' => Some(WAN),
        '亿' => Some(YI),
        '兆' => Some(trillion()),
        _ => None,
    }
}

/// Whether a number can start with this character (in the common form).
pub(super) fn starts_number(c: char) -> bool {
    c.is_ascii_digit()
        || chinese_digit(c).is_some()
        || small_scale(c).is_some()
        || big_scale(c).is_some()
        || matches!(c, '数' | '几' | '廿' | '卅' | '卌')
}

/// Settings of one reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ways {
    /// Read every number there is, 二百五 and 7万 5千 too, not only those of running statistics.
    pub all: bool,
    /// The number stands alone in its line: a table's cell, whose neighbours are other cells.
    pub alone: bool,
}

/// The number that starts at `at`.
pub(super) fn read(at: Cursor<'_>, ways: Ways) -> Option<Number> {
    let mut sum = Sum::new();
    let mut place = at;
    let mut end = at.at;
    while let Some(next) = advance(&mut sum, place, ways) {
        place = next;
        end = next.at;
        if sum.approx.is_some() && !big_follows(place, ways) {
            break;
        }
        place = gap(place, &sum, ways);
    }
    if sum.is_empty() { None } else { sum.finish(end) }
}

/// Past blanks that may stand inside a number: any before 万 and 亿, and all where every number is wanted.
fn gap<'a>(place: Cursor<'a>, sum: &Sum, ways: Ways) -> Cursor<'a> {
    let plain = place.skip_hidden();
    let wide = if ways.alone { plain.skip_spaces() } else { plain.skip_blanks() };
    if wide.at == plain.at {
        return plain;
    }
    match wide.peek() {
        Some(c)
            if big_scale(c).is_some()
                && (sum.current.is_some() || sum.approx.is_some() || !sum.section.0.is_zero())
                && LEXICON.unit_at(wide).is_none() =>
        {
            wide
        }
        Some(c) if ways.all && !c.is_ascii_digit() && (starts_number(c) || matches!(c, '余' | '多' | '点')) => {
            plain.skip_spaces()
        }
        Some(c) if ways.all && c.is_ascii_digit() && sum.current.is_none() && sum.held != 0 => plain.skip_spaces(),
        _ => plain,
    }
}

fn big_follows(place: Cursor<'_>, ways: Ways) -> bool {
    let place = if ways.alone { place.skip_spaces() } else { place.skip_blanks() };
    place.peek().is_some_and(|c| big_scale(c).is_some()) && LEXICON.unit_at(place).is_none()
}

fn advance<'a>(sum: &mut Sum, at: Cursor<'a>, ways: Ways) -> Option<Cursor<'a>> {
    let c = at.peek()?;
    if sum.approx.is_some() {
        return big_scale(c).and_then(|scale| sum.big(scale)).map(|()| at.step());
    }
    if c.is_ascii_digit() {
        return literal(sum, at, ways);
    }
    if let Some(scale) = small_scale(c) {
        return take_small(sum, at, scale, ways);
    }
    if let Some(scale) = big_scale(c) {
        if sum.digits || (c == '兆' && LEXICON.unit_at(at).is_some()) {
            return None;
        }
        return sum.big(scale).map(|()| at.step());
    }
    if chinese_digit(c).is_some() {
        return digits(sum, at, ways);
    }
    match c {
        '点' => point(sum, at),
        '廿' | '卅' | '卌' => tens(sum, at, c),
        '数' | '几' if sum.is_empty() => several(sum, at),
        '余' | '多' | '几' | '来' => approx(sum, at, c, ways),
        _ => None,
    }
}

fn tens<'a>(sum: &mut Sum, at: Cursor<'a>, c: char) -> Option<Cursor<'a>> {
    if sum.current.is_some() {
        return None;
    }
    let tens = Decimal::from(if c == '廿' {
        2
    } else if c == '卅' {
        3
    } else {
        4
    });
    sum.current = Some((tens, tens));
    sum.digit = true;
    sum.small(10)?;
    Some(at.step())
}

/// 数百, 几千: two to nine of them.
fn several<'a>(sum: &mut Sum, at: Cursor<'a>) -> Option<Cursor<'a>> {
    let next = at.step().skip_hidden();
    let c = next.peek()?;
    let scaled = small_scale(c).is_some() || big_scale(c).is_some();
    // 指数百 and 户数千: the 数 of a noun.
    let noun = at.peek() == Some('数')
        && at.back().is_some_and(|c| "指系倍人户家个次总基少参小函件例位级点无大计分字岁".contains(c));
    if !scaled || noun || LEXICON.unit_at(next).is_some() {
        return None;
    }
    sum.current = Some((Decimal::TWO, Decimal::from(9)));
    sum.digit = true;
    sum.signs += 1;
    Some(next)
}

fn take_small<'a>(sum: &mut Sum, at: Cursor<'a>, scale: u32, ways: Ways) -> Option<Cursor<'a>> {
    // 千瓦, 百分点: the scale belongs to the unit; 2023十大: a year and a name.
    if scale > 10 && LEXICON.unit_at(at).is_some() {
        return None;
    }
    if sum.digits || (scale == 10 && sum.arabic && sum.current.is_some() && !ways.all) {
        return None;
    }
    let rises = !ways.all || sum.last < Decimal::from(scale);
    if scale > 10 && !sum.is_empty() && sum.current.is_none() && !sum.section.0.is_zero() && rises {
        // 十百 is no number; 百千 neither.
        return None;
    }
    if scale == 10 {
        sum.digit = true;
    }
    if ways.all && sum.current.is_some_and(|(low, high)| low.is_zero() && high.is_zero()) {
        // 零十 is ten.
        sum.current = None;
    }
    sum.small(scale)?;
    Some(at.step())
}

/// Chinese digits: one, an uncertain pair (三五), or a row (二〇二三).
fn digits<'a>(sum: &mut Sum, at: Cursor<'a>, ways: Ways) -> Option<Cursor<'a>> {
    if sum.current.is_some() || sum.digits {
        return None;
    }
    let (mut row, mut count, mut place, mut first_end) = ([0_u32; 28], 0, at, at);
    while let Some(d) = place.peek().and_then(chinese_digit) {
        *row.get_mut(count)? = d;
        place = place.step().skip_hidden();
        if count == 0 {
            first_end = place;
        }
        count += 1;
    }
    let row = &row[..count];
    if row[0] == 0 && !sum.is_empty() {
        return zero(sum, at);
    }
    // 零件, 零增长: alone it is no count, save where every number is wanted; 零点五 is a number.
    if row == [0] && !ways.all && place.skip_spaces().peek() != Some('点') {
        return None;
    }
    if row.len() == 1 {
        return one_digit(sum, row[0], first_end);
    }
    if row.len() == 2 && pair_is_range(row[0], row[1]) && (counts(place) || !sum.is_empty()) {
        sum.current = Some((Decimal::from(row[0]), Decimal::from(row[1])));
        sum.digit = true;
        sum.signs += 2;
        sum.tail = false;
        sum.step = Decimal::ONE;
        return Some(place);
    }
    if !sum.is_empty() {
        return None;
    }
    let value = row.iter().fold(0_u128, |sum, &d| sum.saturating_mul(10).saturating_add(u128::from(d)));
    let value = Decimal::try_from_i128_with_scale(i128::try_from(value).ok()?, 0).ok()?;
    sum.current = Some((value, value));
    sum.digit = true;
    sum.digits = true;
    sum.signs += row.len();
    Some(place)
}

fn one_digit<'a>(sum: &mut Sum, digit: u32, past: Cursor<'a>) -> Option<Cursor<'a>> {
    sum.current = Some((Decimal::from(digit), Decimal::from(digit)));
    sum.digit = true;
    sum.signs += 1;
    sum.tail = true;
    sum.step = Decimal::ONE;
    Some(past)
}

/// 零 between scales: 一千零五. A digit or a ten must follow.
fn zero<'a>(sum: &mut Sum, at: Cursor<'a>) -> Option<Cursor<'a>> {
    let next = at.step().skip_hidden();
    let c = next.peek()?;
    let numeral = chinese_digit(c).is_some_and(|d| d > 0)
        || small_scale(c) == Some(10)
        || c.is_ascii_digit()
        || c == '几'
        || matches!(c, '卅' | '卌' | '廿');
    if !numeral || sum.current.is_some() || (sum.held == 0 && sum.section.0.is_zero()) {
        return None;
    }
    sum.zero = true;
    sum.signs += 1;
    if small_scale(c) == Some(10) {
        return Some(next);
    }
    if c.is_ascii_digit() || matches!(c, '几' | '廿' | '卅' | '卌') {
        return Some(next);
    }
    let digit = chinese_digit(c)?;
    let past = one_digit(sum, digit, next.step())?;
    sum.zero = true;
    Some(past)
}

fn pair_is_range(a: u32, b: u32) -> bool {
    a > 0 && (b == a + 1 || (a, b) == (3, 5)) && b < 10
}

/// Whether a scale or a counter follows.
fn counts(at: Cursor<'_>) -> bool {
    at.peek().is_some_and(|c| small_scale(c).is_some() || big_scale(c).is_some()) || LEXICON.unit_at(at).is_some()
}

/// 三点五: the decimals of a Chinese numeral. 八点三十分 is a clock time.
fn point<'a>(sum: &mut Sum, at: Cursor<'a>) -> Option<Cursor<'a>> {
    if sum.digits || sum.is_empty() || sum.step != sum.step.trunc() {
        return None;
    }
    let (mut place, mut mantissa, mut count) = (at.step().skip_hidden(), 0_i128, 0_u32);
    // 两 is never a decimal: 一点两小时.
    while let Some(c) = place.skip_spaces().peek().filter(|&c| c != '两') {
        let Some(d) = chinese_digit(c).or_else(|| if sum.arabic { None } else { c.to_digit(10) }) else { break };
        if count == 20 {
            return None;
        }
        mantissa = mantissa * 10 + i128::from(d);
        count += 1;
        place = place.skip_spaces().step().skip_hidden();
    }
    if count == 0 || place.peek().is_some_and(|c| c == '十') {
        return None;
    }
    let part = Decimal::try_from_i128_with_scale(mantissa, count).ok()?;
    let (low, high) = sum.current.unwrap_or((Decimal::ZERO, Decimal::ZERO));
    let shift = sum.tail_shift()?;
    sum.current = Some((low.checked_mul(shift)?.checked_add(part)?, high.checked_mul(shift)?.checked_add(part)?));
    sum.step = Decimal::try_from_i128_with_scale(1, count).ok()?;
    sum.tail = false;
    sum.signs += 1 + count as usize;
    Some(place)
}

/// 余, 多, 几, 来 after a scale or figures, before a scale, a unit or the clause's end.
fn approx<'a>(sum: &mut Sum, at: Cursor<'a>, c: char, ways: Ways) -> Option<Cursor<'a>> {
    if sum.is_empty() || sum.digits {
        return None;
    }
    let next = at.step();
    let near = if ways.alone { next.skip_spaces() } else { next.skip_blanks() };
    let scale = near.peek().is_some_and(|c| big_scale(c).is_some());
    let unit = LEXICON.unit_at(near).is_some();
    let ends = near.peek().is_none_or(is_mark);
    let fits = match c {
        '余' | '多' => (sum.current.is_none() || sum.arabic) && (scale || unit || ends || ways.all),
        '几' => (sum.current.is_none()) && (scale || unit),
        _ => sum.current.is_none() && sum.last == Decimal::TEN && unit,
    };
    if !fits {
        return None;
    }
    sum.approx = Some(c);
    sum.signs += 1;
    Some(next)
}

/// Arabic figures with a point and thousands separators.
fn literal<'a>(sum: &mut Sum, at: Cursor<'a>, ways: Ways) -> Option<Cursor<'a>> {
    if sum.current.is_some() || sum.digits {
        return None;
    }
    let figures = figures(at, ways)?;
    let past = Cursor::new(at.text, figures.end);
    if !sum.is_empty() {
        // 3亿5000万, 3万4000元, but 3亿2023年 is 3亿 and a year.
        let fits = figures.value < sum.last && (sum.arabic || ways.all || sum.zero);
        let scaled = past.peek().is_some_and(|c| small_scale(c).is_some() || big_scale(c).is_some());
        let unit =
            LEXICON.unit_at(past).is_some_and(|found| matches!(found.meaning, super::lexicon::Meaning::Unit { .. }));
        if !fits || !(scaled || unit || (ways.all && past.peek().is_none_or(is_mark))) {
            return None;
        }
    }
    sum.plain = sum.is_empty() && figures.decimals == 0;
    sum.dotted = sum.is_empty() && figures.dotted;
    sum.current = Some((figures.value, figures.value));
    sum.step = Decimal::try_from_i128_with_scale(1, figures.decimals).ok()?;
    sum.arabic = true;
    sum.tail = false;
    sum.signs += figures.count;
    Some(past)
}
