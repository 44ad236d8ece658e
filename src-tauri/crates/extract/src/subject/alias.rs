//! Short forms of organisations that the text names in full elsewhere: 江海动力 and 江海 for 嵊州江海动力有限公司.

use super::lexicon::WORDS;
use super::places::PlaceHit;
use super::{SubjectKind, SubjectMention};
use crate::hash::FastSet;
use crate::trie::occurrences;
use tidemark_model::Span;

/// Further mentions of the organisations and projects in `found`, by what their names begin with.
pub(super) fn mentions(text: &str, found: &[SubjectMention], places: &[PlaceHit]) -> Vec<SubjectMention> {
    let mut named: Vec<&SubjectMention> =
        found.iter().filter(|m| matches!(m.kind, SubjectKind::Organisation | SubjectKind::Project)).collect();
    // 望潮湖体育公园 is not called 望潮湖体育.
    named.retain(|m| WORDS.facility_end.longest_at_end(&m.name) == 0 || WORDS.organisation.longest_at_end(&m.name) > 0);
    named.sort_by_key(|m| (m.kind == SubjectKind::Project, std::cmp::Reverse(m.name.len())));
    let firms: FastSet<usize> = starts(&named, SubjectKind::Organisation);
    let taken: FastSet<&str> = places.iter().map(|place| place.range.slice(text)).collect();
    let mut done: FastSet<&str> = FastSet::default();
    let (mut brands, mut full) = (Vec::new(), Vec::new());
    for mention in named {
        if mention.kind == SubjectKind::Project && firms.contains(&mention.range.start) {
            continue;
        }
        let own = brand(text, mention, places).filter(|(brand, _)| !taken.contains(brand));
        if let Some((brand, stem)) = own.filter(|(brand, _)| done.insert(brand)) {
            brands.push(brand);
            full.push((mention, stem));
        }
    }
    let again = |(n, at): (usize, usize)| {
        let (mention, stem) = full[n];
        // 嵊州|江海 of 嵊州江海动力有限公司
        let place = place_of(mention, places).map(|place| place.range.slice(text));
        let start = place.filter(|place| text[..at].ends_with(place)).map_or(at, |place| at - place.len());
        let range = Span::new(start, at + reach(&text[at..], stem));
        SubjectMention::new(range, mention.name.clone(), mention.kind)
    };
    occurrences(text, &brands).into_iter().map(again).collect()
}

/// Where the names of a kind begin.
fn starts(named: &[&SubjectMention], kind: SubjectKind) -> FastSet<usize> {
    named.iter().filter(|m| m.kind == kind).map(|m| m.range.start).collect()
}

/// The place that a name begins with.
fn place_of<'p>(mention: &SubjectMention, places: &'p [PlaceHit]) -> Option<&'p PlaceHit> {
    let next = places.partition_point(|p| p.range.start < mention.range.start);
    places.get(next).filter(|p| p.range.start == mention.range.start && p.range.end < mention.range.end)
}

/// The part of a name that is the organisation's own, and the name without its place and ending.
fn brand<'t>(text: &'t str, mention: &SubjectMention, places: &[PlaceHit]) -> Option<(&'t str, &'t str)> {
    let whole = mention.range.slice(text);
    let place = place_of(mention, places);
    let stem = whole.get(place.map_or(0, |p| p.range.end - p.range.start)..)?;
    let stem = match mention.kind {
        SubjectKind::Organisation => ENDINGS.iter().find_map(|end| stem.strip_suffix(end)).unwrap_or(stem),
        _ => stem,
    };
    let stem = stem.split(['（', '(']).next()?;
    let short = if mention.kind == SubjectKind::Project { cut_at_generic(stem) } else { WORDS.generic.strip_end(stem) };
    // 望潮坊 of 望潮坊食业有限公司
    let bare = WORDS.trade.strip_end(short);
    let short = if WORDS.generic.uncovered(bare) >= 3 && bare.chars().count() == 3 { bare } else { short };
    let own = short.chars().count();
    // 黄金 of 山东黄金集团 is what it deals in.
    let common = WORDS.trade.has(short)
        || WORDS.organisation.has(short)
        || WORDS.describing.uncovered(short) < 2
        || WORDS.generic.uncovered(short) < 2;
    let enough = if mention.kind == SubjectKind::Project { 3..=8 } else { 2..=8 };
    (enough.contains(&own) && !common).then_some((short, stem))
}

const ENDINGS: [&str; 8] =
    ["股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团公司", "集团", "分公司", "公司"];

/// 上南智享 of 上南智享再生资源产业化项目: up to the first word of description.
fn cut_at_generic(stem: &str) -> &str {
    let word = |i: &usize| WORDS.generic.longest_at_start(&stem[*i..]) > "一".len();
    let end = stem.char_indices().map(|(i, _)| i).skip(2).find(word);
    &stem[..end.unwrap_or(stem.len())]
}

/// How far a mention follows the name it is short for, with 公司 or 集团 after it.
fn reach(here: &str, stem: &str) -> usize {
    let same = here
        .char_indices()
        .zip(stem.chars())
        .take_while(|((_, a), b)| a == b)
        .map(|((i, a), _)| i + a.len_utf8())
        .last();
    let len = same.unwrap_or(0);
    let rest = &here[len..];
    len + ["公司", "集团", "项目", "企业"].iter().find(|word| rest.starts_with(**word)).map_or(0, |word| word.len())
}
