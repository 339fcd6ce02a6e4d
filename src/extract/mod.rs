//! Extraction: what the sentences of a document say.

use crate::document::Document;

mod advice;
mod choice;
mod clause;
mod hazard;
mod instruction;
mod jump;
mod misconception;
mod model;
mod procedure;
mod state;
mod unit;
mod version;
mod walk;

pub use model::*;

/// Takes from a document what it says to do, under which conditions and with which warnings.
pub fn extract(document: &Document) -> Extraction {
    let _walked = walk::walk(document);
    Extraction::default()
}
