//! All known places with their parents: 钱塘 is 钱塘区 in 杭州市 in 浙江省. The user's own come before the bundled ones.

use super::fold::fold;
use super::lexicon::WORDS;
use super::tables::{ROWS, Row};
use crate::hash::FastMap;
use std::borrow::Cow;
use std::sync::{Arc, LazyLock};
use tidemark_model::{Place, PlaceKind};

/// Places by name.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    bundled: Arc<Index>,
    own: Arc<[Place]>,
    /// The names of the user's own places, folded, with how they stand for which.
    own_names: Arc<[(String, Use, usize)]>,
}

/// One place of a gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Id {
    Own(usize),
    Row(u32),
}

/// How a name stands for its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Use {
    /// 钱塘区: the whole name.
    Full,
    /// 钱塘: another name that means the place anywhere.
    Short,
    /// 朝阳: another name that is an everyday word or several places', to be borne out by the page.
    Loose,
}

/// A name found at some point of a text.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    /// Bytes of the name.
    pub len: usize,
    pub usage: Use,
    /// The places it may mean, the largest first.
    pub places: Vec<Id>,
}

#[derive(Debug, Default)]
struct Index {
    /// Name to the first of a chain in `links`.
    by_name: FastMap<Cow<'static, str>, u32>,
    links: Vec<Link>,
    /// The first two characters of a name to the lengths in characters of such names, a bit each.
    lengths: FastMap<(char, char), u32>,
    /// A bit for the key of the first two characters of each name.
    pairs: Vec<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    row: u32,
    usage: Use,
    next: Option<u32>,
}

/// How many keys two characters may have.
const PAIRS: usize = 1 << 19;

/// A key that tells most pairs of characters apart.
fn pair(a: char, b: char) -> usize {
    ((a as usize * 37) ^ ((b as usize) << 3)) % PAIRS
}

static BUNDLED: LazyLock<Arc<Index>> = LazyLock::new(|| Arc::new(Index::build(&ROWS)));

impl Index {
    fn build(rows: &'static [Row]) -> Self {
        let mut index = Self::default();
        index.by_name.reserve(rows.len());
        index.pairs = vec![0; PAIRS / 64];
        // The last added comes first in its chain, so that the largest places must be added last.
        for (n, row) in rows.iter().enumerate().rev() {
            for other in row.others.split('|').filter(|other| !other.is_empty()) {
                let short = row.alone && !(row.kind == PlaceKind::Park && other.chars().count() < 3);
                index.add(other, n as u32, if short { Use::Short } else { Use::Loose });
            }
        }
        for (n, row) in rows.iter().enumerate().rev() {
            index.add(row.name, n as u32, Use::Full);
        }
        index
    }

    fn add(&mut self, name: &'static str, row: u32, usage: Use) {
        let name = fold(name);
        let mut chars = name.chars();
        let (Some(a), Some(b)) = (chars.next(), chars.next()) else { return };
        let key = pair(a, b);
        self.pairs[key / 64] |= 1 << (key % 64);
        *self.lengths.entry((a, b)).or_default() |= 1 << (chars.count() + 2).min(31);
        let next = self.by_name.insert(name, self.links.len() as u32);
        self.links.push(Link { row, usage, next });
    }

    fn chain(&self, name: &str) -> impl Iterator<Item = Link> + '_ {
        let link = |n: u32| self.links.get(n as usize).copied();
        std::iter::successors(self.by_name.get(name).and_then(|&n| link(n)), move |l| l.next.and_then(link))
    }
}

impl Gazetteer {
    /// The places that come with the program.
    #[must_use]
    pub fn bundled() -> Self {
        Self::with(&[])
    }

    /// The bundled places with the user's own before them.
    #[must_use]
    pub fn with(extra: &[Place]) -> Self {
        let own_names = extra.iter().enumerate().flat_map(|(n, place)| {
            let aliases = place.aliases.iter().map(|alias| (alias, Use::Short));
            let names = std::iter::once((&place.name, Use::Full)).chain(aliases);
            names.filter(|(name, _)| !name.is_empty()).map(move |(name, usage)| (fold(name).into_owned(), usage, n))
        });
        Self { own_names: own_names.collect(), own: extra.into(), bundled: BUNDLED.clone() }
    }

    /// The place of this name or alias; the largest where several share it. A zone called after its place is
    /// known by its shape: 嵊州高新区 lies in 嵊州市.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Option<Place> {
        let name = &*fold(name);
        self.ids(name).first().map(|&id| self.place(id)).or_else(|| self.by_shape(name))
    }

    /// Whether [`Self::lookup`] finds a place of this name.
    pub(crate) fn knows(&self, name: &str) -> bool {
        let name = &*fold(name);
        self.has(name) || self.by_shape(name).is_some()
    }

    /// The parents of a place, nearest first: 杭州市, 浙江省, 全国 for 钱塘区. Of several places of one name only
    /// the parents they share. Empty for an unknown name.
    #[must_use]
    pub fn parents(&self, name: &str) -> Vec<String> {
        self.parents_given(name, |_| false)
    }

    /// As [`Self::parents`], where of several places of one name those win that have a parent which is `known`.
    pub(super) fn parents_given(&self, name: &str, known: impl Fn(&str) -> bool) -> Vec<String> {
        let name = &*fold(name);
        let ids = self.ids(name);
        let Some(&first) = ids.first() else {
            return self.by_shape(name).and_then(|p| p.parent).map_or_else(Vec::new, |p| {
                let above = self.parents_given(&p, known);
                std::iter::once(p).chain(above).collect()
            });
        };
        let same = ids.iter().filter(|&&id| self.kind(id) == self.kind(first));
        let mut chains: Vec<Vec<String>> = same.map(|&id| self.chain(id)).collect();
        if let Some(found) = chains.iter().find(|chain| chain.iter().any(|p| known(p))) {
            return found.clone();
        }
        let mut shared = chains.pop().unwrap_or_default();
        shared.retain(|p| chains.iter().all(|chain| chain.contains(p)));
        shared
    }

    /// Whether a known name may begin with these two characters; most begin none.
    pub(super) fn may_begin(&self, a: char, b: char) -> bool {
        let key = pair(a, b);
        self.bundled.pairs[key / 64] >> (key % 64) & 1 == 1
            || self.own_names.iter().any(|(name, ..)| name.starts_with(a))
    }

    /// Whether a place lies in another, by the other's name.
    pub(super) fn lies_in(&self, id: Id, other: Id) -> bool {
        let (Id::Row(n), Id::Row(other)) = (id, other) else { return self.chain(id).contains(&self.name(other)) };
        let Some(other) = self.row(other) else { return false };
        let parent = |row: &&'static Row| row.parent.and_then(|n| self.row(n));
        std::iter::successors(self.row(n).as_ref().and_then(parent), parent).take(8).any(|row| row.name == other.name)
    }

    /// Every known name that the folded `text` begins with, the longest first.
    pub(super) fn hits(&self, text: &str) -> Vec<Hit> {
        let mut out: Vec<Hit> = Vec::new();
        let own = self.own_names.iter().filter(|(name, ..)| text.starts_with(name.as_str()));
        out.extend(own.map(|&(ref name, usage, n)| Hit { len: name.len(), usage, places: vec![Id::Own(n)] }));
        self.bundled_hits(text, &mut out);
        out.sort_by_key(|hit| std::cmp::Reverse(hit.len));
        out
    }

    fn bundled_hits(&self, text: &str, out: &mut Vec<Hit>) {
        let mut chars = text.chars();
        let (Some(a), Some(b)) = (chars.next(), chars.next()) else { return };
        let Some(&lengths) = self.bundled.lengths.get(&(a, b)) else { return };
        for (n, (i, c)) in text.char_indices().take(31).enumerate().skip(1) {
            match lengths >> (n + 1) {
                0 => break,
                rest if rest & 1 == 0 => continue,
                _ => {}
            }
            let len = i + c.len_utf8();
            let links = || self.bundled.chain(&text[..len]);
            let best = links().map(|l| l.usage).min_by_key(|&u| u as u8);
            if let Some(usage) = best.filter(|_| !out.iter().any(|hit| hit.len == len)) {
                let places = links().filter(|l| l.usage == usage).map(|l| Id::Row(l.row)).collect();
                out.push(Hit { len, usage, places });
            }
        }
    }

    fn ids(&self, name: &str) -> Vec<Id> {
        let own = self.own_names.iter().find(|(own, ..)| own == name).map(|&(.., n)| n);
        let rows = self.bundled.chain(name).map(|link| Id::Row(link.row));
        own.map(Id::Own).into_iter().chain(rows).collect()
    }

    fn has(&self, name: &str) -> bool {
        self.bundled.by_name.contains_key(name) || !self.own.is_empty() && !self.ids(name).is_empty()
    }

    /// 嵊州高新区: a place's short or full name and then a kind of zone.
    fn by_shape(&self, name: &str) -> Option<Place> {
        let zone = ["区", "园", "镇", "城", "港"].iter().any(|end| name.ends_with(end));
        let hit = self.hits(name).into_iter().find(|hit| zone && hit.len < name.len() && hit.usage != Use::Loose)?;
        let parent = self.name(*hit.places.first()?);
        Some(Place { name: name.to_owned(), parent: Some(parent), kind: PlaceKind::Park, aliases: Vec::new() })
    }

    /// Whether a name ends as those of parks and zones do: 东岸小镇. Names that no table holds are known by it.
    #[must_use]
    pub fn is_park_name(&self, name: &str) -> bool {
        WORDS.zone.longest_at_end(name) > 0
    }

    fn row(&self, n: u32) -> Option<&'static Row> {
        ROWS.get(n as usize)
    }

    pub(super) fn name(&self, id: Id) -> String {
        match id {
            Id::Own(n) => self.own.get(n).map_or_else(String::new, |p| p.name.clone()),
            Id::Row(n) => self.row(n).map_or_else(String::new, |r| r.name.to_owned()),
        }
    }

    /// The same, but a town as it is called: 三源浦镇 for 三源浦朝鲜族镇 where `printed` ends so.
    pub(super) fn name_as(&self, id: Id, printed: &str) -> String {
        let row = if let Id::Row(n) = id { self.row(n) } else { None };
        let others = row.filter(|row| row.kind == PlaceKind::Township).map_or("", |row| row.others);
        let called = others.split('|').find(|other| !other.is_empty() && printed.ends_with(other));
        called.map_or_else(|| self.name(id), str::to_owned)
    }

    pub(super) fn kind(&self, id: Id) -> PlaceKind {
        match id {
            Id::Own(n) => self.own.get(n).map_or(PlaceKind::Park, |p| p.kind),
            Id::Row(n) => self.row(n).map_or(PlaceKind::Park, |r| r.kind),
        }
    }

    /// The parents' names, nearest first.
    pub(super) fn chain(&self, id: Id) -> Vec<String> {
        let mut out = Vec::new();
        let mut next = Some(id);
        // Two places of the user's may each be said to lie in the other.
        while let Some(name) = next.and_then(|id| self.parent_of(id)).filter(|_| out.len() < 8) {
            next = self.above(next, &name);
            out.push(name);
        }
        out
    }

    fn parent_of(&self, id: Id) -> Option<String> {
        match id {
            Id::Own(n) => self.own.get(n)?.parent.clone(),
            Id::Row(n) => Some(self.row(self.row(n)?.parent?)?.name.to_owned()),
        }
    }

    /// The parent itself; a row's is known by its number, an own place's by its name.
    fn above(&self, id: Option<Id>, name: &str) -> Option<Id> {
        match id? {
            Id::Row(n) => self.row(n)?.parent.map(Id::Row),
            own => self.ids(&fold(name)).into_iter().find(|&above| above != own),
        }
    }

    fn place(&self, id: Id) -> Place {
        match id {
            Id::Own(n) if n < self.own.len() => self.own[n].clone(),
            Id::Own(_) => Place { name: String::new(), parent: None, kind: PlaceKind::Park, aliases: Vec::new() },
            Id::Row(n) => Place {
                name: self.name(id),
                parent: self.chain(id).into_iter().next(),
                kind: self.kind(id),
                aliases: self
                    .row(n)
                    .map_or("", |r| r.others)
                    .split('|')
                    .filter(|a| !a.is_empty())
                    .map(str::to_owned)
                    .collect(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_finds_its_place_and_parents() {
        let places = Gazetteer::bundled();
        assert_eq!(places.lookup("钱塘").map(|p| p.name), Some("钱塘区".to_owned()));
        assert_eq!(places.parents("钱塘区"), ["杭州市", "浙江省", "全国"]);
        assert_eq!(places.parents("大创小镇"), ["钱塘区", "杭州市", "浙江省", "全国"]);
        assert_eq!(places.parents("內湖區")[0], "臺北市");
    }

    #[test]
    fn places_of_one_name_share_only_their_common_parents() {
        let places = Gazetteer::bundled();
        assert_eq!(places.parents("鼓楼区"), ["全国"]);
        assert_eq!(places.parents_given("鼓楼区", |p| p == "福州市"), ["福州市", "福建省", "全国"]);
    }

    #[test]
    fn an_old_name_is_still_a_place() {
        assert_eq!(Gazetteer::bundled().lookup("江干区").and_then(|p| p.parent), Some("杭州市".to_owned()));
    }

    #[test]
    fn a_zone_called_after_its_place_lies_there() {
        let zone = Gazetteer::bundled().lookup("嵊州高新区").expect("zone");
        assert_eq!((zone.kind, zone.parent.as_deref()), (PlaceKind::Park, Some("嵊州市")));
    }

    #[test]
    fn the_users_places_come_first() {
        let own = Place {
            name: "望潮园区".into(),
            parent: Some("钱塘区".into()),
            kind: PlaceKind::Park,
            aliases: vec!["望潮".into(), "钱塘".into()],
        };
        let places = Gazetteer::with(&[own]);
        assert_eq!(places.lookup("钱塘").map(|p| p.name), Some("望潮园区".to_owned()));
        assert_eq!(places.parents("望潮"), ["钱塘区", "杭州市", "浙江省", "全国"]);
        assert_eq!(places.hits("望潮园区产值")[0].len, "望潮园区".len());
    }

    #[test]
    fn a_users_place_may_lie_in_another_of_them() {
        let own = |name: &str, parent: &str| Place {
            name: name.into(),
            parent: Some(parent.into()),
            kind: PlaceKind::Park,
            aliases: Vec::new(),
        };
        let places = Gazetteer::with(&[own("听涛小院", "望潮园区"), own("望潮园区", "钱塘")]);
        assert_eq!(places.parents("听涛小院"), ["望潮园区", "钱塘", "杭州市", "浙江省", "全国"]);
        let round = Gazetteer::with(&[own("听涛小院", "望潮园区"), own("望潮园区", "听涛小院")]);
        assert!(round.parents("听涛小院").len() <= 8);
    }
}
