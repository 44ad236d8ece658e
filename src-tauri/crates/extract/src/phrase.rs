//! The noun phrase that names what an amount measures: 国家高新技术企业 of 新增国家高新技术企业101家,
//! 整车龙头企业 of 3家整车龙头企业.
//!
//! Works on the words of one clause piece; which piece, and what is inherited, the reading stage decides.

use crate::cue::Class;
use crate::segment::{Sort, Word};
use crate::words::Words;
use tidemark_model::Span;

/// An indicator's words as they stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Cleaned of white space, 的 and link verbs: 石油行业增加值 for 石油行业实现增加值.
    pub words: String,
    /// From the first to the last of its words.
    pub span: Span,
    /// The members of a list, cleaned: 西红柿, 草莓, 樱桃.
    pub items: Vec<String>,
    /// The same, but 和 and 及 do not part: 电气机械和器材制造业, 仪器仪表制造业.
    pub commas: Vec<String>,
}

/// The phrase that ends the piece, link words after it skipped.
pub(crate) fn before(text: &str, words: &[Word]) -> Option<Phrase> {
    let walk = Walk { text, words };
    let end = walk.skip_links(words.len());
    let start = walk.after_agent(walk.start_of(end), end);
    // 未|开工项目
    let not = start > 0 && start < end && matches!(walk.word(start - 1), "未" | "非");
    walk.phrase(if not { start - 1 } else { start }, end)
}

/// The phrase that starts the piece: the counted thing after 3家.
pub(crate) fn after(text: &str, words: &[Word]) -> Option<Phrase> {
    let walk = Walk { text, words };
    let end = walk.without_doing(walk.end_of_counted());
    walk.phrase(0, end)
}

/// Verbs that after a noun name an amount with it: 合同引资, 意向成交, 户均减税.
const COMPOUND: [&str; 23] = [
    "引资", "成交", "减税", "引进", "到位", "创汇", "结汇", "分红", "用汇", "增收", "降本", "节能", "投产", "脱贫",
    "使用", "消费", "应用", "覆盖", "发行", "授信", "并网", "开票", "放款",
];

/// Who acts: a noun that ends so is the subject of the verb after it, not part of a name.
const DOERS: [&str; 18] = [
    "企业",
    "公司",
    "项目",
    "群众",
    "居民",
    "农户",
    "市民",
    "游客",
    "学生",
    "村民",
    "我们",
    "平台",
    "产业",
    "合作社",
    "主体",
    "部门",
    "用户",
    "客户",
];

/// Predicates, comparisons and ways of reckoning that never name what is measured.
static NEVER: Words = Words::new(&[
    "高峰期",
    "当天",
    "日均",
    "月均",
    "户均",
    "人均",
    "亩均",
    "计",
    "整体",
    "当季",
    "当月",
    "当日",
    "当期",
    "可比价",
    "不变价",
    "现价",
    "增产",
    "减产",
    "环比",
    "同比",
    "享受",
    "累计",
    "合计",
    "其中",
    "另有",
    "余下",
    "每吨",
    "每亩",
    "每人",
    "每户",
    "相当于",
    "较快",
    "较大",
    "领跑",
    "居前",
    "双双",
    "折合",
    "约合",
    "转正",
    "均价为每吨",
    "最高",
    "最低",
    "最多",
    "最快",
    "居冠",
    "持平",
    "占据",
    "平时",
    "复合",
    "遥遥领先",
    "每公斤",
    "每斤",
    "每平方米",
    "平均水平",
    "相比之下",
    "主要",
    "依旧",
    "依然",
    "仍旧",
    "一路",
    "一般",
    "次之",
    "再次之",
    "居首",
    "居次",
    "稳",
    "平稳",
    "名列前茅",
    "村均",
    "店均",
    "车均",
    "次均",
    "场均",
    "校均",
    "镇均",
    "实质性",
    "每月",
    "每天",
    "每日",
    "每周",
    "每股",
    "每小时",
    "每次",
    "每晚",
    "每学期",
    "每学年",
    "普遍",
    "迅猛",
    "强劲",
    "稳定",
]);

/// Those of them that may stand inside a name: 人均床位租金, 最高电网负荷.
const INNER: &[&str] = &[
    "高峰期",
    "当天",
    "日均",
    "月均",
    "户均",
    "人均",
    "亩均",
    "计",
    "整体",
    "当季",
    "当月",
    "当日",
    "当期",
    "可比价",
    "不变价",
    "现价",
    "增产",
    "减产",
    "累计",
    "合计",
    "另有",
    "余下",
    "最高",
    "最低",
    "最多",
    "最快",
    "平时",
    "复合",
    "每月",
    "每天",
    "每日",
    "每周",
    "每股",
    "每小时",
    "每次",
    "每晚",
    "每学期",
    "每学年",
    "每吨",
    "每亩",
    "每人",
    "每户",
    "每公斤",
    "每斤",
    "每平方米",
    "稳定",
];

/// 人均可支配收入, 亩均税收: a figure for each is another figure.
const PER: &[&str] =
    &["平均", "人均", "亩均", "户均", "村均", "日均", "月均", "店均", "车均", "次均", "场均", "校均", "镇均"];

/// What one does, before a place or body that does it: 养殖|基地, 培训|中心.
const FUNCTIONS: &[&str] = &[
    "生产", "销售", "种植", "养殖", "加工", "制造", "研发", "培训", "服务", "检测", "管理", "运输", "租赁", "交易",
    "回收", "处理", "交流", "合作", "融资", "采购", "供应", "孵化", "实训", "托管", "收购", "仓储", "转移", "转化",
    "示范", "推广", "扶贫", "帮扶", "监测", "救助", "展示", "体验", "集散", "配送", "投资", "担保", "接种", "养护",
];
const BODIES: &[&str] = &[
    "基地",
    "中心",
    "平台",
    "机构",
    "园区",
    "站",
    "点",
    "车间",
    "工厂",
    "合作社",
    "门店",
    "网点",
    "大户",
    "大棚",
    "场所",
    "设施",
    "园",
    "场",
    "电站",
    "公寓",
    "驿站",
    "载体",
    "小区",
    "车间",
];
/// Only so much can be done by 企业 without another reading: 培训企业 are those trained.
const TRADES: &[&str] = &["生产", "销售", "种植", "养殖", "加工", "制造", "运输", "研发", "租赁", "回收"];

/// Verbs that before 总额 and 金额 are nouns: 授信总额, 用工人数.
pub(crate) const NOMINAL: &[&str] = &[
    "授信", "发行", "签约", "成交", "放贷", "用工", "纳税", "缴税", "出让", "退税", "减税", "募资", "筹资", "理赔",
    "赔付", "参保", "投保", "承保", "办结", "中标",
];

struct Walk<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl Walk<'_> {
    fn word(&self, i: usize) -> &str {
        self.words[i].span.slice(self.text)
    }

    fn is(&self, i: usize, class: Class) -> bool {
        self.words[i].is(class)
    }

    /// 规上工业总产值|去年达 : where the phrase ends.
    fn skip_links(&self, mut end: usize) -> usize {
        while end > 0 && self.is_link(end - 1) {
            end -= 1;
        }
        end = self.skip_counts(end);
        if end > 0 && matches!(self.word(end - 1), "）" | ")") {
            let open = (0..end).rev().find(|&i| matches!(self.word(i), "（" | "("));
            end = open.filter(|&i| i > 0).unwrap_or(end);
        }
        while end > 0 && self.is_link(end - 1) {
            end -= 1;
        }
        end
    }

    /// 野生动物|71科|210种, 交通指数|5.2: bare numbers between the phrase and the amount.
    fn skip_counts(&self, mut end: usize) -> usize {
        let number = |i: usize| self.word(i).chars().all(|c| c.is_ascii_digit() || c == '.');
        let rank = |i: usize| matches!(self.word(i), "科" | "属" | "目" | "纲" | "里" | "栋" | "幢" | "类" | "种");
        loop {
            let counted = end > 2 && rank(end - 1) && number(end - 2);
            let bare = end > 1 && number(end - 1) && self.word(end - 1).contains('.');
            match (counted, bare) {
                (true, _) => end -= 2,
                (_, true) => end -= 1,
                _ => return end,
            }
            while end > 1 && matches!(self.words[end - 1].sort, Sort::And) {
                end -= 1;
            }
        }
    }

    fn is_link(&self, i: usize) -> bool {
        let word = &self.words[i];
        match word.sort {
            Sort::Period | Sort::Adverb | Sort::Preposition | Sort::Particle | Sort::And => true,
            Sort::Mark => !matches!(self.word(i), "）" | ")"),
            Sort::Of => true,
            _ if NEVER.has(self.word(i)) => true,
            Sort::Name => self.is_deictic_tail(i),
            Sort::Verb | Sort::Noun | Sort::Pronoun => {
                self.is(i, Class::Link)
                    || self.is(i, Class::Base)
                    || self.is(i, Class::Each)
                    || self.is(i, Class::Respectively)
                    || self.is(i, Class::Cumulative)
                    || self.is(i, Class::Planned)
                    || self.is(i, Class::New)
                    || self.is(i, Class::To)
                    || (self.is(i, Class::Light) && !self.has_noun_before(i))
            }
            Sort::Joint | Sort::Amount => false,
        }
    }

    /// 汽车产量全市达…: a place between indicator and amount.
    fn is_deictic_tail(&self, i: usize) -> bool {
        i > 0 && matches!(self.words[i - 1].sort, Sort::Noun)
    }

    /// 汽车|销售: the verb is the head of a noun phrase.
    fn has_noun_before(&self, i: usize) -> bool {
        i > 0 && self.words[i - 1].sort == Sort::Noun && !self.is_stop_word(i - 1)
    }

    fn is_stop_word(&self, i: usize) -> bool {
        self.is(i, Class::Link) || self.is(i, Class::Light) || self.is(i, Class::New) || self.is(i, Class::Planned)
    }

    /// Walks left from `end` over everything that belongs to the phrase.
    fn start_of(&self, end: usize) -> usize {
        let mut start = end;
        let mut verb_first = false;
        while start > 0 {
            let i = start - 1;
            let go = match self.words[i].sort {
                _ if start < end && matches!(self.word(i), "相当于" | "折合" | "享受" | "设立" | "成立" | "发起") => {
                    false
                }
                _ if start < end && self.is_break(i, start) => false,
                _ if start < end && self.is_threshold(i, start) => true,
                _ if start < end && PER.contains(&self.word(i)) => true,
                _ if start < end && self.is_per(i) => {
                    start = i;
                    break;
                }
                Sort::Noun if self.is_plain_stop(i, start, end) => false,
                Sort::Noun | Sort::Joint if verb_first && self.heads_compound(i, start, end) => true,
                Sort::Noun | Sort::Joint => !verb_first,
                Sort::And => start < end && i > 0 && self.may_join(i),
                Sort::Of => self.passes_of(i, start, end),
                Sort::Particle => self.word(i) == "等" && self.passes_of(i, start, end),
                Sort::Verb if start < end && self.says_what_for(i, start) => true,
                Sort::Verb if self.is_sum_of_deeds(i, start, end) => {
                    verb_first = false;
                    true
                }
                Sort::Verb if self.is_plain_stop(i, start, end) => false,
                Sort::Verb if start < end && self.is_governed(i) => true,
                Sort::Verb if self.word(i) == "到位" => true,
                Sort::Verb if self.is_attributive(i, start, end) || self.is(i, Class::Action) => true,
                Sort::Verb if self.is(i, Class::Deed) && self.has_noun_before(i) => true,
                Sort::Verb => {
                    verb_first = true;
                    start == end || !self.is(i, Class::Light)
                }
                _ => false,
            };
            if !go {
                match self.before_bracket(i).filter(|_| start < end) {
                    Some(open) => start = open,
                    None => break,
                }
                continue;
            }
            start = i;
        }
        self.trim_front(start, end)
    }

    /// 相比之下|数据业务收入, 内贸外贸　|社会消费品零售总额: what never belongs to a name, or a heading run in before it.
    fn is_break(&self, i: usize, start: usize) -> bool {
        let gap = Span::new(self.words[i].span.end, self.words[start].span.start);
        // 住宿单位|接待游客: who receives them.
        let receives = self.word(start).starts_with("接待")
            && self.word(start).chars().count() > 2
            && self.word(i).ends_with(['社', '店', '馆', '位', '业', '构', '宿']);
        // 合作社|种植|白莲: who does it.
        let acts = self.words[start].sort == Sort::Verb
            && self.is(start, Class::Action)
            && self
                .words
                .get(start + 1)
                .is_some_and(|w| !w.is(Class::Head) && !w.is(Class::Counted) && w.sort == Sort::Noun)
            && (matches!(self.word(i), "村" | "我们村") || DOERS.iter().any(|w| self.word(i).ends_with(w)));
        // 新院区|占地
        let lies = self.word(start) == "占地";
        self.is_never(i)
            || lies
            || acts
            || receives
            || matches!(self.word(i), "记者" | "通讯员")
            || gap.slice(self.text).contains('\u{3000}')
    }

    fn is_never(&self, i: usize) -> bool {
        NEVER.has(self.word(i)) && !INNER.contains(&self.word(i))
    }

    /// 研究与试验发展|（R&D）|经费支出: a short bracket inside a phrase is passed over.
    fn before_bracket(&self, i: usize) -> Option<usize> {
        let closes = matches!(self.word(i), "）" | ")");
        let open = (i.saturating_sub(7)..i).rev().find(|&o| matches!(self.word(o), "（" | "("))?;
        (closes && open > 0 && matches!(self.words[open - 1].sort, Sort::Noun | Sort::Verb)).then_some(open)
    }

    /// 每千人口医师数, 每股收益: what the quantity is counted for belongs to it.
    fn is_per(&self, i: usize) -> bool {
        let word = self.word(i);
        let time = ["每年", "每月", "每天", "每日", "每次", "每个", "每"];
        let thing = |i: usize| {
            self.words.get(i + 1).is_some_and(|w| {
                w.sort == Sort::Noun && self.word(i + 1).starts_with(['千', '万', '百', '人', '股', '亩', '户'])
            })
        };
        (word.starts_with('每') && !time.contains(&word) && word.chars().count() < 5) || (word == "每" && thing(i))
    }

    /// 投资|过|亿元|项目, 总投资|超|10亿元|项目: the amount says which are counted.
    fn is_threshold(&self, i: usize, start: usize) -> bool {
        let over = matches!(self.word(i), "过" | "超" | "超过" | "逾" | "突破" | "达" | "达到" | "在" | "以上" | "的");
        let class = self.word(start).ends_with(['元', '亿']) && self.words[start].sort == Sort::Noun;
        over && class
    }

    /// 合同|引资, 意向|成交: a noun before the verb that ends the phrase is part of its name.
    fn heads_compound(&self, i: usize, start: usize, end: usize) -> bool {
        if start >= end || self.is_stop_word(i) || self.is_plain_stop(i, start, end) {
            return false;
        }
        let inner = (start..end - 1).all(|n| self.words[n].sort == Sort::Noun);
        let verb = self.words[end - 1].sort == Sort::Verb && self.is_nominal(end - 1);
        inner && verb && !DOERS.iter().any(|w| self.word(i).ends_with(w))
    }

    /// A verb of two characters that no class of cues claims: after a noun it may be the noun's head.
    fn is_nominal(&self, i: usize) -> bool {
        let claimed = [Class::Light, Class::Link, Class::New, Class::Growth, Class::To, Class::Planned, Class::Serving];
        let open = self.word(i).chars().count() == 2 && !claimed.iter().any(|&class| self.is(i, class));
        COMPOUND.contains(&self.word(i)) || open
    }

    /// Links and light verbs end the phrase, save an inner link: 石油行业|实现|增加值.
    fn is_plain_stop(&self, i: usize, start: usize, end: usize) -> bool {
        if matches!(self.word(i), "占" | "占到") {
            return true;
        }
        if self.word(i) == "到位" && start < end && self.word(start) == "资金" {
            return false;
        }
        if self.word(i) == "基本" && start < end && self.words[start].sort == Sort::Noun {
            return false;
        }
        if self.is(i, Class::Link) {
            return !(self.is_inner_link(i) && start < end && self.noun_phrase_ends(i));
        }
        if self.is(i, Class::New) {
            return !self.noun_phrase_ends(i);
        }
        if self.is(i, Class::Growth) || self.is(i, Class::To) || self.is(i, Class::Base) || self.is(i, Class::Planned) {
            return start == end || !self.has_noun_before(i) || self.words[i].sort == Sort::Verb;
        }
        let listed = self.words.get(i + 1).is_some_and(|w| w.sort == Sort::And);
        if self.is(i, Class::Action) && listed && start < end {
            return false;
        }
        if self.is(i, Class::Action) && !self.is(i, Class::Light) {
            let short = start < end && self.word(start).chars().count() == 1;
            let free = short || self.noun_phrase_ends(i) || self.makes_measure(start, end);
            return start < end && !free && !self.says_what_for(i, start);
        }
        if self.is(i, Class::Attribute) && start + 1 == end && self.is(start, Class::Counted) {
            return false;
        }
        // 集中|投产|投用项目, 签约|落地|项目
        let things =
            end > 0 && start < end && (self.is(end - 1, Class::Counted) || self.word(end - 1).ends_with("项目"));
        let stage =
            matches!(self.word(i), "集中" | "签约" | "开工" | "竣工" | "投产" | "落地" | "建成" | "达产" | "投用");
        let staged = things && stage && (self.is(start, Class::Light) || self.word(start).starts_with("投用"));
        if staged {
            return false;
        }
        let above = i > 0 && self.word(i - 1).ends_with("以上");
        self.is(i, Class::Light)
            && !(start == end
                || above
                || self.makes_measure(start, end)
                || (self.has_noun_before(i) && start < end && self.is(start, Class::Action))
                || (self.has_noun_before(i) && self.is_attributive(i, start, end)))
    }

    /// 养殖|基地, 加工|企业, 转移|示范|机构: the verb says what the place or body is for.
    fn says_what_for(&self, i: usize, start: usize) -> bool {
        let named = (start..start + 2).find(|&n| n < self.words.len() && !self.is(n, Class::Attribute));
        let (verb, thing) = (self.word(i), named.map_or("", |n| self.word(n)));
        FUNCTIONS.contains(&verb) && BODIES.contains(&thing) || TRADES.contains(&verb) && thing == "企业"
    }

    /// 中欧班列|累计|开行: what was done so often belongs to the name.
    fn is_sum_of_deeds(&self, i: usize, start: usize, end: usize) -> bool {
        let things = i > 0 && self.words[i - 1].sort == Sort::Noun && !self.is_stop_word(i - 1);
        let doer = i > 0 && DOERS.iter().any(|w| self.word(i - 1).ends_with(w));
        let one = start + 1 == end && self.words[start].sort == Sort::Verb;
        one && things
            && !doer
            && self.is(i, Class::Cumulative)
            && (self.is_nominal(start) || self.word(start) == "建设")
    }

    /// 建成|村级光伏|扶贫|电站: where another verb governs the nouns before it, an inner verb only describes.
    fn is_governed(&self, i: usize) -> bool {
        let before = i.checked_sub(1).filter(|&n| self.words[n].sort == Sort::Noun && !self.is_stop_word(n));
        let Some(noun) = before.filter(|&n| !DOERS.iter().any(|w| self.word(n).ends_with(w))) else { return false };
        let nouns = self.words[..=noun].iter().rev();
        let run = nouns.take_while(|w| matches!(w.sort, Sort::Noun | Sort::Joint) && !w.is(Class::New)).count();
        let Some(verb) = (noun + 1).checked_sub(run + 1) else { return false };
        let governs = [Class::New, Class::Light, Class::Link, Class::Action];
        let how = matches!(self.word(verb), "集中" | "全面" | "共同" | "深入" | "通过" | "占" | "来自");
        !how && self.is_nominal(i) && governs.iter().any(|&class| self.is(verb, class))
    }

    fn is_inner_link(&self, i: usize) -> bool {
        matches!(self.word(i), "实现" | "完成" | "實現")
    }

    /// Whether a noun that is no name or date stands right before word `i`.
    fn noun_phrase_ends(&self, i: usize) -> bool {
        i > 0 && matches!(self.words[i - 1].sort, Sort::Noun | Sort::Joint) && !self.is_stop_word(i - 1)
    }

    /// 播种 of 粮食播种面积: a verb before a measured head.
    fn is_attributive(&self, i: usize, start: usize, end: usize) -> bool {
        if start >= end {
            return false;
        }
        let rate = self.word(start).ends_with('率') && self.word(start).chars().count() > 1;
        let nominal = NOMINAL.contains(&self.word(i)) && self.makes_measure(start, end);
        let suffix = self.word(start).chars().count() == 1
            && !matches!(self.word(start), "旧" | "新" | "老" | "大" | "小" | "高" | "低" | "多" | "各" | "全" | "好");
        rate || nominal || i > 0 && (self.is(start, Class::Head) || suffix)
    }

    /// 招聘|人数, 销售|收入: the verb belongs to the measure after it; 引进|资金 it does not.
    fn makes_measure(&self, start: usize, end: usize) -> bool {
        start + 1 == end && {
            self.is(start, Class::Head)
                && self.word(start).ends_with(['金', '数', '量', '额', '率', '积', '入', '价', '格', '本', '费', '用'])
        }
    }

    /// 由江海公司|投资, 在科技城|投资: who or where stands before the verb is not part of it.
    fn after_agent(&self, start: usize, end: usize) -> usize {
        let named = start > 1 && self.words[start - 1].sort == Sort::Name;
        let by = if named { start - 1 } else { start };
        let led = by > 0 && self.words[by - 1].sort == Sort::Preposition;
        if led && end > start + 1 && self.is(end - 1, Class::Deed) { end - 1 } else { start }
    }

    fn may_join(&self, i: usize) -> bool {
        matches!(self.words[i - 1].sort, Sort::Noun | Sort::Joint | Sort::Verb) && !self.is_stop_word(i - 1)
    }

    /// 企业的营业收入 goes on, 钱塘的营业收入 does not.
    fn passes_of(&self, i: usize, start: usize, end: usize) -> bool {
        start < end && i > 0 && self.words[i - 1].sort == Sort::Noun && !self.is_stop_word(i - 1)
    }

    fn trim_front(&self, mut start: usize, end: usize) -> usize {
        // 重点|发展|烟叶
        let making = |i: usize| matches!(self.word(i), "发展" | "打造" | "建设" | "培育" | "开发" | "推进");
        while start + 2 < end
            && matches!(self.word(start), "重点" | "大力" | "加快" | "集中" | "突破性")
            && making(start + 1)
        {
            start += 2;
        }
        // 高新区|内|企业营业收入
        let named = start > 0 && self.words[start - 1].sort == Sort::Name;
        if named && start + 1 < end && matches!(self.word(start), "内" | "中" | "里") {
            start += 1;
        }
        let counter =
            |i: usize| matches!(self.word(i), "批" | "个" | "家" | "项" | "种" | "类" | "条" | "些" | "套" | "座");
        while start < end
            && (matches!(self.words[start].sort, Sort::And | Sort::Of | Sort::Particle | Sort::Mark)
                || (start + 1 < end && counter(start)))
        {
            start += 1;
        }
        // 这|条|生产线
        let pointed = start > 0 && start + 1 < end && self.words[start - 1].sort == Sort::Pronoun;
        let measure =
            pointed && matches!(self.word(start), "条" | "个" | "座" | "家" | "项" | "批" | "种" | "款" | "些");
        if measure { start + 1 } else { start }
    }

    /// 执业|（助理）|医师: a short bracket of plain words is part of the name; （R&D） only writes it again.
    fn keeps_bracket(&self, open: usize, end: usize) -> bool {
        let han = |c: char| c.is_alphabetic() && !c.is_ascii();
        let inner = self.words.get(open + 1).filter(|_| open + 2 < end && matches!(self.word(open + 2), "）" | ")"));
        inner.is_some_and(|w| w.span.slice(self.text).chars().count() == 2 && w.span.slice(self.text).chars().all(han))
    }

    /// 21项|重大产业项目|计划总投资: where the counted thing ends.
    fn end_of_counted(&self) -> usize {
        let mut end = 0;
        while end < self.words.len() {
            let go = match self.words[end].sort {
                _ if self.is_never(end) => false,
                _ if self.is_what_they_do(end) => false,
                _ if end > 0
                    && matches!(self.word(end), "上" | "里" | "内" | "下" | "之间")
                    && self.words.get(end + 1).is_none_or(|w| w.sort != Sort::Noun) =>
                {
                    false
                }
                _ if end > 0 && self.words.get(end + 1).is_some_and(|_| self.word(end + 1) == "于") => false,
                Sort::Noun | Sort::Verb if end > 0 && self.is_for_next(end) => true,
                _ if end > 0 && matches!(self.word(end), "单日" | "日均" | "月均" | "年均" | "人均" | "平均") => {
                    false
                }
                _ if end > 0 && self.word(end).starts_with("接待") => false,
                Sort::Of if self.leads_measure(end) => false,
                Sort::Verb if end == 0 && self.is(end, Class::To) => false,
                Sort::Noun | Sort::Joint => !self.ends_counted(end),
                Sort::Name => {
                    end == 0
                        || self.words[end - 1].sort == Sort::And
                        || matches!(self.word(end), "开发区" | "高新区" | "经开区" | "园区" | "景区" | "社区")
                }
                Sort::Of => end > 0 && self.words.get(end + 1).is_some_and(|w| w.sort == Sort::Noun),
                Sort::And => {
                    end > 0
                        && self.word(end) != "与"
                        && self
                            .words
                            .get(end + 1)
                            .is_some_and(|w| matches!(w.sort, Sort::Noun | Sort::Joint | Sort::Name))
                }
                Sort::Verb if end > 0 && self.is(end, Class::Serving) && !self.is(end, Class::Action) => false,
                Sort::Verb => {
                    self.leads_noun(end)
                        || self.is(end, Class::Action)
                        || self.is_short_verb(end)
                        || self.is_for_next(end)
                }
                _ => false,
            };
            if !go {
                break;
            }
            end += 1;
        }
        end
    }

    /// 农户|发展, 群众|就业: what people do is no part of them.
    fn is_what_they_do(&self, i: usize) -> bool {
        let done = self.words[i].sort == Sort::Verb
            || matches!(self.word(i), "供电" | "供水" | "供气" | "供热" | "就业" | "增收" | "脱贫" | "参保" | "受益");
        let people = ["农户", "群众", "居民", "村民", "家庭", "市民", "农民", "牧民", "人员", "游客", "用户", "客户"];
        i > 0 && done && i + 1 == self.words.len() && people.contains(&self.word(i - 1))
    }

    /// 风机组|的|总装机容量: what is measured of the counted things.
    fn leads_measure(&self, of: usize) -> bool {
        let nouns = self.words[of + 1..].iter().take_while(|w| w.sort == Sort::Noun).count();
        let last = of + nouns;
        let measure = ["容量", "面积", "总额", "产值", "收入", "投资", "产量", "规模", "长度", "人数"];
        let measured = nouns > 0 && measure.iter().any(|end| self.word(last).ends_with(end));
        (measured || nouns > 0 && self.is(last, Class::Head)) && last + 1 < self.words.len()
    }

    /// 创业|孵化|基地: a verb between nouns that says what the last is for.
    fn is_for_next(&self, i: usize) -> bool {
        let place = |n: usize| matches!(self.word(n), "社区" | "小区" | "园区" | "街道" | "乡镇" | "村");
        let noun = |n: usize| self.words.get(n).is_some_and(|w| w.sort == Sort::Noun);
        let free = i > 0 && noun(i - 1) && (place(i - 1) || !self.is(i - 1, Class::Counted));
        let doer = i > 0 && DOERS.iter().any(|w| self.word(i - 1).ends_with(w));
        let what_for = noun(i + 1) && (self.says_what_for(i, i + 1) || !doer && FUNCTIONS.contains(&self.word(i)));
        free && (what_for || !doer && self.describes_next(i))
    }

    /// 重点|突破|项目, 协同|倍增|企业: a verb that says which of the counted are meant.
    fn describes_next(&self, i: usize) -> bool {
        const WHICH: [&str; 11] =
            ["突破", "推进", "倍增", "攻坚", "帮扶", "跟踪", "谋划", "服务", "监管", "关停", "搬迁"];
        let counted = self.words.get(i + 1).is_some_and(|w| w.is(Class::Counted));
        let last = self.words.get(i + 2).is_none_or(|w| w.sort == Sort::Mark);
        counted && (WHICH.contains(&self.word(i)) || last && self.word(i).chars().count() == 2)
    }

    /// 选手|参赛: what the counted do is not what they are.
    fn without_doing(&self, mut end: usize) -> usize {
        while end > 1 && self.is(end - 1, Class::Light) && self.is(end - 1, Class::Attribute) {
            end -= 1;
        }
        end
    }

    fn ends_counted(&self, i: usize) -> bool {
        let rate = self.word(i).ends_with('率') && self.word(i).chars().count() > 1;
        i > 0
            && (self.is(i, Class::Head)
                || rate
                || self.is(i, Class::Planned)
                || self.is(i, Class::Link)
                || self.is(i, Class::Base)
                || self.is(i, Class::Share)
                || self.is(i, Class::Growth)
                || self.is(i, Class::Cumulative)
                || (self.is(i, Class::Light) && !self.words.get(i + 1).is_some_and(|_| self.is(i + 1, Class::Counted))))
    }

    /// A single character that the dictionary calls a verb, between nouns.
    fn is_short_verb(&self, i: usize) -> bool {
        i > 0
            && self.words[i - 1].sort == Sort::Noun
            && self.word(i).chars().count() == 1
            && !self.is(i, Class::Link)
            && !self.is(i, Class::Counted)
            && self.words.get(i + 1).is_some_and(|w| w.sort == Sort::Noun)
            && !self.is(i - 1, Class::Counted)
    }

    /// 签约 of 18个签约项目: a verb before the counted noun.
    fn leads_noun(&self, i: usize) -> bool {
        i == 0 && !self.is(i, Class::Link) && self.words.get(1).is_some_and(|w| w.sort == Sort::Noun)
    }

    fn phrase(&self, start: usize, end: usize) -> Option<Phrase> {
        let kept = self.words.get(start..end).filter(|w| !w.is_empty())?;
        let span = Span::new(kept[0].span.start, kept[kept.len() - 1].span.end);
        let mut joined = Joined::default();
        let whole_is_link = kept.len() == 1;
        let mut bracket = false;
        for (i, word) in (start..end).zip(kept) {
            match self.word(i) {
                open @ ("（" | "(") => {
                    bracket = !self.keeps_bracket(i, end);
                    if !bracket {
                        joined.push(open);
                    }
                }
                "）" | ")" if bracket => bracket = false,
                _ if bracket => {}
                and if word.sort == Sort::And => joined.part(and),
                "中" => {}
                _ if i > start && self.is(i, Class::Cumulative) => {}
                _ if word.sort == Sort::Of || self.is_inner_link(i) && !whole_is_link => {}
                plain => joined.push(plain),
            }
        }
        let Joined { words, items, commas } = joined;
        let words = match etc(&words) {
            Some(at) if COLLECTIVE.contains(&&words[at + '等'.len_utf8()..]) && !words.contains('、') => words,
            Some(at) if words[at + '等'.len_utf8()..].chars().count() > 1 => words[at + '等'.len_utf8()..].to_owned(),
            _ => words,
        };
        let words = unquote(words.trim_matches(|c| matches!(c, '、' | '-' | '—' | '·')).to_owned());
        let clean = |list: Vec<String>| list.into_iter().map(unquote).filter(|i| !i.is_empty()).collect();
        let (items, commas) = (clean(items), clean(commas));
        let single = kept.len() == 1 && self.is(start, Class::Counted);
        (single || words.chars().count() > 1).then_some(Phrase { words, span, items, commas })
    }
}

/// Words that say no more than that things are meant: 高效节能电机等|产品.
const COLLECTIVE: [&str; 4] = ["产品", "设备", "作物", "物资"];

/// A phrase's words put together, as a whole and as a list.
struct Joined {
    words: String,
    items: Vec<String>,
    commas: Vec<String>,
}

impl Default for Joined {
    fn default() -> Self {
        Self { words: String::new(), items: vec![String::new()], commas: vec![String::new()] }
    }
}

impl Joined {
    /// 、 and 和 part members; of the wider list only 、 does.
    fn part(&mut self, and: &str) {
        self.items.push(String::new());
        match self.commas.last_mut() {
            Some(last) if and != "、" => last.push_str(and),
            _ => self.commas.push(String::new()),
        }
        self.words.push_str(and);
    }

    fn push(&mut self, word: &str) {
        let lists = self.items.last_mut().into_iter().chain(self.commas.last_mut());
        for whole in lists.chain([&mut self.words]) {
            whole.extend(word.split_whitespace());
        }
    }
}

/// Where 等 ends a list; in 中等 and 高等 it does not.
pub(crate) fn etc(words: &str) -> Option<usize> {
    words
        .rfind('等')
        .filter(|&at| !words[..at].ends_with(['中', '高', '初', '平', '同', '均', '一', '二', '三', '特', '上']))
}

/// Quotes that open or close without their partner are dropped.
fn unquote(words: String) -> String {
    let quoted = words.contains(is_quote);
    let count = |c: char| words.matches(c).count();
    if !quoted || count('“') == count('”') && count('‘') == count('’') {
        return words;
    }
    words.chars().filter(|&c| !is_quote(c)).collect()
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’')
}

/// How many of the words are left when the links at the end are taken off.
pub(crate) fn end_of_links(text: &str, words: &[Word]) -> usize {
    Walk { text, words }.skip_links(words.len())
}

/// Whether nothing but links stands in the words.
pub(crate) fn only_links(text: &str, words: &[Word]) -> bool {
    let walk = Walk { text, words };
    (0..words.len()).all(|i| walk.is_link(i))
}
