//! Traditional and compatibility characters to simplified ones, every offset kept: 內湖區 is matched as 内湖区.
//!
//! Leaves full-width digits alone: they are shorter when folded, and offsets would move.

use std::borrow::Cow;
use std::sync::LazyLock;

/// For each character of three bytes what it folds to, or 0.
static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table = vec![0; 0x1_0000];
    for line in include_str!("../../../../../data/lexicon/traditional.txt").lines() {
        let mut chars = line.chars();
        if let (Some(from), Some(to)) = (chars.next(), chars.next())
            && (from.len_utf8(), to.len_utf8()) == (3, 3)
        {
            table[from as usize] = to as u16;
        }
    }
    table
});

/// `text` with traditional characters made simplified; byte offsets stay what they are.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    let table = &*TABLE;
    let folded = |c: char| table.get(c as usize).copied().filter(|&to| to != 0);
    let Some(first) = text.char_indices().find_map(|(at, c)| folded(c).map(|_| at)) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    out.extend(text[first..].chars().map(|c| folded(c).and_then(|to| char::from_u32(to.into())).unwrap_or(c)));
    Cow::Owned(out)
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
