//! An adapter for each command: it takes the window's arguments to a blocking thread and gives back what comes.

use crate::opened::OpenedFiles;
use crate::tell;
use std::path::PathBuf;
use std::sync::Arc;
use tauri::ipc::{Invoke, Response};
use tauri::{AppHandle, State, Wry, async_runtime};
use tidemark_commands::api::*;
use tidemark_commands::{Error, Session};

type Shared<'a> = State<'a, Arc<Session>>;

/// Every command that the window may call.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        app_state,
        new_library,
        open_library,
        save_library_as,
        read_again,
        list_own_places,
        set_own_place,
        remove_own_place,
        import_pages,
        import_samples,
        take_opened_files,
        list_pages,
        set_page_context,
        remove_page,
        list_observations,
        save_observations_csv,
        get_evidence,
        reject_observation,
        list_indicators,
        dashboard,
        render_chart,
        chart_kinds,
        set_chart_kind,
        export_chart,
        export_brief,
        picture_of_chart,
        print_chart
    ]
}

/// What a command answers: its value, or what the window needs to say why there is none.
type Answer<T> = Result<T, Failure>;

/// An error on its way to the window.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Failure {
    Command(Error),
    /// The thread broke off: a bug, told instead of hanging.
    Broken {
        code: &'static str,
        message: String,
    },
}

/// Does `work` with the library on a thread that may block.
async fn with<T, F>(session: Shared<'_>, work: F) -> Answer<T>
where
    T: Send + 'static,
    F: FnOnce(&Session) -> Result<T, Error> + Send + 'static,
{
    let session = Arc::clone(session.inner());
    match async_runtime::spawn_blocking(move || work(&session)).await {
        Ok(answer) => answer.map_err(Failure::Command),
        Err(error) => Err(Failure::Broken { code: "internal", message: error.to_string() }),
    }
}

#[tauri::command]
async fn app_state(session: Shared<'_>) -> Answer<AppState> {
    with(session, Session::app_state).await
}

#[tauri::command]
async fn new_library(session: Shared<'_>, path: PathBuf) -> Answer<LibraryInfo> {
    with(session, move |s| s.new_library(&path)).await
}

#[tauri::command]
async fn open_library(session: Shared<'_>, path: PathBuf) -> Answer<LibraryInfo> {
    with(session, move |s| s.open_library(&path)).await
}

#[tauri::command]
async fn save_library_as(session: Shared<'_>, path: PathBuf) -> Answer<LibraryInfo> {
    with(session, move |s| s.save_library_as(&path)).await
}

#[tauri::command]
async fn read_again(app: AppHandle, session: Shared<'_>) -> Answer<u32> {
    let progress = move |progress| tell(&app, "read-again-progress", progress);
    with(session, move |s| s.read_again(progress)).await
}

#[tauri::command]
async fn list_own_places(session: Shared<'_>) -> Answer<Vec<OwnPlace>> {
    with(session, Session::list_own_places).await
}

#[tauri::command]
async fn set_own_place(app: AppHandle, session: Shared<'_>, place: OwnPlace) -> Answer<OwnPlace> {
    let progress = move |progress| tell(&app, "read-again-progress", progress);
    with(session, move |s| s.set_own_place(&place, progress)).await
}

#[tauri::command]
async fn remove_own_place(app: AppHandle, session: Shared<'_>, name: String) -> Answer<()> {
    let progress = move |progress| tell(&app, "read-again-progress", progress);
    with(session, move |s| s.remove_own_place(&name, progress)).await
}

#[tauri::command]
async fn import_pages(
    app: AppHandle,
    session: Shared<'_>,
    paths: Vec<PathBuf>,
    options: ImportOptions,
) -> Answer<ImportReport> {
    let progress = move |progress| tell(&app, "import-progress", progress);
    with(session, move |s| s.import_pages(&paths, &options, progress)).await
}

#[tauri::command]
async fn import_samples(app: AppHandle, session: Shared<'_>) -> Answer<ImportReport> {
    let progress = move |progress| tell(&app, "import-progress", progress);
    with(session, move |s| s.import_samples(progress)).await
}

#[tauri::command]
fn take_opened_files(opened: State<'_, OpenedFiles>) -> Vec<PathBuf> {
    opened.take()
}

#[tauri::command]
async fn list_pages(session: Shared<'_>) -> Answer<Vec<PageRow>> {
    with(session, Session::list_pages).await
}

#[tauri::command]
async fn set_page_context(session: Shared<'_>, page: i64, options: ImportOptions) -> Answer<PageRow> {
    with(session, move |s| s.set_page_context(page, &options)).await
}

#[tauri::command]
async fn remove_page(session: Shared<'_>, page: i64) -> Answer<()> {
    with(session, move |s| s.remove_page(page)).await
}

#[tauri::command]
async fn list_observations(session: Shared<'_>, filter: ObservationFilter) -> Answer<ObservationList> {
    with(session, move |s| s.list_observations(&filter)).await
}

#[tauri::command]
async fn save_observations_csv(session: Shared<'_>, filter: ObservationFilter, path: PathBuf) -> Answer<u32> {
    with(session, move |s| s.save_observations_csv(&filter, &path)).await
}

#[tauri::command]
async fn get_evidence(session: Shared<'_>, observation: i64) -> Answer<EvidencePanel> {
    with(session, move |s| s.get_evidence(observation)).await
}

#[tauri::command]
async fn reject_observation(session: Shared<'_>, observation: i64, rejected: bool) -> Answer<()> {
    with(session, move |s| s.reject_observation(observation, rejected)).await
}

#[tauri::command]
async fn list_indicators(session: Shared<'_>, place: Option<String>) -> Answer<Vec<IndicatorRow>> {
    with(session, move |s| s.list_indicators(place.as_deref())).await
}

#[tauri::command]
async fn dashboard(session: Shared<'_>, place: Option<String>, period: Option<String>) -> Answer<Dashboard> {
    with(session, move |s| s.dashboard(place.as_deref(), period.as_deref())).await
}

#[tauri::command]
async fn render_chart(session: Shared<'_>, request: ChartRequest, width: u32, height: u32) -> Answer<RenderedChart> {
    with(session, move |s| s.render_chart(&request, width, height)).await
}

#[tauri::command]
async fn chart_kinds(session: Shared<'_>, request: ChartRequest) -> Answer<ChartKinds> {
    with(session, move |s| s.chart_kinds(&request)).await
}

#[tauri::command]
async fn set_chart_kind(session: Shared<'_>, chart: String, kind: Option<String>) -> Answer<()> {
    with(session, move |s| s.set_chart_kind(&chart, kind.as_deref())).await
}

#[tauri::command]
async fn export_chart(session: Shared<'_>, request: ChartRequest, options: ExportOptions) -> Answer<()> {
    with(session, move |s| s.export_chart(&request, &options)).await
}

#[tauri::command]
async fn export_brief(session: Shared<'_>, request: BriefRequest) -> Answer<()> {
    with(session, move |s| s.export_brief(&request)).await
}

/// The bytes as they are: as a JSON list they would take ten times the time.
#[tauri::command]
async fn picture_of_chart(session: Shared<'_>, request: ChartRequest) -> Answer<Response> {
    with(session, move |s| s.picture_of_chart(&request).map(Response::new)).await
}

#[tauri::command]
async fn print_chart(session: Shared<'_>, request: ChartRequest, options: ExportOptions) -> Answer<()> {
    with(session, move |s| s.print_chart(&request, &options)).await
}
