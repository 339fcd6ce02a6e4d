//! A label of a few words for what a condition is about.
//!
//! ```text
//! topic = head of the subject | head of what is behind the verb | first four words
//! head  = name {word}       up to a small word, a participle, a parenthesis or a comma
//! name  = word that is neither small nor a verb
//! ```
//! Of more than four words the last four are kept, of a name in capitals the first.

use super::classes::*;
use super::finder::find;
use super::words::{Word, capitalized, trimmed};
use crate::language::verbs::{Form, is_noun_too, reading};

const LONGEST: usize = 4;

/// The label: the clause's subject, or what the reader does or has.
pub(super) fn of(words: &[Word]) -> String {
    let verb = find(words).unwrap_or(0);
    let subject = head(words.get(..verb).unwrap_or(&[]));
    let label = subject
        .or_else(|| head(words.get(verb + 1..).unwrap_or(&[])))
        .unwrap_or_else(|| words.iter().take(LONGEST).cloned().collect());
    let label = trimmed(&label);
    capitalized(label.trim_matches(['"', '\u{201c}', '\u{201d}']))
}

/// The first noun phrase: from its first word that is neither a small word nor a verb, to where
/// another phrase begins.
fn head(words: &[Word]) -> Option<Vec<Word>> {
    let start = (0..words.len()).find(|at| is_name(words, *at))?;
    let noun = words.get(start..)?;
    let mut label: Vec<Word> = noun.iter().take(1).cloned().collect();
    let mut open = noun.first().is_some_and(|word| !word.ends_part());
    for word in noun.iter().skip(1).take_while(|word| !ends_name(word)) {
        if !open {
            break;
        }
        open = !word.ends_part();
        label.push(word.clone());
    }
    Some(short(label)).filter(|label| !label.is_empty())
}

fn ends_name(word: &Word) -> bool {
    let participle = matches!(
        reading(&word.low),
        Some((_, Form::Ing | Form::Participle | Form::PastOrParticiple))
    );
    word.text.starts_with('(') || is_small(word) || (participle && !word.is_capital())
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

/// Whether the word may start a name: it is no small word and no verb.
fn is_name(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let behind_to = before.is_some_and(|word| word.is_one_of(&["to", "and", "or"]));
    let Some(word) = words.get(at).filter(|word| !is_small(word)) else {
        return false;
    };
    let verb = match reading(&word.low) {
        Some((base, form)) => {
            !is_noun_too(base)
                || (behind_to && form == Form::Base)
                || (at == 0 && form == Form::Ing)
        }
        None => false,
    };
    word.fixed || word.is_capital() && at > 0 || !verb
}

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn labels() {
        let table = [
            ("a Web link points to the host", "Web link"),
            ("the Colour mode is set to None", "Colour mode"),
            ("you want to restart the computer", "Computer"),
            ("you want to view or print the list", "List"),
            ("you type \"dir\" (without the marks)", "Dir"),
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
