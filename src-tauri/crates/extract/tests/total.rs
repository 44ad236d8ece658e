//! The extractor is total: any text, however broken, gives observations whose spans lie in it.

use proptest::prelude::*;
use std::sync::LazyLock;
use tidemark_extract::Extractor;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// Pieces that the rules look for, so that their seams are met often.
const PIECES: [&str; 64] = [
    "总产值",
    "1294.2亿元",
    "，",
    "。",
    "；",
    "：",
    "、",
    "占",
    "占比",
    "的",
    "比重",
    "35.5%",
    "同比增长",
    "下降",
    "分别",
    "均",
    "其中",
    "新增",
    "累计",
    "101家",
    "3家",
    "企业",
    "项目",
    "第1位",
    "首位",
    "位居",
    "全市",
    "全区",
    "高于",
    "全国",
    "2.3个百分点",
    "从",
    "提高到",
    "由",
    "降至",
    "（",
    "）",
    "(",
    ")",
    "“",
    "”",
    "《",
    "》",
    "|",
    "\t",
    "\n",
    "年度",
    "2023年",
    "去年",
    "目前",
    "力争",
    "将",
    "计划",
    "在",
    "中的",
    "与",
    "之比",
    "8.7:48.5:42.8",
    "三次产业",
    "产業",
    "臺北市",
    "翻番",
    "1.5倍",
    "等",
];

fn texts() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_order_of_its_words_gives_spans_inside_the_text(text in texts()) {
        holds(&text)?;
    }

    #[test]
    fn any_characters_give_spans_inside_the_text(text in any::<String>()) {
        holds(&text)?;
    }
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    for seen in EXTRACTOR.explain(text, "2024-03".parse().ok(), Some("星澜区")).observations {
        prop_assert!(
            text.get(seen.span.start..seen.span.end).is_some_and(|words| !words.is_empty()),
            "{:?}",
            seen.span
        );
        prop_assert!(seen.sentence.contains(seen.span), "{:?} in {:?}", seen.span, seen.sentence);
        prop_assert!((0.0..=1.0).contains(&seen.confidence));
    }
    Ok(())
}

#[test]
fn figures_as_large_as_exact_decimals_go_neither_overflow_nor_end_the_reading() {
    let most = "79228162514264337593543950335";
    let chain =
        format!("{most}:{most}:74，{most}成半，{most}成五，{most}万半，共{most}元，占{most}%，{most}名{most}个。");
    let table = format!("年度\n人数\n\n98\n{most}\n\n99\n{most}\n");
    for text in [chain, table] {
        let explanation = EXTRACTOR.explain(&text, None, None);
        assert!(explanation.observations.iter().all(|seen| seen.span.end <= text.len()), "{text}");
    }
}
