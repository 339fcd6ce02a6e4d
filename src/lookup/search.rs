//! A search over the files of an index, which says what it needs next.
//!
//! [`Lookup::step`] is a function of the query and of the files that are there: it either names files that it needs or is done.
//! Whoever calls it fetches them, [`put`](Lookup::put)s them in (or says that they [`fail`](Lookup::fail)ed) and calls it again. Rounds are few: the terms'
//! files; where a word is unknown those of the spelling, then those of its corrections; the files of the articles that are shown.

use super::file::{self, Kind};
use super::postings::{self, Posting};
use super::query::{self, Group};
use super::root::{self, Root};
use super::snippet::{has_phrase, marked, source_has_phrase};
use super::spell::Speller;
use super::stem::stem;
use super::{Tools, class_term, number_term, product_term, rank, shard};
use crate::lookup::pieces::Pieces;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// Words, numbers, phrases in quotes.
    pub query: String,
    /// Only articles of this product, by any name of it.
    pub product: Option<String>,
    /// Only articles of this class.
    pub class: Option<Class>,
    /// How many of the best are left out, and how many are wanted.
    pub from: usize,
    /// How many results are wanted.
    pub count: usize,
    /// Whether the last word may go on: it is being typed.
    pub typing: bool,
    /// Whether sources of articles can be asked for, to look for phrases in them.
    pub sources: bool,
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

/// How much a word of like meaning counts.
const LIKE: f32 = 0.5;
/// How many articles a word can have and still be a typo, how common its correction must be then, and how much that counts.
const RARE: usize = 3;
const COMMON: u8 = 5;
const CORRECTED: f32 = 0.8;
/// The score of the article whose very number was typed.
const NUMBER: f32 = 1e6;
/// How many characters of a query are read, how many of its parts count, and how many there are at most where words of like meaning do too: a
/// pasted message has words enough, and each costs a file.
const LONGEST: usize = 2000;
const PARTS: usize = 32;
const SHORT: usize = 12;
/// How many articles are looked at for a phrase.
const VERIFIED: usize = 24;
/// How many files of words are looked at for one.
const SPELLING: usize = 3;

/// What a step knows of a term.
enum Term {
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
struct Notes {
    needs: RefCell<BTreeSet<String>>,
    problems: RefCell<BTreeSet<String>>,
}

impl Notes {
    fn problem(&self, name: &str, why: &str) {
        let text = format!("{name} cannot be read: {why}");
        self.problems.borrow_mut().insert(text);
    }

    fn pending(&self) -> Option<Step> {
        let needs = std::mem::take(&mut *self.needs.borrow_mut());
        (!needs.is_empty()).then(|| Step::Need(needs.into_iter().collect()))
    }
}

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
        let pieces = Pieces::of(&words);
        let mut groups = query::groups(&pieces, &self.tools.products);
        groups.truncate(PARTS);
        let short = groups.len() <= SHORT;
        let parts = groups.into_iter().map(|group| self.part(group, short));
        let mut parts: Vec<Part> = parts.collect();
        let numbers = numbers(&words);
        for term in numbers
            .iter()
            .map(String::as_str)
            .chain(parts.iter().flat_map(Part::terms))
        {
            self.term(term, &notes);
        }
        let allowed = self.allowed(ask, &notes);
        if let Some(step) = notes.pending() {
            return step;
        }
        let last = parts.len().saturating_sub(1);
        let ends = !words.ends_with(char::is_whitespace);
        for (index, part) in parts.iter_mut().enumerate() {
            self.correct(part, ask.typing && ends && index == last, &notes);
        }
        if let Some(step) = notes.pending() {
            return step;
        }
        for term in parts.iter().flat_map(Part::terms) {
            self.term(term, &notes);
        }
        if let Some(step) = notes.pending() {
            return step;
        }
        let ranked = self.rank(&parts, &numbers, &phrases, allowed.as_deref(), ask, &notes);
        self.finish(ask, (&words, &numbers, &phrases), parts, ranked, &notes)
    }

    /// A group, with the words of like meaning where the query is `short`.
    fn part(&self, group: Group, short: bool) -> Part {
        let own = group.terms.len();
        let mut terms = group.terms;
        let first = terms.first().map(|one| one.0.clone()).unwrap_or_default();
        if short && !group.typed.is_empty() {
            let like = self.tools.words.like(&first).iter();
            terms.extend(like.map(|other| (other.clone(), LIKE)));
        }
        Part {
            span: group.span,
            typed: group.typed,
            own: if first.starts_with('@') { own } else { 1 },
            terms,
            missing: false,
            corrected: None,
        }
    }

    /// What is in a file of the index, if it is there and whole.
    fn body(&self, kind: Kind, index: usize, notes: &Notes) -> Option<&[u8]> {
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

    fn term(&self, term: &str, notes: &Notes) -> Term {
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
    fn postings(&self, term: &str, notes: &Notes) -> (usize, Vec<Posting>) {
        let place = self.root.place(Kind::Terms, term);
        let body = place.and_then(|index| self.body(Kind::Terms, index, notes));
        let found = body.and_then(|body| shard::find_term(body, term).flatten());
        let read = found.and_then(|(count, kept, bytes)| {
            Some((count, postings::read(bytes, kept, self.root.articles)?))
        });
        read.unwrap_or_default()
    }

    /// The articles that the filters leave, if there are filters.
    fn allowed(&self, ask: &Ask, notes: &Notes) -> Option<Vec<bool>> {
        let mut filters: Vec<Vec<String>> = Vec::new();
        if let Some(class) = ask.class {
            filters.push(vec![class_term(class == Class::Guide).into()]);
        }
        if let Some(product) = &ask.product {
            let names = self.tools.products.names(product);
            // With a version only that; `names` has the product itself first.
            let wanted = if names.len() > 1 {
                names.get(1..)
            } else {
                names.get(..)
            };
            filters.push(
                wanted
                    .unwrap_or_default()
                    .iter()
                    .map(|name| product_term(name))
                    .collect(),
            );
        }
        if filters.is_empty() {
            return None;
        }
        let mut allowed = vec![true; self.root.articles as usize];
        for terms in &filters {
            let mut one = vec![false; allowed.len()];
            for (article, _) in terms.iter().flat_map(|term| self.postings(term, notes).1) {
                if let Some(slot) = one.get_mut(article as usize) {
                    *slot = true;
                }
            }
            allowed
                .iter_mut()
                .zip(one)
                .for_each(|(all, one)| *all &= one);
        }
        Some(allowed)
    }

    /// Finds out whether any article has the part; where none or hardly any has, adds what may be meant.
    fn correct(&self, part: &mut Part, typing: bool, notes: &Notes) {
        let mut count = 0;
        for (term, _) in part.terms.iter().take(part.own) {
            match self.term(term, notes) {
                Term::Found(found) => count = count.max(found),
                Term::Absent => {}
                Term::Pending | Term::Unknown => count = usize::MAX,
            }
        }
        part.missing = count == 0;
        let is_word = part.typed.bytes().all(|byte| byte.is_ascii_lowercase());
        let long = part.typed.len() >= if typing { 3 } else { 4 };
        if !is_word || !long || (count > RARE && !typing) {
            return;
        }
        let mut speller = Speller::new(&part.typed, typing || count == 0);
        self.see_words(Kind::Spelling, &part.typed, &mut speller, notes);
        if speller.found.is_empty() && !typing {
            speller.turn();
            let turned = super::index::turned(&part.typed);
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

    /// The articles that have any of the parts, best first.
    fn rank(
        &self,
        parts: &[Part],
        numbers: &[String],
        phrases: &[Phrase],
        allowed: Option<&[bool]>,
        ask: &Ask,
        notes: &Notes,
    ) -> Ranked {
        let articles = self.root.articles as usize;
        let mut score = vec![0f32; articles];
        let mut share = vec![0f32; articles];
        let mut required = vec![0usize; if phrases.is_empty() { 0 } else { articles }];
        let (mut total, mut musts) = (0f32, 0);
        for part in parts {
            let must = phrases
                .iter()
                .any(|phrase| phrase.span.contains(&part.span.start));
            let (weight, best) = self.best(part, notes);
            musts += usize::from(must);
            total += weight;
            for (article, value) in best {
                let at = article as usize;
                if let (Some(score), Some(share)) = (score.get_mut(at), share.get_mut(at)) {
                    *score += value;
                    *share += weight;
                }
                if let Some(count) = required.get_mut(at).filter(|_| must) {
                    *count += 1;
                }
            }
        }
        score
            .iter_mut()
            .zip(&share)
            .for_each(|(score, share)| *score *= share / total.max(f32::MIN_POSITIVE));
        for (article, _) in numbers.iter().flat_map(|term| self.postings(term, notes).1) {
            if let Some(score) = score.get_mut(article as usize) {
                *score += NUMBER;
            }
        }
        let mut found: Vec<(u32, f32)> = (0u32..)
            .zip(score)
            .filter(|(article, score)| {
                let at = *article as usize;
                *score > 0.0
                    && allowed.is_none_or(|list| list.get(at).copied().unwrap_or(false))
                    && required.get(at).is_none_or(|count| *count >= musts)
            })
            .collect();
        let total = found.len();
        let wanted = if phrases.is_empty() {
            ask.from.saturating_add(ask.count)
        } else {
            VERIFIED
        };
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if wanted < found.len() {
            found.select_nth_unstable_by(wanted, order);
            found.truncate(wanted);
        }
        found.sort_unstable_by(order);
        Ranked { found, total }
    }

    /// How much a part counts, and the articles that have it with what it gives them: the best of its terms.
    fn best(&self, part: &Part, notes: &Notes) -> (f32, Vec<(u32, f32)>) {
        let articles = self.root.articles as usize;
        let mut rarity = 0f32;
        let mut best: Vec<f32> = Vec::new();
        for (term, weight) in &part.terms {
            let (count, postings) = self.postings(term, notes);
            if postings.is_empty() {
                continue;
            }
            let own = rank::rarity(count, articles);
            if best.is_empty() {
                rarity = own;
                best = vec![0.0; articles];
            }
            let factor = weight * own.min(rarity);
            for (article, impact) in postings {
                if let Some(slot) = best.get_mut(article as usize) {
                    *slot = slot.max(factor * rank::value(impact));
                }
            }
        }
        let found = (0u32..).zip(best).filter(|one| one.1 > 0.0).collect();
        (rarity, found)
    }

    fn finish(
        &self,
        ask: &Ask,
        (words, numbers, phrases): (&str, &[String], &[Phrase]),
        parts: Vec<Part>,
        ranked: Ranked,
        notes: &Notes,
    ) -> Step {
        let marks: Vec<String> = parts
            .iter()
            .flat_map(Part::terms)
            .map(String::from)
            .collect();
        let mut hits = Vec::new();
        for (article, score) in ranked.found {
            hits.extend(self.hit(article, score, &marks, notes));
        }
        if let Some(step) = notes.pending() {
            return step;
        }
        let mut total = ranked.total;
        if !phrases.is_empty() {
            hits.retain(|hit| {
                phrases
                    .iter()
                    .all(|phrase| self.has(hit, &phrase.text, ask.sources, notes))
            });
            if let Some(step) = notes.pending() {
                return step;
            }
            total = total.min(hits.len());
        }
        // The number of an article is none that no article has.
        let known = |term: &&String| !matches!(self.term(term, notes), Term::Absent);
        let named: Vec<&String> = numbers.iter().filter(known).collect();
        let all = !named.is_empty() && !words.trim().contains(char::is_whitespace);
        let typed = |part: &Part| words.get(part.span.clone()).unwrap_or_default().to_string();
        let corrected = parts
            .iter()
            .filter_map(|part| Some((typed(part), part.corrected.clone()?)));
        Step::Done(Found {
            hits: hits.into_iter().skip(ask.from).take(ask.count).collect(),
            total,
            missing: parts
                .iter()
                .filter(|part| part.missing && !all)
                .map(typed)
                .filter(|word| !named.contains(&&number_term(word)))
                .collect(),
            corrected: corrected.collect(),
            problems: notes.problems.take().into_iter().collect(),
            marks,
        })
    }

    fn hit(&self, article: u32, score: f32, marks: &[String], notes: &Notes) -> Option<Hit> {
        let per_file = self.root.per_file.max(1);
        let body = self.body(Kind::Articles, (article / per_file) as usize, notes)?;
        let cards = shard::read_cards(body)?;
        let card = cards.get((article % per_file) as usize)?;
        let name = if card.file.is_empty() {
            card.id
        } else {
            card.file
        };
        Some(Hit {
            id: card.id.into(),
            name: name.into(),
            title: card.title.into(),
            marks: marked(card.title, marks, &self.tools),
            products: card.products.into(),
            class: card.class.into(),
            questions: card.questions,
            steps: card.steps,
            score,
        })
    }

    /// Whether an article has a phrase. Where its source cannot be had, having all its words is enough.
    fn has(&self, hit: &Hit, phrase: &str, sources: bool, notes: &Notes) -> bool {
        if !sources || has_phrase(&hit.title, phrase) {
            return true;
        }
        let Some(name) = super::source(&hit.name) else {
            return true;
        };
        match self.files.get(&name) {
            Some(Ok(bytes)) => source_has_phrase(&String::from_utf8_lossy(bytes), phrase),
            Some(Err(why)) => {
                notes.problem(&name, why);
                true
            }
            None => {
                notes.needs.borrow_mut().insert(name);
                false
            }
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

/// A part of the query with everything that stands for it.
struct Part {
    span: Range<usize>,
    typed: String,
    /// How many of the terms are what was typed, not what is like it.
    own: usize,
    terms: Vec<(String, f32)>,
    missing: bool,
    corrected: Option<String>,
}

impl Part {
    fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|one| one.0.as_str())
    }
}

struct Ranked {
    found: Vec<(u32, f32)>,
    total: usize,
}

/// Words in quotes.
struct Phrase {
    text: String,
    /// Where it stands in the query.
    span: Range<usize>,
}

/// The query with blanks for quotes, and its phrases of more than one word.
fn phrases(query: &str) -> (String, Vec<Phrase>) {
    let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„');
    let mut words = String::with_capacity(query.len());
    let mut phrases = Vec::new();
    let mut open: Option<usize> = None;
    for c in query.chars().take(LONGEST) {
        if !is_quote(c) {
            words.push(c);
            continue;
        }
        match open.take() {
            None => open = Some(words.len() + 1),
            Some(start) => {
                let text = words.get(start..).unwrap_or_default().trim().to_string();
                if text.contains(char::is_whitespace) {
                    phrases.push(Phrase {
                        text,
                        span: start..words.len(),
                    });
                }
            }
        }
        words.push(' ');
    }
    (words, phrases)
}

/// The terms of the numbers that a query may name: `Q123456`, 123456 alone, or the whole query as a name.
fn numbers(query: &str) -> Vec<String> {
    let query = query.trim();
    let digits = |text: &str| {
        (3..=7).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut numbers = Vec::new();
    if !query.is_empty() && !query.contains(char::is_whitespace) {
        numbers.push(number_term(query));
        if digits(query) {
            numbers.push(number_term(&format!("q{query}")));
        }
    } else {
        let words = query.split_whitespace();
        numbers.extend(
            words
                .filter(|word| word.strip_prefix(['q', 'Q']).is_some_and(digits))
                .map(number_term),
        );
    }
    numbers
}
