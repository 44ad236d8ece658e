//! Whose each figure is: the nearest of clause, sentence, paragraph, article and issue that names someone.

use tidemark_extract::subject::{Gazetteer, SubjectContext, Surroundings};
use tidemark_model::{Block, BlockRole, Span};

/// The subject of every amount written with ten thousands, per cent or a counter in `text`, in order.
fn subjects(text: &str, home: Option<&str>) -> Vec<String> {
    let places = Gazetteer::bundled();
    let mut at = 0;
    let blocks: Vec<Block> = text
        .split('\n')
        .map(|line| {
            let range = Span::new(at, at + line.len());
            at = range.end + 1;
            Block { range, role: BlockRole::Body }
        })
        .collect();
    let context = SubjectContext::new(text, &blocks, &places, Surroundings { home, headline: None });
    let mut before = ' ';
    let mut out = Vec::new();
    for (at, c) in text.char_indices() {
        let number = text[at..].find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(0);
        let date = text[at + number..].starts_with(['年', '月', '日']);
        if c.is_ascii_digit() && !before.is_ascii_digit() && before != '.' && !date {
            out.push(context.subject_for(at, Span::default()).map_or("—".to_owned(), |f| f.value));
        }
        before = c;
    }
    out
}

fn all(text: &str, home: Option<&str>, expected: &str) {
    let found = subjects(text, home);
    assert!(!found.is_empty() && found.iter().all(|name| name == expected), "{text}: {found:?}");
}

#[test]
fn a_sentence_without_a_name_takes_the_one_before() {
    all("昆山市上半年实现产值50亿元，增长3%。其中出口20亿元。", None, "昆山市");
}

#[test]
fn the_issues_home_is_the_last_resort() {
    all("全年实现生产总值262亿元，增长5%。", Some("万载县"), "万载县");
}

#[test]
fn a_comparison_is_not_the_subject() {
    all("钱塘区产值增长7%，高于全国2个百分点，居全省第4。", None, "钱塘区");
}

#[test]
fn a_place_of_origin_is_not_the_subject() {
    all("德清县去年引进来自上海的企业30家，出口美国的产品增长12%。", None, "德清县");
}

#[test]
fn a_place_in_a_firms_name_is_not_the_subject() {
    assert_eq!(subjects("德清县产值增长8%。杭州望潮动力有限公司产值5亿元。", None), ["德清县", "杭州望潮动力有限公司"]);
}

#[test]
fn a_newspapers_name_is_no_subject() {
    all("沈阳晚报讯 7月8日，铁西区完成投资18亿元。", None, "铁西区");
}

#[test]
fn agencies_speak_for_their_place() {
    all("记者从德清县统计局获悉，上半年实现产值80亿元。", None, "德清县");
    all("国家统计局发布，上半年社会消费品零售总额增长8%。", None, "全国");
}

#[test]
fn deictics_take_the_level_they_name() {
    assert_eq!(
        subjects("大创小镇去年产值90亿元。全区产值增长3%，全市投资增长5%。", Some("钱塘区")),
        ["大创小镇", "钱塘区", "杭州市"]
    );
    all("江海市高新区管委会介绍，全区实现产值30亿元。", None, "江海市高新区");
    all("德清县雷甸镇引进项目12个，该镇产值增长9%。", None, "雷甸镇");
}

#[test]
fn a_firm_is_spoken_of_until_another_is_named() {
    let text = "望潮动力有限公司由江海集团设立。公司计划投资15亿元，预计年销售额60亿元。湖心电气有限公司投资9亿元。";
    assert_eq!(subjects(text, Some("德清县")), ["望潮动力有限公司", "望潮动力有限公司", "湖心电气有限公司"]);
}

#[test]
fn the_short_form_of_a_firm_is_the_firm() {
    all("嵊州望潮动力有限公司去年开业。今年，望潮动力交付设备300台。", None, "嵊州望潮动力有限公司");
}

#[test]
fn an_amount_may_describe_the_project_that_follows() {
    let text = "德清县引进投资20亿元的望潮新材料产业园项目、投资6亿元的湖心生物产业基地项目。";
    assert_eq!(subjects(text, None), ["望潮新材料产业园项目", "湖心生物产业基地项目"]);
}

#[test]
fn examples_in_a_list_are_not_the_subject() {
    all("德清县加快建设，望潮大桥、湖心隧道等项目稳步推进，带动投资增长18%。", None, "德清县");
}

#[test]
fn respectively_deals_places_out() {
    let text = "万载县、上高县和宜丰县增加值分别增长8.1%、7.2%和6.9%。";
    assert_eq!(subjects(text, None), ["万载县", "上高县", "宜丰县"]);
}

#[test]
fn a_figure_in_brackets_is_of_what_stands_before_them() {
    assert_eq!(
        subjects("內湖區工廠登記家數457家，占臺北市工廠家數（1240家）36%。", Some("內湖區")),
        ["內湖區", "臺北市", "內湖區"]
    );
}

#[test]
fn columns_of_a_table_give_their_place() {
    let text = "行业\n杭州市\n钱塘区\n制造业\n357\n54\n营造业\n812\n169";
    assert_eq!(subjects(text, None), ["杭州市", "钱塘区", "杭州市", "钱塘区"]);
}

#[test]
fn the_user_may_add_places() {
    let own = tidemark_model::Place {
        name: "望潮智谷".into(),
        parent: Some("钱塘区".into()),
        kind: tidemark_model::PlaceKind::Park,
        aliases: vec!["智谷".into()],
    };
    let places = Gazetteer::with(&[own]);
    let text = "智谷去年产值8亿元。";
    let context = SubjectContext::new(text, &[], &places, Surroundings::default());
    let at = text.find('8').unwrap_or(0);
    assert_eq!(context.subject_for(at, Span::default()).map(|f| f.value), Some("望潮智谷".into()));
}
