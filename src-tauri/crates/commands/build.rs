//! Lists the sample pages of `data/samples` for `src/samples.rs`, so that the program carries them: the sets in the
//! order of `homes.tsv`, the pages of a set by date.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../../data/samples").canonicalize()?;
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed={}", folder.join("homes.tsv").display());
    let homes = fs::read_to_string(folder.join("homes.tsv")).unwrap_or_default();
    let mut samples = Vec::new();
    for set in entries(&folder)?.into_iter().filter(|path| path.is_dir()) {
        println!("cargo::rerun-if-changed={}", set.display());
        let name = name_of(&set);
        let row = homes.lines().filter_map(|line| line.split_once('\t')).enumerate().find(|(_, (set, _))| *set == name);
        let (order, home) = row.map_or((0, ""), |(at, (_, home))| (at, home.trim()));
        for page in entries(&set)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "txt")) {
            samples.push((order, format!("{name}-{}", name_of(&page)), page, home.to_owned()));
        }
    }
    samples.sort();
    let mut table = String::from("const SAMPLES: &[Sample] = &[\n");
    for (_, name, path, home) in &samples {
        writeln!(table, "    Sample {{ name: {name:?}, text: include_str!({path:?}), home: {home:?} }},")?;
    }
    table.push_str("];\n");
    fs::write(Path::new(&std::env::var("OUT_DIR")?).join("samples.rs"), table)?;
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    let mut found = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    found.sort();
    Ok(found)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
