//! Gives every paragraph its role, seeing its neighbours: a short line above a by-line is a headline, one between
//! paragraphs a heading (跃跃欲试 全新赛道), a paragraph above 记者 某某 摄 a caption.
//!
//! Where an article starts is `articles`'s.

use crate::breaks::{LONGEST_HEADLINE, Paragraph};
use crate::lines::Line;
use crate::shape::Shape;

/// What a paragraph is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A by-line or a picture's credit, a stamp, a table: as the line's shape says.
    Byline,
    Credit,
    Stamp,
    Table,
    /// A heading marked as one: ### 标题, with its level.
    Marked(usize),
    /// 二、农业
    Numbered,
    /// Short and without a stop: a headline, a heading, or a stray line.
    Short,
    /// Running text.
    Body,
}

/// The kind of each paragraph.
pub(crate) fn kinds_of(lines: &[Line], paragraphs: &[Paragraph]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = paragraphs.iter().map(|p| kind_of(lines, p)).collect();
    mend_questions(lines, paragraphs, &mut kinds);
    mend_signatures(lines, paragraphs, &mut kinds);
    demote_lists(&mut kinds);
    title_tables(lines, paragraphs, &mut kinds);
    kinds
}

fn kind_of(lines: &[Line], paragraph: &Paragraph) -> Kind {
    let first = &lines[paragraph.lines.start];
    if paragraph.is_table {
        return Kind::Table;
    }
    match first.shape {
        Shape::Byline => Kind::Byline,
        Shape::Credit => Kind::Credit,
        Shape::Stamp => Kind::Stamp,
        Shape::Marked(level) => Kind::Marked(level),
        Shape::Numbered => Kind::Numbered,
        Shape::Item if is_heading_item(first) => Kind::Short,
        Shape::Text if is_short(&lines[paragraph.lines.clone()]) => Kind::Short,
        _ => Kind::Body,
    }
}

/// ■产业发展提速增效, ◆ 一周要闻
fn is_heading_item(line: &Line) -> bool {
    line.text.starts_with(['■', '◆', '●', '★']) && is_short(std::slice::from_ref(line))
}

fn is_short(lines: &[Line]) -> bool {
    let chars: usize = lines.iter().map(|l| l.chars).sum();
    let commas: usize = lines.iter().map(|l| l.commas).sum();
    let stops: usize = lines.iter().map(|l| l.stops).sum();
    let Some(last) = lines.last() else { return false };
    let open = last.ends_inside() || last.text.ends_with(['；', ';', '：', ':']);
    (2..=LONGEST_HEADLINE).contains(&chars) && commas <= 1 && stops == 0 && !last.ends_sentence() && !open
}

/// ■本报编辑部: a marked line between a headline and its story signs it, name or not.
fn mend_signatures(lines: &[Line], paragraphs: &[Paragraph], kinds: &mut [Kind]) {
    for i in 1..kinds.len().saturating_sub(1) {
        let line = &lines[paragraphs[i].lines.start];
        let marked = line.text.starts_with(['■', '●', '◆']) && line.chars <= 12 && !line.text.contains(' ');
        if marked && kinds[i] == Kind::Short && kinds[i - 1] == Kind::Short && kinds[i + 1] == Kind::Body {
            kinds[i] = Kind::Byline;
        }
    }
}

/// A headline may end with ！ or ？ where a by-line follows it or it opens the page.
fn mend_questions(lines: &[Line], paragraphs: &[Paragraph], kinds: &mut [Kind]) {
    for i in 0..kinds.len() {
        let paragraph = &paragraphs[i];
        let first = &lines[paragraph.lines.start];
        let asks = first.text.ends_with(['！', '？', '!', '?']) && paragraph.lines.len() == 1;
        let heads = i == 0 || kinds.get(i + 1) == Some(&Kind::Byline);
        if kinds[i] == Kind::Body && asks && heads && first.chars <= 28 && first.stops == 0 && i + 1 < kinds.len() {
            kinds[i] = Kind::Short;
        }
    }
}

/// - 表 3-4 工业产值表: an item right above a table is its title.
fn title_tables(lines: &[Line], paragraphs: &[Paragraph], kinds: &mut [Kind]) {
    for i in 0..kinds.len() {
        let first = &lines[paragraphs[i].lines.start];
        let title = first.shape == Shape::Item && first.chars <= LONGEST_HEADLINE && !first.ends_sentence();
        if kinds[i] == Kind::Body && title && kinds.get(i + 1) == Some(&Kind::Table) {
            kinds[i] = Kind::Numbered;
        }
    }
}

/// The most lines a headline has; more short lines in a row are a list.
const MOST_HEADLINES: usize = 4;

fn demote_lists(kinds: &mut [Kind]) {
    let mut start = 0;
    while start < kinds.len() {
        let end = run_end(kinds, start);
        let keep = match kinds.get(end) {
            Some(Kind::Byline) => 3,
            None => 0,
            _ => 1,
        };
        let last = end == kinds.len();
        if end - start > MOST_HEADLINES || last {
            kinds[start..end.saturating_sub(keep).max(start)].fill(Kind::Body);
        }
        start = end.max(start + 1);
    }
}

/// One past the last of the short lines that start at `start`.
pub(crate) fn run_end(kinds: &[Kind], start: usize) -> usize {
    start + kinds[start..].iter().take_while(|k| **k == Kind::Short).count()
}
