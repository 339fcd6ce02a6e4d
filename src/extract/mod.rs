//! Extraction: what the sentences of a document say.
//!
//! One walk over the document gives its procedures, labelled warnings and pieces of text; then each pass goes over the
//! sentences once and adds what it finds: advice, hazards, conditions, states, choices. What a sentence must look like
//! stands in the recognisers, one a file (`instruction`, `clause`, `hazard` ..), each with its grammar and its examples; the
//! passes (`pass_*`) say what it means where it stands. `docs/architecture.md` lists the recognisers.

use crate::document::Document;

mod model;
mod by_target;
mod unit;
mod modal;
mod instruction;
mod trouble;
mod procedure;
mod advice;
mod opener;
mod leading;
mod trailing;
mod clause;
mod version;
mod jump;
mod skip;
mod loss;
mod harm;
mod hazard;
mod misconception;
mod thing;
mod state;
mod choice;
mod opposite;
mod antonym;
mod walk;
mod work;
mod listed;
mod condition;
mod timing;
mod pass_advice;
mod pass_warning;
mod target;
mod spare;
mod phrase;
mod colon;
mod pass_condition;
mod pass_state;
mod pass_choice;
mod names;
mod reference;

pub use by_target::ByTarget;
pub use model::*;
pub(crate) use names::slug;

/// Takes from a document what it says to do, under which conditions and with which warnings.
pub fn extract(document: &Document) -> Extraction {
    let mut work = work::Work::new(document, walk::walk(document));
    pass_advice::run(&mut work);
    pass_warning::run(&mut work);
    pass_condition::run(&mut work);
    pass_state::run(&mut work);
    pass_choice::run(&mut work);
    work.out.references = reference::references(document);
    names::run(work)
}
