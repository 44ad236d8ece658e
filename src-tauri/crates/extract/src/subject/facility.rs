//! Places to go to and works that are known by what is said of them: 望潮里位于临江区, 栖云公寓是一处租赁社区,
//! 市人民医院新院区占地158亩. A name that ends in no telling word is taken from the head of such a clause.

use super::lexicon::WORDS;
use super::places::PlaceHit;
use super::segment::Sentence;
use super::{SubjectKind, SubjectMention};
use crate::trie::Trie;
use crate::words::Words;
use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;
use tidemark_model::Span;

static SAID: LazyLock<Trie<()>> = LazyLock::new(|| Trie::new(WORDS.facility.iter().map(|word| (word, ()))));

/// What is done to a place to go to by somebody.
static MADE: Words =
    Words::new(&["投资", "建设", "兴建", "承建", "建成", "打造", "运营", "经营", "管理", "组成", "开发", "创办"]);

/// Every mention of a name that a clause begins with and says such a thing of.
pub(super) fn named(text: &str, printed: &str, sentences: &[Sentence], places: &[PlaceHit]) -> Vec<SubjectMention> {
    let mut names: Vec<&str> = Vec::new();
    for clause in sentences.iter().flat_map(|sentence| &sentence.clauses) {
        names.extend(name_in(text, *clause, places));
    }
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return Vec::new();
    }
    let Ok(all) = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&names) else {
        return Vec::new();
    };
    let mention = |m: aho_corasick::Match| {
        let range = Span::new(m.start(), m.end());
        SubjectMention::new(range, range.slice(printed), SubjectKind::Organisation)
    };
    all.find_iter(text).map(mention).collect()
}

/// What stands between the clause's head and the first thing said.
fn name_in<'t>(text: &'t str, clause: Span, places: &[PlaceHit]) -> Option<&'t str> {
    let words = clause.slice(text);
    let (start, end) = SAID.first_in(words)?;
    // 望潮果园由|张某投资兴建, but 变电站由|2座增至7座
    let by = words[start..].starts_with('由');
    if by && !MADE.within(&words[end..]) {
        return None;
    }
    let head = words[..start].trim_start_matches(|c: char| !c.is_alphabetic() || "年月日号".contains(c));
    let head = WORDS.opener.strip_front(head).trim_end_matches(['”', '》']).trim_start_matches(['“', '《']);
    let from = clause.start + words.find(head)?;
    let next = places.partition_point(|place| place.range.start < from);
    let place = places.get(next).filter(|place| place.range.start == from && place.range.end <= from + head.len());
    let own = &head[place.map_or(0, |place| place.range.end - place.range.start)..];
    is_name(own).then_some(head)
}

/// Nothing but a name: no verb, no quantity, no class, no place or person alone.
fn is_name(own: &str) -> bool {
    let length = (3..=16).contains(&own.chars().count());
    let letters = own.chars().all(|c| c.is_alphanumeric() || matches!(c, '·' | '“' | '”' | '-' | '（' | '）'));
    let figures = own.starts_with(|c: char| c.is_ascii_digit());
    let named = WORDS.generic.uncovered(own) >= 3 && WORDS.describing.uncovered(own) >= 3;
    let tells = WORDS.facility_end.longest_at_end(own) > 0;
    // 临江医院门诊大楼 is the hospital's, 临江医院新院区 a place of its own.
    let part = WORDS.organisation.within(own) && !["院区", "校区", "店"].iter().any(|end| own.ends_with(end));
    // 望潮高速项目|路线起于 is told of the project.
    let work = own.contains("项目") || own.contains("工程");
    length && !part && !work && letters && !figures && named && tells && !tells_more(own)
}

/// A verb or a particle that no name has; 有云公寓 and 和平里 have a character that elsewhere ends one.
fn tells_more(own: &str) -> bool {
    let long = own.char_indices().any(|(at, c)| WORDS.stop.longest_at_start(&own[at..]) > c.len_utf8());
    long || own.contains(['要', '在', '的', '了', '是', '将', '把', '被', '从', '向', '对', '该', '这', '那', '其'])
}

#[cfg(test)]
mod tests {
    use super::super::segment::{lines, sentences};
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        let found = named(text, text, &sentences(text, &lines(text)), &[]);
        found.iter().map(|m| m.range.slice(text)).collect()
    }

    #[test]
    fn what_lies_somewhere_has_a_name() {
        assert_eq!(names("望潮时代广场位于江边，占地20亩。"), ["望潮时代广场"]);
        assert_eq!(names("栖云国际公寓是一处租赁住房。"), ["栖云国际公寓"]);
    }

    #[test]
    fn what_is_described_has_none() {
        assert!(names("新校区占地20亩。项目总投资5亿元。他说，这里位于江边。").is_empty());
    }
}
