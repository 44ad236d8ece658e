//! Files to pages with their observations: read and extracted on several threads, handed on in the order given.
//!
//! A file that cannot be read, and one that the program fails at, is an outcome of its own; the others go on.

use crate::Error;
use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use tidemark_extract::Extractor;
use tidemark_model::{Observation, Page, Period};
use tidemark_reader::{ReadOptions, read_file, read_page};

/// One thing to read.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// Where it comes from.
    pub origin: Origin,
    /// What a person says about it.
    pub options: ReadOptions,
}

/// Where a page's bytes come from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// A file.
    File(PathBuf),
    /// Text built into the program, with its file name.
    BuiltIn(&'static str, &'static str),
}

impl Origin {
    /// File name without folders.
    pub fn name(&self) -> String {
        match self {
            Self::BuiltIn(name, _) => (*name).to_owned(),
            Self::File(path) => {
                path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
            }
        }
    }
}

/// A page that was read, with what was found on it.
pub(crate) struct Reading {
    pub page: Page,
    /// Nothing where the page is known already and so was not looked through.
    pub observations: Option<Vec<Observation>>,
}

impl Reading {
    /// What was found; nothing where nobody looked.
    pub fn found(&self) -> &[Observation] {
        self.observations.as_deref().unwrap_or_default()
    }
}

/// Reads all jobs; `each` gets every outcome, in the order of the jobs, on the calling thread. A page whose hash is
/// `known` is not looked through for observations.
pub(crate) fn read_all(
    jobs: &[Job],
    extractor: &Extractor,
    known: impl Fn(&str) -> bool + Sync,
    mut each: impl FnMut(usize, Result<Reading, Error>),
) {
    let next = AtomicUsize::new(0);
    let (send, receive) = channel();
    thread::scope(|scope| {
        for _ in 0..workers(jobs.len()) {
            let (send, next, known) = (send.clone(), &next, &known);
            scope.spawn(move || work(jobs, next, &send, &|job| read_guarded(job, extractor, known)));
        }
        drop(send);
        in_order(&receive, &mut each);
    });
}

fn workers(jobs: usize) -> usize {
    thread::available_parallelism().map_or(2, NonZero::get).clamp(2, 8).min(jobs)
}

type Outcome = (usize, Result<Reading, Error>);

fn work(jobs: &[Job], next: &AtomicUsize, send: &Sender<Outcome>, read: &dyn Fn(&Job) -> Result<Reading, Error>) {
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let Some(job) = jobs.get(n) else { return };
        if send.send((n, read(job))).is_err() {
            return;
        }
    }
}

fn in_order(receive: &Receiver<Outcome>, each: &mut impl FnMut(usize, Result<Reading, Error>)) {
    let (mut waiting, mut due) = (BTreeMap::new(), 0);
    for (n, outcome) in receive {
        waiting.insert(n, outcome);
        while let Some(outcome) = waiting.remove(&due) {
            each(due, outcome);
            due += 1;
        }
    }
}

/// Reads one job; a panic in it becomes its error.
fn read_guarded(job: &Job, extractor: &Extractor, known: &dyn Fn(&str) -> bool) -> Result<Reading, Error> {
    catch_unwind(AssertUnwindSafe(|| read_one(job, extractor, known)))
        .unwrap_or_else(|panic| Err(Error::Internal { name: job.origin.name(), what: words_of(panic.as_ref()) }))
}

fn read_one(job: &Job, extractor: &Extractor, known: &dyn Fn(&str) -> bool) -> Result<Reading, Error> {
    let page = match &job.origin {
        Origin::File(path) => read_file(path, &job.options)?,
        Origin::BuiltIn(name, text) => read_page(name, text.as_bytes(), &job.options)?,
    };
    let observations = (!known(&page.hash)).then(|| extractor.extract(&page));
    Ok(Reading { page, observations })
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "it stopped without a word".to_owned())
}

/// The date a person gives: 2023, 2023-08 or 2023-08-09; nothing for white space.
pub(crate) fn issue_date(text: Option<&str>) -> Result<Option<Period>, Error> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let wrong = || Error::Argument {
        what: "the issue date",
        given: text.to_owned(),
        expected: "write it as 2023, 2023-08 or 2023-08-09".to_owned(),
    };
    match text.parse().map_err(|_| wrong())? {
        date @ (Period::Year(_) | Period::Month(..) | Period::Day(_)) => Ok(Some(date)),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_at_one_file_is_its_outcome_and_the_others_go_on() {
        let texts = ["甲区税收10亿元。", "乙区税收20亿元。", "丙区税收30亿元。"];
        let job = |text: &'static str| Job { origin: Origin::BuiltIn("a.txt", text), options: ReadOptions::default() };
        let jobs = texts.map(job);
        let bad = read_page("a.txt", texts[1].as_bytes(), &ReadOptions::default()).expect("page").hash;
        let mut outcomes = Vec::new();
        let known = |hash: &str| if hash == bad { panic!("on purpose") } else { false };
        read_all(&jobs, &Extractor::new(), known, |n, outcome| outcomes.push((n, outcome.err().map(|e| e.code()))));
        assert_eq!(outcomes, [(0, None), (1, Some("internal")), (2, None)]);
    }

    #[test]
    fn a_date_may_be_a_year_a_month_or_a_day_and_nothing_else() {
        for text in ["2023", "2023-08", "2023-08-09", " 2023 "] {
            assert!(issue_date(Some(text)).is_ok_and(|date| date.is_some()), "{text}");
        }
        assert!(issue_date(Some(" ")).is_ok_and(|date| date.is_none()));
        for text in ["2023-Q1", "2021/2025", "2023-13", "8月9日"] {
            assert!(issue_date(Some(text)).is_err(), "{text}");
        }
    }
}
