//! Figures to charts that can be printed and believed: SVG, PNG and PDF with the bundled fonts.
//!
//! ```text
//! Definition::named("output-by-park")            rows of data/charts/*.toml, or indicator:NAME
//!   -> latest(&definition, &figures, place, period)   place and period to draw when not given
//!   -> compose(&Question { .. })                 ChartSpec: marks, words, footnotes; or why there is nothing
//!   -> draw(&spec, Canvas::new(w, h, theme))     Drawing { svg, marks, table, title, subtitle }: a card on screen
//!      draw(&spec, Canvas::new(..).fitted(&spec)) a picture that stands alone, no higher than it needs
//!      page(&spec, &paper, Manner { .. })        the same on a sheet of paper, as the PDF has it
//!   -> png_at(&drawing, dpi)                     PNG
//!      pdf(&[spec], &Paper::a4(landscape))       PDF, drawn anew at the paper's size
//! ```
//!
//! A [`brief::Brief`] holds charts and words with footnotes: `brief::pdf` prints it, `brief::docx` hands it on to Word.
//!
//! Which figures a chart takes is data; how they are resolved and derived is `tidemark-extract`'s and
//! `tidemark-ledger`'s. No I/O, no clock: the date drawn is an input, and equal input gives equal bytes.

mod backend;
pub mod brief;
mod carry;
mod compose;
mod definition;
mod draw;
mod error;
mod font;
mod grey;
mod grid;
mod kind;
mod layout;
mod number;
mod page;
mod paper;
mod pdf;
mod png;
mod scene;
mod spec;
mod tagged;
mod text;
mod theme;
#[cfg(test)]
mod vision;
mod words;

pub use carry::{spec_json, table_csv};
pub use compose::{Available, Question, Surroundings, Tally};
pub use compose::{available, available_of, check_spec, compose, kinds, latest, latest_of};
pub use definition::{Definition, Group, Industry, Kind};
pub use draw::{Drawing, Manner, Mark, draw, draw_as};
pub use error::{Error, NothingToDraw};
pub use font::{Face, check_text, unprintable};
pub use grid::{Column, Grid, Row};
pub use kind::ChartKind;
pub use layout::Canvas;
pub use number::Unit;
pub use page::page;
pub use paper::Paper;
pub use pdf::pdf;
pub use png::{png, png_at};
pub use scene::Part;
pub use spec::{
    BarRow, Bars, ChartSpec, Fact, Line, MarkSpec, Note, Panel, Point, ShareBar, SmallLine, SourceNote, Standing,
};
pub use theme::{Colour, Series, Theme};
use tidemark_model::Quantity;
pub use words::Language;

/// A figure as a label prints it, with its unit and the source's own word: 约35.5%, 1294.2亿元, 3700亿元以上.
#[must_use]
pub fn amount(quantity: &Quantity) -> String {
    let unit = Unit::of(&quantity.unit, &[quantity], Language::Chinese);
    compose::label(quantity, &unit, &unit.name())
}
