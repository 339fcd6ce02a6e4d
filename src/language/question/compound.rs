//! Two statements joined by `and`, `or` or `but`, asked as one question.
//!
//! ```text
//! compound = statement ("and" | "or" | "but") second | statement {"," further} "," ("and" | "or") further
//! second   = ["if" | "then" | "when" | "also"] (subject verb .. | verb ..)      a bare verb has the form of the first one
//! further  = subject verb .. | auxiliary ..
//! ```
//! Behind `or later` and the like no statement begins. One that ends in its `are` (`the settings are:`) asks for what follows.
//! Not A and not B is asked as `A or B` with the answer turned; A but not B as `Is A while B is not?`.

use super::classes::*;
use super::finder::{find, skip_adverbs};
use super::state;
use super::turn::{Statement, sentence};
use super::words::{Word, trimmed};
use crate::language::verbs::{Form, is_noun_too, is_past, reading};

/// How many joining words of one clause are looked at: keeps the work in proportion to the text.
const TRIES: usize = 4;

/// The question of a clause that may be compound, and whether it is the opposite of the clause.
pub(super) fn ask(words: &[Word]) -> Option<(String, bool)> {
    let whole = Statement::read(words)?;
    if let Some(asked) = list(words) {
        return Some(asked);
    }
    match halves(words) {
        Some((first, or, second)) => Some(join(&first, or, &second)),
        // `the settings are:`, with a list or code below
        None if whole.rest.is_empty() && BE.contains(&whole.auxiliary.as_str()) => Some((
            sentence(&format!("{} as follows", whole.question_inside())),
            whole.negated,
        )),
        None => Some((
            state::ask(&whole).unwrap_or_else(|| whole.question()),
            whole.negated,
        )),
    }
}

/// The two statements and whether `or` joins them.
fn halves(words: &[Word]) -> Option<(Statement, bool, Statement)> {
    let verb = find(words)?;
    let joins = words.iter().enumerate().skip(verb + 1);
    let joins = joins.filter(|(_, word)| word.is_one_of(COORDINATORS));
    joins.take(TRIES).find_map(|(at, word)| {
        let first = Statement::read(words.get(..at)?)?;
        let between = words.get(verb + 1..at)?;
        let second = second(&first, between, words.get(at + 1..)?, words.get(verb)?)?;
        Some((first, word.is_one_of(&["or"]), second))
    })
}

/// Three statements and more: `the disk is old, is full, or does not spin`.
fn list(words: &[Word]) -> Option<(String, bool)> {
    let verb = find(words)?;
    let joint = words.iter().enumerate().skip(verb + 1).find(|(at, word)| {
        let after_comma = words.get(at - 1).is_some_and(Word::ends_part);
        after_comma && word.is_one_of(&["and", "or"])
    });
    let (at, joint) = joint?;
    let mut parts = words
        .get(..at)?
        .split_inclusive(|word| !word.fixed && word.ends_part());
    let first = Statement::read(parts.next()?).filter(|_| parts.clone().count() > 0)?;
    let rest = parts.chain([words.get(at + 1..)?]).take(TRIES);
    let rest: Option<Vec<Statement>> = rest.map(|part| further(&first, part)).collect();
    let rest = rest?;
    let denied = first.negated || rest.iter().any(|part| part.negated);
    if denied && joint.is_one_of(&["and"]) {
        return None;
    }
    let mut texts = vec![asked_as_told(&first)];
    texts.extend(
        rest.iter()
            .map(|part| asked_as_told(&with_pronoun(&first, part))),
    );
    let last = texts.pop()?;
    Some((
        sentence(&format!("{}, {} {last}", texts.join(", "), joint.low)),
        false,
    ))
}

/// A further statement of a list: with a subject of its own, or with that of the first.
fn further(first: &Statement, part: &[Word]) -> Option<Statement> {
    let start = part.get(skip_adverbs(part, 0))?;
    if part.first()?.is_one_of(LATER) {
        return None;
    }
    if is_auxiliary(start) {
        return Some(of_subject(first, part));
    }
    let at = find(part)?;
    let own = start.is_one_of(PRONOUNS) || is_clear_subject(part, at);
    own.then(|| Statement::read(part)).flatten()
}

/// A predicate of the first statement's subject; adverbs in front of its verb stay between the two.
fn of_subject(first: &Statement, predicate: &[Word]) -> Statement {
    let (adverbs, verb) = predicate.split_at(skip_adverbs(predicate, 0).min(predicate.len()));
    let subject: Vec<Word> = first.subject.iter().chain(adverbs).cloned().collect();
    Statement::with_subject(&subject, verb, predicate)
}

fn asked_as_told(statement: &Statement) -> String {
    let text = match statement.negated {
        true => statement.negative_question_inside(),
        false => statement.question_inside(),
    };
    text.trim_end_matches(',').to_string()
}

fn second(first: &Statement, between: &[Word], after: &[Word], verb: &Word) -> Option<Statement> {
    let comma = between.last().is_some_and(Word::ends_part);
    let nested = between
        .iter()
        .zip(between.iter().skip(1).map(Some).chain([None]));
    let nested = nested
        .into_iter()
        .any(|(word, next)| opens_clause(word, next));
    let after = after.get(skip(after, &["if", "then", "when", "also"])..)?;
    let start = after.first().filter(|start| !start.is_one_of(LATER))?;
    if nested && !comma {
        return None;
    }
    if shares_subject(verb, between, after) {
        return Some(of_subject(first, after));
    }
    let at = find(after)?;
    let own = start.is_one_of(PRONOUNS) || is_clear_subject(after, at);
    if own && at == skip_adverbs(after, 0) {
        return Some(of_subject(first, after)); // nothing but adverbs in front of the verb
    }
    own.then(|| Statement::read(after)).flatten()
}

fn opens_clause(word: &Word, next: Option<&Word>) -> bool {
    let because_of = next.is_some_and(|next| next.is_one_of(&["of"]));
    word.is_one_of(RELATIVES) || (word.is_one_of(SUBORDINATORS) && !because_of)
}

fn skip(words: &[Word], list: &[&str]) -> usize {
    words.iter().take_while(|word| word.is_one_of(list)).count()
}

/// Behind `or` they belong to a version or a number: `2.0 or later`.
const LATER: &[&str] = &[
    "later", "earlier", "higher", "lower", "newer", "older", "greater", "more", "less", "above",
];

/// Whether the words start with a finite verb of the same kind as the first: `exists and is full`.
fn shares_subject(verb: &Word, between: &[Word], after: &[Word]) -> bool {
    let at = skip_adverbs(after, 0);
    let Some(next) = after.get(at).filter(|word| !word.fixed) else {
        return false;
    };
    let done = between.last().is_none_or(is_adverb);
    let goes_on = done
        || after
            .get(at + 1)
            .is_none_or(|word| word.is_one_of(DETERMINERS) || word.is_one_of(&["to"]));
    if is_auxiliary(next) {
        return true;
    }
    match reading(&next.low) {
        Some((base, Form::Third)) => {
            let goes_on = goes_on
                || after
                    .get(at + 1)
                    .is_some_and(|word| word.is_one_of(PREPOSITIONS));
            (!is_noun_too(base) || goes_on) && matches!(reading(&verb.low), Some((_, Form::Third)))
        }
        // `you are using it and want more`
        Some((base, Form::Base)) => {
            let doing = verb.is_one_of(&["are"])
                && between
                    .first()
                    .is_some_and(|word| word.low.ends_with("ing"));
            doing && !is_noun_too(base) && !between.iter().any(|word| word.is_one_of(&["to"]))
        }
        Some((_, Form::Past)) => is_past(&verb.low),
        Some((_, Form::PastOrParticiple)) => is_past(&verb.low) && !is_auxiliary(verb),
        _ => false,
    }
}

/// Whether the words up to the verb are plainly a subject of their own.
fn is_clear_subject(after: &[Word], at: usize) -> bool {
    let governed = is_governed(after.get(at + 1));
    let sure = after.get(at).is_some_and(|word| {
        is_auxiliary(word) || matches!(reading(&word.low), Some((base, Form::Third)) if governed || !is_noun_too(base))
    });
    let subject = after.get(..at).unwrap_or(&[]);
    let broken = subject.iter().any(|word| {
        word.is_one_of(RELATIVES) || word.is_one_of(SUBORDINATORS) || word.is_one_of(PRONOUNS)
    });
    sure && !broken && !subject.is_empty()
}

/// One question of two statements.
fn join(first: &Statement, or: bool, second: &Statement) -> (String, bool) {
    let word = if or { "or" } else { "and" };
    match (first.negated, second.negated) {
        (false, false) => (both(first, word, second), false),
        // Not A and not B is the opposite of A or B, and the other way round.
        (true, true) => (both(first, if or { "and" } else { "or" }, second), true),
        (false, true) if or => (
            alternatives(first.question_inside(), second.negative_question_inside()),
            false,
        ),
        (true, false) if or => (
            alternatives(first.negative_question_inside(), second.question_inside()),
            false,
        ),
        (false, true) => (against(first, second), false),
        (true, false) => (against(second, first), false),
    }
}

/// With the same subject and auxiliary they share them: `Do you have X and want Y?`
fn both(first: &Statement, word: &str, second: &Statement) -> String {
    let asked = first.question_inside();
    let comma = if first.rest.last().is_some_and(Word::ends_part) {
        ","
    } else {
        ""
    };
    if first.subject == second.subject && first.auxiliary == second.auxiliary {
        return sentence(&format!("{asked}{comma} {word} {}", trimmed(&second.rest)));
    }
    sentence(&format!(
        "{asked}, {word} {}",
        with_pronoun(first, second).question_inside()
    ))
}

fn alternatives(first: String, second: String) -> String {
    sentence(&format!("{first}, or {second}"))
}

/// What holds is asked, while what does not hold is said: `Is A on while B is not on?`
fn against(holds: &Statement, denied: &Statement) -> String {
    let said = if starts_with_subject(denied) {
        trimmed(&denied.words)
    } else {
        format!("{} {}", pronoun(denied), trimmed(&denied.words))
    };
    sentence(&format!("{} while {said}", holds.question_inside()))
}

fn starts_with_subject(statement: &Statement) -> bool {
    statement.words.first().map(|word| &word.low) == statement.subject.first().map(|word| &word.low)
        || !statement
            .words
            .get(skip_adverbs(&statement.words, 0))
            .is_some_and(is_auxiliary)
}

/// The second statement's subject as a pronoun where it is the first's.
fn with_pronoun(first: &Statement, second: &Statement) -> Statement {
    let mut second = second.clone();
    if first.subject == second.subject {
        second.subject = vec![Word::new(pronoun(first))];
    }
    second
}

fn pronoun(statement: &Statement) -> &'static str {
    let first = statement.subject.first();
    if first.is_some_and(|word| word.is_one_of(&["you"])) {
        return "you";
    }
    if first.is_some_and(|word| word.is_one_of(&["there"])) {
        return "there";
    }
    match statement.auxiliary.as_str() {
        "are" | "were" | "have" | "do" => "they",
        _ => "it",
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn joins_statements() {
        let table = [
            (
                "the fax is on and the modem is off",
                "Is the fax on, and is the modem off?",
                false,
            ),
            (
                "the fax is on, but the modem is not ready",
                "Is the fax on while the modem is not ready?",
                false,
            ),
            (
                "the fax is not on and the modem is ready",
                "Is the modem ready while the fax is not on?",
                false,
            ),
            (
                "the fax is not on and the modem is not on",
                "Is the fax on, or is the modem on?",
                true,
            ),
            (
                "the fax is not on or the modem is not on",
                "Is the fax on, and is the modem on?",
                true,
            ),
            (
                "you have a fax and you want a modem",
                "Do you have a fax and want a modem?",
                false,
            ),
            (
                "you have a fax, and you cannot dial",
                "Do you have a fax while you cannot dial?",
                false,
            ),
            (
                "you removed the disk and restarted Setup",
                "Did you remove the disk and restart Setup?",
                false,
            ),
            (
                "the file exists and is empty",
                "Does the file exist, and is it empty?",
                false,
            ),
            (
                "the file exists but is not empty",
                "Does the file exist while it is not empty?",
                false,
            ),
            (
                "the file is old and is empty",
                "Is the file old and empty?",
                false,
            ),
            (
                "the file opens and closes",
                "Does the file open and close?",
                false,
            ),
            (
                "you have a fax but still cannot dial",
                "Do you have a fax while you still cannot dial?",
                false,
            ),
            (
                "the fax is old and therefore makes a noise",
                "Is the fax old, and does it therefore make a noise?",
                false,
            ),
            (
                "the settings of the fax are:",
                "Are the settings of the fax as follows?",
                false,
            ),
            (
                "the fax finds a file and incorrectly records it",
                "Does the fax find a file and incorrectly record it?",
                false,
            ),
            (
                "you are using a fax and want a modem",
                "Are you using a fax, and do you want a modem?",
                false,
            ),
            (
                "you use Fax 2.0 or later, but did not install it",
                "Do you use Fax 2.0 or later while you did not install it?",
                false,
            ),
            (
                "this is a long list and runs over the page",
                "Is this a long list, and does it run over the page?",
                false,
            ),
            (
                "you use a fax or a modem",
                "Do you use a fax or a modem?",
                false,
            ),
            (
                "the disk is old, cannot be read, or does not spin",
                "Is the disk old, can it not be read, or does it not spin?",
                false,
            ),
            (
                "you use a fax, your disk is full, and you are at home",
                "Do you use a fax, is your disk full, and are you at home?",
                false,
            ),
            (
                "you use a fax, a modem, or a disk",
                "Do you use a fax, a modem, or a disk?",
                false,
            ),
            (
                "the fax or the modem is on",
                "Is the fax or the modem on?",
                false,
            ),
        ];
        for (clause, question, negated) in table {
            assert_eq!(
                ask(&split(clause)),
                Some((question.to_string(), negated)),
                "{clause}"
            );
        }
    }
    #[test]
    fn what_joins_no_statements() {
        for clause in [
            "",
            "the fax and the modem",
            "on or off",
            "necessary",
            "and",
            "neither here nor there",
        ] {
            assert_eq!(ask(&split(clause)), None, "{clause}");
        }
    }
}
