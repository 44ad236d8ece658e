//! Files into the library: read and extracted on several threads, kept one page a transaction in the order given.

use crate::Error;
use crate::api::{FileOutcome, FileReport, ImportProgress, ImportReport};
use crate::reading::{Job, Reading, read_all};
use crate::rows::count;
use crate::session::{Session, display_path};
use crate::unprintable;
use chrono::Utc;
use tidemark_extract::EXTRACTOR_VERSION;
use tidemark_store::Import;

/// Imports every job and says what became of each.
pub(crate) fn import(session: &Session, jobs: &[Job], progress: &dyn Fn(ImportProgress)) -> ImportReport {
    let mut files = Vec::with_capacity(jobs.len());
    let known = |hash: &str| session.library().page_with_hash(hash).is_ok_and(|page| page.is_some());
    read_all(jobs, &session.extractor(), known, |n, outcome| {
        let unprintable =
            outcome.as_ref().map(|reading| unprintable::on(&reading.page, reading.found())).unwrap_or_default();
        let outcome = outcome.and_then(|reading| keep(session, reading));
        let job = &jobs[n];
        let name = job.origin.name();
        progress(ImportProgress { done: count(n + 1), total: count(jobs.len()), name: name.clone() });
        let (path, outcome) = (display_path(&job.origin), outcome.unwrap_or_else(failed));
        files.push(FileReport { name, path, outcome, unprintable });
    });
    ImportReport { files }
}

fn failed(error: Error) -> FileOutcome {
    FileOutcome::Failed { code: error.code().to_owned(), message: error.to_string() }
}

fn keep(session: &Session, reading: Reading) -> Result<FileOutcome, Error> {
    let Reading { page, observations } = reading;
    let now = Utc::now().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let mut library = session.library();
    if let (None, Some(known)) = (&observations, library.page_with_hash(&page.hash)?) {
        return Ok(FileOutcome::Unchanged { page: known.0, name: library.stored_page(known)?.name });
    }
    let observations = observations.unwrap_or_else(|| session.extractor().extract(&page));
    Ok(match library.import_page(&page, &observations, EXTRACTOR_VERSION, &now)? {
        Import::Added(id) => FileOutcome::Imported {
            page: id.0,
            articles: count(page.articles.len()),
            observations: count(observations.len()),
        },
        Import::Unchanged(id) => FileOutcome::Unchanged { page: id.0, name: library.stored_page(id)?.name },
    })
}
