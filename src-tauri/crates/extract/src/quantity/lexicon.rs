//! The words of `data/lexicon/units.toml`, ready to be looked up: 平方公里, 家次, 签约 (no 约), 三位一体.

use super::AmountKind;
use super::cursor::{Cursor, Near};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;
use tidemark_model::{Decimal, Qualifier};

const UNITS: &str = include_str!("../../../../../data/lexicon/units.toml");

/// A map from first characters: the keys are few and plain, so one multiplication spreads them well enough.
type ByChar<T> = HashMap<char, T, BuildHasherDefault<CharHasher>>;

#[derive(Default)]
struct CharHasher(u64);

impl Hasher for CharHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = (self.0 ^ u64::from(value)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }
}

/// A table that does not parse is found by this crate's tests; it cannot depend on any text.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(UNITS).unwrap_or_default());

#[derive(Deserialize)]
struct File {
    unit: Vec<UnitRow>,
    counters: Words,
    counted: HashMap<String, String>,
    time: HashMap<String, Vec<String>>,
    names: HashMap<String, Vec<String>>,
    class: HashMap<String, Vec<String>>,
    idioms: Words,
    guards: Words,
    qualifier: QualifierRows,
    after: HashMap<String, Vec<String>>,
    money: HashMap<String, Vec<String>>,
    unitless: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct UnitRow {
    base: String,
    factor: Option<String>,
    kind: Option<String>,
    spelled: Vec<String>,
}

#[derive(Deserialize)]
struct Words {
    words: String,
}

#[derive(Deserialize)]
struct QualifierRows {
    about: Vec<String>,
    below: Vec<String>,
    above: Vec<String>,
    big: Vec<String>,
    guard: HashMap<String, String>,
}

/// What a unit's word means.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// A base unit, how many of them, and the kind.
    Unit { base: String, factor: Decimal, kind: AmountKind, counter: bool },
    /// A date, duration, age or clock time.
    Time(&'static str),
}

#[derive(Debug)]
struct Entry {
    text: String,
    word: Vec<char>,
    meaning: Meaning,
}

/// A qualifier before a number.
#[derive(Debug)]
pub(super) struct Before {
    pub word: String,
    pub qualifier: Qualifier,
    pub guard: String,
    /// Only before hundreds and up.
    pub big: bool,
}

/// All words the quantity stage knows.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    units: ByChar<Vec<Entry>>,
    guards: ByFirst,
    idioms: ByFirst,
    names: ByFirst,
    /// By last character, longest first.
    before: ByChar<Vec<Before>>,
    /// By first character, longest first.
    after: ByChar<Vec<(String, Qualifier)>>,
    pub money: Vec<String>,
    /// Before a number of days or hours that is itself what is measured: 利用小时数, 优良天数.
    pub measured_time: Vec<String>,
    /// What is measured by a number that has no unit: 指数, 容积率.
    pub unitless: Vec<String>,
    class_nouns: ByFirst,
    pub class_tails: Vec<String>,
    pub class_bare: Vec<String>,
    counters: HashSet<String>,
}

/// 餐饮业1742家次之: the second in size, not a count of visits; 100万人次之多 is one.
fn is_runner_up(word: &[char], past: Cursor<'_>) -> bool {
    word.len() > 1
        && word.last() == Some(&'次')
        && past.eat("之").is_some_and(|past| past.skip_blanks().peek().is_none_or(super::cursor::is_mark))
}

/// A unit found in a text.
#[derive(Clone, Debug)]
pub(super) struct Found<'a> {
    pub end: usize,
    pub meaning: &'a Meaning,
    pub word: &'a str,
}

type ByFirst = ByChar<Vec<Vec<char>>>;

fn by_first<'w>(words: impl Iterator<Item = &'w str>) -> ByFirst {
    let mut map = ByFirst::default();
    for word in words {
        let chars: Vec<char> = word.chars().collect();
        if let Some(&first) = chars.first() {
            map.entry(first).or_default().push(chars);
        }
    }
    for list in map.values_mut() {
        list.sort_by_key(|word| std::cmp::Reverse(word.len()));
        list.dedup();
    }
    map
}

fn all<'m>(map: &'m HashMap<String, Vec<String>>, key: &str) -> impl Iterator<Item = &'m String> {
    map.get(key).into_iter().flatten()
}

impl Lexicon {
    fn read(text: &str) -> Option<Self> {
        let file: File = toml::from_str(text).ok()?;
        let mut lexicon = Self {
            guards: by_first(file.guards.words.split_whitespace()),
            idioms: by_first(file.idioms.words.split_whitespace()),
            names: by_first(all(&file.names, "after").map(String::as_str)),
            class_nouns: by_first(all(&file.class, "nouns").map(String::as_str)),
            class_tails: all(&file.class, "tails").cloned().collect(),
            class_bare: all(&file.class, "bare").cloned().collect(),
            money: all(&file.money, "words").cloned().collect(),
            measured_time: all(&file.time, "measured").cloned().collect(),
            unitless: all(&file.unitless, "nouns").cloned().collect(),
            ..Self::default()
        };
        lexicon.add_units(&file);
        lexicon.add_qualifiers(&file);
        Some(lexicon)
    }

    fn add_units(&mut self, file: &File) {
        for row in &file.unit {
            let factor = row.factor.as_deref().and_then(|text| text.parse().ok()).unwrap_or(Decimal::ONE);
            let kind = match row.kind.as_deref() {
                Some("percent") => AmountKind::Percent,
                Some("points") => AmountKind::Points,
                Some("times") => AmountKind::Times,
                _ => AmountKind::Quantity,
            };
            for word in &row.spelled {
                self.add(word, Meaning::Unit { base: row.base.clone(), factor, kind, counter: false });
            }
        }
        for word in file.counters.words.split_whitespace() {
            let base = file.counted.get(word).map_or(word, String::as_str).to_string();
            self.add(word, Meaning::Unit { base, factor: Decimal::ONE, kind: AmountKind::Quantity, counter: true });
            self.counters.insert(word.to_string());
        }
        for (key, why) in [("date", "date"), ("duration", "duration"), ("age", "age"), ("clock", "clock")] {
            for word in all(&file.time, key) {
                self.add(word, Meaning::Time(why));
            }
        }
        for list in self.units.values_mut() {
            list.sort_by_key(|entry| std::cmp::Reverse(entry.word.len()));
        }
    }

    fn add(&mut self, word: &str, meaning: Meaning) {
        let word: Vec<char> = word.chars().collect();
        if let Some(&first) = word.first() {
            let list = self.units.entry(first).or_default();
            if !list.iter().any(|entry| entry.word == word) {
                list.push(Entry { text: word.iter().collect(), word, meaning });
            }
        }
    }

    fn add_qualifiers(&mut self, file: &File) {
        let rows = &file.qualifier;
        for (words, qualifier) in
            [(&rows.about, Qualifier::About), (&rows.below, Qualifier::Below), (&rows.above, Qualifier::Above)]
        {
            for word in words {
                self.add_before(word, qualifier, rows, false);
            }
        }
        for word in &rows.big {
            self.add_before(word, Qualifier::Above, rows, true);
        }
        for list in self.before.values_mut() {
            list.sort_by_key(|row| std::cmp::Reverse(row.word.chars().count()));
        }
        for (key, qualifier) in [("about", Qualifier::About), ("above", Qualifier::Above), ("below", Qualifier::Below)]
        {
            for word in all(&file.after, key) {
                if let Some(first) = word.chars().next() {
                    self.after.entry(first).or_default().push((word.clone(), qualifier));
                }
            }
        }
        for list in self.after.values_mut() {
            list.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        }
    }

    fn add_before(&mut self, word: &str, qualifier: Qualifier, rows: &QualifierRows, big: bool) {
        let known = |list: &Vec<Before>| list.iter().any(|row| row.word == word);
        if let Some(last) = word.chars().next_back() {
            let list = self.before.entry(last).or_default();
            if !known(list) {
                let guard = rows.guard.get(word).cloned().unwrap_or_default();
                list.push(Before { word: word.to_string(), qualifier, guard, big });
            }
        }
    }

    /// The longest unit, counter or time word at `at`; none where a longer plain word stands there (支持, 人才).
    pub fn unit_at(&self, at: Cursor<'_>) -> Option<Found<'_>> {
        let first = at.peek()?;
        let list = self.units.get(&first)?;
        let rest = Rest::behind(at);
        let guard = self.guard_at(first, &rest);
        for entry in list {
            if entry.word.len() >= guard.max(1)
                && (entry.word.len() > guard || guard == 0)
                && let Some(end) = rest.matches(&entry.word)
                && !is_runner_up(&entry.word, Cursor::new(at.text, end))
            {
                return Some(Found { end, meaning: &entry.meaning, word: &entry.text });
            }
        }
        None
    }

    /// The longest unit at `at` with blanks allowed between its characters.
    pub fn unit_loose(&self, at: Cursor<'_>) -> Option<Found<'_>> {
        let list = self.units.get(&at.peek()?)?;
        list.iter().filter(|entry| entry.word.len() > 1).find_map(|entry| {
            at.eat_loose(&entry.text).map(|past| Found { end: past.at, meaning: &entry.meaning, word: &entry.text })
        })
    }

    /// How many characters the plain word at `at` has that only begins like a unit.
    fn guard_at(&self, first: char, rest: &Rest<'_>) -> usize {
        let Some(list) = self.guards.get(&first) else { return 0 };
        list.iter().find(|word| rest.matches(word).is_some()).map_or(0, Vec::len)
    }

    /// Whether a set phrase starts at `at`; its end.
    pub fn idiom_at(&self, at: Cursor<'_>) -> Option<usize> {
        first_match(&self.idioms, at)
    }

    /// Whether a word stands at `at` that makes the unitless number before it a name; its end.
    pub fn name_tail_at(&self, at: Cursor<'_>) -> Option<usize> {
        first_match(&self.names, at)
    }

    /// Whether a noun that a threshold may define stands at `at`.
    pub fn class_noun_at(&self, at: Cursor<'_>) -> bool {
        first_match(&self.class_nouns, at).is_some()
    }

    /// Whether `word` counts things one by one, so that a fraction of it makes no sense.
    pub fn is_counter(&self, word: &str) -> bool {
        self.counters.contains(word)
    }

    /// The qualifier whose word ends right before the number, `skip` characters off.
    pub fn before(&self, near: &Near, skip: usize, big: bool) -> Option<&Before> {
        let list = self.before.get(&near.get(skip)?)?;
        list.iter().find(|row| {
            let guarded = || near.get(skip + row.word.chars().count()).is_some_and(|c| row.guard.contains(c));
            (big || !row.big) && near.tails(skip, &row.word) && !guarded()
        })
    }

    /// The qualifier right after an amount, and how long its word is.
    pub fn after(&self, near: &Near) -> Option<(&str, Qualifier)> {
        let list = self.after.get(&near.get(0)?)?;
        list.iter().find(|(word, _)| near.leads(0, word)).map(|(word, qualifier)| (word.as_str(), *qualifier))
    }
}

fn first_match(map: &ByFirst, at: Cursor<'_>) -> Option<usize> {
    let list = map.get(&at.peek()?)?;
    let rest = Rest::behind(at);
    list.iter().find_map(|word| rest.matches(word))
}

/// The text behind a first character that is known to agree, with the second looked at once for all words.
struct Rest<'a> {
    at: Cursor<'a>,
    second: Option<char>,
}

impl<'a> Rest<'a> {
    fn behind(first: Cursor<'a>) -> Self {
        let at = first.step();
        Self { at, second: at.skip_hidden().peek() }
    }

    /// Where `word` ends, if the rest of it stands here.
    fn matches(&self, word: &[char]) -> Option<usize> {
        let Some(&second) = word.get(1) else { return Some(self.at.at) };
        if self.second != Some(second) {
            return None;
        }
        let mut at = self.at.skip_hidden().step();
        for &want in &word[2..] {
            at = at.skip_hidden();
            if at.peek()? != want {
                return None;
            }
            at = at.step();
        }
        Some(at.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_parses() {
        let parsed: Result<File, _> = toml::from_str(UNITS);
        assert!(parsed.is_ok(), "{:?}", parsed.err());
        assert!(LEXICON.is_counter("家次"));
    }
}
