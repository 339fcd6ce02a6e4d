//! What opens a condition, and what a condition is made of.
//!
//! ```text
//! opener = "if" | "only" ("if" | "when") | "unless" | "when" | "whenever" | "where"
//!        | "in" "case"                                            not `in case of`
//!        | "in" "the" "event" ["that"]
//!        | "in" ("a" | "the") ("situation" | "case") ("where" | "in" word)
//!        | "in" ("situations" | "cases") ("where" | "in" word)
//!        | ("provided" | "assuming") "that"
//! ```
//! In quotes and parentheses nothing opens.

use crate::language::word::Word;
use std::ops::Range;

/// The word that opens a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opener {
    If,
    OnlyIf,
    Unless,
    When,
}

/// A condition in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub opener: Opener,
    /// The clause without its opener.
    pub clause: Range<usize>,
    /// What it governs.
    pub action: Range<usize>,
    /// Whether it stands in front of its action.
    pub leading: bool,
    /// Whether it stands in parentheses.
    pub aside: bool,
}

/// The opener at `at`, and how many words it takes.
pub(super) fn opener(words: &[Word], at: usize) -> Option<(Opener, usize)> {
    let word = words.get(at)?;
    if !word.plain() {
        return None;
    }
    let next = |n: usize, any: &[&str]| words.get(at + n).is_some_and(|w| w.is(any));
    match word.lower.as_ref() {
        "if" => Some((Opener::If, 1)),
        "only" if next(1, &["if", "when"]) => Some((Opener::OnlyIf, 2)),
        "unless" => Some((Opener::Unless, 1)),
        "when" | "whenever" | "where" => Some((Opener::When, 1)),
        "in" if next(1, &["case"]) && !next(2, &["of"]) => Some((Opener::If, 2)),
        "in" if next(1, &["the"]) && next(2, &["event"]) => {
            Some((Opener::If, if next(3, &["that"]) { 4 } else { 3 }))
        }
        "in" if next(1, &["a", "the"])
            && next(2, &["situation", "case"])
            && next(3, &["where", "in"]) =>
        {
            Some((Opener::If, if next(3, &["in"]) { 5 } else { 4 }))
        }
        "in" if next(1, &["situations", "cases"]) && next(2, &["where", "in"]) => {
            Some((Opener::If, if next(2, &["in"]) { 4 } else { 3 }))
        }
        "provided" | "assuming" if next(1, &["that"]) => Some((Opener::If, 2)),
        _ => None,
    }
}
