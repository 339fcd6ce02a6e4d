//! The parts of a query, each with the terms that stand for it: what was typed, what is like it, what it is corrected to or may go on as.

use super::Lookup;
use super::files::{Notes, Term};
use crate::lookup::file::Kind;
use crate::lookup::index::turned;
use crate::lookup::like_term;
use crate::lookup::query::Group;
use crate::lookup::shard;
use crate::lookup::spell::Speller;
use crate::lookup::stem::stem;
use std::ops::Range;

/// How many articles a word can have and still be a typo, how common its correction must be then, and how much that counts.
const RARE: usize = 3;
const COMMON: u8 = 5;
const CORRECTED: f32 = 0.8;
/// How many files of words are looked at for one.
const SPELLING: usize = 3;

/// A part of the query with everything that stands for it.
pub(super) struct Part {
    pub span: Range<usize>,
    pub typed: String,
    /// How many of the terms are what was typed, not what is like it.
    pub own: usize,
    pub terms: Vec<(String, f32)>,
    /// The word and those of like meaning, where one term stands for all of them.
    like: Vec<String>,
    pub missing: bool,
    pub corrected: Option<String>,
}

impl Part {
    pub(super) fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|one| one.0.as_str())
    }

    /// The terms that are to be marked in a text.
    pub(super) fn marks(&self) -> impl Iterator<Item = String> {
        let covered = usize::from(!self.like.is_empty());
        let others = self.terms.iter().map(|one| &one.0);
        let (first, rest) = (
            self.like.iter(),
            others.filter(move |term| covered == 0 || !term.ends_with('!')),
        );
        first.chain(rest).cloned()
    }
}

impl Lookup {
    /// A group, with the words of like meaning.
    pub(super) fn part(&self, group: Group) -> Part {
        let own = group.terms.len();
        let mut terms = group.terms;
        let first = terms.first().map(|one| one.0.clone()).unwrap_or_default();
        let mut like = Vec::new();
        if !group.typed.is_empty() {
            like.extend_from_slice(self.tools.words.like(&first));
        }
        if let Some(one) = terms.first_mut().filter(|_| !like.is_empty()) {
            one.0 = like_term(&first);
            like.insert(0, first.clone());
        }
        Part {
            span: group.span,
            typed: group.typed,
            own: if first.starts_with('@') { own } else { 1 },
            terms,
            like,
            missing: false,
            corrected: None,
        }
    }

    /// Finds out whether any article has the part; where none or hardly any has, adds what may be meant.
    pub(super) fn correct(&self, part: &mut Part, typing: bool, notes: &Notes) {
        let mut count = 0;
        for (term, _) in part.terms.iter().take(part.own) {
            match self.term(term, notes) {
                Term::Found(found) => count = count.max(found),
                Term::Absent => {}
                Term::Pending | Term::Unknown => count = usize::MAX,
            }
        }
        part.missing = count == 0;
        if !is_long(part, typing) || (count > RARE && !typing) {
            return;
        }
        let mut speller = Speller::new(&part.typed, typing || count == 0);
        self.see_words(Kind::Spelling, &part.typed, &mut speller, notes);
        if speller.found.is_empty() && !typing {
            speller.turn();
            let turned = turned(&part.typed);
            self.see_words(Kind::Endings, &turned, &mut speller, notes);
        }
        let found = std::mem::take(&mut speller.found);
        let completions = found.iter().filter(|one| one.word.starts_with(&part.typed));
        let mut meant: Vec<String> = Vec::new();
        if typing {
            meant.extend(completions.map(|one| one.word.clone()));
            part.missing &= meant.is_empty(); // it goes on, to a word that articles have
        }
        if count == 0 && meant.is_empty() {
            meant.extend(found.first().map(|one| one.word.clone()));
            part.corrected = meant.first().cloned();
        } else if count > 0 && count <= RARE && !typing {
            meant.extend(
                found
                    .first()
                    .filter(|one| one.common >= COMMON)
                    .map(|one| one.word.clone()),
            );
        }
        let weight = if count == 0 { 1.0 } else { CORRECTED };
        // How rare the part is, is how rare what is meant is: that comes first, unless what is typed is well known.
        let at = if count <= RARE { 0 } else { part.own };
        for word in meant.iter().rev() {
            let term = stem(word);
            if !part.terms.iter().any(|one| one.0 == term) {
                part.terms
                    .insert(at.min(part.terms.len()), (term.into(), weight));
            }
        }
    }

    /// Sees to it that the files are there that a word may go on in.
    pub(super) fn spelling(&self, part: &Part, notes: &Notes) {
        if is_long(part, true) {
            let mut speller = Speller::new(&part.typed, true);
            self.see_words(Kind::Spelling, &part.typed, &mut speller, notes);
        }
    }

    /// Shows the speller the words that begin like this one.
    fn see_words(&self, kind: Kind, word: &str, speller: &mut Speller, notes: &Notes) {
        let start = word.get(..2).unwrap_or(word);
        let place = |text: &str| self.root.place(kind, text);
        let last = place(&format!("{start}~"));
        let Some(last) = last else { return };
        let first = place(start).unwrap_or(0);
        let near = place(word).unwrap_or(first);
        // Those in which the word itself would be and its neighbours come first.
        let first = first.max(near.saturating_sub(SPELLING / 2));
        let last = last.min(first + SPELLING - 1);
        for index in first..=last {
            if let Some(body) = self.body(kind, index, notes) {
                // What is damaged in a way that its checksum does not tell gives fewer words.
                let _ = shard::each_word(body, &mut |word, common| speller.see(word, common));
            }
        }
    }
}

/// Whether a part is a word that can be corrected, or completed.
fn is_long(part: &Part, typing: bool) -> bool {
    let is_word = part.typed.bytes().all(|byte| byte.is_ascii_lowercase());
    is_word && part.typed.len() >= if typing { 3 } else { 4 }
}
