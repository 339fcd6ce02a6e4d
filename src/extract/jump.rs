//! Jumps: where an instruction says to go on.
//!
//! ```text
//! jump   = ("go" ["back" | "on"] "to" | "skip" ["ahead"] "to" | "proceed" "to" | "return" "to" | "continue" "with"
//!          | "repeat" | "start again with") ["the"] ("step" | "steps") label [("to" | "through" | "-") label]
//! ```

use crate::language::word::{any, words};

/// Where an instruction says to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// The label: `7`, `3.a`, `b`.
    pub label: String,
    /// Whether it says to do again what was done.
    pub repeat: bool,
}

/// The jump in an action, where it names a step.
pub(crate) fn jump(action: &str) -> Option<Said> {
    let words = words(action);
    let at = words.iter().position(|word| word.is(&["step", "steps"]))?;
    let from = at.saturating_sub(5);
    let before = &words[from..at];
    let goes = [
        "go", "skip", "proceed", "return", "continue", "jump", "move", "resume", "goto",
    ];
    let repeats = ["repeat", "again", "redo", "repeating"];
    let verb = before
        .iter()
        .rev()
        .find(|word| word.is(&goes) || word.is(&repeats))?;
    let back = any(before, &["back", "return"]) || verb.is(&repeats);
    if verb.is(&["skip"]) && !any(before, &["to"]) {
        return None; // "skip step 3" leaves it out and names no place to go on
    }
    let label = label(words.get(at + 1)?.text)?;
    Some(Said {
        label,
        repeat: back,
    })
}

/// A label as a step bears it: `7`, `3.a` for `3a`, `b`; not a word.
fn label(text: &str) -> Option<String> {
    let text = text.trim_matches(['(', ')', '.']).trim_start_matches('#');
    let first = text.split(['-', '–', ',']).next()?;
    let digits = first.len() - first.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = first.split_at(digits);
    let rest = rest.trim_matches(['.', '(', ')']);
    let letter = rest.len() <= 1 && rest.chars().all(|c| c.is_ascii_alphabetic());
    match (number, rest) {
        ("", "") => None,
        (number, "") => Some(number.to_string()),
        ("", letter_only) if letter => Some(letter_only.to_string()),
        (number, rest) if letter => Some(format!("{number}.{}", rest.to_lowercase())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_labels() {
        let examples = [
            ("go to step 7", Some(("7", false))),
            ("skip step 3", None),
            ("Repeat steps 2 through 4", Some(("2", true))),
            ("repeat steps 1-7", Some(("1", true))),
            ("go back to step 3a", Some(("3.a", true))),
            ("start again with step 4", Some(("4", true))),
            ("proceed to the next step", None),
            ("follow step 2", None),
            ("go to the Control Panel", None),
        ];
        for (action, expected) in examples {
            let found = jump(action);
            let found = found
                .as_ref()
                .map(|said| (said.label.as_str(), said.repeat));
            assert_eq!(found, expected, "{action}");
        }
    }
}
