//! Pages of a library read again: after the program learned to read better, or a place of the user's own changed.
//! What a person decided stays, and so do the numbers of figures that are found again.

use crate::Error;
use crate::api::ImportProgress;
use crate::rows::count;
use crate::session::Session;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use tidemark_extract::EXTRACTOR_VERSION;
use tidemark_model::PageId;
use tidemark_store::Library;

/// Reads every page that an older program, or one without the places of now, has read; gives their number. The
/// library is free between two pages. A page that the program fails at stays as it is.
pub(crate) fn read_again(session: &Session, progress: &dyn Fn(ImportProgress)) -> Result<usize, Error> {
    let (path, pages) = {
        let library = session.library();
        (library.path().to_owned(), library.pages_older_than(EXTRACTOR_VERSION)?)
    };
    let (mut read, total) = (0, count(pages.len()));
    for (n, page) in pages.into_iter().enumerate() {
        let name = session.library().stored_page(page).map(|page| page.name).unwrap_or_default();
        read += usize::from(one(session, &path, page)?);
        progress(ImportProgress { done: count(n + 1), total, name });
    }
    Ok(read)
}

/// Whether it is done; not where page, library or places have changed meanwhile.
fn one(session: &Session, path: &Path, id: PageId) -> Result<bool, Error> {
    let extractor = session.extractor();
    let held = {
        let library = session.library();
        let due = library.path() == path && is_old(&library, id);
        due.then(|| library.page(id)).transpose()?
    };
    let Some(page) = held else { return Ok(false) };
    let Ok(found) = catch_unwind(AssertUnwindSafe(|| extractor.extract(&page))) else { return Ok(false) };
    session.change(|library| {
        let is_same = library.path() == path
            && Arc::ptr_eq(&extractor, &session.extractor())
            && library.page_with_hash(&page.hash)? == Some(id)
            && library.stored_page(id).is_ok_and(|now| now.issue == page.issue && now.home == page.home);
        if is_same {
            library.replace_page(id, &page, &found, EXTRACTOR_VERSION)?;
        }
        Ok(is_same)
    })
}

fn is_old(library: &Library, id: PageId) -> bool {
    library.stored_page(id).is_ok_and(|page| page.extractor_version < EXTRACTOR_VERSION)
}
