//! What a sentence has the reader check: `Verify that the lid is open.`
//!
//! ```text
//! check = [lead] verb [verb] {"to" | "see" | "that" | "whether" | "if" ..} checked
//! verb  = "verify" | "check" | "ensure" | "make" "sure" | "look" ..
//! lead  = ("in" | "on" | "at" ..) place ","       a place
//!       | word.. ("and" | "then")                 something to do before
//! ```
//! Behind `to` the check is a purpose and ends at the comma: `To verify that the lid is open, look at it.`

use super::classes::PREPOSITIONS;
use super::words::{Word, trimmed};

/// What is checked: a statement, or the words for a thing to be looked for.
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
        .take(LONGEST_LEAD)
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
    let comma = words.iter().take(LONGEST_LEAD).position(Word::ends_part);
    check(0)
        .or_else(|| comma.filter(|_| place).and_then(|comma| check(comma + 1)))
        .or_else(|| joined_check(words))
}

/// How many words may stand in front of a check, or of a statement behind a reason or a time.
pub(super) const LONGEST_LEAD: usize = 16;

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

/// The question for a thing that is looked for: `Look for the lid.`
pub(super) fn existence(words: &[Word]) -> Option<(String, bool)> {
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
    use super::super::words::{join, split};
    use super::*;

    #[test]
    fn finds_what_is_checked() {
        let table = [
            ("Verify that the lid is open.", Some("the lid is open.")),
            ("Check to see whether it is on.", Some("it is on.")),
            (
                "In the Lids box, make sure that it is on.",
                Some("it is on."),
            ),
            (
                "Open the lid and make sure that the fan is on.",
                Some("the fan is on."),
            ),
            (
                "To verify that the lid is open, look at it.",
                Some("the lid is open,"),
            ),
            ("Open the lid and the fan.", None),
            ("", None),
        ];
        for (sentence, expected) in table {
            let words = split(sentence);
            assert_eq!(checked(&words).map(join).as_deref(), expected, "{sentence}");
        }
    }

    #[test]
    fn asks_for_what_is_looked_for() {
        let asked = existence(&split("for the red disk."));
        assert_eq!(
            asked,
            Some(("Did you find the red disk?".to_string(), false))
        );
        assert_eq!(existence(&split("through the list")), None);
        assert_eq!(existence(&[]), None);
    }
}
