//! Firms, schools, offices and ministries by their endings: 江海动力有限公司, 县第一中学, 北银房产, 江北区建设局, 国家统计局.

use super::lexicon::{Level, WORDS};
use super::mention::Form;
use super::scan::Look;
use super::{SubjectKind, SubjectMention};
use tidemark_model::{PlaceKind, Span};

impl<'a> Look<'a> {
    /// 国家统计局数据 tell of the country; what 财政部 itself does is its own.
    pub(super) fn ministry(&self, range: Span) -> SubjectMention {
        let rest = self.text[range.end..].trim_start_matches(['的', '等']);
        if WORDS.speaks.longest_at_start(rest) == 0 && rest.starts_with(|c: char| c.is_alphabetic()) {
            return SubjectMention::new(range, range.slice(self.printed), SubjectKind::Organisation);
        }
        let mut mention = SubjectMention::new(range, "全国", SubjectKind::Place(PlaceKind::Country));
        mention.form = Form::Agency;
        mention
    }

    /// 县|第一中学, 临江县|第二小学: where it begins, with the level or place before the number.
    fn numbered_school(&self, start: usize) -> Option<usize> {
        let before = self.text[..start].trim_end_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
        let before = before.strip_suffix('第').filter(|b| b.len() + "第".len() < start)?;
        let place = self.hit_up_to(before.len()).map(|hit| hit.range.start);
        let level = || before.strip_suffix(['县', '市', '区', '镇', '乡', '州']).map(str::len);
        place.or_else(level)
    }

    pub(super) fn organisation(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.start(ending);
        let start = self.numbered_school(start).unwrap_or(start);
        let stem = &self.text[start..ending.start];
        // 江海集团|下属子公司 is what another firm is.
        let owned = ["下属", "所属", "直属", "旗下", "全资", "控股", "参股", "集团"];
        let subsidiary =
            stem.strip_suffix(['子', '孙']).is_some_and(|stem| owned.iter().any(|how| stem.ends_with(how)));
        if subsidiary && ending.slice(self.text) == "公司" {
            return None;
        }
        if let Some(again) = self.again(ending, stem, Level::Organisation) {
            return Some(again);
        }
        let (placed, own) = self.after_place(start, stem);
        let institute = [
            "大学",
            "学院",
            "医院",
            "银行",
            "农商行",
            "教科院",
            "农科院",
            "科学院",
            "研究院",
            "设计院",
            "博物馆",
            "图书馆",
            "联合会",
            "商会",
            "协会",
            "总会",
            "交易所",
        ]
        .contains(&ending.slice(self.text));
        let school = ["中学", "小学", "幼儿园", "学校", "卫生院", "國小", "國中"].contains(&ending.slice(self.text));
        // 县第一中学, 丰林镇中心小学
        let of_level = (institute || school)
            && stem.starts_with(['县', '市', '区', '州', '镇', '乡'])
            && stem.chars().nth(1).is_some_and(|c| !"级属城内民镇域直区县市外场里各".contains(c));
        let named = WORDS.describing.uncovered(own).min(WORDS.generic.uncovered(own)) >= 2;
        // 昆明栖云花拍中心, but 研发中心
        if ending.slice(self.text) == "中心" && !(placed && named && WORDS.centre.uncovered(own) >= 2) {
            return None;
        }
        // 昆山城市建设投资有限公司 has no other name than what it does.
        let named = named || placed && !own.is_empty() && ending.slice(self.text).ends_with("有限公司");
        (named || of_level || placed && (institute || school && !own.is_empty())).then(|| {
            SubjectMention::new(
                Span::new(start, ending.end),
                &self.printed[start..ending.end],
                SubjectKind::Organisation,
            )
        })
    }

    /// 江北区建设局 speaks for 江北区, 县发改局 for the county of the text.
    pub(super) fn agency(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.start(ending);
        let upto = self.hits.partition_point(|hit| hit.range.end <= ending.start);
        let hit = self.hits[..upto].last().filter(|hit| hit.range.start >= start);
        if let Some(hit) = hit.filter(|hit| self.text[hit.range.end..ending.start].chars().count() <= 8) {
            let between = &self.text[hit.range.end..ending.start];
            // 千灯镇歇马桥村|党支部书记 speaks for the village.
            let village = ["村", "社区"].iter().find_map(|end| Some((between.rfind(end)?, end.len())));
            let of_village =
                village.and_then(|(at, len)| self.village(Span::new(hit.range.end + at, hit.range.end + at + len)));
            // 江海市高新区|管委会 speaks for the zone.
            let zone = WORDS.bare_zone.longest_at_end(between);
            let of_zone = (zone > 0 && zone == between.len())
                .then(|| self.zone(Span::new(hit.range.end, ending.start)))
                .flatten();
            let mut mention = of_village.or(of_zone).or_else(|| self.place(hit))?;
            mention.range = Span::new(hit.range.start, ending.end);
            mention.form = Form::Agency;
            return Some(mention);
        }
        let words = &self.text[start..ending.end];
        let level = match words.chars().next()? {
            '省' => Level::Province,
            '市' => Level::City,
            '区' => Level::District,
            '县' => Level::County,
            '镇' => Level::Town,
            _ => return None,
        };
        let mut mention = SubjectMention::new(Span::new(start, ending.end), words, SubjectKind::Deictic);
        mention.form = Form::Deictic(level);
        (words.chars().count() <= 14).then_some(mention)
    }

    /// Three times, and something is said of it once.
    fn speaks_of(&self, name: &'a str) -> bool {
        let said = |end: usize| self.text[end..].starts_with(['是', '将', '已', '在', '的', '与', '从', '也', '正']);
        *self.firms.borrow_mut().entry(name).or_insert_with(|| {
            let ends = || self.text.match_indices(name).map(|(at, _)| at + name.len());
            ends().nth(2).is_some() && ends().any(said)
        })
    }

    /// 北银房产: two characters that are no word of description, and a trade; three times on the page, and
    /// something said of it once.
    pub(super) fn short_firm(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.start(ending);
        let stem = &self.text[start..ending.start];
        let (placed, own) = self.after_place(start, stem);
        let named = (2..=4).contains(&own.chars().count()) && WORDS.generic.uncovered(own) == own.chars().count();
        let range = Span::new(start, ending.end);
        let name = range.slice(self.text);
        let known = WORDS.describing.uncovered(own) == own.chars().count()
            && WORDS.opener.uncovered(own) == own.chars().count();
        // 越秀地产: after a place's short name only what no place has by itself.
        let firm = self.hit_from(start).is_some_and(|hit| hit.range.end == ending.start)
            && ["地产", "置业", "控股", "证券", "信托"].contains(&ending.slice(self.text))
            && !["市", "行", "业", "交", "企", "开", "项"].iter().any(|c| self.text[ending.end..].starts_with(c));
        // 投资1.5亿元的|长江食品
        let invested = ["亿元的", "万元的"].iter().any(|amount| self.text[..start].ends_with(amount));
        let ends = ["、投资", "、总投资", "等", "，", "。", "项目"];
        let ends = ends.iter().any(|end| self.text[ending.end..].starts_with(end));
        let described = invested && ends && named && !placed;
        if firm || described {
            return Some(SubjectMention::new(range, range.slice(self.printed), SubjectKind::Organisation));
        }
        (named && known && !placed && self.speaks_of(name))
            .then(|| SubjectMention::new(range, range.slice(self.printed), SubjectKind::Organisation))
    }

    pub(super) fn firm(&self, range: Span) -> Option<SubjectMention> {
        let name = range.slice(self.text);
        let cut = name.ends_with('汽') && self.text[range.end..].starts_with('车');
        // 贵州|茅台: the place before belongs to the name.
        let place = self.hit_up_to(range.start).map(|hit| hit.range.start);
        let range = Span::new(place.unwrap_or(range.start), range.end);
        (!cut).then(|| SubjectMention::new(range, range.slice(self.printed), SubjectKind::Organisation))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subject::Gazetteer;
    use std::cell::RefCell;

    #[test]
    fn a_text_is_asked_once_whether_it_speaks_of_a_firm() {
        let text = "望潮房产，".repeat(500);
        let places = Gazetteer::bundled();
        let firms = RefCell::default();
        let look = Look { text: &text, printed: &text, places: &places, hits: &[], again: RefCell::default(), firms };
        let ends = text.match_indices("房产").map(|(at, word)| Span::new(at, at + word.len()));
        assert_eq!(ends.filter_map(|end| look.short_firm(end)).count(), 0);
        assert_eq!(look.firms.borrow().len(), 1);
    }
}
