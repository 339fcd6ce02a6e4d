//! Whether the line in front of a list says that what follows ends in trouble: then the list shows the problem.
//!
//! ```text
//! lead    = trouble … ("if" | "when") "you" [adverb] follow … ("following" | "these" | "this" | "steps") …
//! follow  = "follow" | "perform" | "do" | "use" | "complete" | "take" | "execute"
//! trouble = a clause with a word of failing: "hangs", "fails", "error", "is not", …
//! ```
//!
//! `If the printer hangs, follow these steps:` is none: there the trouble is a condition and comes first with its `if`.

use crate::language::word::{Word, any, words};

/// Whether the sentence is such a lead.
pub(crate) fn ends_in_trouble(sentence: &str) -> bool {
    let words = words(sentence);
    let asks = |at: &usize| {
        words[*at].is(&["if", "when"])
            && words.get(at + 1).is_some_and(|next| next.is(&["you"]))
            && follows(&words[at + 2..])
    };
    let Some(at) = (2..words.len()).find(asks) else {
        return false;
    };
    let conditional = words[0].is(&["if", "when", "unless", "to"]);
    !conditional && fails(&words[..at])
}

/// `follow these steps`, `then do the following`
fn follows(words: &[Word]) -> bool {
    const FOLLOW: &[&str] = &[
        "follow", "perform", "do", "use", "complete", "take", "execute",
    ];
    let verb = words.iter().take(2).position(|word| word.is(FOLLOW));
    verb.is_some_and(|verb| {
        let rest = words.iter().skip(verb + 1).take(3);
        rest.into_iter()
            .any(|word| word.is(&["following", "these", "this", "steps"]))
    })
}

/// A word of failing, or a negation; both together (`is not lost`) tell that all is well.
fn fails(clause: &[Word]) -> bool {
    const STEMS: &[&str] = &[
        "hang",
        "fail",
        "crash",
        "error",
        "fault",
        "incorrect",
        "problem",
        "occur",
        "disappear",
        "violat",
        "terminat",
        "corrupt",
        "invalid",
        "unexpected",
        "wrong",
        "behavior",
        "lost",
        "symptom",
        "bug",
        "stops",
        "quits",
        "loses",
    ];
    const NOT: &[&str] = &["not", "no", "cannot", "doesn't", "won't", "can't"];
    let negated = any(clause, NOT);
    let fails = clause
        .iter()
        .any(|word| STEMS.iter().any(|stem| word.lower.starts_with(stem)));
    negated != fails
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_that_end_in_trouble() {
        let table = [
            (
                "The scanner hangs if you perform the following steps:",
                true,
            ),
            ("The lid does not close when you do the following:", true),
            (
                "An error message appears when you follow these steps:",
                true,
            ),
            ("This behavior occurs if you then use these settings:", true),
            (
                "If the scanner hangs when you start it, follow these steps:",
                false,
            ),
            ("To find out why it fails, follow these steps:", false),
            (
                "The scanner is ready when you complete the following steps:",
                false,
            ),
            ("Follow these steps:", false),
            ("", false),
        ];
        for (sentence, expected) in table {
            assert_eq!(ends_in_trouble(sentence), expected, "{sentence}");
        }
    }
}
