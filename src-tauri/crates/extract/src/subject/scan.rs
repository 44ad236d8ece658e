//! Finds every name in a text: known places, and by their endings zones and villages.
//!
//! Leaves firms and offices to `bodies`, projects and events to `works`.

use super::bound::left_bound;
use super::lexicon::{Cue, Level, WORDS, cues};
use super::mention::Form;
use super::places::{PlaceHit, Which, place_hits};
use super::segment::{lines, sentences};
use super::{Gazetteer, SubjectKind, SubjectMention, alias, class, defined, facility, fold, quoted};
use crate::hash::FastMap;
use std::cell::RefCell;
use tidemark_model::{PlaceKind, Span};

/// Names in `text` in order, none overlapping. `home` is the issue's own place, whose short name always counts.
#[must_use]
pub fn scan(text: &str, places: &Gazetteer, home: Option<&str>) -> Vec<SubjectMention> {
    scan_folded(&fold(text), text, places, home)
}

/// The same for a text that is folded already.
pub(super) fn scan_folded(text: &str, printed: &str, places: &Gazetteer, home: Option<&str>) -> Vec<SubjectMention> {
    let hits = place_hits(text, places, home);
    let look = Look { text, printed, places, hits: &hits, again: RefCell::default(), firms: RefCell::default() };
    let mut found: Vec<SubjectMention> =
        cues(text).into_iter().filter_map(|(range, cue)| look.named(range, cue)).collect();
    found.retain(|mention| !class::is_class(text, mention));
    found.extend(hits.iter().filter_map(|hit| look.place(hit)));
    let told = sentences(text, &lines(text));
    found.extend(defined::firms(text, printed, &told));
    found.extend(facility::named(text, printed, &told, &hits));
    found.extend(quoted::named(text, printed));
    let more = alias::mentions(text, &found, &hits);
    found.extend(more);
    let mut found = longest(found);
    found.iter_mut().for_each(|mention| look.give_parent(mention));
    let kinds = kinds_named(&found);
    found.retain(|mention| !points_nowhere(mention, &kinds));
    found
}

/// How named things end, each with where the first of them stands: 产业园, 基地.
fn kinds_named(found: &[SubjectMention]) -> FastMap<String, usize> {
    let mut out = FastMap::default();
    for mention in found.iter().filter(|m| m.form == Form::Name) {
        let name = &mention.name;
        let two = name.char_indices().rev().nth(1).map_or(name.len(), |(at, _)| name.len() - at);
        for len in [two, WORDS.zone_again.longest_at_end(name), WORDS.again.longest_at_end(name)] {
            out.entry(name[name.len() - len..].to_owned()).or_insert(mention.range.start);
        }
    }
    out
}

/// 该生产线 and 产业园 are words like others where nothing of the kind has a name.
fn points_nowhere(mention: &SubjectMention, kinds: &FastMap<String, usize>) -> bool {
    let name = &mention.name;
    let again = WORDS.again.has(name);
    match mention.form {
        Form::Bare => WORDS.zone_again.has(name) && !kinds.contains_key(name),
        Form::Deictic(Level::Zone | Level::Organisation | Level::Project)
            if again || mention.range.end - mention.range.start > name.len() =>
        {
            let two = name.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
            let kind = if again { name } else { &name[two..] };
            kinds.get(kind).is_none_or(|&first| first >= mention.range.start)
        }
        _ => false,
    }
}

/// Of overlapping names the longest.
fn longest(mut found: Vec<SubjectMention>) -> Vec<SubjectMention> {
    found.sort_by_key(|m| {
        (std::cmp::Reverse(m.range.end - m.range.start), m.range.start, matches!(m.form, Form::Deictic(_)))
    });
    let mut out: Vec<SubjectMention> = Vec::with_capacity(found.len());
    let mut taken = std::collections::BTreeMap::new();
    for mention in found {
        let before = taken.range(..mention.range.end).next_back().map(|(_, &end): (&usize, &usize)| end);
        if before.is_none_or(|end| end <= mention.range.start) {
            taken.insert(mention.range.start, mention.range.end);
            out.push(mention);
        }
    }
    out.sort_by_key(|m| m.range.start);
    out
}

/// 三江 of 三江新区: a numeral and a character that no measure is.
pub(super) fn numbered(own: &str) -> bool {
    let mut chars = own.chars();
    let numeral = chars.next().is_some_and(|c| "二三四五六七八九十两".contains(c));
    let next =
        chars.next().is_some_and(|c| c.is_alphabetic() && !"个大家座条期批级类项年月日号流等化是新网金".contains(c));
    numeral && next && chars.next().is_none() && WORDS.generic.uncovered(own) == 1
}

/// 规划建设|望潮产业区
fn past_plans(text: &str, start: usize) -> usize {
    let stem = &text[start..];
    let rest = ["规划建设", "计划建设", "启动建设"].iter().find_map(|verb| stem.strip_prefix(verb));
    rest.filter(|rest| WORDS.generic.uncovered(rest) >= 2).map_or(start, |rest| text.len() - rest.len())
}

/// 复合型特色|小镇: of what type it is.
fn typed(own: &str) -> bool {
    WORDS.generic.strip_end(own).ends_with(['型', '式'])
}

/// What a natural park is said to be within its name.
const GRADES: [&str; 4] = ["国家级", "国家", "省级", "市级"];

/// A text with its places, to be asked for names.
pub(super) struct Look<'a> {
    /// Folded, for matching.
    pub(super) text: &'a str,
    /// The same as it is printed, for names.
    pub(super) printed: &'a str,
    pub(super) places: &'a Gazetteer,
    pub(super) hits: &'a [PlaceHit],
    /// Whether the text has a community's name again, for those asked for.
    pub(super) again: RefCell<FastMap<&'a str, bool>>,
    /// Whether it speaks of a firm by this short name, for those asked for.
    pub(super) firms: RefCell<FastMap<&'a str, bool>>,
}

impl<'a> Look<'a> {
    fn named(&self, range: Span, cue: Cue) -> Option<SubjectMention> {
        if let Some(pointing) = self.pointing(range, cue) {
            return Some(pointing);
        }
        match cue {
            Cue::Zone => self.zone(range),
            Cue::Village => self.village(range),
            Cue::Organisation => self.organisation(range),
            Cue::Project => self.project(range),
            Cue::Event => self.event(range),
            Cue::Agency => self.agency(range),
            Cue::National => Some(self.ministry(range)),
            Cue::Firm => self.firm(range),
            Cue::Trade => self.short_firm(range),
            Cue::Deictic(level) => self.deictic(range, level),
        }
    }

    /// A known place, and whether it only stands in a newspaper's name or a dateline.
    pub(super) fn place(&self, hit: &PlaceHit) -> Option<SubjectMention> {
        let after = &self.text[hit.range.end..];
        let day = after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'));
        let dateline = day.len() < after.len() && (day.starts_with('讯') || day.starts_with('电'));
        // 江城市|发布岗位, but 江城发布 is an account.
        let full = hit.range.slice(self.text).ends_with(['市', '县', '区', '省', '旗']);
        let account = WORDS.media.longest_at_start(after) > "网".len() && !(full && after.starts_with("发布"));
        let byline = dateline || account || after.starts_with('网');
        let (name, kind, parent) = match hit.which {
            Which::Known(id) => (self.places.name_as(id, hit.range.slice(self.text)), self.places.kind(id), None),
            Which::Coined { name, kind, parent } => (name.slice(self.printed).to_owned(), kind, parent),
        };
        let mut mention = SubjectMention::new(hit.range, name, SubjectKind::Place(kind));
        mention.parent = parent.map(|parent| self.full_name(parent));
        if byline {
            mention.form = Form::Byline;
        }
        Some(mention)
    }

    /// The known place that begins at `at`.
    pub(super) fn hit_from(&self, at: usize) -> Option<&PlaceHit> {
        let n = self.hits.partition_point(|hit| hit.range.start < at);
        self.hits.get(n).filter(|hit| hit.range.start == at)
    }

    /// The known place that ends at `at`.
    pub(super) fn hit_up_to(&self, at: usize) -> Option<&PlaceHit> {
        let n = self.hits.partition_point(|hit| hit.range.end < at);
        self.hits.get(n).filter(|hit| hit.range.end == at)
    }

    /// 保康县|供销合作社 lies in 保康县.
    fn give_parent(&self, mention: &mut SubjectMention) {
        let shaped = matches!(mention.kind, SubjectKind::Organisation | SubjectKind::Project)
            || mention.kind == SubjectKind::Place(PlaceKind::Park);
        let hit = self.hit_from(mention.range.start).filter(|hit| shaped && hit.range.end < mention.range.end);
        if let Some(hit) = hit.filter(|_| mention.parent.is_none()) {
            mention.parent = match hit.which {
                Which::Known(id) => Some(self.places.name(id)),
                Which::Coined { name, .. } => Some(name.slice(self.printed).to_owned()),
            };
        }
    }

    /// The official name of a place that stands there: 浙江省 for 浙江.
    fn full_name(&self, place: Span) -> String {
        let printed = place.slice(self.printed);
        self.places.lookup(printed).map_or_else(|| printed.to_owned(), |place| place.name)
    }

    /// Where a name with this ending begins: 另|临江区工厂, not at a connective before a place.
    pub(super) fn start(&self, ending: Span) -> usize {
        let start = left_bound(self.text, ending, self.hits);
        let stem = &self.text[start..ending.start];
        let cut = ending.start - WORDS.opener.strip_front(stem).len();
        // 民企|湖南江海有限公司
        let told = ending.start - WORDS.describing.strip_front(stem).len();
        // 该|区共有产业园
        let pointed = self.text[..start].ends_with(['该', '我', '本'])
            && stem.starts_with(['省', '市', '区', '县', '镇', '乡', '村']);
        if pointed {
            return ending.start;
        }
        [cut, told].into_iter().find(|&cut| self.hit_from(cut).is_some()).unwrap_or(start)
    }

    /// The place that begins at `at`, and what of `stem` follows it.
    pub(super) fn after_place<'t>(&self, at: usize, stem: &'t str) -> (bool, &'t str) {
        let hit = self.hit_from(at).filter(|hit| hit.range.end - at <= stem.len());
        hit.map_or((false, stem), |hit| (true, &stem[hit.range.end - at..]))
    }

    pub(super) fn zone(&self, ending: Span) -> Option<SubjectMention> {
        if self.ends_no_zone(ending) {
            return None;
        }
        let start = past_plans(&self.text[..ending.start], self.graded(ending, self.start(ending)));
        let stem = &self.text[start..ending.start];
        let word = ending.slice(self.text);
        // 一季度|开发区
        let dated =
            WORDS.opener.strip_front(stem.trim_start_matches(|c: char| c.is_ascii_digit() || "年月日".contains(c)));
        let level = stem.starts_with(['县', '市', '区', '州']) && WORDS.generic.uncovered(stem) == 0;
        let level = level && (stem.chars().count() > 1 || WORDS.bare_zone.has(word));
        if stem.is_empty() || dated.is_empty() {
            let mut bare = SubjectMention::new(ending, word, SubjectKind::Place(PlaceKind::Park));
            bare.form = Form::Bare;
            return (WORDS.bare_zone.has(word) || WORDS.zone_again.has(word)).then_some(bare);
        }
        let (placed, own) = self.after_place(start, stem);
        // A级|景区 is a kind, 望潮河省级|湿地公园 a name.
        let graded = GRADES.iter().find_map(|grade| own.strip_suffix(grade)).unwrap_or(own);
        let named = (WORDS.generic.uncovered(graded) >= 2 || numbered(own)) && !graded.ends_with('级') && !typed(own);
        if !placed && !named && !level {
            return None;
        }
        let range = Span::new(start, ending.end);
        // 江海市|望潮产业园 without its parent, but 成都平原经济区.
        let parent =
            stem[..stem.len() - own.len()].ends_with(['省', '市', '州', '盟', '区', '县', '旗', '镇', '乡', '道']);
        let from = if parent && named {
            ending.start - own.len()
        } else {
            start + if named || !placed { 0 } else { self.parents_len(stem) }
        };
        let name = &self.printed[from..ending.end];
        let known = self.places.lookup(range.slice(self.text)).or_else(|| self.places.lookup(name));
        let known = known.filter(|place| !(placed && named || from > start) || place.name != range.slice(self.printed));
        let name = known.map_or_else(|| name.to_owned(), |place| place.name);
        Some(SubjectMention::new(range, name, SubjectKind::Place(PlaceKind::Park)))
    }

    /// 宁波市北仑区|大榭: how much of a place's name is its parents.
    fn parents_len(&self, stem: &str) -> usize {
        let last = stem.char_indices().next_back().map_or(0, |(at, _)| at);
        let end = stem[..last].rfind(['省', '市', '州', '盟', '区', '县', '旗']).map_or(0, |at| at + '省'.len_utf8());
        if stem[end..].chars().count() > 1 { end } else { 0 }
    }

    /// 5.42港|元, 公|园区|域: the ending is part of other words.
    fn ends_no_zone(&self, ending: Span) -> bool {
        let (word, before, rest) = (ending.slice(self.text), &self.text[..ending.start], &self.text[ending.end..]);
        word.ends_with('港')
            && (rest.starts_with(['元', '股', '币', '交', '人', '澳'])
                || before.ends_with(|c: char| c.is_ascii_digit()))
            || word.ends_with('区') && rest.starts_with(['域', '别', '划', '间', '块'])
            || word.starts_with('园') && before.ends_with('公')
    }

    /// 望潮河|省级|湿地公园: the name of a natural park goes on before its grade.
    fn graded(&self, ending: Span, start: usize) -> usize {
        let park = ["公园", "保护区", "风景区", "名胜区"].iter().any(|end| ending.slice(self.text).ends_with(end));
        let own = &self.text[start..ending.start];
        let before = &self.text[..start];
        let grade = GRADES.iter().find(|grade| before.ends_with(**grade));
        match grade.filter(|_| park && WORDS.generic.uncovered(own) < 2) {
            Some(grade) => left_bound(self.text, Span::new(start - grade.len(), start), self.hits),
            None => start,
        }
    }

    /// 龙场镇青山村, 青山村党支部; not 贫困村, 乡村, 青山村民.
    pub(super) fn village(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.start(ending);
        let stem = &self.text[start..ending.start];
        let (placed, own) = self.after_place(start, stem);
        let count = own.chars().count();
        let runs_on =
            || self.text[ending.end..].starts_with(['民', '庄', '级', '落', '里', '容', '镇', '寨', '企', '务', '干']);
        let han = own.chars().all(|c| c.is_alphabetic() && !c.is_ascii());
        // 开展社区…: a name without its town counts for a community only where the text repeats it.
        let word = ending.slice(self.text);
        let again = || self.repeats(&self.text[ending.start - own.len()..ending.end]);
        let placed = placed && (word == "村" || count > 1) || word != "村" && again();
        let fits = word == "村" || placed;
        let fits = fits && if placed { (1..=4).contains(&count) } else { (2..=4).contains(&count) && !runs_on() };
        if !fits || !han || WORDS.plain_village.longest_at_end(own) > 0 || WORDS.plain_village.longest_at_start(own) > 0
        {
            return None;
        }
        let range = Span::new(start, ending.end);
        let name = &self.printed[ending.start - own.len()..ending.end];
        Some(SubjectMention::new(range, name, SubjectKind::Place(PlaceKind::Township)))
    }

    fn repeats(&self, name: &'a str) -> bool {
        *self.again.borrow_mut().entry(name).or_insert_with(|| self.text.matches(name).nth(1).is_some())
    }

    fn deictic(&self, range: Span, level: Level) -> Option<SubjectMention> {
        let word = range.slice(self.text);
        let before = self.text[..range.start].chars().next_back().unwrap_or(' ');
        let other = word.starts_with('全') && "安完健齐保".contains(before) || self.text[range.end..].starts_with('场');
        let (kind, form) = match level {
            Level::Nation => (SubjectKind::Place(PlaceKind::Country), Form::Name),
            _ => (SubjectKind::Deictic, Form::Deictic(level)),
        };
        let name = if level == Level::Nation { "全国" } else { word };
        let mut mention = SubjectMention::new(range, name, kind);
        mention.form = form;
        (!other).then_some(mention)
    }
}
