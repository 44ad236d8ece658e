//! Places that have figures, in tree order: 海临市, in it 云川区, in that 东岸小镇; organisations after them.

use crate::api::PlaceRow;
use std::collections::{BTreeMap, HashMap, HashSet};
use tidemark_extract::Gazetteer;
use tidemark_model::PlaceKind;
use tidemark_store::{Standing, StandingTally};

/// A place with what is known of it.
#[derive(Clone, Debug, Default)]
struct Node {
    parent: Option<String>,
    kind: Option<PlaceKind>,
    figures: u32,
}

/// Rows of all subjects that have figures and the places they lie in.
pub(crate) fn rows(standings: &[StandingTally], places: &Gazetteer) -> Vec<PlaceRow> {
    let mut nodes = nodes(standings, places);
    prune(&mut nodes);
    let mut tree = Tree { children: children(&nodes), nodes: &nodes, seen: HashSet::new(), rows: Vec::new() };
    tree.add_all(None, 0);
    tree.rows
}

fn nodes(standings: &[StandingTally], places: &Gazetteer) -> HashMap<String, Node> {
    let mut nodes: HashMap<String, Node> = HashMap::new();
    for StandingTally { standing, figures, .. } in standings {
        let node = nodes.entry(standing.subject.clone()).or_default();
        node.figures += figures;
        node.kind = node.kind.or(standing.kind);
        node.parent = node.parent.take().or_else(|| standing.parents.first().cloned());
        for (at, parent) in standing.parents.iter().enumerate() {
            let node = nodes.entry(parent.clone()).or_default();
            node.kind =
                node.kind.or_else(|| places.lookup(parent).map(|place| place.kind)).or(Some(PlaceKind::District));
            node.parent = node.parent.take().or_else(|| standing.parents.get(at + 1).cloned());
        }
    }
    nodes
}

/// Takes away country and province at the top where they have no figures and lead to one place only.
fn prune(nodes: &mut HashMap<String, Node>) {
    loop {
        let only_child = |name: &str| nodes.values().filter(|n| n.parent.as_deref() == Some(name)).count() <= 1;
        let large = |node: &Node| matches!(node.kind, Some(PlaceKind::Country | PlaceKind::Province));
        let top = nodes
            .iter()
            .find(|(name, node)| node.parent.is_none() && node.figures == 0 && large(node) && only_child(name));
        let Some(name) = top.map(|(name, _)| name.clone()) else { return };
        nodes.remove(&name);
        for node in nodes.values_mut().filter(|node| node.parent.as_ref() == Some(&name)) {
            node.parent = None;
        }
    }
}

/// Places under each parent: larger kinds first, then those with more figures; organisations last.
fn children(nodes: &HashMap<String, Node>) -> HashMap<Option<&str>, Vec<&str>> {
    let mut found: HashMap<Option<&str>, Vec<&str>> = HashMap::new();
    for (name, node) in nodes {
        found.entry(node.parent.as_deref()).or_default().push(name);
    }
    for below in found.values_mut() {
        below.sort_by_key(|&name| {
            let node = nodes.get(name);
            let kind = node.and_then(|node| node.kind);
            (kind.is_none(), kind, std::cmp::Reverse(node.map(|node| node.figures)), name)
        });
    }
    found
}

/// Rows being put together.
struct Tree<'a> {
    nodes: &'a HashMap<String, Node>,
    children: HashMap<Option<&'a str>, Vec<&'a str>>,
    seen: HashSet<&'a str>,
    rows: Vec<PlaceRow>,
}

impl<'a> Tree<'a> {
    fn add_all(&mut self, parent: Option<&'a str>, depth: u32) {
        for name in self.children.get(&parent).cloned().unwrap_or_default() {
            let Some(node) = self.nodes.get(name).filter(|_| self.seen.insert(name)) else { continue };
            self.rows.push(PlaceRow {
                name: name.to_owned(),
                parent: node.parent.clone(),
                depth,
                kind: kind_name(node.kind).to_owned(),
                observations: node.figures,
            });
            self.add_all(Some(name), depth + 1);
        }
    }
}

fn kind_name(kind: Option<PlaceKind>) -> &'static str {
    match kind {
        Some(PlaceKind::Country) => "country",
        Some(PlaceKind::Province) => "province",
        Some(PlaceKind::City) => "city",
        Some(PlaceKind::District) => "district",
        Some(PlaceKind::Township) => "township",
        Some(PlaceKind::Park) => "park",
        None => "other",
    }
}

/// The known place that most figures are of or lie in: for a page without a home.
pub(crate) fn main_place(standings: &[StandingTally]) -> Option<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for tally in standings {
        if let Some(place) = district_of(&tally.standing) {
            *counts.entry(place).or_default() += tally.figures;
        }
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map(|(place, _)| place.to_owned())
}

/// The subject that most figures are of.
pub(crate) fn busiest(standings: &[StandingTally]) -> Option<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for tally in standings {
        *counts.entry(&tally.standing.subject).or_default() += tally.figures;
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map(|(place, _)| place.to_owned())
}

/// A park's or township's figures count for the place it lies in.
fn district_of(standing: &Standing) -> Option<&str> {
    match standing.kind? {
        PlaceKind::Park | PlaceKind::Township => {
            standing.parents.first().or(Some(&standing.subject)).map(String::as_str)
        }
        _ => Some(&standing.subject),
    }
}
