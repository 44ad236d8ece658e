//! Traditional and compatibility characters to simplified ones, every offset kept: 內湖區 is matched as 内湖区.
//!
//! Leaves full-width digits alone: they are shorter when folded, and offsets would move.

use super::hash::FastMap;
use std::borrow::Cow;
use std::sync::LazyLock;

/// One pair of characters a line, both of three bytes.
static PAIRS: LazyLock<FastMap<u32, char>> = LazyLock::new(|| {
    let pair = |line: &str| {
        let mut chars = line.chars();
        let (from, to) = (chars.next()?, chars.next()?);
        (from.len_utf8() == to.len_utf8()).then_some((from as u32, to))
    };
    include_str!("../../../../../data/lexicon/traditional.txt").lines().filter_map(pair).collect()
});

/// `text` with traditional characters made simplified; byte offsets stay what they are.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    let one = |c: char| if c.len_utf8() == 3 { PAIRS.get(&(c as u32)).copied().unwrap_or(c) } else { c };
    if text.chars().all(|c| one(c) == c) { Cow::Borrowed(text) } else { Cow::Owned(text.chars().map(one).collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_stay_what_they_are() {
        assert_eq!(fold("臺\u{f963}市產業園區5萬家"), "台北市产业园区5万家");
        assert_eq!(fold("臺北市１家").len(), "臺北市１家".len());
    }
}
