//! What a step reads of the files that are there, and what it notes of those that are not.

use super::Lookup;
use super::Step;
use crate::lookup::file::Kind;
use crate::lookup::postings::{self, Posting};
use crate::lookup::shard;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// What a step knows of a term.
pub(super) enum Term {
    /// Its file is not there yet.
    Pending,
    /// No article has it.
    Absent,
    /// Its file cannot be read.
    Unknown,
    /// So many articles have it.
    Found(usize),
}

/// What one step finds out beside its result.
#[derive(Default)]
pub(super) struct Notes {
    pub needs: RefCell<BTreeSet<String>>,
    pub problems: RefCell<BTreeSet<String>>,
}

impl Notes {
    pub(super) fn problem(&self, name: &str, why: &str) {
        let text = format!("{name} cannot be read: {why}");
        self.problems.borrow_mut().insert(text);
    }

    pub(super) fn pending(&self) -> Option<Step> {
        let needs = std::mem::take(&mut *self.needs.borrow_mut());
        (!needs.is_empty()).then(|| Step::Need(needs.into_iter().collect()))
    }
}

impl Lookup {
    /// What is in a file of the index, if it is there and whole.
    pub(super) fn body(&self, kind: Kind, index: usize, notes: &Notes) -> Option<&[u8]> {
        let name = self.root.name(kind, index)?;
        match self.files.get(&name) {
            Some(Ok(body)) => return Some(body),
            Some(Err(why)) => notes.problem(&name, why),
            None => {
                notes.needs.borrow_mut().insert(name);
            }
        }
        None
    }

    fn is_there(&self, kind: Kind, index: usize) -> bool {
        self.root
            .name(kind, index)
            .is_some_and(|name| self.files.contains_key(&name))
    }

    pub(super) fn term(&self, term: &str, notes: &Notes) -> Term {
        let Some(index) = self.root.place(Kind::Terms, term) else {
            return Term::Absent;
        };
        let Some(body) = self.body(Kind::Terms, index, notes) else {
            return if self.is_there(Kind::Terms, index) {
                Term::Unknown
            } else {
                Term::Pending
            };
        };
        match shard::find_term(body, term) {
            Some(Some((count, _, _))) => Term::Found(count),
            Some(None) => Term::Absent,
            None => Term::Unknown,
        }
    }

    /// How many articles have a term, and those of them that its file has.
    pub(super) fn postings(&self, term: &str, notes: &Notes) -> (usize, Vec<Posting>) {
        let place = self.root.place(Kind::Terms, term);
        let body = place.and_then(|index| self.body(Kind::Terms, index, notes));
        let found = body.and_then(|body| shard::find_term(body, term).flatten());
        let read = found.and_then(|(count, kept, bytes)| {
            Some((count, postings::read(bytes, kept, self.root.articles)?))
        });
        read.unwrap_or_default()
    }
}
