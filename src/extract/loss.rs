//! Loss: what tells that data goes away for good, or that a deed cannot be taken back.
//!
//! ```text
//! loss     = loses | removes | deletes | undoes | locked
//! loses    = thing .. modal .. "lost" | modal "lose" | ("overwrites" | "erases" ..) .. thing | thing .. modal ("overwritten" | "erased" ..)
//!          | "loss" with "data"
//! removes  = ("all" | "data" ..) .. ("will" | "would") .. "be" ["permanently"] ("deleted" | "removed" | "gone" ..)
//! deletes  = ("deletes" | "removes") ("all" | "everything" ..)
//! undoes   = ("cannot" | "not") word{0..3} ("undone" | "recovered" | "restored" ..) | ("irreversible" | "permanently" ..) ..
//! locked   = "will" "no" "longer" "be" "able" "to" ("uninstall" | "start" | "restore" ..)
//! thing    = "data" | "settings" | "files" | "registry" ..
//! ```

use crate::language::word::{Word, any};

/// Whether the words tell of loss.
pub(super) fn is_lost(words: &[Word]) -> bool {
    loses(words) || removes(words) || deletes(words) || undoes(words) || locked(words)
}

const THINGS: &[&str] = &[
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
    "updates",
    "characters",
    "folders",
    "partition",
    "disk",
];

/// `… will also be deleted`, `existing files will be overwritten`, `everything will be removed from the disk`.
fn removes(words: &[Word]) -> bool {
    let gone = [
        "deleted",
        "removed",
        "overwritten",
        "erased",
        "destroyed",
        "lost",
        "gone",
    ];
    let whole = [
        "all",
        "everything",
        "entire",
        "existing",
        "your",
        "contents",
        "data",
        "messages",
        "mail",
        "files",
    ];
    words.iter().enumerate().any(|(at, word)| {
        let near = words.get(at.saturating_sub(4)..at).unwrap_or(&[]);
        let passive = any(near, &["will", "would"])
            && near.last().is_some_and(|w| w.is(&["be", "permanently"]));
        let not = any(near, &["not", "never", "no"]);
        word.is(&gone) && passive && !not && (word.is(&["gone"]) || any(&words[..at], &whole))
    })
}

/// `It also deletes all files`, `this removes everything`.
fn deletes(words: &[Word]) -> bool {
    words.windows(2).any(|pair| {
        pair[0].is(&["deletes", "erases", "destroys", "wipes"])
            && pair[1].is(&["all", "any", "everything", "existing", "your"])
    })
}

/// `You will no longer be able to uninstall it.`
fn locked(words: &[Word]) -> bool {
    words.windows(6).any(|w| {
        w[0].is(&["no"])
            && w[1].is(&["longer"])
            && w[3].is(&["able"])
            && w[5].is(&[
                "uninstall",
                "start",
                "restore",
                "recover",
                "boot",
                "undo",
                "log",
                "access",
                "use",
            ])
    }) && any(words, &["will"])
}

/// `… will be lost`, `you lose …`, `all data is deleted`, `erases everything`.
fn loses(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let near = &words[at.saturating_sub(4)..at];
        let lost = match word.lower.as_ref() {
            "lost" => {
                let told = &words[at.saturating_sub(2)..at];
                told_of(words, at)
                    && modal(near)
                    && !any(told, &["has", "was", "were", "have", "the", "any"])
            }
            "lose" => modal(near),
            "overwritten" | "erased" | "destroyed" | "wiped" => {
                told_of(words, at) && modal(near) && !any(near, &["been", "to", "needs", "must"])
            }
            "overwrites" | "erases" | "destroys" | "wipes" => {
                let after = words.get(at + 1..words.len().min(at + 6)).unwrap_or(&[]);
                any(after, THINGS)
            }
            "loss" => {
                any(words, &["data", "mail", "information"]) && !any(words, &["prevent", "avoid"])
            }
            _ => false,
        };
        let title = word.capital() && at > 0;
        lost && !title && !any(near, &["not", "no", "never", "without"])
    })
}

fn modal(words: &[Word]) -> bool {
    any(
        words,
        &[
            "will", "may", "can", "could", "might", "are", "is", "be", "would", "you", "to",
        ],
    )
}

/// Whether the clause in front of the word at `at` names a thing that can be lost.
fn told_of(words: &[Word], at: usize) -> bool {
    let front = &words[..at];
    let clause = front
        .iter()
        .rposition(|word| word.stop.is_some())
        .map_or(front, |stop| &front[stop + 1..]);
    any(if clause.len() > 3 { clause } else { front }, THINGS)
        || any(clause, THINGS)
        || any(clause, &["all", "any", "they"]) && any(front, THINGS)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word::words;

    #[test]
    fn tells_loss() {
        for (sentence, expected) in [
            ("Any messages that you skip will be deleted.", true),
            ("The file will be gone.", true),
            ("If it knows any part, the lid will be removed.", false),
            ("Lost Keys: All Data Is Lost", false),
            ("The tool also deletes all other users.", true),
            ("You will no longer be able to uninstall it.", true),
            ("The lid will no longer open.", false),
            ("The settings may be overwritten.", true),
            ("The file had to be erased.", false),
            ("The tool overwrites the registry.", true),
            ("It knows the file, and a lot of time is lost.", false),
            ("If it stops, the messages are lost.", true),
            ("You cannot undo this.", true),
            ("The key was lost.", false),
        ] {
            assert_eq!(is_lost(&words(sentence)), expected, "{sentence}");
        }
    }
}
