//! From amounts to figures, clause by clause: indicator, measure, sign, status and whole of each.
//!
//! 规模以上工业总产值1294.2亿元,约占全区总产值的35.5% gives a total and a share, both of 规模以上工业总产值.
//! Whose and when is asked afterwards by the extractor.

use crate::article::View;
use crate::clause::{Clause, Sentence};
use crate::cue::{Class, Cue};
use crate::draft::{Draft, Named, Reach, evidence};
use crate::lead::{self, Own};
use crate::phrase;
use crate::quantity::{Amount, AmountKind};
use crate::segment::Sort;
use crate::status;
use crate::whole;
use std::ops::Range;
use tidemark_model::{Measure, Span};

/// What earlier clauses hand on to later ones.
#[derive(Default)]
struct Memory {
    /// The indicator that 增长5% would be of.
    topic: Vec<Named>,
    /// The last thing counted, which 数量 would be of.
    counted: Vec<Named>,
    /// The figures of the sentence so far, for 分别.
    items: Vec<Named>,
    /// The members of the running list A 101家、B 148家, for 均占.
    list: Vec<Named>,
    /// What the running list is: 新增 or 累计.
    carried: Option<Measure>,
    /// Where the last figure's clause ended.
    last_clause: Option<usize>,
    last: Option<(AmountKind, Measure, Option<String>)>,
}

/// Reads the figures of one block's sentences.
pub(crate) fn read_block(view: &View, sentences: &[Sentence]) -> Vec<Draft> {
    let mut reader = Reader { view, memory: Memory::default(), out: Vec::new() };
    for sentence in sentences {
        reader.read_sentence(sentence);
    }
    reader.out
}

struct Reader<'a> {
    view: &'a View<'a>,
    memory: Memory,
    out: Vec<Draft>,
}

/// One run of amounts that only list marks part: 39.3%、19.7%和40.6%.
struct Run<'a> {
    amounts: &'a [Amount],
    /// What stands before the first of them in the clause.
    lead: Span,
    /// What stands after the last of them in the clause.
    tail: Span,
    /// Whether the lead began with a list mark.
    joined: bool,
    clause: Clause,
    index: usize,
    sentence: &'a Sentence,
}

/// What was found out about a run, the same for all its amounts.
struct Found {
    indicators: Vec<Vec<Named>>,
    reach: Reach,
    measure: Measure,
    negative: bool,
    whole: Option<String>,
    rule: &'static str,
}

impl Reader<'_> {
    fn read_sentence(&mut self, sentence: &Sentence) {
        self.memory.items.clear();
        self.memory.list.clear();
        self.memory.carried = None;
        self.memory.last_clause = None;
        for index in 0..sentence.clauses.len() {
            self.read_clause(sentence, index);
        }
    }

    fn read_clause(&mut self, sentence: &Sentence, index: usize) {
        let view = self.view;
        let clause = sentence.clauses[index];
        if index > 0 && matches!(sentence.clauses[index - 1].end, '；' | ';') {
            self.memory.list.clear();
            self.memory.carried = None;
        }
        let first = view.amounts.partition_point(|a| a.range.start < clause.span.start);
        let last = view.amounts.partition_point(|a| a.range.start < clause.span.end);
        let amounts = &view.amounts[first..last];
        if amounts.is_empty() {
            self.note_clause(clause);
            return;
        }
        let mut at = clause.span.start;
        let mut bracketed = None;
        for range in runs(view.text, amounts) {
            let run = &amounts[range.clone()];
            let lead = Span::new(at, run[0].outer.start.max(at));
            let (lead, joined) = match bracketed {
                Some(before) if view.text[at..].starts_with(['）', ')']) => (before, false),
                _ => lead::without_joiner(view.text, lead, at > clause.span.start),
            };
            let end = run[run.len() - 1].outer.end;
            let stop = amounts.get(range.end).map_or(clause.span.end, |next| next.outer.start);
            let tail = Span::new(end.min(stop), stop);
            self.read_run(&Run { amounts: run, lead, tail, joined, clause, index, sentence });
            let open = lead.slice(view.text).rfind(['（', '(']).filter(|_| view.text[end..].starts_with(['）', ')']));
            bracketed = open.map(|i| Span::new(lead.start, lead.start + i));
            at = end;
        }
    }

    /// A clause without amounts may name what the next clause measures.
    fn note_clause(&mut self, clause: Clause) {
        if let Some((phrase, all)) = lead::topic_of_clause(self.view, clause.span) {
            let known = |words: &str| {
                self.view.lexicon.catalogue.find(words).is_some() || self.view.lexicon.cues.head_of(words).is_some()
            };
            if known(&phrase.words) || phrase.items.len() > 1 || all {
                let name = |words: &String| Named { words: words.clone(), span: Some(phrase.span) };
                self.memory.items = phrase.items.iter().map(name).collect();
                if known(&phrase.words) || all {
                    self.memory.topic = vec![Named { words: phrase.words, span: Some(phrase.span) }];
                }
            }
        }
    }

    fn read_run(&mut self, run: &Run) {
        let found = match run.amounts[0].kind {
            AmountKind::Rank => self.read_rank(run),
            AmountKind::Points => self.read_points(run),
            AmountKind::Percent | AmountKind::Times | AmountKind::Doubling => self.read_rate(run),
            AmountKind::Quantity => self.read_quantity(run),
            AmountKind::Bare => return,
        };
        if let Some(found) = found {
            self.keep(run, found);
        }
    }

    // ---- level, new, cumulative, absolute change

    fn read_quantity(&mut self, run: &Run) -> Option<Found> {
        if let Some(cue) = lead::near_cue(self.view, run.lead, Class::Growth)
            && lead::near_cue(self.view, run.lead, Class::To).is_none()
            && !self.is_noun_cue(cue)
            && let Some(found) = self.read_change(run, cue)
        {
            return Some(found);
        }
        if let Some(found) = self.read_above(run) {
            return Some(found);
        }
        if let Some(found) = self.read_second_end(run) {
            return Some(found);
        }
        if let Some(found) = self.read_stand_in(run) {
            return Some(found);
        }
        let (indicators, reach) = self.level_indicators(run);
        if self.names_a_list(run, &indicators) {
            return None;
        }
        let (measure, rule) = self.level_measure(run);
        Some(Found { indicators, reach, measure, negative: false, whole: None, rule })
    }

    /// 五个方面, 三项指标: the number only names a list.
    fn names_a_list(&self, run: &Run, indicators: &[Vec<Named>]) -> bool {
        let amount = &run.amounts[0];
        let small = amount.value < tidemark_model::Decimal::from(13)
            && matches!(amount.unit.as_str(), "个" | "项" | "种" | "条" | "类" | "份" | "句" | "点");
        let last = |named: &Named| self.is_abstract(&named.words);
        let near = run.tail.slice(self.view.text).chars().next().is_some_and(char::is_alphanumeric);
        small && near && indicators.iter().flatten().all(last) && indicators.iter().any(|list| !list.is_empty())
    }

    /// Whether the words end in a noun that only names a list or a step.
    fn is_abstract(&self, words: &str) -> bool {
        words.char_indices().any(|(i, _)| self.view.lexicon.cues.is(&words[i..], Class::Abstract))
    }

    /// 增速, 增幅: names of rates, no verbs.
    fn is_noun_cue(&self, cue: Cue) -> bool {
        matches!(cue.span.slice(self.view.text), "增速" | "增幅" | "增长速度" | "增长率" | "降幅" | "涨幅" | "跌幅")
    }

    fn read_change(&mut self, run: &Run, cue: Cue) -> Option<Found> {
        let before = Span::new(run.lead.start, cue.span.start);
        let own = lead::own(self.view, before);
        let based = self.view.last_cue(run.lead, Class::Base).is_some()
            || self.view.has_period(run.lead, crate::period::Role::Base);
        if own.is_empty()
            && !based
            && !matches!(run.sentence.clauses.get(run.index.wrapping_sub(1)), Some(c) if c.end != '：')
        {
            return None;
        }
        if own.is_empty() && self.memory.topic.is_empty() {
            return None;
        }
        let (indicators, reach) = self.named(run, own);
        Some(Found {
            indicators,
            reach,
            measure: Measure::Change,
            negative: cue.sign < 0,
            whole: None,
            rule: "measure/change",
        })
    }

    /// 从27%提升到34%: the second figure is of the same as the first.
    fn read_second_end(&mut self, run: &Run) -> Option<Found> {
        let cue = lead::near_cue(self.view, run.lead, Class::To)?;
        let before = Span::new(run.lead.start, cue.span.start);
        let same_clause = self.memory.last_clause == Some(run.clause.span.start);
        if !same_clause || !lead::own(self.view, before).is_empty() {
            return None;
        }
        let last = self.out.last()?;
        let (measure, whole) = (last.measure, last.whole.clone());
        let indicators = run.amounts.iter().map(|_| last.indicators.clone()).collect();
        Some(Found { indicators, reach: last.reach, measure, negative: false, whole, rule: "measure/second-end" })
    }

    fn level_indicators(&mut self, run: &Run) -> (Vec<Vec<Named>>, Reach) {
        let n = run.amounts.len();
        if let Some(named) = self.dimension(run) {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        let counted = self.counted(run);
        let serving = self.serving(run);
        if let Some(mut named) = counted {
            if self.view.lexicon.cues.is(&named.words, Class::Counted)
                && run.lead.slice(self.view.text).trim_end().ends_with('的')
                && let Some(own) = lead::own(self.view, run.lead).phrase
            {
                named.words.insert_str(0, &own.words);
            }
            if let Some(cue) = serving.filter(|_| named.words.chars().count() < 4) {
                named.words.insert_str(0, cue.span.slice(self.view.text));
            }
            let reach = self.reach_of(&named.words, Reach::Phrase);
            return (run.amounts.iter().map(|_| vec![named.clone()]).collect(), reach);
        }
        let own = lead::own(self.view, run.lead);
        if let Some(named) = self.aspect_of_next(run, &own) {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(named) = own.is_empty().then(|| self.deed(run)).flatten() {
            return (vec![vec![named]; n], Reach::Phrase);
        }
        if let Some(cue) = serving.filter(|_| own.is_empty()) {
            let words = format!("{}{}数", cue.span.slice(self.view.text), run.amounts[0].printed_unit);
            return (vec![vec![Named { words, span: Some(cue.span) }]; run.amounts.len()], Reach::Phrase);
        }
        self.named(run, own)
    }

    /// 3家|整车龙头企业: the counted thing after the amount.
    fn counted(&self, run: &Run) -> Option<Named> {
        let amount = run.amounts.last()?;
        let view = self.view;
        let gap = run.tail.slice(view.text);
        if gap.is_empty() || gap.starts_with(|c: char| c.is_whitespace() && c == '\n') {
            return None;
        }
        let measured = is_measured(&amount.unit);
        let (range, of) = match gap.strip_prefix('的') {
            Some(_) => (Span::new(run.tail.start + '的'.len_utf8(), run.tail.end), true),
            None => (run.tail, false),
        };
        if measured && !self.is_verbal(run) && !lead::own(view, run.lead).is_empty() {
            return None;
        }
        if !measured && !of && self.opens_with_measure(run) {
            return self.counted_beyond(run);
        }
        if let Some(named) = self.counted_after_next(run) {
            return Some(named);
        }
        let words = view.words(range);
        let found = phrase::after(view.text, &words, &view.lexicon.cues)?;
        let found = self.without_joined(run, found);
        if self.runs_on(run, &words, &found) || (measured && self.is_abstract(&found.words)) {
            return None;
        }
        (found.words.chars().count() > 1).then(|| Named { words: found.words, span: Some(found.span) })
    }

    /// 15个|老旧小区|及周边9条背街小巷: what the next amount counts is cut off.
    fn without_joined(&self, run: &Run, found: phrase::Phrase) -> phrase::Phrase {
        let up_to_next = found.span.end == run.tail.end && run.tail.end < run.clause.span.end;
        match found.items.first() {
            Some(first) if up_to_next && found.items.len() > 1 && !found.words.contains('、') => {
                phrase::Phrase { words: first.clone(), ..found }
            }
            _ => found,
        }
    }

    /// 2批|共|40个奖励项目: both count the same.
    fn counted_after_next(&self, run: &Run) -> Option<Named> {
        let gap = run.tail.slice(self.view.text).trim();
        let next = self.view.amounts.iter().find(|a| a.range.start >= run.tail.end)?;
        if !matches!(gap, "共" | "合计" | "共计" | "总计") || next.range.start >= run.clause.span.end {
            return None;
        }
        let range = Span::new(next.outer.end, run.clause.span.end);
        let found = phrase::after(self.view.text, &self.view.words(range), &self.view.lexicon.cues)?;
        Some(Named { words: found.words, span: Some(found.span) })
    }

    /// 建设5G基站113个|服务实体经济: the amount has its indicator before it, and a verb runs on.
    fn runs_on(&self, run: &Run, words: &[crate::segment::Word], found: &phrase::Phrase) -> bool {
        let cues = &self.view.lexicon.cues;
        let verbal = |w: &crate::segment::Word| {
            let word = w.span.slice(self.view.text);
            cues.is(word, Class::Action) || cues.is(word, Class::Serving)
        };
        if found.span.end + 3 >= run.tail.end {
            return false;
        }
        words.first().is_some_and(verbal) && lead::own(self.view, run.lead).phrase.is_some()
    }

    /// 首期兴建|约10万平方米厂房: a verb, not an indicator, stands before the amount.
    fn is_verbal(&self, run: &Run) -> bool {
        let words = self.view.words(run.lead);
        let end = phrase::end_of_links(self.view.text, &words, &self.view.lexicon.cues);
        let Some(last) = end.checked_sub(1).map(|i| words[i]) else { return true };
        let word = last.span.slice(self.view.text);
        let cues = &self.view.lexicon.cues;
        last.sort == Sort::Verb
            && !cues.is(word, Class::Deed)
            && !cues.is(word, Class::Head)
            && !cues.is(word, Class::Action)
    }

    /// 七项|总投资约24亿元的项目: what stands next is measured, the counted thing comes after it.
    fn opens_with_measure(&self, run: &Run) -> bool {
        let words = self.view.words(run.tail);
        let head = |w: &crate::segment::Word| {
            let word = w.span.slice(self.view.text);
            self.view.lexicon.cues.is(word, Class::Head) || DIMENSIONS.iter().any(|(short, _)| *short == word)
        };
        run.tail.end < run.clause.span.end && words.first().is_some_and(head)
    }

    fn counted_beyond(&self, run: &Run) -> Option<Named> {
        let next = self.view.amounts.iter().find(|a| a.range.start >= run.tail.end)?;
        let rest = Span::new(next.outer.end, run.clause.span.end);
        let at = rest.slice(self.view.text).rfind('的')?;
        let range = Span::new(rest.start + at + '的'.len_utf8(), rest.end);
        let found = phrase::after(self.view.text, &self.view.words(range), &self.view.lexicon.cues)?;
        Some(Named { words: found.words, span: Some(found.span) })
    }

    /// 高7米, 2米宽: a dimension named by one character.
    fn dimension(&self, run: &Run) -> Option<Named> {
        let length = matches!(run.amounts[0].unit.as_str(), "米" | "吨");
        let lead = run.lead.slice(self.view.text).trim();
        let tail = run.tail.slice(self.view.text);
        let fits = |short: &str| {
            lead.ends_with(short)
                || (tail.starts_with(short) && !lead.ends_with(|c: char| c.is_alphanumeric() && c != '个'))
        };
        let (_, words) = DIMENSIONS.iter().find(|(short, _)| length && fits(short))?;
        let alone = lead.chars().count() <= 2 || tail.starts_with(|c| words.starts_with(c));
        alone.then(|| Named { words: (*words).to_owned(), span: None })
    }

    /// 设立规模3亿元的天使基金: the aspect's thing comes after the amount.
    fn aspect_of_next(&self, run: &Run, own: &Own) -> Option<Named> {
        let aspect = own.aspect.as_ref().filter(|_| own.phrase.is_none())?;
        run.tail.slice(self.view.text).strip_prefix('的')?;
        let mut named = self.counted_of(run)?;
        named.words.push_str(aspect);
        Some(named)
    }

    /// 持续投入超10亿元: the verb names the amount.
    fn deed(&self, run: &Run) -> Option<Named> {
        let cue = lead::near_cue(self.view, run.lead, Class::Deed).filter(|_| is_measured(&run.amounts[0].unit))?;
        Some(Named { words: cue.span.slice(self.view.text).to_owned(), span: Some(cue.span) })
    }

    /// 67%|的生产总值
    fn counted_of(&self, run: &Run) -> Option<Named> {
        let range = Span::new(run.tail.start + '的'.len_utf8(), run.tail.end);
        let found = phrase::after(self.view.text, &self.view.words(range), &self.view.lexicon.cues)?;
        Some(Named { words: found.words, span: Some(found.span) })
    }

    /// 安置 of 可安置3万户: what is done for the counted.
    fn serving(&self, run: &Run) -> Option<Cue> {
        lead::near_cue(self.view, run.lead, Class::Serving)
    }

    fn level_measure(&self, run: &Run) -> (Measure, &'static str) {
        let view = self.view;
        let cues = view.cues_in(run.lead);
        if cues.iter().any(|c| c.is(Class::New)) {
            return (Measure::New, "measure/new");
        }
        if cues.iter().any(|c| c.is(Class::Cumulative)) {
            return (Measure::Cumulative, "measure/cumulative");
        }
        let verb = cues.iter().any(|c| c.is(Class::Light) || c.is(Class::Link));
        match self.memory.carried {
            Some(measure) if !verb && (run.joined || !is_measured(&run.amounts[0].unit)) => {
                (measure, "measure/carried")
            }
            _ => (Measure::Total, "measure/total"),
        }
    }

    // ---- rates

    fn read_rate(&mut self, run: &Run) -> Option<Found> {
        let view = self.view;
        if let Some(found) = self.read_second_end(run) {
            return Some(found);
        }
        if run.amounts[0].kind == AmountKind::Doubling {
            let own = lead::own(view, run.lead);
            let (indicators, reach) = self.named(run, own);
            return Some(Found {
                indicators,
                reach,
                measure: Measure::Growth,
                negative: false,
                whole: None,
                rule: "measure/growth",
            });
        }
        let share = view.last_cue(run.lead, Class::Share);
        let growth =
            lead::near_cue(view, run.lead, Class::Growth).filter(|g| share.is_none_or(|s| s.span.start < g.span.start));
        if let Some(cue) = growth {
            let own = lead::own(view, Span::new(run.lead.start, cue.span.start));
            let bare = own.is_empty() && self.memory.topic.is_empty();
            let (indicators, reach) = match bare.then(|| self.counted(run)).flatten() {
                Some(named) => (vec![vec![named]; run.amounts.len()], Reach::Phrase),
                None => self.named(run, own),
            };
            return Some(Found {
                indicators,
                reach,
                measure: Measure::Growth,
                negative: cue.sign < 0,
                whole: None,
                rule: "measure/growth",
            });
        }
        if let Some(cue) = share {
            return self.read_share(run, cue);
        }
        self.read_plain_rate(run)
    }

    fn read_share(&mut self, run: &Run, cue: Cue) -> Option<Found> {
        let view = self.view;
        let start = view
            .cues_in(run.lead)
            .iter()
            .find(|c| c.is(Class::Share) && is_of(c.span.slice(view.text)))
            .copied()
            .unwrap_or(cue);
        if let Some(found) = self.read_share_within(run, start) {
            return Some(found);
        }
        let own = lead::own(view, Span::new(run.lead.start, start.span.start));
        let each = view.last_cue(run.lead, Class::Each).is_some();
        let inherits = own.is_empty();
        let (mut indicators, mut reach) = self.named(run, own);
        if inherits && run.amounts.len() == 1 && self.memory.list.len() > 1 {
            indicators = vec![self.memory.list.clone()];
            reach = Reach::Dealt;
        }
        let _ = each;
        let whole = whole::of_share(view, Span::new(start.span.end, run.lead.end), run.tail);
        Some(Found { indicators, reach, measure: Measure::Share, negative: false, whole, rule: "measure/share" })
    }

    /// 第三产业增加值在地区生产总值中的占比: the whole stands between 在 and 中的.
    fn read_share_within(&mut self, run: &Run, cue: Cue) -> Option<Found> {
        let before = Span::new(run.lead.start, cue.span.start);
        let words = before.slice(self.view.printed);
        let at = words.rfind('在')?;
        let whole =
            words[at + '在'.len_utf8()..].trim().trim_end_matches('的').trim_end_matches('中').trim_end_matches("所");
        let short = !whole.is_empty() && whole.chars().count() <= 20;
        let own = lead::own(self.view, Span::new(before.start, before.start + at));
        let (indicators, reach) = short.then(|| self.named(run, own))?;
        let whole = Some(whole.to_owned());
        Some(Found { indicators, reach, measure: Measure::Share, negative: false, whole, rule: "measure/share" })
    }

    /// 市场占有率达到50%, 完成全年目标任务的52%, 贡献了67%的生产总值.
    fn read_plain_rate(&mut self, run: &Run) -> Option<Found> {
        let view = self.view;
        let tail = run.tail.slice(view.text);
        if let Some(rest) = tail.strip_prefix('的') {
            let fast = ["增长", "增速", "速度", "增幅", "涨幅"].iter().any(|w| rest.starts_with(w));
            if !fast && let Some(named) = self.counted_of(run) {
                let whole = whole::of_share(view, run.lead, Span::default());
                let indicators = vec![vec![named]; run.amounts.len()];
                return Some(Found {
                    indicators,
                    reach: Reach::Phrase,
                    measure: Measure::Share,
                    negative: false,
                    whole,
                    rule: "measure/share",
                });
            }
            if fast {
                let own = lead::own(view, run.lead);
                let (indicators, reach) = self.named(run, own);
                return Some(Found {
                    indicators,
                    reach,
                    measure: Measure::Growth,
                    negative: false,
                    whole: None,
                    rule: "measure/growth",
                });
            }
        }
        if run.amounts[0].kind == AmountKind::Times && run.lead.slice(view.text).trim_end().ends_with('的') {
            let (indicators, reach) = self.inherited(run.amounts.len());
            return Some(Found {
                indicators,
                reach,
                measure: Measure::Total,
                negative: false,
                whole: None,
                rule: "measure/times",
            });
        }
        if let Some(found) = self.read_stand_in(run) {
            return Some(found);
        }
        if run.lead.slice(view.text).trim_end().ends_with('的') {
            let own = lead::own(view, run.lead);
            let whole = own.phrase.map(|p| p.words);
            let (mut indicators, mut reach) = self.inherited(run.amounts.len());
            if let Some(task) =
                whole.as_deref().filter(|w| reach == Reach::Nothing && (w.contains("任务") || w.contains("目标")))
            {
                indicators = vec![vec![Named { words: format!("{task}完成率"), span: None }]; run.amounts.len()];
                reach = Reach::Phrase;
            }
            return Some(Found {
                indicators,
                reach,
                measure: Measure::Share,
                negative: false,
                whole,
                rule: "measure/share",
            });
        }
        let (indicators, reach) = self.level_indicators(run);
        let times = run.amounts[0].kind == AmountKind::Times;
        let extent = indicators.iter().flatten().any(|n| n.words.ends_with("幅度") || n.words.ends_with("幅"));
        let measure = if times || extent { Measure::Total } else { Measure::Share };
        Some(Found { indicators, reach, measure, negative: false, whole: None, rule: "measure/rate" })
    }

    /// 到2025年,这个数字将达到56%: of the same as the figure before.
    fn read_stand_in(&mut self, run: &Run) -> Option<Found> {
        let phrase = lead::own(self.view, run.lead).phrase?;
        let stands = matches!(phrase.words.as_str(), "数字" | "数据" | "比例" | "这一数字" | "这个数字" | "这一比例");
        let last = self.out.last().filter(|last| stands && last.amount.unit == run.amounts[0].unit)?;
        let (measure, whole) = (last.measure, last.whole.clone());
        let indicators = vec![last.indicators.clone(); run.amounts.len()];
        Some(Found { indicators, reach: Reach::Inherited, measure, negative: false, whole, rule: "measure/stand-in" })
    }

    // ---- differences and ranks

    fn read_points(&mut self, run: &Run) -> Option<Found> {
        if let Some(found) = self.read_above(run) {
            return Some(found);
        }
        let view = self.view;
        let cue = view.last_cue(run.lead, Class::Growth).filter(|c| !self.is_noun_cue(*c));
        let before = cue.map_or(run.lead, |c| Span::new(run.lead.start, c.span.start));
        let own = lead::own(view, before);
        let (indicators, reach) = self.named(run, own);
        let negative = cue.is_some_and(|c| c.sign < 0);
        Some(Found { indicators, reach, measure: Measure::Change, negative, whole: None, rule: "measure/points" })
    }

    /// 分别高于全国、全省3.3、4.6个百分点; 比全省平均水平高出476.9点.
    fn read_above(&mut self, run: &Run) -> Option<Found> {
        let view = self.view;
        let cue = view.last_cue(run.lead, Class::Above)?;
        let after = Span::new(cue.span.end, run.lead.end);
        let whole = whole::of_comparison(view, run.lead, cue)?;
        let _ = after;
        let before = whole::before_comparison(view, run.lead, cue);
        let own = lead::own(view, Span::new(run.lead.start, before));
        let (indicators, reach) = self.named(run, own);
        Some(Found {
            indicators,
            reach,
            measure: Measure::Change,
            negative: cue.sign < 0,
            whole: Some(whole),
            rule: "measure/above",
        })
    }

    fn read_rank(&mut self, run: &Run) -> Option<Found> {
        let view = self.view;
        let (before, whole) = whole::of_rank(view, run.lead);
        let own = lead::own(view, Span::new(run.lead.start, before));
        let aspect = own.phrase.is_none().then(|| own.aspect.clone()).flatten();
        let won = whole.as_deref().and_then(|words| self.won(run, before, words, own.is_empty()));
        if let Some((named, whole)) = won {
            let indicators = vec![vec![named]; run.amounts.len()];
            return Some(Found {
                indicators,
                reach: Reach::Phrase,
                measure: Measure::Rank,
                negative: false,
                whole,
                rule: "measure/rank",
            });
        }
        let counts = aspect.as_deref().is_some_and(|a| matches!(a, "数量" | "个数" | "总数"));
        let (mut indicators, mut reach) = self.named(run, own);
        if counts && !self.memory.counted.is_empty() {
            indicators = vec![self.memory.counted.clone(); run.amounts.len()];
            reach = Reach::Inherited;
        }
        if let Some(aspect) = aspect {
            for named in indicators.iter_mut().flatten().filter(|n| !n.words.ends_with(&aspect)) {
                named.words.push_str(&aspect);
            }
        }
        Some(Found { indicators, reach, measure: Measure::Rank, negative: false, whole, rule: "measure/rank" })
    }

    /// 勇夺全市各县区综合考评第一: the contest stands after the verb.
    fn won(&self, run: &Run, verb: usize, whole: &str, empty: bool) -> Option<(Named, Option<String>)> {
        let range = Span::new(verb, run.lead.end);
        let wins = range.slice(self.view.text).chars().take(2).any(|c| matches!(c, '夺' | '获' | '摘'));
        if !empty || !wins {
            return None;
        }
        let found = lead::own(self.view, range).phrase?;
        let place = whole.find(found.span.slice(self.view.printed)).map(|at| whole[..at].to_owned());
        Some((Named { words: found.words, span: Some(found.span) }, place.filter(|w| !w.is_empty())))
    }

    // ---- indicators

    /// The indicators of a run: its own phrase, dealt out if it is a list of as many; else inherited.
    fn named(&mut self, run: &Run, own: Own) -> (Vec<Vec<Named>>, Reach) {
        let n = run.amounts.len();
        let Some(phrase) = own.phrase else {
            if n > 1
                && own.aspects.len() == n
                && let [topic] = &self.memory.topic[..]
            {
                let named = |a: &String| vec![Named { words: format!("{}{a}", topic.words), span: topic.span }];
                return (own.aspects.iter().map(named).collect(), Reach::Dealt);
            }
            if let (Some(aspect), true) = (&own.aspect, self.memory.topic.is_empty()) {
                let named = Named { words: aspect.clone(), span: None };
                return (vec![vec![named]; n], Reach::Phrase);
            }
            return self.inherited(n);
        };
        let span = Some(phrase.span);
        if n == 3 && THREE_SECTORS.iter().any(|w| phrase.words.contains(w)) {
            let sector = |name: &&str| vec![Named { words: (*name).to_owned(), span }];
            return (SECTORS.iter().map(sector).collect(), Reach::Dealt);
        }
        for list in [&phrase.items, &phrase.commas] {
            if n > 1 && list.len() == n {
                return (self.deal(list, span), Reach::Dealt);
            }
        }
        if n > 1 && self.memory.items.len() == n {
            let from = self.memory.items.len() - n;
            let joined: Vec<String> =
                self.memory.items[from..].iter().map(|i| self.with_head(&i.words, &phrase.words)).collect();
            return (self.deal(&joined, span), Reach::Dealt);
        }
        let words = self.completed(run, phrase.words, own.aspect.as_deref());
        let reach = self.reach_of(&words, Reach::Phrase);
        (vec![vec![Named { words, span }]; n], reach)
    }

    fn deal(&self, items: &[String], span: Option<Span>) -> Vec<Vec<Named>> {
        let last = items.last().map(String::as_str).unwrap_or_default();
        let shared = items.first().and_then(|first| shared_head(first, last));
        let head = shared.unwrap_or_else(|| self.view.lexicon.cues.head_of(last).unwrap_or_default()).to_owned();
        let clean = |item: &String| {
            let item = item.split('等').next().filter(|s| !s.is_empty()).unwrap_or(item);
            Named { words: self.with_head(item, &head), span }
        };
        items.iter().map(|item| vec![clean(item)]).collect()
    }

    /// 西红柿 and 产值 make 西红柿产值; 商品零售 and 零售额 make 商品零售额.
    fn with_head(&self, item: &str, head: &str) -> String {
        if head.is_empty() || item.ends_with(head) || self.view.lexicon.cues.head_of(item).is_some() {
            return item.to_owned();
        }
        let starts: Vec<usize> = head.char_indices().map(|(i, _)| i).skip(1).collect();
        let overlap = starts.into_iter().rev().find(|&i| item.ends_with(&head[..i]));
        format!("{item}{}", &head[overlap.unwrap_or(0)..])
    }

    /// Adds what earlier clauses tell: 其中娱乐业 grows in 营业收入; 企业…,实现增加值 is 企业增加值.
    fn completed(&self, run: &Run, words: String, aspect: Option<&str>) -> String {
        let cues = &self.view.lexicon.cues;
        let mut words = words;
        if let Some(aspect) = aspect {
            words.push_str(aspect);
            return words;
        }
        let Some(topic) = self.memory.topic.last() else { return words };
        let bare =
            matches!(words.as_str(), "增加值" | "产值" | "总产值" | "营业收入" | "营收" | "利润总额" | "主营业务收入");
        let collective = ["企业", "产业", "行业", "工业", "业", "经济"].iter().any(|w| topic.words.ends_with(w));
        if bare && collective && run.index > 0 {
            return format!("{}{words}", topic.words);
        }
        let rate = run.amounts[0].kind != AmountKind::Quantity || run.amounts[0].unit == "元";
        let part = run.clause.span.slice(self.view.text).trim_start().starts_with("其中");
        if rate && part && cues.head_of(&words).is_none() && self.view.lexicon.catalogue.find(&words).is_none() {
            let head = cues.head_of(&topic.words).unwrap_or_default();
            return self.with_head(&words, head);
        }
        words
    }

    fn inherited(&self, n: usize) -> (Vec<Vec<Named>>, Reach) {
        let items = &self.memory.items;
        if n > 1 && items.len() >= n {
            return (items[items.len() - n..].iter().map(|i| vec![i.clone()]).collect(), Reach::Dealt);
        }
        let topic = self.memory.topic.clone();
        let reach = if topic.is_empty() { Reach::Nothing } else { Reach::Inherited };
        (vec![topic; n], reach)
    }

    fn reach_of(&self, words: &str, otherwise: Reach) -> Reach {
        if self.view.lexicon.catalogue.find(words).is_some() { Reach::Lexicon } else { otherwise }
    }

    // ---- keeping

    fn keep(&mut self, run: &Run, found: Found) {
        let level = matches!(found.measure, Measure::Total | Measure::New | Measure::Cumulative);
        self.remember(run, &found, level);
        let status = status::of(self.view, run.sentence, run.index, run.amounts[0].range.start);
        let wholes = wholes_of(found.whole.as_deref(), run.amounts.len());
        for ((amount, indicators), whole) in run.amounts.iter().zip(found.indicators).zip(wholes) {
            let words = indicators.iter().map(|i| i.words.as_str()).collect::<Vec<_>>().join("、");
            let why =
                vec![evidence(found.reach.rule(), words), evidence(found.rule, run.lead.slice(self.view.text).trim())];
            self.out.push(Draft {
                amount: amount.clone(),
                indicators,
                reach: found.reach,
                measure: found.measure,
                negative: found.negative,
                status,
                whole,
                clause: run.clause.span,
                sentence: run.sentence.span,
                evidence: why,
                period: None,
                subject: None,
            });
        }
    }

    fn remember(&mut self, run: &Run, found: &Found, level: bool) {
        let names: Vec<Named> = found.indicators.iter().flatten().cloned().collect();
        let own = !matches!(found.reach, Reach::Inherited | Reach::Nothing);
        if own && let Some(last) = found.indicators.last() {
            self.memory.topic.clone_from(last);
            if level && !is_measured(&run.amounts[0].unit) {
                self.memory.counted.clone_from(last);
            }
        }
        if level {
            let listed = run.joined && self.memory.last_clause == Some(run.clause.span.start);
            let follows = self.memory.carried == Some(found.measure) && found.rule == "measure/carried";
            if !listed && !follows {
                self.memory.list.clear();
            }
            self.memory.list.extend(names.iter().cloned());
            self.memory.items.extend(names);
            self.memory.carried = matches!(found.measure, Measure::New | Measure::Cumulative).then_some(found.measure);
        } else if run.amounts.len() > 1 {
            self.memory.items = names;
        }
        self.memory.last_clause = Some(run.clause.span.start);
        self.memory.last = Some((run.amounts[0].kind, found.measure, found.whole.clone()));
    }
}

/// 商品零售额 of 金银珠宝类、化妆品类商品零售额: what follows the mark that the members end in.
fn shared_head<'a>(first: &str, last: &'a str) -> Option<&'a str> {
    let mark = first.chars().last().filter(|c| matches!(c, '类' | '业' | '区' | '县' | '市' | '品'))?;
    let at = last.rfind(mark)? + mark.len_utf8();
    Some(&last[at..]).filter(|head| !head.is_empty() && !head.starts_with('增'))
}

/// 高于全国、全省3.3、4.6个百分点: one population each where the counts agree.
fn wholes_of(whole: Option<&str>, n: usize) -> Vec<Option<String>> {
    let parts: Vec<&str> = whole.unwrap_or_default().split(['、', '和', '及']).collect();
    let each = |part: &str| Some(part.trim().to_owned()).filter(|w| !w.is_empty());
    if n > 1 && parts.len() == n {
        return parts.into_iter().map(each).collect();
    }
    vec![whole.map(str::to_owned); n]
}

fn is_of(word: &str) -> bool {
    matches!(word, "占" | "约占" | "占到" | "佔")
}

/// Dimensions said by one character, with their names.
const DIMENSIONS: [(&str, &str); 8] = [
    ("高", "高度"),
    ("宽", "宽度"),
    ("长", "长度"),
    ("深", "深度"),
    ("厚", "厚度"),
    ("重", "重量"),
    ("长约", "长度"),
    ("高约", "高度"),
];

/// 三次产业结构比例调整为8.7:48.5:42.8 deals out to the three sectors.
const THREE_SECTORS: [&str; 4] = ["三次产业", "三产", "一二三产业", "三大产业"];
const SECTORS: [&str; 3] = ["第一产业增加值", "第二产业增加值", "第三产业增加值"];

/// Units that measure rather than count: 元, 平方米, 吨.
fn is_measured(unit: &str) -> bool {
    unit.contains('元')
        || unit.contains('/')
        || matches!(unit, "%" | "百分点" | "倍" | "平方米" | "亩" | "吨" | "米" | "瓦" | "千瓦时" | "立方米" | "点")
}

/// The runs of a clause's amounts, as ranges of their indices.
fn runs(text: &str, amounts: &[Amount]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for i in 0..amounts.len() {
        let joins = i > 0 && {
            let between = Span::new(amounts[i - 1].outer.end, amounts[i].outer.start);
            lead::is_joiner(between.slice(text)) && alike(&amounts[i - 1], &amounts[i])
        };
        match out.last_mut() {
            Some(last) if joins => last.end = i + 1,
            _ => out.push(i..i + 1),
        }
    }
    out
}

fn alike(a: &Amount, b: &Amount) -> bool {
    a.kind == b.kind || (a.unit == "%" && b.unit == "%")
}
