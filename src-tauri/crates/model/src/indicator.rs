//! A row of the indicator catalogue: 规模以上工业总产值, its other wordings, its family.

use serde::{Deserialize, Serialize};

/// One indicator of district economics and development.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// The catalogue's name: 规模以上工业总产值.
    pub name: String,
    /// Other wordings of the same: 规上工业总产值.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it belongs to: `output`, `firm-title`, `research-platform`, `automotive`, `accounts`, `trade`, …
    pub family: String,
    /// The base unit it takes: 元, 家, %.
    #[serde(default)]
    pub unit: Option<String>,
    /// Names it must never be merged with.
    #[serde(default)]
    pub never: Vec<String>,
    /// The document the row was checked in, else `unchecked`.
    pub source: String,
}
