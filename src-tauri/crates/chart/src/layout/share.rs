//! A 100 % bar: the part solid with its words inside, what is left dashed, 0, 50 and 100 % below.

use super::mark::{self, number};
use super::{Area, Style};
use crate::font::Face;
use crate::scene::{Anchor, Scene, Shape, Stroke};
use crate::spec::{ShareBar, Standing};
use crate::text::{clip, wrap};
use crate::theme::{Colour, Series};
use crate::words::circled;
use tidemark_model::Qualifier;

pub(super) fn wanted(style: &Style) -> (f64, f64) {
    (style.text * 5.6, style.text * 8.8)
}

/// Where everything of the bar stands.
struct Plan<'a> {
    style: &'a Style,
    track: Area,
    /// Where the part ends, and where a range's high end is.
    split: f64,
    far: f64,
    /// The part's words and their size.
    words: String,
    size: f64,
    /// Whether they stand inside the part.
    inside: bool,
}

impl Plan<'_> {
    fn at(&self, percent: f64) -> f64 {
        self.track.x + self.track.width * (percent / 100.0).clamp(0.0, 1.0)
    }

    fn middle(&self) -> f64 {
        self.track.y + self.track.height / 2.0
    }
}

pub(super) fn layout(bar: &ShareBar, style: &Style, area: Area, scene: &mut Scene) {
    let plan = plan(bar, style, area);
    rest(bar, &plan, scene);
    part(bar, &plan, scene);
    others(bar, &plan, scene);
    for (percent, anchor) in [(0.0, Anchor::Start), (50.0, Anchor::Middle), (100.0, Anchor::End)] {
        let text = if percent == 100.0 { "100%".to_owned() } else { format!("{percent}") };
        let (x, bottom) = (plan.at(percent), plan.track.bottom());
        scene.line((x, bottom), (x, bottom + style.text * 0.25), Stroke::solid(style.palette.third, 1.0));
        let at = (x, bottom + style.text * 0.45);
        scene.words(style.words(&text, at, anchor, (Face::Sans, style.small()), style.palette.third));
    }
}

/// Words go into the part where they fit with the arrow at its end, else above it; then on a line of their own where
/// those of the rest would meet them.
fn plan<'a>(bar: &ShareBar, style: &'a Style, area: Area) -> Plan<'a> {
    let numbers: String = bar.mark.notes.iter().map(|&n| circled(n)).collect();
    let others = bar.others.iter().map(|m| {
        let numbers: String = m.notes.iter().map(|&n| circled(n)).collect();
        format!("／{}{numbers}", m.label)
    });
    let words = format!("{} {}{numbers}{}", bar.label, bar.mark.label, others.collect::<String>());
    let below = style.small() * 1.9;
    let room = |above: f64| (area.height - above - below).clamp(style.text * 1.4, style.text * 5.0);
    let split = area.x + area.width * (number(bar.mark.value) / 100.0).clamp(0.0, 1.0);
    let far = area.x + area.width * (number(bar.mark.far()) / 100.0).clamp(0.0, 1.0);
    let above = style.text * 1.5;
    let size = (room(above) * 0.36).clamp(style.text, style.text * 1.5);
    let width = Face::SerifBold.width(&words, size);
    let inside = split - area.x >= width + style.text * 4.2;
    let outside = Face::SerifBold.width(&words, style.number());
    let meets = outside + Face::Sans.width(&rest_words(bar), style.small()) + style.text > area.width;
    let above = if !inside && meets { above + style.number() * 1.3 } else { above };
    let track = Area { y: area.y + above, height: room(above), ..area };
    Plan { style, track, split, far, words, size: if inside { size } else { style.number() }, inside }
}

fn rest_words(bar: &ShareBar) -> String {
    format!("{} {}", bar.rest_label, bar.rest.label)
}

fn part(bar: &ShareBar, plan: &Plan, scene: &mut Scene) {
    let (style, track) = (plan.style, plan.track);
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
    if bar.mark.standing == Standing::Planned {
        let dotted = Stroke::dashed(fill, 1.4, (1.5, 3.0));
        scene.push(rect(track.x, plan.split, style.palette.card, Some(dotted)));
    } else {
        scene.push(rect(track.x, plan.split, fill, None));
    }
    if plan.far > plan.split + 0.1 {
        scene.push(rect(plan.split, plan.far, wash, Some(Stroke::solid(fill, 1.0))));
    }
    let (at, colour) = if plan.inside {
        let hollow = bar.mark.standing == Standing::Planned;
        let colour = if hollow { style.palette.second } else { style.palette.on_fill };
        ((track.x + style.text, plan.middle() - plan.size * 0.52), colour)
    } else {
        let lift = if lifted(bar, plan) { style.small() * 1.45 } else { 0.0 };
        ((track.x, track.y - plan.size * 1.25 - lift), style.palette.ink)
    };
    let words = wrap(&plan.words, Face::SerifBold, plan.size, track.width);
    for line in clip(words, 1, Face::SerifBold, plan.size, track.width) {
        scene.words(style.words(&line, at, Anchor::Start, (Face::SerifBold, plan.size), colour));
    }
    match bar.mark.qualifier {
        Qualifier::Above | Qualifier::Below => arrow(bar.mark.qualifier == Qualifier::Above, plan, scene),
        Qualifier::About => whisker(bar, plan, scene),
        Qualifier::Exact | Qualifier::Range => {}
    }
    scene.push(Shape::Close);
}

/// What other sources say: a line where the part would end, joined to where it does.
fn others(bar: &ShareBar, plan: &Plan, scene: &mut Scene) {
    let (style, track) = (plan.style, plan.track);
    for other in &bar.others {
        let (x, seal) = (plan.at(number(other.value)), style.palette.seal);
        let y = track.bottom() - track.height * 0.18;
        scene.push(Shape::Open(Box::new(mark::group(other))));
        scene.line((x, track.y), (x, track.bottom()), Stroke::solid(style.palette.fill(Series::Tide), 2.0));
        scene.line((plan.split, y), (x, y), Stroke::solid(seal, 1.0));
        let halo = Some(Stroke::solid(style.palette.card, 1.2));
        let (x, radius) = (f64::midpoint(x, plan.split), (style.text * 0.24).max(2.4));
        scene.push(Shape::Circle { x, y, radius, fill: Some(seal), stroke: halo });
        scene.push(Shape::Close);
    }
}

/// Whether the part's words stand on a line above those of the rest.
fn lifted(bar: &ShareBar, plan: &Plan) -> bool {
    let style = plan.style;
    let outside = Face::SerifBold.width(&plan.words, plan.size);
    outside + Face::Sans.width(&rest_words(bar), style.small()) + style.text > plan.track.width
}

/// Outwards where there may be more, inwards where there may be less; inside the part where it is long enough.
fn arrow(outwards: bool, plan: &Plan, scene: &mut Scene) {
    let style = plan.style;
    let inside = plan.split - plan.track.x > style.text * 2.6;
    let (near, far) = if inside {
        (plan.split - style.text * 1.9, plan.split - style.text * 0.5)
    } else {
        (plan.split + style.text * 0.5, plan.split + style.text * 1.9)
    };
    let colour: Colour = if inside { style.palette.on_fill } else { style.palette.fill(Series::Tide) };
    let (tip, tail) = if outwards { (far, near) } else { (near, far) };
    let (head, middle) = (style.text * 0.38, plan.middle());
    let back = tip + (tail - tip).signum() * head * 1.3;
    scene.line((tail, middle), (back, middle), Stroke::solid(colour, (style.text / 7.0).clamp(1.4, 2.4)));
    let points = vec![(tip, middle), (back, middle - head), (back, middle + head)];
    scene.push(Shape::Polygon { points, fill: colour });
}

fn whisker(bar: &ShareBar, plan: &Plan, scene: &mut Scene) {
    let style = plan.style;
    let reach = |v: Option<tidemark_model::Decimal>| v.map_or(plan.split, |v| plan.at(number(v)));
    let least = mark::whisker_least(style);
    let low = reach(bar.mark.low).min(plan.split - least).max(plan.track.x);
    let high = reach(bar.mark.high).max(plan.split + least).min(plan.track.right());
    let (middle, cap) = (plan.middle(), style.text * 0.4);
    for stroke in [Stroke::solid(style.palette.card, 3.6), Stroke::solid(style.palette.ink, 1.6)] {
        scene.line((low, middle), (high, middle), stroke);
        scene.line((low, middle - cap), (low, middle + cap), stroke);
        scene.line((high, middle - cap), (high, middle + cap), stroke);
    }
}

fn rest(bar: &ShareBar, plan: &Plan, scene: &mut Scene) {
    let (style, track) = (plan.style, plan.track);
    let (fill, wash) = (style.palette.fill(Series::Tide), style.palette.wash(Series::Tide));
    scene.push(Shape::Open(Box::new(mark::group(&bar.rest))));
    scene.push(Shape::Rect {
        x: plan.far.min(track.right() - 1.0),
        y: track.y,
        width: (track.right() - plan.far).max(1.0),
        height: track.height,
        fill: Some(wash),
        stroke: Some(Stroke::dashed(fill, 1.0, (3.0, 2.0))),
    });
    let size = style.small();
    let at = (track.right(), track.y - size * 1.45);
    for line in clip(wrap(&rest_words(bar), Face::Sans, size, track.width), 1, Face::Sans, size, track.width) {
        scene.words(style.words(&line, at, Anchor::End, (Face::Sans, size), style.palette.second));
    }
    scene.push(Shape::Close);
}
