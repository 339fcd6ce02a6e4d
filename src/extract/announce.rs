//! A condition that governs steps further below: the sentence announces them, or they say how its action is done.
//!
//! ```text
//! announced = sentence with a condition and "following" thing, the last of its paragraph; the steps come within two paragraphs,
//!             in the same section, and the sentence in front of them has no condition of its own
//! thing     = "technique" | "steps" | "procedure" | "method" | "workaround" | "instructions"
//! taken-up  = sentence with a condition in front of its action (or "if" behind an instruction), then right behind it "To do this" | "To do so" | "To" verb … noun …  ":"
//!             the verb and a noun being those of the action
//! step      = "This step" ("applies" | "is" ("required" | "necessary" | "needed")) ["only"] condition
//! ```

use super::clause;
use super::condition::Found;
use super::instruction::instructs;
use super::unit::{Follower, UnitKind};
use super::work::Work;
use super::{Purpose, Target};
use crate::language::question::Opener;
use crate::language::word::{Word, words};

/// How many sentences are looked at between an announcement and its steps.
const NEAR: usize = 12;

/// How many paragraphs may stand between them.
const PARAGRAPHS: usize = 2;

/// The procedure, and the advice in front of it, that a condition of `line`, outside of steps, governs from afar.
pub(crate) fn below(work: &Work, line: usize, found: &Found) -> Vec<Target> {
    if let Some(procedure) = taken_up(work, line, found) {
        return vec![Target::Procedure(procedure)];
    }
    let announces = found.leading && work.is_last(line) && announces(work.text(line));
    let follows = work.unit(line).followed_by == Follower::Other;
    if !announces || !follows || work.unit(line).kind != UnitKind::Paragraph {
        return Vec::new();
    }
    announced(work, line).unwrap_or_default()
}

fn announced(work: &Work, line: usize) -> Option<Vec<Target>> {
    let procedure = work.first_procedure_from(work.place(line).span.end);
    let found = work.out.procedures.get(procedure)?;
    let helps = found.purpose == Purpose::Do && found.section == work.unit(line).section;
    let start = work.start_of(procedure);
    let end = work.lines.len().min(line + 1 + NEAR);
    let lead = (line + 1..end)
        .find(|next| work.is_last(*next) && leads(work, *next, procedure))
        .filter(|_| helps)?;
    let near = work.lines[lead].unit - work.lines[line].unit <= PARAGRAPHS
        && work.place(lead).span.end <= start
        && clause::clauses(work.text(lead)).is_empty();
    let advice = (line + 1..=lead).filter_map(|line| work.advice_of[line].map(Target::Advice));
    near.then(|| advice.chain([Target::Procedure(procedure)]).collect())
}

fn leads(work: &Work, line: usize, procedure: usize) -> bool {
    work.unit(line).followed_by == Follower::Procedure(procedure)
}

/// `If the lid is lost, you can try the following technique to close the tray.`
fn announces(sentence: &str) -> bool {
    const THINGS: &[&str] = &[
        "technique",
        "steps",
        "procedure",
        "method",
        "workaround",
        "instructions",
    ];
    let words = words(sentence);
    words
        .windows(2)
        .any(|pair| pair[0].is(&["following"]) && pair[1].is(THINGS))
}

/// The procedure that the next sentence introduces as the way to do the condition's action.
fn taken_up(work: &Work, line: usize, found: &Found) -> Option<usize> {
    let next = line + 1;
    let lead = work.lines.get(next).filter(|_| work.is_last(next))?;
    let adjacent = lead.number == 0 || lead.unit == work.lines[line].unit;
    let Follower::Procedure(procedure) = work.unit(next).followed_by else {
        return None;
    };
    let alone = clause::clauses(work.text(line)).len() == 1 && !found.aside && !found.told;
    let action = work.text(line).get(found.action.clone())?;
    let alone = alone && (found.leading || found.opener == Opener::If && instructs(action));
    let same = work.unit(line).section == work.unit(next).section;
    (adjacent && same && alone && takes_up(work.text(next), action)).then_some(procedure)
}

/// Whether `lead` says how `action` is done.
fn takes_up(lead: &str, action: &str) -> bool {
    const POINTS: [&str; 4] = ["To do this", "To do so", "To do it", "To accomplish this"];
    if POINTS.iter().any(|start| lead.starts_with(start)) {
        return true;
    }
    let (lead, action) = (words(lead), words(action));
    let [to, verb, rest @ ..] = lead.as_slice() else {
        return false;
    };
    let has = |word: &Word| action.iter().any(|other| other.lower == word.lower);
    let noun = |word: &&Word| {
        word.lower.len() > 3
            && !word.is(&[
                "following",
                "these",
                "steps",
                "this",
                "that",
                "your",
                "with",
                "follow",
                "using",
            ])
    };
    to.is(&["to"]) && has(verb) && rest.iter().take(6).filter(noun).any(has)
}

/// Whether the action only says that the step is for those of whom the condition holds: `This step is needed only`.
pub(crate) fn only_this_step(action: &str) -> bool {
    let words = words(action);
    let [this, step, rest @ ..] = words.as_slice() else {
        return false;
    };
    let has = |list: &[&str]| rest.iter().any(|word| word.is(list));
    this.is(&["this"])
        && step.is(&["step"])
        && has(&["only", "necessary", "required", "needed", "applies"])
        && !has(&["not", "no", "even", "and", "but"])
        && rest.len() < 6
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read;
    use crate::extract::{StepId, extract};

    /// An article, with what its first condition governs.
    const EXAMPLES: &[(&str, &[Target])] = &[
        (
            "## Resolution\n\nIf the lid is lost, you can try the following technique to close the tray.\n\nOpen the drawer below it.\n\nFollow these steps to turn the tray:\n\n1. Press Stop.\n2. Press Turn.",
            &[Target::Advice(0), Target::Advice(1), Target::Procedure(0)],
        ),
        (
            "## Resolution\n\nIf the lid is lost, you should clean the tray by hand.\n\nTo clean the tray:\n\n1. Press Stop.\n2. Press Open.",
            &[Target::Advice(0), Target::Procedure(0)],
        ),
        (
            "## Resolution\n\nIf the lid is lost, clean the tray by hand. To do this, follow these steps:\n\n1. Press Stop.\n2. Press Open.",
            &[Target::Advice(0), Target::Procedure(0)],
        ),
        (
            "## Resolution\n\nIf the lid is lost, buy a new one.\n\nTo clean the tray:\n\n1. Press Stop.\n2. Press Open.",
            &[Target::Advice(0)],
        ),
        (
            "## Resolution\n\nYou can clean the tray only if you have a brush. To do this, follow these steps:\n\n1. Press Stop.\n2. Press Open.",
            &[Target::Advice(0)],
        ),
        (
            "1. Press Stop. This step is necessary only if the lid is open.\n2. Press Open.",
            &[Target::Step(StepId(0))],
        ),
    ];

    #[test]
    fn what_a_condition_governs_from_afar() {
        for (article, expected) in EXAMPLES {
            let out = extract(&read("lid", article.as_bytes()));
            let found = out.conditions.first().map(|found| found.targets.as_slice());
            assert_eq!(found, Some(*expected), "{article}");
        }
    }
}
