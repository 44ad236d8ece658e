//! What a deictic stands for: 全市 the city the article is about, 该公司 the firm named last, 高新区 after 济宁高新区 that zone.

use super::context::SubjectContext;
use super::index::REACH;
use super::lexicon::{Level, WORDS};
use super::mention::Form;
use super::role::Role;
use super::theme::Theme;
use super::{SubjectKind, SubjectMention};
use tidemark_model::PlaceKind;

/// How many names around are asked where they lie.
const NEAR: usize = 20;

impl SubjectContext<'_> {
    /// Gives every mention its meaning, in order: a later one may point to an earlier.
    pub(super) fn resolve_all(&mut self) {
        for n in 0..self.mentions.len() {
            let meant = match self.mentions[n].form {
                Form::Deictic(level) => self.antecedent(n, level),
                Form::Bare => self.fuller_zone(n).or_else(|| {
                    let alone = !WORDS.zone_again.has(&self.mentions[n].name);
                    alone.then(|| self.itself(n))
                }),
                _ => Some(self.itself(n)),
            };
            if let Some(meant) = &meant {
                *self.index.meant.entry(meant.name.clone()).or_default() += 1;
            }
            self.meant.push(meant);
        }
    }

    fn itself(&self, n: usize) -> Theme {
        let mention = &self.mentions[n];
        Theme { name: mention.name.clone(), kind: mention.kind, span: Some(mention.range) }
    }

    /// 高新区 after 济宁高新区 is 济宁高新区.
    fn fuller_zone(&self, n: usize) -> Option<Theme> {
        let word = &self.mentions[n].name;
        let fuller = |m: &&SubjectMention| m.name.ends_with(word.as_str());
        let zones = &self.index.zones;
        let (before, after) = zones.split_at(zones.partition_point(|&m| m < n));
        let named = |&m: &usize| &self.mentions[m];
        let earlier = before.iter().rev().take(REACH).map(named).find(fuller);
        let found = earlier.or_else(|| after.iter().take(REACH).map(named).find(fuller))?;
        Some(Theme { name: found.name.clone(), kind: found.kind, span: Some(found.range) })
    }

    /// What a deictic stands for.
    fn antecedent(&self, n: usize, level: Level) -> Option<Theme> {
        if let Some(same) = self.of_its_kind(n, level) {
            return Some(same);
        }
        if let Some(profiled) = self.profiled(self.mentions[n].range.start).filter(|theme| stands_for(level, theme)) {
            return Some(profiled);
        }
        match level {
            Level::Organisation => self.last_named(n, SubjectKind::Organisation).filter(|_| self.points_to_firm(n)),
            Level::Project => {
                let works = || self.last_works(n);
                self.headed(n).or_else(works).or_else(|| self.last_project(n))
            }
            Level::Event => self.last_named(n, SubjectKind::Organisation),
            Level::Zone => self.last_named(n, SubjectKind::Place(PlaceKind::Park)),
            _ => self.place_at_level(n, level),
        }
    }

    /// The name in the heading of the section in which a byte stands.
    pub(super) fn profiled(&self, at: usize) -> Option<Theme> {
        let line = self.sections.partition_point(|(line, _)| line.start <= at).checked_sub(1)?;
        self.sections[line].1.map(|n| self.itself(n))
    }

    /// 该种植基地: the last name before that ends as it does.
    fn of_its_kind(&self, n: usize, level: Level) -> Option<Theme> {
        let mention = &self.mentions[n];
        let points = matches!(level, Level::Zone | Level::Organisation | Level::Project);
        let kind = WORDS.pointer.strip_front(&mention.name);
        let end: String = kind.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
        let again = WORDS.again.has(&mention.name);
        // 该公司 may be one whose name does not end so.
        let points = points && !["项目", "工程", "公司", "企业"].contains(&kind);
        let pointed = points && (again || mention.name.chars().count() > 2 && end.chars().count() == 2);
        let before = || self.mentions[..n].iter().rev().take(REACH).filter(|m| !matches!(m.form, Form::Deictic(_)));
        let whole = || before().find(|m| m.name.ends_with(&end)).or_else(|| before().find(|m| m.name.contains(&end)));
        let found = if pointed { whole() } else { None }?;
        Some(Theme { name: found.name.clone(), kind: found.kind, span: Some(found.range) })
    }

    /// A line 临江医院南院区, then 项目位于…: what stands alone above the paragraph.
    fn headed(&self, n: usize) -> Option<Theme> {
        let at = self.mentions[n].range.start;
        let opens = self.text[self.block_start(at)..at].chars().all(|c| !c.is_alphanumeric());
        if opens { self.alone_above(n) } else { None }
    }

    /// What stands alone on the line above the paragraph.
    fn alone_above(&self, n: usize) -> Option<Theme> {
        let block = self.blocks.partition_point(|b| b.start <= self.mentions[n].range.start).checked_sub(1)?;
        let above = self.blocks.get(block.checked_sub(1)?)?;
        let alone = |m: &&SubjectMention| {
            let shaped = matches!(m.kind, SubjectKind::Organisation | SubjectKind::Project);
            let zone = m.kind == SubjectKind::Place(PlaceKind::Park);
            let line = above.slice(&self.text).trim();
            // （二）江海制药有限公司
            let number = |c: char| !c.is_alphabetic() || "一二三四五六七八九十".contains(c);
            (shaped || zone)
                && line.strip_suffix(m.range.slice(&self.text)).is_some_and(|before| before.chars().all(number))
        };
        let found = self.mentions[..n].iter().rev().take(REACH).find(alone)?;
        Some(Theme { name: found.name.clone(), kind: found.kind, span: Some(found.range) })
    }

    /// The last mention of a kind in this paragraph, or for 该… anywhere before.
    fn last_named(&self, n: usize, kind: SubjectKind) -> Option<Theme> {
        let mention = &self.mentions[n];
        let block = self.told_since(n);
        let pointing = mention.name.starts_with(['该', '此', '本']);
        let near = |&m: &usize| pointing || self.mentions[m].range.start >= block;
        let mut before = self.index.before(n, kind).take_while(near);
        let last = before.clone().next();
        // 该项目 after …项目动工的消息: the one just named, whatever was said of it.
        let sentence =
            self.sentence_of(mention.range.start).map_or(0, |s| self.sentences[s.saturating_sub(1)].range.start);
        let of_kind = |m: usize| pointing && self.mentions[m].name.ends_with(mention.name.trim_start_matches('该'));
        let just = last.filter(|&m| of_kind(m) && self.mentions[m].range.start >= sentence);
        let topic = just.or_else(|| before.find(|&m| self.roles[m] == Role::Topic));
        // 江海药业有限公司 on a line, then 2018年成立，隶属望潮集团。公司位于…
        if let Some(headed) = self.alone_above(n).filter(|above| topic.is_none() && above.kind == kind) {
            return Some(headed);
        }
        let here = topic.or(last);
        let above = || self.index.before(n, kind).find(|&m| self.roles[m] == Role::Topic && self.goes_on(m, block));
        let found = &self.mentions[here.or_else(|| above().filter(|_| self.roles[n] == Role::Topic))?];
        Some(Theme { name: found.name.clone(), kind: found.kind, span: Some(found.range) })
    }

    /// Where the paragraph begins, or the one before where that ends with a firm and this goes on with 公司.
    fn told_since(&self, n: usize) -> usize {
        let start = self.block_start(self.mentions[n].range.start);
        let last = (0..n).rev().take(REACH).find(|&m| self.roles[m] == Role::Topic && self.meant[m].is_some());
        let firm = |m: usize| self.meant[m].as_ref().is_some_and(|topic| topic.kind == SubjectKind::Organisation);
        let kinds = ["公司", "学校", "医院", "集团"];
        let goes_on = kinds.contains(&&*self.mentions[n].name) && self.roles[n] == Role::Topic;
        match last.filter(|&m| goes_on && firm(m) && self.mentions[m].range.start < start) {
            Some(m) => self.block_start(self.mentions[m].range.start),
            None => start,
        }
    }

    /// 企业 is a firm just spoken of, not the firms of a place that has become the topic since.
    fn points_to_firm(&self, n: usize) -> bool {
        let kinds = ["企业", "学校", "医院", "集团"];
        if !kinds.contains(&self.mentions[n].name.as_str()) {
            return true;
        }
        let last = (0..n).rev().take(REACH).find(|&m| self.roles[m] == Role::Topic && self.meant[m].is_some());
        last.and_then(|m| self.meant[m].as_ref()).is_some_and(|topic| topic.kind == SubjectKind::Organisation)
    }

    /// 江海电池有限公司竣工投产。该项目…: the works of which the sentence before says that they were built.
    fn last_works(&self, n: usize) -> Option<Theme> {
        let mention = &self.mentions[n];
        let here = self.sentence_of(mention.range.start).filter(|_| mention.name == "该项目")?;
        let before = self.sentences.get(here.checked_sub(1)?)?.range;
        let m = self.index.before(n, SubjectKind::Organisation).next()?;
        let firm = self.mentions.get(m).filter(|firm| before.contains(firm.range))?;
        let after = &self.text[firm.range.end..before.end];
        let built = ["竣工", "投产", "开工", "奠基", "落户", "落地"].iter().any(|word| after.starts_with(word));
        built.then(|| Theme { name: firm.name.clone(), kind: firm.kind, span: Some(firm.range) })
    }

    /// The last project, unless a firm has become the topic since.
    fn last_project(&self, n: usize) -> Option<Theme> {
        let base = self.mentions[n].name == "基地";
        let project = self.last_named(n, SubjectKind::Project).filter(|p| !base || p.name.contains("基地"))?;
        let since = project.span.map_or(0, |span| span.end);
        let is_firm = |m: usize| self.meant[m].as_ref().is_some_and(|t| t.kind == SubjectKind::Organisation);
        let firm = |m: usize| is_firm(m) && self.roles[m] == Role::Topic;
        // 望潮产业园是…，项目总投资11亿元: rather of the zone that the sentence is about.
        let sentence = self.sentence_of(self.mentions[n].range.start).map_or(0, |s| self.sentences[s].range.start);
        let park =
            |m: usize| self.mentions[m].kind == SubjectKind::Place(PlaceKind::Park) && self.roles[m] == Role::Topic;
        let in_sentence = |m: &usize| self.mentions[*m].range.start >= sentence;
        let zone = since < sentence && (0..n).rev().take(REACH).take_while(in_sentence).any(park);
        if zone && !self.mentions[n].name.starts_with(['该', '此', '本']) {
            return None;
        }
        let newer = (0..n).rev().take(REACH).take_while(|&m| self.mentions[m].range.start >= since).any(firm);
        // A project named again and again stays the one meant, whatever firm has spoken since.
        let dwelt_on = self.index.meant.get(&project.name).is_some_and(|&times| times > 1);
        let pointing = self.mentions[n].name.starts_with(['该', '此', '本']);
        (!newer || pointing || dwelt_on && self.roles[n] == Role::Topic).then_some(project)
    }

    pub(super) fn block_start(&self, at: usize) -> usize {
        self.blocks[..self.blocks.partition_point(|b| b.start <= at)].last().map_or(0, |b| b.start)
    }

    /// 全市: the last topic that is a 市, else the theme, else the one the theme or the home lies in.
    fn place_at_level(&self, n: usize, level: Level) -> Option<Theme> {
        let recent = self.index.topics_before(n).take(3);
        let recent = recent.filter_map(|m| self.meant.get(m).cloned().flatten());
        let mut candidates: Vec<Theme> = recent.chain(self.theme.clone()).collect();
        if let Some((name, kind)) = &self.home {
            candidates.push(Theme { name: name.clone(), kind: SubjectKind::Place(*kind), span: None });
        }
        // 全区 is rather the district's than a zone's in it.
        if let Some(theme) = self.theme.as_ref().filter(|theme| self.goes_back(n, theme, level)) {
            return Some(theme.clone());
        }
        let administrative = |c: &&Theme| fits(&c.name, level) && c.kind != SubjectKind::Place(PlaceKind::Park);
        let found = candidates.iter().find(administrative);
        if let Some(found) = found.or_else(|| candidates.iter().find(|c| fits(&c.name, level))) {
            return Some(found.clone());
        }
        let above = candidates.iter().find_map(|c| self.parents(&c.name).into_iter().find(|p| fits(p, level)));
        let above = above.or_else(|| self.any_place(level)).or_else(|| self.place_within(n, level));
        above.map(|name| {
            let kind = self.places.lookup(&name).map_or(PlaceKind::City, |p| p.kind);
            Theme { name, kind: SubjectKind::Place(kind), span: None }
        })
    }

    /// 乌兰察布市…。丰镇市…。全市…: after a place within it, all of the city is again the article's.
    fn goes_back(&self, n: usize, theme: &Theme, level: Level) -> bool {
        let mention = &self.mentions[n];
        let sentence = self.sentence_of(mention.range.start).map_or(0, |s| self.sentences[s].range.start);
        let last = self.index.topics_before(n).next().map(|m| &self.mentions[m]);
        fits(&theme.name, level)
            && mention.name.starts_with('全')
            && last.is_some_and(|last| last.range.start < sentence && self.parents(&last.name).contains(&theme.name))
    }

    /// 保康县供销合作社…该县: the place by which the last name says where it lies.
    fn place_within(&self, n: usize, level: Level) -> Option<String> {
        let before = self.mentions[..n].iter().rev().take(NEAR);
        let mut near = before.chain(self.mentions[n..].iter().take(NEAR)).filter(|m| m.parent.is_some());
        near.find_map(|m| {
            let mut above = m.parent.iter().cloned().chain(self.parents(&m.name));
            above.find(|p| fits(p, level))
        })
    }

    pub(super) fn any_place(&self, level: Level) -> Option<String> {
        let names = self.index.places.iter().map(|&n| &self.mentions[n].name);
        names.take(REACH).find(|name| fits(name, level)).cloned()
    }

    /// The parents of a place as this article knows them.
    pub(super) fn parents(&self, name: &str) -> Vec<String> {
        let home = self.home.as_ref().map(|(home, _)| home.as_str());
        let above = home.map(|home| self.places.parents(home)).unwrap_or_default();
        let known =
            |p: &str| p != "全国" && (self.index.names.contains(p) || home == Some(p) || above.iter().any(|a| a == p));
        let found = self.places.parents_given(name, known);
        if !found.is_empty() {
            return found;
        }
        // 云汀镇, in no table: where the text puts it, else at home.
        let said = self.mentions.iter().take(REACH).filter(|m| m.name == name).find_map(|m| m.parent.clone());
        let above = |parent: &str| -> Vec<String> {
            let further = self.places.parents_given(parent, known);
            std::iter::once(parent.to_owned()).chain(further).collect()
        };
        match said.as_deref().or(home.filter(|home| lies_at_home(home, name))) {
            Some(parent) if parent != name => above(parent),
            _ => Vec::new(),
        }
    }
}

/// Whether a word of the level may stand for a thing: 公司 for a firm, 全镇 for a town.
fn stands_for(level: Level, theme: &Theme) -> bool {
    match (level, theme.kind) {
        (Level::Organisation, SubjectKind::Organisation) | (Level::Project, SubjectKind::Project) => true,
        (Level::Zone, kind) => kind == SubjectKind::Place(PlaceKind::Park),
        (_, SubjectKind::Place(kind)) => kind != PlaceKind::Park && fits(&theme.name, level),
        _ => false,
    }
}

/// Whether a place that no table knows may lie in the home place: a town in a county, a county in a city.
fn lies_at_home(home: &str, name: &str) -> bool {
    let ranks: [&[char]; 4] = [&['省'], &['市', '州', '盟'], &['区', '县', '旗'], &['镇', '乡', '道', '村']];
    let rank = |name: &str| ranks.iter().position(|ends| name.ends_with(*ends));
    rank(home).zip(rank(name)).is_some_and(|(home, own)| home < own)
}

/// Whether a place is one of the level's: 昆山市 for 全市, 德清县 for 全县.
pub(super) fn fits(name: &str, level: Level) -> bool {
    let ends: &[&str] = match level {
        Level::Nation => &["全国"],
        Level::Province => &["省", "自治区"],
        Level::Prefecture => &["州", "盟"],
        Level::City => &["市"],
        Level::District => &["区", "區"],
        Level::County => &["县", "旗", "縣"],
        Level::Town => &["镇", "乡", "街道", "鎮"],
        Level::Village => &["村", "社区"],
        Level::Zone | Level::Organisation | Level::Project | Level::Event => &[],
    };
    ends.iter().any(|end| name.ends_with(end))
}
