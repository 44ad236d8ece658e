//! How far a name reaches back from its ending: 引进|江海动力有限公司, 投资2亿元的|望潮新材料项目.

use super::heading::unnumbered;
use super::lexicon::WORDS;
use super::places::PlaceHit;
use crate::chars::is_word;
use crate::hash::FastMap;
use std::sync::LazyLock;
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
        // 首个重大项目——|望潮产业园, but 成都——乐山高速
        let from = |kind: &str| place_ending_at(places, kind.len());
        if before.strip_suffix("——").is_some_and(|kind| from(kind).is_none()) {
            break;
        }
        // 宜宾|至|昭通段大桥: from a place to a place
        let place_before = before.strip_suffix('至').and_then(|from| place_ending_at(places, from.len()));
        if let Some(from) = place_before.filter(|_| places.iter().any(|place| place.range.start == at)) {
            at = from.range.start;
            continue;
        }
        if c == '至' && is_route(before, &text[at..ending.end]) {
            at -= c.len_utf8();
            continue;
        }
        if let Some(open) = bracket(before, c) {
            at = open;
        } else if !may_belong(before, c) || stopped(before) && !inside(before, &text[at..]) {
            break;
        } else {
            at -= c.len_utf8();
        }
    }
    // （二）|望潮制药有限公司
    ending.start - unnumbered(&text[at..ending.start]).len()
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
    let at = before.char_indices().rev().take(10).find(|&(_, c)| c == open).map(|(at, _)| at)?;
    // （二）|江海制药有限公司 at the head of a line, but 望潮公寓（一）项目
    let heads = !before[..at].ends_with(char::is_alphanumeric);
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let inside = &before[at + open.len_utf8()..before.len() - c.len_utf8()];
    (!(heads && inside.chars().all(number))).then_some(at)
}

/// 望岭至|若羌高速公路, but 截至…, 增至…: a road from one place to another.
fn is_route(before: &str, after: &str) -> bool {
    let road = ["段", "高速", "铁路", "公路", "高铁", "线"].iter().any(|line| after.contains(line));
    let from = before.strip_suffix('至').unwrap_or(before).chars().next_back();
    road && from.is_some_and(|c| c.is_alphabetic() && !"截降增升减提延甚直乃以缩加扩压日月年时".contains(c))
}

fn may_belong(before: &str, c: char) -> bool {
    let mut earlier = before[..before.len() - c.len_utf8()].chars();
    match c {
        '·' | '-' | '+' | '—' | '.' => true,
        // 7月12日|江海公司, 3家|公司
        '年' | '月' | '日' | '家' | '个' | '所' | '名' | '项' | '户' | '批' | '座' => {
            !earlier.next_back().is_some_and(|d| d.is_numeric() || "一二三四五六七八九十多余几两".contains(d))
        }
        _ => is_word(c),
    }
}

fn stopped(before: &str) -> bool {
    WORDS.stop.longest_at_end(before) > 0
}

/// 有|限: the cut would run through a word.
fn inside(before: &str, after: &str) -> bool {
    let cuts = before.chars().next_back().and_then(|last| CUTS.get(&last));
    cuts.is_some_and(|cuts| cuts.iter().any(|(head, rest)| before.ends_with(head) && after.starts_with(rest)))
}

/// Both parts of the words that no name's edge may cut, by the last character of the first part.
static CUTS: LazyLock<FastMap<char, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut cuts: FastMap<char, Vec<(&str, &str)>> = FastMap::default();
    for word in WORDS.inside.iter() {
        for (at, c) in word.char_indices() {
            cuts.entry(c).or_default().push(word.split_at(at + c.len_utf8()));
        }
    }
    cuts
});
