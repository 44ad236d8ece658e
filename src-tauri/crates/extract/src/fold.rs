//! Traditional characters read as simplified ones: 產業 is 产业; and compatibility ideographs as plain ones.
//!
//! Offsets stay, since both sides of every pair take three bytes. Only for recognising and naming; the page's own
//! words are never changed.

use std::borrow::Cow;

/// The pairs of `data/lexicon/traditional.txt` and `compatibility.txt`.
#[derive(Debug)]
pub(crate) struct Folding {
    simplified: Vec<u16>,
    plain: Vec<u16>,
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

/// For each character of the basic plane what it is read as, or 0.
fn pairs(text: &str) -> Vec<u16> {
    let words = text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    let pair = |word: &str| {
        let mut chars = word.chars();
        Some((chars.next()?, chars.next()?)).filter(|(a, b)| a.len_utf8() == b.len_utf8())
    };
    let mut table = vec![0; 0x1_0000];
    for (from, to) in words.filter_map(pair) {
        if let (Some(slot), Ok(to)) = (table.get_mut(from as usize), u16::try_from(u32::from(to))) {
            *slot = to;
        }
    }
    table
}

fn replaced<'t>(text: &'t str, table: &[u16]) -> Cow<'t, str> {
    let read_as = |c: char| table.get(c as usize).copied().filter(|&to| to != 0);
    let Some(first) = text.char_indices().find_map(|(at, c)| read_as(c).map(|_| at)) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    out.extend(text[first..].chars().map(|c| read_as(c).and_then(|to| char::from_u32(to.into())).unwrap_or(c)));
    out.into()
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
