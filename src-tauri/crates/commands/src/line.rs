//! Observations as lines of the evaluation format: one JSON object a line, offsets in Unicode code points.

use crate::Error;
use crate::api::{ImportOptions, OwnPlace};
use crate::places;
use crate::reading::{Job, Origin, Reading, issue_date, read_all};
use crate::recogniser::knowing;
use serde::Serialize;
use serde_json::Number;
use std::path::PathBuf;
use tidemark_model::{Decimal, Observation, Page, Span};
use tidemark_reader::ReadOptions;

/// A file to read, with what a person says about it.
#[derive(Clone, Debug, Default)]
pub struct InputFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its date and home place.
    pub options: ImportOptions,
}

impl InputFile {
    pub(crate) fn job(&self) -> Result<Job, Error> {
        Ok(Job { origin: Origin::File(self.path.clone()), options: read_options(&self.options)? })
    }
}

pub(crate) fn read_options(options: &ImportOptions) -> Result<ReadOptions, Error> {
    let home = options.home.as_deref().map(str::trim).filter(|home| !home.is_empty()).map(str::to_owned);
    Ok(ReadOptions { encoding: None, issue: issue_date(options.issue_date.as_deref())?, home })
}

/// One observation in the evaluation format.
#[derive(Clone, Debug, Serialize)]
pub struct ObservationLine {
    /// File name of the text.
    pub doc: String,
    /// First code point of the amount in the decoded text.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// The amount's words without white space.
    pub amount: String,
    /// Value in the base unit.
    pub value: Number,
    /// A range's high end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_max: Option<Number>,
    /// Base unit.
    pub unit: String,
    /// `exact`, `about`, `below`, `above`, `range`.
    pub qualifier: &'static str,
    /// What is measured.
    pub indicator: OneOrMany,
    /// `total`, `new`, …
    pub measure: &'static str,
    /// Whose.
    pub subject: Option<String>,
    /// When.
    pub period: Option<String>,
    /// Of what, for share and rank.
    pub whole: Option<String>,
    /// `actual` or `planned`.
    pub status: &'static str,
    /// 0 to 1.
    pub confidence: f64,
    /// Usable without a person's look.
    pub accepted: bool,
    /// What the confidence rests on, as `group/value`; only where it is asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<String>,
}

/// A name, or a list of them where one figure is said of several.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// One name.
    One(String),
    /// Several.
    Many(Vec<String>),
}

/// Reads files and gives `each` what was found in them, in the order given; `own` are places that go before the
/// bundled ones. `with_grounds` adds what each confidence rests on.
///
/// # Errors
/// Where a date among the options or a place cannot be used; nothing has been read then.
pub fn extract_files(
    files: &[InputFile],
    own: &[OwnPlace],
    with_grounds: bool,
    mut each: impl FnMut(&InputFile, Result<Vec<ObservationLine>, Error>),
) -> Result<(), Error> {
    let jobs = files.iter().map(InputFile::job).collect::<Result<Vec<_>, _>>()?;
    let extractor = knowing(places::all_taken(own)?);
    let lines = |reading: Reading| {
        let observations = reading.observations.unwrap_or_default();
        let mut lines = lines_of(&reading.page, &observations);
        if with_grounds {
            let grounds = extractor.grounds(&reading.page, &observations);
            lines.iter_mut().zip(grounds).for_each(|(line, grounds)| line.grounds = grounds);
        }
        lines
    };
    read_all(&jobs, &extractor, |_| false, |n, outcome| each(&files[n], outcome.map(lines)));
    Ok(())
}

fn lines_of(page: &Page, observations: &[Observation]) -> Vec<ObservationLine> {
    let mut offsets = Offsets { text: &page.text, bytes: 0, chars: 0 };
    observations.iter().map(|observation| line_of(page, observation, offsets.of(observation.span))).collect()
}

/// Code points counted along the page, as observations come in its order: from its start for each would take the square
/// of its length.
struct Offsets<'t> {
    text: &'t str,
    bytes: usize,
    chars: usize,
}

impl Offsets<'_> {
    fn of(&mut self, span: Span) -> (usize, usize) {
        if span.start < self.bytes {
            (self.bytes, self.chars) = (0, 0);
        }
        let count = |part: Span| part.slice(self.text).chars().count();
        self.chars += count(Span::new(self.bytes, span.start));
        self.bytes = span.start;
        (self.chars, self.chars + count(span))
    }
}

fn line_of(page: &Page, observation: &Observation, (start, end): (usize, usize)) -> ObservationLine {
    let quantity = &observation.quantity;
    ObservationLine {
        doc: page.name.clone(),
        start,
        end,
        amount: observation.span.slice(&page.text).split_whitespace().collect(),
        value: number_of(quantity.value),
        value_max: quantity.value_max.map(number_of),
        unit: quantity.unit.clone(),
        qualifier: quantity.qualifier.name(),
        indicator: names_of(&observation.indicators),
        measure: observation.measure.name(),
        subject: observation.subject.as_ref().map(|subject| subject.value.clone()),
        period: observation.period.as_ref().map(|period| period.value.to_string()),
        whole: observation.whole.clone(),
        status: observation.status.name(),
        confidence: observation.confidence,
        accepted: observation.accepted,
        grounds: Vec::new(),
    }
}

fn names_of(indicators: &[String]) -> OneOrMany {
    match indicators {
        [one] => OneOrMany::One(one.clone()),
        several => OneOrMany::Many(several.to_vec()),
    }
}

/// A decimal as JSON writes it: 101 without a point, 35.5 as it is printed.
pub(crate) fn number_of(value: Decimal) -> Number {
    let text = value.normalize().to_string();
    let whole = text.parse::<i64>().ok().map(Number::from);
    whole.or_else(|| text.parse().ok().and_then(Number::from_f64)).unwrap_or_else(|| Number::from(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_has_no_point_and_a_fraction_no_noise() {
        let written = |text: &str| number_of(text.parse().expect("decimal")).to_string();
        assert_eq!(written("129420000000.0"), "129420000000");
        assert_eq!(written("35.50"), "35.5");
        assert_eq!(written("-3.2"), "-3.2");
    }

    #[test]
    fn one_indicator_is_a_string_and_several_are_a_list() {
        let json = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|&n| n.to_owned()).collect();
            serde_json::to_string(&names_of(&names)).expect("json")
        };
        assert_eq!(json(&["总产值"]), r#""总产值""#);
        assert_eq!(json(&["研发中心", "研究院"]), r#"["研发中心","研究院"]"#);
    }
}
