//! Every command of the window and of the command line: request, response, body. Knows no Tauri.

pub mod api;
mod error;
mod session;

pub use error::Error;
pub use session::Session;
