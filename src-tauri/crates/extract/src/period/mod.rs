//! Period words and what they mean: 去年全年 → 2023, 1—8月 → 2023-01/2023-08, 截至6月底 → 2023-06-30.
//!
//! Entry for the pipeline: one [`PeriodContext::new`] an article, then [`PeriodContext::reached`] for each
//! amount's first byte in the joined text; the page's [`latest_certain_year`] goes into the [`Anchor`].
//!
//! [`scan`] finds the words, [`resolve`] dates one against an [`Anchor`], [`PeriodContext`] tells for an
//! amount in an article which of them it takes. Whether a figure is planned is the status stage's affair;
//! [`Role::Horizon`] is only a hint to it.
//!
//! An amount takes its period, nearest first, from: the words before it between two semicolons; the words
//! after it in its own clause (…于2010年投产); the first words of its sentence; the last lasting words of its
//! paragraph; those of the paragraphs before; for a headline the body's; the issue. 同比, 较上年末 and
//! 比去年同期 are [`Role::Base`] and date nothing.
//!
//! Words outlast their sentence only if they head its figures and stand in no brackets (`outlast`); what stands
//! as of now, 有6座水库, does not take the half-year of a sentence before (`now`); lists deal spans out (`dealt`);
//! and `answer` turns the words found into the period.

mod answer;
mod bounds;
mod certain;
mod context;
mod dealt;
mod exceptions;
mod expr;
mod holiday;
mod now;
mod number;
mod outlast;
mod part;
mod phrase;
mod plan;
mod resolve;
mod role;
mod said;
mod scan;
mod since;
mod starts;
mod table;
mod told;
mod year;

#[cfg(test)]
mod tests;

pub use certain::latest_certain_year;
pub use context::PeriodContext;
pub use expr::{Part, PeriodExpr, PeriodMention, Role, YearRef};
pub use holiday::Holiday;
pub use resolve::{Anchor, resolve};
pub use scan::scan;
