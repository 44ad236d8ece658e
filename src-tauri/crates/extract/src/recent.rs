//! What was found of the ranges asked for last: the rules of a clause ask for the same piece again and again.

use std::cell::RefCell;
use std::collections::VecDeque;
use tidemark_model::Span;

/// How many ranges are kept.
const KEPT: usize = 24;

/// The last ranges with what was found of each.
#[derive(Debug)]
pub(crate) struct Recent<T>(RefCell<VecDeque<(Span, T)>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: Clone> Recent<T> {
    /// What was found of the range, else what `find` finds now.
    pub(crate) fn of(&self, range: Span, find: impl FnOnce() -> T) -> T {
        if let Some((_, found)) = self.0.borrow().iter().find(|(seen, _)| *seen == range) {
            return found.clone();
        }
        let found = find();
        let mut kept = self.0.borrow_mut();
        if kept.len() >= KEPT {
            kept.pop_back();
        }
        kept.push_front((range, found.clone()));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_just_asked_for_is_not_looked_into_again() {
        let recent = Recent::default();
        let asked = |n: usize, found: usize| recent.of(Span::new(n, n + 1), || found);
        assert_eq!((asked(0, 1), asked(0, 2)), (1, 1));
        (1..=KEPT).for_each(|n| assert_eq!(asked(n, n), n));
        assert_eq!(asked(0, 3), 3);
    }
}
