//! `tide place`: places of the user's own in a library: list them, add one, remove one.

use crate::Failure;
use crate::library::LibraryFile;
use clap::ValueEnum;
use std::io::{Write, stdout};
use tidemark_commands::api::OwnPlace;

#[derive(clap::Args, Debug)]
pub(crate) struct Place {
    #[command(flatten)]
    library: LibraryFile,
    /// Add this place, or change the one of this name: 听涛小镇
    #[arg(long, value_name = "NAME", conflicts_with = "remove")]
    add: Option<String>,
    /// The place it lies in: 钱塘区
    #[arg(long, value_name = "P", requires = "add")]
    parent: Option<String>,
    /// What it is
    #[arg(long, value_enum, default_value = "park", requires = "add")]
    kind: Kind,
    /// Another name for it; may be given several times
    #[arg(long, value_name = "A", requires = "add")]
    alias: Vec<String>,
    /// Remove this place
    #[arg(long, value_name = "NAME")]
    remove: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Province,
    City,
    District,
    Township,
    Park,
}

impl Kind {
    fn word(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

pub(crate) fn run(command: &Place) -> Result<(), Failure> {
    let session = command.library.open()?;
    if let Some(name) = &command.add {
        let (parent, aliases) = (command.parent.clone(), command.alias.clone());
        session.set_own_place(&OwnPlace { name: name.clone(), parent, kind: command.kind.word(), aliases }, |_| {})?;
    }
    if let Some(name) = &command.remove {
        session.remove_own_place(name, |_| {})?;
    }
    let mut out = stdout().lock();
    session.list_own_places()?.iter().try_for_each(|place| writeln!(out, "{}", line(place)))?;
    Ok(())
}

/// Name, parent, kind and aliases, parted by tabs.
fn line(place: &OwnPlace) -> String {
    let parent = place.parent.clone().unwrap_or_else(|| "–".to_owned());
    [place.name.clone(), parent, place.kind.clone(), place.aliases.join("、")].join("\t")
}
