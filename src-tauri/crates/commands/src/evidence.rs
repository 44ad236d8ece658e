//! Everything behind one observation: the quoted sentence, each field with its reason, what the ledger says of it.

use crate::Error;
use crate::api::{EvidenceField, EvidencePanel, ObservationRow};
use crate::quote::quote;
use crate::rows::row;
use crate::snapshot::Snapshot;
use crate::{figures, verdict};
use tidemark_extract::{Extractor, rule_name};
use tidemark_model::{Evidence, Measure, Observation, ObservationId, Page, Qualifier, Status};

/// The panel of an observation.
pub(crate) fn panel(snapshot: &Snapshot, id: ObservationId, extractor: &Extractor) -> Result<EvidencePanel, Error> {
    let found =
        snapshot.ask(|library| library.observations_of(&[id]))?.pop().ok_or(Error::NoObservation { id: id.0 })?;
    let page = snapshot.ask(|library| library.page(found.stored.page))?;
    let observation = &found.stored.observation;
    let row = row(&found, extractor);
    Ok(EvidencePanel {
        source: source(&page),
        headline: row.headline.clone(),
        byline: page.articles.get(observation.article).and_then(|a| a.byline.clone()),
        quote: quote(&page, observation),
        fields: fields(observation, &row, &page, extractor),
        ledger: verdict::sentences(snapshot, id)?,
        evidence: observation.evidence.iter().map(reason).collect(),
        observation: row,
    })
}

/// 指标表中的名称，紧邻此数：规模以上工业总产值
fn reason(evidence: &Evidence) -> String {
    let name = rule_name(&evidence.rule);
    if evidence.detail.is_empty() { name.to_owned() } else { format!("{name}：{}", evidence.detail) }
}

/// 云川日报 · 2024年3月（由内文推定）· 第03版
fn source(page: &Page) -> String {
    let issue = page.issue.as_ref().map(|issue| {
        let reason = if issue.reason.is_empty() { String::new() } else { format!("（{}）", issue.reason) };
        format!("{}{reason}", issue.value.to_chinese())
    });
    let number = page.page_number.as_ref().map(|number| format!("第{number}版"));
    let name = page.newspaper.clone().unwrap_or_else(|| page.name.clone());
    [Some(name), issue, number].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn fields(observation: &Observation, row: &ObservationRow, page: &Page, extractor: &Extractor) -> Vec<EvidenceField> {
    let mut fields = vec![
        indicator(observation, row),
        field("measure", measure_name(observation.measure).to_owned(), None),
        subject(observation, page, extractor),
        period(observation),
        field("value", row.label.clone(), in_full(row)),
        field(
            "qualifier",
            qualifier_name(observation),
            observation.quantity.qualifier_word.as_ref().map(|w| format!("原文作“{w}”")),
        ),
    ];
    fields.extend(observation.whole.clone().map(|whole| field("whole", whole, None)));
    let status = figures::status(observation, page.issue.as_ref().map(|issue| issue.value));
    let reason = (status != observation.status).then(|| "所说的时期晚于刊期".to_owned());
    fields.push(field("status", status_name(status).to_owned(), reason));
    fields
}

fn field(key: &str, value: String, reason: Option<String>) -> EvidenceField {
    EvidenceField { key: key.to_owned(), value, reason }
}

/// What is measured; where the catalogue calls it otherwise, with the text's own words.
fn indicator(observation: &Observation, row: &ObservationRow) -> EvidenceField {
    if row.indicators.is_empty() {
        return field("indicator", "未载明".to_owned(), None);
    }
    let other = observation.indicators != row.indicators;
    let reason = other.then(|| format!("原文作“{}”，指标表归入此名", observation.indicators.join("、")));
    field("indicator", row.indicators.join("、"), reason)
}

fn subject(observation: &Observation, page: &Page, extractor: &Extractor) -> EvidenceField {
    let Some(subject) = &observation.subject else { return field("subject", "未载明".to_owned(), None) };
    let parents = figures::standing(&subject.value, observation, page, extractor.gazetteer()).parents;
    let above: Vec<_> = parents
        .iter()
        .filter(|parent| !matches!(parent.as_str(), "中国" | "全国"))
        .map(|parent| format!("‹ {parent}"))
        .collect();
    let reason = [above.join(" "), subject.reason.clone()].into_iter().filter(|words| !words.is_empty());
    let reason = reason.collect::<Vec<_>>().join("；");
    field("subject", subject.value.clone(), Some(reason).filter(|reason| !reason.is_empty()))
}

fn period(observation: &Observation) -> EvidenceField {
    match &observation.period {
        Some(period) => {
            field("period", period.value.to_chinese(), Some(period.reason.clone()).filter(|reason| !reason.is_empty()))
        }
        None => field("period", "未载明".to_owned(), None),
    }
}

/// The value without 万 and 亿, where the label has one: 即129,420,000,000元.
fn in_full(row: &ObservationRow) -> Option<String> {
    let scaled = row.label.contains(['万', '亿']) && row.value_max.is_none();
    scaled.then(|| format!("即{}{}", grouped(&row.value), row.unit))
}

fn grouped(value: &str) -> String {
    let (sign, rest) = value.strip_prefix('-').map_or(("", value), |rest| ("−", rest));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    fraction.map_or(out.clone(), |fraction| format!("{out}.{fraction}"))
}

/// What kind of figure, in Chinese.
pub(crate) fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Total => "总量",
        Measure::New => "新增",
        Measure::Cumulative => "累计",
        Measure::Share => "占比",
        Measure::Growth => "增速",
        Measure::Change => "增减",
        Measure::Rank => "位次",
    }
}

/// Whether it happened, in Chinese.
pub(crate) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Actual => "实际值",
        Status::Planned => "目标或计划",
    }
}

fn qualifier_name(observation: &Observation) -> String {
    match observation.quantity.qualifier {
        Qualifier::Exact => "无（精确）",
        Qualifier::About => "约数",
        Qualifier::Below => "不超过此数",
        Qualifier::Above => "不低于此数",
        Qualifier::Range => "区间",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_parted_and_a_fraction_stays() {
        assert_eq!(grouped("129420000000"), "129,420,000,000");
        assert_eq!(grouped("-1234.5"), "−1,234.5");
        assert_eq!(grouped("101"), "101");
    }
}
