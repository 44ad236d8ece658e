//! What an article is about when a figure's own sentence does not say: 大创小镇, named in the headline and throughout.

use super::lexicon::WORDS;
use super::mention::Form;
use super::role::Role;
use super::{SubjectKind, SubjectMention};
use tidemark_model::{PlaceKind, Span};

/// The article's main name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Theme {
    pub name: String,
    pub kind: SubjectKind,
    /// Where it is first named; nothing for the home.
    pub span: Option<Span>,
}

impl Theme {
    /// A firm, a school, a work: what has sizes of its own.
    pub(super) fn is_body(&self) -> bool {
        matches!(self.kind, SubjectKind::Organisation | SubjectKind::Project)
    }
}

/// What the home weighs: more than a place named in passing, less than one named throughout.
const HOME: f64 = 8.0;

/// Weighs the names by where and how they stand. `opening` is the headline or first sentence.
pub(super) fn theme(
    mentions: &[(&SubjectMention, Role)],
    opening: Span,
    home: Option<(&str, PlaceKind)>,
) -> Option<Theme> {
    let mut scores: Vec<(Theme, f64)> = Vec::new();
    for (mention, role) in mentions {
        let bare = mention.form == Form::Bare && (*role == Role::Other || WORDS.zone_again.has(&mention.name));
        if matches!(mention.kind, SubjectKind::Deictic | SubjectKind::Event) || bare {
            continue;
        }
        let mut weight: f64 = match (role, mention.form) {
            (Role::Topic, Form::Agency) => 1.5,
            // 高新区, which may be any.
            (Role::Topic, Form::Bare) => 1.0,
            (Role::Topic, _) => 2.0,
            (Role::Other, Form::Byline) => 0.3,
            (Role::Other, _) => 0.5,
        };
        weight += if opening.contains(mention.range) { 2.0 * weight.max(0.5) } else { 0.0 };
        weight *= if mention.kind == SubjectKind::Place(PlaceKind::Country) { 0.3 } else { 1.0 };
        match scores.iter_mut().find(|(theme, _)| theme.name == mention.name) {
            Some((_, score)) => *score += weight,
            None => scores
                .push((Theme { name: mention.name.clone(), kind: mention.kind, span: Some(mention.range) }, weight)),
        }
    }
    if let Some((name, kind)) = home {
        match scores.iter_mut().find(|(theme, _)| theme.name == name) {
            Some((_, score)) => *score += HOME,
            None => scores.push((Theme { name: name.to_owned(), kind: SubjectKind::Place(kind), span: None }, HOME)),
        }
    }
    let topic = |name: &str| mentions.iter().any(|(m, role)| *role == Role::Topic && m.name == name);
    let best = |kind: fn(SubjectKind) -> bool| {
        let of_kind = scores.iter().filter(move |(theme, _)| kind(theme.kind));
        // Of equals the first named.
        of_kind.rev().max_by(|a, b| a.1.total_cmp(&b.1))
    };
    let place = best(|kind| matches!(kind, SubjectKind::Place(_)));
    let firm = best(|kind| kind == SubjectKind::Organisation);
    let project = best(|kind| kind == SubjectKind::Project);
    // A place that nothing is said of, beside a firm or a project.
    let at_home = |name: &str| home.is_some_and(|(home, _)| home == name);
    let passing = place.filter(|(place, _)| place.span.is_some() && !topic(&place.name) && !at_home(&place.name));
    let spoken_of = |found: &&(Theme, f64)| passing.is_some() && topic(&found.0.name);
    // A work that is named once somewhere is not what the article is about.
    let weighty = |found: &&(Theme, f64)| place.is_none_or(|place| found.1 >= place.1);
    let other = firm.filter(spoken_of).or(project.filter(spoken_of).filter(weighty));
    let firm = firm.filter(|firm| place.is_none_or(|place| firm.1 > 2.0 * place.1));
    other.or(firm).or(place).or(project).map(|(theme, _)| theme.clone())
}
