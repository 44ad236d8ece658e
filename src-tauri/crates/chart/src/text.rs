//! Breaking words into lines that fit: between any two Chinese characters, never inside a number or a Latin word,
//! no closing punctuation at the start of a line and no opening one at its end.

use crate::font::Face;

const NOT_FIRST: &str = "，。、；：？！％%‰℃》〉」』】〕）)］]｝}”’…—–·,.;:?!①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const NOT_LAST: &str = "《〈「『【〔（(［[｛{“‘";

/// Lines no wider than `width`; a single unit wider than that is broken by force.
pub(crate) fn wrap(text: &str, face: Face, size: f64, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for unit in units(text) {
        place(&unit, &mut lines, &|words| face.width(words.trim_end(), size) <= width);
    }
    lines.iter().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect()
}

fn place(unit: &str, lines: &mut Vec<String>, fits: &dyn Fn(&str) -> bool) {
    let last = lines.last().map_or("", String::as_str);
    let joined = format!("{last}{unit}");
    if last.is_empty() && !fits(unit) {
        force(unit, lines, fits);
    } else if fits(&joined) {
        lines.pop();
        lines.push(joined);
    } else {
        lines.push(String::new());
        place(unit.trim_start(), lines, fits);
    }
}

fn force(unit: &str, lines: &mut Vec<String>, fits: &dyn Fn(&str) -> bool) {
    for c in unit.chars() {
        let last = lines.last().map_or("", String::as_str);
        let joined = format!("{last}{c}");
        if !last.is_empty() && !fits(&joined) {
            lines.push(c.to_string());
        } else {
            lines.pop();
            lines.push(joined);
        }
    }
}

/// As many lines as [`wrap`] needs, but of about the same length, so that no line holds a lone character.
pub(crate) fn wrap_evenly(text: &str, face: Face, size: f64, width: f64) -> Vec<String> {
    let lines = wrap(text, face, size, width);
    if lines.len() < 2 {
        return lines;
    }
    let (mut narrow, mut wide) = (width / 2.0, width);
    for _ in 0..12 {
        let middle = f64::midpoint(narrow, wide);
        if wrap(text, face, size, middle).len() <= lines.len() { wide = middle } else { narrow = middle }
    }
    wrap(text, face, size, wide)
}

/// At most `most` lines; what does not fit ends in an ellipsis.
pub(crate) fn clip(mut lines: Vec<String>, most: usize, face: Face, size: f64, width: f64) -> Vec<String> {
    if lines.len() > most.max(1) {
        lines.truncate(most.max(1));
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && face.width(&format!("{last}…"), size) > width {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

/// Whether a line may end between what stands before and the next character.
pub(crate) fn may_break(before: &str, next: char) -> bool {
    !joins(before, next)
}

/// Pieces between which a line may end.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for c in text.chars() {
        match units.last_mut() {
            Some(unit) if joins(unit, c) => unit.push(c),
            _ => units.push(c.to_string()),
        }
    }
    units
}

fn joins(unit: &str, next: char) -> bool {
    let Some(last) = unit.chars().last() else { return false };
    if next == ' ' {
        return true;
    }
    // A sum stays together: 1294.2 ÷ 35.5%.
    let before = unit.trim_end().chars().last();
    if last == ' ' && (is_sign(next) || before.is_some_and(is_sign)) {
        return true;
    }
    NOT_FIRST.contains(next) || NOT_LAST.contains(last) || is_latin(last) && is_latin(next)
}

fn is_sign(c: char) -> bool {
    matches!(c, '÷' | '×' | '−' | '+' | '=')
}

/// Characters of numbers and Latin words, which stay together.
fn is_latin(c: char) -> bool {
    c.is_ascii_graphic() || matches!(c, '−' | '–' | '≈' | '≥' | '≤' | 'À'..='ÿ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn em(text: &str, ems: f64) -> Vec<String> {
        wrap(text, Face::Sans, 10.0, ems * 10.0)
    }

    #[test]
    fn no_line_starts_with_closing_or_ends_with_opening_punctuation() {
        let text = "澄江区（含“云台产业园”等），规模以上工业总产值：1294.2亿元，《江城日报》报道。";
        for ems in 4..30 {
            for line in em(text, f64::from(ems)) {
                assert!(!NOT_FIRST.contains(line.chars().next().expect("words")) || line.len() < 4, "{line}");
                assert!(!NOT_LAST.contains(line.chars().last().expect("words")), "{line}");
            }
        }
    }

    #[test]
    fn numbers_stay_whole_where_they_fit() {
        assert!(em("总产值1294.2亿元", 5.2).contains(&"1294.2亿元".to_owned()));
    }

    #[test]
    fn lines_fit_and_lose_nothing() {
        let text = "国家级专精特新“小巨人”企业与省级重点企业研究院ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for ems in 1..40 {
            let lines = em(text, f64::from(ems) + 0.1);
            assert_eq!(lines.concat(), text);
            for line in lines {
                assert!(
                    Face::Sans.width(&line, 10.0) <= f64::from(ems) * 10.0 + 1.0 || line.chars().count() < 3,
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn even_lines_leave_no_orphan() {
        let lines = wrap_evenly("澄江区二〇二三年新增的科技企业与平台", Face::SerifBold, 10.0, 165.0);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].chars().count() >= 8, "{lines:?}");
    }
}
