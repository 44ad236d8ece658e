//! What clauses hand on to later ones: 股价 of 股价接连上涨,…大涨12.3%, GDP of 从GDP增速来看, 东盟 of 东盟为第二大贸易伙伴.
//!
//! Which of it a figure takes, [`super::naming`] and [`super::complete`] decide.

use super::Reader;
use crate::clause::Clause;
use crate::cue::Class;
use crate::draft::Named;
use crate::lead;
use crate::name;
use crate::phrase::Phrase;
use tidemark_model::Span;

impl Reader<'_> {
    /// A clause without amounts may name what the next clause measures.
    pub(super) fn note_clause(&mut self, clause: Clause, topic: Option<(Phrase, bool)>) {
        let words = clause.span.slice(self.view.text).trim();
        if let Some(seen) = self.seen_from(clause) {
            self.memory.seen.view.say(seen);
            return;
        }
        if clause.end == '：' && names_speaker(words) || words.ends_with("方面") && words.chars().count() < 10 {
            return;
        }
        if let Some(moved) = self.moved_in(clause) {
            self.memory.topic = vec![moved];
        }
        if let Some((phrase, all)) = topic {
            let known = |words: &str| {
                self.view.lexicon.catalogue.find(words).is_some() || self.view.lexicon.cues.head_of(words).is_some()
            };
            let kinds = ["产业", "行业", "制造业", "产业链", "产业集群", "造业", "工业", "采业", "采矿业", "服务业"];
            if kinds.iter().any(|w| phrase.words.ends_with(w)) || self.is_called(phrase.span, clause) {
                self.memory.about = Some(Named { words: phrase.words.clone(), span: Some(phrase.span) });
            }
            let all = all || self.is_driven(phrase.span, clause);
            if known(&phrase.words) || phrase.items.len() > 1 || all {
                self.memory.items = if phrase.items.len() > 1 {
                    self.deal(&phrase.items, Some(phrase.span)).into_iter().flatten().collect()
                } else {
                    phrase.items.iter().map(|words| Named { words: words.clone(), span: Some(phrase.span) }).collect()
                };
                if known(&phrase.words) || all {
                    self.memory.topic = vec![Named { words: phrase.words, span: Some(phrase.span) }];
                    self.note_economy();
                }
            }
        }
    }

    /// A clause behind a block's last amount is of use to later blocks only.
    pub(super) fn note_for_later(&mut self, clause: Clause) {
        if name::hints_at_economy(clause.span.slice(self.view.text)) {
            self.note_clause(clause, lead::topic_of_clause(self.view, clause.span));
        } else if let Some(seen) = self.seen_from(clause) {
            self.memory.seen.view.say(seen);
        }
    }

    /// 让几家公司的|股价|接连上涨: what a clause without figures says that it moved.
    fn moved_in(&self, clause: Clause) -> Option<Named> {
        let cue = lead::near_cue(self.view, clause.span, Class::Growth)?;
        let own = lead::own(self.view, Span::new(clause.span.start, cue.span.start));
        let phrase = own.phrase.filter(|_| own.aspect.is_none())?;
        let cues = &self.view.lexicon.cues;
        let known = cues.head_of(&phrase.words).is_some() || self.view.lexicon.catalogue.find(&phrase.words).is_some();
        (known || phrase.words.ends_with('价')).then_some(Named { words: phrase.words, span: Some(phrase.span) })
    }

    pub(super) fn note_economy(&mut self) {
        if let Some(topic) = self.memory.topic.iter().find(|named| name::is_economy(&named.words)) {
            self.memory.seen.economy.say(topic.clone());
        }
    }

    pub(super) fn note_called(&mut self, clause: Clause, index: usize, topic: Option<&(Phrase, bool)>) {
        let topic = topic.map(|(phrase, _)| phrase).filter(|phrase| self.is_called(phrase.span, clause));
        self.memory.called = topic.map(|p| (index, Named { words: p.words.clone(), span: Some(p.span) }));
    }

    /// 从GDP同比增速|来看: what the figures that follow are of.
    fn seen_from(&self, clause: Clause) -> Option<(Named, bool)> {
        let text = self.view.text;
        let words = clause.span.slice(text);
        let from = ["从", "就"].iter().find_map(|w| words.trim_start().strip_prefix(w))?;
        let inside =
            from.strip_suffix("来看").or_else(|| from.strip_suffix('看')).or_else(|| from.strip_suffix("而言"))?;
        let start = clause.span.start + (inside.as_ptr() as usize - words.as_ptr() as usize);
        let own = lead::own(self.view, Span::new(start, start + inside.len()));
        let grows = own.aspect.as_deref().is_some_and(|a| matches!(a, "增速" | "增幅" | "涨幅"));
        let phrase = own.phrase?;
        let known = self.view.lexicon.cues.head_of(&phrase.words).is_some()
            || self.view.lexicon.catalogue.find(&phrase.words).is_some();
        known.then_some((Named { words: phrase.words, span: Some(phrase.span) }, grows))
    }

    /// 东盟为第三大贸易伙伴,进出口856.5亿元: with whom the trade of the next clauses is.
    pub(super) fn note_partner(&mut self, clause: Clause) {
        let words = clause.span.slice(self.view.text).trim();
        let trades =
            ["贸易伙伴", "出口市场", "进口市场", "进口来源地", "进口来源国"].iter().any(|end| words.ends_with(end));
        let verbs = ["仍为", "继续为", "是", "为"].iter().filter(|_| trades);
        let partner = verbs.into_iter().find_map(|verb| words.split_once(verb)).map_or("", |(partner, _)| partner);
        let short = (2..=6).contains(&partner.chars().count()) && partner.chars().all(char::is_alphabetic);
        if trades && short {
            self.memory.about = Some(Named { words: format!("对{partner}"), span: None });
        }
    }

    /// 纺织化纤|仍是出口的压舱石: what the clause says what it is.
    fn is_called(&self, phrase: Span, clause: Clause) -> bool {
        let rest = Span::new(phrase.end, clause.span.end).slice(self.view.text).trim_start();
        let roles = [
            "压舱石",
            "主力",
            "主力军",
            "支柱",
            "大头",
            "主体",
            "亮点",
            "增长点",
            "引擎",
            "优势",
            "重头戏",
            "之一",
            "重头",
            "主角",
        ];
        ["仍是", "是", "依然是", "仍然是", "成为", "为", "继续成为"].iter().any(|w| rest.starts_with(w))
            && roles.iter().any(|w| rest.contains(w))
    }

    /// 照明产业受外需走弱拖累: what the clause is about is what falls in the next.
    fn is_driven(&self, phrase: Span, clause: Clause) -> bool {
        let rest = Span::new(phrase.end, clause.span.end).slice(self.view.text).trim_start();
        let ends = ["拖累", "影响", "带动", "拉动", "推动", "驱动", "制约", "支撑"];
        rest.starts_with(['受', '在']) && ends.iter().any(|w| rest.contains(w))
    }
}

/// 某公司董事长丁某：, 记者刘某：: who speaks is not what is measured.
fn names_speaker(clause: &str) -> bool {
    let titles = [
        "董事长",
        "总经理",
        "经理",
        "书记",
        "主任",
        "局长",
        "处长",
        "科长",
        "镇长",
        "乡长",
        "区长",
        "县长",
        "市长",
        "部长",
        "院长",
        "校长",
        "站长",
        "队长",
        "负责人",
        "记者",
        "通讯员",
        "负责同志",
        "居民",
        "村民",
        "游客",
        "市民",
    ];
    titles.iter().any(|title| clause.contains(title))
}
