//! A chart before it has a size: what is said, which marks, which footnotes. Free of layout.

use crate::grid::Grid;
use crate::kind::ChartKind;
use crate::number::Unit;
use crate::theme::Series;
use crate::words::Language;
use serde::Serialize;
use tidemark_model::{Date, Decimal, ObservationId, Period, Qualifier};

/// What a mark stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A page says so.
    Stated,
    /// It follows from what pages say.
    Derived,
    /// A page says that it is meant to be.
    Planned,
}

/// One figure as it is drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarkSpec {
    /// The observations behind it.
    pub observations: Vec<ObservationId>,
    /// What it stands on.
    pub standing: Standing,
    /// How exact it is.
    pub qualifier: Qualifier,
    /// The value in the base unit; a range's low end.
    pub value: Decimal,
    /// The lowest it may be, in the base unit.
    pub low: Option<Decimal>,
    /// The highest it may be.
    pub high: Option<Decimal>,
    /// What is printed at it: 约3646.
    pub label: String,
    /// Numbers of its source notes.
    pub notes: Vec<usize>,
    /// What a tooltip says: 大创小镇 2023年 规模以上工业总产值 1294.2亿元.
    pub title: String,
    /// What a reader should know further: the sum, what it takes for granted.
    pub description: String,
    /// What still others say, where so many differ that only the lowest and the highest are drawn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub besides: Vec<MarkSpec>,
}

impl MarkSpec {
    /// `exact`, `about`, `above`, `below`, `range`, `derived`, `planned`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.standing {
            Standing::Derived => "derived",
            Standing::Planned => "planned",
            Standing::Stated => self.qualifier.name(),
        }
    }

    /// The far end of what is drawn.
    #[must_use]
    pub fn far(&self) -> Decimal {
        match self.qualifier {
            Qualifier::Range => self.high.unwrap_or(self.value).max(self.value),
            _ => self.value,
        }
    }
}

/// A row of a bar panel; without marks it is a gap, with several a conflict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BarRow {
    /// 大创小镇
    pub label: String,
    /// Whether its label stands out: the place asked for, the whole.
    pub strong: bool,
    /// Whether a little space parts it from the row above.
    pub apart: bool,
    /// Its colour.
    pub series: Series,
    /// Its figures.
    pub marks: Vec<MarkSpec>,
    /// A few words beside the value: 占全区约35.5%.
    pub note: Option<Note>,
}

/// A few words at a mark that themselves rest on observations.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// The words.
    pub text: String,
    /// How many rows from its own downwards it is said of: 二者.
    pub rows: usize,
    /// What it rests on.
    pub observations: Vec<ObservationId>,
    /// Numbers of its source notes.
    pub notes: Vec<usize>,
    /// `exact`, `about`, …
    pub kind: &'static str,
    /// What a tooltip says.
    pub title: String,
}

/// Bars that share a unit and a scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bars {
    /// What sets this panel apart from the next: 新增.
    pub heading: Option<String>,
    /// The unit of its scale.
    pub unit: Unit,
    /// Rows from the top.
    pub rows: Vec<BarRow>,
    /// Whether a scale with ticks is drawn.
    pub scale: bool,
}

/// A 100 % bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareBar {
    /// Whose part: 钱塘区.
    pub label: String,
    /// The part.
    pub mark: MarkSpec,
    /// What other sources say it is.
    pub others: Vec<MarkSpec>,
    /// What is left of the whole: 其余.
    pub rest_label: String,
    /// It, as derived.
    pub rest: MarkSpec,
}

/// A figure printed large with its name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// 汽车产量
    pub label: String,
    /// Its unit: 万辆.
    pub unit: String,
    /// It; several where sources conflict.
    pub marks: Vec<MarkSpec>,
}

/// A point in time; without marks a gap.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// When.
    pub period: Period,
    /// Its figures.
    pub marks: Vec<MarkSpec>,
}

/// One indicator of one place over periods of one length.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The unit of its scale.
    pub unit: Unit,
    /// Its colour.
    pub series: Series,
    /// Every period between the first and the last, planned ones included: the axis.
    pub periods: Vec<Period>,
    /// Actual figures, every period between first and last included.
    pub points: Vec<Point>,
    /// Planned ones, drawn apart and joined to nothing.
    pub planned: Vec<Point>,
}

/// One of several small lines.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SmallLine {
    /// Whose.
    pub label: String,
    /// Whether its label stands out.
    pub strong: bool,
    /// It.
    pub line: Line,
}

/// A part of the picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Panel {
    /// Bars.
    Bars(Bars),
    /// A 100 % bar.
    Share(Box<ShareBar>),
    /// Figures as words.
    Facts(Vec<Fact>),
    /// A line over time.
    Line(Line),
    /// Bars side by side.
    Grouped(Grid),
    /// Bars of parts.
    Stacked(Grid),
    /// Lines between two points in time.
    Slope(Grid),
    /// Dots with their intervals.
    Dots(Grid),
    /// A small line for each row.
    Multiples(Vec<SmallLine>),
    /// Rows and columns.
    Table(Grid),
    /// Squares.
    Waffle(Grid),
}

impl Panel {
    /// Every mark, in reading order; notes at marks are not among them.
    #[must_use]
    pub fn marks(&self) -> Vec<&MarkSpec> {
        fn of_line(line: &Line) -> Vec<&MarkSpec> {
            line.points.iter().chain(&line.planned).flat_map(|p| &p.marks).collect()
        }
        match self {
            Self::Bars(bars) => bars.rows.iter().flat_map(|r| &r.marks).collect(),
            Self::Share(share) => std::iter::once(&share.mark).chain(&share.others).chain([&share.rest]).collect(),
            Self::Facts(facts) => facts.iter().flat_map(|f| &f.marks).collect(),
            Self::Line(line) => of_line(line),
            Self::Multiples(lines) => lines.iter().flat_map(|small| of_line(&small.line)).collect(),
            Self::Grouped(grid)
            | Self::Stacked(grid)
            | Self::Slope(grid)
            | Self::Dots(grid)
            | Self::Table(grid)
            | Self::Waffle(grid) => grid.marks().collect(),
        }
    }

    pub(crate) fn marks_mut(&mut self) -> Vec<&mut MarkSpec> {
        fn of_line(line: &mut Line) -> Vec<&mut MarkSpec> {
            line.points.iter_mut().chain(&mut line.planned).flat_map(|p| &mut p.marks).collect()
        }
        match self {
            Self::Bars(bars) => bars.rows.iter_mut().flat_map(|r| &mut r.marks).collect(),
            Self::Share(share) => {
                std::iter::once(&mut share.mark).chain(&mut share.others).chain([&mut share.rest]).collect()
            }
            Self::Facts(facts) => facts.iter_mut().flat_map(|f| &mut f.marks).collect(),
            Self::Line(line) => of_line(line),
            Self::Multiples(lines) => lines.iter_mut().flat_map(|small| of_line(&mut small.line)).collect(),
            Self::Grouped(grid)
            | Self::Stacked(grid)
            | Self::Slope(grid)
            | Self::Dots(grid)
            | Self::Table(grid)
            | Self::Waffle(grid) => grid.marks_mut().collect(),
        }
    }

    /// Whether its marks are dots that lie on their side.
    pub(crate) fn has_dots(&self) -> bool {
        matches!(self, Self::Dots(_) | Self::Table(_))
    }

    /// Whether its marks are points joined by lines.
    pub(crate) fn has_points(&self) -> bool {
        matches!(self, Self::Line(_) | Self::Multiples(_) | Self::Slope(_))
    }
}

/// A numbered source, one per page and article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceNote {
    /// From 1.
    pub number: usize,
    /// Newspaper or file, issue and page: 江城日报 2024年3月19日 第02版.
    pub paper: String,
    /// The article: 《澄江工业开门红》.
    pub article: String,
}

impl SourceNote {
    /// In words a reader can look up.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{}", self.paper, self.article)
    }
}

/// A chart before it has a size.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChartSpec {
    /// Its definition's name.
    pub name: String,
    /// The place that was taken.
    pub place: String,
    /// The period that was taken.
    pub period: Option<Period>,
    /// What is measured, for whom.
    pub title: String,
    /// Period, unit, what unusual marks mean.
    pub subtitle: String,
    /// From the top.
    pub panels: Vec<Panel>,
    /// Sources in order of appearance.
    pub sources: Vec<SourceNote>,
    /// Gaps, what was left out and why, what is taken for granted: a sentence each.
    pub remarks: Vec<String>,
    /// What its own words are in.
    pub language: Language,
    /// The kind of picture it is.
    pub kind: ChartKind,
    /// The date drawn.
    #[serde(serialize_with = "as_written")]
    pub drawn_on: Date,
    /// Header and rows that say the same as the picture.
    pub table: Vec<Vec<String>>,
}

/// A date as 2024-03-25.
fn as_written<S: serde::Serializer>(date: &Date, out: S) -> Result<S::Ok, S::Error> {
    out.collect_str(date)
}
