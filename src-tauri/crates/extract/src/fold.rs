//! Traditional characters read as simplified ones: 產業 is 产业. Offsets stay, since both take three bytes.
//!
//! Only for recognising and naming; the page's own words are never changed.

use std::borrow::Cow;
use std::collections::HashMap;

/// The pairs of `data/lexicon/traditional.txt`.
#[derive(Debug)]
pub(crate) struct Folding {
    pairs: HashMap<char, char>,
}

impl Folding {
    pub(crate) fn bundled() -> Self {
        let text = include_str!("../../../../data/lexicon/traditional.txt");
        let words = text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        let pair = |word: &str| {
            let mut chars = word.chars();
            Some((chars.next()?, chars.next()?)).filter(|(a, b)| a.len_utf8() == b.len_utf8())
        };
        Self { pairs: words.filter_map(pair).collect() }
    }

    /// The text with every traditional character replaced; the same length.
    pub(crate) fn fold<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !text.chars().any(|c| self.pairs.contains_key(&c)) {
            return Cow::Borrowed(text);
        }
        text.chars().map(|c| self.pairs.get(&c).copied().unwrap_or(c)).collect::<String>().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_every_offset() {
        let folded = Folding::bundled().fold("內湖區商業登記家數3,557家").into_owned();
        assert_eq!(folded, "内湖区商业登记家数3,557家");
    }
}
