//! Where the counted thing after an amount ends: 整车龙头企业 of 3家整车龙头企业实现产值….

use super::Walk;
use super::lists::{BODIES, DOERS, FUNCTIONS, ON_SPOT};
use crate::cue::Class;
use crate::segment::{Heads, Sort};

impl Walk<'_> {
    /// 21项|重大产业项目|计划总投资: where the counted thing ends.
    pub(super) fn end_of_counted(&self) -> usize {
        if let Some(end) = self.end_of_list() {
            return end;
        }
        let mut end = self.end_of_title().unwrap_or(0);
        while end < self.words.len() {
            let go = match self.words[end].sort {
                _ if self.is_never(end) => false,
                _ if self.is_what_they_do(end) || self.is_remark(end) || self.is_done_by(end) => false,
                _ if end == 0 && matches!(self.word(end), "既有" | "原有") => true,
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
                Sort::Name => end == 0 || self.words[end - 1].sort == Sort::And || self.is_kind_of_park(end),
                Sort::Of => end > 0 && self.words.get(end + 1).is_some_and(|w| w.sort == Sort::Noun),
                Sort::And => end > 0 && self.lists_on(end),
                // 5万人次|在线|观看
                Sort::Verb if end == 1 && matches!(self.word(0), "在线" | "线上" | "线下" | "现场" | "实地") => {
                    true
                }
                Sort::Verb if end > 0 && self.is_quoted(end - 1) => self.leads_counted(end),
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

    /// 推介、论坛、洽谈|等|活动: a list that 等 closes, whatever its members are.
    fn end_of_list(&self) -> Option<usize> {
        let etc = (2..self.words.len().min(10)).find(|&i| self.word(i) == "等")?;
        let member = |w: &crate::segment::Word| matches!(w.sort, Sort::Noun | Sort::Verb | Sort::And | Sort::Joint);
        let listed = self.words[..etc].iter().any(|w| w.sort == Sort::And);
        let begins = |i: usize| i == 0 || self.words[i - 1].sort == Sort::And;
        let whole = (0..etc).all(|i| {
            let word = &self.words[i];
            member(word) && !word.is(Class::Link) && (word.sort != Sort::Verb || begins(i))
        });
        let kind =
            (etc + 1..self.words.len()).take_while(|&i| self.words[i].sort == Sort::Noun && !self.ends_counted(i));
        let verbs = self.words[..etc].iter().any(|w| w.sort == Sort::Verb);
        kind.last().filter(|_| listed && whole && verbs).map(|last| last + 1)
    }

    /// 金融科技|赋能|乡村|振兴|示范|项目: a title that ends in what is counted, though verbs stand in it.
    fn end_of_title(&self) -> Option<usize> {
        const TITLED: [&str; 6] = ["项目", "工程", "行动", "案例", "试点", "场景"];
        let last = (2..self.words.len().min(8)).find(|&i| TITLED.contains(&self.word(i)))?;
        let plain = |i: usize| match self.words[i].sort {
            Sort::Noun => !self.is(i, Class::Link) && !self.is(i, Class::Head),
            Sort::Verb => {
                self.is(i, Class::Serving) || self.is_nominal(i) && !self.is(i, Class::Action) && !self.is_never(i)
            }
            _ => false,
        };
        let verbs = (1..last).filter(|&i| self.words[i].sort == Sort::Verb).count();
        let doer = self.is(0, Class::Counted)
            || DOERS.iter().any(|w| self.word(0).ends_with(w))
            || self
                .word(0)
                .ends_with(['员', '部', '者', '师', '生', '工', '人', '商', '队', '行', '院', '校', '厅', '局']);
        let noun = self.words[0].sort == Sort::Noun && self.words[last - 1].sort == Sort::Noun;
        (verbs > 0 && noun && !doer && (0..last).all(plain)).then_some(last + 1)
    }

    /// 省会城市|以及|深圳, 航线|、|通航|七个: another thing follows only where no name, body or number does.
    fn lists_on(&self, and: usize) -> bool {
        let Some(next) = self.words.get(and + 1) else { return false };
        let body = ["公司", "集团", "厂"].iter().any(|end| self.word(and + 1).ends_with(end));
        let body = body || next.sort == Sort::Name && !self.is_kind_of_park(and + 1);
        let after = self.words.get(and + 2);
        let named = body && after.is_none_or(|w| w.sort != Sort::Noun);
        let counted = |i: usize| {
            let word = self.words.get(i).map_or("", |w| w.span.slice(self.text));
            let number = word.starts_with(|c| "一二两三四五六七八九十几数".contains(c));
            number && word.ends_with(['个', '家', '座', '条', '项', '种', '所', '处'])
        };
        // 设计师|和|研发|专家
        let doing = FUNCTIONS.contains(&self.word(and + 1)) && after.is_some_and(|w| w.is(Class::Counted));
        let goes = doing || matches!(next.sort, Sort::Noun | Sort::Joint | Sort::Name);
        goes && self.word(and) != "以及"
            && !named
            && !counted(and + 1)
            && !counted(and + 2)
            && (self.word(and) != "与" || self.is_pair(and))
    }

    /// 新能源|与|智能网联|汽车|品牌: nouns alone on both sides, and what is counted comes last.
    fn is_pair(&self, and: usize) -> bool {
        let plain = |w: &crate::segment::Word| matches!(w.sort, Sort::Noun | Sort::And | Sort::Joint);
        let rest = &self.words[and + 1..];
        let run = rest.iter().take_while(|w| plain(w)).count();
        let ends = rest.get(run).is_none_or(|w| w.sort == Sort::Mark);
        ends && run > 1 && rest[run - 1].is(Class::Counted) && !self.is(and - 1, Class::Counted)
    }

    fn is_kind_of_park(&self, i: usize) -> bool {
        matches!(self.word(i), "开发区" | "高新区" | "经开区" | "园区" | "景区" | "社区")
    }

    fn is_quoted(&self, i: usize) -> bool {
        self.word(i).starts_with('“') && self.word(i).ends_with('”')
    }

    /// 居民|“头痛欲裂”: what is said of those counted, at the end.
    fn is_remark(&self, i: usize) -> bool {
        let last = self.words.get(i + 1).is_none_or(|w| matches!(w.sort, Sort::Mark));
        i > 0 && self.is_quoted(i) && last && self.is(i - 1, Class::Counted)
    }

    /// “两山”|实践|创新|智库|专家: a verb behind a title goes on to those counted.
    fn leads_counted(&self, i: usize) -> bool {
        let nouns = self.words[i + 1..].iter().take_while(|w| w.sort == Sort::Noun);
        nouns.take(4).any(|w| w.is(Class::Counted))
    }

    /// 农户|发展, 群众|就业: what people do is no part of them.
    fn is_what_they_do(&self, i: usize) -> bool {
        let done = self.words[i].sort == Sort::Verb
            || matches!(self.word(i), "供电" | "供水" | "供气" | "供热" | "就业" | "增收" | "脱贫" | "参保" | "受益");
        let people = ["农户", "群众", "居民", "村民", "家庭", "市民", "农民", "牧民", "人员", "游客", "用户", "客户"];
        i > 0 && done && i + 1 == self.words.len() && people.contains(&self.word(i - 1))
    }

    /// 438家|企业|现场展销, 两名|民警|驻企办公: what those do who are counted one by one.
    fn is_done_by(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|&n| self.is(n, Class::Counted) || self.acts(n)) else {
            return false;
        };
        let one_by_one = self.text[..self.words[0].span.start].ends_with(['家', '名', '户', '位', '人']);
        let does = self.words[i].sort == Sort::Verb && !self.is(i, Class::Attribute) || ON_SPOT.contains(&self.word(i));
        let noun = |w: &&crate::segment::Word| matches!(w.sort, Sort::Noun | Sort::Verb | Sort::Of | Sort::Joint);
        let run = self.words[i..].iter().take_while(noun).count();
        let closes = |n: usize| self.is(n, Class::Counted) || self.acts(n) || BODIES.contains(&self.word(n));
        one_by_one && does && self.words[before].sort == Sort::Noun && !(i..i + run).any(closes)
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
        free && (what_for || !doer && !self.acts(i - 1) && self.describes_next(i))
    }

    /// 重点|突破|项目, 协同|倍增|企业: a verb that says which of the counted are meant.
    fn describes_next(&self, i: usize) -> bool {
        const WHICH: [&str; 11] =
            ["突破", "推进", "倍增", "攻坚", "帮扶", "跟踪", "谋划", "服务", "监管", "关停", "搬迁"];
        let counted = self.words.get(i + 1).is_some_and(|w| w.is(Class::Counted));
        let last = self.words.get(i + 2).is_none_or(|w| w.sort == Sort::Mark);
        counted && (WHICH.contains(&self.word(i)) || last && self.word(i).chars().count() == 2)
    }

    /// 选手|参赛, 职工|日夜: what the counted do, or when and how, is not what they are.
    pub(super) fn without_doing(&self, mut end: usize) -> usize {
        let does = |i: usize| self.is(i, Class::Light) && self.is(i, Class::Attribute);
        while end > 1 && (does(end - 1) || self.words[end - 1].heads != Heads::Names) {
            end -= 1;
        }
        end
    }

    /// 高|世代|生产线
    fn is_grade(&self, i: usize) -> bool {
        self.word(i) == "高" && self.words.get(i + 1).is_some_and(|w| w.sort == Sort::Noun)
    }

    /// 玉米病虫害|统防统治|面积: a measure that closes the piece.
    fn closes_with_measure(&self, i: usize) -> bool {
        let last = self.words.get(i + 1).is_none_or(|w| w.sort == Sort::Mark);
        last && matches!(self.word(i), "面积" | "规模" | "任务")
    }

    /// 中院|联合|签署, 队员|走进: those who do what the verb says.
    fn acts(&self, i: usize) -> bool {
        const ACTORS: &str = "员人者师生民手家工户长客院局所部会司行校社村镇乡县市区州队组团目警兵官众";
        self.word(i).ends_with(|c: char| ACTORS.contains(c)) && self.word(i) != "乡村"
    }

    /// 川渝|共建|重大|项目, 金融科技|赋能|乡村|振兴|示范|项目: those before the verb are not counted, what closes the clause is.
    pub(super) fn head_beyond(&self, end: usize) -> Option<usize> {
        let last = end.checked_sub(1)?;
        let noun = self.words[last].sort == Sort::Noun || self.is(last, Class::Action);
        let counts = self.is(last, Class::Counted) || self.is(last, Class::Head) && !self.is(last, Class::Action);
        let verb = self.words.get(end).filter(|w| w.sort == Sort::Verb)?;
        let governs = [Class::Link, Class::New, Class::Growth, Class::To, Class::Planned, Class::Share];
        if counts || !noun || self.acts(last) || governs.iter().any(|&class| verb.is(class)) {
            return None;
        }
        let plain = |w: &&crate::segment::Word| matches!(w.sort, Sort::Noun | Sort::Verb) && !w.is(Class::Link);
        let run = self.words[end + 1..].iter().take(6).take_while(plain).count();
        (end + 1..end + 1 + run)
            .rev()
            .find(|&i| self.is(i, Class::Counted) || self.closes_with_measure(i) || self.word(i).ends_with("项目"))
            .map(|i| i + 1)
    }

    fn ends_counted(&self, i: usize) -> bool {
        let rate = self.word(i).ends_with('率') && self.word(i).chars().count() > 1;
        i > 0
            && (self.is(i, Class::Head) && !self.is(i - 1, Class::Attribute)
                || rate
                || self.is(i, Class::Planned)
                || self.is(i, Class::Link) && !self.is_grade(i)
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
            && !matches!(self.word(i), "属" | "系")
            && !self.is(i, Class::Link)
            && !self.is(i, Class::Counted)
            && self.words.get(i + 1).is_some_and(|w| w.sort == Sort::Noun)
            && !self.is(i - 1, Class::Counted)
    }

    /// 签约 of 18个签约项目: a verb before the counted noun.
    fn leads_noun(&self, i: usize) -> bool {
        i == 0 && !self.is(i, Class::Link) && self.words.get(1).is_some_and(|w| w.sort == Sort::Noun)
    }
}
