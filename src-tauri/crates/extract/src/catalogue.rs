//! The indicator catalogue: 规上工业总产值 is 规模以上工业总产值, of the family `output`.
//!
//! Rows are data (`data/lexicon/indicators/*.toml`, one file a family); what a text calls an indicator is the phrase stage's.

use crate::hash::FastMap;
use serde::Deserialize;
use std::borrow::Cow;
use tidemark_model::Indicator;

macro_rules! family {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../../data/lexicon/indicators/", $name, ".toml")))
    };
}

/// Every family with the text of its file; what each holds stands in `data/lexicon/README.md`.
const FAMILIES: &[(&str, &str)] = &[
    family!("accounts"),
    family!("output"),
    family!("industry"),
    family!("agriculture"),
    family!("investment"),
    family!("consumption"),
    family!("trade"),
    family!("finance"),
    family!("banking"),
    family!("firm-title"),
    family!("research-platform"),
    family!("research"),
    family!("talent"),
    family!("projects"),
    family!("firms"),
    family!("digital"),
    family!("automotive"),
    family!("biomedicine"),
    family!("chips"),
    family!("ports"),
    family!("transport"),
    family!("energy"),
    family!("environment"),
    family!("tourism"),
    family!("culture"),
    family!("education"),
    family!("health"),
    family!("population"),
    family!("employment"),
    family!("income"),
    family!("prices"),
    family!("social"),
    family!("housing"),
    family!("government"),
];

#[derive(Deserialize)]
struct File {
    indicator: Vec<Indicator>,
}

/// All known indicators, by name and by every other wording.
#[derive(Debug)]
pub struct Catalogue {
    rows: Vec<Indicator>,
    by_words: FastMap<String, usize>,
}

impl Catalogue {
    /// The rows that come with the program.
    #[must_use]
    pub fn bundled() -> Self {
        Self::parse(&FAMILIES.iter().map(|(_, text)| *text).collect::<Vec<_>>())
    }

    /// From the texts of catalogue files; a file that is no catalogue adds nothing.
    #[must_use]
    pub fn parse(files: &[&str]) -> Self {
        let rows: Vec<Indicator> =
            files.iter().filter_map(|text| toml::from_str::<File>(text).ok()).flat_map(|file| file.indicator).collect();
        let mut by_words = FastMap::default();
        for (i, row) in rows.iter().enumerate() {
            by_words.insert(key(&row.name).into_owned(), i);
        }
        for (i, row) in rows.iter().enumerate() {
            for alias in &row.aliases {
                by_words.entry(key(alias).into_owned()).or_insert(i);
            }
        }
        Self { rows, by_words }
    }

    /// The row these words name, by name or other wording; quotes, white space, 规上 for
    /// 规模以上 and 省级 for 省 make no difference.
    #[must_use]
    pub fn find(&self, words: &str) -> Option<&Indicator> {
        self.by_words.get(&*key(words)).map(|&i| &self.rows[i])
    }

    /// The family of these words, known itself or by its bare title: 区级重点实验室 is a `research-platform`
    /// though no row of its own. The two are never one indicator.
    #[must_use]
    pub fn family_of(&self, words: &str) -> Option<&str> {
        let row = self.find(words).or_else(|| without_level(words).and_then(|bare| self.find(bare)))?;
        Some(&row.family)
    }

    /// All rows in file order.
    #[must_use]
    pub fn rows(&self) -> &[Indicator] {
        &self.rows
    }
}

/// The words without what makes no difference: quotes, white space, 的; 规上 for 规模以上, 省级 for 省.
fn key(words: &str) -> Cow<'_, str> {
    let plain = plain(words);
    for level in LEVELS {
        let rest = plain.strip_prefix(level).and_then(|rest| rest.strip_prefix('级'));
        if let Some(rest) = rest.filter(|rest| !rest.starts_with("以上")) {
            return format!("{level}{rest}").into();
        }
    }
    plain
}

fn plain(words: &str) -> Cow<'_, str> {
    // Nearly all words are plain as they stand.
    if !words.contains(|c| is_empty(c) || matches!(c, '规' | '（' | '）')) {
        return words.into();
    }
    let plain: String = words.chars().filter(|&c| !is_empty(c)).collect();
    plain.replace("规上", "规模以上").replace('（', "(").replace('）', ")").into()
}

/// Whether a character makes no difference.
fn is_empty(c: char) -> bool {
    matches!(c, '“' | '”' | '"' | '‘' | '’' | '的' | '·') || c.is_whitespace()
}

/// Who awards a title; 省级 and 市级 are two indicators, 省级 and 省 are one.
const LEVELS: [&str; 5] = ["国家", "省", "市", "区", "县"];

/// The words without the level they begin with: 市级重点实验室, 重点实验室; `None` where they name none.
fn without_level(words: &str) -> Option<&str> {
    let rest = LEVELS.iter().find_map(|level| words.strip_prefix(level))?;
    let rest = rest.strip_prefix("级以上").or_else(|| rest.strip_prefix('级')).unwrap_or(rest);
    (!rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn another_wording_finds_the_row() {
        let catalogue = Catalogue::bundled();
        assert_eq!(catalogue.find("规上工业总产值").map(|i| i.name.as_str()), Some("规模以上工业总产值"));
        assert_eq!(catalogue.find("GDP").map(|i| i.name.as_str()), Some("地区生产总值"));
        assert!(catalogue.find("规模以上工业潮汐总值").is_none());
    }

    #[test]
    fn every_file_is_a_catalogue_of_its_own_family() {
        for (family, text) in FAMILIES {
            let file: File = toml::from_str(text).unwrap_or_else(|error| panic!("{family}: {error}"));
            assert!(file.indicator.iter().all(|row| row.family == *family), "{family}");
        }
        assert!(Catalogue::bundled().rows().len() >= 650);
    }

    #[test]
    fn no_two_rows_claim_the_same_words() {
        let catalogue = Catalogue::bundled();
        let mut claimed = HashMap::new();
        for row in catalogue.rows() {
            for words in std::iter::once(&row.name).chain(&row.aliases) {
                let other = claimed.insert(key(words), &row.name);
                assert!(other.is_none(), "{words}: {} and {other:?}", row.name);
            }
        }
    }

    #[test]
    fn what_must_not_be_merged_is_another_row() {
        let catalogue = Catalogue::bundled();
        for row in catalogue.rows() {
            assert!(!row.source.is_empty(), "{}", row.name);
            for never in &row.never {
                let other = catalogue.find(never).unwrap_or_else(|| panic!("{}: no {never}", row.name));
                assert_eq!(&other.name, never);
                assert_ne!(other.name, row.name);
            }
        }
    }

    #[test]
    fn the_words_for_output_are_rows_of_their_own() {
        let catalogue = Catalogue::bundled();
        let name = |words| catalogue.find(words).map(|row| row.name.clone()).unwrap_or_default();
        let words = [
            "规上工业总产值",
            "工业总产值",
            "工业增加值",
            "产业产值",
            "营业收入",
            "销售产值",
            "集成电路产业产值",
            "半导体上下游产业产值",
        ];
        let names: std::collections::HashSet<String> = words.into_iter().map(name).collect();
        assert_eq!(names.len(), words.len());
    }

    #[test]
    fn a_title_of_another_level_is_another_indicator_of_the_same_family() {
        let catalogue = Catalogue::bundled();
        let find = |words| catalogue.find(words).map(|row| row.name.as_str());
        assert_eq!(find("国家专精特新小巨人企业"), Some("专精特新“小巨人”企业"));
        assert_eq!(find("省专精特新中小企业"), find("省级专精特新中小企业"));
        assert_ne!(find("市级企业技术中心"), find("省级企业技术中心"));
        assert_eq!(find("区级重点实验室"), None);
        assert_eq!(catalogue.family_of("区级重点实验室"), Some("research-platform"));
        assert_eq!(catalogue.family_of("春风送暖"), None);
    }
}
