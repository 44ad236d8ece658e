//! What a brief says: every figure with its sentence, what changed, what conflicts, what is missing.

mod common;

use common::{Desk, PAGE};
use std::process::Command;
use tidemark_commands::api::BriefRequest;

const EARLIER: &str = "星澜日报 2023年3月13日 第02版

星澜区公布上年成绩

■记者 林望舒

本报讯 2022年,星澜区无人机产量38.2万架,出口总额120.3亿元。星澜区新增国家高新技术企业99家。
";

const OTHERWISE: &str = "星澜日报 2024年4月8日 第03版

园区观察

■记者 林望舒

本报讯 2023年,栖云智造园规模以上工业总产值320.8亿元。
";

fn request(desk: &Desk, name: &str) -> BriefRequest {
    BriefRequest {
        place: Some("星澜区".to_owned()),
        period: Some("2023".to_owned()),
        date: Some("2024-05-06".to_owned()),
        path: desk.folder.path().join(name).display().to_string(),
        ..BriefRequest::default()
    }
}

fn desk() -> Desk {
    let desk = Desk::new();
    let pages = [desk.file("a.txt", PAGE), desk.file("b.txt", EARLIER), desk.file("c.txt", OTHERWISE)];
    desk.import(&pages);
    desk
}

#[test]
fn a_brief_states_changes_conflicts_and_gaps_with_their_sentences() {
    let desk = desk();
    let request = request(&desk, "brief.pdf");
    desk.session.export_brief(&request).expect("a brief");
    let Ok(output) = Command::new("pdftotext").args(["-raw", &request.path, "-"]).output() else { return };
    let text: String = String::from_utf8_lossy(&output.stdout).chars().filter(|c| !c.is_whitespace()).collect();
    let has = |words: &str| assert!(text.contains(words), "no {words} in {text}");
    has("星澜区2023年数据简报");
    has("2024年5月6日");
    has("星澜日报2024年3月11日第01版《星澜区晒出去年成绩单》：“");
    has("推算增加3.4万架");
    has("推算增加22家");
    has("栖云智造园规模以上工业总产值：一说312.4亿元");
    has("两数的范围不相交");
    has("出口总额120.3亿元");
    has("最近的版面是星澜日报2024年4月8日第03版");
}

#[test]
fn the_same_library_gives_the_same_brief_twice_in_both_formats() {
    let desk = desk();
    for ending in ["pdf", "docx"] {
        let [one, two] = ["one", "two"].map(|name| {
            let request = request(&desk, &format!("{name}.{ending}"));
            desk.session.export_brief(&request).expect(ending);
            std::fs::read(&request.path).expect(ending)
        });
        assert!(one.len() > 10_000 && one == two, "{ending}");
    }
}

#[test]
fn what_cannot_be_written_says_why() {
    let desk = desk();
    let wrong = request(&desk, "brief.odt");
    assert_eq!(desk.session.export_brief(&wrong).expect_err("no such format").code(), "argument");
    let empty = BriefRequest { period: Some("1999".to_owned()), ..request(&desk, "brief.pdf") };
    let error = desk.session.export_brief(&empty).expect_err("nothing there");
    assert!(error.to_string().contains("星澜区1999年"), "{error}");
    assert_eq!(
        Desk::new().session.export_brief(&request(&desk, "x.pdf")).expect_err("empty").code(),
        "nothing-to-draw"
    );
}
