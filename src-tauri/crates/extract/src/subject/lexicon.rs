//! The words by which names are recognised (data/places/names.toml) and one table of all of them:
//! …有限公司 ends an organisation, …小镇 a zone, 全区 stands for a district.

use super::list::List;
use crate::trie::Trie;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;
use tidemark_model::Span;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Words {
    pub zone: List,
    village: List,
    pub plain_village: List,
    pub bare_zone: List,
    pub organisation: List,
    pub describing: List,
    pub centre: List,
    pub stop: List,
    pub trade: List,
    pub inside: List,
    project: List,
    pub phase: List,
    pub generic: List,
    agency: List,
    pub media: List,
    pub government: List,
    pub route: List,
    pub national: List,
    pub speaks: List,
    pub site: List,
    pub acts: List,
    pub listing: List,
    pub facility: List,
    pub facility_end: List,
    pub pointer: List,
    pub zone_again: List,
    pub again: List,
    pub plain: List,
    event: List,
    pub event_end: List,
    pub event_name: List,
    pub quoted_end: List,
    pub event_statistic: List,
    pub held: List,
    firms: List,
    pub opener: List,
    pub place_statistic: List,
    pub project_statistic: List,
    pub work_statistic: List,
    pub founding: List,
    pub beneficiary: List,
    pub said_of_project: List,
    pub crossing: List,
    pub plain_area: List,
    pub area_runs_on: List,
    deictic: HashMap<String, List>,
}

/// What a deictic stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Level {
    Nation,
    Province,
    Prefecture,
    City,
    District,
    County,
    Town,
    Village,
    Zone,
    Organisation,
    Project,
    Event,
}

/// What a word of the lexicon tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Zone,
    /// 青山村
    Village,
    Organisation,
    Project,
    Agency,
    /// 国家统计局
    National,
    Event,
    Firm,
    /// …房产, of a firm's short name
    Trade,
    Deictic(Level),
}

/// A table that does not read is empty; a test holds that it reads.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(TABLE).unwrap_or_default());
const TABLE: &str = include_str!("../../../../../data/places/names.toml");

static CUES: LazyLock<Trie<Cue>> = LazyLock::new(|| {
    let words = &*WORDS;
    let lists = [
        (&words.zone, Cue::Zone),
        (&words.village, Cue::Village),
        (&words.organisation, Cue::Organisation),
        (&words.project, Cue::Project),
        (&words.agency, Cue::Agency),
        (&words.national, Cue::National),
        (&words.event, Cue::Event),
        (&words.firms, Cue::Firm),
        (&words.trade, Cue::Trade),
    ];
    let named = lists.iter().flat_map(|(list, cue)| list.iter().map(|word| (word, *cue)));
    let deictic = words.deictic.iter().filter_map(|(key, list)| Some((level(key)?, list)));
    Trie::new(named.chain(deictic.flat_map(|(l, list)| list.iter().map(move |w| (w, Cue::Deictic(l))))))
});

fn level(key: &str) -> Option<Level> {
    Some(match key {
        "nation" => Level::Nation,
        "province" => Level::Province,
        "prefecture" => Level::Prefecture,
        "city" => Level::City,
        "district" => Level::District,
        "county" => Level::County,
        "town" => Level::Town,
        "village" => Level::Village,
        "zone" => Level::Zone,
        "organisation" => Level::Organisation,
        "project" => Level::Project,
        "event" => Level::Event,
        _ => return None,
    })
}

/// Every word of the lexicon in `text`, overlapping ones too, by where they end.
pub(super) fn cues(text: &str) -> Vec<(Span, Cue)> {
    let mut out = Vec::new();
    CUES.walk(text, |start, words| {
        let here = words.iter().flat_map(|&(end, cues)| cues.iter().map(move |&cue| (Span::new(start, end), cue)));
        out.extend(here);
        0
    });
    out.sort_by_key(|(span, _)| span.end);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads_and_every_deictic_has_a_level() {
        let words: Words = toml::from_str(TABLE).expect("names.toml");
        assert!(words.deictic.keys().all(|key| level(key).is_some()));
    }
}
