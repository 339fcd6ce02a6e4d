//! kbguide turns a support article into a guide: it asks about the state of things and gives the
//! exact procedure with its warnings, every line of it with its place in the article.
//!
//! ```text
//! bytes ─ read ─▶ Document ─ extract ─▶ Extraction ─ build ─▶ Guide ─ replay(answers) ─▶ Interview ─▶ Plan ─▶ view
//! ```
//!
//! Data flows one way, each stage is a value, and a module uses only what stands before it in this list.

#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod span;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod web;

/// PLACEHOLDER until the outline is there.
pub fn placeholder_outline(name: &str, bytes: &[u8]) -> String {
    let document = document::read(name, bytes);
    format!("{}: {}\n", document.meta.id, document.source.len())
}
