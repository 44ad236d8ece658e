//! Projects, works and events by their endings: 余梁公路北延工程, 望潮树脂搬迁与升级发展项目, 春季专场招聘会; and 该种植基地,
//! which points back to one.

use super::bound::left_bound;
use super::lexicon::{Cue, Level, WORDS};
use super::mention::Form;
use super::scan::{Look, numbered};
use super::{SubjectKind, SubjectMention};
use tidemark_model::Span;

impl Look<'_> {
    /// 该|种植基地, 这座|产业园: a kind that points back to one of its kind.
    pub(super) fn pointing(&self, ending: Span, cue: Cue) -> Option<SubjectMention> {
        let level = match cue {
            Cue::Zone => Level::Zone,
            Cue::Organisation => Level::Organisation,
            Cue::Project => Level::Project,
            _ => return None,
        };
        let stem = self.text[..ending.start].char_indices().rev().take(6).map(|(at, _)| at);
        let starts = std::iter::once(ending.start).chain(stem);
        let at = starts.into_iter().find_map(|at| {
            let len = WORDS.pointer.longest_at_end(&self.text[..at]);
            (len > 0).then_some((at - len, at))
        });
        let plain = |words: &str| words.chars().all(char::is_alphanumeric) && WORDS.generic.uncovered(words) == 0;
        let (start, kind) = at.filter(|&(_, kind)| plain(&self.text[kind..ending.start]))?;
        let range = Span::new(start, ending.end);
        let mut mention = SubjectMention::new(range, &self.printed[kind..ending.end], SubjectKind::Deictic);
        mention.form = Form::Deictic(level);
        Some(mention)
    }

    pub(super) fn project(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.past_verbs(self.joined(ending, self.start(ending)), ending);
        let stem = &self.text[start..ending.start];
        let word = ending.slice(self.text);
        let (placed, own) = self.after_place(start, stem);
        let works = [
            "大道",
            "大桥",
            "特大桥",
            "隧道",
            "高速",
            "高速公路",
            "铁路",
            "机场",
            "水库",
            "水电站",
            "分输站",
            "压气站",
            "泵站",
            "收费站",
            "电站",
            "核电站",
            "光伏电站",
            "风电场",
            "煤矿",
            "东站",
            "西站",
            "南站",
            "北站",
            "火车站",
            "高铁站",
        ]
        .contains(&word);
        let line = || ["线", "路", "公路", "高速", "高铁", "大道"].iter().any(|road| stem.contains(road));
        if let Some(again) = self.again(ending, stem, Level::Project) {
            return Some(again);
        }
        // 机器高速|运转, 湖北省|高速公路
        let speed = ["运转", "发展", "增长", "推进", "旋转", "行驶", "运行", "成长", "扩张", "流动"];
        let speeding = word == "高速" && speed.iter().any(|verb| self.text[ending.end..].starts_with(verb));
        // 金矿石, 铁矿业
        let speeding =
            speeding || word.ends_with('矿') && self.text[ending.end..].starts_with(['石', '业', '产', '床']);
        // 网络部|工程师
        let runs_on = word == "工程" && self.text[ending.end..].starts_with(['师', '院', '学', '系', '局', '处', '科']);
        // 望潮医院项目|项目总投资: two lines that were joined
        let runs_on = runs_on || stem.ends_with(word) && !stem.is_empty();
        // 家庭作坊式|工厂
        let runs_on = runs_on || own.ends_with('式');
        let class = own.is_empty() && stem.ends_with(['省', '市', '县', '区']);
        if speeding || runs_on || class {
            return None;
        }
        let country = stem == "全国" || stem == "中国";
        let metro = word == "号线" && own.ends_with(|c: char| c.is_ascii_digit()) || own.contains("号线");
        let named = WORDS.generic.uncovered(own) >= 2
            || placed && numbered(head(own))
            || placed && works && own.is_empty()
            || metro;
        if country || !named || word == "段" && !line() {
            return None;
        }
        let rest = &self.text[ending.end..];
        let phase = rest.len() - WORDS.phase.strip_front(rest).len();
        let range = Span::new(start, ending.end + phase + list_of_parts(&rest[phase..]));
        Some(SubjectMention::new(range, range.slice(self.printed), SubjectKind::Project))
    }

    /// 大桥 alone, for one that was named.
    pub(super) fn again(&self, kind: Span, stem: &str, level: Level) -> Option<SubjectMention> {
        let word = kind.slice(self.text);
        let mut again = SubjectMention::new(kind, word, SubjectKind::Deictic);
        again.form = Form::Deictic(level);
        (stem.is_empty() && WORDS.again.has(word)).then_some(again)
    }

    /// 建设|日产4800吨生产线, but 建设路改造工程.
    fn past_verbs(&self, start: usize, ending: Span) -> usize {
        let stem = &self.text[start..ending.start];
        let verb = ["主要建设", "建设", "新建", "兴建", "续建", "扩建"].iter().find_map(|verb| stem.strip_prefix(verb));
        let rest = verb.filter(|rest| {
            rest.chars().count() > 2 && !rest.starts_with(['路', '街', '大', '村', '镇', '乡', '银', '集'])
        });
        rest.map_or(start, |rest| ending.start - rest.len())
    }

    /// 望潮树脂搬迁|与|升级发展项目: a name at the head of a clause may hold 与 where what follows is no name by itself.
    fn joined(&self, ending: Span, start: usize) -> usize {
        let Some(before) = self.text[..start].strip_suffix(['与', '暨']) else { return start };
        if WORDS.generic.uncovered(&self.text[start..ending.start]) >= 2 {
            return start;
        }
        let from = left_bound(self.text, Span::new(before.len(), start), self.hits);
        let opens = self.text[..from].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '、');
        if opens && from < before.len() && WORDS.generic.uncovered(&self.text[from..before.len()]) >= 2 {
            from
        } else {
            start
        }
    }

    pub(super) fn event(&self, ending: Span) -> Option<SubjectMention> {
        let start = self.start(ending);
        let (placed, own) = self.after_place(start, &self.text[start..ending.start]);
        let range = Span::new(start, ending.end);
        // 浦江镇…开工仪式: the place stays to be found by itself.
        let alone = WORDS.event_name.has(range.slice(self.text));
        let named = alone || own.chars().count() >= if placed { 1 } else { 2 };
        // 浦江镇|茶文化节: the place stays to be found by itself.
        let from = if placed { ending.start - own.len() } else { start };
        named.then(|| SubjectMention::new(Span::new(from, ending.end), range.slice(self.printed), SubjectKind::Event))
    }
}

/// 三意 of 三意农业
fn head(own: &str) -> &str {
    own.char_indices()
        .nth(2)
        .map_or(own, |(end, _)| if WORDS.generic.uncovered(&own[end..]) == 0 { &own[..end] } else { "" })
}

/// 江海生产线|、销售及研发基地项目: further parts of one project, none with a name of its own.
fn list_of_parts(rest: &str) -> usize {
    let Some(end) = rest.starts_with('、').then(|| rest.find("项目")).flatten() else { return 0 };
    let parts = &rest["、".len()..end];
    let plain =
        parts.chars().count() <= 16 && WORDS.generic.uncovered(parts) < 2 && !parts.contains(['，', '。', '；']);
    if plain { end + "项目".len() } else { 0 }
}
