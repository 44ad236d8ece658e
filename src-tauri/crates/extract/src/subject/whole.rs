//! The population a share or rank is taken of, with its place: 全区总产值 is 钱塘区总产值, 居全市第4 is of 杭州市.

use super::context::SubjectContext;
use super::deictic::fits;
use super::lexicon::{Cue, Level, cues};
use super::{SubjectKind, fold};
use tidemark_model::{PlaceKind, Span};

/// What a comparison's average is called; the population alone is the whole.
const AVERAGES: [&str; 10] =
    ["平均水平", "平均增速", "平均增幅", "平均值", "平均数", "平均线", "平均", "均值", "水平", "增速"];

/// 中西|部 is a part of the country, whatever place is called 中西.
fn is_region(rest: &str) -> bool {
    rest.starts_with('部')
}

/// How the words for a measured quantity end: only such a whole takes the place's name before it.
const MEASURED: [&str; 24] = [
    "值",
    "额",
    "量",
    "收入",
    "投资",
    "人口",
    "GDP",
    "总数",
    "数",
    "面积",
    "业",
    "进出口",
    "出口",
    "进口",
    "就业人员",
    "贷款",
    "存款",
    "人数",
    "营收",
    "利润",
    "税收",
    "支出",
    "用电",
    "能耗",
];

impl SubjectContext<'_> {
    /// Names the whole a share or rank is taken of: 全区总产值 is 钱塘区总产值, 全市 is 杭州市, 生产总值 the subject's
    /// own. `at` is the figure's first byte. Nothing for no words.
    #[must_use]
    pub fn whole_of(&self, words: &str, at: usize) -> Option<String> {
        let printed = words.trim_matches(|c: char| c.is_whitespace() || "，,、的".contains(c));
        let folded = fold(printed);
        let kept =
            AVERAGES.iter().find_map(|end| folded.strip_suffix(end)).filter(|kept| !kept.is_empty()).unwrap_or(&folded);
        let kept = kept.trim_end_matches('的');
        let printed = printed.get(..kept.len())?;
        if printed.is_empty() {
            return None;
        }
        let printed = self.dealt_whole(printed, at);
        let kept = &*fold(printed);
        let (head, rest) = self.head(kept, at).unwrap_or((None, 0));
        let rest = &printed[rest..];
        Some(match head {
            Some(place) => format!("{place}{rest}"),
            None if MEASURED.iter().any(|end| kept.ends_with(end)) => {
                format!("{}{printed}", self.owner(at).unwrap_or_default())
            }
            None => printed.to_owned(),
        })
    }

    /// 高于全国、全省3.3、4.6个百分点: the one of several wholes that the figure is compared with.
    fn dealt_whole<'w>(&self, words: &'w str, at: usize) -> &'w str {
        let parts: Vec<&str> = words.split(['、', '和']).collect();
        let places = parts.len() > 1
            && parts.iter().all(|part| self.head(&fold(part), at).is_some_and(|(_, len)| len == part.len()));
        let after = places
            .then(|| self.text[..at].rfind(&*fold(words)))
            .flatten()
            .map(|from| &self.text[from + words.len()..at]);
        let nth = after.map(|between| between.matches(['、', '和']).count());
        nth.and_then(|nth| parts.get(nth).copied()).unwrap_or(words)
    }

    /// The place the words begin with, resolved, and how many bytes name it.
    fn head(&self, words: &str, at: usize) -> Option<(Option<String>, usize)> {
        let starting = |words: &str| {
            cues(words).into_iter().filter(|(span, _)| span.start == 0).find_map(|(span, cue)| match cue {
                Cue::Deictic(level) => Some((span.end, level)),
                _ => None,
            })
        };
        if let Some(hit) = self
            .places
            .hits(words)
            .into_iter()
            .find(|hit| hit.usage != super::gazetteer::Use::Loose && !is_region(&words[hit.len..]))
        {
            let place = hit.places.first().map(|&id| self.places.name(id));
            // 杭州全市: the place, and the word that says all of it.
            let all =
                starting(&words[hit.len..]).filter(|(_, level)| place.as_deref().is_some_and(|p| fits(p, *level)));
            return Some((place, hit.len + all.map_or(0, |(len, _)| len)));
        }
        let (len, level) = starting(words)?;
        Some((self.place_of_level(level, at, &words[len..]), len))
    }

    /// 全市 seen from the figure: what lies around its subject, or the subject itself where a quantity of it follows.
    fn place_of_level(&self, level: Level, at: usize, rest: &str) -> Option<String> {
        if level == Level::Nation {
            return Some("全国".to_owned());
        }
        let owner = self.owner(at)?;
        let own = fits(&owner, level).then(|| owner.clone());
        let above = || self.parents(&owner).into_iter().find(|p| fits(p, level));
        let of_itself = MEASURED.iter().any(|end| rest.ends_with(end));
        let near = if of_itself { own.clone().or_else(above) } else { above().or(own) };
        near.or_else(|| self.any_place(level))
    }

    /// Among whom a figure's subject is ranked where nobody is named: what the article is about, or what lies around it.
    #[must_use]
    pub fn around(&self, at: usize, clause: Span) -> Option<String> {
        let owner = self.owner(at)?;
        // A zone is ranked among zones, not in the place that it lies in.
        if self.places.lookup(&owner).is_none_or(|place| place.kind == PlaceKind::Park) {
            return None;
        }
        // 成都、资阳等市到资额位居前五, in an article on their province.
        let from = self.mentions.partition_point(|m| m.range.start < clause.start);
        let mut members = self.mentions[from..].iter().take_while(|m| m.range.end <= at);
        if members.any(|m| m.name != owner && self.parents(&m.name).contains(&owner)) {
            return Some(owner);
        }
        let above = self.parents(&owner);
        let theme = self.theme.as_ref().map(|theme| &theme.name).filter(|theme| above.contains(theme));
        theme.cloned().or_else(|| above.into_iter().next())
    }

    /// The figure's subject where it is a place or a firm, else what the article is about.
    fn owner(&self, at: usize) -> Option<String> {
        let found = self.find(at, self.clause_of(at)).map(|(theme, _)| theme);
        let apt = found.filter(|theme| !matches!(theme.kind, SubjectKind::Project | SubjectKind::Event));
        apt.or_else(|| self.theme.clone()).map(|theme| theme.name)
    }
}

#[cfg(test)]
mod tests {
    use crate::subject::{Gazetteer, SubjectContext, Surroundings};

    fn whole(text: &str, home: &str, words: &str) -> Option<String> {
        let places = Gazetteer::bundled();
        let context = SubjectContext::new(text, &[], &places, Surroundings { home: Some(home), headline: None });
        context.whole_of(words, text.find('5').expect("amount"))
    }

    #[test]
    fn a_whole_names_its_place() {
        let text = "去年，大创小镇实现总产值5亿元。";
        assert_eq!(whole(text, "钱塘区", "全区总产值"), Some("钱塘区总产值".into()));
        assert_eq!(whole(text, "钱塘区", "杭州市汽车整车产量"), Some("杭州市汽车整车产量".into()));
        assert_eq!(whole(text, "钱塘区", "全省"), Some("浙江省".into()));
    }

    #[test]
    fn wholes_in_a_row_are_dealt_out() {
        let text = "钱塘区产值增速高于全国、全省3、5个百分点";
        assert_eq!(whole(text, "钱塘区", "全国、全省"), Some("浙江省".into()));
    }

    #[test]
    fn a_quantity_alone_is_the_subjects_own() {
        assert_eq!(whole("全区生产总值5亿元", "钱塘区", "生产总值"), Some("钱塘区生产总值".into()));
        assert_eq!(whole("全区生产总值5亿元", "钱塘区", "时序进度"), Some("时序进度".into()));
    }

    #[test]
    fn a_rank_is_taken_of_what_lies_around() {
        assert_eq!(whole("昆山市产值增长5%", "昆山市", "全市"), Some("苏州市".into()));
        assert_eq!(whole("昆山市产值增长5%", "昆山市", "全市总产值"), Some("昆山市总产值".into()));
        assert_eq!(whole("钱塘区产值增长5%", "钱塘区", "全市平均水平"), Some("杭州市".into()));
    }
}
