//! The dashboard: which place and period, the headline figures, and which charts have something to show.

use crate::Error;
use crate::api::{ChartCard, ChartRequest, Dashboard, HeadlineFigure, IndicatorRow, PeriodRow};
use crate::charts::composed;
use crate::label::parts;
use crate::list::period_of;
use crate::rows::count;
use crate::snapshot::Snapshot;
use crate::tree;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use tidemark_chart::{Definition, latest};
use tidemark_extract::Extractor;
use tidemark_model::{Date, Figure, Measure, ObservationId, Period, Qualifier, Status};

/// How many charts of single indicators follow the named ones.
const INDICATOR_CHARTS: usize = 6;
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
    let place = asked.map(str::to_owned).or_else(|| choose_place(snapshot));
    let near: Vec<&Figure> =
        snapshot.figures.iter().filter(|f| place.as_deref().is_some_and(|p| is_near(f, p))).collect();
    let periods = periods(&near);
    let asked = period.map(str::trim).filter(|period| !period.is_empty()).map(period_of).transpose()?;
    let period = asked.or_else(|| choose_period(snapshot, place.as_deref()?, &near, extractor));
    let shown: Vec<&Figure> = near.iter().copied().filter(|f| same(f.period, period)).collect();
    let charts = cards(snapshot, place.as_deref(), period, &near, extractor);
    Ok(Dashboard {
        period: period.map(|period| period.to_string()),
        period_label: period.map(|period| period.to_chinese()),
        places: tree::rows(&snapshot.figures, extractor.gazetteer()),
        periods,
        figures: headlines(&shown, place.as_deref()),
        charts,
        pages: count(pages_behind(snapshot, &shown)),
        observations: count(shown.len()),
        place,
    })
}

/// Whether a figure is the place's own or of something in it.
fn is_near(figure: &Figure, place: &str) -> bool {
    figure.subject == place || figure.parents.iter().any(|parent| parent == place)
}

/// Whether two figures' periods stand in one chart: what is of a year's last day is the year's.
fn same(a: Option<Period>, b: Option<Period>) -> bool {
    match (a.map(as_shown), b.map(as_shown)) {
        (Some(a), Some(b)) => a.same_days(b),
        (None, None) => true,
        _ => false,
    }
}

/// A period as the dashboard lists it: 截至2023年底 is 2023.
fn as_shown(period: Period) -> Period {
    match period.normal() {
        Period::Day(Date { year, month: 12, day: 31 }) => Period::Year(year),
        other => other,
    }
}

/// The home of the latest page that has a chart, else the place with most figures.
fn choose_place(snapshot: &Snapshot) -> Option<String> {
    let definitions = Definition::built_in();
    let has_chart =
        |place: &String| definitions.iter().any(|d| latest(d, &snapshot.figures, Some(place), None).is_some());
    let homes = snapshot
        .pages
        .iter()
        .rev()
        .filter_map(|held| held.page.home.clone().or_else(|| tree::main_place(figures_of(snapshot, held.id))));
    homes
        .into_iter()
        .find(has_chart)
        .or_else(|| tree::main_place(snapshot.figures.iter()))
        .or_else(|| busiest(snapshot))
}

fn figures_of(snapshot: &Snapshot, page: tidemark_model::PageId) -> impl Iterator<Item = &Figure> {
    let own = move |id: ObservationId| snapshot.observation(id).is_some_and(|(stored, _)| stored.page == page);
    snapshot.figures.iter().filter(move |figure| own(figure.id))
}

fn busiest(snapshot: &Snapshot) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for figure in &snapshot.figures {
        *counts.entry(&figure.subject).or_default() += 1;
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map(|(place, _)| place.to_owned())
}

/// Of the periods that the named charts would start with, the one that most of them have something for.
fn choose_period(snapshot: &Snapshot, place: &str, near: &[&Figure], extractor: &Extractor) -> Option<Period> {
    let definitions = Definition::built_in();
    let drawn = |period: Period| {
        let has = |d: &&Definition| composed(snapshot, &request(&d.name, Some(place), Some(period)), extractor).is_ok();
        definitions.iter().filter(has).count()
    };
    let starts = definitions.iter().filter_map(|d| latest(d, &snapshot.figures, Some(place), None)?.1);
    let counts = by_period(near.iter().copied().filter(|f| f.status == Status::Actual));
    let fullest = counts.into_iter().max_by_key(|&(period, count)| (period.last_day().year, count)).map(|(p, _)| p);
    starts.chain(fullest).max_by_key(|&period| (drawn(period), period))
}

fn request(name: &str, place: Option<&str>, period: Option<Period>) -> ChartRequest {
    ChartRequest {
        name: name.to_owned(),
        place: place.map(str::to_owned),
        period: period.map(|period| period.to_string()),
        ..ChartRequest::default()
    }
}

fn by_period<'a>(figures: impl Iterator<Item = &'a Figure>) -> BTreeMap<Period, usize> {
    let mut counts = BTreeMap::new();
    for period in figures.filter_map(|figure| figure.period) {
        *counts.entry(as_shown(period)).or_default() += 1;
    }
    counts
}

fn periods(near: &[&Figure]) -> Vec<PeriodRow> {
    let row = |(period, observations): (Period, usize)| PeriodRow {
        period: period.to_string(),
        label: period.to_chinese(),
        observations: count(observations),
    };
    by_period(near.iter().copied()).into_iter().rev().map(row).collect()
}

fn pages_behind(snapshot: &Snapshot, shown: &[&Figure]) -> usize {
    let pages = shown.iter().filter_map(|f| snapshot.observation(f.id).map(|(stored, _)| stored.page));
    pages.collect::<BTreeSet<_>>().len()
}

/// The three named charts, then the indicators with most figures over time.
fn cards(
    snapshot: &Snapshot,
    place: Option<&str>,
    period: Option<Period>,
    near: &[&Figure],
    extractor: &Extractor,
) -> Vec<ChartCard> {
    let card = |name: String, title: &str| match composed(snapshot, &request(&name, place, period), extractor) {
        Ok(spec) => ChartCard { name, title: spec.title, has_data: true },
        Err(_) => ChartCard { name, title: title.to_owned(), has_data: false },
    };
    let mut cards: Vec<_> = Definition::built_in().into_iter().map(|d| card(d.name.clone(), plain_title(&d))).collect();
    let single = often_reported(near).into_iter().take(INDICATOR_CHARTS);
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

/// Indicators in the catalogue that have figures of more than one period or place, the most periods first.
fn often_reported(near: &[&Figure]) -> Vec<String> {
    let mut found: BTreeMap<&str, (BTreeSet<String>, BTreeSet<&str>, usize)> = BTreeMap::new();
    let levels = near.iter().filter(|f| f.indicators.len() == 1 && f.family.is_some() && f.period.is_some());
    for figure in levels.filter(|f| matches!(f.measure, Measure::Total | Measure::New | Measure::Cumulative)) {
        let entry = found.entry(&figure.indicators[0]).or_default();
        entry.0.extend(figure.period.map(|period| period.normal().to_string()));
        entry.1.insert(&figure.subject);
        entry.2 += 1;
    }
    let mut found: Vec<_> =
        found.into_iter().filter(|(_, (times, places, _))| times.len() + places.len() > 2).collect();
    found.sort_by_key(|(_, (times, places, figures))| Reverse((times.len(), places.len(), *figures)));
    found.into_iter().map(|(name, _)| name.to_owned()).collect()
}

/// At most four figures: what the named charts are about, one each in turn.
fn headlines(shown: &[&Figure], place: Option<&str>) -> Vec<HeadlineFigure> {
    let definitions = Definition::built_in();
    let actual: Vec<&Figure> = shown.iter().copied().filter(|f| f.status == Status::Actual).collect();
    let mut lists: Vec<Vec<&Figure>> = definitions.iter().map(|d| candidates(d, &actual, place)).collect();
    lists.push(actual.iter().copied().filter(|f| Some(f.subject.as_str()) == place && is_level(f)).collect());
    let mut chosen: Vec<&Figure> = Vec::new();
    for turn in 0..HEADLINES {
        for list in &lists {
            let next = list.get(turn).filter(|f| chosen.len() < HEADLINES && !chosen.iter().any(|c| same_thing(c, f)));
            chosen.extend(next);
        }
    }
    chosen.into_iter().map(|figure| headline(plainest(figure, &actual), shown, place)).collect()
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

fn same_thing(a: &Figure, b: &Figure) -> bool {
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

fn headline_title(figure: &Figure, place: Option<&str>) -> String {
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
pub(crate) fn indicators(snapshot: &Snapshot, place: Option<&str>) -> Vec<IndicatorRow> {
    let mut found: BTreeMap<&str, Vec<&Figure>> = BTreeMap::new();
    for figure in snapshot.figures.iter().filter(|f| place.is_none_or(|place| is_near(f, place))) {
        for name in &figure.indicators {
            found.entry(name).or_default().push(figure);
        }
    }
    let mut rows: Vec<_> = found.into_iter().map(|(name, figures)| indicator_row(name, &figures)).collect();
    rows.sort_by(|a, b| b.observations.cmp(&a.observations).then_with(|| a.name.cmp(&b.name)));
    rows
}

fn indicator_row(name: &str, figures: &[&Figure]) -> IndicatorRow {
    let mut units: BTreeMap<&str, usize> = BTreeMap::new();
    for figure in figures {
        *units.entry(&figure.quantity.unit).or_default() += 1;
    }
    let periods: BTreeSet<_> = figures.iter().filter_map(|f| f.period).map(|p| p.normal().to_string()).collect();
    let places: BTreeSet<_> = figures.iter().map(|f| &f.subject).collect();
    let first_is = |f: &&&Figure| f.indicators.first().is_some_and(|first| first == name);
    IndicatorRow {
        name: name.to_owned(),
        family: figures.iter().find(first_is).and_then(|f| f.family.clone()),
        unit: units.into_iter().max_by_key(|&(_, n)| n).map(|(unit, _)| unit.to_owned()).unwrap_or_default(),
        observations: count(figures.len()),
        places: count(places.len()),
        periods: count(periods.len()),
    }
}
