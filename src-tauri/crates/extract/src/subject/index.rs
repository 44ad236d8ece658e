//! Where the mentions of each sort stand, so that looking back for a firm passes over no other names.

use super::mention::Form;
use super::role::Role;
use super::{SubjectKind, SubjectMention};
use crate::hash::{FastMap, FastSet};
use tidemark_model::PlaceKind;

/// How many mentions of a sort are looked at; a text that names more between is no text.
pub(super) const REACH: usize = 200;

/// Ascending indices of mentions.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    organisations: Vec<usize>,
    projects: Vec<usize>,
    parks: Vec<usize>,
    events: Vec<usize>,
    /// Of them, those that take place.
    pub held: Vec<usize>,
    /// Of those, the one that the article is about.
    pub event: Option<usize>,
    /// Of them, those named in full.
    pub zones: Vec<usize>,
    /// Places that a clause is about.
    pub topics: Vec<usize>,
    /// The first mention of each place's name.
    pub places: Vec<usize>,
    /// Every name.
    pub names: FastSet<String>,
    /// How often each name is meant; filled in once that is known.
    pub meant: FastMap<String, usize>,
}

impl Index {
    pub(super) fn of(mentions: &[SubjectMention], roles: &[Role]) -> Self {
        let mut index = Self::default();
        for (n, (mention, role)) in mentions.iter().zip(roles).enumerate() {
            match mention.kind {
                SubjectKind::Organisation => index.organisations.push(n),
                SubjectKind::Project => index.projects.push(n),
                SubjectKind::Event => index.events.push(n),
                SubjectKind::Place(PlaceKind::Park) => {
                    index.parks.push(n);
                    index.zones.extend((mention.form != Form::Bare).then_some(n));
                }
                _ => {}
            }
            if mention.is_place() && *role == Role::Topic {
                index.topics.push(n);
            }
            let new = !index.names.contains(&mention.name);
            if mention.is_place() && !index.places.iter().rev().take(REACH).any(|&p| mentions[p].name == mention.name) {
                index.places.push(n);
            }
            if new {
                index.names.insert(mention.name.clone());
            }
        }
        index
    }

    /// Those of a kind before mention `n`, the last first.
    pub(super) fn before(&self, n: usize, kind: SubjectKind) -> impl Iterator<Item = usize> + Clone {
        let all: &[usize] = match kind {
            SubjectKind::Organisation => &self.organisations,
            SubjectKind::Project => &self.projects,
            _ => &self.parks,
        };
        before(all, n)
    }

    /// Every event's mention.
    pub(super) fn events(&self) -> impl DoubleEndedIterator<Item = usize> + Clone {
        self.events.iter().take(REACH).copied()
    }

    /// The places that a clause is about before mention `n`, the last first.
    pub(super) fn topics_before(&self, n: usize) -> impl Iterator<Item = usize> + Clone {
        before(&self.topics, n)
    }
}

fn before(all: &[usize], n: usize) -> impl Iterator<Item = usize> + Clone {
    all[..all.partition_point(|&m| m < n)].iter().rev().take(REACH).copied()
}
