//! Guides, plans and outlines for people: plain text for a terminal, Markdown for a ticket.
//!
//! ```text
//! Outline, Plan ─ outline::sheet, plan::sheet ─▶ Sheet ─ text, markdown ─▶ String
//! ```
//!
//! What stands in which order is decided once, in the [`Sheet`]; the two printers differ in how a line looks. They are pure
//! functions, so that a page can offer the same texts to copy. Whatever an article holds, what is printed is its
//! words: no control character reaches a terminal, no markup a ticket.

mod ledger;
mod markdown;
mod outline;
mod plan;
mod sheet;
mod text;
mod why;

pub use ledger::sheet as ledger;
pub use markdown::markdown;
pub use outline::{sheet as outline, title};
pub use plan::sheet as plan;
pub use sheet::{Line, Mark, Sheet};
pub use text::{line as text_line, text};
pub use why::sheet as why;

#[cfg(test)]
mod tests;
