//! Dates as a page prints them: 2024年3月22日, 2024-03-22 09:30, ２０２４年３月, 24-03-22, 二〇二四年三月.
//!
//! Which of a page's dates is the is `issue`'s.

use crate::signs::digit;
use std::ops::Range;
use tidemark_model::{Date, Period};

/// A date found in a text, with its bytes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) period: Period,
    pub(crate) at: Range<usize>,
}

/// The first year that is taken for one; earlier four-digit numbers are counts.
const FIRST_YEAR: u32 = 1900;
const LAST_YEAR: u32 = 2099;

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn eat(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|&c| wanted(c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn spaces(&mut self) {
        while self.eat(|c| c == ' ' || c == '　').is_some() {}
    }

    /// A number of at most `longest` digits, with their count.
    fn number(&mut self, longest: usize) -> Option<(u32, usize)> {
        let (mut value, mut count) = (0, 0);
        while let Some(d) = self.peek().and_then(numeral).filter(|_| count < longest) {
            value = value * 10 + d;
            count += 1;
            self.eat(|_| true);
        }
        (count > 0).then_some((value, count))
    }
}

/// Digits, and the Chinese ones that years are written in: 二〇二四.
fn numeral(c: char) -> Option<u32> {
    digit(c).or_else(|| match c {
        '〇' | '○' | '零' => Some(0),
        _ => "一二三四五六七八九".chars().position(|n| n == c).map(|n| n as u32 + 1),
    })
}

/// The date that starts at `at`, year first; the year alone counts only with 年 after it.
pub(crate) fn date_at(text: &str, at: usize) -> Option<Found> {
    let mut cursor = Cursor { text, at };
    let (value, count) = cursor.number(4)?;
    let year = match count {
        4 if (FIRST_YEAR..=LAST_YEAR).contains(&value) => value,
        2 => 2000 + value,
        _ => return None,
    } as i32;
    cursor.spaces();
    let mark = cursor.eat(|c| matches!(c, '年' | '\u{F98E}' | '-' | '/' | '.' | '．' | '－'))?;
    // Big5 files turned to Unicode keep the compatibility form of 年.
    let mark = if mark == '\u{F98E}' { '年' } else { mark };
    let years_end = cursor.at;
    let whole_year = |end| (mark == '年' && count == 4).then_some(Found { period: Period::Year(year), at: at..end });
    cursor.spaces();
    let Some((month, _)) = number_small(&mut cursor).filter(|(m, _)| (1..=12).contains(m)) else {
        return whole_year(years_end);
    };
    cursor.spaces();
    let second = cursor.eat(|c| if mark == '年' { c == '月' } else { c == mark });
    if second.is_none() {
        let month_alone = mark == '-' && count == 4 && month_stands(text, at, cursor.at);
        let found = Found { period: Period::Month(year, month), at: at..cursor.at };
        return if month_alone { Some(found) } else { whole_year(years_end) };
    }
    let months_end = cursor.at;
    cursor.spaces();
    let day = number_small(&mut cursor).and_then(|(d, _)| Date::new(year, month, d));
    if mark == '年' {
        cursor.spaces();
    }
    let ends_day = mark != '年' || cursor.eat(|c| c == '日' || c == '号').is_some();
    match day {
        Some(day) if ends_day && !starts_digit(text, cursor.at) => {
            Some(Found { period: Period::Day(day), at: at..cursor.at })
        }
        _ if mark == '年' && count == 4 => Some(Found { period: Period::Month(year, month), at: at..months_end }),
        _ => None,
    }
}

/// 3, 03, 12, 三, 十, 十二, 二十五
fn number_small(cursor: &mut Cursor) -> Option<(u32, usize)> {
    let from = cursor.at;
    let tens = cursor.peek().filter(|&c| digit(c).is_none()).and_then(numeral);
    if tens.is_some() {
        cursor.eat(|_| true);
    }
    if cursor.eat(|c| c == '十').is_some() {
        let ones = cursor.peek().filter(|&c| digit(c).is_none()).and_then(numeral);
        if ones.is_some() {
            cursor.eat(|_| true);
        }
        return Some((tens.unwrap_or(1) * 10 + ones.unwrap_or(0), 2));
    }
    if let Some(value) = tens {
        return Some((value, 1));
    }
    cursor.at = from;
    cursor.number(2).filter(|_| !starts_digit(cursor.text, cursor.at))
}

fn starts_digit(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(|c| digit(c).is_some())
}

/// 2024-03 as a month, not part of a range or a longer number: neither digits, signs nor letters around it.
fn month_stands(text: &str, start: usize, end: usize) -> bool {
    let near = |c: char| digit(c).is_some() || c.is_ascii_alphabetic() || matches!(c, '.' | '%' | '—');
    let wide = end - start >= "2024-03".len();
    wide && !text[end..].starts_with(|c| near(c) || c == '年' || c == '-') && !text[..start].ends_with(near)
}

/// The dates of a text in order; numbers inside longer ones are none.
pub(crate) fn dates_in(text: &str) -> impl Iterator<Item = Found> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some((at, length)) = next_start(text, from) {
            if let Some(found) = date_at(text, at) {
                from = found.at.end;
                return Some(found);
            }
            from = at + length;
        }
        None
    })
}

/// Where the next run of digits starts, and its length.
fn next_start(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = &text[from..];
    let at = rest.find(|c| numeral(c).is_some())?;
    let run = &rest[at..];
    let length = run.find(|c| numeral(c).is_none()).unwrap_or(run.len());
    Some((from + at, length))
}

/// Labels that stand before a date or a name and make a line no part of the story.
const LABELS: &[&str] = &[
    "发布时间",
    "发布日期",
    "发布人",
    "日期：",
    "时间：",
    "来源：",
    "来源:",
    "作者：",
    "编辑：",
    "责任编辑",
    "责编",
    "校对",
    "版面编辑",
    "版式设计",
    "浏览次数",
    "發布時間",
    "發布日期",
];

/// Section names that stand alone above the stories.
const SECTIONS: &[&str] = &[
    "要闻",
    "头版",
    "综合",
    "经济",
    "时政",
    "民生",
    "社会",
    "专版",
    "综合新闻",
    "本地新闻",
    "区域新闻",
    "经济新闻",
    "导读",
    "要闻版",
];

/// Whether a short line is a masthead or a stamp: a date with 星期, 版 or a paper's name, a date alone, or a label.
pub(crate) fn is_stamp(text: &str, chars: usize) -> bool {
    if SECTIONS.contains(&text) {
        return true;
    }
    if chars <= 40 && LABELS.iter().any(|label| text.starts_with(label)) {
        return true;
    }
    if chars > 40 || text.contains(['，', '。', ',']) && !text.contains("正文") {
        return false;
    }
    if text.ends_with("正文：") || text.ends_with("正文:") {
        return true;
    }
    let Some(date) = dates_in(text).find(|d| matches!(d.period, Period::Day(_))) else {
        return crate::masthead::page_number(text).is_some_and(|n| n.alone);
    };
    let rest: String = text[..date.at.start].chars().chain(text[date.at.end..].chars()).collect();
    let only_clock = rest.chars().all(|c| digit(c).is_some() || matches!(c, ':' | '：' | ' ' | '　'));
    only_clock
        || rest.contains("星期")
        || crate::masthead::page_number(&rest).is_some()
        || crate::masthead::paper_name(&rest).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<String> {
        dates_in(text).next().map(|d| d.period.to_string())
    }

    #[test]
    fn one_day_in_many_spellings() {
        for text in [
            "2024年3月22日",
            "2024-03-22 09:30",
            "2024/3/22",
            "2024.03.22",
            "２０２４年３月２２日",
            "24-03-22 04:56",
            "二〇二四年三月二十二日",
            "2024 年 3 月 22 日",
        ] {
            assert_eq!(first(text).as_deref(), Some("2024-03-22"), "{text}");
        }
    }

    #[test]
    fn years_and_months_alone() {
        assert_eq!(first("到2023年底").as_deref(), Some("2023"));
        assert_eq!(first("2023年1月至").as_deref(), Some("2023-01"));
        assert_eq!(first("2023年1—8月").as_deref(), Some("2023"));
        assert_eq!(first("二〇二一年，").as_deref(), Some("2021"));
    }

    #[test]
    fn numbers_that_are_no_dates() {
        for text in ["0571-8298", "1294.2亿元", "3-5亿元", "2024家企业", "12.5%", "13.45.6", "投资58000万元"]
        {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn stamps_are_told_from_sentences() {
        for text in
            ["发布时间：2021-03-29", "云岭日报 2024年3月22日 星期五 第03版", "2024-03-22", "23-08-08 04:56，正文："]
        {
            assert!(is_stamp(text, text.chars().count()), "{text}");
        }
        for text in ["2024年3月22日云岭区召开大会", "19日，云岭区召开大会"] {
            assert!(!is_stamp(text, text.chars().count()), "{text}");
        }
    }
}
