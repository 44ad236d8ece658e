//! Places: administrative areas, parks and zones, each with its parent.

use serde::{Deserialize, Serialize};

/// An administrative area, park or zone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Short official name without parents: 钱塘区, 大创小镇.
    pub name: String,
    /// The parent's name: 杭州市 for 钱塘区.
    pub parent: Option<String>,
    /// What it is.
    pub kind: PlaceKind,
    /// Other names it goes by: 钱塘, 钱塘新区.
    pub aliases: Vec<String>,
}

/// What kind of place, from the largest to the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// 全国
    Country,
    /// 浙江省
    Province,
    /// 杭州市
    City,
    /// 钱塘区, 德清县, 昆山市
    District,
    /// 白杨街道, 河庄镇
    Township,
    /// 大创小镇, 杭州医药港, 经济技术开发区
    Park,
}
