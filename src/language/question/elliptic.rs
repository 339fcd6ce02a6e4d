//! Clauses without a finite verb: `installed`, `not present`, `using a modem`, `no faults found`,
//! `Drive=Z`.

use super::classes::*;
use super::turn::sentence;
use super::words::{Word, inside, trimmed};
use crate::language::verbs::{Form, is_participle, reading};

/// The question and whether it is the opposite of the clause; `action` lends the subject.
pub(super) fn ask(words: &[Word], action: &str) -> Option<(String, bool)> {
    let (denied, words) = match words.split_first() {
        Some((first, rest)) if first.is_one_of(&["not"]) => (true, rest),
        _ => (false, words),
    };
    let first = words.first()?;
    if let Some(question) = equation(words) {
        return Some((question, denied));
    }
    if !first.fixed && matches!(reading(&first.low), Some((_, Form::Ing))) {
        return Some((
            sentence(&format!("Are you {}", trimmed(&inside(words)))),
            denied,
        ));
    }
    if is_state(first) {
        return of_object(words, action).map(|question| (question, denied));
    }
    passive(words).map(|(question, opposite)| (question, opposite != denied))
}

/// `Name=Value`.
fn equation(words: &[Word]) -> Option<String> {
    let [word] = words else { return None };
    let (name, value) = word.text.split_once('=')?;
    let whole = !name.is_empty() && !value.is_empty() && !value.contains('=');
    whole.then(|| sentence(&format!("Is {name} set to {value}")))
}

fn is_state(word: &Word) -> bool {
    let states = [
        "present",
        "available",
        "missing",
        "enabled",
        "true",
        "necessary",
        "empty",
        "on",
        "off",
    ];
    word.is_one_of(&states) || (!word.fixed && !word.is_capital() && is_participle(&word.low))
}

/// The state of what the action is done to: `installed`, `remove the driver`.
fn of_object(words: &[Word], action: &str) -> Option<String> {
    let object = object_of(action)?;
    let found = words.first().is_some_and(|word| word.is_one_of(&["found"]));
    if found && words.len() == 1 {
        return Some(sentence(&format!("Did you find {}", trimmed(&object))));
    }
    let verb = if object.last().is_some_and(looks_plural) {
        "Are"
    } else {
        "Is"
    };
    Some(sentence(&format!(
        "{verb} {} {}",
        trimmed(&object),
        trimmed(words)
    )))
}

/// The noun phrase behind the verb of an instruction.
fn object_of(action: &str) -> Option<Vec<Word>> {
    let words = super::words::split(action);
    let behind = words.get(1..).filter(|rest| !rest.is_empty())?;
    let from = behind
        .iter()
        .position(|word| word.is_one_of(DETERMINERS) || word.is_capital() || word.fixed)?;
    let noun = behind.get(from..)?;
    let ends = |word: &Word| {
        word.is_one_of(PREPOSITIONS) || word.is_one_of(COORDINATORS) || word.is_one_of(RELATIVES)
    };
    let mut length = 0;
    for word in noun.iter().take_while(|word| !ends(word)).take(8) {
        length += 1;
        if word.ends_part() || word.text.ends_with('.') {
            break;
        }
    }
    noun.get(..length)
        .filter(|noun| !noun.is_empty())
        .map(inside)
}

/// `no faults found`: a noun and its participle.
fn passive(words: &[Word]) -> Option<(String, bool)> {
    let (last, noun) = words.split_last()?;
    let noun_end = noun.last()?;
    if last.fixed || last.is_capital() || !is_participle(&last.low) {
        return None;
    }
    let (noun, denied) = positive(noun);
    let verb = if looks_plural(noun_end) {
        "Were"
    } else {
        "Was"
    };
    Some((
        sentence(&format!(
            "{verb} {} {}",
            trimmed(&inside(&noun)),
            trimmed(words.get(words.len() - 1..)?)
        )),
        denied,
    ))
}

fn positive(noun: &[Word]) -> (Vec<Word>, bool) {
    let by = match noun.first().map(|word| word.low.as_str()) {
        Some("no" | "none") => "any",
        Some("nothing") => "anything",
        _ => return (noun.to_vec(), false),
    };
    let rest = noun.get(1..).unwrap_or(&[]);
    (
        std::iter::once(Word::new(by))
            .chain(rest.iter().cloned())
            .collect(),
        true,
    )
}

/// Whether a clause is a noun and a participle that the search for a verb may take for its past tense.
pub(super) fn is_passive(words: &[Word], verb: usize) -> bool {
    let Some(word) = words.get(verb).filter(|_| verb + 1 == words.len()) else {
        return false;
    };
    is_participle(&word.low)
        && !matches!(reading(&word.low), Some((base, _)) if base == word.low || INTRANSITIVE.contains(&base))
        && !words.first().is_some_and(|word| word.is_one_of(PRONOUNS))
}

const INTRANSITIVE: &[&str] = &[
    "appear",
    "begin",
    "change",
    "complete",
    "continue",
    "crash",
    "disappear",
    "end",
    "exit",
    "expire",
    "fail",
    "finish",
    "happen",
    "hang",
    "increase",
    "load",
    "occur",
    "open",
    "pass",
    "persist",
    "recur",
    "respond",
    "restart",
    "resume",
    "return",
    "run",
    "start",
    "stop",
    "succeed",
    "terminate",
    "work",
    "close",
];

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn asks_of_elliptic_clauses() {
        let table = [
            (
                "installed",
                "remove the old driver",
                "Is the old driver installed?",
                false,
            ),
            (
                "not present",
                "add the Size value to the key",
                "Is the Size value present?",
                true,
            ),
            (
                "found",
                "delete the log files",
                "Did you find the log files?",
                false,
            ),
            (
                "using a modem",
                "dial again",
                "Are you using a modem?",
                false,
            ),
            ("no faults found", "stop", "Were any faults found?", true),
            ("nothing found", "stop", "Was anything found?", true),
            ("Drive=Z", "stop", "Is Drive set to Z?", false),
        ];
        for (clause, action, question, opposite) in table {
            assert_eq!(
                ask(&split(clause), action),
                Some((question.to_string(), opposite)),
                "{clause}"
            );
        }
        assert_eq!(ask(&split("the green light"), "stop"), None);
        assert_eq!(ask(&[], ""), None);
    }
}
