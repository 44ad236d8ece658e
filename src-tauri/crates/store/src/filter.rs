//! Which observations are asked for, turned into SQL that the indexes answer.

use crate::named::AllNamed;
use rusqlite::types::Value;
use tidemark_model::{PageId, Period};

/// Which observations, in which order; an empty field does not filter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Subjects, any of them: a place and its aliases, or a district and its parks.
    pub subjects: Vec<String>,
    /// Indicators by name, any of them.
    pub indicators: Vec<String>,
    /// The same days: 2023-H1 finds 2023-01/2023-06 too.
    pub period: Option<Period>,
    /// The page they came from.
    pub page: Option<PageId>,
    /// Words that stand in indicator, subject or sentence.
    pub text: Option<String>,
    /// Rejected ones too.
    pub include_rejected: bool,
    /// Order; page order when absent.
    pub sort: Option<Sort>,
    /// Largest first.
    pub descending: bool,
    /// Rows passed over.
    pub offset: u32,
    /// Rows at the most; all when absent.
    pub limit: Option<u32>,
}

/// What a list is ordered by; page order within equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// By indicator's name.
    Indicator,
    /// By subject's name.
    Subject,
    /// By last day.
    Period,
    /// By value in the base unit.
    Value,
    /// By measure's name.
    Measure,
    /// By file name and place on the page.
    Source,
    /// By confidence.
    Confidence,
}

impl Sort {
    /// The order of that name: `indicator`, `subject`, `period`, `value`, `measure`, `source`, `confidence`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        const ALL: &[(&str, Sort)] = &[
            ("indicator", Sort::Indicator),
            ("subject", Sort::Subject),
            ("period", Sort::Period),
            ("value", Sort::Value),
            ("measure", Sort::Measure),
            ("source", Sort::Source),
            ("confidence", Sort::Confidence),
        ];
        ALL.iter().find(|(n, _)| *n == name).map(|(_, sort)| *sort)
    }

    /// What is compared first, second, …; without a value comes first.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Indicator => &["(SELECT rtrim(names, ']') FROM named WHERE named.id = observation.named)"],
            Self::Subject => &["observation.subject"],
            Self::Period => &["observation.last_day", "observation.first_day", "observation.period"],
            Self::Value => &["observation.unit", "observation.value_number"],
            Self::Measure => &["observation.measure"],
            Self::Source => &["(SELECT name FROM page WHERE page.id = observation.page)", "observation.id"],
            Self::Confidence => &["observation.confidence"],
        }
    }
}

/// Conditions with the values of their question marks, in order.
#[derive(Default)]
struct Conditions {
    sql: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn is(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push(sql.to_owned());
        self.values.extend(values);
    }

    fn any_of(&mut self, column: &str, names: &[String]) {
        if !names.is_empty() {
            let marks = vec!["?"; names.len()].join(", ");
            self.is(&format!("{column} IN ({marks})"), names.iter().map(|n| Value::from(n.clone())));
        }
    }

    fn same_days(&mut self, table: &str, period: Option<Period>) {
        if let Some(period) = period {
            let days = [period.last_day().to_string(), period.first_day().to_string()];
            self.is(&format!("{table}.last_day = ? AND {table}.first_day = ?"), days.map(Value::from));
        }
    }

    fn joined(&self) -> String {
        if self.sql.is_empty() { "1".to_owned() } else { self.sql.join(" AND ") }
    }
}

impl Filter {
    /// `select` with conditions, order and limit, and the values of its question marks.
    pub(crate) fn select(&self, select: &str, named: &AllNamed) -> (String, Vec<Value>) {
        let conditions = self.conditions(named);
        let direction = if self.descending { "DESC" } else { "ASC" };
        let place = ["observation.page", "observation.article", "observation.span_start"];
        let keys = self.sort.map_or(&[][..], Sort::columns).iter().chain(&place);
        let order: Vec<_> = keys.map(|key| format!("{key} {direction}")).collect();
        let order = order.join(", ");
        let limit = self.limit.map_or(-1, i64::from);
        let sql =
            format!("{select} WHERE {} ORDER BY {order} LIMIT {limit} OFFSET {}", conditions.joined(), self.offset);
        (sql, conditions.values)
    }

    /// How many there are, limit and offset left aside.
    pub(crate) fn count(&self, named: &AllNamed) -> (String, Vec<Value>) {
        let conditions = self.conditions(named);
        (format!("SELECT count(*) FROM observation WHERE {}", conditions.joined()), conditions.values)
    }

    fn conditions(&self, named: &AllNamed) -> Conditions {
        let mut all = Conditions::default();
        if !self.indicators.is_empty() {
            let numbers = named.matching(0, &|row| row.names.iter().any(|name| self.indicators.contains(name)));
            let marks = vec!["?"; numbers.len()].join(", ");
            all.is(&format!("observation.named IN ({marks})"), numbers.into_iter().map(Value::from));
        }
        all.any_of("observation.subject", &self.subjects);
        all.same_days("observation", self.period);
        if let Some(page) = self.page {
            all.is("observation.page = ?", [Value::from(page.0)]);
        }
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|t| !t.is_empty()) {
            let columns = "(observation.sentence LIKE ? ESCAPE '\\' OR observation.subject LIKE ? ESCAPE '\\' OR observation.indicators LIKE ? ESCAPE '\\')";
            let pattern =
                Value::from(format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")));
            all.is(columns, [pattern.clone(), pattern.clone(), pattern]);
        }
        if !self.include_rejected {
            all.is("NOT observation.rejected", []);
        }
        all
    }
}
