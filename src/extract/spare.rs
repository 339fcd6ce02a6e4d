//! What is left out when a condition holds.
//!
//! ```text
//! otherwise = condition .. ["."] "Otherwise" [","] action
//! ```
//! `Otherwise` is the opposite of the condition in the sentence, paragraph or step before. A step or a piece of advice of its
//! own that opens with it is not done when that condition holds; of one that says both, nothing is left out.

use super::skip::Skipped;
use super::unit::{Follower, UnitKind};
use super::work::Work;
use super::{StepId, Target};
use crate::language::word::words;

/// How far from a step the steps may stand that it lets the reader skip.
const MOST: usize = 64;

/// The steps that a line lets the reader skip.
pub(super) fn steps(work: &Work, line: usize, skipped: &Skipped) -> Vec<Target> {
    let Some(step) = work.unit(line).step else {
        return Vec::new();
    };
    let siblings = siblings(work, step);
    let at = siblings.binary_search(&step).ok();
    let found: Vec<StepId> = match skipped {
        Skipped::This => vec![step],
        Skipped::Next => {
            let next = at.and_then(|at| siblings.get(at + 1));
            next.copied().into_iter().collect()
        }
        Skipped::From(first, last) => {
            let at = at.unwrap_or(0);
            let end = siblings.len().min(at + MOST);
            let near = siblings.get(at.saturating_sub(MOST)..end).unwrap_or(&[]);
            between(work, near, first, last)
        }
    };
    found.into_iter().map(Target::Step).collect()
}

fn between(work: &Work, siblings: &[StepId], first: &str, last: &str) -> Vec<StepId> {
    let at = |label: &str| {
        siblings
            .iter()
            .position(|id| work.out.steps[id.0].label.eq_ignore_ascii_case(label))
    };
    match (at(first), at(last)) {
        (Some(first), Some(last)) => siblings.get(first..=last).unwrap_or(&[]).to_vec(),
        _ => Vec::new(),
    }
}

/// The steps side by side with a step, itself among them, in ascending order.
fn siblings<'a>(work: &'a Work, step: StepId) -> &'a [StepId] {
    let found = &work.out.steps[step.0];
    match found.parent {
        Some(parent) => &work.out.steps[parent.0].steps,
        None => &work.out.procedures[found.procedure].steps,
    }
}

/// Gives what opens with `Otherwise` to the condition of which it is the opposite.
pub(super) fn otherwise(work: &mut Work) {
    let mut number = 0;
    for line in 0..work.lines.len() {
        let start = work.place(line).span.start;
        while let Some(condition) = work.out.conditions.get(number)
            && condition.place.span.start < start
        {
            number += 1;
        }
        if !work.speaks(line) || !opposes(work.text(line)) {
            continue;
        }
        let target = opposed(work, line);
        if let (Some(target), Some(condition)) = (target, number.checked_sub(1))
            && near(work, line, condition)
        {
            let found = &mut work.out.conditions[condition];
            if found.jump.is_none() && !found.targets.contains(&target) {
                found.spares.push(target);
            }
        }
    }
}

fn opposes(text: &str) -> bool {
    words(text)
        .first()
        .is_some_and(|word| word.is(&["otherwise", "else"]))
}

/// What the line opens: the step that it is the first sentence of, or the advice that it is, or the steps that it introduces.
fn opposed(work: &Work, line: usize) -> Option<Target> {
    let unit = work.unit(line);
    let first = work.lines[line].number == 0;
    match (unit.kind, unit.step) {
        (UnitKind::StepText, Some(step)) => first.then_some(Target::Step(step)),
        (UnitKind::Paragraph | UnitKind::Bullet { .. }, None) => {
            let advice = work.advice_of.get(line).copied().flatten();
            let introduces = match unit.followed_by {
                Follower::Procedure(procedure) if work.is_last(line) => {
                    Some(Target::Procedure(procedure))
                }
                _ => None,
            };
            introduces.or(advice.map(Target::Advice))
        }
        _ => None,
    }
}

/// Whether the condition stands in the step before, or in the sentence before.
fn near(work: &Work, line: usize, condition: usize) -> bool {
    let place = work.out.conditions[condition].place.span;
    let unit = work.unit(line);
    let from = match unit.step {
        Some(step) => {
            let siblings = siblings(work, step);
            let at = siblings.binary_search(&step).ok();
            let before = at
                .and_then(|at| at.checked_sub(1))
                .and_then(|at| siblings.get(at));
            before.map(|step| work.out.steps[step.0].place.span.start)
        }
        None => line.checked_sub(1).map(|line| work.place(line).span.start),
    };
    from.is_some_and(|from| place.start >= from)
}

#[cfg(test)]
mod tests {
    use crate::document::read;
    use crate::extract::{Extraction, Target, extract};

    /// An article, with what its first condition leaves out.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "1. If the lid is open, close it.\n2. Otherwise, press Start.\n3. Wait.",
            &["step 2"],
        ),
        (
            "1. If the lid is open, skip steps 2 through 3.\n2. Press Open.\n3. Press Stop.\n4. Wait.",
            &["step 2", "step 3"],
        ),
        (
            "1. If the lid is open, skip the next step.\n2. Press Open.\n3. Wait.",
            &["step 2"],
        ),
        (
            "1. Press Stop.\n2. If the lid is open, skip this step. Press Open.\n3. Wait.",
            &["step 2"],
        ),
        (
            "## Resolution\n\nIf the lid is open, close it. Otherwise, press Start.",
            &["Otherwise, press Start."],
        ),
        (
            "1. If the lid is open, close it. Otherwise, press Start.\n2. Wait.",
            &[],
        ),
        (
            "1. If the lid is open, close it.\n2. Press Start.\n3. Otherwise, wait.",
            &[],
        ),
        (
            "1. If the lid is open, go to step 3.\n2. Otherwise, press Open.\n3. Wait.",
            &[],
        ),
        (
            "1. If the lid is open, skip steps 7 through 9.\n2. Press Open.",
            &[],
        ),
    ];

    fn name(out: &Extraction, target: Target) -> String {
        match target {
            Target::Step(id) => format!("step {}", out.steps[id.0].label),
            Target::Advice(at) => out.advice[at].text.as_str().to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn what_a_condition_leaves_out() {
        for (article, expected) in EXAMPLES {
            let out = extract(&read("lid", article.as_bytes()));
            let spares = &out.conditions[0].spares;
            let found: Vec<_> = spares.iter().map(|target| name(&out, *target)).collect();
            assert_eq!(found, *expected, "{article}");
        }
    }
}
