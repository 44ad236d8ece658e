//! Requests and responses of every command, as the window and the command line see them.
//!
//! Types only: bodies stand in one file per group of commands. `cargo test -p tidemark-commands` writes the
//! TypeScript of these types to `ui/src/lib/types/`, and fails when what is checked in differs.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A library as the window shows it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LibraryInfo {
    /// Full path of the file.
    pub path: String,
    /// File name without ending: 我的资料库.
    pub name: String,
    /// Pages in it.
    pub pages: u32,
    /// Observations in it that are not rejected.
    pub observations: u32,
    /// Distinct indicators.
    pub indicators: u32,
}

/// What the program knows when its window opens.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AppState {
    /// The program's version.
    pub version: String,
    /// The open library.
    pub library: LibraryInfo,
    /// Today, 2024-03-25; what charts print as the date drawn.
    pub today: String,
}

/// What the user says about the pages imported: all optional.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ImportOptions {
    /// 2023, 2023-08 or 2023-08-09.
    pub issue_date: Option<String>,
    /// The paper's home place: 钱塘区.
    pub home: Option<String>,
}

/// A place or park of the user's own; it goes before those that come with the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnPlace {
    /// As the newspaper prints it in full: 听涛小镇.
    pub name: String,
    /// The place it lies in: 钱塘区.
    pub parent: Option<String>,
    /// `province`, `city`, `district`, `township` or `park`.
    pub kind: String,
    /// Other names that mean it: 听涛.
    pub aliases: Vec<String>,
}

/// How far an import is; sent as the event `import-progress`, for pages read again as `read-again-progress`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportProgress {
    /// Files done.
    pub done: u32,
    /// Files in all.
    pub total: u32,
    /// The file just done.
    pub name: String,
}

/// What became of one file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FileReport {
    /// File name without folders.
    pub name: String,
    /// Full path.
    pub path: String,
    /// What happened.
    pub outcome: FileOutcome,
    /// Characters of its names that charts could not print.
    pub unprintable: Vec<Unprintable>,
}

/// A character that no bundled font has, in words that a chart or a brief would print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unprintable {
    /// The character.
    pub character: String,
    /// U+2A6A5.
    pub code: String,
    /// The place, indicator, newspaper or headline that it stands in; of a sentence the words around it.
    pub name: String,
    /// Whether it stands in a sentence alone: no chart prints it, a brief that quotes it prints 〓.
    pub quoted: bool,
}

/// What became of one file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FileOutcome {
    /// It is now in the library.
    Imported {
        /// Its number.
        page: i64,
        /// Articles found.
        articles: u32,
        /// Observations found.
        observations: u32,
    },
    /// The library had the same bytes already; nothing changed.
    Unchanged {
        /// The page that it is.
        page: i64,
        /// Its name in the library.
        name: String,
    },
    /// It could not be read; nothing changed.
    Failed {
        /// Key of the UI's message table: `empty`, `binary`, `directory`, `permission`, `too-large`, `encoding`,
        /// `not-found`, `unsupported`, `internal`.
        code: String,
        /// The whole sentence in English, with the place in the file.
        message: String,
    },
}

/// What became of an import, file by file, in the order given.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// One row a file.
    pub files: Vec<FileReport>,
}

/// One page in a library.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PageRow {
    /// Its number.
    pub id: i64,
    /// File name.
    pub name: String,
    /// Newspaper, where printed.
    pub newspaper: Option<String>,
    /// Page number, where printed.
    pub page_number: Option<String>,
    /// 2024-03.
    pub issue_date: Option<String>,
    /// How the date is known, in Chinese.
    pub issue_reason: Option<String>,
    /// The paper's home place.
    pub home: Option<String>,
    /// Headlines in page order.
    pub headlines: Vec<String>,
    /// Observations found, rejected ones not counted.
    pub observations: u32,
    /// When it was imported, 2026-11-25T08:00:00Z.
    pub imported_at: String,
}

/// Which observations are asked for; an absent field does not filter.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ObservationFilter {
    /// Subject, exactly, or one of its alternatives by alias.
    pub place: Option<String>,
    /// Indicator by its name in the catalogue or in the text.
    pub indicator: Option<String>,
    /// 2023, 2023-Q1, …: the same days.
    pub period: Option<String>,
    /// A page's number.
    pub page: Option<i64>,
    /// Words that stand in indicator, subject or sentence.
    pub text: Option<String>,
    /// Whether rejected ones are listed too.
    pub include_rejected: bool,
    /// `indicator`, `subject`, `period`, `value`, `measure`, `source`, `confidence`; page order when absent.
    pub sort: Option<String>,
    /// Largest first.
    pub descending: bool,
    /// Rows passed over.
    pub offset: u32,
    /// Rows given at the most; 0 gives all.
    pub limit: u32,
}

/// One observation as a table row.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ObservationRow {
    /// Its number.
    pub id: i64,
    /// What is measured; several only for 均占….
    pub indicators: Vec<String>,
    /// Catalogue family of the first, if it has one.
    pub family: Option<String>,
    /// `total`, `new`, `cumulative`, `share`, `growth`, `change`, `rank`.
    pub measure: String,
    /// Whose.
    pub subject: Option<String>,
    /// 2023-Q1.
    pub period: Option<String>,
    /// 2023年一季度.
    pub period_label: Option<String>,
    /// Value in the base unit as a decimal string.
    pub value: String,
    /// A range's high end.
    pub value_max: Option<String>,
    /// Base unit.
    pub unit: String,
    /// `exact`, `about`, `below`, `above`, `range`.
    pub qualifier: String,
    /// The figure as a label prints it, in 万 or 亿: 约35.5%, 1294.2亿元.
    pub label: String,
    /// The amount's own words.
    pub printed: String,
    /// Of what, for share and rank.
    pub whole: Option<String>,
    /// `actual` or `planned`.
    pub status: String,
    /// 0 to 1.
    pub confidence: f64,
    /// Usable without a person's look.
    pub accepted: bool,
    /// A person has rejected it.
    pub rejected: bool,
    /// Page it came from.
    pub page: i64,
    /// The page's file name.
    pub page_name: String,
    /// The article's headline.
    pub headline: String,
    /// The sentence, on one line.
    pub sentence: String,
}

/// Rows of a list with how many there are in all.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ObservationList {
    /// The rows asked for.
    pub rows: Vec<ObservationRow>,
    /// How many match.
    pub total: u32,
}

/// A piece of a quoted sentence.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct QuotePiece {
    /// Its words.
    pub text: String,
    /// `plain`, `amount`, `subject`, `period`, `indicator`.
    pub role: String,
}

/// A field of an observation with how it is known.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EvidenceField {
    /// `indicator`, `measure`, `subject`, `period`, `value`, `qualifier`, `whole`, `status`.
    pub key: String,
    /// What it is, in Chinese.
    pub value: String,
    /// Why, in Chinese; for a subject its parents as well.
    pub reason: Option<String>,
}

/// Everything the evidence panel shows of one observation.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EvidencePanel {
    /// The observation.
    pub observation: ObservationRow,
    /// Source in a line: 钱塘新闻 · 2024年3月(由内文推定) · 第03版.
    pub source: String,
    /// The article's headline.
    pub headline: String,
    /// Reporters.
    pub byline: Option<String>,
    /// Some words before the sentence, the sentence, some words after; where subject or period was inherited from
    /// further off, its sentence first.
    pub quote: Vec<QuotePiece>,
    /// Fields in the panel's order.
    pub fields: Vec<EvidenceField>,
    /// What the ledger says of it, one Chinese sentence each: what it implies, agrees or conflicts with.
    pub ledger: Vec<String>,
    /// Rules and lexicon rows its confidence rests on.
    pub evidence: Vec<String>,
}

/// A place that has figures.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlaceRow {
    /// 大创小镇.
    pub name: String,
    /// 钱塘区, if the parent is known; it is in the list too, with 0 figures if it has none of its own.
    pub parent: Option<String>,
    /// How deep it stands under the places listed, from 0; rows come in tree order.
    pub depth: u32,
    /// `country`, `province`, `city`, `district`, `township`, `park`, or `other` for organisations.
    pub kind: String,
    /// Figures of its own.
    pub observations: u32,
}

/// An indicator that has figures.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct IndicatorRow {
    /// Its name.
    pub name: String,
    /// Catalogue family, if known.
    pub family: Option<String>,
    /// The unit most of its figures take.
    pub unit: String,
    /// Figures of it.
    pub observations: u32,
    /// Distinct places.
    pub places: u32,
    /// Distinct periods.
    pub periods: u32,
}

/// A period that has figures.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeriodRow {
    /// 2023-Q1.
    pub period: String,
    /// 2023年一季度.
    pub label: String,
    /// Figures of it.
    pub observations: u32,
}

/// One headline figure above the charts.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HeadlineFigure {
    /// 大创小镇规模以上工业总产值.
    pub title: String,
    /// 1294.2.
    pub number: String,
    /// 亿元.
    pub unit: String,
    /// 约, 超, 以上 or empty, before or after the number as the source has it.
    pub qualifier: String,
    /// Whether the qualifier stands before the number.
    pub qualifier_first: bool,
    /// The observations behind it.
    pub observations: Vec<i64>,
}

/// A chart the dashboard can show for the chosen place and period.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChartCard {
    /// `output-by-park`, `high-tech-firms`, `automotive-share`, `indicator:规模以上工业总产值`.
    pub name: String,
    /// Its title for now, before it is drawn.
    pub title: String,
    /// Whether there is anything to draw.
    pub has_data: bool,
}

/// The dashboard for a place and period.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Dashboard {
    /// The place shown: asked for, else the home of the latest page that has charts.
    pub place: Option<String>,
    /// The period shown: asked for, else the latest with data.
    pub period: Option<String>,
    /// 2023年.
    pub period_label: Option<String>,
    /// Places to choose from, in tree order.
    pub places: Vec<PlaceRow>,
    /// Periods to choose from for this place and what lies in it, latest first.
    pub periods: Vec<PeriodRow>,
    /// At most four.
    pub figures: Vec<HeadlineFigure>,
    /// Charts in order: the three named ones, then the indicators with most figures over time.
    pub charts: Vec<ChartCard>,
    /// Pages behind this place and period.
    pub pages: u32,
    /// Observations behind it.
    pub observations: u32,
}

/// Which brief, and where to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct BriefRequest {
    /// The place; as on the dashboard when absent.
    pub place: Option<String>,
    /// The period; as on the dashboard when absent.
    pub period: Option<String>,
    /// Date drawn; today in the window, an argument on the command line.
    pub date: Option<String>,
    /// Where to; its ending (.pdf, .docx) tells the format.
    pub path: String,
    /// Who it is by, in the document's properties.
    pub author: Option<String>,
    /// In greys that a black-and-white printer keeps apart.
    pub grey: bool,
}

/// Which chart, and how it is to be drawn.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ChartRequest {
    /// `output-by-park`, `high-tech-firms`, `automotive-share`, `indicator:NAME`.
    pub name: String,
    /// The place; the latest with data when absent.
    pub place: Option<String>,
    /// The period; the latest with data when absent.
    pub period: Option<String>,
    /// `light`, `dark` or `grey`; `light` when absent.
    pub theme: Option<String>,
    /// Date drawn; today in the window, an argument on the command line.
    pub date: Option<String>,
    /// `bars`, `grouped`, `stacked`, `share`, `line`, `slope`, `dots`, `multiples`, `table`, `waffle`, `list`, or `auto`
    /// for what the program would choose; absent, the kind that is kept for the chart, else `auto`.
    #[ts(optional)]
    pub kind: Option<String>,
    /// What the chart's own words are in, `zh` or `en`; `zh` when absent.
    #[ts(optional)]
    pub language: Option<String>,
}

/// The kinds of pictures a chart's figures can carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChartKinds {
    /// In a chooser's order: `bars`, `dots`, `table`.
    pub kinds: Vec<String>,
    /// What the program would choose.
    pub automatic: String,
    /// What a person chose; kept with the library.
    pub chosen: Option<String>,
}

/// A mark of a drawn chart.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MarkInfo {
    /// The observations behind it; more than one where a sum was drawn.
    pub observations: Vec<i64>,
    /// `exact`, `about`, `above`, `below`, `range`, `derived`, `planned`.
    pub kind: String,
    /// What a tooltip says: 大创小镇 2023年 1294.2亿元.
    pub title: String,
    /// Box in pixels of the drawing: x, y, width, height.
    pub bounds: [f64; 4],
}

/// A chart drawn at an exact size.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RenderedChart {
    /// The chart that was asked for, with the place and period that were taken.
    pub request: ChartRequest,
    /// The drawing; each mark is a `<g class="mark" data-observations="3 8" tabindex="0" role="…">`.
    pub svg: String,
    /// Marks in reading order.
    pub marks: Vec<MarkInfo>,
    /// Header and rows of the data table that says the same.
    pub table: Vec<Vec<String>>,
    /// The kind it was drawn as: `bars`.
    pub kind: String,
}

/// How a chart is written to a file.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ExportOptions {
    /// Where to; its ending (.svg, .png, .pdf, .csv, .json) tells the format.
    pub path: String,
    /// `A4`, `A3`, `16:9` or `180x120mm`. Absent, a PDF is A4 and a picture as large as it needs.
    pub paper: Option<String>,
    /// Sideways.
    pub landscape: bool,
    /// Upright, also where the paper's name means a sheet that lies: 16:9.
    pub portrait: bool,
    /// Millimetres left free on every side of a sheet.
    pub margin: Option<f64>,
    /// Dots per inch of a PNG; 300 when absent.
    pub dpi: Option<u32>,
    /// In greys that a black-and-white printer keeps apart.
    pub grey: bool,
    /// In SVG, words as the shapes of their characters.
    pub outline_text: bool,
    /// At the top of a sheet; the program's name when absent.
    pub header: Option<String>,
    /// At its bottom; place and period when absent.
    pub footer: Option<String>,
    /// Who it is by, in a PDF's properties.
    pub author: Option<String>,
}
