//! A 100 % bar: the part solid with its words inside, what is left dashed, 0, 50 and 100 % below.

use super::mark::{self, number};
use super::{Area, Style};
use crate::font::Face;
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::spec::ShareBar;
use crate::theme::Series;
use crate::words::circled;
use tidemark_model::Qualifier;

pub(super) fn wanted(style: &Style) -> (f64, f64) {
    (style.text * 5.2, style.text * 8.6)
}

pub(super) fn layout(bar: &ShareBar, style: &Style, area: Area, scene: &mut Scene) {
    let (above, below) = (style.text * 1.5, style.small() * 1.9);
    let track = Area {
        y: area.y + above,
        height: (area.height - above - below).clamp(style.text * 1.4, style.text * 5.0),
        ..area
    };
    let at = |percent: f64| track.x + track.width * (percent / 100.0).clamp(0.0, 1.0);
    let split = at(number(bar.mark.value));
    let far = at(number(bar.mark.far()));
    rest(bar, style, track, far, scene);
    part(bar, style, track, (split, far), scene);
    for (percent, anchor) in [(0.0, Anchor::Start), (50.0, Anchor::Middle), (100.0, Anchor::End)] {
        let text = if percent == 100.0 { "100%".to_owned() } else { format!("{percent}") };
        let place = (at(percent), track.bottom() + style.text * 0.45);
        let stroke = Stroke::solid(style.palette.third, 1.0);
        scene.line((at(percent), track.bottom()), (at(percent), track.bottom() + style.text * 0.25), stroke);
        scene.words(style.words(&text, place, anchor, (Face::Sans, style.small()), style.palette.third));
    }
}

fn part(bar: &ShareBar, style: &Style, track: Area, (split, far): (f64, f64), scene: &mut Scene) {
    let (fill, wash) = (style.palette.fill(Series::Tide), style.palette.wash(Series::Tide));
    scene.push(Shape::Open(Box::new(mark::group(&bar.mark))));
    let rect = |x: f64, to: f64, fill, stroke| Shape::Rect {
        x,
        y: track.y,
        width: (to - x).max(0.8),
        height: track.height,
        fill: Some(fill),
        stroke,
    };
    scene.push(rect(track.x, split, fill, None));
    if far > split + 0.1 {
        scene.push(rect(split, far, wash, Some(Stroke::solid(fill, 1.0))));
    }
    let numbers: String = bar.mark.notes.iter().map(|&n| circled(n)).collect();
    let text = format!("{} {}{numbers}", bar.label, bar.mark.label);
    let size = (track.height * 0.36).clamp(style.text, style.text * 1.5);
    let width = Face::SerifBold.width(&text, size);
    let middle = track.y + track.height / 2.0;
    let arrow = style.text * 2.2;
    let inside = split - track.x >= width + arrow + 2.0 * style.text;
    let (at, colour) = if inside {
        ((track.x + style.text, middle - size * 0.52), style.palette.on_fill)
    } else {
        ((track.x, track.y - size * 1.25), style.palette.ink)
    };
    scene.words(style.words(&text, at, Anchor::Start, (Face::SerifBold, size), colour));
    let inward = if split - track.x > arrow + style.text { style.palette.on_fill } else { fill };
    qualify(bar, style, track, (split, far), inward, scene);
    scene.push(Shape::Close);
}

/// Whisker or arrow at the part's end, drawn inside it.
fn qualify(
    bar: &ShareBar,
    style: &Style,
    track: Area,
    (split, _): (f64, f64),
    colour: crate::theme::Colour,
    scene: &mut Scene,
) {
    let middle = track.y + track.height / 2.0;
    let (near, far) = (split - style.text * 0.5, split - style.text * 1.9);
    let head = style.text * 0.38;
    let stroke = Stroke::solid(colour, (style.text / 7.0).clamp(1.4, 2.4));
    let (tip, tail) = match bar.mark.qualifier {
        Qualifier::Above => (near, far),
        Qualifier::Below => (far, near),
        Qualifier::About => {
            let reach =
                |v: Option<tidemark_model::Decimal>| v.map(number).map_or(split, |p| track.x + track.width * p / 100.0);
            let least = mark::whisker_least(style);
            let (low, high) = (reach(bar.mark.low).min(split - least), reach(bar.mark.high).max(split + least));
            for (width, colour) in [(4.0, style.palette.card), (1.6, style.palette.ink)] {
                let stroke = Stroke::solid(colour, width);
                scene.line((low, middle), (high.min(track.right()), middle), stroke);
                for x in [low, high.min(track.right())] {
                    scene.line((x, middle - head), (x, middle + head), stroke);
                }
            }
            return;
        }
        Qualifier::Exact | Qualifier::Range => return,
    };
    let back = tip + (tail - tip).signum() * head * 1.3;
    scene.line((tail, middle), (back, middle), stroke);
    let points = vec![(tip, middle), (back, middle - head), (back, middle + head)];
    scene.push(Shape::Polygon { points, fill: colour });
}

fn rest(bar: &ShareBar, style: &Style, track: Area, from: f64, scene: &mut Scene) {
    let (fill, wash) = (style.palette.fill(Series::Tide), style.palette.wash(Series::Tide));
    scene.push(Shape::Open(Box::new(mark::group(&bar.rest))));
    let stroke = Stroke::dashed(fill, 1.0, (3.0, 2.0));
    scene.push(Shape::Rect {
        x: from,
        y: track.y,
        width: (track.right() - from).max(1.0),
        height: track.height,
        fill: Some(wash),
        stroke: Some(stroke),
    });
    let text = format!("{} {}", bar.rest_label, bar.rest.label);
    let size = style.small();
    let at = (track.right(), track.y - size * 1.45);
    scene.words(style.words(&text, at, Anchor::End, (Face::Sans, size), style.palette.second));
    scene.push(Shape::Close);
}
