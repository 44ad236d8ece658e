//! The issue's date: as given, as printed (2024年3月22日 星期五), or inferred from the latest year that the running
//! text makes certain (2024年…, not 到2027年), with the reason kept.
//!
//! Reading a date's digits is `dates`'s.

use crate::dates::{Found, dates_in};
use crate::lines::Line;
use crate::shape::Shape;
use tidemark_model::{Article, IssueDate, Period, Resolved, Span};

/// The date of a page of these lines and articles in a file called `name`, if anything tells it.
pub(crate) fn issue_of(name: &str, lines: &[Line], articles: &[Article]) -> Option<IssueDate> {
    if let Some(printed) = printed(lines) {
        return Some(printed);
    }
    let text = latest_certain(articles);
    let file = in_file_name(name);
    match (text, file) {
        (Some(text), Some(file)) if agrees(text.value, file) => Some(from_name(name, file, &text)),
        (Some(text), _) => Some(text),
        (None, Some(file)) => {
            Some(Resolved {
                value: file, reason: format!("文件名“{name}”里的日期；文中没有写明年份"), span: None
            })
        }
        (None, None) => None,
    }
}

fn printed(lines: &[Line]) -> Option<IssueDate> {
    let stamps = lines.iter().filter(|line| line.shape == Shape::Stamp);
    stamps.flat_map(|line| dates_in(line.text).map(move |found| (line, found))).find_map(|(line, found)| {
        let Period::Day(_) = found.period else { return None };
        let span = Span::new(line.span.start + found.at.start, line.span.start + found.at.end);
        let reason = format!("版面上印有“{}”", &line.text[found.at]);
        Some(Resolved { value: found.period, reason, span: Some(span) })
    })
}

/// The latest year, or month of that year, that the text states and does not look forward to.
fn latest_certain(articles: &[Article]) -> Option<IssueDate> {
    let mut latest: Option<(&Article, Found)> = None;
    for article in articles {
        let text = article.joined.text();
        for found in dates_in(text).chain(roc_years(text)) {
            let found = Found { period: no_finer_than_a_month(found.period), ..found };
            if is_certain(text, &found) && latest.as_ref().is_none_or(|(_, best)| is_later(found.period, best.period)) {
                latest = Some((article, found));
            }
        }
    }
    let (article, found) = latest?;
    let words = &article.joined.text()[found.at.clone()];
    let span = article.joined.to_page(Span::new(found.at.start, found.at.end));
    let reason = format!("由文中“{words}”推定（文中最晚的确定时间）");
    Some(Resolved { value: found.period, reason, span: Some(span) })
}

/// A day told of in a story is seldom the issue's own; its month is near.
fn no_finer_than_a_month(period: Period) -> Period {
    match period {
        Period::Day(day) => Period::Month(day.year, day.month),
        other => other,
    }
}

/// Later year first; within a year a month tells more than the year.
fn is_later(a: Period, b: Period) -> bool {
    let key = |p: Period| (p.first_day().year, matches!(p, Period::Month(..)), p.first_day().month);
    key(a) > key(b)
}

/// Whether a date is stated as past or present: no target (到2027年, 2035年远景目标), no plan, no end of a range.
fn is_certain(text: &str, found: &Found) -> bool {
    const BEFORE: &[&str] = &[
        "目标",
        "力争",
        "计划",
        "预计",
        "规划",
        "争取",
        "有望",
        "将于",
        "将在",
        "拟于",
        "确保",
        "展望",
        "预期",
        "建成后",
    ];
    const AFTER: &[&str] = &[
        "远景",
        "目标",
        "规划",
        "前将",
        "将",
        "力争",
        "前建成",
        "建成投",
        "计划",
        "前完成",
        "竣工投",
        "年底前",
        "底前",
        "前，",
    ];
    let before = clause_before(text, found.at.start);
    let after: String = text[found.at.end..].chars().take(8).collect();
    let to = before.ends_with(['到', '至', '—', '–', '-', '~', '～'])
        && !before.contains(['从', '自', '從'])
        && !before.ends_with("截至");
    let planned = BEFORE.iter().any(|word| before.contains(word));
    let ahead = AFTER.iter().any(|word| after.trim_start_matches(['底', '年', '末']).starts_with(word));
    !to && !planned && !ahead
}

/// Up to sixteen characters before `at`, within the clause.
fn clause_before(text: &str, at: usize) -> &str {
    let head = &text[..at];
    let start = head.char_indices().rev().nth(15).map_or(0, |(i, _)| i);
    let near = &head[start..];
    let cut = near
        .rfind(['，', '。', ',', '；', '\n', '！', '？'])
        .map_or(0, |i| i + near[i..].chars().next().map_or(0, char::len_utf8));
    &near[cut..]
}

/// 民國 102 年 is 2013.
fn roc_years(text: &str) -> impl Iterator<Item = Found> + '_ {
    text.match_indices("民國").chain(text.match_indices("民国")).filter_map(|(at, mark)| {
        let rest = text[at + mark.len()..].trim_start();
        let digits = &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())];
        let after = rest[digits.len()..].trim_start();
        let year: i32 = digits.parse().ok().filter(|y| (1..=200).contains(y))?;
        let end = text.len() - after.len() + '年'.len_utf8();
        after.starts_with(['年', '\u{F98E}']).then(|| Found { period: Period::Year(year + 1911), at: at..end })
    })
}

/// The date in a file's name: paper-2024-03.txt, paper_20240322.txt.
fn in_file_name(name: &str) -> Option<Period> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let spaced = stem.replace(['_', '.'], "-");
    dates_in(&spaced).map(|found| found.period).next().or_else(|| eight_digits(stem))
}

fn eight_digits(stem: &str) -> Option<Period> {
    let run = stem.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 8 || run.len() == 6)?;
    let dashed = match run.len() {
        8 => format!("{}-{}-{}", &run[..4], &run[4..6], &run[6..]),
        _ => format!("{}-{}", &run[..4], &run[4..]),
    };
    let year: i32 = run[..4].parse().ok()?;
    (1949..2100).contains(&year).then(|| dashed.parse().ok()).flatten()
}

/// A file's date fits a text whose latest year is the same or the one before, and does not fall before its month.
fn agrees(text: Period, file: Period) -> bool {
    let (told, named) = (text.first_day(), file.last_day());
    (named.year == told.year || named.year == told.year + 1) && named >= told
}

fn from_name(name: &str, file: Period, text: &IssueDate) -> IssueDate {
    let reason = format!("文件名“{name}”里的日期，与文中最晚的确定时间（{}）相符", text.value.to_chinese());
    Resolved { value: file, reason, span: text.span }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::articles::articles_of;
    use crate::lines::lines_of;

    fn issue(name: &str, page: &str) -> Option<String> {
        let lines = lines_of(page);
        issue_of(name, &lines, &articles_of(page, &lines)).map(|i| i.value.to_string())
    }

    #[test]
    fn a_printed_date_is_the_issue_date() {
        for page in [
            "云岭日报 2024年3月22日 星期五 第03版\n\n云岭区开会\n\n会上说，2026年会更好。",
            "云岭区开会\n\n发布时间：2024-03-22\n\n会上说，去年很好。",
            "24-03-22 04:56，正文：云岭区开会。",
        ] {
            assert_eq!(issue("a.txt", page).as_deref(), Some("2024-03-22"), "{page}");
        }
    }

    #[test]
    fn the_latest_year_that_is_no_target_counts() {
        let page = "截至2023年底，云岭区有企业300家。到2027年达到500家，2035年远景目标不变，力争2028年翻番。";
        assert_eq!(issue("a.txt", page).as_deref(), Some("2023"));
        assert_eq!(issue("a.txt", "2023年上半年很好。2023年8月再创新高。").as_deref(), Some("2023-08"));
        assert_eq!(issue("a.txt", "從1995年到2005年，登記家數增加。民國 102 年為 12 家。").as_deref(), Some("2013"));
    }

    #[test]
    fn a_year_torn_by_a_column_break_still_counts() {
        let page = "云岭区的汽车及关联制造企业共有三百余家，其中整车企业三家，零部件企业二十余家，截至2023\n\n年底产值1139亿元。";
        assert_eq!(issue("a.txt", page).as_deref(), Some("2023"));
    }

    #[test]
    fn a_file_name_counts_where_the_text_agrees() {
        assert_eq!(issue("yunling-2024-03.txt", "截至2023年底有300家。").as_deref(), Some("2024-03"));
        assert_eq!(issue("yunling_20240322.txt", "截至2023年底有300家。").as_deref(), Some("2024-03-22"));
        assert_eq!(issue("yunling-2019-03.txt", "截至2023年底有300家。").as_deref(), Some("2023"));
        assert_eq!(issue("page-217.txt", "有300家。"), None);
    }
}
