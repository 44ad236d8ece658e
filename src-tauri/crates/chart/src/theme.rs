//! Colours, light and dark: one table, held to its contrasts by a test.

/// An sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    const fn hex(rgb: u32) -> Self {
        Self((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// WCAG contrast, 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// Which of the two tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// For paper and bright rooms.
    #[default]
    Light,
    /// For dark windows; never printed.
    Dark,
    /// For black-and-white printers: greys that stay apart.
    Grey,
}

/// A series' colour by name, as definitions give it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Series {
    /// 潮蓝
    #[default]
    Tide,
    /// 青
    Teal,
    /// 赭
    Ochre,
    /// 紫
    Plum,
    /// 灰
    Slate,
}

impl Series {
    /// In the order in which they stand side by side: neighbours stay apart for every kind of colour blindness.
    pub(crate) const SIDE_BY_SIDE: [Self; 5] = [Self::Tide, Self::Slate, Self::Plum, Self::Teal, Self::Ochre];
}

/// Every colour a chart uses.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    pub card: Colour,
    pub rule: Colour,
    pub ink: Colour,
    pub second: Colour,
    pub third: Colour,
    pub seal: Colour,
    /// Words on a solid fill.
    pub on_fill: Colour,
    fills: [Colour; 5],
    washes: [Colour; 5],
}

const LIGHT: Palette = Palette {
    card: Colour::hex(0xFF_FF_FF),
    rule: Colour::hex(0xE6_E1_D8),
    ink: Colour::hex(0x1B_24_30),
    second: Colour::hex(0x56_60_6D),
    third: Colour::hex(0x6A_73_80),
    seal: Colour::hex(0xC2_45_2D),
    on_fill: Colour::hex(0xFF_FF_FF),
    fills: [
        Colour::hex(0x12_60_8C),
        Colour::hex(0x2A_74_6A),
        Colour::hex(0xA8_74_12),
        Colour::hex(0x7A_4E_86),
        Colour::hex(0x5F_6B_79),
    ],
    washes: [
        Colour::hex(0xE6_F0_F5),
        Colour::hex(0xE6_F2_F0),
        Colour::hex(0xF8_F0_DF),
        Colour::hex(0xF2_EA_F4),
        Colour::hex(0xED_EF_F1),
    ],
};

const DARK: Palette = Palette {
    card: Colour::hex(0x1E_24_2C),
    rule: Colour::hex(0x3A_42_4D),
    ink: Colour::hex(0xEC_E7_DD),
    second: Colour::hex(0xB4_B9_C1),
    third: Colour::hex(0x8E_96_A2),
    seal: Colour::hex(0xF0_8A_72),
    on_fill: Colour::hex(0x15_19_1F),
    fills: [
        Colour::hex(0x6F_B1_D6),
        Colour::hex(0x58_B8_A6),
        Colour::hex(0xE0_AC_4A),
        Colour::hex(0xB8_92_C6),
        Colour::hex(0xA3_AF_BE),
    ],
    washes: [
        Colour::hex(0x26_38_47),
        Colour::hex(0x24_3B_3B),
        Colour::hex(0x40_37_27),
        Colour::hex(0x39_31_42),
        Colour::hex(0x30_37_41),
    ],
};

/// Fills at least twelve steps of lightness apart from each other; what needs attention is black.
const GREY: Palette = Palette {
    card: Colour::hex(0xFF_FF_FF),
    rule: Colour::hex(0xC8_C8_C8),
    ink: Colour::hex(0x1A_1A_1A),
    second: Colour::hex(0x50_50_50),
    third: Colour::hex(0x68_68_68),
    seal: Colour::hex(0x00_00_00),
    on_fill: Colour::hex(0xFF_FF_FF),
    fills: [
        Colour::hex(0x4A_4A_4A),
        Colour::hex(0x70_70_70),
        Colour::hex(0x90_90_90),
        Colour::hex(0x2A_2A_2A),
        Colour::hex(0x5C_5C_5C),
    ],
    washes: [
        Colour::hex(0xE4_E4_E4),
        Colour::hex(0xEC_EC_EC),
        Colour::hex(0xF2_F2_F2),
        Colour::hex(0xE0_E0_E0),
        Colour::hex(0xE8_E8_E8),
    ],
};

impl Palette {
    pub(crate) fn of(theme: Theme) -> Self {
        match theme {
            Theme::Light => LIGHT,
            Theme::Dark => DARK,
            Theme::Grey => GREY,
        }
    }

    pub(crate) fn fill(&self, series: Series) -> Colour {
        self.fills[series as usize]
    }

    pub(crate) fn wash(&self, series: Series) -> Colour {
        self.washes[series as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_fills_stand_out_in_both_themes() {
        for palette in [LIGHT, DARK, GREY] {
            for text in [palette.ink, palette.second, palette.third, palette.seal] {
                assert!(text.contrast(palette.card) >= 4.5, "{text:?} on {:?}", palette.card);
            }
            for fill in palette.fills {
                assert!(fill.contrast(palette.card) >= 3.0, "{fill:?} on the card");
                assert!(palette.on_fill.contrast(fill) >= 3.0, "words on {fill:?}");
            }
            for wash in palette.washes {
                assert!(palette.ink.contrast(wash) >= 4.5, "ink on {wash:?}");
            }
        }
    }

    #[test]
    fn words_on_the_fills_that_carry_words_are_readable() {
        for palette in [LIGHT, DARK, GREY] {
            for series in [Series::Tide, Series::Teal] {
                assert!(palette.on_fill.contrast(palette.fill(series)) >= 4.5, "{series:?}");
            }
        }
    }

    #[test]
    fn greys_stay_apart_from_each_other_and_from_every_wash() {
        for (at, fill) in GREY.fills.iter().enumerate() {
            assert!(fill.0 == fill.1 && fill.1 == fill.2, "{fill:?} is no grey");
            for other in &GREY.fills[..at] {
                assert!(fill.0.abs_diff(other.0) >= 0x12, "{fill:?} and {other:?}");
            }
            assert!(GREY.washes.iter().all(|wash| wash.contrast(*fill) >= 2.4), "{fill:?}");
        }
    }
}
