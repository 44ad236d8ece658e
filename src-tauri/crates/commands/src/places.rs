//! A user's own places: 听涛小镇 in 云川区, also called 听涛. They go before those that come with the program.
//!
//! Keeping them is the library's; this says which can be taken, and reads tables of them.

use crate::Error;
use crate::api::OwnPlace;
use std::fs;
use std::path::Path;
use tidemark_extract::Gazetteer;
use tidemark_model::{Place, PlaceKind};

const KINDS: [(&str, PlaceKind); 5] = [
    ("province", PlaceKind::Province),
    ("city", PlaceKind::City),
    ("district", PlaceKind::District),
    ("township", PlaceKind::Township),
    ("park", PlaceKind::Park),
];

/// A place as the window and the command line show it.
pub(crate) fn shown(place: Place) -> OwnPlace {
    let kind = KINDS.iter().find(|(_, kind)| *kind == place.kind).map_or("country", |(word, _)| word);
    OwnPlace { name: place.name, parent: place.parent, kind: kind.to_owned(), aliases: place.aliases }
}

/// A place as a person gives it, as it can be kept: its parent by its official name.
pub(crate) fn taken(given: &OwnPlace, places: &Gazetteer) -> Result<Place, Error> {
    let place = plain(given)?;
    let parent = place.parent.map(|parent| known_parent(&parent, &place.name, places)).transpose()?;
    Ok(Place { parent, ..place })
}

fn known_parent(parent: &str, name: &str, places: &Gazetteer) -> Result<String, Error> {
    let official = places.lookup(parent).map(|known| known.name);
    let Some(official) = official.filter(|official| official != name) else {
        let expected = "name the city, district or park it lies in in full, or add that as a place first".to_owned();
        return Err(Error::Parent { given: parent.to_owned(), expected });
    };
    if places.parents(&official).iter().any(|above| above == name) {
        let expected = format!("it lies in {name} itself; choose a place that does not");
        return Err(Error::Parent { given: parent.to_owned(), expected });
    }
    Ok(official)
}

fn plain(given: &OwnPlace) -> Result<Place, Error> {
    let name = name_of("the place's name", &given.name)?;
    let words = given.aliases.iter().map(|alias| alias.trim()).filter(|alias| !alias.is_empty() && *alias != name);
    let mut aliases = words.map(|alias| name_of("the alias", alias)).collect::<Result<Vec<_>, _>>()?;
    aliases.sort();
    aliases.dedup();
    let parent = given.parent.as_deref().map(str::trim).filter(|parent| !parent.is_empty()).map(str::to_owned);
    Ok(Place { name, parent, kind: kind_of(&given.kind)?, aliases })
}

/// A single character would be found in every other word.
fn name_of(what: &'static str, given: &str) -> Result<String, Error> {
    let name = given.trim();
    let length = name.chars().count();
    let fits = (2..=30).contains(&length) && !name.contains(|c: char| c.is_control() || matches!(c, '|' | ','));
    if fits && name.contains(char::is_alphabetic) {
        return Ok(name.to_owned());
    }
    let expected = "write 2 to 30 characters as the newspaper prints them, such as 听涛小镇".to_owned();
    Err(Error::Argument { what, given: given.to_owned(), expected })
}

fn kind_of(given: &str) -> Result<PlaceKind, Error> {
    let found = KINDS.iter().find(|(word, _)| *word == given.trim());
    found.map(|(_, kind)| *kind).ok_or_else(|| Error::Argument {
        what: "the kind of place",
        given: given.to_owned(),
        expected: "use province, city, district, township or park".to_owned(),
    })
}

/// Places from a table with a header and the columns name, parent, kind, aliases (parted by |), as
/// `data/places/parks.csv`.
///
/// # Errors
/// Where it cannot be read, or a row cannot be used; the row is named.
pub fn read_places(path: &Path) -> Result<Vec<OwnPlace>, Error> {
    let text = fs::read_to_string(path).map_err(|error| unusable(path, &error.to_string()))?;
    let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut places = Vec::new();
    for (n, row) in csv.records().enumerate() {
        let at = |error: &dyn std::fmt::Display| unusable(path, &format!("row {}: {error}", n + 2));
        let place = own_place(&row.map_err(|error| at(&error))?);
        plain(&place).map_err(|error| at(&error))?;
        places.push(place);
    }
    Ok(places)
}

fn own_place(row: &csv::StringRecord) -> OwnPlace {
    let cell = |n: usize| row.get(n).unwrap_or_default().trim();
    let kind = if cell(2).is_empty() { "park" } else { cell(2) };
    OwnPlace {
        name: cell(0).to_owned(),
        parent: Some(cell(1)).filter(|parent| !parent.is_empty()).map(str::to_owned),
        kind: kind.to_owned(),
        aliases: cell(3).split('|').filter(|alias| !alias.is_empty()).map(str::to_owned).collect(),
    }
}

fn unusable(path: &Path, what: &str) -> Error {
    Error::Argument {
        what: "the table of places",
        given: path.display().to_string(),
        expected: format!("{what}; write a line name,parent,kind,aliases and under it a line for each place"),
    }
}

/// Places of a table, taken one by one: a later one may lie in an earlier one.
pub(crate) fn all_taken(given: &[OwnPlace]) -> Result<Vec<Place>, Error> {
    let mut taken_so_far: Vec<Place> = Vec::new();
    for place in given {
        let place = taken(place, &Gazetteer::with(&taken_so_far))?;
        taken_so_far.push(place);
    }
    Ok(taken_so_far)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(name: &str, parent: &str, kind: &str) -> OwnPlace {
        OwnPlace { name: name.into(), parent: Some(parent.into()), kind: kind.into(), aliases: vec![" 听涛 ".into()] }
    }

    #[test]
    fn a_parent_is_kept_by_its_official_name_and_a_blank_one_not_at_all() {
        let places = Gazetteer::bundled();
        let place = taken(&own(" 听涛小镇 ", "钱塘", "park"), &places).expect("taken");
        assert_eq!((place.name.as_str(), place.parent.as_deref()), ("听涛小镇", Some("钱塘区")));
        assert_eq!(place.aliases, ["听涛"]);
        assert_eq!(taken(&own("听涛小镇", " ", "park"), &places).expect("taken").parent, None);
    }

    #[test]
    fn what_cannot_be_a_place_is_refused_with_what_would_do() {
        let places = Gazetteer::bundled();
        let wrong = |place: OwnPlace| taken(&place, &places).expect_err("refused").to_string();
        assert!(wrong(own("", "钱塘区", "park")).contains("the place's name"));
        assert!(wrong(own("区", "钱塘区", "park")).contains("2 to 30 characters"));
        assert!(wrong(own("12", "钱塘区", "park")).contains("the place's name"));
        assert!(wrong(own("听涛小镇", "无此地方", "park")).contains("the parent \"无此地方\""));
        assert!(wrong(own("听涛小镇", "听涛小镇", "park")).contains("the parent"));
        assert!(wrong(own("听涛小镇", "钱塘区", "castle")).contains("township or park"));
    }

    #[test]
    fn two_places_do_not_lie_in_each_other() {
        let first = taken(&own("听涛小镇", "钱塘区", "park"), &Gazetteer::bundled()).expect("taken");
        let second = Place { name: "望潮坊".into(), parent: Some("听涛小镇".into()), ..first.clone() };
        let places = Gazetteer::with(&[first, second]);
        let error = taken(&own("听涛小镇", "望潮坊", "park"), &places).expect_err("round");
        assert!(error.to_string().contains("lies in 听涛小镇 itself"), "{error}");
    }
}
