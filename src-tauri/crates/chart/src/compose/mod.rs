//! From a question and the figures at hand to what a chart says: which marks, which footnotes, what is left out.
//!
//! Never two indicators, measures, statuses or units in one panel; never a part of a year beside a whole one.

mod apart;
mod available;
mod counts;
mod finish;
mod indicator;
mod kinds;
mod marks;
mod parts;
mod place;
mod share;
mod sources;
mod time;

pub use available::{Available, Surroundings, Tally, available, available_of, latest, latest_of};
pub(crate) use finish::without_sources;
pub use kinds::kinds;
pub(crate) use marks::label;

use crate::definition::{Definition, Kind};
use crate::kind::ChartKind;
use crate::spec::{ChartSpec, Panel};
use crate::words::{Language, Words, filled};
use crate::{Error, NothingToDraw};
use sources::Sources;
use tidemark_model::{Date, Derived, Figure, Measure, Period};

/// What is to be drawn, of what.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// Which chart.
    pub definition: &'a Definition,
    /// The place: 钱塘区.
    pub place: &'a str,
    /// The period; `None` takes figures without one, or for a line all of them.
    pub period: Option<Period>,
    /// Every figure that may matter: the place's own, its parts', its neighbours'; of all periods.
    pub figures: &'a [Figure],
    /// What the ledger derives from them.
    pub derived: &'a [Derived],
    /// The date drawn.
    pub drawn_on: Date,
    /// What its own words are in.
    pub language: Language,
    /// The kind of picture a person chose; `None` leaves it to the chart.
    pub kind: Option<ChartKind>,
}

impl Question<'_> {
    fn say(&self) -> &'static Words {
        self.language.say()
    }
}

/// Chooses the marks and words of a chart.
///
/// # Errors
/// Where the figures hold nothing for the question, the reason in Chinese.
pub fn compose(question: &Question) -> Result<ChartSpec, NothingToDraw> {
    let mut draft = Draft::new(question);
    if let Some(kind) = question.kind {
        kinds::compose(question, kind, &mut draft)?;
        return Ok(finish::finish(question, draft));
    }
    match question.definition.kind {
        Kind::Parts => parts::compose(question, &mut draft)?,
        Kind::Counts => counts::compose(question, &mut draft)?,
        Kind::Share => share::compose(question, &mut draft)?,
        Kind::Indicator => indicator::compose(question, &mut draft)?,
    }
    Ok(finish::finish(question, draft))
}

/// Checks that every word of a chart can be printed.
///
/// # Errors
/// Names the first character that cannot.
pub fn check_spec(spec: &ChartSpec) -> Result<(), Error> {
    let words = [&spec.title, &spec.subtitle].into_iter().chain(&spec.remarks);
    let sources = spec.sources.iter().flat_map(|s| [&s.paper, &s.article]);
    words.chain(sources).chain(spec.table.iter().flatten()).try_for_each(|text| crate::check_text(text))
}

/// A chart being put together.
struct Draft<'a> {
    title: String,
    /// Replaces the period at the start of the subtitle: 2021—2024年.
    when: Option<String>,
    /// What follows the period in the subtitle: units, of what whole.
    what: Vec<String>,
    /// Sums to be shown in the subtitle: 1294.2 ÷ 35.5%.
    sums: Vec<String>,
    language: Language,
    kind: ChartKind,
    place: String,
    period: Option<Period>,
    panels: Vec<Panel>,
    remarks: Vec<String>,
    sources: Sources<'a>,
}

impl Draft<'_> {
    fn new(question: &Question) -> Self {
        Self {
            title: String::new(),
            when: None,
            what: Vec::new(),
            sums: Vec::new(),
            language: question.language,
            kind: ChartKind::List,
            place: question.place.to_owned(),
            period: question.period,
            panels: Vec::new(),
            remarks: Vec::new(),
            sources: Sources::new(question.language),
        }
    }

    fn say(&self) -> &'static Words {
        self.language.say()
    }

    fn remark(&mut self, sentence: String) {
        if !sentence.is_empty() && !self.remarks.contains(&sentence) {
            self.remarks.push(sentence);
        }
    }

    /// The sum goes to the subtitle, or to the footnotes; what it takes for granted always to the footnotes.
    fn explain(&mut self, derived: &Derived, in_subtitle: bool) {
        if in_subtitle {
            self.sums.push(derived.formula.clone());
        } else {
            let who = format!("{}{}", derived.subject, self.say().derived);
            self.remark(filled(
                self.say().because,
                &[("who", &who), ("what", &format!("{}{}", derived.formula, self.say().sentence))],
            ));
        }
        for assumption in &derived.assumptions {
            let what = self.language.assumption(assumption) + self.say().sentence;
            self.remark(filled(self.say().because, &[("who", self.say().derived), ("what", &what)]));
        }
    }
}

/// A period as charts compare it: what stands at the year's last day (截至2023年底) is the year's.
fn year_end(period: Period) -> Period {
    match period.normal() {
        Period::Day(Date { year, month: 12, day: 31 }) => Period::Year(year),
        other => other,
    }
}

fn when(figure: &Figure) -> Option<Period> {
    figure.period.map(year_end)
}

fn same_period(a: Option<Period>, b: Option<Period>) -> bool {
    match (a.map(year_end), b.map(year_end)) {
        (Some(a), Some(b)) => a.same_days(b),
        (None, None) => true,
        _ => false,
    }
}

fn within(figure: &Figure, place: &str) -> bool {
    figure.parents.iter().any(|p| p == place)
}

fn period_name(period: Option<Period>, language: Language) -> String {
    period.map_or_else(|| language.say().undated.to_owned(), |p| language.period(p))
}

/// Distinct values in order of first appearance.
fn distinct<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    values.into_iter().fold(Vec::new(), |mut seen, value| {
        if !seen.contains(&value) {
            seen.push(value);
        }
        seen
    })
}

/// What a figure measures, in words: 新增国家高新技术企业, 地区生产总值增速.
fn words_of(figure: &Figure, language: Language) -> String {
    let names: Vec<_> = figure.indicators.iter().map(|i| language.indicator(i)).collect();
    measured(figure.measure, &names.join(language.say().and), language)
}

fn measured(measure: Measure, indicator: &str, language: Language) -> String {
    let (before, after, _) = language.measure(measure);
    let indicator = language.indicator(indicator);
    let before = if indicator.starts_with(before) { "" } else { before };
    let after = if indicator.ends_with(after) { "" } else { after };
    format!("{before}{indicator}{after}")
}
