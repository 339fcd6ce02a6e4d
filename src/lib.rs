//! kbguide turns a support article into a guide: it asks about the state of things and gives the
//! exact procedure with its warnings, every line of it with its place in the article.
//!
//! ```text
//! bytes ─ read ─▶ Document ─ extract ─▶ Extraction ─ build ─▶ Guide ─ replay(answers) ─▶ Interview ─▶ Plan ─▶ view
//! ```
//!
//! Data flows one way, each stage is a value, and a module uses only what stands before it in this list.

pub mod order;

pub mod span;

pub mod diagnostic;

pub mod text;

pub mod language;

pub mod document;

pub mod lookup;

pub mod extract;

pub mod ledger;

pub mod guide;

pub mod interview;

pub mod plan;

pub mod outline;

pub mod print;

pub mod app;

pub mod view;

#[cfg(feature = "cli")]
pub mod site;

#[cfg(feature = "cli")]
pub mod cli;

#[cfg(target_arch = "wasm32")]
pub mod web;
