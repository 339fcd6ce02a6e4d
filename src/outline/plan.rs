//! A plan as a value to print.

use super::OutlineWarning;
use crate::guide::Guide;
use crate::plan::{OnlyIf, Part, Plan, PlanWarning, Status};
use serde::Serialize;

/// A plan as `kbguide plan` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct PlanOutline {
    /// The procedures that are to be done.
    pub procedures: Vec<PlanProcedureOutline>,
    /// Advice under the answers.
    pub advice: Vec<PlanLine>,
    /// What follows afterwards.
    pub afterwards: Vec<PlanLine>,
    /// The warnings that apply, hazards first.
    pub warnings: Vec<OutlineWarning>,
    /// What is left out beside steps.
    pub left_out: Vec<PlanLine>,
}

/// A procedure of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct PlanProcedureOutline {
    /// Its name.
    pub id: String,
    /// Nearest heading above.
    pub heading: Option<String>,
    /// Conditions on all of it that are not decided.
    pub only_if: Vec<String>,
    /// Every step in order.
    pub steps: Vec<PlanStepOutline>,
}

/// A step of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct PlanStepOutline {
    /// `3.a`
    pub path: String,
    /// Its text.
    pub text: String,
    /// `do` or `skip`.
    pub status: &'static str,
    /// The reason, where there is one.
    pub why: String,
    /// Conditions that are not decided.
    pub only_if: Vec<String>,
}

/// A line of a plan that is no step.
#[derive(Clone, Debug, Serialize)]
pub struct PlanLine {
    /// The article's words.
    pub text: String,
    /// `do` or `skip`.
    pub status: &'static str,
    /// The reason, where there is one.
    pub why: String,
    /// Conditions that are not decided.
    pub only_if: Vec<String>,
}

/// The plan as a value to print.
pub fn plan_outline(guide: &Guide, plan: &Plan) -> PlanOutline {
    let mut out = PlanOutline {
        procedures: Vec::new(),
        advice: Vec::new(),
        afterwards: plan
            .afterwards
            .iter()
            .filter_map(|part| line(guide, part))
            .collect(),
        warnings: plan
            .hazards
            .iter()
            .flat_map(|warning| warned(guide, warning))
            .collect(),
        left_out: Vec::new(),
    };
    for part in &plan.parts {
        match part {
            Part::Procedure(procedure) => {
                let warnings = procedure
                    .steps
                    .iter()
                    .filter(|step| !matches!(step.status, Status::Skip { .. }));
                out.warnings.extend(
                    warnings
                        .flat_map(|step| &step.warnings)
                        .flat_map(|warning| warned(guide, warning)),
                );
                out.procedures.push(PlanProcedureOutline {
                    id: procedure.id.clone(),
                    heading: procedure
                        .heading
                        .as_ref()
                        .map(|heading| heading.text.clone()),
                    only_if: only_if(&procedure.only_if),
                    steps: procedure.steps.iter().map(plan_step).collect(),
                });
            }
            Part::Warning(warning) => out.warnings.extend(warned(guide, warning)),
            Part::Advice(_) | Part::Gate(_) => out.advice.extend(line(guide, part)),
        }
    }
    out.left_out
        .extend(plan.left_out.iter().map(|left| PlanLine {
            text: left.what.text.clone(),
            status: "skip",
            why: left.why.clone(),
            only_if: Vec::new(),
        }));
    out
}

fn plan_step(step: &crate::plan::PlanStep) -> PlanStepOutline {
    let (status, why) = status(&step.status);
    PlanStepOutline {
        path: step.path.clone(),
        text: step.text.as_str().to_string(),
        status,
        why,
        only_if: only_if(&step.only_if),
    }
}

/// The conditions as they stand in front of what they govern.
fn only_if(open: &[OnlyIf]) -> Vec<String> {
    let one = |open: &OnlyIf| format!("{} {}", open.word, open.clause.text);
    open.iter().map(one).collect()
}

fn status(status: &Status) -> (&'static str, String) {
    match status {
        Status::Do => ("do", String::new()),
        Status::AlreadySo { why, rest } => {
            let rest = rest.as_ref().map_or(String::new(), |rest| {
                format!("; still to do: {}", rest.text)
            });
            ("do", format!("already so: check ({why}){rest}"))
        }
        Status::Skip { why } => ("skip", why.clone()),
    }
}

fn line(guide: &Guide, part: &Part) -> Option<PlanLine> {
    match part {
        Part::Advice(advice) => {
            let (status, why) = status(&advice.status);
            Some(PlanLine {
                text: advice.text.as_str().to_string(),
                status,
                why,
                only_if: only_if(&advice.only_if),
            })
        }
        Part::Gate(gate) => Some(PlanLine {
            text: gate
                .place
                .span
                .slice(&guide.document.source)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            status: "do",
            why: guide.questions[gate.question].text.clone(),
            only_if: Vec::new(),
        }),
        _ => None,
    }
}

/// The warning, and the sentences that tell more of it.
fn warned(guide: &Guide, warning: &PlanWarning) -> Vec<OutlineWarning> {
    let found = guide.extraction.warnings.iter().enumerate();
    let belongs = found.filter(|(index, other)| {
        *index == warning.warning || other.part_of == Some(warning.warning)
    });
    belongs
        .map(|(_, found)| OutlineWarning {
            label: found.label.clone(),
            text: found.text.as_str().to_string(),
        })
        .collect()
}
