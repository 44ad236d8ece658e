//! A large table of words, asked at every place of a text: 增长, 同比增长 and 增长率 in one look.
//!
//! Two characters rule out nearly every place before the table itself is asked. Short lists that stand in code are
//! `words.rs`'s.

use crate::hash::FastMap;

/// Words with a value each; a word may be given several times.
#[derive(Debug, Default)]
pub(crate) struct Trie<T> {
    /// The node that a character leads to from a node; the words begin at node 0.
    next: FastMap<(u32, char), u32>,
    /// What ends at each node, in the order given.
    values: Vec<Vec<T>>,
    /// A bit for the key of the first two characters of each word.
    pairs: Vec<u64>,
    /// A bit for the key of each word of one character.
    singles: Vec<u64>,
}

/// How many keys two characters may have.
const PAIRS: usize = 1 << 16;
/// How many keys a character may have.
const SINGLES: usize = 1 << 12;

impl<T: Copy> Trie<T> {
    pub(crate) fn new<'w>(words: impl Iterator<Item = (&'w str, T)>) -> Self {
        let mut trie = Self {
            next: FastMap::default(),
            values: vec![Vec::new()],
            pairs: vec![0; PAIRS / 64],
            singles: vec![0; SINGLES / 64],
        };
        words.for_each(|(word, value)| trie.add(word, value));
        trie
    }

    fn add(&mut self, word: &str, value: T) {
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (Some(a), Some(b)) => set(&mut self.pairs, pair(a, b)),
            (Some(a), None) => set(&mut self.singles, single(a)),
            _ => return,
        }
        let mut node = 0;
        for c in word.chars() {
            let free = self.values.len() as u32;
            node = *self.next.entry((node, c)).or_insert(free);
            if node == free {
                self.values.push(Vec::new());
            }
        }
        self.values[node as usize].push(value);
    }

    /// Gives each word at each place of `text` to `each` with its first byte, the byte after it and its values, the
    /// shorter of those at one place first. What `each` returns is where to go on; anything before the next character
    /// is that.
    pub(crate) fn walk(&self, text: &str, mut each: impl FnMut(usize, &[(usize, &[T])]) -> usize) {
        let (mut free_from, mut here) = (0, Vec::new());
        let mut chars = text.char_indices();
        let mut next = chars.next();
        while let Some((at, a)) = next.filter(|_| free_from < text.len()) {
            next = chars.next();
            // After the last stands a character that no word has.
            let b = next.map_or('\0', |(_, b)| b);
            if at < free_from || !(has(&self.pairs, pair(a, b)) || has(&self.singles, single(a))) {
                continue;
            }
            here.clear();
            self.words_at(text, at, &mut here);
            if !here.is_empty() {
                free_from = each(at, &here);
            }
        }
    }

    /// Where the first word of `text` begins and ends; of several at one place the longest.
    pub(crate) fn first_in(&self, text: &str) -> Option<(usize, usize)> {
        let mut first = None;
        self.walk(text, |start, words| {
            first = words.last().map(|&(end, _)| (start, end));
            text.len()
        });
        first
    }

    fn words_at<'t>(&'t self, text: &str, at: usize, out: &mut Vec<(usize, &'t [T])>) {
        let mut node = 0;
        for (i, c) in text[at..].char_indices() {
            let Some(&next) = self.next.get(&(node, c)) else { break };
            node = next;
            let values = &self.values[node as usize];
            if !values.is_empty() {
                out.push((at + i + c.len_utf8(), values));
            }
        }
    }
}

/// Where each of some words found in a text stands in it: the word's number and its first byte, word by word. As with
/// [`str::match_indices`], no word overlaps itself.
pub(crate) fn occurrences(text: &str, words: &[&str]) -> Vec<(usize, usize)> {
    if words.len() <= FEW {
        let each = |(n, word): (usize, &&str)| text.match_indices(*word).map(|(at, _)| (n, at)).collect::<Vec<_>>();
        return words.iter().enumerate().flat_map(each).collect();
    }
    let trie = Trie::new(words.iter().enumerate().map(|(n, word)| (*word, n)));
    let mut free_from = vec![0; words.len()];
    let mut out = Vec::new();
    trie.walk(text, |start, found| {
        for &n in found.iter().flat_map(|(_, numbers)| *numbers) {
            if free_from[n] <= start {
                free_from[n] = start + words[n].len();
                out.push((n, start));
            }
        }
        0
    });
    out.sort_unstable();
    out
}

/// Up to so many words, looking for each by itself costs less than a table.
const FEW: usize = 4;

fn pair(a: char, b: char) -> usize {
    ((a as usize * 37) ^ ((b as usize) << 3)) % PAIRS
}

fn single(c: char) -> usize {
    c as usize % SINGLES
}

fn set(bits: &mut [u64], key: usize) {
    bits[key / 64] |= 1 << (key % 64);
}

fn has(bits: &[u64], key: usize) -> bool {
    bits[key / 64] >> (key % 64) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, go_on: fn(usize) -> usize) -> Vec<(usize, usize, u8)> {
        let trie = Trie::new([("增长", 1), ("增长率", 2), ("长", 3), ("长", 4)].into_iter());
        let mut out = Vec::new();
        trie.walk(text, |start, words| {
            out.extend(words.iter().flat_map(|&(end, values)| values.iter().map(move |&v| (start, end, v))));
            go_on(words.last().map_or(0, |&(end, _)| end))
        });
        out
    }

    #[test]
    fn every_word_at_every_place_is_given_the_shorter_first() {
        assert_eq!(found("增长率", |_| 0), [(0, 6, 1), (0, 9, 2), (3, 6, 3), (3, 6, 4)]);
    }

    #[test]
    fn many_words_are_found_as_few_are() {
        let words = ["哈哈", "江海动力", "江海", "望潮", "云汀", "岚桥"];
        let text = "哈哈哈哈哈，江海动力与江海，云汀";
        let each = |n: usize| text.match_indices(words[n]).map(move |(at, _)| (n, at));
        assert_eq!(occurrences(text, &words), (0..words.len()).flat_map(each).collect::<Vec<_>>());
        assert_eq!(occurrences(text, &words[..2]), (0..2).flat_map(each).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_passed_over_gives_none() {
        assert_eq!(found("增长率", |end| end), [(0, 6, 1), (0, 9, 2)]);
        assert_eq!(found("长", |end| end), [(0, 3, 3), (0, 3, 4)]);
        assert_eq!(found("增", |end| end), []);
    }
}
