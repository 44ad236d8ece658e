//! The extractor of an open library: the bundled one with the user's own places before the bundled ones.

use std::sync::{Arc, LazyLock};
use tidemark_extract::{Extractor, Gazetteer};
use tidemark_model::Place;

/// Dictionary and lexicons, loaded once for all libraries.
static BUNDLED: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// An extractor that is made when it is first asked.
pub(crate) type Recogniser = LazyLock<Extractor, Box<dyn FnOnce() -> Extractor + Send>>;

/// One that knows these places.
pub(crate) fn knowing(own: Vec<Place>) -> Arc<Recogniser> {
    Arc::new(LazyLock::new(Box::new(move || BUNDLED.over(Gazetteer::with(&own)))))
}
