//! What a share or a rank is taken of where its own clause does not say: 员工 of 员工总数4127人，研发人员占11.8%,
//! 计划投资 of 计划投资5亿元，完成81%, 全国10强县 of 位居10强县前列的昆山排名第三.
//!
//! Runs over an article's figures when all are read, so that a total can be found by its arithmetic.

use crate::article::View;
use crate::draft::{Draft, Named, evidence};
use crate::segment::Sort;
use tidemark_model::{Decimal, Measure, Span, Status};

/// How many figures before a share or rank may hold its whole.
const WITHIN: usize = 12;

/// Gives shares and ranks without a whole the one that stands before them.
pub(crate) fn fill(view: &View, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let (before, rest) = drafts.split_at_mut(i);
        let draft = &mut rest[0];
        let before = &before[i.saturating_sub(WITHIN)..];
        let found = match draft.measure {
            Measure::Share => {
                let lead = Span::new(draft.clause.start, draft.amount.outer.start.max(draft.clause.start));
                let lead = lead.slice(view.text);
                let said = contributed(view, before, lead).or_else(|| of_named_plan(lead));
                if draft.whole.is_none() { said.or_else(|| of_share(view, before, draft, lead)) } else { said }
            }
            Measure::Rank if draft.whole.is_none() => of_rank(view, before, draft),
            _ => None,
        };
        if let Some((rule, words)) = found {
            draft.evidence.push(evidence(rule, words.as_str()));
            draft.whole = Some(words);
        }
    }
}

/// 对经济增长的贡献率为57%: what it contributes to; 贡献率 alone goes on with that of the one before.
fn contributed(view: &View, before: &[Draft], lead: &str) -> Option<(&'static str, String)> {
    let at = lead.find("贡献")?;
    if let Some(words) = lead[..at].trim().is_empty().then(|| pulled(view, before)).flatten() {
        return Some(("whole/contributed", words));
    }
    let words = lead[..at].rfind('对').map(|to| lead[to + '对'.len_utf8()..at].trim_end_matches(['的', ' ']));
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        return Some(("whole/contributed", words.to_owned()));
    }
    let last = before.last()?;
    let same = last.evidence.iter().any(|why| why.rule == "whole/contributed");
    last.whole.clone().filter(|_| same).map(|words| ("whole/contributed", words))
}

/// 拉动规上工业增长7.3个百分点，贡献率达到75%: the growth that the figure before it pulled.
fn pulled(view: &View, before: &[Draft]) -> Option<String> {
    let last = before.last().filter(|draft| draft.amount.unit == "百分点")?;
    let lead = Span::new(last.clause.start, last.amount.outer.start.max(last.clause.start)).slice(view.printed);
    let words = lead[lead.rfind("拉动")? + "拉动".len()..].trim();
    words.ends_with("增长").then(|| words.to_owned())
}

fn of_share(view: &View, before: &[Draft], share: &Draft, lead: &str) -> Option<(&'static str, String)> {
    if lead.trim_end_matches('了').ends_with("完成") {
        return of_plan(before, share).map(|words| ("whole/plan", words));
    }
    if let Some(words) = following(view, share) {
        return Some(("whole/following", words));
    }
    let named = share.indicators.last()?;
    let words = named.words.as_str();
    let again = || before.iter().rev().find(|d| d.measure == Measure::Share && d.indicators.last() == Some(named));
    by_arithmetic(before, share, words)
        .map(|words| ("whole/arithmetic", words))
        .or_else(|| again().and_then(|d| d.whole.clone()).map(|words| ("whole/again", words)))
        .or_else(|| of_rate(words).map(|words| ("whole/rate", words)))
        .or_else(|| by_kind(before, words).map(|words| ("whole/kind", words)))
        .or_else(|| of_people(before, share, lead).map(|words| ("whole/before", words)))
        .or_else(|| of_which(before, share, lead).map(|words| ("whole/before", words)))
        .or_else(|| last_noun(view, named).map(|words| ("whole/kind", words)))
}

/// 问题解决率 is of 问题, 常住人口城镇化率 of 常住人口.
fn of_rate(words: &str) -> Option<String> {
    const RATES: [&str; 15] = [
        "解决率",
        "满意率",
        "办结率",
        "合格率",
        "达标率",
        "入学率",
        "签约率",
        "履约率",
        "投产率",
        "开工率",
        "达产率",
        "就业率",
        "城镇化率",
        "利用率",
        "使用率",
    ];
    let of = RATES.iter().find_map(|rate| words.strip_suffix(rate))?;
    (of.chars().count() >= 2).then(|| of.to_owned())
}

/// 公办幼儿园在园幼儿占比57.9% is of 幼儿: the noun that the words before it narrow.
fn last_noun(view: &View, named: &Named) -> Option<String> {
    let words = view.words(named.span?);
    let [.., before, last] = &*words else { return None };
    let noun = last.span.slice(view.text);
    let whole = last.sort == Sort::Noun && before.span.end == last.span.start || before.span.slice(view.text) == "的";
    let plain =
        noun.chars().count() >= 2 && !noun.ends_with(['率', '比', '数', '值', '额']) && named.words.ends_with(noun);
    (whole && plain && !noun.starts_with("以上") && noun != "比例" && noun != "占比").then(|| noun.to_owned())
}

/// 分别完成年计划的92%: the plan that stands between.
fn of_named_plan(lead: &str) -> Option<(&'static str, String)> {
    const PLANS: [&str; 5] = ["计划", "目标", "任务", "预算", "目标值"];
    let rest = &lead[lead.rfind("完成")? + "完成".len()..];
    let plan = rest.trim_start_matches('了').trim_end_matches(['约', '近', '超']).trim_end_matches('的');
    let said = PLANS.iter().any(|word| plan.ends_with(word)) && plan.chars().count() <= 12;
    said.then(|| ("whole/plan", plan.to_owned()))
}

/// 计划投资5亿元，完成81%: what was planned right before.
fn of_plan(before: &[Draft], share: &Draft) -> Option<String> {
    let planned = before.last().filter(|draft| {
        draft.sentence == share.sentence && draft.measure == Measure::Total && draft.status == Status::Planned
    })?;
    let words = &planned.indicators.last()?.words;
    let said = words.contains("计划") || words.contains("目标");
    Some(if said { words.clone() } else { format!("计划{words}") })
}

/// The total that the part's amount is this share of: 22 of 43 are over half.
fn by_arithmetic(before: &[Draft], share: &Draft, words: &str) -> Option<String> {
    let is_part = |d: &&Draft| d.measure != Measure::Share && d.indicators.last().is_some_and(|n| n.words == words);
    let part = before.iter().rev().take(3).find(|d| is_part(d) && d.amount.unit != "%")?;
    let exact = share.amount.qualifier == tidemark_model::Qualifier::Exact;
    // A printed share is rounded, one of 超 or 近 rounded to the next ten.
    let slack = if exact { share.amount.step.max(Decimal::new(1, 1)) } else { share.amount.step.max(Decimal::from(6)) };
    let fits = |total: &&Draft| {
        let percent =
            part.amount.value.checked_mul(Decimal::ONE_HUNDRED).and_then(|p| p.checked_div(total.amount.value));
        total.measure == Measure::Total
            && total.amount.unit == part.amount.unit
            && total.amount.range != part.amount.range
            && total.amount.value > part.amount.value
            && percent.and_then(|percent| percent.checked_sub(share.amount.value)).is_some_and(|off| off.abs() <= slack)
    };
    before.iter().rev().find(fits)?.indicators.last().map(|named| named.words.clone())
}

/// A total before it whose kind it is a part of: 民营企业进出口 is of 进出口总值, 过夜游客 of 接待游客.
fn by_kind(before: &[Draft], words: &str) -> Option<String> {
    let kind = words.trim_end_matches(QUANTITIES);
    let kind = &kind[kind.char_indices().rev().nth(1).filter(|&(at, _)| at > 0)?.0..];
    let total = |d: &&Draft| {
        let named = d.indicators.last().map_or("", |named| named.words.as_str());
        let ends = named.trim_end_matches(QUANTITIES).ends_with(kind);
        d.measure != Measure::Share && d.amount.unit != "%" && named != words && ends
    };
    before.iter().rev().find(total)?.indicators.last().map(|named| named.words.clone())
}

/// How quantities of the same thing end differently: 用电, 用电量.
const QUANTITIES: [char; 5] = ['量', '数', '额', '值', '总'];

/// 员工总数4127人，研发人员占11.8%: what the sentence counted just before.
fn of_people(before: &[Draft], share: &Draft, lead: &str) -> Option<String> {
    let words = &share.indicators.last()?.words;
    let total = before.last().filter(|d| d.measure == Measure::Total && d.sentence == share.sentence)?;
    let named = total.indicators.last()?;
    let people =
        words.ends_with(['人', '员', '师', '工', '者', '生']) && matches!(total.amount.unit.as_str(), "人" | "名");
    (people && lead.contains('占') && named.words != *words).then(|| named.words.clone())
}

/// 包含1.2万名外来青年，其中首次来的达40%: what was counted just before 其中.
fn of_which(before: &[Draft], share: &Draft, lead: &str) -> Option<String> {
    let total = before.last().filter(|d| d.measure != Measure::Share && d.sentence == share.sentence)?;
    let counted = total.amount.unit != "%" && lead.trim_start().starts_with("其中");
    counted.then(|| total.indicators.last().map(|named| named.words.clone())).flatten()
}

/// 61%的面积, 超过三分之一的新车, 七成行业: the noun that a share is followed by.
fn following(view: &View, share: &Draft) -> Option<String> {
    let start = share.amount.outer.end;
    let words = view.words(Span::new(start, share.clause.end.max(start)));
    let of = words.iter().take_while(|w| matches!(w.span.slice(view.text), "的" | "以上" | "左右")).count();
    let nouns = words[of..].iter().take_while(|w| w.sort == Sort::Noun);
    let (first, last) = (words.get(of)?.span.start, nouns.last()?.span.end);
    let noun = Span::new(first, last).slice(view.printed);
    const PARTS: [&str; 6] = ["比例", "比重", "份额", "增速", "增幅", "速度"];
    (noun.chars().count() >= 2 && !PARTS.iter().any(|w| noun.ends_with(w))).then(|| noun.to_owned())
}

/// 在新遴选的企业中，松湖以54家居首位: those among whom a rank is told.
fn among(text: &str, from: usize, at: usize) -> Option<String> {
    let lead = text.get(from..at)?;
    let end = ["中，", "中,"].iter().filter_map(|w| lead.rfind(w)).max().or_else(|| lead.rfind('中'))?;
    let words = &lead[lead[..end].rfind('在')? + '在'.len_utf8()..end];
    let plain = (2..=24).contains(&words.chars().count()) && !words.contains(['，', ',', '；', '：', '。']);
    // 在建设中, 在全市工作中: no group.
    const GROUPS: [&str; 14] =
        ["城市", "市", "县", "区", "省份", "企业", "国家", "园区", "开发区", "镇", "经济体", "地区", "强", "高校"];
    (plain && GROUPS.iter().any(|w| words.trim_end_matches('”').ends_with(w))).then(|| words.to_owned())
}

fn of_rank(view: &View, before: &[Draft], rank: &Draft) -> Option<(&'static str, String)> {
    let end = rank.amount.range.start;
    if let Some(words) = among(view.text, rank.sentence.start.min(end), end) {
        return Some(("whole/contest", words));
    }
    let same = before.iter().rev().find(|d| d.measure == Measure::Rank && d.whole.is_some());
    if let Some(words) = same.filter(|d| beside(view, d, rank)).and_then(|d| d.whole.clone()) {
        return Some(("whole/rank", words));
    }
    let at = rank.amount.range.start;
    contest(view.text, rank.sentence.start.min(at), at)
        .map(|words| ("whole/contest", words))
        .or_else(|| view.subjects.around(at, rank.clause).map(|words| ("whole/around", words)))
}

/// Whether two figures stand in the same paragraph.
fn beside(view: &View, one: &Draft, other: &Draft) -> bool {
    let between = view.text.get(one.amount.range.end..other.amount.range.start);
    between.is_some_and(|between| !between.contains('\n'))
}

/// 全国10强县（市）, 28个省份, 五大经济区: those who are ranked, as the article last called them.
fn contest(text: &str, sentence: usize, at: usize) -> Option<String> {
    const KINDS: [&str; 21] = [
        "个副省级城市",
        "强县（市）",
        "强县(市)",
        "强县市",
        "百强县",
        "百强区",
        "强县",
        "强区",
        "强市",
        "强镇",
        "强企业",
        "百强城市",
        "个省份",
        "个省区市",
        "个市辖区",
        "个设区市",
        "个地级市",
        "个县区",
        "个区县",
        "大经济区",
        "个经济区",
    ];
    let from = back(text, sentence, 600);
    let window = text.get(from..at)?;
    let (found, kind) =
        KINDS.iter().filter_map(|kind| Some((window.rfind(kind)?, kind))).max_by_key(|&(i, kind)| (i, kind.len()))?;
    let head = &window[..found];
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百千".contains(c);
    let start = head.trim_end_matches(numeral);
    let area =
        ["全国", "全省", "全市", "中国"].iter().find(|area| start.ends_with(**area)).map_or(0, |area| area.len());
    Some(window[start.len() - area..found + kind.len()].to_owned())
}

/// At most so many bytes before `at`, at a character's start.
fn back(text: &str, at: usize, bytes: usize) -> usize {
    let mut from = at.saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    from
}
