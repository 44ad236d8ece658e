//! Pages of a PDF with what their pieces are, for those who hear a page instead of seeing it: headings, paragraphs,
//! charts with words in their place, footnotes. What repeats on every page is left out of that.

use crate::draw::Drawing;
use crate::scene::Part;
use crate::words::Language;
use crate::{Error, png};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::Size;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use std::num::NonZeroU16;

/// What a piece of a page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A heading of a level, the title's being 1, and what it says.
    Heading(u16, String),
    /// A paragraph.
    Text,
    /// A chart, and what is said in its place.
    Chart(String),
    /// A footnote.
    Note,
    /// What stands at the top of every page.
    Header,
    /// What stands at the bottom of every page.
    Footer,
    /// Which page it is.
    PageNumber,
    /// Grounds and rules.
    Ornament,
}

/// A piece of a page as SVG.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub role: Role,
    /// Elements of one number are one paragraph, also over pages.
    pub of: usize,
    pub svg: String,
}

/// A document being made, with what is told of it so far.
pub(crate) struct Tagged {
    document: Document,
    told: Vec<(usize, TagGroup)>,
}

impl Tagged {
    pub(crate) fn new() -> Self {
        Self { document: Document::new_with(settings()), told: Vec::new() }
    }

    /// A page of a size in points.
    pub(crate) fn page(&mut self, pieces: &[Element], size: (f64, f64)) -> Result<(), Error> {
        let points = Size::from_wh(size.0 as f32, size.1 as f32).ok_or(Error::Size(size.0, size.1))?;
        let mut page = self.document.start_page_with(PageSettings::new(points));
        let mut surface = page.surface();
        let mut placed = Vec::new();
        for together in pieces.chunk_by(|a, b| a.of == b.of && a.role == b.role) {
            let Some(first) = together.first() else { continue };
            let body: String = together.iter().map(|piece| piece.svg.as_str()).collect();
            placed.push((first, place(&mut surface, &first.role, &body, size)?));
        }
        surface.finish();
        page.finish();
        for (piece, content) in placed {
            self.tell(piece, content);
        }
        Ok(())
    }

    fn tell(&mut self, piece: &Element, content: Identifier) {
        let Some(group) = group(&piece.role) else { return };
        match self.told.iter_mut().find(|(of, _)| *of == piece.of) {
            Some((_, begun)) => begun.push(content),
            None => {
                let mut group = group;
                group.push(content);
                self.told.push((piece.of, group));
            }
        }
    }

    /// The document with all that was told of it, in the order of reading.
    pub(crate) fn finish(mut self, language: Language) -> Document {
        let mut tree = TagTree::new().with_lang(Some(language.tag().to_owned()));
        self.told.into_iter().for_each(|(_, group)| tree.push(group));
        self.document.set_tag_tree(tree);
        self.document
    }
}

/// PDF/UA-1: krilla refuses what does not hold to it, such as a chart without words.
fn settings() -> SerializeSettings {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    SerializeSettings { configuration: accessible.unwrap_or_default(), ..SerializeSettings::default() }
}

/// How those who hear it are told; nothing of what is no content.
fn group(role: &Role) -> Option<TagGroup> {
    Some(match role {
        Role::Heading(level, words) => TagGroup::new(Tag::Hn(NonZeroU16::new(*level)?, Some(words.clone()))),
        Role::Text => TagGroup::new(Tag::P),
        Role::Chart(words) => TagGroup::new(Tag::Figure(Some(words.clone()))),
        Role::Note => TagGroup::new(Tag::Note),
        Role::Header | Role::Footer | Role::PageNumber | Role::Ornament => return None,
    })
}

fn content(role: &Role) -> ContentTag<'static> {
    let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
    match role {
        Role::Header => artifact(ArtifactType::Header),
        Role::Footer => artifact(ArtifactType::Footer),
        Role::PageNumber => artifact(ArtifactType::PageNumber),
        Role::Ornament => artifact(ArtifactType::Layout),
        Role::Heading(..) | Role::Text | Role::Chart(_) | Role::Note => ContentTag::Other,
    }
}

fn place(surface: &mut Surface<'_>, role: &Role, body: &str, size: (f64, f64)) -> Result<Identifier, Error> {
    let (width, height) = size;
    let tree = png::tree(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.2}\" height=\"{height:.2}\" viewBox=\"0 0 {width:.2} \
         {height:.2}\" font-family=\"Tidemark Sans\" xml:lang=\"zh-CN\">{body}</svg>"
    ))?;
    let points = Size::from_wh(width as f32, height as f32).ok_or(Error::Size(width, height))?;
    let identifier = surface.start_tagged(content(role));
    let drawn = surface.draw_svg(&tree, points, SvgSettings::default());
    surface.end_tagged();
    drawn.map(|()| identifier).ok_or_else(|| Error::Pdf("the picture could not be placed on the page".to_owned()))
}

impl Element {
    /// The same with its left top at a point.
    pub(crate) fn at(&self, (x, y): (f64, f64)) -> Self {
        let svg = format!("<g transform=\"translate({x:.2} {y:.2})\">{}</g>\n", self.svg);
        Self { svg, role: self.role.clone(), ..*self }
    }
}

/// The elements of a drawing whose title is a heading of a level, the first of them the `from`th of the document.
pub(crate) fn elements(drawing: &Drawing, level: u16, from: usize) -> Vec<Element> {
    let piece = |(at, (part, range)): (usize, &(Part, std::ops::Range<usize>))| {
        let role = match part {
            Part::Ground => Role::Ornament,
            Part::Title => Role::Heading(level, drawing.title.clone()),
            Part::Subtitle => Role::Text,
            Part::Panels => Role::Chart(spoken(drawing)),
            Part::Foot => Role::Note,
        };
        Element { role, of: from + at, svg: drawing.svg.get(range.clone()).unwrap_or_default().to_owned() }
    };
    drawing.parts.iter().enumerate().map(piece).collect()
}

/// A chart in words: its title and subtitle, then its table row by row.
pub(crate) fn spoken(drawing: &Drawing) -> String {
    let rows = drawing.table.iter().skip(1).map(|row| {
        let cells: Vec<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        cells.join("，")
    });
    let head = [&drawing.title, &drawing.subtitle].into_iter().filter(|words| !words.is_empty()).cloned();
    head.chain([rows.collect::<Vec<_>>().join("；")]).collect::<Vec<_>>().join("。") + "。"
}
