//! Hazards: sentences that tell of loss, damage or danger.
//!
//! A hazard tells that doing or not doing something loses data, damages, stops a service, opens a security hole
//! or cannot be undone. What the problem itself does (a symptom) is not one.
//!
//! ```text
//! hazard    = loss | harm | forbids | otherwise | undone
//! forbids   = word{0..3} ("never" | "do not") ("delete" | "format" | "restart" ..)
//! otherwise = ("must" | "need" | "sure" ..) with ("or" | "otherwise") ("you" | "the" ..) ("not" | "cannot")
//!           | ("must" | "need" ..) .. "otherwise" .. modal ("fail" | "hang" ..)
//! undone    = ("If" .. "not" .. ("installed" | "set" ..) | "Otherwise") "," ("the" | "you" ..) .. ("fails" | "not" ..)
//! ```
//! What is lost stands in [`super::loss`], what is damaged in [`super::harm`].

use super::harm::harms;
use super::loss::is_lost;
use crate::language::word::{Word, any, words};

/// Whether the sentence tells of a hazard.
pub(crate) fn is_hazard(sentence: &str) -> bool {
    let words = words(sentence);
    is_lost(&words)
        || harms(&words)
        || forbids(&words)
        || otherwise_fails(&words)
        || left_undone(&words)
}

/// Whether a labelled warning is a hazard, and not a note.
pub(crate) fn is_hazard_label(label: &str, text: &str) -> bool {
    matches!(label, "WARNING" | "CAUTION" | "DANGER" | "ATTENTION")
        || label != "TIP" && is_hazard(text)
}

/// `If the lock is not set, the door may open.`, `Unless you …, it cannot …`: what follows when a thing is left undone.
fn left_undone(words: &[Word]) -> bool {
    let Some(end) = words.iter().position(|w| w.stop == Some(',')) else {
        return false;
    };
    let (front, rest) = words.split_at(end + 1);
    let first = front.first();
    let undone = first.is_some_and(|w| w.is(&["if"]))
        && any(front, &["not", "don't"])
        && front.last().is_some_and(|w| {
            w.is(&[
                "configured",
                "disabled",
                "enabled",
                "done",
                "set",
                "installed",
                "created",
                "removed",
                "performed",
            ])
        });
    let otherwise = end == 0 && first.is_some_and(|w| w.is(&["otherwise"]));
    let bad = [
        "not",
        "cannot",
        "fail",
        "fails",
        "unable",
        "conflict",
        "conflicts",
        "lose",
        "problem",
        "problems",
        "error",
        "blank",
        "stop",
        "stops",
        "hang",
        "crash",
    ];
    let told = rest
        .first()
        .is_some_and(|w| w.is(&["the", "you", "it", "your", "they", "users", "this", "all"]));
    (undone || otherwise) && told && any(rest, &bad) && !any(rest, &["must", "should", "need"])
}

/// `Do not overwrite …`, `never delete …`.
fn forbids(words: &[Word]) -> bool {
    let at = words
        .iter()
        .take(4)
        .position(|w| w.is(&["never"]))
        .map(|at| at + 1)
        .or_else(|| {
            words
                .windows(2)
                .take(4)
                .position(|pair| pair[0].is(&["do"]) && pair[1].is(&["not"]))
                .map(|at| at + 2)
        });
    let harmful = [
        "delete",
        "overwrite",
        "remove",
        "format",
        "erase",
        "interrupt",
        "restart",
        "reboot",
        "run",
        "stop",
        "modify",
        "turn",
    ];
    at.and_then(|at| words.get(at))
        .is_some_and(|verb| verb.is(&harmful))
}

/// `… or you will not be able to …`, `you must not open it; otherwise, the pump may hang`.
fn otherwise_fails(words: &[Word]) -> bool {
    let duty = || any(words, &["must", "need", "should", "make", "sure", "have"]);
    let fails = words.windows(4).any(|w| {
        w[0].is(&["or", "otherwise"])
            && (w[1].is(&["you", "the", "it", "your"]))
            && w[2..].iter().any(|x| x.is(&["not", "cannot"]))
    });
    fails && duty() || otherwise_harms(words) && duty()
}

fn otherwise_harms(words: &[Word]) -> bool {
    let Some(at) = words.iter().position(|word| word.is(&["otherwise"])) else {
        return false;
    };
    words[at..].windows(2).any(|pair| {
        pair[0].is(&["may", "might", "will", "can", "could"])
            && pair[1].is(&["hang", "crash", "fail", "stop", "corrupt", "damage"])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_hazards() {
        for hazard in [
            "All unsaved changes will be lost.",
            "If it is never started again, the mail is lost.",
            "This cannot be undone.",
            "Doing so may damage the drive.",
            "Never delete the first file.",
            "If the tool is not run afterwards, corruption may occur.",
            "You must copy the key first or you will not be able to log on.",
            "All folders on the drive will also be removed.",
            "Trying to lift the lid may result in a crash.",
            "If the lock is not installed, the door may not close.",
            "Otherwise, the reader gets a blank page.",
        ] {
            assert!(is_hazard(hazard), "{hazard}");
        }
        for harmless in [
            "The connection was lost.",
            "Click Delete.",
            "The file is not found.",
            "You can restore the file later.",
            "The line will be removed from the view.",
            "When the lid is open, closing it may cause a hang.",
            "If it is not installed, the setup copies it.",
        ] {
            assert!(!is_hazard(harmless), "{harmless}");
        }
    }
}

#[cfg(test)]
mod labels {
    use super::*;

    #[test]
    fn labels_that_make_a_hazard() {
        for (label, text, expected) in [
            ("WARNING", "The lid is heavy.", true),
            ("CAUTION", "The lid is heavy.", true),
            ("NOTE", "The lid is heavy.", false),
            ("NOTE", "All your settings will be lost.", true),
            ("IMPORTANT", "Never format the first disk.", true),
            ("TIP", "All your settings will be lost.", false),
        ] {
            assert_eq!(is_hazard_label(label, text), expected, "{label}: {text}");
        }
    }
}
