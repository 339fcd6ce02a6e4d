//! What counts as a condition on what to do.
//!
//! ```text
//! decides  = instruction | jump | skip | gerund .. ("should" | "will") .. | .. ("may need to" | "is required" | "contact" ..) ..
//!          | ("re-" | "de-") verb ..
//!          | .. ("example" | "steps" ..) ("shows" | "describe" ..) "how" .. | .. "administrator" ("can" | "may") verb ..
//! forbids  = ["also," | "however," ..] ("you cannot" | "you can't" | "it is not possible to") ..
//! empty    = hollow ["," ..] | ("any" | "not" | "it" | "this") hollow | "you" ("want" | "wish" ..) | "so" "desired"
//!          | ("you" | "it" ..) ("are" | "is" | "would" ..) ("prompted" | "necessary" | "like" ..) ["to" | "it" | "so" | "do"]
//! hollow   = "necessary" | "possible" | "any" | "applicable" | "prompted" ..
//! guides   = ("you" | "your") .. | .. ("should" | "must" | "can" | "steps" ..) ..      no "wouldn't", "cannot", "no"
//! confirms = .. ("would" | "confirms" | "working" | "will" "be" ..) ..
//! rejected = boilerplate about the registry, warranty and support
//! ```

use super::instruction;
use super::jump::jump;
use super::listed::Listed;
use super::opener::Clause;
use super::skip::skip;
use crate::language::imperative::is_imperative;
use crate::language::question::Opener;
use crate::language::word::{Word, any, words};
use std::ops::Range;

/// A condition found in a sentence.
pub(crate) struct Found {
    pub opener: Opener,
    pub clause: Range<usize>,
    pub action: Range<usize>,
    pub leading: bool,
    pub aside: bool,
    /// The line that says what it governs, where that is another one.
    pub remedy: Option<usize>,
    /// Whether it only tells what is so then.
    pub told: bool,
    /// The list that spells it out.
    pub listed: Option<Listed>,
}

impl Found {
    /// A condition of which the sentence itself says what it governs.
    pub fn new(opener: Opener, clause: Range<usize>, action: Range<usize>, leading: bool) -> Self {
        Self {
            opener,
            clause,
            action,
            leading,
            aside: false,
            remedy: None,
            told: false,
            listed: None,
        }
    }
}

impl From<Clause> for Found {
    fn from(found: Clause) -> Self {
        Self {
            aside: found.aside,
            ..Self::new(found.opener, found.clause, found.action, found.leading)
        }
    }
}

/// Whether the action is an instruction, or names a step to go on with.
pub(crate) fn instructs_or_goes(action: &str) -> bool {
    gerund_helps(action)
        || jump(action).is_some()
        || skip(action).is_some()
        || instruction::kind_of_clause(&words(action)).is_some()
        || may_need(action)
        || done_again(action)
        || shows_how(action)
        || administrator_can(action)
}

/// `the administrator can add one`: in a condition, what is to be done then.
fn administrator_can(action: &str) -> bool {
    let words = words(action);
    let start = words.iter().take(4);
    let subject = start.take_while(|word| !word.is(&["can", "may"])).last();
    let at = words
        .iter()
        .take(5)
        .position(|word| word.is(&["can", "may"]));
    let does = at
        .and_then(|at| words.get(at + 1))
        .is_some_and(|verb| is_imperative(&verb.lower));
    does && subject.is_some_and(|word| word.is(&["administrator", "administrators"]))
}

/// `the following example shows how to …`
fn shows_how(action: &str) -> bool {
    let words = words(action);
    let named = |word: &Word| word.is(&["example", "sample", "steps", "procedure", "code"]);
    let shows = |pair: &[Word]| {
        pair[0].is(&[
            "show",
            "shows",
            "explain",
            "explains",
            "describe",
            "describes",
            "demonstrates",
        ]) && pair[1].is(&["how"])
    };
    words.iter().take(4).any(named) && words.windows(2).take(5).any(shows)
}

/// `re-create the file`, `de-activate the port`
fn done_again(action: &str) -> bool {
    let first = action.split(' ').next().unwrap_or("").to_lowercase();
    let verb = first
        .strip_prefix("re-")
        .or_else(|| first.strip_prefix("de-"));
    verb.is_some_and(is_imperative)
}

/// `you cannot move it`, `it is not possible to move it`: what the reader is kept from.
pub(crate) fn forbids(action: &str) -> bool {
    let lower = action.to_lowercase();
    let start = ["you cannot ", "you can't ", "it is not possible to "];
    let lead = ["also, ", "however, ", "note that ", "in addition, "];
    let rest = lead.iter().find_map(|lead| lower.strip_prefix(lead));
    let rest = rest.unwrap_or(&lower);
    start.iter().any(|start| rest.starts_with(start))
}

/// `restarting the computer should remove it`
fn gerund_helps(action: &str) -> bool {
    let words = words(action);
    let gerund = words
        .first()
        .is_some_and(|word| word.lower.len() > 5 && word.lower.ends_with("ing"));
    gerund && any(&words, &["should", "will"])
}

/// `you may need to …`, `it is safe to …`: what is or may be to be done.
fn may_need(action: &str) -> bool {
    let lower = action.to_lowercase();
    [
        "may need to",
        "may have to",
        "might need to",
        "might have to",
        "will need to",
        "it is safe to",
        "is required",
        "may want to",
        "contact ",
        "you'll have to",
        "needs to be",
        "requires the following",
        "is needed",
        "is only required",
        "is only needed",
        "is only necessary",
        "is necessary",
        "have to be ",
        "has to be ",
        "it is a requirement",
        "they need to ",
    ]
    .iter()
    .any(|part| lower.contains(part))
}

/// `if necessary`, `if any`, `if you want`: nothing to decide.
pub(crate) fn empty(clause: &str) -> bool {
    let words = words(clause);
    let hollow = [
        "necessary",
        "needed",
        "possible",
        "appropriate",
        "any",
        "desired",
        "applicable",
        "required",
        "prompted",
        "asked",
        "present",
        "available",
        "so-desired",
    ];
    match words.as_slice() {
        [] => true,
        [one] => one.is(&hollow),
        // `if possible, or …`
        [first, ..] if first.is(&hollow) && first.stops(",;") => true,
        [first, ..] if words.len() <= 2 => {
            first.is(&["any", "not", "it", "this"]) && words[1].is(&hollow)
                || first.is(&["you"]) && words[1].is(&["want", "like", "wish", "prefer", "desire"])
                || first.is(&["so"]) && words[1].is(&["desired"])
        }
        [first, second, third, ..] if words.len() <= 4 => {
            first.is(&["you", "this", "it", "that"])
                && second.is(&["are", "is", "would", "want", "wish"])
                && third.is(&[
                    "prompted",
                    "necessary",
                    "needed",
                    "required",
                    "asked",
                    "like",
                    "possible",
                    "desired",
                    "finished",
                    "to",
                ])
                && (words.len() == 3 || words[3].is(&["to", "it", "so", "do"]))
        }
        _ => false,
    }
}

/// Whether a statement leads to what is to be done: what should or must be so, what can be done, which steps apply, what the
/// reader has then. What a program does by itself decides nothing.
pub(crate) fn guides(action: &str) -> bool {
    let words = words(action);
    let guide = [
        "should",
        "must",
        "steps",
        "process",
        "procedure",
        "need",
        "needs",
        "way",
        "approach",
        "workaround",
        "solution",
        "solutions",
        "recommended",
    ];
    // What a program can do by itself is no way for the reader.
    let people = [
        "you",
        "they",
        "users",
        "user",
        "he",
        "she",
        "administrator",
        "administrators",
        "developer",
        "developers",
    ];
    let passive = words
        .windows(3)
        .any(|three| three[1].is(&["can"]) && (three[2].is(&["be"]) || three[0].is(&people)));
    let modal = passive || any(&words, &guide);
    let reader = words.first().is_some_and(|word| word.is(&["you", "your"]));
    let doubted = any(&words, &["wouldn't", "cannot", "no"]) || !reader && any(&words, &["would"]);
    (modal || reader) && !doubted
}

/// `this confirms that …`, `the page will be removed`: what the reader sees after all went well.
pub(crate) fn confirms(action: &str) -> bool {
    words(action)
        .iter()
        .any(|word| word.is(&["would", "confirms", "typically", "working", "consistent"]))
        || action.contains(" will be ")
}

/// Sentences whose conditions decide nothing: boilerplate about the registry, warranty and support.
pub(crate) fn rejected(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    [
        "registry editor incorrectly",
        "limited programming experience",
        "restore the registry if a problem",
        "restore it if a problem",
        "the registry incorrectly",
        "third-party products that this article",
        " incorrectly, serious problems may ",
    ]
    .iter()
    .any(|part| lower.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(judge: fn(&str) -> bool, yes: &[&str], no: &[&str]) {
        for text in yes {
            assert!(judge(text), "{text}");
        }
        for text in no {
            assert!(!judge(text), "{text}");
        }
    }

    #[test]
    fn actions_that_say_what_to_do() {
        check(
            instructs_or_goes,
            &[
                "close the lid",
                "go to step 4",
                "skip step 4",
                "closing the lid should cool it",
                "you may need to close the lid",
                "re-create the lid",
                "the following example shows how to close it",
                "the network administrator can close it",
                "they need to close it",
            ],
            &[
                "the lid is warm",
                "it opens by itself",
                "re-entry is slow",
                "",
            ],
        );
    }

    #[test]
    fn actions_that_keep_the_reader_from_it() {
        check(
            forbids,
            &[
                "you cannot close the lid",
                "You can't close it",
                "Also, you cannot move the lid",
                "it is not possible to close it",
            ],
            &["you can close the lid", "the lid cannot close", ""],
        );
    }

    #[test]
    fn clauses_that_decide_nothing() {
        check(
            empty,
            &[
                "",
                "necessary",
                "you want",
                "not available",
                "possible, from the menu",
                "so desired",
                "you are prompted",
                "you would like to",
                "this is necessary",
                "possible, so that it fits",
            ],
            &[
                "you want the lid",
                "the lid is open",
                "you are tired",
                "it opens",
            ],
        );
    }

    #[test]
    fn statements_that_guide() {
        check(
            guides,
            &[
                "the lid should be open",
                "the steps are the same",
                "you have an old lid",
                "users can open the lid",
                "the lid can be opened by hand",
            ],
            &[
                "the lamp can light the room",
                "the lid opens by itself",
                "the lid cannot be opened",
                "",
            ],
        );
    }

    #[test]
    fn statements_that_only_confirm() {
        check(
            confirms,
            &[
                "this confirms that it is open",
                "the light will be green",
                "the lid is working",
            ],
            &["the light is green", "close the lid", ""],
        );
    }
}
