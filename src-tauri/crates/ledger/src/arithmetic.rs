//! Sums, differences and quotients of intervals of decimals; open ends stay open, and what overflows gives nothing.

use rust_decimal::Decimal;
use tidemark_model::Interval;

/// Both ends added; open where either is open.
pub(crate) fn add(a: Interval, b: Interval) -> Option<Interval> {
    Some(Interval { low: both(a.low, b.low, Decimal::checked_add)?, high: both(a.high, b.high, Decimal::checked_add)? })
}

/// What is left of `a` when `b` is taken away.
pub(crate) fn subtract(a: Interval, b: Interval) -> Option<Interval> {
    Some(Interval { low: both(a.low, b.high, Decimal::checked_sub)?, high: both(a.high, b.low, Decimal::checked_sub)? })
}

/// `part` by a `share` of a hundred, both not negative: [lowest ÷ largest share, highest ÷ smallest share].
pub(crate) fn whole_of(part: Interval, share: Interval) -> Option<Interval> {
    let share = Interval {
        low: share.low,
        high: Some(share.high.map_or(Decimal::ONE_HUNDRED, |h| h.min(Decimal::ONE_HUNDRED))),
    };
    let by_share = |part: Decimal, share: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(share);
    let low = both(part.low, share.high, by_share)?;
    let open = share.low.is_none_or(|low| low <= Decimal::ZERO);
    let high = if open { None } else { both(part.high, share.low, by_share)? };
    Some(Interval { low, high })
}

/// The interval without what lies below nothing.
pub(crate) fn not_negative(interval: Interval) -> Interval {
    Interval { low: Some(interval.low.map_or(Decimal::ZERO, |low| low.max(Decimal::ZERO))), high: interval.high }
}

/// Outer `None` where the operation fails, inner `None` where an end is open.
fn both(
    a: Option<Decimal>,
    b: Option<Decimal>,
    operation: impl Fn(Decimal, Decimal) -> Option<Decimal>,
) -> Option<Option<Decimal>> {
    match (a, b) {
        (Some(a), Some(b)) => operation(a, b).map(Some),
        _ => Some(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn interval(low: i64, width: i64) -> Interval {
        Interval { low: Some(low.into()), high: Some((low + width).into()) }
    }

    fn holds(interval: Interval, value: Decimal) -> bool {
        let slack = Decimal::new(1, 12);
        interval.low.is_none_or(|low| low - slack <= value) && interval.high.is_none_or(|high| value <= high + slack)
    }

    proptest! {
        #[test]
        fn a_whole_holds_every_part_by_every_share(
            part in 0i64..1_000_000, wide in 0i64..1000, share in 1i64..90, broad in 0i64..10, at in 0i64..=10, by in 0i64..=10,
        ) {
            let (p, s) = (interval(part, wide), interval(share, broad));
            let part = Decimal::from(part) + Decimal::from(wide * at) / Decimal::TEN;
            let share = Decimal::from(share) + Decimal::from(broad * by) / Decimal::TEN;
            let whole = whole_of(p, s).expect("no overflow");
            prop_assert!(holds(whole, part * Decimal::ONE_HUNDRED / share));
        }

        #[test]
        fn what_is_left_and_what_was_taken_make_up_the_whole(a in 0i64..1_000_000, b in 0i64..1_000_000, x in 0i64..99, y in 0i64..99) {
            let (whole, part) = (interval(a, x), interval(b, y));
            let left = subtract(whole, part).expect("no overflow");
            let again = add(left, part).expect("no overflow");
            prop_assert!(holds(again, a.into()) && holds(again, (a + x).into()));
        }
    }

    #[test]
    fn an_open_end_stays_open_and_a_share_ends_at_a_hundred() {
        let above = Interval { low: Some(Decimal::from(99)), high: None };
        let part = interval(99, 0);
        assert_eq!(whole_of(part, above), Some(interval(99, 1)));
        let below = Interval { low: None, high: Some(Decimal::from(50)) };
        assert_eq!(whole_of(part, below), Some(Interval { low: Some(Decimal::from(198)), high: None }));
    }

    #[test]
    fn numbers_too_large_give_nothing() {
        let large = Interval { low: Some(Decimal::MAX), high: Some(Decimal::MAX) };
        assert_eq!(add(large, large), None);
        assert_eq!(whole_of(large, interval(1, 1)), None);
    }
}
