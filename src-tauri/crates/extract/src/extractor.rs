//! The pipeline: an article's amounts become observations with indicator, subject, period and evidence.
//!
//! Holds the lexicons; pure, without I/O or clock.

use crate::article::{Marked, View};
use crate::catalogue::Catalogue;
use crate::clause::{Sentence, sentences};
use crate::confidence;
use crate::cue::Cues;
use crate::draft::{Draft, Named, Reach, evidence};
use crate::explain::Explanation;
use crate::fold::Folding;
use crate::parallel::{both, in_order, in_runs, threads_for};
use crate::period::{Anchor, PeriodContext, latest_certain_year};
use crate::quantity::{AmountKind, scan};
use crate::read::{Seen, read_block};
use crate::segment::Segmenter;
use crate::status::Frame;
use crate::subject::{Gazetteer, PageTheme, SubjectContext, Surroundings};
use crate::table::read_table;
use crate::trace;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;
use tidemark_model::{
    Article, Block, BlockRole, Evidence, Observation, Page, Period, Quantity, Resolved, Span, Status,
};

/// What the stages know beforehand.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub folding: Folding,
    pub cues: Cues,
    pub catalogue: Catalogue,
    pub segmenter: Segmenter,
}

/// How many figures without an indicator an article may look up in its text; keeps odd texts fast.
const ECHOES: usize = 20;

/// Finds the observations of pages. Hold one: making it loads a dictionary.
#[derive(Debug)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
    places: Gazetteer,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// With the lexicons and places that come with the program.
    #[must_use]
    pub fn new() -> Self {
        Self::with_places(Gazetteer::bundled())
    }

    /// With places of the user's own.
    #[must_use]
    pub fn with_places(places: Gazetteer) -> Self {
        let cues = Cues::bundled();
        let catalogue = Catalogue::bundled();
        let segmenter = Segmenter::new(&cues, &catalogue);
        let lexicon = Lexicon { folding: Folding::bundled(), cues, catalogue, segmenter };
        Self { lexicon: Arc::new(lexicon), places }
    }

    /// One with other places; dictionary and lexicons are shared.
    #[must_use]
    pub fn over(&self, places: Gazetteer) -> Self {
        Self { lexicon: Arc::clone(&self.lexicon), places }
    }

    /// The places it knows.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.places
    }

    /// The indicators it knows.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.lexicon.catalogue
    }

    pub(crate) fn folding(&self) -> &Folding {
        &self.lexicon.folding
    }

    /// The observations of a page, in page order; the articles of a long page, or the paragraphs of its only one, are
    /// read side by side.
    #[must_use]
    pub fn extract(&self, page: &Page) -> Vec<Observation> {
        self.extract_on(page, threads_for(page.text.len()))
    }

    /// The same on so many threads.
    #[must_use]
    pub fn extract_on(&self, page: &Page, threads: usize) -> Vec<Observation> {
        let anchor = Anchor {
            issue: page.issue.as_ref().map(|i| i.value),
            latest_year: latest_certain_year(&self.lexicon.folding.plain(&page.text)),
            ..Anchor::default()
        };
        let about = PageTheme::new(page, &self.places);
        let read =
            |index| self.read_article(page, index, anchor, &about, if page.articles.len() > 1 { 1 } else { threads });
        let mut out = in_order(page.articles.len(), threads, read);
        confidence::judge(page, &mut out, &self.lexicon.catalogue, &self.places);
        out
    }

    fn read_article(
        &self,
        page: &Page,
        index: usize,
        anchor: Anchor,
        about: &PageTheme,
        threads: usize,
    ) -> Vec<Observation> {
        let article = &page.articles[index];
        let printed = self.lexicon.folding.plain(article.joined.text());
        let named = || match &printed {
            Cow::Borrowed(_) => SubjectContext::of_article(article, about),
            Cow::Owned(text) => {
                let around = Surroundings { home: page.home.as_deref(), headline: Some(&article.headline) };
                SubjectContext::new(text, &article.blocks, &self.places, around)
            }
        };
        let blocks = article.blocks.iter().map(|b| (b.range, b.role)).collect();
        let dated = || (PeriodContext::of_text(&printed, blocks, anchor), scan(&printed));
        let (subjects, (periods, scan)) = both(threads, named, dated);
        let folded = self.lexicon.folding.simplified(&printed);
        let marked = Marked::new((&folded, &printed), scan, &self.lexicon, &periods, &subjects);
        read(&marked, article, threads).into_iter().map(|draft| observe(&marked, article, index, draft)).collect()
    }

    /// What the confidence of each of a page's observations rests on, as `group/value`: `indicator/lexicon`,
    /// `subject/本句`. The weights of `data/lexicon/confidence.toml` are those of these names.
    #[must_use]
    pub fn grounds(&self, page: &Page, observations: &[Observation]) -> Vec<Vec<String>> {
        confidence::names(page, observations, &self.lexicon.catalogue, &self.places)
    }

    /// What is found in a text of its own, and why, for a person to read.
    #[must_use]
    pub fn explain(&self, text: &str, issue: Option<Period>, home: Option<&str>) -> Explanation {
        let page = page_of(text, issue, home);
        let observations = self.extract(&page);
        let article = &page.articles[0];
        let anchor = Anchor { issue, latest_year: latest_certain_year(text), ..Anchor::default() };
        let printed = self.lexicon.folding.plain(text);
        let around = Surroundings { home, headline: None };
        let subjects = SubjectContext::new(&printed, &article.blocks, &self.places, around);
        let blocks: Vec<(Span, BlockRole)> = article.blocks.iter().map(|b| (b.range, b.role)).collect();
        let periods = PeriodContext::of_text(&printed, blocks, anchor);
        let folded = self.lexicon.folding.simplified(&printed);
        let marked = Marked::new((&folded, &printed), scan(&printed), &self.lexicon, &periods, &subjects);
        let view = View::of(&marked);
        let paragraphs: Vec<Span> = article.blocks.iter().map(|b| b.range).collect();
        let mut stages = trace::stages(&view, &paragraphs);
        stages.push(trace::dropped(&view, &observations));
        let others = observations.iter().map(|seen| trace::others(&view, seen)).collect();
        Explanation { text: text.to_owned(), stages, observations, others }
    }
}

/// A paragraph that states amounts.
struct Paragraph {
    sentences: Vec<Sentence>,
    frame: Frame,
    amounts: usize,
}

/// The figures of an article; tables first, then its paragraphs side by side.
fn read(marked: &Marked, article: &Article, threads: usize) -> Vec<Draft> {
    let solid: Vec<Span> = marked.amounts.iter().map(|a| a.range).collect();
    let view = View::of(marked);
    let (mut out, mut paragraphs) = (Vec::new(), Vec::new());
    let mut title = None;
    let mut frame = Frame::default();
    for run in article.blocks.chunk_by(|a, b| a.role == b.role && a.role == BlockRole::Table) {
        let table = (run[0].role == BlockRole::Table).then(|| read_table(&view, run, title)).flatten();
        match table {
            Some(found) => out.extend(found),
            None => {
                for block in run.iter().filter(|b| b.role != BlockRole::Byline) {
                    frame.enter(block.range.slice(marked.text));
                    // What a paragraph without amounts says is of no use to any other.
                    let here = within(&solid, block.range);
                    if marked.amounts[here.clone()].iter().any(|a| a.kind != AmountKind::Bare) {
                        let sentences = sentences(marked.text, block.range, &solid[here.clone()]);
                        paragraphs.push(Paragraph { sentences, frame, amounts: here.len() });
                    }
                }
            }
        }
        title = run.last().map(|b| b.range);
    }
    out.extend(read_paragraphs(marked, paragraphs, threads));
    out.sort_by_key(|draft| draft.amount.range);
    echo(&mut out);
    crate::population::fill(&view, &mut out);
    out
}

/// Each run of paragraphs is read as if nothing were said before it; where it missed what was, it is read anew.
fn read_paragraphs(marked: &Marked, paragraphs: Vec<Paragraph>, threads: usize) -> Vec<Draft> {
    let runs = in_runs(
        paragraphs,
        threads,
        |paragraph| paragraph.amounts,
        |run| {
            let (found, seen) = read_run(marked, &run, Seen::default());
            (run, found, seen)
        },
    );
    let mut out = Vec::new();
    let mut seen = Seen::default();
    for (run, found, later) in runs {
        let anew = seen.was_missed(&later);
        let (found, now) = if anew { read_run(marked, &run, seen) } else { (found, seen.then(later)) };
        out.extend(found);
        seen = now;
    }
    out
}

fn read_run(marked: &Marked, run: &[Paragraph], mut seen: Seen) -> (Vec<Draft>, Seen) {
    let view = View::of(marked);
    let read = |paragraph: &Paragraph| read_block(&view, &paragraph.sentences, paragraph.frame, &mut seen);
    (run.iter().flat_map(read).collect(), seen)
}

/// The amounts that touch a block.
fn within(solid: &[Span], block: Span) -> Range<usize> {
    let from = solid.partition_point(|s| s.end <= block.start);
    from..from.max(solid.partition_point(|s| s.start < block.end))
}

/// 突破3700亿元 as a headline: indicator and date are those of the same figure in the text.
fn echo(drafts: &mut [Draft]) {
    let bare: Vec<usize> = (0..drafts.len()).filter(|&i| drafts[i].reach == Reach::Nothing).take(ECHOES).collect();
    for i in bare {
        let amount = &drafts[i].amount;
        let same = |d: &&Draft| {
            d.reach != Reach::Nothing
                && d.amount.value == amount.value
                && d.amount.unit == amount.unit
                && !d.indicators.is_empty()
        };
        let Some(other) = drafts[i + 1..].iter().find(same) else { continue };
        let found = (other.indicators.clone(), other.measure, other.amount.range.start);
        let draft = &mut drafts[i];
        draft.reach = Reach::Inherited;
        draft.evidence.push(evidence("indicator/echo", amount_words(&found.0)));
        (draft.indicators, draft.measure, draft.echoes) = (found.0, found.1, Some(found.2));
    }
}

fn amount_words(indicators: &[Named]) -> String {
    indicators.iter().map(|named| named.words.as_str()).collect::<Vec<_>>().join("、")
}

fn observe(view: &Marked, article: &Article, index: usize, mut draft: Draft) -> Observation {
    let at = draft.amount.range.start;
    let to_page = |span: Span| article.joined.to_page(span);
    let mut why = std::mem::take(&mut draft.evidence);
    let period = period_of(view, &draft, &mut why).map(|found| on_page(found, article));
    let subject = subject_of(view, &draft, &mut why).map(|found| on_page(found, article));
    let whole = draft.whole.as_deref().and_then(|words| view.subjects.whole_of(words, at));
    let indicator_span = draft.indicators.first().and_then(|named| named.span).map(to_page);
    Observation {
        quantity: quantity_of(&draft),
        indicators: draft.indicators.into_iter().map(|named| named.words).collect(),
        measure: draft.measure,
        subject,
        period,
        whole,
        status: draft.status,
        span: to_page(draft.amount.range),
        sentence: to_page(draft.sentence),
        indicator_span,
        article: index,
        // Judged when the whole page has been read.
        confidence: 0.0,
        accepted: false,
        evidence: why,
    }
}

fn period_of(view: &Marked, draft: &Draft, why: &mut Vec<Evidence>) -> Option<Resolved<Period>> {
    if let Some(value) = draft.period {
        why.push(evidence("period/table", value.to_chinese()));
        return Some(Resolved { value, reason: "由表头或行首写明".to_owned(), span: None });
    }
    let planned = draft.status == Status::Planned;
    let (found, rule) = view.periods.reached_for(draft.echoes.unwrap_or(draft.amount.range.start), planned)?;
    why.push(evidence(rule, found.reason.clone()));
    Some(found)
}

fn subject_of(view: &Marked, draft: &Draft, why: &mut Vec<Evidence>) -> Option<Resolved<String>> {
    if let Some(value) = &draft.subject {
        why.push(evidence("subject/table", value.clone()));
        return Some(Resolved { value: value.clone(), reason: "由表头或行首写明".to_owned(), span: None });
    }
    let found = view.subjects.subject_for(draft.amount.range.start, draft.clause)?;
    why.push(evidence("subject", found.reason.clone()));
    Some(found)
}

fn quantity_of(draft: &Draft) -> Quantity {
    let mut quantity = draft.amount.quantity();
    if draft.negative && quantity.value.is_sign_positive() {
        quantity.value = -quantity.value;
        quantity.value_max = quantity.value_max.map(|v| -v);
    }
    quantity
}

fn on_page<T>(found: Resolved<T>, article: &Article) -> Resolved<T> {
    Resolved { span: found.span.map(|span| article.joined.to_page(span)), ..found }
}

/// A page of one article, each line a paragraph.
fn page_of(text: &str, issue: Option<Period>, home: Option<&str>) -> Page {
    let mut article = Article { span: Span::new(0, text.len()), ..Article::default() };
    article.joined.push(text, Span::new(0, text.len()));
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = Span::new(start, start + line.trim_end().len());
        let role = if line.contains(['|', '\t']) { BlockRole::Table } else { BlockRole::Body };
        article.blocks.push(Block { range, role });
        start += line.len();
    }
    Page {
        name: String::new(),
        hash: String::new(),
        text: text.to_owned(),
        encoding: "UTF-8".to_owned(),
        newspaper: None,
        page_number: None,
        issue: issue.map(|value| Resolved { value, reason: "给定的刊期".to_owned(), span: None }),
        home: home.map(str::to_owned),
        articles: vec![article],
    }
}
