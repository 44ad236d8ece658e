//! Which name a figure belongs to, rule by rule, nearest first: 昆山实现产值5亿元，增长3%。其中出口2亿元。 is 昆山's throughout.

use super::context::SubjectContext;
use super::index::REACH;
use super::lexicon::{Level, WORDS};
use super::mention::Form;
use super::role::{Role, is_entered};
use super::segment::Sentence;
use super::theme::Theme;
use super::topic::PARAGRAPHS;
use super::{SubjectKind, SubjectMention};
use crate::chars::among;
use std::cell::LazyCell;
use tidemark_model::{PlaceKind, Resolved, Span};

impl SubjectContext<'_> {
    /// Whose the figure at byte `at` is; `clause` is the clause that states it. `Resolved::span` is in this text.
    #[must_use]
    pub fn subject_for(&self, at: usize, clause: Span) -> Option<Resolved<String>> {
        let clause = if clause.start <= at && at <= clause.end && clause.end > clause.start {
            clause
        } else {
            self.clause_of(at)
        };
        let (found, why) = self.find(at, clause)?;
        let value = if self.of_our_country(&found) { "中国".to_owned() } else { found.name };
        let reason = [why, "“", &value, "”"].concat();
        Some(Resolved { reason, value, span: found.span })
    }

    /// 我国 and 中国 are the country as others see it, 全国 is all of it.
    fn of_our_country(&self, found: &Theme) -> bool {
        let printed = found.span.map_or("", |span| span.slice(&self.text));
        found.kind == SubjectKind::Place(PlaceKind::Country) && matches!(printed, "我国" | "中国")
    }

    pub(super) fn find(&self, at: usize, clause: Span) -> Option<(Theme, &'static str)> {
        let own = self.clause_of(at);
        self.in_table(at)
            .map(|t| (t, "表头或行首"))
            .or_else(|| self.within_name(at).map(|t| (t, "名称中的")))
            .or_else(|| self.before_bracket(at).map(|t| (t, "括号前")))
            .or_else(|| self.compared_with(at).map(|t| (t, "所比的")))
            .or_else(|| self.population_of(at, own).map(|t| (t, "总体之数")))
            .or_else(|| self.described_by(at, own).map(|t| (t, "所修饰的")))
            .or_else(|| self.ranked(at).map(|t| (t, "所修饰的")))
            .or_else(|| self.dealt_out(at, own).map(|t| (t, "“分别”依次对应")))
            .or_else(|| self.first_of(at).map(|t| (t, "紧邻的")))
            .or_else(|| self.named_beside(at).map(|t| (t, "紧邻的")))
            .or_else(|| self.beneficiary(at, own).map(|t| (t, "受益者")))
            .or_else(|| self.at_event(at, own).map(|t| (t, "活动的")))
            .or_else(|| self.of_us(at).map(|t| (t, "引语中的我们")))
            .or_else(|| self.in_sentence(at, clause).map(|t| (t, "本句")))
            .or_else(|| self.counted_of(at).map(|t| (t, "所修饰的")))
            .or_else(|| self.of_provinces(at).map(|t| (t, "省份之数")))
            .or_else(|| if self.points_nowhere(at, own) { None } else { self.inherited(at, own) })
    }

    fn inherited(&self, at: usize, own: Span) -> Option<(Theme, &'static str)> {
        let carried = self.carried_over(at, own).map(|t| (t, "承前句"));
        carried
            .or_else(|| self.profiled(at).map(|t| (t, "标题所名")))
            .or_else(|| self.theme.clone().map(|t| (t, "全文主体")))
    }

    /// 全市产值 where no city is known: better nobody's than another's.
    fn points_nowhere(&self, at: usize, own: Span) -> bool {
        let from = self.mentions.partition_point(|m| m.range.start < own.start);
        let inside = (from..self.mentions.len()).take_while(|&n| self.mentions[n].range.end <= at);
        inside.into_iter().any(|n| {
            let place = !matches!(
                self.mentions[n].form,
                Form::Deictic(Level::Organisation | Level::Project | Level::Zone | Level::Event)
            );
            let bare = self.mentions[n].form == Form::Bare;
            place && !bare && self.roles[n] == Role::Topic && self.meant[n].is_none()
        })
    }

    fn in_table(&self, at: usize) -> Option<Theme> {
        let block = self.blocks.partition_point(|b| b.start <= at).checked_sub(1)?;
        self.headings.get(block).copied().flatten().and_then(|n| self.meant[n].clone())
    }

    /// 县发改局为其申请了200万元, 为江海公司减免税费30万元
    fn beneficiary(&self, at: usize, clause: Span) -> Option<Theme> {
        let before = self.text.get(clause.start..at)?;
        let from = before.find('为')? + clause.start;
        let helped = || WORDS.beneficiary.within(&self.text[from..at]);
        let target = self.text[from + "为".len()..at].trim_start();
        let n = self.mentions.partition_point(|m| m.range.start <= from);
        if target.starts_with('其') {
            if !helped() {
                return None;
            }
            let firm = &self.mentions[self.index.before(n, SubjectKind::Organisation).next()?];
            return Some(Theme { name: firm.name.clone(), kind: firm.kind, span: Some(firm.range) });
        }
        let mention = self.mentions.get(n).filter(|m| m.range.start == from + "为".len())?;
        let firm = mention.kind == SubjectKind::Organisation || mention.form == Form::Deictic(Level::Organisation);
        (firm && helped()).then(|| self.meant[n].clone()).flatten()
    }

    /// The first topic of the nearest clause before the figure, within its sentence.
    fn in_sentence(&self, at: usize, clause: Span) -> Option<Theme> {
        let sentence = &self.sentences[self.sentence_of(at)?];
        let own = clause.start.max(sentence.range.start);
        let own_topic = || self.topic_in(Span::new(own, at)).or_else(|| self.its(sentence, own));
        if let Some(topic) = own_topic().or_else(|| self.introduced(sentence, own)) {
            return Some(topic);
        }
        let described = || WORDS.project_statistic.within(&self.text[own..at]);
        let found = self.naming_clauses(sentence, own).find_map(|clause| {
            let topic = || self.topic_in(Span::new(clause.start, clause.end.min(at)));
            let topic = || topic().filter(|topic| self.apt(topic, clause, own, at));
            self.handed_on(clause, &self.text[own..at])
                .or_else(topic)
                .or_else(|| self.object_project(clause).filter(|_| described()))
        });
        found.or_else(|| self.speaker(at, sentence.range))
    }

    /// 最大的种植县临江县，|其面积3万亩: what the clause before ends in.
    fn its(&self, sentence: &Sentence, own: usize) -> Option<Theme> {
        let mut rest = self.text[own..sentence.range.end].strip_prefix('其')?.chars();
        if rest.next().is_some_and(|c| among(c, "中他它余次实间后所")) {
            return None;
        }
        let before = sentence.clauses[..sentence.clauses.partition_point(|c| c.end <= own)].last()?;
        let n = self.mentions.partition_point(|m| m.range.end <= before.end).checked_sub(1)?;
        let mention = self.mentions.get(n).filter(|m| m.range.start >= before.start && m.form == Form::Name)?;
        let ends = self.text[mention.range.end..before.end].chars().all(|c| !c.is_alphanumeric());
        ends.then(|| self.meant[n].clone()).flatten()
    }

    /// 作为一家总投资40亿元的企业，|江海材料…: of what the next clause is about.
    fn introduced(&self, sentence: &Sentence, own: usize) -> Option<Theme> {
        let n = sentence.clauses.partition_point(|c| c.start <= own);
        let words = sentence.clauses.get(n.checked_sub(1)?)?.slice(&self.text);
        let opens = words.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with("作为");
        sentence.clauses.get(n).filter(|_| opens).and_then(|next| self.topic_in(*next))
    }

    /// Whether the figure may be of the topic of an earlier clause, by what its own clause says.
    fn apt(&self, topic: &Theme, clause: Span, own: usize, at: usize) -> bool {
        let words = &self.text[own..at];
        let between = &self.text[clause.end.min(own)..own];
        let semicolon = self.text[clause.start..own].rfind(['；', ';']).map(|n| clause.start + n);
        let turned = semicolon.is_some_and(|_| WORDS.government.longest_at_start(words) > 0) && !between.contains('：');
        match topic.kind {
            SubjectKind::Organisation => !(turned || exemplified(words, &self.text[at..])),
            SubjectKind::Project => !(turned || distant(words) && self.begins_with_place(clause)),
            _ => true,
        }
    }

    /// Whether the sentence is about a place before the clause.
    fn begins_with_place(&self, clause: Span) -> bool {
        let start = self.sentence_of(clause.start).map_or(clause.start, |n| self.sentences[n].range.start);
        let topic = self.topic_in(Span::new(start, clause.start));
        topic.is_some_and(|topic| matches!(topic.kind, SubjectKind::Place(_)))
    }

    /// The clauses of a sentence that begin before `upto` and name something, the last first.
    fn naming_clauses(&self, sentence: &Sentence, upto: usize) -> impl Iterator<Item = Span> {
        let first = self.mentions.partition_point(|m| m.range.start < sentence.range.start);
        let mut left = sentence.clauses.partition_point(|c| c.start < upto);
        std::iter::from_fn(move || {
            let last = sentence.clauses[..left].last()?;
            let n = self.mentions.partition_point(|m| m.range.start < last.end).checked_sub(1)?;
            let start = self.mentions[n].range.start;
            left =
                sentence.clauses[..left].partition_point(|c| c.start <= start).checked_sub(1).filter(|_| n >= first)?;
            Some(sentence.clauses[left])
        })
    }

    /// “海关支持我们…，订单翻了一番。”江海电子总经理说: what is ours is the speaker's.
    fn of_us(&self, at: usize) -> Option<Theme> {
        let sentence = self.sentences[self.sentence_of(at)?].range;
        let open = self.text[sentence.start..at].rfind('“')? + sentence.start;
        let said = &self.text[open..at];
        let ours = ["我们", "咱们", "我司", "我厂"].iter().any(|us| said.contains(us));
        (ours && !said.contains('”')).then(|| self.speaker(at, sentence)).flatten()
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
        let on_route = || WORDS.route.within(&self.text[clause.start..mention.range.start]);
        (mention.kind == SubjectKind::Project && last && !on_route()).then(|| self.meant[n].clone()).flatten()
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

    /// The topic of the sentences before, as long as nothing else comes between.
    fn carried_over(&self, at: usize, clause: Span) -> Option<Theme> {
        let here = self.sentence_of(at)?;
        let block = self.sentences[here].block;
        let of_place = || WORDS.place_statistic.within(&self.text[clause.start..at]);
        let own = &self.text[self.sentences[here].range.start..at];
        let of_project = || !of_place() && WORDS.project_statistic.within(own);
        let mut between = Vec::new();
        let first = self.mentions.partition_point(|m| m.range.start < self.sentences[here].range.start);
        // Of a line without end no more is looked back over than of a text.
        let near = |n: usize| {
            let from = self.mentions.partition_point(|m| m.range.start < self.sentences[n].range.end);
            first - from.min(first) <= 2 * REACH
        };
        // Asked only where the paragraph itself names nobody.
        let of_work = LazyCell::new(|| WORDS.work_statistic.within(own) && !of_place());
        let told = |n: usize| {
            let above = self.sentences[n].block;
            above == block || above + PARAGRAPHS >= block && *of_work
        };
        let before = self.naming_sentences(here).take_while(|&n| told(n) && near(n));
        for n in before {
            let sentence = &self.sentences[n];
            let mut naming = self.naming_clauses(sentence, sentence.range.end).filter(|c| !self.part(*c));
            let topic = naming.find_map(|c| self.topic_in(c));
            let far = sentence.block < block;
            // In another paragraph only a work or a body is still the one spoken of.
            if far && topic.as_ref().is_some_and(|t| !t.is_body() || !self.dwelt_on(t)) {
                return None;
            }
            if let Some(topic) = topic {
                let lasting = match topic.kind {
                    SubjectKind::Place(_) => true,
                    SubjectKind::Project => of_project() || n + 1 == here && !WORDS.place_statistic.within(own),
                    _ => (self.dwelt_on(&topic) || self.visited(&topic) || completed(own)) && !of_place(),
                };
                return Some(topic).filter(|topic| lasting && !self.interrupted(topic, &between));
            }
            let from = self.mentions.partition_point(|m| m.range.start < sentence.range.start);
            let named = |m: &&SubjectMention| !matches!(m.form, Form::Deictic(_) | Form::Byline);
            let inside = self.mentions[from..].iter().take_while(|m| sentence.range.contains(m.range));
            between.extend(inside.filter(named));
        }
        None
    }

    /// 其中望潮区12项, 从全国来看: told by the way, after which the whole is spoken of again.
    fn part(&self, clause: Span) -> bool {
        let words = clause.slice(&self.text);
        words.trim_end_matches(['，', ',']).ends_with("来看")
            || words.strip_prefix("其中").is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic()))
    }

    /// The sentences not far before `here` that name something, the last first.
    fn naming_sentences(&self, here: usize) -> impl Iterator<Item = usize> {
        let mut begins = self.sentences[here].range.start;
        std::iter::from_fn(move || {
            loop {
                let n = self.mentions.partition_point(|m| m.range.start < begins).checked_sub(1)?;
                begins = self.mentions[n].range.start;
                if let Some(found) = self.sentence_of(begins) {
                    begins = self.sentences[found].range.start;
                    return Some(found).filter(|_| here - found <= REACH);
                }
            }
        })
    }

    /// 走进|江海公司: what follows tells of the firm, though it is named once.
    fn visited(&self, firm: &Theme) -> bool {
        firm.span.is_some_and(|span| is_entered(&self.text[..span.start]))
    }

    /// Whether a firm is more than a passing mention: named or meant twice, or what the article is about.
    fn dwelt_on(&self, firm: &Theme) -> bool {
        self.index.meant.get(&firm.name).is_some_and(|&named| named > 1)
            || self.theme.as_ref().is_none_or(|theme| theme.name == firm.name)
    }

    /// Whether other names than the topic's own, its parents' and the country's come in between.
    fn interrupted(&self, topic: &Theme, between: &[&SubjectMention]) -> bool {
        let parents = if between.is_empty() { Vec::new() } else { self.parents(&topic.name) };
        between.iter().any(|m| m.name != topic.name && m.name != "全国" && !parents.contains(&m.name))
    }
}

/// 建成达产后，年产值30亿元: goes on with the works just told of.
fn completed(sentence: &str) -> bool {
    let head = sentence.char_indices().nth(10).map_or(sentence, |(end, _)| &sentence[..end]);
    let Some((head, _)) = head.split_once('后') else { return false };
    let done = ["建成", "达产", "投产", "投用", "竣工", "完工", "建好"].iter().any(|word| head.ends_with(word));
    done && !head.contains(['，', ','])
}

/// 望潮牧业、岚桥禽业等|8家企业: the firms named are examples.
fn exemplified(words: &str, figure: &str) -> bool {
    let counter = figure.trim_start_matches(|c: char| c.is_ascii_digit() || among(c, "余多"));
    words.ends_with('等') && words.contains('、') && counter.starts_with(['家', '户', '名', '位', '人', '所'])
}

/// 距离县城|20公里: no road's or work's that the sentence tells of on the way.
fn distant(words: &str) -> bool {
    ["距", "相距", "毗邻"].iter().any(|word| words.starts_with(word))
}

#[cfg(test)]
mod tests {
    use crate::subject::{Gazetteer, SubjectContext, Surroundings};

    fn context<'a>(text: &'a str, places: &'a Gazetteer) -> SubjectContext<'a> {
        SubjectContext::new(text, &[], places, Surroundings::default())
    }

    #[test]
    fn only_clauses_that_name_something_are_looked_into() {
        let text = format!("昆山市税收5亿元{}。", "，增长5%".repeat(200));
        let places = Gazetteer::bundled();
        let context = context(&text, &places);
        let sentence = &context.sentences[0];
        assert_eq!(sentence.clauses.len(), 201);
        assert_eq!(context.naming_clauses(sentence, sentence.range.end).count(), 1);
    }

    #[test]
    fn only_sentences_that_name_something_are_looked_into() {
        let text = format!("昆山市税收5亿元。{}", "增长5%。".repeat(150));
        let places = Gazetteer::bundled();
        let context = context(&text, &places);
        let found: Vec<usize> = context.naming_sentences(context.sentences.len() - 1).collect();
        assert_eq!(found, [0]);
    }
}
