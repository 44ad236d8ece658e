//! The sum a numeral is read into: 3亿5000万 is 3 of 亿, then 5000 of 万; 一千二百 is 1 of 千, then 2 of 百.
//!
//! Exact; which signs are read into it is left to [`super::numeral`].

use super::numeral::{Form, Number};
use tidemark_model::Decimal;

/// 兆, 亿, 万 and what repetitions of them make sense.
const PARTS: usize = 6;

pub(super) struct Sum {
    /// Finished parts (low, high) with their scale, largest first.
    parts: [(Decimal, Decimal, Decimal); PARTS],
    pub held: usize,
    pub section: (Decimal, Decimal),
    pub current: Option<(Decimal, Decimal)>,
    pub last: Decimal,
    pub zero: bool,
    pub step: Decimal,
    pub scale: Decimal,
    pub arabic: bool,
    pub digit: bool,
    pub approx: Option<char>,
    pub signs: usize,
    /// The last sign was a single Chinese digit.
    pub tail: bool,
    pub dotted: bool,
    pub plain: bool,
    pub digits: bool,
}

impl Sum {
    pub fn new() -> Self {
        Self {
            parts: [(Decimal::ZERO, Decimal::ZERO, Decimal::ZERO); PARTS],
            held: 0,
            section: (Decimal::ZERO, Decimal::ZERO),
            current: None,
            last: Decimal::ONE,
            zero: false,
            step: Decimal::ONE,
            scale: Decimal::ONE,
            arabic: false,
            digit: false,
            approx: None,
            signs: 0,
            tail: false,
            dotted: false,
            plain: false,
            digits: false,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.held == 0 && self.current.is_none() && self.section.0.is_zero() && self.signs == 0
    }

    pub fn take(&mut self) -> (Decimal, Decimal) {
        self.current.take().unwrap_or((Decimal::ONE, Decimal::ONE))
    }

    pub fn small(&mut self, scale: u32) -> Option<()> {
        let scale = Decimal::from(scale);
        let (low, high) = self.take();
        self.section.0 = self.section.0.checked_add(low.checked_mul(scale)?)?;
        self.section.1 = self.section.1.checked_add(high.checked_mul(scale)?)?;
        self.step = if self.arabic && self.tail_is_literal() { self.step.checked_mul(scale)? } else { scale };
        self.last = scale;
        self.mark();
        Some(())
    }

    pub fn tail_is_literal(&self) -> bool {
        !self.tail
    }

    pub fn mark(&mut self) {
        self.zero = false;
        self.tail = false;
        self.plain = false;
        self.signs += 1;
    }

    pub fn big(&mut self, scale: Decimal) -> Option<()> {
        let (mut low, mut high) = self.section;
        let mut some = !low.is_zero();
        // 百二万 is 120 of them, as 一百二 is 120.
        let shift = if some { self.tail_shift()? } else { Decimal::ONE };
        if let Some((l, h)) = self.current.take() {
            let (l, h) = (l.checked_mul(shift)?, h.checked_mul(shift)?);
            (low, high, some) = (low.checked_add(l)?, high.checked_add(h)?, true);
        }
        while let Some(&(l, h, at)) = self.parts[..self.held].last() {
            if at > scale || (at == scale && some) {
                break;
            }
            (low, high, some) = (low.checked_add(l)?, high.checked_add(h)?, true);
            self.held -= 1;
        }
        if !some {
            (low, high) = (Decimal::ONE, Decimal::ONE);
        }
        *self.parts.get_mut(self.held)? = (low.checked_mul(scale)?, high.checked_mul(scale)?, scale);
        self.held += 1;
        self.section = (Decimal::ZERO, Decimal::ZERO);
        self.step = self.step.checked_mul(scale)?;
        self.scale = if self.held == 1 { self.scale.checked_mul(scale)? } else { scale };
        self.last = scale;
        self.mark();
        Some(())
    }

    /// 一万三 is 13 000: a last digit counts tenths of the scale before it, unless 零 stands between.
    pub fn tail_shift(&self) -> Option<Decimal> {
        if self.tail && !self.zero && self.last >= Decimal::ONE_HUNDRED {
            self.last.checked_div(Decimal::TEN)
        } else {
            Some(Decimal::ONE)
        }
    }

    pub fn total(&self) -> Option<(Decimal, Decimal)> {
        let (mut low, mut high) = self.section;
        if let Some((l, h)) = self.current {
            let shift = self.tail_shift()?;
            low = low.checked_add(l.checked_mul(shift)?)?;
            high = high.checked_add(h.checked_mul(shift)?)?;
        }
        for &(l, h, _) in &self.parts[..self.held] {
            low = low.checked_add(l)?;
            high = high.checked_add(h)?;
        }
        Some((low, high))
    }

    pub fn finish(self, end: usize) -> Option<Number> {
        let (low, high) = self.total()?;
        let form = match (self.arabic, self.digit) {
            (true, _) => Form::Arabic,
            (false, true) => Form::Chinese,
            (false, false) => Form::Scale,
        };
        let step = if self.tail && !self.zero && self.last >= Decimal::ONE_HUNDRED {
            self.last.checked_div(Decimal::TEN)?
        } else {
            self.step
        };
        Some(Number {
            end,
            low,
            high: (high != low).then_some(high),
            step,
            scale: self.scale,
            form,
            approx: self.approx,
            single: self.digit && !self.arabic && self.signs == 1,
            signs: self.signs,
            dotted: self.dotted,
            plain: self.plain,
            digits: self.digits,
        })
    }
}
