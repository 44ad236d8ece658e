//! Finds every name in a text: known places, and by their endings zones, organisations, projects and events.

use super::bound::left_bound;
use super::lexicon::{Cue, Level, WORDS, cues};
use super::mention::Form;
use super::places::{PlaceHit, Which, place_hits};
use super::segment::{lines, sentences};
use super::{Gazetteer, SubjectKind, SubjectMention, alias, class, defined, facility, fold};
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
        for len in [two, WORDS.zone_again.longest_at_end(name), WORDS.project_again.longest_at_end(name)] {
            out.entry(name[name.len() - len..].to_owned()).or_insert(mention.range.start);
        }
    }
    out
}

/// 该生产线 and 产业园 are words like others where nothing of the kind has a name.
fn points_nowhere(mention: &SubjectMention, kinds: &FastMap<String, usize>) -> bool {
    let name = &mention.name;
    let again = WORDS.project_again.has(name);
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

/// 江海生产线|、销售及研发基地项目: further parts of one project, none with a name of its own.
fn list_of_parts(rest: &str) -> usize {
    let Some(end) = rest.starts_with('、').then(|| rest.find("项目")).flatten() else { return 0 };
    let parts = &rest["、".len()..end];
    let plain =
        parts.chars().count() <= 16 && WORDS.generic.uncovered(parts) < 2 && !parts.contains(['，', '。', '；']);
    if plain { end + "项目".len() } else { 0 }
}

/// 三江 of 三江新区: a numeral and a character that no measure is.
fn numbered(own: &str) -> bool {
    let mut chars = own.chars();
    let numeral = chars.next().is_some_and(|c| "二三四五六七八九十两".contains(c));
    let next =
        chars.next().is_some_and(|c| c.is_alphabetic() && !"个大家座条期批级类项年月日号流等化是新网金".contains(c));
    numeral && next && chars.next().is_none() && WORDS.generic.uncovered(own) == 1
}

/// What a natural park is said to be within its name.
const GRADES: [&str; 4] = ["国家级", "国家", "省级", "市级"];

struct Look<'a> {
    /// Folded, for matching.
    text: &'a str,
    /// The same as it is printed, for names.
    printed: &'a str,
    places: &'a Gazetteer,
    hits: &'a [PlaceHit],
    /// Whether the text has a community's name again, for those asked for.
    again: RefCell<FastMap<&'a str, bool>>,
    /// Whether it speaks of a firm by this short name, for those asked for.
    firms: RefCell<FastMap<&'a str, bool>>,
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

    /// 该|种植基地, 这座|产业园: a kind that points back to one of its kind.
    fn pointing(&self, ending: Span, cue: Cue) -> Option<SubjectMention> {
        let level = match cue {
            Cue::Zone => Level::Zone,
            Cue::Organisation => Level::Organisation,
            Cue::Project => Level::Project,
            _ => return None,
        };
        let stem = self.text[..ending.start].char_indices().rev().take(6).map(|(at, _)| at);
        let starts = std::iter::once(ending.start).chain(stem);
        let at = starts.into_iter().find_map(|at| {
            let len = WORDS.pointer.longest_at_end(&self.text[..at]);
            (len > 0).then_some((at - len, at))
        });
        let plain = |words: &str| words.chars().all(char::is_alphanumeric) && WORDS.generic.uncovered(words) == 0;
        let (start, kind) = at.filter(|&(_, kind)| plain(&self.text[kind..ending.start]))?;
        let range = Span::new(start, ending.end);
        let mut mention = SubjectMention::new(range, &self.printed[kind..ending.end], SubjectKind::Deictic);
        mention.form = Form::Deictic(level);
        Some(mention)
    }

    /// 国家统计局数据 tell of the country; what 财政部 itself does is its own.
    fn ministry(&self, range: Span) -> SubjectMention {
        let rest = self.text[range.end..].trim_start_matches(['的', '等']);
        if WORDS.speaks.longest_at_start(rest) == 0 && rest.starts_with(|c: char| c.is_alphabetic()) {
            return SubjectMention::new(range, range.slice(self.printed), SubjectKind::Organisation);
        }
        let mut mention = SubjectMention::new(range, "全国", SubjectKind::Place(PlaceKind::Country));
        mention.form = Form::Agency;
        mention
    }

    /// A known place, and whether it only stands in a newspaper's name or a dateline.
    fn place(&self, hit: &PlaceHit) -> Option<SubjectMention> {
        let after = &self.text[hit.range.end..];
        let day = after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'));
        let dateline = day.len() < after.len() && (day.starts_with('讯') || day.starts_with('电'));
        // 江城市|发布岗位, but 江城发布 is an account.
        let full = hit.range.slice(self.text).ends_with(['市', '县', '区', '省', '旗']);
        let account = WORDS.media.longest_at_start(after) > "网".len() && !(full && after.starts_with("发布"));
        let byline = dateline || account || after.starts_with('网');
        let (name, kind, parent) = match hit.which {
            Which::Known(id) => (self.places.name(id), self.places.kind(id), None),
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
    fn hit_from(&self, at: usize) -> Option<&PlaceHit> {
        let n = self.hits.partition_point(|hit| hit.range.start < at);
        self.hits.get(n).filter(|hit| hit.range.start == at)
    }

    /// The known place that ends at `at`.
    fn hit_up_to(&self, at: usize) -> Option<&PlaceHit> {
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
    fn start(&self, ending: Span) -> usize {
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
    fn after_place<'t>(&self, at: usize, stem: &'t str) -> (bool, &'t str) {
        let hit = self.hit_from(at).filter(|hit| hit.range.end - at <= stem.len());
        hit.map_or((false, stem), |hit| (true, &stem[hit.range.end - at..]))
    }

    fn zone(&self, ending: Span) -> Option<SubjectMention> {
        if self.ends_no_zone(ending) {
            return None;
        }
        let start = self.graded(ending, self.start(ending));
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
        let named = (WORDS.generic.uncovered(graded) >= 2 || numbered(own)) && !graded.ends_with('级');
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

    /// 7.67港|元, 公|园区|域: the ending is part of other words.
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
    fn village(&self, ending: Span) -> Option<SubjectMention> {
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

    /// 县|第一中学, 临江县|第二小学: where it begins, with the level or place before the number.
    fn numbered_school(&self, start: usize) -> Option<usize> {
        let before = self.text[..start].trim_end_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
        let before = before.strip_suffix('第').filter(|b| b.len() + "第".len() < start)?;
        let place = self.hit_up_to(before.len()).map(|hit| hit.range.start);
        let level = || before.strip_suffix(['县', '市', '区', '镇', '乡', '州']).map(str::len);
        place.or_else(level)
    }

    fn organisation(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.start(ending);
        let start = self.numbered_school(start).unwrap_or(start);
        let stem = &self.text[start..ending.start];
        let (placed, own) = self.after_place(start, stem);
        let institute = [
            "大学",
            "学院",
            "医院",
            "银行",
            "农商行",
            "教科院",
            "农科院",
            "科学院",
            "研究院",
            "设计院",
            "博物馆",
            "图书馆",
            "联合会",
            "商会",
            "协会",
            "总会",
            "交易所",
        ]
        .contains(&ending.slice(self.text));
        let school = ["中学", "小学", "幼儿园", "学校", "卫生院", "國小", "國中"].contains(&ending.slice(self.text));
        // 县第一中学, 丰林镇中心小学
        let of_level = (institute || school)
            && stem.starts_with(['县', '市', '区', '州', '镇', '乡'])
            && stem.chars().nth(1).is_some_and(|c| !"级属城内民镇域直区县市外场里各".contains(c));
        let named = WORDS.describing.uncovered(own).min(WORDS.generic.uncovered(own)) >= 2;
        // 昆明花拍中心, but 研发中心
        if ending.slice(self.text) == "中心" && !(placed && named && WORDS.centre.uncovered(own) >= 2) {
            return None;
        }
        // 昆山城市建设投资有限公司 has no other name than what it does.
        let named = named || placed && !own.is_empty() && ending.slice(self.text).ends_with("有限公司");
        (named || of_level || placed && (institute || school && !own.is_empty())).then(|| {
            SubjectMention::new(
                Span::new(start, ending.end),
                &self.printed[start..ending.end],
                SubjectKind::Organisation,
            )
        })
    }

    fn project(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.past_verbs(self.joined(ending, self.start(ending)), ending);
        let stem = &self.text[start..ending.start];
        let word = ending.slice(self.text);
        let (placed, own) = self.after_place(start, stem);
        let works = [
            "大道",
            "大桥",
            "特大桥",
            "隧道",
            "高速",
            "高速公路",
            "铁路",
            "机场",
            "水库",
            "水电站",
            "东站",
            "西站",
            "南站",
            "北站",
            "火车站",
            "高铁站",
        ]
        .contains(&word);
        let line = || ["线", "路", "公路", "高速", "高铁", "大道"].iter().any(|road| stem.contains(road));
        if stem.is_empty() && WORDS.project_again.has(word) {
            let mut again = SubjectMention::new(ending, word, SubjectKind::Deictic);
            again.form = Form::Deictic(Level::Project);
            return Some(again);
        }
        // 机器高速|运转, 湖北省|高速公路
        let speed = ["运转", "发展", "增长", "推进", "旋转", "行驶", "运行", "成长", "扩张", "流动"];
        let speeding = word == "高速" && speed.iter().any(|verb| self.text[ending.end..].starts_with(verb));
        let class = own.is_empty() && stem.ends_with(['省', '市', '县', '区']);
        if speeding || class {
            return None;
        }
        let country = stem == "全国" || stem == "中国";
        let metro = word == "号线" && own.ends_with(|c: char| c.is_ascii_digit()) || own.contains("号线");
        let named = WORDS.generic.uncovered(own) >= 2 || placed && works && own.is_empty() || metro;
        if country || !named || word == "段" && !line() {
            return None;
        }
        let rest = &self.text[ending.end..];
        let phase = rest.len() - WORDS.phase.strip_front(rest).len();
        let range = Span::new(start, ending.end + phase + list_of_parts(&rest[phase..]));
        Some(SubjectMention::new(range, range.slice(self.printed), SubjectKind::Project))
    }

    /// 建设|日产6200吨生产线, but 建设路改造工程.
    fn past_verbs(&self, start: usize, ending: Span) -> usize {
        let stem = &self.text[start..ending.start];
        let verb = ["主要建设", "建设", "新建", "兴建", "续建", "扩建"].iter().find_map(|verb| stem.strip_prefix(verb));
        let rest = verb.filter(|rest| {
            rest.chars().count() > 2 && !rest.starts_with(['路', '街', '大', '村', '镇', '乡', '银', '集'])
        });
        rest.map_or(start, |rest| ending.start - rest.len())
    }

    /// 己内酰胺搬迁|与|升级发展项目: a name at the head of a clause may hold 与 where what follows is no name by itself.
    fn joined(&self, ending: Span, start: usize) -> usize {
        let Some(before) = self.text[..start].strip_suffix(['与', '暨']) else { return start };
        if WORDS.generic.uncovered(&self.text[start..ending.start]) >= 2 {
            return start;
        }
        let from = left_bound(self.text, Span::new(before.len(), start), self.hits);
        let opens = self.text[..from].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '、');
        if opens && from < before.len() && WORDS.generic.uncovered(&self.text[from..before.len()]) >= 2 {
            from
        } else {
            start
        }
    }

    fn event(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.start(ending);
        let (placed, own) = self.after_place(start, &self.text[start..ending.start]);
        let range = Span::new(start, ending.end);
        // 浦江镇…开工仪式: the place stays to be found by itself.
        (!placed && own.chars().count() >= 2)
            .then(|| SubjectMention::new(range, range.slice(self.printed), SubjectKind::Event))
    }

    /// 江北区建设局 speaks for 江北区, 县发改局 for the county of the text.
    fn agency(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.start(ending);
        let upto = self.hits.partition_point(|hit| hit.range.end <= ending.start);
        let hit = self.hits[..upto].last().filter(|hit| hit.range.start >= start);
        if let Some(hit) = hit.filter(|hit| self.text[hit.range.end..ending.start].chars().count() <= 8) {
            let between = &self.text[hit.range.end..ending.start];
            // 千灯镇歇马桥村|党支部书记 speaks for the village.
            let village = ["村", "社区"].iter().find_map(|end| Some((between.rfind(end)?, end.len())));
            let of_village =
                village.and_then(|(at, len)| self.village(Span::new(hit.range.end + at, hit.range.end + at + len)));
            // 江海市高新区|管委会 speaks for the zone.
            let zone = WORDS.bare_zone.longest_at_end(between);
            let of_zone = (zone > 0 && zone == between.len())
                .then(|| self.zone(Span::new(hit.range.end, ending.start)))
                .flatten();
            let mut mention = of_village.or(of_zone).or_else(|| self.place(hit))?;
            mention.range = Span::new(hit.range.start, ending.end);
            mention.form = Form::Agency;
            return Some(mention);
        }
        let words = &self.text[start..ending.end];
        let level = match words.chars().next()? {
            '省' => Level::Province,
            '市' => Level::City,
            '区' => Level::District,
            '县' => Level::County,
            '镇' => Level::Town,
            _ => return None,
        };
        let mut mention = SubjectMention::new(Span::new(start, ending.end), words, SubjectKind::Deictic);
        mention.form = Form::Deictic(level);
        (words.chars().count() <= 14).then_some(mention)
    }

    fn repeats(&self, name: &'a str) -> bool {
        *self.again.borrow_mut().entry(name).or_insert_with(|| self.text.matches(name).nth(1).is_some())
    }

    /// Three times, and something is said of it once.
    fn speaks_of(&self, name: &'a str) -> bool {
        let said = |end: usize| self.text[end..].starts_with(['是', '将', '已', '在', '的', '与', '从', '也', '正']);
        *self.firms.borrow_mut().entry(name).or_insert_with(|| {
            let ends = || self.text.match_indices(name).map(|(at, _)| at + name.len());
            ends().nth(2).is_some() && ends().any(said)
        })
    }

    /// 北银房产: two characters that are no word of description, and a trade; three times on the page, and
    /// something said of it once.
    fn short_firm(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.start(ending);
        let stem = &self.text[start..ending.start];
        let (placed, own) = self.after_place(start, stem);
        let named = (2..=4).contains(&own.chars().count()) && WORDS.generic.uncovered(own) == own.chars().count();
        let range = Span::new(start, ending.end);
        let name = range.slice(self.text);
        let known = WORDS.describing.uncovered(own) == own.chars().count()
            && WORDS.opener.uncovered(own) == own.chars().count();
        // 越秀地产: after a place's short name only what no place has by itself.
        let firm = self.hit_from(start).is_some_and(|hit| hit.range.end == ending.start)
            && ["地产", "置业", "控股", "证券", "信托"].contains(&ending.slice(self.text))
            && !["市", "行", "业", "交", "企", "开", "项"].iter().any(|c| self.text[ending.end..].starts_with(c));
        // 投资1.5亿元的|长江食品
        let invested = ["亿元的", "万元的"].iter().any(|amount| self.text[..start].ends_with(amount));
        let ends = ["、投资", "、总投资", "等", "，", "。", "项目"];
        let ends = ends.iter().any(|end| self.text[ending.end..].starts_with(end));
        let described = invested && ends && named && !placed;
        if firm || described {
            return Some(SubjectMention::new(range, range.slice(self.printed), SubjectKind::Organisation));
        }
        (named && known && !placed && self.speaks_of(name))
            .then(|| SubjectMention::new(range, range.slice(self.printed), SubjectKind::Organisation))
    }

    fn firm(&self, range: Span) -> Option<SubjectMention> {
        let name = range.slice(self.text);
        let cut = name.ends_with('汽') && self.text[range.end..].starts_with('车');
        // 贵州|茅台: the place before belongs to the name.
        let place = self.hit_up_to(range.start).map(|hit| hit.range.start);
        let range = Span::new(place.unwrap_or(range.start), range.end);
        (!cut).then(|| SubjectMention::new(range, range.slice(self.printed), SubjectKind::Organisation))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_asked_once_whether_it_speaks_of_a_firm() {
        let text = "望潮房产，".repeat(500);
        let places = Gazetteer::bundled();
        let firms = RefCell::default();
        let look = Look { text: &text, printed: &text, places: &places, hits: &[], again: RefCell::default(), firms };
        let ends = text.match_indices("房产").map(|(at, word)| Span::new(at, at + word.len()));
        assert_eq!(ends.filter_map(|end| look.short_firm(end)).count(), 0);
        assert_eq!(look.firms.borrow().len(), 1);
    }
}
