//! A printable brief of a place and period: what it says, free of layout. [`pdf`] sets it on A4 after the habits of
//! GB/T 9704, [`docx`] hands it on to be edited. Which figures it holds is `tidemark-commands`'.

mod docx;
mod flow;
mod lines;
mod opc;
mod print;
mod sheet;

pub use docx::docx;
pub use print::pdf;

use crate::spec::ChartSpec;
use tidemark_model::Date;

/// Words in one face, and the footnotes that stand at their end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they stand out: a figure.
    pub strong: bool,
    /// Numbers of footnotes at their end, from 1.
    pub notes: Vec<usize>,
}

impl Run {
    /// Words of the running text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A figure with where it comes from.
    #[must_use]
    pub fn figure(text: impl Into<String>, notes: Vec<usize>) -> Self {
        Self { text: text.into(), strong: true, notes }
    }
}

/// A part of a brief.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// 一、主要数字
    Heading(String),
    /// A paragraph.
    Text(Vec<Run>),
    /// A chart, and below it where its figures come from.
    Chart(Box<ChartSpec>, Vec<Run>),
}

/// A brief before it has pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// 星澜区2023年数据简报
    pub title: String,
    /// Under the title, left: 据12份版面、85条观测.
    pub basis: String,
    /// Who it is by, in the document's properties; the program where empty.
    pub author: String,
    /// In the order of reading.
    pub blocks: Vec<Block>,
    /// Texts of the footnotes; the first is number 1.
    pub notes: Vec<String>,
    /// The date drawn.
    pub drawn_on: Date,
    /// Whether it is drawn in greys.
    pub grey: bool,
}

/// Charts in the order in which they leave least of their pages empty: each page takes the next one that it still has
/// room for. Nearly as they were given; what stands before them, and how long their sources are, is not known yet.
#[must_use]
pub fn packed<T>(charts: Vec<(ChartSpec, T)>) -> Vec<(ChartSpec, T)> {
    let mut waiting: Vec<(f64, (ChartSpec, T))> =
        charts.into_iter().map(|chart| (sheet::room_of(&chart.0), chart)).collect();
    let mut found = Vec::with_capacity(waiting.len());
    let mut room = sheet::ROOM;
    while !waiting.is_empty() {
        let next = waiting.iter().position(|(needed, _)| *needed <= room);
        if next.is_none() {
            room = sheet::ROOM;
        }
        let (needed, chart) = waiting.remove(next.unwrap_or(0));
        room -= needed;
        found.push(chart);
    }
    found
}

impl Brief {
    fn charts(&self) -> impl Iterator<Item = &ChartSpec> {
        self.blocks.iter().filter_map(|block| if let Block::Chart(chart, _) = block { Some(&**chart) } else { None })
    }

    fn keywords(&self) -> Vec<String> {
        crate::pdf::keywords(&self.charts().cloned().collect::<Vec<_>>())
    }
}

/// A character no bundled font has, as printers mark one they have no type for.
const GETA: char = '〓';

/// Words that can be printed: what no font has is a 〓, as in print.
fn printable(text: &str) -> String {
    let lost = crate::unprintable(text);
    text.chars().filter(|c| !c.is_control()).map(|c| if lost.contains(&c) { GETA } else { c }).collect()
}
