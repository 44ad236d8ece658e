//! Word boundaries inside a clause: 规模以上工业总产值 is one word, 受理企业问题 three.
//!
//! jieba-rs with the project's lexicon; numbers and names are cut out before by the callers.

use crate::catalogue::Catalogue;
use crate::chars::is_word;
use crate::cue::{Class, Cues};
use crate::hash::FastSet;
use jieba_rs::Jieba;
use tidemark_model::Span;

/// What a word may do in an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Nouns, attributes and what else may stand in a noun phrase.
    Noun,
    /// 走访, 受理
    Verb,
    /// 不断, 全面
    Adverb,
    /// 对, 在, 为
    Preposition,
    /// 和, 与, 及, 、
    And,
    /// 的
    Of,
    /// 了, 着
    Particle,
    /// 这, 某些
    Pronoun,
    /// Quotes and hyphens, part of a name.
    Joint,
    /// Any other mark.
    Mark,
    /// A date, which ends a phrase.
    Period,
    /// A place or organisation, which ends a phrase.
    Name,
    /// Another amount.
    Amount,
}

/// What a phrase can be that ends in a word, as the dictionary has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heads {
    /// 产值; the word may end a name.
    Names,
    /// 罕见, 偏僻: it says of what kind a thing is and ends no name.
    Quality,
    /// 现在, 直接, 之间: it says when, how or where and ends no name.
    Setting,
}

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub span: Span,
    pub sort: Sort,
    pub heads: Heads,
    /// What the cue lexicon says of the whole word; filled in by the view.
    pub classes: u32,
}

impl Word {
    /// A word of which the lexicon has not been asked.
    pub(crate) fn new(span: Span, sort: Sort) -> Self {
        Self { span, sort, heads: Heads::Names, classes: 0 }
    }

    /// Whether the whole word is a cue of this class.
    pub(crate) fn is(self, class: Class) -> bool {
        self.classes & crate::cue::bit(class) != 0
    }
}

/// The segmenter.
#[derive(Debug)]
pub(crate) struct Segmenter {
    jieba: Jieba,
    /// Words that are nouns here whatever the dictionary says.
    nouns: FastSet<String>,
    /// 项目 and 总投资, which the dictionary may hold as one word.
    counted: FastSet<String>,
    heads: FastSet<String>,
    /// Verbs that the dictionary may call adverbs: 更新.
    actions: FastSet<String>,
    /// Verbs that longer dictionary words may begin with.
    verbs: FastSet<String>,
}

impl Segmenter {
    pub(crate) fn new(cues: &Cues, catalogue: &Catalogue) -> Self {
        let mut jieba = Jieba::new();
        for word in cues.words().filter(|w| w.chars().count() > 1) {
            let firm = [Class::To, Class::Link, Class::Base, Class::Growth].iter().any(|&class| cues.is(word, class));
            if !jieba.has_word(word) || noun(cues, word) || firm {
                jieba.add_word(word, None, Some(if noun(cues, word) { "n" } else { "v" }));
            }
        }
        for row in catalogue.rows() {
            for name in std::iter::once(&row.name).chain(&row.aliases) {
                if !jieba.has_word(name) {
                    jieba.add_word(name, None, Some("nz"));
                }
            }
        }
        let nouns = cues.words().filter(|w| noun(cues, w)).map(str::to_owned).collect();
        let verb = |w: &&str| {
            cues.is(w, Class::Link)
                || cues.is(w, Class::Planned)
                || cues.is(w, Class::Cumulative)
                || *w == "持续"
                || *w == "投入"
        };
        let verbs = cues.words().filter(|w| w.chars().count() == 2).filter(verb).map(str::to_owned).collect();
        let of = |class| cues.words().filter(|w| cues.is(w, class)).map(str::to_owned).collect::<FastSet<_>>();
        Self { jieba, nouns, verbs, counted: of(Class::Counted), heads: of(Class::Head), actions: of(Class::Action) }
    }

    /// 完成|投资, 计划|总投资: where the dictionary's word is a verb and what it is done to.
    fn opening(&self, word: &str) -> Option<usize> {
        if word.chars().count() < 4 {
            return None;
        }
        let cut = word.char_indices().map(|(i, _)| i).nth(2)?;
        let (first, rest) = word.split_at(cut);
        (self.verbs.contains(first) || (self.counted.contains(first) && self.heads.contains(rest))).then_some(cut)
    }

    /// Adds the words of `text`, whose first byte stands at `base`.
    pub(crate) fn cut(&self, text: &str, base: usize, out: &mut Vec<Word>) {
        let mut at = base;
        // A word has two characters, more or less.
        out.reserve(text.len() / 6 + 1);
        for tag in self.jieba.tag(text, false) {
            let span = Span::new(at, at + tag.word.len());
            at = span.end;
            if self.nouns.contains(tag.word) {
                out.push(Word::new(span, Sort::Noun));
                continue;
            }
            let sort = if self.actions.contains(tag.word) { Sort::Verb } else { sort(tag.word, tag.tag) };
            match self.opening(tag.word) {
                Some(cut) => {
                    let middle = span.start + cut;
                    let first = if self.counted.contains(&tag.word[..cut]) { Sort::Noun } else { Sort::Verb };
                    out.push(Word::new(Span::new(span.start, middle), first));
                    out.push(Word::new(Span::new(middle, span.end), sort));
                }
                None => out.push(Word { heads: heads(tag.word, tag.tag), ..Word::new(span, sort) }),
            }
        }
    }
}

fn noun(cues: &Cues, word: &str) -> bool {
    cues.is(word, Class::Head) || cues.is(word, Class::Attribute) || cues.is(word, Class::Counted)
}

fn sort(word: &str, tag: &str) -> Sort {
    if let Some(sort) = by_word(word) {
        return sort;
    }
    match tag.as_bytes() {
        [b'v', b'n', ..] | [b'a', b'n', ..] => Sort::Noun,
        [b'v', ..] => Sort::Verb,
        [b'd', ..] => Sort::Adverb,
        [b'p', ..] => Sort::Preposition,
        [b'c', ..] => Sort::Particle,
        [b'u', ..] | [b'y', ..] | [b'e'] => Sort::Particle,
        [b'r', ..] => Sort::Pronoun,
        _ => Sort::Noun,
    }
}

/// A single character may be the head of a word that the dictionary does not hold.
fn heads(word: &str, tag: &str) -> Heads {
    match tag {
        _ if word.chars().count() == 1 || word == "以上" => Heads::Names,
        "a" => Heads::Quality,
        "ad" | "t" | "f" => Heads::Setting,
        _ => Heads::Names,
    }
}

fn by_word(word: &str) -> Option<Sort> {
    Some(match word {
        // 自然|屯 is a kind of village.
        "本地" | "自然" => Sort::Noun,
        "、" | "和" | "与" | "及" | "以及" | "及其" | "與" | "或" | "或者" => Sort::And,
        "的" | "之" => Sort::Of,
        "“" | "”" | "‘" | "’" | "\"" | "·" | "-" | "—" | "–" | "/" | "+" | "&" => Sort::Joint,
        "（" | "）" | "(" | ")" => Sort::Mark,
        _ if word.chars().all(|c| !is_word(c) || ('①'..='⑳').contains(&c)) => Sort::Mark,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_indicator_of_the_catalogue_ends_in_a_word_that_ends_no_name() {
        let (cues, catalogue) = (Cues::bundled(), Catalogue::bundled());
        let segmenter = Segmenter::new(&cues, &catalogue);
        let mut words = Vec::new();
        for name in catalogue.rows().iter().flat_map(|row| std::iter::once(&row.name).chain(&row.aliases)) {
            words.clear();
            segmenter.cut(name, 0, &mut words);
            assert!(words.last().is_some_and(|last| last.heads == Heads::Names), "{name}");
        }
    }

    #[test]
    fn qualities_and_settings_end_no_name() {
        let (cues, catalogue) = (Cues::bundled(), Catalogue::bundled());
        let segmenter = Segmenter::new(&cues, &catalogue);
        let heads = |word: &str| {
            let mut words = Vec::new();
            segmenter.cut(word, 0, &mut words);
            words.last().map(|last| last.heads)
        };
        assert_eq!(heads("罕见"), Some(Heads::Quality));
        assert_eq!(heads("现在"), Some(Heads::Setting));
        assert_eq!(heads("青年"), Some(Heads::Names));
    }
}
