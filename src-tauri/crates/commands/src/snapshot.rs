//! A library's content in memory, as the commands that ask about all of it need it; made anew after each change.

use crate::api::ObservationRow;
use crate::figures;
use crate::rows;
use std::collections::HashMap;
use std::sync::OnceLock;
use tidemark_extract::Extractor;
use tidemark_model::{Derived, Figure, ObservationId, Page, PageId, StoredObservation};

/// A page as a library keeps it.
#[derive(Clone, Debug)]
pub(crate) struct HeldPage {
    pub id: PageId,
    pub page: Page,
    /// 2026-11-25T08:00:00Z
    pub imported_at: String,
}

/// Everything in a library, in page order.
#[derive(Default)]
pub(crate) struct Snapshot {
    pub pages: Vec<HeldPage>,
    pub observations: Vec<StoredObservation>,
    /// One row for each observation, in the same order.
    pub rows: Vec<ObservationRow>,
    /// Figures that may be reckoned with and drawn: nobody has rejected them, and they say whose they are.
    pub figures: Vec<Figure>,
    /// Reckoned when first asked for: a table needs none of it, and a large library much time.
    derived: OnceLock<Vec<Derived>>,
    page_at: HashMap<PageId, usize>,
    observation_at: HashMap<ObservationId, usize>,
}

impl Snapshot {
    /// From pages and observations in the order they are to be listed.
    pub fn new(pages: Vec<HeldPage>, observations: Vec<StoredObservation>, extractor: &Extractor) -> Self {
        let page_at = pages.iter().enumerate().map(|(at, held)| (held.id, at)).collect();
        let observation_at = observations.iter().enumerate().map(|(at, o)| (o.id, at)).collect();
        let mut snapshot = Self { pages, observations, page_at, observation_at, ..Self::default() };
        let with_page = || snapshot.observations.iter().filter_map(|o| Some((o, snapshot.page(o.page)?)));
        let rows = with_page().map(|(o, held)| rows::row(o, held, extractor)).collect();
        let usable = with_page().filter(|(o, _)| !o.rejected);
        let figures = usable.filter_map(|(o, held)| figures::figure(o, held, extractor)).collect();
        snapshot.rows = rows;
        snapshot.figures = figures;
        snapshot
    }

    /// What the ledger derives from the figures.
    pub fn derived(&self) -> &[Derived] {
        self.derived.get_or_init(|| tidemark_ledger::derive(&self.figures))
    }

    /// The page of this number.
    pub fn page(&self, id: PageId) -> Option<&HeldPage> {
        self.page_at.get(&id).map(|&at| &self.pages[at])
    }

    /// The observation of this number with its row.
    pub fn observation(&self, id: ObservationId) -> Option<(&StoredObservation, &ObservationRow)> {
        self.observation_at.get(&id).map(|&at| (&self.observations[at], &self.rows[at]))
    }

    /// How many observations of a page nobody has rejected.
    pub fn kept_on(&self, page: PageId) -> usize {
        self.observations.iter().filter(|o| o.page == page && !o.rejected).count()
    }

    /// The figure of an observation, where it is one.
    pub fn figure(&self, id: ObservationId) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }
}
