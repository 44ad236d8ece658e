//! The same sheet as PDF and as PNG is the same picture: rasterised by poppler and by resvg, pixel beside pixel.
//! Needs poppler-utils for the first; says so and passes where it is not installed.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod invented;

use invented::three_charts;
use std::path::PathBuf;
use std::process::Command;
use tidemark_chart::{Canvas, Manner, Paper, Theme, draw, draw_as, page, pdf, png_at};

const DPI: f64 = 60.0;

/// Width, height and one grey value a pixel.
struct Raster {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

fn read_png(bytes: &[u8]) -> (Raster, png::Info<'static>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut data).unwrap();
    let samples = frame.color_type.samples();
    let grey = data[..frame.buffer_size()]
        .chunks_exact(samples)
        .map(|p| (p[..samples.min(3)].iter().map(|&v| u32::from(v)).sum::<u32>() / samples.min(3) as u32) as u8);
    let raster = Raster { width: frame.width as usize, height: frame.height as usize, grey: grey.collect() };
    (raster, reader.info().clone())
}

/// A PDF's first page through poppler; nothing where that is not installed.
fn rasterised(pdf: &[u8], name: &str) -> Option<Raster> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (file, out) = (folder.join(format!("{name}.pdf")), folder.join(name));
    std::fs::write(&file, pdf).unwrap();
    let line = ["-singlefile", "-png", "-r", &DPI.to_string()].map(str::to_owned);
    match Command::new("pdftoppm").args(line).arg(&file).arg(&out).status() {
        Ok(status) if status.success() => Some(read_png(&std::fs::read(out.with_extension("png")).unwrap()).0),
        other => {
            eprintln!("pdftoppm did not run ({other:?}); install poppler-utils to run this test");
            None
        }
    }
}

impl Raster {
    /// Mean over a block of four by four pixels: renderers part company over edges, never over areas.
    fn block(&self, x: usize, y: usize) -> f64 {
        let cells = (0..16).filter_map(|n| self.grey.get((y * 4 + n / 4) * self.width + x * 4 + n % 4));
        cells.map(|&v| f64::from(v)).sum::<f64>() / 16.0
    }

    /// The share of blocks that differ by more than a sixth of black and white.
    fn difference(&self, other: &Self) -> f64 {
        let blocks = (self.width.min(other.width) / 4, self.height.min(other.height) / 4);
        let all = (0..blocks.1).flat_map(|y| (0..blocks.0).map(move |x| (x, y)));
        let apart = all.filter(|&(x, y)| (self.block(x, y) - other.block(x, y)).abs() > 42.0).count();
        apart as f64 / (blocks.0 * blocks.1) as f64
    }

    fn ink(&self) -> f64 {
        self.grey.iter().filter(|&&v| v < 200).count() as f64 / self.grey.len() as f64
    }
}

#[test]
fn pdf_and_png_of_a_sheet_are_the_same_picture() {
    for (at, chart) in three_charts().into_iter().enumerate() {
        for (name, paper) in [("a4", Paper::a4(false)), ("slide", Paper { grey: true, ..Paper::slide() })] {
            let drawing = page(&chart, &paper, Manner::default()).unwrap();
            let (own, _) = read_png(&png_at(&drawing, DPI).unwrap());
            let bytes = pdf(std::slice::from_ref(&chart), &paper).unwrap();
            let Some(printed) = rasterised(&bytes, &format!("raster-{at}-{name}")) else { return };
            assert!(own.width.abs_diff(printed.width) <= 1 && own.height.abs_diff(printed.height) <= 1);
            assert!(own.ink() > 0.005, "there is something to see");
            let difference = own.difference(&printed);
            assert!(difference < 0.004, "{} on {name}: {difference}", chart.title);
        }
    }
}

#[test]
fn outlined_words_are_the_words() {
    for chart in three_charts() {
        let canvas = Canvas::new(720.0, 480.0, Theme::Light).fitted(&chart);
        let words = draw(&chart, canvas).unwrap();
        let shapes = draw_as(&chart, canvas, Manner { outline: true, carry: false }).unwrap();
        assert!(!shapes.svg.contains("<text") && words.svg.contains("<text"));
        let read = |drawing| read_png(&png_at(drawing, 96.0).unwrap()).0;
        let difference = read(&words).difference(&read(&shapes));
        assert!(difference < 0.001, "{}: {difference}", chart.title);
    }
}

#[test]
fn a_png_says_its_resolution_and_a_grey_one_has_no_colour() {
    let chart = &three_charts()[0];
    for (dpi, per_metre) in [(96.0, 3780), (192.0, 7559), (300.0, 11811)] {
        let drawing = draw(chart, Canvas::new(400.0, 300.0, Theme::Light)).unwrap();
        let (raster, info) = read_png(&png_at(&drawing, dpi).unwrap());
        assert_eq!(raster.width, (400.0 * dpi / 96.0) as usize);
        assert_eq!(info.pixel_dims.unwrap().xppu, per_metre);
        assert_eq!(info.color_type, png::ColorType::Rgb);
    }
    let grey = draw(chart, Canvas::new(400.0, 300.0, Theme::Grey)).unwrap();
    assert_eq!(read_png(&png_at(&grey, 96.0).unwrap()).1.color_type, png::ColorType::Grayscale);
    assert!(!grey.svg.contains("红点"));
}

#[test]
fn a_picture_carries_its_figures_and_its_specification() {
    let chart = &three_charts()[0];
    let manner = Manner { outline: true, carry: true };
    let svg = draw_as(chart, Canvas::new(720.0, 480.0, Theme::Light), manner).unwrap().svg;
    let carried = svg.split_once("<metadata id=\"tidemark-chart\">").unwrap().1.split_once("</metadata>").unwrap().0;
    let json: serde_json::Value = serde_json::from_str(&carried.replace("&quot;", "\"")).unwrap();
    assert_eq!(json["chart"]["title"], chart.title.as_str());
    assert_eq!(json["chart"]["drawn_on"], "2024-03-25");
    assert_eq!(json["chart"]["table"].as_array().unwrap().len(), chart.table.len());
}
