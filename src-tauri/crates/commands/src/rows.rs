//! Observations and pages as table rows.

use crate::api::{ObservationRow, PageRow};
use crate::figures;
use crate::label::label;
use tidemark_extract::Extractor;
use tidemark_store::{SourcedObservation, StoredPage};

pub(crate) fn row(found: &SourcedObservation, extractor: &Extractor) -> ObservationRow {
    let SourcedObservation { stored, source, sentence } = found;
    let observation = &stored.observation;
    let quantity = &observation.quantity;
    let period = observation.period.as_ref().map(|period| period.value);
    ObservationRow {
        id: stored.id.0,
        indicators: figures::names(observation, extractor),
        family: figures::family(observation, extractor),
        measure: observation.measure.name().to_owned(),
        subject: observation.subject.as_ref().map(|subject| subject.value.clone()),
        period: period.map(|period| period.to_string()),
        period_label: period.map(|period| period.to_chinese()),
        value: quantity.value.normalize().to_string(),
        value_max: quantity.value_max.map(|value| value.normalize().to_string()),
        unit: quantity.unit.clone(),
        qualifier: quantity.qualifier.name().to_owned(),
        label: label(quantity),
        printed: quantity.printed.clone(),
        whole: observation.whole.clone(),
        status: figures::status(observation, source.issue).name().to_owned(),
        confidence: observation.confidence,
        accepted: observation.accepted,
        rejected: stored.rejected,
        page: stored.page.0,
        page_name: source.page_name.clone(),
        headline: source.headline.clone(),
        sentence: sentence.clone(),
    }
}

pub(crate) fn page_row(page: StoredPage) -> PageRow {
    PageRow {
        id: page.id.0,
        name: page.name,
        newspaper: page.newspaper,
        page_number: page.page_number,
        issue_date: page.issue.as_ref().map(|issue| issue.value.to_string()),
        issue_reason: page.issue.map(|issue| issue.reason),
        home: page.home,
        headlines: page.headlines.into_iter().filter(|headline| !headline.is_empty()).collect(),
        observations: page.observations,
        imported_at: page.imported_at,
    }
}

/// A count as the window takes it.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
