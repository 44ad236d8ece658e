//! The subject stage gives an answer or none on any text, and never panics.

use proptest::prelude::*;
use tidemark_extract::subject::{Gazetteer, SubjectContext, Surroundings, scan};
use tidemark_model::Span;

/// Text made of the pieces that the stage looks for, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let words = vec![
        "钱塘区",
        "浙江省",
        "杭州",
        "全区",
        "我市",
        "该公司",
        "公司",
        "项目",
        "望潮科技有限公司",
        "有限公司",
        "小镇",
        "江海小镇",
        "的",
        "和",
        "、",
        "，",
        "。",
        "“",
        "”",
        "（",
        "）",
        "(",
        ")",
        "分别",
        "等",
        "为",
        "其",
        "申请",
        "增长",
        "5%",
        "12亿元",
        "工程",
        "一期",
        "是",
        "企业",
        "統計局",
        "臺北市",
        "\n",
        " ",
        "|",
        "7月1日",
        "讯",
        "在",
        "全国",
        "500强",
        "大道",
        "段",
        "·",
        "-",
        "600MW",
        "𠮷",
        "é",
    ];
    proptest::collection::vec(proptest::sample::select(words), 0..40).prop_map(|words| words.concat())
}

fn ask(text: &str, home: Option<&str>) {
    let places = Gazetteer::bundled();
    for mention in scan(text, &places, home) {
        assert!(text.get(mention.range.start..mention.range.end).is_some_and(|words| !words.is_empty()));
    }
    let context = SubjectContext::new(text, &[], &places, Surroundings { home, headline: None });
    for (at, _) in text.char_indices() {
        let found = context.subject_for(at, Span::default());
        assert!(found.is_none_or(|f| !f.value.is_empty()));
        let _ = context.whole_of("全区总产值", at);
        let _ = context.whole_of(&text[at..], at);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_its_own_words_is_read(text in pieces()) {
        ask(&text, None);
        ask(&text, Some("钱塘区"));
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        ask(&text, Some("未知之地"));
    }
}
