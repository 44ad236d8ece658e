//! The noun phrase that names what an amount measures: 国家高新技术企业 of 新增国家高新技术企业101家,
//! 整车龙头企业 of 3家整车龙头企业.
//!
//! Works on the words of one clause piece; which piece, and what is inherited, the reading stage decides.

mod left;
mod lists;
mod right;

use crate::cue::Class;
use crate::segment::{Heads, Sort, Word};
use lists::{BODIES, COLLECTIVE, COMPOUND, FUNCTIONS, INNER, NEVER, TRADES};
pub(crate) use lists::{NOMINAL, STAGES};
use tidemark_model::Span;

/// An indicator's words as they stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Cleaned of white space, 的 and link verbs: 石油行业增加值 for 石油行业实现增加值.
    pub words: String,
    /// From the first to the last of its words.
    pub span: Span,
    /// The members of a list, cleaned: 西红柿, 草莓, 樱桃.
    pub items: Vec<String>,
    /// The same, but 和 and 及 do not part: 电气机械和器材制造业, 仪器仪表制造业.
    pub commas: Vec<String>,
}

/// The phrase that ends the piece, link words after it skipped.
pub(crate) fn before(text: &str, words: &[Word]) -> Option<Phrase> {
    let walk = Walk { text, words };
    let end = walk.skip_links(words.len());
    if let Some((open, close)) = walk.titled(end) {
        return walk.phrase(open, close);
    }
    let start = walk.after_agent(walk.start_of(end), end);
    // 每|平方公里
    if start > 0 && start + 1 == end && walk.word(start - 1) == "每" {
        return None;
    }
    // 未|开工项目
    let not = start > 0 && start < end && matches!(walk.word(start - 1), "未" | "非");
    walk.phrase(if not { start - 1 } else { start }, end)
}

/// The phrase that starts the piece: the counted thing after 3家.
pub(crate) fn after(text: &str, words: &[Word]) -> Option<Phrase> {
    let walk = Walk { text, words };
    let end = walk.without_doing(walk.end_of_counted());
    walk.phrase(0, walk.head_beyond(end).unwrap_or(end))
}

struct Walk<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl Walk<'_> {
    fn word(&self, i: usize) -> &str {
        self.words[i].span.slice(self.text)
    }

    fn is(&self, i: usize, class: Class) -> bool {
        self.words[i].is(class)
    }

    /// 《整改提示单》51份: where the title that ends the piece begins and ends.
    fn titled(&self, end: usize) -> Option<(usize, usize)> {
        let close = (end..self.words.len()).find(|&i| self.word(i) == "》")?;
        let open = (0..close).rev().find(|&i| self.word(i) == "《")?;
        let whole = self.words[open..close].iter().all(|w| !matches!(w.sort, Sort::Amount));
        let last = close + 1 == self.words.len();
        (whole && last).then_some((open, close + 1))
    }

    /// 规上工业总产值|去年达 : where the phrase ends.
    fn skip_links(&self, mut end: usize) -> usize {
        while end > 0 && (self.is_link(end - 1) || self.is_manner(end - 1) || self.is_predicate(end - 1)) {
            end -= 1;
        }
        end = self.skip_counts(end);
        if end > 0 && matches!(self.word(end - 1), "）" | ")") {
            let open = (0..end).rev().find(|&i| matches!(self.word(i), "（" | "("));
            end = open.filter(|&i| i > 0).unwrap_or(end);
        }
        while end > 0 && self.is_link(end - 1) {
            end -= 1;
        }
        end
    }

    /// 野生动物|71科|210种, 交通指数|5.2: bare numbers between the phrase and the amount.
    fn skip_counts(&self, mut end: usize) -> usize {
        let number = |i: usize| self.word(i).chars().all(|c| c.is_ascii_digit() || c == '.');
        let rank = |i: usize| matches!(self.word(i), "科" | "属" | "目" | "纲" | "里" | "栋" | "幢" | "类" | "种");
        loop {
            let counted = end > 2 && rank(end - 1) && number(end - 2);
            let bare = end > 1 && number(end - 1) && self.word(end - 1).contains('.');
            match (counted, bare) {
                (true, _) => end -= 2,
                (_, true) => end -= 1,
                _ => return end,
            }
            while end > 1 && matches!(self.words[end - 1].sort, Sort::And) {
                end -= 1;
            }
        }
    }

    fn is_link(&self, i: usize) -> bool {
        let word = &self.words[i];
        match word.sort {
            Sort::Period | Sort::Adverb | Sort::Preposition | Sort::Particle | Sort::And => true,
            Sort::Mark => !matches!(self.word(i), "）" | ")"),
            Sort::Of => true,
            _ if NEVER.has(self.word(i)) || INNER.has(self.word(i)) => true,
            Sort::Name => self.is_deictic_tail(i),
            Sort::Verb | Sort::Noun | Sort::Pronoun => {
                self.is(i, Class::Link)
                    || self.is(i, Class::Base)
                    || self.is(i, Class::Each)
                    || self.is(i, Class::Respectively)
                    || self.is(i, Class::Cumulative)
                    || self.is(i, Class::Planned)
                    || self.is(i, Class::New)
                    || self.is(i, Class::To)
                    || (self.is(i, Class::Light) && !self.has_noun_before(i))
            }
            Sort::Joint | Sort::Amount => false,
        }
    }

    /// 公差需要|控制|到25毫米: a verb that says how far it came.
    fn is_predicate(&self, i: usize) -> bool {
        let after = &self.text[self.words[i].span.end..];
        self.words[i].sort == Sort::Verb && after.starts_with(['到', '至']) && !after.starts_with("到位")
    }

    /// 税收由当年的20万元提高到|现在|的400万元, 适当|发展到: when or how it is done; 规模|最大|的 says which are meant.
    fn is_manner(&self, i: usize) -> bool {
        match self.words[i].heads {
            Heads::Names => false,
            Heads::Setting => true,
            Heads::Quality => !self.text[self.words[i].span.end..].starts_with('的'),
        }
    }

    /// 汽车产量全市达…: a place between indicator and amount.
    fn is_deictic_tail(&self, i: usize) -> bool {
        i > 0 && matches!(self.words[i - 1].sort, Sort::Noun)
    }

    /// 汽车|销售: the verb is the head of a noun phrase.
    fn has_noun_before(&self, i: usize) -> bool {
        i > 0 && self.words[i - 1].sort == Sort::Noun && !self.is_stop_word(i - 1)
    }

    fn is_stop_word(&self, i: usize) -> bool {
        self.is(i, Class::Link) || self.is(i, Class::Light) || self.is(i, Class::New) || self.is(i, Class::Planned)
    }

    fn is_never(&self, i: usize) -> bool {
        NEVER.has(self.word(i))
    }

    /// A verb of two characters that no class of cues claims: after a noun it may be the noun's head.
    fn is_nominal(&self, i: usize) -> bool {
        let claimed = [Class::Light, Class::Link, Class::New, Class::Growth, Class::To, Class::Planned, Class::Serving];
        let open = self.word(i).chars().count() == 2 && !claimed.iter().any(|&class| self.is(i, class));
        COMPOUND.contains(&self.word(i)) || open
    }

    /// 养殖|基地, 加工|企业, 转移|示范|机构: the verb says what the place or body is for.
    fn says_what_for(&self, i: usize, start: usize) -> bool {
        let named = (start..start + 2).find(|&n| n < self.words.len() && !self.is(n, Class::Attribute));
        let (verb, thing) = (self.word(i), named.map_or("", |n| self.word(n)));
        FUNCTIONS.contains(&verb) && BODIES.contains(&thing) || TRADES.contains(&verb) && thing == "企业"
    }

    /// 执业|（助理）|医师: a short bracket of plain words is part of the name; （R&D） only writes it again.
    fn keeps_bracket(&self, open: usize, end: usize) -> bool {
        let han = |c: char| c.is_alphabetic() && !c.is_ascii();
        let inner = self.words.get(open + 1).filter(|_| open + 2 < end && matches!(self.word(open + 2), "）" | ")"));
        inner.is_some_and(|w| w.span.slice(self.text).chars().count() == 2 && w.span.slice(self.text).chars().all(han))
    }

    fn phrase(&self, start: usize, end: usize) -> Option<Phrase> {
        let kept = self.words.get(start..end).filter(|w| w.last().is_some_and(|last| last.heads == Heads::Names))?;
        let span = Span::new(kept[0].span.start, kept[kept.len() - 1].span.end);
        let mut joined = Joined::with_capacity(span.end - span.start);
        let whole_is_link = kept.len() == 1;
        let mut bracket = false;
        for (i, word) in (start..end).zip(kept) {
            match self.word(i) {
                open @ ("（" | "(") => {
                    bracket = !self.keeps_bracket(i, end);
                    if !bracket {
                        joined.push(open);
                    }
                }
                "）" | ")" if bracket => bracket = false,
                _ if bracket => {}
                and if word.sort == Sort::And => joined.part(and),
                "中" => {}
                _ if i > start && self.is(i, Class::Cumulative) => {}
                _ if word.sort == Sort::Of || self.is_inner_link(i) && !whole_is_link => {}
                plain => joined.push(plain),
            }
        }
        let words = &joined.words[..];
        let (items, commas) = (joined.items.cleaned(words), joined.commas.cleaned(words));
        let rest = etc(words).map_or("", |at| &words[at + '等'.len_utf8()..]);
        let collective = COLLECTIVE.contains(&rest) && !words.contains('、');
        // 松林、梅潮等|村|土地
        let bare =
            rest.strip_prefix(['村', '镇', '乡']).filter(|thing| thing.chars().count() > 1 && !thing.starts_with('级'));
        let rest = bare.unwrap_or(rest);
        let words = if rest.chars().nth(1).is_some() && !collective { rest } else { words };
        let words = unquote(words.trim_matches(|c| matches!(c, '、' | '-' | '—' | '·')));
        let rest = |i: usize| self.word(i) == "中";
        let single = self.is(start, Class::Counted) && (start + 1..end).all(rest);
        (single || words.chars().count() > 1).then_some(Phrase { words, span, items, commas })
    }
}

/// A phrase's words put together, and where its members begin and end as a list.
struct Joined {
    words: String,
    items: Members,
    /// The same where only 、 parts.
    commas: Members,
}

/// Where members stand; nearly every phrase has but one.
#[derive(Default)]
struct Members {
    before: Vec<Span>,
    last: Span,
}

impl Members {
    fn begin(&mut self, at: usize) {
        self.before.push(std::mem::replace(&mut self.last, Span::new(at, at)));
    }

    /// Those that hold something, cleaned.
    fn cleaned(&self, words: &str) -> Vec<String> {
        let all = self.before.iter().chain([&self.last]);
        all.map(|span| unquote(span.slice(words))).filter(|item| !item.is_empty()).collect()
    }
}

impl Joined {
    fn with_capacity(bytes: usize) -> Self {
        Self { words: String::with_capacity(bytes), items: Members::default(), commas: Members::default() }
    }

    /// 、 and 和 part members; of the wider list only 、 does.
    fn part(&mut self, and: &str) {
        self.words.push_str(and);
        let end = self.words.len();
        self.items.begin(end);
        if and == "、" {
            self.commas.begin(end);
        } else {
            self.commas.last.end = end;
        }
    }

    fn push(&mut self, word: &str) {
        self.words.extend(word.split_whitespace());
        let end = self.words.len();
        (self.items.last.end, self.commas.last.end) = (end, end);
    }
}

/// Where 等 ends a list; in 中等 and 高等 it does not.
pub(crate) fn etc(words: &str) -> Option<usize> {
    words
        .rfind('等')
        .filter(|&at| !words[..at].ends_with(['中', '高', '初', '平', '同', '均', '一', '二', '三', '特', '上']))
        .filter(|&at| !words[at + '等'.len_utf8()..].starts_with(['级', '额', '次', '量', '效', '值']))
}

/// Quotes that open or close without their partner are dropped.
fn unquote(words: &str) -> String {
    let quoted = words.contains(is_quote);
    let count = |c: char| words.matches(c).count();
    if !quoted || count('“') == count('”') && count('‘') == count('’') {
        return words.to_owned();
    }
    words.chars().filter(|&c| !is_quote(c)).collect()
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’')
}

/// How many of the words are left when the links at the end are taken off.
pub(crate) fn end_of_links(text: &str, words: &[Word]) -> usize {
    Walk { text, words }.skip_links(words.len())
}

/// Whether nothing but links stands in the words.
pub(crate) fn only_links(text: &str, words: &[Word]) -> bool {
    let walk = Walk { text, words };
    (0..words.len()).all(|i| walk.is_link(i))
}
