//! The built `tide`, run as a person runs it: what it prints, what it writes, how it exits.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const PAGE: &str = "星澜日报 2024年3月11日 第01版

星澜区晒出去年成绩单

■记者 林望舒

本报讯 2023年,星澜芯港规模以上工业总产值486.2亿元,约占全区规模以上工业总产值的32.5%。

星澜区新增国家高新技术企业121家、省级研发中心16个;无人机产量41.6万架,占沧屿市无人机产量的70%以上。
";

fn tide(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tide")).current_dir(folder).args(arguments).output().expect("tide runs")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A folder with a page; `imported` puts it into a library `a.tidemark` as well.
fn folder(imported: bool) -> TempDir {
    let folder = tempfile::tempdir().expect("folder");
    fs::write(folder.path().join("page.txt"), PAGE).expect("page");
    if imported {
        let done = tide(folder.path(), &["import", "--library", "a.tidemark", "page.txt"]);
        assert_eq!(code(&done), Some(0), "{}", err(&done));
    }
    folder
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    out(output).lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect()
}

#[test]
fn extract_prints_lines_of_the_evaluation_format() {
    let folder = folder(false);
    let done = tide(folder.path(), &["extract", "page.txt"]);
    assert_eq!(code(&done), Some(0), "{}", err(&done));
    let all = lines(&done);
    let line = all.iter().find(|line| line["amount"] == "486.2亿元").expect("the amount");
    assert_eq!((line["doc"].as_str(), line["value"].as_i64()), (Some("page.txt"), Some(48_620_000_000)));
    assert_eq!((line["subject"].as_str(), line["period"].as_str()), (Some("星澜芯港"), Some("2023")));
    let text: Vec<char> = PAGE.chars().collect();
    let at = |key: &str| usize::try_from(line[key].as_u64().expect(key)).expect("offset");
    assert_eq!(text[at("start")..at("end")].iter().collect::<String>(), "486.2亿元");
    assert!(line["confidence"].is_f64() && line["accepted"].is_boolean());
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_done() {
    let folder = folder(false);
    let done = tide(folder.path(), &["extract", "nowhere.txt", "page.txt", "."]);
    assert_eq!(code(&done), Some(1));
    assert!(err(&done).contains("nowhere.txt"), "{}", err(&done));
    assert_eq!(err(&done).lines().count(), 2, "{}", err(&done));
    assert!(!lines(&done).is_empty());
}

#[test]
fn wrong_usage_exits_with_two_and_says_what_would_do() {
    let folder = folder(true);
    let wrong: [&[&str]; 10] = [
        &["extract"],
        &["extract", "--issue-date", "yesterday", "page.txt"],
        &["extract", "--issues", "nowhere.tsv", "page.txt"],
        &["chart", "--library", "a.tidemark", "pie", "--out", "a.svg"],
        &["chart", "--library", "a.tidemark", "output-by-park", "--out", "a.bmp"],
        &["list", "--library", "a.tidemark", "--period", "someday"],
        &["place", "--library", "a.tidemark", "--add", "听涛坊", "--kind", "castle"],
        &["place", "--library", "a.tidemark", "--add", "听涛坊", "--parent", "无此地方"],
        &["place", "--library", "a.tidemark", "--parent", "星澜区"],
        &["extract", "--places", "nowhere.csv", "page.txt"],
    ];
    for arguments in wrong {
        let done = tide(folder.path(), arguments);
        assert_eq!(code(&done), Some(2), "{arguments:?}: {}", err(&done));
        assert!(!err(&done).is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_table_of_issues_gives_each_file_its_date() {
    let folder = folder(false);
    fs::write(folder.path().join("b.txt"), "快讯\n\n去年,星澜区税收收入12.5亿元。\n").expect("page");
    fs::write(folder.path().join("issues.tsv"), "doc\tissue_date\thome\nb.txt\t2019-05\t\n").expect("table");
    let done = tide(folder.path(), &["extract", "--issues", "issues.tsv", "--issue-date", "2001", "b.txt"]);
    let all = lines(&done);
    assert_eq!(all[0]["period"].as_str(), Some("2018"), "{all:?}");
}

#[test]
fn import_reports_each_file_and_list_shows_what_is_there() {
    let folder = folder(true);
    fs::write(folder.path().join("empty.txt"), "").expect("file");
    let again = tide(folder.path(), &["import", "--library", "a.tidemark", "--json", "page.txt", "empty.txt"]);
    assert_eq!(code(&again), Some(1));
    assert!(err(&again).contains("empty.txt"));
    let report: serde_json::Value = serde_json::from_str(&out(&again)).expect("JSON");
    assert_eq!(report["files"][0]["outcome"]["kind"], "unchanged");
    assert_eq!(report["files"][1]["outcome"]["code"], "empty");

    let list = tide(folder.path(), &["list", "--library", "a.tidemark", "--place", "星澜芯港", "--json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&out(&list)).expect("JSON");
    assert!(!rows.is_empty() && rows.iter().all(|row| row["subject"] == "星澜芯港"));
    let csv = tide(folder.path(), &["list", "--library", "a.tidemark", "--csv"]);
    assert!(out(&csv).starts_with('\u{feff}') && out(&csv).contains("486.2亿元"));
    let missing = tide(folder.path(), &["list", "--library", "b.tidemark"]);
    assert_eq!(code(&missing), Some(1));
    assert!(err(&missing).contains("b.tidemark"));
}

#[test]
fn every_chart_is_written_in_every_format_and_twice_the_same() {
    let folder = folder(true);
    let draw = |name: &str, file: &str| -> PathBuf {
        let arguments =
            ["chart", "--library", "a.tidemark", name, "--out", file, "--date", "2024-03-25", "--paper", "a3"];
        let done = tide(folder.path(), &arguments);
        assert_eq!(code(&done), Some(0), "{name} {file}: {}", err(&done));
        folder.path().join(file)
    };
    for name in ["output-by-park", "high-tech-firms", "automotive-share", "indicator:规上工业总产值"] {
        for ending in ["svg", "png", "pdf"] {
            let one = fs::read(draw(name, &format!("one.{ending}"))).expect("chart");
            let two = fs::read(draw(name, &format!("two.{ending}"))).expect("chart");
            assert!(one.len() > 1000 && one == two, "{name} {ending}");
        }
    }
}

#[test]
fn a_sheet_a_resolution_and_a_colour_can_be_asked_for() {
    let folder = folder(true);
    let draw = |file: &str, more: &[&str]| -> Vec<u8> {
        let line = ["chart", "--library", "a.tidemark", "high-tech-firms", "--date", "2024-03-25", "--out", file];
        let done = tide(folder.path(), &[&line, more].concat());
        assert_eq!(code(&done), Some(0), "{more:?}: {}", err(&done));
        fs::read(folder.path().join(file)).expect("chart")
    };
    // Width stands at byte 16 of a PNG, pHYs says pixels per metre.
    let width = |png: &[u8]| u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
    assert_eq!(width(&draw("a.png", &["--dpi", "96"])), 960);
    assert_eq!(width(&draw("b.png", &["--dpi", "192"])), 1920);
    let slide = draw("c.png", &["--paper", "16:9", "--dpi", "96", "--grey"]);
    assert_eq!(width(&slide), 1280);
    assert!(slide.windows(8).any(|w| w[..4] == *b"pHYs" && w[4..] == 3780_u32.to_be_bytes()));
    let svg = String::from_utf8(draw("a.svg", &["--outline-text"])).expect("UTF-8");
    assert!(!svg.contains("<text") && svg.contains("<metadata"));
    let sheet = String::from_utf8(draw("b.svg", &["--paper", "180x120mm", "--margin", "9"])).expect("UTF-8");
    assert!(sheet.contains("width=\"180.00mm\""), "{}", &sheet[..200]);
    assert!(draw("a.csv", &[]).starts_with("\u{feff}名称".as_bytes()));
    assert!(serde_json::from_slice::<serde_json::Value>(&draw("a.json", &[])).is_ok());
    for wrong in [["--paper", "A9"], ["--dpi", "5"], ["--margin", "400"]] {
        let line = ["chart", "--library", "a.tidemark", "high-tech-firms", "--out", "x.pdf", "--paper", "A4"];
        let line = if wrong[0] == "--paper" { &line[..6] } else { &line[..] };
        assert_eq!(code(&tide(folder.path(), &[line, &wrong].concat())), Some(2), "{wrong:?}");
    }
}

#[test]
fn a_brief_is_written_to_print_and_to_edit() {
    let folder = folder(true);
    for (file, start) in [("a.pdf", &b"%PDF"[..]), ("a.docx", &b"PK\x03\x04"[..])] {
        let done = tide(folder.path(), &["brief", "--library", "a.tidemark", "--date", "2024-03-25", "--out", file]);
        assert_eq!(code(&done), Some(0), "{}", err(&done));
        assert!(fs::read(folder.path().join(file)).expect("brief").starts_with(start));
    }
    let wrong = tide(folder.path(), &["brief", "--library", "a.tidemark", "--out", "a.odt"]);
    assert_eq!(code(&wrong), Some(2), "{}", err(&wrong));
}

#[test]
fn a_chart_without_data_says_so() {
    let folder = folder(true);
    let arguments = ["chart", "--library", "a.tidemark", "output-by-park", "--out", "a.svg", "--period", "1999"];
    let done = tide(folder.path(), &arguments);
    assert_eq!(code(&done), Some(1));
    assert!(err(&done).contains("1999年"), "{}", err(&done));
    assert!(!folder.path().join("a.svg").exists());
}

#[test]
fn explain_says_what_is_found_and_why() {
    let folder = folder(false);
    let done = tide(folder.path(), &["explain", "--issue-date", "2024", "去年,星澜区税收收入12.5亿元。"]);
    assert_eq!(code(&done), Some(0));
    assert!(out(&done).contains("12.5亿元") && out(&done).contains("2023"), "{}", out(&done));
}

#[test]
fn check_finds_a_whole_library_whole_and_a_text_file_none() {
    let folder = folder(true);
    let whole = tide(folder.path(), &["check", "--library", "a.tidemark"]);
    assert_eq!(code(&whole), Some(0), "{}", err(&whole));
    let none = tide(folder.path(), &["check", "--library", "page.txt"]);
    assert_eq!(code(&none), Some(1));
    assert!(err(&none).contains("page.txt"), "{}", err(&none));
}

#[test]
fn places_of_ones_own_are_added_listed_and_removed() {
    let folder = folder(true);
    let place = |arguments: &[&str]| {
        let done = tide(folder.path(), &[&["place", "--library", "a.tidemark"], arguments].concat());
        assert_eq!(code(&done), Some(0), "{arguments:?}: {}", err(&done));
        out(&done)
    };
    assert_eq!(place(&[]), "");
    let added =
        place(&["--add", "星澜芯港", "--parent", "沧屿市", "--kind", "park", "--alias", "芯港", "--alias", "港区"]);
    assert_eq!(added, "星澜芯港\t沧屿市\tpark\t港区、芯港\n");
    assert_eq!(place(&[]), added);
    assert_eq!(place(&["--remove", "星澜芯港"]), "");
    let again = tide(folder.path(), &["place", "--library", "a.tidemark", "--remove", "星澜芯港"]);
    assert_eq!(code(&again), Some(1));
    assert!(err(&again).contains("星澜芯港"), "{}", err(&again));
}

#[test]
fn extract_takes_places_from_a_table() {
    let folder = folder(false);
    fs::write(folder.path().join("b.txt"), "快讯\n\n去年,听涛税收收入12.5亿元。\n").expect("page");
    let table = "\u{feff}name,parent,kind,aliases,source\n听涛坊,星澜区,park,听涛,见报\n听涛小院,听涛坊,,\n";
    fs::write(folder.path().join("own.csv"), table).expect("table");
    let done = tide(folder.path(), &["extract", "--places", "own.csv", "b.txt"]);
    assert_eq!(code(&done), Some(0), "{}", err(&done));
    assert_eq!(lines(&done)[0]["subject"].as_str(), Some("听涛坊"));
    fs::write(folder.path().join("own.csv"), "name,parent,kind,aliases\n区,星澜区,park,\n").expect("table");
    let wrong = tide(folder.path(), &["extract", "--places", "own.csv", "b.txt"]);
    assert_eq!(code(&wrong), Some(2));
    assert!(err(&wrong).contains("row 2"), "{}", err(&wrong));
}

#[test]
fn a_folder_and_a_large_text_are_refused_by_name() {
    let folder = folder(false);
    fs::create_dir(folder.path().join("版面")).expect("folder");
    let large = fs::File::create(folder.path().join("large.txt")).expect("file");
    large.set_len(300 * 1024 * 1024).expect("size");
    let done = tide(folder.path(), &["import", "--library", "a.tidemark", "版面", "large.txt", "page.txt"]);
    assert_eq!(code(&done), Some(1));
    let told = err(&done);
    assert!(told.contains("版面") && told.contains("folder"), "{told}");
    assert!(told.contains("large.txt") && told.contains("64 MB"), "{told}");
    assert!(out(&done).contains("page.txt"), "{}", out(&done));
}

#[test]
fn parse_answers_each_line_with_its_numbers_and_dates() {
    let asked = concat!(
        r#"{"id": "a", "text": "去年新增三百五十人", "issue_date": "2024-03-11"}"#,
        "\n",
        r#"{"id": 7, "text": "𠮷提高2.9个百分点"}"#,
        "\nno JSON\n"
    );
    let mut child = Command::new(env!("CARGO_BIN_EXE_tide"))
        .args(["parse", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("tide runs");
    child.stdin.take().expect("stdin").write_all(asked.as_bytes()).expect("written");
    let done = child.wait_with_output().expect("tide ends");
    let all = lines(&done);
    assert_eq!(all.len(), 3);
    assert_eq!((&all[0]["id"], &all[0]["quantities"][0]["value"]), (&"a".into(), &350.into()));
    assert_eq!(
        (&all[0]["periods"][0]["from"], &all[0]["periods"][0]["to"]),
        (&"2023-01-01".into(), &"2023-12-31".into())
    );
    assert_eq!((&all[1]["id"], &all[1]["quantities"][0]["start"]), (&7.into(), &3.into()));
    assert_eq!(all[1]["quantities"][0]["unit"], "%");
    assert_eq!(code(&done), Some(1));
    assert!(err(&done).contains("line 3"), "{}", err(&done));
}

#[test]
fn parse_prints_a_text_for_a_person() {
    let folder = folder(false);
    let done = tide(folder.path(), &["parse", "--issue-date", "2024-03-19", "下周三，三成五"]);
    assert_eq!(code(&done), Some(0), "{}", err(&done));
    assert!(
        out(&done).contains("下周三  2024-03-27 至 2024-03-27") && out(&done).contains("三成五  35 %"),
        "{}",
        out(&done)
    );
    assert_eq!(code(&tide(folder.path(), &["parse"])), Some(2));
}
