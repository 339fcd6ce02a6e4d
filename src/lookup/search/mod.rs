//! A search over the files of an index, which says what it needs next.
//!
//! [`Lookup::step`] is a function of the query and of the files that are there: it either names files that it needs or is done.
//! Whoever calls it fetches them, [`put`](Lookup::put)s them in (or says that they [`fail`](Lookup::fail)ed) and calls it again. Rounds are few: the terms'
//! files; where a word is unknown those of the spelling, then those of its corrections; the files of the articles that are shown.

mod files;
mod finish;
mod part;
mod score;
mod typed;

use super::file::{self, Kind};
use super::root::{self, Root};
use super::{Tools, query};
use crate::lookup::pieces::Pieces;
use files::Notes;
use part::Part;
use std::collections::BTreeMap;
use std::ops::Range;
use typed::{numbers, phrases};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// Words, numbers, phrases in quotes.
    pub query: String,
    /// Only articles of this product, by any name of it.
    pub product: Option<String>,
    /// Only articles of this class.
    pub class: Option<Class>,
    /// How many results are wanted.
    pub count: usize,
    /// Whether the last word may go on: it is being typed.
    pub typing: bool,
}

/// What an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// It has a guide.
    Guide,
    /// It is to be read.
    Read,
}

/// How far a search is.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// It needs these files of the site.
    Need(Vec<String>),
    /// It is done.
    Done(Found),
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The results that were asked for, best first.
    pub hits: Vec<Hit>,
    /// How many articles have any of the words; with a phrase, all of its words.
    pub total: usize,
    /// Words as typed that no article has.
    pub missing: Vec<String>,
    /// Words as typed and what was looked for in their place.
    pub corrected: Vec<(String, String)>,
    /// Files that could not be read, a sentence each.
    pub problems: Vec<String>,
    /// The terms that were looked for, to mark them in a text.
    pub marks: Vec<String>,
}

/// A result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit {
    /// The article's number or name.
    pub id: String,
    /// The name of its files in the site.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Where the title has words that were looked for.
    pub marks: Vec<Range<usize>>,
    /// What it applies to.
    pub products: String,
    /// `guide`, `choice`, `advice` or `read`.
    pub class: String,
    /// How many questions its guide asks.
    pub questions: u32,
    /// How many steps it has.
    pub steps: u32,
    /// How well it answers.
    pub score: f32,
}

/// An index as far as it has been fetched.
pub struct Lookup {
    root: Root,
    tools: Tools,
    files: BTreeMap<String, Result<Vec<u8>, String>>,
}

/// How many parts of a query count: each costs a file.
const PARTS: usize = 32;

impl Lookup {
    /// An index of which the root is there.
    pub fn new(root: &[u8]) -> Result<Self, file::Broken> {
        Ok(Self {
            root: Root::read(root)?,
            tools: Tools::new(),
            files: BTreeMap::new(),
        })
    }

    /// The root.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// The tables that texts are read with.
    pub fn tools(&self) -> &Tools {
        &self.tools
    }

    /// A file that was needed. One of the index is checked here, once.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        let checked = match root::kind_of(name) {
            Some(kind) => body(kind, name, &bytes).map_err(|broken| broken.to_string()),
            None => Ok(bytes),
        };
        self.files.insert(name.into(), checked);
    }

    /// A file that was needed cannot be had; `why` goes on after its name and a colon.
    pub fn fail(&mut self, name: &str, why: &str) {
        self.files.insert(name.into(), Err(why.into()));
    }

    /// Lets go of the files that failed or were broken, so that they are needed again.
    pub fn forget_failed(&mut self) {
        self.files.retain(|_, file| file.is_ok());
    }

    /// Goes on as far as the files allow.
    pub fn step(&self, ask: &Ask) -> Step {
        let notes = Notes::default();
        let (words, phrases) = phrases(&ask.query);
        let numbers = numbers(&words);
        let mut parts = self.parts(&words);
        // A word that goes on needs the files of the spelling in any case: they come in the first round.
        let goes_on = ask.typing && !words.ends_with(char::is_whitespace);
        let typing = parts.len().saturating_sub(1);
        let typing = |index: usize| goes_on && index == typing;
        if let Some(last) = parts.last().filter(|_| goes_on) {
            self.spelling(last, &notes);
        }
        self.terms(numbers.iter().map(String::as_str), &notes);
        self.terms(parts.iter().flat_map(Part::terms), &notes);
        let allowed = self.allowed(ask, &notes);
        if let Some(step) = notes.pending() {
            return step;
        }
        for (index, part) in parts.iter_mut().enumerate() {
            self.correct(part, typing(index), &notes);
        }
        if let Some(step) = notes.pending() {
            return step;
        }
        self.terms(parts.iter().flat_map(Part::terms), &notes);
        if let Some(step) = notes.pending() {
            return step;
        }
        let ranked = self.rank(&parts, &numbers, &phrases, allowed.as_deref(), ask, &notes);
        self.finish(ask, (&words, &numbers, &phrases), parts, ranked, &notes)
    }

    fn parts(&self, words: &str) -> Vec<Part> {
        let mut groups = query::groups(&Pieces::of(words), &self.tools.products);
        groups.truncate(PARTS);
        groups.into_iter().map(|group| self.part(group)).collect()
    }

    /// Sees to it that the files of these terms are there.
    fn terms<'a>(&self, terms: impl Iterator<Item = &'a str>, notes: &Notes) {
        for term in terms {
            self.term(term, notes);
        }
    }
}

/// What is in a file of the index, which is to have the checksum that its name has.
fn body(kind: Kind, name: &str, bytes: &[u8]) -> Result<Vec<u8>, file::Broken> {
    let (body, sum) = file::open(kind, bytes)?;
    match name.ends_with(&root::ending(sum)) {
        true => Ok(body.to_vec()),
        false => Err(file::Broken::Other),
    }
}
