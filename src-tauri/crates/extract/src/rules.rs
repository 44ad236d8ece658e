//! What rules, masks and fields are called where a person sees them (data/lexicon/rules.toml): indicator/lexicon is
//! 指标表中的名称.

use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Debug, Default, Deserialize)]
struct Names {
    rule: HashMap<String, String>,
    mask: HashMap<String, String>,
    word: HashMap<String, String>,
}

const TABLE: &str = include_str!("../../../../data/lexicon/rules.toml");
/// A table that does not read is empty; a test holds that it reads.
static NAMES: LazyLock<Names> = LazyLock::new(|| toml::from_str(TABLE).unwrap_or_default());

/// The name of a rule in an observation's evidence, in Chinese; of its stage where the rule has none of its own.
#[must_use]
pub fn rule_name(rule: &str) -> &'static str {
    let stage = rule.split('/').next().unwrap_or_default();
    NAMES.rule.get(rule).or_else(|| NAMES.rule.get(stage)).map_or("其他依据", String::as_str)
}

/// Why a number is none.
pub(crate) fn mask_name(why: &str) -> &'static str {
    NAMES.mask.get(why).map_or("不是数量", String::as_str)
}

/// A measure, status or qualifier by its own short name.
pub(crate) fn word(name: &str) -> &'static str {
    NAMES.word.get(name).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_without_a_name_goes_by_its_stage() {
        assert_eq!(rule_name("period/clause"), "本分句所写的时间");
        assert_eq!(rule_name("measure/unheard-of"), "口径");
        assert_eq!(rule_name("unheard-of"), "其他依据");
        assert_eq!((mask_name("date"), word("growth")), ("日期", "增速"));
    }
}
