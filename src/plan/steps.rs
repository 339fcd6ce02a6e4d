//! The steps of a procedure under the answers.

use super::context::Context;
use super::{PlanStep, Status, reason, warnings};
use crate::extract::{ByTarget, Detail, StepId, Target};
use crate::guide::Answer;
use crate::order;

/// The steps in order, nested ones after the step that holds them.
pub(super) fn steps(context: &Context, roots: &[StepId]) -> Vec<PlanStep> {
    let mut out = Vec::new();
    let mut open: Vec<(StepId, usize)> = roots.iter().rev().map(|step| (*step, 0)).collect();
    while let Some((id, depth)) = open.pop() {
        out.push(step(context, id, depth));
        let nested = &context.guide.extraction.steps[id.0].steps;
        open.extend(nested.iter().rev().map(|step| (*step, depth + 1)));
    }
    out
}

fn step(context: &Context, id: StepId, depth: usize) -> PlanStep {
    let found = &context.guide.extraction.steps[id.0];
    let list = |map: &ByTarget<Vec<usize>>| map.get(Target::Step(id)).cloned().unwrap_or_default();
    let warned = list(&context.index.warnings).into_iter();
    let mut warned: Vec<_> = warned
        .map(|number| warnings::warning(context, number))
        .collect();
    order::by_key(&mut warned, |warning| u64::from(!warning.hazard));
    let answer = |question: usize| {
        context
            .answers
            .get(&context.guide.questions[question].id)
            .cloned()
    };
    let decisions = list(&context.index.decisions).into_iter();
    let details = found
        .details
        .iter()
        .filter(|detail| !matches!(detail, Detail::Warning(_)));
    PlanStep {
        step: id,
        path: found.path.clone(),
        depth,
        label: found.label.clone(),
        text: found.text.clone(),
        status: status(context, id),
        only_if: reason::open_conditions(context, Target::Step(id)),
        decisions: decisions
            .map(|question| (question, answer(question)))
            .collect(),
        details: details.cloned().collect(),
        warnings: warned,
        place: found.place.clone(),
    }
}

fn status(context: &Context, id: StepId) -> Status {
    let questions = &context.standing.steps[id.0];
    if !questions.is_empty() {
        let why = reason::left_out(context, questions);
        return Status::Skip { why };
    }
    already(context, id).unwrap_or(Status::Do)
}

/// Whether the step's effect is there by the reader's own answer.
fn already(context: &Context, id: StepId) -> Option<Status> {
    let guide = context.guide;
    let effects = context.index.effects.get(Target::Step(id))?;
    effects.iter().find_map(|(state, number)| {
        let effect = &guide.extraction.states[*state].effects[*number];
        let question = guide.of_state[*state];
        let there = match context.answers.get(&guide.questions[question].id)? {
            Answer::Yes => effect.already == "yes",
            Answer::No => effect.already == "no",
            Answer::Value(value) => *value == effect.already,
            _ => false,
        };
        there.then(|| Status::AlreadySo {
            why: reason::said(context, question).unwrap_or_default(),
            rest: effect.rest.clone(),
        })
    })
}
