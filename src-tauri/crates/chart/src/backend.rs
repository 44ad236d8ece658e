//! The project's own drawing backend for plotters: writes SVG with presentation attributes only, a group per mark,
//! and measures words in the bundled fonts.
//!
//! plotters counts in whole units; one of its units here is a tenth of a pixel.

use crate::Error;
use crate::font::{ASCENT, Face};
use crate::scene::{Anchor, MarkGroup};
use crate::theme::Colour;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::fmt::Write;

/// Units of plotters in a pixel.
pub(crate) const UNITS: f64 = 10.0;

type Drawn = Result<(), DrawingErrorKind<Error>>;

/// Writes SVG into a string.
pub(crate) struct SvgBackend<'a> {
    out: &'a mut String,
    size: (u32, u32),
    dash: Option<(f64, f64)>,
    /// Whether words are drawn as the shapes of their characters.
    outline: bool,
}

impl<'a> SvgBackend<'a> {
    /// A backend for a picture of `size` pixels that appends to `out`.
    pub(crate) fn new(out: &'a mut String, size: (f64, f64)) -> Self {
        let size = ((size.0 * UNITS).round() as u32, (size.1 * UNITS).round() as u32);
        Self { out, size, dash: None, outline: false }
    }

    /// Draws words as the shapes of their characters, for programs that do not have the fonts.
    pub(crate) fn outlined(self, outline: bool) -> Self {
        Self { outline, ..self }
    }

    /// Dashes for the next outlines, in pixels; plotters' styles have none.
    pub(crate) fn set_dash(&mut self, dash: Option<(f64, f64)>) {
        self.dash = dash;
    }

    /// Starts a mark: a group a reader can reach by keyboard and a program by its observations.
    pub(crate) fn open_mark(&mut self, mark: &MarkGroup) {
        let ids: Vec<_> = mark.observations.iter().map(i64::to_string).collect();
        let _ = write!(
            self.out,
            r#"<g class="mark" role="graphics-symbol" tabindex="0" data-observations="{}" data-kind="{}" aria-label="{}"><title>{}</title>"#,
            ids.join(" "),
            mark.kind,
            escape(&mark.title),
            escape(&mark.title)
        );
        if !mark.description.is_empty() {
            let _ = write!(self.out, "<desc>{}</desc>", escape(&mark.description));
        }
    }

    /// Ends it.
    pub(crate) fn close_mark(&mut self) {
        self.out.push_str("</g>\n");
    }

    fn paint<S: BackendStyle>(&self, style: &S, fill: bool) -> String {
        let colour = hex(style.color());
        if fill {
            return format!(r#"fill="{colour}""#);
        }
        let dash = self.dash.map(|(on, off)| format!(r#" stroke-dasharray="{on} {off}""#)).unwrap_or_default();
        format!(r#"fill="none" stroke="{colour}" stroke-width="{}"{dash}"#, px(style.stroke_width() as i32))
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        let (x, y) = (px(point.0), px(point.1));
        let _ = write!(self.out, r#"<rect x="{x}" y="{y}" width="0.1" height="0.1" fill="{}"/>"#, hex(colour));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        let paint = self.paint(style, false);
        let (a, b, c, d) = (px(from.0), px(from.1), px(to.0), px(to.1));
        let _ = write!(self.out, r#"<path d="M{a} {b}L{c} {d}" {paint}/>"#);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        let paint = self.paint(style, fill);
        let (x, y, width, height) = (px(a.0), px(a.1), px((b.0 - a.0).max(0)), px((b.1 - a.1).max(0)));
        let _ = write!(self.out, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" {paint}/>"#);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let paint = self.paint(style, false);
        let _ = write!(self.out, r#"<path d="{}" {paint} stroke-linejoin="round"/>"#, data(path));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let paint = self.paint(style, fill);
        let (x, y, r) = (px(centre.0), px(centre.1), px(radius as i32));
        let _ = write!(self.out, r#"<circle cx="{x}" cy="{y}" r="{r}" {paint}/>"#);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        let paint = self.paint(style, true);
        let _ = write!(self.out, r#"<path d="{}Z" {paint}/>"#, data(points));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let face = face_of(style);
        let size = style.size() / UNITS;
        let below = match style.anchor().v_pos {
            VPos::Top => ASCENT,
            VPos::Center => ASCENT - 0.5,
            VPos::Bottom => ASCENT - 1.0,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let at = (f64::from(at.0) / UNITS, f64::from(at.1) / UNITS + below * size);
        let (r, g, b) = style.color().rgb;
        let words = text_element(text, at, (face, size, anchor), Colour(r, g, b), self.outline);
        self.out.push_str(&words.map_err(DrawingErrorKind::DrawingError)?);
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Error>> {
        Ok((face_of(style).width(text, style.size()).ceil() as u32, style.size().ceil() as u32))
    }
}

/// Words on a baseline: as text, or as the shapes of their characters.
pub(crate) fn text_element(
    text: &str,
    (x, y): (f64, f64),
    (face, size, anchor): (Face, f64, Anchor),
    colour: Colour,
    outline: bool,
) -> Result<String, Error> {
    face.check(text)?;
    let fill = format!("#{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2);
    if outline {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - face.width(text, size) / 2.0,
            Anchor::End => x - face.width(text, size),
        };
        return Ok(format!(r#"<path d="{}" fill="{fill}"/>"#, face.outline(text, (left, y), size)));
    }
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
        Anchor::End => r#" text-anchor="end""#,
    };
    let serif = if face.family() == "Tidemark Serif" { r#" font-family="Tidemark Serif""# } else { "" };
    let weight = if face.bold() { r#" font-weight="700""# } else { "" };
    let (x, y, size) = (rounded(x), rounded(y), rounded(size));
    let text = escape(text);
    Ok(format!(r#"<text x="{x}" y="{y}" font-size="{size}"{serif}{weight}{anchor} fill="{fill}">{text}</text>"#))
}

fn face_of<T: BackendTextStyle>(style: &T) -> Face {
    Face::of(style.family().as_str(), matches!(style.style(), FontStyle::Bold))
}

fn data(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let step = |(i, (x, y)): (usize, BackendCoord)| format!("{}{} {}", if i == 0 { "M" } else { "L" }, px(x), px(y));
    points.into_iter().enumerate().map(step).collect()
}

/// Tenths as pixels: 123 is 12.3.
fn px(units: i32) -> String {
    rounded(f64::from(units) / UNITS)
}

/// With one decimal at the most.
pub(crate) fn rounded(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    // Adding zero turns −0 into 0.
    format!("{}", tenths + 0.0)
}

fn hex(colour: BackendColor) -> String {
    let (r, g, b) = colour.rgb;
    format!("#{r:02X}{g:02X}{b:02X}")
}

/// Text as XML; what XML cannot hold is left out.
pub(crate) fn escape(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
        out
    })
}
