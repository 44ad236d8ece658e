//! What a text says for all that follows: after 从GDP同比增速来看 the 5.2% of later paragraphs may be GDP's.
//!
//! Runs of paragraphs are read side by side, each as if nothing had been said before it; what it missed tells whether it
//! must be read anew.

use crate::draft::Named;
use std::cell::Cell;

/// What the figures of all later blocks may be of.
#[derive(Default)]
pub(crate) struct Seen {
    /// What the text looks from, and whether that is a growth: GDP of 从GDP同比增速来看.
    pub(super) view: Last<(Named, bool)>,
    /// How the text last called the product of an economy, which is what 稳居全省第一 and 跨越万亿元台阶 are of.
    pub(super) economy: Last<Named>,
}

impl Seen {
    /// Whether this has something that the reader of what comes later missed.
    pub(crate) fn was_missed(&self, later: &Self) -> bool {
        self.view.was_missed(&later.view) || self.economy.was_missed(&later.economy)
    }

    /// What is known when what comes later is read too.
    pub(crate) fn then(self, later: Self) -> Self {
        Self { view: self.view.then(later.view), economy: self.economy.then(later.economy) }
    }
}

/// What was said last of a thing.
pub(super) struct Last<T> {
    said: Option<T>,
    /// Whether it was asked for before anything was said.
    missed: Cell<bool>,
}

impl<T> Default for Last<T> {
    fn default() -> Self {
        Self { said: None, missed: Cell::default() }
    }
}

impl<T> Last<T> {
    pub(super) fn say(&mut self, what: T) {
        self.said = Some(what);
    }

    pub(super) fn get(&self) -> Option<&T> {
        if self.said.is_none() {
            self.missed.set(true);
        }
        self.said.as_ref()
    }

    fn was_missed(&self, later: &Self) -> bool {
        self.said.is_some() && later.missed.get()
    }

    fn then(self, later: Self) -> Self {
        Self { said: later.said.or(self.said), missed: Cell::default() }
    }
}
