//! A brief as DOCX, to be edited: paragraphs in named styles, real footnotes, charts as pictures with their titles as
//! alternative text, page numbers as fields. Equal briefs give equal bytes.

use super::opc::package;
use super::{Block, Brief, Run, printable, sheet};
use crate::Error;
use crate::backend::escape;
use crate::png::png;
use crate::spec::ChartSpec;
use crate::theme::Theme;

const CONTENT_TYPES: &str = include_str!("docx/content_types.xml");
const RELATIONS: &str = include_str!("docx/relations.xml");
const STYLES: &str = include_str!("docx/styles.xml");
const SETTINGS: &str = include_str!("docx/settings.xml");
const FOOTER_ODD: &str = include_str!("docx/footer_odd.xml");
const FOOTER_EVEN: &str = include_str!("docx/footer_even.xml");

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// English metric units in a millimetre.
const EMU: f64 = 36_000.0;
/// Pixels of a picture to a point of paper: 216 dpi.
const SHARPNESS: f64 = 3.0;
/// The first two footnotes of every document are the lines that part them from the text.
const FIRST_NOTE: usize = 2;

/// The brief as DOCX.
///
/// # Errors
/// Where a chart cannot be drawn.
pub fn docx(brief: &Brief) -> Result<Vec<u8>, Error> {
    let mut pictures = Vec::new();
    for chart in brief.charts() {
        pictures.push(picture(chart, brief.grey)?);
    }
    let names: Vec<String> = (1..=pictures.len()).map(|n| format!("word/media/chart-{n}.png")).collect();
    let bytes = |text: String| text.into_bytes();
    let mut parts = vec![
        ("[Content_Types].xml", bytes(CONTENT_TYPES.to_owned())),
        ("_rels/.rels", bytes(RELATIONS.to_owned())),
        ("docProps/core.xml", bytes(properties(brief))),
        ("word/document.xml", bytes(document(brief, &pictures))),
        ("word/_rels/document.xml.rels", bytes(document_relations(pictures.len()))),
        ("word/footnotes.xml", bytes(footnotes(brief))),
        ("word/styles.xml", bytes(STYLES.to_owned())),
        ("word/settings.xml", bytes(SETTINGS.to_owned())),
        ("word/footer1.xml", bytes(FOOTER_ODD.to_owned())),
        ("word/footer2.xml", bytes(FOOTER_EVEN.to_owned())),
    ];
    parts.extend(names.iter().map(String::as_str).zip(pictures.into_iter().map(|picture| picture.png)));
    Ok(package(&parts))
}

/// A chart as a picture as wide as the type area.
struct Picture {
    png: Vec<u8>,
    /// Height to width.
    shape: f64,
}

fn picture(chart: &ChartSpec, grey: bool) -> Result<Picture, Error> {
    let theme = if grey { Theme::Grey } else { Theme::Light };
    let drawing = sheet::chart(chart, theme, sheet::heights(chart, theme).1)?;
    Ok(Picture { png: png(&drawing, SHARPNESS)?, shape: drawing.size.1 / drawing.size.0 })
}

fn document(brief: &Brief, pictures: &[Picture]) -> String {
    let mut seen = Vec::new();
    let mut body = paragraph("Title", &[Run::plain(&*brief.title)], &mut seen);
    let date = tidemark_model::Period::Day(brief.drawn_on).to_chinese();
    body += &paragraph("Dateline", &[Run::plain(format!("{}\t{date}", brief.basis))], &mut seen);
    let mut charts = 0;
    for block in &brief.blocks {
        body += &match block {
            Block::Heading(text) => paragraph("Heading1", &[Run::plain(&**text)], &mut seen),
            Block::Text(runs) => paragraph("Normal", runs, &mut seen),
            Block::Chart(chart, runs) => {
                charts += 1;
                let shape = pictures.get(charts - 1).map_or(1.0, |picture| picture.shape);
                drawing(chart, charts, shape) + &paragraph("Caption", runs, &mut seen)
            }
        };
    }
    let twips = |mm: f64| (mm * 1440.0 / 25.4).round();
    let (width, height) = sheet::PAPER;
    let section = format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooterOdd\"/>\
         <w:footerReference w:type=\"even\" r:id=\"rIdFooterEven\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"/>\
         <w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"851\" w:footer=\"{}\" \
         w:gutter=\"0\"/></w:sectPr>",
        twips(width),
        twips(height),
        twips(37.0),
        twips(26.0),
        twips(35.0),
        twips(28.0),
        twips(23.0)
    );
    format!("{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>")
}

fn paragraph(style: &str, runs: &[Run], seen: &mut Vec<usize>) -> String {
    let runs: String = runs.iter().map(|each| run(each, seen)).collect();
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn run(run: &Run, seen: &mut Vec<usize>) -> String {
    let strong = if run.strong { "<w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>" } else { "" };
    let words = run.text.split('\t').map(printable).collect::<Vec<_>>();
    let texts: Vec<_> =
        words.iter().map(|text| format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(text))).collect();
    let notes: String = run.notes.iter().map(|&note| mention(note, seen)).collect();
    format!("<w:r>{strong}{}</w:r>{notes}", texts.join("<w:tab/>"))
}

/// A footnote where it is first mentioned; after that its number, as a field that follows it.
fn mention(note: usize, seen: &mut Vec<usize>) -> String {
    let style = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
    let sign = |text: &str| format!("<w:r>{style}<w:t>{text}</w:t></w:r>");
    let number = if seen.contains(&note) {
        format!("<w:fldSimple w:instr=\" NOTEREF _Note{note} \\h \"><w:r>{style}<w:t>{note}</w:t></w:r></w:fldSimple>")
    } else {
        seen.push(note);
        let id = note - 1 + FIRST_NOTE;
        format!(
            "<w:bookmarkStart w:id=\"{note}\" w:name=\"_Note{note}\"/><w:r>{style}<w:footnoteReference \
             w:id=\"{id}\"/></w:r><w:bookmarkEnd w:id=\"{note}\"/>"
        )
    };
    sign("[") + &number + &sign("]")
}

fn drawing(chart: &ChartSpec, number: usize, shape: f64) -> String {
    let (width, height) = ((sheet::AREA.0 * EMU).round(), (sheet::AREA.0 * EMU * shape).round());
    let (title, told) = (escape(&chart.title), escape(&format!("{}。{}", chart.title, chart.subtitle)));
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" \
         distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" \
         name=\"{title}\" descr=\"{told}\"/><a:graphic><a:graphicData \
         uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr \
         id=\"{number}\" name=\"chart-{number}.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip \
         r:embed=\"rIdChart{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off \
         x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom \
         prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
         </w:drawing></w:r></w:p>"
    )
}

fn footnotes(brief: &Brief) -> String {
    let line = |id: usize, kind: &str, mark: &str| {
        format!(
            "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>\
             <w:r><w:{mark}/></w:r></w:p></w:footnote>"
        )
    };
    let note = |(at, text): (usize, &String)| {
        let words = escape(&printable(text));
        format!(
            "<w:footnote w:id=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>\
             <w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> {words}</w:t></w:r></w:p></w:footnote>",
            at + FIRST_NOTE
        )
    };
    let own: String = brief.notes.iter().enumerate().map(note).collect();
    let (first, second) =
        (line(0, "separator", "separator"), line(1, "continuationSeparator", "continuationSeparator"));
    format!("{DECLARATION}<w:footnotes {NAMESPACES}>{first}{second}{own}</w:footnotes>")
}

fn document_relations(pictures: usize) -> String {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"/>")
    };
    let fixed = [
        relation("rIdStyles", "styles", "styles.xml"),
        relation("rIdSettings", "settings", "settings.xml"),
        relation("rIdNotes", "footnotes", "footnotes.xml"),
        relation("rIdFooterOdd", "footer", "footer1.xml"),
        relation("rIdFooterEven", "footer", "footer2.xml"),
    ];
    let chart = |n: usize| relation(&format!("rIdChart{n}"), "image", &format!("media/chart-{n}.png"));
    let all = fixed.concat() + &(1..=pictures).map(chart).collect::<String>();
    format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}\
         </Relationships>"
    )
}

fn properties(brief: &Brief) -> String {
    let author = if brief.author.is_empty() { crate::pdf::PROGRAM } else { &brief.author };
    let (title, author, words) = (escape(&brief.title), escape(author), escape(&brief.keywords().join("；")));
    let date = brief.drawn_on;
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{author}</dc:creator><cp:keywords>{words}</cp:keywords><dc:language>zh-CN</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T04:00:00Z</dcterms:created></cp:coreProperties>"
    )
}
