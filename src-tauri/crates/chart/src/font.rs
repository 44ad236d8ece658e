//! The bundled fonts, and how wide words are in them.
//!
//! The files have no kerning and no substitutions, so the sum of the advances is what every renderer shows.

use crate::Error;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, OnceLock};
use ttf_parser::Face as Parsed;

static SANS: &[u8] = include_bytes!("../../../../data/fonts/TidemarkSans-Regular.otf");
static SANS_BOLD: &[u8] = include_bytes!("../../../../data/fonts/TidemarkSans-Bold.otf");
static SERIF_BOLD: &[u8] = include_bytes!("../../../../data/fonts/TidemarkSerif-Bold.otf");
static SERIF: &[u8] = include_bytes!("../../../../data/fonts/TidemarkSerif-Regular.otf");

/// From the top of a line to its baseline, in ems.
pub(crate) const ASCENT: f64 = 0.88;

/// Marks a character a face lacks, and one not looked up yet.
const MISSING: u16 = u16::MAX;
const UNKNOWN: u16 = u16::MAX - 1;

/// A bundled face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Everything that is neither title nor number.
    Sans,
    /// Names that stand out.
    SansBold,
    /// Titles and numbers.
    SerifBold,
    /// Running text of briefs. It has GB 2312 and the place table alone; what it lacks is set in [`Face::Sans`].
    Serif,
}

impl Face {
    /// The family as SVG and the web view name it.
    #[must_use]
    pub fn family(self) -> &'static str {
        match self {
            Self::Sans | Self::SansBold => "Tidemark Sans",
            Self::SerifBold | Self::Serif => "Tidemark Serif",
        }
    }

    /// Whether it is a bold face.
    #[must_use]
    pub fn bold(self) -> bool {
        matches!(self, Self::SansBold | Self::SerifBold)
    }

    pub(crate) fn of(family: &str, bold: bool) -> Self {
        match (family, bold) {
            ("Tidemark Serif", true) => Self::SerifBold,
            ("Tidemark Serif", false) => Self::Serif,
            (_, true) => Self::SansBold,
            (_, false) => Self::Sans,
        }
    }

    fn parsed(self) -> &'static Parsed<'static> {
        static FACES: [OnceLock<Parsed<'static>>; 4] = [const { OnceLock::new() }; 4];
        let (slot, bytes) = match self {
            Self::Sans => (&FACES[0], SANS),
            Self::SansBold => (&FACES[1], SANS_BOLD),
            Self::SerifBold => (&FACES[2], SERIF_BOLD),
            Self::Serif => (&FACES[3], SERIF),
        };
        slot.get_or_init(|| Parsed::parse(bytes, 0).expect("the bundled fonts are fonts; a test reads them"))
    }

    /// Advances of the basic plane's characters in thousandths of an em, as far as they were asked for: looking them
    /// up in the file once for each drawing would take longer than the drawing.
    fn known(self) -> &'static [AtomicU16] {
        static TABLES: [OnceLock<Vec<AtomicU16>>; 4] = [const { OnceLock::new() }; 4];
        TABLES[self as usize].get_or_init(|| (0..0x1_0000).map(|_| AtomicU16::new(UNKNOWN)).collect())
    }

    fn advance(self, c: char) -> Option<u16> {
        let known = self.known().get(c as usize);
        let advance = known.map_or(UNKNOWN, |a| a.load(Ordering::Relaxed));
        if advance != UNKNOWN {
            return Some(advance).filter(|&a| a != MISSING);
        }
        let face = self.parsed();
        let units = face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph));
        let per_mille = 1000.0 / f64::from(face.units_per_em());
        let found = units.map(|units| (f64::from(units) * per_mille).round() as u16);
        if let Some(slot) = known {
            slot.store(found.unwrap_or(MISSING), Ordering::Relaxed);
        }
        found
    }

    /// How wide the words are at a size, in the size's unit. A character that is missing counts as wide as a
    /// Chinese one; [`Face::check`] finds it.
    #[must_use]
    pub fn width(self, text: &str, size: f64) -> f64 {
        let mille: u32 = text.chars().map(|c| u32::from(self.advance(c).unwrap_or(1000))).sum();
        f64::from(mille) / 1000.0 * size
    }

    /// Whether the face has the character.
    pub(crate) fn has(self, c: char) -> bool {
        self.advance(c).is_some()
    }

    /// The shapes of the words as an SVG path, from a point on the baseline.
    pub(crate) fn outline(self, text: &str, (mut x, y): (f64, f64), size: f64) -> String {
        let face = self.parsed();
        let scale = size / f64::from(face.units_per_em());
        let mut path = Outline { data: String::new(), origin: (x, y), scale };
        for c in text.chars() {
            path.origin.0 = x;
            if let Some(glyph) = face.glyph_index(c) {
                face.outline_glyph(glyph, &mut path);
            }
            x += f64::from(self.advance(c).unwrap_or(1000)) / 1000.0 * size;
        }
        path.data
    }

    /// That the face has every character of the words.
    ///
    /// # Errors
    /// Names the first character it lacks.
    pub fn check(self, text: &str) -> Result<(), Error> {
        match text.chars().find(|&c| self.advance(c).is_none()) {
            Some(character) => Err(Error::MissingGlyph { character, text: text.to_owned() }),
            None => Ok(()),
        }
    }
}

/// Collects a glyph's outline as an SVG path.
struct Outline {
    data: String,
    origin: (f64, f64),
    scale: f64,
}

impl Outline {
    fn step(&mut self, command: char, points: &[(f32, f32)]) {
        self.data.push(command);
        for (at, (x, y)) in points.iter().enumerate() {
            let hundredths = |v: f64| (v * 100.0).round() / 100.0 + 0.0;
            let (x, y) = (self.origin.0 + f64::from(*x) * self.scale, self.origin.1 - f64::from(*y) * self.scale);
            let gap = if at > 0 { " " } else { "" };
            let _ = write!(self.data, "{gap}{} {}", hundredths(x), hundredths(y));
        }
    }
}

impl ttf_parser::OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}

/// The characters of the words that the bundled fonts cannot print, each once; to be asked when a page is imported,
/// not when it is printed.
#[must_use]
pub fn unprintable(text: &str) -> Vec<char> {
    let prints = |c: char| c.is_control() || (Face::Sans.has(c) && Face::SerifBold.has(c));
    text.chars().filter(|&c| !prints(c)).fold(Vec::new(), |mut found, c| {
        if !found.contains(&c) {
            found.push(c);
        }
        found
    })
}

/// That the bundled fonts can print the words; to be asked when a page is imported, not when it is printed.
///
/// # Errors
/// Names the first character no bundled font has.
pub fn check_text(text: &str) -> Result<(), Error> {
    [Face::Sans, Face::SerifBold].into_iter().try_for_each(|face| face.check(text))
}

/// The bundled fonts alone, for resvg and krilla.
pub(crate) fn database() -> Arc<resvg::usvg::fontdb::Database> {
    static DATABASE: OnceLock<Arc<resvg::usvg::fontdb::Database>> = OnceLock::new();
    let load = || {
        let mut database = resvg::usvg::fontdb::Database::new();
        for bytes in [SANS, SANS_BOLD, SERIF_BOLD, SERIF] {
            database.load_font_source(resvg::usvg::fontdb::Source::Binary(Arc::new(bytes)));
        }
        Arc::new(database)
    };
    Arc::clone(DATABASE.get_or_init(load))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_reads_and_has_what_charts_print() {
        let needed = "澄江区规模以上工业总产值 0123456789.,%‰℃㎡—–…“”《》①⑳㉑≈≥≤±÷×→亿元（），。：；、·約萬億";
        for face in [Face::Sans, Face::SansBold, Face::SerifBold, Face::Serif] {
            face.check(needed.trim_end_matches("約萬億")).expect("all there");
        }
    }

    #[test]
    fn digits_are_tabular() {
        for face in [Face::Sans, Face::SansBold, Face::SerifBold] {
            assert!("0123456789".chars().all(|c| face.width(&c.to_string(), 10.0) == face.width("0", 10.0)));
        }
    }

    #[test]
    fn a_missing_character_is_named() {
        let error = check_text("鿰𪚥村").expect_err("beyond the fonts").to_string();
        assert!(error.contains("U+"), "{error}");
    }
}
