//! Period phrases of every kind at one place of the text: “十四五”, 近三年, 今年以来, 目前, 达产后.

use super::bounds::tail;
use super::expr::{Part, PeriodExpr, YearRef};
use super::holiday::holiday_at;
use super::number::{arabic, char_at, char_before, eat, eat_any, han_year, is_digit, skip_blank, small};
use super::part::{part_at, year_end};
use super::plan::plan;
use super::role::opens_clause;
use super::since::{since_event, since_then, years_running};
use super::starts::{self, kinds_at};
use super::year::{YearAt, bare_year, dash, plausible, year_at};
use crate::hash::FastMap;
use std::sync::LazyLock;

/// A phrase and the offset after it.
pub(super) type ExprAt = (PeriodExpr, usize);

/// Words that are a phrase by themselves, longer ones first where one begins another.
pub(super) const FIXED: &[(&str, PeriodExpr)] = &[
    ("截至目前", PeriodExpr::Now),
    ("截止目前", PeriodExpr::Now),
    ("到目前为止", PeriodExpr::Now),
    ("目前", PeriodExpr::Now),
    ("现如今", PeriodExpr::Now),
    ("现已", PeriodExpr::Now),
    ("现有", PeriodExpr::Now),
    ("現有", PeriodExpr::Now),
    ("現已", PeriodExpr::Now),
    ("現今", PeriodExpr::Now),
    ("迄今", PeriodExpr::Now),
    ("至今", PeriodExpr::Now),
    ("近年来", PeriodExpr::Lately),
    ("近年來", PeriodExpr::Lately),
    ("近几年来", PeriodExpr::Lately),
    ("近几年", PeriodExpr::Lately),
    ("近些年", PeriodExpr::Lately),
    ("最近几年", PeriodExpr::Lately),
    ("这几年", PeriodExpr::Lately),
    ("这些年", PeriodExpr::Lately),
    ("几年来", PeriodExpr::Lately),
    ("多年来", PeriodExpr::Lately),
    ("期间", PeriodExpr::During),
    ("本周", PeriodExpr::During),
    ("上届", PeriodExpr::Lately),
    ("上一届", PeriodExpr::Lately),
    ("如今", PeriodExpr::Now),
    ("眼下", PeriodExpr::Now),
    ("当下", PeriodExpr::Now),
    ("当前", PeriodExpr::Now),
    ("當前", PeriodExpr::Now),
    ("近日", PeriodExpr::Recent),
    ("日前", PeriodExpr::Recent),
    ("近期", PeriodExpr::Recent),
    ("不久前", PeriodExpr::Recent),
    ("前不久", PeriodExpr::Recent),
    ("这几天", PeriodExpr::Recent),
    ("一年来", PeriodExpr::PastYear),
    ("一年多来", PeriodExpr::PastYear),
    ("近一年", PeriodExpr::PastYear),
    ("最近一年", PeriodExpr::PastYear),
    ("本季度", PeriodExpr::QuarterFromIssue(0)),
    ("上季度", PeriodExpr::QuarterFromIssue(-1)),
    ("党的十八大以来", PeriodExpr::From(YearRef::Named(2012), 11)),
    ("十八大以来", PeriodExpr::From(YearRef::Named(2012), 11)),
    ("党的十九大以来", PeriodExpr::From(YearRef::Named(2017), 10)),
    ("十九大以来", PeriodExpr::From(YearRef::Named(2017), 10)),
    ("党的二十大以来", PeriodExpr::From(YearRef::Named(2022), 10)),
    ("二十大以来", PeriodExpr::From(YearRef::Named(2022), 10)),
    ("半年来", PeriodExpr::Calendar { year: YearRef::Unsaid, part: Part::Half(1), instant: false }),
    ("本月", PeriodExpr::MonthFromIssue(0)),
    ("这个月", PeriodExpr::MonthFromIssue(0)),
    ("上个月", PeriodExpr::MonthFromIssue(-1)),
    ("上月", PeriodExpr::MonthFromIssue(-1)),
    ("下个月", PeriodExpr::MonthFromIssue(1)),
    ("下月", PeriodExpr::MonthFromIssue(1)),
    ("今天", PeriodExpr::DayFromIssue(0)),
    ("今日", PeriodExpr::DayFromIssue(0)),
    ("昨天", PeriodExpr::DayFromIssue(-1)),
    ("昨日", PeriodExpr::DayFromIssue(-1)),
    ("前天", PeriodExpr::DayFromIssue(-2)),
    ("明天", PeriodExpr::DayFromIssue(1)),
    ("本次", PeriodExpr::Event),
    ("此次", PeriodExpr::Event),
    ("这次", PeriodExpr::Event),
    ("活动当天", PeriodExpr::Event),
    ("活动现场", PeriodExpr::Event),
    ("签约现场", PeriodExpr::Event),
    ("现场签约", PeriodExpr::Event),
    ("这个假期", PeriodExpr::Event),
    ("假期期间", PeriodExpr::Event),
    ("假日期间", PeriodExpr::Event),
    ("当天", PeriodExpr::Event),
    ("當天", PeriodExpr::Event),
    ("当日", PeriodExpr::Event),
    ("當日", PeriodExpr::Event),
    ("会上", PeriodExpr::Event),
];

/// What is fixed besides [`FIXED`]: 同月, holidays, and a firm's reports.
pub(super) const SAME_MONTH: &[&str] = &["当月", "當月", "同月"];

/// Holidays with their days.
pub(super) const HOLIDAYS: &[(&[&str], Part)] = &[(&["暑期", "暑假"], Part::Months(7, 8))];

/// 年报显示, 三季报: what a firm's report is of.
pub(super) const REPORTS: &[(&[&str], i32, Part)] = &[
    (&["半年报", "半年度报告"], 0, Part::Half(1)),
    (&["三季报"], 0, Part::Months(1, 9)),
    (&["一季报"], 0, Part::Quarter(1)),
    (&["年报显示", "年度报告显示"], -1, Part::Whole),
];

/// What opens 未来五年 and 近三年.
pub(super) const COMING: &[&str] = &["未来", "未來", "今后", "今後"];
pub(super) const RECENT: &[&str] = &["最近", "过去的", "过去", "過去", "近", "这", "這"];

/// Times to come that the text does not tell.
pub(super) const OPEN: &[&str] = &["预计未来", "達產後", "建成後", "完工後", "达产年"];
pub(super) const YEAR_START: &[&str] =
    &["年初以来", "年初以來", "年初至今", "年初到现在", "开年以来", "新年以来", "开局以来"];
pub(super) const YEAR_OPENS: &[&str] = &["年", "全年", "岁末", "歲末"];

/// What comes before 后 in 建成后, 投产后: the figure belongs to a time not told.
pub(super) const COMPLETED: &[&str] = &[
    "建成投产",
    "建成达产",
    "建成投用",
    "建成运营",
    "建成",
    "建好",
    "投产达产",
    "投产",
    "投用",
    "投运",
    "达产",
    "满产",
    "竣工",
    "完工",
    "落成",
    "全面达产",
    "全部达产",
    "运营",
    "建設完成",
    "完成后",
];

/// A phrase at `at`, if of these `kinds`; `roc` reads 95年 as a year of the Republic.
pub(super) fn phrase_at(text: &str, at: usize, roc: bool, kinds: u8) -> Option<ExprAt> {
    let start = char_at(text, at)?;
    let kinds = kinds & if is_digit(start) { kinds_of_figure(text, at, roc) } else { kinds_at(start) };
    let may = |kind: u8| (kinds & kind != 0).then_some(());
    if kinds == 0 {
        return None;
    }
    may(starts::FIGURE)
        .and_then(|()| iso_date(text, at))
        .or_else(|| may(starts::YEAR).and_then(|()| of_year(text, at, roc)))
        .or_else(|| may(starts::PLAN).and_then(|()| plan(text, at)))
        .or_else(|| may(starts::HOLIDAY).and_then(|()| holiday(text, at)))
        .or_else(|| may(starts::ROLLING).and_then(|()| rolling(text, at)))
        .or_else(|| may(starts::FIXED).and_then(|()| fixed(text, at)))
        .or_else(|| may(starts::UNDATED).and_then(|()| undated(text, at)))
        .or_else(|| may(starts::PART).and_then(|()| without_year(text, at)))
}

/// What may begin with the figure at `at`: 1294 may be a year, 12 a month, 101 nothing.
fn kinds_of_figure(text: &str, at: usize, roc: bool) -> u8 {
    let republic = if roc { starts::YEAR } else { 0 };
    match arabic(text, at).map_or(0, |number| number.digits) {
        _ if joins_number(text, at) => 0,
        4 => starts::FIGURE | starts::YEAR,
        3 => republic,
        1 | 2 => republic | starts::ROLLING | starts::PART,
        _ => 0,
    }
}

/// Whether the digit at `at` is in the midst of a number or a code: 3.5月, A12月, 1,294月; but not 获悉,1至4月.
fn joins_number(text: &str, at: usize) -> bool {
    match char_before(text, at) {
        Some(',') => char_before(text, at - 1).is_some_and(is_digit),
        Some(c) => c.is_ascii_alphanumeric() || is_digit(c) || matches!(c, '.' | '．'),
        None => false,
    }
}

/// 2023-08-09, 2023.8.9, 2023/08/09
fn iso_date(text: &str, at: usize) -> Option<ExprAt> {
    let (year, after) = bare_year(text, at)?;
    let mark = char_at(text, after).filter(|c| matches!(c, '-' | '.' | '/'))?;
    let month = small(text, after + 1).filter(|n| n.value <= 12)?;
    let after = eat(text, month.end, mark.encode_utf8(&mut [0; 4]))?;
    let day = small(text, after).filter(|n| n.value <= 31)?;
    if char_at(text, day.end).is_some_and(|c| c == '/' || c.is_ascii_alphanumeric()) {
        return None;
    }
    let part = Part::Day(month.value, day.value);
    Some((PeriodExpr::Calendar { year: YearRef::Named(year), part, instant: false }, day.end))
}

fn of_year(text: &str, at: usize, roc: bool) -> Option<ExprAt> {
    let year = year_at(text, at, roc);
    years(text, at, roc, year).or_else(|| with_year(text, at, roc, year))
}

/// 2021—2023年, 2021年至2023年, 2022年7月—2023年6月; `year` is what stands at `at`.
fn years(text: &str, at: usize, roc: bool, year: Option<YearAt>) -> Option<ExprAt> {
    if let Some((from, after)) = bare_year(text, at)
        && let Some((to, end)) = dash(text, after).and_then(|next| year_at(text, next, roc))
        && let YearRef::Named(last) = to
    {
        return (from < last).then_some((PeriodExpr::Years(YearRef::Named(from), to), end));
    }
    let (from, after) = year?;
    let month =
        |at| part_at(text, at).and_then(|(part, _, end)| if let Part::Month(m) = part { Some((m, end)) } else { None });
    let first = month(after);
    let next = dash(text, first.map_or(after, |(_, end)| end))?;
    let (to, end) = year_at(text, next, roc)?;
    match (first, month(end)) {
        (Some((a, _)), Some((b, end))) => Some((PeriodExpr::Months((from, a), (to, b)), end)),
        (None, None) => Some((PeriodExpr::Years(from, to), end)),
        _ => None,
    }
}

fn with_year(text: &str, at: usize, roc: bool, year: Option<YearAt>) -> Option<ExprAt> {
    if let Some((year, end)) = year {
        return Some(after_year(text, year, end));
    }
    let (year, after) = bare_year(text, at)?;
    if lists_years(text, after, roc) {
        let expr = PeriodExpr::Calendar { year: YearRef::Named(year), part: Part::Whole, instant: false };
        return Some((expr, after));
    }
    let (part, instant, end) =
        part_at(text, after).or_else(|| eat(text, after, "全年").map(|end| (Part::Whole, false, end)))?;
    matches!(part, Part::Half(_) | Part::Quarter(_) | Part::Whole)
        .then_some((PeriodExpr::Calendar { year: YearRef::Named(year), part, instant }, end))
}

/// 2020、2021、2022年: whether further years follow, the last with 年.
fn lists_years(text: &str, at: usize, roc: bool) -> bool {
    let mut at = at;
    for _ in 0..12 {
        let Some(next) = eat_any(text, at, &["、", "和", "与", "及"]) else { return false };
        if matches!(year_at(text, next, roc), Some((YearRef::Named(_), _))) {
            return true;
        }
        let Some((_, after)) = bare_year(text, next) else { return false };
        at = after;
    }
    false
}

fn after_year(text: &str, year: YearRef, end: usize) -> ExprAt {
    let next = skip_blank(text, eat(text, end, "的").unwrap_or(end));
    let part = part_at(text, skip_blank(text, end)).or_else(|| year_end(text, end)).or_else(|| part_at(text, next));
    if let Some((part, end)) = report_of(text, end).or_else(|| week(text, end)).filter(|_| part.is_none()) {
        return (PeriodExpr::Calendar { year, part, instant: false }, end);
    }
    let (part, instant, end) = part.unwrap_or((Part::Whole, false, end));
    if let Some(found) = months_to(text, year, part, end) {
        return found;
    }
    if matches!(part, Part::Whole | Part::Month(1))
        && !instant
        && let Some(end) = eat_any(text, end, &["以来至今", "以来", "以來", "来", "來"])
    {
        return years_running(text, year, end).unwrap_or((PeriodExpr::Since(year), end));
    }
    // 去年底以来
    if instant
        && part == Part::Whole
        && let Some(end) = eat_any(text, end, &["以来", "以來"])
    {
        return (PeriodExpr::From(year, 12), end);
    }
    since_event(text, year, part, end).unwrap_or((PeriodExpr::Calendar { year, part, instant }, end))
}

/// 第31周（7月24日至30日）: a week counts from a day of its own in every report, which the brackets name.
fn week(text: &str, at: usize) -> Option<(Part, usize)> {
    let number = small(text, eat(text, at, "第")?).filter(|n| n.value <= 53)?;
    let open = eat_any(text, eat(text, number.end, "周")?, &["（", "("])?;
    let (part, _, end) = part_at(text, open).filter(|(part, ..)| matches!(part, Part::Days(..)))?;
    Some((part, eat_any(text, end, &["）", ")"])?))
}

/// 2023年半年度报告, 2022年年报: what the report is of.
fn report_of(text: &str, at: usize) -> Option<(Part, usize)> {
    let reports = [
        (&["半年报", "半年度报告", "半年度业绩"][..], Part::Half(1)),
        (&["三季报", "前三季度报告"], Part::Months(1, 9)),
        (&["一季报"], Part::Quarter(1)),
        (&["年报", "年度报告", "年度业绩"], Part::Whole),
    ];
    reports.iter().find_map(|(words, part)| eat_any(text, at, words).map(|end| (*part, end)))
}

/// 截至2023年6月30日止三个月, 截至2023年3月31日止年度: the months that end there.
fn months_to(text: &str, year: YearRef, part: Part, at: usize) -> Option<ExprAt> {
    let (YearRef::Named(named), Part::Day(month, _)) = (year, part) else { return None };
    let ended = eat_any(text, skip_blank(text, at), &["止的", "止"])?;
    let (count, end) = match eat_any(text, ended, &["财政年度", "財政年度", "年度"]) {
        Some(end) => (12, end),
        None => {
            let count = small(text, ended).filter(|n| (1..=12).contains(&n.value))?;
            (count.value, eat_any(text, count.end, &["个月", "個月"])?)
        }
    };
    let before = named * 12 + month as i32 - count as i32;
    let from = (YearRef::Named(before.div_euclid(12)), before.rem_euclid(12) as u32 + 1);
    Some((PeriodExpr::Months(from, (year, month)), end))
}

/// 近三年, 过去五年, 三年来, 未来五年
fn rolling(text: &str, at: usize) -> Option<ExprAt> {
    let count = |at| {
        let first = small(text, at)?;
        let n = dash(text, first.end).and_then(|next| small(text, next)).unwrap_or(first);
        let n = Some(n).filter(|n| (2..=50).contains(&n.value))?;
        let over = eat(text, n.end, "年多").filter(|&end| eat_any(text, end, &["来", "來", "以来", "以來"]).is_some());
        over.or_else(|| eat_any(text, n.end, &["年", "个年头"])).map(|end| (n.value, end))
    };
    if let Some(after) = eat_any(text, at, COMING) {
        return count(after).map(|(n, end)| (PeriodExpr::NextYears(n), end));
    }
    // 连续三年,产值保持两成以上的增长; but 连续三年居首 counts only how often.
    if let Some((n, end)) = eat(text, at, "连续").and_then(count) {
        return eat_any(text, end, &["，", ","]).map(|_| (PeriodExpr::LastYears(n), end));
    }
    if let Some(after) = eat_any(text, at, RECENT) {
        let (n, end) = count(after)?;
        if eat_any(text, at, &["近", "这", "這"]).is_some() && n > 10 {
            return None;
        }
        let end = eat_any(text, end, &["以来", "以來", "来", "來", "间", "間", "里", "内"]).unwrap_or(end);
        let praised = eat_any(text, end, &["首次", "最", "新高", "新低", "的"]).is_some();
        return (!praised).then_some((PeriodExpr::LastYears(n), end));
    }
    let (n, end) = count(at)?;
    // 由三年前的9平方公里
    if let Some(end) = eat_any(text, end, &["前", "之前", "以前"]) {
        let year = YearRef::FromIssue(-(n as i32));
        return Some((PeriodExpr::Calendar { year, part: Part::Whole, instant: false }, end));
    }
    if let Some(end) = eat_any(text, end, &["内", "之内", "內"]) {
        return Some((PeriodExpr::WithinYears(n), end));
    }
    if let Some(end) = eat_any(text, end, &["平均", "年均", "间", "間"]) {
        return Some((PeriodExpr::AverageYears(n), end));
    }
    let end = eat_any(text, end, &["以来", "以來", "来", "來"])?;
    let praised = eat_any(text, end, &["首次", "最", "新高", "新低", "的", "自", "到"]).is_some();
    (n <= 50 && !praised).then_some((PeriodExpr::ForYears(n), end))
}

fn holiday(text: &str, at: usize) -> Option<ExprAt> {
    // “双十一”期间 is no holiday.
    let within = char_before(text, at).is_some_and(|c| "双雙二三四五六七八九".contains(c));
    holiday_at(text, at).filter(|_| !within).map(|(holiday, end)| (PeriodExpr::Holiday(holiday), end))
}

/// [`FIXED`] by what a word begins with.
static FIXED_BY_FIRST: LazyLock<FastMap<char, Vec<(&str, PeriodExpr)>>> = LazyLock::new(|| {
    let mut words: FastMap<char, Vec<(&str, PeriodExpr)>> = FastMap::default();
    for &(word, expr) in FIXED {
        words.entry(word.chars().next().unwrap_or_default()).or_default().push((word, expr));
    }
    words
});

fn fixed(text: &str, at: usize) -> Option<ExprAt> {
    let calendar = |year, part, instant| PeriodExpr::Calendar { year, part, instant };
    if let Some(after) = eat_any(text, at, SAME_MONTH) {
        return Some((PeriodExpr::StoryMonth, after));
    }
    if let Some((part, end)) = HOLIDAYS.iter().find_map(|(words, part)| Some((*part, eat_any(text, at, words)?))) {
        return Some((calendar(YearRef::Unsaid, part, false), end));
    }
    if char_before(text, at).is_some_and(char::is_alphanumeric) && eat(text, at, "会上").is_some() {
        return None;
    }
    if eat(text, at, "期间").is_some() && !is_running_event(text, at) {
        return None;
    }
    let begun = char_at(text, at).and_then(|first| FIXED_BY_FIRST.get(&first)).into_iter().flatten();
    let mut found = begun.filter_map(|&(word, expr)| eat(text, at, word).map(|end| (expr, end)));
    found.next().or_else(|| report(text, at))
}

/// 抗旱期间, “双抢”期间: something that goes on about now, if the words before 期间 are no other time.
fn is_running_event(text: &str, at: usize) -> bool {
    const OTHER: [&str; 16] = [
        "年", "月", "日", "周", "天", "其", "此", "这", "规划", "疫情", "建设", "施工", "任职", "在职", "大学", "报告",
    ];
    let before = text.get(..at).unwrap_or("");
    // 今年春耕期间 is of that year.
    let dated = tail(before, 8).contains(['年', '月', '日']);
    !dated && before.ends_with(|c: char| c == '”' || c.is_alphabetic()) && !OTHER.iter().any(|w| before.ends_with(w))
}

fn report(text: &str, at: usize) -> Option<ExprAt> {
    let calendar = |n, part| PeriodExpr::Calendar { year: YearRef::FromIssue(n), part, instant: false };
    REPORTS.iter().find_map(|&(words, n, part)| eat_any(text, at, words).map(|end| (calendar(n, part), end)))
}

fn undated(text: &str, at: usize) -> Option<ExprAt> {
    // 预计未来三年 tells how many.
    let counted = |end: &usize| small(text, *end).is_some_and(|n| eat(text, n.end, "年").is_some());
    if let Some(end) = eat_any(text, at, OPEN).filter(|end| !counted(end)) {
        return Some((PeriodExpr::Undated, end));
    }
    let done = eat_any(text, at, COMPLETED)?;
    if let Some(end) = eat_any(text, done, &["之后", "以后", "后", "後"]) {
        return Some((PeriodExpr::Undated, end));
    }
    let soon = ["达产", "满产"].iter().any(|w| text.get(at..done).is_some_and(|t| t.ends_with(w)));
    let yearly = eat_any(text, done, &["年产值", "年销售", "年产能", "年税收", "年营收", "时"]).is_some();
    // 项目建成可实现年营收3亿元
    let able = eat_any(text, done, &["可", "即可", "预计"]).is_some();
    (soon && yearly || able).then_some((PeriodExpr::Undated, done))
}

/// 上半年, 6月底, 年末, 全年, 年初以来, 19日
fn without_year(text: &str, at: usize) -> Option<ExprAt> {
    let before = char_before(text, at);
    if let Some((part, instant, end)) = part_at(text, at).filter(|_| !matches!(before, Some('第' | '每'))) {
        if let Some(found) = since_event(text, YearRef::Unsaid, part, end).filter(|_| !instant) {
            return Some(found);
        }
        return Some((PeriodExpr::Calendar { year: YearRef::Unsaid, part, instant }, end));
    }
    if let Some(found) = since_then(text, at) {
        return Some(found);
    }
    if let Some(end) = eat_any(text, at, YEAR_START) {
        return Some((PeriodExpr::Since(YearRef::FromIssue(0)), end));
    }
    if eat_any(text, at, YEAR_OPENS).is_some()
        && !matches!(before, Some(c) if is_digit(c) || "上去今明前每多半周学元两三四五六七八九十几".contains(c))
        && let Some((part, instant, end)) = year_end(text, at).filter(|&(_, _, end)| !is_target(text, end))
    {
        let within = text.get(at..end).is_some_and(|t| t.starts_with("年内") || t.starts_with("年內"));
        let year = if within { YearRef::Ahead } else { YearRef::Unsaid };
        return Some((PeriodExpr::Calendar { year, part, instant }, end));
    }
    day_alone(text, at, before)
}

/// 全年 in 全年目标任务 dates no figure: 完成全年目标的52%.
fn is_target(text: &str, at: usize) -> bool {
    // 全年计划完成投资32亿元 says when; 完成全年计划的52% does not.
    let opens = text.get(..at).and_then(|t| t.strip_suffix("全年")).is_some_and(opens_clause);
    let verb = eat_any(text, at, &["计划", "预计"]).and_then(|end| char_at(text, end));
    if opens && verb.is_some_and(|c| !"的，。、任目数总投".contains(c)) {
        return false;
    }
    let at = eat(text, at, "的").unwrap_or(at);
    eat_any(text, at, &["目标", "任务", "计划", "预期", "预算", "目標", "任務", "計畫", "各项目标"]).is_some()
}

fn day_alone(text: &str, at: usize, before: Option<char>) -> Option<ExprAt> {
    let day = small(text, at).filter(|n| n.value <= 31 && is_digit(char_at(text, at).unwrap_or(' ')))?;
    let end = eat(text, day.end, "日")?;
    let opens = before.is_none_or(|c| !c.is_alphanumeric() || "于在至到从自讯电了".contains(c));
    // 12日至17日
    let last = dash(text, end).and_then(|next| small(text, next)).filter(|n| n.value <= 31);
    if let Some((last, end)) = last.and_then(|n| Some((n.value, eat(text, n.end, "日")?))) {
        return opens.then_some((PeriodExpr::DaysOfMonth(day.value, last), end));
    }
    let other = [
        "内", "游", "龄", "均", "产", "线", "楼", "地", "院", "馆", "门", "路", "机", "船", "井", "站", "厂", "以内",
        "之内",
    ];
    (opens && eat_any(text, end, &other).is_none()).then_some((PeriodExpr::DayOfMonth(day.value), end))
}

/// Whether four Chinese digits and 年 stand at `at`.
pub(super) fn is_han_year(text: &str, at: usize) -> bool {
    han_year(text, at).is_some_and(|n| plausible(n.value as i32) && eat(text, n.end, "年").is_some())
}
