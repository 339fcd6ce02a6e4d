//! Reasons, in the reader's own answers.

use super::OnlyIf;
use super::context::Context;
use crate::extract::{Quote, Target};
use crate::guide::standing::{decider, holds};
use crate::guide::{Answer, Guide};
use crate::span::Span;

/// Why something is left out: `you answered “No”: “Does a record point to it?”`.
pub(super) fn left_out(context: &Context, questions: &[usize]) -> String {
    let said = questions.iter().filter_map(|index| said(context, *index));
    said.collect::<Vec<_>>().join("; ")
}

/// `you answered “No”: “Does a record point to it?”`; for a choice, `you picked “Method 1”`.
pub(super) fn said(context: &Context, question: usize) -> Option<String> {
    let question = context.guide.questions.get(question)?;
    let answer = context.answers.get(&question.id)?;
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
pub(super) fn briefly(context: &Context, question: usize) -> Option<String> {
    let question = context.guide.questions.get(question)?;
    let answer = context.answers.get(&question.id)?;
    Some(format!("{}: {}", question.topic, question.say(answer)))
}

/// The conditions in front of what they govern, where the answers do not decide them.
pub(super) fn open_conditions(context: &Context, target: Target) -> Vec<OnlyIf> {
    let on = context.index.on(target).iter();
    let conditions = on.filter_map(|condition| open_condition(context, *condition));
    let options = context.index.options.get(target).into_iter().flatten();
    let choices =
        options.filter_map(|(choice, option)| open_choice(context, *choice, *option, target));
    choices.chain(conditions).collect()
}

/// An alternative of which none was picked yet: it is one of several, and not one more thing to do.
fn open_choice(context: &Context, choice: usize, option: usize, target: Target) -> Option<OnlyIf> {
    let question = *context.guide.of_choice.get(choice)?;
    let answer = context.answers.get(&context.guide.questions[question].id);
    if matches!(answer, Some(Answer::Option(_))) {
        return None;
    }
    let option = &context.guide.extraction.choices[choice].options[option].text;
    let text = match own_text(context, target) {
        Some(own) if own.cover(option.span) == own => "this".to_string(),
        _ => format!("“{}”", option.text.trim_end_matches(['.', ':'])),
    };
    Some(OnlyIf {
        clause: Quote {
            text,
            span: option.span,
        },
        word: "Only if you pick",
        not_sure: answer == Some(&Answer::Unknown),
        question,
    })
}

/// Where the text of a step or of advice stands: an option that is the text itself is not said twice.
fn own_text(context: &Context, target: Target) -> Option<Span> {
    let extraction = &context.guide.extraction;
    match target {
        Target::Step(step) => Some(extraction.steps.get(step.0)?.place.span),
        Target::Advice(advice) => Some(extraction.advice.get(advice)?.place.span),
        _ => None,
    }
}

fn open_condition(context: &Context, index: usize) -> Option<OnlyIf> {
    let (guide, answers) = (context.guide, context.answers);
    if holds(guide, answers, index).is_some() {
        return None;
    }
    let question = decider(guide, answers, index);
    Some(OnlyIf {
        clause: guide.extraction.conditions[index].clause.clone(),
        word: word(guide, index),
        not_sure: answers.get(&guide.questions[question].id) == Some(&Answer::Unknown),
        question,
    })
}

/// `Only if`, or `Unless` where the article says so; a phrase (`On Windows NT 4.0`) stands for itself.
fn word(guide: &Guide, index: usize) -> &'static str {
    let condition = &guide.extraction.conditions[index];
    let start = condition.clause.span.start as usize;
    let before = guide.document.source.get(..start).unwrap_or("");
    let marks = |c: char| !c.is_alphanumeric();
    let mut tokens = before
        .split_whitespace()
        .rev()
        .take(3)
        .map(|token| token.trim_matches(marks));
    let opener = tokens
        .find(|token| !token.is_empty())
        .unwrap_or("")
        .to_lowercase();
    let opener = opener.as_str();
    match opener {
        "unless" => "Unless",
        "if" | "when" | "where" | "case" | "that" => "Only if",
        _ if condition.clause.text.starts_with("you ") => "Only if",
        _ => "Only",
    }
}
