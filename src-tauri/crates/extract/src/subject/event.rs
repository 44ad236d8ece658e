//! Fairs, festivals and matches, whose visitors and stands are their own: 第九届望潮博览会在临江市开幕。展览面积3万平方米，
//! 参展企业200家 are the fair's, not the city's where it is held.

use super::SubjectKind;
use super::context::SubjectContext;
use super::lexicon::WORDS;
use super::mention::Form;
use super::role::Role;
use super::theme::Theme;
use tidemark_model::Span;

/// An event named so often is what the article is about.
const OFTEN: usize = 3;

/// 望潮青年节 of 第十一届望潮青年节, 2024望潮青年节 and 本届望潮青年节.
fn base(name: &str) -> &str {
    let name = name.split_once('届').map_or(name, |(_, rest)| rest);
    name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '年')
}

impl SubjectContext<'_> {
    /// The events that take place, each once by its first such mention, and which of them the article is about.
    pub(super) fn find_events(&mut self) {
        let held: Vec<usize> = self.index.events().filter(|&n| self.is_held(n)).collect();
        let times = |n: usize| {
            let name = base(&self.mentions[n].name);
            self.index.events().filter(|&other| self.mentions[other].name.ends_with(name)).count()
        };
        let often = held.iter().rev().map(|&n| (times(n), n)).filter(|&(times, _)| times >= OFTEN);
        let often = often.max_by_key(|&(times, _)| times).map(|(_, n)| n);
        self.index.event = often;
        self.index.held = held;
    }

    /// 第九届望潮博览会|在临江市开幕: an event that takes place, not one of a list of them.
    fn is_held(&self, n: usize) -> bool {
        let end = self.mentions[n].range.end;
        let clause = self.clause_of(end.saturating_sub(1));
        let rest = Span::new(end, clause.end.max(end)).slice(&self.text);
        // 在望潮交易会|展馆举办 is where.
        let venue = ["展馆", "会馆", "场馆", "中心", "大厦"].iter().any(|hall| rest.starts_with(hall));
        WORDS.held.within(rest) && !venue
    }

    /// The event at which something is counted that only events have.
    pub(super) fn at_event(&self, at: usize, clause: Span) -> Option<Theme> {
        let found = self.event_before(at)?;
        let sentence = self.sentences[self.sentence_of(at)?].range;
        let said = Span::new(sentence.start, clause.end).slice(&self.text);
        if !WORDS.event_statistic.within(said) || self.names_other(clause, at) {
            return None;
        }
        let event = &self.mentions[found];
        Some(Theme { name: event.name.clone(), kind: event.kind, span: Some(event.range) })
    }

    /// The event of this paragraph, or that of the article.
    fn event_before(&self, at: usize) -> Option<usize> {
        let held = &self.index.held;
        let last = held[..held.partition_point(|&n| self.mentions[n].range.end <= at)].last().copied()?;
        let sentence = self.sentence_of(at).map_or(at, |n| self.sentences[n].range.start);
        let start = |n: usize| self.mentions[n].range.start;
        let here = Some(last).filter(|&n| start(n) >= sentence);
        let main = || self.index.event.filter(|&n| start(n) < at);
        here.or_else(main).or_else(|| Some(last).filter(|&n| start(n) >= self.block_start(at)))
    }

    /// Whether the clause is about something else: 临江市组团参展，|江海公司签约3亿元.
    fn names_other(&self, clause: Span, at: usize) -> bool {
        let first = self.mentions.partition_point(|m| m.range.start < clause.start);
        let inside = (first..self.mentions.len()).take_while(|&n| self.mentions[n].range.end <= at);
        let is_event = |n: usize| self.mentions[n].kind == SubjectKind::Event;
        // 临江市|茶博会 is not the city.
        let holds = |n: usize| {
            let next = self.mentions.get(n + 1).filter(|_| is_event(n + 1));
            next.is_some_and(|event| event.range.start == self.mentions[n].range.end)
        };
        let named = |n: usize| self.mentions[n].form == Form::Name && !is_event(n) && !holds(n);
        inside.into_iter().any(|n| named(n) && self.roles[n] == Role::Topic)
    }

    /// Whether a mention is of an event that no clause is about: one that is only named in passing.
    pub(super) fn only_event(&self, n: usize) -> bool {
        let mention = &self.mentions[n];
        let main = || self.index.event.is_some_and(|main| mention.name.ends_with(base(&self.mentions[main].name)));
        mention.kind == SubjectKind::Event && !main()
    }
}
