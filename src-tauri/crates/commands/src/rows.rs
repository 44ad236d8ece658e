//! Observations and pages as table rows.

use crate::api::{ObservationRow, PageRow};
use crate::figures;
use crate::label::label;
use crate::quote::one_line;
use crate::snapshot::HeldPage;
use tidemark_extract::Extractor;
use tidemark_model::StoredObservation;

pub(crate) fn row(stored: &StoredObservation, held: &HeldPage, extractor: &Extractor) -> ObservationRow {
    let observation = &stored.observation;
    let (quantity, page) = (&observation.quantity, &held.page);
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
        status: figures::status(observation, page).name().to_owned(),
        confidence: observation.confidence,
        accepted: observation.accepted,
        rejected: stored.rejected,
        page: held.id.0,
        page_name: page.name.clone(),
        headline: page.articles.get(observation.article).map(|a| a.headline.clone()).unwrap_or_default(),
        sentence: one_line(observation.sentence.slice(&page.text)),
    }
}

pub(crate) fn page_row(held: &HeldPage, observations: usize) -> PageRow {
    let page = &held.page;
    PageRow {
        id: held.id.0,
        name: page.name.clone(),
        newspaper: page.newspaper.clone(),
        page_number: page.page_number.clone(),
        issue_date: page.issue.as_ref().map(|issue| issue.value.to_string()),
        issue_reason: page.issue.as_ref().map(|issue| issue.reason.clone()),
        home: page.home.clone(),
        headlines: page.articles.iter().map(|a| a.headline.clone()).filter(|h| !h.is_empty()).collect(),
        observations: count(observations),
        imported_at: held.imported_at.clone(),
    }
}

/// A count as the window takes it.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
