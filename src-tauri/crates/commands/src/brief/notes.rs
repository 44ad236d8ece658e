//! Footnotes: each quotes a sentence with newspaper, date, page and headline; figures of one sentence share one.
//! [3] 星澜日报2024年2月26日第01版《星澜芯港一年造出五百亿元》：“……”

use super::held::{Held, HeldPage};
use std::collections::HashMap;
use tidemark_model::{Observation, ObservationId, PageId, Period, Span, one_line};

/// Characters of a sentence that is quoted in full; a longer one is quoted around its figure.
const IN_FULL: usize = 220;
/// Characters quoted before and after a figure in a longer sentence.
const AROUND: usize = 44;
/// Footnotes at one figure: the same said in more places is said often enough.
const AT_ONE: usize = 3;

/// The footnotes of a brief in the order in which they are first mentioned.
pub(super) struct Notes<'a> {
    held: &'a Held,
    texts: Vec<String>,
    numbers: HashMap<(PageId, Span), usize>,
}

impl<'a> Notes<'a> {
    pub fn new(held: &'a Held) -> Self {
        Self { held, texts: Vec::new(), numbers: HashMap::new() }
    }

    /// The texts; the first is number 1.
    pub fn texts(self) -> Vec<String> {
        self.texts
    }

    /// Numbers of the footnotes behind a figure, new ones where there are none yet.
    pub fn of(&mut self, ids: impl IntoIterator<Item = ObservationId>) -> Vec<usize> {
        let mut numbers = Vec::new();
        for id in ids {
            let number = self.number(id);
            if let Some(number) = number.filter(|number| numbers.len() < AT_ONE && !numbers.contains(number)) {
                numbers.push(number);
            }
        }
        numbers.sort_unstable();
        numbers
    }

    fn number(&mut self, id: ObservationId) -> Option<usize> {
        let stored = self.held.observation(id)?;
        let held = self.held.page(stored.page)?;
        let (quoted, text) = quoted(&held.page.text, &stored.observation);
        let next = self.texts.len() + 1;
        let number = *self.numbers.entry((stored.page, quoted)).or_insert(next);
        if number == next {
            let (source, headline) = source(held, stored.observation.article);
            let is_headline = headline.as_deref() == Some(text.as_str());
            let headline = headline.map(|headline| format!("《{headline}》")).unwrap_or_default();
            let said = if is_headline { "，标题".to_owned() } else { format!("：“{text}”") };
            self.texts.push(format!("{source}{headline}{said}"));
        }
        Some(number)
    }
}

/// What is quoted, and its words on one line: the sentence, or so much of it as stands around the figure.
fn quoted(page: &str, observation: &Observation) -> (Span, String) {
    let sentence = observation.sentence;
    let whole = one_line(sentence.slice(page));
    if whole.chars().count() <= IN_FULL || !sentence.contains(observation.span) {
        return (sentence, whole);
    }
    let span = observation.span;
    let before = Span::new(sentence.start, span.start).slice(page);
    let after = Span::new(span.end, sentence.end).slice(page);
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(sentence.start, |(at, _)| sentence.start + at);
    let end = after.char_indices().nth(AROUND).map_or(sentence.end, |(at, _)| span.end + at);
    let part = Span::new(start, end);
    let (head, tail) = (if start > sentence.start { "……" } else { "" }, if end < sentence.end { "……" } else { "" });
    (part, format!("{head}{}{tail}", one_line(part.slice(page))))
}

/// 星澜日报2024年2月26日第01版, and the article's headline.
fn source(held: &HeldPage, article: usize) -> (String, Option<String>) {
    let page = &held.page;
    let paper = page.newspaper.clone().unwrap_or_else(|| page.name.clone());
    let issue = page.issue.as_ref().map(|issue| {
        // A day is printed; a month or a year was inferred, and says from what.
        let inferred = !matches!(issue.value, Period::Day(_)) && !issue.reason.is_empty();
        let why = if inferred { format!("（{}）", issue.reason) } else { String::new() };
        format!("{}{why}", issue.value.to_chinese())
    });
    let number = page
        .page_number
        .as_ref()
        .map(|number| if number.contains('版') { number.clone() } else { format!("第{number}版") });
    let headline = page.articles.get(article).map(|a| one_line(&a.headline)).filter(|headline| !headline.is_empty());
    ([Some(paper), issue, number].into_iter().flatten().collect(), headline)
}
