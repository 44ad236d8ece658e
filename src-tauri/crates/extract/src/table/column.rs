//! What a column's head says: 同比增长（±%） holds growth rates, 单位 units, 臺北市 figures of that place.

use super::grid::{Grid, place_of, year};
use crate::article::View;
use crate::quantity::{Unit, unit_of_header};
use tidemark_model::Period;

/// What the numbers below a head are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// 产量, 增加值
    Level,
    /// 本期, 累计, 数值: adds nothing to the row's label
    Plain,
    /// 同比增长（±%）
    Growth,
    /// 百分比, 比重
    Share,
    /// 单位
    Unit,
    /// 年度
    Period,
}

/// One column.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// The head without its unit and white space.
    pub words: String,
    pub role: Role,
    pub unit: Option<Unit>,
    pub place: Option<String>,
    /// Whether the head is a place's name and nothing else, so that what is measured stands elsewhere.
    pub says_only_where: bool,
    pub period: Option<Period>,
}

impl Column {
    pub(super) fn all(view: &View, grid: &Grid) -> Vec<Self> {
        grid.heads
            .iter()
            .enumerate()
            .map(|(i, head)| {
                let place = place_of(view, head.span);
                let group = grid.groups.get(i).and_then(|c| place_of(view, c.span));
                let period = year(&head.words).map(Period::Year).or_else(|| period_of(view, head.span));
                let bare =
                    head.words.find(['（', '(']).filter(|&i| i > 0).map_or(head.words.as_str(), |i| &head.words[..i]);
                let role = role(&head.words);
                let unit = if role == Role::Level || role == Role::Plain { unit_of_header(&head.words) } else { None };
                let says_only_where = place.is_some();
                Self { words: bare.to_owned(), role, unit, place: place.or(group), says_only_where, period }
            })
            .collect()
    }
}

fn period_of(view: &View, span: tidemark_model::Span) -> Option<Period> {
    let mention = view.phrases_in(span).first()?;
    view.periods.reached(mention.range.end).map(|(found, _)| found.value)
}

fn role(head: &str) -> Role {
    let any = |words: &[&str]| words.iter().any(|w| head.contains(w));
    if matches!(head, "单位" | "計量單位" | "计量单位" | "單位") {
        Role::Unit
    } else if any(&["增长", "增減", "增减", "增速", "增幅", "±", "同比", "環比", "环比", "成長率", "成长率"])
    {
        Role::Growth
    } else if any(&["百分比", "比重", "占比", "构成", "比例", "佔比"]) {
        Role::Share
    } else if any(&["年度", "年份"]) {
        Role::Period
    } else if matches!(
        head,
        "数量"
            | "数值"
            | "本期"
            | "绝对量"
            | "绝对数"
            | "总量"
            | "累计"
            | "本年累计"
            | "指标值"
            | "实绩"
            | "完成情况"
    ) {
        Role::Plain
    } else {
        Role::Level
    }
}
