//! Under which names and places observations are filed: with the catalogue's name of what is measured and the
//! subject's parents. 规上工业总产值 of 大创小镇 is 规模以上工业总产值 of a park in 钱塘区 in 杭州市.

use crate::recogniser::Recogniser;
use std::sync::Arc;
use tidemark_extract::{Extractor, Gazetteer};
use tidemark_model::{Observation, Page, Period, PlaceKind, Status};
use tidemark_store::{Filed, Filer};

/// How observations are filed; another number makes every library file its observations anew.
pub(crate) const FILING_VERSION: u32 = 1;

/// What kind of place a subject is, and in which places it lies, nearest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    pub kind: Option<PlaceKind>,
    pub parents: Vec<String>,
}

/// Files by the catalogue and places of this extractor.
pub(crate) fn filer(extractor: Arc<Recogniser>) -> Filer {
    Arc::new(move |page, observation| filed(observation, page, &extractor))
}

fn filed(observation: &Observation, page: &Page, extractor: &Extractor) -> Filed {
    let subject = observation.subject.as_ref();
    let standing = subject.map(|subject| standing(&subject.value, observation, page, extractor.gazetteer()));
    let Standing { kind, parents } = standing.unwrap_or_default();
    Filed {
        names: names(observation, extractor),
        each: observation.indicators.len() > 1 && said_of_each(observation, page),
        family: family(observation, extractor),
        kind,
        parents,
        status: status(observation, page.issue.as_ref().map(|issue| issue.value)),
    }
}

/// Whether it happened; what is of a time after the page came out cannot have.
pub(crate) fn status(observation: &Observation, issue: Option<Period>) -> Status {
    match (&observation.period, issue) {
        (Some(period), Some(issue)) if period.value.first_day() > issue.last_day() => Status::Planned,
        _ => observation.status,
    }
}

/// Words that give a figure to each of several: 均占, 各占.
const EACH: [&str; 4] = ["均", "各", "都", "分别"];

/// Whether the words before the amount, from the last comma, say so: 省级研发中心、省级研究院均占全区增量的50%.
fn said_of_each(observation: &Observation, page: &Page) -> bool {
    let before = page.text.get(observation.sentence.start..observation.span.start).unwrap_or_default();
    let clause = before.rsplit(['，', ',', '；', '。']).next().unwrap_or_default();
    let clause: String = clause.chars().filter(|c| !c.is_whitespace()).collect();
    EACH.iter().any(|word| clause.contains(&format!("{word}占")))
}

/// The catalogue's names of what is measured, the text's own where the catalogue has none.
pub(crate) fn names(observation: &Observation, extractor: &Extractor) -> Vec<String> {
    let name = |words: &String| extractor.catalogue().find(words).map_or_else(|| words.clone(), |row| row.name.clone());
    observation.indicators.iter().filter(|words| !words.trim().is_empty()).map(name).collect()
}

/// The catalogue's family of the first indicator; a level before a name (区级重点实验室) leaves it in its family.
pub(crate) fn family(observation: &Observation, extractor: &Extractor) -> Option<String> {
    extractor.catalogue().family_of(observation.indicators.first()?).map(str::to_owned)
}

/// Where a subject stands; a park that no table holds lies in the place its share is of, else in the paper's home.
pub(crate) fn standing(subject: &str, observation: &Observation, page: &Page, places: &Gazetteer) -> Standing {
    if let Some(place) = places.lookup(subject) {
        return Standing { kind: Some(place.kind), parents: places.parents(&place.name) };
    }
    if !places.is_park_name(subject) {
        return Standing::default();
    }
    let of = observation.whole.as_deref().and_then(|whole| leading_place(whole, places));
    let parent = of.or_else(|| page.home.clone()).filter(|parent| parent != subject);
    let parents = parent.map(|parent| chain(parent, places)).unwrap_or_default();
    Standing { kind: Some(PlaceKind::Park), parents }
}

fn chain(place: String, places: &Gazetteer) -> Vec<String> {
    let above = places.parents(&place);
    std::iter::once(place).chain(above).collect()
}

/// The place a whole starts with: 云川区 of 云川区总产值.
fn leading_place(whole: &str, places: &Gazetteer) -> Option<String> {
    let ends = whole.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|end| (6..=36).contains(end));
    let prefixes: Vec<_> = ends.map(|end| &whole[..end]).collect();
    prefixes.into_iter().rev().find_map(|prefix| places.lookup(prefix).filter(|p| p.name == prefix)).map(|p| p.name)
}
