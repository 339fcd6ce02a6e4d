//! Questions about one state in other words: `Is the fan stopped?` and `Is the fan running?` are one question.
//!
//! ```text
//! state  = ("Is" | "Are" | "Was" | "Were") thing {adverb} word [preposition ..] "?"
//!        | "Do you" {adverb} "have" thing "installed" [preposition ..] "?"
//!        | ("Does" | "Do") thing {adverb} "exist" [preposition ..] "?"
//! word   = "running" | "stopped" | "enabled" | "disabled" | "missing" ..       each with its opposite in a table
//! ```
//! Of words that are no complements (`full` and `empty`) neither says what the other denies: they share nothing.

use super::{Condition, State};
use std::collections::BTreeMap;

/// Gives conditions and states that ask for the same state one question: the first that is asked in the positive.
pub(crate) fn share(conditions: &mut [Condition], states: &[State]) {
    let mut asked: BTreeMap<String, (String, String)> = BTreeMap::new();
    let of_states = states
        .iter()
        .filter(|state| state.values.is_empty())
        .map(|state| (&state.question, &state.topic));
    let of_conditions = conditions
        .iter()
        .map(|condition| (&condition.question, &condition.topic));
    for (question, topic) in of_states.chain(of_conditions) {
        if let Some((key, true)) = state_of(question) {
            asked
                .entry(key)
                .or_insert_with(|| (question.clone(), topic.clone()));
        }
    }
    for condition in conditions {
        let found = state_of(&condition.question);
        let Some((positive, model)) = found.and_then(|(key, is)| Some((is, asked.get(&key)?)))
        else {
            continue;
        };
        condition.question.clone_from(&model.0);
        condition.topic.clone_from(&model.1);
        condition.true_when_yes = condition.true_when_yes == positive;
    }
}

/// What state of what a question asks for, in one wording for all, and whether it asks in the positive.
fn state_of(question: &str) -> Option<(String, bool)> {
    let question = question.strip_suffix('?')?.to_lowercase();
    let words: Vec<&str> = question.split(' ').collect();
    let (first, rest) = words.split_first()?;
    let (rest, exists) = match *first {
        "is" | "are" | "was" | "were" => (rest, false),
        "does" | "do" if rest.first() != Some(&"you") => (rest, true),
        "do" => (owned(rest)?, false),
        _ => return None,
    };
    let at = rest.iter().rposition(|word| word_of(word).is_some())?;
    let (word, positive) = word_of(rest.get(at)?)?;
    let ends = rest
        .get(at + 1)
        .is_none_or(|next| PREPOSITIONS.contains(next));
    if !ends || at == 0 || exists != (rest.get(at) == Some(&"exist")) {
        return None;
    }
    let turned = rest.get(at.checked_sub(1)?) == Some(&"turned");
    if ["on", "off"].contains(rest.get(at)?) && !turned {
        return None; // `on` is a preposition
    }
    let thing = rest
        .get(..at - usize::from(turned))?
        .iter()
        .filter(|word| !ADVERBS.contains(word));
    let mut thing: Vec<&str> = thing.copied().collect();
    if ARTICLES.contains(thing.first()?) {
        thing.remove(0);
    }
    let place = rest.get(at + 1..)?.join(" ");
    (!thing.is_empty()).then(|| (format!("{} {word} {place}", thing.join(" ")), positive))
}

/// `you already have the fan installed` → `the fan installed`
fn owned<'w, 'a>(rest: &'w [&'a str]) -> Option<&'w [&'a str]> {
    let have = rest.iter().take(3).position(|word| *word == "have")?;
    let owned = rest.get(have + 1..)?;
    owned.contains(&"installed").then_some(owned)
}

/// The state that a word names, and whether it has it.
fn word_of(word: &str) -> Option<(&'static str, bool)> {
    STATES.iter().find_map(|(state, yes, no)| {
        let is = |list: &[&str]| list.contains(&word);
        (is(yes) || is(no)).then(|| (*state, is(yes)))
    })
}

/// A state, the words that say it, and those that deny it.
type Pair = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const STATES: &[Pair] = &[
    ("running", &["running", "started"], &["stopped"]),
    ("enabled", &["enabled"], &["disabled"]),
    ("on", &["on"], &["off"]),
    ("installed", &["installed"], &["uninstalled"]),
    (
        "selected",
        &["selected", "checked"],
        &["cleared", "unchecked", "clear"],
    ),
    ("present", &["present", "exist"], &["missing", "absent"]),
    ("available", &["available"], &["unavailable", "dimmed"]),
    ("connected", &["connected"], &["disconnected"]),
    ("open", &["open"], &["closed"]),
    ("locked", &["locked"], &["unlocked"]),
    ("visible", &["visible"], &["hidden", "invisible"]),
    ("valid", &["valid"], &["invalid"]),
    ("correct", &["correct"], &["incorrect"]),
    ("successful", &["successful"], &["unsuccessful"]),
];

const PREPOSITIONS: &[&str] = &["on", "in", "for", "at", "with", "by", "from", "under", "to"];

const ADVERBS: &[&str] = &["already", "currently", "still", "also", "now"];

const ARTICLES: &[&str] = &["the", "a", "an", "your", "any"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_in_one_wording() {
        let table = [
            ("Is the fan running?", Some(("fan running ", true))),
            ("Is the fan stopped?", Some(("fan running ", false))),
            (
                "Are the fans disabled in the cellar?",
                Some(("fans enabled in the cellar", false)),
            ),
            ("Is the fan turned off?", Some(("fan on ", false))),
            ("Is the fan on the roof?", None),
            (
                "Do you already have Fan 2 installed?",
                Some(("fan 2 installed ", true)),
            ),
            (
                "Is Fan 2 already installed?",
                Some(("fan 2 installed ", true)),
            ),
            ("Does the fan exist?", Some(("fan present ", true))),
            ("Is the fan missing?", Some(("fan present ", false))),
            ("Do you exist?", None),
            ("Does the fan missing?", None),
            ("Is the installed fan old?", None),
            ("Is missing?", None),
            ("Is the fan empty?", None),
            ("?", None),
            ("", None),
        ];
        for (question, expected) in table {
            let found = state_of(question);
            let found = found.as_ref().map(|(key, is)| (key.as_str(), *is));
            assert_eq!(found, expected, "{question}");
        }
    }
}
