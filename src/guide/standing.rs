//! What stands and what is left out under a set of answers.
//!
//! A step leaves only when the article's own condition on it is answered false, when an alternative to it
//! was picked, or when a jump that is taken passes over it. An open question and “not sure” leave everything in.

use super::{Answer, Guide};
use crate::document::tree::{Tree, within};
use crate::extract::{ByTarget, Jump, StepId, Target};
use std::collections::{BTreeMap, BTreeSet};

/// Answers by the question's name.
pub type Answers = BTreeMap<String, Answer>;

/// The questions whose answers leave something out, for each thing that can be; empty: it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// For each step.
    pub steps: Vec<Vec<usize>>,
    /// For each piece of advice.
    pub advice: Vec<Vec<usize>>,
    /// For each warning.
    pub warnings: Vec<Vec<usize>>,
    /// For each procedure.
    pub procedures: Vec<Vec<usize>>,
    tree: Tree,
}

/// Whether a condition holds under the answers; `None`: not decided.
pub fn holds(guide: &Guide, answers: &Answers, condition: usize) -> Option<bool> {
    let found = guide.extraction.conditions.get(condition)?;
    let question = guide.questions.get(*guide.of_condition.get(condition)?)?;
    match answers.get(&question.id) {
        Some(Answer::Yes) => return Some(found.true_when_yes),
        Some(Answer::No) => return Some(!found.true_when_yes),
        _ => {}
    }
    let (state, values) = found.state.as_ref()?;
    let question = guide.questions.get(*guide.of_state.get(*state)?)?;
    match answers.get(&question.id)? {
        Answer::Value(value) => Some(values.contains(value)),
        Answer::Other => Some(false),
        _ => None,
    }
}

/// The question whose answer decides a condition: its own, or that of the state that says the same.
pub fn decider(guide: &Guide, answers: &Answers, condition: usize) -> usize {
    let own = guide.of_condition[condition];
    let answered = guide
        .questions
        .get(own)
        .is_some_and(|question| answers.contains_key(&question.id));
    match &guide.extraction.conditions[condition].state {
        Some((state, _)) if !answered => guide.of_state[*state],
        _ => own,
    }
}

/// Works out what stands.
pub fn standing(guide: &Guide, answers: &Answers) -> Standing {
    let extraction = &guide.extraction;
    let mut work = Work {
        guide,
        tree: Tree::new(&guide.document.sections),
        out: Standing {
            tree: Tree::new(&guide.document.sections),
            steps: vec![Vec::new(); extraction.steps.len()],
            advice: vec![Vec::new(); extraction.advice.len()],
            warnings: vec![Vec::new(); extraction.warnings.len()],
            procedures: vec![Vec::new(); extraction.procedures.len()],
        },
    };
    work.choices(answers);
    work.conditions(answers);
    work.jumps(answers);
    work.out
}

struct Work<'g> {
    guide: &'g Guide,
    tree: Tree,
    out: Standing,
}

impl Work<'_> {
    fn choices(&mut self, answers: &Answers) {
        for (index, choice) in self.guide.extraction.choices.iter().enumerate() {
            let question = self.guide.of_choice[index];
            let Some(Answer::Option(picked)) = answers.get(&self.guide.questions[question].id)
            else {
                continue;
            };
            let kept: Vec<Target> = choice
                .options
                .get(*picked)
                .map_or(Vec::new(), |option| option.targets.clone());
            for (number, option) in choice.options.iter().enumerate() {
                if number != *picked {
                    let others = option
                        .targets
                        .iter()
                        .filter(|target| !kept.contains(target));
                    others.for_each(|target| self.leave_out(*target, question));
                }
            }
        }
    }

    fn conditions(&mut self, answers: &Answers) {
        // Where several conditions share a target, it leaves only when all of them are false.
        let mut shared: ByTarget<(usize, Vec<usize>)> = ByTarget::default();
        for (index, condition) in self.guide.extraction.conditions.iter().enumerate() {
            let held = holds(self.guide, answers, index);
            let question = decider(self.guide, answers, index);
            if held == Some(true) {
                let spared = condition.spares.iter();
                spared.for_each(|target| self.leave_out(*target, question));
            }
            for target in &condition.targets {
                let entry = shared.entry(*target);
                entry.0 += usize::from(held != Some(false));
                if held == Some(false) {
                    entry.1.push(question);
                }
            }
        }
        // What governs the whole step decides alone: a further condition on a part of it does not take the step with it.
        let governed = self.guide.extraction.conditions.iter();
        let whole: BTreeSet<StepId> = governed
            .flat_map(|condition| &condition.targets)
            .filter_map(|target| match target {
                Target::Step(step) => Some(*step),
                _ => None,
            })
            .collect();
        for (target, (standing, questions)) in shared.into_pairs() {
            let inside = matches!(target, Target::PartOfStep(step) if whole.contains(&step));
            if standing == 0 && !inside {
                questions
                    .into_iter()
                    .for_each(|question| self.leave_out(target, question));
            }
        }
    }

    fn jumps(&mut self, answers: &Answers) {
        for (index, condition) in self.guide.extraction.conditions.iter().enumerate() {
            let Some(Jump {
                to: Some(to),
                from: Some(from),
                repeat: false,
                ..
            }) = condition.jump
            else {
                continue;
            };
            let taken = holds(self.guide, answers, index) == Some(true)
                && self.out.steps[from.0].is_empty();
            if taken {
                let question = decider(self.guide, answers, index);
                (from.0 + 1..to.0).for_each(|step| add(&mut self.out.steps[step], question));
            }
        }
    }

    fn leave_out(&mut self, target: Target, question: usize) {
        let extraction = &self.guide.extraction;
        match target {
            Target::Step(step) => self.step(step, question),
            Target::PartOfStep(step) if extraction.steps[step.0].conditional => {
                self.step(step, question)
            }
            Target::PartOfStep(_) => {}
            Target::Nested(step) => {
                let nested = &extraction.steps[step.0].steps;
                nested.iter().for_each(|step| self.step(*step, question));
            }
            Target::Procedure(procedure) => self.procedure(procedure, question),
            Target::Advice(advice) => add(&mut self.out.advice[advice], question),
            Target::Warning(warning) => add(&mut self.out.warnings[warning], question),
            Target::Section(section) => self.section(section, question),
        }
    }

    /// A step leaves with all that is nested in it and all that warns of it.
    fn step(&mut self, step: StepId, question: usize) {
        let extraction = &self.guide.extraction;
        let mut open = vec![step];
        while let Some(step) = open.pop() {
            add(&mut self.out.steps[step.0], question);
            open.extend(&extraction.steps[step.0].steps);
        }
    }

    fn procedure(&mut self, procedure: usize, question: usize) {
        add(&mut self.out.procedures[procedure], question);
        let steps = &self.guide.extraction.procedures[procedure].steps;
        steps.iter().for_each(|step| self.step(*step, question));
    }

    fn section(&mut self, section: usize, question: usize) {
        let extraction = &self.guide.extraction;
        let sections = self.tree.below(section);
        for index in within(&extraction.procedures, &sections, |one| one.section) {
            self.procedure(index, question);
        }
        for index in within(&extraction.advice, &sections, |one| one.section) {
            add(&mut self.out.advice[index], question);
        }
        for index in within(&extraction.warnings, &sections, |one| one.section) {
            add(&mut self.out.warnings[index], question);
        }
    }
}

fn add(questions: &mut Vec<usize>, question: usize) {
    if !questions.contains(&question) {
        questions.push(question);
    }
}

impl Standing {
    /// The questions that leave a target out: those of all that it holds, so that a target of which a part stands, stands.
    pub fn of(&self, guide: &Guide, target: Target) -> Vec<usize> {
        let extraction = &guide.extraction;
        let common = |all: Vec<&Vec<usize>>| match all.split_first() {
            None => Vec::new(),
            Some((first, rest)) => {
                let kept = first
                    .iter()
                    .copied()
                    .filter(|question| rest.iter().all(|other| other.contains(question)));
                if rest.iter().any(|other| other.is_empty()) {
                    Vec::new()
                } else {
                    kept.collect()
                }
            }
        };
        match target {
            Target::Step(step) | Target::PartOfStep(step) => self.steps[step.0].clone(),
            Target::Nested(step) => common(
                extraction.steps[step.0]
                    .steps
                    .iter()
                    .map(|step| &self.steps[step.0])
                    .collect(),
            ),
            Target::Procedure(procedure) => self.procedures[procedure].clone(),
            Target::Advice(advice) => self.advice[advice].clone(),
            Target::Warning(warning) => self.warnings[warning].clone(),
            Target::Section(section) => {
                let sections = self.tree.below(section);
                let procedures = within(&extraction.procedures, &sections, |one| one.section);
                let advice = within(&extraction.advice, &sections, |one| one.section);
                common(
                    self.procedures[procedures]
                        .iter()
                        .chain(&self.advice[advice])
                        .collect(),
                )
            }
        }
    }
}
