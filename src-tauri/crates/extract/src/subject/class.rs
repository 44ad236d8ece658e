//! Words that are shaped like a name and are a class, told by the number beside them: 5个|源网荷储项目 and
//! 蚕桑基地|9个 name no project.

use super::{SubjectKind, SubjectMention};
use crate::chars::among;
use tidemark_model::PlaceKind;

/// What such things are counted by.
const COUNTERS: [char; 14] = ['个', '家', '项', '座', '条', '处', '所', '批', '类', '宗', '户', '大', '列', '趟'];

/// May stand between the class and its number.
const DONE: [&str; 28] = [
    "累计",
    "已经",
    "已",
    "共有",
    "共计",
    "共",
    "达到",
    "达",
    "有",
    "完成",
    "建设",
    "建成",
    "新建",
    "开工",
    "实施",
    "总数",
    "数量",
    "约",
    "近",
    "超过",
    "超",
    "仅",
    "为",
    "增至",
    "增加到",
    "发展到",
    "总计",
    "目前",
];

/// Whether the mention is counted like a class: by a number right before it, or by one after it that counts nothing
/// else.
pub(super) fn is_class(text: &str, mention: &SubjectMention) -> bool {
    let shaped = matches!(mention.kind, SubjectKind::Project | SubjectKind::Organisation);
    let zone = mention.kind == SubjectKind::Place(PlaceKind::Park);
    (shaped || zone) && counted_before(&text[..mention.range.start])
        || shaped && !legal(mention) && counted_after(&text[mention.range.end..], &COUNTERS)
        || (shaped || zone) && (counts(&mention.name) || superlative(&mention.name))
        || shaped && (extends(&mention.name) || spends(&mention.name))
        || shaped && ["以上", "万元", "亿元"].iter().any(|part| mention.name.contains(part))
        || shaped && !legal(mention) && measured(&text[mention.range.end..])
        || shaped && spread(&text[mention.range.end..])
        || zone && counted_after(&text[mention.range.end..], &['个', '处', '座']) && once(text, mention)
}

/// 100条|新能源汽车生产线, 全国1.28万家|A级景区
fn counts(name: &str) -> bool {
    let mut chars = name.chars();
    if chars.next().is_some_and(|c| among(c, "两二三四五六七八九十几"))
        && chars.next().is_some_and(|c| among(c, "条座个家项处"))
    {
        return true;
    }
    let Some(at) = name.find(|c: char| c.is_ascii_digit()) else { return false };
    let rest = name[at..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let counter = rest.trim_start_matches(['余', '多', '万']);
    let great = counter.starts_with('大') && !counter.starts_with("大项目") && !counter.starts_with("大工程");
    counter.starts_with(COUNTERS) && !great
}

/// 海拔最高风电项目: what it is said to be, not what it is called.
fn superlative(name: &str) -> bool {
    name.match_indices('最')
        .any(|(at, most)| name[at + most.len()..].starts_with(|c| among(c, "大高长深宽快新早多强先")))
}

/// 投3400万整治农村公路
fn spends(name: &str) -> bool {
    name.split_once('投').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// 600多亩茶叶种植基地, 1.15公里隧道: so much of it.
fn extends(name: &str) -> bool {
    let Some(at) = name.find(|c: char| c.is_ascii_digit()) else { return false };
    let rest = name[at..].trim_start_matches(|c: char| c.is_ascii_digit() || among(c, ".余多万"));
    let extent = ["亩", "公顷", "公里", "平方米", "平方公里"].iter().any(|unit| rest.starts_with(unit));
    extent && !["项目", "工程"].iter().any(|end| name.ends_with(end))
}

/// 一级公路|占比, 重点项目|开工率: what is told of a class.
fn measured(rest: &str) -> bool {
    const RATES: [&str; 13] = [
        "占比",
        "里程",
        "总里程",
        "通车里程",
        "覆盖率",
        "密度",
        "比重",
        "比例",
        "总数",
        "个数",
        "开工率",
        "完成率",
        "普及率",
    ];
    RATES.iter().any(|rate| rest.starts_with(rate))
}

/// 茶叶基地|12万亩: how far such bases stretch; one that has a name 占地.
fn spread(rest: &str) -> bool {
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let unit = number.trim_start_matches(['余', '多', '万', '千', '百']);
    number.len() < rest.len() && (unit.starts_with('亩') || unit.starts_with("公顷"))
}

/// A zone that has a name is named again, or is told in a list of zones with their firms: 大创小镇5家.
fn once(text: &str, mention: &SubjectMention) -> bool {
    mention.range.slice(text) == mention.name && text.matches(&*mention.name).nth(1).is_none()
}

/// 江海动力有限公司 is one firm's name whatever number follows.
fn legal(mention: &SubjectMention) -> bool {
    mention.name.ends_with("有限公司") || mention.name.ends_with("股份公司")
}

/// 5个|, 三大|, 300多家|; 一个 may stand before one thing's name.
fn counted_before(before: &str) -> bool {
    let Some(number) = before.strip_suffix(COUNTERS) else { return false };
    let digits = number.trim_end_matches(['余', '多', '万', '千', '百', '亿']);
    // 第三个, 这两家 count one thing, or things told of already.
    let counts = |c: char| c.is_ascii_digit() || "二三四五六七八九十两几".contains(c);
    digits.ends_with(counts) && !digits.trim_end_matches(counts).ends_with('第')
}

/// |9个，, |累计建设184处。: the number counts the class itself, no word follows its counter.
fn counted_after(rest: &str, counters: &[char]) -> bool {
    let mut words = rest;
    for _ in 0..3 {
        let Some(next) = DONE.iter().find_map(|word| words.strip_prefix(word)) else { break };
        words = next;
    }
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
    if digits.len() == words.len() {
        return false;
    }
    let counter = digits.trim_start_matches(['余', '多', '万', '千', '百', '亿']);
    let Some(end) = counter.strip_prefix(counters) else { return false };
    !end.starts_with(|c: char| c.is_alphabetic()) || end.starts_with(['和', '以', '左'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_beside_makes_a_class() {
        assert!(counted_before("还将开工5个") && counted_before("引进300多家") && counted_before("两条"));
        assert!(!counted_before("这是一个") && !counted_before("由国家") && !counted_before("第一大"));
        assert!(counted_after("9个，", &COUNTERS) && counted_after("累计建设184处。", &COUNTERS));
        assert!(!counted_after("3家子公司", &COUNTERS) && !counted_after("投资3亿元", &COUNTERS));
    }
}
