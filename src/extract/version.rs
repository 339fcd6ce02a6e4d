//! Version and platform conditions: `On Windows NT 4.0, click …`.
//!
//! ```text
//! version   = ("on" | "in" | "for" | "under" | "with") [..] product ("," | ":") action
//! product   = system [number] | name number | "version" number
//! machines  = ("on" | "for" | "with") word{0..3} ("computers" | "servers" .. | "users") ("with" | "running" | "that have" ..) ..
//! ```
//! A machine to sit at (`On the Windows NT server, run …`, `On a Windows 95 computer, …`) is no version, nor is a place in a
//! window (`In Windows Explorer, click …`).

use crate::language::machines::MACHINES;
use crate::language::word::{Word, any};

/// How many words the version phrase at the front takes; `None` where there is none.
pub(crate) fn version_phrase(words: &[Word]) -> Option<usize> {
    if !words.first()?.is(BEFORE) {
        return None;
    }
    if words
        .get(1)?
        .is(&["addition", "order", "general", "line", "page", "step"])
    {
        return None;
    }
    let len = words
        .iter()
        .take(14)
        .position(|w| w.stops(",:") && !listed(words, w))?
        + 1;
    let phrase = words.get(..len)?;
    (names_version(phrase) && !names_place(phrase) && words.len() > len).then_some(len)
}

/// How many words the phrase takes that tells of a kind of machine: `On computers that run the old tool,`.
pub(crate) fn machines_phrase(words: &[Word]) -> Option<usize> {
    let len = words.iter().take(14).position(|w| w.stops(",:"))? + 1;
    let phrase = words.get(..len)?;
    let at = phrase
        .iter()
        .position(|w| w.is(MACHINES) || w.is(&["users"]))?;
    let next = |n: usize, any: &[&str]| phrase.get(at + n).is_some_and(|w| w.is(any));
    let tells = next(1, &["with", "without", "running", "using"])
        || next(1, &["that", "which"]) && next(2, &["have", "run", "use"]);
    let opens = phrase.first()?.is(&["on", "for", "with"]);
    let kind = phrase.get(1..at)?.iter().all(|w| !w.is(DETERMINERS));
    (opens && tells && kind && at <= 4 && len > at + 2 && words.len() > len).then_some(len)
}

/// Prepositions that a version stands behind.
pub(super) const BEFORE: &[&str] = &["on", "in", "for", "under", "with"];

const DETERMINERS: &[&str] = &[
    "the", "a", "an", "each", "every", "all", "this", "these", "those", "your", "both", "any",
    "other",
];

/// Whether each word that names the product in the phrase (`In Windows NT 4.0`) stands in the product's name too.
pub(crate) fn names_all(product: &str, phrase: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '.');
        let words = words.map(|word| word.trim_matches('.').to_lowercase());
        words.filter(|word| !word.is_empty()).collect()
    };
    let product = split(product);
    let phrase = split(phrase);
    let names = phrase.get(1..).unwrap_or(&[]);
    let bare = ["microsoft", "version", "the", "only"];
    let numbered = names.iter().any(|word| is_version(word));
    // A product in several versions leaves open which of them the reader has.
    let one = product
        .iter()
        .all(|word| !is_version(word) || names.contains(word));
    numbered
        && one
        && names
            .iter()
            .all(|word| bare.contains(&word.as_str()) || product.contains(word))
}

/// Whether the comma behind this word parts members of a list: `3.0, 3.1, and 3.11,`.
fn listed(words: &[Word], word: &Word) -> bool {
    let at = words
        .iter()
        .position(|w| w.start == word.start)
        .unwrap_or(0);
    words.get(at + 1).is_some_and(|next| {
        next.is(&["and", "or"])
            || next.text.starts_with(|c: char| c.is_ascii_digit())
                && word.text.ends_with(|c: char| c.is_ascii_digit())
    })
}

const SYSTEMS: &[&str] = &[
    "windows",
    "nt",
    "ms-dos",
    "macintosh",
    "os/2",
    "unix",
    "linux",
    "system",
    "netware",
    "mac",
    "xenix",
    "dos",
];

/// Whether the phrase names a product with a version, or an operating system.
pub(crate) fn names_version(phrase: &[Word]) -> bool {
    let numbered = phrase.iter().skip(1).any(|w| is_version(w.text));
    let named = phrase
        .iter()
        .skip(1)
        .any(|w| w.capital() && !is_version(w.text));
    let system = phrase.iter().any(|w| w.is(SYSTEMS) && w.capital());
    let release = phrase.iter().any(|w| {
        w.is(&[
            "2000",
            "xp",
            "me",
            "95",
            "98",
            "97",
            "nt",
            "ms-dos",
            "macintosh",
            "os/2",
            "unix",
            "netware",
        ])
    });
    let versioned = phrase.windows(2).any(|pair| {
        pair[0].is(&["version", "versions", "release"])
            && pair[1].text.starts_with(|c: char| c.is_ascii_digit())
    });
    let with = phrase.first().is_some_and(|w| w.is(&["with"]));
    numbered && (named || versioned && !with) || system && release
}

fn is_version(text: &str) -> bool {
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    digits
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '/')
        && text.len() <= 8
        && (text.contains('.')
            || [
                "95", "98", "97", "2000", "2002", "2003", "2007", "2010", "2013", "2016", "2019",
                "7", "8", "10", "11",
            ]
            .contains(&text))
}

/// `In Windows NT Backup`: the name of a program behind that of the system.
fn program(phrase: &[Word]) -> bool {
    let editions = [
        "server",
        "workstation",
        "professional",
        "edition",
        "system",
        "advanced",
        "enterprise",
        "retail",
        "office",
        "servers",
        "computers",
    ];
    let last = phrase.last();
    let inside = phrase.first().is_some_and(|w| w.is(&["in"]));
    inside
        && last.is_some_and(|w| {
            w.capital()
                && !is_version(w.text)
                && !w.is(SYSTEMS)
                && !w.is(&editions)
                && !w.is(&["xp", "me", "ms-dos"])
        })
}

/// `On the Windows NT server`, `On a Windows 95 computer`: which machine to sit at, not a condition on it.
fn machine(phrase: &[Word]) -> bool {
    let last = phrase.last().is_some_and(|w| {
        w.is(&[
            "computer",
            "computers",
            "server",
            "servers",
            "machine",
            "machines",
            "workstation",
            "workstations",
            "client",
            "clients",
            "controller",
            "system",
            "pdc",
            "bdc",
        ])
    });
    let determined = |any: &[&str]| phrase.get(1).is_some_and(|w| w.is(any));
    let based = phrase.iter().any(|w| w.lower.ends_with("-based"));
    let named = any(phrase, &["computer", "server", "machine"]);
    let the = [
        "the", "each", "every", "all", "this", "your", "both", "another",
    ];
    phrase.first().is_some_and(|w| w.is(&["on"]))
        && (last && determined(&["a", "an"]) && !based || (last || named) && determined(&the))
}

/// `In Windows Explorer`, `In the Windows 95 dialog box`: a place, not a version.
fn names_place(phrase: &[Word]) -> bool {
    program(phrase)
        || machine(phrase)
        || phrase.iter().enumerate().any(|(at, w)| {
            !phrase.get(at + 1).is_some_and(|next| is_version(next.text))
                && w.is(&[
                    "explorer",
                    "setup",
                    "menu",
                    "box",
                    "dialog",
                    "tab",
                    "folder",
                    "window",
                    "panel",
                    "list",
                    "section",
                    "directory",
                    "file",
                    "key",
                    "pane",
                    "page",
                    "help",
                    "step",
                    "field",
                    "column",
                    "registry",
                    "information",
                    "example",
                    "drive",
                    "wizard",
                    "toolbar",
                    "disk",
                    "article",
                    "code",
                    "subkey",
                    "property",
                    "value",
                    "button",
                    "screen",
                    "manager",
                ])
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word::words;

    #[test]
    fn tells_versions_from_places() {
        let yes = [
            "On Windows NT 4.0, click Start.",
            "In Microsoft Windows 2000, open Services.",
            "For Exchange Server 5.5, use the new tool.",
            "In Windows 3.0 and 3.1, edit the file.",
            "In version 3.0 and later, edit the file.",
            "In Setup 5.1 and later, edit the file.",
            "On Windows 95 computers, edit the file.",
            "On a Windows NT 4.0-based computer, edit the file.",
        ];
        let no = [
            "In Windows Explorer, click the file.",
            "On the Tools menu, click Options.",
            "For example, click OK.",
            "In Windows NT Setup, press ENTER.",
            "In Windows NT Backup, select the tape.",
            "On the Windows NT server, run the tool.",
            "On the server, run the tool.",
            "On a Windows 95 computer, run the tool.",
            "On every Windows NT computer that you use, run the tool.",
            "In Control Panel, open Network.",
        ];
        for text in yes {
            assert!(version_phrase(&words(text)).is_some(), "{text}");
        }
        for text in no {
            assert!(version_phrase(&words(text)).is_none(), "{text}");
        }
    }

    #[test]
    fn tells_kinds_of_machines() {
        let examples = [
            ("On computers with two cards, click Advanced.", Some(5)),
            ("For older computers that have no fan, wait.", Some(7)),
            ("On computers, click Advanced.", None),
            ("On the computers with two cards, click Advanced.", None),
            ("Under computers with two cards, click Advanced.", None),
            ("", None),
        ];
        for (text, expected) in examples {
            assert_eq!(machines_phrase(&words(text)), expected, "{text}");
        }
    }

    #[test]
    fn tells_versions_that_every_product_is() {
        let examples = [
            ("Microsoft Paint version 2.0", "In Paint 2.0", true),
            (
                "Microsoft Paint version 2.0",
                "In Microsoft Paint version 2.0",
                true,
            ),
            ("Microsoft Paint version 2.0", "In Paint 3.0", false),
            ("Microsoft Paint versions 2.0, 3.0", "In Paint 3.0", false),
            ("Microsoft Paint for Windows 95", "In Paint", false),
            ("", "In Paint 2.0", false),
        ];
        for (product, phrase, expected) in examples {
            assert_eq!(names_all(product, phrase), expected, "{phrase}");
        }
    }
}
