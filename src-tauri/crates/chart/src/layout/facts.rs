//! Figures printed large, each with its name; conflicting ones side by side with a seal-red dot between.

use super::mark;
use super::{Area, Style};
use crate::font::Face;
use crate::scene::{Anchor, Scene, Shape};
use crate::spec::{Fact, MarkSpec, Standing};
use crate::text::{clip, wrap};
use crate::words::circled;

pub(super) fn wanted(facts: &[Fact], style: &Style, _width: f64) -> (f64, f64) {
    (facts.len() as f64 * style.text * 2.0, facts.len() as f64 * style.text * 2.9)
}

fn size(style: &Style, pitch: f64) -> f64 {
    (style.text * 1.6).min(pitch * 0.8).max(9.0)
}

/// The smallest that figures are set.
const LEAST: f64 = 8.0;

/// Of many figures that differ the first and the last, or the first, where all are too wide; the table has the others.
fn fitting(fact: &Fact, style: &Style, most: f64) -> Fact {
    let of = |marks: &[MarkSpec]| Fact { marks: marks.to_vec(), ..fact.clone() };
    let [first, .., last] = &fact.marks[..] else { return fact.clone() };
    let fits = |fact: &Fact| figures_width(fact, style, LEAST) <= most;
    let ends = of(&[first.clone(), last.clone()]);
    [fact.clone(), ends].into_iter().find(fits).unwrap_or_else(|| of(std::slice::from_ref(first)))
}

pub(super) fn layout(facts: &[Fact], style: &Style, area: Area, scene: &mut Scene) {
    let pitch = area.height / facts.len().max(1) as f64;
    let size = size(style, pitch);
    let facts: Vec<Fact> = facts.iter().map(|fact| fitting(fact, style, area.width * 0.68)).collect();
    let widest = |size: f64| facts.iter().map(|f| figures_width(f, style, size)).fold(0.0, f64::max);
    // Conflicting figures side by side may need a smaller size to leave room for the names.
    let size = (size * (area.width * 0.68 / widest(size).max(1.0)).min(1.0)).max(LEAST);
    let column = widest(size) + style.text * 1.2;
    for (i, fact) in facts.iter().enumerate() {
        let middle = area.y + pitch * (i as f64 + 0.5);
        figures(fact, style, (area.x, middle), size, scene);
        let room = area.width - column;
        let most = ((pitch / (style.text * 1.25)).floor() as usize).clamp(1, 2);
        let lines = clip(wrap(&fact.label, Face::Sans, style.text, room), most, Face::Sans, style.text, room);
        let mut y = middle - lines.len() as f64 * style.text * 1.25 / 2.0 + style.text * 0.1;
        for line in lines {
            let at = (area.x + column, y);
            scene.words(style.words(&line, at, Anchor::Start, (Face::Sans, style.text), style.palette.second));
            y += style.text * 1.25;
        }
    }
}

fn numbers(notes: &[usize]) -> String {
    notes.iter().map(|&n| circled(n)).collect()
}

fn figures_width(fact: &Fact, style: &Style, size: f64) -> f64 {
    let one = |m: &MarkSpec| {
        Face::SerifBold.width(&m.label, size) + Face::Sans.width(&numbers(&m.notes), style.small()) + style.text * 0.2
    };
    fact.marks.iter().map(one).sum::<f64>() + style.text * 1.4 * fact.marks.len().saturating_sub(1) as f64
}

fn figures(fact: &Fact, style: &Style, at: (f64, f64), size: f64, scene: &mut Scene) {
    let mut x = at.0;
    if fact.marks.is_empty() {
        let top = at.1 - style.text * 0.52;
        scene.words(style.words("–", (x, top), Anchor::Start, (Face::Sans, style.text), style.palette.third));
    }
    for (i, mark) in fact.marks.iter().enumerate() {
        if i > 0 {
            let radius = style.text * 0.26;
            scene.push(Shape::Circle {
                x: x + style.text * 0.5,
                y: at.1,
                radius,
                fill: Some(style.palette.seal),
                stroke: None,
            });
            x += style.text * 1.2;
        }
        scene.push(Shape::Open(Box::new(mark::group(mark))));
        let planned = mark.standing == Standing::Planned;
        let colour = if planned { style.palette.second } else { style.palette.ink };
        let top = at.1 - size * 0.52;
        let words = style.words(&mark.label, (x, top), Anchor::Start, (Face::SerifBold, size), colour);
        x = words.bounds()[2] + style.text * 0.2;
        scene.words(words);
        let colour = style.palette.fill(crate::theme::Series::Tide);
        let words = style.words(&numbers(&mark.notes), (x, top), Anchor::Start, (Face::Sans, style.small()), colour);
        x = words.bounds()[2];
        scene.words(words);
        scene.push(Shape::Close);
    }
}
