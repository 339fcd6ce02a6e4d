//! Version and platform conditions: `On Windows NT 4.0, click …`.
//!
//! ```text
//! version   = ("on" | "in" | "for" | "under" | "with") [..] product ["," | ":"] action
//! product   = system [number] | name number
//! ```
//! A place in a window (`In Windows Explorer, click …`) is no version.

use crate::language::word::Word;

/// How many words the version phrase at the front takes; `None` where there is none.
pub(crate) fn version_phrase(words: &[Word]) -> Option<usize> {
    if !words.first()?.is(&["on", "in", "for", "under", "with"]) {
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
    numbered && named || system && release
}

fn is_version(text: &str) -> bool {
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    digits
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '.' || c == 'x' || c == '/')
        && text.len() <= 8
        && text != "1"
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

/// `In Windows Explorer`, `In the Windows 95 dialog box`: a place, not a version.
fn names_place(phrase: &[Word]) -> bool {
    program(phrase)
        || phrase.iter().any(|w| {
            w.is(&[
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
        ];
        let no = [
            "In Windows Explorer, click the file.",
            "On the Tools menu, click Options.",
            "For example, click OK.",
            "In Windows NT Setup, press ENTER.",
            "In Windows NT Backup, select the tape.",
        ];
        for text in yes {
            assert!(version_phrase(&words(text)).is_some(), "{text}");
        }
        for text in no {
            assert!(version_phrase(&words(text)).is_none(), "{text}");
        }
    }
}
