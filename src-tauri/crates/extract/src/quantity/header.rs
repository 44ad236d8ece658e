//! Tables: the unit that a header or a cell of its own names (万吨, 产量（亿立方米）, 单位：家, 百分比), and bare cells.

use super::cursor::{Cursor, fold, is_blank};
use super::item::{Tail, UnitHit, scale_of, tail};
use super::numeral::Ways;
use super::{Amount, AmountKind, Unit, scan};
use tidemark_model::Decimal;

const WAYS: Ways = Ways { all: false, alone: true };

/// The number of a table's cell, which may have no unit: 4000.0, -3.5, 18,031. None where the cell says more.
#[must_use]
pub fn scan_table_cell(text: &str) -> Option<Amount> {
    let cell = text.trim_matches(is_blank);
    let lead = text.len() - text.trim_start_matches(is_blank).len();
    let found = super::scan_with(text, true).amounts;
    let [amount] = found.as_slice() else { return None };
    let whole = amount.outer.start <= lead && amount.outer.end >= lead + cell.len();
    whole.then(|| scan(text).amounts.pop().unwrap_or_else(|| amount.clone()))
}

/// The unit that a table's header or a cell of its own names: 万吨, 产量（亿立方米）, 单位：家, 百分比, 人数.
#[must_use]
pub fn unit_of_header(text: &str) -> Option<Unit> {
    let folded: String =
        text.chars().map(fold).filter(|&c| !is_blank(c)).map(|c| if c == '：' { ':' } else { c }).collect();
    if let Some(at) = folded.find("单位:") {
        return named(folded[at + "单位:".len()..].trim_end_matches([')', ']', '】']));
    }
    let bracketed = folded.rfind('(').and_then(|open| {
        let inside = &folded[open + 1..];
        named(inside.split(')').next().unwrap_or(inside))
    });
    bracketed.or_else(|| named(&folded)).or_else(|| by_word(&folded))
}

/// 万吨, ±%, 亿元人民币: a scale and a unit and nothing else.
fn named(text: &str) -> Option<Unit> {
    let text = text.trim_start_matches(['±', '+', '-']);
    let mut at = Cursor::new(text, 0);
    let mut factor = Decimal::ONE;
    while let Some(scale) = at.peek().and_then(scale_of) {
        if super::lexicon::LEXICON.unit_at(at).is_some() {
            break;
        }
        factor = factor.checked_mul(scale)?;
        at = at.step();
    }
    let Tail::Unit { unit, end } = tail(at, WAYS) else { return None };
    (end == text.len()).then(|| scaled(&unit, factor))
}

fn scaled(unit: &UnitHit, factor: Decimal) -> Unit {
    Unit {
        unit: unit.base.to_string(),
        printed: unit.printed.to_string(),
        factor: factor.checked_mul(unit.factor).unwrap_or(unit.factor),
        kind: unit.kind,
    }
}

/// 人数 counts 人, 增速 is in %.
fn by_word(text: &str) -> Option<Unit> {
    let percent = [
        "百分比",
        "比重",
        "占比",
        "增速",
        "增幅",
        "增长率",
        "比例",
        "同比增长",
        "增减率",
        "比率",
        "成长率",
        "增长",
        "%",
    ];
    if percent.iter().any(|word| text.ends_with(word)) {
        return Some(Unit { unit: "%".into(), printed: "%".into(), factor: Decimal::ONE, kind: AmountKind::Percent });
    }
    let counted = text.strip_suffix('数').filter(|words| !words.ends_with('对'))?;
    let at = counted.char_indices().next_back()?.0;
    named(&counted[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Option<(String, String)> {
        unit_of_header(text).map(|unit| (unit.unit, unit.factor.to_string()))
    }

    #[test]
    fn a_header_names_its_unit() {
        let is =
            |text: &str, base: &str, factor: &str| assert_eq!(unit(text), Some((base.into(), factor.into())), "{text}");
        is("万吨", "吨", "10000");
        is("产量（亿立方米）", "立方米", "100000000");
        is("总计（单位：家）", "家", "1");
        is("同比增长（±%）", "%", "1");
        is("百分比", "%", "1");
        is("二級產業人數", "人", "1");
        is("單位：億元", "元", "100000000");
        is("万千升", "千升", "10000");
        is("千公顷", "平方米", "10000000");
        assert_eq!(unit("行业"), None);
        assert_eq!(unit("产品名称"), None);
    }

    #[test]
    fn a_cell_is_one_number_and_nothing_else() {
        let value = |text: &str| scan_table_cell(text).map(|amount| amount.value.to_string());
        assert_eq!(value(" 4000.0 "), Some("4000".into()));
        assert_eq!(value("-3.5"), Some("-3.5".into()));
        assert_eq!(value("18,031"), Some("18031".into()));
        assert_eq!(value("持平"), None);
        assert_eq!(value("2012年产量"), None);
    }
}
