//! What a share leaves to all others: 占全市99%以上 → 全市其余不超过1%.

use crate::arithmetic::{not_negative, subtract};
use crate::{interval_of, printed, whole_place};
use rust_decimal::Decimal;
use tidemark_model::{Derived, Figure, Interval, Measure, Status};

/// What is left of the whole of each share whose whole is a known place's.
#[must_use]
pub fn share_rests(figures: &[Figure]) -> Vec<Derived> {
    figures.iter().filter_map(rest).collect()
}

fn rest(share: &Figure) -> Option<Derived> {
    let hundred = Decimal::ONE_HUNDRED;
    let fits = share.measure == Measure::Share
        && share.status == Status::Actual
        && share.quantity.unit == "%"
        && share.quantity.value_max.is_none()
        && (Decimal::ZERO..=hundred).contains(&share.value());
    let (place, of) = whole_place(share.whole.as_deref()?, &share.parents).filter(|_| fits)?;
    let all = Interval { low: Some(hundred), high: Some(hundred) };
    let left = not_negative(subtract(all, interval_of(&share.quantity))?);
    let indicator = if of.is_empty() { share.indicators.first()?.clone() } else { of };
    Some(Derived {
        subject: format!("{place}其余"),
        indicator,
        period: share.period,
        unit: "%".to_owned(),
        value: hundred - share.value(),
        interval: Interval { low: left.low, high: Some(left.high.map_or(hundred, |high| high.min(hundred))) },
        formula: format!("100% − {}", printed::words(&share.quantity)),
        assumptions: Vec::new(),
        operands: vec![printed::operand(share)],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_figures::{figure, of_place};

    fn share(text: &str) -> Figure {
        let share = Figure { measure: Measure::Share, whole: Some("海临市整车产量".to_owned()), ..figure(text) };
        of_place(share, "云川区", &["海临市"])
    }

    #[test]
    fn ninety_nine_and_more_leave_at_the_most_one() {
        let found = share_rests(&[share("汽车产量 99%以上")]);
        assert_eq!((found[0].subject.as_str(), found[0].indicator.as_str()), ("海临市其余", "整车产量"));
        assert_eq!(found[0].interval, Interval { low: Some(Decimal::ZERO), high: Some(Decimal::ONE) });
    }

    #[test]
    fn less_than_a_half_leaves_more_than_a_half() {
        let found = share_rests(&[share("汽车产量 不足50%")]);
        assert_eq!(found[0].interval, Interval { low: Some(Decimal::from(50)), high: Some(Decimal::ONE_HUNDRED) });
    }
}
