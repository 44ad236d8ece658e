//! Names that stand right by a figure and take it whatever the clause is about: 投资2亿元的|望潮项目, 高于4.8%的|全国水平.

use super::SubjectKind;
use super::context::SubjectContext;
use super::mention::Form;
use super::theme::Theme;
use crate::chars::among;
use tidemark_model::{PlaceKind, Span};

/// Whether a number of works is told: 5条
fn many(words: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || among(c, "两三四五六七八九十余多");
    words.match_indices(['条', '座']).any(|(at, _)| words[..at].ends_with(number))
}

impl SubjectContext<'_> {
    /// 望岭县|110兆瓦|光热发电项目: the figure is part of the name.
    pub(super) fn within_name(&self, at: usize) -> Option<Theme> {
        let n = self.mentions.partition_point(|m| m.range.end <= at);
        let mention = self.mentions.get(n).filter(|m| m.range.start <= at && m.kind == SubjectKind::Project)?;
        (mention.form == Form::Name).then(|| self.meant[n].clone()).flatten()
    }

    /// 臺北市商業登記家數（53,832家）: the figure in brackets is of what stands before them.
    pub(super) fn before_bracket(&self, at: usize) -> Option<Theme> {
        let before = self.text[..at].trim_end_matches(|c| among(c, "约近超共为達达"));
        let open = before.strip_suffix(['（', '('])?.len();
        let n = self.mentions.partition_point(|m| m.range.end <= open).checked_sub(1)?;
        let mention = &self.mentions[n];
        let between = &self.text[mention.range.end..open];
        let near = between.chars().count() <= 10 && !between.contains(['，', ',', '。', '、', '；']);
        near.then(|| self.meant[n].clone()).flatten()
    }

    /// 低于臺北市之35.27％: a level, not a difference, is the other place's own.
    pub(super) fn compared_with(&self, at: usize) -> Option<Theme> {
        let rest = self.text.get(at..)?.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        if !rest.starts_with(['%', '％']) {
            return None;
        }
        let before = self.text[..at].trim_end();
        let n = self.mentions.partition_point(|m| m.range.start < at).checked_sub(1)?;
        let mention = self.mentions.get(n).filter(|m| m.range.end <= before.len())?;
        let between = before[mention.range.end..].trim_start_matches("平均").trim_start_matches("水平");
        // 超过全国水平5.5%
        let named = between.is_empty() && before.ends_with("水平");
        let level = named || matches!(between, "的" | "之");
        let left = self.text[..mention.range.start].trim_end_matches("同期");
        let compared = ["超过", "高于", "低于", "优于", "快于", "大于", "小于", "多于", "少于", "与", "和"];
        let compared = level && compared.iter().any(|word| left.ends_with(word));
        let place = mention.is_place() || matches!(mention.form, Form::Deictic(_));
        (compared && place).then(|| self.meant[n].clone()).flatten()
    }

    /// 投资2亿元的|望潮新材料项目
    pub(super) fn described_by(&self, at: usize, clause: Span) -> Option<Theme> {
        let rest = self.text.get(at..clause.end)?;
        // 投资2亿元、年产3万吨的|望潮项目
        let several = |words: &str| words.split('、').skip(1).all(|part| part.contains(|c: char| c.is_ascii_digit()));
        let near = |words: &str| words.chars().count() <= if words.contains('、') { 24 } else { 14 };
        let of = rest.find('的').filter(|&of| near(&rest[..of]) && several(&rest[..of]))? + "的".len() + at;
        let n = self.mentions.partition_point(|m| m.range.start < of);
        let mention = self.mentions.get(n).filter(|m| m.range.end <= clause.end)?;
        let between = &self.text[of..mention.range.start];
        // 总面积9万平方公里的|望岭市，
        let alone = || self.text[mention.range.end..clause.end].starts_with(['，', ',', '、', '。']);
        let place = || mention.is_place() && between.is_empty() && alone();
        let zone = mention.kind == SubjectKind::Place(PlaceKind::Park) || place();
        let named = matches!(mention.kind, SubjectKind::Project | SubjectKind::Organisation)
            || zone && mention.form == Form::Name;
        // 5条总里程为120公里的公路 are many.
        let counted = mention.kind == SubjectKind::Project && many(&self.text[clause.start..of]);
        (named && !counted && (between.is_empty() || between.contains('、'))).then(|| self.meant[n].clone()).flatten()
    }

    /// 排名第10位的|余姚市, 榜首的|南山区
    pub(super) fn ranked(&self, at: usize) -> Option<Theme> {
        let rest = self.text.get(at..)?;
        let rank = ["第", "榜首", "首位", "末位"].iter().any(|word| rest.starts_with(word));
        // No further than six characters behind: the rest of the text is not looked through for each figure.
        let of = rest.char_indices().take(7).find(|&(_, c)| c == '的')?.0 + "的".len() + at;
        let n = self.mentions.partition_point(|m| m.range.start < of);
        let mention = self.mentions.get(n).filter(|m| m.range.start == of && m.is_place())?;
        // 高于4.8%的|全国水平
        let level = || ["水平", "平均", "均值"].iter().any(|word| self.text[mention.range.end..].starts_with(word));
        (mention.form == Form::Name && (rank || level())).then(|| self.meant[n].clone()).flatten()
    }

    /// 是|全省|首批3个开发区之一, 居|全省|12个市第三: the number is of those among whom it counts.
    pub(super) fn population_of(&self, at: usize, clause: Span) -> Option<Theme> {
        let n = self.mentions.partition_point(|m| m.range.end <= at).checked_sub(1)?;
        let mention = self.mentions.get(n).filter(|m| m.range.start >= clause.start)?;
        let nation = mention.kind == SubjectKind::Place(PlaceKind::Country);
        // 湖北省46个粮食主产县之一
        let one_of = mention.is_place() && self.text[at..clause.end.max(at)].contains("之一");
        let of_all = matches!(mention.form, Form::Deictic(_)) && self.text[mention.range.start..].starts_with('全');
        let all = nation || one_of || of_all;
        let kind = self.text.get(mention.range.end..at)?;
        let kind = ["首批成立的", "首批", "同类", "现有", "仅有的", "仅有", "的"]
            .iter()
            .find_map(|w| kind.strip_prefix(w))
            .unwrap_or(kind);
        let before = &self.text[clause.start..mention.range.start];
        let stands = ["是", "为", "在", "居", "列", "对"].iter().any(|verb| before.ends_with(verb));
        let rest =
            self.text.get(at..clause.end)?.trim_start_matches(|c: char| c.is_ascii_digit() || among(c, "余多几"));
        let counted = rest.starts_with(['个', '家', '所', '座']);
        (all && kind.is_empty() && stands && counted).then(|| self.meant[n].clone()).flatten()
    }

    /// 望潮风电场首批|5台风机
    pub(super) fn first_of(&self, at: usize) -> Option<Theme> {
        let before = ["首批", "第一批", "首期"].iter().find_map(|first| self.text[..at].strip_suffix(first))?;
        let n = self.mentions.partition_point(|m| m.range.end <= before.len()).checked_sub(1)?;
        let mention = self.mentions.get(n).filter(|m| m.range.end == before.len() && m.form == Form::Name)?;
        (mention.kind != SubjectKind::Event).then(|| self.meant[n].clone()).flatten()
    }

    /// 望潮谷22亿元、栖云园近12亿元: in a list of places with a figure each, the place that touches the figure.
    pub(super) fn named_beside(&self, at: usize) -> Option<Theme> {
        let n = self.mentions.partition_point(|m| m.range.end <= at).checked_sub(1)?;
        let mention = &self.mentions[n];
        let before = &self.text[..mention.range.start];
        let item = before.strip_suffix(['、', '，', ',', '；', ';', '和', '及'])?;
        let verbs = ["增长", "下降", "上升", "提高", "降低", "完成", "实现"];
        let linking = &self.text[mention.range.end..at];
        let linking = verbs.iter().find_map(|verb| linking.strip_prefix(verb)).unwrap_or(linking);
        let linked = linking.chars().all(|c| among(c, "约近超逾破为达有 "));
        let after_figure =
            || item.chars().rev().take(8).take_while(|c| !"、，。；,;".contains(*c)).any(|c| c.is_ascii_digit());
        let place = matches!(mention.kind, SubjectKind::Place(_)) && !matches!(mention.form, Form::Deictic(_));
        (place && linked && after_figure()).then(|| self.meant[n].clone()).flatten()
    }

    /// 23篇|江海|论文, where nobody else is named: of the place.
    pub(super) fn counted_of(&self, at: usize) -> Option<Theme> {
        let n = self.mentions.partition_point(|m| m.range.start < at);
        let mention = self.mentions.get(n).filter(|m| m.is_place() && m.form == Form::Name)?;
        let between = self.text.get(at..mention.range.start)?;
        let counter = between.trim_start_matches(|c: char| c.is_ascii_digit() || among(c, "余多万"));
        let counts = counter.len() < between.len()
            && counter.chars().count() == 1
            && among(counter.chars().next()?, "篇家名件项款张支部");
        let wider = mention.kind == SubjectKind::Place(PlaceKind::Country);
        (counts && !wider).then(|| self.meant[n].clone()).flatten()
    }

    /// 有11个省份超过万亿, 15个副省级城市: so many only the country has.
    pub(super) fn of_provinces(&self, at: usize) -> Option<Theme> {
        let rest = self.text.get(at..)?.trim_start_matches(|c: char| c.is_ascii_digit() || c == '余' || c == '多');
        let rest = rest.strip_prefix('个')?;
        const CLASSES: [&str; 6] = ["省份", "省区市", "省市自治区", "副省级城市", "计划单列市", "直辖市"];
        let of_all = CLASSES.iter().any(|word| rest.starts_with(word));
        of_all.then(|| Theme { name: "全国".to_owned(), kind: SubjectKind::Place(PlaceKind::Country), span: None })
    }
}
