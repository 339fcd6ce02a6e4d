//! What every part of a plan is made from: the guide, the answers, what stands under them, and what hangs on what.

use crate::document::tree::{Tree, within};
use crate::extract::{ByTarget, Target, Timing};
use crate::guide::Guide;
use crate::guide::standing::{Answers, Standing, standing};

/// What the parts of a plan share.
pub(super) struct Context<'g> {
    pub guide: &'g Guide,
    pub answers: &'g Answers,
    pub standing: Standing,
    pub index: Index,
}

impl<'g> Context<'g> {
    pub fn new(guide: &'g Guide, answers: &'g Answers) -> Self {
        Self {
            guide,
            answers,
            standing: standing(guide, answers),
            index: Index::new(guide),
        }
    }
}

/// What belongs to which option; a section stands for its procedures and its advice.
fn options(guide: &Guide) -> ByTarget<Vec<(usize, usize)>> {
    let extraction = &guide.extraction;
    let tree = Tree::new(&guide.document.sections);
    let mut found: ByTarget<Vec<(usize, usize)>> = ByTarget::default();
    for (choice, one) in extraction.choices.iter().enumerate() {
        for (number, option) in one.options.iter().enumerate() {
            for target in &option.targets {
                let targets: Vec<Target> = match target {
                    Target::Section(section) => {
                        let sections = tree.below(*section);
                        let procedures =
                            within(&extraction.procedures, &sections, |one| one.section);
                        let advice = within(&extraction.advice, &sections, |one| one.section);
                        procedures
                            .map(Target::Procedure)
                            .chain(advice.map(Target::Advice))
                            .collect()
                    }
                    target => vec![*target],
                };
                for target in targets {
                    found.entry(target).push((choice, number));
                }
            }
        }
    }
    found
}

/// What hangs on what, looked up once a plan, so that a plan takes linear time.
pub(super) struct Index {
    /// The conditions that govern a target.
    conditions: ByTarget<Vec<usize>>,
    /// The options that a target belongs to: the choice and the number of the option.
    pub options: ByTarget<Vec<(usize, usize)>>,
    /// The questions that come up at a step.
    pub decisions: ByTarget<Vec<usize>>,
    /// The warnings that stand in or under a step.
    pub warnings: ByTarget<Vec<usize>>,
    /// The warnings that tell more of another one.
    pub parts: ByTarget<Vec<usize>>,
    /// What a step does to states: the state and the number of the effect.
    pub effects: ByTarget<Vec<(usize, usize)>>,
}

impl Index {
    pub fn new(guide: &Guide) -> Self {
        let extraction = &guide.extraction;
        let mut index = Self {
            conditions: ByTarget::default(),
            options: options(guide),
            decisions: ByTarget::default(),
            warnings: ByTarget::default(),
            parts: ByTarget::default(),
            effects: ByTarget::default(),
        };
        for (number, condition) in extraction.conditions.iter().enumerate() {
            for target in &condition.targets {
                index.conditions.entry(*target).push(number);
            }
        }
        for (number, question) in guide.questions.iter().enumerate() {
            if let (true, Timing::At(step)) = (question.asked, question.timing) {
                index.decisions.entry(Target::Step(step)).push(number);
            }
        }
        for (number, warning) in extraction.warnings.iter().enumerate() {
            match (warning.part_of, warning.step) {
                (Some(main), _) => index.parts.entry(Target::Warning(main)).push(number),
                (None, Some(step)) => index.warnings.entry(Target::Step(step)).push(number),
                (None, None) => {}
            }
        }
        for (state, found) in extraction.states.iter().enumerate() {
            for (number, effect) in found.effects.iter().enumerate() {
                index
                    .effects
                    .entry(Target::Step(effect.step))
                    .push((state, number));
            }
        }
        index
    }

    /// The conditions that govern a target, in order.
    pub fn on(&self, target: Target) -> &[usize] {
        self.conditions.get(target).map_or(&[], Vec::as_slice)
    }
}
