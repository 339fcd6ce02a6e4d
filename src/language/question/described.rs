//! Gives a bare `the check box` the name that the text beside it has for it: `the Zoom check box`.
//!
//! ```text
//! bare = ("the" | "this") word{1..2} verb ..                no capital among them
//! name = "the" (capital | number | "or" | "by"){1..} noun   the only one in the sentence before, else in the action
//! kind = ("the" | "a" | "your") word{1..} noun              for `this`: the sentence before names the noun once
//! ```

use super::classes::*;
use super::finder::find;
use super::words::{Word, inside, split};

/// The longest name that is taken over.
const LONGEST: usize = 7;

/// The clause with its short subject named in full, where the action or the sentence before names one
/// such thing.
pub(super) fn named(words: &[Word], action: &str, before: Option<&str>) -> Vec<Word> {
    full(words, action, before).unwrap_or_else(|| words.to_vec())
}

fn full(words: &[Word], action: &str, before: Option<&str>) -> Option<Vec<Word>> {
    let verb = find(words)?;
    let (subject, rest) = words.split_at(verb.min(words.len()));
    let (first, noun) = subject.split_first()?;
    let bare = noun.len() <= 2 && !noun.is_empty() && !noun.iter().any(Word::is_capital);
    if !bare || !first.is_one_of(&["the", "this"]) {
        return None;
    }
    let name = [before.unwrap_or(""), action]
        .into_iter()
        .find_map(|text| name_in(&split(text), noun))
        .or_else(|| first.is_one_of(&["this"]).then(|| kind_in(before?, noun))?)?;
    Some(
        inside(&name)
            .into_iter()
            .chain(rest.iter().cloned())
            .collect(),
    )
}

/// The one phrase from `the` to the noun that has a name between them.
fn name_in(text: &[Word], noun: &[Word]) -> Option<Vec<Word>> {
    let mut found = None;
    let mut article = None;
    for (at, word) in text.iter().enumerate() {
        if word.is_one_of(&["the"]) {
            article = Some(at);
        } else if breaks(word) {
            article = None;
        }
        let phrase = article.and_then(|from| text.get(from..at + noun.len()));
        let Some(phrase) = phrase.filter(|phrase| names(phrase, noun)) else {
            continue;
        };
        if found.is_some() {
            return None;
        }
        found = Some(phrase.to_vec());
        article = None;
    }
    found.map(without_stop)
}

fn breaks(word: &Word) -> bool {
    word.is_one_of(PREPOSITIONS)
        || word.is_one_of(RELATIVES)
        || is_auxiliary(word)
        || word.ends_part()
}

/// Whether the phrase ends in the noun and has a capital in front of it.
fn names(phrase: &[Word], noun: &[Word]) -> bool {
    let longer = phrase.len() > noun.len() + 1 && phrase.len() <= LONGEST;
    let same = phrase
        .iter()
        .rev()
        .zip(noun.iter().rev())
        .all(|(one, other)| one.low == other.low);
    let name = phrase.get(1..phrase.len().saturating_sub(noun.len()));
    longer
        && same
        && name.is_some_and(|name| {
            name.iter().all(|word| {
                word.text.starts_with(char::is_uppercase)
                    || word.is_one_of(&["or", "by"])
                    || word.low.starts_with(|c: char| c.is_ascii_digit())
            })
        })
}

/// The one phrase of the sentence before that tells of what kind the noun is: `the fast start option`.
fn kind_in(before: &str, noun: &[Word]) -> Option<Vec<Word>> {
    let text = split(before);
    let last = noun.last()?;
    let mut ends = text
        .iter()
        .enumerate()
        .filter(|(_, word)| word.low == last.low);
    let (end, _) = ends.next().filter(|_| ends.next().is_none())?;
    let from = text.get(..end)?.iter().rposition(|word| {
        word.is_one_of(DETERMINERS)
            || breaks(word)
            || word.is_one_of(COORDINATORS)
            || is_adverb(word)
    })?;
    let phrase = text.get(from..=end)?;
    let told = text.get(from)?.is_one_of(ARTICLES)
        && phrase.len() > noun.len() + 1
        && phrase.len() <= LONGEST
        && !phrase
            .iter()
            .any(|word| word.is_one_of(&["following", "same", "new", "other", "above"]));
    let mut phrase = told.then(|| phrase.to_vec())?;
    if let Some(first) = phrase
        .first_mut()
        .filter(|first| first.is_one_of(&["a", "an"]))
    {
        *first = Word::new("the");
    }
    Some(without_stop(phrase))
}

fn without_stop(mut name: Vec<Word>) -> Vec<Word> {
    if let Some(last) = name.last_mut() {
        last.text = last.text.trim_end_matches([',', '.', ';', ':']).to_string();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::super::words::join;
    use super::*;

    #[test]
    fn names_in_full() {
        let before = Some("Look at the Zoom Slowly check box.");
        let table = [
            (
                "the check box is clear",
                "stop",
                before,
                "the Zoom Slowly check box is clear",
            ),
            (
                "the check box is clear",
                "select the Zoom Slowly check box",
                None,
                "the Zoom Slowly check box is clear",
            ),
            (
                "the check box is clear",
                "stop",
                None,
                "the check box is clear",
            ),
            (
                "the check box is clear",
                "stop",
                Some("Look at the Zoom check box and at the Pan check box."),
                "the check box is clear",
            ),
            (
                "the Pan check box is clear",
                "stop",
                before,
                "the Pan check box is clear",
            ),
            (
                "the file is empty",
                "open the .CFG file",
                None,
                "the file is empty",
            ),
            ("the list is empty", "stop", before, "the list is empty"),
            (
                "this option is off",
                "stop",
                Some("Setup has a fast start option."),
                "the fast start option is off",
            ),
            (
                "this option is off",
                "stop",
                Some("The first option and the second option matter."),
                "this option is off",
            ),
        ];
        for (clause, action, before, wanted) in table {
            assert_eq!(join(&named(&split(clause), action, before)), wanted);
        }
    }
}
