//! Names that quotation marks give: “2024望潮商品展” is an event, “望潮2号” and “栖云夜市” are works, wherever the text has
//! them again. What only describes (“一站式”, “绿水青山”) ends in nothing of the kind.

use super::lexicon::WORDS;
use super::{SubjectKind, SubjectMention};
use crate::chars::is_han;
use tidemark_model::Span;

/// How far behind an opening mark its closing one is looked for, in characters.
const LONGEST: usize = 24;

/// Every name in quotation marks, without them.
pub(super) fn named(text: &str, printed: &str) -> Vec<SubjectMention> {
    let name = |(open, mark): (usize, &str)| {
        let start = open + mark.len();
        let letters = text[start..].chars().take(LONGEST + 1).take_while(|c| c.is_alphanumeric());
        let range = Span::new(start, start + letters.map(char::len_utf8).sum::<usize>());
        let kind = kind_of(range.slice(text), &text[range.end..])?;
        Some(SubjectMention::new(range, range.slice(printed), kind))
    };
    text.match_indices('“').filter_map(name).collect()
}

/// What the words in quotation marks name, if anything; `rest` follows them.
fn kind_of(name: &str, rest: &str) -> Option<SubjectKind> {
    rest.strip_prefix('”')?;
    if WORDS.event_end.longest_at_end(name) > 0 && WORDS.generic.uncovered(name) >= 2 {
        return Some(SubjectKind::Event);
    }
    let work = WORDS.quoted_end.longest_at_end(name) > 0 && WORDS.generic.uncovered(name) >= 2;
    (work || is_numbered(name)).then_some(SubjectKind::Project)
}

/// 望潮122, 望潮二号, but not 0号, 中国2025 or 第一号.
fn is_numbered(name: &str) -> bool {
    let (stem, number) = match name.strip_suffix('号') {
        Some(stem) => (stem.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c)), true),
        None => (name.trim_end_matches(|c: char| c.is_ascii_digit()), false),
    };
    let digits = name.len() - stem.len();
    let long = stem.chars().count() >= if number { 2 } else { 3 };
    long && stem.chars().all(is_han) && !stem.ends_with('第') && (number || (1..=3).contains(&digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        named(text, text).iter().map(|m| m.range.slice(text)).collect()
    }

    #[test]
    fn a_ship_a_platform_and_a_fair_have_names() {
        assert_eq!(names("“望潮2号”长110米，“海上平台122”和“栖云号”都在。"), ["望潮2号", "海上平台122", "栖云号"]);
        assert_eq!(names("“2024栖云商品展”开幕，“望潮夜市”开街。"), ["2024栖云商品展", "望潮夜市"]);
    }

    #[test]
    fn what_describes_has_none() {
        assert!(names("“一站式”服务，“中国制造2025”，“十四五”，“零号”，“专精特新”。").is_empty());
    }
}
