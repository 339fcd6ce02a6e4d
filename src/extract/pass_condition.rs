//! The pass that finds conditions on what to do, and what each governs.

use super::announce::only_this_step;
use super::clause;
use super::colon::colon;
use super::condition::{
    Found, confirms, empty, forbids, guides, instructs_or_goes, rejected, timing,
};
use super::hazard::is_hazard;
use super::instruction;
use super::jump::jump;
use super::opener::{Clause, Opener};
use super::opposite;
use super::phrase::{asked, goal, use_when, version};
use super::skip::skip;
use super::spare;
use super::target::{free_beside, says_otherwise, targets};
use super::unit::{Follower, UnitKind};
use super::work::Work;
use super::{Condition, Jump, Role, StepId, Target};
use crate::language::question;
use crate::language::word::words;

/// Finds the conditions, in order.
pub(crate) fn run(work: &mut Work) {
    for line in 0..work.lines.len() {
        if work.speaks(line) {
            for found in in_line(work, line) {
                add(work, line, found);
            }
        }
    }
    spare::otherwise(work);
    opposite::unify(&mut work.out.conditions);
    share_with_details(work);
    judge_steps(work);
}

/// The conditions of a sentence.
fn in_line(work: &Work, line: usize) -> Vec<Found> {
    let text = work.text(line);
    if rejected(text) {
        return Vec::new();
    }
    let mut found: Vec<_> = version(text).into_iter().collect();
    found.extend(goal(text).filter(|_| work.unit(line).kind == UnitKind::StepText));
    found.extend(use_when(text).filter(|found| !empty(&text[found.clause.clone()])));
    found.extend(colon(work, line));
    for clause in clause::clauses(text) {
        match decides(work, line, &clause) {
            Decides::Nothing => {}
            Decides::Action => found.push(Found::from(clause)),
            Decides::Told => found.push(Found {
                told: true,
                ..Found::from(clause)
            }),
            Decides::Remedy => found.push(Found {
                remedy: Some(line + 1),
                ..Found::from(clause)
            }),
        }
    }
    found
}

/// What a condition decides about.
enum Decides {
    /// Nothing that is to be done.
    Nothing,
    /// The action that it governs.
    Action,
    /// What the next sentence says to do.
    Remedy,
    /// What something is then: it tells the reader, and nothing hangs on it.
    Told,
}

/// Whether the condition decides whether something is to be done.
fn decides(work: &Work, line: usize, clause: &Clause) -> Decides {
    let text = work.text(line);
    let condition = &text[clause.clause.clone()];
    let action = &text[clause.action.clone()];
    let unit = work.unit(line);
    if empty(condition)
        || clause.opener == Opener::When
        || matches!(unit.kind, UnitKind::Heading | UnitKind::Fact { .. })
    {
        return Decides::Nothing;
    }
    let heading = work.heading(unit);
    let tells = ["symptoms", "cause", "status"].contains(&heading);
    if instructs_or_goes(action) {
        let aside = tells && instruction::kind(action) == Some(instruction::Instruction::Can);
        return if aside {
            Decides::Nothing
        } else {
            Decides::Action
        };
    }
    let whole = condition.split(' ').count() > 2;
    if !tells && whole && !clause.leading && (forbids(action) || only_this_step(action)) {
        return Decides::Action;
    }
    if clause.leading && whole && !tells && next_is_remedy(work, line) {
        let nested = work.is_last(line);
        return if nested {
            Decides::Action
        } else {
            Decides::Remedy
        };
    }
    let hazard = is_hazard(text) && !tells;
    let note =
        matches!(unit.kind, UnitKind::Note { .. }) && clause.leading && tells_of_reader(condition);
    let prose = matches!(unit.kind, UnitKind::Paragraph | UnitKind::Bullet { .. });
    let statement =
        clause.leading && whole && !tells && prose && !outcome(action) && guides(action);
    let step = matches!(unit.kind, UnitKind::StepText | UnitKind::StepDetail);
    if step && clause.leading && whole && !hazard && !confirms(action) {
        return Decides::Told;
    }
    if hazard || note || statement {
        Decides::Action
    } else {
        Decides::Nothing
    }
}

/// What a program shows or may do then: a symptom, which leads to nothing to do.
fn outcome(action: &str) -> bool {
    words(action).iter().any(|word| {
        word.is(&[
            "may",
            "might",
            "error",
            "errors",
            "displays",
            "displayed",
            "appears",
            "appear",
            "shows",
            "assumes",
            "represent",
            "message",
            "returns",
            "returned",
            "occurs",
            "occur",
            "remains",
            "fails",
            "fail",
            "receive",
            "hang",
            "works",
            "work",
            "you're",
            "null",
            "value",
            "true",
            "false",
            "called",
            "raised",
            "remembered",
        ])
    })
}

/// `you have …`, `you are using …`: what the reader can say of themselves.
fn tells_of_reader(condition: &str) -> bool {
    [
        "you have ",
        "you use ",
        "you are using ",
        "you are running ",
    ]
    .iter()
    .any(|start| condition.starts_with(start))
}

/// Whether the next sentence of the unit, or the steps nested under it, say what to do about it.
fn next_is_remedy(work: &Work, line: usize) -> bool {
    if work.is_last(line) {
        return matches!(work.unit(line).followed_by, Follower::Nested);
    }
    let next = work.text(line + 1);
    clause::clauses(next).is_empty() && instruction::kind(next).is_some()
}

fn add(work: &mut Work, line: usize, found: Found) {
    let condition = closed(work.text(line), &found.clause);
    let clause = work.quote(line, condition.clone());
    let action = match found.remedy {
        Some(other) => work.quote(other, 0..work.text(other).trim_end_matches('.').len()),
        None => work.quote(line, found.action.clone()),
    };
    let told = match found.opener {
        question::Opener::On => asked(&clause.text),
        _ => opposite::indicated(&clause.text)
            .unwrap_or(&clause.text)
            .replace(" or unless ", " or if "),
    };
    // What a pronoun points at stands before it: in the action of a trailing condition, else in the sentence before.
    let before = if found.leading {
        asked_before(work, line)
    } else {
        Some(action.text.as_str())
    };
    let asked = question::ask(found.opener, &told, &action.text, before);
    let skipped = skip(&action.text).filter(|_| work.unit(line).step.is_some());
    let jump = to_step(work, line, &action.text);
    let condition = Condition {
        timing: timing(work, line, &clause.text),
        clause,
        action,
        question: asked.question,
        topic: asked.topic,
        true_when_yes: asked.true_when_yes,
        targets: if skipped.is_some() {
            Vec::new()
        } else {
            targets(work, line, &found)
        },
        spares: skipped.map_or(Vec::new(), |skipped| spare::steps(work, line, &skipped)),
        state: None,
        place: work.place(line),
        jump,
    };
    if work.lines[line].role == Role::Background {
        work.lines[line].role = Role::Condition;
    }
    work.out.conditions.push(condition);
}

/// The sentence in which what `so` and `not` point at is looked for: not one that points back itself (`If so, …`).
fn asked_before<'a>(work: &'a Work, line: usize) -> Option<&'a str> {
    const FURTHEST: usize = 4;
    let mut before = work.before(line);
    if points_back(work.text(line)) {
        let further = (1..FURTHEST).map_while(|back| line.checked_sub(back));
        for line in further {
            if !before.is_some_and(points_back) {
                break;
            }
            before = work.before(line).or(before);
        }
    }
    before
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

/// The clause with the parenthesis that closes one of its own.
fn closed(text: &str, clause: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let words = text.get(clause.clone()).unwrap_or("");
    let open = words.matches('(').count() > words.matches(')').count();
    let closes = text
        .get(clause.end..)
        .is_some_and(|rest| rest.starts_with(')'));
    clause.start..clause.end + usize::from(open && closes)
}

fn to_step(work: &Work, line: usize, action: &str) -> Option<Jump> {
    let said = jump(action)?;
    let from = work.unit(line).step;
    let to = work
        .unit(line)
        .procedure
        .and_then(|procedure| labelled(work, procedure, &said.label, from));
    Some(Jump {
        label: said.label,
        to,
        from,
        repeat: said.repeat || to.zip(from).is_some_and(|(to, from)| to <= from),
    })
}

/// The step of the procedure that bears the label; a letter is looked for among the neighbours first.
fn labelled(work: &Work, procedure: usize, label: &str, from: Option<StepId>) -> Option<StepId> {
    let neighbours = from
        .and_then(|from| work.out.steps[from.0].parent)
        .map(|parent| &work.out.steps[parent.0].steps);
    let steps = &work.out.procedures.get(procedure)?.steps;
    let bears = |id: &&StepId| work.out.steps[id.0].label.eq_ignore_ascii_case(label);
    let by_path = |id: &StepId| work.out.steps[id.0].path.eq_ignore_ascii_case(label);
    neighbours
        .and_then(|steps| steps.iter().find(bears))
        .or_else(|| steps.iter().find(bears))
        .copied()
        .or_else(|| {
            let nested = steps.iter().flat_map(|id| &work.out.steps[id.0].steps);
            nested.copied().find(by_path)
        })
}

/// A step whose further paragraphs speak of other versions (`On Windows 95, …`) leaves only when none of them holds.
fn share_with_details(work: &mut Work) {
    let mut shared = vec![false; work.out.steps.len()];
    for line in 0..work.lines.len() {
        let unit = work.unit(line);
        if let (UnitKind::StepDetail, Some(step)) = (unit.kind, unit.step)
            && (version(work.text(line)).is_some() || work.text(line).starts_with("Otherwise"))
        {
            shared[step.0] = true;
        }
    }
    for condition in &mut work.out.conditions {
        for target in &mut condition.targets {
            if let Target::Step(step) = *target
                && shared[step.0]
            {
                *target = Target::PartOfStep(step);
            }
        }
    }
}

/// Marks the steps of which every instruction depends on a condition.
fn judge_steps(work: &mut Work) {
    let mut conditions = vec![0; work.out.steps.len()];
    for target in work
        .out
        .conditions
        .iter()
        .flat_map(|condition| &condition.targets)
    {
        if let Target::Step(step) | Target::PartOfStep(step) = target {
            conditions[step.0] += 1;
        }
    }
    for unit in 0..work.units.len() {
        let Some(step) = work.units[unit].step.filter(|step| conditions[step.0] > 0) else {
            continue;
        };
        let governed = match work.units[unit].kind {
            UnitKind::StepText => text_governed(work, unit),
            UnitKind::StepDetail => {
                let otherwise = work
                    .lines_of(unit)
                    .any(|line| says_otherwise(work.text(line)));
                work.out.steps[step.0].conditional && !otherwise
            }
            _ => continue,
        };
        work.out.steps[step.0].conditional = governed;
    }
}

/// Whether a step's text stands under conditions; one without any tells something to every reader.
fn text_governed(work: &Work, unit: usize) -> bool {
    let any = work
        .lines_of(unit)
        .any(|line| !in_line(work, line).is_empty());
    any && work.lines_of(unit).all(|line| governed(work, line))
}

/// Whether the sentence says nothing to do, or only under a condition.
fn governed(work: &Work, line: usize) -> bool {
    let text = work.text(line);
    if says_otherwise(text) {
        return false;
    }
    let found = in_line(work, line);
    if found.is_empty() {
        return !instruction::instructs(text);
    }
    let apart = found.len() == 1 && found.iter().any(|found| free_beside(text, found));
    !apart && found.iter().any(|found| found.leading || !found.aside)
}
