//! Where a condition's question looks for what its words point at: `so`, `it`, `this lid`.
//!
//! ```text
//! before = action                      of a trailing condition: `Open the lid if it is warm.`
//!        | part ";" | part ("," | ", and" | ", or")      in front of a leading one: `Open the lid, or, if it is open, …`
//!        | sentence                    the one before; up to four back, past those that only point back themselves
//! ```

use crate::extract::condition::Found;
use crate::extract::instruction;
use crate::extract::work::Work;
use crate::language::question;
use crate::language::word::words;

/// The question of a condition. What a pronoun points at stands before it: in the action of a trailing condition, in what the
/// sentence says to do in front of the condition, or in the sentence before.
pub(super) fn ask(
    work: &Work,
    line: usize,
    found: &Found,
    told: &str,
    action: &str,
) -> question::Asked {
    let ask = |before| question::ask(found.opener, told, action, before);
    let nearest = match found.leading {
        true => front(work.text(line), found).or_else(|| asked_before(work, line)),
        false => Some(action),
    };
    let asked = ask(nearest);
    let pronoun = told.starts_with("it ") || told.starts_with("they ");
    if found.leading || pronoun || !question::points(&asked.question) {
        return asked;
    }
    // `Delete it if this lid is open.`: the lid was spoken of before.
    Some(ask(asked_before(work, line)))
        .filter(|further| !question::points(&further.question))
        .unwrap_or(asked)
}

/// What the sentence says to do in front of a condition that leads another action, and what stands before a semicolon:
/// `Open the lid, or, if it is open, …`.
fn front<'a>(text: &'a str, found: &Found) -> Option<&'a str> {
    let front = text.get(..found.clause.start)?;
    if let Some((part, _)) = front.rsplit_once(';') {
        return Some(part.trim());
    }
    let first = front.split_once(',').map_or("", |(first, _)| first);
    let first = [" and", " or"]
        .iter()
        .find_map(|join| first.strip_suffix(join))
        .unwrap_or(first);
    (instruction::kind(first) == Some(instruction::Instruction::Imperative)).then_some(first)
}

/// The sentence in which what `so` and `not` point at is looked for: not one that points back itself (`If so, …`).
fn asked_before<'a>(work: &'a Work, line: usize) -> Option<&'a str> {
    const FURTHEST: usize = 4;
    let mut before = work.before(line);
    if points_back(work.text(line)) || of_pronoun(work.text(line)) {
        let further = (1..FURTHEST).map_while(|back| line.checked_sub(back));
        for line in further {
            if !before.is_some_and(|text| points_back(text) || of_pronoun(text)) {
                break;
            }
            before = work.before(line).or(before);
        }
    }
    before
}

/// Whether a sentence opens with a condition of a thing that it calls only by a pronoun: `If it is old, …`.
fn of_pronoun(text: &str) -> bool {
    ["If it ", "If they ", "Unless it ", "Unless they "]
        .iter()
        .any(|start| text.starts_with(start))
}

/// Whether a sentence opens with a condition that only points at one before it: `If so, …`, `If it is not, …`, `If this is the case, …`.
fn points_back(text: &str) -> bool {
    const POINTING: &[&str] = &[
        "so", "not", "this", "that", "it", "they", "is", "are", "was", "were", "does", "do", "did",
        "the", "case", "true", "isn't", "doesn't",
    ];
    let Some((clause, _)) = text
        .strip_prefix("If ")
        .and_then(|rest| rest.split_once(','))
    else {
        return false;
    };
    clause.len() < 32 && words(clause).iter().all(|word| word.is(POINTING))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::question::Opener;

    #[test]
    fn tells_what_points_back() {
        let table = [
            ("If so, open the lid.", true, false),
            ("If this is the case, open the lid.", true, false),
            ("If it is not, open the lid.", true, true),
            ("If it is warm, open the lid.", false, true),
            ("Unless they are warm, open the lids.", false, true),
            ("If the lid is warm, open it.", false, false),
            ("If so open the lid.", false, false),
            ("", false, false),
        ];
        for (text, back, pronoun) in table {
            assert_eq!(points_back(text), back, "{text}");
            assert_eq!(of_pronoun(text), pronoun, "{text}");
        }
    }

    #[test]
    fn finds_what_stands_in_front() {
        let table = [
            (
                "Open the lid, or, if it is open, wait.",
                Some("Open the lid"),
            ),
            (
                "The lid is warm; if it is open, wait.",
                Some("The lid is warm"),
            ),
            ("However, if it is open, wait.", None),
            ("If it is open, wait.", None),
        ];
        for (text, expected) in table {
            let start = text.find("it is").unwrap_or(0);
            let found = Found::new(Opener::If, start..text.len(), 0..0, true);
            assert_eq!(front(text, &found), expected, "{text}");
        }
    }
}
