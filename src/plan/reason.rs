//! Reasons, in the reader's own answers.

use crate::guide::standing::{Answers, decider, holds};
use crate::guide::{Answer, Guide};
use crate::plan::OnlyIf;

/// Why something is left out: `you answered “No”: “Does a record point to it?”`.
pub(super) fn left_out(guide: &Guide, answers: &Answers, questions: &[usize]) -> String {
    let said = questions
        .iter()
        .filter_map(|index| said(guide, answers, *index));
    said.collect::<Vec<_>>().join("; ")
}

/// `you answered “No”: “Does a record point to it?”`; for a choice, `you picked “Method 1”`.
pub(super) fn said(guide: &Guide, answers: &Answers, question: usize) -> Option<String> {
    let question = guide.questions.get(question)?;
    let answer = answers.get(&question.id)?;
    Some(match answer {
        Answer::Option(_) => format!(
            "you picked “{}”",
            question.say(answer).trim_end_matches(['.', ':'])
        ),
        _ => format!(
            "you answered “{}” to “{}”",
            question.say(answer),
            question.text
        ),
    })
}

/// An answer in a narrow place: `Transfer mode: Inbound Only`.
pub(super) fn briefly(guide: &Guide, answers: &Answers, question: usize) -> Option<String> {
    let question = guide.questions.get(question)?;
    let answer = answers.get(&question.id)?;
    Some(format!("{}: {}", question.topic, question.say(answer)))
}

/// The condition in front of what it governs, where the answers do not decide it.
pub(super) fn open_condition(guide: &Guide, answers: &Answers, index: usize) -> Option<OnlyIf> {
    if holds(guide, answers, index).is_some() {
        return None;
    }
    let condition = &guide.extraction.conditions[index];
    let question = decider(guide, answers, index);
    let not_sure = answers.get(&guide.questions[question].id) == Some(&Answer::Unknown);
    Some(OnlyIf {
        clause: condition.clause.clone(),
        word: word(guide, index),
        not_sure,
        question,
    })
}

/// `Only if`, or `Unless` where the article says so; a phrase (`On Windows NT 4.0`) stands for itself.
fn word(guide: &Guide, index: usize) -> &'static str {
    let condition = &guide.extraction.conditions[index];
    let start = condition.clause.span.start as usize;
    let before = guide.document.source.get(..start).unwrap_or("");
    let opener = before
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .to_lowercase();
    let opener = opener.trim_start_matches(['(', '*', '_']);
    match opener {
        "unless" => "Unless",
        "if" | "when" | "where" | "case" | "that" => "Only if",
        _ if condition.clause.text.starts_with("you ") => "Only if",
        _ => "Only",
    }
}
