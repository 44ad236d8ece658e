//! Values dealt out to names in a row: 江城市、海门市分别增长5%、6%, 杭州和武汉分列第四和第五.

use super::context::SubjectContext;
use super::theme::Theme;
use crate::chars::among;
use tidemark_model::Span;

impl SubjectContext<'_> {
    /// 江城市、海门市分别增长5%、6%: each its own.
    pub(super) fn dealt_out(&self, at: usize, clause: Span) -> Option<Theme> {
        let before = self.text.get(clause.start..at)?;
        let dealt = clause.start + DEALT.iter().filter_map(|word| before.rfind(word)).max()?;
        let inside = self.listed_before(clause, dealt);
        let items = |words: &str| words.split(['、', '和', '与', '及']).count();
        let total = items(&self.text[dealt..clause.end]);
        let nth = items(&self.text[dealt..at]) - 1;
        // The last row of as many names: 北仑区、镇海区外贸位居全市前列，分别为…
        let mut rows = inside.chunk_by(|&a, &b| self.in_row(a, b)).filter(|row| row.len() > 1 && row.len() == total);
        let n = rows.next_back()?.get(nth).copied()?;
        self.meant[n].clone()
    }

    /// Whether 、 or 和 joins two names.
    fn in_row(&self, a: usize, b: usize) -> bool {
        let between = self.text.get(self.mentions[a].range.end..self.mentions[b].range.start).unwrap_or("");
        let between = after_bracket(between);
        between.chars().count() <= 4 && between.contains(['、', '和', '与', '及'])
    }

    /// The names in the clause before 分别; where it has none, those that the clause before lists.
    fn listed_before(&self, clause: Span, dealt: usize) -> Vec<usize> {
        let within = |from: usize, to: usize| -> Vec<usize> {
            let first = self.mentions.partition_point(|m| m.range.start < from);
            let inside = (first..self.mentions.len()).take_while(|&n| self.mentions[n].range.end <= to);
            inside.filter(|&n| !self.in_bracket(n)).collect()
        };
        let here = within(clause.start, dealt);
        let before = || {
            let sentence = &self.sentences[self.sentence_of(dealt)?];
            let last = sentence.clauses[..sentence.clauses.partition_point(|c| c.end <= clause.start)].last()?;
            Some(within(last.start, last.end))
        };
        if here.is_empty() { before().unwrap_or_default() } else { here }
    }

    /// 江城市（不含|望潮区|）: only said of the one before.
    fn in_bracket(&self, n: usize) -> bool {
        let range = self.mentions[n].range;
        let before = self.text[..range.start].trim_end_matches(|c| among(c, "不含除包括"));
        before.ends_with(['（', '(']) && self.text[range.end..].starts_with(['）', ')'])
    }
}

/// Words by which several values are dealt out to several names.
const DEALT: [&str; 3] = ["分别", "分列", "分居"];

/// What follows a remark in brackets: （不含望潮区）|、
fn after_bracket(words: &str) -> &str {
    let inside = words.strip_prefix(['（', '(']);
    inside.and_then(|inside| inside.split_once(['）', ')'])).map_or(words, |(_, rest)| rest)
}
