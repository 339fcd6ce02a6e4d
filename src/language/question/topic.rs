//! A label of a few words for what a condition is about.

use super::classes::*;
use super::finder::find;
use super::words::{Word, capitalized, trimmed};
use crate::language::verbs::{is_noun_too, reading};

const LONGEST: usize = 4;

/// The label: the clause's subject, or what the reader does or has.
pub(super) fn of(words: &[Word]) -> String {
    let verb = find(words).unwrap_or(0);
    let subject = head(words.get(..verb).unwrap_or(&[]));
    let label = subject
        .or_else(|| head(words.get(verb..).unwrap_or(&[])))
        .unwrap_or_else(|| words.iter().take(LONGEST).cloned().collect());
    capitalized(&trimmed(&label))
}

/// The first noun phrase: from its first word that is neither a small word nor a verb, to where
/// another phrase begins.
fn head(words: &[Word]) -> Option<Vec<Word>> {
    let start = words
        .iter()
        .position(|word| !is_small(word) && !is_verb(word))?;
    let ends = |word: &&Word| {
        word.is_one_of(PREPOSITIONS)
            || word.is_one_of(COORDINATORS)
            || word.is_one_of(RELATIVES)
            || word.is_one_of(SUBORDINATORS)
            || word.is_one_of(PRONOUNS)
            || word.is_one_of(DETERMINERS)
            || is_auxiliary(word)
    };
    let noun = words.get(start..)?;
    let mut label: Vec<Word> = Vec::new();
    for word in noun.iter().take_while(|word| !ends(word)) {
        label.push(word.clone());
        if word.ends_part() {
            break;
        }
    }
    Some(short(label)).filter(|label| !label.is_empty())
}

/// A long name keeps its end, which says what kind of thing it is, unless its start is a name.
fn short(label: Vec<Word>) -> Vec<Word> {
    let extra = label.len().saturating_sub(LONGEST);
    let named = label.iter().take(2).all(Word::is_capital);
    if named {
        return label.into_iter().take(LONGEST).collect();
    }
    label.into_iter().skip(extra).collect()
}

fn is_small(word: &Word) -> bool {
    let lists = [
        DETERMINERS,
        PRONOUNS,
        PREPOSITIONS,
        SUBORDINATORS,
        COORDINATORS,
        &[
            "following",
            "been",
            "be",
            "prompted",
            "able",
            "unable",
            "being",
        ],
    ];
    lists.iter().any(|list| word.is_one_of(list)) || is_adverb(word) || is_auxiliary(word)
}

fn is_verb(word: &Word) -> bool {
    let base = reading(&word.low).map(|(base, _)| base);
    !word.fixed
        && !word.is_capital()
        && base.is_some_and(|base| {
            !is_noun_too(base)
                || [
                    "use", "want", "need", "run", "install", "plan", "click", "start",
                ]
                .contains(&base)
        })
}

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn labels() {
        let table = [
            ("an MX record points to the host", "MX record"),
            ("the Transfer mode is set to None", "Transfer mode"),
            ("you want to restart the computer", "Computer"),
            ("you are running Windows NT 4.0", "Windows NT 4.0"),
            ("On Windows NT 4.0", "Windows NT 4.0"),
            ("there are no disks", "Disks"),
            ("it is", "It is"),
            ("", ""),
        ];
        for (clause, label) in table {
            assert_eq!(of(&split(clause)), label, "{clause}");
        }
    }
}
