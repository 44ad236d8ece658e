//! A number with the unit behind it, before neighbours are looked at: 1294.2亿元, 300余家, 94.5万元/人.
//!
//! Joins nothing: ranges, lists and shared units are for `join`.

use super::AmountKind;
use super::cursor::{Cursor, Near};
use super::lexicon::{Found, LEXICON, Meaning};
use super::numeral::{Form, Number, Ways};
use std::borrow::Cow;
use tidemark_model::{Decimal, Qualifier};

/// A unit as it stands behind a number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct UnitHit {
    pub base: Cow<'static, str>,
    pub printed: Cow<'static, str>,
    pub factor: Decimal,
    pub kind: AmountKind,
    pub counter: bool,
}

/// A number that was found, with all that its own words say.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub start: usize,
    pub end: usize,
    pub low: Decimal,
    pub high: Option<Decimal>,
    pub step: Decimal,
    pub scale: Decimal,
    pub form: Form,
    pub approx: bool,
    pub unit: Option<UnitHit>,
    pub kind: AmountKind,
    pub qualifier: Qualifier,
    pub word: Option<String>,
    pub outer: (usize, usize),
    pub mask: Option<&'static str>,
    pub dotted: bool,
    pub plain: bool,
}

impl Item {
    /// An item for `number` from `start`, with nothing else known.
    pub fn new(start: usize, number: &Number) -> Self {
        Self {
            start,
            end: number.end,
            low: number.low,
            high: number.high,
            step: number.step,
            scale: number.scale,
            form: number.form,
            approx: number.approx.is_some(),
            unit: None,
            kind: AmountKind::Bare,
            qualifier: Qualifier::Exact,
            word: None,
            outer: (start, number.end),
            mask: None,
            dotted: number.dotted,
            plain: number.plain,
        }
    }

    /// A range of text that is no amount.
    pub fn masked(start: usize, end: usize, why: &'static str) -> Self {
        let number = Number {
            end,
            low: Decimal::ZERO,
            high: None,
            step: Decimal::ONE,
            scale: Decimal::ONE,
            form: Form::Arabic,
            approx: None,
            single: false,
            signs: 0,
            dotted: false,
            plain: false,
            digits: false,
        };
        Self { mask: Some(why), ..Self::new(start, &number) }
    }

    /// A value in `unit` that was read as a whole: 三分之一, 首位, 翻番.
    pub fn whole(start: usize, end: usize, value: Decimal, (kind, unit): (AmountKind, &'static str)) -> Self {
        let mut item = Self::masked(start, end, "");
        item.mask = None;
        item.low = value;
        item.kind = kind;
        item.plain = false;
        item.unit =
            Some(UnitHit { base: unit.into(), printed: unit.into(), factor: Decimal::ONE, kind, counter: false });
        item
    }
}

/// What stands behind a number: a unit, a word of time, or nothing that is known.
pub(super) enum Tail {
    Unit { unit: UnitHit, end: usize },
    Time { why: &'static str, end: usize },
    Nothing,
}

/// The unit behind `at`, over blanks and, in running text, over a line's end.
pub(super) fn tail(at: Cursor<'_>, ways: Ways) -> Tail {
    let near = at.skip_hidden();
    let wide = if ways.alone { near.skip_spaces() } else { near.skip_blanks() };
    let found = LEXICON
        .unit_at(wide)
        .filter(|found| latin_ends(wide, found))
        .or_else(|| if ways.alone { None } else { LEXICON.unit_loose(wide).filter(|found| latin_ends(wide, found)) });
    // 个⏎百分点: a line may end inside the one unit that has a shorter one before it.
    let points =
        found.as_ref().filter(|found| found.word == "个" && !ways.alone).and_then(|_| wide.eat_loose("个百分点"));
    let found = points.and_then(|_| LEXICON.unit_loose(wide)).or(found);
    match found {
        Some(Found { end, meaning: Meaning::Time(why), .. }) => Tail::Time { why, end },
        Some(Found { end, meaning: Meaning::Unit { base, factor, kind, counter }, word }) => {
            let unit = UnitHit {
                base: base.as_str().into(),
                printed: word.into(),
                factor: *factor,
                kind: *kind,
                counter: *counter,
            };
            compose(unit, Cursor::new(at.text, end))
        }
        None => Tail::Nothing,
    }
}

/// m in 9 m is a unit, m in 9mg is not; 5t次 neither.
fn latin_ends(at: Cursor<'_>, found: &Found<'_>) -> bool {
    let latin = found.word.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
    let _ = at;
    !latin || !Cursor::new(at.text, found.end).peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '-' || c == '+')
}

/// 元/人, 吨标准煤/万元, 微克/立方米: parts keep their own names, only scales in front of 元 and the like are counted.
fn compose(unit: UnitHit, at: Cursor<'_>) -> Tail {
    let slash = at.skip_hidden();
    // 35微克每立方米, but not 3人每天.
    let each = slash.peek() == Some('每')
        && !unit.counter
        && matches!(LEXICON.unit_at(slash.step()), Some(Found { meaning: Meaning::Unit { .. }, .. }));
    if !(slash.peek() == Some('/') || each) || unit.kind == AmountKind::Percent {
        return Tail::Unit { unit, end: at.at };
    }
    let mut below = slash.step().skip_hidden();
    let mut factor = Decimal::ONE;
    let mut scale = String::new();
    while let Some((c, times)) = below.peek().and_then(|c| Some((c, scale_of(c)?))) {
        if LEXICON.unit_at(below).is_some() {
            break;
        }
        // 吨标准煤/万元 is a ten-thousandth of it for each 元.
        factor = factor.checked_div(times).unwrap_or(factor);
        scale.push(c);
        below = below.step();
    }
    let Some(found) = LEXICON.unit_at(below) else { return Tail::Unit { unit, end: at.at } };
    let above = if unit.factor == Decimal::ONE { unit.base.clone() } else { unit.printed.clone() };
    let base = format!("{above}/{}", found.word);
    let printed = format!("{}/{scale}{}", unit.printed, found.word);
    Tail::Unit {
        unit: UnitHit { base: base.into(), printed: printed.into(), factor, kind: unit.kind, counter: false },
        end: found.end,
    }
}

/// 万 before a unit.
pub(super) fn scale_of(c: char) -> Option<Decimal> {
    Some(Decimal::from(match c {
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    }))
}

/// Sets an item's qualifier from what stands before and after it.
pub(super) fn qualify(item: &mut Item, before: &Near, after: &Near) {
    let big = item.low.abs() >= Decimal::ONE_HUNDRED && (item.form != Form::Arabic || item.scale > Decimal::ONE)
        || item.form == Form::Scale;
    if let Some((word, qualifier, edge)) = before_word(before, big) {
        item.outer.0 = edge.min(item.start);
        item.qualifier = qualifier;
        item.word = Some(word);
    }
    if let Some((word, qualifier)) = LEXICON.after(after) {
        item.outer.1 = after.edge(word.chars().count()).max(item.end);
        // 控制在5.5%左右 keeps near it, not below it; 控制在93%以上 above it.
        let kept = qualifier != Qualifier::Below && item.word.as_deref().is_some_and(|said| said.contains("控制"));
        if item.word.is_none() || kept {
            item.qualifier = qualifier;
            item.word = Some(word.to_string());
        }
    }
    if item.approx {
        item.qualifier = Qualifier::Above;
    }
}

/// Words that may stand between a qualifier and its number: 约人民币50亿元, 超过了10%.
const FILLERS: [&str; 17] =
    ["", "要", "需", "需要", "了", "人民币", "到", "为", "达", "“", "(", "合", "达到", "每年", "在", "有", "港币"];

fn before_word(before: &Near, big: bool) -> Option<(String, Qualifier, usize)> {
    FILLERS.iter().find_map(|filler| {
        if !before.tails(0, filler) {
            return None;
        }
        let skip = filler.chars().count();
        let row = LEXICON.before(before, skip, big)?;
        // 到 and the like carry over only what is said of amounts as a whole.
        let strict =
            skip > 0 && row.word.chars().count() == 1 && !matches!(row.word.as_str(), "约" | "超" | "逾" | "破");
        let word = row.word.trim_end_matches('了').to_string();
        (!strict).then(|| (word, row.qualifier, before.edge(skip + row.word.chars().count())))
    })
}
