//! Every word a chart prints of its own, in one table, so that another language is another table.

use tidemark_model::{Measure, Qualifier};

/// The words of one language; words in braces are filled in by [`filled`].
pub(crate) struct Words {
    pub sources: &'static str,
    pub drawn_on: &'static str,
    pub derived: &'static str,
    pub derived_long: &'static str,
    pub derived_point: &'static str,
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
    pub and: &'static str,
    pub clause: &'static str,
    pub sentence: &'static str,
    pub undated: &'static str,
    pub from_to: &'static str,
    pub of_added: &'static str,
    pub by_place: &'static str,
    pub share_of: &'static str,
    pub shares_of: &'static str,
    pub among_others: &'static str,
    pub output_and_value: &'static str,
    pub output_share: &'static str,
    pub article: &'static str,
    pub headline: &'static str,
    pub page: &'static str,
    pub page_of: &'static str,
    pub same_said: &'static str,
    pub also_said: &'static str,
    pub otherwise_said: &'static str,
    pub agrees: &'static str,
    pub between: &'static str,
    pub because: &'static str,
    pub no_parts: &'static str,
    pub no_counts: &'static str,
    pub no_share: &'static str,
    pub no_indicator: &'static str,
    pub other_kinds: &'static str,
    pub other_wordings: &'static str,
    pub other_lengths: &'static str,
    pub other_periods: &'static str,
    pub apart: &'static str,
    pub no_room: &'static str,
    /// Header of the table.
    pub columns: [&'static str; 5],
    /// Exact, about, above, below, range.
    pub qualifiers: [&'static str; 5],
}

/// Chinese.
pub(crate) const ZH: Words = Words {
    sources: "来源：",
    drawn_on: "制图 ",
    derived: "推算",
    derived_long: "虚线边框为推算",
    derived_point: "空心圆点与虚线为推算",
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
    and: "、",
    clause: "，",
    sentence: "。",
    undated: "时期未载明",
    from_to: "{from}至{to}",
    of_added: "{measure}的",
    by_place: "{indicator}，按地区",
    share_of: "占{whole}{number}",
    shares_of: "{who}占{whole}{number}",
    among_others: "{who}等{what}",
    output_and_value: "{place}{industry}产量与产值",
    output_share: "{place}{industry}产量的占比",
    article: "第{number}篇",
    headline: "《{headline}》",
    page: "第{number}版",
    page_of: "第{page}页，共{pages}页",
    same_said: "{count}处同样的说法",
    also_said: "相容的其他说法：{what}",
    otherwise_said: "说法不一：另有“{what}”。",
    agrees: "与{label}（{formula}）相容",
    between: "，在{low}至{high}之间",
    because: "{who}：{what}",
    no_parts: "资料库里没有{place}{when}各园区产值的数据",
    no_counts: "资料库里没有{place}{when}科技企业与平台的数据",
    no_share: "资料库里没有{place}{when}产量占比的数据",
    no_indicator: "资料库里没有{place}“{what}”的数据",
    other_kinds: "另有{what}的数据，不与上图并列，未画入。",
    other_wordings: "另有{what}，口径不同，不与上图并列，未画入。",
    other_lengths: "{what}的数据时段长短不同，不与上图并列，未画入。",
    other_periods: "另有{what}的数据，未画入。",
    apart: "时段长短不一，分别列出",
    no_room: "另有{count}项因版面所限未画出，见数据表。",
    columns: ["名称", "数值", "单位", "性质", "来源"],
    qualifiers: ["确数", "约数", "下限", "上限", "区间"],
};

/// Fills a template in: `占{whole}{number}`.
pub(crate) fn filled(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

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

/// Several things said of at once.
pub(crate) fn together(count: usize) -> &'static str {
    match count {
        1 => "",
        2 => "二者",
        3 => "三者",
        4 => "四者",
        _ => "各项",
    }
}

/// Words that make a whole one of what was added: 全区增量.
pub(crate) const ADDED: [&str; 2] = ["增量", "新增"];

/// An indicator without the words that make it one of what was added.
pub(crate) fn without_added(indicator: &str) -> &str {
    ["新增", "新认定", "新引进"].iter().find_map(|w| indicator.strip_prefix(w)).unwrap_or(indicator)
}

/// A source's word that stands inside an amount: 300余家.
pub(crate) fn inside_amount(printed: &str) -> Option<&'static str> {
    ["余", "多"].into_iter().find(|w| printed.contains(w))
}

/// Whether a source's word stands between number and unit: 300余家.
pub(crate) fn before_unit(word: &str) -> bool {
    matches!(word, "余" | "多")
}

/// What the mark of a conflict means where there is no red.
pub(crate) const CONFLICT_GREY: &str = "黑点为说法不一";
