//! What a story comes to speak of by naming it as something new: 他牵头成立了|望潮种植合作社，流转土地800亩 and
//! 探明一处金矿床——|栖云金矿，查明矿石量3万吨 go on about the cooperative and the mine, not about who founded or found them.
//!
//! Leaves to `theme` what the whole article is about.

use super::context::SubjectContext;
use super::lexicon::WORDS;
use super::theme::Theme;
use super::{SubjectKind, SubjectMention};
use tidemark_model::Span;

/// 牵头成立了|望潮种植合作社: what is founded is spoken of from there on.
pub(super) fn is_founded(before: &str, mention: &SubjectMention) -> bool {
    let body = matches!(mention.kind, SubjectKind::Organisation | SubjectKind::Project);
    body && WORDS.founding.longest_at_end(before.trim_end_matches('了')) > 0
}

/// How many paragraphs a story goes on about one thing without naming it.
pub(super) const PARAGRAPHS: usize = 3;

impl SubjectContext<'_> {
    /// Whether the paragraph that begins at `block` goes on about what a mention above it names: the paragraph before
    /// told of it, or one a little further up and it is named twice.
    pub(super) fn goes_on(&self, m: usize, block: usize) -> bool {
        let mention = &self.mentions[m];
        let here = self.blocks.partition_point(|b| b.start < block);
        let above = |many: usize| self.blocks.get(here.saturating_sub(many)).map_or(0, |b| b.start);
        let twice = || self.index.meant.get(&mention.name).is_some_and(|&times| times > 1);
        !mention.is_place() && (mention.range.start >= above(1) || mention.range.start >= above(PARAGRAPHS) && twice())
    }

    /// What a clause that ends in it hands on to the next: 探明金矿床——|栖云金矿，; 开工建设|望潮大桥，总投资5亿元.
    pub(super) fn handed_on(&self, clause: Span, said: &str) -> Option<Theme> {
        let n = self.mentions.partition_point(|m| m.range.end <= clause.end).checked_sub(1)?;
        let mention = self.mentions.get(n).filter(|m| m.range.start >= clause.start)?;
        let last = !self.text[mention.range.end..clause.end].contains(char::is_alphanumeric);
        let before = &self.text[clause.start..mention.range.start];
        let presented = || before.trim_end_matches('“').ends_with("——");
        // 望潮基地是|首个智能工厂，占地3亩: still of the first.
        let class = || ["是", "作为", "成为", "属于"].iter().any(|word| before.contains(word));
        // 起于江海高速，全长5公里: of the road that begins there.
        let on_route = || WORDS.route.within(before);
        let work =
            || mention.kind == SubjectKind::Project && WORDS.work_statistic.within(said) && !class() && !on_route();
        (last && (presented() || is_founded(before, mention) || work())).then(|| self.meant[n].clone()).flatten()
    }
}
