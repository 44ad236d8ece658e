//! What is found in a text of its own, and why: `tide explain`.

use crate::Error;
use crate::api::ImportOptions;
use crate::line::read_options;
use tidemark_extract::Extractor;

/// What is found in `text` with the evidence for it, in lines a person can read.
///
/// # Errors
/// Where the date among the options cannot be used.
pub fn explain(text: &str, options: &ImportOptions) -> Result<String, Error> {
    let options = read_options(options)?;
    Ok(Extractor::new().explain(text, options.issue, options.home.as_deref()).to_string())
}
