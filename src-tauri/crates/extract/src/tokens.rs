//! Words that the dictionary cuts and a name holds whole: “破零”, 县（市）, PM2.5, 使用率, 三年前, 四乱.

use crate::cue::Cues;
use crate::segment::{Sort, Word};

/// What makes a noun of the verb before it.
const SUFFIXES: [&str; 10] = ["业", "率", "量", "额", "数", "费", "品", "度", "类", "型"];

/// What makes a paper of the word before it.
const PAPERS: [&str; 5] = ["表", "单", "书", "证", "卡"];

/// The words of a range with those that belong together made one.
pub(crate) fn join(text: &str, words: &[Word], cues: &Cues) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::with_capacity(words.len());
    let mut i = 0;
    while i < words.len() {
        if let Some([and, other]) = and_others(text, &words[i..]) {
            out.extend([and, other]);
            i += 2;
            continue;
        }
        let (taken, word) = opening(text, &words[i..]).unwrap_or((1, words[i]));
        let word = branded(text, &out, word, words.get(i + taken));
        match out.last_mut().filter(|last| closes(text, last, &word, cues)) {
            Some(last) => *last = Word::new(last.span.cover(word.span), Sort::Noun),
            None => out.push(word),
        }
        i += taken;
    }
    out
}

/// The word that the first few make together, and how many they are.
fn opening(text: &str, words: &[Word]) -> Option<(usize, Word)> {
    let word = |i: usize| words.get(i).map_or("", |w| w.span.slice(text));
    let whole = |n: usize, sort: Sort| Some((n, Word::new(words[0].span.cover(words[n - 1].span), sort)));
    if let Some(close) = closing(text, words).filter(|_| word(0) == "“") {
        return whole(close + 1, Sort::Noun);
    }
    if kinds(text, words) {
        return whole(4, Sort::Noun);
    }
    let next = words.get(1)?;
    // PM2.5, 九年|义务教育
    if word(0).eq_ignore_ascii_case("pm") || is_years(word(0)) && word(1).starts_with("义务") {
        return whole(2, Sort::Noun);
    }
    // 二级|及|以上|公路: no list.
    if matches!(word(0), "及" | "和" | "或") && matches!(word(1), "以上" | "以下" | "以内") {
        return whole(2, Sort::Noun);
    }
    if is_years(word(0)) && matches!(word(1), "前" | "间" | "来" | "以来") {
        return whole(2, Sort::Period);
    }
    // 河湖|四|乱|问题
    let sum = word(0).chars().count() == 1 && word(0).starts_with(|c| "一二两三四五六七八九十".contains(c));
    let told = matches!(next.sort, Sort::Adverb | Sort::Verb) && word(1).chars().count() == 1;
    if sum && told && words[0].sort == Sort::Noun {
        return whole(2, Sort::Noun);
    }
    None
}

/// 及其|他 is 及|其他.
fn and_others(text: &str, words: &[Word]) -> Option<[Word; 2]> {
    let [and, other, ..] = words else { return None };
    let cut = and.span.start + '及'.len_utf8();
    let fits = and.span.slice(text) == "及其" && other.span.slice(text).starts_with('他');
    let word = |start, end, sort| Word::new(tidemark_model::Span::new(start, end), sort);
    fits.then(|| [word(and.span.start, cut, Sort::And), word(cut, other.span.end, Sort::Noun)])
}

/// 红旗、|解放|品牌: what the dictionary calls a verb is a name where a list goes on and 品牌 follows.
fn branded(text: &str, before: &[Word], word: Word, next: Option<&Word>) -> Word {
    let listed = before.last().is_some_and(|w| w.sort == Sort::And);
    let brand = next.is_some_and(|w| matches!(w.span.slice(text), "品牌" | "牌" | "系列"));
    if listed && brand && word.sort == Sort::Verb { Word { sort: Sort::Noun, ..word } } else { word }
}

/// 供应|业, 使用|率, 报告|表: the suffix belongs to the word before it.
fn closes(text: &str, last: &Word, word: &Word, cues: &Cues) -> bool {
    let (stem, suffix) = (last.span.slice(text), word.span.slice(text));
    let fits = (word.sort == Sort::Noun || suffix == "品") && SUFFIXES.contains(&suffix) || PAPERS.contains(&suffix);
    let long = suffix == "品" && last.sort == Sort::Noun && stem.chars().count() <= 4;
    let short = matches!(last.sort, Sort::Verb | Sort::Noun) && stem.chars().count() == 2;
    fits && last.span.end == word.span.start && (short || long) && !cues.is_verbal(stem)
}

/// 县|（|市|）, 市|（|州|）: a kind of place and what it is called elsewhere.
fn kinds(text: &str, words: &[Word]) -> bool {
    const KINDS: &str = "省市州盟县区旗乡镇村社团场";
    let [kind, open, other, close, ..] = words else { return false };
    let is_kind = |w: &Word| w.span.slice(text).ends_with(|c| KINDS.contains(c)) && matches!(w.sort, Sort::Noun);
    let alone = |w: &Word| matches!(w.span.slice(text), "街道" | "社区") || w.span.slice(text).chars().count() == 1;
    let bracket = |w: &Word, marks: [&str; 2]| marks.contains(&w.span.slice(text));
    let short = kind.span.slice(text).chars().count() <= 4;
    short
        && is_kind(kind)
        && bracket(open, ["（", "("])
        && is_kind(other)
        && alone(other)
        && bracket(close, ["）", ")"])
}

/// Where the quotation that the first word opens ends, if it is short and holds no amount.
fn closing(text: &str, words: &[Word]) -> Option<usize> {
    let close = words.iter().skip(1).take(10).position(|w| w.span.slice(text) == "”")? + 1;
    let plain = words[1..close].iter().all(|w| !matches!(w.sort, Sort::Amount | Sort::Mark));
    (plain && close > 1).then_some(close)
}

/// 三年, 5年
fn is_years(word: &str) -> bool {
    let digit = |c: char| c.is_numeric() || "一二两三四五六七八九十几数".contains(c);
    word.strip_suffix('年').is_some_and(|n| !n.is_empty() && n.chars().all(digit))
}
