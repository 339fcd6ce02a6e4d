//! English as support articles write it: verbs, and the question that a condition asks.

pub mod question;
pub mod verbs;
