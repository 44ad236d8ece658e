//! All known places with their parents: 钱塘 is 钱塘区 in 杭州市 in 浙江省. The user's own come before the bundled ones.

use super::tables::{DIVISIONS, Row};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};
use tidemark_model::Place;

/// Places by name.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    bundled: Arc<Index>,
    own: Vec<Place>,
}

#[derive(Debug, Default)]
struct Index {
    by_name: HashMap<&'static str, Vec<u32>>,
    by_code: HashMap<&'static str, u32>,
}

static BUNDLED: LazyLock<Arc<Index>> = LazyLock::new(|| {
    let mut index = Index::default();
    for (n, (code, row)) in DIVISIONS.iter().enumerate() {
        let n = n as u32;
        index.by_code.insert(code, n);
        index.by_name.entry(row.name).or_default().push(n);
        if !row.short.is_empty() {
            index.by_name.entry(row.short).or_default().push(n);
        }
    }
    Arc::new(index)
});

impl Gazetteer {
    /// The places that come with the program.
    #[must_use]
    pub fn bundled() -> Self {
        Self { bundled: BUNDLED.clone(), own: Vec::new() }
    }

    /// The bundled places with the user's own before them.
    #[must_use]
    pub fn with(extra: &[Place]) -> Self {
        Self { own: extra.to_vec(), ..Self::bundled() }
    }

    /// The place of this name or alias; the largest where several share it.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Option<Place> {
        if let Some(own) = self.own.iter().find(|p| p.name == name || p.aliases.iter().any(|a| a == name)) {
            return Some(own.clone());
        }
        self.row(name).map(|row| self.place(row))
    }

    /// The parents of a place, nearest first: 杭州市, 浙江省, 中国 for 钱塘区. Empty for an unknown name.
    #[must_use]
    pub fn parents(&self, name: &str) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let mut next = self.lookup(name).and_then(|p| p.parent);
        while let Some(parent) = next.filter(|p| !out.contains(p)) {
            next = self.lookup(&parent).and_then(|p| p.parent);
            out.push(parent);
        }
        out
    }

    fn row(&self, name: &str) -> Option<&'static Row> {
        let n = *self.bundled.by_name.get(name)?.first()?;
        DIVISIONS.get(n as usize).map(|(_, row)| row)
    }

    fn place(&self, row: &Row) -> Place {
        let parent = self.bundled.by_code.get(row.parent).and_then(|&n| DIVISIONS.get(n as usize));
        Place {
            name: row.name.to_owned(),
            parent: parent.map(|(_, p)| p.name.to_owned()),
            kind: row.kind,
            aliases: if row.short.is_empty() { Vec::new() } else { vec![row.short.to_owned()] },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_finds_its_place_and_parents() {
        let places = Gazetteer::bundled();
        assert_eq!(places.lookup("钱塘").map(|p| p.name), Some("钱塘区".to_owned()));
        assert_eq!(places.parents("钱塘区"), ["杭州市", "浙江省", "中国"]);
    }
}
