//! The outline of an article and its plan as values to print: the form that `docs/outline.md` describes.

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::extract::{Condition, Procedure, Purpose, Step, StepId};
use crate::guide::{Class, Guide};
use crate::order;
use serde::Serialize;

mod ledger;
mod plan;

pub use ledger::{LedgerBytes, LedgerEntry, LedgerOutline, OutlineLedger, ledger_outline};
pub use plan::{PlanLine, PlanOutline, PlanProcedureOutline, PlanStepOutline, plan_outline};

/// What an article says, as `kbguide outline` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct Outline {
    /// Number or name.
    pub id: String,
    /// Title without the number.
    pub title: String,
    /// Items of the applies-to list.
    pub products: Vec<String>,
    /// Last change as an ISO date.
    pub modified: Option<String>,
    /// What kind of article it is: `guide`, `choice`, `advice`, `read`.
    pub class: &'static str,
    /// Headings in order.
    pub headings: Vec<String>,
    /// Other articles cited by number.
    pub references: Vec<String>,
    /// Lists of things to do.
    pub procedures: Vec<OutlineProcedure>,
    /// Sentences that say what to do, outside of procedures.
    pub advice: Vec<String>,
    /// Conditions and choices.
    pub decisions: Vec<OutlineDecision>,
    /// Questions made from a step's effect.
    pub states: Vec<OutlineState>,
    /// Labelled warnings, and hazards without a label.
    pub warnings: Vec<OutlineWarning>,
    /// What is wrong with the source.
    pub diagnostics: Vec<OutlineDiagnostic>,
}

/// Something that is wrong with the source.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineDiagnostic {
    /// Line from 1; null where it is about the whole source.
    pub line: Option<u32>,
    /// Column in characters, from 1.
    pub column: Option<u32>,
    /// What is wrong, and what to do about it.
    pub text: String,
}

/// A list of things to do.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineProcedure {
    /// Stable name.
    pub id: String,
    /// Nearest heading above.
    pub heading: Option<String>,
    /// `do` or `reproduce`.
    pub purpose: &'static str,
    /// The steps.
    pub steps: Vec<OutlineStep>,
}

/// A step.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineStep {
    /// As printed.
    pub label: String,
    /// First paragraph.
    pub text: String,
    /// Bytes of the source that it comes from.
    pub span: [u32; 2],
    /// Nested steps.
    pub steps: Vec<OutlineStep>,
}

/// A condition or a choice.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum OutlineDecision {
    /// A condition.
    Condition {
        /// The question's name.
        id: String,
        /// The clause.
        r#if: String,
        /// The action.
        then: String,
        /// The step to go on with.
        goto: Option<String>,
        /// What to ask.
        question: String,
        /// `yes` or `no`.
        true_when: &'static str,
        /// Bytes of the source.
        span: [u32; 2],
    },
    /// A choice.
    Choice {
        /// The question's name.
        id: String,
        /// What to ask.
        question: String,
        /// The alternatives.
        options: Vec<String>,
        /// Bytes of the source.
        span: [u32; 2],
    },
}

/// A question made from a step's effect.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineState {
    /// The question's name.
    pub id: String,
    /// What to ask.
    pub question: String,
    /// The values that the article names; left out for yes and no.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
}

/// A warning.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineWarning {
    /// Label in capitals, or null.
    pub label: Option<String>,
    /// Its text.
    pub text: String,
}

/// The outline of a guide.
pub fn outline(guide: &Guide) -> Outline {
    let document = &guide.document;
    let extraction = &guide.extraction;
    Outline {
        id: document.meta.id.clone(),
        title: document.meta.title.clone(),
        products: document
            .meta
            .products
            .iter()
            .map(|product| product.as_str().to_string())
            .collect(),
        modified: document.meta.modified.clone(),
        class: class(guide.class),
        headings: headings(document),
        references: extraction.references.clone(),
        procedures: extraction
            .procedures
            .iter()
            .map(|found| procedure(guide, found))
            .collect(),
        advice: extraction
            .advice
            .iter()
            .filter(|advice| !advice.noted) // a note is told as a warning
            .map(|advice| advice.text.as_str().to_string())
            .collect(),
        decisions: decisions(guide),
        states: states(guide),
        warnings: warnings(guide),
        diagnostics: diagnostics(document),
    }
}

fn diagnostics(document: &Document) -> Vec<OutlineDiagnostic> {
    let one = |found: &Diagnostic| {
        let at = found.span.map(|span| span.line_column(&document.source));
        OutlineDiagnostic {
            line: at.map(|at| at.line),
            column: at.map(|at| at.column),
            text: found.kind.to_string(),
        }
    };
    document.diagnostics.iter().map(one).collect()
}

fn class(class: Class) -> &'static str {
    match class {
        Class::Guide => "guide",
        Class::Choice => "choice",
        Class::Advice => "advice",
        Class::Read => "read",
    }
}

fn headings(document: &Document) -> Vec<String> {
    let headings = document
        .sections
        .iter()
        .filter_map(|section| section.heading.as_ref());
    headings
        .map(|heading| heading.as_str().to_string())
        .collect()
}

fn procedure(guide: &Guide, found: &Procedure) -> OutlineProcedure {
    OutlineProcedure {
        id: found.id.clone(),
        heading: found.heading.as_ref().map(|heading| heading.text.clone()),
        purpose: match found.purpose {
            Purpose::Do => "do",
            Purpose::Reproduce => "reproduce",
        },
        steps: steps(guide, &found.steps),
    }
}

fn steps(guide: &Guide, ids: &[StepId]) -> Vec<OutlineStep> {
    let found = ids.iter().filter_map(|id| guide.extraction.steps.get(id.0));
    let one = |step: &Step| OutlineStep {
        label: step.label.clone(),
        text: step.text.as_str().to_string(),
        span: [step.place.span.start, step.place.span.end],
        steps: steps(guide, &step.steps),
    };
    found.map(one).collect()
}

/// Conditions and choices in order of the text.
fn decisions(guide: &Guide) -> Vec<OutlineDecision> {
    let extraction = &guide.extraction;
    let conditions = extraction
        .conditions
        .iter()
        .enumerate()
        .map(|(index, found)| {
            let id = guide.questions[guide.of_condition[index]].id.clone();
            (found.place.span.start, condition(found, id))
        });
    let choices = extraction
        .choices
        .iter()
        .enumerate()
        .map(|(index, choice)| {
            let question = &guide.questions[guide.of_choice[index]];
            let decision = OutlineDecision::Choice {
                id: question.id.clone(),
                question: question.text.clone(),
                options: choice
                    .options
                    .iter()
                    .map(|option| option.text.text.clone())
                    .collect(),
                span: [choice.place.span.start, choice.place.span.end],
            };
            (choice.place.span.start, decision)
        });
    let mut all: Vec<_> = conditions.chain(choices).collect();
    order::by_key(&mut all, |(start, _)| u64::from(*start));
    all.into_iter().map(|(_, decision)| decision).collect()
}

fn condition(found: &Condition, id: String) -> OutlineDecision {
    OutlineDecision::Condition {
        id,
        r#if: found.clause.text.clone(),
        then: found.action.text.clone(),
        goto: found.jump.as_ref().map(|jump| jump.label.clone()),
        question: found.question.clone(),
        true_when: if found.true_when_yes { "yes" } else { "no" },
        span: [found.place.span.start, found.place.span.end],
    }
}

fn states(guide: &Guide) -> Vec<OutlineState> {
    let states = guide.extraction.states.iter().enumerate();
    let one = |(index, state): (usize, &crate::extract::State)| OutlineState {
        id: guide.questions[guide.of_state[index]].id.clone(),
        question: state.question.clone(),
        values: state.values.clone(),
    };
    states.map(one).collect()
}

fn warnings(guide: &Guide) -> Vec<OutlineWarning> {
    let one = |label: &Option<String>, text: &str| OutlineWarning {
        label: label.clone(),
        text: text.to_string(),
    };
    let warnings = guide.extraction.warnings.iter();
    warnings
        .map(|warning| one(&warning.label, warning.text.as_str()))
        .collect()
}
