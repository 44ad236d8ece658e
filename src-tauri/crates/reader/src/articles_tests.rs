//! Articles told apart, on pages written for the purpose.

use super::*;
use crate::lines::lines_of;

fn read(page: &str) -> Vec<Article> {
    articles_of(page, &lines_of(page))
}

fn roles(article: &Article) -> Vec<BlockRole> {
    article.blocks.iter().map(|b| b.role).collect()
}

const PAGE: &str = "\n\n云岭八个项目集中签约 总投资近三十亿元\n\n江湾小镇召开发展大会\n\n■记者 江小舟\n\n本报讯 19日,云岭江湾小镇召开大会,去年全年规模以上工业总产值812.4亿元,增长5.2%,新增高新技术企业41家,约\n\n占全区的三成。\n\n\n会后举行了座谈。\n\n开学招聘送岗上门\n\n\n\n近日，云岭职业学院举行招聘会，参会企业45家。\n\n记者 江小舟 通讯员 柳青 摄\n\n柳青川:一生只做一件事\n\n\n\n■江小舟 何树\n\n柳青川是个要强的人。\n\n从头学起 不怕吃苦\n\n他从1991年开始学习制茶。\n";

#[test]
fn a_page_of_three_articles_reads_as_three() {
    let articles = read(PAGE);
    let heads: Vec<&str> = articles.iter().map(|a| a.headline.as_str()).collect();
    assert_eq!(
        heads,
        ["云岭八个项目集中签约 总投资近三十亿元 江湾小镇召开发展大会", "开学招聘送岗上门", "柳青川:一生只做一件事"]
    );
    assert_eq!(articles[0].byline.as_deref(), Some("江小舟"));
    assert_eq!(articles[1].byline.as_deref(), Some("江小舟 通讯员 柳青"));
}

#[test]
fn roles_follow_the_neighbours() {
    use BlockRole::{Body, Byline, Caption, Headline, Subhead};
    let articles = read(PAGE);
    assert_eq!(roles(&articles[0]), [Headline, Headline, Byline, Body, Body]);
    assert_eq!(roles(&articles[1]), [Headline, Caption, Caption]);
    assert_eq!(roles(&articles[2]), [Headline, Byline, Body, Subhead, Body]);
}

#[test]
fn a_joined_amount_maps_back_over_the_break() {
    let article = &read(PAGE)[0];
    let at = article.joined.text().find("约占全区").expect("joined");
    let on_page = article.joined.to_page(Span::new(at, at + "约占".len()));
    assert_eq!(on_page.slice(PAGE), "约\n\n占");
}

#[test]
fn text_without_a_headline_is_one_article() {
    let articles = read("全年完成产值12亿元。\n\n增长5%。");
    assert_eq!(articles.len(), 1);
    assert_eq!(articles[0].headline, "");
}

#[test]
fn sections_of_a_bulletin_are_one_article() {
    use BlockRole::{Body, Subhead};
    let articles = read("一、综合\n\n全年生产总值262亿元。\n\n二、农业\n\n全年农业总产值41亿元。");
    assert_eq!(articles.len(), 1);
    assert_eq!(roles(&articles[0]), [Subhead, Body, Subhead, Body]);
}

#[test]
fn a_signature_that_is_no_name_is_still_a_by_line() {
    let articles =
        read("云岭区交出答卷\n\n■本报编辑部\n\n去年完成产值12亿元。\n\n江北修路\n\n■本报编辑部\n\n今年修路12公里。");
    assert_eq!(articles.iter().map(|a| a.headline.as_str()).collect::<Vec<_>>(), ["云岭区交出答卷", "江北修路"]);
    assert_eq!(articles[0].byline.as_deref(), Some("本报编辑部"));
}

#[test]
fn briefs_without_headlines_are_told_by_their_openings() {
    let articles = read("本报讯（记者 江小舟）云岭区新建学校三所。\n\n本报讯（记者 柳青）江北镇修路12公里。");
    assert_eq!(articles.len(), 2);
    assert_eq!(articles[1].byline.as_deref(), Some("柳青"));
}

#[test]
fn a_by_line_at_the_end_closes_its_article() {
    let articles =
        read("云岭新建学校\n\n今年新建学校三所。（记者 江小舟）\n\n江北修路\n\n今年修路12公里。（记者 柳青）");
    assert_eq!(articles.iter().map(|a| a.headline.as_str()).collect::<Vec<_>>(), ["云岭新建学校", "江北修路"]);
}

#[test]
fn latin_words_keep_apart_and_numbers_close_up() {
    let long = "云岭区引进的外资企业名称较长，总部设在海外，在本地注册资本为一亿元，英文名为River";
    let page = format!("{long}\n\nStone Holdings，去年投资1\n\n2亿元。");
    let text = read(&page)[0].joined.text().to_owned();
    assert!(text.contains("River Stone"), "{text}");
    assert!(text.contains("12亿元"), "{text}");
}
