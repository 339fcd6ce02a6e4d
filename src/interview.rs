//! The interview: what was answered, what is asked next. It is a replay of the answers and keeps nothing else.

use crate::extract::Timing;
use crate::guide::Guide;
use crate::guide::standing::{Standing, standing};

pub use crate::guide::standing::Answers;

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
pub fn replay(guide: &Guide, answers: &Answers) -> Interview {
    let standing = standing(guide, answers);
    let matters =
        |index: &usize| guide.questions[*index].asked && matters(guide, &standing, *index);
    let (path, later): (Vec<usize>, Vec<usize>) = (0..guide.questions.len())
        .filter(matters)
        .partition(|index| guide.questions[*index].timing == Timing::Before);
    let next = path
        .iter()
        .copied()
        .find(|index| !answers.contains_key(&guide.questions[*index].id));
    Interview { path, next, later }
}

/// Whether something hangs on the question that no other answer has left out.
fn matters(guide: &Guide, standing: &Standing, index: usize) -> bool {
    guide.questions[index].hangs.iter().any(|hang| {
        standing
            .of(guide, hang.target)
            .iter()
            .all(|question| *question == index)
    })
}
