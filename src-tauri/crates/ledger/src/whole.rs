//! What a share implies for its whole: 总产值1294.2亿元, 占全区总产值的约35.5% → 全区约3646亿元.
//!
//! Only where amount and share are of the same subject, period and status, and of wordings that may be read as one;
//! which wordings were read as one is said.

use crate::arithmetic::whole_of;
use crate::{interval_of, printed};
use rust_decimal::Decimal;
use tidemark_model::{Assumption, Derived, Figure, Measure, Status};

/// Words that make a whole one of what was added.
const ADDED: [&str; 3] = ["增量", "新增", "净增"];

/// The whole each share implies, the narrowest first.
#[must_use]
pub fn wholes(figures: &[Figure]) -> Vec<Derived> {
    let shares = figures.iter().filter(|f| is_share(f));
    let mut found: Vec<Derived> = Vec::new();
    for share in shares {
        for amount in amounts_of(share, figures) {
            let derived = derive(amount, share);
            let known = |d: &Derived| found.iter().any(|f| f.formula == d.formula && same_value(f, d));
            found.extend(derived.filter(|d| !known(d)));
        }
    }
    found.sort_by_key(width);
    found
}

fn same_value(a: &Derived, b: &Derived) -> bool {
    (&a.subject, &a.indicator, a.period, a.value) == (&b.subject, &b.indicator, b.period, b.value)
}

/// Relative width of a derived value, open ones last.
fn width(derived: &Derived) -> (bool, Decimal) {
    match (derived.interval.low, derived.interval.high) {
        (Some(low), Some(high)) => {
            let relative = high.checked_sub(low).and_then(|width| width.checked_div(derived.value));
            (false, relative.unwrap_or(Decimal::MAX))
        }
        _ => (true, Decimal::ZERO),
    }
}

fn is_share(figure: &Figure) -> bool {
    figure.measure == Measure::Share
        && figure.status == Status::Actual
        && figure.quantity.unit == "%"
        && figure.quantity.value > Decimal::ZERO
        && figure.quantity.value <= Decimal::ONE_HUNDRED
        && figure.quantity.value_max.is_none()
}

/// Amounts that the share is taken of: those of its own article, else those anywhere that bear its very name.
fn amounts_of<'a>(share: &Figure, figures: &'a [Figure]) -> Vec<&'a Figure> {
    let fits = |f: &&Figure| {
        let [indicator] = f.indicators.as_slice() else { return false };
        let adds = ADDED.iter().any(|word| share.whole.as_deref().is_some_and(|whole| whole.contains(word)));
        let measure = if adds { Measure::New } else { Measure::Total };
        f.measure == measure
            && f.subject == share.subject
            && f.status == share.status
            && same_period(f, share)
            && share.indicators.iter().any(|name| alike(&plain(name), &plain(indicator)))
            && f.quantity.value > Decimal::ZERO
            && f.quantity.value_max.is_none()
    };
    let all: Vec<_> = figures.iter().filter(fits).collect();
    let near: Vec<_> = all.iter().copied().filter(|f| f.source == share.source).collect();
    let named = |f: &&Figure| share.indicators.contains(&f.indicators[0]);
    if near.is_empty() { all.into_iter().filter(named).collect() } else { closest(near, share) }
}

/// Of amounts in one article those of the share's own name, if there are any.
fn closest<'a>(near: Vec<&'a Figure>, share: &Figure) -> Vec<&'a Figure> {
    let named: Vec<_> = near.iter().copied().filter(|f| share.indicators.contains(&f.indicators[0])).collect();
    if named.is_empty() { near } else { named }
}

fn same_period(a: &Figure, b: &Figure) -> bool {
    matches!((a.period, b.period), (Some(a), Some(b)) if a.same_days(b))
}

/// Without what says that it was added: 国家高新技术企业 of 新增国家高新技术企业.
fn plain(indicator: &str) -> String {
    let added = ["新增", "净增", "新认定", "新引进"].iter().find_map(|word| indicator.strip_prefix(word));
    added.unwrap_or(indicator).to_owned()
}

/// Whether two indicators may be wordings of one: 总产值 and 规模以上工业总产值; 新增 makes no difference.
#[must_use]
pub fn alike_indicators(one: &str, other: &str) -> bool {
    alike(&plain(one), &plain(other))
}

/// Whether one name is the other, or the end of it: 总产值 and 规模以上工业总产值.
fn alike(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && (a.ends_with(b) || b.ends_with(a))
}

fn derive(amount: &Figure, share: &Figure) -> Option<Derived> {
    let whole = share.whole.as_deref()?;
    let (subject, of) = whole_place(whole, &share.parents)?;
    let indicator = amount.indicators.first()?;
    let value = amount.value().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(share.value())?;
    let interval = whole_of(interval_of(&amount.quantity), interval_of(&share.quantity))?;
    let parts = printed::numbers(&[&amount.quantity]);
    Some(Derived {
        subject,
        indicator: named(indicator, amount.measure),
        period: amount.period,
        unit: amount.quantity.unit.clone(),
        value,
        interval,
        formula: format!("{} ÷ {}", parts.concat(), printed::numbers(&[&share.quantity]).concat() + "%"),
        assumptions: assumptions(&of, indicator, share),
        operands: vec![printed::operand(amount), printed::operand(share)],
    })
}

fn named(indicator: &str, measure: Measure) -> String {
    if measure == Measure::New && !indicator.starts_with('新') {
        format!("新增{indicator}")
    } else {
        indicator.to_owned()
    }
}

fn assumptions(of: &str, indicator: &str, share: &Figure) -> Vec<Assumption> {
    let of = ADDED.iter().fold(of.to_owned(), |of, word| of.replace(word, ""));
    let of = of.trim_start_matches('的');
    let other = [of].into_iter().chain(share.indicators.iter().map(String::as_str));
    let mut seen: Vec<Assumption> = Vec::new();
    for name in other.filter(|name| !name.is_empty() && plain(name) != plain(indicator) && alike_words(name, indicator))
    {
        let same = Assumption::SameMeasure(name.to_owned(), indicator.to_owned());
        if !seen.contains(&same) {
            seen.push(same);
        }
    }
    seen
}

/// Whether the two may be wordings of one thing at all: the several indicators of 均占 are not.
fn alike_words(name: &str, indicator: &str) -> bool {
    alike(&plain(name), &plain(indicator)) || tail(name) == tail(indicator)
}

fn tail(name: &str) -> String {
    let mut tail: Vec<char> = name.chars().rev().take(2).collect();
    tail.reverse();
    tail.into_iter().collect()
}

/// The place a whole is of, among the parents of the part, and what of it: 钱塘区 and 总产值 for 钱塘区总产值.
/// 全区 is the nearest parent that is a 区, 全国 is 中国.
#[must_use]
pub fn whole_place(whole: &str, parents: &[String]) -> Option<(String, String)> {
    let named = parents.iter().find_map(|place| Some((place.clone(), whole.strip_prefix(place.as_str())?)));
    let (place, rest) = named.or_else(|| all_of(whole, parents))?;
    Some((place, rest.trim_start_matches('的').to_owned()))
}

fn all_of<'a>(whole: &'a str, parents: &[String]) -> Option<(String, &'a str)> {
    let rest = whole.strip_prefix('全').or_else(|| whole.strip_prefix('我'))?;
    let kind = rest.chars().next()?;
    let rest = &rest[kind.len_utf8()..];
    let fits = |place: &&String| match kind {
        '国' => matches!(place.as_str(), "中国" | "全国"),
        '省' => place.ends_with('省') || place.ends_with("自治区"),
        '区' => place.ends_with('区') && !place.ends_with("自治区"),
        _ => place.ends_with(kind),
    };
    parents.iter().find(fits).map(|place| (place.clone(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_figures::{figure, of_place};

    fn park(text: &str) -> Figure {
        of_place(figure(text), "东岸小镇", &["云川区", "海临市"])
    }

    fn share(text: &str, whole: &str) -> Figure {
        Figure { measure: Measure::Share, whole: Some(whole.to_owned()), ..park(text) }
    }

    #[test]
    fn a_share_implies_its_whole_with_its_interval() {
        let found = wholes(&[park("规模以上工业总产值 1294.2亿元"), share("总产值 约35.5%", "云川区总产值")]);
        let [whole] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((whole.subject.as_str(), whole.indicator.as_str()), ("云川区", "规模以上工业总产值"));
        assert_eq!(whole.value.round_dp(0).to_string(), "364563380282");
        let (low, high) = (whole.interval.low.expect("low"), whole.interval.high.expect("high"));
        assert_eq!(
            (low.round_dp(0).to_string(), high.round_dp(0).to_string()),
            ("363525280899".into(), "365607344633".into())
        );
        assert_eq!(whole.formula, "1294.2 ÷ 35.5%");
        assert_eq!(whole.taken(), "把“总产值”与“规模以上工业总产值”当作同一口径");
    }

    #[test]
    fn more_than_a_share_bounds_the_whole_from_above() {
        let found = wholes(&[park("汽车产量 20万辆"), share("汽车产量 80%以上", "海临市汽车产量")]);
        let whole = &found[0];
        assert_eq!(whole.subject, "海临市");
        assert_eq!((whole.interval.low, whole.interval.high), (Some(195_000.into()), Some(256_250.into())));
        assert!(whole.assumptions.is_empty());
    }

    #[test]
    fn the_whole_of_what_was_added_is_no_stock() {
        let added = Figure { measure: Measure::New, ..park("国家高新技术企业 101家") };
        let stock = park("国家高新技术企业 500家");
        let found = wholes(&[added, stock, share("国家高新技术企业 约40%", "全区增量")]);
        let [whole] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((whole.subject.as_str(), whole.indicator.as_str()), ("云川区", "新增国家高新技术企业"));
        assert_eq!(whole.value, Decimal::new(2525, 1));
    }

    #[test]
    fn neither_another_period_nor_another_indicator_nor_a_target_serves() {
        let share = || share("工业增加值 30%", "全区工业增加值");
        let later = Figure { period: "2022".parse().ok(), ..park("工业增加值 90亿元") };
        let planned = Figure { status: Status::Planned, ..park("工业增加值 90亿元") };
        for other in [later, planned, park("税收收入 90亿元")] {
            assert!(wholes(&[other, share()]).is_empty());
        }
    }

    #[test]
    fn all_of_the_district_is_the_nearest_parent_of_that_kind() {
        let parents = ["云川区", "海临市", "江右省", "中国"].map(str::to_owned);
        let place = |whole: &str| whole_place(whole, &parents).map(|(place, _)| place);
        assert_eq!(place("全区增量").as_deref(), Some("云川区"));
        assert_eq!(place("我市").as_deref(), Some("海临市"));
        assert_eq!(place("全国的产量").as_deref(), Some("中国"));
        assert_eq!(place("全县总量"), None);
    }
}
