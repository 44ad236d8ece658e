//! The indicator catalogue: 规上工业总产值 is 规模以上工业总产值, of the family `output`.
//!
//! Rows are data (`data/lexicon/indicators*.toml`); what a text calls an indicator is the phrase stage's.

use serde::Deserialize;
use std::collections::HashMap;
use tidemark_model::Indicator;

#[derive(Deserialize)]
struct File {
    indicator: Vec<Indicator>,
}

/// All known indicators, by name and by every other wording.
#[derive(Debug)]
pub struct Catalogue {
    rows: Vec<Indicator>,
    by_words: HashMap<String, usize>,
}

impl Catalogue {
    /// The rows that come with the program.
    #[must_use]
    pub fn bundled() -> Self {
        Self::parse(&[include_str!("../../../../data/lexicon/indicators.toml")])
    }

    /// From the texts of catalogue files; a file that is no catalogue adds nothing.
    #[must_use]
    pub fn parse(files: &[&str]) -> Self {
        let rows: Vec<Indicator> =
            files.iter().filter_map(|text| toml::from_str::<File>(text).ok()).flat_map(|file| file.indicator).collect();
        let mut by_words = HashMap::new();
        for (i, row) in rows.iter().enumerate() {
            by_words.insert(key(&row.name), i);
        }
        for (i, row) in rows.iter().enumerate() {
            for alias in &row.aliases {
                by_words.entry(key(alias)).or_insert(i);
            }
        }
        Self { rows, by_words }
    }

    /// The row these words name, by name or other wording; quotes, white space and 规上 for 规模以上 make no difference.
    #[must_use]
    pub fn find(&self, words: &str) -> Option<&Indicator> {
        self.by_words.get(&key(words)).map(|&i| &self.rows[i])
    }

    /// All rows in file order.
    #[must_use]
    pub fn rows(&self) -> &[Indicator] {
        &self.rows
    }
}

fn key(words: &str) -> String {
    let plain: String = words
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”' | '"' | '‘' | '’' | '的' | '·'))
        .collect();
    plain.replace("规上", "规模以上").replace('（', "(").replace('）', ")")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_wording_finds_the_row() {
        let catalogue = Catalogue::bundled();
        assert_eq!(catalogue.find("规上工业总产值").map(|i| i.name.as_str()), Some("规模以上工业总产值"));
        assert_eq!(catalogue.find("GDP").map(|i| i.name.as_str()), Some("地区生产总值"));
        assert!(catalogue.find("规模以上工业销售产值").is_none());
    }
}
