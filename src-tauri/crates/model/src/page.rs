//! The newspaper side: a page as it was read, and the articles found on it.

use crate::{JoinedText, Period, Resolved, Span};
use serde::{Deserialize, Serialize};

/// A page's number in a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PageId(pub i64);

/// One file's text with the articles found in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The file's name without folders: `qiantang-2024-03.txt`.
    pub name: String,
    /// SHA-256 of the file's bytes, 64 lower-case hex digits.
    pub hash: String,
    /// The decoded text after a byte order mark, line ends as they are.
    pub text: String,
    /// What the bytes were decoded from: `UTF-8`, `UTF-16LE`, `gb18030`.
    pub encoding: String,
    /// The newspaper's name where it is printed: `钱塘新闻`.
    pub newspaper: Option<String>,
    /// The page number where it is printed: `03` or `A12`.
    pub page_number: Option<String>,
    /// The issue's date, with the reason.
    pub issue: Option<IssueDate>,
    /// The paper's home place, what 全区 and 我市 mean when the text does not say: `钱塘区`. From the user or the import.
    pub home: Option<String>,
    /// The articles in page order; never empty for a page with text.
    pub articles: Vec<Article>,
}

/// A page's date: a [`Period`] of a day, a month or a year, and how it is known.
pub type IssueDate = Resolved<Period>;

/// One article (story, caption with its picture, or table) of a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The headline's words, joined: `签约18个合作项目 总投资近50亿元`.
    pub headline: String,
    /// Reporters as printed: `洪安琪`, `洪安琪 通讯员 孙幸立`.
    pub byline: Option<String>,
    /// Where the article stands on the page.
    pub span: Span,
    /// The article's text, column breaks joined, one line a block, with the map back to the page.
    pub joined: JoinedText,
    /// The blocks in order; each is one line of `joined`.
    pub blocks: Vec<Block>,
}

/// One paragraph, headline, by-line, caption or table row of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its range in the article's joined text (not on the page), without the line end.
    pub range: Span,
    /// What it is.
    pub role: BlockRole,
}

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockRole {
    /// 签约18个合作项目 总投资近50亿元
    Headline,
    /// A heading inside the article: 跃跃欲试 全新赛道; 二、农业
    Subhead,
    /// ■记者 洪安琪
    Byline,
    /// A paragraph of running text.
    Body,
    /// Words under a picture.
    Caption,
    /// A cell or row of a table: short lines, often a bare number.
    Table,
}
