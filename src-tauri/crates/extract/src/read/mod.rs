//! From amounts to figures, clause by clause: indicator, measure, sign, status and whole of each.
//!
//! 规模以上工业总产值1294.2亿元,约占全区总产值的35.5% gives a total and a share, both of 规模以上工业总产值.
//! Whose and when is asked afterwards by the extractor.

mod compare;
mod complete;
mod counted;
mod deed;
mod dimension;
mod level;
mod members;
mod naming;
mod note;
mod rate;
mod seen;
mod threshold;

use crate::article::View;
use crate::clause::{Clause, Sentence};
use crate::cue::{Class, Cue};
use crate::draft::{Draft, Named, Reach, evidence};
use crate::lead;
use crate::name::is_measured;
use crate::quantity::{Amount, AmountKind};
use crate::status::{Frame, Outlook};
pub(crate) use seen::Seen;
use std::borrow::Cow;
use std::ops::Range;
use tidemark_model::{Measure, Span};

/// What earlier clauses hand on to later ones.
#[derive(Default)]
struct Memory {
    /// The indicator that 增长5% would be of.
    topic: Vec<Named>,
    /// The last thing counted, which 数量 would be of, and its unit.
    counted: Vec<Named>,
    counted_unit: String,
    /// Where the words of a class begin: 产值超百亿元企业2家.
    class: Option<usize>,
    /// Where an amount begins that only bounds the class counted before it, and what it measures.
    bound: Option<(usize, Named)>,
    /// The industry that a clause without figures is about: 新能源汽车产业从无到有,已集聚企业19家.
    about: Option<Named>,
    /// What a clause says what it is, with the clause's number: 社会投资项目是“重头戏”,共124个.
    called: Option<(usize, Named)>,
    /// What is handed on from block to block.
    seen: Seen,
    /// The unit of what is carried on.
    carried_unit: String,
    /// What a clause without figures does something to, and the clause's number: 实施老旧小区改造工程,开工25个.
    said: Option<(usize, Named)>,
    /// What 其中 parts.
    parent: Vec<Named>,
    /// The figures of the sentence so far, for 分别.
    items: Vec<Named>,
    /// The members of the running list A 101家、B 148家, for 均占.
    list: Vec<Named>,
    /// What the running list is: 新增 or 累计.
    carried: Option<Measure>,
    /// Where the last figure's clause ended.
    last_clause: Option<usize>,
}

/// Reads the figures of one block's sentences; `seen` goes from block to block.
pub(crate) fn read_block(view: &View, sentences: &[Sentence], frame: Frame, seen: &mut Seen) -> Vec<Draft> {
    let memory = Memory { seen: std::mem::take(seen), ..Memory::default() };
    let end = sentences.last().map_or(0, |sentence| sentence.span.end);
    let mut reader = Reader { view, memory, out: Vec::new(), outlook: Outlook::new(frame), end };
    let after = sentences.iter().rposition(|s| states(view, s.span)).map_or(0, |last| last + 1);
    for sentence in &sentences[..after] {
        reader.outlook.enter(view, sentence);
        reader.read_sentence(sentence);
    }
    for &clause in sentences[after..].iter().flat_map(|sentence| &sentence.clauses) {
        reader.note_for_later(clause);
    }
    *seen = reader.memory.seen;
    reader.out
}

/// Whether an amount stands in the range.
fn states(view: &View, range: Span) -> bool {
    view.amount_from(range.start).is_some_and(|amount| amount.range.start < range.end)
}

struct Reader<'a> {
    view: &'a View<'a>,
    memory: Memory,
    out: Vec<Draft>,
    /// Whether a heading or an opening sentence makes the figures plans.
    outlook: Outlook,
    /// Where the block ends.
    end: usize,
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
    /// Whether it happened whatever the clauses before it plan: 计划投资34亿元,完成75%.
    settled: bool,
}

impl Found {
    fn new(named: (Vec<Vec<Named>>, Reach), measure: Measure, rule: &'static str) -> Self {
        let (indicators, reach) = named;
        Self { indicators, reach, measure, negative: false, whole: None, rule, settled: false }
    }

    fn signed(mut self, negative: bool) -> Self {
        self.negative = negative;
        self
    }

    fn settled(mut self) -> Self {
        self.settled = true;
        self
    }

    fn of_whole(mut self, whole: Option<String>) -> Self {
        self.whole = whole;
        self
    }
}

impl Reader<'_> {
    fn read_sentence(&mut self, sentence: &Sentence) {
        self.memory.items.clear();
        self.memory.list.clear();
        self.memory.parent.clear();
        self.memory.about = None;
        self.memory.said = None;
        self.memory.called = None;
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
        if clause.span.slice(view.text).trim_start().starts_with("其中") {
            let several = self.memory.items.len() > 1;
            self.memory.parent = if several { self.memory.items.clone() } else { self.memory.topic.clone() };
        }
        let first = view.amounts.partition_point(|a| a.range.start < clause.span.start);
        let last = view.amounts.partition_point(|a| a.range.start < clause.span.end);
        let amounts = stated(&view.amounts[first..last]);
        let amounts = &*amounts;
        self.note_partner(clause);
        if amounts.is_empty() {
            if !states(view, Span::new(clause.span.end, self.end)) {
                self.note_for_later(clause);
                return;
            }
            let topic = lead::topic_of_clause(view, clause.span);
            // What is said and called is forgotten at the sentence's end.
            if states(view, Span::new(clause.span.end, sentence.span.end)) {
                self.note_called(clause, index, topic.as_ref());
                let said =
                    lead::own(view, clause.span).phrase.filter(|p| p.items.len() == 1 && p.words.chars().count() > 3);
                self.memory.said = said.map(|p| (index, Named { words: p.words, span: Some(p.span) }));
            }
            self.note_clause(clause, topic);
            return;
        }
        let mut at = clause.span.start;
        let mut bracketed = None;
        for range in runs(view, clause.span, amounts) {
            let run = &amounts[range.clone()];
            let lead = Span::new(at, run[0].outer.start.max(at));
            let (lead, joined) = match bracketed {
                Some(before) if view.text[at..].starts_with(['）', ')']) && !lists_on(&view.text[at..]) => {
                    (before, false)
                }
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

    fn read_run(&mut self, run: &Run) {
        let found = match run.amounts[0].kind {
            AmountKind::Rank => self.read_rank(run),
            AmountKind::Points => self.read_points(run),
            AmountKind::Percent | AmountKind::Times | AmountKind::Doubling => self.read_rate(run),
            AmountKind::Quantity => self.read_quantity(run),
            AmountKind::Bare => return,
        };
        if let Some(found) = found.filter(|found| !is_phrase(run, found)) {
            self.keep(run, found);
        }
    }

    fn keep(&mut self, run: &Run, found: Found) {
        let level = matches!(found.measure, Measure::Total | Measure::New | Measure::Cumulative);
        self.remember(run, &found, level);
        let status = self.outlook.status(self.view, run.sentence, run.index, run.amounts[0].range.start);
        let wholes = wholes_of(found.whole.as_deref(), run.amounts.len());
        let status = if found.settled { tidemark_model::Status::Actual } else { status };
        let mut negative = found.negative;
        let mut end = None;
        for ((amount, indicators), whole) in run.amounts.iter().zip(found.indicators).zip(wholes) {
            let between = end.map(|end| Span::new(end, amount.outer.start.max(end)));
            negative = between.and_then(|b| own_verb(self.view, b)).map_or(negative, |cue| cue.sign < 0);
            end = Some(amount.outer.end);
            let words = indicators.iter().map(|i| i.words.as_str()).collect::<Vec<_>>().join("、");
            let why =
                vec![evidence(found.reach.rule(), words), evidence(found.rule, run.lead.slice(self.view.text).trim())];
            self.out.push(Draft {
                amount: amount.clone(),
                indicators,
                reach: found.reach,
                measure: found.measure,
                negative,
                status,
                whole,
                clause: run.clause.span,
                sentence: run.sentence.span,
                evidence: why,
                echoes: None,
                period: None,
                subject: None,
            });
        }
    }

    fn remember(&mut self, run: &Run, found: &Found, level: bool) {
        let names: Vec<Named> = found.indicators.iter().flatten().cloned().collect();
        let own = !matches!(found.reach, Reach::Inherited | Reach::Nothing) && !self.ranks_among(run);
        let own = own
            && !names.iter().all(|named| {
                named.words.ends_with("贡献率") && (named.words.starts_with('对') || named.words == "贡献率")
            });
        if own && let Some(last) = found.indicators.last() {
            self.memory.topic.clone_from(last);
            self.note_economy();
            if level && !is_measured(&run.amounts[0].unit) {
                self.memory.counted.clone_from(last);
                self.memory.counted_unit.clone_from(&run.amounts[0].unit);
            }
        }
        if level && !self.ranks_among(run) {
            let listed = run.joined && self.memory.last_clause == Some(run.clause.span.start);
            let follows = self.memory.carried == Some(found.measure) && found.rule == "measure/carried";
            if !listed && !follows {
                self.memory.list.clear();
            }
            self.memory.list.extend(names.iter().cloned());
            self.memory.items.extend(names);
            self.memory.carried = matches!(found.measure, Measure::New | Measure::Cumulative).then_some(found.measure);
            self.memory.carried_unit.clone_from(&run.amounts[0].unit);
        } else if run.amounts.len() > 1 {
            self.memory.items = names;
        }
        self.memory.last_clause = Some(run.clause.span.start);
    }
}

impl Reader<'_> {
    /// 在全省18个|省辖市中排名: those counted are only ranked among.
    fn ranks_among(&self, run: &Run) -> bool {
        let tail = run.tail.slice(self.view.text);
        let ranked = self.view.amount_from(run.tail.end).is_some_and(|a| a.kind == AmountKind::Rank);
        let next = self.view.amount_from(run.tail.end).filter(|a| ranked && a.outer.start == run.tail.end);
        let verb = self.view.last_cue(Span::new(run.clause.span.start, run.lead.end), Class::Rank);
        if next.is_some() && verb.is_some() {
            return true;
        }
        let at = tail.find('中').filter(|_| ranked || tail.contains("名列"));
        at.is_some_and(|at| tail[at..].chars().count() <= 8)
    }
}

/// 里程(2488公里)、|泊位(560个): another member follows the bracket.
fn lists_on(text: &str) -> bool {
    text.strip_prefix(['）', ')']).is_some_and(|rest| rest.starts_with(['、', '，', ',', '和', '及', '等']))
}

/// 一家接一家, 一半在路上: small numbers in words that are of nothing.
fn is_phrase(run: &Run, found: &Found) -> bool {
    let small = |a: &Amount| a.value < tidemark_model::Decimal::from(13) || a.printed.ends_with('半');
    let spoken = |a: &Amount| small(a) && !a.printed.contains(|c: char| c.is_ascii_digit());
    found.reach == Reach::Nothing && found.measure != Measure::Rank && run.amounts.iter().all(spoken)
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

/// The amounts that are more than a number.
fn stated(amounts: &[Amount]) -> Cow<'_, [Amount]> {
    let stated = |a: &&Amount| a.kind != AmountKind::Bare;
    match amounts.iter().all(|a| stated(&a)) {
        true => amounts.into(),
        false => amounts.iter().filter(stated).cloned().collect(),
    }
}

/// The runs of a clause's amounts, as ranges of their indices.
fn runs(view: &View, clause: Span, amounts: &[Amount]) -> Vec<Range<usize>> {
    let text = view.text;
    let mut out: Vec<Range<usize>> = Vec::new();
    let dealt = |at: usize| view.last_cue(Span::new(clause.start, at), Class::Respectively).is_some();
    for i in 0..amounts.len() {
        let joins = i > 0 && {
            let between = Span::new(amounts[i - 1].outer.end, amounts[i].outer.start);
            let joined = lead::is_joiner(between.slice(text));
            (joined || own_verb(view, between).is_some() && dealt(amounts[i - 1].range.start))
                && (alike(&amounts[i - 1], &amounts[i])
                    || joined && measured(&amounts[i - 1], &amounts[i]) && dealt(amounts[i - 1].range.start))
        };
        match out.last_mut() {
            Some(last) if joins => last.end = i + 1,
            _ => out.push(i..i + 1),
        }
    }
    out
}

/// 分别增长8.7%、3.3%和|下降|2.5%: a list mark and another direction between two amounts of one list.
fn own_verb(view: &View, between: Span) -> Option<Cue> {
    let (rest, joined) = lead::without_joiner(view.text, between, false);
    let cue = view.cues_in(rest).first().filter(|c| joined && c.is(Class::Growth) && c.span.start == rest.start)?;
    Span::new(cue.span.end, rest.end).slice(view.text).trim().is_empty().then_some(*cue)
}

/// 面积、产量和产值分别为5.3万亩、9.7万吨和6.2亿元: one list though the units differ.
fn measured(a: &Amount, b: &Amount) -> bool {
    a.kind == AmountKind::Quantity && b.kind == AmountKind::Quantity
}

fn alike(a: &Amount, b: &Amount) -> bool {
    let counters = [a, b].iter().all(|a| !is_measured(&a.unit) && !level::is_own_noun(&a.unit));
    a.kind == b.kind && (a.unit == b.unit || counters || a.kind != AmountKind::Quantity)
        || (a.unit == "%" && b.unit == "%")
}
