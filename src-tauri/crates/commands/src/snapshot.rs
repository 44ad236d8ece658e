//! What an open library holds, asked of it when a command needs it: each question reads the rows it is about.

use crate::Error;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tidemark_store::{Library, Named};

/// An open library, shared by all commands, with what was made of it and still holds.
pub(crate) struct Snapshot {
    library: Arc<Mutex<Library>>,
    kept: Mutex<Kept>,
}

/// What is the same until the library changes.
#[derive(Default)]
struct Kept {
    /// Numbers of what is measured that a question is about, with the highest number when it was asked.
    named: HashMap<String, (Vec<i64>, i64)>,
    state: (u64, i64),
    values: HashMap<&'static str, Arc<dyn std::any::Any + Send + Sync>>,
}

impl Snapshot {
    /// Of this library.
    pub fn new(library: Arc<Mutex<Library>>) -> Self {
        Self { library, kept: Mutex::default() }
    }

    /// Asks the library.
    pub fn ask<T>(&self, question: impl FnOnce(&Library) -> tidemark_store::Result<T>) -> Result<T, Error> {
        Ok(question(&self.library.lock().unwrap_or_else(PoisonError::into_inner))?)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Numbers of what is measured that `takes` takes; `about` names the question, so that only rows added since it
    /// was asked last are looked at.
    pub fn named(&self, about: &str, takes: &dyn Fn(&Named) -> bool) -> Result<Vec<i64>, Error> {
        let (mut numbers, last) = self.kept().named.get(about).cloned().unwrap_or_default();
        let (new, last) = self.ask(|library| library.named_after(last, takes))?;
        numbers.extend(new);
        self.kept().named.insert(about.to_owned(), (numbers.clone(), last));
        Ok(numbers)
    }

    /// What `make` makes of the library, made once between two changes of it.
    pub fn once<T: Send + Sync + 'static>(
        &self,
        name: &'static str,
        make: impl FnOnce(&Self) -> Result<T, Error>,
    ) -> Result<Arc<T>, Error> {
        let state = self.ask(Library::state)?;
        let known = |kept: &Kept| kept.values.get(name).filter(|_| kept.state == state).cloned();
        let known = known(&self.kept());
        if let Some(value) = known.and_then(|value| value.downcast::<T>().ok()) {
            return Ok(value);
        }
        let value = Arc::new(make(self)?);
        let mut kept = self.kept();
        if kept.state != state {
            (kept.state, kept.values) = (state, HashMap::new());
        }
        kept.values.insert(name, Arc::clone(&value) as _);
        Ok(value)
    }
}
