//! The numerals of dates: 2023, ２０２３, 二〇二三, 十二, 12.

/// A numeral with the offset after it and how many digits it has.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub value: u32,
    pub digits: usize,
    pub end: usize,
}

#[inline]
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The offset after blanks that may stand inside a date: 民國 100 年.
pub(super) fn skip_blank(text: &str, mut at: usize) -> usize {
    for _ in 0..3 {
        match char_at(text, at) {
            Some(c @ (' ' | '\u{3000}' | '\t' | '\u{a0}')) => at += c.len_utf8(),
            _ => break,
        }
    }
    at
}

/// The offset after `word`, if it stands at `at`.
#[inline]
pub(super) fn eat(text: &str, at: usize, word: &str) -> Option<usize> {
    let (here, word) = (text.as_bytes().get(at..)?, word.as_bytes());
    // Nearly every word fails at its first character, whose last two bytes tell most characters apart.
    if word.len() > 2 && (here.len() < word.len() || here[2] != word[2] || here[1] != word[1]) {
        return None;
    }
    here.starts_with(word).then_some(at + word.len())
}

/// The offset after 年, its compatibility twin included.
pub(super) fn eat_year(text: &str, at: usize) -> Option<usize> {
    eat_any(text, at, &["年", "\u{f98e}"])
}

/// The offset after the first of `words` that stands at `at`; longer words go first in the list.
#[inline]
pub(super) fn eat_any(text: &str, at: usize, words: &[&str]) -> Option<usize> {
    words.iter().find_map(|word| eat(text, at, word))
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn arabic_digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| ('０'..='９').contains(&c).then(|| c as u32 - '０' as u32))
}

fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' | 'Ｏ' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Whether a numeral may begin with `c`.
pub(super) fn is_numeral(c: char) -> bool {
    is_digit(c) || c == '十' || han_digit(c).is_some()
}

/// One to four Arabic digits; a longer run is no part of a date.
pub(super) fn arabic(text: &str, at: usize) -> Option<Number> {
    let mut number = Number { value: 0, digits: 0, end: at };
    for c in text.get(at..)?.chars() {
        let Some(digit) = arabic_digit(c) else { break };
        if number.digits == 4 {
            return None;
        }
        number = Number { value: number.value * 10 + digit, digits: number.digits + 1, end: number.end + c.len_utf8() };
    }
    (number.digits > 0).then_some(number)
}

/// Four Chinese digits of a year: 二〇二三.
pub(super) fn han_year(text: &str, at: usize) -> Option<Number> {
    let mut number = Number { value: 0, digits: 0, end: at };
    for c in text.get(at..)?.chars().take(4) {
        let digit = han_digit(c)?;
        number = Number { value: number.value * 10 + digit, digits: number.digits + 1, end: number.end + c.len_utf8() };
    }
    (number.digits == 4).then_some(number)
}

/// A Chinese numeral of 1 to 99: 十二, 三十一.
fn han(text: &str, at: usize) -> Option<Number> {
    let mut chars = text.get(at..)?.chars().peekable();
    let mut end = at;
    let mut value = 0;
    let mut digits = 0;
    while let Some(&c) = chars.peek() {
        match (c, han_digit(c)) {
            ('十', _) if digits < 2 => value = value.max(1) * 10,
            (_, Some(digit)) if digits == 0 || value % 10 == 0 && value > 0 => value += digit,
            _ => break,
        }
        digits += 1;
        end += c.len_utf8();
        chars.next();
        if digits == 3 {
            break;
        }
    }
    (value > 0).then_some(Number { value, digits, end })
}

/// A month, day, quarter or count: 8, 08, 八, 十二.
pub(super) fn small(text: &str, at: usize) -> Option<Number> {
    arabic(text, at).filter(|n| n.digits <= 2).or_else(|| han(text, at)).filter(|n| n.value > 0)
}
