//! An open library with everything a command needs: one method a command, each callable from any thread.

use crate::api::*;
use crate::error::Error;
use std::path::{Path, PathBuf};

const NOT_READY: Error = Error::NotReady { what: "do this" };

/// An open library, the extractor and the charts. `Send` and `Sync`; every method blocks until it is done, so a
/// window calls it from a blocking thread.
pub struct Session {}

impl Session {
    /// Opens the user's own library in `data_dir`, and makes it at the first start.
    ///
    /// # Errors
    /// Where the folder cannot be made or the library cannot be opened.
    pub fn open_default(_data_dir: &Path) -> Result<Self, Error> {
        Ok(Self {})
    }

    /// Opens the library at `path`.
    ///
    /// # Errors
    /// Where there is none or it cannot be opened.
    pub fn open(_path: &Path) -> Result<Self, Error> {
        Ok(Self {})
    }

    /// Makes a new library at `path`.
    ///
    /// # Errors
    /// Where there is a file already or it cannot be made.
    pub fn create(_path: &Path) -> Result<Self, Error> {
        Ok(Self {})
    }

    /// What the program knows when its window opens.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn app_state(&self) -> Result<AppState, Error> {
        Err(NOT_READY)
    }

    /// Makes a new library at `path` and goes on with it.
    ///
    /// # Errors
    /// Where there is a file already or it cannot be made; the open library stays open.
    pub fn new_library(&self, _path: &Path) -> Result<LibraryInfo, Error> {
        Err(NOT_READY)
    }

    /// Goes on with the library at `path`.
    ///
    /// # Errors
    /// Where it cannot be opened; the open library stays open.
    pub fn open_library(&self, _path: &Path) -> Result<LibraryInfo, Error> {
        Err(NOT_READY)
    }

    /// Writes the open library to `path` and goes on with the copy.
    ///
    /// # Errors
    /// Where it cannot be written; the open library stays open.
    pub fn save_library_as(&self, _path: &Path) -> Result<LibraryInfo, Error> {
        Err(NOT_READY)
    }

    /// Reads files into the library, one page a transaction, in the order given; `progress` hears of each file done,
    /// from any thread.
    ///
    /// # Errors
    /// Where an option cannot be used. A file that cannot be read is a row of the report, never an error.
    pub fn import_pages(
        &self,
        _paths: &[PathBuf],
        _options: &ImportOptions,
        _progress: impl Fn(ImportProgress) + Sync,
    ) -> Result<ImportReport, Error> {
        Err(NOT_READY)
    }

    /// Reads the samples that come with the program into the library.
    ///
    /// # Errors
    /// Never for a sample that cannot be read; that is a row of the report.
    pub fn import_samples(&self, _progress: impl Fn(ImportProgress) + Sync) -> Result<ImportReport, Error> {
        Err(NOT_READY)
    }

    /// The pages of the library, latest import first.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn list_pages(&self) -> Result<Vec<PageRow>, Error> {
        Err(NOT_READY)
    }

    /// Reads a page anew with another date and home place; what a person decided on its figures stays.
    ///
    /// # Errors
    /// Where there is no such page or an option cannot be used.
    pub fn set_page_context(&self, _page: i64, _options: &ImportOptions) -> Result<PageRow, Error> {
        Err(NOT_READY)
    }

    /// Takes a page out with all that came from it.
    ///
    /// # Errors
    /// Where there is no such page.
    pub fn remove_page(&self, _page: i64) -> Result<(), Error> {
        Err(NOT_READY)
    }

    /// Observations that the filter asks for.
    ///
    /// # Errors
    /// Where the filter names a period or an order that there is not.
    pub fn list_observations(&self, _filter: &ObservationFilter) -> Result<ObservationList, Error> {
        Err(NOT_READY)
    }

    /// Writes the observations that the filter asks for as CSV that Excel opens; gives their number.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn save_observations_csv(&self, _filter: &ObservationFilter, _path: &Path) -> Result<u32, Error> {
        Err(NOT_READY)
    }

    /// Everything the evidence panel shows of an observation.
    ///
    /// # Errors
    /// Where there is no such observation.
    pub fn get_evidence(&self, _observation: i64) -> Result<EvidencePanel, Error> {
        Err(NOT_READY)
    }

    /// Rejects an observation, or takes that back.
    ///
    /// # Errors
    /// Where there is no such observation.
    pub fn reject_observation(&self, _observation: i64, _rejected: bool) -> Result<(), Error> {
        Err(NOT_READY)
    }

    /// Indicators that have figures for a place and what lies in it; all where no place is given.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn list_indicators(&self, _place: Option<&str>) -> Result<Vec<IndicatorRow>, Error> {
        Err(NOT_READY)
    }

    /// The dashboard for a place and period, each chosen where it is not given.
    ///
    /// # Errors
    /// Where the period cannot be read.
    pub fn dashboard(&self, _place: Option<&str>, _period: Option<&str>) -> Result<Dashboard, Error> {
        Err(NOT_READY)
    }

    /// Draws a chart at an exact size in pixels.
    ///
    /// # Errors
    /// Where there is no such chart or nothing to draw.
    pub fn render_chart(&self, _request: &ChartRequest, _width: u32, _height: u32) -> Result<RenderedChart, Error> {
        Err(NOT_READY)
    }

    /// Writes a chart to a file, in the format its ending tells.
    ///
    /// # Errors
    /// Where there is nothing to draw or the file cannot be written.
    pub fn export_chart(&self, _request: &ChartRequest, _options: &ExportOptions) -> Result<(), Error> {
        Err(NOT_READY)
    }

    /// Writes a chart as PDF and hands it to the system to be printed; `path` of the options is not used.
    ///
    /// # Errors
    /// Where there is nothing to draw or the system has no program for it.
    pub fn print_chart(&self, _request: &ChartRequest, _options: &ExportOptions) -> Result<(), Error> {
        Err(NOT_READY)
    }
}
