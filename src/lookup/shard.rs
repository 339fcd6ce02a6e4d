//! The files of an index beside its root: terms, articles, and words as they are written.
//!
//! A file of terms holds the terms first, front-coded and each with how many articles have it and how many bytes its postings take;
//! then all postings. So a compressor finds letters with letters, and a reader skips to what it wants.

use super::bits::{Reader, put_front_coded, put_number};
use super::digest::Card;

/// A term on its way into a file.
pub struct Term<'a> {
    /// The term.
    pub term: &'a str,
    /// How many articles have it.
    pub count: u32,
    /// How many stand in the postings: fewer of a very common term, more where they have articles that only have a term of like meaning.
    pub kept: u32,
    /// The postings.
    pub postings: Vec<u8>,
}

/// How many articles have a term, how many stand in the postings, and the postings.
pub type Place<'a> = (usize, usize, &'a [u8]);

/// Writes a file of terms, which are in order.
pub fn write_terms(terms: &[Term]) -> Vec<u8> {
    let mut out = Vec::new();
    put_number(&mut out, terms.len() as u32);
    let mut before = "";
    for one in terms {
        put_front_coded(&mut out, before, one.term);
        put_number(&mut out, one.count);
        let all = one.kept == one.count;
        put_number(&mut out, if all { 0 } else { one.kept + 1 });
        put_number(&mut out, one.postings.len() as u32);
        before = one.term;
    }
    for one in terms {
        out.extend_from_slice(&one.postings);
    }
    out
}

/// Looks for a term; `None` inside where the file does not have the term, outside
/// where the file cannot be read.
pub fn find_term<'a>(body: &'a [u8], wanted: &str) -> Option<Option<Place<'a>>> {
    let mut reader = Reader(body);
    let mut term = String::new();
    let mut at = 0usize;
    let mut found = None;
    for _ in 0..reader.number()? {
        reader.front_coded(&mut term)?;
        let count = reader.number()? as usize;
        let kept = (reader.number()? as usize).checked_sub(1).unwrap_or(count);
        let length = reader.number()? as usize;
        if term == wanted {
            found = Some((count, kept, at, length));
        }
        at = at.checked_add(length)?;
    }
    let Some((count, kept, at, length)) = found else {
        return Some(None);
    };
    let postings = reader.0.get(at..at.checked_add(length)?)?;
    Some(Some((count, kept, postings)))
}

/// Writes words in order, each with the logarithm of how many articles have it.
pub fn write_words(words: &[(String, u32)]) -> Vec<u8> {
    let mut out = Vec::new();
    put_number(&mut out, words.len() as u32);
    let mut before = "";
    for (word, count) in words {
        put_front_coded(&mut out, before, word);
        out.push(count.max(&1).ilog2() as u8);
        before = word;
    }
    out
}

/// Gives each word of such a file with that logarithm; `None` where the file cannot be read.
pub fn each_word(body: &[u8], give: &mut dyn FnMut(&str, u8)) -> Option<()> {
    let mut reader = Reader(body);
    let mut word = String::new();
    for _ in 0..reader.number()? {
        reader.front_coded(&mut word)?;
        give(&word, reader.byte()?);
    }
    Some(())
}

/// Writes articles as results show them.
pub fn write_cards(cards: &[Card]) -> Vec<u8> {
    let mut out = Vec::new();
    put_number(&mut out, cards.len() as u32);
    cards.iter().for_each(|card| card.write(&mut out));
    out
}

/// The articles of such a file.
pub fn read_cards(body: &[u8]) -> Option<Vec<Card<'_>>> {
    let mut reader = Reader(body);
    (0..reader.number()?)
        .map(|_| Card::read(&mut reader))
        .collect()
}
