//! Firms known by what is told of them: 江海阀门是国内首家…上市公司 makes 江海阀门 one, and so do a ticker
//! (江海光电（300999）) and an announcement (江海光电晚间公告).

use super::lexicon::WORDS;
use super::segment::{lines, sentences};
use super::{SubjectKind, SubjectMention};
use tidemark_model::Span;

/// What such a sentence ends its definition in.
const KINDS: [&str; 12] =
    ["公司", "企业", "集团", "厂家", "服务商", "供应商", "提供商", "制造商", "运营商", "机构", "品牌", "厂商"];

/// Every mention of a name that a sentence of `text` begins with and defines as a firm.
pub(super) fn firms(text: &str, printed: &str) -> Vec<SubjectMention> {
    let mut out = Vec::new();
    for sentence in sentences(text, &lines(text)) {
        let words = |clause: &Span| clause.slice(text);
        let Some(name) = sentence.clauses.first().map(words).and_then(|c| defined(c).or_else(|| listed(c))) else {
            continue;
        };
        out.extend(text.match_indices(name).map(|(at, _)| {
            let range = Span::new(at, at + name.len());
            SubjectMention::new(range, range.slice(printed), SubjectKind::Organisation)
        }));
    }
    out
}

/// The name before a ticker or an announcement.
fn listed(clause: &str) -> Option<&str> {
    let clause = clause.trim_start_matches(|c: char| !c.is_alphanumeric());
    let ticker = clause.find(['（', '(']).filter(|&at| {
        let inside = clause[at..].trim_start_matches(['（', '(']);
        inside.chars().take_while(char::is_ascii_digit).count() >= 5
    });
    let told =
        || ["公告", "发布业绩", "发布年报", "披露", "发布财报"].iter().filter_map(|word| clause.find(word)).min();
    let head = &clause[..ticker.or_else(told)?];
    let name = head.trim_end_matches(|c: char| c.is_ascii_digit() || "年月日今昨晚间早发布".contains(c));
    named(name).then_some(name)
}

/// A name of its own, not a description and no pointing word.
fn named(name: &str) -> bool {
    let length = (3..=10).contains(&name.chars().count()) && name.chars().all(|c| c.is_alphanumeric() || c == '·');
    let own = WORDS.generic.uncovered(name) >= 2 && WORDS.describing.uncovered(name) >= 2;
    let pointing =
        ["这", "那", "该", "其", "此", "我", "他", "她", "它", "本"].iter().any(|word| name.starts_with(word));
    let plain = WORDS.stop.within(name);
    length && own && !pointing && !plain
}

/// The name before 是 in a clause that ends in a kind of firm.
fn defined(clause: &str) -> Option<&str> {
    let clause = clause.trim_matches(|c: char| !c.is_alphanumeric());
    let (name, what) = clause.split_once('是')?;
    let name = name.trim_matches(['“', '”']);
    let kind = KINDS.iter().any(|kind| what.ends_with(kind) || what.ends_with(&format!("{kind}之一")));
    (kind && named(name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_makes_a_firm() {
        assert_eq!(defined("江海阀门是国内核工业系统的首家上市公司，"), Some("江海阀门"));
        assert_eq!(defined("这家工厂是当地最大的企业，"), None);
        assert_eq!(defined("创新是企业的灵魂。"), None);
    }

    #[test]
    fn a_ticker_or_an_announcement_makes_a_firm() {
        assert_eq!(listed("江海光电（300999.SZ）7月5日晚间公告，"), Some("江海光电"));
        assert_eq!(listed("江海光电7月5日晚间公告，"), Some("江海光电"));
        assert_eq!(listed("城市管理局发布公告，"), None);
    }
}
