//! From the words that date an amount to its period: most give their own, 8月7日 of an event two sentences back its
//! month, 由2座增至7座 none for the two.

use super::context::{Dated, PeriodContext};
use super::expr::{PeriodExpr, Role};
use super::outlast::is_passing_day;
use tidemark_model::{Period, Resolved};

/// A period with the rule that found it.
type Answer = Option<(Resolved<Period>, &'static str)>;

impl PeriodContext<'_> {
    /// The period of an amount no words date.
    pub(super) fn untold(&self, at: usize, planned: bool) -> Option<Resolved<Period>> {
        let told = |_: &Resolved<Period>| !(self.is_first_state(at) || planned && self.comes_some_day(at));
        let year = |now: Resolved<Period>| if planned || self.is_yearly(at) { of_its_year(now) } else { now };
        self.so_far_reported(at).or_else(|| self.issue().filter(told).map(year))
    }

    /// The period of an amount that the mention `chosen` dates, reached by `rule`.
    pub(super) fn answer(&self, (chosen, rule): (usize, &'static str), at: usize, planned: bool) -> Answer {
        let dated = &self.mentions[chosen];
        // What is planned 近日 or at a gathering of no day told is planned for a time not told.
        let inherited = matches!(rule, "period/paragraph" | "period/article");
        let open = match dated.mention.expr {
            PeriodExpr::Event => self.anchor.event.is_none(),
            PeriodExpr::Recent => inherited,
            _ => false,
        };
        if planned && open {
            return self.untold(at, planned).map(|now| (now, "period/issue"));
        }
        if let Some(other) = planned.then(|| self.planned_otherwise(dated, rule, at)).flatten() {
            return other;
        }
        let stands = self.stands_now(dated, rule, at);
        if let Some(period) = self.running_total(dated, at).filter(|_| !stands) {
            return Some((period, rule));
        }
        let old = self.is_long_ago(dated, rule);
        if old && !stands && !self.has_become(at) {
            return None;
        }
        if old || stands || self.has_faded(dated, rule) {
            let year = |now: Resolved<Period>| if self.is_yearly(at) { of_its_year(now) } else { now };
            return self.issue().map(|now| (year(now), "period/issue"));
        }
        self.value_of(chosen, rule, at).map(|value| (value, rule))
    }

    /// What a planned figure takes instead of a time told before it; `Some(None)` where it has none.
    fn planned_otherwise(&self, dated: &Dated, rule: &str, at: usize) -> Option<Answer> {
        let inherited = matches!(rule, "period/paragraph" | "period/article");
        let day = dated.found.as_ref().is_some_and(|(period, _)| matches!(period, Period::Day(_)));
        if inherited && day && self.comes_some_day(at) {
            return Some(None);
        }
        let year = self.year_ahead(dated).filter(|_| inherited && !self.stands_now(dated, rule, at));
        year.map(|year| Some((year, "period/issue")))
    }

    /// A plan after sentences on what is past is for the issue's year.
    fn year_ahead(&self, dated: &Dated) -> Option<Resolved<Period>> {
        let (past, _) = dated.found.as_ref()?;
        let year = self.anchor.issue?.last_day().year;
        let value = Period::Year(year);
        let part = matches!(past, Period::Half(..) | Period::Quarter(..) | Period::Months { .. });
        let over = part && past.last_day().year == year && past.last_day() < self.anchor.issue?.first_day();
        let so_far = matches!(dated.mention.expr, PeriodExpr::LastYears(_) | PeriodExpr::ForYears(_));
        (past.last_day().year + 1 == year || over || so_far).then(|| Resolved {
            value,
            reason: format!("计划数，按刊期取{year}年"),
            span: None,
        })
    }

    /// The mention's own period, or the part of it that the amount is of.
    fn value_of(&self, chosen: usize, rule: &str, at: usize) -> Option<Resolved<Period>> {
        let dated = &self.mentions[self.dealt_out(chosen, at).unwrap_or(chosen)];
        let part = self.one_end(dated, at).or_else(|| self.dealt_span(dated, at));
        let (value, reason) = part.or_else(|| self.first_state(dated, at)).or_else(|| dated.found.clone())?;
        // 变电站由2座增至7座: how many there were before an event's day, or before now, the text does not tell.
        let instant = matches!(value, Period::Day(_)) || dated.mention.expr == PeriodExpr::Now;
        if instant && dated.mention.role == Role::Stated && rule != "period/clause" && self.is_first_state(at) {
            return None;
        }
        let yearly = || self.yearly(dated, value, at);
        let wider =
            self.whole_year(dated, value, rule, at).or_else(yearly).or_else(|| self.size_of_works(value, rule, at));
        let (value, reason) = match wider.or_else(|| self.month_of_event(dated, rule, at)) {
            Some(wider) => (wider, format!("不限于此一时点，取{}", wider.to_chinese())),
            None => (value, reason),
        };
        let (value, reason) = self.year_before(value, at).unwrap_or((value, reason));
        let range = dated.mention.range;
        Some(Resolved { value, reason: format!("“{}”{reason}", range.slice(self.text)), span: Some(range) })
    }

    /// The year of a yearly figure that would be of the month of now.
    fn yearly(&self, dated: &Dated, value: Period, at: usize) -> Option<Period> {
        let now = matches!(dated.mention.expr, PeriodExpr::Now | PeriodExpr::Recent);
        (now && matches!(value, Period::Month(..)) && self.is_yearly(at)).then(|| Period::Year(value.last_day().year))
    }

    /// 8月7日,项目集中开工。…总投资5亿元: what later sentences tell is of the issue's month, not of that day alone.
    fn month_of_event(&self, dated: &Dated, rule: &str, at: usize) -> Option<Period> {
        let inherited = matches!(rule, "period/paragraph" | "period/article") && dated.mention.range.start < at;
        let (Period::Day(day), _) = dated.found.as_ref()? else { return None };
        // 截至8月7日 says up to when all of it is counted.
        let lead = self.text.get(..dated.mention.range.start)?;
        if ["截至", "截止", "截止到", "截至今年"].iter().any(|w| lead.ends_with(w)) {
            return None;
        }
        let month = self.anchor.now().filter(|now| *now == Period::Month(day.year, day.month))?;
        (inherited && is_passing_day(dated.mention.expr)).then_some(month)
    }
}

/// What is planned or comes every year without a time is of the year rather than of the month it was printed in.
fn of_its_year(now: Resolved<Period>) -> Resolved<Period> {
    let year = Period::Year(now.value.last_day().year);
    Resolved {
        value: year, reason: format!("文中未写时间，计划数、年度数按刊期取{}", year.to_chinese()), span: None
    }
}
