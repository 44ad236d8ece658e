//! Which period an amount of an article takes: in 上半年,GDP达580亿元;1—5月,进出口32亿元 each its own.
//!
//! Knows nothing of indicators or subjects; dating the words themselves is [`super::resolve`]'s.

use super::expr::{Part, PeriodExpr, PeriodMention, Role, YearRef};
use super::resolve::{Anchor, resolve};
use super::scan::scan;
use tidemark_model::{Article, BlockRole, Period, Resolved, Span};

/// A mention with its date and its place in the text.
struct Dated {
    mention: PeriodMention,
    found: Option<(Period, String)>,
    block: usize,
    sentence: Span,
    clause: Span,
}

/// The period phrases of one article, dated, ready to be asked for the period of any amount in it.
///
/// All offsets are bytes of the article's joined text, those of the answers' spans too.
pub struct PeriodContext<'t> {
    text: &'t str,
    blocks: Vec<(Span, BlockRole)>,
    mentions: Vec<Dated>,
    anchor: Anchor,
}

impl<'t> PeriodContext<'t> {
    /// Scans and dates the article's phrases; `anchor` brings the issue's date and the page's certain year.
    #[must_use]
    pub fn new(article: &'t Article, anchor: Anchor) -> Self {
        let blocks = article.blocks.iter().map(|b| (b.range, b.role)).collect();
        Self::of_text(article.joined.text(), blocks, anchor)
    }

    /// The same for a text with its blocks; without blocks every line is a paragraph.
    #[must_use]
    pub fn of_text(text: &'t str, blocks: Vec<(Span, BlockRole)>, anchor: Anchor) -> Self {
        let blocks = if blocks.is_empty() { lines(text) } else { blocks };
        let mut context = Self { text, blocks, mentions: Vec::new(), anchor };
        context.date_all();
        context
    }

    /// The article's period phrases in order.
    pub fn mentions(&self) -> impl Iterator<Item = &PeriodMention> {
        self.mentions.iter().map(|d| &d.mention)
    }

    /// The period of the amount that starts at byte `at`, with its reason and how it was reached.
    #[must_use]
    pub fn period_for(&self, at: usize) -> Option<Resolved<Period>> {
        self.reached(at).map(|(period, _)| period)
    }

    /// The same with the rule that found it: `period/clause`, `period/sentence`, `period/paragraph`,
    /// `period/article`, `period/body` or `period/issue`.
    #[must_use]
    pub fn reached(&self, at: usize) -> Option<(Resolved<Period>, &'static str)> {
        let (chosen, rule) = match self.governing(at) {
            Some((index, rule)) => (Some(index), rule),
            None => (None, "period/issue"),
        };
        let Some(dated) = chosen.map(|i| &self.mentions[i]) else {
            let value = self.anchor.now()?;
            let reason = format!("文中未写时间，按刊期取{}", value.to_chinese());
            return Some((Resolved { value, reason, span: None }, rule));
        };
        let (value, reason) = self.one_end(dated, at).or_else(|| dated.found.clone())?;
        Some((
            Resolved { value, reason: format!("“{}”{reason}", self.words(dated)), span: Some(dated.mention.range) },
            rule,
        ))
    }

    fn words(&self, dated: &Dated) -> &str {
        dated.mention.range.slice(self.text)
    }

    /// 从1995年到2005年,产量由3636辆提升到92519辆: the first amount is of 1995, the second of 2005.
    fn one_end(&self, dated: &Dated, at: usize) -> Option<(Period, String)> {
        let PeriodExpr::Years(YearRef::Named(from), YearRef::Named(to)) = dated.mention.expr else { return None };
        let lead = self.text.get(..dated.mention.range.start)?;
        if !["从", "由", "自", "從"].iter().any(|w| lead.ends_with(w)) {
            return None;
        }
        let near = tail(self.text.get(dated.mention.range.end..at)?, 8);
        let last = |words: &[&str]| words.iter().filter_map(|w| near.rfind(w)).max();
        let (begin, end) = (last(&["从", "由", "自"]), last(&["到", "至", "为", "达"]));
        let year = match (begin, end) {
            (Some(b), e) if e.is_none_or(|e| e < b) => from,
            (_, Some(_)) => to,
            _ => return None,
        };
        Some((Period::Year(year), format!("文中写明{from}年至{to}年，取{year}年")))
    }

    fn governing(&self, at: usize) -> Option<(usize, &'static str)> {
        let sentence = sentence_at(self.text, at);
        let clause = clause_at(self.text, at);
        let before = self.mentions.partition_point(|d| d.mention.range.start < at);
        let here = |d: &Dated| d.sentence == sentence;
        if let Some(found) = self.in_sentence(at, before, sentence, clause) {
            return Some(found);
        }
        let block = self.block_at(at);
        if let Some(role) = block.map(|b| self.blocks[b].1)
            && matches!(role, BlockRole::Headline | BlockRole::Byline)
            && let Some(i) = self.body_mention(at)
        {
            return Some((i, "period/body"));
        }
        let earlier = self.mentions[..before].iter().enumerate().rev().filter(|(_, d)| !here(d) && lasting(d));
        let mut in_article = None;
        for (i, d) in earlier {
            if Some(d.block) == block {
                return Some((i, "period/paragraph"));
            }
            in_article = Some(i);
            break;
        }
        in_article.map(|i| (i, "period/article"))
    }

    fn in_sentence(&self, at: usize, before: usize, sentence: Span, clause: Span) -> Option<(usize, &'static str)> {
        let group = group_at(self.text, at);
        let inside = |i: &usize| self.mentions[*i].mention.range.start >= sentence.start;
        let usable: Vec<usize> =
            (0..before).rev().take_while(inside).filter(|i| self.serves(&self.mentions[*i], at, clause)).collect();
        if let Some(&i) = usable.iter().find(|&&i| group.start <= self.mentions[i].mention.range.start) {
            let rule = if self.mentions[i].clause == clause { "period/clause" } else { "period/sentence" };
            return Some((i, rule));
        }
        let after = self.mentions[before..].iter().take_while(|d| d.mention.range.start < clause.end);
        let mut after = after.enumerate().filter(|(_, d)| d.mention.role == Role::Stated && self.led_by_at(d));
        if let Some((n, _)) = after.next() {
            return Some((before + n, "period/clause"));
        }
        usable.iter().rev().find(|&&i| lasting(&self.mentions[i])).map(|&i| (i, "period/sentence"))
    }

    /// …于2010年投产: a date after the amount counts only when led in.
    fn led_by_at(&self, dated: &Dated) -> bool {
        let lead = self.text.get(..dated.mention.range.start).unwrap_or("");
        ["于", "於", "在"].iter().any(|w| lead.ends_with(w))
    }

    fn serves(&self, dated: &Dated, at: usize, clause: Span) -> bool {
        match dated.mention.role {
            Role::Base | Role::Dateline => false,
            Role::Aside => dated.clause == clause,
            Role::From => dated.clause == clause && !self.change_closed(dated, at),
            Role::Stated | Role::Horizon => true,
        }
    }

    /// Whether 提升到 stands between 从去年的 and the amount.
    fn change_closed(&self, dated: &Dated, at: usize) -> bool {
        let between = self.text.get(dated.mention.range.end..at).unwrap_or("");
        ["到", "至", "为", "達"].iter().any(|w| between.contains(w))
    }

    /// For a headline: the words that date the same amount in the body, else the body's first.
    fn body_mention(&self, at: usize) -> Option<usize> {
        let number = leading_number(self.text.get(at..)?);
        let body = self.blocks.iter().find(|(_, role)| *role == BlockRole::Body)?.0;
        let again = self.text.get(body.start..)?.find(number).map(|n| body.start + n);
        if let Some(found) = again.filter(|_| !number.is_empty()).and_then(|there| self.governing(there)) {
            return Some(found.0);
        }
        self.mentions.iter().position(|d| d.mention.range.start >= body.start && lasting(d))
    }

    fn block_at(&self, at: usize) -> Option<usize> {
        self.blocks.partition_point(|(range, _)| range.start <= at).checked_sub(1)
    }

    fn date_all(&mut self) {
        let text = self.text;
        for mention in scan(text) {
            let at = mention.range.start;
            let sentence = sentence_at(text, at);
            let anchor = self.anchor_at(mention, sentence);
            let found = resolve(&mention.expr, &anchor);
            if self.anchor.event.is_none() && mention.role == Role::Stated && is_event_day(mention.expr) {
                self.anchor.event = found.as_ref().map(|(period, _)| *period).filter(|p| near_issue(*p, &self.anchor));
            }
            let block = self.block_at(at).unwrap_or(0);
            self.mentions.push(Dated { mention, found, block, sentence, clause: clause_at(text, at) });
        }
    }

    /// What is known at a mention: the year its sentence named before it, the story's last year.
    fn anchor_at(&self, mention: PeriodMention, sentence: Span) -> Anchor {
        let year_of = |d: &Dated| d.found.as_ref().map(|(period, _)| *period);
        let usable = |d: &&Dated| d.mention.role != Role::Base && d.mention.expr.year().is_some_and(says_year);
        let same = self.mentions.iter().rev().take_while(|d| d.sentence == sentence).find(usable).and_then(year_of);
        let whole = matches!(mention.expr, PeriodExpr::Calendar { part: Part::Whole, .. });
        let titled = || self.mentions.iter().rev().filter(usable).find_map(year_of).filter(|_| whole);
        let story = self.mentions.iter().rev().filter(usable).find_map(year_of).map(|p| p.last_day().year);
        let told = matches!(mention.expr.year(), Some(YearRef::FromStory(_)));
        Anchor {
            heading: same.or_else(titled).filter(|p| single_year(*p)),
            story_year: story.filter(|_| told),
            ..self.anchor
        }
    }
}

fn says_year(year: YearRef) -> bool {
    !matches!(year, YearRef::Unsaid | YearRef::Ahead)
}

fn single_year(period: Period) -> bool {
    period.first_day().year == period.last_day().year
}

fn is_event_day(expr: PeriodExpr) -> bool {
    matches!(
        expr,
        PeriodExpr::Calendar { part: Part::Day(..), .. } | PeriodExpr::DayOfMonth(_) | PeriodExpr::DayFromIssue(_)
    )
}

/// An event that the article reports is at most two months older than the issue.
fn near_issue(period: Period, anchor: &Anchor) -> bool {
    let Some(now) = anchor.now() else { return true };
    let (a, b) = (period.last_day(), now.last_day());
    (0..=2).contains(&((b.year - a.year) * 12 + b.month as i32 - a.month as i32)) || a.year == b.year && b.month == 12
}

/// Whether a mention dates later sentences.
fn lasting(dated: &Dated) -> bool {
    dated.mention.role == Role::Stated && dated.mention.expr.lasts() && dated.found.is_some()
}

fn lines(text: &str) -> Vec<(Span, BlockRole)> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let range = Span::new(start, start + line.trim_end().len());
            start += line.len();
            (range, BlockRole::Body)
        })
        .collect()
}

fn tail(text: &str, chars: usize) -> &str {
    text.char_indices().rev().nth(chars.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}

/// The digits an amount starts with.
fn leading_number(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(text.len());
    &text[..end]
}

fn between(text: &str, at: usize, ends: impl Fn(char) -> bool) -> Span {
    let at = text.floor_char_boundary(at);
    let start = text[..at].char_indices().rev().find(|&(_, c)| ends(c)).map_or(0, |(i, c)| i + c.len_utf8());
    let end = text[at..].char_indices().find(|&(_, c)| ends(c)).map_or(text.len(), |(i, _)| at + i);
    Span::new(start, end)
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '\n')
}

fn sentence_at(text: &str, at: usize) -> Span {
    between(text, at, ends_sentence)
}

fn group_at(text: &str, at: usize) -> Span {
    between(text, at, |c| ends_sentence(c) || matches!(c, '；' | ';'))
}

fn clause_at(text: &str, at: usize) -> Span {
    between(text, at, |c| ends_sentence(c) || matches!(c, '；' | ';' | '，' | '：'))
}
