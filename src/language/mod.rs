//! English as support articles write it: words, sentences, verbs, and how a clause becomes a question.
//!
//! Everything here works on plain text and knows nothing of documents.

pub mod word;
pub mod phrases;
pub mod machines;
pub mod sentence;
mod verb_list;
pub mod verbs;
pub mod imperative;
pub mod question;
