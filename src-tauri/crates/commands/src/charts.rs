//! Charts on request: which place and period, which figures, then drawn. Files are `export`'s.

use crate::Error;
use crate::api::{ChartKinds, ChartRequest, MarkInfo, RenderedChart};
use crate::clock::today;
use crate::list::period_of;
use crate::scope::{self, Span};
use crate::snapshot::Snapshot;
use tidemark_chart::{Canvas, ChartKind, ChartSpec, Definition, Kind, Language, Question, Theme, compose, draw};
use tidemark_extract::Extractor;
use tidemark_model::{Date, Derived, Figure, Period};

/// What a chart is composed of.
struct Asked {
    definition: Definition,
    place: String,
    period: Option<Period>,
    figures: Vec<Figure>,
    derived: Vec<Derived>,
    drawn_on: Date,
    language: Language,
}

impl Asked {
    fn of(snapshot: &Snapshot, request: &ChartRequest, extractor: &Extractor, span: Span) -> Result<Self, Error> {
        let definition = definition(&request.name, extractor)?;
        let place = named_place(request.place.as_deref(), extractor);
        let period = request.period.as_deref().map(str::trim).filter(|p| !p.is_empty()).map(period_of).transpose()?;
        let (drawn_on, language) = (date_of(request.date.as_deref())?, language_of(request.language.as_deref())?);
        let found = scope::start(snapshot, &definition, extractor.gazetteer(), (place.as_deref(), period))?;
        // Where the chart has nothing it says so of what was asked for.
        let (place, period) = found.unwrap_or_else(|| (place.unwrap_or_default(), period));
        let figures = scope::figures(snapshot, &definition, (&place, period), span)?;
        let derived = tidemark_ledger::derive(&figures);
        Ok(Self { definition, place, period, figures, derived, drawn_on, language })
    }

    fn question(&self, kind: Option<ChartKind>) -> Question<'_> {
        Question {
            definition: &self.definition,
            place: &self.place,
            period: self.period,
            figures: &self.figures,
            derived: &self.derived,
            drawn_on: self.drawn_on,
            language: self.language,
            kind,
        }
    }

    fn composed(&self, kind: Option<ChartKind>) -> Result<ChartSpec, Error> {
        compose(&self.question(kind)).map_err(|nothing| Error::NothingToDraw { why: nothing.0 })
    }
}

/// Chooses the marks and words of a chart; the definition, place and period that were taken stand in it.
pub(crate) fn composed(snapshot: &Snapshot, request: &ChartRequest, extractor: &Extractor) -> Result<ChartSpec, Error> {
    let kind = kind_of(request.kind.as_deref())?;
    let own = |kind| definition(&request.name, extractor).is_ok_and(|d| d.draws_itself_as(kind));
    // The kinds a person may choose show other periods as well, but for the one the chart has by itself.
    let span = if kind.is_none_or(own) { Span::Asked } else { Span::All };
    Asked::of(snapshot, request, extractor, span)?.composed(kind)
}

/// The same in the kind that is kept for the chart, where none is asked for and the figures can carry that one.
pub(crate) fn as_kept(snapshot: &Snapshot, request: &ChartRequest, extractor: &Extractor) -> Result<ChartSpec, Error> {
    let kept = snapshot.ask(|library| library.chart_kind(&request.name))?.filter(|_| request.kind.is_none());
    let kept = kept.map(|kind| composed(snapshot, &ChartRequest { kind: Some(kind), ..request.clone() }, extractor));
    kept.and_then(Result::ok).map_or_else(|| composed(snapshot, request, extractor), Ok)
}

/// The kinds that the figures of a chart can carry, whatever kind is asked for; the library is asked once for all.
pub(crate) fn kinds(snapshot: &Snapshot, request: &ChartRequest, extractor: &Extractor) -> Result<ChartKinds, Error> {
    let all = Asked::of(snapshot, request, extractor, Span::All)?;
    let automatic = match all.definition.kind {
        // Its figures are those of all periods already.
        Kind::Indicator => all.composed(None)?,
        _ => composed(snapshot, &ChartRequest { kind: None, ..request.clone() }, extractor)?,
    };
    let kinds = tidemark_chart::kinds(&all.question(None)).into_iter().map(|kind| kind.name().to_owned()).collect();
    Ok(ChartKinds { kinds, automatic: automatic.kind.name().to_owned(), chosen: None })
}

fn definition(name: &str, extractor: &Extractor) -> Result<Definition, Error> {
    let catalogued = name.strip_prefix("indicator:").and_then(|words| extractor.catalogue().find(words.trim()));
    match catalogued {
        Some(row) => Ok(Definition::indicator(&row.name)),
        None => Ok(Definition::named(name)?),
    }
}

pub(crate) fn named_place(place: Option<&str>, extractor: &Extractor) -> Option<String> {
    let place = place.map(str::trim).filter(|place| !place.is_empty())?;
    Some(extractor.gazetteer().lookup(place).map_or_else(|| place.to_owned(), |known| known.name))
}

pub(crate) fn date_of(text: Option<&str>) -> Result<Date, Error> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(today()) };
    match text.parse() {
        Ok(Period::Day(date)) => Ok(date),
        _ => Err(Error::Argument {
            what: "the date drawn",
            given: text.to_owned(),
            expected: "write it as 2024-03-25".to_owned(),
        }),
    }
}

/// `None` where the program is to choose.
pub(crate) fn kind_of(name: Option<&str>) -> Result<Option<ChartKind>, Error> {
    let Some(name) = name.filter(|name| !matches!(*name, "" | "auto")) else { return Ok(None) };
    let names = || ChartKind::ALL.map(ChartKind::name).join(", ");
    ChartKind::named(name).map(Some).ok_or_else(|| Error::Argument {
        what: "the kind of chart",
        given: name.to_owned(),
        expected: format!("use auto, {}", names()),
    })
}

fn language_of(code: Option<&str>) -> Result<Language, Error> {
    let Some(code) = code.filter(|code| !code.is_empty()) else { return Ok(Language::Chinese) };
    Language::named(code).ok_or_else(|| Error::Argument {
        what: "the language",
        given: code.to_owned(),
        expected: "use zh or en".to_owned(),
    })
}

pub(crate) fn theme_of(name: Option<&str>) -> Result<Theme, Error> {
    match name.unwrap_or("light") {
        "light" | "" => Ok(Theme::Light),
        "dark" => Ok(Theme::Dark),
        "grey" => Ok(Theme::Grey),
        other => Err(Error::Argument {
            what: "the theme",
            given: other.to_owned(),
            expected: "use light, dark or grey".to_owned(),
        }),
    }
}

/// Draws a chart at an exact size in pixels.
pub(crate) fn render(
    snapshot: &Snapshot,
    request: &ChartRequest,
    size: (u32, u32),
    extractor: &Extractor,
) -> Result<RenderedChart, Error> {
    let spec = as_kept(snapshot, request, extractor)?;
    let canvas = Canvas::new(f64::from(size.0), f64::from(size.1), theme_of(request.theme.as_deref())?);
    let drawing = draw(&spec, canvas)?;
    let mark = |mark: tidemark_chart::Mark| MarkInfo {
        observations: mark.observations,
        kind: mark.kind.to_owned(),
        title: mark.title,
        bounds: mark.bounds,
    };
    Ok(RenderedChart {
        request: taken(request, &spec),
        svg: drawing.svg,
        marks: drawing.marks.into_iter().map(mark).collect(),
        table: drawing.table,
        kind: spec.kind.name().to_owned(),
    })
}

fn taken(request: &ChartRequest, spec: &ChartSpec) -> ChartRequest {
    ChartRequest {
        place: Some(spec.place.clone()),
        period: spec.period.map(|period| period.to_string()),
        date: Some(spec.drawn_on.to_string()),
        ..request.clone()
    }
}
