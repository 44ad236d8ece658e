//! Whatever the figures: no words leave the picture and no words cover others.
#![allow(clippy::unwrap_used)]

mod invented;

use invented::{DISTRICT, ask, figures, row};
use proptest::prelude::*;
use tidemark_chart::{Canvas, ChartSpec, Definition, Face, Language, Question, Theme, compose, draw, kinds};
use tidemark_model::{Figure, Measure};

const PLACES: [&str; 8] = [
    "云台产业园",
    "东渡港",
    "青枫生命健康与未来医药创新小镇",
    "芯谷",
    "临泽未来园",
    "海棠园",
    "鹤汀综合保税区",
    "澄江区",
];
const FIRMS: [&str; 8] = [
    "国家高新技术企业",
    "省科技型中小企业",
    "国家级专精特新重点“小巨人”企业（第五批次认定）",
    "独角兽企业",
    "省级重点企业研究院",
    "省级研发中心",
    "院士工作站",
    "雏鹰企业",
];
const WORDS: [&str; 8] = ["", "约", "超", "近", "余", "以上", "左右", "突破"];

struct Box {
    words: String,
    bounds: [f64; 4],
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag[start..].split('"').next()
}

/// Every text of an SVG with its box, from the fonts' own advances.
fn boxes(svg: &str) -> Vec<Box> {
    let texts = svg.split("<text ").skip(1);
    let one = |text: &str| {
        let (tag, rest) = text.split_once('>')?;
        let words = rest.split_once("</text>")?.0.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let number = |name: &str| attribute(tag, name).and_then(|v| v.parse::<f64>().ok());
        let face = match (tag.contains("Tidemark Serif"), tag.contains("font-weight")) {
            (true, _) => Face::SerifBold,
            (_, true) => Face::SansBold,
            _ => Face::Sans,
        };
        let (x, y, size) = (number(" x").or(number("x"))?, number("y")?, number("font-size")?);
        let width = face.width(&words, size);
        let left = match attribute(tag, "text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        // Ink of Chinese characters: 0.85 above the baseline, 0.08 below.
        Some(Box { words, bounds: [left, y - size * 0.85, left + width, y + size * 0.08] })
    };
    texts.filter_map(one).collect()
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    let by = 0.6;
    a[0] + by < b[2] && b[0] + by < a[2] && a[1] + by < b[3] && b[1] + by < a[3]
}

/// Grid lines and other rules of a picture: from and to.
fn rules(svg: &str) -> Vec<[f64; 4]> {
    let one = |path: &str| {
        let tag = path.split_once('>')?.0;
        let data = attribute(tag, "d").filter(|_| tag.contains("stroke=\"#E6E1D8\""))?;
        let (from, to) = data.strip_prefix('M')?.split_once('L')?;
        let point = |text: &str| {
            let (x, y) = text.split_once(' ')?;
            Some((x.parse::<f64>().ok()?, y.parse::<f64>().ok()?))
        };
        let ((a, b), (c, d)) = (point(from)?, point(to)?);
        Some([a.min(c), b.min(d), a.max(c), b.max(d)])
    };
    svg.split("<path ").skip(1).filter_map(one).collect()
}

/// The automatic picture and every other kind that the figures can carry, in both languages.
fn check(name: &str, figures: &[Figure], size: (f64, f64)) -> Result<(), TestCaseError> {
    let definition = Definition::named(name).unwrap();
    let place = DISTRICT;
    let period = "2023".parse().ok();
    let (derived, drawn_on, definition) = (&[][..], invented::drawn_on(), &definition);
    for language in [Language::Chinese, Language::English] {
        let question = Question { definition, place, period, figures, derived, drawn_on, language, kind: None };
        for kind in std::iter::once(None).chain(kinds(&question).into_iter().map(Some)) {
            let Ok(spec) = compose(&Question { kind, ..question }) else { continue };
            check_picture(&format!("{kind:?} {language:?}"), &spec, size)?;
        }
    }
    Ok(())
}

fn check_picture(kind: &str, spec: &ChartSpec, size: (f64, f64)) -> Result<(), TestCaseError> {
    let drawing = draw(spec, Canvas::new(size.0, size.1, Theme::Light)).unwrap();
    let boxes = boxes(&drawing.svg);
    for rule in rules(&drawing.svg) {
        for a in &boxes {
            prop_assert!(
                !overlap(&a.bounds, &rule),
                "{kind}: a rule {rule:?} passes through “{}” {:?} at {size:?}\n{}",
                a.words,
                a.bounds,
                drawing.svg
            );
        }
    }
    for (i, a) in boxes.iter().enumerate() {
        let [l, t, r, b] = a.bounds;
        let inside = l >= -0.5 && t >= -0.5 && r <= size.0 + 0.5 && b <= size.1 + 0.5;
        prop_assert!(inside, "{kind}: “{}” at {:?} leaves {size:?}\n{}", a.words, a.bounds, drawing.svg);
        for other in &boxes[i + 1..] {
            let meet = overlap(&a.bounds, &other.bounds);
            prop_assert!(
                !meet,
                "{kind}: “{}” {:?} and “{}” {:?} collide at {size:?}\n{}",
                a.words,
                a.bounds,
                other.words,
                other.bounds,
                drawing.svg
            );
        }
    }
    for mark in &drawing.marks {
        let [x, y, w, h] = mark.bounds;
        let inside = x >= -1.0 && y >= -1.0 && x + w <= size.0 + 1.0 && y + h <= size.1 + 1.0;
        prop_assert!(inside, "{kind}: mark “{}” {:?} leaves {size:?}", mark.title, mark.bounds);
    }
    Ok(())
}

/// A figure whose parts were drawn by lot.
type Lot = (usize, i64, u32, usize, usize);

fn leak(text: String) -> &'static str {
    String::leak(text)
}

fn amount(digits: i64, places: u32, unit: &str) -> &'static str {
    let divisor = 10_i64.pow(places);
    let fraction =
        if places == 0 { String::new() } else { format!(".{:0w$}", digits.abs() % divisor, w = places as usize) };
    leak(format!("{}{fraction}{unit}", digits / divisor))
}

fn lots() -> impl Strategy<Value = Vec<Lot>> {
    prop::collection::vec((0..8usize, 1..99_999_i64, 0..3u32, 0..8usize, 0..4usize), 1..14)
}

fn sizes() -> impl Strategy<Value = (f64, f64)> {
    (360..1300_u32, 260..900_u32).prop_map(|(w, h)| (f64::from(w), f64::from(h)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn bars_by_park_fit(lots in lots(), size in sizes()) {
        let rows: Vec<_> = lots.iter().flat_map(|&(place, digits, places, word, article)| {
            let output = row("规模以上工业总产值", PLACES[place], "2023", amount(digits, places, "亿元")).word(WORDS[word]).article(article);
            let share = row("规模以上工业总产值", PLACES[place], "2023", amount(digits % 100, 0, "%")).word(WORDS[word]).whole("澄江区规模以上工业总产值");
            if digits % 3 == 0 { vec![output, share] } else { vec![output] }
        }).collect();
        let mut figures = figures(&rows);
        for figure in &mut figures {
            if figure.subject != DISTRICT {
                figure.kind = Some(tidemark_model::PlaceKind::Park);
                figure.parents = vec![DISTRICT.to_owned(), "江城市".to_owned()];
            }
        }
        check("output-by-park", &figures, size)?;
        check("indicator:规模以上工业总产值", &figures, size)?;
    }

    #[test]
    fn bars_of_firms_fit(lots in lots(), size in sizes()) {
        let rows: Vec<_> = lots.iter().map(|&(firm, digits, _, word, article)| {
            let family = if firm < 4 { "firm-title" } else { "research-platform" };
            let measure = if article == 3 { Measure::Total } else { Measure::New };
            row(FIRMS[firm], DISTRICT, "2023", amount(digits, 0, "家")).word(WORDS[word]).article(article).family(family).measure(measure)
        }).chain([row("国家高新技术企业、省科技型中小企业", DISTRICT, "2023", "40%").word("约").whole("江城市增量")]).collect();
        check("high-tech-firms", &figures(&rows), size)?;
    }

    #[test]
    fn lines_fit(lots in lots(), size in sizes(), months in any::<bool>()) {
        let rows: Vec<_> = lots.iter().enumerate().map(|(i, &(skip, digits, places, word, article))| {
            let period = if months { format!("20{}-{:02}", 21 + i / 12, i % 12 + 1) } else { format!("{}", 2010 + i + skip) };
            let figure = row("地区生产总值", DISTRICT, leak(period), amount(digits, places, "亿元")).word(WORDS[word]).article(article);
            if digits % 11 == 0 { figure.planned() } else { figure }
        }).collect();
        check("indicator:地区生产总值", &figures(&rows), size)?;
    }

    #[test]
    fn growth_on_both_sides_of_zero_fits(lots in lots(), size in sizes()) {
        let rows: Vec<_> = lots.iter().map(|&(place, digits, _, word, article)| {
            let signed = if digits % 2 == 0 { digits } else { -digits } % 400;
            let text = leak(format!("{}{}%", signed / 10, if signed % 10 == 0 { String::new() } else { format!(".{}", (signed % 10).abs()) }));
            row("地区生产总值", PLACES[place], "2023", text).measure(Measure::Growth).word(WORDS[word]).article(article)
        }).collect();
        check("indicator:地区生产总值", &figures(&rows), size)?;
    }

    #[test]
    fn shares_fit(percent in 1..999_i64, word in 0..8usize, output in 1..99_999_i64, size in sizes()) {
        let rows = vec![
            row("汽车产量", DISTRICT, "2023", amount(percent, 1, "%")).word(WORDS[word]).whole("江城市汽车整车产量"),
            row("汽车产量", DISTRICT, "2023", amount(output, 2, "万辆")).word(WORDS[word]).article(1),
            row("汽车产量", DISTRICT, "2023", amount(output * 2, 2, "万辆")).article(2),
            row("汽车及关联制造产业产值", DISTRICT, "2023", amount(output, 1, "亿元")).article(2),
        ];
        check("automotive-share", &figures(&rows), size)?;
    }

    /// Numbers no newspaper prints, at any size: perhaps ugly, never a panic.
    #[test]
    fn absurd_figures_do_no_harm(
        values in prop::collection::vec((any::<i64>(), 0..20u32, any::<i32>(), 0..8usize, any::<bool>()), 1..20),
        size in (80..2000_u32, 60..1500_u32),
    ) {
        let size = (f64::from(size.0), f64::from(size.1));
        let rows: Vec<_> = values.iter().enumerate().map(|(i, v)| {
            let period = leak(format!("{}", 1990 + (v.2.unsigned_abs() as usize + i) % 200));
            row("规模以上工业总产值", PLACES[v.3], if v.4 { "2023" } else { period }, "1亿元").word(WORDS[v.3])
        }).collect();
        let mut figures = figures(&rows);
        for (figure, v) in figures.iter_mut().zip(&values) {
            figure.quantity.value = tidemark_model::Decimal::new(v.0, v.1);
            figure.quantity.step = tidemark_model::Decimal::new(i64::from(v.2), v.1);
            if v.4 && figure.subject != DISTRICT {
                figure.kind = Some(tidemark_model::PlaceKind::Park);
                figure.parents = vec![DISTRICT.to_owned()];
            }
        }
        for name in ["output-by-park", "indicator:规模以上工业总产值", "high-tech-firms", "automotive-share"] {
            let definition = Definition::named(name).unwrap();
            if let Ok(spec) = ask(&definition, "2023", &figures, &[]) {
                draw(&spec, Canvas::new(size.0, size.1, Theme::Dark)).unwrap();
            }
        }
    }
}
