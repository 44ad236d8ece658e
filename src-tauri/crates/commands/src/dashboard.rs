//! The dashboard: which place and period, the headline figures, and which charts have something to show.

use crate::Error;
use crate::api::{ChartCard, ChartRequest, Dashboard, HeadlineFigure, IndicatorRow, PeriodRow};
use crate::charts::composed;
use crate::label::parts;
use crate::list::period_of;
use crate::rows::count;
use crate::scope::{self, as_shown, days_of, standings};
use crate::snapshot::Snapshot;
use crate::{opening, tree};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use tidemark_chart::Definition;
use tidemark_extract::Extractor;
use tidemark_model::{Figure, Measure, PageId, Period, Qualifier, Status};
use tidemark_store::{FigureFilter, NameTally, Named, PlaceTally, Standing};

/// Pages whose homes are looked at together.
const HOMES: u32 = 32;
/// How many charts of single indicators follow the named ones.
pub(crate) const INDICATOR_CHARTS: usize = 6;
/// How many figures stand above the charts.
const HEADLINES: usize = 4;

/// Everything the dashboard shows for a place and period.
pub(crate) fn dashboard(
    snapshot: &Snapshot,
    place: Option<&str>,
    period: Option<&str>,
    extractor: &Extractor,
) -> Result<Dashboard, Error> {
    let asked = place.map(str::trim).filter(|place| !place.is_empty());
    let place = asked.map_or_else(|| choose_place(snapshot, extractor), |place| Ok(Some(place.to_owned())))?;
    let near = match &place {
        Some(place) => snapshot.ask(|library| library.standings_near(place))?,
        None => Vec::new(),
    };
    let tallies = snapshot.ask(|library| library.tally(&near_filter(&near)))?;
    let asked = period.map(str::trim).filter(|period| !period.is_empty()).map(period_of).transpose()?;
    let names = often_reported(snapshot, &near)?;
    let period = match (asked, &place) {
        (None, Some(place)) => opening::period(snapshot, place, &tallies, &names, extractor)?,
        _ => asked,
    };
    let shown = FigureFilter { days: Some(days_of(period)), ..near_filter(&near) };
    let (observations, pages) = snapshot.ask(|library| library.count_figures(&shown))?;
    let places = snapshot.once("places", |snapshot| Ok(tree::rows(&standings(snapshot)?, extractor.gazetteer())))?;
    Ok(Dashboard {
        period: period.map(|period| period.to_string()),
        period_label: period.map(|period| period.to_chinese()),
        places: places.to_vec(),
        periods: periods(&tallies),
        figures: headlines(&actual(snapshot, shown, place.as_deref())?, place.as_deref(), HEADLINES),
        charts: cards(snapshot, place.as_deref(), period, names, extractor),
        pages,
        observations,
        place,
    })
}

/// Figures of these standings.
fn near_filter(near: &[i64]) -> FigureFilter {
    FigureFilter { standings: Some(near.to_vec()), ..FigureFilter::default() }
}

/// Of the figures shown those that happened and that a headline may be made of: what the named charts take, and the
/// place's own levels.
fn actual(snapshot: &Snapshot, shown: FigureFilter, place: Option<&str>) -> Result<Vec<Figure>, Error> {
    let shown = FigureFilter { status: Some(Status::Actual), ..shown };
    let mut named = Vec::new();
    for definition in Definition::built_in() {
        named.extend(scope::names_of(snapshot, &definition)?);
    }
    named.sort_unstable();
    named.dedup();
    let own = place.map(|place| snapshot.ask(|library| library.standings_of(place))).transpose()?.unwrap_or_default();
    let charted = FigureFilter { named: Some(named), ..shown.clone() };
    let levels = vec![Measure::Total, Measure::New];
    let own = FigureFilter { standings: Some(own), measures: levels, ..shown };
    snapshot.ask(|library| library.figures(&[charted, own], &[]))
}

/// Whether two figures' periods stand in one chart: what is of a year's last day is the year's.
pub(crate) fn same(a: Option<Period>, b: Option<Period>) -> bool {
    match (a.map(as_shown), b.map(as_shown)) {
        (Some(a), Some(b)) => a.same_days(b),
        (None, None) => true,
        _ => false,
    }
}

/// The home of the latest page that has a chart, else the place with most figures.
fn choose_place(snapshot: &Snapshot, extractor: &Extractor) -> Result<Option<String>, Error> {
    let (mut before, mut without) = (PageId(i64::MAX), HashSet::new());
    loop {
        let homes = snapshot.ask(|library| library.homes_before(before, HOMES))?;
        let Some(&(last, _)) = homes.last() else { break };
        before = last;
        for (page, home) in homes {
            let found = home.map_or_else(|| main_place_of(snapshot, page), |home| Ok(Some(home)))?;
            let Some(place) = found.filter(|place| !without.contains(place)) else { continue };
            if has_chart(snapshot, &place, extractor)? {
                return Ok(Some(place));
            }
            without.insert(place);
        }
    }
    let all = standings(snapshot)?;
    Ok(tree::main_place(&all).or_else(|| tree::busiest(&all)))
}

fn main_place_of(snapshot: &Snapshot, page: PageId) -> Result<Option<String>, Error> {
    Ok(tree::main_place(&snapshot.ask(|library| library.standings_on(page))?))
}

fn has_chart(snapshot: &Snapshot, place: &str, extractor: &Extractor) -> Result<bool, Error> {
    for definition in Definition::built_in() {
        if scope::start(snapshot, &definition, extractor.gazetteer(), (Some(place), None))?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(crate) fn request(name: &str, place: Option<&str>, period: Option<Period>) -> ChartRequest {
    ChartRequest {
        name: name.to_owned(),
        place: place.map(str::to_owned),
        period: period.map(|period| period.to_string()),
        ..ChartRequest::default()
    }
}

/// How many figures there are of each period, by the name the dashboard gives it.
pub(crate) fn by_period<'a>(tallies: impl Iterator<Item = &'a PlaceTally>) -> BTreeMap<Period, u32> {
    let mut counts = BTreeMap::new();
    for (period, figures) in tallies.filter_map(|tally| Some((tally.period?, tally.figures))) {
        *counts.entry(as_shown(period)).or_default() += figures;
    }
    counts
}

fn periods(tallies: &[PlaceTally]) -> Vec<PeriodRow> {
    let row = |(period, observations): (Period, u32)| PeriodRow {
        period: period.to_string(),
        label: period.to_chinese(),
        observations,
    };
    by_period(tallies.iter()).into_iter().rev().map(row).collect()
}

/// The three named charts, then the indicators with most figures over time.
fn cards(
    snapshot: &Snapshot,
    place: Option<&str>,
    period: Option<Period>,
    names: Vec<String>,
    extractor: &Extractor,
) -> Vec<ChartCard> {
    let card = |name: String, title: &str| match composed(snapshot, &request(&name, place, period), extractor) {
        Ok(spec) => ChartCard { name, title: spec.title, has_data: true },
        Err(_) => ChartCard { name, title: title.to_owned(), has_data: false },
    };
    let mut cards: Vec<_> = Definition::built_in().into_iter().map(|d| card(d.name.clone(), plain_title(&d))).collect();
    let single = names.into_iter().take(INDICATOR_CHARTS);
    cards.extend(single.map(|name| card(format!("indicator:{name}"), &name)).filter(|card| card.has_data));
    cards
}

/// What a chart is called while it has nothing to show.
fn plain_title(definition: &Definition) -> &'static str {
    match definition.kind {
        tidemark_chart::Kind::Parts => "产值，按园区",
        tidemark_chart::Kind::Counts => "科技企业与平台",
        tidemark_chart::Kind::Share => "产业占比",
        tidemark_chart::Kind::Indicator => "指标",
    }
}

/// What is counted of one name.
#[derive(Default)]
struct Reported {
    days: HashSet<(u32, u32)>,
    places: HashSet<Arc<Standing>>,
    /// The standing met last: they come one after the other.
    last: i64,
    units: BTreeMap<String, u32>,
    family: Option<String>,
    figures: u32,
}

impl Reported {
    fn add(&mut self, tally: &NameTally) {
        self.days.extend(day_number(tally.days.0).zip(day_number(tally.days.1)));
        if self.last != tally.place {
            self.last = tally.place;
            self.places.insert(Arc::clone(tally.standing));
        }
        match self.units.get_mut(tally.unit) {
            Some(count) => *count += tally.figures,
            None => drop(self.units.insert(tally.unit.to_owned(), tally.figures)),
        }
        self.figures += tally.figures;
    }

    fn merge(&mut self, other: &Self) {
        self.days.extend(&other.days);
        self.places.extend(other.places.iter().cloned());
        other.units.iter().for_each(|(unit, n)| *self.units.entry(unit.clone()).or_default() += n);
        self.figures += other.figures;
    }

    /// Distinct subjects; one may stand in several ways.
    fn subjects(&self) -> usize {
        self.places.iter().map(|standing| &standing.subject).collect::<HashSet<_>>().len()
    }
}

/// Figures that the filter asks for, counted by name.
fn reported(snapshot: &Snapshot, filter: &FigureFilter) -> Result<Vec<(Arc<Named>, Reported)>, Error> {
    let mut found: HashMap<i64, (Arc<Named>, Reported)> = HashMap::new();
    snapshot.ask(|library| {
        library.tally_names(filter, &mut |tally| {
            let row = found.entry(tally.number);
            row.or_insert_with(|| (Arc::clone(tally.named), Reported::default())).1.add(&tally);
        })
    })?;
    Ok(found.into_values().collect())
}

/// 20230101 of 2023-01-01.
fn day_number(day: &str) -> Option<u32> {
    let digits = day.bytes().filter(u8::is_ascii_digit);
    (!day.is_empty()).then(|| digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

/// Indicators in the catalogue that have figures of more than one period or place, the most periods first.
fn often_reported(snapshot: &Snapshot, near: &[i64]) -> Result<Vec<String>, Error> {
    let levels = vec![Measure::Total, Measure::New, Measure::Cumulative];
    let filter = FigureFilter { measures: levels, ..near_filter(near) };
    let catalogued = |named: &Named| named.names.len() == 1 && named.family.is_some();
    let found = reported(snapshot, &filter)?.into_iter().filter(|(named, _)| catalogued(named));
    let sizes = found.map(|(named, of)| (named.names[0].clone(), (of.days.len(), of.subjects(), of.figures)));
    let mut found: Vec<_> = sizes.filter(|(_, (days, places, _))| *days > 0 && days + places > 2).collect();
    found.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.cmp(b)));
    Ok(found.into_iter().map(|(name, _)| name).collect())
}

/// At most so many figures: what the named charts are about, one each in turn.
pub(crate) fn headlines(actual: &[Figure], place: Option<&str>, most: usize) -> Vec<HeadlineFigure> {
    let definitions = Definition::built_in();
    let actual: Vec<&Figure> = actual.iter().collect();
    let mut lists: Vec<Vec<&Figure>> = definitions.iter().map(|d| candidates(d, &actual, place)).collect();
    lists.push(actual.iter().copied().filter(|f| Some(f.subject.as_str()) == place && is_level(f)).collect());
    let mut chosen: Vec<&Figure> = Vec::new();
    for turn in 0..most {
        for list in &lists {
            let next = list.get(turn).filter(|f| chosen.len() < most && !chosen.iter().any(|c| same_thing(c, f)));
            chosen.extend(next);
        }
    }
    chosen.into_iter().map(|figure| headline(plainest(figure, &actual), &actual, place)).collect()
}

/// The same figure as its exact number where one is reported too: 78% rather than a headline's 近八成.
fn plainest<'a>(figure: &'a Figure, figures: &[&'a Figure]) -> &'a Figure {
    let is_exact = |f: &Figure| f.quantity.qualifier == Qualifier::Exact;
    let twin = |f: &&&'a Figure| is_exact(f) && same_thing(f, figure) && f.quantity.unit == figure.quantity.unit;
    if is_exact(figure) { figure } else { figures.iter().find(twin).copied().unwrap_or(figure) }
}

fn is_level(figure: &Figure) -> bool {
    figure.family.is_some() && matches!(figure.measure, Measure::Total | Measure::New)
}

/// Figures that a chart takes, the place's own and the largest first.
fn candidates<'a>(definition: &Definition, figures: &[&'a Figure], place: Option<&str>) -> Vec<&'a Figure> {
    let industry = |f: &Figure| {
        let of = |name: &String| definition.industries.iter().any(|i| i.is_output(name) || i.is_value(name));
        matches!(f.measure, Measure::Total | Measure::Share) && f.indicators.iter().all(of)
    };
    let takes = |f: &Figure| {
        if definition.industries.is_empty() { definition.takes(f) } else { industry(f) }
    };
    let mut found: Vec<_> = figures.iter().copied().filter(|f| f.indicators.len() == 1 && takes(f)).collect();
    let order = |f: &Figure| definition.measures.iter().position(|measure| *measure == f.measure);
    found.sort_by_key(|f| (Some(f.subject.as_str()) != place, order(f), Reverse(f.value()), f.id));
    found.dedup_by(|a, b| same_thing(a, b));
    found
}

pub(crate) fn same_thing(a: &Figure, b: &Figure) -> bool {
    a.indicators == b.indicators && a.subject == b.subject && a.measure == b.measure && same(a.period, b.period)
}

fn headline(figure: &Figure, shown: &[&Figure], place: Option<&str>) -> HeadlineFigure {
    let pieces = parts(&figure.quantity);
    let same_value = |f: &&&Figure| same_thing(f, figure) && f.value() == figure.value() && f.status == figure.status;
    HeadlineFigure {
        title: headline_title(figure, place),
        number: pieces.number,
        unit: pieces.unit,
        qualifier: pieces.qualifier,
        qualifier_first: pieces.first,
        observations: shown.iter().filter(same_value).map(|f| f.id.0).collect(),
    }
}

pub(crate) fn headline_title(figure: &Figure, place: Option<&str>) -> String {
    let subject = if Some(figure.subject.as_str()) == place { "" } else { &figure.subject };
    let indicator = figure.indicators.join("、");
    match (figure.measure, &figure.whole) {
        (Measure::Share, Some(whole)) if whole.contains(&indicator) => format!("{subject}占{whole}"),
        (Measure::Share, Some(whole)) => format!("{subject}{indicator}占{whole}"),
        (Measure::Share, None) => format!("{subject}{indicator}占比"),
        (Measure::New, _) if !indicator.starts_with('新') => format!("{subject}新增{indicator}"),
        (Measure::Cumulative, _) if !indicator.starts_with("累计") => format!("{subject}累计{indicator}"),
        _ => format!("{subject}{indicator}"),
    }
}

/// Indicators of the place and what lies in it; of everything where no place is given. Most figures first.
pub(crate) fn indicators(snapshot: &Snapshot, place: Option<&str>) -> Result<Vec<IndicatorRow>, Error> {
    let Some(place) = place else {
        return Ok(snapshot.once("indicators", |snapshot| indicators_of(snapshot, &FigureFilter::default()))?.to_vec());
    };
    let near = snapshot.ask(|library| library.standings_near(place))?;
    indicators_of(snapshot, &near_filter(&near))
}

fn indicators_of(snapshot: &Snapshot, filter: &FigureFilter) -> Result<Vec<IndicatorRow>, Error> {
    let mut found: HashMap<String, Reported> = HashMap::new();
    for (named, of) in reported(snapshot, filter)? {
        for (at, name) in named.names.iter().enumerate() {
            let row = found.entry(name.clone()).or_default();
            row.merge(&of);
            if at == 0 && row.family.is_none() {
                row.family.clone_from(&named.family);
            }
        }
    }
    let mut rows: Vec<_> = found.into_iter().map(|(name, of)| indicator_row(name, of)).collect();
    rows.sort_by(|a, b| b.observations.cmp(&a.observations).then_with(|| a.name.cmp(&b.name)));
    Ok(rows)
}

fn indicator_row(name: String, of: Reported) -> IndicatorRow {
    IndicatorRow {
        name,
        places: count(of.subjects()),
        family: of.family,
        unit: of.units.into_iter().max_by_key(|&(_, n)| n).map(|(unit, _)| unit).unwrap_or_default(),
        observations: of.figures,
        periods: count(of.days.len()),
    }
}
