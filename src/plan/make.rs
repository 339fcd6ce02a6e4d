//! Puts a plan together: hazards first, then the parts in order of the article, then what follows.

use super::context::Context;
use super::steps::steps;
use super::{
    Gate, LeftOut, Outcome, Part, Plan, PlanAdvice, PlanProcedure, PlanWarning, Status, reason,
    warnings,
};
use crate::extract::{Place, Purpose, Quote, Target, Timing};
use crate::guide::standing::Answers;
use crate::guide::{Answer, Guide};
use crate::language::imperative::is_imperative;
use crate::order;

/// The plan of a guide under these answers.
pub fn plan(guide: &Guide, answers: &Answers) -> Plan {
    let maker = Maker(Context::new(guide, answers));
    let mut plan = Plan::default();
    maker.warnings(&mut plan);
    maker.procedures(&mut plan);
    maker.advice(&mut plan);
    order::by_key(&mut plan.parts, start);
    order::by_key(&mut plan.afterwards, start);
    plan
}

/// Where a part stands in the article.
fn start(part: &Part) -> u64 {
    let start = match part {
        Part::Procedure(procedure) => procedure
            .steps
            .first()
            .map_or(0, |step| step.place.span.start),
        Part::Advice(advice) => advice.place.span.start,
        Part::Warning(warning) => warning.place.span.start,
        Part::Gate(gate) => gate.place.span.start,
    };
    start.into()
}

struct Maker<'g>(Context<'g>);

impl Maker<'_> {
    fn warnings(&self, plan: &mut Plan) {
        for (index, found) in self.0.guide.extraction.warnings.iter().enumerate() {
            if found.step.is_some() || found.part_of.is_some() || found.reproduces {
                continue;
            }
            let questions = &self.0.standing.warnings[index];
            if !questions.is_empty() {
                let what = Quote {
                    text: found.text.as_str().to_string(),
                    span: found.place.span,
                };
                self.leave_out(plan, what, questions);
                continue;
            }
            let warning = warnings::warning(&self.0, index);
            if found.hazard {
                plan.hazards.push(warning);
            } else {
                plan.parts.push(Part::Warning(warning));
            }
        }
        let seriousness = |warning: &PlanWarning| {
            warnings::seriousness(&self.0.guide.extraction.warnings[warning.warning])
        };
        order::by_key(&mut plan.hazards, seriousness);
    }

    fn leave_out(&self, plan: &mut Plan, what: Quote, questions: &[usize]) {
        let why = reason::left_out(&self.0, questions);
        plan.left_out.push(LeftOut { what, why });
    }

    fn procedures(&self, plan: &mut Plan) {
        for (index, found) in self.0.guide.extraction.procedures.iter().enumerate() {
            if found.purpose == Purpose::Reproduce {
                continue;
            }
            let questions = &self.0.standing.procedures[index];
            if !questions.is_empty() {
                let first = found
                    .steps
                    .first()
                    .map(|step| self.0.guide.extraction.steps[step.0].place.span);
                let what = found
                    .heading
                    .clone()
                    .or(found.lead.clone())
                    .unwrap_or_else(|| Quote {
                        text: "Steps".into(),
                        span: first.unwrap_or_default(),
                    });
                self.leave_out(plan, what, questions);
                continue;
            }
            plan.parts.push(Part::Procedure(PlanProcedure {
                id: found.id.clone(),
                heading: found.heading.clone(),
                lead: found.lead.clone(),
                only_if: reason::open_conditions(&self.0, Target::Procedure(index)),
                steps: steps(&self.0, &found.steps),
            }));
        }
    }

    fn advice(&self, plan: &mut Plan) {
        let last = self
            .0
            .guide
            .extraction
            .procedures
            .iter()
            .rposition(|procedure| procedure.purpose == Purpose::Do);
        for (index, found) in self.0.guide.extraction.advice.iter().enumerate() {
            if found.noted {
                continue; // its note shows it
            }
            let follows = found.after.is_some() && found.after == last;
            let part = match self.gate(index).filter(|_| follows) {
                Some(gate) => Part::Gate(gate),
                None => Part::Advice(self.plain_advice(index)),
            };
            if follows {
                plan.afterwards.push(part)
            } else {
                plan.parts.push(part)
            }
        }
    }

    fn plain_advice(&self, index: usize) -> PlanAdvice {
        let found = &self.0.guide.extraction.advice[index];
        let questions = &self.0.standing.advice[index];
        let status = if questions.is_empty() {
            Status::Do
        } else {
            Status::Skip {
                why: reason::left_out(&self.0, questions),
            }
        };
        PlanAdvice {
            heading: self.heading(found.section),
            text: found.text.clone(),
            status,
            only_if: reason::open_conditions(&self.0, Target::Advice(index)),
            code: found.code.as_ref().map(|(text, _)| text.clone()),
            place: found.place.clone(),
        }
    }

    /// The heading of a section, where advice stands in several sections.
    fn heading(&self, section: usize) -> Option<Quote> {
        let advice = &self.0.guide.extraction.advice;
        let several = advice.first().map(|one| one.section) != advice.last().map(|one| one.section);
        let heading = self
            .0
            .guide
            .document
            .sections
            .get(section)?
            .heading
            .as_ref();
        heading.filter(|_| several).map(|heading| Quote {
            text: heading.as_str().to_string(),
            span: heading.span(),
        })
    }

    /// A piece of advice that depends on how things went afterwards.
    fn gate(&self, index: usize) -> Option<Gate> {
        let conditions = &self.0.guide.extraction.conditions;
        let on = self.0.index.on(Target::Advice(index)).iter().copied();
        let number = on
            .into_iter()
            .find(|number| conditions[*number].timing == Timing::After)?;
        let condition = &conditions[number];
        let question = self.0.guide.of_condition[number];
        let (holds, not) = if condition.true_when_yes {
            (Answer::Yes, Answer::No)
        } else {
            (Answer::No, Answer::Yes)
        };
        let advice = &self.0.guide.extraction.advice;
        let first = advice[..index]
            .iter()
            .find(|one| one.after.is_some() && one.after == advice[index].after);
        let wait = first.map(|advice| Quote {
            text: advice.text.as_str().to_string(),
            span: advice.place.span,
        });
        Some(Gate {
            question,
            answer: self
                .0
                .answers
                .get(&self.0.guide.questions[question].id)
                .cloned(),
            outcomes: vec![
                (holds, Outcome::Says(condition.action.clone())),
                (not, otherwise(&condition.action)),
                (Answer::Unknown, Outcome::Wait(wait)),
            ],
            place: Place {
                span: condition.place.span,
                name: condition.place.name.clone(),
            },
        })
    }
}

/// What it means when the condition of an action does not hold: an instruction is not to be followed, a statement is not so.
/// `The drive is full. Use another one` is an instruction: its last sentence says what to do.
fn otherwise(action: &Quote) -> Outcome {
    let instructs = |sentence: &str| {
        let first = sentence.split(' ').next().unwrap_or("").to_lowercase();
        is_imperative(&first)
    };
    if action.text.split(". ").any(instructs) {
        Outcome::Nothing(action.clone())
    } else {
        Outcome::Not(action.clone())
    }
}
