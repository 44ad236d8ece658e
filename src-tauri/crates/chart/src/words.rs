//! Every word a chart prints of its own, in one table, so that another language is another table.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use tidemark_model::{Assumption, Measure, Period, Qualifier};

/// The words of one language; words in braces are filled in by [`filled`].
pub(crate) struct Words {
    pub sources: &'static str,
    pub drawn_on: &'static str,
    pub derived: &'static str,
    pub derived_long: &'static str,
    pub derived_point: &'static str,
    pub derived_ring: &'static str,
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
    /// Between units of which each row has one.
    pub or: &'static str,
    pub clause: &'static str,
    pub sentence: &'static str,
    pub undated: &'static str,
    pub from_to: &'static str,
    pub of_added: &'static str,
    pub by_place: &'static str,
    pub share_of: &'static str,
    /// 占江城市光纤产量，%
    pub percent_of: &'static str,
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
    pub agrees: &'static str,
    pub between: &'static str,
    pub because: &'static str,
    pub same_measure: &'static str,
    pub disjoint: &'static str,
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
    pub many_said: &'static str,
    pub total_of: &'static str,
    pub of_place: &'static str,
    pub gap_of: &'static str,
    pub planned_for: &'static str,
    pub left_out: &'static str,
    pub a_square: &'static str,
    pub too_few_periods: &'static str,
    pub too_few_places: &'static str,
    pub not_counted: &'static str,
    pub not_parts: &'static str,
    pub not_a_share: &'static str,
    pub not_complete: &'static str,
    pub any_scale: &'static str,
    pub one_scale: &'static str,
    pub conflict_grey: &'static str,
    pub each: &'static str,
    /// Between list items that may hold commas themselves.
    pub items: &'static str,
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
    derived_ring: "空心圆点为推算",
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
    or: "／",
    clause: "，",
    sentence: "。",
    undated: "时期未载明",
    from_to: "{from}至{to}",
    of_added: "{measure}的",
    by_place: "{indicator}，按地区",
    share_of: "占{whole}{number}",
    percent_of: "占{whole}，%",
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
    agrees: "与{label}（{formula}）相容",
    between: "，在{low}至{high}之间",
    because: "{who}：{what}",
    same_measure: "把“{one}”与“{other}”当作同一口径",
    disjoint: "把{names}当作互不重叠",
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
    many_said: "{who}有{count}种说法，最低{low}，最高{high}，其余见数据表。",
    total_of: "合计",
    of_place: "{place}{what}",
    gap_of: "{who}{when}",
    planned_for: "{when}目标",
    left_out: "另有{what}，因版面所限未画出，见数据表。",
    a_square: "每格{count}{unit}",
    too_few_periods: "“{what}”没有两个可以相比的时期的数据，画不成这种图；请换一种图，或导入更多版面",
    too_few_places: "“{what}”没有两个可以相比的地区或项目的数据，画不成这种图；请换一种图",
    not_counted: "“{what}”不是可以一个个数的数量，画不成方格图；请换一种图",
    not_parts: "“{what}”没有可以相加的各部分的数据，画不成堆叠图；请换一种图",
    not_a_share: "“{what}”不是占比，画不成百分比条；请换一种图",
    not_complete: "各段为见诸报道的部分，不等于全部。",
    any_scale: "刻度不从零起",
    one_scale: "各图同一刻度",
    conflict_grey: "黑点为说法不一",
    each: "均",
    items: "；",
    columns: ["名称", "数值", "单位", "性质", "来源"],
    qualifiers: ["确数", "约数", "下限", "上限", "区间"],
};

/// English.
pub(crate) const EN: Words = Words {
    sources: "Source: ",
    drawn_on: "Drawn ",
    derived: "derived",
    derived_long: "dashed outline: derived",
    derived_point: "ring and dashed line: derived",
    derived_ring: "ring: derived",
    planned: "target",
    about: "whisker: approximate",
    above_bar: "→ at least",
    above_point: "▲ at least",
    below_bar: "← at most",
    below_point: "▼ at most",
    range: "light part: range",
    planned_bar: "dotted outline: target",
    planned_point: "dotted ring: target",
    conflict: "red dot: sources differ",
    gap: "not reported",
    rest: "rest",
    and: ", ",
    or: "/",
    clause: ", ",
    sentence: ". ",
    undated: "no period stated",
    from_to: "{from} to {to}",
    of_added: "{measure} ",
    by_place: "{indicator}, by place",
    share_of: "{number} of {whole}",
    percent_of: "% of {whole}",
    shares_of: "{who}: {number} of {whole}",
    among_others: "{who} and others: {what}",
    output_and_value: "{place}: {industry}, output and value",
    output_share: "share of {industry} output, {place}",
    article: "article {number}",
    headline: "《{headline}》",
    page: "p. {number}",
    page_of: "Page {page} of {pages}",
    same_said: "said alike in {count} places",
    also_said: "also said, compatible: {what}",
    agrees: "agrees with {label} ({formula})",
    between: ", between {low} and {high}",
    because: "{who}: {what}",
    same_measure: "takes “{one}” and “{other}” to measure the same",
    disjoint: "takes {names} not to overlap",
    no_parts: "the library has no output by park for {place} {when}",
    no_counts: "the library has no firms or platforms for {place} {when}",
    no_share: "the library has no output shares for {place} {when}",
    no_indicator: "the library has no “{what}” for {place}",
    other_kinds: "There are also figures for {what}; not drawn, as they do not compare. ",
    other_wordings: "There are also {what}, of another definition; not drawn beside these. ",
    other_lengths: "Figures for {what} are of other lengths of time; not drawn beside these. ",
    other_periods: "There are also figures for {what}; not drawn. ",
    apart: "periods of different lengths, listed apart",
    no_room: "{count} more not drawn for want of room; see the table. ",
    many_said: "{who} is said in {count} ways, {low} the lowest, {high} the highest; the others are in the table. ",
    total_of: "total",
    of_place: "{place}: {what}",
    gap_of: "{who} {when}",
    planned_for: "{when} target",
    left_out: "Not drawn for want of room: {what}; see the table. ",
    a_square: "one square: {count} {unit}",
    too_few_periods: "“{what}” has no two periods to compare, which this kind of chart needs; choose another kind, or import more pages",
    too_few_places: "“{what}” has no two places or items to compare, which this kind of chart needs; choose another kind",
    not_counted: "“{what}” is nothing that is counted one by one, which squares need; choose another kind",
    not_parts: "“{what}” has no parts that add up, which stacked bars need; choose another kind",
    not_a_share: "“{what}” is no share, which a 100 % bar needs; choose another kind",
    not_complete: "The segments are what was reported, not the whole. ",
    any_scale: "the scale does not start at zero",
    one_scale: "all on one scale",
    conflict_grey: "black dot: sources differ",
    each: "each",
    items: "; ",
    columns: ["name", "value", "unit", "kind", "source"],
    qualifiers: ["exact", "approximate", "at least", "at most", "range"],
};

/// The language of a chart's own words. Names and headlines stay as they were printed, unless `data/charts/english.toml`
/// knows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// 中文
    #[default]
    Chinese,
    /// English
    English,
}

impl Language {
    /// By its code: `zh`, `en`.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        match code {
            "zh" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// As HTML and SVG name it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        if self == Self::Chinese { "zh-CN" } else { "en" }
    }

    pub(crate) fn say(self) -> &'static Words {
        match self {
            Self::Chinese => &ZH,
            Self::English => &EN,
        }
    }

    /// A period in words: 2024年一季度, Q1 2024.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        if self == Self::Chinese { period.to_chinese() } else { english_period(period) }
    }

    /// An indicator's name; in English where the table has it.
    pub(crate) fn indicator(self, name: &str) -> String {
        match self {
            Self::Chinese => name.to_owned(),
            Self::English => english().indicators.get(name).cloned().unwrap_or_else(|| name.to_owned()),
        }
    }

    /// What a derived value takes for granted, as a clause.
    pub(crate) fn assumption(self, assumption: &Assumption) -> String {
        let say = self.say();
        match assumption {
            Assumption::SameMeasure(one, other) => {
                let (one, other) = (self.indicator(one), self.indicator(other));
                filled(say.same_measure, &[("one", &one), ("other", &other)])
            }
            Assumption::Disjoint(names) => filled(say.disjoint, &[("names", &names.join(say.and))]),
        }
    }

    /// A unit with its scale: 亿元, 100 million yuan.
    pub(crate) fn unit(self, power: u32, base: &str) -> String {
        if self == Self::Chinese {
            return format!("{}{base}", scale_word(power));
        }
        let units = &english().units;
        let base: Vec<_> = base.split('／').map(|b| units.get(b).map_or(b, String::as_str)).collect();
        let (scale, base) = (english_scale(power), base.join("/"));
        [scale, &base].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Several things said of at once: 二者, both.
    pub(crate) fn together(self, count: usize) -> &'static str {
        match (self, count) {
            (_, 1) => "",
            (Self::Chinese, _) => together(count),
            (Self::English, 2) => "both",
            (Self::English, 3) => "all three",
            (Self::English, 4) => "all four",
            (Self::English, _) => "all",
        }
    }

    /// What a measure is called before a noun, after it, and by itself: 新增, 增速, 总量.
    pub(crate) fn measure(self, measure: Measure) -> (&'static str, &'static str, &'static str) {
        if self == Self::Chinese {
            return (measure_prefix(measure), measure_suffix(measure), measure_name(measure));
        }
        match measure {
            Measure::Total => ("", "", "total"),
            Measure::New => ("new: ", "", "new"),
            Measure::Cumulative => ("cumulative: ", "", "cumulative"),
            Measure::Share => ("", ", share", "share"),
            Measure::Growth => ("", ", growth", "growth"),
            Measure::Change => ("", ", change", "change"),
            Measure::Rank => ("", ", rank", "rank"),
        }
    }
}

fn scale_word(power: u32) -> &'static str {
    match power {
        12 => "万亿",
        8 => "亿",
        7 => "千万",
        6 => "百万",
        4 => "万",
        3 => "千",
        _ => "",
    }
}

/// As Chinese yearbooks print it in English, so that the digits stay those of the source.
fn english_scale(power: u32) -> &'static str {
    match power {
        12 => "trillion",
        8 => "100 million",
        7 => "10 million",
        6 => "million",
        4 => "10,000",
        3 => "thousand",
        _ => "",
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn english_period(period: Period) -> String {
    let month = |m: u32| MONTHS[(m.clamp(1, 12) - 1) as usize];
    match period {
        Period::Year(y) => y.to_string(),
        Period::Quarter(y, q) => format!("Q{q} {y}"),
        Period::Half(y, 1) => format!("first half of {y}"),
        Period::Half(y, _) => format!("second half of {y}"),
        Period::Month(y, m) => format!("{} {y}", month(m)),
        Period::Day(d) => format!("{} {} {}", d.day, month(d.month), d.year),
        Period::Months { from: (a, 1), to: (b, 12) } => format!("{a}–{b}"),
        Period::Months { from: (a, m), to: (b, n) } if a == b => format!("{}–{} {b}", month(m), month(n)),
        Period::Months { from: (a, m), to: (b, n) } => format!("{} {a} – {} {b}", month(m), month(n)),
        other => other.to_string(),
    }
}

/// `data/charts/english.toml`.
#[derive(serde::Deserialize, Default)]
struct English {
    units: BTreeMap<String, String>,
    indicators: BTreeMap<String, String>,
}

fn english() -> &'static English {
    static TABLE: OnceLock<English> = OnceLock::new();
    TABLE.get_or_init(|| toml::from_str(include_str!("../../../../data/charts/english.toml")).unwrap_or_default())
}

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
fn measure_prefix(measure: Measure) -> &'static str {
    match measure {
        Measure::New => "新增",
        Measure::Cumulative => "累计",
        Measure::Total | Measure::Share | Measure::Growth | Measure::Change | Measure::Rank => "",
    }
}

/// What a measure is called after a noun: 增速.
fn measure_suffix(measure: Measure) -> &'static str {
    match measure {
        Measure::Share => "占比",
        Measure::Growth => "增速",
        Measure::Change => "增减",
        Measure::Rank => "位次",
        Measure::Total | Measure::New | Measure::Cumulative => "",
    }
}

/// What a measure is called by itself, as a panel's heading.
fn measure_name(measure: Measure) -> &'static str {
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
fn together(count: usize) -> &'static str {
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
