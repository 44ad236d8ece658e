//! Articles, or the paragraphs of one, read side by side: a page is spread over the processor's cores, its figures come
//! back in page order.
//!
//! How many cores there are changes the time, never the outcome.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::ScopedJoinHandle;

/// Below so many bytes of text a thread costs more than it saves.
const WORTH: usize = 8 << 10;

/// How many threads a text of so many bytes is worth.
pub(crate) fn threads_for(bytes: usize) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    if bytes < WORTH { 1 } else { cores().min(bytes / WORTH + 1) }
}

/// What `work` makes of 0, 1, …, in that order.
pub(crate) fn in_order<T: Send>(count: usize, threads: usize, work: impl Fn(usize) -> Vec<T> + Sync) -> Vec<T> {
    if threads < 2 || count < 2 {
        return (0..count).flat_map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let share = || {
        let claim = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&n| n < count);
        std::iter::from_fn(claim).map(|n| (n, work(n))).collect::<Vec<_>>()
    };
    let mut parts: Vec<(usize, Vec<T>)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(count)).map(|_| scope.spawn(share)).collect();
        let mut parts = share();
        others.into_iter().for_each(|other| parts.extend(found_by(other)));
        parts
    });
    parts.sort_by_key(|(n, _)| *n);
    parts.into_iter().flat_map(|(_, found)| found).collect()
}

/// What both make, one beside the other where there are threads for it.
pub(crate) fn both<A, B: Send>(threads: usize, one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    if threads < 2 {
        return (one(), other());
    }
    std::thread::scope(|scope| {
        let other = scope.spawn(other);
        (one(), found_by(other))
    })
}

/// What `work` makes of the items, cut into as many runs as there are threads; `weight` says what an item costs.
pub(crate) fn in_runs<I: Send, T: Send>(
    mut items: Vec<I>,
    threads: usize,
    weight: impl Fn(&I) -> usize,
    work: impl Fn(Vec<I>) -> T + Sync,
) -> Vec<T> {
    let all: usize = items.iter().map(&weight).sum();
    let mut runs = Vec::new();
    let (mut at, mut seen) = (items.len(), 0);
    // From the end, so that what is cut off is a run of its own.
    while at > 0 && runs.len() + 1 < threads {
        at -= 1;
        seen += weight(&items[at]);
        if seen * threads >= all * (runs.len() + 1) {
            runs.push(items.split_off(at));
        }
    }
    let work = &work;
    std::thread::scope(|scope| {
        let others: Vec<_> = runs.into_iter().rev().map(|run| scope.spawn(move || work(run))).collect();
        let first = work(items);
        std::iter::once(first).chain(others.into_iter().map(found_by)).collect()
    })
}

/// What a thread found; where it panicked, so does who asks.
fn found_by<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_threads_gives_the_same_order() {
        let work = |n: usize| vec![n; n % 3];
        let alone = in_order(100, 1, work);
        assert!((2..5).all(|threads| in_order(100, threads, work) == alone));
    }

    #[test]
    fn runs_hold_every_item_once_in_order() {
        for (count, threads) in [(0, 2), (1, 3), (2, 5), (100, 1), (100, 3)] {
            let runs = in_runs((0..count).collect(), threads, |n| n % 7, |run| run);
            assert!(runs.len() <= threads.max(1));
            assert_eq!(runs.concat(), (0..count).collect::<Vec<_>>());
        }
    }
}
