//! Traditional characters read as simplified ones: 產業 is 产业; and compatibility ideographs as plain ones.
//!
//! Offsets stay, since both sides of every pair take three bytes. Only for recognising and naming; the page's own
//! words are never changed.

use std::borrow::Cow;
use std::collections::HashMap;

/// The pairs of `data/lexicon/traditional.txt` and `compatibility.txt`.
#[derive(Debug)]
pub(crate) struct Folding {
    simplified: HashMap<char, char>,
    plain: HashMap<char, char>,
}

impl Folding {
    pub(crate) fn bundled() -> Self {
        let plain = pairs(include_str!("../../../../data/lexicon/compatibility.txt"));
        Self { simplified: pairs(include_str!("../../../../data/lexicon/traditional.txt")), plain }
    }

    /// Compatibility ideographs, which look like plain characters but compare unlike them, made plain.
    pub(crate) fn plain<'t>(&self, text: &'t str) -> Cow<'t, str> {
        replaced(text, &self.plain)
    }

    /// Traditional characters made simplified.
    pub(crate) fn simplified<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match replaced(text, &self.simplified) {
            // 計畫 is 计划, though 畫 alone is 画.
            Cow::Owned(text) if text.contains('画') => {
                Cow::Owned(PLANS.iter().fold(text, |t, (a, b)| t.replace(a, b)))
            }
            text => text,
        }
    }
}

/// Words of which one character alone would be folded to another.
const PLANS: [(&str, &str); 4] = [("计画", "计划"), ("规画", "规划"), ("企画", "企划"), ("区画", "区划")];

fn pairs(text: &str) -> HashMap<char, char> {
    let words = text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    let pair = |word: &str| {
        let mut chars = word.chars();
        Some((chars.next()?, chars.next()?)).filter(|(a, b)| a.len_utf8() == b.len_utf8())
    };
    words.filter_map(pair).collect()
}

fn replaced<'t>(text: &'t str, pairs: &HashMap<char, char>) -> Cow<'t, str> {
    if !text.chars().any(|c| pairs.contains_key(&c)) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| pairs.get(&c).copied().unwrap_or(c)).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_every_offset() {
        let folding = Folding::bundled();
        assert_eq!(folding.simplified("內湖區商業登記家數3,557家"), "内湖区商业登记家数3,557家");
        assert_eq!(folding.plain("\u{f98e}度"), "年度");
    }
}
