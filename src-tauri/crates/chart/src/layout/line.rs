//! A line over time with gaps: filled dot exact, dot with whisker about, triangle above or below, bar for a range,
//! dotted ring planned. Never drawn across a period without a figure.

use super::axis::{cut, tick_label, ticks};
use super::dot::{self, Along, Reach};
use super::mark::{self, number};
use super::{Area, Style};
use crate::font::Face;
use crate::scene::{Anchor, Scene, Shape, Stroke, Words};
use crate::spec::{Line, MarkSpec, Point, Standing};
use crate::words::{Language, circled};
use tidemark_model::{Period, Qualifier};

pub(super) fn wanted(style: &Style, width: f64) -> (f64, f64) {
    (style.text * 9.0, (width * 0.5).clamp(style.text * 14.0, style.text * 26.0))
}

/// Where values and periods stand.
struct Plan<'a> {
    style: &'a Style,
    plot: Area,
    low: f64,
    high: f64,
    periods: Vec<Period>,
    inset: f64,
}

impl Plan<'_> {
    fn y(&self, value: f64) -> f64 {
        self.plot.bottom() - (value - self.low) / (self.high - self.low).max(1e-12) * self.plot.height
    }

    fn x(&self, period: Period) -> f64 {
        let at = self.periods.iter().position(|p| *p == period).unwrap_or(0) as f64;
        let steps = self.periods.len().saturating_sub(1).max(1) as f64;
        self.plot.x + self.inset + (self.plot.width - 2.0 * self.inset) * at / steps
    }
}

/// The lowest and highest that is drawn, zero among them.
pub(super) fn range(line: &Line) -> (f64, f64) {
    let values = values(line);
    (values.iter().copied().fold(0.0, f64::min), values.iter().copied().fold(0.0, f64::max))
}

/// On a scale of its own, or of the `range` it shares with others.
pub(super) fn layout(line: &Line, style: &Style, area: Area, range: Option<(f64, f64)>, scene: &mut Scene) {
    let plan = plan(line, style, area, range);
    let mut above = Scene::default();
    let lines = draw_segments(line, &plan, &mut above);
    let mut taken = Taken { boxes: draw_gaps(line, &plan, &mut above), lines, labels: Vec::new() };
    let dots: Vec<_> = line.points.iter().chain(&line.planned).collect();
    for point in &dots {
        for mark in &point.marks {
            let (x, y, r) = (plan.x(point.period), plan.y(number(mark.value)), style.text * 0.5);
            taken.boxes.push([x - r, y - r, x + r, y + r]);
        }
    }
    for point in by_importance(&dots) {
        draw_point(point, line, &plan, &mut taken, &mut above);
    }
    // The grid is told last and drawn first: it leaves room for the labels that stand on it.
    draw_axes(line, &plan, &taken.labels, scene);
    scene.shapes.append(&mut above.shapes);
}

/// What a label must not cover, as left, top, right, bottom and as lines from point to point.
struct Taken {
    boxes: Vec<[f64; 4]>,
    lines: Vec<((f64, f64), (f64, f64))>,
    /// The labels among the boxes.
    labels: Vec<[f64; 4]>,
}

impl Taken {
    fn meets(&self, bounds: [f64; 4], apart: f64) -> bool {
        let clear = |t: &[f64; 4]| {
            bounds[2] + apart <= t[0] || t[2] + apart <= bounds[0] || bounds[3] <= t[1] || t[3] <= bounds[1]
        };
        !self.boxes.iter().all(clear)
    }

    fn crossed(&self, bounds: [f64; 4]) -> bool {
        self.lines.iter().any(|&(from, to)| passes((from, to), bounds))
    }
}

/// Whether a line, which runs from left to right, passes through a box.
fn passes((from, to): ((f64, f64), (f64, f64)), [left, top, right, bottom]: [f64; 4]) -> bool {
    let (start, end) = (from.0.max(left), to.0.min(right));
    let y = |x: f64| from.1 + (to.1 - from.1) * (x - from.0) / (to.0 - from.0).max(1e-9);
    start < end && y(start).min(y(end)) < bottom && y(start).max(y(end)) > top
}

/// All values that are drawn.
fn values(line: &Line) -> Vec<f64> {
    let marks = line.points.iter().chain(&line.planned).flat_map(|p| &p.marks);
    marks
        .flat_map(|m| {
            let about = m.qualifier == Qualifier::About;
            let ends = [m.low, m.high].into_iter().flatten().filter(move |_| about);
            [number(m.value), number(m.far())].into_iter().chain(ends.map(number))
        })
        .collect()
}

fn plan<'a>(line: &Line, style: &'a Style, area: Area, shared: Option<(f64, f64)>) -> Plan<'a> {
    let (min, max) = shared.unwrap_or_else(|| range(line));
    let scale = 10f64.powi(i32::try_from(line.unit.power).unwrap_or(0));
    let high = if max > min { max } else { min + scale };
    let size = style.small();
    let labels = ticks((min / scale, high / scale), area.height, size * 2.6);
    let unit = Face::Sans.width(&line.unit.name(), size);
    let widest = labels.iter().map(|t| Face::Sans.width(&tick_label(*t), size)).fold(unit, f64::max);
    let (left, top, bottom) = (widest + style.text * 0.6, style.text * 2.4, size * 2.0);
    let plot = Area {
        x: area.x + left,
        y: area.y + top,
        width: area.width - left,
        height: (area.height - top - bottom).max(style.text * if shared.is_some() { 1.5 } else { 3.0 }),
    };
    let inset = (plot.width * 0.09).min(style.text * 4.0);
    Plan { style, plot, low: min, high, periods: line.periods.clone(), inset }
}

fn draw_axes(line: &Line, plan: &Plan, labels: &[[f64; 4]], scene: &mut Scene) {
    let (style, plot) = (plan.style, plan.plot);
    let size = style.small();
    let scale = 10f64.powi(i32::try_from(line.unit.power).unwrap_or(0));
    let ticks = ticks((plan.low / scale, plan.high / scale), plot.height, size * 2.6);
    let last = ticks.len().saturating_sub(1);
    for (i, tick) in ticks.iter().enumerate() {
        let y = plan.y(tick * scale);
        let stroke = if *tick == 0.0 { style.axis() } else { Stroke::solid(style.palette.rule, 1.0) };
        for (from, to) in cut((plot.x, plot.right()), labels, |b| (b[1] < y && y < b[3]).then_some((b[0], b[2]))) {
            scene.line((from, y), (to, y), stroke);
        }
        let at = (plot.x - style.text * 0.5, y - size * 0.52);
        let words = style.words(&tick_label(*tick), at, Anchor::End, (Face::Sans, size), style.palette.third);
        scene.words(words);
        if i == last {
            let at = (plot.x - style.text * 0.5, y - size * 1.7);
            scene.words(style.words(&line.unit.name(), at, Anchor::End, (Face::Sans, size), style.palette.third));
        }
    }
    draw_periods(plan, scene);
}

/// Names of the periods, as many as stand clear of one another, the last always.
fn draw_periods(plan: &Plan, scene: &mut Scene) {
    let (style, size) = (plan.style, plan.style.small());
    let widest =
        plan.periods.iter().map(|p| Face::Sans.width(&short(*p, style.language), size)).fold(0.0, f64::max) + size;
    let count = plan.periods.len();
    let room = (plan.plot.width - 2.0 * plan.inset) / count.saturating_sub(1).max(1) as f64;
    let every = (widest / room.max(1.0)).ceil().max(1.0) as usize;
    for (i, period) in plan.periods.iter().enumerate() {
        if (count - 1 - i).is_multiple_of(every) {
            let text = short(*period, style.language);
            let half = Face::Sans.width(&text, size) / 2.0;
            let x = plan.x(*period).clamp(half, (plan.plot.right() - half).max(half));
            let at = (x, plan.plot.bottom() + size * 0.7);
            scene.words(style.words(&text, at, Anchor::Middle, (Face::Sans, size), style.palette.third));
        }
    }
}

pub(super) fn short(period: Period, language: Language) -> String {
    match period {
        Period::Year(y) => y.to_string(),
        Period::Quarter(y, q) => format!("{y}Q{q}"),
        Period::Half(y, h) if language == Language::English => format!("{y}H{h}"),
        Period::Half(y, h) => format!("{y}{}", if h == 1 { "上" } else { "下" }),
        Period::Month(y, m) => format!("{y}.{m}"),
        other => language.period(other),
    }
}

/// A dash above the axis where nothing is reported; gives the boxes of the dashes.
fn draw_gaps(line: &Line, plan: &Plan, scene: &mut Scene) -> Vec<[f64; 4]> {
    let (style, size) = (plan.style, plan.style.small());
    let gaps = line.points.iter().filter(|p| p.marks.is_empty());
    gaps.map(|point| {
        let at = (plan.x(point.period), plan.y(plan.low) - size * 1.3);
        let words = style.words("–", at, Anchor::Middle, (Face::Sans, size), style.palette.third);
        let bounds = words.bounds();
        scene.words(words);
        bounds
    })
    .collect()
}

/// Lines between neighbours that both have a figure; dashed to and from one that is derived. Gives them piece by piece.
fn draw_segments(line: &Line, plan: &Plan, scene: &mut Scene) -> Vec<((f64, f64), (f64, f64))> {
    let (colour, width) = (plan.style.palette.fill(line.series), (plan.style.text / 6.0).clamp(1.6, 3.0));
    let (solid, dashed) =
        (Stroke::solid(colour, width), Stroke::dashed(colour, width * 0.8, (width * 2.0, width * 1.6)));
    let mut run: Vec<(f64, f64)> = Vec::new();
    let mut before: Option<((f64, f64), bool)> = None;
    let mut pieces = Vec::new();
    for point in &line.points {
        let here = point
            .marks
            .first()
            .map(|mark| ((plan.x(point.period), plan.y(number(mark.value))), mark.standing == Standing::Derived));
        if let (Some((from, _)), Some((to, _))) = (before, here) {
            pieces.push((from, to));
        }
        match (before, here) {
            (Some((from, a)), Some((to, b))) if a || b => {
                flush(&mut run, solid, scene);
                scene.line(from, to, dashed);
            }
            (_, None) => flush(&mut run, solid, scene),
            _ => {}
        }
        run.extend(here.map(|(at, _)| at));
        before = here;
    }
    flush(&mut run, solid, scene);
    pieces
}

fn flush(run: &mut Vec<(f64, f64)>, stroke: Stroke, scene: &mut Scene) {
    let points = std::mem::take(run);
    if points.len() > 1 {
        scene.push(Shape::Path { points, stroke });
    }
}

/// The last, what is not plainly one exact figure, the first, the highest and the lowest, then the others: who gets a
/// label when room is short.
fn by_importance<'a>(points: &[&'a Point]) -> Vec<&'a Point> {
    let value = |p: &Point| p.marks.first().map_or(0.0, |m| number(m.value));
    let highest = points.iter().map(|p| value(p)).fold(f64::NEG_INFINITY, f64::max);
    let lowest = points.iter().map(|p| value(p)).fold(f64::INFINITY, f64::min);
    let mut order: Vec<(usize, usize)> = (0..points.len())
        .map(|i| {
            let rank = match value(points[i]) {
                _ if i + 1 == points.len() => 0,
                _ if is_unusual(points[i]) => 1,
                _ if i == 0 => 2,
                v if v == highest || v == lowest => 3,
                _ => 4,
            };
            (rank, i)
        })
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, i)| points[i]).collect()
}

fn is_unusual(point: &Point) -> bool {
    let plain = |m: &MarkSpec| m.standing == Standing::Stated && m.qualifier == Qualifier::Exact;
    point.marks.len() > 1 || !point.marks.iter().all(plain)
}

fn draw_point(point: &Point, line: &Line, plan: &Plan, taken: &mut Taken, scene: &mut Scene) {
    let x = plan.x(point.period);
    let ends = (point.marks.first(), point.marks.last());
    let (Some(first), Some(last)) = ends else { return };
    let (a, b) = (plan.y(number(first.value)), plan.y(number(last.value)));
    let differ = point.marks.len() > 1;
    if differ {
        scene.line((x, a), (x, b), Stroke::solid(plan.style.palette.seal, 1.0));
    }
    // Where the points nearly touch, one label says all, if it has room.
    let together = differ && (a - b).abs() < plan.style.number() * 1.4;
    let mut apart = !together;
    for mark in &point.marks {
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        let y = |v: tidemark_model::Decimal| plan.y(number(v));
        let reach = Reach { low: mark.low.map(y), high: mark.high.map(y), far: y(mark.far()) };
        dot::draw(mark, line.series, Along::Up((x, y(mark.value)), reach), plan.style, scene);
        let at = (x, plan.y(number(mark.far())));
        if together && std::ptr::eq(mark, first) {
            let label = mark::all_said(&point.marks);
            let all = MarkSpec { label, notes: Vec::new(), ..mark.clone() };
            apart = !draw_label(&all, plan, (x, a.min(b)), taken, scene);
        }
        if apart {
            draw_label(mark, plan, at, taken, scene);
        }
        scene.push(Shape::Close);
    }
    if differ {
        dot::seal_dot((x, a, b), plan.style, scene);
    }
}

/// Above the point, else below it, off the lines where there is room; else not at all: a label never covers another.
/// Says whether it is drawn.
fn draw_label(mark: &MarkSpec, plan: &Plan, (x, y): (f64, f64), taken: &mut Taken, scene: &mut Scene) -> bool {
    let style = plan.style;
    let numbers: String = mark.notes.iter().map(|&n| circled(n)).collect();
    let size = style.number();
    let text_width = Face::SerifBold.width(&mark.label, size);
    let width = text_width + Face::Sans.width(&numbers, style.small());
    let (clear, apart) = (style.text * 0.85, style.text * 0.25);
    let edge = |left: f64| left.clamp(plan.plot.x, (plan.plot.right() - width).max(plan.plot.x));
    let (above, below, aside) = (y - clear - size, y + clear, width * 0.36);
    let places = [(0.0, above), (0.0, below), (-aside, above), (aside, above), (-aside, below), (aside, below)];
    let bounds = places.map(|(shift, top)| {
        let left = edge(x - width / 2.0 + shift);
        [left, top, left + width, top + size]
    });
    let inside = |b: &[f64; 4]| b[1] >= plan.plot.y - style.text * 2.4 && b[3] <= plan.plot.bottom();
    let free: Vec<_> = bounds.into_iter().filter(|b| inside(b) && !taken.meets(*b, apart)).collect();
    let Some(&bounds) = free.iter().find(|b| !taken.crossed(**b)).or(free.first()) else { return false };
    let planned = mark.standing == Standing::Planned;
    let colour = if planned { style.palette.second } else { style.palette.ink };
    let (left, top, text) = (bounds[0], bounds[1], mark.label.clone());
    scene.words(Words { x: left, top, anchor: Anchor::Start, text, face: Face::SerifBold, size, colour });
    let at = (left + text_width, top - size * 0.05);
    let tide = style.palette.fill(crate::theme::Series::Tide);
    scene.words(style.words(&numbers, at, Anchor::Start, (Face::Sans, style.small()), tide));
    taken.boxes.push(bounds);
    taken.labels.push(bounds);
    true
}
