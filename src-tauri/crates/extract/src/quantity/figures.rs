//! Numbers in Arabic figures with point and thousands separators: 1,294.2 · １２９４ · 1.234.567 · 1 294.
//!
//! A comma parts thousands only before three figures and no more; elsewhere it ends a clause.

use super::cursor::Cursor;
use super::lexicon::LEXICON;
use super::numeral::{Ways, big_scale};
use tidemark_model::Decimal;

/// A number in Arabic figures.
pub(super) struct Figures {
    pub end: usize,
    pub value: Decimal,
    pub decimals: u32,
    pub count: usize,
    pub dotted: bool,
}

/// A run of figures: where it ends, how many, and their value while it fits.
fn run(mut at: Cursor<'_>, value: &mut i128) -> (usize, usize) {
    let (mut count, mut end) = (0, at.at);
    while let Some(d) = at.peek().and_then(|c| c.to_digit(10)) {
        *value = value.saturating_mul(10).saturating_add(i128::from(d));
        count += 1;
        at = at.step();
        end = at.at;
        at = at.skip_hidden();
    }
    (count, end)
}

/// The figures that begin here, with their decimals and thousands.
pub(super) fn figures(at: Cursor<'_>, ways: Ways) -> Option<Figures> {
    let mut value = 0_i128;
    let (mut count, mut end) = run(at, &mut value);
    if count == 0 {
        return None;
    }
    let head = count;
    if head <= 3 {
        while let Some((group_end, group)) = thousands(Cursor::new(at.text, end), ways) {
            if count > 28 {
                return None;
            }
            value = value.saturating_mul(1000).saturating_add(group);
            count += 3;
            end = group_end;
        }
    }
    let (decimals, dotted) = fraction(at.text, &mut end, &mut value, (head, count));
    if count + decimals as usize > 28 {
        return None;
    }
    let value = Decimal::try_from_i128_with_scale(value, decimals).ok()?;
    Some(Figures { end, value, decimals, count: count + decimals as usize, dotted })
}

/// `,234` with no further figure after it; a blank or a full-width comma (64，161吨) separates thousands only where a unit
/// follows at once.
fn thousands(at: Cursor<'_>, ways: Ways) -> Option<(usize, i128)> {
    let sign = at.raw()?;
    let blank = matches!(sign, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    // Between full-width figures a full-width comma separates thousands as any; else it mostly ends a clause.
    let wide = sign == '，'
        && (ways.all
            || (at.step().raw().is_some_and(|c| c > '\u{ff00}')
                && at.text[..at.at].chars().next_back().is_some_and(|c| c > '\u{ff00}')));
    let clause = sign == '，' && !wide && is_free(&at.text[..at.at]);
    if !(sign == ',' || wide || ((blank || clause) && !ways.alone && !ways.all)) {
        return None;
    }
    let mut group = 0_i128;
    let (count, end) = run(at.step(), &mut group);
    if count != 3 {
        return None;
    }
    if blank || clause {
        let mut past = Cursor::new(at.text, end);
        if past.raw() == Some('.') {
            let mut rest = 0;
            past = Cursor::new(at.text, run(past.step(), &mut rest).1);
        }
        let scaled = past.peek().is_some_and(|c| big_scale(c).is_some());
        if !scaled && LEXICON.unit_at(past).is_none() {
            return None;
        }
    }
    Some((end, group))
}

/// Whether the figures that end the text are no place or name: 第3，120家 and G3，120公里 are two numbers.
fn is_free(before: &str) -> bool {
    let front = before.trim_end_matches(|c: char| c.is_ascii_digit());
    !front.ends_with(|c: char| c.is_ascii_graphic() || matches!(c, '第' | '年' | '月' | '○'))
}

/// The decimals, or more thousands behind points (1.234.567); the second says whether it may be either (29.764).
fn fraction(text: &str, end: &mut usize, value: &mut i128, (head, count): (usize, usize)) -> (u32, bool) {
    let point = Cursor::new(text, *end);
    if !matches!(point.peek(), Some('.')) {
        return (0, false);
    }
    let mut after = *value;
    let (mut decimals, mut past) = run(point.step(), &mut after);
    if decimals == 0 {
        // A blank behind the point (12. 5%) is a printer's; a list's number (1. 5家) is not.
        let spaced = point.step().skip_spaces();
        (decimals, past) = run(spaced, &mut after);
        if decimals == 0 || Cursor::new(text, past).peek() != Some('%') {
            return (0, false);
        }
    }
    if decimals > 28 || count + decimals > 28 {
        return (0, false);
    }
    let three = decimals == 3 && head <= 3 && count == head;
    if three && Cursor::new(text, past).peek() == Some('.') {
        let (mut total, mut at) = (after, past);
        let mut groups = 1;
        while Cursor::new(text, at).peek() == Some('.') {
            let mut next = total;
            let (n, e) = run(Cursor::new(text, at).step(), &mut next);
            if n != 3 {
                break;
            }
            (total, at, groups) = (next, e, groups + 1);
        }
        if groups > 1 && groups < 8 {
            *value = total;
            *end = at;
            return (0, false);
        }
    }
    *value = after;
    *end = past;
    (u32::try_from(decimals).unwrap_or(0), three)
}
