//! Extraction: what the sentences of a document say.

use crate::document::Document;

mod model;

pub use model::*;

/// Takes from a document what it says to do, under which conditions and with which warnings.
pub fn extract(_document: &Document) -> Extraction {
    Extraction::default()
}
