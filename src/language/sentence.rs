//! A paragraph as sentences.
//!
//! A sentence ends behind `.`, `?` or `!` (closing quotes and parentheses included) when a blank
//! and something that can open a sentence follow, unless the word is an abbreviation. A colon ends no sentence.
//!
//! ```text
//! paragraph = sentence {" " sentence}
//! sentence  = word {" " word}            cut behind a full stop, before "-or- " and behind "-or-"
//! full stop = ("." | "?" | "!") {closing}        an opening follows
//! opening   = {quote | "(" | "[" | "*"} (capital | digit | "<" | "\" | "_" | "/" | "$" | ".") | file name in small letters
//! none      = "e.g." | "vs." | "Inc." .. | capital "."  unless `If`, `The`, `Click` .. follows | "..." bare
//! ```

use std::ops::Range;

/// The sentences of a text whose blanks are folded, as ranges of bytes in order; together they hold every
/// byte that is no blank.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(' ') {
        if at > start && ends(&text[start..at], &text[at + 1..]) {
            found.push(start..at);
            start = at + 1;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// Whether a sentence ends between `before` and `after`.
fn ends(before: &str, after: &str) -> bool {
    if before == "-or-" || after.starts_with("-or- ") {
        return true; // alternatives that run on in one paragraph
    }
    let word = before.rsplit(' ').next().unwrap_or(before);
    let core = word.trim_end_matches(['"', '”', ')', ']', '\'', '’', '*']);
    if !core.ends_with(['.', '?', '!']) || !opens(after) {
        return false;
    }
    let trails_off = core.ends_with("...") && core.len() == word.len();
    let bare = core.trim_end_matches('.');
    let initial = bare.len() == 1 && opens_plainly(after);
    let abbreviated = core.ends_with('.') && is_abbreviation(bare) && !initial;
    !trails_off && !abbreviated
}

/// Whether a word follows that opens sentences and no name: behind `drive E.` that is a full stop, behind `J.` it is not.
fn opens_plainly(after: &str) -> bool {
    const OPENERS: &[&str] = &[
        "If",
        "The",
        "This",
        "That",
        "When",
        "To",
        "For",
        "In",
        "On",
        "It",
        "You",
        "However,",
        "Then",
        "Then,",
        "A",
        "An",
        "Click",
        "Type",
        "Press",
        "After",
        "Before",
        "Therefore,",
        "Otherwise,",
        "There",
        "These",
        "Do",
        "Note",
        "NOTE:",
        "Use",
        "Select",
        "Restart",
        "Once",
    ];
    let word = after.split(' ').next().unwrap_or("");
    OPENERS.contains(&word)
}

/// Whether a sentence can open with this text.
fn opens(after: &str) -> bool {
    let first = after
        .trim_start_matches(['"', '“', '(', '[', '\'', '*'])
        .chars()
        .next();
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "<\\_/$.".contains(c))
        || starts_with_file_name(after)
}

/// `autoexec.bat is …`, `fdisk.exe …`: names in small letters that open sentences.
fn starts_with_file_name(after: &str) -> bool {
    let word = after.split(' ').next().unwrap_or("");
    word.trim_end_matches([',', '.']).contains(['.', '_', '\\'])
}

fn is_abbreviation(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '[', '"']);
    let single = word.chars().count() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    const KNOWN: &[&str] = &[
        "e.g", "i.e", "vs", "inc", "corp", "ltd", "dr", "mr", "mrs", "ms", "approx", "fig", "vol",
        "ver", "u.s", "a.m", "p.m", "co", "st", "jr", "sr", "dept", "ext", "misc", "cf",
    ];
    let lower = word.to_ascii_lowercase();
    single || KNOWN.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each row is a paragraph with ` | ` where a sentence ends.
    const EXAMPLES: &[&str] = &[
        "Stop the service. | Then wait.",
        "Use a copy of the .dat files, e.g. Last year's. | Wait.",
        "Is it on? | \"No,\" it says. | Go on!",
        "Type \"exit.\" | Then close the window (if it is open.) | Restart.",
        "Version 3.0 of Setup vs. Version 4.0 differ.",
        "Check the following: Click OK.",
        "Run it, etc. | Then rename it. | setup.exe starts.",
        "It was J. Smith... and then ended.",
        "It is drive E. | If it is full, use drive F. | Then wait.",
        "Click More... and wait.",
        "Click Open. | -or- | Press ENTER.",
    ];

    #[test]
    fn splits_paragraphs() {
        for example in EXAMPLES {
            let text = example.replace(" | ", " ");
            let split: Vec<_> = sentences(&text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(&split.join(" | "), example);
        }
    }
}
