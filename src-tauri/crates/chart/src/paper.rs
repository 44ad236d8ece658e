//! Sheets of paper: A4, A3, a 16:9 slide or any size in millimetres, upright or sideways, with margins, header and
//! footer. What stands on them is [`crate::page`]'s.

/// Millimetres in an inch.
pub(crate) const MM_PER_INCH: f64 = 25.4;

/// A sheet of paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Millimetres across.
    pub width: f64,
    /// Millimetres down.
    pub height: f64,
    /// Millimetres left free on every side.
    pub margin: f64,
    /// Printed small at the top of every page.
    pub header: String,
    /// Printed small at the bottom, before the page number.
    pub footer: String,
    /// Who it is by, in the document's properties.
    pub author: String,
    /// Whether it is drawn in greys that a black-and-white printer keeps apart.
    pub grey: bool,
}

impl Paper {
    /// 210 × 297 mm.
    #[must_use]
    pub fn a4(landscape: bool) -> Self {
        Self::sized(210.0, 297.0).turned(landscape)
    }

    /// 297 × 420 mm.
    #[must_use]
    pub fn a3(landscape: bool) -> Self {
        Self::sized(297.0, 420.0).turned(landscape)
    }

    /// A slide of 16:9, as wide as slide programs have it: 338.7 × 190.5 mm.
    #[must_use]
    pub fn slide() -> Self {
        Self::sized(40.0 / 3.0 * MM_PER_INCH, 7.5 * MM_PER_INCH)
    }

    /// Any size in millimetres, with margins in proportion.
    #[must_use]
    pub fn sized(width: f64, height: f64) -> Self {
        let margin = (width.min(height) * 18.0 / 210.0).clamp(4.0, 24.0);
        let (header, footer, author) = (String::new(), String::new(), String::new());
        Self { width, height, margin, header, footer, author, grey: false }
    }

    /// `A4`, `A3`, `16:9` or `180x120mm`, as its name has it: A4 and A3 upright, a slide sideways.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.trim().to_ascii_uppercase().as_str() {
            "A4" => Some(Self::a4(false)),
            "A3" => Some(Self::a3(false)),
            "16:9" | "16：9" => Some(Self::slide()),
            other => millimetres(other).map(|(width, height)| Self::sized(width, height)),
        }
    }

    /// The same sheet sideways, or upright.
    #[must_use]
    pub fn turned(self, landscape: bool) -> Self {
        let (short, long) = (self.width.min(self.height), self.width.max(self.height));
        let (width, height) = if landscape { (long, short) } else { (short, long) };
        Self { width, height, ..self }
    }
}

/// `180X120MM`: a business card to a poster.
fn millimetres(name: &str) -> Option<(f64, f64)> {
    let name = name.strip_suffix("MM").unwrap_or(name);
    let (width, height) = name.split_once(['X', '×', '*'])?;
    let length = |text: &str| text.trim().trim_end_matches("MM").trim().parse::<f64>().ok();
    let fits = |v: &f64| (50.0..=2000.0).contains(v);
    Some((length(width).filter(fits)?, length(height).filter(fits)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_known_by_name_and_by_size() {
        let size = |name: &str| Paper::named(name).map(|p| (p.width.round(), p.height.round()));
        assert_eq!(size("a4"), Some((210.0, 297.0)));
        assert_eq!(size("A3"), Some((297.0, 420.0)));
        assert_eq!(size("16:9"), Some((339.0, 191.0)));
        for name in ["180x120mm", "180×120", "180 x 120 mm", "180mm*120mm"] {
            assert_eq!(size(name), Some((180.0, 120.0)), "{name}");
        }
        for name in ["", "A", "letterpress", "10x10mm", "9000x10", "NaNxNaN", "x"] {
            assert_eq!(size(name), None, "{name}");
        }
    }

    #[test]
    fn a_sheet_turns_whichever_way_it_lay() {
        let slide = Paper::slide().turned(false);
        assert!(slide.width < slide.height);
        assert_eq!(slide.turned(true), Paper::slide());
    }
}
