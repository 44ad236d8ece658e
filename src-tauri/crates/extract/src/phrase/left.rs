//! Where the phrase before an amount begins: 国家高新技术企业 of 新增国家高新技术企业101家.

use super::Walk;
use super::lists::{ALL_KINDS, DOERS, JOINTLY, NOMINAL, PER, STAGES};
use crate::cue::Class;
use crate::segment::Sort;
use tidemark_model::Span;

impl Walk<'_> {
    /// Walks left from `end` over everything that belongs to the phrase.
    pub(super) fn start_of(&self, end: usize) -> usize {
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
                Sort::And if self.pairs_stages(i, start) => {
                    verb_first = false;
                    true
                }
                Sort::And => start < end && i > 0 && self.may_join(i),
                Sort::Preposition if self.word(i) == "用" => start < end && self.noun_phrase_ends(i),
                Sort::Pronoun if ALL_KINDS.contains(&self.word(i)) => start < end && self.noun_phrase_ends(i),
                Sort::Adverb if self.word(i) == "已" => i > 0 && self.pairs_stages(i - 1, start),
                Sort::Of => self.passes_of(i, start, end),
                Sort::Particle => self.word(i) == "等" && self.passes_of(i, start, end),
                Sort::Verb if start < end && self.says_what_for(i, start) => true,
                Sort::Verb if self.adds_inside(i, start, end) || self.betters(i, start, end) => true,
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
            if let Some(first) = Some(i).filter(|_| !go).and_then(|of| self.begin_of_clause(of, start, end)) {
                start = first;
                break;
            }
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
        // 高新区|签约
        let park = ["高新区", "经开区", "开发区", "新区", "发展区", "园区", "保税区"];
        let signs = ["签约", "落地", "开工", "投产", "引进", "入库", "竣工", "新签"].contains(&self.word(start))
            && self.words.len() == start + 1
            && park.iter().any(|end| self.word(i).ends_with(end));
        // 第四|个|财政收入: which of several it is.
        let which =
            i > 0 && matches!(self.word(i), "个" | "家" | "座" | "大" | "批") && self.word(i - 1).starts_with('第');
        // 依托|年产
        let made = matches!(self.word(start), "年产" | "日产") && self.words[i].sort == Sort::Verb;
        self.is_never(i)
            || which
            || made
            || lies
            || signs
            || acts
            || receives
            || matches!(self.word(i), "记者" | "通讯员")
            || gap.slice(self.text).contains('\u{3000}')
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
            let place = i > 0 && matches!(self.word(i - 1), "上" | "下" | "中" | "内" | "后" | "时" | "里");
            return place || !self.noun_phrase_ends(i);
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

    /// 民生|改善|项目: how things move says which are counted.
    fn betters(&self, i: usize, start: usize, end: usize) -> bool {
        let kind = start + 1 == end && self.is(start, Class::Counted) && self.has_noun_before(i);
        let doer = i > 0 && DOERS.iter().any(|w| self.word(i - 1).ends_with(w));
        kind && !doer && self.is(i, Class::Growth) && self.word(i).chars().count() > 1
    }

    /// 可再生能源发电|新增|装机: what was added stands inside the name.
    fn adds_inside(&self, i: usize, start: usize, end: usize) -> bool {
        let measure = start + 1 == end && (self.is(start, Class::Head) || self.word(start) == "装机");
        let thing = i > 0 && self.words[i - 1].sort == Sort::Noun && !self.is_stop_word(i - 1);
        let doer = i > 0 && DOERS.iter().any(|w| self.word(i - 1).ends_with(w));
        let place =
            i > 0 && self.word(i - 1).ends_with(['上', '下', '中', '内', '后', '时', '里', '区', '园', '县', '市']);
        measure && thing && !doer && !place && self.word(i) == "新增"
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

    pub(super) fn is_inner_link(&self, i: usize) -> bool {
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
    pub(super) fn after_agent(&self, start: usize, end: usize) -> usize {
        let named = start > 1 && self.words[start - 1].sort == Sort::Name;
        let by = if named { start - 1 } else { start };
        let led = by > 0 && self.words[by - 1].sort == Sort::Preposition;
        // 种植大户吴某与魏某|联手|投资
        let together = end > start + 2 && JOINTLY.contains(&self.word(end - 2));
        if (led || together) && end > start + 1 && self.is(end - 1, Class::Deed) { end - 1 } else { start }
    }

    fn may_join(&self, i: usize) -> bool {
        let bracketed = || self.before_bracket(i - 1).is_some();
        matches!(self.words[i - 1].sort, Sort::Noun | Sort::Joint | Sort::Verb) && !self.is_stop_word(i - 1)
            || bracketed()
    }

    /// 新开工|和|复工|项目, 在建|及|已|备案|项目: two stages that say which are counted.
    fn pairs_stages(&self, and: usize, start: usize) -> bool {
        if start >= self.words.len() || self.words[and].sort != Sort::And {
            return false;
        }
        let stage = |i: usize| i < self.words.len() && STAGES.contains(&self.word(i));
        let first = if self.word(start) == "已" { start + 1 } else { start };
        let thing = self.words.iter().skip(first + 1).take(2).any(|w| w.is(Class::Counted));
        and > 0 && thing && stage(and - 1) && stage(first)
    }

    /// 企业的营业收入 goes on, 钱塘的营业收入 does not.
    fn passes_of(&self, i: usize, start: usize, end: usize) -> bool {
        start < end && i > 0 && self.words[i - 1].sort == Sort::Noun && !self.is_stop_word(i - 1)
    }

    /// 夜间|起降|的|航班, 国家|保护|的|动植物: a short clause that says which of a bare noun are meant.
    fn begin_of_clause(&self, of: usize, start: usize, end: usize) -> Option<usize> {
        let verb = of.checked_sub(1).filter(|&v| self.words[v].sort == Sort::Verb && self.is_nominal(v))?;
        let plain = |i: &usize| self.words[*i].sort == Sort::Noun && !self.is_stop_word(*i);
        let first = (0..verb).rev().take_while(plain).last()?;
        let doer = DOERS.iter().any(|w| self.word(verb - 1).ends_with(w));
        let opens = first.checked_sub(1).is_none_or(|i| {
            matches!(self.words[i].sort, Sort::Name | Sort::Period | Sort::Pronoun | Sort::Mark)
                || self.is(i, Class::Link)
                || self.is(i, Class::Light)
        });
        let bare = start + 1 == end && self.words[start].sort == Sort::Noun && !self.is(start, Class::Head);
        (bare && opens && !doer && verb - first <= 2).then_some(first)
    }

    /// 报告期内的|经营利润, 以江海大学为代表的|高校: the front that only says when or led by whom.
    fn skip_setting(&self, start: usize, end: usize) -> usize {
        const LEADING: [&str; 9] = ["代表", "主", "核心", "龙头", "主导", "主体", "引领", "支撑", "依托"];
        let of = |i: usize| i + 1 < end && self.words[i].sort == Sort::Of;
        let led = start > 0 && self.word(start - 1) == "为" && LEADING.contains(&self.word(start));
        let during = (start..end.min(start + 2)).find(|&i| self.word(i).ends_with("期内"));
        match during.or(led.then_some(start)).filter(|&i| of(i + 1)) {
            Some(last) => last + 2,
            None => start,
        }
    }

    /// 规划|期末|工业总产值, “织造升级项目”|项目|总投资: the front that says by when or whose.
    fn skip_owner(&self, start: usize, end: usize) -> usize {
        let measure = start + 2 < end && self.word(end - 1).ends_with(['值', '量', '额', '积', '数', '入', '资', '模']);
        let term = measure && self.word(start + 1) == "期末";
        let work = |i: usize| ["项目”", "工程”"].iter().any(|w| self.word(i).ends_with(w));
        match (term, start + 1 < end && self.is(end - 1, Class::Head) && work(start)) {
            (true, _) => start + 2,
            (_, true) => start + 1,
            _ => start,
        }
    }

    fn trim_front(&self, start: usize, end: usize) -> usize {
        let mut start = self.skip_owner(self.skip_setting(start, end), end);
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
}
