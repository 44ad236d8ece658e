//! Charts for black-and-white printers: greys far enough apart, and words that name no colour.

use crate::spec::ChartSpec;

/// The chart with the words of its subtitle that name a colour said otherwise: 红点 is 黑点.
pub(crate) fn worded(spec: &ChartSpec) -> ChartSpec {
    let say = spec.language.say();
    ChartSpec { subtitle: spec.subtitle.replace(say.conflict, say.conflict_grey), ..spec.clone() }
}
