//! From text to terms: what the index knows an article by, and what a query asks for. One tokenizer serves both.
//!
//! A term is a stem (`merg`), a name with digits or signs (`mapi32.dll`, `0x80004005`, `3.51`, `c++`), or a product
//! (`@windows nt`, `@windows nt@4`; see [`products`](super::products)).

use super::pieces::{Join, Pieces};
use super::products::{Products, Said};
use super::stem::stem;
use std::ops::Range;

/// The longest term in bytes; longer ones are cut, in documents and in queries alike.
pub const LONGEST: usize = 40;

/// Words that say nothing about an article.
const STOP: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "cannot", "cant", "do",
    "does", "doesnt", "dont", "for", "from", "has", "have", "how", "i", "if", "in", "into", "is",
    "it", "its", "may", "my", "not", "of", "on", "or", "s", "so", "such", "t", "that", "the",
    "their", "then", "there", "these", "they", "this", "to", "was", "we", "what", "whats", "when",
    "where", "which", "who", "why", "will", "with", "wont", "you", "your",
];

/// Whether a word says nothing about an article.
pub fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

/// Gives every term of a document's text with the pieces that it stands for.
pub fn document(pieces: &Pieces, products: &Products, give: &mut dyn FnMut(&str, Range<usize>)) {
    let mut buffer = String::new();
    for word in pieces.words() {
        word_terms(pieces, word.clone(), &mut buffer, &mut |term| {
            give(term, word.clone())
        });
    }
    products.said(pieces, &mut |said: Said| {
        said.terms(&mut |term| give(term, said.pieces()))
    });
}

/// The terms of one word with its parts.
fn word_terms(
    pieces: &Pieces,
    word: Range<usize>,
    buffer: &mut String,
    give: &mut dyn FnMut(&str),
) {
    buffer.clear();
    match Shape::of(pieces, &word) {
        Shape::Negation => {}
        Shape::Version => {
            joined(pieces, word.clone(), buffer);
            give(cut(buffer));
            if let Some(whole) = whole_number(pieces, word, buffer) {
                give(whole);
            }
        }
        Shape::Word => {
            let text = pieces.text(word.start);
            if !is_stop(text) {
                give(cut(stem(text)));
            }
        }
        Shape::Code => {
            joined(pieces, word, buffer);
            give(cut(buffer));
            if let Some(rest) = buffer.strip_prefix("0x").filter(|rest| !rest.is_empty()) {
                give(cut(rest));
            }
        }
        Shape::Compound => compound(pieces, word, buffer, give),
    }
}

/// A compound as a whole and its parts.
fn compound(pieces: &Pieces, word: Range<usize>, buffer: &mut String, give: &mut dyn FnMut(&str)) {
    joined(pieces, word.clone(), buffer);
    give(cut(stem(buffer)));
    let atoms = atoms(pieces, word);
    let many = atoms.len() > 1;
    for atom in atoms {
        buffer.clear();
        joined(pieces, atom.clone(), buffer);
        if many && !is_stop(buffer) {
            let text = buffer.as_str();
            give(cut(stem(text)));
        }
        if atom.len() == 2 {
            for index in atom {
                let text = pieces.text(index);
                if text.len() > 1 && !is_stop(text) {
                    give(cut(stem(text)));
                }
            }
        }
    }
}

/// Runs of pieces with nothing between them.
pub(super) fn atoms(pieces: &Pieces, word: Range<usize>) -> Vec<Range<usize>> {
    let mut atoms: Vec<Range<usize>> = Vec::new();
    for index in word {
        let glued = pieces
            .list
            .get(index)
            .is_some_and(|piece| piece.join == Join::Glue);
        match atoms.last_mut() {
            Some(last) if glued => last.end = index + 1,
            _ => atoms.push(index..index + 1),
        }
    }
    atoms
}

/// The pieces in one: dots and underscores stay, hyphens and apostrophes go.
pub(super) fn joined(pieces: &Pieces, range: Range<usize>, buffer: &mut String) {
    for index in range.clone() {
        let join = pieces
            .list
            .get(index)
            .map_or(Join::Apart, |piece| piece.join);
        match join {
            Join::Dot if index > range.start => buffer.push('.'),
            Join::Underscore if index > range.start => buffer.push('_'),
            _ => {}
        }
        buffer.push_str(pieces.text(index));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `4.0`, `3.0a`
    Version,
    /// `user`, `user's`
    Word,
    /// `can't`: it says as little as `not`
    Negation,
    /// `0xc0000005`, `1a2b`: letters and digits in more than two runs
    Code,
    /// Anything else of several pieces.
    Compound,
}

impl Shape {
    pub(super) fn of(pieces: &Pieces, word: &Range<usize>) -> Self {
        if word.len() == 1 {
            return Self::Word;
        }
        let digit = |index: usize| pieces.text(index).starts_with(|c: char| c.is_ascii_digit());
        let join = |index: usize| {
            pieces
                .list
                .get(index)
                .map_or(Join::Apart, |piece| piece.join)
        };
        let rest = word.start + 1..word.end;
        let last = word.end - 1;
        if digit(word.start)
            && rest.clone().any(|index| join(index) == Join::Dot)
            && rest.clone().all(|index| {
                (join(index) == Join::Dot && digit(index))
                    || (index == last && join(index) == Join::Glue && pieces.text(index).len() == 1)
            })
        {
            return Self::Version;
        }
        if word.len() == 2 && join(last) == Join::Apostrophe {
            match pieces.text(last) {
                "s" => return Self::Word,
                "t" => return Self::Negation,
                _ => {}
            }
        }
        if word.len() > 2 && rest.clone().all(|index| join(index) == Join::Glue) {
            return Self::Code;
        }
        Self::Compound
    }
}

/// The number of a version that is a whole one: 4 of `4.0`.
pub(super) fn whole_number<'a>(
    pieces: &'a Pieces,
    word: Range<usize>,
    text: &str,
) -> Option<&'a str> {
    let first = pieces.text(word.start);
    let rest = text.strip_prefix(first)?;
    rest.bytes()
        .all(|byte| matches!(byte, b'.' | b'0'))
        .then_some(first)
}

/// No longer than [`LONGEST`], at a border of characters.
pub fn cut(term: &str) -> &str {
    if term.len() <= LONGEST {
        return term;
    }
    let end = (0..=LONGEST).rev().find(|at| term.is_char_boundary(*at));
    term.get(..end.unwrap_or(0)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        let mut terms: Vec<String> = Vec::new();
        let pieces = Pieces::of(text);
        document(&pieces, &Products::read(), &mut |term, _| {
            terms.push(term.into())
        });
        terms.join(" ")
    }

    #[test]
    fn what_a_text_is_known_by() {
        let table = [
            ("Error 1105", "error 1105"),
            ("the file Mapi32.dll", "fil mapi32.dll mapi32 mapi 32 dll"),
            ("STOP 0x0000000A", "stop 0x0000000a 0000000a"),
            (r"HKEY_USERS\Software", "hkey_users hke user softwar"),
            ("version 3.51 or 4.0", "version 3.51 4.0 4"),
            ("the user's e-mail", "user email e mail"),
            ("It can't print", "print"),
            ("written in C++", "written c++"),
            ("Q123456", "q123456 123456"),
        ];
        for (text, expected) in table {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn products_are_terms_too() {
        for text in [
            "Windows NT Server version 4.0",
            "NT 4.0",
            "nt4",
            "winnt 4",
            "Windows NT Workstation versions 3.51, 4.0",
        ] {
            let terms = of(text);
            assert!(
                terms.contains("@windows nt @windows nt@") && terms.contains("@windows nt@4"),
                "{text}: {terms}"
            );
        }
        assert!(!of("in a word").contains('@'), "only with a version");
        assert!(of("Word 97").contains("@word@97"));
        assert!(of("wd97").contains("@word@97"));
        assert!(!of("win32").contains("@windows"));
    }

    #[test]
    fn stop_words_are_in_order() {
        assert!(STOP.is_sorted());
        assert!(is_stop("the") && !is_stop("stop"));
    }

    #[test]
    fn long_terms_are_cut_at_a_character() {
        assert_eq!(cut(&"ä".repeat(30)), "ä".repeat(20));
        assert_eq!(
            cut(&format!("x{}", "ä".repeat(30))),
            format!("x{}", "ä".repeat(19))
        );
    }
}
