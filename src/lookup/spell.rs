//! Words that are nearly what was typed, and words that begin with it.
//!
//! A typo leaves the start of a word alone, or its end: words that share the first two letters are looked at first,
//! then those that share the last two. So a correction costs a file or two and needs no list of all words.

use super::index::turned;

/// How many edits a word of this length may be away: one from four letters, two from eight.
pub fn reach(length: usize) -> usize {
    match length {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// A word that may be meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The word.
    pub word: String,
    /// How likely it is: commoner and nearer is more.
    pub score: f32,
    /// The logarithm to base 2 of how many articles have it.
    pub common: u8,
}

/// What an edit takes from a candidate, what its first letter being right adds, and what each further letter of a completion takes.
const EDIT: f32 = 4.0;
const FIRST: f32 = 2.0;
const LETTER: f32 = 0.3;

/// Keeps the likeliest candidates for a word.
pub struct Speller<'a> {
    typed: &'a str,
    reach: usize,
    complete: bool,
    turned: bool,
    /// The likeliest, best first.
    pub found: Vec<Candidate>,
}

/// How many candidates are kept.
const KEPT: usize = 4;

impl<'a> Speller<'a> {
    /// Looks for words near `typed`; and for those that begin with it, where that is asked for.
    pub fn new(typed: &'a str, complete: bool) -> Self {
        Self {
            typed,
            reach: reach(typed.len()),
            complete,
            turned: false,
            found: Vec::new(),
        }
    }

    /// From here on words come from their ends.
    pub fn turn(&mut self) {
        self.turned = true;
    }

    /// Looks at a word that so many articles have (a logarithm to base 2).
    pub fn see(&mut self, word: &str, common: u8) {
        let turned = if self.turned {
            turned(word)
        } else {
            String::new()
        };
        let word = if self.turned { turned.as_str() } else { word };
        if word == self.typed {
            return;
        }
        let begins = self.complete && word.starts_with(self.typed);
        let taken = match begins {
            true => LETTER * (word.len() - self.typed.len()) as f32,
            false => match distance(self.typed, word, self.reach) {
                Some(edits) => EDIT * edits as f32,
                None => return,
            },
        };
        let first = word.bytes().next() == self.typed.bytes().next();
        let score =
            f32::from(common) * std::f32::consts::LN_2 - taken + if first { FIRST } else { 0.0 };
        let at = self.found.partition_point(|other| other.score >= score);
        if at < KEPT && !self.found.iter().any(|other| other.word == word) {
            self.found.insert(
                at,
                Candidate {
                    word: word.into(),
                    score,
                    common,
                },
            );
            self.found.truncate(KEPT);
        }
    }
}

/// How many letters have to be put in, left out, exchanged or swapped with their neighbour to make one word of the other; `None` for more
/// than `most`.
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > most || most == 0 {
        return None;
    }
    let (mut older, mut old): (Vec<usize>, Vec<usize>) =
        (vec![0; b.len() + 1], (0..=b.len()).collect());
    for (row, x) in a.iter().enumerate() {
        let mut new = vec![row + 1];
        for (column, y) in b.iter().enumerate() {
            let cost = |list: &[usize], at: usize| list.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut edits = cost(&old, column) + usize::from(x != y);
            edits = edits
                .min(cost(&old, column + 1) + 1)
                .min(cost(&new, column) + 1);
            let swapped =
                row > 0 && column > 0 && a.get(row - 1) == Some(y) && b.get(column - 1) == Some(x);
            if swapped {
                edits = edits.min(cost(&older, column - 1) + 1);
            }
            new.push(edits);
        }
        if new.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        (older, old) = (old, new);
    }
    old.last().copied().filter(|edits| *edits <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits() {
        let table = [
            ("printer", "printer", Some(0)),
            ("pritner", "printer", Some(1)),
            ("prnter", "printer", Some(1)),
            ("printter", "printer", Some(1)),
            ("prenter", "printer", Some(1)),
            ("pratner", "printer", Some(2)),
            ("plotter", "printer", None),
            ("", "ab", Some(2)),
        ];
        for (a, b, edits) in table {
            assert_eq!(distance(a, b, 2), edits, "{a} {b}");
        }
    }

    #[test]
    fn the_commoner_of_two_that_are_as_near() {
        let mut speller = Speller::new("pritner", false);
        for (word, common) in [("printer", 9), ("pritne", 2), ("plotter", 12)] {
            speller.see(word, common);
        }
        let found: Vec<&str> = speller.found.iter().map(|one| one.word.as_str()).collect();
        assert_eq!(found, ["printer", "pritne"]);
    }

    #[test]
    fn completions_where_they_are_asked_for() {
        for (complete, expected) in [(true, 1), (false, 0)] {
            let mut speller = Speller::new("prin", complete);
            speller.see("printers", 5);
            assert_eq!(speller.found.len(), expected);
        }
    }
}
