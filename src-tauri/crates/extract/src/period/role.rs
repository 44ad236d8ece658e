//! What a period phrase does: 比上年 compares, 从去年的…提升到 opens a change, 到2027年 looks ahead.

use super::expr::{Part, PeriodExpr, Role, YearRef};
use super::number::is_digit;
use crate::words::Words;

const COMPARE_BEFORE: &[&str] =
    &["比", "较", "較", "高于", "低于", "快于", "高於", "低於", "相比", "相当于", "超过", "优于"];
const COMPARE_AFTER: &[&str] = &["相比", "持平", "基本持平", "同期", "的同期", "比较", "基础上", "相当", "相當"];
/// Words that tell of something that happened once, to which later figures do not belong.
static HAPPENED: Words = Words::new(&[
    "成立",
    "注册",
    "註冊",
    "创办",
    "创立",
    "创建",
    "设立",
    "获批",
    "批准",
    "宣布",
    "入股",
    "组建",
    "始建",
    "落户",
    "出生",
    "毕业",
    "退休",
    "上市",
    "召开的",
    "启动建设",
    "投入使用",
    "投入运营",
    "启用",
    "投用",
    "开业",
    "开馆",
    "开园",
    "揭牌",
    "挂牌",
    "晋级",
    "晋升",
    "升格",
    "撤地设",
    "撤县设",
    "撤乡",
    "更名",
    "改制",
    "评为",
    "列入",
    "纳入",
    "入选",
    "目录",
]);

/// The role of the phrase `expr` at `start..end`.
pub(super) fn role_of(text: &str, start: usize, end: usize, expr: PeriodExpr) -> Role {
    let before = text.get(..start).unwrap_or("").trim_end_matches([' ', '\u{3000}']);
    let after = text.get(end..).unwrap_or("");
    if is_dateline(text, start, end) {
        return Role::Dateline;
    }
    if dates_report(after, expr) {
        return Role::Dateline;
    }
    // 在2017年备案38吨的基础上新增20吨: only the first is of that year.
    let added = clause_head(after, 30).split_once("基础上").is_some_and(|(counted, _)| counted.contains(is_digit));
    if before.ends_with('在') && added {
        return Role::From;
    }
    if is_base(before, after, expr) {
        return Role::Base;
    }
    // 本次活动持续至14日
    if ["持续至", "持续到", "延续至", "延续到"].iter().any(|w| before.ends_with(w))
        && matches!(expr, PeriodExpr::DayOfMonth(_) | PeriodExpr::Calendar { part: Part::Day(..), .. })
    {
        return Role::Base;
    }
    // 第一季度后重新夺回第二
    let past = ["后", "之后", "以后", "後"].iter().any(|w| after.starts_with(w))
        && !["后续", "后期", "后勤", "后备"].iter().any(|w| after.starts_with(w));
    if past && matches!(expr, PeriodExpr::Calendar { part: Part::Whole | Part::Half(_) | Part::Quarter(_), .. }) {
        return Role::Base;
    }
    let planned = matches!(expr, PeriodExpr::Calendar { .. }) && looks_ahead(text, start, end);
    // 将于8月25日至28日在展览馆举办,展览面积9万平方米: the event's own figures follow.
    let opens = planned && ["举办", "举行", "开幕", "亮相", "开展"].iter().any(|w| clause_head(after, 40).contains(w));
    if is_aside(before, after, expr) || planned && is_quiet(after) && !aims_at(before) && !opens {
        return Role::Aside;
    }
    let led = ["从", "由", "自", "從"].iter().any(|w| before.ends_with(w))
        && matches!(expr, PeriodExpr::Calendar { .. } | PeriodExpr::Now);
    if led && (after.starts_with('的') || ["到", "至"].iter().any(|w| clause_head(after, 20).contains(w))) {
        return Role::From;
    }
    let ahead = ["到", "至"].iter().any(|w| before.ends_with(w))
        && !["截", "达", "直"].iter().any(|w| before_last(before).ends_with(w));
    if (ahead && matches!(expr, PeriodExpr::Calendar { .. })) || matches!(expr, PeriodExpr::NextYears(_)) {
        return Role::Horizon;
    }
    Role::Stated
}

/// Whether it tells when something else happened: 成立于2005年, 10月正式启用, 对2023年度先进企业表彰.
fn is_aside(before: &str, after: &str, expr: PeriodExpr) -> bool {
    const BEGUN: [&str; 14] =
        ["成立", "始建", "创立", "创办", "创建", "组建", "注册", "诞生", "设立", "建", "落户", "开业", "起步", "入驻"];
    let begun = before.strip_suffix('于').is_some_and(|verb| BEGUN.iter().any(|w| verb.ends_with(w)));
    // Whose year, not when.
    let qualifies = before.ends_with('对') && after.starts_with(|c: char| !matches!(c, '，' | ','));
    // 2020年2月7日在主板上市,发行股票4200万股
    let day = matches!(expr, PeriodExpr::Calendar { part: Part::Day(..), .. });
    let dates_an_issue = day && clause_head(after, 14).contains("上市");
    qualifies || begun || happened(after) && !dates_an_issue && !matches!(expr, PeriodExpr::From(..))
}

/// 到2025年, at the head of a clause.
fn aims_at(before: &str) -> bool {
    ["到", "至"].iter().any(|w| before.strip_suffix(w).is_some_and(opens_clause))
}

/// Whether a clause begins after `before`.
pub(super) fn opens_clause(before: &str) -> bool {
    before.trim_end().is_empty() || before.ends_with(['，', ',', '。', '；', '：', '\n', ' ', '\u{3000}'])
}

fn before_last(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next_back();
    chars.as_str()
}

fn is_dateline(text: &str, start: usize, end: usize) -> bool {
    let written = text.get(start..end).unwrap_or("");
    let numeric = !written.contains('年') && written.chars().all(|c| is_digit(c) || matches!(c, '-' | '.' | '/'));
    let after = text.get(end..).unwrap_or("");
    let clock = after.trim_start().char_indices().take(3).any(|(at, c)| at > 0 && c == ':');
    let day = written.ends_with('日');
    numeric || day && (clock || after.starts_with(['电', '讯', '電']) || reported(after))
}

/// 4日,记者从市工商联获悉: the day of the report, not of the figures.
fn reported(after: &str) -> bool {
    let after = after.trim_start_matches(['，', ',', ' ']);
    let near = clause_head(after, 14);
    let source = |near: &str| near.starts_with('从') && ["获悉", "了解到"].iter().any(|w| near.ends_with(w));
    near.starts_with("获悉")
        || near.starts_with("记者") && ["获悉", "了解", "从"].iter().any(|w| near.contains(w))
        || source(clause_head(after, 40))
}

/// 5月的一次会议披露, 3月发布的公报显示: when it was told, not when it was so.
fn dates_report(after: &str, expr: PeriodExpr) -> bool {
    const TOLD: [&str; 7] = ["显示", "披露", "透露", "介绍", "获悉", "通报", "公布"];
    const REPORTS: [&str; 6] = ["披露", "发布", "公布", "公告", "通报", "获悉"];
    // 近日披露的半年报: when it was told
    if matches!(expr, PeriodExpr::Recent) {
        let near = clause_head(after, 16);
        return REPORTS.iter().any(|w| near.contains(w));
    }
    // 5月8日,市文旅局发布“五一”假日数据:
    let day = matches!(expr, PeriodExpr::Calendar { part: Part::Day(..), .. } | PeriodExpr::DayOfMonth(_));
    let published = clause_head(after.trim_start_matches(['，', ',', ' ']), 24);
    const PAPERS: [&str; 7] = ["数据", "公报", "报告", "成绩单", "统计", "榜单", "白皮书"];
    if day
        && let Some(at) = ["发布", "公布", "通报", "披露"].iter().find_map(|w| published.find(w))
        && PAPERS.iter().any(|w| published[at..].contains(w))
    {
        return true;
    }
    let unsaid =
        matches!(expr, PeriodExpr::Calendar { year: YearRef::Unsaid, part: Part::Month(_) | Part::Day(..), .. });
    let near = clause_head(after, 24);
    let told = TOLD.iter().any(|w| near.ends_with(w)) && !near.contains(is_digit);
    unsaid && told && ["会", "发布", "公布", "召开"].iter().any(|w| near.contains(w))
}

fn is_base(before: &str, after: &str, expr: PeriodExpr) -> bool {
    if after.starts_with("同期") || after.starts_with("同月") || after.starts_with("的同期") {
        return true;
    }
    let share = ["占比", "佔比", "比重", "环比"].iter().any(|w| before.ends_with(w));
    if !share && COMPARE_BEFORE.iter().any(|w| before.ends_with(w)) {
        return true;
    }
    let near = clause_head(after, 12);
    let paired = ["与", "與", "同", "和", "跟", "在"].iter().any(|w| before.ends_with(w));
    if paired && COMPARE_AFTER.iter().any(|w| near.contains(w)) {
        return true;
    }
    let of_it = ["是", "为", "达到", "达", "相当于", "占"].iter().any(|w| before.ends_with(w));
    of_it && part_follows(after) || baseline(expr, near)
}

/// 上年 in 上年低基数 and the like never dates a figure.
fn baseline(expr: PeriodExpr, near: &str) -> bool {
    matches!(
        expr,
        PeriodExpr::Calendar { year: YearRef::FromIssue(-1) | YearRef::FromStory(-1), part: Part::Whole, .. }
    ) && ["低基数", "高基数", "基数", "=100"].iter().any(|w| near.starts_with(w))
}

/// …的2.1倍, …总额的85.4%: what the figure is a part or a multiple of.
fn part_follows(after: &str) -> bool {
    let near = clause_head(after, 16);
    near.find('的').is_some_and(|at| {
        let number = near[at + '的'.len_utf8()..].trim_start_matches(['近', '约', '超']);
        number.starts_with(|c: char| is_digit(c) || "一两三四五六七八九".contains(c))
            && number.contains(['%', '％', '倍', '成'])
    })
}

/// The clause's next words, at most `limit` characters.
fn clause_head(text: &str, limit: usize) -> &str {
    let stop = |c: char| matches!(c, '，' | ',' | '。' | '；' | ';' | '、' | '\n' | '！' | '？');
    let end = text.char_indices().take(limit + 1).enumerate().find(|&(n, (_, c))| n == limit || stop(c));
    end.map_or(text, |(_, (at, _))| &text[..at])
}

/// Whether the clause goes on, but without a number; 到2025年, at its head goes on after the comma.
fn is_quiet(after: &str) -> bool {
    let rest = clause_head(after, 14).trim_start_matches(['以', '之']).trim_start_matches('前');
    !rest.is_empty()
        && !clause_head(after, 14).chars().any(|c| is_digit(c) || "一两三四五六七八九十百千万亿".contains(c))
}

fn happened(after: &str) -> bool {
    let near = clause_head(after, 14);
    // 2021年规划建设的示范园区已初具规模
    static MADE: Words = Words::new(&["建设的", "规划的", "启动的", "成立的", "投产的", "建成的", "引进的", "创办的"]);
    if MADE.each_in(near).any(|(at, _)| is_quiet(&near[..at])) {
        return true;
    }
    is_quiet(after) && (near.starts_with('起') || HAPPENED.within(near))
}

/// Whether the words around say that it is still to come: 计划6月底完成, 年底前.
pub(super) fn looks_ahead(text: &str, start: usize, end: usize) -> bool {
    let tail = |n: usize| {
        let before = text.get(..start).unwrap_or("");
        before.char_indices().rev().nth(n - 1).map_or(before, |(at, _)| &before[at..])
    };
    static PLANNED: Words = Words::new(&["计划", "预计", "将", "拟", "力争", "确保", "争取", "有望", "計畫", "預計"]);
    let after = text.get(end..).unwrap_or("");
    let near = tail(4).rsplit(['，', ',', '。', '；', '、', '\n']).next().unwrap_or("");
    PLANNED.within(near) || near.ends_with('到') || ["前", "将", "预计", "有望"].iter().any(|w| after.starts_with(w))
}
