//! One pass over a text from number to number; each is read, given its unit, and judged by the words around it.

use super::AmountKind;
use super::context::{is_class, is_idiom, is_money, is_people};
use super::cursor::{Cursor, Near, fold, is_mark};
use super::item::{Item, Tail, UnitHit, qualify, tail};
use super::lexicon::LEXICON;
use super::numeral::{self, Form, Number, Ways, starts_number};
use super::{chain, phrase, special};
use std::sync::LazyLock;
use tidemark_model::Decimal;

/// One bit for each character of the basic plane at which something may start.
static STARTS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut bits = vec![0_u64; 1024];
    for code in 0x80..=0xffff_u32 {
        if char::from_u32(code)
            .map(fold)
            .is_some_and(|c| starts_number(c) || matches!(c, '翻' | '首' | '半' | '《' | '》'))
        {
            bits[code as usize / 64] |= 1 << (code % 64);
        }
    }
    bits
});

/// Every number of `text`, masked or not, in text order.
pub(super) fn items(text: &str, all: bool) -> Vec<Item> {
    let mut scanner = Scanner { text, all, items: Vec::with_capacity(text.len() / 96), title: None };
    let (bytes, bits) = (text.as_bytes(), &*STARTS);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 {
            at = if byte.is_ascii_digit() { scanner.number(at).max(at + 1) } else { at + 1 };
            continue;
        }
        if (0xe0..0xf0).contains(&byte) {
            let code =
                (u32::from(byte & 15) << 12) | (u32::from(bytes[at + 1] & 63) << 6) | u32::from(bytes[at + 2] & 63);
            if bits[code as usize / 64] >> (code % 64) & 1 == 1 {
                at = scanner.at_sign(at).max(at + 3);
            } else {
                at += 3;
            }
            continue;
        }
        at += if byte < 0xe0 { 2 } else { 4 };
    }
    scanner.items
}

struct Scanner<'a> {
    text: &'a str,
    all: bool,
    items: Vec<Item>,
    /// Where a 《 that is still open stands.
    title: Option<usize>,
}

/// A title longer than this was never closed.
const TITLE: usize = 180;

impl<'a> Scanner<'a> {
    fn cursor(&self, at: usize) -> Cursor<'a> {
        Cursor::new(self.text, at)
    }

    fn at_sign(&mut self, at: usize) -> usize {
        let here = self.cursor(at);
        let next = here.step().at;
        match here.peek() {
            Some('《') => self.title = Some(at),
            Some('》') => self.title = None,
            Some('翻') => return self.whole(special::doubling(here)).unwrap_or(next),
            Some('半') if self.all => {
                return self.whole(special::half(here).or_else(|| phrase::half(here))).unwrap_or(next);
            }
            Some('半') => return self.whole(special::half(here)).unwrap_or(next),
            Some('首') => {
                let before = Near::before(self.text, at, false);
                return self.whole(special::first_place(here, &before)).unwrap_or(next);
            }
            _ => return self.number(at),
        }
        next
    }

    /// Keeps an amount that was read as a whole, with its qualifier.
    fn whole(&mut self, item: Option<Item>) -> Option<usize> {
        let mut item = item?;
        let before = Near::before(self.text, item.start, false);
        let after = Near::after(self.text, item.end, false);
        if item.mask.is_none() && item.kind != AmountKind::Rank {
            qualify(&mut item, &before, &after);
            far_qualifier(&mut item, &before);
        }
        if item.outer == (0, 0) || item.outer.1 < item.end {
            item.outer = (item.start, item.end);
        }
        item.outer = (item.outer.0.min(item.start), item.outer.1.max(item.end));
        let end = item.end;
        self.push(item);
        Some(end)
    }

    fn push(&mut self, mut item: Item) {
        if !self.all && item.mask.is_none() && self.title.is_some_and(|open| item.start - open < TITLE) {
            item.mask = Some("title");
        }
        self.items.push(item);
    }

    /// Whether `from..to` is all there is in its line, or in its cell where tabs part the line.
    fn alone(&self, from: usize, to: usize) -> bool {
        let edge = |c: char| c == '\n' || c == '\t';
        let plain = |c: &char| !super::cursor::is_blank(*c) && !matches!(c, '-' | '－' | '+' | '−');
        let head = self.text[..from].chars().rev().take(32).find(|c| edge(*c) || plain(c));
        let rest = self.text[to..].chars().take(32).find(|c| edge(*c) || !super::cursor::is_blank(*c));
        head.is_none_or(edge) && rest.is_none_or(edge)
    }

    /// Reads on from a number's first sign; where to go on from.
    fn number(&mut self, at: usize) -> usize {
        let here = self.cursor(at);
        let first = here.peek().unwrap_or(' ');
        let figure = first.is_ascii_digit();
        let mut ways = Ways { all: self.all, alone: false };
        if figure && let Some((items, end)) = chain::read(here, ways) {
            for item in items {
                if item.mask.is_some() {
                    self.push(item)
                } else {
                    self.whole(Some(item));
                }
            }
            return end;
        }
        ways.alone = figure && self.alone(at, skip_run(here));
        if !self.all && first == '一' && here.step().peek() == Some('十') {
            // 统一十家: a number of ten does not start with 一.
            return here.step().at;
        }
        let Some(number) = numeral::read(here, ways) else {
            if first == '一'
                && let Some(end) = self.whole(special::half(here))
            {
                return end;
            }
            return self.unread(here, figure);
        };
        if let Some(item) = special::fraction(at, &number, self.text, ways) {
            return self.whole(Some(item)).unwrap_or(number.end);
        }
        if first == '一'
            && number.single
            && let Some(end) = self.whole(special::half(here))
        {
            return end;
        }
        self.judge(at, &number, ways)
    }

    /// A sign or a run of figures that is no number: 数 of 数据, forty figures in a row.
    fn unread(&mut self, here: Cursor<'_>, figure: bool) -> usize {
        let run = figure_run(here);
        if figure {
            self.push(Item::masked(here.at, run, "name"));
            return run;
        }
        here.step().at
    }

    fn judge(&mut self, at: usize, number: &Number, ways: Ways) -> usize {
        let text = self.text;
        let here = self.cursor(at);
        if !self.all
            && number.form == Form::Arabic
            && number.plain
            && let Some(end) = self.plain_date(here, number, ways)
        {
            return end;
        }
        if !self.all
            && number.form == Form::Chinese
            && number.scale == Decimal::ONE
            && let Some(end) = self.plain_word(here, number, ways)
        {
            return end;
        }
        let before = Near::before(text, at, ways.alone);
        if !self.all {
            if before.get(0) == Some('第') {
                let item = special::ordinal(
                    Cursor::new(text, before.edge(1)),
                    number,
                    &Near::before(text, before.edge(1), false),
                );
                let end = item.end;
                self.push(item);
                return end;
            }
            if let Some(item) = special::top(at, number, &before, text) {
                let end = item.end;
                self.push(item);
                return end;
            }
            if let Some(end) = self.idiom(here, number, &before) {
                return end;
            }
        }
        let mut item = Item::new(at, number);
        let mut end = self.cursor(number.end);
        let plus = !self.all && end.peek() == Some('+');
        if plus && matches!(tail(end.step(), ways), Tail::Unit { .. }) {
            end = end.step();
            item.approx = true;
        }
        match tail(end, ways) {
            Tail::Time { .. } if self.all => {}
            Tail::Time { why, end } => return self.time(item, (why, end), &before),
            Tail::Unit { unit, end } => self.unit(&mut item, currency(unit, &before), end),
            Tail::Nothing => {}
        }
        if self.all && item.unit.is_none() {
            phrase::finish(&mut item, text);
        }
        sign(&mut item, text);
        let after = Near::after(text, item.end, ways.alone);
        let moved = (item.start != at).then(|| Near::before(text, item.start, ways.alone));
        let before = moved.unwrap_or(before);
        qualify(&mut item, &before, &after);
        far_qualifier(&mut item, &before);
        if self.all {
            self.push(item.clone());
            return item.end;
        }
        self.settle(item, number, (&before, &after))
    }

    /// 2023年, 7月, 26日: a date whatever stands around it. 第3年, 前5年 and 11.2年 want a closer look.
    fn plain_date(&mut self, here: Cursor<'_>, number: &Number, ways: Ways) -> Option<usize> {
        let led = here.back().is_some_and(|c| matches!(c, '第' | '前') || super::cursor::is_blank(c));
        let Tail::Time { why: "date", end } = tail(self.cursor(number.end), ways) else { return None };
        let year = number.low >= Decimal::ONE_HUNDRED || !self.text[..end].ends_with('年');
        if led || !year {
            return None;
        }
        self.push(Item::masked(here.at, end, "date"));
        Some(end)
    }

    /// A numeral inside a word (统一, 三亚, 两会): most of them, so they are let go before anything is looked up.
    fn plain_word(&mut self, here: Cursor<'_>, number: &Number, ways: Ways) -> Option<usize> {
        let led = here.back().is_some_and(|c| matches!(c, '第' | '前') || super::cursor::is_blank(c));
        let counted = led || self.goes_on(number.end) || !matches!(tail(self.cursor(number.end), ways), Tail::Nothing);
        if counted {
            return None;
        }
        let end = LEXICON.idiom_at(here).unwrap_or(number.end);
        if end > number.end {
            self.push(Item::masked(here.at, end, "idiom"));
        }
        Some(if number.digits { here.step().at } else { end.max(number.end) })
    }

    fn idiom(&mut self, here: Cursor<'_>, number: &Number, before: &Near) -> Option<usize> {
        let end = if number.form == Form::Arabic { None } else { LEXICON.idiom_at(here) }?;
        // 一点五倍 reads on past 一点; 超万家 is a number because of 超.
        if end < number.end || (number.form == Form::Scale && LEXICON.before(before, 0, true).is_some()) {
            return None;
        }
        self.push(Item::masked(here.at, end, "idiom"));
        Some(end)
    }

    /// A date, duration, age or clock time, save where a count of days or years is what is measured.
    fn time(&mut self, mut item: Item, (why, end): (&'static str, usize), before: &Near) -> usize {
        let measured = ["天数", "预期寿命", "期望寿命", "教育年限", "平均年龄", "日照", "时数", "工时"]
            .iter()
            .any(|word| before.clause_before_has(word));
        item.end = end;
        item.outer = (item.start, end);
        if measured && why != "date"
            || measured
                && item.form == Form::Arabic
                && self.text[..end].ends_with('年')
                && item.low < Decimal::ONE_HUNDRED
        {
            let printed: String = self.text[..end].chars().next_back().map(fold).into_iter().collect();
            let unit = UnitHit {
                base: printed.clone().into(),
                printed: printed.into(),
                factor: Decimal::ONE,
                kind: AmountKind::Quantity,
                counter: true,
            };
            (item.kind, item.unit) = (unit.kind, Some(unit));
            let after = Near::after(self.text, end, false);
            qualify(&mut item, before, &after);
        } else {
            item.mask = Some(why);
        }
        self.push(item);
        end
    }

    fn unit(&mut self, item: &mut Item, unit: UnitHit, end: usize) {
        item.end = end;
        item.kind = unit.kind;
        let mut past = self.cursor(end);
        if unit.printed == "成" {
            // 三成五 is 35 %, 三成半 too.
            let loose = if self.all { past.skip_spaces() } else { past };
            let more = loose
                .peek()
                .and_then(|c| if c == '半' { Some(5) } else { numeral::chinese_digit(c) })
                .filter(|&d| d > 0);
            let next = loose.step();
            let plain = next.peek().is_none_or(|c| !starts_number(c) && c != '点') && LEXICON.unit_at(next).is_none();
            if let (Some(more), true, true) = (more, plain, item.high.is_none()) {
                item.low += Decimal::new(i64::from(more), 1);
                item.step = Decimal::new(1, 1);
                past = next;
                item.end = past.at;
            }
        }
        if past.peek() == Some('半')
            && !unit.counter
            && unit.kind != AmountKind::Percent
            && past.step().peek().is_none_or(is_mark)
        {
            item.low += Decimal::new(5, 1);
            past = past.step();
            item.end = past.at;
        }
        let next = past.step().skip_blanks();
        let open = next.peek().is_none_or(|c| is_mark(c) || "的，".contains(c));
        if matches!(past.peek(), Some('余' | '多')) && open && !item.approx {
            item.approx = true;
            item.end = past.step().at;
        }
        item.outer = (item.start, item.end);
        item.unit = Some(unit);
    }

    /// Decides between amount, mask and nothing, and keeps the item.
    fn settle(&mut self, mut item: Item, number: &Number, (before, after): (&Near, &Near)) -> usize {
        let end = item.end;
        let first_end = self.cursor(item.start).step().at;
        if number.digits && number.signs < 3 {
            // 唯一三家: the first sign belongs to the word before.
            return first_end;
        }
        if item.unit.is_none() {
            return self.bare(item, (before, after));
        }
        item.mask = self.unit_mask(&item, number, (before, after));
        if item.mask == Some("drop") {
            return end;
        }
        self.push(item);
        end
    }

    fn unit_mask(&self, item: &Item, number: &Number, (before, after): (&Near, &Near)) -> Option<&'static str> {
        let unit = item.unit.as_ref()?;
        let latin = unit.printed.is_ascii();
        let adjacent = self.cursor(item.start).back();
        if adjacent.is_some_and(|c| c.is_ascii_alphabetic() || c == '_') && latin && unit.kind == AmountKind::Quantity {
            return Some("name");
        }
        // 2+26个城市 and 2×66: parts of a formula; in +3.2% the sign is only a sign.
        let formula = self.text[..item.start].chars().rev().nth(1).map(fold).is_some_and(|c| c.is_ascii_alphanumeric());
        if matches!(adjacent, Some('+' | '×')) && formula {
            return Some("name");
        }
        if let Some(why) = ambiguous(self.text, item, number, before) {
            return Some(why);
        }
        if is_idiom(item, number.single, (before, after)) {
            return Some("idiom");
        }
        if item.form == Form::Scale && !item.approx && !self.implicit_one(item, number, (before, after)) {
            return Some("class");
        }
        if is_class(item, self.text, after) {
            return Some("class");
        }
        None
    }

    /// 破亿元, 超百位 and 总投资达百亿元 say 1; 亿元项目 and 百家企业 name a class.
    fn implicit_one(&self, item: &Item, number: &Number, (before, after): (&Near, &Near)) -> bool {
        if item.qualifier != tidemark_model::Qualifier::Exact {
            return true;
        }
        if LEXICON.class_bare.iter().any(|word| after.leads(0, word)) {
            return false;
        }
        let opened = ["达", "达到", "高达", "至", "到", "为", "有"].iter().any(|word| before.tails(0, word));
        let money = item.unit.as_ref().is_some_and(|unit| unit.base.ends_with('元'));
        let measures = after.get(0).is_none_or(is_mark)
            || ["的", "规模", "左右", "人民币", "大关", "投资", "资金", "以上"].iter().any(|word| after.leads(0, word));
        opened || (money && number.signs > 1 && measures)
    }

    fn bare(&mut self, mut item: Item, (before, after): (&Near, &Near)) -> usize {
        if item.scale > Decimal::ONE && !item.plain {
            let scale_only = item.form == Form::Scale && !item.approx;
            let said =
                item.qualifier != tidemark_model::Qualifier::Exact || before.tails(0, "达") || before.tails(0, "达到");
            if (!scale_only || said)
                && is_money(&item, before, after)
                && !LEXICON.class_tails.iter().any(|word| after.leads(0, word))
            {
                let unit = UnitHit {
                    base: "元".into(),
                    printed: "".into(),
                    factor: Decimal::ONE,
                    kind: AmountKind::Quantity,
                    counter: false,
                };
                (item.kind, item.unit) = (AmountKind::Quantity, Some(unit));
                if is_class(&item, self.text, after) {
                    item.mask = Some("class");
                }
                let end = item.end;
                self.push(item);
                return end;
            }
            if let Some(unit) = is_people(&item, before, after).filter(|_| !scale_only || said) {
                let unit = UnitHit {
                    base: unit.into(),
                    printed: "".into(),
                    factor: Decimal::ONE,
                    kind: AmountKind::Quantity,
                    counter: true,
                };
                (item.kind, item.unit) = (AmountKind::Quantity, Some(unit));
                let end = item.end;
                self.push(item);
                return end;
            }
            if scale_only || is_class(&item, self.text, after) {
                item.mask = Some("class");
            }
        }
        if item.mask.is_none()
            && item.form == Form::Arabic
            && let Some((why, end)) = self.name(&item, before)
        {
            item.mask = Some(why);
            item.end = end;
            item.outer.1 = item.outer.1.max(end);
        }
        let end = item.end;
        if item.form == Form::Arabic || item.scale > Decimal::ONE || self.goes_on(end) {
            self.push(item);
        }
        end
    }

    /// Whether a sign of a range or list and another number follow: 三至五亿元.
    fn goes_on(&self, end: usize) -> bool {
        let past = self.cursor(end).skip_blanks();
        let sign = past.peek().is_some_and(|c| matches!(c, '至' | '到' | '、' | '-' | '—' | '~' | '和'));
        sign && past.step().skip_blanks().peek().is_some_and(starts_number)
    }

    /// Why a unitless figure is part of a name, a date or a heading, and where that ends.
    fn name(&self, item: &Item, before: &Near) -> Option<(&'static str, usize)> {
        let (text, past) = (self.text, self.cursor(item.end));
        let next = past.peek();
        let back = self.cursor(item.start).back();
        if next.is_some_and(|c| c.is_ascii_alphabetic() || c == '+' || c == '_' || c == '×') {
            return Some(("name", latin_run(past).at));
        }
        if back.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '+' | '_' | '×' | '#'))
            || led_by_letter(text, item.start)
        {
            return Some(("name", item.end));
        }
        let dot = |c: Option<char>| matches!(c, Some('·' | '•' | '・'));
        if dot(next) && past.step().peek().is_some_and(|c| c.is_ascii_digit()) || dot(back) {
            return Some(("name", item.end));
        }
        if let Some(end) = LEXICON.name_tail_at(past) {
            return Some(("name", end));
        }
        if before.get(0).is_some_and(|c| matches!(c, '“' | '‘' | '「' | '『' | '"' | '\''))
            && next.is_some_and(|c| matches!(c, '”' | '’' | '」' | '』' | '"' | '\''))
        {
            return Some(("name", item.end));
        }
        if back.is_some_and(|c| matches!(c, '〔' | '[' | '【' | '('))
            && next.is_some_and(|c| matches!(c, '〕' | ']' | '】' | ')'))
            && item.plain
        {
            return Some(("number", item.end));
        }
        let year = item.plain
            && item.low >= Decimal::from(1900)
            && item.low < Decimal::from(2100)
            && item.end - item.start <= 12;
        let set_off = |c: Option<char>| c.is_none_or(super::cursor::is_blank);
        if year && (!set_off(back) || !(set_off(next) || next.is_some_and(is_mark))) {
            return Some(("date", item.end));
        }
        let head = text[..item.start].trim_end_matches([' ', '\t', '\u{3000}']);
        let heads_line = head.is_empty() || head.ends_with('\n');
        if heads_line && next.is_some_and(|c| matches!(c, '、' | '.')) && item.low < Decimal::ONE_HUNDRED {
            return Some(("number", item.end));
        }
        None
    }
}

/// 港币2亿元: the currency before the number is the one meant.
fn currency(unit: UnitHit, before: &Near) -> UnitHit {
    const SAID: [(&str, &str); 8] = [
        ("港币", "港元"),
        ("美元", "美元"),
        ("美金", "美元"),
        ("欧元", "欧元"),
        ("日元", "日元"),
        ("新台币", "新台币"),
        ("英镑", "英镑"),
        ("港元", "港元"),
    ];
    if unit.base != "元" || unit.printed != "元" {
        return unit;
    }
    match SAID.iter().find(|(word, _)| before.tails(0, word)) {
        Some((_, base)) => UnitHit { base: (*base).into(), ..unit },
        None => unit,
    }
}

/// Units whose short word means something else more often: 8点, 30分, 360度, 三方.
fn ambiguous(text: &str, item: &Item, number: &Number, before: &Near) -> Option<&'static str> {
    let unit = item.unit.as_ref()?;
    let scaled = item.scale > Decimal::ONE;
    let has = |words: &[&str]| words.iter().any(|word| before.clause_before_has(word));
    match unit.printed.as_ref() {
        "点" if number.plain && item.low <= Decimal::from(24) && !has(&["指数", "指标", "点位"]) => {
            Some("clock")
        }
        "分" if before.get(0).is_some_and(|c| matches!(c, '时' | '点')) => Some("clock"),
        "分" if item.form != Form::Arabic => Some("idiom"),
        "度" if !scaled && !has(&["电"]) => Some("angle"),
        "方" | "平方" if !scaled && (item.form != Form::Arabic || item.low < Decimal::TEN) => Some("idiom"),
        "元" if item.form == Form::Chinese && number.signs == 1 => Some("idiom"),
        "对" if Cursor::new(text, item.end).peek().is_some_and(|c| c.is_ascii_digit()) => Some("name"),
        "幢" | "栋" if Cursor::new(text, item.end).peek().is_some_and(|c| c.is_ascii_digit()) => Some("address"),
        "村" | "层" | "段" | "里" | "组" | "门" if item.form != Form::Arabic => Some("name"),
        _ => None,
    }
}

/// 约占全区总产值的35.5%, 超过了全集团营收的一半: the qualifier stands before what the share is taken of.
fn far_qualifier(item: &mut Item, before: &Near) {
    if item.word.is_some() || item.approx || item.kind != AmountKind::Percent || before.get(0) != Some('的') {
        return;
    }
    use tidemark_model::Qualifier::{About, Above, Below};
    let words = [
        ("约占", About),
        ("大约占", About),
        ("占比约", About),
        ("约为", About),
        ("近占", Below),
        ("超过", Above),
        ("接近", Below),
        ("超占", Above),
        ("不足", Below),
        ("突破", Above),
    ];
    let clause = before.clause().len();
    for skip in 1..clause {
        for (word, qualifier) in words {
            if skip + word.chars().count() <= clause && before.tails(skip, word) {
                item.qualifier = qualifier;
                item.word = Some(word.trim_end_matches('占').trim_start_matches("占比").to_string());
                return;
            }
        }
        if before.get(skip).is_some_and(|c| c.is_ascii_digit()) {
            return;
        }
    }
}

/// Takes a minus before the number into it: -3.5%, 负1.1. In 5-8 and 1-9 it is none.
fn sign(item: &mut Item, text: &str) {
    let here = Cursor::new(text, item.start);
    let head = &text[..item.start];
    let Some(raw) = head.trim_end_matches([' ', '\u{3000}']).chars().next_back() else { return };
    let at = head.trim_end_matches([' ', '\u{3000}']).len() - raw.len_utf8();
    let before = Cursor::new(text, at).back();
    let spaced = at + raw.len_utf8() != here.at;
    let minus = match fold(raw) {
        '负' => !before.is_some_and(|c| "担抱欺自胜".contains(c)),
        '-' if spaced => false,
        '-' => match before {
            None => true,
            Some(c) if super::cursor::is_blank(c) || (is_mark(c) && c != '—' && c != '.') => true,
            Some(c)
                if c.is_ascii_alphanumeric()
                    || matches!(c, '-' | '%' | '月' | '日' | '年' | '时' | '号' | '—' | '.') =>
            {
                false
            }
            Some(c) => (item.kind != AmountKind::Quantity || "长幅降减跌率".contains(c)) && !starts_number(c),
        },
        _ => false,
    };
    if minus {
        item.start = at;
        item.low = -item.low;
        item.high = item.high.map(|high| -high);
        item.outer.0 = item.outer.0.min(at);
    }
}

/// Past the figures at `at`, however many.
fn figure_run(mut at: Cursor<'_>) -> usize {
    while at.peek().is_some_and(|c| c.is_ascii_digit()) {
        at = at.step();
    }
    at.at
}

/// Past figures and their separators, as far as a table's cell may reach.
fn skip_run(mut at: Cursor<'_>) -> usize {
    for _ in 0..40 {
        if !at.peek().is_some_and(|c| c.is_ascii_digit() || c == '.' || c == ',' || c == '%') {
            break;
        }
        at = at.step();
    }
    at.at
}

fn latin_run(mut at: Cursor<'_>) -> Cursor<'_> {
    while at.peek().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '_' | '-' | '×')) {
        at = at.step();
    }
    at
}

/// COVID-19, A-15.
fn led_by_letter(text: &str, at: usize) -> bool {
    let mut back = text[..at].chars().rev();
    matches!(back.next(), Some('-')) && back.next().is_some_and(|c| c.is_ascii_alphabetic())
}
