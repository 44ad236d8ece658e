//! Headings that name whose the lines below are: （二）望潮制药有限公司, then 公司现有员工352人; 望潮区：奋力争先进位.
//!
//! Leaves what a word like 公司 stands for to `deictic`, whose the other figures are to `inherit`.

use super::segment::lines;
use super::{SubjectKind, SubjectMention};
use tidemark_model::{PlaceKind, Span};

/// A line of no more characters, without a sentence, may be a heading.
const LONGEST: usize = 24;

/// Each line with the index of the mention that heads its section; nothing for the headings themselves.
pub(super) fn sections(text: &str, mentions: &[SubjectMention]) -> Vec<(Span, Option<usize>)> {
    let mut heading: Option<usize> = None;
    let mut section = |block: Span| {
        let line = untagged(text, block);
        let rest = unnumbered(line.slice(text));
        let numbered = rest.len() < line.end - line.start;
        let short = rest.chars().count() <= LONGEST && !rest.contains(['。', '，']);
        let found = if short { named(text, Span::new(line.end - rest.len(), line.end), mentions) } else { None };
        if short && (numbered || found.is_some_and(|n| introduced(text, mentions[n].range.end))) {
            heading = found;
            return (block, None);
        }
        (block, heading)
    };
    lines(text).into_iter().map(&mut section).collect()
}

/// The mention that is the line's only word, or stands before its colon.
fn named(text: &str, line: Span, mentions: &[SubjectMention]) -> Option<usize> {
    let next = mentions.partition_point(|m| m.range.end <= line.start);
    let mention = mentions.get(next).filter(|m| line.contains(m.range) && m.range.start == line.start)?;
    let alone = text[mention.range.end..line.end].chars().all(|c| !c.is_alphanumeric());
    let alone = alone || introduced(text, mention.range.end);
    let profiled = match mention.kind {
        SubjectKind::Place(kind) => matches!(kind, PlaceKind::District | PlaceKind::Township | PlaceKind::Park),
        SubjectKind::Organisation | SubjectKind::Project => true,
        SubjectKind::Event | SubjectKind::Deictic => false,
    };
    (alone && profiled).then_some(next)
}

/// 望潮电机：|开拓新能源市场
fn introduced(text: &str, at: usize) -> bool {
    text[at..].strip_prefix(['：', ':']).is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()))
}

/// A line without the tags that some pages leave around it: <p>1.望潮制药有限公司</p>
fn untagged(text: &str, line: Span) -> Span {
    let words = line.slice(text);
    let mut inner = past_tags(words.trim());
    let start = line.start + (words.trim_end().len() - inner.len());
    while let Some((before, _)) = inner.strip_suffix('>').and_then(|tag| tag.rsplit_once('<')) {
        inner = before.trim_end();
    }
    Span::new(start, start + inner.len())
}

/// What follows the tags that a line begins with: <p>|公司位于…
pub(super) fn past_tags(mut line: &str) -> &str {
    while let Some((_, rest)) = line.strip_prefix('<').and_then(|tag| tag.split_once('>')) {
        line = rest.trim_start();
    }
    line
}

/// What follows the number of a heading: （二）|, 1.|, 三、|
pub(super) fn unnumbered(line: &str) -> &str {
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let inside = line.trim_start_matches(['（', '(']);
    let rest = inside.trim_start_matches(numeral);
    if rest.len() == inside.len() {
        return line;
    }
    let after = if inside.len() < line.len() {
        rest.strip_prefix(['）', ')'])
    } else {
        rest.strip_prefix(['、', '.', '．']).filter(|after| !after.starts_with(|c: char| c.is_ascii_digit()))
    };
    after.map_or(line, |after| after.trim_start_matches(['、', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_before_a_heading_is_none_of_its_words() {
        assert_eq!(unnumbered("（二）望潮制药有限公司"), "望潮制药有限公司");
        assert_eq!(unnumbered("1.望潮镇"), "望潮镇");
        assert_eq!(unnumbered("三江镇"), "三江镇");
        assert_eq!(unnumbered("1.5亿元"), "1.5亿元");
    }

    #[test]
    fn tags_are_none_of_a_headings_words() {
        let text = " <p>望潮镇</p>\r";
        assert_eq!(untagged(text, Span::new(0, text.len())).slice(text), "望潮镇");
    }
}
