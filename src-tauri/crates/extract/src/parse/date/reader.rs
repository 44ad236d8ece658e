//! Walking over a date: words with blanks between them allowed, numbers in figures and in Chinese numerals.

/// A place in a text.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub text: &'a str,
    pub at: usize,
}

/// A number of a date.
#[derive(Clone, Copy)]
pub(super) struct Count<'a> {
    pub value: i32,
    /// How many figures or numerals.
    pub signs: usize,
    /// Digits in a row, in figures or numerals: 2019, 一九; not 十九.
    pub row: bool,
    /// In figures.
    pub figures: bool,
    pub past: At<'a>,
}

impl<'a> At<'a> {
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub fn peek(self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    pub fn back(self) -> Option<char> {
        self.text.get(..self.at)?.chars().next_back()
    }

    pub fn step(self) -> Self {
        Self { at: self.at + self.peek().map_or(0, char::len_utf8), ..self }
    }

    /// Past a few blanks.
    pub fn skip(mut self) -> Self {
        for _ in 0..4 {
            match self.peek() {
                Some(' ' | '\u{3000}' | '\t' | '\u{a0}') => self = self.step(),
                _ => break,
            }
        }
        self
    }

    /// Past the first of `words` that stands here, blanks before it allowed.
    pub fn eat(self, words: &[&str]) -> Option<Self> {
        let here = self.skip();
        let rest = here.text.get(here.at..)?;
        words.iter().find(|word| rest.starts_with(**word)).map(|word| Self { at: here.at + word.len(), ..here })
    }

    /// Past the word if it stands here.
    pub fn maybe(self, words: &[&str]) -> Self {
        self.eat(words).unwrap_or(self)
    }

    /// A number of at most four figures or numerals.
    pub fn number(self) -> Option<Count<'a>> {
        let here = self.skip();
        here.figures().or_else(|| here.numerals())
    }

    fn figures(self) -> Option<Count<'a>> {
        let (mut place, mut value, mut signs) = (self, 0, 0);
        while let Some(d) = place.peek().and_then(figure) {
            if signs == 8 {
                return None;
            }
            (value, signs, place) = (value * 10 + d, signs + 1, place.step());
        }
        (signs > 0).then_some(Count { value, signs, row: true, figures: true, past: place })
    }

    fn numerals(self) -> Option<Count<'a>> {
        let (mut place, mut total, mut current, mut signs, mut row) = (self, 0, None, 0, true);
        while let Some(c) = place.peek() {
            match (numeral(c), scale(c)) {
                (Some(d), _) => {
                    current = Some(match current {
                        Some(n) if row => n * 10 + d,
                        Some(_) => break,
                        None => d,
                    })
                }
                (None, Some(scale)) => {
                    // 三三十: no number.
                    let times = current.take().unwrap_or(1);
                    if times > 9 {
                        return None;
                    }
                    (total, row) = (total + times * scale, false);
                }
                _ => break,
            }
            (signs, place) = (signs + 1, place.step());
            if signs > 6 {
                return None;
            }
        }
        let value = total + current.unwrap_or(0);
        (signs > 0).then_some(Count { value, signs, row, figures: false, past: place })
    }
}

/// A figure, full-width too.
pub(super) fn figure(c: char) -> Option<i32> {
    let c = if ('０'..='９').contains(&c) { char::from_u32(c as u32 - 0xfee0)? } else { c };
    c.to_digit(10).and_then(|d| i32::try_from(d).ok())
}

fn numeral(c: char) -> Option<i32> {
    const DIGITS: &str = "〇一二三四五六七八九";
    match c {
        '零' | '○' => Some(0),
        '两' => Some(2),
        _ => DIGITS.chars().position(|d| d == c).and_then(|d| i32::try_from(d).ok()),
    }
}

fn scale(c: char) -> Option<i32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        _ => None,
    }
}

/// Whether a number may begin or go on with this character.
pub(super) fn is_number(c: char) -> bool {
    figure(c).is_some() || numeral(c).is_some() || scale(c).is_some()
}
