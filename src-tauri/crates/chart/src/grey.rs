//! Charts for black-and-white printers: greys far enough apart, and words that name no colour.

use crate::spec::ChartSpec;
use crate::words::{CONFLICT_GREY, ZH};

/// The chart with the words of its subtitle that name a colour said otherwise: 红点 is 黑点.
pub(crate) fn worded(spec: &ChartSpec) -> ChartSpec {
    ChartSpec { subtitle: spec.subtitle.replace(ZH.conflict, CONFLICT_GREY), ..spec.clone() }
}
