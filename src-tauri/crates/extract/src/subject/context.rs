//! Which name a figure belongs to, by inheritance: clause, sentence, paragraph, article, issue, nearest first.
//! 昆山实现产值5亿元，增长3%。其中出口2亿元。 is 昆山's throughout.

use super::lexicon::{Level, WORDS};
use super::mention::Form;
use super::role::{Role, role};
use super::segment::{Sentence, lines, sentences};
use super::theme::{Theme, theme};
use super::{Gazetteer, SubjectKind, SubjectMention, fold, scan, table};
use std::borrow::Cow;
use tidemark_model::{Article, Block, BlockRole, Page, PlaceKind, Resolved, Span};

/// What lies around an article and may tell whose its figures are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// The home place: 钱塘区.
    pub home: Option<&'a str>,
    /// The article's headline, if it is not one of the blocks.
    pub headline: Option<&'a str>,
}

/// An article's names, ready to be asked.
#[derive(Clone, Debug)]
pub struct SubjectContext<'a> {
    /// Folded; offsets are those of the printed text.
    pub(super) text: Cow<'a, str>,
    pub(super) places: &'a Gazetteer,
    pub(super) blocks: Vec<Span>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) mentions: Vec<SubjectMention>,
    pub(super) roles: Vec<Role>,
    /// For each mention what it comes down to: itself, or what a deictic stands for.
    pub(super) meant: Vec<Option<Theme>>,
    pub(super) headings: Vec<Option<usize>>,
    pub(super) theme: Option<Theme>,
    pub(super) home: Option<(String, PlaceKind)>,
}

impl<'a> SubjectContext<'a> {
    /// Over an article's joined text and blocks. All offsets given and returned are in `text`.
    #[must_use]
    pub fn new(text: &'a str, blocks: &[Block], places: &'a Gazetteer, around: Surroundings<'_>) -> Self {
        let spans: Vec<Span> = if blocks.is_empty() { lines(text) } else { blocks.iter().map(|b| b.range).collect() };
        let byline: Vec<Span> = blocks.iter().filter(|b| b.role == BlockRole::Byline).map(|b| b.range).collect();
        let mut mentions = scan(text, places, around.home);
        let text = fold(text);
        mentions.retain(|m| !byline.iter().any(|b| b.overlaps(m.range)));
        let home = around.home.and_then(|name| places.lookup(name)).map(|place| (place.name, place.kind));
        let home = home.or_else(|| around.home.map(|name| (name.to_owned(), PlaceKind::District)));
        let mut context = Self {
            places,
            sentences: sentences(&text, &spans),
            headings: table::headings(&text, &spans, &mentions),
            text,
            roles: Vec::new(),
            meant: Vec::new(),
            theme: None,
            blocks: spans,
            mentions,
            home,
        };
        context.give_roles();
        context.find_theme(blocks, around.headline);
        context.resolve_all();
        context
    }

    /// Over an article of a page. All offsets given and returned are in the article's joined text.
    #[must_use]
    pub fn of_article(article: &'a Article, page: &Page, places: &'a Gazetteer) -> Self {
        let around = Surroundings { home: page.home.as_deref(), headline: Some(&article.headline) };
        Self::new(article.joined.text(), &article.blocks, places, around)
    }

    /// The names found, in order.
    #[must_use]
    pub fn mentions(&self) -> &[SubjectMention] {
        &self.mentions
    }

    /// What the article is about, by itself or by the home.
    #[must_use]
    pub fn theme_name(&self) -> Option<&str> {
        self.theme.as_ref().map(|t| t.name.as_str())
    }

    /// Every name with its role and meaning, a line each, for a person's eyes.
    #[must_use]
    pub fn trace(&self) -> String {
        let line = |n: usize| {
            let (mention, meant) = (&self.mentions[n], self.meant[n].as_ref().map_or("—", |t| t.name.as_str()));
            format!("{} {:?} {:?} → {meant}", mention.range.slice(&self.text), mention.kind, self.roles[n])
        };
        let theme = self.theme_name().unwrap_or("—");
        (0..self.mentions.len()).map(line).chain([format!("全文主体 {theme}")]).collect::<Vec<_>>().join("\n")
    }

    fn give_roles(&mut self) {
        for n in 0..self.mentions.len() {
            let clause = self.clause_of(self.mentions[n].range.start);
            let before = n.checked_sub(1).map(|b| (&self.mentions[b], self.roles[b]));
            self.roles.push(role(&self.text, clause, &self.mentions[n], before));
        }
    }

    fn find_theme(&mut self, blocks: &[Block], headline: Option<&str>) {
        let heads = blocks.iter().take_while(|b| b.role == BlockRole::Headline).map(|b| b.range).reduce(Span::cover);
        let opening = heads.or_else(|| self.sentences.first().map(|s| s.range)).unwrap_or_default();
        let above = headline.filter(|_| heads.is_none()).map(|h| scan(h, self.places, None)).unwrap_or_default();
        let all: Vec<(&SubjectMention, Role)> = self
            .mentions
            .iter()
            .zip(self.roles.iter().copied())
            .chain(above.iter().map(|m| (m, Role::Topic)))
            .collect();
        let home = self.home.as_ref().map(|(name, kind)| (name.as_str(), *kind));
        self.theme = theme(&all, opening, home);
    }

    /// The clause in which a byte stands; the empty range there if none does.
    pub(super) fn clause_of(&self, at: usize) -> Span {
        self.sentence_of(at)
            .and_then(|n| self.sentences[n].clauses.iter().rfind(|c| c.start <= at))
            .copied()
            .unwrap_or(Span::new(at, at))
    }

    /// Index of the sentence in which a byte stands.
    pub(super) fn sentence_of(&self, at: usize) -> Option<usize> {
        let n = self.sentences.partition_point(|s| s.range.start <= at).checked_sub(1)?;
        (at <= self.sentences[n].range.end).then_some(n)
    }

    fn resolve_all(&mut self) {
        for n in 0..self.mentions.len() {
            let meant = match self.mentions[n].form {
                Form::Deictic(level) => self.antecedent(n, level),
                Form::Bare => self.fuller_zone(n).or_else(|| Some(self.itself(n))),
                _ => Some(self.itself(n)),
            };
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
        let zone = |m: &&SubjectMention| {
            m.kind == SubjectKind::Place(PlaceKind::Park) && m.form != Form::Bare && m.name.ends_with(word.as_str())
        };
        let earlier = self.mentions[..n].iter().rfind(zone);
        let found = earlier.or_else(|| self.mentions[n..].iter().find(zone))?;
        Some(Theme { name: found.name.clone(), kind: found.kind, span: Some(found.range) })
    }

    /// What a deictic stands for.
    fn antecedent(&self, n: usize, level: Level) -> Option<Theme> {
        match level {
            Level::Organisation => self.last_named(n, |m| m.kind == SubjectKind::Organisation),
            Level::Project => self.last_project(n),
            Level::Event => self.last_named(n, |m| m.kind == SubjectKind::Organisation),
            Level::Zone => self.last_named(n, |m| m.kind == SubjectKind::Place(PlaceKind::Park)),
            _ => self.place_at_level(n, level),
        }
    }

    /// The last mention of a kind in this paragraph, or for 该… anywhere before.
    fn last_named(&self, n: usize, kind: impl Fn(&SubjectMention) -> bool) -> Option<Theme> {
        let mention = &self.mentions[n];
        let block = self.block_start(mention.range.start);
        let pointing = mention.name.starts_with(['该', '此', '本']);
        let near = |&m: &usize| kind(&self.mentions[m]) && (pointing || self.mentions[m].range.start >= block);
        let topic = (0..n).rev().filter(near).find(|&m| self.roles[m] == Role::Topic);
        let found = &self.mentions[topic.or_else(|| (0..n).rev().find(near))?];
        Some(Theme { name: found.name.clone(), kind: found.kind, span: Some(found.range) })
    }

    /// The last project, unless a firm has become the topic since.
    fn last_project(&self, n: usize) -> Option<Theme> {
        let project = self.last_named(n, |m| m.kind == SubjectKind::Project)?;
        let since = project.span.map_or(0, |span| span.end);
        let is_firm = |m: usize| self.meant[m].as_ref().is_some_and(|t| t.kind == SubjectKind::Organisation);
        let firm = |m: usize| is_firm(m) && self.roles[m] == Role::Topic;
        let newer = (0..n).rev().take_while(|&m| self.mentions[m].range.start >= since).any(firm);
        (!newer || self.mentions[n].name.starts_with(['该', '此', '本'])).then_some(project)
    }

    pub(super) fn block_start(&self, at: usize) -> usize {
        self.blocks.iter().rfind(|b| b.start <= at).map_or(0, |b| b.start)
    }

    /// 全市: the last topic that is a 市, else the theme, else the one the theme or the home lies in.
    fn place_at_level(&self, n: usize, level: Level) -> Option<Theme> {
        let recent = (0..n).rev().filter(|&m| self.roles[m] == Role::Topic && self.mentions[m].is_place()).take(3);
        let recent = recent.filter_map(|m| self.meant.get(m).cloned().flatten());
        let mut candidates: Vec<Theme> = recent.chain(self.theme.clone()).collect();
        if let Some((name, kind)) = &self.home {
            candidates.push(Theme { name: name.clone(), kind: SubjectKind::Place(*kind), span: None });
        }
        // 全区 is rather the district's than a zone's in it.
        let administrative = |c: &&Theme| fits(&c.name, level) && c.kind != SubjectKind::Place(PlaceKind::Park);
        let found = candidates.iter().find(administrative);
        if let Some(found) = found.or_else(|| candidates.iter().find(|c| fits(&c.name, level))) {
            return Some(found.clone());
        }
        let above = candidates.iter().find_map(|c| self.parents(&c.name).into_iter().find(|p| fits(p, level)));
        above.or_else(|| self.any_place(level)).map(|name| {
            let kind = self.places.lookup(&name).map_or(PlaceKind::City, |p| p.kind);
            Theme { name, kind: SubjectKind::Place(kind), span: None }
        })
    }

    fn any_place(&self, level: Level) -> Option<String> {
        self.mentions.iter().find(|m| m.is_place() && fits(&m.name, level)).map(|m| m.name.clone())
    }

    /// The parents of a place as this article knows them.
    pub(super) fn parents(&self, name: &str) -> Vec<String> {
        let home = self.home.as_ref().map(|(home, _)| home.as_str());
        let above = home.map(|home| self.places.parents(home)).unwrap_or_default();
        let known = |p: &str| {
            p != "全国"
                && (self.mentions.iter().any(|m| m.name == p) || home == Some(p) || above.iter().any(|a| a == p))
        };
        self.places.parents_given(name, known)
    }

    /// Whose the figure at byte `at` is; `clause` is the clause that states it. `Resolved::span` is in this text.
    #[must_use]
    pub fn subject_for(&self, at: usize, clause: Span) -> Option<Resolved<String>> {
        let clause = if clause.start <= at && at <= clause.end && clause.end > clause.start {
            clause
        } else {
            self.clause_of(at)
        };
        let (found, why) = self.find(at, clause)?;
        Some(Resolved { reason: format!("{why}“{}”", found.name), value: found.name, span: found.span })
    }

    pub(super) fn find(&self, at: usize, clause: Span) -> Option<(Theme, &'static str)> {
        let own = self.clause_of(at);
        self.in_table(at)
            .map(|t| (t, "表头或行首"))
            .or_else(|| self.before_bracket(at).map(|t| (t, "括号前")))
            .or_else(|| self.described_by(at, own).map(|t| (t, "所修饰的")))
            .or_else(|| self.dealt_out(at, own).map(|t| (t, "“分别”依次对应")))
            .or_else(|| self.beneficiary(at, own).map(|t| (t, "受益者")))
            .or_else(|| self.in_sentence(at, clause).map(|t| (t, "本句")))
            .or_else(|| self.from_before(at, own).map(|t| (t, "承前句")))
            .or_else(|| self.theme.clone().map(|t| (t, "全文主体")))
    }

    fn in_table(&self, at: usize) -> Option<Theme> {
        let block = self.blocks.iter().rposition(|b| b.start <= at)?;
        self.headings.get(block).copied().flatten().and_then(|n| self.meant[n].clone())
    }

    /// 臺北市商業登記家數（53,832家）: the figure in brackets is of what stands before them.
    fn before_bracket(&self, at: usize) -> Option<Theme> {
        let before = self.text[..at].trim_end_matches(|c| "约近超共为達达".contains(c));
        let open = before.strip_suffix(['（', '('])?.len();
        let n = self.mentions.partition_point(|m| m.range.end <= open).checked_sub(1)?;
        let mention = &self.mentions[n];
        let between = &self.text[mention.range.end..open];
        let near = between.chars().count() <= 10 && !between.contains(['，', ',', '。', '、', '；']);
        near.then(|| self.meant[n].clone()).flatten()
    }

    /// 投资2亿元的|望潮新材料项目
    fn described_by(&self, at: usize, clause: Span) -> Option<Theme> {
        let rest = self.text.get(at..clause.end)?;
        let of = rest.find('的').filter(|&of| rest[..of].chars().count() <= 14 && !rest[..of].contains(['、']))?
            + "的".len()
            + at;
        let n = self.mentions.partition_point(|m| m.range.start < of);
        let mention = self.mentions.get(n).filter(|m| m.range.end <= clause.end)?;
        let named = matches!(mention.kind, SubjectKind::Project | SubjectKind::Organisation);
        let between = &self.text[of..mention.range.start];
        (named && (between.is_empty() || between.contains('、'))).then(|| self.meant[n].clone()).flatten()
    }

    /// 江城市、海门市分别增长5%、6%: each its own.
    fn dealt_out(&self, at: usize, clause: Span) -> Option<Theme> {
        let before = self.text.get(clause.start..at)?;
        let dealt = clause.start + before.rfind("分别")?;
        let inside: Vec<usize> = (0..self.mentions.len())
            .filter(|&n| self.mentions[n].range.start >= clause.start && self.mentions[n].range.end <= dealt)
            .collect();
        let list = inside.iter().rev().scan(None, |next: &mut Option<usize>, &n| {
            let joined = next.is_none_or(|next: usize| {
                let between = &self.text[self.mentions[n].range.end..self.mentions[next].range.start];
                between.chars().count() <= 4 && between.contains(['、', '和', '与', '及'])
            });
            *next = Some(n);
            joined.then_some(n)
        });
        let mut list: Vec<usize> = list.collect();
        list.reverse();
        let items = |words: &str| words.split(['、', '和', '与', '及']).count();
        let total = items(&self.text[dealt..clause.end]);
        let nth = items(&self.text[dealt..at]) - 1;
        (list.len() > 1 && total == list.len()).then(|| self.meant[list[nth]].clone()).flatten()
    }

    /// 县发改局为其申请了200万元, 为江海公司减免税费30万元
    fn beneficiary(&self, at: usize, clause: Span) -> Option<Theme> {
        let before = self.text.get(clause.start..at)?;
        let from = before.find('为')? + clause.start;
        let helped = WORDS.beneficiary.iter().any(|verb| self.text[from..at].contains(verb.as_str()));
        let target = self.text[from + "为".len()..at].trim_start();
        if !helped {
            return None;
        }
        let n = self.mentions.partition_point(|m| m.range.start <= from);
        if target.starts_with('其') {
            return self.mentions[..n].iter().rfind(|m| m.kind == SubjectKind::Organisation).map(|m| Theme {
                name: m.name.clone(),
                kind: m.kind,
                span: Some(m.range),
            });
        }
        let mention = self.mentions.get(n).filter(|m| m.range.start == from + "为".len())?;
        let firm = mention.kind == SubjectKind::Organisation || mention.form == Form::Deictic(Level::Organisation);
        firm.then(|| self.meant[n].clone()).flatten()
    }

    /// The first topic of the nearest clause before the figure, within its sentence.
    fn in_sentence(&self, at: usize, clause: Span) -> Option<Theme> {
        let sentence = &self.sentences[self.sentence_of(at)?];
        let own = Span::new(clause.start.max(sentence.range.start), clause.end);
        let mut clauses: Vec<Span> = sentence.clauses.iter().copied().filter(|c| c.start < own.start).collect();
        clauses.push(Span::new(own.start, at));
        let described = WORDS.project_statistic.iter().any(|word| self.text[own.start..at].contains(word.as_str()));
        for (back, clause) in clauses.iter().rev().enumerate() {
            if let Some(topic) = self.topic_in(Span::new(clause.start, clause.end.min(at))) {
                return Some(topic);
            }
            if let Some(project) = (back > 0 && described).then(|| self.object_project(*clause)).flatten() {
                return Some(project);
            }
        }
        self.speaker(at, sentence.range)
    }

    /// “…增长5%。”昆山市统计局说: who speaks stands after the quotation.
    fn speaker(&self, at: usize, sentence: Span) -> Option<Theme> {
        let open = self.text[sentence.start..at].rfind('“')? + sentence.start;
        let close = self.text[at..sentence.end].find('”')? + at;
        let inside = !self.text[open..at].contains('”') && !self.text[at..close].contains('“');
        inside.then(|| self.topic_in(Span::new(close, sentence.end))).flatten()
    }

    /// A project or firm at a clause's end that the next clause describes: 开工建设望潮大桥，总投资5亿元.
    fn object_project(&self, clause: Span) -> Option<Theme> {
        let n = self.mentions.partition_point(|m| m.range.end <= clause.end).checked_sub(1)?;
        let mention = self.mentions.get(n).filter(|m| m.range.start >= clause.start)?;
        let last = self.text[mention.range.end..clause.end].chars().filter(|c| c.is_alphanumeric()).count() == 0;
        (mention.kind == SubjectKind::Project && last).then(|| self.meant[n].clone()).flatten()
    }

    /// The first topic between two bytes; of several agencies in a row the last (省委常委、市委书记).
    fn topic_in(&self, range: Span) -> Option<Theme> {
        let from = self.mentions.partition_point(|m| m.range.start < range.start);
        let inside = (from..self.mentions.len()).take_while(|&n| self.mentions[n].range.end <= range.end);
        let mut topics =
            inside.filter(|&n| self.roles[n] == Role::Topic && self.meant[n].is_some() && !self.only_event(n));
        let first = topics.next()?;
        let last_agency = topics.take_while(|&n| self.mentions[n].form == Form::Agency).last();
        let mut n = if self.mentions[first].form == Form::Agency { last_agency.unwrap_or(first) } else { first };
        while let Some(next) = self.owned_by(n).filter(|&next| self.mentions[next].range.end <= range.end) {
            n = next;
        }
        self.meant[n].clone()
    }

    /// 灌口工业区的|望潮汽车城: the name that follows by 的 is the one spoken of.
    fn owned_by(&self, n: usize) -> Option<usize> {
        let next = self.mentions.get(n + 1)?;
        let of = self.text.get(self.mentions[n].range.end..next.range.start)? == "的";
        (of && next.form == Form::Name && self.meant[n + 1].is_some()).then_some(n + 1)
    }

    fn only_event(&self, n: usize) -> bool {
        self.mentions[n].kind == SubjectKind::Event
    }

    /// The topic of the sentences before, as long as nothing else comes between.
    fn from_before(&self, at: usize, clause: Span) -> Option<Theme> {
        let here = self.sentence_of(at)?;
        let block = self.sentences[here].block;
        let of_place = WORDS.place_statistic.iter().any(|word| self.text[clause.start..at].contains(word.as_str()));
        let own = &self.text[self.sentences[here].range.start..at];
        let of_project = !of_place && WORDS.project_statistic.iter().any(|word| own.contains(word.as_str()));
        for sentence in self.sentences[..here].iter().rev().take_while(|s| s.block == block) {
            let topic = sentence.clauses.iter().rev().find_map(|c| self.topic_in(*c));
            if let Some(topic) = topic {
                return Some(topic).filter(|t| match t.kind {
                    SubjectKind::Place(_) => true,
                    SubjectKind::Project => of_project,
                    _ => !of_place,
                });
            }
            if self.mentions.iter().any(|m| sentence.range.contains(m.range) && !matches!(m.form, Form::Deictic(_))) {
                return None;
            }
        }
        None
    }
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
        Level::Zone | Level::Organisation | Level::Project | Level::Event => &[],
    };
    ends.iter().any(|end| name.ends_with(end))
}
