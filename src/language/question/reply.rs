//! Conditions that point back at the sentence before: `so`, `not`, `this is the case`, `it isn't`,
//! `this does not work`.
//!
//! ```text
//! reply  = deed | back | happened | worked
//! happened = ("this" | "that" | "it") ("occurs" | "happens" ..)         of what the sentence before says is so or may happen
//! deed   = "you" (("do" | "did") [["do"] ("so" | "this" ..)] | "have" "done" ("so" ..))       with "not", "already" in between
//! back   = "so" | "yes" | "true" | "not" | "no" | "false" | "the answer is" ("yes" | "no")
//!        | pronoun support ["not"] | pronoun support {"not"} ("the case" | "true" | "so")
//! worked = ("this" | "that" | "it" | "these") ("works" | "helped" .. | "fails" .. | ("does" | "did" ..) "not" ("work" | "help" ..))
//! support = "is" .. | "has" .. | "does" .. | "can" | "could"
//! ```
//! What `so` points at is the question, condition, check (`verify that ..`) or short statement of the sentence before; a statement that makes no
//! question is quoted.

use super::classes::*;
use super::compound;
use super::turn::Statement;
use super::words::{Word, capitalized, is_instruction, split, trimmed};

/// The question and whether it is the opposite of the clause.
pub(super) fn ask(words: &[Word], before: Option<&str>) -> Option<(String, bool)> {
    let lows: Vec<&str> = words.iter().map(|word| word.low.as_str()).collect();
    if is_doing_so(&lows) {
        let question = before.and_then(deed_in);
        let question = question.unwrap_or_else(|| "Did you do that?".to_string());
        return Some((question, lows.contains(&"not")));
    }
    if let ["you", "can" | "could", denied @ ..] = lows.as_slice()
        && matches!(denied, [] | ["not"])
    {
        let tried = before
            .filter(|_| !denied.is_empty())
            .and_then(|before| done(before, "Can you"));
        let question = tried.unwrap_or_else(|| "Can you do that?".to_string());
        return Some((question, !denied.is_empty()));
    }
    if let Some(denied) = refers_back(&lows) {
        let (question, opposite) = before
            .and_then(|before| question_in(before).or_else(|| told_in(before)))
            .unwrap_or_else(|| ("Is that so?".to_string(), false));
        // "Verify that there are none. If there are, …": said of the things, not of the sentence.
        let of_things = lows.first() == Some(&"there");
        return Some((
            question,
            if of_things {
                denied
            } else {
                opposite != denied
            },
        ));
    }
    if let Some(asked) = happened(&lows).and_then(|()| event_in(before?)) {
        return Some((asked, false));
    }
    worked(&lows).map(|denied| ("Did that work?".to_string(), denied))
}

/// Whether the clause is nothing but `so` (false) or `not` (true) in one of their many forms.
fn refers_back(lows: &[&str]) -> Option<bool> {
    match lows {
        ["so" | "yes" | "true"] => Some(false),
        ["not" | "no" | "false"] => Some(true),
        [pronoun, verb] if is_pronoun(pronoun) && is_support(verb) => Some(false),
        [pronoun, verb, "not"] if is_pronoun(pronoun) && is_support(verb) => Some(true),
        [pronoun, verb, rest @ ..] if is_pronoun(pronoun) && is_support(verb) => case(rest),
        ["the", "answer", "is", "yes"] => Some(false),
        ["the", "answer", "is", "no"] => Some(true),
        _ => None,
    }
}

/// `you have not done so`, `you do not do this`
fn is_doing_so(lows: &[&str]) -> bool {
    if lows.first() != Some(&"you") {
        return false;
    }
    let deed = lows
        .iter()
        .skip(1)
        .filter(|low| !["not", "already"].contains(low));
    let deed: Vec<&str> = deed.copied().take(4).collect();
    matches!(
        deed[..],
        ["do" | "did"]
            | ["do" | "did", "so"]
            | ["do" | "did", "do", "so" | "this" | "that"]
            | ["have", "done", "so" | "this" | "that"]
    )
}

/// What an instruction had the reader do: `Save the list.` is `Did you save the list?`
fn deed_in(before: &str) -> Option<String> {
    done(before, "Did you")
}

/// An instruction behind the words that ask for it; `Try to save it` asks for what is tried.
fn done(before: &str, asks: &str) -> Option<String> {
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

fn case(rest: &[&str]) -> Option<bool> {
    match rest {
        ["the", "case"] | ["true"] | ["so"] => Some(false),
        ["not", rest @ ..] => case(rest).map(|denied| !denied),
        _ => None,
    }
}

fn is_pronoun(word: &str) -> bool {
    [
        "it", "this", "that", "they", "you", "these", "there", "either",
    ]
    .contains(&word)
}

fn is_support(word: &str) -> bool {
    [BE, HAVE, DO].iter().any(|list| list.contains(&word)) || ["can", "could"].contains(&word)
}

/// `this occurs`, `that happens`
fn happened(lows: &[&str]) -> Option<()> {
    let fits = matches!(
        lows,
        [
            "this" | "that" | "it",
            "occurs" | "happens" | "occurred" | "happened"
        ]
    );
    fits.then_some(())
}

/// What the sentence before says is so or may happen: `The disk may stop.` is `Does the disk stop?`
fn event_in(before: &str) -> Option<String> {
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

/// Whether the clause says that the last thing helped (false) or did not (true).
fn worked(lows: &[&str]) -> Option<bool> {
    let (subject, rest) = lows.split_first()?;
    if !["this", "that", "it", "these"].contains(subject) {
        return None;
    }
    match rest {
        ["works" | "worked" | "helps" | "helped" | "succeeds"] => Some(false),
        ["fails" | "failed"] => Some(true),
        [
            "does" | "did" | "do" | "has",
            "not",
            "work" | "help" | "worked" | "helped" | "succeed",
        ] => Some(true),
        _ => None,
    }
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

/// What a sentence tells to check: `Verify that the lid is open.`
pub(super) fn checked(words: &[Word]) -> Option<&[Word]> {
    let start = check_in(words)?;
    let rest = words.get(start + 1..).unwrap_or(&[]);
    // `To verify that the lid is open, look at it.`
    let purpose = words.first().is_some_and(|word| word.is_one_of(&["to"]));
    let end = rest.iter().position(|word| !word.fixed && word.ends_part());
    let rest = match end.filter(|_| purpose) {
        Some(end) => rest.get(..=end)?,
        None => rest,
    };
    let skipped = rest.iter().take_while(|word| word.is_one_of(LEADS)).count();
    rest.get(skipped..)
}

/// Words between the verb of a check and what is checked.
const LEADS: &[&str] = &[
    "to", "see", "sure", "if", "that", "whether", "and", "certain",
];

/// `Open the lid and make sure that the fan is on`
fn joined_check(words: &[Word]) -> Option<usize> {
    let at = words
        .iter()
        .take(LONGEST_DEED)
        .position(|word| word.is_one_of(&["and", "then"]))?;
    let sure = words.get(at + 1)?.is_one_of(&["make"])
        && words.get(at + 2)?.is_one_of(&["sure", "certain"]);
    let that = words.get(at + 1)?.is_one_of(CHECKS)
        && words.get(at + 2)?.is_one_of(&["that", "whether", "if"]);
    (sure || that).then_some(at + 1)
}

/// Where a sentence tells to check something: near its front, or behind a place (`In the Lids box, verify that ..`).
fn check_in(words: &[Word]) -> Option<usize> {
    let check = |at: usize| {
        words
            .get(at..)?
            .iter()
            .take(3)
            .position(|word| word.is_one_of(CHECKS))
            .map(|found| at + found)
    };
    let place = words
        .first()?
        .is_one_of(&["in", "on", "at", "under", "from"]);
    let comma = words.iter().take(LONGEST_DEED).position(Word::ends_part);
    check(0)
        .or_else(|| comma.filter(|_| place).and_then(|comma| check(comma + 1)))
        .or_else(|| joined_check(words))
}

/// `Because the lids are old, the fan may be loud.`: the statement behind the reason.
fn behind_reason(words: &[Word]) -> Option<&[Word]> {
    let because = words.first()?.is_one_of(&["because"]);
    let comma = words.iter().take(LONGEST_DEED).position(Word::ends_part)?;
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
    let comma = words.iter().take(LONGEST_DEED).position(Word::ends_part);
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
    let opened = words.first().is_some_and(|word| word.is_one_of(&["if"]));
    let end = words
        .iter()
        .position(|word| !word.fixed && word.ends_part())?;
    words.get(1..=end).filter(|_| opened)
}

/// A longer sentence says too much to be taken for what `so` points at.
const LONGEST_STATEMENT: usize = 25;

const CHECKS: &[&str] = &[
    "verify",
    "check",
    "ensure",
    "make",
    "confirm",
    "determine",
    "see",
    "sure",
    "look",
    "find",
    "guarantee",
];

fn existence(words: &[Word]) -> Option<(String, bool)> {
    let words = words.get(
        words
            .iter()
            .take_while(|word| word.is_one_of(&["for", "the"]))
            .count()..,
    )?;
    if words.first()?.is_one_of(PREPOSITIONS) {
        return None;
    }
    Some((format!("Did you find the {}?", trimmed(words)), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_back() {
        let check = Some("Verify that the disk is formatted.");
        let table = [
            ("so", check, "Is the disk formatted?", false),
            ("not", check, "Is the disk formatted?", true),
            ("it isn't", check, "Is the disk formatted?", true),
            ("this is the case", check, "Is the disk formatted?", false),
            (
                "this is not the case",
                Some("The disk is not full."),
                "Is the disk full?",
                false,
            ),
            ("so", Some("is the disk full?"), "Is the disk full?", false),
            (
                "so",
                Some("Check to see whether the light is on."),
                "Is the light on?",
                false,
            ),
            (
                "it isn't",
                Some("If the light is on, the disk is ready."),
                "Is the light on?",
                true,
            ),
            ("so", Some("Remove the disk."), "Is that so?", false),
            ("so", None, "Is that so?", false),
            (
                "you have not already done so",
                None,
                "Did you do that?",
                true,
            ),
            (
                "you do not do so",
                Some("Save the list."),
                "Did you save the list?",
                true,
            ),
            (
                "you did so",
                Some("The disk is full."),
                "Did you do that?",
                false,
            ),
            (
                "they are",
                Some("Because the disks are full, they are slow."),
                "Is that so?",
                false,
            ),
            (
                "it does not",
                Some("In the Lids box, verify that the old lid points to the fan."),
                "Does the old lid point to the fan?",
                true,
            ),
            (
                "this is the case",
                Some("This shows a full disk."),
                "Is this the case: This shows a full disk?",
                false,
            ),
            (
                "it has not",
                Some("After the restart, check to see if the disk is full."),
                "Is the disk full?",
                true,
            ),
            (
                "you can",
                Some("Open it on a spare disk."),
                "Can you do that?",
                false,
            ),
            (
                "they are",
                Some("Because the disks are old, the lids may be loose."),
                "Are the lids loose?",
                false,
            ),
            (
                "it is not",
                Some("Open the lid and make sure that the fan is on."),
                "Is the fan on?",
                true,
            ),
            (
                "you cannot",
                Some("Try to open the lid."),
                "Can you open the lid?",
                true,
            ),
            (
                "you do",
                Some("Do NOT save the list."),
                "Did you save the list?",
                false,
            ),
            (
                "you did not",
                Some("Save the list."),
                "Did you save the list?",
                true,
            ),
            (
                "so",
                Some("To verify that the disk is full, look at it."),
                "Is the disk full?",
                false,
            ),
            (
                "this occurs",
                Some("The disk may stop at once."),
                "Does the disk stop at once?",
                false,
            ),
            (
                "this happens",
                Some("If the lid is open, the disk makes a noise."),
                "Does the disk make a noise?",
                false,
            ),
            (
                "so",
                Some("Look through the list of disks."),
                "Is that so?",
                false,
            ),
            ("this does not work", None, "Did that work?", true),
            ("that didn't help", None, "Did that work?", true),
            ("this works", None, "Did that work?", false),
        ];
        for (clause, before, question, opposite) in table {
            assert_eq!(
                ask(&split(clause), before),
                Some((question.to_string(), opposite)),
                "{clause}"
            );
        }
        assert_eq!(ask(&split("the disk works"), check), None);
        assert_eq!(ask(&split("this happens"), Some("Stop the disk.")), None);
    }
}
