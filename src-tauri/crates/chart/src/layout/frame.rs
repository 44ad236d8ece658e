//! Title and subtitle at the top, numbered sources, remarks and the date at the bottom.

use super::{Area, Canvas, Style};
use crate::font::Face;
use crate::scene::{Anchor, Part, Scene, Shape, Stroke};
use crate::spec::{ChartSpec, SourceNote};
use crate::text::{clip, wrap, wrap_evenly};
use crate::words::circled;
use tidemark_model::Period;

const TITLE_LEADING: f64 = 1.28;
const LEADING: f64 = 1.45;

pub(super) fn inner(canvas: &Canvas) -> Area {
    let p = canvas.padding;
    Area { x: p, y: p, width: canvas.width - 2.0 * p, height: canvas.height - 2.0 * p }
}

struct Head {
    title: Vec<String>,
    title_size: f64,
    subtitle: Vec<String>,
}

fn head_lines(spec: &ChartSpec, style: &Style, width: f64) -> Head {
    let large = style.text * 1.42;
    let fits = |size: f64| wrap(&spec.title, Face::SerifBold, size, width).len();
    let title_size = if fits(large) > 1 && fits(style.text * 1.22) < fits(large) { style.text * 1.22 } else { large };
    let title = wrap_evenly(&spec.title, Face::SerifBold, title_size, width);
    let size = style.text * 0.96;
    let subtitle = wrap(&spec.subtitle, Face::Sans, size, width);
    Head {
        title: clip(title, 3, Face::SerifBold, title_size, width),
        title_size,
        subtitle: clip(subtitle, 3, Face::Sans, size, width),
    }
}

pub(super) fn head_height(spec: &ChartSpec, style: &Style, width: f64) -> f64 {
    let head = head_lines(spec, style, width);
    head.title.len() as f64 * head.title_size * TITLE_LEADING
        + head.subtitle.len() as f64 * style.text * 0.96 * LEADING
        + style.text * 0.3
}

/// Draws title and subtitle; gives where they end.
pub(super) fn head(spec: &ChartSpec, style: &Style, area: Area, scene: &mut Scene) -> f64 {
    let head = head_lines(spec, style, area.width);
    let mut y = area.y;
    scene.push(Shape::Part(Part::Title));
    for line in &head.title {
        let font = (Face::SerifBold, head.title_size);
        scene.words(style.words(line, (area.x, y), Anchor::Start, font, style.palette.ink));
        y += head.title_size * TITLE_LEADING;
    }
    y += style.text * 0.3;
    scene.push(Shape::Part(Part::Subtitle));
    for line in &head.subtitle {
        let font = (Face::Sans, style.text * 0.96);
        scene.words(style.words(line, (area.x, y), Anchor::Start, font, style.palette.second));
        y += style.text * 0.96 * LEADING;
    }
    y
}

/// Lines of the footer, with whether the date finds room beside the last.
fn foot_lines(spec: &ChartSpec, style: &Style, area: Area, extra: &[String]) -> Vec<String> {
    let size = style.small();
    let sources: Vec<String> = match &spec.sources[..] {
        [one] => vec![format!("{}{}", spec.language.say().sources, one.text())],
        many => many.iter().map(|s| format!("{} {}", circled(s.number), s.text())).collect(),
    };
    let remarks: Vec<&str> = extra.iter().chain(&spec.remarks).map(String::as_str).collect();
    let remarks = remarks.concat();
    let fold = |paragraphs: &[String]| -> Vec<String> {
        paragraphs.iter().flat_map(|p| wrap(p, Face::Sans, size, area.width)).collect()
    };
    let mut paragraphs = sources.clone();
    paragraphs.push(remarks.clone());
    let apart = fold(&paragraphs);
    let part = if area.height < 420.0 { 0.25 } else { 0.33 };
    let most = ((area.height * part) / (size * LEADING)).floor().max(2.0) as usize;
    if apart.len() <= most {
        return apart;
    }
    // Little room: sources run on in one paragraph, those of one page together.
    let heading = if sources.len() > 1 { spec.language.say().sources } else { "" };
    let run_on = if sources.len() > 1 { by_paper(&spec.sources) } else { sources.concat() };
    let together = fold(&[format!("{heading}{run_on}"), remarks]);
    clip(together, most, Face::Sans, size, area.width)
}

/// 江城日报 2024年3月19日 第02版①《…》③《…》；晚报 …
fn by_paper(sources: &[SourceNote]) -> String {
    let mut papers: Vec<(&str, String)> = Vec::new();
    for source in sources {
        let article = format!("{}{}", circled(source.number), source.article);
        match papers.iter_mut().find(|(paper, _)| *paper == source.paper) {
            Some((_, articles)) => articles.push_str(&article),
            None => papers.push((&source.paper, article)),
        }
    }
    let parts: Vec<_> = papers.into_iter().map(|(paper, articles)| format!("{paper} {articles}")).collect();
    parts.join("；")
}

fn date(spec: &ChartSpec) -> String {
    format!("{}{}", spec.language.say().drawn_on, spec.language.period(Period::Day(spec.drawn_on)))
}

/// Whether the date needs a line of its own.
fn date_apart(lines: &[String], spec: &ChartSpec, style: &Style, width: f64) -> bool {
    let size = style.small();
    let Some(last) = lines.last().map(|line| Face::Sans.width(line, size)) else { return true };
    last + Face::Sans.width(&date(spec), size) + 2.0 * size > width
}

pub(super) fn foot_height(spec: &ChartSpec, style: &Style, area: Area, extra: &[String]) -> f64 {
    let lines = foot_lines(spec, style, area, extra);
    let count = lines.len() + usize::from(date_apart(&lines, spec, style, area.width));
    count as f64 * style.small() * LEADING + style.text * 0.6
}

/// Draws the footer; gives where it begins.
pub(super) fn foot(spec: &ChartSpec, style: &Style, area: Area, extra: &[String], scene: &mut Scene) -> f64 {
    let lines = foot_lines(spec, style, area, extra);
    let size = style.small();
    let apart = date_apart(&lines, spec, style, area.width);
    let top = area.bottom() - foot_height(spec, style, area, extra);
    scene.line((area.x, top), (area.right(), top), Stroke::solid(style.palette.rule, 1.0));
    let mut y = top + style.text * 0.6;
    for line in &lines {
        scene.words(style.words(line, (area.x, y), Anchor::Start, (Face::Sans, size), style.palette.third));
        y += size * LEADING;
    }
    if !apart {
        y -= size * LEADING;
    }
    let date = date(spec);
    scene.words(style.words(&date, (area.right(), y), Anchor::End, (Face::Sans, size), style.palette.third));
    top
}
