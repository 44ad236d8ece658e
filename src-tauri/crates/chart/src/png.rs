//! A drawing as pixels, by resvg with the bundled fonts alone.

use crate::{Drawing, Error, font};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Reads a drawing's SVG with the bundled fonts.
pub(crate) fn tree(drawing: &Drawing) -> Result<Tree, Error> {
    let options = Options {
        fontdb: font::database(),
        font_family: "Tidemark Sans".to_owned(),
        languages: vec!["zh-CN".to_owned()],
        ..Options::default()
    };
    Tree::from_str(&drawing.svg, &options).map_err(|e| Error::Drawing(e.to_string()))
}

/// The drawing as PNG, `scale` pixels to one of its own: 2 for sharp screens, 300 ÷ 96 for 300 dpi.
///
/// # Errors
/// Where the picture is too large to hold.
pub fn png(drawing: &Drawing, scale: f64) -> Result<Vec<u8>, Error> {
    let pixels = |v: f64| (v * scale).round().clamp(1.0, 100_000.0) as u32;
    let (width, height) = (pixels(drawing.size.0), pixels(drawing.size.1));
    let fail = |reason: String| Error::Png { width, height, reason };
    if f64::from(width) * f64::from(height) > 4e8 {
        return Err(fail("more than 400 million pixels".to_owned()));
    }
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| fail("no such size".to_owned()))?;
    let tree = tree(drawing)?;
    resvg::render(&tree, Transform::from_scale(scale as f32, scale as f32), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|e| fail(e.to_string()))
}
