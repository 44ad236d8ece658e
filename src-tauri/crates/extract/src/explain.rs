//! What was found in a text and why, in lines a person can read: `tide explain`.

use crate::confidence::threshold;
use crate::rules::{rule_name, word};
use crate::trace::Stage;
use std::fmt;
use tidemark_model::Observation;

/// The reading of a text, stage by stage, and the observations it came to; `Display` prints it.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    pub(crate) text: String,
    /// Words, amounts, masks, times and names, in the order they are found; what was dropped comes last.
    pub stages: Vec<Stage>,
    /// What was found, in text order.
    pub observations: Vec<Observation>,
    /// For each observation the indicators beside it that were not taken, with the reason.
    pub others: Vec<Vec<String>>,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (last, first) = self.stages.split_last().map_or((None, &[][..]), |(last, first)| (Some(last), first));
        first.iter().try_for_each(|stage| write_stage(f, stage))?;
        if self.observations.is_empty() {
            writeln!(f, "未发现统计数据")?;
        }
        for (n, seen) in self.observations.iter().enumerate() {
            self.write_observation(f, seen, self.others.get(n).map_or(&[], Vec::as_slice))?;
        }
        last.map_or(Ok(()), |stage| write_stage(f, stage))
    }
}

fn write_stage(f: &mut fmt::Formatter<'_>, stage: &Stage) -> fmt::Result {
    if stage.lines.is_empty() {
        return Ok(());
    }
    writeln!(f, "【{}】", stage.title)?;
    stage.lines.iter().try_for_each(|line| writeln!(f, "  {line}"))
}

impl Explanation {
    fn write_observation(&self, f: &mut fmt::Formatter<'_>, seen: &Observation, others: &[String]) -> fmt::Result {
        writeln!(f, "【观测】{}  {}", seen.span.slice(&self.text), seen.indicators.join("、"))?;
        let (value, qualifier) = (seen.quantity.value.normalize(), word(seen.quantity.qualifier.name()));
        writeln!(f, "  数值 {value} {}（{qualifier}）", seen.quantity.unit)?;
        writeln!(f, "  口径 {}  状态 {}", word(seen.measure.name()), word(seen.status.name()))?;
        match &seen.subject {
            Some(subject) => writeln!(f, "  主体 {}：{}", subject.value, subject.reason)?,
            None => writeln!(f, "  主体 未定")?,
        }
        match &seen.period {
            Some(period) => writeln!(f, "  时间 {}：{}", period.value.to_chinese(), period.reason)?,
            None => writeln!(f, "  时间 未定")?,
        }
        if let Some(whole) = &seen.whole {
            writeln!(f, "  占比对象 {whole}")?;
        }
        let enough = if seen.accepted { "可直接采用" } else { "要人核对" };
        writeln!(f, "  可信度 {:.2}（{:.2} 以上可直接采用）：{enough}，依据", seen.confidence, threshold())?;
        for reason in &seen.evidence {
            let colon = if reason.detail.is_empty() { "" } else { "：" };
            writeln!(f, "    {}{colon}{}", rule_name(&reason.rule), reason.detail)?;
        }
        others.iter().try_for_each(|other| writeln!(f, "  没有取 {other}"))
    }
}
