//! From digests to the files of an index.
//!
//! Everything is sorted, and the digests may come in any order: the same articles give the same bytes.

use super::digest::{Card, Digest, FIELDS};
use super::file::{self, Kind};
use super::postings::{self, Posting};
use super::rank::Averages;
use super::root::{self, Root, Shard};
use super::shard::{self, Term};
use super::words::Words;
use super::{like_term, rank};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// Articles to a file of articles.
const PER_FILE: u32 = 150;
/// Bytes that a file of terms should have, and how many such files there should be at most.
const TERMS: (usize, usize) = (9_000, 850);
/// Bytes that a file of words should have.
const WORDS: usize = 6_000;
/// How many articles of a term are kept; and of a word together with those of like meaning, which are one file instead of several.
const KEPT: usize = 10_000;
const KEPT_LIKE: usize = 25_000;
/// How many articles must have a word before it corrects others.
const KNOWN: u32 = 3;
/// How many products the root names.
const PRODUCTS: usize = 200;

/// A file of an index, with its path in the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFile {
    /// Its path in the site.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files of the index of these articles, the root last. Digests that are none are left out.
pub fn index<'a>(digests: impl IntoIterator<Item = &'a [u8]>) -> Vec<IndexFile> {
    let mut digests: Vec<Digest> = digests.into_iter().filter_map(Digest::read).collect();
    digests.sort_by(|a, b| order(a).cmp(&order(b)));
    let mut files = Vec::new();
    let mut root = Root {
        articles: digests.len() as u32,
        per_file: PER_FILE,
        products: products(&digests),
        ..Root::default()
    };
    let cards: Vec<Card> = digests.iter().map(|digest| digest.card).collect();
    for cards in cards.chunks(PER_FILE as usize) {
        let body = shard::write_cards(cards);
        add(&mut files, &mut root.cards, Kind::Articles, "", &body);
    }
    let terms = invert(&digests);
    let like = like(&terms, digests.len());
    term_files(&terms, &like, &mut files, &mut root);
    let words = words(&digests);
    word_files(&words, Kind::Spelling, &mut files, &mut root.spelling);
    let mut turned: Vec<_> = words
        .iter()
        .map(|(word, count)| (turned(word), *count))
        .collect();
    turned.sort();
    word_files(&turned, Kind::Endings, &mut files, &mut root.endings);
    files.push(IndexFile {
        name: root::NAME.into(),
        bytes: root.write(),
    });
    files
}

/// Articles of a product together, then by number: what is near in the index is near in what it is about.
fn order<'a>(digest: &Digest<'a>) -> (&'a str, usize, &'a str, &'a str) {
    let product = digest.filters.get(1).copied().unwrap_or_default();
    (
        product,
        digest.card.id.len(),
        digest.card.id,
        digest.card.file,
    )
}

fn add(files: &mut Vec<IndexFile>, shards: &mut Vec<Shard>, kind: Kind, first: &str, body: &[u8]) {
    let (bytes, sum) = file::sealed(kind, body);
    files.push(IndexFile {
        name: root::name(kind, shards.len(), sum),
        bytes,
    });
    shards.push(Shard {
        first: first.into(),
        sum,
    });
}

/// A term and its postings.
type Posted<'a> = (Cow<'a, str>, Vec<Posting>);

/// Every term in order with its postings.
fn invert<'a>(digests: &[Digest<'a>]) -> Vec<Posted<'a>> {
    let mut sums = [0u64; FIELDS];
    for digest in digests {
        sums.iter_mut()
            .zip(digest.lengths)
            .for_each(|(sum, length)| *sum += u64::from(length));
    }
    let averages = Averages::new(sums, digests.len());
    let most = (1 << postings::IMPACT) - 1;
    let mut found: HashMap<Cow<str>, Vec<Posting>> = HashMap::new();
    for (article, digest) in (0u32..).zip(digests) {
        for (term, counts) in &digest.terms {
            let impact = averages.impact(*counts, digest.lengths);
            found
                .entry(Cow::Borrowed(*term))
                .or_default()
                .push((article, impact));
        }
        for term in &digest.filters {
            found
                .entry(Cow::Borrowed(*term))
                .or_default()
                .push((article, most));
        }
        let number = super::number_term(digest.card.id);
        found
            .entry(Cow::Owned(number))
            .or_default()
            .push((article, most));
    }
    let mut terms: Vec<_> = found.into_iter().collect();
    terms.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    terms
}

/// A word together with those of like meaning: how many articles have the word itself, and those that have any of them.
struct Like {
    term: String,
    count: usize,
    postings: Vec<Posting>,
}

/// One list of postings for each set of words of like meaning, so that a query needs one file for a word and all that is like it.
fn like(terms: &[Posted], articles: usize) -> Vec<Like> {
    let find = |term: &str| {
        let at = terms.binary_search_by(|one| one.0.as_ref().cmp(term)).ok();
        let postings = at.and_then(|at| terms.get(at)).map(|one| &one.1);
        postings.map(Vec::as_slice).unwrap_or_default()
    };
    let words = Words::read();
    let mut like = Vec::new();
    for (word, others) in words.sets() {
        let own = find(word);
        let mut best: BTreeMap<u32, u8> = kept(own, KEPT).collect();
        for postings in others.iter().map(|other| find(other)) {
            let rarity = rank::rarity(postings.len(), articles);
            let beside = match own.is_empty() {
                true => rarity,
                false => rank::rarity(own.len(), articles),
            };
            for (article, impact) in kept(postings, KEPT) {
                let impact = rank::like(impact, beside, rarity);
                let known = best.entry(article).or_default();
                *known = impact.max(*known);
            }
        }
        if !best.is_empty() {
            like.push(Like {
                term: like_term(word),
                count: own.len(),
                postings: best.into_iter().collect(),
            });
        }
    }
    like
}

fn term_files(terms: &[Posted], like: &[Like], files: &mut Vec<IndexFile>, root: &mut Root) {
    let like = like
        .iter()
        .map(|one| coded(&one.term, one.count, &one.postings, KEPT_LIKE));
    let coded = terms
        .iter()
        .map(|(term, postings)| coded(term, postings.len(), postings, KEPT))
        .chain(like);
    let mut coded: Vec<Term> = coded.collect();
    coded.sort_unstable_by(|a, b| a.term.cmp(b.term));
    let size = |one: &Term| one.postings.len() + 7;
    let total: usize = coded.iter().map(size).sum();
    let wanted = TERMS.0.max(total / TERMS.1);
    for terms in cut(&coded, wanted, size) {
        let first = terms.first().map_or("", |one| one.term);
        add(
            files,
            &mut root.terms,
            Kind::Terms,
            first,
            &shard::write_terms(terms),
        );
    }
}

/// A term with its postings, at most so many; a term that filters has all.
fn coded<'a>(term: &'a str, count: usize, postings: &[Posting], most: usize) -> Term<'a> {
    let most = if term.starts_with('=') {
        usize::MAX
    } else {
        most
    };
    let kept: Vec<Posting> = kept(postings, most).collect();
    Term {
        term,
        count: count as u32,
        kept: kept.len() as u32,
        postings: postings::write(&kept),
    }
}

/// The postings, at most so many: of a very common word only the articles that it says most about.
fn kept(postings: &[Posting], most: usize) -> impl Iterator<Item = Posting> {
    let least = least(postings, most);
    postings.iter().filter(move |one| one.1 >= least).copied()
}

/// The least impact that at most so many of the postings have.
fn least(postings: &[Posting], most: usize) -> u8 {
    let few = |least: &u8| postings.iter().filter(|one| one.1 >= *least).count() <= most;
    (0..1u8 << postings::IMPACT).find(few).unwrap_or(0)
}

/// Cuts a list into runs of about so many bytes; what is larger than that by itself stands by itself.
fn cut<T>(list: &[T], wanted: usize, size: impl Fn(&T) -> usize) -> Vec<&[T]> {
    let mut runs = Vec::new();
    let (mut start, mut held) = (0, 0);
    for (at, one) in list.iter().enumerate() {
        let bytes = size(one);
        if at > start && held + bytes > wanted {
            runs.extend(list.get(start..at));
            (start, held) = (at, 0);
        }
        held += bytes;
    }
    runs.extend(list.get(start..).filter(|rest| !rest.is_empty()));
    runs
}

/// Words as they are written that enough articles have, in order.
fn words(digests: &[Digest]) -> Vec<(String, u32)> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for word in digests.iter().flat_map(|digest| &digest.words) {
        *counts.entry(word).or_default() += 1;
    }
    // In a small collection every word is a known one.
    let known = KNOWN.min(1 + digests.len() as u32 / 500);
    let mut words: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count >= known)
        .map(|(word, count)| (word.to_string(), count))
        .collect();
    words.sort();
    words
}

fn word_files(
    words: &[(String, u32)],
    kind: Kind,
    files: &mut Vec<IndexFile>,
    shards: &mut Vec<Shard>,
) {
    for words in cut(words, WORDS, |(word, _)| word.len() / 2 + 3) {
        let first = words.first().map_or("", |one| one.0.as_str());
        add(files, shards, kind, first, &shard::write_words(words));
    }
}

/// A word of ASCII letters from its end.
pub(super) fn turned(word: &str) -> String {
    word.chars().rev().collect()
}

fn products(digests: &[Digest]) -> Vec<(String, u32)> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for filter in digests.iter().flat_map(|digest| &digest.filters) {
        if let Some(name) = super::product_of(filter) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let mut products: Vec<_> = counts
        .into_iter()
        .map(|(name, count)| (name.to_string(), count))
        .collect();
    products.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
    products.truncate(PRODUCTS);
    products
}
