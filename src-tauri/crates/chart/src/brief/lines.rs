//! Paragraphs of mixed faces broken into justified lines: no closing punctuation at the start of a line, numbers
//! whole, the mark of a footnote never parted from its figure.

use super::{Run, printable};
use crate::Error;
use crate::backend::text_element;
use crate::font::Face;
use crate::scene::Anchor;
use crate::text::may_break;
use crate::theme::Colour;

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub face: Face,
    /// What stands out.
    pub strong: Face,
    pub size: f64,
    /// From baseline to baseline.
    pub pitch: f64,
    pub width: f64,
    /// Of the first line, in ems.
    pub indent: f64,
    pub colour: Colour,
}

/// Ems a gap between two characters may be widened by; a line that needs more stays ragged.
const MOST_STRETCH: f64 = 0.2;

/// Characters of a figure that is not broken.
const LONGEST_FIGURE: usize = 14;

/// A character where it will stand.
#[derive(Clone, Debug)]
struct Glyph {
    c: char,
    face: Face,
    size: f64,
    /// Ems above the baseline: marks of footnotes.
    raised: bool,
    /// Whether a line may end before it.
    may_break: bool,
}

impl Glyph {
    fn width(&self) -> f64 {
        self.face.width(self.c.encode_utf8(&mut [0; 4]), self.size)
    }

    /// What takes part in justifying: Chinese characters and their punctuation.
    fn stretches(&self) -> bool {
        !self.raised && !self.c.is_ascii()
    }
}

/// A line of a paragraph with the footnotes it mentions.
#[derive(Clone, Debug)]
pub(super) struct Line {
    glyphs: Vec<Glyph>,
    /// Left of the first character.
    left: f64,
    /// Added after each Chinese character.
    stretch: f64,
    pub notes: Vec<usize>,
}

/// The lines of a paragraph.
pub(super) fn lines(runs: &[Run], setting: &Setting) -> Vec<Line> {
    let (glyphs, notes) = glyphs(runs, setting);
    let mut found: Vec<Line> = Vec::new();
    let mut start = 0;
    while start < glyphs.len() {
        let left = if found.is_empty() { setting.indent * setting.size } else { 0.0 };
        let end = end_of_line(&glyphs, start, setting.width - left);
        let mentioned = notes.iter().filter(|(at, _)| (start..end).contains(at)).map(|&(_, note)| note);
        let line = Line { glyphs: trimmed(&glyphs[start..end]), left, stretch: 0.0, notes: mentioned.collect() };
        found.push(if end < glyphs.len() { justified(line, setting) } else { line });
        start = end;
    }
    found
}

/// Every character with its face, and at which of them each footnote is mentioned.
fn glyphs(runs: &[Run], setting: &Setting) -> (Vec<Glyph>, Vec<(usize, usize)>) {
    let (mut glyphs, mut notes): (Vec<Glyph>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    let mut before = String::new();
    for run in runs {
        let face = if run.strong { setting.strong } else { setting.face };
        // A figure keeps its unit: 1196.5亿元 is never 1196.5亿 and 元.
        let is_whole = run.strong && run.text.chars().count() <= LONGEST_FIGURE;
        for (at, c) in printable(&run.text).chars().enumerate() {
            let face = if face.has(c) { face } else { Face::Sans };
            let may_break = !before.is_empty() && may_break(&before, c) && !(is_whole && at > 0);
            glyphs.push(Glyph { c, face, size: setting.size, raised: false, may_break });
            before.push(c);
            if may_break {
                before = c.to_string();
            }
        }
        for &note in &run.notes {
            notes.push((glyphs.len(), note));
            for c in format!("[{note}]").chars() {
                glyphs.push(Glyph { c, face: setting.face, size: setting.size * 0.58, raised: true, may_break: false });
            }
        }
    }
    (glyphs, notes)
}

/// Where the line that starts here ends: at the last break before it is full, else by force.
fn end_of_line(glyphs: &[Glyph], start: usize, width: f64) -> usize {
    let (mut used, mut last) = (0.0, None);
    for (at, glyph) in glyphs.iter().enumerate().skip(start) {
        if at > start && glyph.may_break {
            last = Some(at);
        }
        used += glyph.width();
        if used > width + 0.01 && glyph.c != ' ' && at > start {
            return last.unwrap_or(at);
        }
    }
    glyphs.len()
}

/// Without the blanks at its ends.
fn trimmed(glyphs: &[Glyph]) -> Vec<Glyph> {
    let from = glyphs.iter().position(|g| g.c != ' ').unwrap_or(0);
    let to = glyphs.iter().rposition(|g| g.c != ' ').map_or(0, |at| at + 1);
    glyphs.get(from..to).unwrap_or_default().to_vec()
}

/// Spread to the full width, unless that would tear it apart.
fn justified(line: Line, setting: &Setting) -> Line {
    let natural: f64 = line.glyphs.iter().map(Glyph::width).sum();
    let gaps = line.glyphs.iter().rev().skip(1).filter(|g| g.stretches()).count();
    let stretch = (setting.width - line.left - natural) / gaps.max(1) as f64;
    if gaps == 0 || stretch > setting.size * MOST_STRETCH { line } else { Line { stretch, ..line } }
}

impl Line {
    /// The line in SVG, its baseline at a height.
    pub fn svg(&self, (x, baseline): (f64, f64), colour: Colour) -> Result<String, Error> {
        let mut out = String::new();
        let mut x = x + self.left;
        let mut at = 0;
        while at < self.glyphs.len() {
            let first = &self.glyphs[at];
            let same = |g: &Glyph| {
                g.face == first.face
                    && g.raised == first.raised
                    && g.size == first.size
                    && g.stretches() == first.stretches()
            };
            let piece: Vec<&Glyph> = self.glyphs[at..].iter().take_while(|g| same(g)).collect();
            let text: String = piece.iter().map(|g| g.c).collect();
            let y = if first.raised { baseline - first.size * 0.62 } else { baseline };
            let words = text_element(&text, (x, y), (first.face, first.size, Anchor::Start), colour, false)?;
            let stretch = if first.stretches() { self.stretch } else { 0.0 };
            out.push_str(&spaced(&words, stretch));
            x += piece.iter().map(|g| g.width() + stretch).sum::<f64>();
            at += piece.len();
        }
        Ok(out)
    }
}

fn spaced(words: &str, stretch: f64) -> String {
    if stretch.abs() < 0.005 {
        return words.to_owned();
    }
    words.replacen("<text ", &format!("<text letter-spacing=\"{stretch:.3}\" "), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(width: f64) -> Setting {
        let colour = Colour(0, 0, 0);
        let (face, strong) = (Face::Serif, Face::SerifBold);
        Setting { face, strong, size: 16.0, pitch: 29.0, width, indent: 2.0, colour }
    }

    fn text(line: &Line) -> String {
        line.glyphs.iter().map(|g| g.c).collect()
    }

    #[test]
    fn a_figure_is_not_parted_from_its_footnote_and_no_line_starts_with_a_comma() {
        let runs = [
            Run::plain("澄江区规模以上工业总产值"),
            Run::figure("1294.2亿元", vec![1, 12]),
            Run::plain("，比上年多，占全市的"),
            Run::figure("35.5%", vec![3]),
            Run::plain("。"),
        ];
        for ems in 12..30 {
            let found = lines(&runs, &setting(f64::from(ems) * 16.0));
            let all: String = found.iter().map(text).collect();
            assert_eq!(all, "澄江区规模以上工业总产值1294.2亿元[1][12]，比上年多，占全市的35.5%[3]。");
            for line in &found {
                assert!(!text(line).starts_with(['，', '。', '[']), "{}", text(line));
            }
            let notes: Vec<_> = found.iter().flat_map(|line| line.notes.clone()).collect();
            assert_eq!(notes, [1, 12, 3]);
        }
    }

    #[test]
    fn lines_fill_their_width_but_the_last() {
        let runs = [Run::plain("澄江区去年全年规模以上工业总产值再上一个台阶，各园区竞相发展，势头良好。".repeat(3))];
        let found = lines(&runs, &setting(300.0));
        for line in &found[..found.len() - 1] {
            let stretched = line.glyphs.iter().rev().skip(1).filter(|g| g.stretches()).count() as f64 * line.stretch;
            let width: f64 = line.left + line.glyphs.iter().map(Glyph::width).sum::<f64>() + stretched;
            assert!((width - 300.0).abs() < 0.1, "{width}");
        }
    }

    #[test]
    fn what_no_font_has_is_marked_as_printers_do() {
        let found = lines(&[Run::plain("𪚥岭村")], &setting(300.0));
        assert_eq!(text(&found[0]), "〓岭村");
    }
}
