//! A drawing as pixels, by resvg with the bundled fonts alone; its resolution and title stand in the file.

use crate::{Drawing, Error, font};
use png::{ColorType, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

const MM_PER_METRE: f64 = 1000.0;

/// Reads a drawing's SVG with the bundled fonts.
pub(crate) fn tree(svg: &str) -> Result<Tree, Error> {
    let options = Options {
        fontdb: font::database(),
        font_family: "Tidemark Sans".to_owned(),
        languages: vec!["zh-CN".to_owned()],
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|e| Error::Drawing(e.to_string()))
}

/// The drawing as PNG, `scale` pixels to one of its own: 2 for sharp screens.
///
/// # Errors
/// Where the picture is too large to hold.
pub fn png(drawing: &Drawing, scale: f64) -> Result<Vec<u8>, Error> {
    png_at(drawing, scale * drawing.per_inch)
}

/// The drawing as PNG at a resolution: 96 for a screen, 300 for print. The resolution stands in the file, so that a
/// layout program places the picture at its own size.
///
/// # Errors
/// Where the picture is too large to hold.
pub fn png_at(drawing: &Drawing, dpi: f64) -> Result<Vec<u8>, Error> {
    let pixels = |v: f64| (v * dpi / drawing.per_inch).round().clamp(1.0, 100_000.0) as u32;
    let (width, height) = (pixels(drawing.size.0), pixels(drawing.size.1));
    let fail = |reason: String| Error::Png { width, height, reason };
    if f64::from(width) * f64::from(height) > 4e8 {
        return Err(fail("more than 400 million pixels".to_owned()));
    }
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| fail("no such size".to_owned()))?;
    pixmap.fill(Color::WHITE);
    let tree = tree(&drawing.svg)?;
    let scale = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, Transform::from_scale(scale.0, scale.1), &mut pixmap.as_mut());
    encode(drawing, &pixmap, dpi).map_err(|e| fail(e.to_string()))
}

fn encode(drawing: &Drawing, pixmap: &Pixmap, dpi: f64) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    let per_metre = (dpi * MM_PER_METRE / crate::paper::MM_PER_INCH).round().max(1.0) as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    for (name, text) in
        [("Title", &drawing.title), ("Description", &drawing.subtitle), ("Software", &"Tidemark 潮位".to_owned())]
    {
        encoder.add_itxt_chunk(name.to_owned(), text.clone())?;
    }
    // Every picture has its ground: no pixel lets anything through.
    let opaque = pixmap.data().chunks_exact(4).map(|p| [p[0], p[1], p[2]]);
    let is_grey = opaque.clone().all(|[r, g, b]| r == g && g == b);
    encoder.set_color(if is_grey { ColorType::Grayscale } else { ColorType::Rgb });
    let data: Vec<u8> = if is_grey { opaque.map(|p| p[0]).collect() } else { opaque.flatten().collect() };
    encoder.write_header()?.write_image_data(&data)?;
    Ok(bytes)
}
