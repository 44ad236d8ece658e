//! What charts ask by, put beside each observation: the catalogue's names and where the subject stands.
//!
//! The library does not know catalogue or places; it is told how to file, and how that is numbered. Until then names
//! are those of the text, and no subject lies anywhere.

use crate::named::{self, AllNamed, Named};
use crate::standing::{self, Standing, Standings};
use crate::words::Column;
use crate::{article, observation, page};
use rusqlite::{Connection, named_params};
use std::sync::Arc;
use tidemark_model::{Observation, Page, PageId, PlaceKind, Status};

/// What an observation is filed under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filed {
    /// What is measured, by the catalogue's names; none where the page does not say.
    pub names: Vec<String>,
    /// Whether the figure is said of each of several names: 均占.
    pub each: bool,
    /// The catalogue's family of the first.
    pub family: Option<String>,
    /// What kind of place the subject is, if it is a known place.
    pub kind: Option<PlaceKind>,
    /// The places the subject lies in, nearest first.
    pub parents: Vec<String>,
    /// Whether it happened, after a look at the date.
    pub status: Status,
}

/// How a page's observations are filed.
pub type Filer = Arc<dyn Fn(&Page, &Observation) -> Filed + Send + Sync>;

/// The text's own names, and nothing known of any place.
pub(crate) fn plain() -> Filer {
    Arc::new(|_: &Page, found: &Observation| Filed {
        names: found.indicators.iter().filter(|name| !name.trim().is_empty()).cloned().collect(),
        status: found.status,
        ..Filed::default()
    })
}

/// What is listed once, as far as it is known in memory.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    pub standings: Standings,
    pub named: AllNamed,
}

impl Lists {
    pub fn refresh(&mut self, db: &Connection) -> Column<()> {
        self.standings.refresh(db)?;
        self.named.refresh(db)
    }
}

/// Where to file, how, and under which number of that way.
#[derive(Clone, Copy)]
pub(crate) struct Filing<'a> {
    pub lists: &'a Lists,
    pub filer: &'a Filer,
    pub version: u32,
}

/// The columns.
pub(crate) struct Columns {
    pub standing: Option<i64>,
    pub named: Option<i64>,
    pub taken_as: &'static str,
    pub each: bool,
}

/// Looks an observation's columns up, and lists what is new.
pub(crate) fn columns(db: &Connection, filing: Filing, page: &Page, found: &Observation) -> Column<Columns> {
    let Filed { names, each, family, kind, parents, status } = (filing.filer)(page, found);
    let subject = found.subject.as_ref().map(|subject| subject.value.clone());
    let standing = subject.map(|subject| Standing { subject, kind, parents });
    let named = (!names.is_empty()).then_some(Named { names, family });
    Ok(Columns {
        standing: standing.map(|s| standing::number(db, &filing.lists.standings, &s)).transpose()?,
        named: named.map(|n| named::number(db, &filing.lists.named, &n)).transpose()?,
        taken_as: status.name(),
        each,
    })
}

/// Files a page's observations anew.
pub(crate) fn again(db: &Connection, filing: Filing, id: PageId) -> Column<()> {
    let Some(stored) = page::get(db, id)? else { return Ok(()) };
    let text = page::text(db, id)?.unwrap_or_default();
    let page = stored.into_page(text, article::list(db, id)?);
    let mut update = db.prepare_cached(include_str!("filing/update.sql"))?;
    for (number, found) in observation::of_page(db, id)? {
        let Columns { standing, named, taken_as, each } = columns(db, filing, &page, &found)?;
        update.execute(named_params! {
            ":id": number, ":standing": standing, ":named": named, ":taken_as": taken_as, ":each": each,
            ":sentence": tidemark_model::one_line(found.sentence.slice(&page.text)),
        })?;
    }
    page::set_filed(db, id, filing.version)
}
