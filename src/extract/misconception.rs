//! Mistaken beliefs: what readers do and think it is enough.
//!
//! ```text
//! misconception = "it is" .. belief "that" ("if you" clause "," claim | gerund .. "is" claim)
//!               | gerund .. ("is" | "does") "not" ("enough" | "sufficient" | verb)
//! belief        = "misunderstanding" | "misconception" | "mistaken belief" | "myth" | "mistake" ..
//! ```
//! The deed is a condition of the hazards that the same paragraph tells.

use crate::language::word::{Word, words};
use std::ops::Range;

/// What the reader may have done: the clause, and whether it needs `you` in front to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deed {
    /// The words of the deed in the sentence.
    pub range: Range<usize>,
    /// Whether it is a gerund (`stopping the service`).
    pub gerund: bool,
}

/// The deed that a sentence calls a mistake, or not enough.
pub(crate) fn misconception(sentence: &str) -> Option<Deed> {
    let words = words(sentence);
    let believed = belief(&words);
    if let Some(start) = believed {
        return if_form(&words, start).or_else(|| {
            gerund_form(
                &words,
                start,
                &["is", "does", "will", "makes", "means", "takes"],
            )
        });
    }
    not_enough(&words).then(|| gerund_form(&words, 0, &["is", "does", "alone"]))?
}

/// The word behind `… misunderstanding that`.
fn belief(words: &[Word]) -> Option<usize> {
    let nouns = [
        "misunderstanding",
        "misconception",
        "belief",
        "myth",
        "mistake",
        "error",
        "fallacy",
        "assumption",
        "wrong",
        "untrue",
        "false",
    ];
    let mistaken = [
        "mistaken",
        "common",
        "wrong",
        "false",
        "popular",
        "not",
        "is",
        "erroneous",
        "widespread",
    ];
    let that = words.iter().position(|w| w.is(&["that"]))?;
    let noun = words[..that].iter().rposition(|w| w.is(&nouns))?;
    let plain_belief = words[noun].is(&["belief", "assumption", "error", "mistake"]);
    let marked = words[..noun]
        .iter()
        .any(|w| w.is(&mistaken[..4]) || w.is(&["erroneous", "widespread"]));
    (that - noun <= 3 && (!plain_belief || marked)).then_some(that + 1)
}

fn if_form(words: &[Word], start: usize) -> Option<Deed> {
    let at = words[start..]
        .iter()
        .take(2)
        .position(|w| w.is(&["if", "when"]))?
        + start
        + 1;
    let end = (at..words.len()).find(|i| words[*i].stop == Some(',') && words[*i].plain())?;
    Some(Deed {
        range: words[at].start..words[end].end,
        gerund: false,
    })
}

fn gerund_form(words: &[Word], start: usize, verbs: &[&str]) -> Option<Deed> {
    let first = words.get(start)?;
    if !first.lower.ends_with("ing") {
        return None;
    }
    let verb = (start + 1..words.len()).find(|i| words[*i].is(verbs))?;
    Some(Deed {
        range: first.start..words[verb - 1].end,
        gerund: true,
    })
}

fn not_enough(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(at, w)| {
        w.is(&["enough", "sufficient"])
            && words[at.saturating_sub(3)..at]
                .iter()
                .any(|w| w.is(&["not", "never"]))
            || w.is(&["insufficient"])
            || w.is(&["help", "suffice"])
                && words[at.saturating_sub(2)..at]
                    .iter()
                    .any(|w| w.is(&["not"]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_mistaken() {
        let examples = [
            (
                "It is a common misconception that if you unplug the router, the line is closed.",
                Some("you unplug the router"),
            ),
            (
                "It is a mistaken belief that closing the lid is enough.",
                Some("closing the lid"),
            ),
            (
                "Closing the lid is not enough either.",
                Some("Closing the lid"),
            ),
            (
                "Closing the lid does not help: the fan goes on.",
                Some("Closing the lid"),
            ),
            ("It is a belief that the lid is closed.", None),
            ("It is true that closing helps.", None),
        ];
        for (sentence, expected) in examples {
            let found = misconception(sentence).map(|deed| &sentence[deed.range]);
            assert_eq!(found, expected, "{sentence}");
        }
    }
}
