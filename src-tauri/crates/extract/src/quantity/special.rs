//! Amounts that are words rather than a number and a unit: 三分之一, 百分之五, 一半, 过半, 翻两番, 首位, 第4, 前10.

use super::AmountKind;
use super::cursor::{Cursor, Near, is_mark};
use super::item::Item;
use super::numeral::{self, Form, Number, Ways};
use tidemark_model::{Decimal, Qualifier};

const PERCENT: (AmountKind, &str) = (AmountKind::Percent, "%");
const RANK: (AmountKind, &str) = (AmountKind::Rank, "位");

/// 百分之十二点五 is 12.5 %, 三分之一 is 33.3… %.
pub(super) fn fraction(start: usize, number: &Number, text: &str, ways: Ways) -> Option<Item> {
    let past = Cursor::new(text, number.end).skip_blanks();
    let above = past.eat_loose("分之")?.skip_blanks();
    let minus = above.eat("负").or_else(|| above.eat("-"));
    let part = numeral::read(minus.unwrap_or(above).skip_blanks(), Ways { alone: false, ..ways })?;
    let mut whole = number.low;
    let percent = number.form == Form::Scale && whole == Decimal::ONE_HUNDRED;
    if number.form == Form::Scale && text.get(number.end..).is_some_and(|rest| rest.starts_with('万')) {
        whole = whole.checked_mul(Decimal::from(10_000))?;
    }
    let per = Decimal::ONE_HUNDRED.checked_div(whole)?;
    let letters = if ways.all { super::phrase::letters(text, part.end) } else { None };
    let (part_low, end) = match letters {
        Some((times, end)) => (part.low.checked_mul(times)?, end),
        None => (part.low, part.end),
    };
    if ways.all && number.form != Form::Scale {
        // Taken by itself 二分之一 is a number, 千分之一 a rate.
        let mut item = Item::whole(start, end, part_low.checked_div(whole)?, (AmountKind::Bare, ""));
        item.unit = None;
        return Some(item);
    }
    let value = if percent { part_low } else { part_low.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)? };
    let value = if minus.is_some() { -value } else { value };
    let mut item = Item::whole(start, end, value, PERCENT);
    item.step = if percent { part.step } else { per.min(Decimal::ONE) };
    item.high = part.high.and_then(|high| high.checked_mul(per));
    item.approx = part.approx.is_some();
    Some(item)
}

/// 一半, 半数, 过半: 50 %. 半年, 半个月 and 双过半 are none.
pub(super) fn half(at: Cursor<'_>) -> Option<Item> {
    if at.peek() == Some('一') {
        let end = at.step().skip_hidden().eat("半")?;
        let next = end.skip_blanks();
        let longer = ["年", "个", "天", "月", "路", "时间", "导体", "径"].iter().any(|word| next.eat(word).is_some());
        return (!longer).then(|| fifty(at.at, end.at));
    }
    let end = at.eat("半")?;
    if let Some(end) = end.eat("个百分点") {
        return Some(Item::whole(at.at, end.at, Decimal::new(5, 1), (AmountKind::Points, "百分点")));
    }
    if let Some(end) = end.eat("数") {
        let longer = end.eat("字").is_some() || end.eat("据").is_some();
        return (!longer).then(|| fifty(at.at, end.at));
    }
    let over = at.back() == Some('过');
    let head = at.text.get(..at.at)?.strip_suffix(['过', '過'])?;
    let before = Cursor::new(at.text, head.len()).back();
    let time = before.is_none_or(|c| "双间年程务时夜超月期不".contains(c));
    let after = end.skip_blanks().peek().is_none_or(|c| is_mark(c) || "的以是为由来在都企数".contains(c));
    (over && !time && after).then(|| fifty(at.at, end.at))
}

/// 半 as a number of the scale kind: 过 before it is a qualifier, as in 过百亿.
fn fifty(start: usize, end: usize) -> Item {
    Item { form: Form::Scale, step: Decimal::TEN, ..Item::whole(start, end, Decimal::from(50), PERCENT) }
}

/// Qualifiers inside 翻了近两番.
const NEARLY: [(&str, Qualifier); 6] = [
    ("将近", Qualifier::Below),
    ("接近", Qualifier::Below),
    ("近", Qualifier::Below),
    ("约", Qualifier::About),
    ("超过", Qualifier::Above),
    ("超", Qualifier::Above),
];

/// 翻番, 翻一番, 翻了两番, 翻倍: a growth of 100 %, or of 300 % for two of them.
pub(super) fn doubling(at: Cursor<'_>) -> Option<Item> {
    // 五个翻番 counts such growths.
    if at.back() == Some('个') {
        return None;
    }
    let mut place = at.eat("翻")?.skip_blanks();
    place = place.eat("了").unwrap_or(place).skip_blanks();
    let mut said = None;
    for (word, qualifier) in NEARLY {
        if let Some(next) = place.eat(word) {
            (place, said) = (next.skip_blanks(), Some((word, qualifier)));
            break;
        }
    }
    let number = numeral::read(place, Ways { all: false, alone: false });
    let past = number.as_ref().map_or(place, |number| Cursor::new(at.text, number.end)).skip_blanks();
    let times = number.as_ref().map_or(Decimal::ONE, |number| number.low);
    let end = if number.is_none() { past.eat("番").or_else(|| past.eat("倍"))? } else { past.eat("番")? };
    let turns =
        u32::try_from(times.trunc().mantissa()).ok().filter(|&n| (1..=10).contains(&n) && times == times.trunc())?;
    let growth = Decimal::from((1_u64 << turns) - 1).checked_mul(Decimal::ONE_HUNDRED)?;
    let mut item = Item::whole(at.at, end.at, growth, (AmountKind::Doubling, "%"));
    item.step = Decimal::ONE_HUNDRED;
    if let Some((word, qualifier)) = said {
        (item.qualifier, item.word) = (qualifier, Some(word.to_string()));
    }
    Some(item)
}

/// Words before a position that say it is one.
const RANKED: [&str; 32] = [
    "居",
    "列",
    "排",
    "位",
    "名",
    "占",
    "全国",
    "全省",
    "全市",
    "全区",
    "全县",
    "全球",
    "世界",
    "保持",
    "跃",
    "升",
    "蝉联",
    "均",
    "总量",
    "增速",
    "增幅",
    "连续",
    "夺",
    "获",
    "双",
    "列全",
    "评",
    "考核",
    "榜",
    "省内",
    "国内",
    "首位度",
];

/// 首位, 榜首, 居首: the first place.
pub(super) fn first_place(at: Cursor<'_>, before: &Near) -> Option<Item> {
    let end = at.eat("首")?;
    let led = before.get(0);
    let ranked = before.get(0).is_some_and(|c| "居列占位排跃稳区国省市县球内界量速均县榜".contains(c))
        || ["居", "列", "占", "排", "位", "跃", "升至", "稳", "保持"].iter().any(|word| before.clause_before_has(word));
    if let Some(end) = end.eat("位") {
        let open = end.skip_blanks().peek().is_none_or(|c| is_mark(c) || c == '的');
        return (ranked && open).then(|| Item::whole(at.at, end.at, Decimal::ONE, RANK));
    }
    let open = end.skip_blanks().peek().is_none_or(|c| is_mark(c) && c != '、' || c == '的' && led == Some('榜'));
    let top = led.is_some_and(|c| matches!(c, '居' | '之' | '榜' | '列' | '位'));
    (open && top && ranked).then(|| Item::whole(at.at, end.at, Decimal::ONE, RANK))
}

/// 安全第一 is a maxim, 争第一 a wish.
const SLOGANS: [&str; 26] = [
    "安全", "质量", "生命", "效益", "信誉", "客户", "顾客", "人民", "实践", "友谊", "绿色", "生态", "预防", "服务",
    "健康", "用户", "争", "创", "当", "敢", "是", "环保", "法律", "项目", "健康", "其",
];

/// 第4位, 全市第一: a position; 第一产业, 第五场, 第一， at a sentence's head: the name of a thing.
pub(super) fn ordinal(first: Cursor<'_>, number: &Number, before: &Near) -> Item {
    let text = first.text;
    let past = Cursor::new(text, number.end);
    let after = Near::after(text, number.end, false);
    let end = past
        .skip_blanks()
        .eat("位")
        .or_else(|| past.skip_blanks().eat("名"))
        .filter(|end| !["于", "移", "次", "单", "校"].iter().any(|word| end.eat(word).is_some()));
    let whole = number.low == number.low.trunc() && number.approx.is_none();
    let mut item = Item::whole(first.at, end.map_or(number.end, |end| end.at), number.low, RANK);
    let ranked = RANKED.iter().any(|word| before.clause_before_has(word));
    let open = after.get(0).is_none_or(|c| is_mark(c) || c == '的' || c == '且');
    let headed = before.get(0).is_none_or(|c| is_mark(c) && !matches!(c, '”' | '’' | '、' | '“' | '）' | ')'));
    let area =
        ["全国", "全球", "世界", "全省", "全市", "亚洲", "国内", "省内", "全区", "中国", "我国", "华东", "长三角"]
            .iter()
            .any(|word| before.tails(0, word));
    let large = after.leads(0, "大") && area;
    let placed = before.get(0).is_some_and(|c| matches!(c, '居' | '列' | '排' | '位' | '名'));
    let verb = ["，", "。", "和", "及", "与", "、"].iter().any(|word| after.leads(0, word));
    let slogan = SLOGANS.iter().any(|word| before.tails(0, word))
        && !["居", "列", "排名"].iter().any(|word| before.clause_before_has(word));
    let plain = after.get(0).is_none_or(|c| c != '、' && c != '“' && c != '‘') || ranked;
    let rank = whole && (end.is_some() || large || (open && plain && !headed && !slogan) || (placed && verb));
    if !rank || (end.is_some() && headed && !ranked) {
        item.mask = Some("ordinal");
    }
    item
}

/// 前10, 前三位, 前十强: a position of 10 or better; 前三季度 and 前5个月 are periods.
pub(super) fn top(at: usize, number: &Number, before: &Near, text: &str) -> Option<Item> {
    if before.get(0) != Some('前') || before.get(1).is_some_and(|c| "目当以之日年月先提此天周空生超午年史".contains(c))
    {
        return None;
    }
    let past = Cursor::new(text, number.end).skip_blanks();
    let end = ["位", "名", "强"].iter().find_map(|word| past.eat(word)).map_or(number.end, |end| end.at);
    let after = Near::after(text, end, false);
    let open = end != number.end || after.get(0).is_none_or(|c| is_mark(c) || "之行列的，方".contains(c));
    if !open || number.approx.is_some() || number.low > Decimal::from(1000) || number.low != number.low.trunc() {
        return None;
    }
    let mut item = Item::whole(before.edge(1).min(at), end, number.low, RANK);
    item.qualifier = Qualifier::Below;
    item.word = Some("前".into());
    item.outer = (item.start, item.end);
    Some(item)
}
