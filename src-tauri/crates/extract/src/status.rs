//! Whether a figure happened or is meant to: 力争…达到5000亿元, 计划总投资近40亿元, 今年9月…也将投入使用.

use crate::article::View;
use crate::clause::Sentence;
use crate::cue::Class;
use crate::period::Role;
use tidemark_model::{Span, Status};

/// The status of the figure at `at`, which stands in clause `index` of its sentence.
pub(crate) fn of(view: &View, sentence: &Sentence, index: usize, at: usize) -> Status {
    let clause = sentence.clauses[index].span;
    let mut planned = plans(view, clause);
    for earlier in sentence.clauses[..index].iter().rev() {
        if matches!(earlier.end, '；' | ';') {
            break;
        }
        planned |= plans(view, earlier.span) || view.has_period(earlier.span, Role::Horizon);
    }
    planned |= view.has_period(Span::new(clause.start, at.max(clause.start)), Role::Horizon);
    if planned { Status::Planned } else { Status::Actual }
}

fn plans(view: &View, clause: Span) -> bool {
    view.cues_in(clause).iter().any(|c| c.is(Class::Planned))
}
