//! Period phrases, one sentence a rule; the spelling lists are in `tests/suite/period`.

use super::*;
use proptest::prelude::*;
use tidemark_model::BlockRole;

fn anchor(issue: &str) -> Anchor {
    Anchor { issue: issue.parse().ok(), ..Anchor::default() }
}

/// The periods of all phrases that are no bases, `?` where the text does not tell.
fn dated(text: &str, issue: &str) -> Vec<String> {
    let period = |m: &PeriodMention| resolve(&m.expr, &anchor(issue)).map_or("?".to_owned(), |(p, _)| p.to_string());
    scan(text).iter().filter(|m| m.role != Role::Base).map(period).collect()
}

fn roles(text: &str) -> Vec<Role> {
    scan(text).iter().map(|m| m.role).collect()
}

/// The period of the amount that reads `amount` in a one-block text.
fn period_of(text: &str, amount: &str, issue: &str) -> String {
    let context = PeriodContext::of_text(text, Vec::new(), anchor(issue));
    let at = text.find(amount).expect("amount");
    context.period_for(at).map_or("?".to_owned(), |p| p.value.to_string())
}

#[test]
fn the_same_span_of_last_year_is_a_base() {
    assert_eq!(dated("比上年增长5%，较去年同期多3家，与2021年持平，高于上年末0.2个百分点", "2023-08"), [""; 0]);
    assert_eq!(roles("产值是2015年的2.3倍"), [Role::Base]);
    assert_eq!(roles("在2022年的基础上再增两成"), [Role::Base]);
    assert_eq!(roles("已达到去年全年总量的85.4%"), [Role::Base]);
}

#[test]
fn durations_ages_and_names_are_no_periods() {
    for text in [
        "历经3年",
        "37岁",
        "连续5年居首",
        "用了20年时间",
        "5个月",
        "60日龄",
        "30日内办结",
        "1990年代",
        "完成全年目标任务的52%",
    ] {
        assert_eq!(dated(text, "2023-08"), [""; 0], "{text}");
    }
    assert_eq!(dated("列入“十四五”规划", "2023-08"), [""; 0]);
    assert_eq!(dated("2023年内蒙古", "2023-08"), ["2023"]);
}

#[test]
fn the_reason_names_what_it_rests_on() {
    let (_, reason) = resolve(&scan("去年全年")[0].expr, &anchor("2024-03-20")).expect("period");
    assert_eq!(reason, "由刊期2024年3月20日推得2023年");
    let undated = Anchor { latest_year: Some(2022), ..Anchor::default() };
    let (period, reason) = resolve(&scan("今年")[0].expr, &undated).expect("period");
    assert_eq!((period.to_string().as_str(), reason.contains("未印刊期")), ("2022", true));
    assert_eq!(resolve(&scan("去年")[0].expr, &Anchor::default()), None);
}

#[test]
fn a_page_is_not_older_than_the_latest_year_it_tells_of() {
    assert_eq!(latest_certain_year("截至2023年底，共有企业30家。到2027年力争100家，计划2026年建成。"), Some(2023));
    assert_eq!(latest_certain_year("春风送暖"), None);
}

#[test]
fn the_nearest_words_before_an_amount_date_it() {
    let text = "上半年，云溪区产值达580亿元，增长5%；1—5月，进出口32亿元。去年全年产值1100亿元。";
    assert_eq!(period_of(text, "580", "2023-08-08"), "2023-H1");
    assert_eq!(period_of(text, "5%", "2023-08-08"), "2023-H1");
    assert_eq!(period_of(text, "32亿", "2023-08-08"), "2023-01/2023-05");
    assert_eq!(period_of(text, "1100", "2023-08-08"), "2022");
}

#[test]
fn a_base_between_does_not_break_the_inheritance() {
    let text = "上半年，消费品零售额75亿元，比一季度快3.5个百分点。其中，餐饮收入9亿元。";
    assert_eq!(period_of(text, "3.5", "2023-08"), "2023-H1");
    assert_eq!(period_of(text, "9亿", "2023-08"), "2023-H1");
}

#[test]
fn the_months_of_one_clause_end_at_the_semicolon() {
    let text = "上半年居民消费价格上涨0.3%，6月环比下降0.1%；出厂价格下降1.7%。";
    assert_eq!(period_of(text, "0.1%", "2023-07-20"), "2023-06");
    assert_eq!(period_of(text, "1.7%", "2023-07-20"), "2023-H1");
}

#[test]
fn a_paragraph_opened_with_a_year_keeps_it() {
    let text = "2022年，全县粮食产量25万吨。蔬菜产量19万吨。年末生猪存栏39.8万头，出栏64.9万头。";
    assert_eq!(period_of(text, "19万", "2023"), "2022");
    assert_eq!(period_of(text, "39.8", "2023"), "2022-12-31");
    assert_eq!(period_of(text, "64.9", "2023"), "2022");
}

#[test]
fn a_bulletin_without_a_year_takes_the_latest_the_page_makes_certain() {
    let known = Anchor { issue: "2023".parse().ok(), latest_year: Some(2022), ..Anchor::default() };
    let text = "全年实现生产总值262.6亿元。2022年末户籍人口58万人。";
    let context = PeriodContext::of_text(text, Vec::new(), known);
    let at = text.find("262.6").expect("amount");
    assert_eq!(context.period_for(at).map(|p| p.value.to_string()), Some("2022".to_owned()));
}

#[test]
fn what_comes_after_completion_is_not_dated() {
    let text = "7月25日，三个项目签约，总投资60亿元。全部达产后年产值可达93亿元。";
    assert_eq!(period_of(text, "60", "2023-07-26"), "2023-07-25");
    assert_eq!(period_of(text, "93", "2023-07-26"), "?");
}

#[test]
fn a_change_has_its_first_state_in_the_earlier_year() {
    let text = "上半年，战新产业产值占比从去年的27%提升到34%。";
    assert_eq!(period_of(text, "27%", "2023-08"), "2022");
    assert_eq!(period_of(text, "34%", "2023-08"), "2023-H1");
    let text = "从1995年到2005年，产量由3636辆提升到92519辆。";
    assert_eq!(period_of(text, "3636", "2006"), "1995");
    assert_eq!(period_of(text, "92519", "2006"), "2005");
}

#[test]
fn years_dealt_out_go_one_to_each_amount() {
    let text = "该市分别于2014年、2019年跨越3000亿元、4000亿元台阶。";
    assert_eq!(period_of(text, "3000", "2023-07"), "2014");
    assert_eq!(period_of(text, "4000", "2023-07"), "2019");
}

#[test]
fn the_running_total_after_this_year_is_of_now() {
    let text = "今年以来新设企业5万户，累计达90万户。";
    assert_eq!(period_of(text, "5万", "2023-07-23"), "2023-01/2023-07");
    assert_eq!(period_of(text, "90万", "2023-07-23"), "2023-07");
}

#[test]
fn the_event_of_the_lede_is_what_this_time_means() {
    let text = "8月8日，松湾镇举行开工仪式。今年上半年产值增长7%。此次开工项目16个。";
    assert_eq!(period_of(text, "16", "2023-08-09"), "2023-08-08");
}

#[test]
fn the_day_of_the_report_is_not_the_day_of_the_figures() {
    assert_eq!(period_of("4日，记者从市商会获悉，共有50家企业参加。", "50", "2023-08-07"), "2023-08");
}

#[test]
fn when_something_was_founded_dates_only_its_own_clause() {
    let text = "该公司于2004年注册成立，现有员工320人。";
    assert_eq!(period_of(text, "320", "2023-08"), "2023-08");
}

#[test]
fn a_headline_takes_the_period_of_its_body() {
    let text = "云溪区签约18个项目\n昨日，云溪区举行大会，签约18个项目，总投资50亿元。\n去年，云溪区产值120亿元。";
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let blocks = vec![
        (tidemark_model::Span::new(0, ends[0]), BlockRole::Headline),
        (tidemark_model::Span::new(ends[0] + 1, ends[1]), BlockRole::Body),
        (tidemark_model::Span::new(ends[1] + 1, text.len()), BlockRole::Body),
    ];
    let context = PeriodContext::of_text(text, blocks, anchor("2024-03-20"));
    let reached = context.reached(text.find("18").expect("amount")).expect("period");
    assert_eq!((reached.0.value.to_string().as_str(), reached.1), ("2024-03-19", "period/body"));
}

#[test]
fn a_figure_without_any_words_is_of_the_issue() {
    let context = PeriodContext::of_text("到场企业145家", Vec::new(), anchor("2024-03-20"));
    let reached = context.reached(12).expect("period");
    assert_eq!((reached.0.value.to_string().as_str(), reached.1), ("2024-03", "period/issue"));
}

#[test]
fn the_year_of_a_prize_is_not_that_of_the_event() {
    let text = "19日，松湾镇召开大会，对2023年度优秀企业进行表彰，并签约18个项目。";
    assert_eq!(period_of(text, "18", "2024-03"), "2024-03-19");
}

#[test]
fn years_down_a_table_date_their_rows() {
    let text = "民國85至95年普查\n年度\n人數\n百分比\n85\n18,031\n37.73％\n95\n45,473\n27.92％";
    assert_eq!(period_of(text, "18,031", "2013"), "1996");
    assert_eq!(period_of(text, "27.92", "2013"), "2006");
}

#[test]
fn a_long_text_without_a_full_stop_is_read_in_one_pass() {
    let text = "去年全年，1—8月产值3亿元、".repeat(20_000);
    let context = PeriodContext::of_text(&text, Vec::new(), anchor("2023-08"));
    let unit = "去年全年，1—8月产值3亿元、".len();
    for n in (0..20_000).step_by(7) {
        assert!(context.period_for(n * unit + unit - 10).is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_breaks_the_scanner(text in "[0-9０-９一二十年月日底末至—前季度上半全去今近三截到以来民國.,，。；\n a“”五]{0,40}", at in 0usize..130) {
        let mut end = 0;
        for mention in scan(&text) {
            prop_assert!(mention.range.start >= end && mention.range.end > mention.range.start);
            prop_assert!(!mention.range.slice(&text).is_empty());
            end = mention.range.end;
            for issue in ["2024-02-29", "2023-01", "2023", ""] {
                let _ = resolve(&mention.expr, &anchor(issue));
            }
        }
        let context = PeriodContext::of_text(&text, Vec::new(), anchor("2024-03-31"));
        let _ = context.period_for(at);
        let _ = latest_certain_year(&text);
    }

    #[test]
    fn any_text_at_all_is_scanned(text in "\\PC{0,60}") {
        let _ = scan(&text);
    }
}

#[test]
fn each_list_of_a_span_is_dealt_out_by_itself() {
    let text = "2019年至2021年，营业收入分别为12.08亿元、18.93亿元和40.15亿元，净利润分别为0.97亿元、1.52亿元、3.08亿元，\
                累计纳税2.2亿元。";
    let periods = ["12.08", "40.15", "0.97", "3.08", "2.2"].map(|amount| period_of(text, amount, "2022-04-28"));
    assert_eq!(periods, ["2019", "2021", "2019", "2021", "2019/2021"]);
}

#[test]
fn what_follows_a_sentences_figures_ends_with_it() {
    let text = "去年，住院率达91.2%。新院区设置床位900张，10月正式启用。每千人口床位6.8张。";
    assert_eq!(period_of(text, "6.8", "2024-01-18"), "2023");
    let text = "上半年，产值完成159亿元（一季度为30亿元），投资8.7亿元。出口6.1亿元。";
    assert_eq!(["30亿", "8.7", "6.1"].map(|a| period_of(text, a, "2023-08")), ["2023-Q1", "2023-H1", "2023-H1"]);
}

#[test]
fn an_event_that_began_runs_to_the_issue() {
    assert_eq!(dated("去年6月上线以来", "2023-08-05"), ["2022-06/2023-08"]);
    assert_eq!(dated("7月以来", "2023-08-05"), ["2023-07/2023-08"]);
    assert_eq!(dated("自2010年以来连续5年突破百亿斤", "2015"), ["2010/2014"]);
    assert_eq!(dated("“双十一”期间", "2023-12-05"), ["2023-12"]);
}

#[test]
fn what_a_place_became_once_does_not_date_what_it_is() {
    let text = "云溪开发区2018年4月9日晋升省级开发区，规划面积16平方公里，现有人口21300人。区内距机场32公里。";
    assert_eq!(["16平", "21300", "32"].map(|a| period_of(text, a, "2021")), ["2021", "2021", "2021"]);
    let text = "1997年5月撤地设市,现辖三县，人口302万。";
    assert_eq!(period_of(text, "302", "2014-03"), "2014-03");
    // What is counted is no such event.
    assert_eq!(period_of("2022年入选省级名单企业3家，产值5亿元。", "5亿", "2023-08"), "2022");
}

#[test]
fn a_horizon_before_its_comma_serves_what_follows() {
    let text = "“十二五”期间，预计全市建材行业到2015年，总产值达到635亿元，产能6500万吨。";
    assert_eq!(["635", "6500"].map(|a| period_of(text, a, "2011-03-29")), ["2015", "2015"]);
    let text = "2011年9月，大会提出到2015年实现“两个突破”（产值突破2000亿元，零售额突破600亿元）的目标。";
    assert_eq!(["2000", "600"].map(|a| period_of(text, a, "2014-03-25")), ["2015", "2015"]);
    // In the midst of a clause it dates that clause alone.
    let text = "今年计划累计到年底完成投资48亿元，开工项目12个。";
    assert_eq!(period_of(text, "12个", "2023-08"), "2023");
}

#[test]
fn a_paragraph_that_opens_with_an_old_year_is_of_it() {
    let text = "2001年，全省跨进新阶段。这一年，生产总值仅有350亿元。其中工业120亿元。";
    assert_eq!(["350", "120"].map(|a| period_of(text, a, "2022-01")), ["2001", "2001"]);
    let text = "我市商业发达。2017年，零售额9400亿元，同比增长8%。进出口总值9900亿元。";
    assert_eq!(period_of(text, "9900", "2021"), "2017");
    // A story that only passes an old year has left it behind.
    let text = "王敏回到了镇上。2017年她投资50万元办厂。厂房占地20亩。";
    assert_eq!(period_of(text, "20亩", "2023-08"), "?");
}

#[test]
fn an_event_to_come_dates_its_own_figures() {
    let text = "8月16日，市商务局透露，第三届博览会将于8月25日至28日在会展中心举办，展览面积约7万平方米。";
    assert_eq!(period_of(text, "7万", "2023-08-16"), "2023-08-25/2023-08-28");
    assert_eq!(period_of("8月12日，本次人才节开幕，持续至14日，将组织16场活动。", "16", "2023-08-13"), "2023-08-12");
    assert_eq!(period_of("50场活动将在27日至30日登场。", "50", "2023-07-27"), "2023-07-27/2023-07-30");
    assert_eq!(dated("27日至30日", "2023-07-27"), ["2023-07-27/2023-07-30"]);
    assert_eq!(dated("27日至30日", "2023-07-20"), ["2023-06-27/2023-06-30"]);
}

#[test]
fn a_source_told_without_a_reporter_is_the_reports_day() {
    let text = "8月14日，从云溪区河湖整治会上获悉，该区设投放点2137处。";
    assert_eq!(period_of(text, "2137", "2023-08-15"), "2023-08");
    assert_eq!(period_of("8月10日获悉，湖东财政筹资近34亿元。", "34", "2023-08-12"), "2023-08");
    assert_eq!(period_of("8月10日，从云溪站发出专列12列。", "12列", "2023-08-12"), "2023-08-10");
}

#[test]
fn what_is_planned_without_a_time_is_of_the_year() {
    let planned = |text: &str, amount: &str, issue: &str| {
        let context = PeriodContext::of_text(text, Vec::new(), anchor(issue));
        let found = context.reached_for(text.find(amount).expect("amount"), true);
        found.map_or("?".to_owned(), |(period, _)| period.value.to_string())
    };
    assert_eq!(planned("下一步推进6项工程。", "6项", "2023-08-12"), "2023");
    assert_eq!(planned("上半年，产值增长7%。还将建成广场5个。", "5个", "2022-08-03"), "2022");
    assert_eq!(planned("去年7月，公司落户园区。计划投资1.8亿元。", "1.8", "2023-08-03"), "2023");
}

#[test]
fn what_something_was_added_to_is_of_its_own_year() {
    let text = "该矿在2017年备案382吨的基础上新增209吨，累计探获592吨。";
    assert_eq!(["382", "209", "592"].map(|a| period_of(text, a, "2023-08-10")), ["2017", "2023-08", "2023-08"]);
    let text = "7月，出口31395吨，较6月份的21177吨增加48%。";
    assert_eq!(["21177", "48%"].map(|a| period_of(text, a, "2011-08-25")), ["2011-06", "2011-07"]);
}

#[test]
fn what_was_done_by_the_years_end_is_of_the_year() {
    let text = "2022年底，合作社实现产值500万元，带动210名农民增收8500元。";
    assert_eq!(["500", "210", "8500"].map(|a| period_of(text, a, "2023-08")), ["2022", "2022", "2022"]);
    assert_eq!(period_of("截至2022年底，全县实现联网的村210个。", "210", "2023-08"), "2022-12-31");
}

#[test]
fn a_span_told_before_is_what_so_many_years_mean() {
    let text = "白皮书（2019—2022年）显示，过去4年，盘活资产277亿元。";
    assert_eq!(period_of(text, "277", "2023-08-11"), "2019/2022");
    assert_eq!(period_of("过去4年，盘活资产277亿元。", "277", "2023-08-11"), "2020/2023");
    let text = "2019年增长6%。上半年，全市实现生产总值399亿元，增长15%，两年平均增长7.6%。";
    assert_eq!(period_of(text, "7.6", "2021-08-08"), "2020/2021");
}

#[test]
fn what_is_had_among_others_stands_now() {
    let text = "2020年，全省开展试点。\n辖区内有苗族、侗族等30个民族。";
    assert_eq!(period_of(text, "30", "2021-12-16"), "2021-12");
}

#[test]
fn a_year_beside_the_same_span_is_that_span_of_it() {
    let text = "2022年上半年全省生产总值562亿元。2022年的总体位次与2021年同期相比大体一致。西州（59亿元）居首。";
    assert_eq!(period_of(text, "59", "2022-07-17"), "2022-H1");
}

#[test]
fn this_week_is_the_week_told_of() {
    let text = "8月1日，市商务局发布2023年第31周（7月24日－7月30日）监测报告。蔬菜均价6.82元。三季度菜价向来不高。\
                本周，粮食价格微涨0.2%。";
    assert_eq!(period_of(text, "6.82", "2023-08-02"), "2023-07-24/2023-07-30");
    assert_eq!(period_of(text, "0.2%", "2023-08-02"), "2023-07-24/2023-07-30");
}

#[test]
fn a_month_not_over_is_no_day_to_come() {
    assert_eq!(dated("4月底前", "2011-04-25"), ["2011-04"]);
    assert_eq!(dated("截至4月底", "2011-05-02"), ["2011-04-30"]);
}

#[test]
fn yearly_figures_are_of_the_year() {
    assert_eq!(period_of("目前，面板年出货量约占1/7。", "1/7", "2023-08-03"), "2023");
    assert_eq!(period_of("每年吸引100万名游客。", "100", "2023-08-13"), "2023");
    assert_eq!(period_of("目前，产能100万吨。", "100", "2023-08-13"), "2023-08");
}

#[test]
fn data_published_of_a_year_date_what_follows() {
    let text = "全省13个市的2021年经济数据已全部出炉。过五千亿元的市共有6个。";
    assert_eq!(period_of(text, "6个", "2022-01-27"), "2021");
}

#[test]
fn a_beginning_the_text_does_not_date_is_left_open() {
    assert_eq!(period_of("税收由当年的30多万元提高到500多万元。", "30", "2017-10"), "?");
    let text = "2022年审减资金150亿元。自实施集中采购以来，新设定额标准218项。";
    assert_eq!(period_of(text, "218", "2023-07-28"), "2023-07");
}

#[test]
fn what_was_built_one_after_another_is_not_of_the_year_before() {
    let text = "2022年，产值达1280亿元。先后建成3条生产线、1个平台。";
    assert_eq!(["3条", "1个"].map(|a| period_of(text, a, "2023-08-03")), ["2023-08", "2023-08"]);
    assert_eq!(period_of("今年上半年增长7%。先后举办展会3场。", "3场", "2023-08-03"), "2023-H1");
}

#[test]
fn what_begins_is_counted_from_when_the_words_say() {
    let text = "自今年2月省里批复同意在云溪港区设立进境木材监管场地以来，已监管木材36.2万吨。";
    assert_eq!(period_of(text, "36.2", "2023-08-09"), "2023-02/2023-08");
    assert_eq!(dated("2018年首届博览会以来", "2023-08-09"), ["2018/2023"]);
    let text = "上半年零售额增长8%。日前，市民来到云溪广场。这里有万平方米的夜市。";
    assert_eq!(period_of(text, "万平", "2023-08-17"), "2023-08");
    assert_eq!(period_of("项目建成可实现营收2亿元，税收2000万元。", "2000", "2023-07"), "?");
}

#[test]
fn what_has_been_done_since_some_days_is_of_now() {
    let text = "7月29日至8月2日，全区普降暴雨。电力部门全力抢修，已投入抢修力量4620人。";
    assert_eq!(period_of(text, "4620", "2023-08-07"), "2023-08");
    let text = "8月12日，人才节在云溪区开幕。这里气候凉爽，每年吸引游客100万名。";
    assert_eq!(period_of(text, "100", "2023-08-13"), "2023");
}
