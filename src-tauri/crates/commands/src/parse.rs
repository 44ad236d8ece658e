//! The numbers and dates of phrases, without pages or a library: `tide parse`.

use crate::Error;
use crate::line::number_of;
use crate::reading::issue_date;
use serde::Serialize;
use serde_json::Number;
use std::fmt;
use tidemark_extract::Extractor;
use tidemark_model::{Period, Quantity, Span};

/// Reads phrases. Hold one: making it loads a dictionary.
#[derive(Debug, Default)]
pub struct PhraseReader(Extractor);

/// What a phrase says.
#[derive(Clone, Debug, Serialize)]
pub struct Phrase {
    /// Its numbers, in text order.
    pub quantities: Vec<PhraseQuantity>,
    /// Its dates and spans of time, in text order.
    pub periods: Vec<PhrasePeriod>,
}

/// A number of a phrase.
#[derive(Clone, Debug, Serialize)]
pub struct PhraseQuantity {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words, as `text[start..end]`.
    #[serde(skip)]
    pub words: String,
    /// Value in the base unit.
    pub value: Number,
    /// A range's high end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_max: Option<Number>,
    /// Base unit; empty where none is printed.
    pub unit: String,
    /// `exact`, `about`, `below`, `above`, `range`.
    pub qualifier: &'static str,
}

/// A date or a span of time.
#[derive(Clone, Debug, Serialize)]
pub struct PhrasePeriod {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words, as `text[start..end]`.
    #[serde(skip)]
    pub words: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

impl PhraseReader {
    /// Reads `text`; its dates are counted from `date`.
    ///
    /// # Errors
    /// Where the date cannot be used.
    pub fn read(&self, text: &str, date: Option<&str>) -> Result<Phrase, Error> {
        let found = self.0.parse(text, issue_date(date)?);
        Ok(Phrase {
            quantities: found.quantities.iter().map(|(span, quantity)| quantity_of(text, *span, quantity)).collect(),
            periods: found.periods.iter().map(|(span, period)| period_of(text, *span, *period)).collect(),
        })
    }
}

fn quantity_of(text: &str, span: Span, quantity: &Quantity) -> PhraseQuantity {
    let (start, end) = span.to_chars(text);
    PhraseQuantity {
        start,
        end,
        words: span.slice(text).to_owned(),
        value: number_of(quantity.value),
        value_max: quantity.value_max.map(number_of),
        unit: quantity.unit.clone(),
        qualifier: quantity.qualifier.name(),
    }
}

fn period_of(text: &str, span: Span, period: Period) -> PhrasePeriod {
    let (start, end) = span.to_chars(text);
    let words = span.slice(text).to_owned();
    PhrasePeriod { start, end, words, from: period.first_day().to_string(), to: period.last_day().to_string() }
}

impl Phrase {
    /// Writes 个百分点 with %, as parsers do that have no unit of its own for it.
    pub fn points_as_percent(&mut self) {
        for quantity in self.quantities.iter_mut().filter(|quantity| quantity.unit == "百分点") {
            quantity.unit = "%".to_owned();
        }
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.quantities.is_empty() && self.periods.is_empty() {
            return writeln!(f, "未发现数量或日期");
        }
        for found in &self.quantities {
            let most = found.value_max.as_ref().map(|most| format!("—{most}")).unwrap_or_default();
            writeln!(f, "数量  {}  {}{most} {}（{}）", found.words, found.value, found.unit, found.qualifier)?;
        }
        for found in &self.periods {
            writeln!(f, "时间  {}  {} 至 {}", found.words, found.from, found.to)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_gives_its_numbers_and_dates_in_code_points() {
        let found = PhraseReader::default().read("下周三有三百五十人", Some("2024-03-19")).expect("date");
        let json = serde_json::to_string(&found).expect("JSON");
        assert!(json.contains(r#""start":4,"end":9,"value":350,"unit":"人","qualifier":"exact""#), "{json}");
        assert!(json.contains(r#""start":0,"end":3,"from":"2024-03-27","to":"2024-03-27""#), "{json}");
    }

    #[test]
    fn points_stay_points_unless_asked() {
        let mut found = PhraseReader::default().read("提高2.9个百分点", None).expect("no date");
        assert_eq!(found.quantities[0].unit, "百分点");
        found.points_as_percent();
        assert_eq!(found.quantities[0].unit, "%");
    }
}
