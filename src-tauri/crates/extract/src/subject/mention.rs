//! A name found in a text, with what it names: 钱塘区 (a place), 江海动力有限公司 (an organisation), 全区 (a deictic).

use super::lexicon::Level;
use tidemark_model::{PlaceKind, Span};

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// 浙江省, 钱塘区, 大创小镇
    Place(PlaceKind),
    /// 江海动力有限公司, 浙江理工大学
    Organisation,
    /// 年产3万吨…生产线项目, 余梁公路北延工程
    Project,
    /// 春季专场招聘会
    Event,
    /// 全区, 我市, 该镇, 园区, 公司: stands for another mention.
    Deictic,
}

/// How a mention names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// By its name.
    Name,
    /// By an agency that speaks for it: 江北区建设局.
    Agency,
    /// In a newspaper's name or a dateline: 沈阳晚报, 衢州8月8日电.
    Byline,
    /// By the bare kind: 经开区.
    Bare,
    /// By a word that stands for another mention.
    Deictic(Level),
}

/// One name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectMention {
    /// Where it stands in the scanned text.
    pub range: Span,
    /// The short official name, without parents: 钱塘区 for 浙江省杭州市钱塘区; the word itself for a deictic.
    pub name: String,
    /// What it names.
    pub kind: SubjectKind,
    pub(super) form: Form,
    /// The place it is said to lie in, where no table knows it.
    pub(super) parent: Option<String>,
}

impl SubjectMention {
    pub(super) fn new(range: Span, name: impl Into<String>, kind: SubjectKind) -> Self {
        Self { range, name: name.into(), kind, form: Form::Name, parent: None }
    }

    pub(super) fn is_place(&self) -> bool {
        matches!(self.kind, SubjectKind::Place(_))
    }
}
