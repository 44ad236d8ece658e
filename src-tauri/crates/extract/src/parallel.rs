//! Articles read side by side: a long page is spread over the processor's cores, its figures come back in page order.
//!
//! How many cores there are changes the time, never the outcome.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Below so many bytes of text a thread costs more than it saves.
const WORTH: usize = 48 << 10;

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
        for other in others {
            match other.join() {
                Ok(more) => parts.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        parts
    });
    parts.sort_by_key(|(n, _)| *n);
    parts.into_iter().flat_map(|(_, found)| found).collect()
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
}
