//! Conditions that are a phrase and not a clause: a version, and what the reader wants.
//!
//! ```text
//! leading  = ["To do this"] version "," (action | way)         `On Windows NT 4.0, click Services.`
//!          | machines "," action                               `On computers that have two cards, click Advanced.`
//! way      = "the" ("preferred" | "best" | "only" | "recommended") "way" .. | "you can" ("even" | "also") ..
//! labelled = "(" name "only" ")" action | name ["only" | "users"] ":" action
//! trailing = action "(" name "only" ")" | action ("on" | "in" | "under") name "only"
//!          | press ("on" | "in" | "under") name               `Click Network on Windows 95.`
//! goal     = "To" verb .. ("or" | "instead") .. "," action     `To use the spare one instead, click Other.`
//!          | "To" verb .. "," "do nothing"                      `To leave it there, do nothing.`
//! use      = action "when you" ("want" | "need" | "prefer") .. | .. "only" .. action "when" ..
//! press    = what is done with mouse or keyboard: what is installed or upgraded on a system is no condition
//! ```

use super::clause::unwrapped;
use super::condition::{Found, forbids, instructs_or_goes};
use super::instruction;
use super::trailing::reason;
use super::version::{BEFORE, machines_phrase, names_version, version_phrase};
use crate::language::imperative::is_imperative;
use crate::language::question::Opener;
use crate::language::word::{Word, any, words};

/// The version that a sentence speaks of.
pub(super) fn version(text: &str) -> Option<Found> {
    let inner = unwrapped(text);
    let (start, text) = (inner.start, text.get(inner)?);
    let words = words(text);
    let mut found = leading(text, &words)
        .or_else(|| machines(text, &words))
        .or_else(|| labelled(text, &words))
        .or_else(|| trailing(&words))?;
    found.clause = found.clause.start + start..found.clause.end + start;
    found.action = found.action.start + start..found.action.end + start;
    Some(found)
}

fn leading(text: &str, words: &[Word]) -> Option<Found> {
    let purpose = words.len() > 4
        && words[0].is(&["to"])
        && words[1].is(&["do"])
        && words[2].is(&["this", "so"]);
    let start = if purpose { 3 } else { 0 };
    let len = start + version_phrase(words.get(start..)?)?;
    let action = words.get(len..)?;
    let span = action.first()?.start..action.last()?.end;
    let does = instruction::kind_of_clause(action).is_some()
        || text.get(span.clone()).is_some_and(names_the_way);
    does.then(|| {
        let clause = words[start].start..words[len - 1].end;
        Found::new(Opener::On, clause, span, true)
    })
}

/// `On computers that have two cards, click Advanced.`
fn machines(text: &str, words: &[Word]) -> Option<Found> {
    let len = machines_phrase(words)?;
    let action = words.get(len..)?;
    let does = text
        .get(action.first()?.start..)
        .is_some_and(instructs_or_goes);
    does.then(|| {
        let clause = words[0].start..words[len - 1].end;
        Found::new(
            Opener::On,
            clause,
            action[0].start..words[words.len() - 1].end,
            true,
        )
    })
}

/// `the preferred way to do it is to …`
fn names_the_way(action: &str) -> bool {
    let start = action.to_lowercase();
    if start.starts_with("you can even ") || start.starts_with("you can also ") {
        return true;
    }
    let way = [
        "the preferred way ",
        "the best way ",
        "the only way ",
        "the recommended way ",
    ];
    way.iter().any(|way| start.starts_with(way))
}

/// `(Windows 98 only) Click Update.`, `Windows NT 4.0: Click Services.`
fn labelled(text: &str, words: &[Word]) -> Option<Found> {
    let bracketed = words.first()?.depth > 0;
    let last = if bracketed {
        words
            .iter()
            .position(|word| word.depth == 0)?
            .checked_sub(1)?
    } else {
        words.iter().take(7).position(|word| word.stops(":"))?
    };
    let label = words.get(..=last)?;
    let only = label.last()?.is(&["only", "users"]);
    let action = words.get(last + 1..)?;
    let opens = text
        .get(..label.first()?.start)
        .is_some_and(|before| before.len() <= 1);
    if !opens || bracketed && !only || !names_only(label) || !instruction::imperative_at(action, 0)
    {
        return None;
    }
    let clause = label.first()?.start..label.last()?.end;
    Some(Found::new(
        Opener::On,
        clause,
        action.first()?.start..action.last()?.end,
        true,
    ))
}

/// `Click Update (Windows 98 only).`, `Click Update on Windows 98 only.`, `Click Network on Windows 95.`
fn trailing(words: &[Word]) -> Option<Found> {
    let last = words.last()?;
    let only = last.is(&["only"]);
    let from = words.len().checked_sub(8).unwrap_or(1).max(1);
    let at = if last.depth > 0 && only {
        (from..words.len()).find(|at| words[*at].depth > 0)?
    } else if only || presses(words) {
        (from..words.len())
            .rev()
            .find(|at| words[*at].is(&["on", "in", "under"]))?
    } else {
        return None;
    };
    let (action, phrase) = words.split_at_checked(at)?;
    let bare = action.last()?.is(&["only"]);
    let names = if last.depth > 0 {
        phrase
    } else {
        phrase.get(1..)?
    };
    let is = names_only(names) && instruction::imperative_at(action, 0) && !bare;
    is.then(|| {
        let clause = words[at].start..last.end;
        Found::new(Opener::On, clause, words[0].start..words[at - 1].end, false)
    })
}

fn presses(words: &[Word]) -> bool {
    words.first().is_some_and(|word| {
        word.is(&[
            "click",
            "double-click",
            "right-click",
            "choose",
            "press",
            "tap",
            "select",
        ])
    })
}

/// Whether the words are the name of a version and nothing else.
fn names_only(words: &[Word]) -> bool {
    let part = |word: &Word| {
        word.capital()
            || word.text.starts_with(|c: char| c.is_ascii_digit())
            || word.is(&["only", "users", "and", "or", "later", "version", "the"])
    };
    // names_version passes over the first word, which is a preposition there
    let numbered = words
        .iter()
        .any(|word| word.text.starts_with(|c: char| c.is_ascii_digit()))
        || any(words, &["nt", "xp", "ms-dos", "macintosh", "unix"]);
    let named =
        words.len() >= 2 && (names_version(words) || words.get(1..).is_some_and(names_version));
    let one = words.first().is_some_and(Word::capital);
    one && numbered && named && words.iter().all(part)
}

/// What a phrase is asked about: `Windows 98 only` is `On Windows 98`.
pub(super) fn asked(clause: &str) -> String {
    let bare = clause
        .trim_end_matches([',', ':'])
        .trim_end_matches(" only")
        .trim_end_matches(" users")
        .trim_end_matches(" Users");
    let opens = words(bare).first().is_some_and(|word| word.is(BEFORE));
    if machines_phrase(&words(&format!("{bare}, x"))).is_some() {
        of_machine(bare)
    } else if opens {
        bare.to_string()
    } else {
        format!("On {bare}")
    }
}

/// `For computers that have a modem` is asked like `On computers with a modem`.
fn of_machine(phrase: &str) -> String {
    let rest = phrase.split_once(' ').map_or("", |(_, rest)| rest);
    let rest = rest
        .replacen(" that have ", " with ", 1)
        .replacen(" which have ", " with ", 1)
        .replacen(" that run ", " running ", 1)
        .replacen(" that use ", " using ", 1);
    format!("On {rest}")
}

/// `To set up the modem, the network, or both, click Advanced.`: a goal that names alternatives is the reader's to have.
pub(super) fn goal(text: &str) -> Option<Found> {
    let words = words(text);
    let verb =
        words.first()?.is(&["to"]) && words.get(1).is_some_and(|word| is_imperative(&word.lower));
    let split = (2..words.len().saturating_sub(1))
        .find(|at| words[*at].stops(",") && instruction::imperative_at(&words, at + 1))?;
    let alternatives = words[..=split]
        .iter()
        .any(|word| word.is(&["or", "instead"]));
    let nothing = words[split + 1].is(&["do"])
        && words
            .get(split + 2)
            .is_some_and(|word| word.is(&["nothing"]));
    (verb && (alternatives || nothing)).then(|| {
        let action = words[split + 1].start..words[words.len() - 1].end;
        Found::new(Opener::Goal, words[0].start..words[split].end, action, true)
    })
}

/// `Use this when you want to keep the log.`, `Only use it when the file is local.`
pub(super) fn use_when(text: &str) -> Option<Found> {
    let words = words(text);
    let at = (2..words.len()).find(|at| words[*at].plain() && words[*at].is(&["when"]))?;
    let wants = words.get(at + 1).is_some_and(|word| word.is(&["you"]))
        && words
            .get(at + 2)
            .is_some_and(|word| word.is(&["want", "need", "prefer"]));
    let only = words[..at]
        .iter()
        .any(|word| word.plain() && word.is(&["only"]))
        && !words[at - 1].is(&["only"]);
    let named = words[at].capital() && words[at - 1].is(&["a", "an", "the"]); // `the WHEN function`
    let action = words[0].start..words[at - 1].end;
    let last = reason(&words, at + 1);
    let clause = words.get(at + 1)?.start..words[last - 1].end;
    let stated = words[at - 1].is(&["is", "are", "was"]);
    let does = text.get(action.clone()).is_some_and(instructs_or_goes);
    let forbidden = text.get(action.clone()).is_some_and(forbids);
    (does && !stated && !named && (wants || only) && words.len() > at + 3
        || forbidden && last > at + 3)
        .then(|| {
            Found::new(
                if only { Opener::OnlyIf } else { Opener::If },
                clause,
                action,
                false,
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence, and its phrase and action.
    const EXAMPLES: &[(&str, Option<(&str, &str)>)] = &[
        (
            "On Windows NT 4.0, click Services.",
            Some(("On Windows NT 4.0", "click Services")),
        ),
        (
            "In Windows 3.1, the preferred way is to edit the file.",
            Some(("In Windows 3.1", "the preferred way is to edit the file")),
        ),
        (
            "(Windows 98 only) Click Update.",
            Some(("Windows 98 only", "Click Update")),
        ),
        (
            "Windows 98 only: Click Update.",
            Some(("Windows 98 only", "Click Update")),
        ),
        (
            "Windows NT 4.0: Click Services.",
            Some(("Windows NT 4.0", "Click Services")),
        ),
        (
            "Click Update (Windows 98 only).",
            Some(("Windows 98 only", "Click Update")),
        ),
        (
            "Run the tool on Windows 98 only.",
            Some(("on Windows 98 only", "Run the tool")),
        ),
        (
            "Click Network on Windows 95.",
            Some(("on Windows 95", "Click Network")),
        ),
        (
            "(On Windows NT 4.0, click Services.)",
            Some(("On Windows NT 4.0", "click Services")),
        ),
        (
            "For computers with two cards, click Advanced.",
            Some(("For computers with two cards", "click Advanced")),
        ),
        (
            "In Setup 5.1 and later, click Advanced.",
            Some(("In Setup 5.1 and later", "click Advanced")),
        ),
        ("On the Windows NT server, run the tool.", None),
        ("On the computers with two cards, run the tool.", None),
        ("Install the tool on Windows 95.", None),
        ("Click the file in the list.", None),
        ("Windows 98 starts.", None),
        ("Note: Click Update.", None),
        ("Use only fonts supplied with Windows 95.", None),
    ];

    #[test]
    fn tells_versions() {
        for (sentence, expected) in EXAMPLES {
            let found = version(sentence);
            let found = found.as_ref().map(|found| {
                (
                    &sentence[found.clause.clone()],
                    &sentence[found.action.clone()],
                )
            });
            assert_eq!(found, *expected, "{sentence}");
        }
    }

    #[test]
    fn tells_what_the_reader_wants() {
        let examples = [
            (
                "To use the spare one instead, click Other.",
                Some("To use the spare one instead"),
            ),
            (
                "To clean the lid or the fan, press Clean.",
                Some("To clean the lid or the fan"),
            ),
            ("To leave it open, do nothing.", Some("To leave it open")),
            ("To close the lid, press it.", None),
            ("To close the lid or the fan.", None),
            ("Press it to close the lid or the fan, then wait.", None),
            ("", None),
        ];
        for (sentence, expected) in examples {
            let found = goal(sentence).map(|found| &sentence[found.clause]);
            assert_eq!(found, expected, "{sentence}");
        }
        let examples = [
            (
                "Use this option when you want to keep the log.",
                Some("you want to keep the log"),
            ),
            (
                "You should only use the tool when the file is local.",
                Some("the file is local"),
            ),
            (
                "Press Slow when you need a dry lid.",
                Some("you need a dry lid"),
            ),
            ("Use it only when the lid is old because it is slow.", None),
            (
                "Only use it when the lid is old because it is slow.",
                Some("the lid is old"),
            ),
            ("The only time you must wait is when the lid is old.", None),
            ("Click OK when you are finished.", None),
            ("The lid opens when you want it.", None),
            ("Wait (when you want to dry it).", None),
        ];
        for (sentence, expected) in examples {
            let found = use_when(sentence).map(|found| &sentence[found.clause]);
            assert_eq!(found, expected, "{sentence}");
        }
    }

    #[test]
    fn asks_about_the_version_alone() {
        assert_eq!(asked("Windows 98 only"), "On Windows 98");
        assert_eq!(asked("For Windows 95 only"), "For Windows 95");
        assert_eq!(
            asked("For computers that have a modem"),
            "On computers with a modem"
        );
    }
}
