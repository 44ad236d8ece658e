//! What a line looks like by itself: a by-line (■记者 洪某某), a picture's credit (记者 某某 摄), a date stamp
//! (发布时间：2021-03-29), a numbered heading (二、农业), a list item, a table's row or cell, or plain text.
//!
//! What it is in its article is `roles`'s, which sees its neighbours.

use crate::dates;
use crate::signs;

/// What a line looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// ■记者 洪某某 通讯员 孙某
    Byline,
    /// 记者 蔡某某 通讯员 王某 摄
    Credit,
    /// 发布时间：2021-03-29; 云岭日报 2024年3月22日 星期五 第03版; 责任编辑：某某
    Stamp,
    /// ### 标题, with the length of its mark
    Marked(usize),
    /// 二、农业
    Numbered,
    /// - 资料来源：统计处; 1. 某某
    Item,
    /// Cells side by side: 原油<TAB>万吨<TAB>4000.0
    Row,
    /// A number alone: 18,031; 37.7％; —
    Number,
    /// Anything else.
    Text,
}

const LONGEST_BYLINE: usize = 40;

/// The shape of a trimmed line of `chars` characters with `stops` stops inside it.
pub(crate) fn shape_of(text: &str, chars: usize, stops: usize) -> Shape {
    if is_number(text) {
        return Shape::Number;
    }
    if is_row(text) {
        return Shape::Row;
    }
    if chars <= LONGEST_BYLINE && stops == 0 && !text.ends_with('。') {
        if is_credit(text) {
            return Shape::Credit;
        }
        if is_byline(text) {
            return Shape::Byline;
        }
        if dates::is_stamp(text, chars) {
            return Shape::Stamp;
        }
    }
    if is_numbered(text) {
        return if chars <= 30 && !ends_like_text(text) { Shape::Numbered } else { Shape::Item };
    }
    if is_item(text) { Shape::Item } else { Shape::Text }
}

/// …。（记者 江某某 通讯员 柳某）
pub(crate) fn ends_with_reporter(text: &str) -> bool {
    let Some(inner) = text.strip_suffix(['）', ')']) else { return false };
    inner.rfind(['（', '(']).is_some_and(|at| {
        let words = inner[at..].trim_start_matches(['（', '(']);
        words.chars().count() <= 30 && (words.contains("记者") || words.contains("通讯员")) && !words.contains('，')
    })
}

fn ends_like_text(text: &str) -> bool {
    text.ends_with(|c| signs::stops(c) || signs::never_last(c) || matches!(c, '；' | ';' | '：' | ':'))
}

/// A number, with sign, per cent and separators, or a table's 持平 and —.
fn is_number(text: &str) -> bool {
    let mark = |c: char| {
        matches!(
            c,
            '.' | ',' | '，' | '．' | '%' | '％' | '‰' | '+' | '-' | '−' | '－' | '±' | ' ' | '(' | ')' | '（' | '）'
        )
    };
    let digits = text.chars().any(|c| signs::digit(c).is_some());
    let bare = digits && text.chars().all(|c| signs::digit(c).is_some() || mark(c));
    bare || matches!(text, "持平" | "-" | "—" | "——" | "…" | "--" | "／" | "/")
}

/// Two or more cells with tabs or pipes between them, or wide gaps and numbers.
fn is_row(text: &str) -> bool {
    if text.ends_with(['。', '，', '；']) {
        return false;
    }
    if text.contains('\t') || text.matches('|').count() >= 2 {
        return true;
    }
    let cells = text.split("  ").flat_map(|part| part.split("　　")).map(str::trim).filter(|c| !c.is_empty());
    let (mut all, mut numbers) = (0, 0);
    for cell in cells {
        all += 1;
        numbers += usize::from(is_number(cell));
    }
    all >= 3 && numbers >= 1
}

/// 记者 某某 摄; 通讯员 某某 供图; 某某 摄影报道
fn is_credit(text: &str) -> bool {
    let text = text.trim_matches(|c| matches!(c, '（' | '）' | '(' | ')' | '■' | '●'));
    let ends = ["摄", "供图", "摄影报道", "摄影", "制图", "图片由受访者提供"].iter().any(|end| text.ends_with(end));
    let names = !text.ends_with('摄') || text.contains(' ') || text.contains('　') || starts_with_reporter(text);
    ends && names && !text.contains(['，', ',', '：', '。'])
}

fn starts_with_reporter(text: &str) -> bool {
    const BEFORE: &[&str] =
        &["本报", "特约", "见习", "首席", "全媒体", "实习", "融媒体", "通讯员/", "文/", "图/", "文字/", "本刊"];
    let mut rest = text;
    while let Some(cut) = BEFORE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = cut;
    }
    ["记者", "通讯员", "撰文", "摄影"].iter().any(|word| {
        rest.strip_prefix(word)
            .is_some_and(|name| name.starts_with([' ', '　', '：', ':', '/', '\u{A0}']) || name.chars().count() <= 4)
    })
}

/// ■记者 洪某某; 本报记者 某某; 通讯员 某某; ■许某某 陈某; （记者 某某）
fn is_byline(text: &str) -> bool {
    let bare = text.trim_matches(|c| matches!(c, '（' | '）' | '(' | ')'));
    let marked = bare.trim_start_matches(['■', '●', '□', '◆', '▲', '★', '◎']);
    let plain = !text.contains(['，', ',', '。', '“']);
    plain && (starts_with_reporter(marked.trim_start()) || (marked.len() < bare.len() && are_names(marked)))
}

/// Words of two to four Chinese characters each, as names are printed.
fn are_names(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some() && words.all(|w| (2..=4).contains(&w.chars().count()) && w.chars().all(signs::is_han))
}

/// 二、 （三） 第四章 5. 6、
fn is_numbered(text: &str) -> bool {
    let open = text.strip_prefix(['（', '(']);
    let body = open.unwrap_or(text);
    let chapter = body.strip_prefix('第');
    let body = chapter.unwrap_or(body);
    let chinese = |c: char| "一二三四五六七八九十百".contains(c);
    let rest = body.trim_start_matches(|c| chinese(c) || signs::digit(c).is_some());
    if rest.len() == body.len() || body.len() - rest.len() > 9 {
        return false;
    }
    let after = |c: char| !rest[c.len_utf8()..].starts_with(|d| signs::digit(d).is_some());
    match rest.chars().next() {
        Some('章' | '节' | '部') => chapter.is_some(),
        Some('）' | ')') => open.is_some(),
        Some('、') => true,
        Some(c @ ('.' | '．')) => after(c),
        _ => false,
    }
}

fn is_item(text: &str) -> bool {
    text.starts_with(['●', '◆', '■', '□', '▲', '•', '·', '★', '※', '◎'])
        || ["- ", "* ", "+ "].iter().any(|mark| text.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Shape {
        let stops = text.chars().rev().skip(1).filter(|&c| signs::stops(c)).count();
        shape_of(text, text.chars().count(), stops)
    }

    #[test]
    fn by_lines_and_credits_are_told_from_text() {
        for text in [
            "■记者 江小舟",
            "本报记者 江小舟 通讯员 柳青",
            "通讯员 柳青",
            "■江小舟 柳青",
            "（记者 江小舟）",
            "全媒体首席记者 江小舟",
        ] {
            assert_eq!(shape(text), Shape::Byline, "{text}");
        }
        for text in ["记者 江小舟 摄", "记者 江小舟 通讯员 柳青 摄", "通讯员 柳青 供图"] {
            assert_eq!(shape(text), Shape::Credit, "{text}");
        }
        for text in ["记者获悉，全区增长5%", "记者节活动举行", "■产业发展提速增效", "记者在现场看到，工地一片繁忙。"]
        {
            assert!(!matches!(shape(text), Shape::Byline | Shape::Credit), "{text}");
        }
    }

    #[test]
    fn numbered_headings_are_told_from_numbers_and_sentences() {
        for text in ["一、综合", "（二）农业", "第三章 工业", "4. 交通运输", "十二、人口"] {
            assert_eq!(shape(text), Shape::Numbered, "{text}");
        }
        assert_eq!(shape("1.26吉瓦"), Shape::Text);
        assert_eq!(shape("三季度增长5%"), Shape::Text);
        assert_eq!(shape("一、全年完成产值12亿元，增长3%。"), Shape::Item);
    }

    #[test]
    fn numbers_and_rows_of_a_table_are_told_from_text() {
        for text in ["18,031", "37.73％", "-3.5", "4000.0", "持平", "—"] {
            assert_eq!(shape(text), Shape::Number, "{text}");
        }
        assert_eq!(shape("原油\t万吨\t4000.0"), Shape::Row);
        assert_eq!(shape("原油  万吨  4000.0"), Shape::Row);
        assert_eq!(shape("签约项目  投资50亿元"), Shape::Text);
    }
}
