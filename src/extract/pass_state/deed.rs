//! Deeds that the article calls a mistake: each becomes a condition of the hazards of its paragraph.
//!
//! ```text
//! deed = ["you"] verb {("or" | "and") verb} object              Is the object ..ed?
//!      | ["you"] "set" what ["of" owner] "to" value             Is the what of the owner set to ..?
//! ```

use super::super::misconception::misconception;
use super::super::target::hazards_after;
use super::super::work::Work;
use super::super::{Condition, Quote, Role, Target, Timing};
use super::value::named_values;
use super::{MOST, capitalised, definite, plural};
use crate::language::verbs;
use crate::language::word::words;
use crate::span::Span;

/// A deed that a sentence calls a mistake: it becomes a condition of the hazards of its paragraph.
pub(super) fn deed(work: &mut Work, line: usize) {
    let Some(deed) = misconception(work.text(line)) else {
        return;
    };
    let clause = work.quote(line, deed.range.clone());
    let hazards: Vec<usize> = hazards_after(work, line).collect();
    let Some(main) = hazards.first() else {
        return;
    };
    let Some(asked) = deed_question(&clause.text) else {
        return;
    };
    let state = same_state(work, &clause.text);
    let action = Quote {
        text: work.out.warnings[*main].text.as_str().to_string(),
        span: work.out.warnings[*main].place.span,
    };
    let condition = Condition {
        clause,
        action,
        jump: None,
        question: asked.0,
        topic: asked.1,
        true_when_yes: true,
        spares: Vec::new(),
        targets: hazards.iter().copied().map(Target::Warning).collect(),
        timing: Timing::Before,
        state,
        place: work.place(line),
    };
    let span = condition.place.span.start;
    let told: Vec<Span> = told_of(work, &hazards);
    let same = condition.place.span;
    work.out
        .conditions
        .retain(|old| old.place.span != same && !told.contains(&old.place.span));
    let at = work
        .out
        .conditions
        .partition_point(|old| old.place.span.start <= span);
    work.out.conditions.insert(at, condition);
    work.lines[line].role = Role::Condition;
}

/// Where the hazards stand, with all that is told of them: what these sentences suppose (`if it is never started
/// again`) is part of the hazard and decides nothing.
fn told_of(work: &Work, hazards: &[usize]) -> Vec<Span> {
    let warnings = work.out.warnings.iter().enumerate();
    let told = warnings.filter(|(index, warning)| {
        hazards.contains(index) || warning.part_of.is_some_and(|main| hazards.contains(&main))
    });
    told.map(|(_, warning)| warning.place.span).collect()
}

/// `you stop or disable an unused X`, `stopping or disabling an X` → `Is the X stopped or disabled?`
fn deed_question(clause: &str) -> Option<(String, String)> {
    let words = words(clause);
    let from = usize::from(words.first()?.is(&["you"]));
    let mut verbs_found = Vec::new();
    let mut at = from;
    while let Some(base) = words.get(at).and_then(|word| verbs::base_of(&word.lower)) {
        verbs_found.push(base);
        at += 1;
        if !words.get(at)?.is(&["or", "and"]) {
            break;
        }
        at += 1;
    }
    let object = clause.get(words.get(at)?.start..)?;
    let first = *verbs_found.first()?;
    if first == "set" {
        return set_question(object);
    }
    let participles: Vec<String> = verbs_found
        .iter()
        .map(|base| verbs::participle(base))
        .collect();
    let joined = participles.join(" or ");
    let owner = definite(object);
    let is = if plural(&owner) { "Are" } else { "Is" };
    Some((format!("{is} {owner} {joined}?"), capitalised(&joined)))
}

/// `the transfer mode of an X to None or Only` → `Is the transfer mode of the X set to None or Only?`
fn set_question(object: &str) -> Option<(String, String)> {
    let (what, value) = object
        .rsplit_once(" to ")
        .filter(|(what, _)| !what.is_empty())?;
    let (head, owner) = match what.split_once(" of ") {
        Some((head, owner)) => (head, format!(" of {}", definite(owner))),
        None => (what, String::new()),
    };
    let head = definite(head);
    let topic = capitalised(head.trim_start_matches("the "));
    Some((format!("Is {head}{owner} set to {value}?"), topic))
}

/// The state that the deed speaks of, and the values that it names.
fn same_state(work: &Work, clause: &str) -> Option<(usize, Vec<String>)> {
    let words = words(clause);
    work.out
        .states
        .iter()
        .take(MOST)
        .enumerate()
        .find_map(|(index, state)| {
            let named = named_values(&words, &state.topic);
            let known: Vec<String> = named
                .into_iter()
                .filter(|value| state.values.contains(value))
                .collect();
            (!known.is_empty()).then_some((index, known))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A deed, and what is asked of it.
    const EXAMPLES: &[(&str, Option<(&str, &str)>)] = &[
        ("you stop the fan", Some(("Is the fan stopped?", "Stopped"))),
        (
            "stopping or closing a lid",
            Some(("Is the lid stopped or closed?", "Stopped or closed")),
        ),
        (
            "you disable the fans",
            Some(("Are the fans disabled?", "Disabled")),
        ),
        (
            "you set the speed of a fan to Slow",
            Some(("Is the speed of the fan set to Slow?", "Speed")),
        ),
        (
            "setting the speed to 0",
            Some(("Is the speed set to 0?", "Speed")),
        ),
        ("you set the speed", None),
        ("the fan", None),
        ("you stop", None),
        ("", None),
    ];

    #[test]
    fn deeds_are_asked_as_states() {
        for (clause, expected) in EXAMPLES {
            let found = deed_question(clause);
            let found = found
                .as_ref()
                .map(|(question, topic)| (question.as_str(), topic.as_str()));
            assert_eq!(found, *expected, "{clause}");
        }
    }
}
