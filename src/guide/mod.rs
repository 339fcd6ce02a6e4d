//! The guide: an article with the questions that it asks and what hangs on each.

use crate::document::Document;
use crate::extract::{Extraction, Place, Target, Timing, extract};

/// An article that can be run: its document, what it says, and its questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The article.
    pub document: Document,
    /// What it says.
    pub extraction: Extraction,
    /// What is asked, in the order in which it is asked.
    pub questions: Vec<Question>,
    /// What kind of article it is.
    pub class: Class,
}

/// What kind of article it is, for the reader who looks one up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// It has a procedure.
    Guide,
    /// It has a choice of procedures.
    Choice,
    /// It has no procedure, but says what to do.
    Advice,
    /// Nothing to do here, an article to read.
    Read,
}

/// Something to ask the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Stable name, made from its words; answers are kept under it.
    pub id: String,
    /// The question.
    pub text: String,
    /// Name of what is asked about, for a narrow place.
    pub topic: String,
    /// What can be answered (not sure apart, which always can).
    pub kind: QuestionKind,
    /// When the reader can tell.
    pub timing: Timing,
    /// The sentences that it comes from.
    pub sources: Vec<Place>,
    /// What hangs on each answer.
    pub hangs: Vec<Hangs>,
}

/// The forms of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Yes or no.
    YesNo,
    /// One of these alternatives, numbered from 0.
    Choice(Vec<String>),
    /// One of the values that the article names, or something else.
    Value(Vec<String>),
}

/// What hangs on an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hangs {
    /// The answers under which it is done (or under which it is already so).
    pub answers: Vec<Answer>,
    /// What it is.
    pub target: Target,
    /// Whether the answers say that it is already so, and not that it is to be done.
    pub already: bool,
}

/// An answer of the reader.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    Unknown,
    /// The alternative of this number, from 0.
    Option(usize),
    /// This value.
    Value(String),
    /// A value that the article does not name.
    Other,
}

impl Guide {
    /// Builds the guide of an article.
    pub fn new(document: Document) -> Self {
        let extraction = extract(&document);
        Self {
            document,
            extraction,
            questions: Vec::new(),
            class: Class::Read,
        }
    }

    /// The question of this name.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}
