//! Harm: what tells that a deed of the reader damages, stops a service or opens a security hole.
//!
//! ```text
//! harm     = damages | leads | stops | opens | risks
//! damages  = modal ("damage" | "corrupt" ..) | ("corruption" | "loss" ..) modal ("occur" ..) | "impossible" "to"
//!          | modal with ("serious problems" | "security risk" ..) | modal "be" ("unusable" | "destabilizing" ..)
//!          | ("leaves" | "renders" ..) .. ("unusable" | "vulnerable" ..)
//! stops    = modal ("disconnect" | "interrupt") .. ("users" | "clients" ..)
//! leads    = deed with modal ("cause" | "result" | "crash" ..) and ("fault" | "loss" | "hang" ..)    no "when", "while"
//!          | deed with modal "be" ("damaged" | "corrupted" ..)
//! opens    = ("bypass" | "bypassing" ..) .. "security"
//! risks    = "you" ["run"] "risk" gerund | ("runs" | "run") "the" "risk"
//! deed     = gerund in front | "if" "you" | "doing"
//! ```

use crate::language::word::{Word, any};

/// Whether the words tell of harm.
pub(super) fn harms(words: &[Word]) -> bool {
    damages(words) || leads_to_harm(words) || stops(words) || opens(words) || risks(words)
}

/// `It will disconnect all clients.`
fn stops(words: &[Word]) -> bool {
    words.windows(2).enumerate().any(|(at, pair)| {
        pair[0].is(&["will", "may", "can", "could"])
            && pair[1].is(&["disconnect", "interrupt"])
            && words[at + 2..]
                .iter()
                .take(6)
                .any(|word| word.is(&["users", "clients", "connections", "sessions", "service"]))
    })
}

/// `It runs past the lock, bypassing the security settings.`
fn opens(words: &[Word]) -> bool {
    let past = words
        .iter()
        .position(|word| word.is(&["bypass", "bypasses", "bypassing", "bypassed"]));
    past.is_some_and(|at| {
        words[at..]
            .iter()
            .take(7)
            .any(|word| word.is(&["security"]))
    })
}

/// `You risk losing the key.`, `This runs the risk of a loss.`
fn risks(words: &[Word]) -> bool {
    words.windows(3).any(|w| {
        w[0].is(&["you", "may", "will"]) && w[1].is(&["risk"]) && w[2].lower.ends_with("ing")
            || w[0].is(&["run", "runs"]) && w[1].is(&["the", "a"]) && w[2].is(&["risk"])
    })
}

/// `Opening the lid may result in a fault.`, `If you skip it, the service may crash.`: a deed of the reader and the harm.
fn leads_to_harm(words: &[Word]) -> bool {
    let modal = ["may", "can", "could", "will", "might", "would"];
    let leads = words.windows(2).any(|pair| {
        pair[0].is(&modal)
            && pair[1].is(&[
                "cause", "result", "lead", "corrupt", "break", "hang", "crash",
            ])
    }) || words
        .windows(3)
        .any(|w| w[0].is(&modal) && w[1].is(&["stop"]) && w[2].is(&["responding"]));
    let harm = [
        "fault",
        "corruption",
        "corrupt",
        "corrupted",
        "loss",
        "hang",
        "crash",
        "damage",
        "unpredictable",
        "instability",
        "unstable",
        "failure",
        "failures",
        "responding",
        "fatal",
    ];
    let broken = words.windows(3).any(|w| {
        w[0].is(&["could", "can", "will", "would"]) // what `may be damaged` is found out
            && w[1].is(&["be", "become"])
            && w[2].is(&[
                "damaged",
                "corrupted",
                "compromised",
                "destroyed",
                "corrupt",
            ])
    });
    (leads && any(words, &harm) || broken) && deed(words) && !any(words, &["when", "while"])
}

/// Whether the sentence tells what the reader does: `if you`, a gerund in front, `doing so`.
fn deed(words: &[Word]) -> bool {
    let gerund = words.iter().take(3).any(|w| {
        w.lower.len() > 4 && w.lower.ends_with("ing") && !w.is(&["following", "during", "string"])
    });
    let yours = words
        .windows(2)
        .any(|pair| pair[0].is(&["if"]) && pair[1].is(&["you"]));
    gerund || yours || any(words.get(..3).unwrap_or(&[]), &["doing"])
}

/// `may damage`, `serious problems`, `stops responding if you …`, `security risk`.
fn damages(words: &[Word]) -> bool {
    let pairs = words.windows(2).any(|pair| {
        let (a, b) = (&pair[0], &pair[1]);
        a.is(&["serious"]) && b.is(&["problems", "problem", "damage"])
            || a.is(&["security"]) && b.is(&["risk", "hole", "risks", "vulnerability"])
            || a.is(&["system-wide"]) && b.is(&["problems"])
            || a.is(&["data"]) && b.is(&["corruption"])
    });
    let modals = ["may", "can", "could", "will", "might"];
    let modal = any(words, &modals);
    let corrupts = words.windows(3).any(|w| {
        w[0].is(&["corruption", "loss", "damage"])
            && w[1].is(&modals)
            && w[2].is(&["occur", "result", "happen"])
    }) && !any(words, &["no"]);
    let impossible = words
        .windows(2)
        .any(|pair| pair[0].is(&["impossible"]) && pair[1].is(&["to"]));
    let verb = words.windows(2).any(|pair| {
        pair[0].is(&modals) && pair[1].is(&["damage", "corrupt", "compromise", "destroy", "harm"])
    });
    let state = words.windows(3).any(|w| {
        w[0].is(&modals)
            && w[1].is(&["be", "become"])
            && w[2].is(&[
                "unusable",
                "unbootable",
                "dangerous",
                "risky",
                "destabilizing",
                "unstable",
            ])
    });
    let leaves = any(
        words,
        &["leaves", "leave", "makes", "make", "renders", "render"],
    ) && any(words, &["unusable", "unbootable", "vulnerable"])
        && !any(words, &["without"]);
    let denied = any(words, &["no", "nothing"]);
    leaves || corrupts || impossible || verb && !denied || state || modal && pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word::words;

    #[test]
    fn tells_harm() {
        for (sentence, expected) in [
            ("It runs at once, bypassing the security settings.", true),
            ("Press a key to bypass the message.", false),
            ("You risk losing the key.", true),
            ("This runs the risk of breaking the lid.", true),
            ("There is a risk.", false),
            ("This will disconnect all clients for a while.", true),
            ("You can disconnect the hose.", false),
            ("If you mistype it, the list could be damaged.", true),
            ("If you see it, the list may be damaged.", false),
            ("The lid may become unusable.", true),
            (
                "Use the copy if the lid has become unusable, which may help.",
                false,
            ),
            ("No damage will occur.", false),
            ("Damage will occur.", true),
            ("This leaves the server vulnerable.", true),
            (
                "This saves it without leaving the server vulnerable.",
                false,
            ),
        ] {
            assert_eq!(harms(&words(sentence)), expected, "{sentence}");
        }
    }
}
