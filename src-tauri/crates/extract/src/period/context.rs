//! Which period an amount of an article takes: in 上半年,GDP达580亿元;1—5月,进出口32亿元 each its own.
//!
//! Knows nothing of indicators or subjects; dating the words themselves is [`super::resolve`]'s, and where
//! an amount does not take its words at their face is told in `exceptions`.

use super::bounds::Bounds;
use super::expr::{PeriodExpr, PeriodMention, Role, YearRef};
use super::now::COMPARED;
use super::outlast::{is_event_day, lasting};
use super::resolve::{Anchor, resolve};
use super::scan::scan;
use super::table::year_cells;
use super::told::Said;
use tidemark_model::{Article, BlockRole, Period, Resolved, Span};

/// How many characters the head of an article has, within which the day it tells of is named.
const LEDE: usize = 240;
/// How many bytes of a sentence are its opening.
const OPENING: usize = 12;
/// How many phrases back an amount looks; keeps a text of nothing but dates from taking for ever.
const REACH: usize = 100;

/// A mention with its date and its place in the text.
pub(super) struct Dated {
    pub mention: PeriodMention,
    pub found: Option<(Period, String)>,
    pub block: usize,
    pub sentence: Span,
    pub clause: Span,
    /// Whether nothing is counted before it in its paragraph: only such words date the paragraphs that follow.
    pub leads: bool,
    /// Whether it dates the figures of its sentence: none stands before it, or some after it.
    pub heads: bool,
    /// Whether a figure stands between it and the next words that say when.
    pub counts: bool,
    /// The brackets it stands in after a figure, beyond which it dates nothing: （一季度为增长3.5%）
    pub bracket: Option<Span>,
}

/// What a block looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Prose,
    Heading,
    Other,
}

impl Shape {
    fn of(words: &str) -> Self {
        match words {
            _ if words.contains('。') => Self::Prose,
            _ if words.trim().chars().take(41).count() <= 40 => Self::Heading,
            _ => Self::Other,
        }
    }
}

/// The period phrases of one article, dated, ready to be asked for the period of any amount in it.
///
/// All offsets are bytes of the article's joined text, those of the answers' spans too.
pub struct PeriodContext<'t> {
    pub(super) text: &'t str,
    pub(super) bounds: Bounds,
    pub(super) mentions: Vec<Dated>,
    pub(super) anchor: Anchor,
    /// Whether the last year it names is told of in passing: no report on that year.
    is_story: bool,
    /// Whether it compares with the year before more than once: a report.
    pub(super) compares: bool,
    blocks: Vec<(Span, BlockRole)>,
    pub(super) shapes: Vec<Shape>,
    /// The first paragraph of running text.
    pub(super) first_prose: Option<usize>,
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
        let shapes = shapes(text, &blocks);
        let mut context = Self {
            text,
            bounds: Bounds::of(text),
            first_prose: shapes.iter().position(|shape| *shape == Shape::Prose),
            shapes,
            blocks,
            mentions: Vec::new(),
            is_story: false,
            compares: text.matches(COMPARED).nth(1).is_some(),
            anchor,
        };
        context.date_all();
        context
    }

    /// The article's period phrases in order.
    pub fn mentions(&self) -> impl Iterator<Item = &PeriodMention> {
        self.mentions.iter().map(|d| &d.mention)
    }

    /// Whether the issue's date is known.
    #[must_use]
    pub fn has_issue(&self) -> bool {
        self.anchor.issue.is_some()
    }

    /// The same with the period each was dated to, in Chinese, and the reason; nothing where it stays open.
    pub fn dated(&self) -> impl Iterator<Item = (&PeriodMention, Option<(String, &str)>)> {
        let found = |d: &'_ Dated| d.found.as_ref().map(|(period, _)| period.to_chinese());
        self.mentions.iter().map(move |d| {
            let reason = d.found.as_ref().map_or("", |(_, reason)| reason.as_str());
            (&d.mention, found(d).map(|period| (period, reason)))
        })
    }

    /// The period of the amount that starts at byte `at`, with its reason; `None` where the text does not tell.
    #[must_use]
    pub fn period_for(&self, at: usize) -> Option<Resolved<Period>> {
        self.reached(at).map(|(period, _)| period)
    }

    /// The same with the rule that found it: `period/clause`, `period/sentence`, `period/paragraph`,
    /// `period/article`, `period/body` (a headline's) or `period/issue`, nearest first.
    #[must_use]
    pub fn reached(&self, at: usize) -> Option<(Resolved<Period>, &'static str)> {
        self.reached_for(at, false)
    }

    /// The same for a figure known to be `planned` or not: only planned ones take 到2027年 from further off.
    #[must_use]
    pub fn reached_for(&self, at: usize, planned: bool) -> Option<(Resolved<Period>, &'static str)> {
        let at = self.text.floor_char_boundary(at);
        match self.governing(at, planned) {
            Some(found) => self.answer(found, at, planned),
            None => self.untold(at, planned).map(|now| (now, "period/issue")),
        }
    }

    pub(super) fn issue(&self) -> Option<Resolved<Period>> {
        let (value, known) = if self.is_story { (self.anchor.now()?, "刊期") } else { self.anchor.unsaid()? };
        Some(Resolved {
            value, reason: format!("文中未写时间，按{known}取{}", value.to_chinese()), span: None
        })
    }

    /// The mention that dates the amount at `at`, and how far it was reached.
    fn governing(&self, at: usize, planned: bool) -> Option<(usize, &'static str)> {
        let before = self.mentions.partition_point(|d| d.mention.range.start < at);
        if let Some(base) = before.checked_sub(1).filter(|&i| self.is_of_base(&self.mentions[i], at)) {
            return Some((base, "period/clause"));
        }
        if let Some(found) = self.in_sentence(at, before, planned) {
            return Some(found);
        }
        let block = self.block_at(at);
        if block.is_some_and(|b| !is_running_text(self.blocks[b].1))
            && let Some(i) = self.body_mention(at, planned)
        {
            return Some((i, "period/body"));
        }
        let sentence = self.bounds.sentence(at);
        if self.tells_of_a_beginning(sentence, before) {
            return None;
        }
        let earlier = self.mentions[..before].iter().enumerate().rev().take(REACH);
        let mut earlier = earlier.filter(|(_, d)| d.sentence != sentence && self.outlasts(d, block, planned));
        let rule = |d: &Dated| if Some(d.block) == block { "period/paragraph" } else { "period/article" };
        let found = earlier.next().map(|(i, d)| (self.overtaken(i, before), rule(d)));
        found.or_else(|| self.told_after(at, before, block)).or_else(|| self.last_year_end(before))
    }

    /// 比2014年的|211亿元增长41%: the figure of the year compared with.
    fn is_of_base(&self, dated: &Dated, at: usize) -> bool {
        let named = matches!(dated.mention.expr, PeriodExpr::Calendar { .. });
        let between = self.text.get(dated.mention.range.end..at).unwrap_or("");
        let lead = self.text.get(..dated.mention.range.start).unwrap_or("");
        lead.ends_with(['比', '较']) && named && matches!(between, "的" | "的约" | "的近" | "的超")
    }

    /// 截至去年底,…。 and in a paragraph after it 省级研发中心61个: stocks go on counting from that day.
    fn last_year_end(&self, before: usize) -> Option<(usize, &'static str)> {
        let ends = |d: &Dated| match d.found {
            Some((Period::Day(day), _)) => (day.month, day.day) == (12, 31) && lasting(d),
            _ => false,
        };
        let last = (0..before).rev().take(REACH).find(|&i| lasting(&self.mentions[i]))?;
        ends(&self.mentions[last]).then_some((last, "period/article"))
    }

    /// The words before it between two semicolons, else a date after it in its clause, else the words the
    /// sentence opens with.
    fn in_sentence(&self, at: usize, before: usize, planned: bool) -> Option<(usize, &'static str)> {
        let (sentence, part, clause) = (self.bounds.sentence(at), self.bounds.part(at), self.bounds.clause(at));
        let start = |i: usize| self.mentions[i].mention.range.start;
        let inside = (0..before).rev().take(REACH).take_while(|&i| start(i) >= sentence.start);
        let usable: Vec<usize> = inside.filter(|&i| self.serves(&self.mentions[i], at, clause)).collect();
        if let Some(&i) = usable.iter().find(|&&i| start(i) >= part.start) {
            let i = self.day_told(i, &usable);
            return Some((i, if start(i) >= clause.start { "period/clause" } else { "period/sentence" }));
        }
        let after = (before..self.mentions.len()).take(REACH).take_while(|&i| start(i) < clause.end);
        if let Some(i) = after.into_iter().find(|&i| self.is_led_in(&self.mentions[i], planned)) {
            return Some((i, "period/clause"));
        }
        let aims = |d: &Dated| d.mention.role == Role::Horizon && d.found.is_some();
        let aim = usable.iter().find(|&&i| planned && aims(&self.mentions[i]));
        let carries = |d: &Dated| lasting(d) || self.opens_span(d) || aims(d);
        // 目前,全市有景区14家;经营户1263户
        let opens = |d: &Dated| d.mention.expr == PeriodExpr::Now && d.mention.range.start <= sentence.start + OPENING;
        // 今年以来,运行平稳,上半年GDP增长7%;投资增长9%: the first with figures of its own goes on
        let counts = |d: &Dated| carries(d) && d.counts;
        let first = || usable.iter().rev().find(|&&i| carries(&self.mentions[i]));
        let carried = || usable.iter().rev().find(|&&i| counts(&self.mentions[i])).or_else(first);
        let now = || usable.iter().rev().find(|&&i| opens(&self.mentions[i]));
        aim.or_else(carried).or_else(now).map(|&i| (i, "period/sentence"))
    }

    /// …于2010年投产: a date after the amount counts only when led in, and before what is to come: 15个项目今年将开工.
    fn is_led_in(&self, dated: &Dated, planned: bool) -> bool {
        let comes = self.text.get(dated.mention.range.end..).is_some_and(|after| after.starts_with('将'));
        if planned && comes && matches!(dated.mention.role, Role::Stated | Role::Aside) {
            return true;
        }
        let lead = self.text.get(..dated.mention.range.start).unwrap_or("");
        dated.mention.role == Role::Stated && ["于", "於", "在"].iter().any(|w| lead.ends_with(w))
    }

    fn serves(&self, dated: &Dated, at: usize, clause: Span) -> bool {
        match dated.mention.role {
            _ if dated.bracket.is_some_and(|within| !(within.start..within.end).contains(&at)) => false,
            Role::Base | Role::Dateline => false,
            Role::Aside => dated.clause == clause,
            Role::From => dated.clause == clause && !self.has_changed(dated, at),
            Role::Horizon => dated.clause == clause || self.aims_on(dated, at),
            Role::Stated => true,
        }
    }

    /// Whether a horizon serves clauses after its own: 到2027年, and 预计全行业到2027年, do, and 到2027年实现翻番
    /// （产值突破2000亿元,…） does in the brackets that say what it means.
    fn aims_on(&self, dated: &Dated, at: usize) -> bool {
        let end = dated.mention.range.end;
        let explained = || self.bounds.bracket(at).is_some_and(|b| (end..=dated.clause.end).contains(&b.start));
        self.opens_clause(dated) || end == dated.clause.end || explained()
    }

    /// 到2027年, at the head of its clause serves what follows; 累计到年底完成投资56亿元 only itself.
    pub(super) fn opens_clause(&self, dated: &Dated) -> bool {
        let lead = Span::new(dated.clause.start, dated.mention.range.start).slice(self.text);
        lead.chars().take(5).count() <= 4
    }

    /// “一共27.8万元。”7月6日,…: nothing stands before, but the next sentence names the day.
    fn told_after(&self, at: usize, before: usize, block: Option<usize>) -> Option<(usize, &'static str)> {
        let dated = self.mentions.get(before)?;
        let sentence = self.bounds.sentence(at);
        let gap = dated.sentence.start.saturating_sub(sentence.end);
        let next = dated.block == block? && sentence.end <= dated.sentence.start && gap <= "。”".len();
        let silent = before.checked_sub(1).is_none_or(|i| self.mentions[i].sentence != sentence);
        let event = dated.found.as_ref().is_some_and(|(period, _)| self.anchor.event == Some(*period));
        let quoted = self.text.get(..dated.sentence.start).unwrap_or("").ends_with('”')
            || dated.sentence.slice(self.text).starts_with('”');
        (next && silent && event && quoted).then_some((before, "period/paragraph"))
    }

    /// For a headline: the words that date the same number in the body, else the body's first.
    fn body_mention(&self, at: usize, planned: bool) -> Option<usize> {
        let number = leading_number(self.text.get(at..)?);
        let body = self.blocks.iter().find(|(_, role)| *role == BlockRole::Body)?.0;
        let again = || self.text.get(body.start..)?.find(number).map(|n| body.start + n);
        let in_body = |there: &usize| self.block_at(*there).is_some_and(|b| is_running_text(self.blocks[b].1));
        if !number.is_empty()
            && let Some((found, _)) = again().filter(in_body).and_then(|there| self.governing(there, planned))
        {
            return Some(found);
        }
        // 前三季度外贸增长5% over 民营企业占比超七成
        let beside = |d: &Dated| lasting(d) && self.blocks.get(d.block).is_some_and(|b| !is_running_text(b.1));
        if let Some(i) =
            self.mentions.iter().position(beside).filter(|&i| self.mentions[i].block < self.block_at(at).unwrap_or(0))
        {
            return Some(i);
        }
        let first = self.mentions.partition_point(|d| d.mention.range.start < body.start);
        (first..self.mentions.len()).take(REACH).find(|&i| lasting(&self.mentions[i]))
    }

    fn block_at(&self, at: usize) -> Option<usize> {
        self.blocks.partition_point(|(range, _)| range.start <= at).checked_sub(1)
    }

    fn date_all(&mut self) {
        let cells: Vec<Span> = self.blocks.iter().map(|(range, _)| *range).collect();
        let mut mentions = scan(self.text);
        mentions.extend(year_cells(self.text, &cells));
        mentions.sort_by_key(|m| m.range.start);
        let mut said = Said::default();
        // Where the text is read to, in which block, and whether a figure stood there.
        let (mut read, mut last, mut counted) = (0, None, false);
        for mention in mentions {
            let mut dated = self.date(mention, &said);
            let begins = self.blocks.get(dated.block).map_or(0, |(range, _)| range.start);
            (read, counted) = if last == Some(dated.block) { (read, counted) } else { (begins, false) };
            let between = self.text.get(read..mention.range.start).unwrap_or("");
            counted |= between.contains(|c: char| c.is_ascii_digit());
            (read, last, dated.leads) = (mention.range.end, Some(dated.block), !counted);
            if self.tells_the_day(&dated) {
                self.anchor.event = dated.found.as_ref().map(|(period, _)| *period);
            }
            said.note(&dated);
            self.mentions.push(dated);
        }
        self.find_heads();
        self.align_lists();
        self.find_asides();
        self.is_story = self.tells_in_passing();
    }

    fn date(&self, mut mention: PeriodMention, said: &Said) -> Dated {
        let at = mention.range.start;
        let (sentence, block) = (self.bounds.sentence(at), self.block_at(at).unwrap_or(0));
        let found = said
            .so_far(&mention, self.anchor)
            .or_else(|| said.same_part(&mention, sentence.slice(self.text)))
            .or_else(|| resolve(&mention.expr, &said.anchor(&mention, (block, sentence), self.anchor)));
        let past = |period: Period| self.anchor.issue.is_some_and(|issue| period.last_day() <= issue.last_day());
        if mention.role == Role::Horizon && found.as_ref().is_some_and(|(period, _)| past(*period)) {
            mention.role = Role::Stated;
        }
        Dated {
            mention,
            found,
            block,
            sentence,
            clause: self.bounds.clause(at),
            leads: false,
            heads: true,
            counts: false,
            bracket: None,
        }
    }

    /// Whether the latest year stands in the midst of paragraphs only: …,2008年通过这种形式销售农机198台
    fn tells_in_passing(&self) -> bool {
        let latest = self.anchor.latest_year.map(YearRef::Named);
        let mut named = self.mentions.iter().filter(|d| latest.is_some() && d.mention.expr.year() == latest).peekable();
        named.peek().is_some() && named.all(|d| !d.leads)
    }

    /// Whether it is the day the article reports of: named in its head, and not long before the issue.
    fn tells_the_day(&self, dated: &Dated) -> bool {
        let lead = self.text.get(..dated.mention.range.start).unwrap_or("");
        self.anchor.event.is_none()
            && dated.mention.role == Role::Stated
            && (is_event_day(dated.mention.expr) || matches!(dated.mention.expr, PeriodExpr::Holiday(_)))
            && lead.len() <= 4 * LEDE
            && lead.chars().count() <= LEDE
            && dated.found.as_ref().is_some_and(|(period, _)| near_issue(*period, &self.anchor))
    }
}

fn is_running_text(role: BlockRole) -> bool {
    !matches!(role, BlockRole::Headline | BlockRole::Byline)
}

/// An event that the article reports is at most two months older than the issue.
fn near_issue(period: Period, anchor: &Anchor) -> bool {
    let Some(now) = anchor.now() else { return true };
    let (a, b) = (period.last_day(), now.last_day());
    let months = (b.year - a.year) * 12 + b.month as i32 - a.month as i32;
    (0..=2).contains(&months) || matches!(now, Period::Year(year) if year == a.year)
}

fn lines(text: &str) -> Vec<(Span, BlockRole)> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        found.push((Span::new(start, start + line.trim_end().len()), BlockRole::Body));
        start += line.len();
    }
    found
}

fn shapes(text: &str, blocks: &[(Span, BlockRole)]) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = blocks.iter().map(|(range, _)| Shape::of(range.slice(text))).collect();
    // Nothing comes after the last.
    if let Some(last) = shapes.last_mut().filter(|last| **last == Shape::Heading) {
        *last = Shape::Other;
    }
    shapes
}

/// The digits an amount starts with.
fn leading_number(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(text.len());
    &text[..end]
}
