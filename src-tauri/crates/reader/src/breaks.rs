//! Tells a column break from the end of a paragraph: 约⏎⏎占全区 goes on, 增长5%。⏎⏎去年 does not.
//!
//! A line goes on when its sentence is not finished and neither it nor the next is a heading, by-line, list item
//! or cell. What a short unfinished line is instead, a headline or a heading, is `roles`'s.

use crate::lines::Line;
use crate::shape::Shape;
use crate::signs;
use crate::tables::table_lines;
use std::ops::Range;

/// A headline is no longer than this; a longer line without a stop at its end goes on.
pub(crate) const LONGEST_HEADLINE: usize = 36;

/// Lines that read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Its lines.
    pub(crate) lines: Range<usize>,
    /// Whether it is a cell or row of a table.
    pub(crate) is_table: bool,
}

/// Puts the lines of a page together into paragraphs.
pub(crate) fn paragraphs_of(lines: &[Line]) -> Vec<Paragraph> {
    let setting = Setting::of(lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut joined = false;
    for i in 0..lines.len() {
        match paragraphs.last_mut().filter(|_| joined) {
            Some(last) => last.lines.end = i + 1,
            None => paragraphs.push(Paragraph { lines: i..i + 1, is_table: setting.table[i] }),
        }
        joined = i + 1 < lines.len() && setting.goes_on(lines, i, joined);
    }
    paragraphs
}

/// How a page is set: its tables, its columns of equal lines, whether paragraphs are indented.
struct Setting {
    table: Vec<bool>,
    /// Lines that fill a narrow column.
    full: Vec<bool>,
    /// Length of the lines that fill a wide column, if there is one.
    wide: Option<usize>,
    /// Paragraphs start with an indent and other lines do not.
    indented: bool,
    /// Some finished line is shorter than its column: paragraphs show by their last line.
    paragraphs_show: bool,
}

impl Setting {
    fn of(lines: &[Line]) -> Self {
        let table = table_lines(lines);
        let full = narrow_columns(lines, &table);
        let wide = wide_column(lines, &table);
        let indented = indents_mark_paragraphs(lines, &table);
        let mut setting = Self { table, full, wide, indented, paragraphs_show: false };
        let last = lines.len().saturating_sub(1);
        setting.paragraphs_show =
            (0..last).any(|i| setting.flows(lines, i) && lines[i].ends_sentence() && !setting.is_full(lines, i));
        setting
    }

    /// Whether a line is running text as far as it shows.
    fn flows(&self, lines: &[Line], i: usize) -> bool {
        !self.table[i] && matches!(lines[i].shape, Shape::Text | Shape::Number)
    }

    fn is_full(&self, lines: &[Line], i: usize) -> bool {
        self.full[i] || self.wide.is_some_and(|wide| lines[i].reach.abs_diff(wide) <= WIDE_DRIFT)
    }

    /// Whether line `i` goes on in the next; `inside` when it itself goes on from the one before.
    fn goes_on(&self, lines: &[Line], i: usize, inside: bool) -> bool {
        let (a, b) = (&lines[i], &lines[i + 1]);
        let a_flows = self.flows(lines, i) || (a.shape == Shape::Item && !self.table[i]);
        if b.hard || !a_flows || !self.flows(lines, i + 1) {
            return false;
        }
        if b.starts_inside() || a.ends_inside() {
            return true;
        }
        if is_head_before_byline(lines, i + 1) {
            return false;
        }
        if a.ends_sentence() {
            // Evenly spaced: a wider gap is the page's own sign that something new starts.
            let even = b.gap <= a.gap.max(1) || !self.full[i];
            return even
                && self.is_full(lines, i)
                && if self.indented { !b.is_indented() } else { !self.paragraphs_show };
        }
        if self.indented && b.is_indented() && a.chars <= LONGEST_HEADLINE {
            return false;
        }
        if a.text.ends_with(['；', ';']) {
            return !b.is_indented() && (self.indented || self.is_full(lines, i));
        }
        if a.reach > LONGEST_HEADLINE || self.full[i] {
            return true;
        }
        !a.text.ends_with(['：', ':']) && reads_unfinished(a, inside)
    }
}

/// Whether a short line is a piece of a sentence and no heading.
fn reads_unfinished(line: &Line, inside: bool) -> bool {
    const NEVER_LAST: &str = "的和与及或在为是达约占近超从向由将把被对以于每各第";
    let end = line.text.chars().next_back();
    let amount = end.is_some_and(|c| signs::digit(c).is_some()) && line.commas > 0;
    inside
        || line.stops > 0
        || line.commas >= 2
        || amount
        || end.is_some_and(|c| NEVER_LAST.contains(c))
        || starts_as_story(line)
}

fn starts_as_story(line: &Line) -> bool {
    const STARTS: &[&str] = &["本报讯", "近日", "日前", "据悉", "据了解", "记者从", "昨日", "昨天"];
    let told = STARTS.iter().any(|start| line.text.starts_with(start));
    told && (line.commas > 0 || line.text.starts_with("本报讯")) || line.commas > 0 && line.is_indented()
}

/// Whether line `i`, or it and the next, stand like a headline above a by-line.
fn is_head_before_byline(lines: &[Line], i: usize) -> bool {
    let short =
        |k: usize| lines.get(k).is_some_and(|l| l.chars <= LONGEST_HEADLINE && l.stops == 0 && !l.ends_sentence());
    let byline = |k: usize| lines.get(k).is_some_and(|l| l.shape == Shape::Byline);
    short(i) && (byline(i + 1) || short(i + 1) && byline(i + 2))
}

const WIDE_DRIFT: usize = 9;

/// The length that most unfinished long lines have, if they agree on one.
fn wide_column(lines: &[Line], table: &[bool]) -> Option<usize> {
    let long = |i: &usize| !table[*i] && lines[*i].shape == Shape::Text && lines[*i].reach > LONGEST_HEADLINE;
    let mut lengths: Vec<usize> =
        (0..lines.len()).filter(long).filter(|&i| !lines[i].ends_sentence()).map(|i| lines[i].reach).collect();
    lengths.sort_unstable();
    let middle = *lengths.get(lengths.len() / 2)?;
    let near = lengths.iter().filter(|n| n.abs_diff(middle) <= WIDE_DRIFT).count();
    (near >= 3 && near * 10 >= lengths.len() * 7).then_some(middle)
}

/// For each line, whether it fills a narrow column: at least three unfinished lines of like length, evenly spaced.
fn narrow_columns(lines: &[Line], table: &[bool]) -> Vec<bool> {
    let mut full = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let mut end = start + 1;
        let plain = |i: usize| !table[i] && matches!(lines[i].shape, Shape::Text | Shape::Number);
        while end < lines.len()
            && plain(start)
            && plain(end)
            && (end == start + 1 || lines[end].gap == lines[start + 1].gap)
        {
            end += 1;
        }
        mark_full(&lines[start..end], &mut full[start..end]);
        // A line may close one run and open the next, where only the gap changed.
        start = if end > start + 2 { end - 1 } else { start + 1 };
    }
    full
}

fn mark_full(run: &[Line], full: &mut [bool]) {
    let mut lengths: Vec<usize> = run.iter().filter(|l| !l.ends_sentence()).map(|l| l.chars).collect();
    lengths.sort_unstable();
    let Some(&middle) = lengths.get(lengths.len() / 2) else { return };
    let fits = |chars: usize| chars.abs_diff(middle) <= (middle / 8).max(2);
    // Without blank lines between them finished lines are evidence too; with them each may be a paragraph.
    let tight = run.get(1).is_some_and(|l| l.gap == 1);
    let even = run.iter().filter(|l| fits(l.chars) && (tight || !l.ends_sentence())).count();
    let signs: usize = run.iter().map(|l| l.stops + l.commas + usize::from(l.ends_sentence())).sum();
    let set = (8..=LONGEST_HEADLINE).contains(&middle) && even >= 3 && even * 10 >= lengths.len() * 6;
    if set && signs * 4 >= run.len() {
        for (line, full) in run.iter().zip(full) {
            // A line with a long number in it may run over; one that falls short ends its paragraph.
            *full |= line.chars >= middle || fits(line.chars);
        }
    }
}

fn indents_mark_paragraphs(lines: &[Line], table: &[bool]) -> bool {
    let (mut after_stop, mut indented, mut inside, mut inside_indented) = (0, 0, 0, 0);
    for i in 1..lines.len() {
        if table[i] || table[i - 1] || lines[i].shape != Shape::Text || lines[i - 1].shape != Shape::Text {
            continue;
        }
        let is = usize::from(lines[i].is_indented());
        if lines[i - 1].ends_sentence() {
            (after_stop, indented) = (after_stop + 1, indented + is);
        } else {
            (inside, inside_indented) = (inside + 1, inside_indented + is);
        }
    }
    indented >= 2 && indented * 2 >= after_stop && inside_indented * 5 <= inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::lines_of;

    fn joined(page: &str) -> Vec<String> {
        let lines = lines_of(page);
        let text = |p: &Paragraph| lines[p.lines.clone()].iter().map(|l| l.text).collect::<String>();
        paragraphs_of(&lines).iter().map(text).collect()
    }

    #[test]
    fn an_amount_torn_by_a_column_break_is_whole_again() {
        let page = "云岭区去年完成工业总产值1294.2亿元，同比增长5.1%，高新技术企业增加28家，第一笔外资28\n\n\n\n万美元到账。\n\n江北";
        assert_eq!(joined(page)[0].matches("28万美元").count(), 1);
    }

    #[test]
    fn a_finished_sentence_ends_its_paragraph() {
        assert_eq!(joined("甲厂去年投产。\n\n乙厂今年开工。").len(), 2);
        assert_eq!(joined("“甲厂去年投产。”\n\n乙厂今年开工。").len(), 2);
    }

    #[test]
    fn a_headline_is_not_joined_to_its_story() {
        let page = "云岭区签约八个项目\n\n总投资近五十亿元\n\n■记者 江小舟\n\n云岭区昨日签约。";
        assert_eq!(joined(page).len(), 4);
    }

    #[test]
    fn narrow_columns_are_joined() {
        let page = "云岭区经济工作会议昨日\n举行，会议指出，去年全\n区实现生产总值八百亿元\n，比上年增长百分之六，\n增速居全市第一。\n江北镇新建厂房三座。";
        assert_eq!(joined(page).len(), 2, "{:?}", joined(page));
    }

    #[test]
    fn a_table_with_a_cell_a_line_stays_apart() {
        let page = "产品名称\n\n单位\n\n产量\n\n水泥\n\n万吨\n\n426.3\n\n啤酒\n\n万千升\n\n10.3\n";
        assert_eq!(joined(page).len(), 9);
        let lines = lines_of(page);
        assert!(paragraphs_of(&lines).iter().all(|p| p.is_table));
    }

    #[test]
    fn a_comma_or_a_stray_stop_belongs_to_the_line_before() {
        assert_eq!(joined("全年进出口总额12亿元\n\n，增长3%\n\n。").len(), 1);
    }
}
