//! How far a name reaches back from its ending: 引进|江海动力有限公司, 投资2亿元的|望潮新材料项目.

use super::lexicon::WORDS;
use super::places::PlaceHit;
use tidemark_model::Span;

/// No name is longer, in characters.
const LONGEST: usize = 32;

/// Where the name that ends in the word `ending` begins. Places are taken or left whole.
pub(super) fn left_bound(text: &str, ending: Span, places: &[PlaceHit]) -> usize {
    let mut at = ending.start;
    for _ in 0..LONGEST {
        if let Some(place) = place_ending_at(places, at) {
            at = place.range.start;
            continue;
        }
        let before = &text[..at];
        let Some(c) = before.chars().next_back() else { break };
        // 首个重大项目——|望潮产业园
        if before.strip_suffix("——").is_some_and(|kind| WORDS.generic.longest_at_end(kind) > 0) {
            break;
        }
        if let Some(open) = bracket(before, c) {
            at = open;
        } else if !may_belong(before, c) || stopped(before) && !inside(before, &text[at..]) {
            break;
        } else {
            at -= c.len_utf8();
        }
    }
    at
}

fn place_ending_at(places: &[PlaceHit], at: usize) -> Option<&PlaceHit> {
    let next = places.partition_point(|p| p.range.end < at);
    places.get(next).filter(|p| p.range.end == at)
}

/// （苏州）: a short remark in brackets inside a name; gives where it opens.
fn bracket(before: &str, c: char) -> Option<usize> {
    let open = match c {
        '）' => '（',
        ')' => '(',
        _ => return None,
    };
    let at = before.rfind(open)?;
    (before[at..].chars().count() <= 10).then_some(at)
}

fn may_belong(before: &str, c: char) -> bool {
    let mut earlier = before[..before.len() - c.len_utf8()].chars();
    match c {
        '·' | '-' | '+' | '—' | '.' => true,
        // 7月12日|江海公司, 3家|公司
        '年' | '月' | '日' | '家' | '个' | '所' | '名' | '项' | '户' | '批' | '座' => {
            !earlier.next_back().is_some_and(|d| d.is_numeric() || "一二三四五六七八九十多余几两".contains(d))
        }
        _ => c.is_alphanumeric(),
    }
}

fn stopped(before: &str) -> bool {
    WORDS.stop.longest_at_end(before) > 0
}

/// 有|限: the cut would run through a word.
fn inside(before: &str, after: &str) -> bool {
    WORDS.inside.iter().any(|word| {
        let cuts = word.char_indices().skip(1).map(|(i, _)| i).chain([word.len()]);
        cuts.into_iter().any(|i| {
            before.ends_with(&word[..i]) && after.starts_with(&word[i..]) && word[..i].chars().next_back().is_some()
        })
    })
}
