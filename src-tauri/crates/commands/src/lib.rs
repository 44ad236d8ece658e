//! Every command of the window and of the command line: request, response, body. Knows no Tauri.

pub mod api;
mod error;
mod line;
mod reading;
mod session;

pub use error::Error;
pub use line::{InputFile, ObservationLine, OneOrMany, extract_files};
pub use session::Session;
