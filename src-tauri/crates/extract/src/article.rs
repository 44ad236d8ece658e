//! One article as the reading stage sees it: its text with amounts, cues, names and dates laid over it.

use crate::cue::{Class, Cue, Cues};
use crate::extractor::Lexicon;
use crate::lead::Own;
use crate::period::{PeriodContext, PeriodExpr, PeriodMention, Role};
use crate::quantity::{Amount, AmountKind, Scan};
use crate::recent::Recent;
use crate::segment::{Sort, Word};
use crate::subject::{SubjectContext, SubjectKind, SubjectMention};
use crate::tokens;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::OnceLock;
use tidemark_model::{PlaceKind, Span};

/// Everything known of a text before its figures are read; threads that read its paragraphs share it.
pub(crate) struct Marked<'a> {
    /// In simplified characters, for recognising and naming.
    pub text: &'a str,
    /// As printed.
    pub printed: &'a str,
    pub lexicon: &'a Lexicon,
    pub amounts: Vec<Amount>,
    pub cues: Vec<Cue>,
    pub periods: &'a PeriodContext<'a>,
    pub subjects: &'a SubjectContext<'a>,
    /// The period phrases in order, so that asking for a range needs no walk over all.
    phrases: Vec<PeriodMention>,
    /// The places and organisations in order.
    names: Vec<(Span, &'a str)>,
    /// Whether the text speaks of the Republic or its places; asked for years of tables.
    republic: OnceLock<bool>,
    /// What the segmenter must not cut: names, dates, masked numbers; ascending, none overlapping.
    atoms: Vec<Word>,
}

/// One reader's look at a marked text, with what it found of it last.
pub(crate) struct View<'a> {
    marked: &'a Marked<'a>,
    /// Ranges cut last: the rules of a clause ask for the same piece again and again.
    recent: Recent<Rc<[Word]>>,
    /// What the ranges asked for last end in.
    pub leads: Recent<Own>,
}

impl<'a> Deref for View<'a> {
    type Target = Marked<'a>;

    fn deref(&self) -> &Marked<'a> {
        self.marked
    }
}

impl<'a> Marked<'a> {
    pub(crate) fn new(
        (text, printed): (&'a str, &'a str),
        scan: Scan,
        lexicon: &'a Lexicon,
        periods: &'a PeriodContext<'a>,
        subjects: &'a SubjectContext<'a>,
    ) -> Self {
        let cues = lexicon.cues.scan(text);
        let atoms = atoms(text, lexicon, &scan, periods, subjects);
        let mut phrases: Vec<PeriodMention> = periods.mentions().copied().collect();
        phrases.sort_by_key(|m| m.range.start);
        let mut names: Vec<_> = subjects.mentions().iter().map(|m| (m.range, m.name.as_str())).collect();
        names.sort_by_key(|(range, _)| range.start);
        let amounts = scan.amounts;
        Self {
            text,
            printed,
            lexicon,
            amounts,
            cues,
            periods,
            subjects,
            phrases,
            names,
            republic: OnceLock::new(),
            atoms,
        }
    }

    /// Whether years may be counted from the Republic's first.
    pub(crate) fn speaks_of_the_republic(&self) -> bool {
        let words = ["民國", "民国", "台北", "臺北", "台湾", "新北"];
        *self.republic.get_or_init(|| words.iter().any(|word| self.text.contains(word)))
    }

    /// The cues that lie within a range.
    pub(crate) fn cues_in(&self, range: Span) -> &[Cue] {
        let from = self.cues.partition_point(|c| c.span.start < range.start);
        let to = self.cues.partition_point(|c| c.span.start < range.end);
        self.cues.get(from..to).unwrap_or(&[])
    }

    /// The last cue of a class within a range.
    pub(crate) fn last_cue(&self, range: Span, class: Class) -> Option<Cue> {
        self.cues_in(range).iter().rev().find(|c| c.is(class) && c.span.end <= range.end).copied()
    }

    /// The period phrases that start in a range.
    pub(crate) fn phrases_in(&self, range: Span) -> &[PeriodMention] {
        let from = self.phrases.partition_point(|m| m.range.start < range.start);
        let to = self.phrases.partition_point(|m| m.range.start < range.end);
        self.phrases.get(from..to).unwrap_or(&[])
    }

    /// The first name that starts in a range.
    pub(crate) fn name_in(&self, range: Span) -> Option<&(Span, &'a str)> {
        let from = self.names.partition_point(|(name, _)| name.start < range.start);
        self.names.get(from).filter(|(name, _)| range.contains(*name))
    }

    /// What a name resolves to that stands somewhere on the page in these very words.
    pub(crate) fn named(&self, words: &str) -> Option<&'a str> {
        self.names.iter().find(|(range, _)| range.slice(self.text) == words).map(|(_, name)| *name)
    }

    /// The first amount at or after an offset.
    pub(crate) fn amount_from(&self, at: usize) -> Option<&Amount> {
        self.amounts.get(self.amounts.partition_point(|a| a.range.start < at))
    }

    /// Whether a time to come that the text does not date stands in the range: 达产年, 建成后.
    pub(crate) fn is_undated(&self, range: Span) -> bool {
        self.phrases_in(range).iter().any(|m| m.expr == PeriodExpr::Undated)
    }

    /// Whether a phrase of this role stands in the range.
    pub(crate) fn has_period(&self, range: Span, role: Role) -> bool {
        self.phrases_in(range).iter().any(|m| m.role == role)
    }
}

impl<'a> View<'a> {
    /// A first look; nothing is found yet.
    pub(crate) fn of(marked: &'a Marked<'a>) -> Self {
        Self { marked, recent: Recent::default(), leads: Recent::default() }
    }

    /// The words of a range, names, dates and masked numbers whole.
    pub(crate) fn words(&self, range: Span) -> Rc<[Word]> {
        self.recent.of(range, || {
            let mut words = self.cut_range(range);
            for word in &mut words {
                word.classes = self.lexicon.cues.classes(word.span.slice(self.text));
            }
            words.into()
        })
    }

    fn cut_range(&self, range: Span) -> Vec<Word> {
        let mut out = Vec::new();
        let mut at = range.start;
        let first = self.atoms.partition_point(|a| a.span.end <= range.start);
        for atom in self.atoms[first..].iter().take_while(|a| a.span.start < range.end) {
            self.cut(Span::new(at, atom.span.start.max(at)), &mut out);
            let span = Span::new(atom.span.start.max(range.start), atom.span.end.min(range.end));
            out.push(Word::new(span, atom.sort));
            at = span.end;
        }
        self.cut(Span::new(at, range.end), &mut out);
        out.retain(|w| w.span.slice(self.text).contains(|c: char| !c.is_whitespace()));
        tokens::join(self.text, &out, &self.lexicon.cues)
    }

    fn cut(&self, range: Span, out: &mut Vec<Word>) {
        if range.end > range.start {
            self.lexicon.segmenter.cut(range.slice(self.text), range.start, out);
        }
    }
}

/// 企业 and 项目 stand for another mention only where they open a clause; after 3家 or in 合作项目 they are nouns.
fn is_atom(mention: &SubjectMention, text: &str, lexicon: &Lexicon) -> bool {
    let words = mention.range.slice(text);
    match mention.kind {
        SubjectKind::Event => false,
        _ if words == "国内" => false,
        // 对东盟、中国香港进出口: a partner of trade, not whose figure it is.
        SubjectKind::Place(_) if matches!(words, "中国香港" | "中国台湾" | "中国澳门") => {
            !text[..mention.range.start].ends_with(['对', '、', '和', '与', '及'])
        }
        // 集团化办学
        SubjectKind::Deictic if text.get(mention.range.end..).is_some_and(|t| t.starts_with('化')) => false,
        SubjectKind::Organisation if words.starts_with(|c: char| c.is_numeric()) => false,
        SubjectKind::Project if words.contains("以上") || words.starts_with(['亿', '万']) => false,
        SubjectKind::Deictic if lexicon.cues.is(words, Class::Counted) => {
            let before = text.get(..mention.range.start).and_then(|t| t.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '、' | '”'))
        }
        _ => !(words.starts_with('中') && text.get(..mention.range.start).is_some_and(|t| t.ends_with('其'))),
    }
}

/// 建成现代农业示范区|125个: what is counted right after it, or after 累计建设, is a kind of thing and no name.
fn is_counted(mention: &SubjectMention, text: &str, lexicon: &Lexicon, amounts: &[Amount]) -> bool {
    if !matches!(mention.kind, SubjectKind::Organisation | SubjectKind::Project | SubjectKind::Place(PlaceKind::Park)) {
        return false;
    }
    let next = amounts.partition_point(|a| a.outer.start < mention.range.end);
    let Some(amount) = amounts.get(next) else { return false };
    let counts = matches!(amount.unit.as_str(), "家" | "个" | "所" | "处" | "座" | "项" | "片" | "户" | "条");
    let ends = !text[amount.outer.end..].starts_with(|c: char| c.is_alphanumeric());
    counts && ends && links_only(&text[mention.range.end..amount.outer.start], &lexicon.cues)
}

/// 22个重点|突破项目, 3个省级|经济开发区: the end of what is counted is no project's or park's name.
fn ends_counted(mention: &SubjectMention, text: &str, amounts: &[Amount]) -> bool {
    let before = amounts.partition_point(|a| a.outer.end <= mention.range.start);
    let Some(amount) = before.checked_sub(1).and_then(|n| amounts.get(n)) else { return false };
    let between = &text[amount.outer.end..mention.range.start];
    let counts = matches!(amount.unit.as_str(), "个" | "项") && between.chars().count() <= 4;
    let park = mention.kind == SubjectKind::Place(PlaceKind::Park) && between.ends_with('级');
    counts && (park || mention.kind == SubjectKind::Project) && between.chars().all(char::is_alphabetic)
}

/// Whether the words are verbs that link, add up or build, without anything else: 累计建设.
fn links_only(between: &str, cues: &Cues) -> bool {
    let classes = [Class::Link, Class::Cumulative, Class::Action, Class::Light];
    let sum = |word: &str| matches!(word, "数量" | "总数" | "个数");
    let is = |word: &str| sum(word) || classes.iter().any(|&class| cues.is(word, class));
    let mut rest = between.trim();
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(i, c)| i + c.len_utf8()).take(4).collect::<Vec<_>>();
        let Some(end) = ends.into_iter().rev().find(|&end| is(&rest[..end])) else { return false };
        rest = &rest[end..];
    }
    true
}

fn atoms(text: &str, lexicon: &Lexicon, scan: &Scan, periods: &PeriodContext, subjects: &SubjectContext) -> Vec<Word> {
    let (amounts, masked) = (&scan.amounts, &scan.masked);
    let mut all: Vec<(Word, u8)> = Vec::new();
    all.extend(amounts.iter().map(|a| (Word::new(a.range, sort_of_amount(a)), 0)));
    all.extend(periods.mentions().map(|m| (Word::new(m.range, Sort::Period), 1)));
    let measured = |m: &SubjectMention| {
        let next = amounts.partition_point(|a| a.outer.start < m.range.end);
        amounts.get(next).is_some_and(|a| a.outer.start == m.range.end)
    };
    let project = |m: &SubjectMention| m.kind == SubjectKind::Project && measured(m);
    let kind =
        |m: &SubjectMention| !project(m) && !is_counted(m, text, lexicon, amounts) && !ends_counted(m, text, amounts);
    let names = subjects.mentions().iter().filter(|m| is_atom(m, text, lexicon) && kind(m));
    all.extend(names.map(|m| (Word::new(m.range, Sort::Name), 2)));
    all.extend(masked.iter().map(|m| (Word::new(m.range, sort_of(m.why)), 3)));
    all.retain(|(word, _)| word.span.end > word.span.start);
    all.sort_by_key(|(word, rank)| (word.span.start, std::cmp::Reverse(word.span.end), *rank));
    let mut out: Vec<Word> = Vec::new();
    for (word, _) in all {
        if out.last().is_none_or(|last| last.span.end <= word.span.start) {
            out.push(word);
        }
    }
    out
}

/// A number without a unit is part of a name: 地铁3号线.
fn sort_of_amount(amount: &Amount) -> Sort {
    if amount.kind == AmountKind::Bare { Sort::Noun } else { Sort::Amount }
}

fn sort_of(why: &str) -> Sort {
    match why {
        "date" | "duration" | "time" | "clock" => Sort::Period,
        _ => Sort::Noun,
    }
}
