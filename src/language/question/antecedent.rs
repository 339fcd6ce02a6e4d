//! What the sentence before leaves to be pointed at: a question, a condition, a check, a statement, something to do.
//!
//! ```text
//! asked     = sentence "?" | "If" clause "," .. | [lead] (check | statement)
//!           | "Because" .. "," subject ("may" | "can" ..) "be" ..
//! lead      = ("in" | "after" | "once" ..) .. ","
//! statement = up to 25 words, no instruction, not about `this` or `it`; one that makes no question is quoted
//! deed      = ["please"] [("try" "to") | ("do" "not")] instruction       up to 16 words
//! event     = ["If" .. ","] subject ("may" | "can" ..) verb .. | ["If" .. ","] statement
//! ```

use super::check::{LONGEST_LEAD, checked, existence};
use super::classes::*;
use super::compound;
use super::turn::Statement;
use super::words::{Word, capitalized, is_instruction, split, trimmed};

/// The question that a sentence asks, has the reader find out or answers, and whether the sentence says the opposite.
pub(super) fn asked(before: &str) -> Option<(String, bool)> {
    question_in(before).or_else(|| told_in(before))
}

/// The question that a sentence asks or has the reader find out, or the one that a statement answers.
fn question_in(before: &str) -> Option<(String, bool)> {
    let before = before.trim_start_matches(['-', '*', ' ']).trim();
    if before.ends_with('?') {
        return Some((capitalized(before), false));
    }
    let words = split(before);
    let reason = words
        .first()
        .is_some_and(|word| word.is_one_of(SUBORDINATORS))
        && !opens_with_if(&words);
    if reason {
        return possible(behind_reason(&words)?); // the statement stands behind a reason or a time
    }
    if let Some(condition) = condition_in(&words) {
        return compound::ask(condition);
    }
    let words = behind_front(&words)?;
    let Some(asked) = checked(words) else {
        let long = words.len() > LONGEST_STATEMENT;
        return (!long && !is_instruction(words) && !points(words))
            .then(|| compound::ask(words))
            .flatten();
    };
    compound::ask(asked).or_else(|| existence(asked))
}

/// `Because the lids are old, the fan may be loud.`: the statement behind the reason.
fn behind_reason(words: &[Word]) -> Option<&[Word]> {
    let because = words.first()?.is_one_of(&["because"]);
    let comma = words.iter().take(LONGEST_LEAD).position(Word::ends_part)?;
    words.get(comma + 1..).filter(|_| because)
}

/// Whether what may be so is so: `the fan may be loud`.
fn possible(words: &[Word]) -> Option<(String, bool)> {
    let mut told = Statement::read(words)?;
    let may = MAY.contains(&told.auxiliary.as_str()) && told.rest.first()?.is_one_of(&["be"]);
    if !may || told.negated || words.len() > LONGEST_STATEMENT {
        return None;
    }
    told.rest.remove(0);
    let many = looks_plural(told.subject.last()?);
    told.auxiliary = if many { "are" } else { "is" }.to_string();
    Some((told.question(), false))
}

fn opens_with_if(words: &[Word]) -> bool {
    words.first().is_some_and(|word| word.is_one_of(&["if"]))
}

/// A statement that makes no question is quoted whole.
fn told_in(before: &str) -> Option<(String, bool)> {
    let before = before.trim_start_matches(['-', '*', ' ']).trim();
    let words = split(before);
    let first = words.first()?;
    let statement = before.ends_with('.')
        && first.is_capital()
        && !is_instruction(&words)
        && !first.is_one_of(SUBORDINATORS)
        && !first.is_one_of(&["please", "to"])
        && Statement::read(&words).is_some();
    let short = words.len() <= LONGEST_STATEMENT;
    (statement && short).then(|| (format!("Is this the case: {}?", trimmed(&words)), false))
}

/// The sentence without a phrase in front (`After the restart, ..`); a purpose stays for the check that it names.
fn behind_front(words: &[Word]) -> Option<&[Word]> {
    let fronted = words.first()?.is_one_of(&[
        "in", "after", "before", "once", "on", "at", "from", "under", "during", "upon", "by",
        "with",
    ]);
    let comma = words.iter().take(LONGEST_LEAD).position(Word::ends_part);
    let Some(comma) = comma.filter(|_| fronted) else {
        return (!fronted).then_some(words);
    };
    let rest = words.get(comma + 1..)?;
    let opens = rest.first()?.is_one_of(SUBORDINATORS);
    (!opens).then_some(rest)
}

/// Whether a statement is about something that an earlier one names.
fn points(words: &[Word]) -> bool {
    words.first().is_some_and(|word| word.is_one_of(POINTERS))
}

/// The clause of a sentence that opens with a condition of its own.
fn condition_in(words: &[Word]) -> Option<&[Word]> {
    let end = words
        .iter()
        .position(|word| !word.fixed && word.ends_part())?;
    words.get(1..=end).filter(|_| opens_with_if(words))
}

/// A longer sentence says too much to be taken for what `so` points at.
const LONGEST_STATEMENT: usize = 25;

/// An instruction behind the words that ask for it; `Try to save it` asks for what is tried.
pub(super) fn deed(before: &str, asks: &str) -> Option<String> {
    let words = split(before);
    let words = words.get(usize::from(words.first()?.is_one_of(&["please"]))..)?;
    let tries = matches!(words, [first, second, ..] if first.is_one_of(&["try"]) && second.is_one_of(&["to"]));
    let denied = matches!(words, [first, second, ..] if first.is_one_of(&["do"]) && second.is_one_of(&["not"]));
    let words = words.get(if tries || denied { 2 } else { 0 }..)?;
    let plain = is_instruction(words) && words.len() <= LONGEST_DEED;
    let mut words = plain.then(|| words.to_vec())?;
    let first = words.first_mut()?;
    let low = first.low.clone();
    let mut letters = first.text.chars();
    letters.next();
    first.text = format!("{}{}", low.get(..1)?, letters.as_str());
    Some(format!("{asks} {}?", trimmed(&words)))
}

/// A longer instruction is too much for one question.
const LONGEST_DEED: usize = 16;

/// What the sentence before says is so or may happen: `The disk may stop.` is `Does the disk stop?`
pub(super) fn event(before: &str) -> Option<String> {
    let words = split(before);
    let words = main_clause(&words)?;
    let first = words.first()?;
    let told = first.is_one_of(&["the", "a", "an", "your", "you", "some"])
        || first.is_capital() && !first.is_one_of(SMALL);
    let short = words.len() <= LONGEST_STATEMENT && !is_instruction(words);
    let mut event = Statement::read(words).filter(|_| short && told)?;
    if event.negated || event.subject.iter().any(Word::ends_part) {
        return None;
    }
    if MAY.contains(&event.auxiliary.as_str()) {
        let verb = event.rest.first()?;
        if !verb.is_base() || verb.is_one_of(&["be", "have"]) {
            return None;
        }
        let first = event.subject.first()?;
        let many = first.is_one_of(&["you"]) || looks_plural(event.subject.last()?);
        event.auxiliary = if many { "do" } else { "does" }.to_string();
    } else if ![BE, DO]
        .iter()
        .any(|list| list.contains(&event.auxiliary.as_str()))
    {
        return None;
    }
    Some(event.question())
}

const MAY: &[&str] = &["may", "might", "can", "could"];

/// A sentence without the condition in front of it.
fn main_clause(words: &[Word]) -> Option<&[Word]> {
    if !words.first()?.is_one_of(&["if", "when"]) {
        return Some(words);
    }
    let comma = words
        .iter()
        .position(|word| !word.fixed && word.ends_part())?;
    words.get(comma + 1..)
}

/// Words that begin a sentence with a capital and name nothing.
const SMALL: &[&str] = &[
    "this",
    "that",
    "these",
    "those",
    "it",
    "they",
    "there",
    "if",
    "when",
    "because",
    "however",
    "in",
    "on",
    "at",
    "for",
    "note",
    "although",
    "therefore",
    "as",
    "after",
    "before",
    "also",
    "then",
    "otherwise",
    "to",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_asked() {
        let table = [
            ("is the disk full?", Some(("Is the disk full?", false))),
            ("The disk is not full.", Some(("Is the disk full?", true))),
            (
                "If the light is on, the disk is ready.",
                Some(("Is the light on?", false)),
            ),
            (
                "Check to see whether the light is on.",
                Some(("Is the light on?", false)),
            ),
            (
                "In the Lids box, verify that the old lid points to the fan.",
                Some(("Does the old lid point to the fan?", false)),
            ),
            (
                "After the restart, check to see if the disk is full.",
                Some(("Is the disk full?", false)),
            ),
            (
                "Because the disks are old, the lids may be loose.",
                Some(("Are the lids loose?", false)),
            ),
            (
                "This shows a full disk.",
                Some(("Is this the case: This shows a full disk?", false)),
            ),
            ("Because the disks are full, they are slow.", None),
            ("Look through the list of disks.", None),
            ("Remove the disk.", None),
            ("", None),
        ];
        for (before, expected) in table {
            let found = asked(before);
            let found = found
                .as_ref()
                .map(|(question, opposite)| (question.as_str(), *opposite));
            assert_eq!(found, expected, "{before}");
        }
    }

    #[test]
    fn finds_what_was_to_be_done() {
        let table = [
            ("Please save the list.", Some("Did you save the list?")),
            ("Try to open the lid.", Some("Did you open the lid?")),
            ("Do NOT save the list.", Some("Did you save the list?")),
            ("The disk is full.", None),
            ("", None),
        ];
        for (before, expected) in table {
            assert_eq!(deed(before, "Did you").as_deref(), expected, "{before}");
        }
    }

    #[test]
    fn finds_what_may_happen() {
        let table = [
            (
                "The disk may stop at once.",
                Some("Does the disk stop at once?"),
            ),
            (
                "If the lid is open, the disk makes a noise.",
                Some("Does the disk make a noise?"),
            ),
            ("The disk may be full.", None),
            ("Stop the disk.", None),
            ("", None),
        ];
        for (before, expected) in table {
            assert_eq!(event(before).as_deref(), expected, "{before}");
        }
    }
}
