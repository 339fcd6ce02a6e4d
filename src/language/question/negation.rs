//! Takes the negation out of a statement, so that a condition and its opposite ask the same.
//!
//! ```text
//! negation = verb {adverb} ("not" | "never" | "no" "longer")                  but "not" "only"
//!          | ("no" | "none" | "nothing" | "nobody" | "neither" | "not") rest of the subject
//!          | [verb] ("no" | "nothing" | "none") object
//!          | {adverb} "unable" "to" ..
//!          | "fails" "to" base ..                                            not `only`, `all`, `some` .. fail
//! ```

use super::classes::*;
use super::finder::skip_adverbs;
use super::turn::Statement;
use super::words::Word;
use crate::language::verbs::reading;

/// Takes every negation out of the statement's own verb, subject and object; two cancel out.
pub(super) fn take_out(statement: &mut Statement) {
    for rule in [adverb, subject, object, unable, fails] {
        if rule(statement) {
            statement.negated = !statement.negated;
        }
    }
}

/// `not`, `never`, `no longer` beside the verb.
fn adverb(statement: &mut Statement) -> bool {
    let rest = &mut statement.rest;
    let end = (skip_adverbs(rest, 0) + 1).min(rest.len());
    if let Some(at) = position(rest, end, &["no"]).filter(|at| is_at(rest, at + 1, "longer")) {
        rest.remove(at);
        put(rest, at, "still");
        return true;
    }
    if let Some(at) = position(rest, end, &["never"]) {
        put(rest, at, "ever");
        return true;
    }
    let Some(at) = position(rest, end, &["not"]) else {
        return false;
    };
    if is_at(rest, at + 1, "only") {
        return false;
    }
    rest.remove(at);
    drop_still(rest);
    true
}

/// `still cannot` is the opposite of `can`; `not yet` of the plain perfect.
fn drop_still(rest: &mut Vec<Word>) {
    let end = skip_adverbs(rest, 0);
    if let Some(at) = position(rest, end, &["still", "yet", "even"]) {
        rest.remove(at);
    }
    if rest.last().is_some_and(|word| word.is_one_of(&["yet"])) {
        rest.pop();
    }
}

/// `no issues`, `none of the disks`, `nothing`, `neither X nor Y`, `not all`.
fn subject(statement: &mut Statement) -> bool {
    let subject = &mut statement.subject;
    let Some(first) = subject.first() else {
        return false;
    };
    let by = match first.low.as_str() {
        _ if first.fixed => return false,
        "no" | "none" => "any",
        "nothing" => "anything",
        "nobody" => "anybody",
        "neither" => "either",
        "not" if subject.len() > 1 => {
            subject.remove(0);
            return true;
        }
        _ => return false,
    };
    put(subject, 0, by);
    for word in subject.iter_mut().filter(|word| word.is_one_of(&["nor"])) {
        *word = word.replaced("or");
    }
    true
}

/// `have no need`, `there is no disk`, `see nothing`.
fn object(statement: &mut Statement) -> bool {
    let existence = statement
        .subject
        .first()
        .is_some_and(|word| word.is_one_of(&["there"]));
    let singular = matches!(statement.auxiliary.as_str(), "is" | "was");
    let rest = &mut statement.rest;
    let Some(at) = position(rest, 2, &["no", "nothing", "none"]) else {
        return false;
    };
    if rest.get(at).is_some_and(Word::is_capital) {
        return false; // `you click No`
    }
    let behind_verb = at == 0
        || rest
            .first()
            .is_some_and(|word| reading(&word.low).is_some());
    if !behind_verb || is_at(rest, at + 1, "longer") {
        return false;
    }
    let noun = rest.get(at + 1).cloned();
    let by = match rest.get(at).map(|word| word.low.as_str()) {
        Some("nothing") => "anything",
        Some("no") if existence && singular => article(noun.as_ref()),
        _ => "any",
    };
    put(rest, at, by);
    further(rest, at);
    need(rest);
    true
}

/// `no fax and no modem` denies both: `any fax or any modem`.
fn further(rest: &mut [Word], from: usize) {
    for at in from + 2..rest.len() {
        let joined = rest
            .get(at - 1)
            .is_some_and(|word| word.is_one_of(&["and", "or", "nor"]));
        if joined && is_at(rest, at, "no") {
            put(rest, at - 1, "or");
            put(rest, at, "any");
        }
    }
}

/// `have any need for X` is said shorter: `need X`.
fn need(rest: &mut Vec<Word>) {
    let lows: Vec<&str> = rest.iter().take(4).map(|word| word.low.as_str()).collect();
    if matches!(lows[..], ["have", "any", "need", "for" | "of"]) {
        rest.drain(..2);
        rest.remove(1);
    }
}

fn article(noun: Option<&Word>) -> &'static str {
    match noun {
        Some(noun) if looks_plural(noun) => "any",
        Some(noun) if noun.low.starts_with(['a', 'e', 'i', 'o', 'u']) => "an",
        _ => "a",
    }
}

/// `are unable to connect` is the opposite of `are able to connect`.
fn unable(statement: &mut Statement) -> bool {
    let rest = &mut statement.rest;
    let at = skip_adverbs(rest, 0);
    if !is_at(rest, at, "unable") || !is_at(rest, at + 1, "to") {
        return false;
    }
    put(rest, at, "able");
    drop_still(rest);
    true
}

/// `fails to start` is the opposite of `starts`. A bare `fails` is what the reader sees, and asked as it is.
fn fails(statement: &mut Statement) -> bool {
    let rest = &mut statement.rest;
    if !DO.contains(&statement.auxiliary.as_str()) || !is_at(rest, 0, "fail") {
        return false;
    }
    let counted = statement
        .subject
        .iter()
        .take(2)
        .any(|word| word.is_one_of(&["only", "all", "both", "every", "each", "some"]));
    if counted {
        return false; // that only one fails does not mean that only one succeeds
    }
    let to_verb = is_at(rest, 1, "to") && rest.get(2).is_some_and(Word::is_base);
    if to_verb {
        rest.drain(..2);
    }
    to_verb
}

fn position(words: &[Word], end: usize, list: &[&str]) -> Option<usize> {
    words.iter().take(end).position(|word| word.is_one_of(list))
}

fn is_at(words: &[Word], at: usize, low: &str) -> bool {
    words.get(at).is_some_and(|word| word.is_one_of(&[low]))
}

fn put(words: &mut [Word], at: usize, by: &str) {
    if let Some(word) = words.get_mut(at) {
        *word = word.replaced(by);
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn takes_negations_out() {
        let table = [
            ("no faults have occurred", "Have any faults occurred?", true),
            (
                "none of the disks is full",
                "Is any of the disks full?",
                true,
            ),
            ("nothing happens", "Does anything happen?", true),
            (
                "neither the fax nor the modem works",
                "Does either the fax or the modem work?",
                true,
            ),
            ("not all users are listed", "Are all users listed?", true),
            ("there is no disk", "Is there a disk?", true),
            ("there are no disks", "Are there any disks?", true),
            (
                "you have no floppy drive",
                "Do you have any floppy drive?",
                true,
            ),
            ("you click No", "Do you click No?", false),
            (
                "you have no fax, and no modem",
                "Do you have any fax, or any modem?",
                true,
            ),
            (
                "the icon no longer appears",
                "Does the icon still appear?",
                true,
            ),
            (
                "the icon is no longer there",
                "Is the icon still there?",
                true,
            ),
            (
                "the light never flashes",
                "Does the light ever flash?",
                true,
            ),
            (
                "you are still unable to dial",
                "Are you able to dial?",
                true,
            ),
            ("you are not unable to dial", "Are you able to dial?", false),
            ("Setup fails to start", "Does Setup start?", true),
            ("the copy fails", "Does the copy fail?", false),
            (
                "the copy fails with an error",
                "Does the copy fail with an error?",
                false,
            ),
            ("you still do not see it", "Do you see it?", true),
            ("the disk is not yet ready", "Is the disk ready?", true),
            ("it is not only slow", "Is it not only slow?", false),
        ];
        for (clause, question, negated) in table {
            let statement = Statement::read(&split(clause)).unwrap();
            assert_eq!(statement.question(), question);
            assert_eq!(statement.negated, negated, "{clause}");
        }
    }
}
