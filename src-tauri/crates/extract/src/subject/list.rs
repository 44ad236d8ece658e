//! A list of words that is asked often: by its words' first and last characters, never from end to end.

use crate::chars::is_word;
use crate::hash::FastMap;
use serde::Deserialize;

/// Words, each found by its first or last character.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct List {
    words: Vec<String>,
    by_first: FastMap<u32, Vec<u32>>,
    by_last: FastMap<u32, Vec<u32>>,
}

impl From<Vec<String>> for List {
    fn from(mut words: Vec<String>) -> Self {
        words.retain(|word| !word.is_empty());
        // The longest first, so that the first that fits is the longest.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let (mut by_first, mut by_last): (FastMap<u32, Vec<u32>>, FastMap<u32, Vec<u32>>) = Default::default();
        for (n, word) in words.iter().enumerate() {
            if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
                by_first.entry(first.into()).or_default().push(n as u32);
                by_last.entry(last.into()).or_default().push(n as u32);
            }
        }
        Self { words, by_first, by_last }
    }
}

impl List {
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.longest_at_start(word) == word.len() && !word.is_empty()
    }

    /// Bytes of the longest word that `text` begins with; 0 for none.
    pub(super) fn longest_at_start(&self, text: &str) -> usize {
        let Some(first) = text.chars().next() else { return 0 };
        let words =
            self.by_first.get(&u32::from(first)).into_iter().flatten().filter_map(|&n| self.words.get(n as usize));
        words.map(String::as_str).find(|word| text.starts_with(word)).map_or(0, str::len)
    }

    /// Bytes of the longest word that `text` ends with; 0 for none.
    pub(super) fn longest_at_end(&self, text: &str) -> usize {
        let Some(last) = text.chars().next_back() else { return 0 };
        let words =
            self.by_last.get(&u32::from(last)).into_iter().flatten().filter_map(|&n| self.words.get(n as usize));
        words.map(String::as_str).find(|word| text.ends_with(word)).map_or(0, str::len)
    }

    /// Whether a word stands anywhere in `text`.
    pub(super) fn within(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| self.longest_at_start(&text[at..]) > 0)
    }

    /// Cuts words from the front of `text` until none fits.
    pub(super) fn strip_front<'a>(&self, mut text: &'a str) -> &'a str {
        while let len @ 1.. = self.longest_at_start(text) {
            text = &text[len..];
        }
        text
    }

    /// Cuts words from the end of `text` until none fits.
    pub(super) fn strip_end<'a>(&self, mut text: &'a str) -> &'a str {
        while let len @ 1.. = self.longest_at_end(text) {
            text = &text[..text.len() - len];
        }
        text
    }

    /// How many characters of `text` no word covers, longest words first; amounts like 600MW are no names either.
    pub(super) fn uncovered(&self, text: &str) -> usize {
        let (mut rest, mut left) = (text, 0);
        while let Some(c) = rest.chars().next() {
            if c.is_ascii_digit() {
                rest = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
                continue;
            }
            let word = self.longest_at_start(rest);
            left += usize::from(word == 0 && is_word(c));
            rest = &rest[word.max(c.len_utf8())..];
        }
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_cut_first() {
        let list = List::from(vec!["产业".to_owned(), "产业园".to_owned(), "重大".to_owned()]);
        assert_eq!(list.strip_front("重大产业园区"), "区");
        assert_eq!(list.strip_end("望潮产业"), "望潮");
        assert_eq!(list.uncovered("望潮重大600MW产业园"), 2);
        assert!(list.has("产业") && !list.has("产业园区") && list.within("新产业"));
    }
}
