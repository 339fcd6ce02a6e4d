//! The interview: what was answered, what is asked next. It is a replay of the answers and keeps nothing else.

use crate::guide::{Answer, Guide};
use std::collections::BTreeMap;

/// Answers by the question's name.
pub type Answers = BTreeMap<String, Answer>;

/// Where an interview stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// The questions asked before the procedure that matter under these answers, in order:
    /// indices into [`Guide::questions`].
    pub path: Vec<usize>,
    /// The first of them without an answer: what to ask now. `None`: show the plan.
    pub next: Option<usize>,
    /// Questions that only a step reveals, or that come afterwards, and that matter under these answers.
    pub later: Vec<usize>,
}

/// Replays the answers on the guide. Answers to questions that the guide does not have, or
/// that do not matter any more, change nothing.
pub fn replay(_guide: &Guide, _answers: &Answers) -> Interview {
    Interview {
        path: Vec::new(),
        next: None,
        later: Vec::new(),
    }
}
