//! A brief as PDF: set in pieces, flowed onto pages, drawn; words selectable, charts with their figures attached.

use super::flow::{Leaf, Measure, Piece, pages};
use super::lines::{Line, Setting, lines};
use super::{Block, Brief, Run, sheet};
use crate::backend::text_element;
use crate::font::{ASCENT, Face};
use crate::page::points;
use crate::scene::Anchor;
use crate::spec::ChartSpec;
use crate::tagged::{self, Element, Role, Tagged};
use crate::text::wrap_evenly;
use crate::theme::{Colour, Palette, Theme};
use crate::words::Language;
use crate::{Error, pdf as paper};
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
    let mut told = Tagged::new();
    let mut outline = Outline::new();
    for (at, leaf) in leaves.iter().enumerate() {
        told.page(&set.page(leaf, at + 1)?, (points(sheet::PAPER.0), points(sheet::PAPER.1)))?;
        for placed in &leaf.pieces {
            if let Some(title) = &set.parts[placed.piece].bookmark {
                outline.push_child(paper::bookmark(title, at, sheet::corner().1 + placed.top));
            }
        }
    }
    let mut document = told.finish(Language::Chinese);
    brief.charts().enumerate().for_each(|(at, chart)| paper::attach(&mut document, chart, at + 1));
    document.set_outline(outline);
    let author = if brief.author.is_empty() { paper::PROGRAM } else { &brief.author };
    let properties = paper::properties(&brief.title, author, Language::Chinese).description(brief.basis.clone());
    document.set_metadata(properties.keywords(brief.keywords()).creation_date(paper::date_time(brief.drawn_on)));
    paper::finish(document)
}

/// Between the numbers of two parts, for all that a chart has.
const NUMBERS: usize = 16;

/// What a piece shows.
enum Shown {
    /// A line of a paragraph that has a number.
    Line(Line, Setting, Role, usize),
    /// What has its left top at that of the piece.
    Picture(Vec<Element>),
    /// A chart, drawn at the height that its page leaves it, and the number of its first element.
    Chart(Box<ChartSpec>, Theme, usize),
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
                let setting = sheet::heading(&self.palette);
                self.paragraph(
                    &[Run::plain(text.clone())],
                    setting,
                    (Role::Heading(2, text.clone()), sheet::BODY * 0.45),
                );
                // With the first two lines of what follows.
                self.parts[first..].iter_mut().for_each(|part| part.piece.with_next = 2);
                self.parts[first].bookmark = Some(text.clone());
            }
            Block::Text(runs) => self.paragraph(runs, sheet::body(&self.palette), (Role::Text, 0.0)),
            Block::Chart(chart, runs) => {
                let number = self.parts.len() * NUMBERS;
                self.parts.push(picture(chart, theme, number));
                self.paragraph(runs, sheet::caption(&self.palette), (Role::Text, sheet::BODY * 0.3));
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, runs: &[Run], setting: Setting, (role, above): (Role, f64)) {
        let (lines, number) = (lines(runs, &setting), self.parts.len() * NUMBERS);
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.into_iter().enumerate() {
            let above = if at == 0 { above } else { 0.0 };
            // The first line does not stay behind alone, nor does the last go on alone.
            let with_next = usize::from(at < last && (at == 0 || at + 1 == last));
            let piece =
                Piece { height: setting.pitch, least: setting.pitch, above, notes: line.notes.clone(), with_next };
            self.parts.push(Part { piece, shown: Shown::Line(line, setting, role.clone(), number), bookmark: None });
        }
    }

    fn page(&self, leaf: &Leaf, number: usize) -> Result<Vec<Element>, Error> {
        let (left, top) = sheet::corner();
        let mut found = Vec::new();
        for placed in &leaf.pieces {
            let y = top + placed.top;
            match &self.parts[placed.piece].shown {
                Shown::Line(line, setting, role, of) => {
                    let svg = line.svg((left, baseline(y, setting)), setting.colour)? + "\n";
                    found.push(Element { role: role.clone(), of: *of, svg });
                }
                Shown::Picture(elements) => found.extend(elements.iter().map(|element| element.at((left, y)))),
                Shown::Chart(chart, theme, number) => {
                    let drawing = sheet::chart(chart, *theme, placed.height)?;
                    let elements = tagged::elements(&drawing, 3, *number);
                    found.extend(elements.iter().map(|element| element.at((left, y))));
                }
            }
        }
        found.extend(self.foot(leaf)?);
        let svg = sheet::page_number(number, self.palette.ink)?;
        found.push(Element { role: Role::PageNumber, of: usize::MAX, svg });
        Ok(found)
    }

    /// The footnotes, their last line at the bottom of the type area.
    fn foot(&self, leaf: &Leaf) -> Result<Vec<Element>, Error> {
        let own = leaf.notes.iter().filter_map(|&n| Some((n, self.notes.get(n - 1)?)));
        let own: Vec<(usize, &Line)> = own.flat_map(|(n, lines)| lines.iter().map(move |line| (n, line))).collect();
        if own.is_empty() {
            return Ok(Vec::new());
        }
        let (left, top) = sheet::corner();
        let (width, height) = sheet::area();
        let mut y = top + height - own.len() as f64 * self.note.pitch;
        let line = rule((left, left + width / 3.0), y - NOTE_RULE * 0.35, (self.palette.third, 0.5));
        let mut found = vec![Element { role: Role::Ornament, of: usize::MAX, svg: line }];
        for (n, line) in own {
            let svg = line.svg((left, baseline(y, &self.note)), self.note.colour)? + "\n";
            found.push(Element { role: Role::Note, of: self.parts.len() * NUMBERS + n, svg });
            y += self.note.pitch;
        }
        Ok(found)
    }
}

/// A line across.
fn rule((from, to): (f64, f64), y: f64, (colour, width): (Colour, f64)) -> String {
    let Colour(r, g, b) = colour;
    format!("<path d=\"M{from:.2} {y:.2}L{to:.2} {y:.2}\" stroke=\"#{r:02X}{g:02X}{b:02X}\" stroke-width=\"{width}\"/>")
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
    let (mut svg, mut below) = (String::new(), String::new());
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
        let words = (Face::Sans, small, anchor);
        below.push_str(&text_element(text, (x, y + small * ASCENT), words, palette.second, false)?);
    }
    y += small * 1.55;
    let line = rule((0.0, width), y, (palette.seal, 1.4));
    let shown = [(Role::Heading(1, title.clone()), svg), (Role::Text, below), (Role::Ornament, line)];
    let shown = shown.into_iter().enumerate().map(|(of, (role, svg))| Element { role, of, svg }).collect();
    let height = y + sheet::pitch() * 0.35;
    let piece = Piece { height, least: height, above: 0.0, notes: Vec::new(), with_next: 2 };
    Ok(Part { piece, shown: Shown::Picture(shown), bookmark: None })
}

fn picture(chart: &ChartSpec, theme: Theme, number: usize) -> Part {
    let (least, height) = sheet::heights(chart, theme);
    let shown = Shown::Chart(Box::new(chart.clone()), theme, number);
    let piece = Piece { height, least, above: sheet::pitch() * 0.5, notes: Vec::new(), with_next: 1 };
    Part { piece, shown, bookmark: Some(chart.title.clone()) }
}
