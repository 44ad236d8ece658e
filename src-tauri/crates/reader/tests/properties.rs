//! What holds of every page: reading never panics, and every joined character comes from where the map says.

use proptest::prelude::*;
use tidemark_model::{Page, Span};
use tidemark_reader::{ReadOptions, read_page};

/// Words that pages are made of, and signs that break them.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n\r\n",
        "\n\n\n\n",
        "　　",
        "\t",
        " ",
        "。",
        "，",
        "”",
        "；",
        "：",
        "&nbsp;",
        "&nbsp;&nbsp;",
        "正文：",
        "■记者 江小舟",
        "记者 江小舟 摄",
        "本报讯",
        "（记者 柳青）",
        "一、综合",
        "1. ",
        "### ",
        "- ",
        "图为",
        "表",
        "云岭区",
        "总产值",
        "1294.2亿元",
        "占",
        "约",
        "5.2%",
        "18,031",
        "2024年",
        "2024-03-22",
        "二〇二四年三月",
        "第03版",
        "云岭日报",
        "民國 102 年",
        "River",
        "\u{FEFF}",
        "𠮷",
        "云岭区去年完成规模以上工业总产值比上年增长的幅度居全市前列而且新增高新技术企业的数量也有较大幅度的提高",
    ]);
    prop_oneof![4 => words.prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..80).prop_map(|pieces| pieces.concat())
}

/// Every joined character is the page's at the mapped place, a space for a line end, or a break between blocks.
fn maps_back(page: &Page) -> Result<(), TestCaseError> {
    for article in &page.articles {
        let joined = article.joined.text();
        let mut last = 0;
        for (at, c) in joined.char_indices() {
            let on_page = article.joined.to_page(Span::new(at, at + c.len_utf8()));
            let words = page.text.get(on_page.start..on_page.end);
            prop_assert!(words.is_some(), "{on_page:?} is no range of the page");
            let words = words.unwrap_or("");
            prop_assert!(words.chars().eq([c]) || c == '\n' || c == ' ', "{c:?} is {words:?} on the page");
            prop_assert!(on_page.start >= last && article.span.contains(on_page));
            last = on_page.start;
        }
        for block in &article.blocks {
            prop_assert!(joined.get(block.range.start..block.range.end).is_some_and(|words| !words.is_empty()));
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_read_or_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(page) = read_page("a.txt", &bytes, &ReadOptions::default()) {
            maps_back(&page)?;
        }
    }

    #[test]
    fn any_text_maps_back_onto_its_page(text in text()) {
        if let Ok(page) = read_page("a.txt", text.as_bytes(), &ReadOptions::default()) {
            prop_assert!(!page.articles.is_empty());
            maps_back(&page)?;
        }
    }

    #[test]
    fn no_word_of_a_page_is_lost(text in text()) {
        let Ok(page) = read_page("a.txt", text.as_bytes(), &ReadOptions::default()) else { return Ok(()) };
        let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).count();
        let joined: usize = page.articles.iter().map(|a| letters(a.joined.text())).sum();
        let entities = page.text.split(['\n', '\r']).collect::<String>().matches("&nbsp;").count() * "nbsp".len();
        prop_assert!(joined + entities >= letters(&page.text), "{:?}", page.articles);
    }
}
