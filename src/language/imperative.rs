//! Verbs that open an instruction.
//!
//! ```text
//! imperative = base form of a known verb       not ("be" | "seem" | "need" | "cause" | "must" ..), which state
//! ```

use super::verbs::{Form, reading};

/// Whether the word (in small letters) is a verb that can open an instruction.
pub fn is_imperative(word: &str) -> bool {
    matches!(reading(word), Some((base, Form::Base)) if base == word && !tells(word))
}

/// Verbs that state and never instruct.
fn tells(word: &str) -> bool {
    [
        "be", "have", "do", "seem", "appear", "occur", "happen", "exist", "need", "want", "mean",
        "fail", "result", "contain", "belong", "like", "please", "can", "become", "cause", "may",
        "must", "will", "depend", "differ", "consist", "behave", "arise", "lack", "cost", "last",
        "matter", "are", "am",
    ]
    .contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_verbs_that_instruct() {
        for verb in ["click", "re-enter", "uninstall", "put", "set"] {
            assert!(is_imperative(verb), "{verb}");
        }
        for word in ["the", "clicked", "clicking", "clicks", "seem", "has", ""] {
            assert!(!is_imperative(word), "{word}");
        }
    }
}
