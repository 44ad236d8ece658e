//! The newspaper's name and the page number as a masthead prints them: 云岭日报 2024年3月22日 星期五 第03版.
//!
//! Its date is `issue`'s.

use crate::dates::dates_in;
use crate::lines::Line;
use crate::shape::Shape;
use crate::signs::digit;
use tidemark_model::Period;

/// What is printed above or below the stories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Masthead {
    pub(crate) newspaper: Option<String>,
    pub(crate) page_number: Option<String>,
}

/// A page number found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageNumber {
    pub(crate) number: String,
    /// Whether the line holds nothing else.
    pub(crate) alone: bool,
}

/// Reads the masthead's lines: those that `shape` takes for stamps, and a paper's name alone on the first lines.
pub(crate) fn masthead_of(lines: &[Line]) -> Masthead {
    let mut found = Masthead::default();
    for (i, line) in lines.iter().enumerate() {
        let stamp = line.shape == Shape::Stamp;
        if stamp && found.page_number.is_none() {
            found.page_number = page_number(line.text).map(|n| n.number);
        }
        let alone = i < 3 && line.chars <= 8;
        if (stamp || alone) && found.newspaper.is_none() {
            let named = paper_name(line.text).filter(|name| stamp || name == line.text);
            found.newspaper = named.or_else(|| before_date(line.text).filter(|_| stamp));
        }
    }
    found
}

/// 第03版, 03版, A12版, 第 3 版
pub(crate) fn page_number(text: &str) -> Option<PageNumber> {
    let at = text.find('版')?;
    let before = text[..at].trim_end();
    let is_part = |c: char| digit(c).is_some() || c.is_ascii_uppercase();
    let start = before.rfind(|c| !is_part(c)).map_or(0, |i| i + before[i..].chars().next().map_or(0, char::len_utf8));
    let number = &before[start..];
    let digits = number.chars().filter(|&c| digit(c).is_some()).count();
    let lead = before[..start].trim_end();
    let fits = (1..=3).contains(&digits) && number.chars().count() <= digits + 1 && !lead.ends_with(['.', '．']);
    let alone = lead.trim_end_matches('第').trim().is_empty() && text[at + '版'.len_utf8()..].chars().count() <= 6;
    fits.then(|| PageNumber { number: number.to_owned(), alone })
}

/// What stands before the date of a full masthead: 云岭新区报道 2024年3月22日 星期五 第03版.
fn before_date(text: &str) -> Option<String> {
    let date = dates_in(text).find(|d| matches!(d.period, Period::Day(_)))?;
    let full = text.contains("星期") || page_number(text).is_some();
    let name = text[..date.at.start].trim().trim_end_matches(['|', '｜', '·']).trim_end();
    let fits = (2..=16).contains(&name.chars().count()) && !name.contains(['：', ':', ' ']) && !name.contains("星期");
    (full && fits && page_number(name).is_none()).then(|| name.to_owned())
}

/// A word that ends as a newspaper's name does: 云岭日报, 钱塘新闻, 江城晚报.
pub(crate) fn paper_name(text: &str) -> Option<String> {
    const ENDS: &[&str] = &[
        "日报",
        "晚报",
        "晨报",
        "早报",
        "时报",
        "商报",
        "快报",
        "都市报",
        "导报",
        "周报",
        "新闻",
        "时讯",
        "周刊",
        "新报",
    ];
    text.split(|c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '·' | '：' | ':' | '《' | '》' | '【' | '】'))
        .find(|word| {
            (3..=10).contains(&word.chars().count())
                && ENDS.iter().any(|end| word.ends_with(end))
                && !word.starts_with(|c| digit(c).is_some())
        })
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::lines_of;

    #[test]
    fn a_masthead_names_paper_and_page() {
        let found = masthead_of(&lines_of("云岭日报 2024年3月22日 星期五 第A03版\n\n云岭区召开大会\n"));
        assert_eq!(found.newspaper.as_deref(), Some("云岭日报"));
        assert_eq!(found.page_number.as_deref(), Some("A03"));
    }

    #[test]
    fn a_version_number_is_no_page() {
        assert_eq!(page_number("服务机制2.0版本"), None);
        assert_eq!(page_number("再版3次"), None);
    }

    #[test]
    fn a_paper_named_in_a_story_is_no_masthead() {
        let found = masthead_of(&lines_of("云岭区召开大会\n\n据江城晚报报道，大会于昨日召开。"));
        assert_eq!(found, Masthead::default());
    }
}
