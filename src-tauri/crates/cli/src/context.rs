//! What a person says about the files to be read: their date and home place, for all of them or a table for each.

use crate::Failure;
use clap::Args;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use tidemark_commands::InputFile;
use tidemark_commands::api::ImportOptions;

/// Files with their dates and home places.
#[derive(Args, Debug)]
pub(crate) struct Inputs {
    /// Date of the issue: 2023, 2023-08 or 2023-08-09
    #[arg(long, value_name = "D")]
    issue_date: Option<String>,
    /// The paper's home place: what 全区, 全县, 我市 mean when the text does not say
    #[arg(long, value_name = "NAME")]
    home: Option<String>,
    /// Table with a row for each file: name, issue date, home place, parted by tabs
    #[arg(long, value_name = "FILE.tsv")]
    issues: Option<PathBuf>,
    /// Files to read
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Inputs {
    /// The files, each with what is said of it; a row of the table goes before what is said of all.
    pub(crate) fn files(&self) -> Result<Vec<InputFile>, Failure> {
        let table = self.issues.as_deref().map_or_else(|| Ok(HashMap::new()), read_table)?;
        Ok(self.paths.iter().map(|path| self.file(path, &table)).collect())
    }

    fn file(&self, path: &Path, table: &HashMap<String, ImportOptions>) -> InputFile {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let row = table.get(&name).cloned().unwrap_or_default();
        let options = ImportOptions {
            issue_date: row.issue_date.or_else(|| self.issue_date.clone()),
            home: row.home.or_else(|| self.home.clone()),
        };
        InputFile { path: path.to_owned(), options }
    }
}

fn read_table(path: &Path) -> Result<HashMap<String, ImportOptions>, Failure> {
    let text = fs::read_to_string(path).map_err(|error| {
        Failure::usage(format!("cannot read the table of issues \"{}\": {error}; check the path", path.display()))
    })?;
    Ok(rows_of(text.trim_start_matches('\u{feff}')))
}

/// Rows by file name; the header is a row for a file called `doc`, which hurts nobody.
fn rows_of(table: &str) -> HashMap<String, ImportOptions> {
    let rows = table.lines().filter_map(|line| {
        let mut cells = line.split('\t').map(str::trim);
        let doc = cells.next().filter(|doc| !doc.is_empty())?;
        let mut cell = || cells.next().filter(|cell| !cell.is_empty()).map(str::to_owned);
        let options = ImportOptions { issue_date: cell(), home: cell() };
        Some((doc.to_owned(), options))
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_may_leave_out_date_or_home() {
        let rows = rows_of("doc\tissue_date\thome\na.txt\t2023-08\t\nb.txt\t\t云川区\r\nc.txt\n");
        assert_eq!(rows["a.txt"].issue_date.as_deref(), Some("2023-08"));
        assert_eq!(rows["a.txt"].home, None);
        assert_eq!((rows["b.txt"].issue_date.clone(), rows["b.txt"].home.as_deref()), (None, Some("云川区")));
        assert_eq!(rows["c.txt"].issue_date, None);
    }
}
