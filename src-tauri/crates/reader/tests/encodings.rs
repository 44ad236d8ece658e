//! Files as people have them: every encoding reads the same, and what cannot be read says why.

use std::fs;
use tidemark_reader::{Error, LARGEST, ReadOptions, read_file, read_page};

const TEXT: &str = "云岭区八个项目集中签约\r\n\r\n■记者 江小舟\r\n\r\n本报讯 19日，云岭区举行签约仪式，八个项目总投资48.5亿元，去年全区规模以上工业总产值增长5.2%。\r\n";
const TRADITIONAL: &str = "雲嶺區產業發展\r\n\r\n雲嶺區登記之商業家數有 3,120 家，其中製造業 45 家，占全市百分之六。本區交通便利，適合發展運輸倉儲業，並成為產業發展之重心。\r\n";

fn read(bytes: &[u8]) -> Result<tidemark_model::Page, Error> {
    read_page("页.txt", bytes, &ReadOptions::default())
}

fn named(bytes: &[u8], label: &str) -> Result<tidemark_model::Page, Error> {
    read_page("页.txt", bytes, &ReadOptions { encoding: Some(label.to_owned()), ..ReadOptions::default() })
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn code(result: Result<tidemark_model::Page, Error>) -> &'static str {
    result.map_or_else(|e| e.code(), |_| "read")
}

#[test]
fn one_text_reads_the_same_from_every_encoding() {
    let gb18030 = encoding_rs::GB18030.encode(TEXT).0.into_owned();
    let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
    let little = utf16(TEXT, u16::to_le_bytes);
    let big = utf16(TEXT, u16::to_be_bytes);
    for (bytes, encoding) in [
        (TEXT.as_bytes().to_vec(), "UTF-8"),
        (with_mark(b"\xEF\xBB\xBF", TEXT.as_bytes().to_vec()), "UTF-8"),
        (with_mark(b"\xFF\xFE", little.clone()), "UTF-16LE"),
        (with_mark(b"\xFE\xFF", big.clone()), "UTF-16BE"),
        (little, "UTF-16LE"),
        (big, "UTF-16BE"),
        (gb18030, "gb18030"),
    ] {
        let page = read(&bytes).expect(encoding);
        assert_eq!((page.text.as_str(), page.encoding.as_str()), (TEXT, encoding));
        assert_eq!(page.articles[0].headline, "云岭区八个项目集中签约");
    }
}

#[test]
fn traditional_text_in_big5_is_told() {
    let page = read(&encoding_rs::BIG5.encode(TRADITIONAL).0).expect("Big5");
    assert_eq!((page.text.as_str(), page.encoding.as_str()), (TRADITIONAL, "Big5"));
}

#[test]
fn a_named_encoding_is_used_and_a_wrong_one_refused() {
    let bytes = encoding_rs::GBK.encode(TEXT).0.into_owned();
    assert_eq!(named(&bytes, "gb2312").expect("GBK").text, TEXT);
    assert_eq!(code(named(&bytes, "utf-8")), "encoding");
    let unknown = named(&bytes, "klingon").expect_err("no such encoding");
    assert_eq!(unknown.code(), "encoding");
    assert!(unknown.to_string().contains("\"klingon\" is no known encoding"));
}

#[test]
fn an_encoding_that_cannot_be_told_names_the_byte() {
    let mut bytes = TEXT.as_bytes().to_vec();
    let at = bytes.len() - 30;
    bytes[at] = 0xFF;
    let error = read(&bytes).expect_err("broken").to_string();
    assert!(
        error.starts_with("cannot read \"页.txt\": byte ") && error.contains("is neither UTF-8 nor GB18030"),
        "{error}"
    );
    assert!(error.ends_with("save it as UTF-8, or name its encoding in the import dialog"), "{error}");
    let latin = "Le préfet a annoncé une hausse de 5 % des crédits, déjà votés à l'unanimité.".chars().map(|c| c as u8);
    assert_eq!(code(read(&latin.collect::<Vec<u8>>())), "encoding");
}

#[test]
fn what_is_no_text_is_refused_by_what_it_is() {
    for (bytes, wanted) in [
        (&b""[..], "empty"),
        (b"\xEF\xBB\xBF", "empty"),
        (" \r\n　\n".as_bytes(), "empty"),
        (b"%PDF-1.7 rest", "unsupported"),
        (b"PK\x03\x04rest", "unsupported"),
        (b"\x89PNG\r\n\x1A\n", "unsupported"),
        (b"\x01\x02\x03\x00\x00\x00\x07\x00 some words", "binary"),
        (b"words and a \x00 byte", "binary"),
    ] {
        assert_eq!(code(read(bytes)), wanted, "{bytes:?}");
    }
}

#[test]
fn a_folder_a_missing_file_and_a_huge_one_each_say_so() {
    let folder = tempfile::tempdir().expect("folder");
    let options = ReadOptions::default();
    assert_eq!(code(read_file(folder.path(), &options)), "directory");
    assert_eq!(code(read_file(&folder.path().join("无.txt"), &options)), "not-found");
    let huge = folder.path().join("大.txt");
    fs::File::create(&huge).and_then(|f| f.set_len(LARGEST + 1)).expect("file");
    let error = read_file(&huge, &options).expect_err("too large");
    assert_eq!(error.code(), "too-large");
    assert!(error.to_string().contains("\"大.txt\""));
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("锁.txt");
    fs::write(&path, TEXT).expect("file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("mode");
    // The superuser reads anything; then there is nothing to refuse.
    if fs::File::open(&path).is_err() {
        assert_eq!(code(read_file(&path, &ReadOptions::default())), "permission");
    }
}

#[test]
fn options_win_over_what_the_page_says() {
    let options = ReadOptions { issue: "2019-05".parse().ok(), home: Some("云岭区".to_owned()), encoding: None };
    let page =
        read_page("a.txt", "云岭日报 2024年3月22日 星期五 第03版\n\n云岭区开会。".as_bytes(), &options).expect("page");
    assert_eq!(page.issue.map(|i| i.value.to_string()).as_deref(), Some("2019-05"));
    assert_eq!((page.newspaper.as_deref(), page.page_number.as_deref()), (Some("云岭日报"), Some("03")));
    assert_eq!(page.home.as_deref(), Some("云岭区"));
    assert_eq!(page.hash.len(), 64);
}
