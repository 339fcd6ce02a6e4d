//! Conditions that are no clause but a phrase: a version (`On Windows NT 4.0`), equipment (`With
//! the 360K disks`), a case (`For a user with two mailboxes`).
//!
//! ```text
//! phrase      = [preposition] noun ["(" ("which" | "that") .. ")"]
//! preposition = "on" | "in" | "for" | "with" | "under" | "using"         none counts as "for"
//! purpose     = "for" noun "to" verb ..          Do you want ..?
//! noun        = .. ("running" | "using" | "runs" | "run") product | product     Are you running ..?
//!             | word.. machines                  behind "on", "under": Is this a ..?
//!             | word{0..2} "case" "of" ..        behind "in": Is this a case of ..?
//!             | word..                           Do you have, are you using, are you working in, is this for ..?
//! product     = ["the" | "microsoft"] capital .. with a number or a known system       no window, machine or verb in it
//! machines    = "computers" | "servers" | "clients" .. | "nodes" | "networks"
//! ```

use super::classes::{DETERMINERS, PREPOSITIONS};
use super::turn::sentence;
use super::words::{Word, inside, trimmed};
use crate::language::machines::MACHINES;
use crate::language::verbs::{Form, reading};

/// The question of a phrase that starts with a preposition or is a product's name.
pub(super) fn ask(words: &[Word]) -> Option<String> {
    let (preposition, noun) = match words.split_first() {
        Some((first, rest)) if first.is_one_of(&["on", "in", "for", "with", "under", "using"]) => {
            (first.low.as_str(), rest)
        }
        _ => ("for", words),
    };
    let noun = without_aside(noun);
    noun.first()?;
    if let Some(running) = behind_participle(noun) {
        return Some(running);
    }
    let text = trimmed(&inside(noun));
    if preposition == "for" && words.len() > noun.len() && is_purpose(noun) {
        return Some(format!("Do you want {text}?"));
    }
    if is_product(noun) {
        return Some(sentence(&format!("Are you running {}", alternatives(noun))));
    }
    Some(sentence(&match preposition {
        "with" => format!("Do you have {text}"),
        "using" => format!("Are you using {text}"),
        "on" | "under" => kind(noun).unwrap_or_else(|| format!("Are you using {text}")),
        "in" => in_something(noun, &text),
        _ => format!("Is this for {text}"),
    }))
}

/// `Windows 95 to start faster`: what something should do.
fn is_purpose(noun: &[Word]) -> bool {
    let end = noun.iter().position(|word| !word.fixed && word.ends_part());
    let phrase = noun
        .get(..end.map_or(noun.len(), |end| end + 1))
        .unwrap_or(noun);
    phrase.windows(2).any(|pair| match pair {
        [to, verb] => to.is_one_of(&["to"]) && !verb.is_capital() && verb.is_base(),
        _ => false,
    })
}

/// Machines of a kind: the reader is asked about the one at hand.
fn kind(noun: &[Word]) -> Option<String> {
    let at = noun
        .iter()
        .position(|word| word.is_one_of(MACHINES) || word.is_one_of(SITES))?;
    let plain = |word: &Word| !word.is_one_of(DETERMINERS) && !word.is_one_of(PREPOSITIONS);
    let (kind, rest) = noun.split_at(at);
    if !kind.iter().all(plain) {
        return None;
    }
    let (machines, tail) = rest.split_first()?;
    let singular = machines.low.strip_suffix('s')?;
    let words: Vec<Word> = kind
        .iter()
        .cloned()
        .chain([machines.replaced(singular)])
        .chain(tail.iter().cloned())
        .collect();
    let article = match words.first() {
        Some(word) if word.low.starts_with(['a', 'e', 'i', 'o']) => "an",
        _ => "a",
    };
    Some(format!("Is this {article} {}", trimmed(&words)))
}

/// What else there are kinds of: the reader has one of them at hand too.
const SITES: &[&str] = &["nodes", "networks"];

fn in_something(noun: &[Word], text: &str) -> String {
    let case = noun
        .iter()
        .take(3)
        .position(|word| word.is_one_of(&["case"]));
    match case.map(|at| noun.get(at + 1..).unwrap_or(&[])) {
        Some([of, rest @ ..]) if of.is_one_of(&["of"]) && !rest.is_empty() => {
            format!("Is this a case of {}", trimmed(rest))
        }
        _ => format!("Are you working in {text}"),
    }
}

/// An aside that only explains the version is left out: `(which uses IIS 5.0)`.
fn without_aside(noun: &[Word]) -> &[Word] {
    let aside = noun.iter().position(|word| {
        word.fixed && word.text.starts_with('(') && ["which", "that"].contains(&word.low.as_str())
    });
    match aside {
        Some(at) if at > 0 => noun.get(..at).unwrap_or(noun),
        _ => noun,
    }
}

/// `a computer that is running X`, `computers running X`.
fn behind_participle(noun: &[Word]) -> Option<String> {
    let at = noun
        .iter()
        .take(8)
        .position(|word| word.is_one_of(&["running", "using", "runs", "run"]))?;
    let product = noun.get(at + 1..).filter(|rest| !rest.is_empty())?;
    Some(sentence(&format!(
        "Are you running {}",
        alternatives(product)
    )))
}

/// A list of versions names alternatives: nobody runs two at once.
fn alternatives(noun: &[Word]) -> String {
    let mut told = false;
    let words: Vec<Word> = inside(noun)
        .into_iter()
        .map(|word| {
            // Behind a number or a known name `and` joins versions, else it may be of the name.
            let numbered = word.low.contains(|c: char| c.is_ascii_digit());
            told |= numbered || word.is_one_of(SYSTEMS);
            if told && word.is_one_of(&["and"]) {
                word.replaced("or")
            } else {
                word
            }
        })
        .collect();
    let text = trimmed(&words);
    text.strip_prefix("the ")
        .map_or(text.clone(), str::to_string)
}

fn is_of_name(word: &Word) -> bool {
    word.is_capital()
        || word.is_one_of(&["operating", "system", "version", "versions"])
        || word.low.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the words name a product: capitals, and a number or a well-known name among them.
pub(super) fn is_product(noun: &[Word]) -> bool {
    let start = usize::from(
        noun.first()
            .is_some_and(|word| word.is_one_of(&["the", "microsoft"])),
    );
    let name = noun.get(start).is_some_and(Word::is_capital);
    let numbered = noun
        .iter()
        .enumerate()
        .take(8)
        .take_while(|(at, word)| *at < 6 || is_of_name(word))
        .any(|(_, word)| word.low.starts_with(|c: char| c.is_ascii_digit()));
    let known = noun.iter().take(4).any(|word| word.is_one_of(SYSTEMS));
    let no_ui = !noun.iter().any(|word| {
        word.is_one_of(&[
            "box",
            "menu",
            "page",
            "screen",
            "center",
            "toolbar",
            "list",
            "tab",
            "dialog",
            "folder",
            "pane",
            "window",
            "disk",
            "disks",
            "computer",
            "computers",
            "machine",
            "machines",
            "server-based",
        ])
    });
    // `the UNIX print client` is a machine or a program's part, `Windows NT Server` a product.
    let machine = noun.last().is_some_and(|word| {
        !word.is_capital()
            && word.is_one_of(&["client", "clients", "server", "servers", "workstation"])
    });
    name && no_ui
        && !machine
        && (numbered || (known && noun.len() <= 6))
        && !noun
            .iter()
            .any(|word| matches!(reading(&word.low), Some((_, Form::Third)) if !word.is_capital()))
}

const SYSTEMS: &[&str] = &[
    "windows",
    "ms-dos",
    "macintosh",
    "unix",
    "linux",
    "exchange",
    "office",
    "word",
    "excel",
    "access",
    "outlook",
    "xenix",
    "novell",
    "netware",
    "internet",
    "explorer",
    "sql",
];

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn asks_of_phrases() {
        let table = [
            ("On Windows NT 4.0,", "Are you running Windows NT 4.0?"),
            ("In Word 6.0 and 7.0", "Are you running Word 6.0 or 7.0?"),
            (
                "with Windows 2000 (which uses the new shell)",
                "Are you running Windows 2000?",
            ),
            (
                "In Hills and Rivers 2000",
                "Are you running Hills and Rivers 2000?",
            ),
            ("Excel 5.0 or later", "Are you running Excel 5.0 or later?"),
            (
                "On computers running Windows 95",
                "Are you running Windows 95?",
            ),
            (
                "For the clients to find the disk",
                "Do you want the clients to find the disk?",
            ),
            (
                "For Windows 95 to start faster",
                "Do you want Windows 95 to start faster?",
            ),
            (
                "For some reason, you want to start",
                "Is this for some reason, you want to start?",
            ),
            ("With the small disks", "Do you have the small disks?"),
            (
                "For a user with two mailboxes",
                "Is this for a user with two mailboxes?",
            ),
            (
                "On the Unix fax client",
                "Are you using the Unix fax client?",
            ),
            (
                "In the Fax Windows operating system version 3.1",
                "Are you running Fax Windows operating system version 3.1?",
            ),
            ("On spare machines", "Is this a spare machine?"),
            ("On a laptop", "Are you using a laptop?"),
            (
                "In the case of a full disk",
                "Is this a case of a full disk?",
            ),
            (
                "In the Print dialog box",
                "Are you working in the Print dialog box?",
            ),
        ];
        for (phrase, question) in table {
            assert_eq!(ask(&split(phrase)).as_deref(), Some(question), "{phrase}");
        }
        assert_eq!(ask(&[]), None);
    }
}
