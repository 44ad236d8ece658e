//! Every word a chart prints of its own, in one table, so that another language is another table.

use tidemark_model::{Measure, Qualifier};

/// The words of one language.
pub(crate) struct Words {
    pub sources: &'static str,
    pub drawn_on: &'static str,
    pub derived: &'static str,
    pub derived_long: &'static str,
    pub planned: &'static str,
    pub about: &'static str,
    pub above_bar: &'static str,
    pub above_point: &'static str,
    pub below_bar: &'static str,
    pub below_point: &'static str,
    pub range: &'static str,
    pub planned_bar: &'static str,
    pub planned_point: &'static str,
    pub conflict: &'static str,
    pub gap: &'static str,
    pub rest: &'static str,
}

pub(crate) const ZH: Words = Words {
    sources: "来源：",
    drawn_on: "制图 ",
    derived: "推算",
    derived_long: "虚线边框为推算",
    planned: "目标",
    about: "须线为约数",
    above_bar: "→为下限",
    above_point: "▲为下限",
    below_bar: "←为上限",
    below_point: "▼为上限",
    range: "浅色为区间",
    planned_bar: "点线空心为目标",
    planned_point: "点线圆圈为目标",
    conflict: "红点为说法不一",
    gap: "未见报道",
    rest: "其余",
};

/// Source words that stand after the number: 300余, 99%以上.
const AFTER: [&str; 12] = ["余", "多", "以上", "之上", "以下", "以内", "之内", "左右", "上下", "不到", "有余", "开外"];

/// Whether a source's qualifier word stands after its number.
pub(crate) fn stands_after(word: &str) -> bool {
    AFTER.contains(&word) && word != "不到"
}

/// Words of a bound that the value itself may meet: 99%以上 is ≥ 99 %.
pub(crate) fn includes_bound(word: Option<&str>) -> bool {
    word.is_some_and(|w| ["以上", "以下", "以内", "之内", "不低于", "不少于", "不超过", "达到"].contains(&w))
}

/// The sign for a qualifier whose word the source does not give, or that follows from arithmetic.
pub(crate) fn sign(qualifier: Qualifier, inclusive: bool) -> &'static str {
    match (qualifier, inclusive) {
        (Qualifier::About, _) => "≈",
        (Qualifier::Above, true) => "≥",
        (Qualifier::Above, false) => ">",
        (Qualifier::Below, true) => "≤",
        (Qualifier::Below, false) => "<",
        (Qualifier::Exact | Qualifier::Range, _) => "",
    }
}

/// What a measure is called before a noun: 新增.
pub(crate) fn measure_prefix(measure: Measure) -> &'static str {
    match measure {
        Measure::New => "新增",
        Measure::Cumulative => "累计",
        Measure::Total | Measure::Share | Measure::Growth | Measure::Change | Measure::Rank => "",
    }
}

/// What a measure is called after a noun: 增速.
pub(crate) fn measure_suffix(measure: Measure) -> &'static str {
    match measure {
        Measure::Share => "占比",
        Measure::Growth => "增速",
        Measure::Change => "增减",
        Measure::Rank => "位次",
        Measure::Total | Measure::New | Measure::Cumulative => "",
    }
}

/// What a measure is called by itself, as a panel's heading.
pub(crate) fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Total => "总量",
        Measure::New => "新增",
        Measure::Cumulative => "累计",
        Measure::Share => "占比",
        Measure::Growth => "增速",
        Measure::Change => "增减",
        Measure::Rank => "位次",
    }
}

/// 1 is ①; past 50 the number in brackets.
pub(crate) fn circled(number: usize) -> String {
    let code = match number {
        1..=20 => 0x2460 + number - 1,
        21..=35 => 0x3251 + number - 21,
        36..=50 => 0x32B1 + number - 36,
        _ => return format!("({number})"),
    };
    u32::try_from(code).ok().and_then(char::from_u32).map_or_else(|| format!("({number})"), String::from)
}
