//! What a command ends with when not all is done: the exit code, and the sentence for stderr.

use std::fmt;
use std::io;
use std::process::ExitCode;
use tidemark_commands::Error;

/// Why a command did not do all it was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    code: u8,
    /// What to say; empty where every input has been named already.
    message: String,
}

impl Failure {
    /// Some inputs failed, each named on stderr already.
    pub(crate) fn some_inputs() -> Self {
        Self { code: 1, message: String::new() }
    }

    /// The command was asked for in a way that cannot be.
    pub(crate) fn usage(message: String) -> Self {
        Self { code: 2, message }
    }

    /// The library cannot be used.
    pub(crate) fn library(error: Error) -> Self {
        Self { code: 1, message: error.to_string() }
    }

    /// Says what is to be said and gives the exit code.
    pub(crate) fn report(self) -> ExitCode {
        if !self.message.is_empty() {
            eprintln!("tide: {}", self.message);
        }
        ExitCode::from(self.code)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let code = if matches!(error.code(), "argument" | "parent") { 2 } else { 1 };
        Self { code, message: error.to_string() }
    }
}

impl From<io::Error> for Failure {
    /// A reader that has gone away (`tide extract … | head`) is no failure to speak of.
    fn from(error: io::Error) -> Self {
        let gone = error.kind() == io::ErrorKind::BrokenPipe;
        Self { code: 1, message: if gone { String::new() } else { format!("cannot write the output: {error}") } }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}
