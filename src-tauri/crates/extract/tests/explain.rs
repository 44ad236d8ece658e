//! What `tide explain` says of a sentence, stage by stage.

use tidemark_extract::{Extractor, rule_name};

fn said(text: &str, issue: Option<&str>) -> String {
    let issue = issue.map(|date| date.parse().expect("date"));
    Extractor::new().explain(text, issue, None).to_string()
}

#[test]
fn a_reading_shows_every_stage_from_words_to_confidence() {
    let all = said("去年，钱塘区实现税收收入12.5亿元，比上年增长8.1%，研发投入位列世界500强企业之上。", Some("2024"));
    for part in ["【分词】", "税收收入/名", "12.5亿元/数量", "【数量】", "12.5亿元 → 1250000000 元，精确"]
    {
        assert!(all.contains(part), "no {part} in\n{all}");
    }
    for part in
        ["【不是数量的数字】", "500强", "去年 → 2023年", "只是比较的基期", "钱塘区（区县）：所说的主体", "可信度"]
    {
        assert!(all.contains(part), "no {part} in\n{all}");
    }
    assert!(!all.contains("indicator/") && !all.contains("period/"), "{all}");
}

#[test]
fn a_time_without_an_issue_stays_open_and_says_of_what_it_hangs() {
    let all = said("去年，钱塘区实现税收收入12.5亿元。", None);
    assert!(all.contains("去年 → 刊期的上一年（没有给出刊期，未定）"), "{all}");
    assert!(all.contains("时间 未定"), "{all}");
}

#[test]
fn numbers_and_indicators_that_were_not_taken_are_named_with_the_reason() {
    let all = said("钱塘区去年税收收入12.5亿元，其中增值税占固定资产投资的比重为3。", Some("2024"));
    assert!(all.contains("【没有采用的数量】") && all.contains("3：只有数字"), "{all}");
    assert!(all.contains("没有取 固定资产投资：在另一分句"), "{all}");
}

#[test]
fn a_text_without_figures_says_so() {
    assert!(said("江边的柳树绿了。", None).contains("未发现统计数据"));
}

#[test]
fn every_rule_that_evidence_names_has_a_name_of_its_own() {
    let text =
        "去年，钱塘区实现税收收入12.5亿元，增长8.1%，占全市的7.2%；新增高新技术企业21家、累计101家，居全省第4位。";
    let found = Extractor::new().explain(text, None, Some("钱塘区")).observations;
    for reason in found.iter().flat_map(|o| &o.evidence) {
        let stage = reason.rule.split('/').next().expect("stage");
        assert!(reason.rule == stage || rule_name(&reason.rule) != rule_name(stage), "{}", reason.rule);
    }
}
