//! Steps that an instruction lets the reader leave out.
//!
//! ```text
//! skip     = ("skip" | "omit" | "bypass" | "ignore") steps
//!          | ("do not" | "do not need to" | "do not have to") ("perform" | "complete" | "do" | "follow" | "use") "this step"
//!          | "this step" ("is not" | "is unnecessary" | "can be" ("skipped" | "omitted") | "does not apply")
//! steps    = "this step" | "these steps" | "the next step" | ("step" | "steps") label [("-" | "to" | "through" | "and") label]
//! ```
//! `Skip to step 7` is a jump, and no step is named that is left out.

use crate::language::word::{Word, any, words};

/// The steps that the reader may leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Skipped {
    /// The step that says so.
    This,
    /// The step behind it.
    Next,
    /// The steps from one label to another.
    From(String, String),
}

/// The steps that an action says to leave out.
pub(super) fn skip(action: &str) -> Option<Skipped> {
    let words = words(action);
    let at = words.iter().position(|word| word.is(&["step", "steps"]))?;
    let before = words.get(at.saturating_sub(5)..at)?;
    let skips = before
        .iter()
        .rposition(|word| word.is(&["skip", "omit", "bypass", "ignore"]));
    let to = skips.is_some_and(|from| before[from..].iter().any(|word| word.is(&["to"])));
    let this = before
        .last()
        .is_some_and(|word| word.is(&["this", "these"]));
    if this && (skips.is_some() && !to || not_done(before) || needless(&words, at)) {
        return Some(Skipped::This);
    }
    if skips.is_none() || to {
        return None;
    }
    let next = before
        .last()
        .is_some_and(|word| word.is(&["next", "following"]));
    if next && words[at].is(&["step"]) {
        return Some(Skipped::Next);
    }
    range(&words, at)
}

/// `do not perform`, `do not need to complete`
fn not_done(before: &[Word]) -> bool {
    let not = any(before, &["not", "don't"]);
    let does = ["perform", "complete", "do", "follow", "use", "run", "take"];
    let verb = before.iter().rev().nth(1);
    not && verb.is_some_and(|word| word.is(&does))
}

/// `this step is not necessary`, `this step can be skipped`
fn needless(words: &[Word], at: usize) -> bool {
    let behind = words.get(at + 1..).unwrap_or(&[]);
    let behind = behind.get(..behind.len().min(5)).unwrap_or(&[]);
    let verb = behind
        .first()
        .is_some_and(|word| word.is(&["is", "are", "can", "may", "does", "do"]));
    let needless = any(
        behind,
        &["unnecessary", "skipped", "omitted", "bypassed", "ignored"],
    );
    let not = any(behind, &["not"]) && any(behind, &["necessary", "required", "needed", "apply"]);
    verb && (needless || not)
}

/// `step 3`, `steps 3-5`, `steps 3 through 5`
fn range(words: &[Word], at: usize) -> Option<Skipped> {
    let label = |text: &str| {
        let text = text.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let digits = text.chars().all(|c| c.is_ascii_digit());
        let letter = text.len() == 1 && text.chars().all(|c| c.is_ascii_alphabetic());
        (!text.is_empty() && (digits || letter)).then(|| text.to_string())
    };
    let first = words.get(at + 1)?;
    if let Some((from, to)) = first.text.split_once(['-', '–']) {
        return Some(Skipped::From(label(from)?, label(to)?));
    }
    let from = label(first.text)?;
    let joined = words
        .get(at + 2)
        .is_some_and(|word| word.is(&["to", "through", "and"]));
    let last = words
        .get(at + 3)
        .filter(|_| joined)
        .and_then(|word| label(word.text));
    Some(Skipped::From(from.clone(), last.unwrap_or(from)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_is_left_out() {
        let from = |one: &str, other: &str| Some(Skipped::From(one.into(), other.into()));
        let examples = [
            ("Skip this step", Some(Skipped::This)),
            ("you can skip this step", Some(Skipped::This)),
            ("do not perform this step", Some(Skipped::This)),
            ("this step is not necessary", Some(Skipped::This)),
            ("This step can be omitted", Some(Skipped::This)),
            ("skip the next step", Some(Skipped::Next)),
            ("skip step 3", from("3", "3")),
            ("skip steps 3 through 5", from("3", "5")),
            ("you can omit steps 2-4", from("2", "4")),
            ("skip to step 7", None),
            ("skip to the next step", None),
            ("perform this step", None),
            ("Do this step", None),
            ("follow step 2", None),
        ];
        for (action, expected) in examples {
            assert_eq!(skip(action), expected, "{action}");
        }
    }
}
