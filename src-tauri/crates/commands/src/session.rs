//! An open library with everything a command needs: one method a command, each callable from any thread.

use crate::api::*;
use crate::error::Error;
use crate::reading::{Job, Origin};
use crate::recogniser::{Recogniser, knowing};
use crate::rows::page_row;
use crate::snapshot::Snapshot;
use crate::{again, brief, charts, dashboard, evidence, export, figures, import, line, list, places, print, samples};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread;
use tidemark_extract::EXTRACTOR_VERSION;
use tidemark_model::{ObservationId, PageId};
use tidemark_store::Library;

/// Name of the library that is made at the first start.
const FIRST_LIBRARY: &str = "我的资料库.tidemark";

/// An open library, the extractor and the charts. `Send` and `Sync`; every method blocks until it is done, so a
/// window calls it from a blocking thread.
pub struct Session {
    library: Arc<Mutex<Library>>,
    /// What commands ask; another one takes its place with another library.
    snapshot: Mutex<Arc<Snapshot>>,
    /// Knows the places of the open library; another one takes its place when those change.
    extractor: RwLock<Arc<Recogniser>>,
}

impl Session {
    /// Opens the user's own library in `data_dir`, and makes it at the first start.
    ///
    /// # Errors
    /// Where the folder cannot be made or the library cannot be opened.
    pub fn open_default(data_dir: &Path) -> Result<Self, Error> {
        fs::create_dir_all(data_dir).map_err(|source| Error::Write { path: data_dir.to_owned(), source })?;
        Self::over(Library::open_or_create(&data_dir.join(FIRST_LIBRARY))?)
    }

    /// Opens the library at `path`.
    ///
    /// # Errors
    /// Where there is none or it cannot be opened.
    pub fn open(path: &Path) -> Result<Self, Error> {
        Self::over(Library::open(path)?)
    }

    /// Makes a new library at `path`.
    ///
    /// # Errors
    /// Where there is a file already or it cannot be made.
    pub fn create(path: &Path) -> Result<Self, Error> {
        Self::over(Library::create(path)?)
    }

    fn over(mut library: Library) -> Result<Self, Error> {
        let extractor = file_anew(&mut library)?;
        let early = Arc::clone(&extractor);
        // Its lexicons load while the window opens.
        thread::spawn(move || {
            LazyLock::force(&early);
        });
        let library = Arc::new(Mutex::new(library));
        let snapshot = Mutex::new(Arc::new(Snapshot::new(Arc::clone(&library))));
        Ok(Self { library, snapshot, extractor: RwLock::new(extractor) })
    }

    /// The recogniser with its catalogue and places.
    pub(crate) fn extractor(&self) -> Arc<Recogniser> {
        Arc::clone(&self.extractor.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The library; a thread that panicked while it held it has left it whole, every change is a transaction.
    pub(crate) fn library(&self) -> MutexGuard<'_, Library> {
        self.library.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does `work` on the library.
    pub(crate) fn change<T>(&self, work: impl FnOnce(&mut Library) -> tidemark_store::Result<T>) -> Result<T, Error> {
        Ok(work(&mut self.library())?)
    }

    /// The same where the places are others afterwards.
    fn change_places<T>(&self, work: impl FnOnce(&mut Library) -> tidemark_store::Result<T>) -> Result<T, Error> {
        self.change(|library| {
            let done = work(library)?;
            let extractor = file_anew(library)?;
            *self.extractor.write().unwrap_or_else(PoisonError::into_inner) = extractor;
            *self.snapshot.lock().unwrap_or_else(PoisonError::into_inner) =
                Arc::new(Snapshot::new(Arc::clone(&self.library)));
            Ok(done)
        })
    }

    /// What the library holds, asked when it is needed.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What the program knows when its window opens.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn app_state(&self) -> Result<AppState, Error> {
        Ok(AppState {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            library: info(&self.library())?,
            today: crate::today().to_string(),
        })
    }

    /// Makes a new library at `path` and goes on with it.
    ///
    /// # Errors
    /// Where there is a file already or it cannot be made; the open library stays open.
    pub fn new_library(&self, path: &Path) -> Result<LibraryInfo, Error> {
        self.go_on_with(|_| Library::create(path))
    }

    /// Goes on with the library at `path`.
    ///
    /// # Errors
    /// Where it cannot be opened; the open library stays open.
    pub fn open_library(&self, path: &Path) -> Result<LibraryInfo, Error> {
        self.go_on_with(|_| Library::open(path))
    }

    /// Writes the open library to `path` and goes on with the copy.
    ///
    /// # Errors
    /// Where it cannot be written; the open library stays open.
    pub fn save_library_as(&self, path: &Path) -> Result<LibraryInfo, Error> {
        self.go_on_with(|library| library.save_as(path))
    }

    fn go_on_with(
        &self,
        other: impl FnOnce(&Library) -> tidemark_store::Result<Library>,
    ) -> Result<LibraryInfo, Error> {
        self.change_places(|library| {
            *library = other(library)?;
            Ok(())
        })?;
        info(&self.library())
    }

    /// Reads files into the library, one page a transaction, in the order given; `progress` hears of each file done.
    ///
    /// # Errors
    /// Where an option cannot be used. A file that cannot be read is a row of the report, never an error.
    pub fn import_pages(
        &self,
        paths: &[PathBuf],
        options: &ImportOptions,
        progress: impl Fn(ImportProgress) + Sync,
    ) -> Result<ImportReport, Error> {
        let file = |path: &PathBuf| line::InputFile { path: path.clone(), options: options.clone() };
        self.import_files(&paths.iter().map(file).collect::<Vec<_>>(), progress)
    }

    /// The same with a date and home place for each file.
    ///
    /// # Errors
    /// Where an option cannot be used.
    pub fn import_files(
        &self,
        files: &[line::InputFile],
        progress: impl Fn(ImportProgress) + Sync,
    ) -> Result<ImportReport, Error> {
        let jobs = files.iter().map(line::InputFile::job).collect::<Result<Vec<_>, _>>()?;
        Ok(self.import_jobs(&jobs, &progress))
    }

    /// Reads the samples that come with the program into the library.
    ///
    /// # Errors
    /// Never for a sample that cannot be read; that is a row of the report.
    pub fn import_samples(&self, progress: impl Fn(ImportProgress) + Sync) -> Result<ImportReport, Error> {
        Ok(self.import_jobs(&samples::jobs(), &progress))
    }

    fn import_jobs(&self, jobs: &[Job], progress: &dyn Fn(ImportProgress)) -> ImportReport {
        import::import(self, jobs, progress)
    }

    /// The pages of the library, latest import first.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn list_pages(&self) -> Result<Vec<PageRow>, Error> {
        Ok(self.library().pages()?.into_iter().rev().map(page_row).collect())
    }

    /// Reads a page anew with another date and home place; what a person decided on its figures stays. Without a date
    /// it takes the one that is found on the page.
    ///
    /// # Errors
    /// Where there is no such page or an option cannot be used.
    pub fn set_page_context(&self, page: i64, options: &ImportOptions) -> Result<PageRow, Error> {
        let id = PageId(page);
        let options = line::read_options(options)?;
        let old = self.library().page(id)?;
        let mut page = tidemark_reader::read_page(&old.name, old.text.as_bytes(), &options)?;
        (page.hash, page.encoding) = (old.hash, old.encoding);
        let found = self.extractor().extract(&page);
        self.change(|library| library.replace_page(id, &page, &found, EXTRACTOR_VERSION))?;
        Ok(page_row(self.library().stored_page(id)?))
    }

    /// Takes a page out with all that came from it.
    ///
    /// # Errors
    /// Where there is no such page.
    pub fn remove_page(&self, page: i64) -> Result<(), Error> {
        self.change(|library| library.remove_page(PageId(page)))
    }

    /// Observations that the filter asks for.
    ///
    /// # Errors
    /// Where the filter names a period or an order that there is not.
    pub fn list_observations(&self, filter: &ObservationFilter) -> Result<ObservationList, Error> {
        list::list(&self.snapshot(), filter, &self.extractor())
    }

    /// Writes all observations that the filter asks for, on every page of the list, as CSV that Excel opens; gives
    /// their number.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn save_observations_csv(&self, filter: &ObservationFilter, path: &Path) -> Result<u32, Error> {
        let snapshot = self.snapshot();
        let all = ObservationFilter { offset: 0, limit: 0, ..filter.clone() };
        let rows = list::list(&snapshot, &all, &self.extractor())?.rows;
        list::save_csv(&rows, path)?;
        Ok(crate::rows::count(rows.len()))
    }

    /// Everything the evidence panel shows of an observation.
    ///
    /// # Errors
    /// Where there is no such observation.
    pub fn get_evidence(&self, observation: i64) -> Result<EvidencePanel, Error> {
        evidence::panel(&self.snapshot(), ObservationId(observation), &self.extractor())
    }

    /// Rejects an observation, or takes that back.
    ///
    /// # Errors
    /// Where there is no such observation.
    pub fn reject_observation(&self, observation: i64, rejected: bool) -> Result<(), Error> {
        self.change(|library| library.reject(ObservationId(observation), rejected))
    }

    /// Indicators that have figures for a place and what lies in it; all where no place is given.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn list_indicators(&self, place: Option<&str>) -> Result<Vec<IndicatorRow>, Error> {
        dashboard::indicators(&self.snapshot(), place.filter(|place| !place.trim().is_empty()))
    }

    /// The dashboard for a place and period, each chosen where it is not given.
    ///
    /// # Errors
    /// Where the period cannot be read.
    pub fn dashboard(&self, place: Option<&str>, period: Option<&str>) -> Result<Dashboard, Error> {
        dashboard::dashboard(&self.snapshot(), place, period, &self.extractor())
    }

    /// The kinds of pictures a chart's figures can carry, and which a person chose.
    ///
    /// # Errors
    /// Where there is no such chart or nothing to draw.
    pub fn chart_kinds(&self, request: &ChartRequest) -> Result<ChartKinds, Error> {
        let kinds = charts::kinds(&self.snapshot(), request, &self.extractor())?;
        Ok(ChartKinds { chosen: self.library().chart_kind(&request.name)?, ..kinds })
    }

    /// Keeps the kind a person chose for a chart with the library; `None` or `auto` leaves it to the program again.
    ///
    /// # Errors
    /// Where there is no such kind or the library cannot be written.
    pub fn set_chart_kind(&self, chart: &str, kind: Option<&str>) -> Result<(), Error> {
        let kind = charts::kind_of(kind)?;
        Ok(self.library().set_chart_kind(chart, kind.map(tidemark_chart::ChartKind::name))?)
    }

    /// Draws a chart at an exact size in pixels.
    ///
    /// # Errors
    /// Where there is no such chart or nothing to draw.
    pub fn render_chart(&self, request: &ChartRequest, width: u32, height: u32) -> Result<RenderedChart, Error> {
        charts::render(&self.snapshot(), request, (width, height), &self.extractor())
    }

    /// Writes a chart to a file, in the format its ending tells.
    ///
    /// # Errors
    /// Where there is nothing to draw or the file cannot be written.
    pub fn export_chart(&self, request: &ChartRequest, options: &ExportOptions) -> Result<(), Error> {
        export::export(&self.snapshot(), request, options, &self.extractor())
    }

    /// Writes a brief of a place and period to a file, as PDF or DOCX by its ending.
    ///
    /// # Errors
    /// Where the library has nothing for it or the file cannot be written.
    pub fn export_brief(&self, request: &BriefRequest) -> Result<(), Error> {
        brief::export(&self.snapshot(), request, &self.extractor())
    }

    /// A chart as PNG, for the clipboard.
    ///
    /// # Errors
    /// Where there is no such chart or nothing to draw.
    pub fn picture_of_chart(&self, request: &ChartRequest) -> Result<Vec<u8>, Error> {
        export::as_png(&self.snapshot(), request, &self.extractor())
    }

    /// Writes a chart as PDF and hands it to the system to be printed; `path` of the options is not used.
    ///
    /// # Errors
    /// Where there is nothing to draw or the system has no program for it.
    pub fn print_chart(&self, request: &ChartRequest, options: &ExportOptions) -> Result<(), Error> {
        let pdf = export::as_pdf(&self.snapshot(), request, options, &self.extractor())?;
        print::hand_over(&pdf, &request.name)
    }

    /// Reads again what an older program has read, or one that did not know the places of now; gives the number of
    /// pages; `progress` hears of each page done. A window does so after opening a library, beside everything else.
    /// Each page is a transaction of its own: where the program ends in between, the next one goes on with the rest.
    ///
    /// # Errors
    /// Where the library cannot be read or written.
    pub fn read_again(&self, progress: impl Fn(ImportProgress) + Sync) -> Result<u32, Error> {
        Ok(crate::rows::count(again::read_again(self, &progress)?))
    }

    /// The user's own places, by name.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn list_own_places(&self) -> Result<Vec<OwnPlace>, Error> {
        Ok(self.library().places()?.into_iter().map(places::shown).collect())
    }

    /// Adds a place of the user's own, or changes the one of that name, and reads all pages again as
    /// [`Self::read_again`] does; gives the place as it is kept.
    ///
    /// # Errors
    /// Where name, parent or kind cannot be used.
    pub fn set_own_place(&self, place: &OwnPlace, progress: impl Fn(ImportProgress) + Sync) -> Result<OwnPlace, Error> {
        let place = places::taken(place, self.extractor().gazetteer())?;
        self.change_places(|library| library.set_place(&place))?;
        self.read_again(progress)?;
        Ok(places::shown(place))
    }

    /// Removes a place of the user's own and reads all pages again.
    ///
    /// # Errors
    /// Where there is no such place.
    pub fn remove_own_place(&self, name: &str, progress: impl Fn(ImportProgress) + Sync) -> Result<(), Error> {
        self.change_places(|library| library.remove_place(name.trim()))?;
        self.read_again(progress).map(drop)
    }

    /// What is wrong with the library's file, a sentence each; empty when all is well.
    ///
    /// # Errors
    /// Where the file is too broken to be looked over.
    pub fn check_library(&self) -> Result<Vec<String>, Error> {
        Ok(self.library().check()?)
    }
}

/// An extractor that knows the library's places; observations are filed by it from now on, and those that an older
/// program has filed otherwise are filed anew.
fn file_anew(library: &mut Library) -> tidemark_store::Result<Arc<Recogniser>> {
    let extractor = knowing(library.places()?);
    library.file_by(figures::filer(Arc::clone(&extractor)), figures::FILING_VERSION);
    library.file_due()?;
    Ok(extractor)
}

fn info(library: &Library) -> Result<LibraryInfo, Error> {
    let counts = library.counts()?;
    let path = library.path();
    Ok(LibraryInfo {
        path: path.display().to_string(),
        name: path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        pages: counts.pages,
        observations: counts.observations,
        indicators: counts.indicators,
    })
}

/// A job for a file; samples have jobs of their own.
pub(crate) fn display_path(origin: &Origin) -> String {
    match origin {
        Origin::File(path) => path.display().to_string(),
        Origin::BuiltIn(name, _) => (*name).to_owned(),
    }
}
