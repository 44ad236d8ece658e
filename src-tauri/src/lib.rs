//! The desktop shell: one window, an adapter for each command, the paths of this machine, the files it is handed.
//!
//! What the commands do stands in `tidemark-commands`; nothing here knows pages, figures or charts.

mod commands;
mod opened;
mod paths;

use opened::OpenedFiles;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tauri::{App, AppHandle, Emitter, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tidemark_commands::Session;

/// Opens the window and runs until it is closed.
pub fn run() {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(second_start))
        .plugin(tauri_plugin_dialog::init())
        .setup(set_up)
        .invoke_handler(commands::handler())
        .run(tauri::generate_context!());
    if let Err(error) = built {
        eprintln!("tidemark: cannot start: {error}");
        std::process::exit(1);
    }
}

fn set_up(app: &mut App) -> Result<(), Box<dyn Error>> {
    match open_library(&app.path().app_data_dir()?) {
        Ok(session) => app.manage(Arc::new(session)),
        Err(error) => {
            give_up(app.handle(), &error);
            return Ok(());
        }
    };
    let here = std::env::current_dir().unwrap_or_default();
    app.manage(OpenedFiles::new(opened::files(std::env::args_os().skip(1), &here)));
    Ok(())
}

/// The library that `TIDEMARK_LIBRARY` names, made where it is not there; else the user's own.
fn open_library(data_dir: &Path) -> Result<Session, tidemark_commands::Error> {
    match paths::library() {
        Some(path) if path.exists() => Session::open(&path),
        Some(path) => Session::create(&path),
        None => Session::open_default(data_dir),
    }
}

/// Says in a dialog why there is no library, and ends: whoever double-clicked the program sees no terminal.
fn give_up(app: &AppHandle, error: &tidemark_commands::Error) {
    eprintln!("tidemark: {error}");
    let ending = app.clone();
    app.dialog()
        .message(format!("{error}"))
        .title("打不开资料库")
        .kind(MessageDialogKind::Error)
        .show(move |_| ending.exit(1));
}

/// Somebody started the program again, by double-clicking a page perhaps: this window takes the files and comes up.
fn second_start(app: &AppHandle, arguments: Vec<String>, here: String) {
    let files = opened::files(arguments.into_iter().skip(1).map(Into::into), &PathBuf::from(here));
    if !files.is_empty() {
        app.state::<OpenedFiles>().hand_over(app, files);
    }
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Sends an event to the window; a window that is gone has nothing to hear.
fn tell<T: serde::Serialize + Clone>(app: &AppHandle, event: &str, payload: T) {
    let _ = app.emit(event, payload);
}
