//! Puts the noun in the place of `it` and `they`, where the sentence before leaves no doubt.

use super::classes::*;
use super::finder::find;
use super::words::{Word, inside, split};

/// The longest noun phrase that takes a pronoun's place.
const LONGEST: usize = 7;

/// The clause with its subject `it`, `they`, `this` or `these` named.
pub(super) fn named(words: &[Word], before: Option<&str>) -> Vec<Word> {
    noun_for(words, before)
        .map(|noun| {
            noun.into_iter()
                .chain(words.iter().skip(1).cloned())
                .collect()
        })
        .unwrap_or_else(|| words.to_vec())
}

fn noun_for(words: &[Word], before: Option<&str>) -> Option<Vec<Word>> {
    let subject = words
        .first()
        .filter(|word| word.is_one_of(&["it", "they"]))?;
    // `it is possible to`, `it takes`, `it appears that` point at nothing.
    if words
        .iter()
        .take(6)
        .any(|word| word.is_one_of(&["possible", "necessary", "takes", "appears", "seems", "that"]))
    {
        return None;
    }
    let before = split(before?);
    let noun = subject_of(&before).or_else(|| object_of(&before))?;
    let plural = noun.last().is_some_and(looks_plural);
    (plural == subject.is_one_of(&["they"])).then_some(noun)
}

/// The subject of a statement.
fn subject_of(before: &[Word]) -> Option<Vec<Word>> {
    let first = before.first()?;
    if !first.is_one_of(DETERMINERS) {
        return None;
    }
    plain(before.get(..find(before)?)?)
}

/// The only noun phrase with an article behind the verb of an instruction.
fn object_of(before: &[Word]) -> Option<Vec<Word>> {
    let articles = |word: &&Word| word.is_one_of(&["the", "your", "a", "an"]);
    let start = before.iter().position(|word| articles(&word))?;
    let noun = before.get(start..)?;
    let ends = |word: &Word| {
        word.is_one_of(PREPOSITIONS)
            || word.is_one_of(COORDINATORS)
            || word.is_one_of(RELATIVES)
            || is_auxiliary(word)
            || is_adverb(word)
    };
    let length = noun.iter().take_while(|word| !ends(word)).count();
    let noun = noun.get(..length)?;
    let inner_end = noun
        .iter()
        .position(|word| word.text.ends_with([',', '.', ';', ':', ')']));
    plain(noun.get(..inner_end.map_or(length, |at| at + 1))?)
}

/// A short phrase that holds no other, without the full stop at its end.
fn plain(noun: &[Word]) -> Option<Vec<Word>> {
    let nested = noun.iter().skip(1).any(|word| {
        word.is_one_of(PREPOSITIONS)
            || word.is_one_of(COORDINATORS)
            || word.is_one_of(RELATIVES)
            || word.ends_part() && Some(word) != noun.last()
    });
    if nested || noun.len() < 2 || noun.len() > LONGEST {
        return None;
    }
    let mut noun = inside(noun);
    if let Some(last) = noun.last_mut() {
        last.text = last.text.trim_end_matches([',', '.', ';', ':']).to_string();
    }
    if let Some(first) = noun.first_mut().filter(|word| word.is_one_of(&["a", "an"])) {
        *first = Word::new("the");
    }
    Some(noun)
}

#[cfg(test)]
mod tests {
    use super::super::words::join;
    use super::*;

    #[test]
    fn names_what_it_is() {
        let table = [
            ("it is full", Some("Look at the disk."), "the disk is full"),
            (
                "it is full",
                Some("The old disk makes a noise."),
                "the old disk is full",
            ),
            (
                "they are full",
                Some("Look at the disks."),
                "the disks are full",
            ),
            ("they are full", Some("Look at the disk."), "they are full"),
            (
                "it is possible to dial",
                Some("Look at the disk."),
                "it is possible to dial",
            ),
            ("it is full", None, "it is full"),
            ("you see it", Some("Look at the disk."), "you see it"),
        ];
        for (clause, before, wanted) in table {
            assert_eq!(join(&named(&split(clause), before)), wanted);
        }
    }
}
