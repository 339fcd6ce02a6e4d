//! Conditions that point back at the sentence before: `so`, `not`, `this is the case`, `it isn't`,
//! `this does not work`.
//!
//! ```text
//! reply  = deed | able | back | happened | worked
//! deed   = "you" (("do" | "did") [["do"] ("so" | "this" ..)] | "have" "done" ("so" ..))       with "not", "already" in between
//! able   = "you" ("can" | "could") ["not"]                 where it is denied, of what was to be done or tried
//! back   = "so" | "yes" | "true" | "not" | "no" | "false" | "the answer is" ("yes" | "no")
//!        | pronoun support ["not"] | pronoun support {"not"} ("the case" | "true" | "so")
//! happened = ("this" | "that" | "it") ("occurs" | "happens" ..)         of what the sentence before says is so or may happen
//! worked = ("this" | "that" | "it" | "these") ("works" | "helped" .. | "fails" .. | ("does" | "did" ..) "not" ("work" | "help" ..))
//! support = "is" .. | "has" .. | "does" .. | "can" | "could"
//! ```
//! What they point at stands in [`super::antecedent`].

use super::antecedent;
use super::classes::{BE, DO, HAVE};
use super::words::Word;

/// The question and whether it is the opposite of the clause.
pub(super) fn ask(words: &[Word], before: Option<&str>) -> Option<(String, bool)> {
    let lows: Vec<&str> = words.iter().map(|word| word.low.as_str()).collect();
    deed(&lows, before)
        .or_else(|| able(&lows, before))
        .or_else(|| back(&lows, before))
        .or_else(|| happened(&lows, before))
        .or_else(|| worked(&lows).map(|denied| ("Did that work?".to_string(), denied)))
}

/// `you have not done so`, `you do not do this`
fn deed(lows: &[&str], before: Option<&str>) -> Option<(String, bool)> {
    if !is_doing_so(lows) {
        return None;
    }
    let done = before.and_then(|before| antecedent::deed(before, "Did you"));
    let question = done.unwrap_or_else(|| "Did you do that?".to_string());
    Some((question, lows.contains(&"not")))
}

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

/// `you can`, `you could not`
fn able(lows: &[&str], before: Option<&str>) -> Option<(String, bool)> {
    let denied = match lows {
        ["you", "can" | "could"] => false,
        ["you", "can" | "could", "not"] => true,
        _ => return None,
    };
    let tried = before
        .filter(|_| denied)
        .and_then(|before| antecedent::deed(before, "Can you"));
    let question = tried.unwrap_or_else(|| "Can you do that?".to_string());
    Some((question, denied))
}

/// `so`, `it is not`, `this is the case`
fn back(lows: &[&str], before: Option<&str>) -> Option<(String, bool)> {
    let denied = refers_back(lows)?;
    let (question, opposite) = before
        .and_then(antecedent::asked)
        .unwrap_or_else(|| ("Is that so?".to_string(), false));
    // "Verify that there are none. If there are, …": said of the things, not of the sentence.
    let of_things = lows.first() == Some(&"there");
    Some((question, denied != (opposite && !of_things)))
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
fn happened(lows: &[&str], before: Option<&str>) -> Option<(String, bool)> {
    let happens = matches!(
        lows,
        [
            "this" | "that" | "it",
            "occurs" | "happens" | "occurred" | "happened"
        ]
    );
    let event = antecedent::event(before.filter(|_| happens)?)?;
    Some((event, false))
}

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

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn points_back() {
        let check = Some("Verify that the disk is formatted.");
        let save = Some("Save the list.");
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
            ("so", Some("Remove the disk."), "Is that so?", false),
            ("so", None, "Is that so?", false),
            (
                "it has not",
                Some("Check to see if the disk is full."),
                "Is the disk full?",
                true,
            ),
            (
                "you have not already done so",
                None,
                "Did you do that?",
                true,
            ),
            ("you do not do so", save, "Did you save the list?", true),
            (
                "you did so",
                Some("The disk is full."),
                "Did you do that?",
                false,
            ),
            ("you did not", save, "Did you save the list?", true),
            (
                "you do",
                Some("Do NOT save the list."),
                "Did you save the list?",
                false,
            ),
            (
                "you can",
                Some("Open it on a spare disk."),
                "Can you do that?",
                false,
            ),
            (
                "you cannot",
                Some("Try to open the lid."),
                "Can you open the lid?",
                true,
            ),
            (
                "this occurs",
                Some("The disk may stop."),
                "Does the disk stop?",
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
