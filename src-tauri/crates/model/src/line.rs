//! Words of a page without its column breaks: 28⏎⏎⏎⏎万美金 reads 28万美金.

/// Words on one line: a column break goes, and leaves a space only between two Latin words.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut broken = false;
    for c in text.chars() {
        if c.is_whitespace() {
            broken = true;
            continue;
        }
        let latin = |c: char| c.is_ascii_alphanumeric();
        if broken && latin(c) && out.chars().next_back().is_some_and(latin) {
            out.push(' ');
        }
        broken = false;
        out.push(c);
    }
    out
}
