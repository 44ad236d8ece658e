//! Small lines, one for each place or item, all on one scale.

use super::line;
use super::{Area, Style};
use crate::font::Face;
use crate::scene::{Anchor, Scene};
use crate::spec::SmallLine;
use crate::text::{clip, wrap};

/// How many stand side by side: as many as leave room for a few periods' names and values.
fn across(lines: &[SmallLine], style: &Style, width: f64) -> usize {
    let count = lines.len();
    let periods = lines.iter().map(|small| small.line.periods.len()).max().unwrap_or(1);
    let least = style.text * (4.2 + 2.2 * periods.clamp(2, 6) as f64);
    let fit = (width / least).floor().max(1.0) as usize;
    let rows = count.div_ceil(fit.min(count).max(1));
    count.div_ceil(rows.max(1)).max(1)
}

fn rows(lines: &[SmallLine], style: &Style, width: f64) -> usize {
    lines.len().div_ceil(across(lines, style, width)).max(1)
}

pub(super) fn wanted(lines: &[SmallLine], style: &Style, width: f64) -> (f64, f64) {
    let rows = rows(lines, style, width) as f64;
    (rows * style.text * 9.0, rows * style.text * 14.0)
}

pub(super) fn layout(lines: &[SmallLine], style: &Style, area: Area, scene: &mut Scene) {
    let across = across(lines, style, area.width);
    let down = lines.len().div_ceil(across).max(1);
    let gap = style.text * 1.4;
    let width = (area.width - gap * (across - 1) as f64) / across as f64;
    let height = (area.height - gap * 0.6 * (down - 1) as f64) / down as f64;
    let ranges = lines.iter().map(|small| line::range(&small.line));
    let range = ranges.fold((0.0_f64, 0.0_f64), |all, one| (all.0.min(one.0), all.1.max(one.1)));
    // Smaller words where there are many; nothing is smaller than a footnote.
    let inner = Style { text: (style.text * 0.88).max(9.0), ..style.copy() };
    for (at, small) in lines.iter().enumerate() {
        let x = area.x + (at % across) as f64 * (width + gap);
        let y = area.y + (at / across) as f64 * (height + gap * 0.6);
        let face = if small.strong { Face::SansBold } else { Face::Sans };
        let name = clip(wrap(&small.label, face, style.text, width), 1, face, style.text, width);
        for line in name {
            scene.words(style.words(&line, (x, y), Anchor::Start, (face, style.text), style.palette.ink));
        }
        let top = style.text * 1.3;
        line::layout(&small.line, &inner, Area { x, y: y + top, width, height: height - top }, Some(range), scene);
    }
}
