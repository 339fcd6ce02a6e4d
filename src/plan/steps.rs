//! The steps of a procedure under the answers.

use super::{PlanStep, Status, reason, warnings};
use crate::extract::{Detail, StepId, Target, Timing};
use crate::guide::standing::{Answers, Standing};
use crate::guide::{Answer, Guide};
use std::collections::BTreeMap;

/// What hangs on each step, looked up once a plan.
pub(super) struct ByStep {
    conditions: BTreeMap<StepId, Vec<usize>>,
    decisions: BTreeMap<StepId, Vec<usize>>,
    warnings: BTreeMap<StepId, Vec<usize>>,
}

impl ByStep {
    pub fn new(guide: &Guide) -> Self {
        let mut by = Self {
            conditions: BTreeMap::new(),
            decisions: BTreeMap::new(),
            warnings: BTreeMap::new(),
        };
        for (index, condition) in guide.extraction.conditions.iter().enumerate() {
            for target in &condition.targets {
                if let Target::Step(step) = target {
                    by.conditions.entry(*step).or_default().push(index);
                }
            }
        }
        for (index, question) in guide.questions.iter().enumerate() {
            if let (true, Timing::At(step)) = (question.asked, question.timing) {
                by.decisions.entry(step).or_default().push(index);
            }
        }
        for (index, warning) in guide.extraction.warnings.iter().enumerate() {
            if let (Some(step), None) = (warning.step, warning.part_of) {
                by.warnings.entry(step).or_default().push(index);
            }
        }
        by
    }
}

/// The steps in order, nested ones after the step that holds them.
pub(super) fn steps(
    guide: &Guide,
    answers: &Answers,
    standing: &Standing,
    by: &ByStep,
    roots: &[StepId],
) -> Vec<PlanStep> {
    let mut out = Vec::new();
    let mut open: Vec<(StepId, usize)> = roots.iter().rev().map(|step| (*step, 0)).collect();
    while let Some((id, depth)) = open.pop() {
        out.push(step(guide, answers, standing, by, id, depth));
        let nested = &guide.extraction.steps[id.0].steps;
        open.extend(nested.iter().rev().map(|step| (*step, depth + 1)));
    }
    out
}

fn step(
    guide: &Guide,
    answers: &Answers,
    standing: &Standing,
    by: &ByStep,
    id: StepId,
    depth: usize,
) -> PlanStep {
    let found = &guide.extraction.steps[id.0];
    let status = status(guide, answers, standing, id);
    let list = |map: &BTreeMap<StepId, Vec<usize>>| map.get(&id).cloned().unwrap_or_default();
    let mut warned: Vec<_> = list(&by.warnings)
        .into_iter()
        .map(|index| warnings::warning(guide, answers, index))
        .collect();
    warned.sort_by_key(|warning| !warning.hazard);
    PlanStep {
        step: id,
        path: found.path.clone(),
        depth,
        label: found.label.clone(),
        text: found.text.clone(),
        only_if: list(&by.conditions)
            .into_iter()
            .filter_map(|index| reason::open_condition(guide, answers, index))
            .collect(),
        decisions: list(&by.decisions)
            .into_iter()
            .map(|index| (index, answers.get(&guide.questions[index].id).cloned()))
            .collect(),
        details: found
            .details
            .iter()
            .filter(|detail| !matches!(detail, Detail::Warning(_)))
            .cloned()
            .collect(),
        warnings: warned,
        place: found.place.clone(),
        status,
    }
}

fn status(guide: &Guide, answers: &Answers, standing: &Standing, id: StepId) -> Status {
    let questions = &standing.steps[id.0];
    if !questions.is_empty() {
        return Status::Skip {
            why: reason::left_out(guide, answers, questions),
        };
    }
    already(guide, answers, id).unwrap_or(Status::Do)
}

/// Whether the step's effect is there by the reader's own answer.
fn already(guide: &Guide, answers: &Answers, id: StepId) -> Option<Status> {
    let states = guide.extraction.states.iter().enumerate();
    let mut effects =
        states.flat_map(|(index, state)| state.effects.iter().map(move |effect| (index, effect)));
    effects.find_map(|(index, effect)| {
        let question = guide.of_state[index];
        let answer = answers.get(&guide.questions[question].id)?;
        let there = match answer {
            Answer::Yes => effect.already == "yes",
            Answer::No => effect.already == "no",
            Answer::Value(value) => *value == effect.already,
            _ => false,
        };
        (effect.step == id && there).then(|| Status::AlreadySo {
            why: reason::said(guide, answers, question).unwrap_or_default(),
            rest: effect.rest.clone(),
        })
    })
}
