//! What stands right before or after a number and changes it: 港币|2亿元, -|3.5%, 约占|全区总产值的|35.5%, 8|点.

use super::AmountKind;
use super::cursor::{Cursor, Near, fold, is_mark};
use super::item::{Item, UnitHit};
use super::numeral::{Form, Number, starts_number};
use tidemark_model::Decimal;

/// 港币2亿元: the currency before the number is the one meant.
pub(super) fn currency(unit: UnitHit, before: &Near) -> UnitHit {
    const SAID: [(&str, &str); 8] = [
        ("港币", "港元"),
        ("美元", "美元"),
        ("美金", "美元"),
        ("欧元", "欧元"),
        ("日元", "日元"),
        ("新台币", "新台币"),
        ("英镑", "英镑"),
        ("港元", "港元"),
    ];
    if unit.base != "元" || unit.printed != "元" {
        return unit;
    }
    match SAID.iter().find(|(word, _)| before.tails(0, word)) {
        Some((_, base)) => UnitHit { base: (*base).into(), ..unit },
        None => unit,
    }
}

/// Units whose short word means something else more often: 8点, 30分, 360度, 三方.
pub(super) fn ambiguous(text: &str, item: &Item, number: &Number, before: &Near) -> Option<&'static str> {
    let unit = item.unit.as_ref()?;
    let scaled = item.scale > Decimal::ONE;
    let has = |words: &[&str]| words.iter().any(|word| before.clause_before_has(word));
    match unit.printed.as_ref() {
        "点" if number.plain && item.low <= Decimal::from(24) && !has(&["指数", "指标", "点位"]) => {
            Some("clock")
        }
        "分" if before.get(0).is_some_and(|c| matches!(c, '时' | '点')) => Some("clock"),
        "分" if item.form != Form::Arabic => Some("idiom"),
        "度" if !scaled && !has(&["电"]) => Some("angle"),
        "方" | "平方" if !scaled && (item.form != Form::Arabic || item.low < Decimal::TEN) => Some("idiom"),
        "元" if item.form == Form::Chinese && number.signs == 1 => Some("idiom"),
        "对" if Cursor::new(text, item.end).peek().is_some_and(|c| c.is_ascii_digit()) => Some("name"),
        "幢" | "栋" if leads_to_a_room(Cursor::new(text, item.end)) => Some("address"),
        "村" | "层" | "段" | "里" | "组" | "门" if item.form != Form::Arabic => Some("name"),
        _ => None,
    }
}

/// 8幢201室 is an address, 8栋15层住宅楼 are buildings.
fn leads_to_a_room(mut at: Cursor<'_>) -> bool {
    let start = at.at;
    while at.at < start + 8 && at.peek().is_some_and(|c| c.is_ascii_digit()) {
        at = at.step();
    }
    let storeys = at.eat("层").is_some_and(|past| past.peek().is_some_and(|c| !is_mark(c)));
    at.at > start && !storeys
}

/// 约占全区总产值的35.5%, 超过了全集团营收的一半: the qualifier stands before what the share is taken of.
pub(super) fn far_qualifier(item: &mut Item, before: &Near) {
    if item.word.is_some() || item.approx || item.kind != AmountKind::Percent {
        return;
    }
    // 约占全国三分之一 needs no 的, since 占 says that a share comes; 超过全国三分之一 would.
    let of = before.get(0) == Some('的');
    use tidemark_model::Qualifier::{About, Above, Below};
    let words = [
        ("约占", About),
        ("大约占", About),
        ("占比约", About),
        ("约为", About),
        ("近占", Below),
        ("超过", Above),
        ("接近", Below),
        ("超占", Above),
        ("不足", Below),
        ("突破", Above),
    ];
    let clause = before.clause().len();
    for skip in 1..clause {
        for (word, qualifier) in words {
            let whole = of || word.ends_with('占');
            if whole && skip + word.chars().count() <= clause && before.tails(skip, word) {
                item.qualifier = qualifier;
                item.word = Some(word.trim_end_matches('占').trim_start_matches("占比").to_string());
                return;
            }
        }
        if before.get(skip).is_some_and(|c| c.is_ascii_digit()) {
            return;
        }
    }
}

/// Takes a minus before the number into it: -3.5%, 负1.1. In 5-8 and 1-9 it is none.
pub(super) fn sign(item: &mut Item, text: &str) {
    let here = Cursor::new(text, item.start);
    let head = &text[..item.start];
    let Some(raw) = head.trim_end_matches([' ', '\u{3000}']).chars().next_back() else { return };
    let at = head.trim_end_matches([' ', '\u{3000}']).len() - raw.len_utf8();
    let before = Cursor::new(text, at).back();
    let spaced = at + raw.len_utf8() != here.at;
    let minus = match fold(raw) {
        '负' => !before.is_some_and(|c| "担抱欺自胜".contains(c)),
        '-' if spaced => false,
        '-' => match before {
            None => true,
            Some(c) if super::cursor::is_blank(c) || (is_mark(c) && c != '—' && c != '.') => true,
            Some(c)
                if c.is_ascii_alphanumeric()
                    || matches!(c, '-' | '%' | '月' | '日' | '年' | '时' | '号' | '—' | '.') =>
            {
                false
            }
            // 净额-6.22亿元, 利润为-3万元: a balance may be below nothing.
            Some(c) => (item.kind != AmountKind::Quantity || "长幅降减跌率为达额润".contains(c)) && !starts_number(c),
        },
        _ => false,
    };
    if minus {
        item.start = at;
        item.low = -item.low;
        item.high = item.high.map(|high| -high);
        item.outer.0 = item.outer.0.min(at);
    }
}
