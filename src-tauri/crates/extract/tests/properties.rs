//! No text makes the quantity stage panic or point outside the text, and each is read to its end.

use proptest::prelude::*;
use std::sync::LazyLock;
use tidemark_extract::Extractor;
use tidemark_extract::quantity::{scan, scan_all, scan_table_cell, unit_of_header};
use tidemark_model::Period;

/// Pieces that numbers are made of, and what may stand between them.
const PIECES: &[&str] = &[
    "0",
    "1",
    "3",
    "5",
    "12",
    "2023",
    "１",
    "９",
    ".",
    ",",
    "，",
    "．",
    "-",
    "－",
    "—",
    "~",
    "～",
    ":",
    "：",
    "/",
    "+",
    "%",
    "％",
    "‰",
    "一",
    "二",
    "两",
    "三",
    "五",
    "九",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "兆",
    "零",
    "〇",
    "壹",
    "拾",
    "佰",
    "仟",
    "萬",
    "億",
    "廿",
    "数",
    "几",
    "余",
    "多",
    "来",
    "点",
    "半",
    "成",
    "分之",
    "百分之",
    "倍",
    "番",
    "翻",
    "第",
    "首",
    "位",
    "前",
    "元",
    "美元",
    "家",
    "个",
    "人",
    "人次",
    "百分点",
    "吨",
    "平方公里",
    "年",
    "月",
    "日",
    "至",
    "到",
    "和",
    "、",
    "约",
    "近",
    "超",
    "以上",
    "左右",
    "的",
    "项目",
    "(",
    ")",
    "《",
    "》",
    "“",
    "”",
    " ",
    "\n",
    "\t",
    "\u{200b}",
    "\u{3000}",
    "A",
    "G",
    "km",
    "MW",
    "𠮷",
    "é",
    "负",
    "强",
    "级",
    "号",
    "折",
    "又",
    "k",
    "e5",
    "^",
    "周",
    "星期",
    "上",
    "下",
    "个月",
    "天",
    "后",
    "正月",
    "农历",
    "世纪",
    "年代",
    "季度",
    "9999",
    "康熙",
    "中秋",
    "米",
    "块",
    "角",
];

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn holds(text: &str) {
    for found in [scan(text), scan_all(text)] {
        let mut end = 0;
        for amount in &found.amounts {
            assert!(text.get(amount.range.start..amount.range.end).is_some(), "{text:?}: {amount:?}");
            assert!(text.get(amount.outer.start..amount.outer.end).is_some(), "{text:?}: {amount:?}");
            assert!(amount.outer.contains(amount.range), "{text:?}: {amount:?}");
            assert!(amount.range.start >= end && !amount.printed.is_empty(), "{text:?}: {amount:?}");
            assert!(
                amount.value_max.is_none_or(|max| max >= amount.value || amount.value.is_sign_negative()),
                "{text:?}: {amount:?}"
            );
            end = amount.range.end;
        }
        for masked in &found.masked {
            assert!(text.get(masked.range.start..masked.range.end).is_some(), "{text:?}: {masked:?}");
        }
    }
    let _ = (scan_table_cell(text), unit_of_header(text));
}

/// Making one loads a dictionary.
static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

fn parses(text: &str) {
    for issue in [None, Some(Period::Month(2024, 3)), Some(Period::Year(1)), Some(Period::Year(9999))] {
        let reading = EXTRACTOR.parse(text, issue);
        for (span, _) in &reading.quantities {
            assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{text:?}: {span:?}");
        }
        for (span, period) in &reading.periods {
            assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{text:?}: {span:?}");
            assert!(period.first_day() <= period.last_day(), "{text:?}: {period}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn amounts_lie_on_the_text_in_order(text in text()) {
        holds(&text);
    }

    #[test]
    fn any_text_at_all_is_read(text in "\\PC{0,60}") {
        holds(&text);
    }

    #[test]
    fn the_readings_of_a_phrase_lie_on_it(text in text()) {
        parses(&text);
    }

    #[test]
    fn an_arabic_number_keeps_its_value(whole in 0_u64..1_000_000_000_000, cents in 0_u32..100) {
        let text = format!("完成投资{whole}.{cents:02}亿元，");
        let found = scan(&text).amounts;
        prop_assert_eq!(found.len(), 1);
        let value: tidemark_model::Decimal = format!("{whole}.{cents:02}").parse().expect("decimal");
        prop_assert_eq!(found[0].value, value * tidemark_model::Decimal::from(100_000_000));
    }

    #[test]
    fn a_chinese_numeral_means_its_number(number in 2_u64..100_000_000) {
        let text = format!("新增企业{}家，", chinese(number));
        let found: Vec<_> = scan(&text).amounts.iter().map(|amount| amount.value).collect();
        prop_assert_eq!(found, vec![tidemark_model::Decimal::from(number)], "{}", text);
    }
}

/// The everyday Chinese numeral below 一亿.
fn chinese(number: u64) -> String {
    if number >= 10_000 {
        let (high, low) = (number / 10_000, number % 10_000);
        let zero = if low > 0 && low < 1000 { "零" } else { "" };
        return format!("{}万{zero}{}", chinese(high), if low > 0 { group(low) } else { String::new() });
    }
    let text = group(number);
    text.strip_prefix("一十").map_or(text.clone(), |rest| format!("十{rest}"))
}

fn group(number: u64) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut text = String::new();
    let mut gap = false;
    for (scale, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (number / scale % 10) as usize;
        if digit == 0 {
            gap |= !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        text.push_str(digits[digit]);
        text.push_str(name);
    }
    text
}

#[test]
fn one_sign_over_and_over_is_read_to_its_end() {
    let pieces = [
        "1",
        "一",
        "万",
        "亿",
        "百",
        "(",
        "《",
        "1,",
        "1,111",
        "1.",
        "1-",
        "1:",
        "1/",
        "1.1",
        "第",
        "翻",
        "半",
        "首",
        "1家",
        "1、",
        "1至",
        "约",
        " ",
        "\n",
        "1\n",
        "一万",
        "几",
        "数百",
        "a1",
        "1a",
        "百分之",
        "分之一",
        "1+",
        "的1%",
        "占",
        "-1",
        "负",
        "1 111",
        "二〇",
        "\t1\t",
        "1元/",
        "1家 ",
        "周一",
        "上",
        "1月",
        "1月1",
        "19年",
        "2023-",
        "一又",
        "1/1",
        "前3",
        "1^",
        ".111",
        "正月",
    ];
    let _ = EXTRACTOR.parse("", None);
    for piece in pieces {
        let text = piece.repeat(60_000 / piece.len());
        let found = scan(&text);
        let spans = found.amounts.iter().map(|a| a.range).chain(found.masked.iter().map(|m| m.range));
        assert!(spans.into_iter().all(|span| text.get(span.start..span.end).is_some()), "{piece:?}");
        let text = piece.repeat(15_000 / piece.len());
        let read = EXTRACTOR.parse(&text, Some(Period::Month(2024, 3)));
        assert!(read.quantities.iter().all(|(span, _)| text.get(span.start..span.end).is_some()), "{piece:?}");
    }
}
