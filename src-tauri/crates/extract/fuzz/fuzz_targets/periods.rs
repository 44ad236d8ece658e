//! Dates and spans of time: every phrase lies on the text, dates against any issue, and none overlaps another.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use tidemark_extract::Extractor;
use tidemark_extract::period::{Anchor, PeriodContext, latest_certain_year, scan};
use tidemark_model::{Date, Period};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

fuzz_target!(|input: (u8, &str)| {
    let (seed, text) = input;
    let day = Date { year: 1990 + i32::from(seed % 40), month: u32::from(seed % 12) + 1, day: u32::from(seed % 28) + 1 };
    let issue = [None, Some(Period::Year(day.year)), Some(Period::Month(day.year, day.month)), Some(Period::Day(day))]
        [usize::from(seed % 4)];
    let mentions = scan(text);
    assert!(mentions.iter().all(|m| text.get(m.range.start..m.range.end).is_some_and(|words| !words.is_empty())));
    assert!(mentions.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
    let anchor = Anchor { issue, latest_year: latest_certain_year(text), ..Anchor::default() };
    let context = PeriodContext::of_text(text, Vec::new(), anchor);
    for at in (0..=text.len()).step_by(text.len() / 16 + 1) {
        if let Some(span) = context.period_for(at).and_then(|found| found.span) {
            assert!(text.get(span.start..span.end).is_some());
        }
    }
    for (span, _) in EXTRACTOR.parse(text, issue).periods {
        assert!(text.get(span.start..span.end).is_some());
    }
});
