//! The pieces of text that the recognisers look at, in order of the article, each with its surroundings.

use super::{Role, StepId};
use crate::text::Prose;

/// A piece of running text of the body and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// What it is in the document.
    pub kind: UnitKind,
    /// Its text.
    pub prose: Prose,
    /// Index of its section.
    pub section: usize,
    /// Number of the paragraph in its section, from 1.
    pub paragraph: usize,
    /// The step it stands in or under.
    pub step: Option<StepId>,
    /// The procedure it stands in.
    pub procedure: Option<usize>,
    /// What follows it right away in the same container.
    pub followed_by: Follower,
    /// Whether the problem is shown here and not solved.
    pub reproduces: bool,
}

/// What a piece of text is in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    /// A section's heading.
    Heading,
    /// A step's first paragraph.
    StepText,
    /// A further paragraph under a step.
    StepDetail,
    /// A paragraph outside of lists.
    Paragraph,
    /// An item of a list that is no procedure: list and item, numbered over the article and the list.
    Bullet {
        /// Number of the list, as walked.
        list: usize,
        /// Number of the item in it, from 0.
        item: usize,
    },
    /// An item of a numbered list that is no procedure: facts, causes, what a program does.
    Fact {
        /// Number of the list, as walked.
        list: usize,
    },
    /// Text of a labelled warning or note: index into the warnings; whether it is its first paragraph.
    Note {
        /// Index into the warnings.
        warning: usize,
        /// Whether it is the first paragraph.
        first: bool,
    },
    /// A cell of a table.
    Cell,
}

/// What follows a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Follower {
    /// Nothing, or something that the paragraph does not introduce.
    Other,
    /// This procedure.
    Procedure(usize),
    /// Steps nested in the step of the paragraph.
    Nested,
    /// A list that is no procedure.
    Bullets(usize),
    /// Code, output, a table.
    Code,
}

/// A sentence of a unit while it is being understood.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Index of its unit.
    pub unit: usize,
    /// Its bytes in the unit's text.
    pub range: std::ops::Range<usize>,
    /// Its number in the unit, from 0.
    pub number: usize,
    /// What became of it.
    pub role: Role,
}
