//! What a brief is about: the place, the period, and the figures of the place and what lies in it.

use super::held::Held;
use crate::Error;
use crate::dashboard::{headline_title, same};
use std::cmp::Reverse;
use tidemark_model::{Figure, Measure, Period, Qualifier, Status};

pub(super) struct Scope<'a> {
    pub held: &'a Held,
    pub place: String,
    pub period: Option<Period>,
    /// 2023年
    pub period_label: String,
    /// Of all periods.
    pub near: Vec<&'a Figure>,
    /// Of the period.
    pub shown: Vec<&'a Figure>,
}

impl<'a> Scope<'a> {
    pub fn of(held: &'a Held, place: String, period: Option<Period>, period_label: String) -> Result<Self, Error> {
        let near: Vec<&Figure> = held.near.iter().collect();
        let shown: Vec<&Figure> = near.iter().copied().filter(|figure| same(figure.period, period)).collect();
        if shown.is_empty() {
            let why = format!("资料库里没有{place}{period_label}的数据，没有可写的简报");
            return Err(Error::NothingToDraw { why });
        }
        Ok(Self { held, place, period, period_label, near, shown })
    }

    /// The latest earlier period of the same length that has figures: 2022 for 2023.
    pub fn before(&self) -> Option<Period> {
        let own = self.period?;
        self.near.iter().filter_map(|figure| comparable_before(figure, own)).max()
    }

    /// What happened, of the period: the place's own first, of those exact numbers, then the largest.
    pub fn actual(&self) -> Vec<&'a Figure> {
        let mut actual: Vec<_> = self.shown.iter().copied().filter(|f| f.status == Status::Actual).collect();
        let is_exact = |f: &Figure| f.quantity.qualifier == Qualifier::Exact;
        actual.sort_by_key(|f| (f.subject != self.place, !is_exact(f), Reverse(f.value())));
        actual
    }
}

/// A figure's period, where it is earlier than another and as long.
pub(super) fn comparable_before(figure: &Figure, own: Period) -> Option<Period> {
    let period = figure.period?.normal();
    let alike = std::mem::discriminant(&period) == std::mem::discriminant(&own.normal());
    let whole = !matches!(period, Period::Day(_) | Period::Days(..) | Period::Months { .. });
    (alike && whole && period.last_day() < own.first_day()).then_some(period)
}

/// What a figure says of whom, in words that follow each other: 星澜芯港规模以上工业总产值增速, 目标.
pub(super) fn title(figure: &Figure, place: &str) -> String {
    let kind = match figure.measure {
        Measure::Growth => "增速",
        Measure::Change => "增减",
        Measure::Rank => "位次",
        Measure::Total | Measure::New | Measure::Cumulative | Measure::Share => "",
    };
    let goal = if figure.status == Status::Planned { "目标" } else { "" };
    let title = headline_title(figure, Some(place));
    let kind = if title.ends_with(kind) { "" } else { kind };
    format!("{title}{kind}{goal}")
}

/// Whether two figures are of one thing, whatever their periods.
pub(super) fn same_series(a: &Figure, b: &Figure) -> bool {
    a.indicators == b.indicators
        && a.subject == b.subject
        && a.measure == b.measure
        && a.quantity.unit == b.quantity.unit
        && a.whole == b.whole
}
