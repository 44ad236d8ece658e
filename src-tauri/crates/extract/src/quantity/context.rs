//! What the words around a number make of it: a class (亿元以上项目), money without 元 (投资120亿), an idiom.

use super::AmountKind;
use super::cursor::{Cursor, Near, is_mark};
use super::item::{Item, UnitHit};
use super::lexicon::LEXICON;
use super::numeral::{Form, Number};
use tidemark_model::{Decimal, Qualifier};

/// Whether the amount names a class of things rather than counting or measuring one.
pub(super) fn is_class(item: &Item, text: &str, after: &Near) -> bool {
    let measured = matches!(item.kind, AmountKind::Quantity)
        && item
            .unit
            .as_ref()
            .is_some_and(|unit| !unit.counter || matches!(unit.base.as_ref(), "人" | "户" | "张" | "名"));
    let scaled = item.kind == AmountKind::Bare && item.scale > Decimal::ONE;
    if !measured && !scaled {
        return false;
    }
    let counter = item.unit.as_ref().is_some_and(|unit| unit.counter);
    if (item.scale > Decimal::ONE || !counter) && LEXICON.class_tails.iter().any(|word| after.leads(0, word)) {
        return !(after.leads(0, "户均") || (counter && after.leads(0, "户")));
    }
    threshold(after).is_some_and(|skip| class_noun_follows(item, text, after, skip) || counts_follow(item, after, skip))
        || counted_class(item, text, after)
}

/// 以上 and the like with an optional 的: how many characters.
fn threshold(after: &Near) -> Option<usize> {
    let words = ["(含)以上", "及以上", "或以上", "以上", "及以下", "以下", "以内", "之上", "(含)"];
    words.iter().find(|word| after.leads(0, word)).map(|word| word.chars().count())
}

/// Whether a noun a threshold may define follows in the same clause, before any other number.
fn class_noun_follows(item: &Item, text: &str, after: &Near, skip: usize) -> bool {
    let mut at = Cursor::new(text, after.edge(skip));
    if skip == 0 {
        return false;
    }
    // 500万元以上、亿元以上项目: the noun stands behind the other threshold. 新增就业60万人以上、失业率… is a list of figures.
    let lists = item.unit.as_ref().is_some_and(|unit| unit.counter) && after.get(skip) == Some('、');
    if lists {
        return false;
    }
    for _ in 0..12 {
        match at.peek() {
            Some(c) if is_mark(c) && !matches!(c, '“' | '”' | '(' | ')' | '、' | '‘' | '’') => return false,
            None => return false,
            Some(c) if c.is_ascii_digit() => return false,
            _ if LEXICON.class_noun_at(at) => return true,
            _ => at = at.step().skip_hidden(),
        }
    }
    false
}

/// 亿元以上56个、10亿元以上8个: how many there are follows at once.
fn counts_follow(item: &Item, after: &Near, skip: usize) -> bool {
    let counter = item.unit.as_ref().is_none_or(|unit| unit.counter);
    !counter && after.get(skip).is_some_and(|c| c.is_ascii_digit())
}

/// 营收超10亿元的企业25家: the amount only says which firms are counted.
fn counted_class(item: &Item, text: &str, after: &Near) -> bool {
    let above = matches!(item.qualifier, Qualifier::Above | Qualifier::Below);
    let of = after.leads(0, "的");
    // 总投资超10亿元项目5个 says the same without 的.
    let direct =
        item.scale > Decimal::ONE && ["项目", "企业", "产业项目", "工业企业"].iter().any(|w| after.leads(0, w));
    if !above || !(of || direct) {
        return false;
    }
    let mut at = Cursor::new(text, if of { after.edge(1) } else { item.end });
    let mut noun = false;
    for _ in 0..14 {
        match at.peek() {
            Some(c) if is_mark(c) => return false,
            None => return false,
            Some(c) if noun && (c.is_ascii_digit() || super::numeral::chinese_digit(c).is_some()) => return true,
            Some(c) if c.is_ascii_digit() => return false,
            _ => {
                noun |= LEXICON.class_noun_at(at);
                at = at.step();
            }
        }
    }
    false
}

/// Whether 元 is meant behind a number that ends in 亿 or 万: 总投资过百亿, but not 用户1亿.
pub(super) fn is_money(item: &Item, before: &Near, after: &Near) -> bool {
    let yi = item.scale >= Decimal::from(100_000_000);
    if !yi && item.scale < Decimal::from(10_000) {
        return false;
    }
    let behind = usize::from(after.leads(0, "的"));
    // 1亿只, 3亿用户: something else is counted.
    let open = after.get(0).is_none_or(|c| is_mark(c) || "的以左上大新规人目台开完实用投建和与至到、级及".contains(c));
    let said = LEXICON.money.iter().any(|word| {
        (yi || word.chars().count() > 1)
            && before.clause_before_has(word)
            && near_enough(before, word, if yi { 14 } else { 6 })
    });
    // 将投3400万整治…: what is put into a thing is money.
    if before.tails(0, "投") && !after.leads(0, "票") {
        return true;
    }
    // 突破万亿 of nothing that is named is money: output, turnover, what a firm is worth.
    let trillions = item.scale >= Decimal::from(1_000_000_000_000_i64);
    if trillions && item.qualifier != Qualifier::Exact && after.get(0).is_none_or(is_mark) {
        return true;
    }
    let follows = LEXICON.money.iter().any(|word| after.leads(behind, word));
    follows || (said && (open || yi && !counted_noun(after)))
}

/// What is counted behind a number that ends in 万 or 亿 and names no unit: 人口3.2万, 观看人数超120万, 带动农户15万.
pub(super) fn is_people(item: &Item, before: &Near, after: &Near) -> Option<&'static str> {
    if item.scale < Decimal::from(10_000) {
        return None;
    }
    if let Some(unit) = people_behind(after) {
        return Some(unit);
    }
    if !after.get(0).is_none_or(|c| is_mark(c) || "的以左上".contains(c)) {
        return None;
    }
    let said = [
        ("人口", "人"),
        ("人数", "人"),
        ("会员", "人"),
        ("职工", "人"),
        ("人次", "人次"),
        ("户数", "户"),
        ("农户", "户"),
        ("用户", "户"),
        ("住户", "户"),
        ("商户", "户"),
        ("贫困户", "户"),
    ];
    said.into_iter().find(|(word, _)| near_enough(before, word, 5)).map(|(_, unit)| unit)
}

/// 8万农户, 100万游客, 2.4万建档立卡贫困人口: the people stand behind the number, at the end of what qualifies them.
fn people_behind(after: &Near) -> Option<&'static str> {
    const PEOPLE: [(&str, &str); 14] = [
        ("农户", "户"),
        ("用户", "户"),
        ("商户", "户"),
        ("人口", "人"),
        ("游客", "人"),
        ("群众", "人"),
        ("居民", "人"),
        ("农民", "人"),
        ("职工", "人"),
        ("学生", "人"),
        ("观众", "人"),
        ("党员", "人"),
        ("毕业生", "人"),
        ("志愿者", "人"),
    ];
    let reach = (0..8).find(|&skip| after.get(skip).is_none_or(is_mark)).unwrap_or(8);
    (0..reach).find_map(|skip| PEOPLE.iter().find(|(word, _)| after.leads(skip, word))).map(|&(_, unit)| unit)
}

/// Divisions that count themselves: 4镇 are four towns.
pub(crate) const DIVISIONS: [&str; 9] = ["街道", "镇", "乡", "办", "县", "区", "市", "旗", "苏木"];

/// 辖4镇10乡, 覆盖13县（区）: divisions counted without a counter, where the clause says what they are under.
pub(super) fn divisions(number: &Number, past: Cursor<'_>, before: &Near) -> Option<(UnitHit, usize)> {
    let led = || ["辖", "管理", "管辖", "共有", "覆盖", "涉及", "分布在"].iter().any(|w| before.clause_before_has(w));
    let whole = number.form == Form::Arabic && number.plain && number.low < Decimal::ONE_THOUSAND;
    let (kind, end) = DIVISIONS.iter().filter(|_| whole).find_map(|kind| Some((*kind, past.eat(kind)?)))?;
    let ends = end.peek().is_none_or(|c| is_mark(c) || c.is_ascii_digit());
    (ends && led()).then(|| {
        let kind_of = AmountKind::Quantity;
        let unit =
            UnitHit { base: kind.into(), printed: kind.into(), factor: Decimal::ONE, kind: kind_of, counter: true };
        (unit, end.at)
    })
}

/// Whether a number without a unit is an index or a ratio: 交通指数达到7.4, 容积率为2.2, 性别比98.44.
pub(super) fn is_index(before: &Near, after: &Near) -> bool {
    let open = after.get(0).is_none_or(|c| (is_mark(c) && !"“‘《-".contains(c)) || "以左上，比较同环和".contains(c));
    let link = |skip: usize| before.get(skip).is_some_and(|c| "为达到是至约在近超过升降了回落录得报收于值".contains(c));
    let reach = (0..8).find(|&skip| !link(skip)).unwrap_or(8);
    open && (0..=reach).any(|skip| LEXICON.unitless.iter().any(|noun| before.tails(skip, noun)))
}

fn near_enough(before: &Near, word: &str, within: usize) -> bool {
    (0..within).any(|skip| before.tails(skip, word))
}

fn counted_noun(after: &Near) -> bool {
    [
        "人",
        "用户",
        "消费者",
        "群众",
        "居民",
        "农民",
        "学生",
        "游客",
        "粉丝",
        "观众",
        "美",
        "欧",
        "日",
        "英",
        "像素",
        "参数",
        "次",
        "网民",
        "会员",
        "株",
    ]
    .iter()
    .any(|word| after.leads(0, word))
}

/// Whether a Chinese numeral with a counter is a way of speaking: 一个, 两大, 三个方面.
pub(super) fn is_idiom(item: &Item, single: bool, (before, after): (&Near, &Near)) -> bool {
    let Some(unit) = &item.unit else { return false };
    if names_a_slogan(item, unit.printed.as_ref(), (before, after)) {
        return true;
    }
    if item.form != Form::Chinese || !single {
        return unit.counter && item.low < Decimal::TEN && abstract_follows(after);
    }
    let measured = [
        "倍",
        "成",
        "吨",
        "米",
        "公里",
        "千米",
        "亩",
        "公顷",
        "平方米",
        "平方公里",
        "个百分点",
        "百分点",
        "千瓦",
        "兆瓦",
        "美元",
        "%",
    ];
    if item.low == Decimal::ONE {
        let ends = after.get(0).is_none_or(|c| is_mark(c) && !matches!(c, '“' | '‘' | '《'));
        let led = before.get(0).is_some_and(|c| "同唯每某任这那另哪各其之一是有出成为".contains(c));
        let counts =
            ["家", "户", "座", "人", "项", "所", "件", "台", "艘", "辆", "处"].contains(&unit.printed.as_ref());
        return !(measured.contains(&unit.printed.as_ref()) || (ends && counts && !led));
    }
    let counted = [
        "家", "个", "项", "名", "位", "人", "户", "座", "件", "所", "台", "套", "架", "艘", "条", "辆", "间", "处",
        "家次", "人次", "栋", "幢", "宗", "艘次", "份", "席",
    ];
    if !counted.contains(&unit.printed.as_ref()) && !measured.contains(&unit.printed.as_ref()) {
        return true;
    }
    abstract_follows(after) || after.leads(0, "报告") || after.get(0).is_some_and(|c| matches!(c, '“' | '‘' | '「'))
}

/// “五个突破、五个翻番”, “三个一”: the number opens the name of a programme, or counts what is itself a growth.
fn names_a_slogan(item: &Item, unit: &str, (before, after): (&Near, &Near)) -> bool {
    let quoted = before.get(0).is_some_and(|c| matches!(c, '“' | '‘' | '「' | '『'));
    item.form == Form::Chinese && item.low < Decimal::TEN && unit == "个" && (quoted || after.leads(0, "翻番"))
}

/// Nouns that are numbered in speech, not in statistics.
fn abstract_follows(after: &Near) -> bool {
    // 两份报告 两个数
    if after.leads(0, "数") && after.get(1).is_none_or(|c| !"据字学控智码量值额目".contains(c)) {
        return true;
    }
    // 8项关键施工技术, 3个优势产业: before another noun these only qualify it.
    let qualifies = ["关键", "优势", "支柱", "主题", "特征"].iter().any(|word| {
        let behind = word.chars().count();
        after.leads(0, word) && after.get(behind).is_some_and(|c| !is_mark(c) && !"是为上词环点和与字的".contains(c))
    });
    if qualifies {
        return false;
    }
    [
        "方面",
        "维度",
        "层面",
        "阶段",
        "环节",
        "角度",
        "特点",
        "特征",
        "原因",
        "方向",
        "关键",
        "字",
        "步骤",
        "要素",
        "关键词",
        "问题",
        "转变",
        "关系",
        "优势",
        "一",
        "先行",
        "确立",
        "维护",
        "自信",
        "全面",
        "意识",
        "坚持",
        "结合",
        "导向",
        "方式",
        "途径",
        "变化",
        "亮点",
        "篇章",
        "主题",
        "梦想",
        "理念",
        "支柱",
        "轮子",
        "引擎",
        "抓手",
        "聚焦",
        "好消息",
        "数字",
        "口径",
        "增加值",
    ]
    .iter()
    .any(|word| after.leads(0, word) && !after.leads(word.chars().count(), "级"))
}
