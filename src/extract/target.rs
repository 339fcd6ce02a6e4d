//! What a condition governs, and which steps do nothing without one.
//!
//! In a step's text it governs the whole step when nothing else in the text stands alone, else a part of it; in the last sentence
//! before nested steps it governs those; outside of steps, the advice that it stands in and the procedure that it introduces.
//!
//! ```text
//! target = step                 all of its text is under the condition
//!        | part-of-step         the text says something else too, or what to do otherwise
//!        | nested               the condition stands in the last sentence before nested steps
//!        | advice | procedure   outside of steps: where it stands, what it introduces
//!        | warning              a hazard told in the same sentence, or behind a mistaken belief
//! ```

use super::advice::introduces_only;
use super::announce;
use super::clause;
use super::condition::{Found, empty};
use super::instruction;
use super::misconception::misconception;
use super::unit::{Follower, UnitKind};
use super::work::Work;
use super::{StepId, Target};
use crate::language::word::words;

/// What the condition governs.
pub(crate) fn targets(work: &Work, line: usize, found: &Found) -> Vec<Target> {
    let unit = work.unit(line);
    let last = work.is_last(line);
    let mut targets = Vec::new();
    // What is to be done before (`only after you have made a copy`) is no reason to leave a step out.
    if unit.step.is_some() && work.text(line).contains("only after ") {
        return targets;
    }
    if found.told {
        let whole = unit.kind == UnitKind::StepText && unit.followed_by == Follower::Other;
        let target = unit
            .step
            .filter(|_| whole)
            .map(|step| step_target(work, line, step, found));
        targets.extend(target.filter(|target| matches!(target, Target::Step(_))));
        return targets;
    }
    match (unit.kind, unit.step) {
        (_, Some(step)) if of_this_step(work, line, found) => targets.push(Target::Step(step)),
        (UnitKind::StepText, Some(step)) => targets.push(step_target(work, line, step, found)),
        (UnitKind::StepDetail, Some(step)) if last && unit.followed_by == Follower::Nested => {
            targets.push(Target::Nested(step))
        }
        (UnitKind::StepDetail, Some(step)) => targets.push(Target::PartOfStep(step)),
        (UnitKind::Note { .. }, _) => {}
        _ => outside(work, line, found, &mut targets),
    }
    let span = work.place(line).span;
    let near = work
        .out
        .warnings
        .partition_point(|warning| warning.place.span.start < span.start);
    if let Some(warning) = work
        .out
        .warnings
        .get(near)
        .filter(|w| w.label.is_none() && w.place.span == span)
        && unit.step.is_none()
        && warning.hazard
    {
        targets.push(Target::Warning(near));
    }
    targets
}

/// `This step is needed only if …`: said of the whole step, wherever under it.
fn of_this_step(work: &Work, line: usize, found: &Found) -> bool {
    let action = work.text(line).get(found.action.clone());
    action.is_some_and(announce::only_this_step)
}

fn step_target(work: &Work, line: usize, step: StepId, found: &Found) -> Target {
    let unit = work.unit(line);
    let first = work.lines[line].number == 0;
    let nested = work.is_last(line) && unit.followed_by == Follower::Nested;
    if nested && !first && found.leading && introduces_only(work.text(line))
        || before_nested(work, line, found)
    {
        return Target::Nested(step);
    }
    if work.lines_of(work.lines[line].unit).len() > MOST || free_beside(work.text(line), found) {
        return Target::PartOfStep(step);
    }
    let alone = !found.aside
        && work.lines_of(work.lines[line].unit).all(|other| {
            other == line || hangs_on(work, other, line) || !stands_alone(work, other, line)
        });
    let whole = !says_otherwise(unit.prose.as_str());
    if alone
        && whole
        && (first || !instruction::instructs(first_text(work, line)))
        && one_condition(work, line, found)
    {
        Target::Step(step)
    } else {
        Target::PartOfStep(step)
    }
}

/// `If you want to wait, do so by hand. To do this, follow these steps:` with steps nested under it.
fn before_nested(work: &Work, line: usize, found: &Found) -> bool {
    let next_is_last = !work.is_last(line) && work.is_last(line + 1);
    let leads = next_is_last && work.unit(line).followed_by == Follower::Nested;
    let text = if leads { work.text(line + 1) } else { "" };
    let points_back = ["To do so", "To do this", "To do it"]
        .iter()
        .any(|start| text.starts_with(start));
    found.leading && work.lines[line].number > 0 && points_back
}

fn first_text<'a>(work: &'a Work, line: usize) -> &'a str {
    work.text(work.lines_of(work.lines[line].unit).start)
}

/// Whether another sentence of the unit says what to do whatever the condition.
fn stands_alone(work: &Work, other: usize, line: usize) -> bool {
    let text = work.text(other);
    let conditional = !clause::clauses(text).is_empty();
    instruction::instructs(text) && (other < line || conditional)
}

/// Whether a further condition of the step can only be asked when the action of the first was done:
/// `If there is a spare, fit it. If after doing so …`, `… look in the box. If it is not in that box, …`.
fn hangs_on(work: &Work, other: usize, line: usize) -> bool {
    if other < line || work.lines[line].number > 0 {
        return false;
    }
    let (first, later) = (work.text(line), work.text(other));
    let (first_clauses, later_clauses) = (clause::clauses(first), clause::clauses(later));
    let (Some(one), Some(two)) = (first_clauses.first(), later_clauses.first()) else {
        return false;
    };
    let part = |text: &str, range: &std::ops::Range<usize>| {
        text.get(range.clone()).unwrap_or("").to_lowercase()
    };
    let condition = part(later, &two.clause);
    let done = ["after doing ", "after you do ", "after you have done "]
        .iter()
        .any(|start| condition.starts_with(start));
    let place = named_place(&condition).is_some_and(|noun| {
        part(first, &one.action).contains(noun) && !part(first, &one.clause).contains(noun)
    });
    one.leading && two.leading && (done || place)
}

/// `box` of `it is not in that box`
fn named_place(condition: &str) -> Option<&str> {
    let words: Vec<&str> = condition.split(' ').collect();
    let place = words.windows(3).find(|three| {
        ["in", "on", "at", "from"].contains(&three[0]) && ["that", "those"].contains(&three[1])
    })?;
    Some(place[2]).filter(|noun| noun.len() > 2)
}

/// Whether no other condition stands beside this one; what its own action does only under another one hangs on both.
fn one_condition(work: &Work, line: usize, found: &Found) -> bool {
    let text = work.text(line);
    clause::clauses(text)
        .iter()
        .filter(|clause| !empty(&text[clause.clause.clone()]))
        .filter(|clause| {
            clause.clause.start < found.action.start
                || clause.clause.start >= found.action.end
                || !found.leading
        })
        .count()
        <= 1
}

/// How many sentences a step may have for a condition to govern all of it; in a longer one it governs a part.
const MOST: usize = 64;

/// Whether the sentence says something to do that the condition does not govern: before it, behind it, or for another version.
pub(crate) fn free_beside(text: &str, found: &Found) -> bool {
    let start = found.clause.start.min(found.action.start);
    let end = found.clause.end.max(found.action.end);
    let before = text.get(..start).is_some_and(instruction::instructs);
    let behind = text.get(end..).is_some_and(instruction::instructs);
    let action = text.get(found.action.clone()).unwrap_or("");
    let other_version = [
        ", but for ",
        ", but on ",
        ", but in ",
        "; on ",
        "; for ",
        "; in ",
    ]
    .iter()
    .any(|part| action.contains(part));
    !found.told && found.remedy.is_none() && (before || behind || other_version)
}

/// Outside of steps a condition governs the advice that it stands in, and the procedure that it introduces.
fn outside(work: &Work, line: usize, found: &Found, targets: &mut Vec<Target>) {
    if let Some(advice) = work.advice_of[line] {
        if !found.aside && !free_beside(work.text(line), found) {
            targets.push(Target::Advice(advice));
        }
    } else if let Some(advice) = found.remedy.and_then(|other| work.advice_of[other]) {
        targets.push(Target::Advice(advice));
    } else if let Some(advice) = work.advice_of.get(line + 1).copied().flatten() {
        let same = !work.is_last(line);
        if same && clause::clauses(work.text(line + 1)).is_empty() {
            targets.push(Target::Advice(advice));
        }
    }
    if let Some(remedy) = found.remedy.filter(|_| found.listed.is_some())
        && let (true, Follower::Procedure(procedure)) =
            (work.is_last(remedy), work.unit(remedy).followed_by)
        && leads_in(work.text(remedy))
    {
        targets.push(Target::Procedure(procedure));
    }
    if let (true, Follower::Procedure(procedure)) =
        (work.is_last(line), work.unit(line).followed_by)
        && found.leading
        && leads_in(work.text(line))
    {
        targets.push(Target::Procedure(procedure));
    }
    for target in announce::below(work, line, found) {
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    deed(work, line, targets);
}

/// Whether a sentence brings the reader to the procedure behind it, and does not name something else to do instead.
fn leads_in(text: &str) -> bool {
    let elsewhere = words(text)
        .iter()
        .any(|word| word.is(&["instead", "otherwise", "rather"]));
    introduces_only(text) && !elsewhere
}

/// A mistake governs the hazards that its paragraph tells.
fn deed(work: &Work, line: usize, targets: &mut Vec<Target>) {
    if misconception(work.text(line)).is_none() {
        return;
    }
    targets.extend(hazards_after(work, line).map(Target::Warning));
}

/// The hazards of the line's paragraph, from the line itself on, that are not told as part of another one.
pub(crate) fn hazards_after<'a>(work: &'a Work, line: usize) -> impl Iterator<Item = usize> + 'a {
    let start = work.place(line).span.start;
    let end = work.unit(line).prose.span().end;
    let first = work
        .out
        .warnings
        .partition_point(|warning| warning.place.span.start < start);
    let within = work
        .out
        .warnings
        .iter()
        .enumerate()
        .skip(first)
        .take_while(move |(_, warning)| warning.place.span.start < end);
    within
        .filter(|(_, warning)| warning.hazard && warning.part_of.is_none())
        .map(|(index, _)| index)
}

/// Whether the sentence says what to do when its condition does not hold: then the step is never left out.
pub(crate) fn says_otherwise(text: &str) -> bool {
    words(text)
        .iter()
        .any(|word| word.is(&["otherwise", "else"]))
}

#[cfg(test)]
mod tests {
    use crate::document::read;
    use crate::extract::Target::*;
    use crate::extract::{StepId, Target, extract};

    /// An article, with what its first condition governs.
    const EXAMPLES: &[(&str, &[Target])] = &[
        (
            "1. If the lid is open, close it.\n2. Press Start.",
            &[Step(StepId(0))],
        ),
        (
            "1. Press Stop. If the lid is open, close it.\n2. Press Start.",
            &[PartOfStep(StepId(0))],
        ),
        (
            "1. If there is a lid, close it. If after doing so the lamp glows, press Stop.\n2. Press Start.",
            &[Step(StepId(0))],
        ),
        (
            "1. If the lid is lost, look in the box. If it is not in that box, buy a lid.\n2. Press Start.",
            &[Step(StepId(0))],
        ),
        (
            "1. If the lid is open, close it. If the lamp glows, press Stop.\n2. Press Start.",
            &[PartOfStep(StepId(0))],
        ),
        (
            "1. If the lid is open, close it. Otherwise, press Open.\n2. Press Start.",
            &[PartOfStep(StepId(0))],
        ),
        (
            "1. Press Stop.\n\n   If the lid is open, close it.\n2. Press Start.",
            &[PartOfStep(StepId(0))],
        ),
        (
            "1. Press Stop only after you have closed the lid.\n2. Press Start.",
            &[],
        ),
        (
            "1. If the lid is open, close it unless it is hot.\n2. Press Start.",
            &[Step(StepId(0))],
        ),
        (
            "1. Press Stop. (If the lid is open, close it first.)\n2. Press Start.",
            &[PartOfStep(StepId(0))],
        ),
        (
            "1. If the lid is open, the lamp may fail. The fan fails too. To avoid this, close it.\n2. Press Start.",
            &[Step(StepId(0))],
        ),
        (
            "1. Press Stop. If the lid is open, follow these steps:\n   1. Press Close.\n   2. Wait.\n2. Press Start.",
            &[Nested(StepId(0))],
        ),
        (
            "## Resolution\n\nIf the lid is open, close it.",
            &[Advice(0)],
        ),
        (
            "## Resolution\n\nIf the lid is open, follow these steps:\n\n1. Press Close.\n2. Wait.",
            &[Procedure(0)],
        ),
    ];

    /// Articles of which the condition decides nothing.
    const NONE: &[&str] = &[
        "## Resolution\n\nIf the lid is open, the room is warm.",
        "1. Press Stop, if necessary.\n2. Press Start.",
        "1. See if the lid is open.\n2. Press Start.",
    ];

    #[test]
    fn what_a_condition_governs() {
        for (article, expected) in EXAMPLES {
            let out = extract(&read("lid", article.as_bytes()));
            let found = out.conditions.first().map(|found| found.targets.as_slice());
            assert_eq!(found, Some(*expected), "{article}");
        }
        for article in NONE {
            let out = extract(&read("lid", article.as_bytes()));
            assert!(out.conditions.is_empty(), "{article}");
        }
    }
}
