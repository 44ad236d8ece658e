//! Today, for the window and the command line; charts take it as an input and never ask.

use chrono::{Datelike, Local};
use tidemark_model::Date;

/// Today where this machine stands.
#[must_use]
pub fn today() -> Date {
    let now = Local::now().date_naive();
    Date { year: now.year(), month: now.month(), day: now.day() }
}
