//! What the reader does to a thing, asked as the state that the thing is in: `you disable the cache`
//! is `Is the cache disabled?`, which can be answered at any time.
//!
//! ```text
//! deed  = "you" verb [("or" | "and") verb] thing [tail]
//! verb  = "disable" | "enable" | "lock" | "pause" | "set" | "stop"
//! thing = (determiner | capital) word.. | word       up to "to", or for another verb than `set` a preposition but "of"
//! tail  = what is left, not a conjunction
//! ```

use super::classes::*;
use super::turn::{Statement, sentence};
use super::words::{Word, trimmed};

/// Verbs whose participle names the state that they leave behind.
const STATES: &[(&str, &str)] = &[
    ("disable", "disabled"),
    ("enable", "enabled"),
    ("lock", "locked"),
    ("pause", "paused"),
    ("set", "set"),
    ("stop", "stopped"),
];

/// The question about the state, for a statement `you disable X`, `you stop or disable X`.
pub(super) fn ask(statement: &Statement) -> Option<String> {
    let by_reader = statement.subject.len() == 1 && statement.subject.first()?.is_one_of(&["you"]);
    if !by_reader || statement.auxiliary != "do" {
        return None;
    }
    let (state, object) = state_and_object(&statement.rest)?;
    let (noun, tail) = object.split_at(noun_length(object, &state));
    if tail
        .first()
        .is_some_and(|word| word.is_one_of(COORDINATORS))
    {
        return None;
    }
    let verb = if noun.last().is_some_and(looks_plural) {
        "Are"
    } else {
        "Is"
    };
    let noun = trimmed(&definite(noun));
    let text = format!("{verb} {noun} {state} {}", trimmed(tail));
    Some(sentence(text.trim_end()))
}

fn state_and_object(rest: &[Word]) -> Option<(String, &[Word])> {
    let first = participle(rest.first()?)?;
    let joined = rest.get(1).filter(|word| word.is_one_of(&["or", "and"]));
    let (state, object) = match (joined, rest.get(2).and_then(participle)) {
        (Some(word), Some(second)) => (format!("{first} {} {second}", word.low), rest.get(3..)?),
        _ => (first.to_string(), rest.get(1..)?),
    };
    let starts = object.len() == 1
        || object
            .first()
            .is_some_and(|word| word.is_one_of(DETERMINERS) || word.is_capital());
    starts.then_some((state, object))
}

fn participle(word: &Word) -> Option<&'static str> {
    let pair = STATES.iter().find(|(base, _)| word.is_one_of(&[base]))?;
    Some(pair.1)
}

/// How many words name the thing: all before the value for `set … to`, else all before a preposition other than `of`.
fn noun_length(object: &[Word], state: &str) -> usize {
    let ends = |word: &Word| {
        word.is_one_of(&["to"])
            || (state != "set" && word.is_one_of(PREPOSITIONS) && !word.is_one_of(&["of"]))
            || word.is_one_of(COORDINATORS)
            || word.is_one_of(SUBORDINATORS)
            || word.is_one_of(RELATIVES)
    };
    object.iter().take_while(|word| !ends(word)).count()
}

fn definite(noun: &[Word]) -> Vec<Word> {
    let mut noun = noun.to_vec();
    if let Some(first) = noun.first_mut().filter(|word| word.is_one_of(&["a", "an"])) {
        *first = Word::new("the");
    }
    noun
}

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn asks_for_the_state() {
        let table = [
            ("you disable the cache", Some("Is the cache disabled?")),
            (
                "you stop or pause a print queue",
                Some("Is the print queue stopped or paused?"),
            ),
            (
                "you set the size of the cache to 0",
                Some("Is the size of the cache set to 0?"),
            ),
            ("you enable logging", Some("Is logging enabled?")),
            ("you enable macros in the editor", None),
            (
                "you enable the macros in the editor",
                Some("Are the macros enabled in the editor?"),
            ),
            ("you enable the cache or the log", None),
            ("you removed the cache", None),
            ("Setup stops the service", None),
        ];
        for (clause, question) in table {
            let statement = Statement::read(&split(clause)).unwrap();
            assert_eq!(ask(&statement).as_deref(), question, "{clause}");
        }
    }
}
