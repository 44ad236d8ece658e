//! What was found in a text and why, in lines a person can read: `tide explain`.

use std::fmt;
use tidemark_model::Observation;

/// The observations of a text with their evidence; `Display` prints them.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    text: String,
    /// What was found, in text order.
    pub observations: Vec<Observation>,
}

impl Explanation {
    pub(crate) fn new(text: &str, observations: Vec<Observation>) -> Self {
        Self { text: text.to_owned(), observations }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.observations.is_empty() {
            return writeln!(f, "未发现统计数据");
        }
        for seen in &self.observations {
            writeln!(f, "{}  {}", seen.span.slice(&self.text), seen.indicators.join("、"))?;
            writeln!(f, "  口径 {}  状态 {}  可信度 {:.2}", seen.measure.name(), seen.status.name(), seen.confidence)?;
            let value = seen.quantity.value.normalize();
            writeln!(f, "  数值 {value} {}（{}）", seen.quantity.unit, seen.quantity.qualifier.name())?;
            if let Some(subject) = &seen.subject {
                writeln!(f, "  主体 {}：{}", subject.value, subject.reason)?;
            }
            if let Some(period) = &seen.period {
                writeln!(f, "  时间 {}：{}", period.value.to_chinese(), period.reason)?;
            }
            if let Some(whole) = &seen.whole {
                writeln!(f, "  总体 {whole}")?;
            }
            for reason in &seen.evidence {
                writeln!(f, "  依据 {}：{}", reason.rule, reason.detail)?;
            }
        }
        Ok(())
    }
}
