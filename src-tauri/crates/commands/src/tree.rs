//! Places that have figures, in tree order: 海临市, in it 云川区, in that 东岸小镇; organisations after them.

use crate::api::PlaceRow;
use std::collections::{BTreeMap, HashMap};
use tidemark_extract::Gazetteer;
use tidemark_model::{Figure, PlaceKind};

/// A place with what is known of it.
#[derive(Clone, Debug, Default)]
struct Node {
    parent: Option<String>,
    kind: Option<PlaceKind>,
    figures: u32,
}

/// Rows of all subjects of the figures and the places they lie in.
pub(crate) fn rows(figures: &[Figure], places: &Gazetteer) -> Vec<PlaceRow> {
    let mut nodes = nodes(figures, places);
    prune(&mut nodes);
    let mut rows = Vec::new();
    for top in children(&nodes, None) {
        add(&top, 0, &nodes, &mut rows);
    }
    rows
}

fn nodes(figures: &[Figure], places: &Gazetteer) -> HashMap<String, Node> {
    let mut nodes: HashMap<String, Node> = HashMap::new();
    for figure in figures {
        let node = nodes.entry(figure.subject.clone()).or_default();
        node.figures += 1;
        node.kind = node.kind.or(figure.kind);
        node.parent = node.parent.take().or_else(|| figure.parents.first().cloned());
        for (at, parent) in figure.parents.iter().enumerate() {
            let node = nodes.entry(parent.clone()).or_default();
            node.kind =
                node.kind.or_else(|| places.lookup(parent).map(|place| place.kind)).or(Some(PlaceKind::District));
            node.parent = node.parent.take().or_else(|| figure.parents.get(at + 1).cloned());
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

/// Places under a parent: larger kinds first, then those with more figures; organisations last.
fn children(nodes: &HashMap<String, Node>, parent: Option<&str>) -> Vec<String> {
    let mut found: Vec<_> = nodes.iter().filter(|(_, node)| node.parent.as_deref() == parent).collect();
    found.sort_by(|(a, x), (b, y)| {
        let key = |node: &Node| (node.kind.is_none(), node.kind, std::cmp::Reverse(node.figures));
        key(x).cmp(&key(y)).then_with(|| a.cmp(b))
    });
    found.into_iter().map(|(name, _)| name.clone()).collect()
}

fn add(name: &str, depth: u32, nodes: &HashMap<String, Node>, rows: &mut Vec<PlaceRow>) {
    let Some(node) = nodes.get(name) else { return };
    if rows.iter().any(|row| row.name == name) {
        return;
    }
    rows.push(PlaceRow {
        name: name.to_owned(),
        parent: node.parent.clone(),
        depth,
        kind: kind_name(node.kind).to_owned(),
        observations: node.figures,
    });
    for child in children(nodes, Some(name)) {
        add(&child, depth + 1, nodes, rows);
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

/// The known place that most figures are of or lie in, and how many: for a page without a home.
pub(crate) fn main_place<'a>(figures: impl Iterator<Item = &'a Figure>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for figure in figures {
        if let Some(place) = district_of(figure) {
            *counts.entry(place).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map(|(place, _)| place.to_owned())
}

/// A park's or township's figures count for the place it lies in.
fn district_of(figure: &Figure) -> Option<&str> {
    match figure.kind? {
        PlaceKind::Park | PlaceKind::Township => figure.parents.first().or(Some(&figure.subject)).map(String::as_str),
        _ => Some(&figure.subject),
    }
}
