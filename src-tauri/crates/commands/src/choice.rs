//! Which place and period to start with where none is asked for: the latest that has not much less to show than the
//! year before it. One figure of this March does not push last year's seven aside.

use tidemark_chart::{Available, Definition, available};
use tidemark_model::{Figure, Period};

/// The place and period a chart starts with, each as asked for where it is; nothing where there is no figure for it.
pub(crate) fn start(
    definition: &Definition,
    figures: &[Figure],
    place: Option<&str>,
    period: Option<Period>,
) -> Option<(String, Option<Period>)> {
    let all = near(available(definition, figures), figures, place);
    let all: Vec<_> = all.into_iter().filter(|a| period.is_none() || same(a.period, period)).collect();
    let best = all.iter().map(|a| (a.period, a.figures)).collect::<Vec<_>>();
    let found = &all[best_of(&best)?];
    Some((place.map_or_else(|| found.place.clone(), str::to_owned), found.period))
}

/// What a chart has for the place itself, else for what lies in it.
pub(crate) fn near(all: Vec<Available>, figures: &[Figure], place: Option<&str>) -> Vec<Available> {
    let Some(place) = place else { return all };
    if all.iter().any(|a| a.place == place) {
        return all.into_iter().filter(|a| a.place == place).collect();
    }
    let inside = |name: &str| figures.iter().any(|f| f.subject == name && f.parents.iter().any(|p| p == place));
    all.into_iter().filter(|a| inside(&a.place)).collect()
}

/// Which of some periods with so much to show each.
pub(crate) fn best_of(periods: &[(Option<Period>, usize)]) -> Option<usize> {
    let year = |at: &usize| periods[*at].0.map_or(0, |period| period.last_day().year);
    let latest = (0..periods.len()).map(|at| year(&at)).max()?;
    let recent: Vec<usize> = (0..periods.len()).filter(|at| year(at) >= latest - 1).collect();
    let most = recent.iter().map(|&at| periods[at].1).max()?;
    let rich = recent.into_iter().filter(|&at| periods[at].1 * 2 >= most);
    rich.max_by_key(|&at| (year(&at), periods[at].1, periods[at].0))
}

pub(crate) fn same(a: Option<Period>, b: Option<Period>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.same_days(b),
        (None, None) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best<'a>(periods: &[(&'a str, usize)]) -> &'a str {
        let parsed: Vec<_> = periods.iter().map(|(text, n)| (text.parse().ok(), *n)).collect();
        periods[best_of(&parsed).expect("one")].0
    }

    #[test]
    fn the_latest_year_wins_unless_it_has_much_less_to_show() {
        assert_eq!(best(&[("2023", 7), ("2024-03", 1)]), "2023");
        assert_eq!(best(&[("2023", 7), ("2024", 5)]), "2024");
        assert_eq!(best(&[("2019", 70), ("2024", 5)]), "2024");
    }

    #[test]
    fn within_a_year_the_period_with_most_to_show_wins() {
        assert_eq!(best(&[("2024-Q1", 2), ("2024", 6), ("2024-11", 3)]), "2024");
    }
}
