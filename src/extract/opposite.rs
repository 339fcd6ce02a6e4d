//! Opposite outcomes: `the copy succeeds` and `the copy fails` are one question.
//!
//! ```text
//! outcome = ["you receive" .. "indicating" ["that"]] subject ("succeeds" | "fails" ..) ..
//! ```
//! Negation makes opposites too, but that is the question's own business; here the words differ.

use super::Condition;
use crate::language::verbs::base_of;
use crate::language::word::words;
use std::collections::BTreeMap;

/// The subject of a clause that tells how something ended, and whether it ended well.
pub(crate) fn outcome(clause: &str) -> Option<(String, bool)> {
    let clause = indicated(clause).unwrap_or(clause);
    let words = words(clause);
    let at = words
        .iter()
        .position(|word| matches!(base_of(&word.lower), Some("succeed" | "fail" | "pass")))?;
    let of_noun = ["the", "a", "an", "any", "your", "this", "each", "you"];
    if words.get(at.checked_sub(1)?)?.is(&of_noun) {
        return None; // `the failed copy`, `you pass`
    }
    let negated = words[..at]
        .iter()
        .any(|word| word.is(&["not", "never", "no"]));
    let subject: Vec<&str> = words[..at]
        .iter()
        .map(|word| word.lower.as_ref())
        .filter(|word| !["does", "do", "did", "not"].contains(word))
        .collect();
    let well = base_of(&words[at].lower) != Some("fail");
    (!subject.is_empty() && subject.len() <= 5).then(|| (subject.join(" "), well != negated))
}

/// What a message tells: `you receive error messages indicating the copy failed` → `the copy failed`.
pub(crate) fn indicated(clause: &str) -> Option<&str> {
    let (before, told) = clause.split_once(" indicating ")?;
    let received = before.starts_with("you receive ")
        || before.starts_with("you get ")
        || before.starts_with("you see ");
    received.then(|| told.strip_prefix("that ").unwrap_or(told))
}

/// Gives conditions of opposite outcomes one question: that of the good end.
pub(crate) fn unify(conditions: &mut [Condition]) {
    let outcomes: Vec<_> = conditions
        .iter()
        .map(|condition| outcome(&condition.clause.text))
        .collect();
    let mut good: BTreeMap<String, usize> = BTreeMap::new();
    for (index, found) in outcomes.iter().enumerate() {
        if let Some((subject, true)) = found {
            good.entry(subject.clone()).or_insert(index);
        }
    }
    for (index, found) in outcomes.iter().enumerate() {
        let Some((subject, well)) = found else {
            continue;
        };
        if let Some(model) = good.get(subject).filter(|model| **model != index) {
            let model = conditions[*model].clone();
            conditions[index].question = model.question;
            conditions[index].topic = model.topic;
            conditions[index].true_when_yes = if *well {
                model.true_when_yes
            } else {
                !model.true_when_yes
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_how_it_ended() {
        let examples = [
            ("the test succeeds", Some(("the test", true))),
            ("the test fails with error 5", Some(("the test", false))),
            (
                "you receive messages indicating that the copy failed",
                Some(("the copy", false)),
            ),
            ("the copy did not succeed", Some(("the copy", false))),
            ("the disk is full", None),
            ("you see the new copy", None),
            ("you see the failed copy", None),
            ("fails", None),
            ("", None),
        ];
        for (clause, expected) in examples {
            let found = outcome(clause);
            let found = found
                .as_ref()
                .map(|(subject, well)| (subject.as_str(), *well));
            assert_eq!(found, expected, "{clause}");
        }
    }
}
