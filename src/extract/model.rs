//! The values that extraction gives: what the sentences of an article say, each with its place.

use crate::span::Span;
use crate::text::Prose;

/// What an article says to do, under which conditions and with which warnings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    /// Every sentence of the body in order, with what became of it.
    pub sentences: Vec<Sentence>,
    /// The procedures in order.
    pub procedures: Vec<Procedure>,
    /// Every step of every procedure, in order of the text; [`StepId`] is its index.
    pub steps: Vec<Step>,
    /// Sentences outside of procedures that tell the reader what to do.
    pub advice: Vec<Advice>,
    /// Conditions on what to do, in order of the text.
    pub conditions: Vec<Condition>,
    /// Alternatives of which the reader picks one.
    pub choices: Vec<Choice>,
    /// States that a step brings about or a warning depends on.
    pub states: Vec<State>,
    /// Labelled warnings and notes, and unlabelled hazards.
    pub warnings: Vec<Warning>,
    /// Other articles cited by number, in order of first appearance.
    pub references: Vec<String>,
}

/// Index of a step in [`Extraction::steps`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(pub usize);

/// A quotation: words of the article and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words, blanks folded.
    pub text: String,
    /// Their place in the source.
    pub span: Span,
}

/// Where something stands, as a reader would say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its span in the source.
    pub span: Span,
    /// `Step 2`, `More Information, paragraph 1, sentence 2`.
    pub name: String,
}

/// A sentence of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// What became of it.
    pub role: Role,
    /// Index of the section it stands in.
    pub section: usize,
    /// The step it stands in or under.
    pub step: Option<StepId>,
}

/// What became of a sentence (or of another piece of the body).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Part of a step.
    Step,
    /// States a condition outside of steps and advice.
    Condition,
    /// Names an alternative.
    Choice,
    /// A labelled warning or note, or a hazard.
    Warning,
    /// Tells the reader what to do.
    Advice,
    /// Shows how to see the problem.
    Reproduction,
    /// A heading.
    Heading,
    /// Points to another article.
    Reference,
    /// Code, output, a table.
    Code,
    /// Everything else.
    Background,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 10] = [
        Self::Step,
        Self::Condition,
        Self::Choice,
        Self::Warning,
        Self::Advice,
        Self::Reproduction,
        Self::Heading,
        Self::Reference,
        Self::Code,
        Self::Background,
    ];

    /// Its name, as a ledger prints it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Condition => "condition",
            Self::Choice => "choice",
            Self::Warning => "warning",
            Self::Advice => "advice",
            Self::Reproduction => "reproduction",
            Self::Heading => "heading",
            Self::Reference => "reference",
            Self::Code => "code",
            Self::Background => "background",
        }
    }
}

/// A list of things to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Procedure {
    /// Stable name, made from its heading and first step.
    pub id: String,
    /// Nearest heading above.
    pub heading: Option<Quote>,
    /// The sentence or line that introduces it (`To do this, follow these steps:`).
    pub lead: Option<Quote>,
    /// Whether it helps or shows the problem.
    pub purpose: Purpose,
    /// Its outermost steps in order.
    pub steps: Vec<StepId>,
    /// Index of the section it stands in.
    pub section: usize,
}

/// What a procedure is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It solves the problem or does the task.
    Do,
    /// It shows the problem; it is never offered as help.
    Reproduce,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Index of its procedure.
    pub procedure: usize,
    /// The step that holds it.
    pub parent: Option<StepId>,
    /// The steps nested in it.
    pub steps: Vec<StepId>,
    /// Label as printed, without dot or parentheses.
    pub label: String,
    /// Labels from the outermost step to this one, joined by dots: `3.a`.
    pub path: String,
    /// The step's first paragraph without its label.
    pub text: Prose,
    /// What else stands under it: paragraphs, code, notes, tables; nested steps left out.
    pub details: Vec<Detail>,
    /// Whether every instruction in its text depends on some condition.
    pub conditional: bool,
    /// Where it stands.
    pub place: Place,
}

/// What stands under a step besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Running text.
    Text(Prose),
    /// An item of a bulleted list.
    Item(Prose),
    /// Something to type, output, a table: as it stands.
    Code(String, Span),
    /// A labelled note: index into [`Extraction::warnings`].
    Warning(usize),
}

/// A sentence that tells the reader what to do, outside of procedures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The whole sentence.
    pub text: Prose,
    /// Where it stands.
    pub place: Place,
    /// Index of the section it stands in.
    pub section: usize,
    /// Index of the procedure that it follows in its section, where it says what comes afterwards.
    pub after: Option<usize>,
    /// Code that stands right under it.
    pub code: Option<(String, Span)>,
    /// Whether it stands in a labelled note, which shows it already.
    pub noted: bool,
}

/// Something of the article that a condition or a choice decides about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A whole step with all that is nested in it.
    Step(StepId),
    /// A part of a step: the step stays, its part is conditional.
    PartOfStep(StepId),
    /// The steps nested in a step; the step itself stays.
    Nested(StepId),
    /// A whole procedure.
    Procedure(usize),
    /// A sentence of advice.
    Advice(usize),
    /// A warning.
    Warning(usize),
    /// All procedures, advice and warnings of a section and the sections below it.
    Section(usize),
}

/// A condition that decides whether something is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The clause without its leading if, when, unless.
    pub clause: Quote,
    /// The action that it governs.
    pub action: Quote,
    /// Where the action goes on.
    pub jump: Option<Jump>,
    /// What to ask the reader.
    pub question: String,
    /// Name of what is asked about, for a narrow place: `MX record`.
    pub topic: String,
    /// Whether the condition holds when the answer is yes (else when it is no).
    pub true_when_yes: bool,
    /// What it decides about.
    pub targets: Vec<Target>,
    /// What is left out when it holds: what its opposite governs (`Otherwise, …`), or a step that it lets the reader skip.
    pub spares: Vec<Target>,
    /// When the reader can tell.
    pub timing: Timing,
    /// The state and its values that make it hold, where a state says the same: index into
    /// [`Extraction::states`] and the values.
    pub state: Option<(usize, Vec<String>)>,
    /// The whole sentence and its place.
    pub place: Place,
}

/// A jump to a step of the same procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jump {
    /// The label as the article says it: `7`, `3.a`.
    pub label: String,
    /// The step that bears it; `None` where no step does.
    pub to: Option<StepId>,
    /// The step that it leaves from.
    pub from: Option<StepId>,
    /// Whether it says to repeat: it goes back.
    pub repeat: bool,
}

/// When the reader can tell the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Before anything is done.
    Before,
    /// Only when the reader is at this step.
    At(StepId),
    /// After everything is done, maybe days later.
    After,
}

/// Alternatives of which the reader picks one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What to ask the reader.
    pub question: String,
    /// Name of what is chosen, for a narrow place: `Method`.
    pub topic: String,
    /// The alternatives in order, at least two.
    pub options: Vec<ChoiceOption>,
    /// The sentence that introduces it, or its first option.
    pub place: Place,
}

/// One alternative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Its heading or first sentence.
    pub text: Quote,
    /// What is done when it is picked.
    pub targets: Vec<Target>,
}

/// A state that a step brings about, or that a warning depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What to ask the reader about it.
    pub question: String,
    /// Name of the state, for a narrow place: `Transfer mode`.
    pub topic: String,
    /// The values that the article names; empty for a question of yes and no.
    pub values: Vec<String>,
    /// The steps that bring it about.
    pub effects: Vec<Effect>,
    /// Where the article speaks of it first.
    pub place: Place,
}

/// What a step does to a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The step.
    pub step: StepId,
    /// The answer under which the effect is already there: a value, or `yes` or `no`.
    pub already: String,
    /// What of the step is still to be done then: its other instructions.
    pub rest: Option<Quote>,
    /// The instruction itself.
    pub instruction: Quote,
}

/// A labelled warning or note, or an unlabelled hazard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The label in capitals; `None` for a hazard that bears no label.
    pub label: Option<String>,
    /// Its first paragraph without the label; a hazard's whole sentence.
    pub text: Prose,
    /// What else stands in a labelled box.
    pub details: Vec<Detail>,
    /// Whether it tells of loss, damage or danger (else it is a note).
    pub hazard: bool,
    /// Whether it stands at steps that show the problem, which no plan has.
    pub reproduces: bool,
    /// The hazard that it tells more of: index into [`Extraction::warnings`].
    pub part_of: Option<usize>,
    /// The step that it stands in or under.
    pub step: Option<StepId>,
    /// Index of the procedure that it stands in front of, or in.
    pub procedure: Option<usize>,
    /// Where it stands.
    pub place: Place,
    /// Index of the section it stands in.
    pub section: usize,
}
