//! Files that the program is handed from outside: arguments of its first start and of later ones.

use crate::tell;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tauri::AppHandle;

/// Files handed over before the window's contents were there to hear of them.
pub struct OpenedFiles(Mutex<Waiting>);

struct Waiting {
    files: Vec<PathBuf>,
    is_window_listening: bool,
}

impl OpenedFiles {
    /// Begins with the files of the first start.
    pub fn new(files: Vec<PathBuf>) -> Self {
        Self(Mutex::new(Waiting { files, is_window_listening: false }))
    }

    /// What waits, once; from now on files go to the window as they come.
    pub fn take(&self) -> Vec<PathBuf> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.is_window_listening = true;
        std::mem::take(&mut waiting.files)
    }

    /// Gives files to the window as the event `files-opened`, or keeps them until it asks.
    pub fn hand_over(&self, app: &AppHandle, files: Vec<PathBuf>) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.is_window_listening {
            tell(app, "files-opened", files);
        } else {
            waiting.files.extend(files);
        }
    }
}

/// The files among a program's arguments as full paths: options are passed over, `file://` is what file managers give.
pub fn files(arguments: impl Iterator<Item = OsString>, here: &Path) -> Vec<PathBuf> {
    arguments.filter(|argument| !argument.to_string_lossy().starts_with('-')).map(|path| full(path, here)).collect()
}

fn full(argument: OsString, here: &Path) -> PathBuf {
    let address = argument.to_str().and_then(|text| tauri::Url::parse(text).ok());
    let from_address = address.filter(|url| url.scheme() == "file").and_then(|url| url.to_file_path().ok());
    from_address.unwrap_or_else(|| here.join(argument))
}

#[cfg(test)]
mod tests {
    use super::{OpenedFiles, files};
    use std::path::{Path, PathBuf};

    #[test]
    fn arguments_become_full_paths_and_options_are_passed_over() {
        let given = ["--flag", "版面.txt", "/tmp/a b.txt", "file:///tmp/%E9%9D%A2.txt"].map(Into::into);
        let found = files(given.into_iter(), Path::new("/home/reader"));
        assert_eq!(found, ["/home/reader/版面.txt", "/tmp/a b.txt", "/tmp/面.txt"].map(PathBuf::from));
    }

    #[test]
    fn files_that_wait_are_given_once() {
        let opened = OpenedFiles::new(vec![PathBuf::from("/tmp/a.txt")]);
        assert_eq!(opened.take().len(), 1);
        assert!(opened.take().is_empty());
    }
}
