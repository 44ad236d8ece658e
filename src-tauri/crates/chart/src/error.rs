//! What can go wrong between a question and a picture, in sentences that say what to do.

/// Why a chart could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No bundled font has the character; the chart would show an empty box.
    #[error(
        "cannot draw “{text}”: no bundled font has the character “{character}” (U+{:04X}); spell the name with \
         another character, or add it to the characters kept in data/fonts/build.py",
        *character as u32
    )]
    MissingGlyph {
        /// The character.
        character: char,
        /// The words it stands in.
        text: String,
    },
    /// No such chart.
    #[error("there is no chart named “{0}”; the charts are {1} and indicator:NAME, such as indicator:地区生产总值")]
    UnknownChart(String, String),
    /// A definition that cannot be read.
    #[error("cannot read the chart definition {name}: {reason}; see the files in data/charts for the form")]
    Definition {
        /// The file or chart.
        name: String,
        /// What the parser found.
        reason: String,
    },
    /// A size nothing can be drawn at.
    #[error("cannot draw a chart of {0} × {1}; the smallest is 80 × 60, the largest 20000 × 20000")]
    Size(f64, f64),
    /// plotters or the backend gave up.
    #[error("drawing the chart failed: {0}")]
    Drawing(String),
    /// The picture could not be turned into pixels.
    #[error("cannot make a PNG of {width} × {height} pixels: {reason}; ask for a smaller one")]
    Png {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
        /// Why.
        reason: String,
    },
    /// The PDF could not be written.
    #[error("cannot make the PDF: {0}")]
    Pdf(String),
}

/// Why there is nothing to draw, in Chinese, for the place where the chart would stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NothingToDraw(pub String);
