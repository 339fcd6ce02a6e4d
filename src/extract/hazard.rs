//! Hazards: sentences that tell of loss, damage or danger.
//!
//! A hazard tells that doing or not doing something loses data, damages, stops a service, opens a security hole
//! or cannot be undone. What the problem itself does (a symptom) is not one.
//!
//! ```text
//! hazard    = loses | removes | undoes | damages | harms | forbids | otherwise | undone
//! loses     = modal .. ("lost" | "lose") | ("overwrites" | "erased" ..) with a thing | "loss" with "data"
//! removes   = ("all" | "data" ..) .. ("will" | "would") .. "be" ["permanently"] ("deleted" | "removed" ..)
//! undoes    = ("cannot" | "not") word{0..3} ("undone" | "recovered" | "restored" ..) | ("irreversible" | "permanently" ..) ..
//! damages   = modal ("damage" | "corrupt" ..) | ("corruption" | "loss" ..) modal ("occur" ..) | "impossible" "to"
//!           | modal with ("serious problems" | "security risk" | "unusable" ..) | "leaves" .. "unusable"
//! harms     = deed with modal ("cause" | "result" | "crash" ..) and ("fault" | "loss" | "hang" ..)    no "when", "while"
//! deed      = gerund in front | "if" "you" | "doing"
//! forbids   = word{0..3} ("never" | "do not") ("delete" | "format" | "restart" ..)
//! otherwise = ("must" | "need" | "sure" ..) with ("or" | "otherwise") ("you" | "the" ..) ("not" | "cannot")
//! undone    = ("If" .. "not" .. ("installed" | "set" ..) | "Otherwise") "," ("the" | "you" ..) .. ("fails" | "not" ..)
//! thing     = "data" | "settings" | "files" | "registry" ..
//! ```

use crate::language::word::{Word, words};

/// Whether the sentence tells of a hazard.
pub(crate) fn is_hazard(sentence: &str) -> bool {
    let words = words(sentence);
    loses(&words)
        || removes(&words)
        || undoes(&words)
        || damages(&words)
        || leads_to_harm(&words)
        || forbids(&words)
        || otherwise_fails(&words)
        || left_undone(&words)
}

/// `… will also be deleted`, `existing files will be overwritten`, `everything will be removed from the disk`.
fn removes(words: &[Word]) -> bool {
    let gone = [
        "deleted",
        "removed",
        "overwritten",
        "erased",
        "destroyed",
        "lost",
    ];
    let whole = [
        "all",
        "everything",
        "entire",
        "existing",
        "your",
        "contents",
        "data",
    ];
    words.iter().enumerate().any(|(at, word)| {
        let near = words.get(at.saturating_sub(4)..at).unwrap_or(&[]);
        let passive = near.iter().any(|w| w.is(&["will", "would"]))
            && near.last().is_some_and(|w| w.is(&["be", "permanently"]));
        let not = near.iter().any(|w| w.is(&["not", "never", "no"]));
        word.is(&gone) && passive && !not && any(&words[..at], &whole)
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
    leads && any(words, &harm) && deed(words) && !any(words, &["when", "while"])
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

/// `If the lock is not set, the door may open.`, `Unless you …, it cannot …`: what follows when a thing is left undone.
fn left_undone(words: &[Word]) -> bool {
    let Some(end) = words.iter().position(|w| w.stop == Some(',')) else {
        return false;
    };
    let (front, rest) = words.split_at(end + 1);
    let first = front.first();
    let undone = first.is_some_and(|w| w.is(&["if"]))
        && front.iter().any(|w| w.is(&["not", "don't"]))
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
    (undone || otherwise)
        && told
        && any(rest, &bad)
        && !rest.iter().any(|w| w.is(&["must", "should", "need"]))
}

/// Whether a labelled warning is a hazard, and not a note.
pub(crate) fn is_hazard_label(label: &str, text: &str) -> bool {
    matches!(label, "WARNING" | "CAUTION" | "DANGER" | "ATTENTION")
        || label != "TIP" && is_hazard(text)
}

fn any(words: &[Word], list: &[&str]) -> bool {
    words.iter().any(|word| word.is(list))
}

/// `… will be lost`, `you lose …`, `all data is deleted`, `erases everything`.
fn loses(words: &[Word]) -> bool {
    let things = [
        "data",
        "messages",
        "message",
        "mail",
        "settings",
        "setting",
        "changes",
        "information",
        "files",
        "file",
        "schemes",
        "everything",
        "contents",
        "permissions",
        "work",
        "configuration",
        "passwords",
        "password",
        "records",
        "documents",
        "history",
        "backups",
        "items",
        "customizations",
        "keys",
        "mailbox",
        "mailboxes",
        "database",
        "registry",
    ];
    words.iter().enumerate().any(|(at, word)| {
        let near = &words[at.saturating_sub(4)..at];
        if near
            .iter()
            .any(|w| w.is(&["not", "no", "never", "without"]))
        {
            return false;
        }
        let modal = near.iter().any(|w| {
            w.is(&[
                "will", "may", "can", "could", "might", "are", "is", "be", "would", "you", "to",
            ])
        });
        match word.lower.as_ref() {
            "lost" => {
                any(words, &things)
                    && modal
                    && !any(
                        &words[at.saturating_sub(2)..at],
                        &["has", "was", "were", "have", "the", "any"],
                    )
            }
            "lose" => modal,
            "overwrites" | "overwritten" | "erased" | "erases" | "destroyed" | "destroys"
            | "wiped" | "wipes" => any(words, &things),
            "loss" => {
                any(words, &["data", "mail", "information"]) && !any(words, &["prevent", "avoid"])
            }
            _ => false,
        }
    })
}

/// `this cannot be undone`, `irreversible`, `you cannot recover`.
fn undoes(words: &[Word]) -> bool {
    let cannot = words
        .iter()
        .position(|w| w.is(&["cannot", "can't"]) || w.is(&["not"]));
    let verb = [
        "undone",
        "uninstalled",
        "recovered",
        "recover",
        "restored",
        "reversed",
        "undo",
        "reverse",
        "retrieved",
    ];
    cannot.is_some_and(|at| any(&words[at..words.len().min(at + 5)], &verb))
        && any(words, &["cannot", "can't", "be"])
        || any(
            words,
            &[
                "irreversible",
                "irrecoverable",
                "unrecoverable",
                "permanently",
            ],
        ) && any(
            words,
            &["will", "is", "are", "deletes", "removes", "deleted"],
        )
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
    });
    let impossible = words
        .windows(2)
        .any(|pair| pair[0].is(&["impossible"]) && pair[1].is(&["to"]));
    let verb = words.windows(2).any(|pair| {
        pair[0].is(&modals) && pair[1].is(&["damage", "corrupt", "compromise", "destroy", "harm"])
    });
    let harms = ["unusable", "unbootable", "dangerous", "risky"];
    let leaves = any(words, &["leaves", "leave", "makes", "make", "renders"])
        && any(words, &["unusable", "unbootable"]);
    let denied = any(words, &["no", "nothing"]);
    leaves || corrupts || impossible || verb && !denied || modal && (pairs || any(words, &harms))
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

/// `… or you will not be able to …`, `otherwise the service stops`, `it is impossible to`.
fn otherwise_fails(words: &[Word]) -> bool {
    words.windows(4).any(|w| {
        w[0].is(&["or", "otherwise"])
            && (w[1].is(&["you", "the", "it", "your"]))
            && w[2..].iter().any(|x| x.is(&["not", "cannot"]))
    }) && any(words, &["must", "need", "should", "make", "sure", "have"])
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
