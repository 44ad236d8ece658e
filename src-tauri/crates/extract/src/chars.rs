//! What a character is, quickly for those that make up a Chinese page: 产 is Han and a letter, ， is neither.

/// The common ideographs.
#[inline]
pub(crate) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// As [`char::is_alphabetic`].
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    is_han(c) || c.is_alphabetic()
}

/// As [`char::is_alphanumeric`].
#[inline]
pub(crate) fn is_word(c: char) -> bool {
    is_han(c) || c.is_alphanumeric()
}

/// Whether `c` is one of a few characters; for that many a search costs more than it saves.
#[inline]
pub(crate) fn among(c: char, few: &str) -> bool {
    few.chars().any(|other| other == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_answers_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert_eq!((is_letter(c), is_word(c)), (c.is_alphabetic(), c.is_alphanumeric()), "{c:?}");
        }
    }
}
