//! A session over an empty library, and pages of our own to put into it.
#![allow(dead_code, reason = "each test file uses what it needs")]

use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;
use tidemark_commands::Session;
use tidemark_commands::api::{FileOutcome, ImportOptions, ImportReport, ObservationFilter, ObservationRow};

/// A page of 星澜区: 2023, three parks, firm titles, drones.
pub const PAGE: &str = "星澜日报 2024年3月11日 第01版

星澜区晒出去年成绩单

■记者 林望舒

本报讯 2023年,星澜芯港规模以上工业总产值486.2亿元,约占全区规模以上工业总产值的32.5%;栖云智造园规模以上工业总产值312.4亿元。

星澜区新增国家高新技术企业121家、省科技型中小企业204家、省级研发中心16个。

2023年,星澜区无人机产量41.6万架,占沧屿市无人机产量的70%以上,无人机产业产值103.8亿元。
";

/// A folder with a library in it; both go when this goes.
pub struct Desk {
    pub folder: TempDir,
    pub session: Session,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let session = Session::create(&folder.path().join("a.tidemark")).expect("library");
        Self { folder, session }
    }

    pub fn with_page() -> Self {
        let desk = Self::new();
        let page = desk.file("page.txt", PAGE);
        desk.import(&[page]);
        desk
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).expect("a file is written");
        path
    }

    pub fn import(&self, paths: &[PathBuf]) -> ImportReport {
        self.session.import_pages(paths, &ImportOptions::default(), |_| {}).expect("the import ends")
    }

    pub fn rows(&self) -> Vec<ObservationRow> {
        self.session.list_observations(&ObservationFilter::default()).expect("a list").rows
    }

    /// The observation printed so.
    pub fn printed(&self, words: &str) -> ObservationRow {
        let rows = self.rows();
        rows.iter().find(|row| row.printed == words).cloned().unwrap_or_else(|| panic!("no {words} among {rows:#?}"))
    }
}

/// `imported`, `unchanged`, or the code of the failure.
pub fn outcome(outcome: &FileOutcome) -> &str {
    match outcome {
        FileOutcome::Imported { .. } => "imported",
        FileOutcome::Unchanged { .. } => "unchanged",
        FileOutcome::Failed { code, .. } => code,
    }
}
