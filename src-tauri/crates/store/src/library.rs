//! A library that is open: making, opening and saving it, and everything that is done to it as a whole.
//!
//! What its tables hold is each table's own file.

use crate::error::Error;
use crate::figure::{self, FigureFilter};
use crate::filing::{self, Filer, Filing, Lists};
use crate::filter::Filter;
use crate::{IndicatorCount, LibraryCounts, NameCount, PeriodCount, Result, StoredPage};
use crate::{NameTally, Named, PlaceTally, Standing, StandingTally};
use crate::{SearchedWords, SourcedObservation};
use crate::{article, chart_kind, check, counts, decision, migrate, observation, page, place};
use rusqlite::{Connection, OpenFlags, Transaction};
use std::cell::RefCell;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tidemark_model::{Figure, Observation, ObservationId, Page, PageId, Place, StoredObservation};

/// An open library: one SQLite file. `Send`; a program that shares it puts a lock around it.
pub struct Library {
    db: Connection,
    path: PathBuf,
    /// What is listed once, as far as it was read; rows are only ever added.
    lists: RefCell<Lists>,
    filer: Filer,
    filing: u32,
    /// Changes made here; with SQLite's own number of changes made elsewhere it tells one state from another.
    changes: u64,
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Library").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Pages that are filed anew in one transaction.
const FILED_AT_ONCE: usize = 50;

/// What became of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Import {
    /// It is new.
    Added(PageId),
    /// The library had the same bytes already; nothing changed.
    Unchanged(PageId),
}

impl Library {
    /// Makes a library at `path`, where there is no file yet.
    ///
    /// # Errors
    /// [`Error::Exists`], [`Error::Permission`], [`Error::NotFound`] where the folder is missing.
    pub fn create(path: &Path) -> Result<Self> {
        // Creating the file first tells a missing folder and an existing file apart from SQLite's "cannot open".
        fs::File::create_new(path).map_err(|e| Error::from_io(path, e))?;
        let made = Self::connect(path).and_then(|mut library| {
            migrate::create(&mut library.db).map_err(|e| Error::from_sqlite(path, e))?;
            library.set_up()
        });
        if made.is_err() {
            let _ = fs::remove_file(path);
        }
        made
    }

    /// Opens the library at `path` and brings it up to date.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NotALibrary`], [`Error::Newer`], [`Error::Damaged`], [`Error::Locked`],
    /// [`Error::Permission`].
    pub fn open(path: &Path) -> Result<Self> {
        let about = fs::metadata(path).map_err(|e| Error::from_io(path, e))?;
        if !about.is_file() || about.len() == 0 {
            return Err(Error::NotALibrary { path: path.to_owned() });
        }
        fs::File::open(path).map_err(|e| Error::from_io(path, e))?;
        let mut library = Self::connect(path)?;
        migrate::migrate(&mut library.db, path)?;
        library.set_up()
    }

    /// Opens the library at `path`, or makes it where there is none.
    ///
    /// # Errors
    /// Those of [`Library::open`] and [`Library::create`].
    pub fn open_or_create(path: &Path) -> Result<Self> {
        if path.exists() { Self::open(path) } else { Self::create(path) }
    }

    /// Writes a copy to `path` and opens it; a file that is there is replaced once the copy is whole.
    ///
    /// # Errors
    /// [`Error::SameFile`] for the library itself, [`Error::Locked`] for one that is open elsewhere.
    pub fn save_as(&self, path: &Path) -> Result<Self> {
        if is_same_file(&self.path, path) {
            return Err(Error::SameFile { path: path.to_owned() });
        }
        if path.is_dir() {
            return Err(Error::Exists { path: path.to_owned() });
        }
        if with_ending(path, "-wal").exists() {
            return Err(Error::Locked { path: path.to_owned() });
        }
        let part = with_ending(path, ".part");
        let _ = fs::remove_file(&part);
        let copied = self.copy_to(&part).and_then(|()| fs::rename(&part, path).map_err(|e| Error::from_io(path, e)));
        if copied.is_err() {
            let _ = fs::remove_file(&part);
        }
        copied?;
        Self::open(path)
    }

    fn copy_to(&self, path: &Path) -> Result<()> {
        // Making the file first tells why it cannot be made; SQLite fills an empty one.
        fs::File::create(path).map_err(|e| Error::from_io(path, e))?;
        let name = path.to_string_lossy();
        self.db.execute("VACUUM INTO ?1", [name.as_ref()]).map(drop).map_err(|e| Error::from_sqlite(path, e))
    }

    fn connect(path: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags).map_err(|e| Error::from_sqlite(path, e))?;
        db.busy_timeout(Duration::from_secs(5)).map_err(|e| Error::from_sqlite(path, e))?;
        db.set_prepared_statement_cache_capacity(64);
        let (lists, filer) = (RefCell::default(), filing::plain());
        Ok(Self { db, path: path.to_owned(), lists, filer, filing: 0, changes: 0 })
    }

    fn set_up(self) -> Result<Self> {
        self.ran(self.db.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824; PRAGMA wal_autocheckpoint = 8000;",
        ))?;
        Ok(self)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds a page with its observations in one transaction, unless the library has its bytes already.
    ///
    /// # Errors
    /// SQLite's; the library is then as it was.
    pub fn import_page(
        &mut self,
        page: &Page,
        found: &[Observation],
        extractor_version: u32,
        imported_at: &str,
    ) -> Result<Import> {
        self.file(|db, filing| {
            if let Some(id) = page::by_hash(db, &page.hash)? {
                return Ok(Import::Unchanged(id));
            }
            let versions = page::Versions { extractor: extractor_version, filed: filing.version };
            let id = page::insert(db, page, versions, imported_at)?;
            article::insert_all(db, id, &page.articles)?;
            observation::insert_all(db, filing, (id, page), found, observation::Numbers::new())?;
            Ok(Import::Added(id))
        })
    }

    /// Puts a page read or extracted anew in the place of page `id`. Decisions stay, and so do the numbers of
    /// figures that are found again.
    ///
    /// # Errors
    /// [`Error::NoPage`]; the library is then as it was.
    pub fn replace_page(
        &mut self,
        id: PageId,
        page: &Page,
        found: &[Observation],
        extractor_version: u32,
    ) -> Result<()> {
        let known = self.file(|db, filing| {
            let numbers = observation::numbers(db, id)?;
            let versions = page::Versions { extractor: extractor_version, filed: filing.version };
            let known = page::update(db, id, page, versions)?;
            if known {
                article::delete_all(db, id)?;
                article::insert_all(db, id, &page.articles)?;
                observation::insert_all(db, filing, (id, page), found, numbers)?;
            }
            Ok(known)
        })?;
        if known { Ok(()) } else { Err(self.no_page(id)) }
    }

    /// Removes a page with all that came from it; decisions about its figures stay.
    ///
    /// # Errors
    /// [`Error::NoPage`].
    pub fn remove_page(&mut self, id: PageId) -> Result<()> {
        let known = self.change(|db| page::delete(db, id))?;
        if known { Ok(()) } else { Err(self.no_page(id)) }
    }

    /// All pages, in the order they were first imported.
    ///
    /// # Errors
    /// SQLite's.
    pub fn pages(&self) -> Result<Vec<StoredPage>> {
        self.ran(page::list(&self.db))
    }

    /// What a list shows of one page.
    ///
    /// # Errors
    /// [`Error::NoPage`].
    pub fn stored_page(&self, id: PageId) -> Result<StoredPage> {
        self.ran(page::get(&self.db, id))?.ok_or_else(|| self.no_page(id))
    }

    /// A page whole, as it was read.
    ///
    /// # Errors
    /// [`Error::NoPage`].
    pub fn page(&self, id: PageId) -> Result<Page> {
        let stored = self.stored_page(id)?;
        let text = self.ran(page::text(&self.db, id))?.ok_or_else(|| self.no_page(id))?;
        let articles = self.ran(article::list(&self.db, id))?;
        Ok(stored.into_page(text, articles))
    }

    /// The page with these bytes, if it is in the library.
    ///
    /// # Errors
    /// SQLite's.
    pub fn page_with_hash(&self, hash: &str) -> Result<Option<PageId>> {
        self.ran(page::by_hash(&self.db, hash))
    }

    /// Pages whose observations an extractor older than this version found.
    ///
    /// # Errors
    /// SQLite's.
    pub fn pages_older_than(&self, extractor_version: u32) -> Result<Vec<PageId>> {
        self.ran(page::older_than(&self.db, extractor_version))
    }

    /// The observations asked for.
    ///
    /// # Errors
    /// SQLite's.
    pub fn observations(&self, filter: &Filter) -> Result<Vec<StoredObservation>> {
        Ok(self.sourced_observations(filter)?.into_iter().map(|o| o.stored).collect())
    }

    /// The observations asked for, each with where it was printed and its sentence.
    ///
    /// # Errors
    /// SQLite's.
    pub fn sourced_observations(&self, filter: &Filter) -> Result<Vec<SourcedObservation>> {
        self.listed(|db, lists| observation::list(db, &lists.named, filter))
    }

    /// How many there are, limit and offset left aside.
    ///
    /// # Errors
    /// SQLite's.
    pub fn count_observations(&self, filter: &Filter) -> Result<u32> {
        self.listed(|db, lists| observation::count(db, &lists.named, filter))
    }

    /// One observation with where it was printed.
    ///
    /// # Errors
    /// [`Error::NoObservation`].
    pub fn observation(&self, id: ObservationId) -> Result<SourcedObservation> {
        self.ran(observation::get(&self.db, id))?.ok_or_else(|| self.no_observation(id))
    }

    /// Rejects the figure of an observation, or takes that back. Every observation of the same printed amount is
    /// meant, now and when the page is read or imported again.
    ///
    /// # Errors
    /// [`Error::NoObservation`].
    pub fn reject(&mut self, id: ObservationId, rejected: bool) -> Result<()> {
        let known = self.change(|db| decision::set(db, id, rejected))?;
        if known { Ok(()) } else { Err(self.no_observation(id)) }
    }

    /// The kind of picture a person chose for a chart.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Locked`], [`Error::Sqlite`].
    pub fn chart_kind(&self, chart: &str) -> Result<Option<String>> {
        self.ran(chart_kind::get(&self.db, chart))
    }

    /// Keeps that choice; `None` leaves it to the program again.
    ///
    /// # Errors
    /// [`Error::Permission`], [`Error::Locked`], [`Error::Sqlite`].
    pub fn set_chart_kind(&mut self, chart: &str, kind: Option<&str>) -> Result<()> {
        self.change(|db| chart_kind::set(db, chart, kind))
    }

    /// The user's own places, by name.
    ///
    /// # Errors
    /// SQLite's.
    pub fn places(&self) -> Result<Vec<Place>> {
        self.ran(place::list(&self.db))
    }

    /// Adds a place of the user's own, or puts it in the place of the one of that name. All pages are then among
    /// [`Library::pages_older_than`], for they were read without it.
    ///
    /// # Errors
    /// SQLite's.
    pub fn set_place(&mut self, own: &Place) -> Result<()> {
        self.change(|db| {
            place::set(db, own)?;
            page::outdate_all(db)
        })
    }

    /// Removes a place of the user's own; all pages are then to be read again.
    ///
    /// # Errors
    /// [`Error::NoPlace`].
    pub fn remove_place(&mut self, name: &str) -> Result<()> {
        let known = self.change(|db| {
            let known = place::remove(db, name)?;
            if known {
                page::outdate_all(db)?;
            }
            Ok(known)
        })?;
        if known { Ok(()) } else { Err(Error::NoPlace { path: self.path.clone(), name: name.to_owned() }) }
    }

    /// Says how observations are filed from now on; another `version` than 0 for each way.
    pub fn file_by(&mut self, filer: Filer, version: u32) {
        (self.filer, self.filing) = (filer, version);
    }

    /// Files what is filed otherwise than now, a page a transaction; gives the number of pages.
    ///
    /// # Errors
    /// SQLite's; the pages before stay done.
    pub fn file_due(&mut self) -> Result<usize> {
        let due = self.ran(page::filed_otherwise(&self.db, self.filing))?;
        for pages in due.chunks(FILED_AT_ONCE) {
            self.file(|db, filing| pages.iter().try_for_each(|page| filing::again(db, filing, *page)))?;
        }
        Ok(due.len())
    }

    /// Figures that any of the filters asks for and the first of each of the standings `firsts`, each once, in page
    /// order: what nobody has rejected and says whose it is and of what.
    ///
    /// # Errors
    /// SQLite's.
    pub fn figures(&self, filters: &[FigureFilter], firsts: &[i64]) -> Result<Vec<Figure>> {
        self.listed(|db, lists| figure::figures(db, lists, filters, firsts))
    }

    /// The figure of an observation, where it is one.
    ///
    /// # Errors
    /// SQLite's.
    pub fn figure(&self, id: ObservationId) -> Result<Option<Figure>> {
        self.listed(|db, lists| figure::one(db, lists, id))
    }

    /// Which standings the figures of a page are of.
    ///
    /// # Errors
    /// SQLite's.
    pub fn standings_on(&self, page: PageId) -> Result<Vec<StandingTally>> {
        self.listed(|db, lists| figure::standings_on(db, lists, page))
    }

    /// The home places of some pages before that one, the latest first.
    ///
    /// # Errors
    /// SQLite's.
    pub fn homes_before(&self, page: PageId, most: u32) -> Result<Vec<(PageId, Option<String>)>> {
        self.ran(page::homes_before(&self.db, page, most))
    }

    /// Numbers of the observations that the filter asks for and whose words `takes` takes, limit and offset left aside.
    ///
    /// # Errors
    /// SQLite's.
    pub fn search(&self, filter: &Filter, takes: &dyn Fn(&SearchedWords) -> bool) -> Result<Vec<ObservationId>> {
        self.listed(|db, lists| observation::search(db, &lists.named, filter, takes))
    }

    /// The observations of these numbers, in their order.
    ///
    /// # Errors
    /// SQLite's.
    pub fn observations_of(&self, numbers: &[ObservationId]) -> Result<Vec<SourcedObservation>> {
        self.ran(observation::of_numbers(&self.db, numbers))
    }

    /// How many figures the filter asks for, by standing and days.
    ///
    /// # Errors
    /// SQLite's.
    pub fn tally(&self, filter: &FigureFilter) -> Result<Vec<PlaceTally>> {
        self.listed(|db, lists| figure::tally(db, lists, filter))
    }

    /// How many figures the filter asks for, by name, standing, days and unit.
    ///
    /// # Errors
    /// SQLite's.
    pub fn tally_names(&self, filter: &FigureFilter, each: &mut dyn FnMut(NameTally)) -> Result<()> {
        self.listed(|db, lists| figure::tally_names(db, lists, filter, each))
    }

    /// How many figures and how many pages behind them.
    ///
    /// # Errors
    /// SQLite's.
    pub fn count_figures(&self, filter: &FigureFilter) -> Result<(u32, u32)> {
        self.ran(figure::count(&self.db, filter))
    }

    /// Every standing that has figures, with their number.
    ///
    /// # Errors
    /// SQLite's.
    pub fn standings(&self) -> Result<Vec<StandingTally>> {
        self.listed(figure::standings)
    }

    /// Numbers of the standings that are this place or lie in it.
    ///
    /// # Errors
    /// SQLite's.
    pub fn standings_near(&self, place: &str) -> Result<Vec<i64>> {
        self.listed(|_, lists| Ok(lists.standings.near(place).to_vec()))
    }

    /// Numbers of the standings of this very subject.
    ///
    /// # Errors
    /// SQLite's.
    pub fn standings_of(&self, subject: &str) -> Result<Vec<i64>> {
        self.listed(|_, lists| Ok(lists.standings.of_subject(subject)))
    }

    /// The standing of this number.
    ///
    /// # Errors
    /// SQLite's.
    pub fn standing(&self, number: i64) -> Result<Option<Arc<Standing>>> {
        self.listed(|_, lists| Ok(lists.standings.get(number).cloned()))
    }

    /// Numbers of what is measured that `takes` takes, ascending.
    ///
    /// # Errors
    /// SQLite's.
    pub fn named(&self, takes: &dyn Fn(&Named) -> bool) -> Result<Vec<i64>> {
        Ok(self.named_after(0, takes)?.0)
    }

    /// What is measured under this number.
    ///
    /// # Errors
    /// SQLite's.
    pub fn named_row(&self, number: i64) -> Result<Option<Arc<Named>>> {
        self.listed(|_, lists| Ok(lists.named.get(number).cloned()))
    }

    /// Those above `last`, with the highest number there is: rows are only ever added, so that who keeps both need ask
    /// for the new ones only.
    ///
    /// # Errors
    /// SQLite's.
    pub fn named_after(&self, last: i64, takes: &dyn Fn(&Named) -> bool) -> Result<(Vec<i64>, i64)> {
        self.listed(|_, lists| Ok((lists.named.matching(last, takes), lists.named.last())))
    }

    /// Another pair after every change, here or in another program.
    ///
    /// # Errors
    /// SQLite's.
    pub fn state(&self) -> Result<(u64, i64)> {
        let elsewhere = self.db.pragma_query_value(None, "data_version", |row| row.get(0));
        Ok((self.changes, self.ran(elsewhere)?))
    }

    /// Does `work` with all that is listed once at hand.
    fn listed<T>(&self, work: impl FnOnce(&Connection, &Lists) -> rusqlite::Result<T>) -> Result<T> {
        let refreshed = self.lists.borrow_mut().refresh(&self.db);
        self.ran(refreshed.and_then(|()| work(&self.db, &self.lists.borrow())))
    }

    /// How much there is in it.
    ///
    /// # Errors
    /// SQLite's.
    pub fn counts(&self) -> Result<LibraryCounts> {
        self.listed(counts::library)
    }

    /// Subjects that have figures, by name.
    ///
    /// # Errors
    /// SQLite's.
    pub fn subjects(&self) -> Result<Vec<NameCount>> {
        self.ran(counts::subjects(&self.db))
    }

    /// Periods in which these subjects (any, if none is named) have figures, latest first.
    ///
    /// # Errors
    /// SQLite's.
    pub fn periods(&self, subjects: &[String]) -> Result<Vec<PeriodCount>> {
        self.ran(counts::periods(&self.db, subjects))
    }

    /// Indicators of which these subjects (any, if none is named) have figures, most figures first.
    ///
    /// # Errors
    /// SQLite's.
    pub fn indicators(&self, subjects: &[String]) -> Result<Vec<IndicatorCount>> {
        self.listed(|db, lists| counts::indicators(db, lists, subjects))
    }

    /// SQLite's plan for these observations, a line a step; tests hold that indexes answer them.
    ///
    /// # Errors
    /// SQLite's.
    pub fn explain(&self, filter: &Filter) -> Result<Vec<String>> {
        self.listed(|db, lists| observation::explain(db, &lists.named, filter))
    }

    /// What is wrong with the file, one sentence each; empty when all is well.
    ///
    /// # Errors
    /// SQLite's, where the file is too broken to be looked over.
    pub fn check(&self) -> Result<Vec<String>> {
        self.ran(check::problems(&self.db))
    }

    /// Does `work` in one transaction; where it fails nothing has changed.
    fn change<T>(&mut self, work: impl FnOnce(&Transaction) -> rusqlite::Result<T>) -> Result<T> {
        self.file(|db, _| work(db))
    }

    /// The same with the way to file at hand.
    fn file<T>(&mut self, work: impl FnOnce(&Transaction, Filing) -> rusqlite::Result<T>) -> Result<T> {
        let (filer, version, lists) = (&self.filer, self.filing, &mut *self.lists.borrow_mut());
        let db = &mut self.db;
        let done = lists.refresh(db).and_then(|()| {
            let transaction = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            let value = work(&transaction, Filing { lists, filer, version })?;
            transaction.commit()?;
            Ok(value)
        });
        self.changes += 1;
        self.ran(done)
    }

    fn ran<T>(&self, result: rusqlite::Result<T>) -> Result<T> {
        result.map_err(|e| Error::from_sqlite(&self.path, e))
    }

    fn no_page(&self, id: PageId) -> Error {
        Error::NoPage { path: self.path.clone(), id: id.0 }
    }

    fn no_observation(&self, id: ObservationId) -> Error {
        Error::NoObservation { path: self.path.clone(), id: id.0 }
    }
}

fn is_same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
