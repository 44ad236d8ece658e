//! Short lists of words that are looked for in whole sentences: 目标, 计划 and 任务 are found in one walk over the text,
//! not in one each.
//!
//! What is asked at one place of the text only, and lists that are data, have tables of their own (`subject/list.rs`).

/// Words, with what their first characters look like.
pub(crate) struct Words {
    list: &'static [&'static str],
    /// A bit for each key that a word's first character has.
    firsts: [u64; KEYS / 64],
}

const KEYS: usize = 4096;

impl Words {
    pub(crate) const fn new(list: &'static [&'static str]) -> Self {
        let mut firsts = [0; KEYS / 64];
        let mut n = 0;
        while n < list.len() {
            let (key, _) = key(list[n].as_bytes());
            firsts[key / 64] |= 1 << (key % 64);
            n += 1;
        }
        Self { list, firsts }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.list.iter().copied()
    }

    /// Whether `word` is one of them.
    pub(crate) fn has(&self, word: &str) -> bool {
        !word.is_empty() && {
            let (key, _) = key(word.as_bytes());
            self.firsts[key / 64] >> (key % 64) & 1 == 1 && self.list.contains(&word)
        }
    }

    /// Whether one of them stands in `text`.
    pub(crate) fn within(&self, text: &str) -> bool {
        self.first_in(text).is_some()
    }

    /// Where the first of them stands, and which it is; of several at one place the first in the list.
    pub(crate) fn first_in(&self, text: &str) -> Option<(usize, &'static str)> {
        self.each_in(text).next()
    }

    /// Where they stand, and which they are; of several at one place the first in the list.
    pub(crate) fn each_in<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'static str)> {
        let bytes = text.as_bytes();
        let mut next = 0;
        std::iter::from_fn(move || {
            while let Some(rest) = bytes.get(next..).filter(|rest| !rest.is_empty()) {
                let (at, (key, len)) = (next, key(rest));
                next += len;
                if self.firsts[key / 64] >> (key % 64) & 1 == 1
                    && let Some(word) = self.list.iter().find(|word| rest.starts_with(word.as_bytes()))
                {
                    return Some((at, *word));
                }
            }
            None
        })
    }
}

/// Twelve bits that tell most characters apart, and how many bytes the first character has.
#[inline]
const fn key(bytes: &[u8]) -> (usize, usize) {
    let (a, b, len) = match *bytes {
        [0xe0..0xf0, a, b, ..] => (a, b, 3),
        [ascii @ 0..0x80, ..] => return (ascii as usize, 1),
        [a @ 0x80..0xe0, b, ..] => (a, b, 2),
        [_, _, a, b, ..] => (a, b, 4),
        _ => return (0, 1),
    };
    (((a & 63) as usize) << 6 | (b & 63) as usize, len)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: Words = Words::new(&["目标", "计划", "GDP", "é", "𠮷"]);

    #[test]
    fn the_first_word_of_the_text_is_found_with_its_place() {
        assert_eq!(SEEN.first_in("今年计划完成目标"), Some(("今年".len(), "计划")));
        assert_eq!(SEEN.first_in("全区GDP"), Some(("全区".len(), "GDP")));
        assert_eq!(SEEN.first_in("café"), Some(("caf".len(), "é")));
        assert_eq!(SEEN.first_in("有𠮷"), Some(("有".len(), "𠮷")));
    }

    #[test]
    fn half_a_word_is_none() {
        assert!(!SEEN.within("目"));
        assert!(!SEEN.within("目前标准，计"));
        assert!(!SEEN.within(""));
        assert!(SEEN.has("计划") && !SEEN.has("计") && !SEEN.has("计划书") && !SEEN.has(""));
    }
}
