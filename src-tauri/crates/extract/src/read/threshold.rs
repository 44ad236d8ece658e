//! Members counted by what they come to: 20个项目中有5个|总投资超10亿元.
//!
//! The amount behind says which are counted and is no figure of its own. The members must be parted from others before
//! (…中有), as 5个项目总投资超10亿元 else says what they come to together.

use super::{Reader, Run};
use crate::cue::Class;
use crate::draft::Named;
use crate::name::is_measured;
use crate::segment::Word;
use tidemark_model::Span;

/// How an amount bounds a class from below.
const OVER: [&str; 6] = ["过", "超", "超过", "逾", "突破", "超出"];

impl Reader<'_> {
    /// Whether the run is the bound of a class that was counted right before it; what is measured may be said on:
    /// 6个经济总量超过300亿元,其中…最高,为562亿元.
    pub(super) fn is_bound(&mut self, run: &Run) -> bool {
        let Some((at, measure)) = self.memory.bound.take() else { return false };
        let bound = at == run.amounts[0].range.start;
        if bound {
            self.memory.topic = vec![measure];
        }
        bound
    }

    /// What a count with a bound behind it is of; the bound is remembered, so that it is not read again.
    pub(super) fn bounded(&mut self, run: &Run) -> Option<Named> {
        let view = self.view;
        let [count] = run.amounts else { return None };
        let bound = view.amount_from(run.tail.end).filter(|a| a.outer.start == run.tail.end)?;
        let words = view.words(Span::new(run.tail.start, bound.range.start));
        let (over, before) = words.split_last()?;
        let measure = before.iter().rposition(|w| self.measures(w))?;
        let plain = !is_measured(&count.unit) && is_measured(&bound.unit) && bound.range.start < run.clause.span.end;
        let fits = OVER.contains(&over.span.slice(view.text)) && measure + 1 == before.len() && measure < 3;
        if !plain || !fits {
            return None;
        }
        let first = before.iter().rposition(|w| w.is(Class::Counted)).map_or(0, |i| i + 1);
        let class = Span::new(words.get(first)?.span.start, bound.range.end);
        let measured = Span::new(class.start, over.span.start);
        let said = Named { words: measured.slice(view.text).trim().to_owned(), span: Some(measured) };
        let thing = self.member(&before[..first]).filter(|_| self.parted(run))?;
        self.memory.bound = Some((bound.range.start, said));
        let words = class.slice(view.text).split_whitespace().collect::<String>() + &thing;
        Some(Named { words, span: Some(class) })
    }

    fn measures(&self, word: &Word) -> bool {
        self.view.lexicon.cues.head_of(word.span.slice(self.view.text)).is_some()
    }

    /// Whether the sentence counts these out of others: 20个项目中有…
    fn parted(&self, run: &Run) -> bool {
        let before = Span::new(run.sentence.span.start, run.amounts[0].outer.start).slice(self.view.text);
        ["中有", "中，", "中,"].iter().any(|w| before.contains(w)) || before.trim_end().ends_with('中')
    }

    /// 项目 of 17个|项目|总投资超1亿元; else what the sentence counted before.
    fn member(&self, own: &[Word]) -> Option<String> {
        match (own.first(), own.last()) {
            (Some(first), Some(last)) => Some(first.span.cover(last.span).slice(self.view.text).to_owned()),
            _ => self.memory.counted.last().map(|named| named.words.clone()),
        }
    }
}
