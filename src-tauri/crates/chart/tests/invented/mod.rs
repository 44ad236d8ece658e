//! An invented district, 澄江区 of 江城市, with six parks, titles of firms and an industry of its own.
#![allow(dead_code)]

use tidemark_chart::{ChartSpec, Definition, Language, NothingToDraw, Question, compose};
use tidemark_model::{
    Assumption, Date, Decimal, Derived, Figure, Interval, Measure, ObservationId, Operand, PlaceKind, Qualifier,
    Quantity, Source, Status,
};

pub const DISTRICT: &str = "澄江区";

/// One figure in a line: `规模以上工业总产值 total 云台产业园 2023 1294.2亿元`.
pub struct Row {
    pub indicators: &'static str,
    pub family: &'static str,
    pub measure: Measure,
    pub subject: &'static str,
    pub period: &'static str,
    pub amount: &'static str,
    pub word: &'static str,
    pub whole: &'static str,
    pub article: usize,
    pub planned: bool,
    pub each: bool,
}

pub fn row(indicators: &'static str, subject: &'static str, period: &'static str, amount: &'static str) -> Row {
    Row {
        indicators,
        family: "",
        measure: Measure::Total,
        subject,
        period,
        amount,
        word: "",
        whole: "",
        article: 0,
        planned: false,
        each: false,
    }
}

impl Row {
    pub fn family(self, family: &'static str) -> Self {
        Self { family, ..self }
    }
    pub fn measure(self, measure: Measure) -> Self {
        Self { measure, ..self }
    }
    pub fn word(self, word: &'static str) -> Self {
        Self { word, ..self }
    }
    pub fn whole(self, whole: &'static str) -> Self {
        Self { whole, measure: Measure::Share, ..self }
    }
    pub fn article(self, article: usize) -> Self {
        Self { article, ..self }
    }
    pub fn each(self) -> Self {
        Self { each: true, ..self }
    }
    pub fn planned(self) -> Self {
        Self { planned: true, ..self }
    }
}

const HEADLINES: [&str; 4] = [
    "云台产业园交出年度答卷",
    "从一根纤维到一座城：澄江“光织”产业集群加速成形",
    "澄江区召开经济工作会议",
    "数说澄江这一年",
];

fn number(text: &str) -> (Decimal, Decimal, String) {
    let digits: String = text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '-')).collect();
    let rest = text[digits.len()..].trim_start_matches('余');
    let scale = ["万亿", "亿", "万"].into_iter().find(|s| rest.starts_with(s)).unwrap_or("");
    let factor = Decimal::from(match scale {
        "万亿" => 1_000_000_000_000_i64,
        "亿" => 100_000_000,
        "万" => 10_000,
        _ => 1,
    });
    let value: Decimal = digits.parse().expect("number");
    let step = Decimal::new(1, value.scale());
    (value * factor, step * factor, rest[scale.len()..].to_owned())
}

fn quantity(row: &Row) -> Quantity {
    let (low, high) = row.amount.split_once('至').unwrap_or((row.amount, ""));
    let (_, _, unit) = number(if high.is_empty() { low } else { high });
    let scale: String = high.chars().skip_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let (value, step, _) = number(&if high.is_empty() { low.to_owned() } else { format!("{low}{scale}") });
    let qualifier = match row.word {
        _ if !high.is_empty() => Qualifier::Range,
        "" => Qualifier::Exact,
        "约" | "左右" => Qualifier::About,
        "近" | "不足" | "以下" => Qualifier::Below,
        _ => Qualifier::Above,
    };
    Quantity {
        value,
        value_max: (!high.is_empty()).then(|| number(high).0),
        unit,
        qualifier,
        qualifier_word: (!row.word.is_empty()).then(|| row.word.to_owned()),
        step,
        printed: row.amount.to_owned(),
    }
}

pub fn figure(id: usize, row: &Row) -> Figure {
    let park = row.subject.ends_with('园') || row.subject.ends_with('镇') || row.subject.ends_with('港');
    let (kind, parents): (_, &[&str]) = match row.subject {
        "江城市" => (PlaceKind::City, &["东澜省"]),
        s if s.ends_with('区') => (PlaceKind::District, &["江城市", "东澜省"]),
        _ if park => (PlaceKind::Park, &[DISTRICT, "江城市", "东澜省"]),
        _ => (PlaceKind::District, &[]),
    };
    Figure {
        id: ObservationId(id as i64 + 1),
        indicators: row.indicators.split('、').map(str::to_owned).collect(),
        each: row.each,
        family: (!row.family.is_empty()).then(|| row.family.to_owned()),
        measure: row.measure,
        subject: row.subject.to_owned(),
        parents: parents.iter().map(|p| (*p).to_owned()).collect(),
        kind: Some(kind),
        period: (!row.period.is_empty()).then(|| row.period.parse().expect("period")),
        quantity: quantity(row),
        whole: (!row.whole.is_empty()).then(|| row.whole.to_owned()),
        status: if row.planned { Status::Planned } else { Status::Actual },
        source: Source {
            page_name: "chengjiang-2024-03.txt".to_owned(),
            newspaper: (row.article != 1).then(|| "江城日报".to_owned()),
            issue: "2024-03-19".parse().ok(),
            page_number: (row.article != 1).then(|| "02".to_owned()),
            article: row.article,
            headline: HEADLINES[row.article % HEADLINES.len()].to_owned(),
        },
    }
}

pub fn figures(rows: &[Row]) -> Vec<Figure> {
    rows.iter().enumerate().map(|(id, row)| figure(id, row)).collect()
}

/// What a page says that names one park: its output, its share, its firms.
pub fn one_page() -> Vec<Row> {
    let park = "云台产业园";
    let new = |indicator, amount| row(indicator, park, "2023", amount).measure(Measure::New).family("firm-title");
    vec![
        row("规模以上工业总产值", park, "2023", "1294.2亿元").family("output"),
        row("规模以上工业总产值", park, "2023", "35.5%").word("约").whole("澄江区总产值"),
        new("国家高新技术企业", "101家"),
        new("省科技型中小企业", "148家"),
        row("国家高新技术企业、省科技型中小企业", park, "2023", "40%").word("约").whole("全区增量"),
        new("省级专精特新中小企业", "56家"),
        new("国家级专精特新“小巨人”企业", "7家"),
        row("省级研发中心", park, "2023", "14家").measure(Measure::New).family("research-platform"),
        row("省级研究院", park, "2023", "4家").measure(Measure::New).family("research-platform"),
        row("省级研发中心、省级研究院", park, "2023", "50%").whole("全区增量").each(),
        row("光纤产量", DISTRICT, "2023", "23.24万芯公里").article(1),
        row("光纤产量", DISTRICT, "2023", "99%").word("以上").whole("江城市光纤产量").article(1),
        row("光纤及关联制造产业产值", DISTRICT, "2023", "1139亿元").article(1),
    ]
}

/// Six parks with every honest mark.
pub fn parks() -> Vec<Row> {
    let of = |subject, amount| row("规模以上工业总产值", subject, "2023", amount).family("output");
    vec![
        of("云台产业园", "1294.2亿元"),
        of("云台产业园", "1294.2亿元").article(3),
        of("东渡港", "612亿元").word("约"),
        of("青枫生命小镇", "380余亿元").word("余").article(1),
        of("芯谷科创园", "250亿元").word("近").article(3),
        of("临泽未来园", "120至150亿元").article(3),
        of("海棠文创园", "88亿元").article(3),
        of("海棠文创园", "96.5亿元").article(2),
        of("澄江区", "3700亿元").word("突破").article(2),
        row("地区生产总值", "鹤汀综合保税园", "2023", "45亿元"),
        row("规模以上工业总产值", "云台产业园", "2023", "35.5%").word("约").whole("澄江区规模以上工业总产值"),
    ]
}

/// Five years with a gap, a target, and a part of a year that must stand apart.
pub fn years() -> Vec<Row> {
    let of = |period, amount| row("地区生产总值", DISTRICT, period, amount).family("accounts");
    vec![
        of("2018", "861.5亿元"),
        of("2019", "930亿元").word("约").article(1),
        of("2021", "1190亿元").word("超").article(2),
        of("2022", "1253.06亿元").article(2),
        of("2023", "1340亿元").word("近").article(3),
        of("2024-Q1", "310.2亿元").article(3),
        of("2025", "1600亿元").planned().article(2),
    ]
}

pub fn derived(figures: &[Figure]) -> Vec<Derived> {
    let amount = figures.iter().find(|f| f.measure == Measure::Total).expect("amount");
    let share = figures.iter().find(|f| f.measure == Measure::Share).expect("share");
    let yi = |tenths: i64| Decimal::new(tenths, 1) * Decimal::from(100_000_000);
    let operand = |f: &Figure| Operand { id: f.id, printed: f.quantity.printed.clone() };
    let of = |subject: &str, value, low, high, formula: &str, assumptions: Vec<Assumption>| Derived {
        subject: subject.to_owned(),
        indicator: amount.indicators[0].clone(),
        period: amount.period,
        unit: "元".to_owned(),
        value: yi(value),
        interval: Interval { low: Some(yi(low)), high: Some(yi(high)) },
        formula: formula.to_owned(),
        assumptions,
        operands: vec![operand(amount), operand(share)],
    };
    let taken = vec![Assumption::SameMeasure("总产值".into(), "规模以上工业总产值".into())];
    vec![
        of(DISTRICT, 36456, 36352, 36560, "1294.2 ÷ 35.5%", taken.clone()),
        of("澄江区其余", 23514, 23410, 23618, "1294.2 ÷ 35.5% − 1294.2", taken),
    ]
}

/// Another industry, given only as data.
pub const FIBRE: &str = r#"
name = "fibre-share"
kind = "share"
title = "{whole}{industry}产量里的{place}"
measures = ["share", "total"]
rest = "{whole}其余"
[[industry]]
name = "光纤"
words = ["光纤"]
output = ["产量"]
value = ["产值"]
"#;

pub fn drawn_on() -> Date {
    Date::new(2024, 3, 25).expect("a day")
}

/// The district's chart in a period.
pub fn ask(
    definition: &Definition,
    period: &str,
    figures: &[Figure],
    derived: &[Derived],
) -> Result<ChartSpec, NothingToDraw> {
    let period = period.parse().ok();
    compose(&Question {
        definition,
        place: DISTRICT,
        period,
        figures,
        derived,
        drawn_on: drawn_on(),
        language: Language::Chinese,
        kind: None,
    })
}

/// The same of 2023 by the chart's name.
pub fn spec(name: &str, figures: &[Figure], derived: &[Derived]) -> ChartSpec {
    ask(&Definition::named(name).expect("a chart"), "2023", figures, derived).expect("a chart with data")
}

/// A chart by parts, one of counts and one over time.
pub fn three_charts() -> Vec<ChartSpec> {
    let (page, six, time) = (figures(&one_page()), figures(&parks()), figures(&years()));
    vec![
        spec("output-by-park", &six, &derived(&six)),
        spec("high-tech-firms", &page, &[]),
        spec("indicator:地区生产总值", &time, &[]),
    ]
}
