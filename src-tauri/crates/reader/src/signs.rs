//! Which sign may end a sentence, begin a line or stand last on one, in Chinese print.

/// 。！？… and their ASCII likes; a full stop of ASCII ends no sentence (3.5).
pub(crate) fn stops(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '…' | '!' | '?' | '｡')
}

/// Quotes and brackets that may follow a stop.
pub(crate) fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '）' | ')' | '】' | '》' | '〉' | '］' | '"')
}

/// Signs that never start a line: the line before goes on.
pub(crate) fn never_first(c: char) -> bool {
    (closes(c) && c != '"')
        || matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '％' | '‰' | '%' | ',' | ';' | ':')
}

/// Signs that something must follow.
pub(crate) fn never_last(c: char) -> bool {
    matches!(c, '，' | ',' | '、' | '“' | '‘' | '「' | '『' | '（' | '(' | '《' | '〈' | '【' | '—' | '～' | '~')
}

/// A Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{323AF}' | '〇')
}

/// The value of a digit, full-width ones too.
pub(crate) fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => c.to_digit(10),
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}')
}

/// Without the white space around it; `&nbsp;` counts as white space.
pub(crate) fn trim(words: &str) -> &str {
    let mut text = trim_start(words);
    loop {
        let cut = text.trim_end_matches(is_space);
        let cut = cut.strip_suffix("&nbsp;").unwrap_or(cut);
        if cut.len() == text.len() {
            return text;
        }
        text = cut;
    }
}

/// Without the white space before it.
pub(crate) fn trim_start(words: &str) -> &str {
    let mut text = words;
    loop {
        let cut = text.trim_start_matches(is_space);
        let cut = cut.strip_prefix("&nbsp;").unwrap_or(cut);
        if cut.len() == text.len() {
            return text;
        }
        text = cut;
    }
}
