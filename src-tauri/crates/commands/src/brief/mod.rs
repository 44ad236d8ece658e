//! A brief of a place and period, section by section: headline figures, charts, what changed, what conflicts, what is
//! missing; every figure with a footnote that quotes its sentence. Layout is `tidemark-chart`'s.

mod changes;
mod conflicts;
mod gaps;
mod held;
mod latest;
mod notes;
mod scope;

use crate::Error;
use crate::api::{BriefRequest, ChartRequest, Dashboard};
use crate::charts::composed;
use crate::dashboard;
use crate::export::write;
use crate::list::period_of;
use crate::snapshot::Snapshot;
use held::Held;
use notes::Notes;
use scope::Scope;
use std::path::Path;
use tidemark_chart::brief::{self, Block, Brief, Run};
use tidemark_chart::{Canvas, ChartSpec, Theme, draw};
use tidemark_extract::Extractor;
use tidemark_model::{Date, Figure, ObservationId};

/// Charts in a brief at the most.
const CHARTS: usize = 5;
/// Headline figures at the most.
const HEADLINES: usize = 8;
/// Entries of a section at the most; how many more there are is said.
const ENTRIES: usize = 10;

/// Writes a brief to a file, as PDF or DOCX by its ending.
pub(crate) fn export(snapshot: &Snapshot, request: &BriefRequest, extractor: &Extractor) -> Result<(), Error> {
    let path = Path::new(&request.path);
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let print = match ending.as_deref() {
        Some("pdf") => brief::pdf,
        Some("docx") => brief::docx,
        _ => {
            let expected = "let it end in .pdf or .docx".to_owned();
            return Err(Error::Argument { what: "the file name", given: request.path.clone(), expected });
        }
    };
    write(path, &print(&brief(snapshot, request, extractor)?)?)
}

/// The brief of the place and period asked for, each chosen as on the dashboard where it is not.
fn brief(snapshot: &Snapshot, request: &BriefRequest, extractor: &Extractor) -> Result<Brief, Error> {
    let place = crate::charts::named_place(request.place.as_deref(), extractor);
    let drawn_on = crate::charts::date_of(request.date.as_deref())?;
    let board = dashboard::dashboard(snapshot, place.as_deref(), request.period.as_deref(), extractor)?;
    let Some(place) = board.place.clone() else {
        return Err(Error::NothingToDraw { why: "资料库里还没有数据，没有可写的简报".to_owned() });
    };
    let period = board.period.as_deref().map(period_of).transpose()?;
    let drawn = brief::packed(charts(snapshot, &board, (drawn_on, extractor)));
    let charted: Vec<ObservationId> = drawn.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
    let held = Held::of(snapshot, (&place, period), &charted)?;
    let scope = Scope::of(&held, place, period, board.period_label.clone().unwrap_or_default())?;
    let mut notes = Notes::new(&held);
    let sections = [
        ("主要数字", headlines(&scope, &mut notes)),
        ("与往期相比", changes::section(&scope, &mut notes)),
        ("图表", pictures(drawn, &held, &mut notes)),
        ("最近的版面", latest::section(&scope, &mut notes)),
        ("说法不一", conflicts::section(&scope, &mut notes)),
        ("缺口", gaps::section(&scope, &board, &mut notes)),
    ];
    let filled = sections.into_iter().filter(|(_, blocks)| !blocks.is_empty());
    let numbered = filled.enumerate().flat_map(|(at, (title, blocks))| {
        let heading = Block::Heading(format!("{}、{title}", NUMERALS.get(at).copied().unwrap_or_default()));
        std::iter::once(heading).chain(blocks)
    });
    let blocks = numbered.chain([Block::Text(vec![Run::plain(CLOSING)])]).collect();
    Ok(Brief {
        title: format!("{}{}数据简报", scope.place, scope.period_label),
        basis: format!("据{}份版面、{}条数字整理", board.pages, board.observations),
        author: request.author.clone().unwrap_or_default(),
        blocks,
        notes: notes.texts(),
        drawn_on,
        grey: request.grey,
    })
}

const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];
const CLOSING: &str =
    "说明：数字照录版面原文，“约”“超”“近”“余”等词一并保留；“推算”由本简报按所列数字算得，不见于版面。";

/// The figures that stand out, each in a line of its own.
fn headlines(scope: &Scope, notes: &mut Notes) -> Vec<Block> {
    let actual: Vec<Figure> = scope.actual().into_iter().cloned().collect();
    let found = dashboard::headlines(&actual, Some(&scope.place), HEADLINES);
    let line = |(at, headline): (usize, crate::api::HeadlineFigure)| {
        let (number, unit, word) = (&headline.number, &headline.unit, &headline.qualifier);
        let amount =
            if headline.qualifier_first { format!("{word}{number}{unit}") } else { format!("{number}{unit}{word}") };
        let from = notes.of(headline.observations.iter().map(|&id| ObservationId(id)));
        let name = Run::plain(format!("{}．{}：", at + 1, headline.title));
        Block::Text(vec![name, Run::figure(amount, from), Run::plain("。")])
    };
    found.into_iter().enumerate().map(line).collect()
}

/// The dashboard's charts that have something to show, the named ones first, each with the observations it shows.
fn charts(
    snapshot: &Snapshot,
    board: &Dashboard,
    (drawn_on, extractor): (Date, &Extractor),
) -> Vec<(ChartSpec, Vec<ObservationId>)> {
    let request = |name: &str| ChartRequest {
        name: name.to_owned(),
        place: board.place.clone(),
        period: board.period.clone(),
        theme: None,
        date: Some(drawn_on.to_string()),
        kind: None,
        language: None,
    };
    let drawn = board.charts.iter().filter(|card| card.has_data);
    let specs = drawn.filter_map(|card| composed(snapshot, &request(&card.name), extractor).ok());
    let printable = specs.filter(|spec| tidemark_chart::check_spec(spec).is_ok()).take(CHARTS);
    printable
        .map(|spec| {
            let ids = shown_by(&spec);
            (spec, ids)
        })
        .collect()
}

/// The observations behind a chart's marks.
fn shown_by(spec: &ChartSpec) -> Vec<ObservationId> {
    let Ok(drawing) = draw(spec, Canvas::new(960.0, 720.0, Theme::Light)) else { return Vec::new() };
    drawing.marks.iter().flat_map(|mark| &mark.observations).map(|&id| ObservationId(id)).collect()
}

/// The charts, each over the sources of its figures.
fn pictures(drawn: Vec<(ChartSpec, Vec<ObservationId>)>, held: &Held, notes: &mut Notes) -> Vec<Block> {
    let blocks = drawn.into_iter().enumerate().map(|(at, (spec, ids))| {
        let runs = sources_of(&spec, &ids, at + 1, held, notes);
        Block::Chart(Box::new(spec), runs)
    });
    blocks.collect()
}

/// 图1中的数字：星澜芯港508.3亿元[3]、栖云智造园268.1亿元[4]
fn sources_of(spec: &ChartSpec, ids: &[ObservationId], number: usize, held: &Held, notes: &mut Notes) -> Vec<Run> {
    // The same figure said in two places is one entry with two footnotes.
    let mut entries: Vec<(String, String, Vec<ObservationId>)> = Vec::new();
    for &id in ids {
        let Some(figure) = held.figure(id) else { continue };
        let (name, label) = (short_name(figure, spec), crate::label::label(&figure.quantity));
        match entries.iter_mut().find(|(n, l, _)| *n == name && *l == label) {
            Some((_, _, ids)) => ids.push(id),
            None => entries.push((name, label, vec![id])),
        }
    }
    let mut runs = vec![Run::plain(format!("图{number}　数字的出处："))];
    for (at, (name, label, ids)) in entries.iter().enumerate() {
        let comma = if at > 0 { "、" } else { "" };
        let words = format!("{comma}{name}{label}");
        runs.push(Run { strong: false, ..Run::figure(words, notes.of(ids.iter().copied())) });
    }
    runs.push(Run::plain("。"));
    if entries.is_empty() { Vec::new() } else { runs }
}

/// What sets a figure apart from the others of its chart: whose it is, of what, of when.
fn short_name(figure: &Figure, spec: &ChartSpec) -> String {
    let title = scope::title(figure, &spec.place);
    let subject = if figure.subject == spec.place { "" } else { figure.subject.as_str() };
    let what = title.strip_prefix(subject).unwrap_or(&title);
    let what = if spec.title.contains(what) { "" } else { what };
    let other_time = |p: &tidemark_model::Period| spec.period.is_none_or(|own| !own.same_days(*p));
    let when = figure.period.filter(|p| other_time(p) && !is_year_end(*p, spec.period));
    let when = when.map(|period| period.to_chinese()).unwrap_or_default();
    let name = format!("{subject}{when}{what}");
    if name.is_empty() { figure.subject.clone() } else { name }
}

/// 截至2023年底 on a chart of 2023.
fn is_year_end(period: tidemark_model::Period, of: Option<tidemark_model::Period>) -> bool {
    of.is_some_and(|of| dashboard::same(Some(period), Some(of)))
}
