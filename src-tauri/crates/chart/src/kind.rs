//! The kinds of pictures a person can choose from. Which suit a question, and how they are put together, is
//! `compose::kinds`'s.

use serde::{Deserialize, Serialize};

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// A bar for each place or item, the longest first.
    Bars,
    /// Bars side by side, a group for each place or item.
    Grouped,
    /// Bars whose parts stand one after the other.
    Stacked,
    /// A 100 % bar.
    Share,
    /// One place over time.
    Line,
    /// Two points in time joined by a line for each place or item.
    Slope,
    /// A dot with its interval for each place, item or period.
    Dots,
    /// A small line for each place or item, all on one scale.
    Multiples,
    /// The figures in rows and columns.
    Table,
    /// Squares that can be counted.
    Waffle,
    /// Figures printed large with their names.
    List,
}

impl ChartKind {
    /// All of them, in the order a chooser shows them.
    pub const ALL: [Self; 11] = [
        Self::Bars,
        Self::Grouped,
        Self::Stacked,
        Self::Share,
        Self::Line,
        Self::Slope,
        Self::Dots,
        Self::Multiples,
        Self::Table,
        Self::Waffle,
        Self::List,
    ];

    /// `bars`, `grouped`, …: on the command line and in a library.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bars => "bars",
            Self::Grouped => "grouped",
            Self::Stacked => "stacked",
            Self::Share => "share",
            Self::Line => "line",
            Self::Slope => "slope",
            Self::Dots => "dots",
            Self::Multiples => "multiples",
            Self::Table => "table",
            Self::Waffle => "waffle",
            Self::List => "list",
        }
    }

    /// By that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
