//! An observation with all that a chart or a sum needs to know of it, and the words its footnote prints.

use crate::{Decimal, Measure, ObservationId, Period, PlaceKind, Quantity, Status};
use serde::{Deserialize, Serialize};

/// Where a figure was printed, in words a reader can look up.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    /// The file: `qiantang-2024-03.txt`.
    pub page_name: String,
    /// The newspaper, where printed.
    pub newspaper: Option<String>,
    /// The issue's date.
    pub issue: Option<Period>,
    /// The page number, where printed.
    pub page_number: Option<String>,
    /// Index of the article on its page, from 0.
    pub article: usize,
    /// The article's headline.
    pub headline: String,
}

/// One stated figure, ready to be compared, summed and drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Which observation.
    pub id: ObservationId,
    /// The catalogue's name of what is measured, else the text's own words; several for 均占….
    pub indicators: Vec<String>,
    /// Of several indicators, whether it is said of each of them (均占50%) and not of all together (二者占40%).
    #[serde(default)]
    pub each: bool,
    /// The catalogue's family of the first indicator: `firm-title`, `research-platform`, `output`.
    pub family: Option<String>,
    /// The kind of figure.
    pub measure: Measure,
    /// Whose figure: 大创小镇.
    pub subject: String,
    /// The subject's parents, nearest first: 钱塘区, 杭州市, 浙江省. Empty for an organisation or an unknown place.
    pub parents: Vec<String>,
    /// What kind of place the subject is, if it is a known place.
    pub kind: Option<PlaceKind>,
    /// When.
    pub period: Option<Period>,
    /// The number.
    pub quantity: Quantity,
    /// For share and rank: the population it is taken of.
    pub whole: Option<String>,
    /// Actual or planned.
    pub status: Status,
    /// Where it was printed.
    pub source: Source,
}

impl Figure {
    /// The value in the base unit.
    #[must_use]
    pub fn value(&self) -> Decimal {
        self.quantity.value
    }
}
