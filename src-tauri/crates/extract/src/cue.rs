//! Words that tell what kind of figure an amount is: 同比增长 (growth), 占 (share), 新增 (new), 力争 (planned).
//!
//! Finds them, longest first, with the rows of `data/lexicon/cues.toml`; what they make of an amount is
//! the reading stage's.

use crate::hash::FastMap;
use crate::trie::Trie;
use serde::Deserialize;
use tidemark_model::Span;

/// What a cue says. A word may say several things: 升至 ends a growth and is said of ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Class {
    /// 增长, 下降
    Growth,
    /// 增至, 提高到
    To,
    /// 占, 比重
    Share,
    /// 新增, 新认定
    New,
    /// 累计
    Cumulative,
    /// 高于, 低于
    Above,
    /// 位居
    Rank,
    /// 均, 各
    Each,
    /// 分别
    Respectively,
    /// 同比, 按可比价格计算
    Base,
    /// 力争, 预计
    Planned,
    /// Hides shorter cues inside it: 增加值
    None,
    /// 实现, 达: never part of an indicator
    Link,
    /// 引进, 培育: before an indicator, not part of it
    Light,
    /// 产值, 面积: the last part of an indicator
    Head,
    /// 知名, 参会: before a counted noun and part of it
    Attribute,
    /// 安置, 惠及: part of the indicator of those served
    Serving,
    /// 企业, 项目: nouns that are counted
    Counted,
    /// 改造, 建设: verbs that after a noun are nouns
    Action,
    /// 投入, 出资: names its amount by itself
    Deed,
    /// 方面, 特点: what only names a list
    Abstract,
    /// 公报, 年鉴: what a figure is quoted from
    Source,
}

#[derive(Deserialize)]
struct File {
    cue: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    class: Class,
    #[serde(default)]
    sign: i8,
    words: Vec<String>,
}

/// A cue found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    pub span: Span,
    classes: u32,
    /// −1 for a fall, 1 for a rise, 0 for neither.
    pub sign: i8,
}

impl Cue {
    pub(crate) fn is(self, class: Class) -> bool {
        self.classes & bit(class) != 0
    }
}

pub(crate) fn bit(class: Class) -> u32 {
    1 << class as u32
}

/// The cue lexicon.
#[derive(Debug)]
pub(crate) struct Cues {
    words: FastMap<String, (u32, i8)>,
    trie: Trie<(u32, i8)>,
    /// The measured things by their last character, the longest first.
    heads: FastMap<char, Vec<String>>,
}

impl Cues {
    /// The project's own rows.
    pub(crate) fn bundled() -> Self {
        Self::parse(include_str!("../../../../data/lexicon/cues.toml"))
    }

    fn parse(text: &str) -> Self {
        let rows = toml::from_str::<File>(text).map_or_else(|_| Vec::new(), |file| file.cue);
        let mut words: FastMap<String, (u32, i8)> = FastMap::default();
        let mut heads: FastMap<char, Vec<String>> = FastMap::default();
        for row in rows {
            for word in row.words {
                if let Some(last) = word.chars().next_back().filter(|_| row.class == Class::Head) {
                    heads.entry(last).or_default().push(word.clone());
                }
                let entry = words.entry(word).or_default();
                entry.0 |= bit(row.class);
                entry.1 = if row.sign == 0 { entry.1 } else { row.sign };
            }
        }
        heads.values_mut().for_each(|heads| heads.sort_by_key(|head| std::cmp::Reverse(head.len())));
        let trie = Trie::new(words.iter().map(|(word, &what)| (word.as_str(), what)));
        Self { words, trie, heads }
    }

    /// All cues of a text in order; none overlaps another.
    pub(crate) fn scan(&self, text: &str) -> Vec<Cue> {
        let mut out = Vec::new();
        self.trie.walk(text, |start, words| {
            let &[.., (end, &[(classes, sign)])] = words else { return 0 };
            let span = Span::new(start, end);
            out.push(match span.slice(text) {
                // 占|地区生产总值
                "占地" if text[end..].starts_with(['区', '方']) => {
                    Cue { span: Span::new(start, start + '占'.len_utf8()), classes: bit(Class::Share), sign: 0 }
                }
                _ => Cue { span, classes, sign },
            });
            end
        });
        out
    }

    /// Whether the whole word is a cue of this class.
    pub(crate) fn is(&self, word: &str, class: Class) -> bool {
        self.words.get(word).is_some_and(|(classes, _)| classes & bit(class) != 0)
    }

    /// Everything that the lexicon says of a whole word.
    pub(crate) fn classes(&self, word: &str) -> u32 {
        self.words.get(word).map_or(0, |(classes, _)| *classes)
    }

    /// The measured thing at the end of an indicator: 增加值 of 石油行业增加值.
    pub(crate) fn head_of<'a>(&self, words: &'a str) -> Option<&'a str> {
        let head = self.heads.get(&words.chars().next_back()?)?.iter().find(|head| words.ends_with(head.as_str()))?;
        Some(&words[words.len() - head.len()..])
    }

    /// Whether the word links, adds, plans or changes, and so is no stem of a noun.
    pub(crate) fn is_verbal(&self, word: &str) -> bool {
        [Class::Link, Class::New, Class::Planned, Class::Growth, Class::To, Class::Base, Class::Cumulative]
            .iter()
            .any(|&class| self.is(word, class))
    }

    /// Words the segmenter must know.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_word_hides_a_shorter_cue_in_it() {
        let cues = Cues::bundled();
        let found = cues.scan("工业增加值增长5%");
        assert!(found.iter().filter(|c| c.is(Class::Growth)).all(|c| c.span.start == "工业增加值".len()));
    }

    #[test]
    fn the_head_is_the_longest_measured_thing_at_the_end() {
        let cues = Cues::bundled();
        assert_eq!(cues.head_of("石油行业增加值"), Some("增加值"));
        assert_eq!(cues.head_of("高新技术企业"), None);
    }
}
