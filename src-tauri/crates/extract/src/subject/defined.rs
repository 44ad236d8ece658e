//! Firms known by what is told of them: 江海阀门是国内首家…上市公司 makes 江海阀门 one, and so do a ticker
//! (江海光电（300999）), an announcement (江海光电晚间公告), accounts (江海仪表去年实现营收9亿元) and a leader.

use super::lexicon::WORDS;
use super::segment::Sentence;
use super::{SubjectKind, SubjectMention};
use crate::trie::{Trie, occurrences};
use crate::words::Words;
use std::sync::LazyLock;
use tidemark_model::Span;

/// What such a sentence ends its definition in.
const KINDS: &[&str] =
    &["公司", "企业", "集团", "厂家", "服务商", "供应商", "提供商", "制造商", "运营商", "机构", "品牌", "厂商"];
static KIND: Words = Words::new(KINDS);

/// What must stand in a sentence that makes a firm known; most have none of it.
static TOLD: LazyLock<Trie<()>> = LazyLock::new(|| {
    let words = [&ANNOUNCED, &ACCOUNTS, &LEADERS, &KIND].into_iter().flat_map(Words::iter).chain(["（", "("]);
    Trie::new(words.map(|word| (word, ())))
});

/// Every mention of a name that a sentence of `text` begins with and defines as a firm.
pub(super) fn firms(text: &str, printed: &str, sentences: &[Sentence]) -> Vec<SubjectMention> {
    let mut names: Vec<&str> = Vec::new();
    let tells = |sentence: &&Sentence| TOLD.first_in(sentence.range.slice(text)).is_some();
    for sentence in sentences.iter().filter(tells) {
        let words = |clause: &Span| clause.slice(text);
        let told = sentence
            .clauses
            .first()
            .map(words)
            .and_then(|c| defined(c))
            .or_else(|| sentence.clauses.iter().take(2).map(words).find_map(listed));
        let all = sentence.range.slice(text);
        let run = sentence.clauses.iter().take(2).map(words).find_map(|c| reporting(c, all));
        names.extend(told.or(run));
        names.extend(sentence.clauses.iter().map(words).filter_map(led));
        let twice = |name: &&str| text.matches(*name).nth(1).is_some();
        names.extend(sentence.clauses.iter().map(words).filter_map(apposed).filter(twice));
    }
    names.sort_unstable();
    names.dedup();
    let mention = |(n, at): (usize, usize)| {
        let range = Span::new(at, at + names[n].len());
        SubjectMention::new(range, range.slice(printed), SubjectKind::Organisation)
    };
    occurrences(text, &names).into_iter().map(mention).collect()
}

/// How a firm's news is announced.
static ANNOUNCED: Words = Words::new(&["公告", "更新招股", "（拟上市", "发布业绩", "发布年报", "披露", "发布财报"]);
/// What only a firm has.
static ACCOUNTS: Words = Words::new(&["净利润", "营收", "营业收入", "研发投入", "归母", "主营业务", "年报"]);
/// What ends the name of a firm in such a sentence.
static AFTER_NAME: Words = Words::new(&[
    "近日",
    "日前",
    "力争",
    "计划",
    "有望",
    "去年",
    "今年",
    "上半年",
    "前三季度",
    "一季度",
    "三季度",
    "年报",
    "半年报",
    "报告期",
    "全年",
    "股票",
    "19",
    "20",
    "交出",
    "预计",
    "营业收入",
    "营收",
    "净利",
    "业绩",
    "则",
    "同样",
    "也",
    "以",
    "凭",
    "实现",
    "完成",
    "披露",
    "发布",
    "作为",
    "的",
]);
/// Heads of firms.
static LEADERS: Words =
    Words::new(&["董事长", "总经理", "财务总监", "技术总监", "销售总监", "副总裁", "总裁", "创始人", "厂长"]);
/// How names end that are no firm's.
const OTHERS: [&str; 32] = [
    "业", "值", "额", "量", "率", "数", "费", "入", "资", "人", "口", "场", "济", "县", "市", "区", "镇", "乡", "村",
    "省", "州", "局", "办", "会", "部", "委", "院", "校", "融", "品", "公司", "集团",
];

/// 江海仪表去年实现营收9.8亿元: what a sentence on a firm's accounts begins with.
fn reporting<'t>(clause: &'t str, sentence: &str) -> Option<&'t str> {
    if !ACCOUNTS.within(sentence) {
        return None;
    }
    let clause = clause.trim_start_matches(|c: char| !c.is_alphanumeric());
    // 2021年|江海仪表
    let clause = clause.trim_start_matches(|c: char| !c.is_alphabetic() || "年月日季度末".contains(c));
    let clause = WORDS.opener.strip_front(clause).trim_start_matches(['，', '“']);
    if clause.contains("青年报") || clause.contains("密集") {
        return None;
    }
    let (end, _) = AFTER_NAME.first_in(clause)?;
    brand(clause[..end].trim_end_matches('”'))
}

/// 江海纺织财务总监: whose leader speaks.
fn led(clause: &str) -> Option<&str> {
    let clause = clause.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (end, _) = LEADERS.first_in(clause)?;
    let head = clause[..end].trim_end_matches(['副', '兼']);
    brand(head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(head))
}

static TELLS: Words = Words::new(&["发布", "披露", "公布", "宣布", "公告", "表示", "实现", "完成", "更新", "签约"]);

/// 压缩机企业江海电器发布年报: the name after what kind of firm it is.
fn apposed(clause: &str) -> Option<&str> {
    let (at, kind) = KIND.first_in(clause)?;
    let rest = &clause[at + kind.len()..];
    let (end, _) = TELLS.first_in(rest)?;
    brand(&rest[..end])
}

/// A short name with nothing that tells of a place, an agency or a quantity.
fn brand(name: &str) -> Option<&str> {
    let short = (3..=6).contains(&name.chars().count());
    let opens = "全各两多近截今去前据按目当受随每规限".chars().any(|c| name.starts_with(c))
        || ["上半", "上年", "上月", "上季", "上周", "上述", "上市"].iter().any(|word| name.starts_with(word));
    let trade = WORDS.trade.longest_at_end(name) > 0 && !name.ends_with("旅游") && !name.ends_with("汽车");
    let other = !trade && OTHERS.iter().any(|end| name.ends_with(end)) || WORDS.place_statistic.within(name);
    (short && !opens && !other && named(name)).then_some(name)
}

/// The name before a ticker or an announcement.
fn listed(clause: &str) -> Option<&str> {
    let clause = clause.trim_start_matches(|c: char| !c.is_alphanumeric());
    let ticker = clause.find(['（', '(']).filter(|&at| {
        let inside = clause[at..].trim_start_matches(['（', '(']);
        inside.chars().take_while(char::is_ascii_digit).count() >= 5
    });
    let told = || ANNOUNCED.first_in(clause).map(|(at, _)| at);
    let head = &clause[..ticker.or_else(told)?];
    // 总部位于临江区的|江海新能（拟上市）
    let head = head.rsplit('的').next().unwrap_or(head);
    let head = ["近日", "日前", "近期"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
    let name = head.trim_end_matches(|c: char| c.is_ascii_digit() || "年月日今昨晚间早发布".contains(c));
    // 云汀企业密集披露年报: of many
    let many = ["企业", "公司", "密集", "陆续", "纷纷", "相继"].iter().any(|word| name.contains(word));
    (!many && named(name)).then_some(name)
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
