//! From a query to the groups of terms that it asks for.

use super::pieces::Pieces;
use super::products::{Owned, Products, Said};
use super::stem::stem;
use super::terms::{Shape, atoms, cut, is_stop, joined, whole_number};
use std::ops::Range;

/// A part of a query: alternatives of which an article needs one.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Where it stands in the query.
    pub span: Range<usize>,
    /// Terms, each with how much it counts beside the first.
    pub terms: Vec<(String, f32)>,
    /// The word that was typed, in small letters, where it can be corrected or completed; else empty.
    pub typed: String,
}

/// Terms that stand for the same, each with how much it counts.
pub type Terms = Vec<(String, f32)>;

/// How much a part of a name counts for the whole: `mapi32` for `mapi32.dll`; a number for a version that ends in zeros.
const PART: f32 = 0.6;
const NUMBER: f32 = 0.8;

/// The parts of a query in order. Words that say nothing are left out, and what is said twice counts once.
pub fn groups(pieces: &Pieces, products: &Products) -> Vec<Group> {
    let mut said: Vec<Owned> = Vec::new();
    products.said(pieces, &mut |one: Said| said.push(one.owned()));
    let mut groups: Vec<Group> = Vec::new();
    for word in pieces.words() {
        if !said.iter().any(|one| one.taken.contains(&word.start)) {
            word_groups(pieces, word, &mut groups);
        }
    }
    for one in said {
        let span = pieces.span(&one.taken);
        groups.extend(one.groups.into_iter().map(|terms| Group {
            span: span.clone(),
            terms,
            typed: String::new(),
        }));
    }
    groups.sort_by_key(|group| group.span.start);
    let mut seen: Vec<String> = Vec::new();
    groups.retain(|group| {
        let first = group.terms.first().map(|one| one.0.clone());
        let new = first.as_ref().is_some_and(|first| !seen.contains(first));
        seen.extend(first);
        new
    });
    groups
}

fn word_groups(pieces: &Pieces, word: Range<usize>, groups: &mut Vec<Group>) {
    let span = pieces.span(&word);
    let mut group = |terms: Terms, typed: &str| {
        groups.push(Group {
            span: span.clone(),
            terms,
            typed: typed.into(),
        });
    };
    let mut whole = String::new();
    joined(pieces, word.clone(), &mut whole);
    match Shape::of(pieces, &word) {
        Shape::Negation => {}
        Shape::Word => {
            let text = pieces.text(word.start);
            if !is_stop(text) {
                group(vec![one(text, 1.0)], text);
            }
        }
        Shape::Version => {
            let number = whole_number(pieces, word, &whole);
            let number = number.map(|number| one(number, NUMBER));
            group([one(&whole, 1.0)].into_iter().chain(number).collect(), "");
        }
        Shape::Code => {
            let rest = whole.strip_prefix("0x").filter(|rest| !rest.is_empty());
            group(vec![one(rest.unwrap_or(&whole), 1.0)], "");
        }
        Shape::Compound => compound(pieces, word, &whole, &mut group),
    }
}

/// A name counts as a whole, and a little by its longest part; words that a hyphen joins count each by itself, unless
/// they are too short for that (`e-mail`, `tcp/ip`).
fn compound(pieces: &Pieces, word: Range<usize>, whole: &str, group: &mut dyn FnMut(Terms, &str)) {
    let atoms = atoms(pieces, word.clone());
    let texts: Vec<String> = atoms
        .iter()
        .map(|atom| {
            let mut text = String::new();
            joined(pieces, atom.clone(), &mut text);
            text
        })
        .collect();
    let longest = |texts: &mut dyn Iterator<Item = &str>| {
        let longest = texts.max_by_key(|text| text.len());
        longest
            .filter(|text| text.len() > 2 && !is_stop(text))
            .map(|text| one(text, PART))
    };
    let part = if whole.contains(['.', '_']) {
        texts
            .first()
            .filter(|text| text.len() > 1)
            .map(|text| one(text, PART))
    } else if atoms.len() == 1 {
        longest(&mut word.map(|index| pieces.text(index)))
    } else if texts.iter().any(|text| text.len() <= 2) || texts.iter().all(|text| text.len() <= 3) {
        longest(&mut texts.iter().map(String::as_str))
    } else {
        for text in texts.iter().filter(|text| !is_stop(text)) {
            group(vec![one(text, 1.0)], text);
        }
        return;
    };
    group([one(whole, 1.0)].into_iter().chain(part).collect(), "");
}

fn one(text: &str, weight: f32) -> (String, f32) {
    (cut(stem(text)).into(), weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_query_asks_for() {
        let table = [
            ("the printers", "printer"),
            ("printer Printers", "printer"),
            ("word 97 crashes", "word, @word@97/97, crash"),
            ("nt4 setup", "@windows nt, @windows nt@4/4, setup"),
            ("visual foxpro", "@visual foxpro"),
            ("mapi32.dll", "mapi32.dll/mapi32"),
            ("win95_12.cab", "win95_12.cab/win95"),
            ("vb.ini", "vb.ini/vb"),
            ("0xC0000005", "c0000005"),
            ("e-mail", "email/mail"),
            ("right-click", "right, click"),
            ("ess1888", "ess1888/1888"),
            ("can't print", "print"),
            ("printer 4.0", "printer, 4.0/4"),
            ("", ""),
        ];
        for (query, expected) in table {
            let groups = groups(&Pieces::of(query), &Products::read());
            let terms = |group: &Group| {
                let terms: Vec<&str> = group.terms.iter().map(|one| one.0.as_str()).collect();
                terms.join("/")
            };
            let groups: Vec<String> = groups.iter().map(terms).collect();
            assert_eq!(groups.join(", "), expected, "{query}");
        }
    }
}
