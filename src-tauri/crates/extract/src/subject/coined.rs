//! Places that no table holds, known by their shape: 云汀镇 ends as towns do, 岚桥区 stands where a name stands.
//!
//! Zones (…开发区) and villages are `scan`'s; which of several known places is meant, `places`'.

use super::lexicon::WORDS;
use super::places::{PlaceHit, name_may_begin};
use crate::hash::{FastMap, FastSet};
use crate::trie::occurrences;
use crate::words::Words;
use std::collections::BTreeMap;
use tidemark_model::{PlaceKind, Span};

/// How names of places end, the longer ending first.
static ENDINGS: Words = Words::new(&["自治县", "街道", "市", "区", "县", "旗", "镇", "乡"]);

/// A place seen once must open its clause or follow a place; one seen this often is believed anywhere.
const OFTEN: usize = 2;

/// Adds to the known places in `hits` those that are known by their shape, and the issue's `home`.
pub(super) fn add(text: &str, hits: &mut Vec<PlaceHit>, home: Option<&str>) {
    let mut found = at_home(text, hits, home);
    let ends = ENDINGS.each_in(text).map(|(at, ending)| Span::new(at, at + ending.len()));
    let shaped: Vec<Shaped> = ends.filter_map(|end| name_ending(text, hits, end)).collect();
    let mut seen: FastMap<&str, usize> = FastMap::default();
    shaped.iter().for_each(|one| *seen.entry(one.range.slice(text)).or_default() += 1);
    for one in &shaped {
        if one.placed || one.opens || seen[one.range.slice(text)] >= OFTEN {
            found.push(PlaceHit::coined(one.range, one.kind));
        }
    }
    found.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end)));
    add_free(hits, found);
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

/// What a place of this name or ending is.
fn kind_of(name: &str) -> PlaceKind {
    match name {
        _ if name.ends_with('市') => PlaceKind::City,
        _ if name.ends_with(['镇', '乡']) || name.ends_with("街道") => PlaceKind::Township,
        _ => PlaceKind::District,
    }
}

/// The name that ends in `ending`: two to four characters that begin where a name may and are no other word's.
fn name_ending(text: &str, hits: &[PlaceHit], ending: Span) -> Option<Shaped> {
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
        let (range, kind) = (Span::new(start, ending.end), kind_of(ending.slice(text)));
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

/// Adds those that stand where nothing else does, the first of several that overlap.
fn add_free(hits: &mut Vec<PlaceHit>, more: Vec<PlaceHit>) {
    if more.is_empty() {
        return;
    }
    let mut taken: BTreeMap<usize, usize> = hits.iter().map(|hit| (hit.range.start, hit.range.end)).collect();
    hits.extend(more.into_iter().filter(|hit| {
        let before = taken.range(..hit.range.end).next_back();
        let free = before.is_none_or(|(_, &end)| end <= hit.range.start);
        if free {
            taken.insert(hit.range.start, hit.range.end);
        }
        free
    }));
    hits.sort_by_key(|hit| hit.range.start);
}

/// 青禾县|柳溪镇: the place before is the parent, and part of the printed name.
fn children(text: &str, hits: &mut Vec<PlaceHit>) {
    let mut out: Vec<PlaceHit> = Vec::with_capacity(hits.len());
    for mut here in hits.drain(..) {
        let town = here.is_coined() || here.range.slice(text).ends_with(['镇', '乡', '道']);
        let within = |before: &PlaceHit| {
            before.range.end == here.range.start && town && may_hold(before.range.slice(text), here.range.slice(text))
        };
        if let Some(before) = out.pop_if(|before| within(before)) {
            if !here.is_coined() {
                // A town of this name is known elsewhere.
                here = PlaceHit::coined(here.range, PlaceKind::Township);
            }
            here.take_parent(&before);
        }
        out.push(here);
    }
    *hits = out;
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

/// 岚桥 after 岚桥区: as good as the name where a name may begin. Of a town that a table has, three characters are, or
/// fewer right after the place that it lies in.
fn short_forms(text: &str, hits: &mut Vec<PlaceHit>) {
    let (mut stems, mut full): (Vec<&str>, Vec<PlaceHit>) = Default::default();
    let mut seen: FastSet<&str> = FastSet::default();
    for hit in hits.iter() {
        let name = hit.name_span().slice(text);
        if !hit.is_coined() && !name.ends_with(['镇', '乡', '道']) {
            continue;
        }
        let stem = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
        // 阳江市|春城
        let stem = stem.rsplit(['市', '县', '区', '旗']).next().filter(|_| !hit.is_coined()).unwrap_or(stem);
        if stem.chars().count() > 1 && seen.insert(stem) {
            stems.push(stem);
            full.push(hit.clone());
        }
    }
    let ends: FastSet<usize> = hits.iter().map(|hit| hit.range.end).collect();
    let told = |n: usize, at: usize| {
        let long = full[n].is_coined() || stems[n].chars().count() > 2;
        long && name_may_begin(text, at) || !full[n].is_coined() && ends.contains(&at)
    };
    let again = occurrences(text, &stems).into_iter().filter(|&(n, at)| told(n, at));
    add_free(hits, again.map(|(n, at)| full[n].again(Span::new(at, at + stems[n].len()))).collect());
}
