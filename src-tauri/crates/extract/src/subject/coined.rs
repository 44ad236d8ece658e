//! Places that no table holds, known by their shape: 云汀镇 ends as towns do, 岚桥区 stands where a name stands.
//!
//! Zones (…开发区) and villages are `scan`'s; which of several known places is meant, `places`'.

use super::lexicon::WORDS;
use super::places::{PlaceHit, name_may_begin};
use std::collections::HashMap;
use tidemark_model::{PlaceKind, Span};

/// How names of places end, the longer ending first, and what they are then.
const ENDINGS: [(&str, PlaceKind); 8] = [
    ("自治县", PlaceKind::District),
    ("街道", PlaceKind::Township),
    ("市", PlaceKind::City),
    ("区", PlaceKind::District),
    ("县", PlaceKind::District),
    ("旗", PlaceKind::District),
    ("镇", PlaceKind::Township),
    ("乡", PlaceKind::Township),
];

/// A place seen once must open its clause or follow a place; one seen this often is believed anywhere.
const OFTEN: usize = 2;

/// Adds to the known places in `hits` those that are known by their shape, and the issue's `home`.
pub(super) fn add(text: &str, hits: &mut Vec<PlaceHit>, home: Option<&str>) {
    let mut found = at_home(text, hits, home);
    let shaped: Vec<Shaped> = ENDINGS.iter().flat_map(|&(ending, kind)| shaped(text, hits, ending, kind)).collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    shaped.iter().for_each(|one| *seen.entry(one.range.slice(text)).or_default() += 1);
    for one in &shaped {
        if one.placed || one.opens || seen[one.range.slice(text)] >= OFTEN {
            found.push(PlaceHit::coined(one.range, one.kind));
        }
    }
    found.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end)));
    for hit in found {
        insert(hits, hit);
    }
    children(text, hits);
    short_forms(text, hits);
}

/// A candidate with what speaks for it.
struct Shaped {
    range: Span,
    kind: PlaceKind,
    /// A place stands right before it.
    placed: bool,
    /// It stands at the head of a clause.
    opens: bool,
}

/// The home where no table has it: 岚桥区, and 岚桥 by itself.
fn at_home(text: &str, hits: &[PlaceHit], home: Option<&str>) -> Vec<PlaceHit> {
    let Some(home) = home.filter(|home| !home.is_empty()) else { return Vec::new() };
    let kind = kind_of(home);
    let all = text.match_indices(home).map(|(at, _)| PlaceHit::coined(Span::new(at, at + home.len()), kind));
    let free = |new: &PlaceHit| {
        let next = hits.partition_point(|hit| hit.range.end <= new.range.start);
        hits.get(next).is_none_or(|hit| hit.range.start >= new.range.end)
    };
    all.filter(free).collect()
}

fn kind_of(name: &str) -> PlaceKind {
    ENDINGS.iter().find(|(ending, _)| name.ends_with(ending)).map_or(PlaceKind::District, |(_, kind)| *kind)
}

/// Every stretch that is shaped like a place's name with this ending.
fn shaped(text: &str, hits: &[PlaceHit], ending: &str, kind: PlaceKind) -> Vec<Shaped> {
    let ends = text.match_indices(ending).map(|(at, _)| Span::new(at, at + ending.len()));
    ends.filter_map(|end| name_ending(text, hits, end, kind)).collect()
}

/// The name that ends in `ending`: two to four characters that begin where a name may and are no other word's.
fn name_ending(text: &str, hits: &[PlaceHit], ending: Span, kind: PlaceKind) -> Option<Shaped> {
    let near = hits.partition_point(|hit| hit.range.end <= ending.start);
    let inside = hits.get(near).is_some_and(|hit| hit.range.start < ending.end);
    if inside || runs_on(&text[ending.start..]) {
        return None;
    }
    let before = near.checked_sub(1).map(|n| hits[n].range);
    let mut start = ending.start;
    for count in 1..=4 {
        let c = text[..start].chars().next_back().filter(|&c| ('\u{4e00}'..='\u{9fff}').contains(&c))?;
        start -= c.len_utf8();
        if before.is_some_and(|before| start < before.end) {
            return None;
        }
        let stem = &text[start..ending.start];
        let placed = before.is_some_and(|before| before.end == start);
        if count < 2 || !(placed || name_may_begin(text, start)) {
            continue;
        }
        let opens = opens_clause(text, start);
        let range = Span::new(start, ending.end);
        return is_name(stem, ending.slice(text)).then_some(Shaped { range, kind, placed, opens });
    }
    None
}

/// 云汀 is a name, 种植 and 贫困 describe.
fn is_name(stem: &str, ending: &str) -> bool {
    let whole = |list: &super::list::List| list.uncovered(stem) == stem.chars().count();
    let kind = WORDS.plain_area.longest_at_end(stem) > 0 || WORDS.plain_area.longest_at_start(stem) > 0;
    let word = format!("{stem}{ending}");
    !kind && !WORDS.plain.has(&word) && !WORDS.stop.within(stem) && whole(&WORDS.generic) && whole(&WORDS.describing)
}

/// 市|场, 区|域, 乡|村: the ending belongs to the next word.
fn runs_on(rest: &str) -> bool {
    WORDS.area_runs_on.longest_at_start(rest) > 0
}

/// At the head of a clause or line, or after words that open one.
fn opens_clause(text: &str, start: usize) -> bool {
    let before = &text[..start];
    before.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '、' | '—' | '-'))
        || WORDS.opener.longest_at_end(before) > 0
}

/// Between the hits, where nothing else stands.
fn insert(hits: &mut Vec<PlaceHit>, hit: PlaceHit) {
    let at = hits.partition_point(|other| other.range.end <= hit.range.start);
    if hits.get(at).is_none_or(|next| next.range.start >= hit.range.end) {
        hits.insert(at, hit);
    }
}

/// 青禾县|柳溪镇: the place before is the parent, and part of the printed name.
fn children(text: &str, hits: &mut Vec<PlaceHit>) {
    let mut n = 1;
    while n < hits.len() {
        let (before, here) = (&hits[n - 1], &hits[n]);
        let town = here.is_coined() || here.range.slice(text).ends_with(['镇', '乡', '道']);
        let within = before.range.end == here.range.start && town;
        if within && may_hold(before.range.slice(text), here.range.slice(text)) {
            let before = hits.remove(n - 1);
            if !hits[n - 1].is_coined() {
                // A town of this name is known elsewhere.
                hits[n - 1] = PlaceHit::coined(hits[n - 1].range, PlaceKind::Township);
            }
            hits[n - 1].take_parent(&before);
        } else {
            n += 1;
        }
    }
}

/// A county holds towns, no town a county.
fn may_hold(parent: &str, child: &str) -> bool {
    let rank = |name: &str| match name.chars().next_back() {
        Some('省') => 0,
        Some('州' | '盟') => 1,
        Some('市') => 2,
        Some('区' | '县' | '旗') => 3,
        Some('镇' | '乡' | '道') => 4,
        // A short name may be any that is larger.
        _ => 2,
    };
    rank(parent) < rank(child) || parent.ends_with('市') && child.ends_with('市')
}

/// 岚桥 after 岚桥区: as good as the name where a name may begin.
fn short_forms(text: &str, hits: &mut Vec<PlaceHit>) {
    let mut seen: Vec<(&str, PlaceHit)> = Vec::new();
    for hit in hits.iter().filter(|hit| hit.is_coined()) {
        let name = hit.name_span().slice(text);
        let stem = ENDINGS.iter().find_map(|(ending, _)| name.strip_suffix(ending)).unwrap_or(name);
        if stem.chars().count() > 1 && !seen.iter().any(|(other, _)| *other == stem) {
            seen.push((stem, hit.clone()));
        }
    }
    for (stem, full) in seen {
        let again = text.match_indices(stem).filter(|&(at, _)| name_may_begin(text, at));
        let again: Vec<PlaceHit> = again.map(|(at, _)| full.again(Span::new(at, at + stem.len()))).collect();
        for hit in again {
            insert(hits, hit);
        }
    }
}
