//! Whether words can name what an amount measures: 设区市 has no rank and no yuan, 资金到位率 counts no tractors, 人均GDP
//! is never 4万亿元.
//!
//! Words alone are judged by their last one (`phrase.rs`); here name and amount are held against each other. The
//! reading stage asks it of what stands before an amount and of what an earlier clause hands on.

use crate::cue::Cues;
use crate::quantity::{Amount, AmountKind};
use tidemark_model::Decimal;

/// Whether `words` may be what the amount is of.
pub(crate) fn fits(words: &str, amount: &Amount, cues: &Cues) -> bool {
    if MANNERS.iter().any(|end| words.ends_with(end)) {
        return false;
    }
    let head = |list: &[&str]| cues.head_of(words).is_some_and(|head| list.iter().any(|no| head.ends_with(no)));
    match amount.kind {
        AmountKind::Quantity if amount.unit == "元" => {
            !is_region(words) && !is_settlement(words) && !is_rate(words) && !is_too_much(words, amount)
        }
        AmountKind::Quantity if amount.unit.is_empty() || amount.unit.contains('元') => true,
        AmountKind::Quantity if is_measured(&amount.unit) => {
            let land = matches!(amount.unit.as_str(), "亩" | "平方米");
            // 每亩产值5千斤 is what people say of yields.
            !(head(&SUMS) && amount.unit != "吨" || land && is_settlement(words))
        }
        // 100项对外投资 are deals.
        AmountKind::Quantity if matches!(amount.unit.as_str(), "项" | "笔" | "宗" | "起") => !is_rate(words),
        AmountKind::Quantity => !(is_rate(words) || words.ends_with("面积") || head(&SUMS)),
        AmountKind::Rank | AmountKind::Percent | AmountKind::Points => !is_region(words) && !words.ends_with("差距"),
        _ => true,
    }
}

/// Units that measure rather than count: 元, 平方米, 吨.
pub(crate) fn is_measured(unit: &str) -> bool {
    unit.contains('元')
        || unit.contains('/')
        || matches!(unit, "%" | "百分点" | "倍" | "平方米" | "亩" | "吨" | "米" | "瓦" | "千瓦时" | "立方米" | "点")
}

/// Heads of sums of money, which come in no 个, 人 or 公里.
const SUMS: [&str; 14] = [
    "收入",
    "营收",
    "投资",
    "产值",
    "增加值",
    "总值",
    "利润",
    "利税",
    "税收",
    "零售额",
    "销售额",
    "支出",
    "市值",
    "GDP",
];

/// 绝对优势, 发展势头: how a thing goes or stands, which comes in no amount.
const MANNERS: [&str; 16] = [
    "优势",
    "势头",
    "态势",
    "走势",
    "形势",
    "形式",
    "方式",
    "格局",
    "局面",
    "氛围",
    "姿态",
    "来之不易",
    "基础上",
    "前提",
    "全国水平",
    "平均水平",
];

/// 资金到位率, 占比
fn is_rate(words: &str) -> bool {
    words.ends_with(['率', '比']) && words.chars().count() > 2 || words.ends_with("比重") || words.ends_with("比例")
}

/// 下马洞村, 全县: where it lies.
fn is_settlement(words: &str) -> bool {
    let all = ["农村", "乡村", "城镇", "村镇", "乡镇"].iter().any(|end| words.ends_with(end));
    !all && words.ends_with(['村', '镇', '乡', '县']) || matches!(words, "区" | "市")
}

/// 单列市, 副省级城市, 16区: those who are ranked or have a product, not what is measured;
/// 最佳商业城市 is a title.
fn is_region(words: &str) -> bool {
    const REGIONS: [&str; 19] = [
        "设区市",
        "单列市",
        "地级市",
        "省辖市",
        "县级市",
        "直辖市",
        "城市",
        "省份",
        "省区市",
        "省市",
        "国家",
        "地区",
        "经济区",
        "开发区",
        "高新区",
        "新区",
        "市辖区",
        "区县",
        "县区",
    ];
    if words.contains('最') || words == "水平" {
        return words == "水平";
    }
    let numbered =
        words.strip_suffix(['区', '县', '市', '省']).is_some_and(|n| n.ends_with(|c: char| c.is_ascii_digit()));
    numbered || REGIONS.iter().any(|end| words.ends_with(end))
}

/// GDP, 生产总值, 经济总量: what places are ranked by.
pub(crate) fn is_economy(words: &str) -> bool {
    ["GDP", "生产总值", "经济总量"].iter().any(|w| words.contains(w)) && !words.contains("人均")
}

/// Whether a clause may name it at all, 的 and blanks in it or not; most do not.
pub(crate) fn hints_at_economy(clause: &str) -> bool {
    clause.contains('总') || clause.contains("GDP")
}

/// 人均GDP for 4万亿元
fn is_too_much(words: &str, amount: &Amount) -> bool {
    let each = ["人均", "户均", "亩均", "每人", "每户", "每亩"].iter().any(|per| words.contains(per));
    each && amount.value >= Decimal::from(100_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::quantity::scan;

    fn amount(text: &str) -> Amount {
        scan(text).amounts.remove(0)
    }

    #[test]
    fn every_indicator_of_the_catalogue_fits_an_amount_in_its_unit() {
        let cues = Cues::bundled();
        for row in Catalogue::bundled().rows() {
            let Some(unit) = &row.unit else { continue };
            let Some(amount) = scan(&format!("共有15{unit}。")).amounts.pop() else { continue };
            assert!(fits(&row.name, &amount, &cues), "{} in {unit}", row.name);
        }
    }

    #[test]
    fn those_who_are_ranked_and_rates_of_other_things_do_not_fit() {
        let cues = Cues::bundled();
        let fits = |words: &str, text: &str| fits(words, &amount(text), &cues);
        assert!(!fits("单列市", "6500亿元"));
        assert!(!fits("水平", "5.5%") && !fits("两省市", "8%") && fits("工资水平", "5.5%"));
        assert!(!fits("副省级城市", "位居第三位"));
        assert!(!fits("资金到位率", "32.8万台"));
        assert!(!fits("旅游经营收入", "455人"));
        assert!(!fits("人均GDP", "4万亿元"));
        assert!(!fits("沙化土地面积", "5条"));
    }

    #[test]
    fn regions_are_counted_and_titles_ranked() {
        let cues = Cues::bundled();
        let fits = |words: &str, text: &str| fits(words, &amount(text), &cues);
        assert!(fits("设区市", "13个"));
        assert!(fits("最佳商业城市", "位居第一位"));
        assert!(fits("人均GDP", "9.6万元"));
        assert!(fits("每平方公里GDP", "23.2亿元"));
        assert!(fits("对外投资", "100项"));
        assert!(fits("全员劳动生产率", "94.5万元/人"));
        assert!(fits("资金到位率", "92%"));
    }
}
