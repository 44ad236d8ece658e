//! A brief as PDF: set in pieces, flowed onto pages, drawn; words selectable, charts with their figures attached.

use super::flow::{Leaf, Measure, Piece, pages};
use super::lines::{Line, Setting, lines};
use super::{Block, Brief, Run, sheet};
use crate::backend::text_element;
use crate::font::{ASCENT, Face};
use crate::page::points;
use crate::scene::Anchor;
use crate::spec::ChartSpec;
use crate::text::wrap_evenly;
use crate::theme::{Palette, Theme};
use crate::{Error, pdf as paper};
use krilla::Document;
use krilla::outline::Outline;

/// Above the footnotes: a line of a third of the width, with its space.
const NOTE_RULE: f64 = 14.0;

/// The brief as PDF.
///
/// # Errors
/// Where a chart cannot be drawn or the PDF not written.
pub fn pdf(brief: &Brief) -> Result<Vec<u8>, Error> {
    let set = Set::of(brief)?;
    let notes: Vec<f64> = set.notes.iter().map(|lines| lines.len() as f64 * set.note.pitch).collect();
    let measure = Measure { page: sheet::area().1, rule: NOTE_RULE, notes: &notes };
    let pieces: Vec<Piece> = set.parts.iter().map(|part| part.piece.clone()).collect();
    let leaves = pages(&pieces, &measure);
    let mut document = Document::new();
    let mut outline = Outline::new();
    for (at, leaf) in leaves.iter().enumerate() {
        let svg = set.page(leaf, at + 1)?;
        paper::add_page(&mut document, &svg, (points(sheet::PAPER.0), points(sheet::PAPER.1)))?;
        for placed in &leaf.pieces {
            if let Some(title) = &set.parts[placed.piece].bookmark {
                outline.push_child(paper::bookmark(title, at, sheet::corner().1 + placed.top));
            }
        }
    }
    brief.charts().enumerate().for_each(|(at, chart)| paper::attach(&mut document, chart, at + 1));
    document.set_outline(outline);
    let author = if brief.author.is_empty() { paper::PROGRAM } else { &brief.author };
    let properties = paper::properties(&brief.title, author).description(brief.basis.clone());
    document.set_metadata(properties.keywords(brief.keywords()).creation_date(paper::date_time(brief.drawn_on)));
    paper::finish(document)
}

/// What a piece shows.
enum Shown {
    Line(Line, Setting),
    /// SVG with its left top at that of the piece.
    Picture(String),
}

struct Part {
    piece: Piece,
    shown: Shown,
    bookmark: Option<String>,
}

/// A brief set in pieces that are not parted.
struct Set {
    palette: Palette,
    parts: Vec<Part>,
    note: Setting,
    /// The lines of each footnote.
    notes: Vec<Vec<Line>>,
}

impl Set {
    fn of(brief: &Brief) -> Result<Self, Error> {
        let theme = if brief.grey { Theme::Grey } else { Theme::Light };
        let palette = Palette::of(theme);
        let note = sheet::note(&palette);
        let numbered = brief.notes.iter().enumerate();
        let notes = numbered.map(|(at, text)| lines(&[Run::plain(format!("[{}] {text}", at + 1))], &note)).collect();
        let mut set = Self { palette, parts: vec![masthead(brief, &palette)?], note, notes };
        for block in &brief.blocks {
            set.add(block, theme)?;
        }
        Ok(set)
    }

    fn add(&mut self, block: &Block, theme: Theme) -> Result<(), Error> {
        match block {
            Block::Heading(text) => {
                let first = self.parts.len();
                self.paragraph(&[Run::plain(text.clone())], sheet::heading(&self.palette), sheet::BODY * 0.45);
                // With the first two lines of what follows.
                self.parts[first..].iter_mut().for_each(|part| part.piece.with_next = 2);
                self.parts[first].bookmark = Some(text.clone());
            }
            Block::Text(runs) => self.paragraph(runs, sheet::body(&self.palette), 0.0),
            Block::Chart(chart, runs) => {
                self.parts.push(picture(chart, theme)?);
                self.paragraph(runs, sheet::caption(&self.palette), sheet::BODY * 0.3);
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, runs: &[Run], setting: Setting, above: f64) {
        let lines = lines(runs, &setting);
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.into_iter().enumerate() {
            let above = if at == 0 { above } else { 0.0 };
            // The first line does not stay behind alone, nor does the last go on alone.
            let with_next = usize::from(at < last && (at == 0 || at + 1 == last));
            let piece = Piece { height: setting.pitch, above, notes: line.notes.clone(), with_next };
            self.parts.push(Part { piece, shown: Shown::Line(line, setting), bookmark: None });
        }
    }

    fn page(&self, leaf: &Leaf, number: usize) -> Result<String, Error> {
        let (left, top) = sheet::corner();
        let (width, height) = (points(sheet::PAPER.0), points(sheet::PAPER.1));
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.2}\" height=\"{height:.2}\" \
             viewBox=\"0 0 {width:.2} {height:.2}\" font-family=\"Tidemark Sans\" xml:lang=\"zh-CN\">\n"
        );
        for placed in &leaf.pieces {
            let y = top + placed.top;
            svg.push_str(&match &self.parts[placed.piece].shown {
                Shown::Line(line, setting) => line.svg((left, baseline(y, setting)), setting.colour)?,
                Shown::Picture(body) => format!("<g transform=\"translate({left:.2} {y:.2})\">{body}</g>"),
            });
            svg.push('\n');
        }
        svg.push_str(&self.foot(leaf)?);
        svg.push_str(&sheet::page_number(number, self.palette.ink)?);
        svg.push_str("</svg>\n");
        Ok(svg)
    }

    /// The footnotes, their last line at the bottom of the type area.
    fn foot(&self, leaf: &Leaf) -> Result<String, Error> {
        let own: Vec<&Line> = leaf.notes.iter().flat_map(|&n| self.notes.get(n - 1).into_iter().flatten()).collect();
        if own.is_empty() {
            return Ok(String::new());
        }
        let (left, top) = sheet::corner();
        let (width, height) = sheet::area();
        let mut y = top + height - own.len() as f64 * self.note.pitch;
        let rule = self.palette.third;
        let (from, to) = (y - NOTE_RULE * 0.35, left + width / 3.0);
        let mut svg = format!(
            "<path d=\"M{left:.2} {from:.2}L{to:.2} {from:.2}\" stroke=\"#{:02X}{:02X}{:02X}\" stroke-width=\"0.5\"/>\n",
            rule.0, rule.1, rule.2
        );
        for line in own {
            svg.push_str(&line.svg((left, baseline(y, &self.note)), self.note.colour)?);
            svg.push('\n');
            y += self.note.pitch;
        }
        Ok(svg)
    }
}

/// Of a line whose pitch begins at a height: the characters stand in the middle of it.
fn baseline(top: f64, setting: &Setting) -> f64 {
    top + (setting.pitch - setting.size) / 2.0 + setting.size * ASCENT
}

/// The title in the middle, below it what it rests on and its date, and a rule across.
fn masthead(brief: &Brief, palette: &Palette) -> Result<Part, Error> {
    let width = sheet::area().0;
    let title = super::printable(&brief.title);
    let rows = wrap_evenly(&title, Face::SerifBold, sheet::TITLE, width);
    let mut svg = String::new();
    let mut y = sheet::pitch() * 0.2;
    for row in &rows {
        let words = (Face::SerifBold, sheet::TITLE, Anchor::Middle);
        svg.push_str(&text_element(row, (width / 2.0, y + sheet::TITLE * ASCENT), words, palette.ink, false)?);
        y += sheet::TITLE * 1.5;
    }
    let small = 12.0;
    y += small * 0.7;
    let date = tidemark_model::Period::Day(brief.drawn_on).to_chinese();
    for (text, x, anchor) in [(&super::printable(&brief.basis), 0.0, Anchor::Start), (&date, width, Anchor::End)] {
        svg.push_str(&text_element(text, (x, y + small * ASCENT), (Face::Sans, small, anchor), palette.second, false)?);
    }
    y += small * 1.55;
    let seal = palette.seal;
    svg.push_str(&format!(
        "<path d=\"M0 {y:.2}L{width:.2} {y:.2}\" stroke=\"#{:02X}{:02X}{:02X}\" stroke-width=\"1.4\"/>",
        seal.0, seal.1, seal.2
    ));
    let piece = Piece { height: y + sheet::pitch() * 0.35, above: 0.0, notes: Vec::new(), with_next: 2 };
    Ok(Part { piece, shown: Shown::Picture(svg), bookmark: None })
}

fn picture(chart: &ChartSpec, theme: Theme) -> Result<Part, Error> {
    let drawing = sheet::chart(chart, theme)?;
    let (svg, height) = (drawing.svg, drawing.size.1);
    let body = svg.find("<title>").map_or("", |at| svg[at..].trim_end().trim_end_matches("</svg>")).to_owned();
    let piece = Piece { height, above: sheet::pitch() * 0.5, notes: Vec::new(), with_next: 1 };
    Ok(Part { piece, shown: Shown::Picture(body), bookmark: Some(chart.title.clone()) })
}
