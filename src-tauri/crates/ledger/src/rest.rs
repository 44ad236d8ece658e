//! What is left of a whole when its named parts are taken away: 全区约3646亿元 − 大创小镇1294.2亿元 = 其余约2351亿元.

use crate::arithmetic::{add, not_negative, subtract};
use crate::{interval_of, printed};
use rust_decimal::Decimal;
use tidemark_model::{
    Assumption, Derived, Figure, Interval, Measure, Operand, Period, PlaceKind, Qualifier, Quantity, Status,
};

/// A whole, stated or derived.
struct Whole<'a> {
    place: &'a str,
    indicator: &'a str,
    period: Option<Period>,
    unit: &'a str,
    value: Decimal,
    interval: Interval,
    formula: Option<&'a str>,
    stated: Option<&'a Quantity>,
    assumptions: &'a [Assumption],
    operands: Vec<Operand>,
}

/// What is left of each whole that has named parks; a stated whole goes before a derived one.
#[must_use]
pub fn rests(figures: &[Figure], wholes: &[Derived]) -> Vec<Derived> {
    let stated = figures.iter().filter_map(stated);
    let derived = wholes.iter().map(derived);
    let mut found: Vec<Derived> = Vec::new();
    for whole in stated.chain(derived) {
        let subject = format!("{}其余", whole.place);
        let known = |d: &Derived| {
            d.subject == subject
                && d.indicator == whole.indicator
                && d.unit == whole.unit
                && same(d.period, whole.period)
        };
        if !found.iter().any(known) {
            found.extend(rest(&whole, &parts(&whole, figures), subject));
        }
    }
    found
}

fn same(a: Option<Period>, b: Option<Period>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.same_days(b))
}

fn stated(figure: &Figure) -> Option<Whole<'_>> {
    let [indicator] = figure.indicators.as_slice() else { return None };
    let level = figure.measure == Measure::Total && figure.status == Status::Actual;
    level.then(|| Whole {
        place: &figure.subject,
        indicator,
        period: figure.period,
        unit: &figure.quantity.unit,
        value: figure.value(),
        interval: interval_of(&figure.quantity),
        formula: None,
        stated: Some(&figure.quantity),
        assumptions: &[],
        operands: vec![printed::operand(figure)],
    })
}

fn derived(derived: &Derived) -> Whole<'_> {
    Whole {
        place: &derived.subject,
        indicator: &derived.indicator,
        period: derived.period,
        unit: &derived.unit,
        value: derived.value,
        interval: derived.interval,
        formula: Some(&derived.formula),
        stated: None,
        assumptions: &derived.assumptions,
        operands: derived.operands.clone(),
    }
}

/// One figure for each park that lies in the whole and in no other park listed; of several the most exact.
fn parts<'a>(whole: &Whole, figures: &'a [Figure]) -> Vec<&'a Figure> {
    let fits = |f: &&Figure| {
        f.kind == Some(PlaceKind::Park)
            && f.parents.iter().any(|p| p == whole.place)
            && f.measure == Measure::Total
            && f.status == Status::Actual
            && f.indicators.len() == 1
            && f.indicators[0] == whole.indicator
            && f.quantity.unit == whole.unit
            && same(f.period, whole.period)
    };
    let mut all: Vec<_> = figures.iter().filter(fits).collect();
    all.sort_by_key(|f| (f.quantity.qualifier != Qualifier::Exact, f.quantity.step, f.id));
    let nested = |f: &Figure| all.iter().any(|other| f.parents.contains(&other.subject));
    let mut parts: Vec<&Figure> = Vec::new();
    for figure in all.iter().filter(|f| !nested(f)) {
        if !parts.iter().any(|p| p.subject == figure.subject) {
            parts.push(figure);
        }
    }
    parts
}

fn rest(whole: &Whole, parts: &[&Figure], subject: String) -> Option<Derived> {
    let mut taken = Interval { low: Some(Decimal::ZERO), high: Some(Decimal::ZERO) };
    let mut value = whole.value;
    for part in parts {
        taken = add(taken, interval_of(&part.quantity))?;
        value = value.checked_sub(part.value())?;
    }
    if parts.is_empty() || value < Decimal::ZERO {
        return None;
    }
    let own = parts.iter().map(|part| printed::operand(part)).filter(|o| whole.operands.iter().all(|w| w.id != o.id));
    Some(Derived {
        subject,
        indicator: whole.indicator.to_owned(),
        period: whole.period,
        unit: whole.unit.to_owned(),
        value,
        interval: not_negative(subtract(whole.interval, taken)?),
        formula: formula(whole, parts),
        assumptions: assumptions(whole, parts),
        operands: whole.operands.iter().cloned().chain(own).collect(),
    })
}

fn formula(whole: &Whole, parts: &[&Figure]) -> String {
    let quantities: Vec<_> = whole.stated.into_iter().chain(parts.iter().map(|part| &part.quantity)).collect();
    let numbers = printed::numbers(&quantities);
    whole.formula.map(str::to_owned).into_iter().chain(numbers).collect::<Vec<_>>().join(" − ")
}

fn assumptions(whole: &Whole, parts: &[&Figure]) -> Vec<Assumption> {
    let mut all = whole.assumptions.to_vec();
    if parts.len() > 1 {
        all.push(Assumption::Disjoint(parts.iter().map(|part| part.subject.clone()).collect()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_figures::{figure, of_place};

    fn park(name: &str, text: &str) -> Figure {
        Figure { kind: Some(PlaceKind::Park), ..of_place(figure(text), name, &["云川区", "海临市"]) }
    }

    fn district(text: &str) -> Figure {
        Figure { kind: Some(PlaceKind::District), ..of_place(figure(text), "云川区", &["海临市"]) }
    }

    #[test]
    fn parks_are_taken_from_the_stated_whole() {
        let figures = [
            district("工业总产值 1000亿元"),
            park("东岸小镇", "工业总产值 320.5亿元"),
            park("云谷", "工业总产值 约200亿元"),
        ];
        let found = rests(&figures, &[]);
        let [rest] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((rest.subject.as_str(), rest.value), ("云川区其余", Decimal::from(47_950_000_000_i64)));
        assert_eq!(rest.formula, "1000 − 320.5 − 200");
        assert_eq!(rest.taken(), "把东岸小镇、云谷当作互不重叠");
        let low = rest.interval.low.expect("low");
        assert_eq!(low, Decimal::from(47_950_000_000_i64) - Decimal::from(50_000_000 + 5_000_000 + 100_000_000));
    }

    #[test]
    fn a_derived_whole_serves_where_none_is_stated() {
        let amount = park("东岸小镇", "工业总产值 1294.2亿元");
        let share = Figure {
            measure: Measure::Share,
            whole: Some("全区工业总产值".to_owned()),
            ..park("东岸小镇", "工业总产值 约35.5%")
        };
        let found = crate::derive(&[amount, share]);
        let rest = found.iter().find(|d| d.subject == "云川区其余" && d.unit == "元").expect("rest");
        assert_eq!(rest.formula, "1294.2 ÷ 35.5% − 1294.2");
        assert_eq!((rest.value / Decimal::from(100_000_000)).round_dp(0).to_string(), "2351");
        assert_eq!(rest.operands.len(), 2);
    }

    #[test]
    fn a_park_inside_a_park_is_not_taken_twice() {
        let inner = of_place(park("东岸小镇", "工业总产值 10亿元"), "湾里园", &["东岸小镇", "云川区"]);
        let figures = [district("工业总产值 100亿元"), park("东岸小镇", "工业总产值 30亿元"), inner];
        assert_eq!(rests(&figures, &[])[0].value, Decimal::from(7_000_000_000_i64));
    }

    #[test]
    fn another_indicator_year_or_a_target_is_not_taken_away() {
        let whole = district("工业总产值 100亿元");
        let others = [
            park("东岸小镇", "工业增加值 30亿元"),
            Figure { period: "2023-Q1".parse().ok(), ..park("东岸小镇", "工业总产值 30亿元") },
            Figure { status: Status::Planned, ..park("东岸小镇", "工业总产值 30亿元") },
            Figure { measure: Measure::New, ..park("东岸小镇", "工业总产值 30亿元") },
        ];
        for other in others {
            assert!(rests(&[whole.clone(), other], &[]).is_empty());
        }
    }

    #[test]
    fn parts_larger_than_the_whole_leave_nothing() {
        assert!(rests(&[district("工业总产值 10亿元"), park("东岸小镇", "工业总产值 30亿元")], &[]).is_empty());
    }
}
