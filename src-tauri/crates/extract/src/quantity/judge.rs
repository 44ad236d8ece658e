//! What a number is, by its unit and the words around it: an amount (3.5亿元), a date (2023年), part of a word (统一) or
//! of a name (3号线), a class (亿元项目).

use super::AmountKind;
use super::context::{divisions, is_class, is_idiom, is_index, is_money, is_people};
use super::cursor::{Cursor, Near, fold, is_blank, is_mark};
use super::edge::{ambiguous, currency, far_qualifier, sign};
use super::item::{Item, Tail, UnitHit, qualify, tail};
use super::lexicon::LEXICON;
use super::numeral::{self, Form, Number, Ways, starts_number};
use super::scan::Scanner;
use super::{phrase, special};
use tidemark_model::Decimal;

impl Scanner<'_> {
    /// Decides what the number that stands at `at` is; where to go on from.
    pub(super) fn judge(&mut self, at: usize, number: &Number, ways: Ways) -> usize {
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
            Tail::Nothing if self.all => {}
            Tail::Nothing => {
                if let Some((unit, end)) = divisions(number, end, &before) {
                    self.unit(&mut item, unit, end);
                }
            }
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
        let led = here.back().is_some_and(|c| matches!(c, '第' | '前') || is_blank(c));
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
        let led = here.back().is_some_and(|c| matches!(c, '第' | '前') || is_blank(c));
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
        let measured = LEXICON.measured_time.iter().any(|word| before.clause_before_has(word));
        let figures_end = item.end;
        item.end = end;
        item.outer = (item.start, end);
        if measured && why != "date"
            || measured
                && item.form == Form::Arabic
                && self.text[..end].ends_with('年')
                && item.low < Decimal::ONE_HUNDRED
        {
            let printed: String = self.text[figures_end..end].chars().filter(|&c| !is_blank(c)).map(fold).collect();
            let printed = printed.strip_prefix('个').map(str::to_owned).unwrap_or(printed);
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
                item.low = plus(item.low, Decimal::new(i64::from(more), 1));
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
            item.low = plus(item.low, Decimal::new(5, 1));
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
                let class = is_class(&item, self.text, after);
                return self.understood(item, ("元", false), class);
            }
            if let Some(unit) = is_people(&item, before, after).filter(|_| !scale_only || said) {
                return self.understood(item, (unit, true), false);
            }
            if scale_only || is_class(&item, self.text, after) {
                item.mask = Some("class");
            }
        }
        if item.form == Form::Arabic && item.scale == Decimal::ONE && is_index(before, after) {
            return self.understood(item, ("", false), false);
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

    /// Keeps an item whose unit is not printed but meant: 投资120亿, 人口3.2万, 指数7.4.
    fn understood(&mut self, mut item: Item, (base, counter): (&'static str, bool), class: bool) -> usize {
        let kind = AmountKind::Quantity;
        item.kind = kind;
        item.unit = Some(UnitHit { base: base.into(), printed: "".into(), factor: Decimal::ONE, kind, counter });
        if class {
            item.mask = Some("class");
        }
        let end = item.end;
        self.push(item);
        end
    }

    /// Whether a sign of a range or list and another number follow: 三至五亿元.
    fn goes_on(&self, end: usize) -> bool {
        let past = self.cursor(end).skip_blanks();
        let sign = past.peek().is_some_and(|c| matches!(c, '至' | '到' | '、' | '-' | '—' | '~' | '和'));
        sign && past.step().skip_blanks().peek().is_some_and(starts_number)
    }

    /// 2000—3000斤: no year, since the end of the range has a unit that is none of time.
    fn ranges_to_amount(&self, end: usize) -> bool {
        let past = self.cursor(end).skip_blanks();
        let signed = past.peek().is_some_and(|c| matches!(c, '至' | '到' | '-' | '—' | '~' | '–'));
        let ways = Ways { all: false, alone: false };
        let next = past.step().skip_blanks();
        signed
            && numeral::read(next, ways)
                .is_some_and(|number| matches!(tail(self.cursor(number.end), ways), Tail::Unit { .. }))
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
        let set_off = |c: Option<char>| c.is_none_or(is_blank);
        if year && !self.ranges_to_amount(item.end) && (!set_off(back) || !(set_off(next) || next.is_some_and(is_mark)))
        {
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

/// A number as large as exact decimals go has no room for a half more.
fn plus(low: Decimal, more: Decimal) -> Decimal {
    low.checked_add(more).unwrap_or(low)
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
