//! Known places in a text: 浙江省杭州市钱塘区 is one hit, 钱塘区; 朝阳 is one only where the page bears it out.

use super::gazetteer::{Hit, Id, Use};
use super::lexicon::WORDS;
use super::{Gazetteer, coined, fold};
use crate::chars::{among, is_letter};
use std::collections::HashSet;
use tidemark_model::{PlaceKind, Span};

/// A place where it stands.
#[derive(Clone, Debug)]
pub(super) struct PlaceHit {
    pub range: Span,
    pub which: Which,
}

/// Which place it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which {
    /// One of the gazetteer's.
    Known(Id),
    /// One known by its shape: where the text has its name without parents, and where its parent's.
    Coined { name: Span, kind: PlaceKind, parent: Option<Span> },
}

impl PlaceHit {
    fn known(range: Span, id: Id) -> Self {
        Self { range, which: Which::Known(id) }
    }

    /// A place that only its shape tells.
    pub(super) fn coined(range: Span, kind: PlaceKind) -> Self {
        Self { range, which: Which::Coined { name: range, kind, parent: None } }
    }

    pub(super) fn is_coined(&self) -> bool {
        matches!(self.which, Which::Coined { .. })
    }

    fn id(&self) -> Option<Id> {
        match self.which {
            Which::Known(id) => Some(id),
            Which::Coined { .. } => None,
        }
    }

    /// Where its name stands in full, without parents.
    pub(super) fn name_span(&self) -> Span {
        match self.which {
            Which::Coined { name, .. } => name,
            Which::Known(_) => self.range,
        }
    }

    /// The same place by another name.
    pub(super) fn again(&self, range: Span) -> Self {
        Self { range, which: self.which }
    }

    /// Makes the place that stands right before it its parent.
    pub(super) fn take_parent(&mut self, before: &Self) {
        self.range.start = before.range.start;
        if let Which::Coined { parent, .. } = &mut self.which {
            *parent = Some(before.name_span());
        }
    }
}

/// Whether a name may begin at `at`: at a clause's head, or after a word that ends before names.
pub(super) fn name_may_begin(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.chars().next_back().is_none_or(|c| !is_letter(c) || among(c, BEFORE))
        || WORDS.opener.longest_at_end(before) > 0
        || WORDS.stop.longest_at_end(before) > "的".len()
}

/// Characters after which a name may begin.
const BEFORE: &str = "在的与和及是了于到对向从将让为由把以至往赴来抵回离自如、，。；：（(“‘《·|";

/// Said of a river by its own name.
const RIVER: [&str; 14] =
    ["国控", "断面", "流域", "水质", "干流", "支流", "两岸", "沿岸", "河段", "江段", "水域", "水系", "上游", "下游"];

/// The known places in `text` in order. `home` bears out its own short name.
pub(super) fn place_hits(text: &str, places: &Gazetteer, home: Option<&str>) -> Vec<PlaceHit> {
    let known = known(text, places);
    let named = introduced(&known, places, home);
    let mut out: Vec<PlaceHit> = Vec::new();
    let mut free_from = 0;
    for (at, hits) in known {
        if at < free_from {
            continue;
        }
        let last = out.last().filter(|hit| hit.range.end == at).and_then(PlaceHit::id);
        let found = hits.iter().find_map(|hit| {
            let id = Seen { text, at, places, named: &named, last }.meant(hit)?;
            Some(PlaceHit::known(Span::new(at, at + hit.len), id))
        });
        if let Some(hit) = found {
            free_from = hit.range.end;
            join(&mut out, hit, places);
        }
    }
    coined::add(text, &mut out, home);
    out
}

/// Where known names begin, with those names; none begins with a digit or a mark.
fn known(text: &str, places: &Gazetteer) -> Vec<(usize, Vec<Hit>)> {
    let mut chars = text.char_indices().peekable();
    let mut out = Vec::new();
    while let Some((at, a)) = chars.next() {
        let b = chars.peek().map_or(' ', |&(_, b)| b);
        if places.may_begin(a, b) && is_letter(a) {
            let hits = places.hits(&text[at..]);
            if !hits.is_empty() {
                out.push((at, hits));
            }
        }
    }
    out
}

/// A parent right before its child is part of the child's name.
fn join(out: &mut Vec<PlaceHit>, mut hit: PlaceHit, places: &Gazetteer) {
    if let Some(before) = out.last().filter(|b| b.range.end == hit.range.start)
        && let (Some(id), Some(above)) = (hit.id(), before.id())
        && places.lies_in(id, above)
    {
        hit.range.start = before.range.start;
        out.pop();
    }
    out.push(hit);
}

/// The places that the text names in full, and home.
fn introduced(known: &[(usize, Vec<Hit>)], places: &Gazetteer, home: Option<&str>) -> HashSet<Id> {
    let mut out = HashSet::new();
    let home = home.and_then(|home| places.hits(home).into_iter().find(|hit| hit.len == home.len()));
    out.extend(home.and_then(|hit| hit.places.first().copied()));
    let mut free_from = 0;
    for (at, hits) in known.iter().filter(|(_, hits)| hits.iter().any(|h| h.usage == Use::Full)) {
        if let Some(hit) = hits.iter().find(|h| h.usage == Use::Full).filter(|_| *at >= free_from) {
            out.extend(&hit.places);
            free_from = at + hit.len;
        }
    }
    out
}

/// A name seen at a point of the text, to be judged.
struct Seen<'a> {
    text: &'a str,
    at: usize,
    places: &'a Gazetteer,
    named: &'a HashSet<Id>,
    /// The place that ends right before.
    last: Option<Id>,
}

impl Seen<'_> {
    /// Which place the name means here, if any.
    fn meant(&self, hit: &Hit) -> Option<Id> {
        let within = |id: &Id| self.last.is_some_and(|last| self.places.lies_in(*id, last));
        if let Some(child) = hit.places.iter().copied().find(within) {
            return Some(child);
        }
        let named = || hit.places.iter().copied().find(|id| self.named.contains(id));
        let first = hit.places.first().copied()?;
        let name = &self.text[self.at..self.at + hit.len];
        let own = matches!(first, Id::Own(_));
        match hit.usage {
            _ if own => Some(first),
            Use::Full if self.plain(name) => {
                let only = |id: &Id| !WORDS.plain.has(name) || name.chars().count() > 2 && self.borne_out(*id);
                hit.places.iter().copied().find(only).filter(|_| self.stands_free())
            }
            Use::Full if name.ends_with('乡') && self.in_countryside(hit.len) || self.enlarged() => None,
            Use::Full => self.best(hit),
            Use::Short | Use::Loose if self.is_nature(hit, first) || self.is_street(hit) => None,
            Use::Short | Use::Loose if self.other_kind(hit, first) => None,
            Use::Short if self.crosses_words(hit.len) => None,
            // 萬華區 is not meant by 万华 where nothing is Taiwan's.
            Use::Short if self.in_taiwan(first) => named(),
            Use::Short if self.places.kind(first) <= PlaceKind::City || name.chars().count() > 2 => self.best(hit),
            Use::Short => named().or_else(|| self.stands_free().then_some(first)),
            Use::Loose => named().filter(|_| !self.crosses_words(hit.len)),
        }
    }

    /// Of several places of one name the one whose parent the page names.
    fn best(&self, hit: &Hit) -> Option<Id> {
        let borne =
            |&named: &Id, id: Id| self.places.kind(named) != PlaceKind::Country && self.places.lies_in(id, named);
        let near = |id: &&Id| self.named.iter().any(|named| borne(named, **id));
        if hit.places.len() == 1 {
            return hit.places.first().copied();
        }
        hit.places.iter().find(near).or(hit.places.first()).copied()
    }

    /// Whether the page names a place around it, short of the country: 枣庄 bears out 市中区.
    fn borne_out(&self, id: Id) -> bool {
        let near = |named: &Id| self.places.kind(*named) == PlaceKind::City && self.places.lies_in(id, *named);
        self.named.iter().any(near)
    }

    fn plain(&self, name: &str) -> bool {
        name.chars().count() <= 2 || WORDS.plain.has(name)
    }

    fn stands_free(&self) -> bool {
        let before = &self.text[..self.at];
        before.chars().next_back().is_none_or(|c| !is_letter(c) || among(c, BEFORE))
            || WORDS.opener.longest_at_end(before) > 0
    }

    /// 建设乡|村, but 云汀乡|村民.
    fn in_countryside(&self, len: usize) -> bool {
        let rest = self.text[self.at + len..].strip_prefix('村');
        rest.is_some_and(|rest| !rest.starts_with(['民', '级', '两']))
    }

    /// Whether the place's name is printed in traditional characters.
    fn in_taiwan(&self, id: Id) -> bool {
        let name = self.places.name(id);
        *fold(&name) != *name
    }

    /// 吕梁|山区, 钱塘|江, 锦江|断面: a mountain or river, not the city that is called after it.
    fn is_nature(&self, hit: &Hit, first: Id) -> bool {
        let after = &self.text[self.at + hit.len..];
        let mut rest = after.chars();
        let feature = rest.next().is_some_and(|c| "山江河湖".contains(c));
        let goes_on = rest.next().is_some_and(|c| "水村林海道城长口门滨堤阴阳南北东西".contains(c));
        let place = || self.places.hits(after).iter().any(|next| next.usage != Use::Loose);
        let water = self.text[self.at..self.at + hit.len].ends_with(['江', '河', '湖', '溪'])
            && RIVER.iter().any(|word| after.starts_with(word));
        (water || feature && !goes_on) && self.places.kind(first) >= PlaceKind::City && !place()
    }

    /// 玉林|西路: a street somewhere else.
    fn is_street(&self, hit: &Hit) -> bool {
        let after = &self.text[self.at + hit.len..];
        let after = after.strip_prefix(['东', '西', '南', '北', '中']).unwrap_or(after);
        let street = ["路", "街", "大道", "巷"].iter().find_map(|end| after.strip_prefix(end));
        street.is_some_and(|rest| !rest.starts_with(['网', '段', '灯', '道', '镇', '线', '桥', '况', '政', '径', '区']))
    }

    /// 柳河|乡: another place than 柳河县.
    fn other_kind(&self, hit: &Hit, first: Id) -> bool {
        let after = &self.text[self.at + hit.len..];
        let kind = ["镇", "乡", "街道", "村"].iter().find(|kind| after.starts_with(**kind));
        let Some(kind) = kind.filter(|_| WORDS.area_runs_on.longest_at_start(after) == 0) else { return false };
        let folk = after[kind.len()..].starts_with(['民', '级', '镇', '落', '庄', '企', '办', '里', '域', '干']);
        self.places.kind(first) >= PlaceKind::City && !folk
    }

    /// 扩|大园区
    fn enlarged(&self) -> bool {
        self.text[self.at..].starts_with('大') && self.text[..self.at].ends_with(['扩', '壮', '放', '加', '增', '重'])
    }

    /// 新乡|贤, 长|江西岸, 黄河南|岸: the characters belong to other words.
    fn crosses_words(&self, len: usize) -> bool {
        let (before, name) = (&self.text[..self.at], &self.text[self.at..self.at + len]);
        if self.enlarged() {
            return true;
        }
        let after = self.text[self.at + len..].chars().next().unwrap_or(' ');
        let here = &self.text[self.at..];
        if WORDS.crossing.longest_at_start(here) > 0 {
            return true;
        }
        let river = name.starts_with(['江', '河', '湖', '海']) && name.ends_with(['东', '西', '南', '北']);
        river && ("岸侧部路街段边面".contains(after) || before.ends_with(['长', '珠', '黄', '淮', '沿']))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, home: Option<&str>) -> Vec<String> {
        let places = Gazetteer::bundled();
        place_hits(text, &places, home)
            .iter()
            .map(|hit| hit.id().map_or_else(|| hit.name_span().slice(text).to_owned(), |id| places.name(id)))
            .collect()
    }

    #[test]
    fn parents_before_a_place_belong_to_it() {
        assert_eq!(names("浙江省杭州市钱塘区和江苏昆山", None), ["钱塘区", "昆山市"]);
    }

    #[test]
    fn everyday_words_are_places_only_where_the_page_bears_it_out() {
        assert_eq!(names("维护和平与合作", None), Vec::<String>::new());
        assert_eq!(names("辽宁朝阳实现产值", None), ["朝阳市"]);
        assert_eq!(names("武功产值增长，武功县投资增长", None), ["武功县", "武功县"]);
        assert_eq!(names("天心产值增长", Some("天心区")), ["天心区"]);
    }

    #[test]
    fn river_banks_are_no_provinces() {
        assert_eq!(names("长江西岸和黄河南岸", None), Vec::<String>::new());
    }
}
