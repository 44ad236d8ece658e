//! The palette as colour-blind eyes and black-and-white printers see it.
//!
//! Full dichromacy by the matrices of Machado, Oliveira and Fernandes (2009), in linear light; differences as ΔE*ab
//! (CIE 1976), where 2.3 is just noticeable.

use crate::theme::{Colour, Palette, Series, Theme};

type Matrix = [[f64; 3]; 3];

const PROTAN: Matrix =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
const DEUTAN: Matrix =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
const TRITAN: Matrix =
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]];
const NORMAL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const EYES: [(&str, Matrix); 4] = [("all", NORMAL), ("protan", PROTAN), ("deutan", DEUTAN), ("tritan", TRITAN)];
const SERIES: [Series; 5] = Series::SIDE_BY_SIDE;

fn linear(c: u8) -> f64 {
    let c = f64::from(c) / 255.0;
    if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
}

fn times(m: Matrix, v: [f64; 3]) -> [f64; 3] {
    m.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum())
}

/// L*, a*, b* of a colour as an eye sees it.
fn lab(colour: Colour, eye: Matrix) -> [f64; 3] {
    const XYZ: Matrix = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let seen = times(eye, [colour.0, colour.1, colour.2].map(linear)).map(|v| v.clamp(0.0, 1.0));
    let [x, y, z] = times(XYZ, seen);
    let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(f);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn apart(a: Colour, b: Colour, eye: Matrix) -> f64 {
    lab(a, eye).iter().zip(lab(b, eye)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn lightness(colour: Colour) -> f64 {
    lab(colour, NORMAL)[0]
}

#[test]
fn neighbours_stay_apart_for_every_eye() {
    for palette in [Theme::Light, Theme::Dark].map(Palette::of) {
        for (eye, matrix) in EYES {
            for pair in SERIES.windows(2) {
                let far = apart(palette.fill(pair[0]), palette.fill(pair[1]), matrix);
                assert!(far >= 10.0, "{pair:?} for {eye}: {far:.1}");
            }
            // Earlier periods in grey, the latest in the row's own colour.
            let far = apart(palette.fill(Series::Tide), palette.fill(Series::Slate), matrix);
            assert!(far >= 10.0, "periods of a group for {eye}: {far:.1}");
        }
    }
}

#[test]
fn what_needs_attention_is_told_from_every_series_by_every_eye() {
    for palette in [Theme::Light, Theme::Dark].map(Palette::of) {
        for (eye, matrix) in EYES {
            for series in SERIES {
                let far = apart(palette.seal, palette.fill(series), matrix);
                assert!(far >= 10.0, "{series:?} for {eye}: {far:.1}");
            }
        }
    }
}

#[test]
fn a_wash_is_told_from_its_fill_by_lightness_alone() {
    for palette in [Theme::Light, Theme::Dark, Theme::Grey].map(Palette::of) {
        for series in SERIES {
            let far = (lightness(palette.fill(series)) - lightness(palette.wash(series))).abs();
            assert!(far >= 25.0, "{series:?}: {far:.1}");
        }
    }
}

#[test]
fn greys_of_all_series_are_told_apart() {
    let palette = Palette::of(Theme::Grey);
    for (at, a) in SERIES.into_iter().enumerate() {
        for b in &SERIES[at + 1..] {
            let far = (lightness(palette.fill(a)) - lightness(palette.fill(*b))).abs();
            assert!(far >= 7.0, "{a:?} and {b:?}: {far:.1}");
        }
    }
}

#[test]
fn words_and_fills_have_the_contrast_that_charts_promise() {
    for palette in [Theme::Light, Theme::Dark, Theme::Grey].map(Palette::of) {
        for words in [palette.ink, palette.second, palette.third] {
            assert!(words.contrast(palette.card) >= 4.5, "{words:?}");
        }
        for series in SERIES {
            assert!(palette.fill(series).contrast(palette.card) >= 3.0, "{series:?}");
        }
    }
}
