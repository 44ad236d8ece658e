//! Which indicators, measures and places a chart takes: rows of `data/charts/*.toml`, never code.
//!
//! Another industry, other titles of firms or other parts of a place are another definition, parsed at run time.

use crate::Error;
use crate::kind::ChartKind;
use crate::theme::Series;
use crate::words::Language;
use serde::Deserialize;
use tidemark_model::{Figure, Measure, PlaceKind};

const BUILT_IN: [(&str, &str); 3] = [
    ("output-by-park", include_str!("../../../../data/charts/output-by-park.toml")),
    ("high-tech-firms", include_str!("../../../../data/charts/high-tech-firms.toml")),
    ("automotive-share", include_str!("../../../../data/charts/automotive-share.toml")),
];

/// How a chart is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A bar for each part of a place, the rest and the whole.
    Parts,
    /// A bar for each indicator of some families.
    Counts,
    /// A 100 % bar with output and value below.
    Share,
    /// One indicator, by place or over time.
    Indicator,
}

/// A family of indicators that share a colour.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The catalogue's family: `firm-title`.
    pub family: String,
    /// Its colour.
    #[serde(default)]
    pub series: Series,
    /// What it is called: 企业.
    pub label: String,
}

/// An industry by the words its indicators hold.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Industry {
    /// 汽车
    pub name: String,
    /// Words one of which an indicator of the industry holds: 汽车, 整车.
    pub words: Vec<String>,
    /// Words none of which it holds: 新能源.
    #[serde(default)]
    pub without: Vec<String>,
    /// How the names of its output in units end: 产量.
    pub output: Vec<String>,
    /// How the names of its output value end: 产值.
    #[serde(default)]
    pub value: Vec<String>,
}

impl Industry {
    fn holds(&self, indicator: &str) -> bool {
        self.words.iter().any(|w| indicator.contains(w.as_str()))
            && !self.without.iter().any(|w| indicator.contains(w.as_str()))
    }

    /// Whether the indicator is the industry's output in units: 汽车产量.
    #[must_use]
    pub fn is_output(&self, indicator: &str) -> bool {
        self.holds(indicator) && self.output.iter().any(|end| indicator.ends_with(end.as_str()))
    }

    /// Whether the indicator is the industry's output value: 汽车及关联制造产业产值.
    #[must_use]
    pub fn is_value(&self, indicator: &str) -> bool {
        self.holds(indicator) && self.value.iter().any(|end| indicator.ends_with(end.as_str()))
    }
}

/// A chart as data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Definition {
    /// `output-by-park`
    pub name: String,
    /// How it is put together.
    pub kind: Kind,
    /// The title with {place}, {period}, {indicator}, {measure}, {whole}, {industry} to be filled in.
    pub title: String,
    /// Indicators by name in order of preference, never two in one panel.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Measures, each in a panel of its own.
    pub measures: Vec<Measure>,
    /// Base units a mark may have; any where none is given. Counts take no areas and no money.
    #[serde(default)]
    pub units: Vec<String>,
    /// Kinds of places that count as parts.
    #[serde(default)]
    pub parts: Vec<PlaceKind>,
    /// Families by colour.
    #[serde(default, rename = "group")]
    pub groups: Vec<Group>,
    /// Industries to choose from.
    #[serde(default, rename = "industry")]
    pub industries: Vec<Industry>,
    /// Panels at the most; what would need more is named in a footnote.
    #[serde(default = "one")]
    pub panels: usize,
    /// What the place's own bar is called: {place}合计.
    #[serde(default)]
    pub total: Option<String>,
    /// What the remainder is called: {place}其余.
    #[serde(default)]
    pub rest: Option<String>,
    /// The words of an English chart.
    #[serde(default)]
    pub english: English,
}

/// The words of a chart in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct English {
    /// Its title.
    pub title: Option<String>,
    /// The place's own bar.
    pub total: Option<String>,
    /// The remainder.
    pub rest: Option<String>,
}

fn one() -> usize {
    1
}

impl Definition {
    /// Reads a definition; `name` is what an error calls it.
    ///
    /// # Errors
    /// Where it is not TOML of this form.
    pub fn parse(name: &str, toml: &str) -> Result<Self, Error> {
        toml::from_str(toml).map_err(|e| Error::Definition { name: name.to_owned(), reason: e.to_string() })
    }

    /// The chart by its name on the command line: `output-by-park`, `indicator:地区生产总值`.
    ///
    /// # Errors
    /// Where there is no such chart.
    pub fn named(name: &str) -> Result<Self, Error> {
        if let Some(indicator) = name.strip_prefix("indicator:").map(str::trim).filter(|n| !n.is_empty()) {
            return Ok(Self::indicator(indicator));
        }
        match BUILT_IN.iter().find(|(n, _)| *n == name) {
            Some((name, toml)) => Self::parse(name, toml),
            None => Err(Error::UnknownChart(name.to_owned(), BUILT_IN.map(|(n, _)| n).join(", "))),
        }
    }

    /// The charts that stand in `data/charts`, in the dashboard's order.
    #[must_use]
    pub fn built_in() -> Vec<Self> {
        BUILT_IN.iter().filter_map(|(name, toml)| Self::parse(name, toml).ok()).collect()
    }

    /// The general chart of one indicator.
    #[must_use]
    pub fn indicator(name: &str) -> Self {
        let measures =
            vec![Measure::Total, Measure::New, Measure::Cumulative, Measure::Share, Measure::Growth, Measure::Change];
        Self {
            name: format!("indicator:{name}"),
            kind: Kind::Indicator,
            title: "{place}{indicator}".to_owned(),
            indicators: vec![name.to_owned()],
            measures,
            units: Vec::new(),
            parts: Vec::new(),
            groups: Vec::new(),
            industries: Vec::new(),
            panels: 1,
            total: None,
            rest: None,
            english: English { title: Some("{place}: {indicator}".to_owned()), ..English::default() },
        }
    }

    pub(crate) fn title(&self, language: Language) -> &str {
        self.english.title.as_deref().filter(|_| language == Language::English).unwrap_or(&self.title)
    }

    pub(crate) fn total(&self, language: Language) -> Option<&str> {
        self.english.total.as_deref().filter(|_| language == Language::English).or(self.total.as_deref())
    }

    pub(crate) fn rest(&self, language: Language) -> Option<&str> {
        self.english.rest.as_deref().filter(|_| language == Language::English).or(self.rest.as_deref())
    }

    /// Whether this is the kind of picture that the chart is by itself, of the one period asked for.
    #[must_use]
    pub fn draws_itself_as(&self, kind: ChartKind) -> bool {
        matches!((kind, self.kind), (ChartKind::Bars, Kind::Parts | Kind::Counts) | (ChartKind::Share, Kind::Share))
    }

    /// Whether a figure could stand in this chart as a mark.
    #[must_use]
    pub fn takes(&self, figure: &Figure) -> bool {
        let unit = self.units.is_empty() || self.units.contains(&figure.quantity.unit);
        if !unit || !self.measures.contains(&figure.measure) {
            return false;
        }
        let named = || figure.indicators.iter().any(|i| self.indicators.contains(i));
        match self.kind {
            Kind::Parts | Kind::Indicator => figure.indicators.len() == 1 && named(),
            Kind::Counts => figure.indicators.len() == 1 && self.group_of(figure).is_some(),
            Kind::Share => self.industry_of(figure).is_some(),
        }
    }

    pub(crate) fn group_of(&self, figure: &Figure) -> Option<&Group> {
        self.groups.iter().find(|g| Some(&g.family) == figure.family.as_ref())
    }

    pub(crate) fn industry_of(&self, figure: &Figure) -> Option<&Industry> {
        self.industries.iter().find(|industry| figure.indicators.iter().any(|i| industry.is_output(i)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_definition_reads() {
        for (name, toml) in BUILT_IN {
            assert_eq!(Definition::parse(name, toml).expect(name).name, name);
        }
    }

    #[test]
    fn part_of_an_industry_is_not_the_industry() {
        let charts = Definition::named("automotive-share").expect("there");
        let cars = &charts.industries[0];
        assert!(cars.is_output("汽车整车产量") && cars.is_value("汽车及关联制造产业产值"));
        assert!(!cars.is_output("新能源汽车产量") && !cars.is_output("汽车产值"));
    }

    #[test]
    fn an_unknown_chart_names_the_known_ones() {
        let error = Definition::named("pie").expect_err("no pie").to_string();
        assert!(error.contains("output-by-park") && error.contains("indicator:"), "{error}");
    }
}
