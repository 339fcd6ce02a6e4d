//! The guide: an article with the questions that it asks and what hangs on each.

use crate::document::Document;
use crate::extract::{Extraction, Place, Target, Timing, extract};
use std::fmt;

mod build;
pub mod check;
pub mod standing;

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
    /// For each condition of the extraction, the question that decides it.
    pub of_condition: Vec<usize>,
    /// For each choice, its question.
    pub of_choice: Vec<usize>,
    /// For each state, its question.
    pub of_state: Vec<usize>,
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
    /// Whether it is asked. A question on which nothing hangs, or that another one answers as well, is
    /// not; it can still be answered.
    pub asked: bool,
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
        build::build(document, extraction)
    }

    /// The question of this name.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

impl Question {
    /// Every answer that the question takes, not sure last.
    pub fn answers(&self) -> Vec<Answer> {
        let mut answers = match &self.kind {
            QuestionKind::YesNo => vec![Answer::Yes, Answer::No],
            QuestionKind::Choice(options) => (0..options.len()).map(Answer::Option).collect(),
            QuestionKind::Value(values) => {
                let named = values.iter().cloned().map(Answer::Value);
                named.chain([Answer::Other]).collect()
            }
        };
        answers.push(Answer::Unknown);
        answers
    }

    /// Reads an answer as it is written on the command line and in a link: `yes`, `no`, `unknown`, the option's
    /// number, a value, `other`. `None` where the question does not take it.
    pub fn parse_answer(&self, text: &str) -> Option<Answer> {
        self.answers()
            .into_iter()
            .find(|answer| answer.to_string().eq_ignore_ascii_case(text))
    }

    /// An answer in the reader's words: `Yes`, `Not sure`, an option's text.
    pub fn say(&self, answer: &Answer) -> String {
        match (answer, &self.kind) {
            (Answer::Yes, _) => "Yes".into(),
            (Answer::No, _) => "No".into(),
            (Answer::Unknown, _) => "Not sure".into(),
            (Answer::Other, _) => "Something else".into(),
            (Answer::Value(value), _) => value.clone(),
            (Answer::Option(number), QuestionKind::Choice(options)) => {
                options.get(*number).cloned().unwrap_or_default()
            }
            (Answer::Option(number), _) => number.to_string(),
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yes => f.write_str("yes"),
            Self::No => f.write_str("no"),
            Self::Unknown => f.write_str("unknown"),
            Self::Other => f.write_str("other"),
            Self::Option(number) => write!(f, "{number}"),
            Self::Value(value) => f.write_str(value),
        }
    }
}
