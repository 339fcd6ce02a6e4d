//! Clauses without a finite verb: `installed`, `not present`, `using a modem`, `no faults found`,
//! `Drive=Z`.
//!
//! ```text
//! elliptic = ["not"] ["already"] (equation | doing | state | passive)
//! equation = name "=" value
//! doing    = verb in "-ing" ..
//! state    = ("present" | "missing" | "empty" | "on" .. | participle) ..        said of what the action is done to
//! passive  = ["no" | "none" | "nothing"] noun participle
//! reader   = ["not"] ["already"] ("able" | "unable" | "sure" | "finished" | "prompted" | "logged" ..) ..
//! ```

use super::classes::*;
use super::turn::{Statement, sentence};
use super::words::{Word, inside, is_instruction, split, trimmed};
use crate::language::verbs::{Form, is_participle, reading};

/// The question and whether it is the opposite of the clause; `action` lends the subject.
pub(super) fn ask(words: &[Word], action: &str) -> Option<(String, bool)> {
    let (denied, words) = match words.split_first() {
        Some((first, rest)) if first.is_one_of(&["not"]) => (true, rest),
        _ => (false, words),
    };
    let already = usize::from(words.len() > 1 && words.first()?.is_one_of(&["already", "still"]));
    let words = words.get(already..)?;
    let first = words.first()?;
    if let Some(question) = equation(words) {
        return Some((question, denied));
    }
    if is_doing(first, words.len()) {
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

/// `unsure which to use`, `prompted to restart`: what only a reader can be.
pub(super) fn of_reader(words: &[Word]) -> Option<(String, bool)> {
    if matches!(words, [first, second] if first.is_one_of(&["in"]) && second.is_one_of(&["doubt"]))
    {
        return Some(("Are you in doubt?".to_string(), false));
    }
    let skipped = words
        .iter()
        .take(2)
        .take_while(|word| word.is_one_of(&["not", "already"]))
        .count();
    let not = words.first()?.is_one_of(&["not"]);
    let (first, rest) = words.get(skipped..)?.split_first()?;
    let (state, denied) = match first.low.as_str() {
        "unable" => ("able", !not),
        "logged" | "connected" if !rest.is_empty() => (first.text.as_str(), not),
        "able" | "sure" | "unsure" | "uncertain" | "ready" | "finished" | "done" | "prompted"
        | "asked" => (first.text.as_str(), not),
        _ => return None,
    };
    let text = format!("Are you {state} {}", trimmed(rest));
    Some((sentence(text.trim_end()), denied))
}

/// `Name=Value`, `Name = Value`.
fn equation(words: &[Word]) -> Option<String> {
    let (name, value) = match words {
        [word] => word.text.split_once('=')?,
        [name, sign, value] if sign.text == "=" => (name.text.as_str(), value.text.as_str()),
        _ => return None,
    };
    let whole = !name.is_empty() && !value.is_empty() && !value.contains('=');
    whole.then(|| sentence(&format!("Is {name} set to {value}")))
}

/// A form in `-ing` with something behind it, of a verb in the list or not.
fn is_doing(word: &Word, length: usize) -> bool {
    let known = matches!(reading(&word.low), Some((_, Form::Ing)));
    let likely = length > 1
        && word.low.len() > 5
        && word.low.ends_with("ing")
        && !word.low.ends_with("thing");
    !word.fixed
        && (known || likely && !word.is_one_of(&["string", "during", "following", "according"]))
}

fn is_state(word: &Word) -> bool {
    let states = [
        "present",
        "successful",
        "available",
        "missing",
        "enabled",
        "true",
        "necessary",
        "empty",
        "on",
        "off",
        "visible",
        "active",
        "unavailable",
        "correct",
        "incorrect",
        "different",
        "absent",
        "closed",
        "ready",
    ];
    word.is_one_of(&states) || (!word.fixed && !word.is_capital() && is_participle(&word.low))
}

/// The state of what the action is done to: `installed`, `remove the driver`.
fn of_object(words: &[Word], action: &str) -> Option<String> {
    let object = noun_of(action).unwrap_or_else(|| vec![Word::new("it")]);
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

/// What the action is done to, or what it is said of.
fn noun_of(action: &str) -> Option<Vec<Word>> {
    let words = split(action);
    if is_instruction(&words) {
        return object_of(&words);
    }
    let subject = Statement::read(&words)?.subject;
    let short = subject.len() <= 8 && !subject.iter().any(|word| word.is_one_of(PRONOUNS));
    short.then_some(subject)
}

/// The noun phrase behind the verb of an instruction.
fn object_of(words: &[Word]) -> Option<Vec<Word>> {
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

/// Whether the clause starts with a form in `-ing` and what looks like its verb is most likely a participle:
/// `copying a disk using Setup supplied tools`.
pub(super) fn is_activity(words: &[Word], verb: usize) -> bool {
    let form = |word: &Word| reading(&word.low).map(|(_, form)| form);
    let starts = words
        .first()
        .is_some_and(|word| form(word) == Some(Form::Ing));
    let unsure = |word: &Word| matches!(form(word), Some(Form::PastOrParticiple | Form::Base));
    starts
        && words
            .get(verb)
            .is_some_and(|word| unsure(word) && !is_auxiliary(word))
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
                "not already installed",
                "add the Fax program",
                "Is the Fax program installed?",
                true,
            ),
            (
                "visible",
                "click the Fax window",
                "Is the Fax window visible?",
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
            ("Drive = Z", "stop", "Is Drive set to Z?", false),
            (
                "frobnicating a disk",
                "stop",
                "Are you frobnicating a disk?",
                false,
            ),
            ("used twice", "stop", "Is it used twice?", false),
            ("not successful", "stop", "Is it successful?", true),
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

    #[test]
    fn asks_of_readers() {
        let table = [
            ("unable to dial", "Are you able to dial?", true),
            ("not unable to dial", "Are you able to dial?", false),
            ("not sure which", "Are you sure which?", true),
            ("not already logged on", "Are you logged on?", true),
            ("in doubt", "Are you in doubt?", false),
        ];
        for (clause, question, opposite) in table {
            let wanted = Some((question.to_string(), opposite));
            assert_eq!(of_reader(&split(clause)), wanted, "{clause}");
        }
        assert_eq!(of_reader(&split("not full")), None);
        assert_eq!(of_reader(&split("not")), None);
        assert_eq!(of_reader(&[]), None);
    }
}
