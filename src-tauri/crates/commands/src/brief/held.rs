//! What a brief draws on, read from the library once: the figures of the place and of its charts, their observations
//! and pages, and what the ledger derives for the period.

use crate::Error;
use crate::dashboard::same;
use crate::snapshot::Snapshot;
use std::collections::{BTreeSet, HashMap};
use tidemark_ledger::derive;
use tidemark_model::{Derived, Figure, ObservationId, Page, PageId, Period, StoredObservation};
use tidemark_store::FigureFilter;

/// A page with its number in the library.
pub(super) struct HeldPage {
    pub id: PageId,
    pub page: Page,
}

pub(super) struct Held {
    /// Of the place and what lies in it, all periods.
    pub near: Vec<Figure>,
    /// What else the charts show: of the place beside it, of the whole.
    beside: Vec<Figure>,
    /// For the period, from figures near the place.
    pub derived: Vec<Derived>,
    observations: HashMap<ObservationId, StoredObservation>,
    pages: HashMap<PageId, HeldPage>,
}

impl Held {
    /// The place's, with the figures that the charts show.
    pub fn of(
        snapshot: &Snapshot,
        (place, period): (&str, Option<Period>),
        charted: &[ObservationId],
    ) -> Result<Self, Error> {
        let standings = snapshot.ask(|library| library.standings_near(place))?;
        let filter = FigureFilter { standings: Some(standings), ..FigureFilter::default() };
        let near = snapshot.ask(|library| library.figures(&[filter], &[]))?;
        let known: BTreeSet<i64> = near.iter().map(|figure| figure.id.0).collect();
        let mut beside = Vec::new();
        for &id in charted.iter().filter(|id| !known.contains(&id.0)) {
            beside.extend(snapshot.ask(|library| library.figure(id))?);
        }
        let numbers: Vec<ObservationId> = near.iter().chain(&beside).map(|figure| figure.id).collect();
        let found = snapshot.ask(|library| library.observations_of(&numbers))?;
        let observations: HashMap<_, _> = found.into_iter().map(|found| (found.stored.id, found.stored)).collect();
        let mut pages = HashMap::new();
        for id in observations.values().map(|stored| stored.page).collect::<std::collections::HashSet<_>>() {
            pages.insert(id, HeldPage { id, page: snapshot.ask(|library| library.page(id))? });
        }
        let shown: Vec<Figure> = near.iter().filter(|figure| same(figure.period, period)).cloned().collect();
        let derived = derive(&shown);
        Ok(Self { near, beside, derived, observations, pages })
    }

    pub fn figure(&self, id: ObservationId) -> Option<&Figure> {
        self.near.iter().chain(&self.beside).find(|figure| figure.id == id)
    }

    pub fn observation(&self, id: ObservationId) -> Option<&StoredObservation> {
        self.observations.get(&id)
    }

    pub fn page(&self, id: PageId) -> Option<&HeldPage> {
        self.pages.get(&id)
    }
}
