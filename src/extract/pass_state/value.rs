//! Values of a state that the article names in other sentences than the step that sets it.
//!
//! ```text
//! named = .. topic word{0..7} ("to" | "is") value {("," | "or" | "and") value}
//! ```

use super::super::state::values;
use super::super::work::Work;
use super::{MOST, definite};
use crate::language::word::{Word, words};

/// `set the transfer mode … to None or Inbound Only`: values of a state named in other sentences.
pub(super) fn name_values(work: &mut Work, line: usize) {
    let text = work.text(line).to_string();
    let words = words(&text);
    for index in 0..work.out.states.len().min(MOST) {
        let state = &work.out.states[index];
        if state.values.is_empty() || state.values.len() > 12 || !mentions(&text, &state.topic) {
            continue;
        }
        let named = named_values(&words, &state.topic);
        let state = &mut work.out.states[index];
        let own = state.values.clone();
        let others = named
            .into_iter()
            .filter(|value| !own.contains(value))
            .collect::<Vec<_>>();
        if !others.is_empty() {
            state.values.splice(0..0, others);
            state.question = owned_question(&state.question, &state.topic, &text);
            let place = work.place(line);
            let state = &mut work.out.states[index];
            if place.span.start < state.place.span.start {
                state.place = place;
            }
        }
    }
}

fn mentions(text: &str, topic: &str) -> bool {
    text.to_lowercase().contains(&topic.to_lowercase())
}

pub(super) fn named_values(words: &[Word], topic: &str) -> Vec<String> {
    let head: Vec<String> = topic
        .to_lowercase()
        .split(' ')
        .map(str::to_string)
        .collect();
    let Some(at) = words.windows(head.len()).position(|window| {
        window
            .iter()
            .zip(&head)
            .all(|(word, part)| word.lower == part.as_str())
    }) else {
        return Vec::new();
    };
    let rest = &words[at + head.len()..];
    let to = rest.iter().enumerate().take(8).position(|(at, word)| {
        let set = rest
            .get(at + 1)
            .is_some_and(|next| next.is(&["set", "changed", "not", "already"]));
        word.is(&["to"]) || word.is(&["is"]) && !set
    });
    to.map_or(Vec::new(), |to| values(&rest[to + 1..]))
}

/// Keeps the question; a place for its owner to be added from another sentence that names it.
fn owned_question(question: &str, topic: &str, text: &str) -> String {
    let bare = format!("What is the {} set to?", lower_first(topic));
    if question != bare {
        return question.to_string();
    }
    let lower = text.to_lowercase();
    let Some(at) = lower.find(&format!("{} of ", topic.to_lowercase())) else {
        return bare;
    };
    let Some(rest) = text.get(at + topic.len() + 4..) else {
        return bare;
    };
    let owner: Vec<_> = rest
        .split(' ')
        .take_while(|word| *word != "to" && *word != "is")
        .take(6)
        .collect();
    format!(
        "What is the {} of {} set to?",
        lower_first(topic),
        definite(&owner.join(" "))
    )
}

fn lower_first(topic: &str) -> String {
    let second_capital = topic.chars().nth(1).is_some_and(char::is_uppercase);
    let mut chars = topic.chars();
    match chars.next() {
        Some(first) if !second_capital => first.to_lowercase().chain(chars).collect(),
        _ => topic.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence, a topic, and the values that it names for it.
    const EXAMPLES: &[(&str, &str, &[&str])] = &[
        ("Set the fan speed to Slow.", "Fan speed", &["Slow"]),
        (
            "Change the fan speed of the old one to Slow or Fast.",
            "Fan speed",
            &["Slow", "Fast"],
        ),
        ("The fan speed is Slow.", "Fan speed", &["Slow"]),
        ("The fan speed is set to Slow.", "Fan speed", &["Slow"]),
        ("The fan speed is not Slow.", "Fan speed", &[]),
        ("Look at the fan speed.", "Fan speed", &[]),
        ("Set the lid to Open.", "Fan speed", &[]),
        ("", "Fan speed", &[]),
    ];

    #[test]
    fn values_in_other_sentences() {
        for (sentence, topic, expected) in EXAMPLES {
            assert_eq!(
                named_values(&words(sentence), topic),
                *expected,
                "{sentence}"
            );
        }
    }
}
