//! An industry's share of a larger place: a 100 % bar, what is left of it, output in units and output value below.

use super::kinds::Topic;
use super::{Draft, Question, apart, distinct, filled, marks, same_period, within};
use crate::NothingToDraw;
use crate::definition::Industry;
use crate::kind::ChartKind;
use crate::number::Unit;
use crate::spec::{Fact, MarkSpec, Panel, ShareBar, Standing};
use crate::words;
use tidemark_model::{Decimal, Figure, Measure, Qualifier, Status};

pub(super) fn compose<'a>(question: &Question<'a>, draft: &mut Draft<'a>) -> Result<(), NothingToDraw> {
    let Some((industry, subject)) = choose(question) else {
        let when = question.period.map(|p| question.language.period(p)).unwrap_or_default();
        return Err(NothingToDraw(filled(question.say().no_share, &[("place", question.place), ("when", &when)])));
    };
    let of_subject = |f: &&Figure| f.subject == subject && same_period(f.period, question.period);
    let figures: Vec<&'a Figure> = question.figures.iter().filter(of_subject).collect();
    draft.place = subject.to_owned();
    draft.period = question.period;
    let shares = |status| figures.iter().copied().filter(move |f| is_share(industry, f) && f.status == status);
    let actual: Vec<_> = shares(Status::Actual).collect();
    // What is meant to be stands alone where nothing is said of what is.
    let share = if actual.is_empty() { shares(Status::Planned).collect() } else { actual };
    let whole = share.first().map(|f| whole_place(f, industry)).unwrap_or_default();
    let values = [("place", subject), ("whole", whole.as_str()), ("industry", industry.name.as_str())];
    draft.title = filled(question.definition.title(question.language), &values);
    match share.first() {
        Some(first) => {
            let of = match first.whole.as_deref() {
                Some(given) if given != whole => given.to_owned(),
                _ => format!("{whole}{}", first.indicators.join(question.say().and)),
            };
            draft.what.push(filled(question.say().percent_of, &[("whole", &of)]));
            let panel = share_bar(question, &share, &whole, draft);
            draft.panels.push(Panel::Share(Box::new(panel)));
        }
        None => {
            let values = [("place", subject), ("industry", industry.name.as_str())];
            draft.title = filled(question.say().output_and_value, &values);
            let because =
                [("who", filled(question.say().output_share, &values)), ("what", question.say().gap.to_owned())];
            let because = because.each_ref().map(|(name, value)| (*name, value.as_str()));
            draft.remark(filled(question.say().because, &because) + question.say().sentence);
        }
    }
    let facts = facts(industry, &figures, draft);
    if !facts.is_empty() {
        draft.panels.push(Panel::Facts(facts));
    }
    Ok(())
}

/// The industry's share of what lies around it, over all periods and places.
pub(super) fn topic<'a>(question: &Question<'a>) -> Result<Topic<'a>, NothingToDraw> {
    let chosen = choose(question);
    let of = |industry: &Industry| {
        let fits = |f: &&'a Figure| is_share(industry, f) && (f.subject == question.place || within(f, question.place));
        question.figures.iter().filter(fits).collect::<Vec<_>>()
    };
    let figures = chosen.map(|(industry, _)| of(industry)).unwrap_or_default();
    let (Some((_, subject)), Some(first)) = (chosen, figures.first()) else {
        let when = question.period.map(|p| question.language.period(p)).unwrap_or_default();
        return Err(NothingToDraw(filled(question.say().no_share, &[("place", question.place), ("when", &when)])));
    };
    let indicator = first.indicators.join(question.say().and);
    Ok(Topic::by_place(question, (Measure::Share, &indicator, "%"), subject, figures.clone()))
}

fn is_share(industry: &Industry, figure: &Figure) -> bool {
    figure.measure == Measure::Share
        && figure.quantity.unit == "%"
        && figure.indicators.iter().any(|i| industry.is_output(i))
}

fn is_fact(industry: &Industry, figure: &Figure) -> bool {
    let named = |i: &String| industry.is_output(i) || industry.is_value(i);
    figure.measure == Measure::Total && figure.indicators.len() == 1 && figure.indicators.iter().any(named)
}

/// The industry and the place with most to say: the place asked for, else the part of it that has a share.
fn choose<'a>(question: &Question<'a>) -> Option<(&'a Industry, &'a str)> {
    let mut best: Option<(usize, &Industry, &str)> = None;
    for industry in &question.definition.industries {
        let fits = |f: &&Figure| {
            same_period(f.period, question.period)
                && (f.subject == question.place || within(f, question.place))
                && (is_share(industry, f) || is_fact(industry, f))
        };
        let figures: Vec<&Figure> = question.figures.iter().filter(fits).collect();
        for subject in distinct(figures.iter().map(|f| f.subject.as_str())) {
            let own = figures.iter().filter(|f| f.subject == subject);
            let score = own.map(|f| if is_share(industry, f) { 10 } else { 1 }).sum::<usize>()
                + if subject == question.place { 100 } else { 0 };
            if best.is_none_or(|(most, _, _)| score > most) {
                best = Some((score, industry, subject));
            }
        }
    }
    best.map(|(_, industry, subject)| (industry, subject))
}

/// The place a share is taken of: 杭州市 in 杭州市汽车整车产量, the parent city for 全市.
fn whole_place(figure: &Figure, industry: &Industry) -> String {
    let whole = figure.whole.as_deref().unwrap_or_default();
    if let Some(parent) = figure.parents.iter().find(|p| whole.starts_with(p.as_str())) {
        return parent.clone();
    }
    let level = whole.strip_prefix('全').and_then(|rest| rest.chars().next());
    if let Some(parent) = level.and_then(|level| figure.parents.iter().find(|p| p.ends_with(level))) {
        return parent.clone();
    }
    let cut = industry.words.iter().filter_map(|w| whole.find(w.as_str())).min().unwrap_or(whole.len());
    whole[..cut].trim_end_matches('的').to_owned()
}

pub(super) fn share_bar<'a>(
    question: &Question<'a>,
    share: &[&'a Figure],
    whole: &str,
    draft: &mut Draft<'a>,
) -> ShareBar {
    let unit = Unit::percent(question.language);
    let mut all = marks::marks(share, &unit, &mut draft.sources).into_iter();
    let mut mark = all.next().unwrap_or_else(|| rest_of(share[0], &unit));
    mark.label = percent(share, &mark, &unit);
    let others = all.map(|other| MarkSpec { label: percent(share, &other, &unit), ..other }).collect();
    let lead = share.iter().find(|f| mark.observations.first() == Some(&f.id)).unwrap_or(&share[0]);
    let rest = MarkSpec { notes: mark.notes.clone(), ..rest_of(lead, &unit) };
    let template = question.definition.rest(question.language).unwrap_or(question.say().rest);
    let rest_label = filled(template, &[("whole", whole), ("place", &share[0].subject)]);
    draft.kind = ChartKind::Share;
    draft.sums.push(rest.description.trim_start_matches(&format!("{}：", question.say().derived)).to_owned());
    ShareBar { label: share[0].subject.clone(), mark, others, rest_label, rest }
}

fn percent(share: &[&Figure], mark: &MarkSpec, unit: &Unit) -> String {
    let lead = share.iter().find(|f| mark.observations.first() == Some(&f.id));
    let label = lead.map_or_else(|| format!("{}%", mark.label), |f| super::label(&f.quantity, unit, "%"));
    if mark.standing == Standing::Planned { format!("{} {label}", unit.language.say().planned) } else { label }
}

/// What is left of 100 %: 99%以上 leaves ≤ 1 %.
fn rest_of(figure: &Figure, unit: &Unit) -> MarkSpec {
    let quantity = &figure.quantity;
    let left = |v: Decimal| (Decimal::ONE_HUNDRED - v).max(Decimal::ZERO);
    let inclusive = words::includes_bound(quantity.qualifier_word.as_deref());
    let qualifier = match quantity.qualifier {
        Qualifier::Above => Qualifier::Below,
        Qualifier::Below => Qualifier::Above,
        other => other,
    };
    let number = match quantity.value_max {
        Some(top) if qualifier == Qualifier::Range => {
            format!("{}–{}", unit.number(left(top), quantity.step), unit.number(left(quantity.value), quantity.step))
        }
        _ => unit.number(left(quantity.value), quantity.step),
    };
    let reach = marks::interval(quantity);
    let printed = unit.number(quantity.value, quantity.step);
    MarkSpec {
        observations: vec![figure.id],
        standing: Standing::Derived,
        qualifier,
        value: left(quantity.value_max.unwrap_or(quantity.value)),
        low: reach.high.map(left),
        high: reach.low.map(left),
        label: format!("{}{number}%", words::sign(qualifier, inclusive)),
        notes: Vec::new(),
        title: format!("{} {}{number}%", unit.language.say().rest, words::sign(qualifier, inclusive)),
        besides: Vec::new(),
        description: format!("{}：100% − {printed}%", unit.language.say().derived),
    }
}

/// Output in units, then output value; at most four.
fn facts<'a>(industry: &Industry, figures: &[&'a Figure], draft: &mut Draft<'a>) -> Vec<Fact> {
    let mut found: Vec<&'a Figure> = figures.iter().copied().filter(|f| is_fact(industry, f)).collect();
    found.sort_by_key(|f| (f.status == Status::Planned, !industry.is_output(&f.indicators[0]), f.id));
    let kinds = distinct(found.iter().map(|f| (f.indicators[0].as_str(), f.status, f.quantity.unit.as_str())));
    let mut facts = Vec::new();
    for (indicator, status, base) in kinds.into_iter().take(4) {
        let same = |f: &&&Figure| f.indicators[0] == indicator && f.status == status && f.quantity.unit == base;
        let own: Vec<&'a Figure> = found.iter().filter(same).copied().collect();
        facts.push(apart::fact(&draft.language.indicator(indicator), &own, draft));
    }
    facts
}
