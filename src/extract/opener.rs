//! What opens a condition, and what a condition is made of.
//!
//! ```text
//! opener = "if" | "only" ("if" | "when") | "only" "after"   before `you have`
//!        | "unless" | "when" | "whenever" | "where"
//!        | "in" "case"                                            not `in case of`
//!        | "in" "the" "event" ["that"]                                not `in the event log`
//!        | "in" ("a" | "the") ("situation" | "case") ("where" | "in" word)
//!        | "in" ("situations" | "cases") ("where" | "in" word)
//!        | ("provided" | "assuming") "that"
//! ```
//! In quotes and parentheses nothing opens.

use crate::language::question::Opener;
use crate::language::word::Word;
use std::ops::Range;

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
        "only" if next(1, &["after"]) && next(2, &["you"]) && next(3, &["have"]) => {
            Some((Opener::OnlyIf, 2))
        }
        "unless" => Some((Opener::Unless, 1)),
        "when" | "whenever" | "where" => Some((Opener::When, 1)),
        "in" if next(1, &["case"]) && !next(2, &["of"]) => Some((Opener::If, 2)),
        "in" if next(1, &["the"])
            && next(2, &["event"])
            && !next(3, &["log", "logs", "viewer"]) =>
        {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word::words;

    /// The start of a condition, what opens it, and the first word behind the opener.
    const EXAMPLES: &[(&str, Option<(Opener, &str)>)] = &[
        ("If the lid is open", Some((Opener::If, "the"))),
        ("Only if the lid is open", Some((Opener::OnlyIf, "the"))),
        ("only after you have shut it", Some((Opener::OnlyIf, "you"))),
        ("only after the lid is shut", None),
        ("only when it is open", Some((Opener::OnlyIf, "it"))),
        ("unless it is open", Some((Opener::Unless, "it"))),
        ("Whenever it is open", Some((Opener::When, "it"))),
        ("where it is open", Some((Opener::When, "it"))),
        ("in case it is open", Some((Opener::If, "it"))),
        ("in the event that it opens", Some((Opener::If, "it"))),
        ("in the event it opens", Some((Opener::If, "it"))),
        ("in the case where it opens", Some((Opener::If, "it"))),
        ("in a situation in which it opens", Some((Opener::If, "it"))),
        ("in cases where it opens", Some((Opener::If, "it"))),
        ("provided that it opens", Some((Opener::If, "it"))),
        ("in case of fire", None),
        ("in the event log", None),
        ("in the lid", None),
        ("provided lids", None),
        ("only the lid", None),
        ("(if it is open)", None),
        ("\"If it is open\"", None),
        ("", None),
    ];

    #[test]
    fn words_that_open_conditions() {
        for (text, expected) in EXAMPLES {
            let words = words(text);
            let found = opener(&words, 0).map(|(kind, length)| (kind, words[length].text));
            assert_eq!(found, *expected, "{text}");
        }
    }
}
