//! The plan: the exact procedure under the answers, with its warnings and the reason for each line.

use crate::extract::{Detail, Place, Quote, StepId};
use crate::guide::Answer;
use crate::text::Prose;

mod context;
mod make;
mod reason;
mod steps;
mod warnings;

pub use make::plan;

/// What to do under the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Hazards, most serious first; they come before everything else.
    pub hazards: Vec<PlanWarning>,
    /// Procedures, advice and notes, in order of the article.
    pub parts: Vec<Part>,
    /// What follows after the last step: advice and gates.
    pub afterwards: Vec<Part>,
    /// Alternatives that were not picked and warnings that do not apply, with the reason.
    pub left_out: Vec<LeftOut>,
}

/// A part of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A list of steps.
    Procedure(PlanProcedure),
    /// A sentence that says what to do.
    Advice(PlanAdvice),
    /// A note that belongs to no step.
    Warning(PlanWarning),
    /// A question that decides how it ends.
    Gate(Gate),
}

/// A procedure under the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanProcedure {
    /// The procedure's name.
    pub id: String,
    /// Nearest heading above.
    pub heading: Option<Quote>,
    /// The line that introduces it.
    pub lead: Option<Quote>,
    /// Conditions that hold it back because the reader is not sure: in front of it all.
    pub only_if: Vec<OnlyIf>,
    /// Every step in order, nested ones after the step that holds them.
    pub steps: Vec<PlanStep>,
}

/// A step under the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// Which step.
    pub step: StepId,
    /// `3.a`
    pub path: String,
    /// How deep it is nested, from 0.
    pub depth: usize,
    /// Label as printed.
    pub label: String,
    /// Its text.
    pub text: Prose,
    /// Whether it is to be done.
    pub status: Status,
    /// Conditions that the reader was not sure of, or was not asked yet: they stay in front of the step.
    pub only_if: Vec<OnlyIf>,
    /// Questions that come up at this step: indices into [`Guide::questions`], with the answer given.
    pub decisions: Vec<(usize, Option<Answer>)>,
    /// Notes and code under the step. Warnings among them stand in [`PlanStep::warnings`].
    pub details: Vec<Detail>,
    /// Warnings that stand in or under the step, hazards first.
    pub warnings: Vec<PlanWarning>,
    /// Where it stands.
    pub place: Place,
}

impl PlanStep {
    /// The notes to show under the step: one that its text says already, `Press Stop. NOTE: …`, is not shown again, unless answers decide about it.
    pub fn notes(&self) -> impl Iterator<Item = &PlanWarning> {
        let said = |note: &PlanWarning| {
            note.because.is_empty() && self.text.span().contains(note.place.span)
        };
        self.warnings
            .iter()
            .filter(move |note| !note.hazard && !said(note))
    }
}

/// Whether a step is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is.
    Do,
    /// Its effect is already there by the reader's own answer: to be checked.
    AlreadySo {
        /// The reason: `You said that the transfer mode is Outbound Only.`
        why: String,
        /// What of it is still to do.
        rest: Option<Quote>,
    },
    /// It is left out.
    Skip {
        /// The reason: `you said that no MX record points to it`.
        why: String,
    },
}

/// A condition that was not decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnlyIf {
    /// The article's words: `an MX record points to …`.
    pub clause: Quote,
    /// How it stands before the clause: `Only if`, `Unless`.
    pub word: &'static str,
    /// Whether the reader said that they are not sure (else the question is open).
    pub not_sure: bool,
    /// The question: index into [`Guide::questions`].
    pub question: usize,
}

/// A sentence of advice under the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanAdvice {
    /// The heading above it, where the article gives advice under several.
    pub heading: Option<Quote>,
    /// The whole sentence.
    pub text: Prose,
    /// Whether it applies.
    pub status: Status,
    /// Conditions that were not decided.
    pub only_if: Vec<OnlyIf>,
    /// Code under it.
    pub code: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A warning under the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanWarning {
    /// Index into the extraction's warnings.
    pub warning: usize,
    /// `WARNING`, `NOTE`; `None` for a hazard without a label.
    pub label: Option<String>,
    /// The sentence of loss first, the article's other sentences of the same hazard after it.
    pub text: Prose,
    /// Further sentences and code that belong to it.
    pub details: Vec<Detail>,
    /// Whether it tells of loss, damage or danger.
    pub hazard: bool,
    /// Why it applies, in the reader's own answers; empty where it always does.
    pub because: Vec<String>,
    /// Where it stands.
    pub place: Place,
}

/// A question that decides how it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// The question: index into [`Guide::questions`].
    pub question: usize,
    /// The answer given.
    pub answer: Option<Answer>,
    /// What each answer means: the article's words, or that it does not say how to go on.
    pub outcomes: Vec<(Answer, Outcome)>,
    /// Where it stands.
    pub place: Place,
}

/// What an answer at a gate means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The article's words.
    Says(Quote),
    /// Not what the article's words say, and no more in the article: `Not: …`.
    Not(Quote),
    /// The instruction of these words is not to be followed, and the article has no more to do.
    Nothing(Quote),
    /// Go on as before (the words of what to go on with).
    Wait(Option<Quote>),
}

/// Something that the plan leaves out, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is, in the article's words.
    pub what: Quote,
    /// The reason, in the reader's own answers.
    pub why: String,
}
