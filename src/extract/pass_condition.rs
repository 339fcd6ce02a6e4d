//! The pass that finds conditions on what to do, and what each governs.

use super::clause;
use super::colon::{bare_opener, colon};
use super::condition::{Found, empty, forbids, rejected};
use super::instruction;
use super::jump::jump;
use super::listed;
use super::opposite;
use super::phrase::{asked, goal, use_when, version};
use super::skip::skip;
use super::spare;
use super::target::{free_beside, says_otherwise, targets};
use super::timing::timing;
use super::unit::UnitKind;
use super::version::names_all;
use super::work::Work;
use super::{Condition, Jump, Quote, Role, StepId, Target};
use crate::language::question;

mod before;
mod decides;

use before::ask;
use decides::{Decides, decides};

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
    let told = work.of_problem(work.unit(line));
    let used = use_when(text).filter(|found| {
        let kept_from = forbids(&text[found.action.clone()]);
        !(empty(&text[found.clause.clone()]) || told && kept_from)
    });
    found.extend(used);
    found.retain(|found| !excludes_nobody(work, text, found));
    found.extend(colon(work, line));
    found.extend(bare_opener(work, line));
    for clause in clause::clauses(text) {
        match decides(work, line, &clause) {
            Decides::Nothing => {}
            Decides::Action => found.push(Found::from(clause)),
            Decides::Told => found.push(Found {
                told: true,
                ..Found::from(clause)
            }),
            Decides::Remedy(remedy) => found.push(Found {
                remedy: Some(remedy),
                ..Found::from(clause)
            }),
        }
    }
    found
}

/// Whether a version is that of every product that the article is about.
fn excludes_nobody(work: &Work, text: &str, found: &Found) -> bool {
    let products = &work.document.meta.products;
    let names =
        |product: &crate::text::Prose| names_all(product.as_str(), &text[found.clause.clone()]);
    found.opener == question::Opener::On && !products.is_empty() && products.iter().all(names)
}

fn add(work: &mut Work, line: usize, mut found: Found) {
    let condition = closed(work.text(line), &found.clause);
    let clause = work.quote(line, condition.clone());
    found.listed = found
        .listed
        .or_else(|| listed::listed(work, line, &clause.text).filter(|_| !clause.text.is_empty()));
    let items = found.listed.as_ref().filter(|_| clause.text.is_empty());
    let clause = items
        .and_then(|listed| listed::quote(work, listed))
        .unwrap_or(clause);
    let said = match found.remedy {
        Some(other) => work.text(other).trim_end_matches('.').to_string(),
        None => work.quote(line, found.action.clone()).text,
    };
    let action = action(work, line, &found);
    let told = match found.opener {
        question::Opener::On => asked(&clause.text),
        _ => opposite::indicated(&clause.text)
            .unwrap_or(&clause.text)
            .replace(" or unless ", " or if "),
    };
    let asked = ask(work, line, &found, &told, &said);
    let asked = match &found.listed {
        Some(listed) => listed::ask(listed, found.opener, asked),
        None => asked,
    };
    let skipped = skip(&said).filter(|_| work.unit(line).step.is_some());
    let jump = to_step(work, line, &said);
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
    if let Some(listed) = &found.listed {
        listed::take_items(work, listed);
    }
}

/// What the condition governs: what its sentence says is so then, on to the sentence of the same unit that says what to do about it.
fn action(work: &Work, line: usize, found: &Found) -> Quote {
    let Some(remedy) = found.remedy else {
        return work.quote(line, found.action.clone());
    };
    let end = work.text(remedy).trim_end_matches('.').len();
    let same = work.lines[remedy].unit == work.lines[line].unit;
    match work.lines[remedy]
        .range
        .start
        .checked_sub(work.lines[line].range.start)
    {
        Some(distance) if same && !found.action.is_empty() => {
            work.quote(line, found.action.start..distance + end)
        }
        _ => {
            let then = usize::from(work.text(remedy).starts_with("then ")) * "then ".len();
            work.quote(remedy, then..end.max(then))
        }
    }
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
