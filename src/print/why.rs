//! The sheet of a question's reasons: the sentences that it comes from, and what hangs on each answer.

use super::{Mark, Sheet};
use crate::extract::Target;
use crate::guide::{Answer, Guide, Hangs, Question};

/// Why a question is asked. `path` is the article's file, for the places.
pub fn sheet(guide: &Guide, question: &Question, path: &str) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.heading("Why this question?");
    let source = &guide.document.source;
    for place in &question.sources {
        let at = place.span.line_column(source);
        let words = place.span.slice(source);
        sheet.item(0, Mark::Bullet, format!("“{}”", fold(words)));
        let place = format!("{} ({path}:{}:{})", place.name, at.line, at.column);
        sheet.paragraph(1, place);
    }
    for answer in question.answers() {
        let effects = effects(guide, question, &answer);
        if !effects.is_empty() {
            let row = format!("{}: {}.", question.say(&answer), effects.join("; "));
            sheet.item(0, Mark::Bullet, row);
        }
    }
    sheet
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What an answer does to the plan.
fn effects(guide: &Guide, question: &Question, answer: &Answer) -> Vec<String> {
    if *answer == Answer::Unknown {
        return vec!["everything stays in the plan, with its condition in front of it".into()];
    }
    let mut effects = Vec::new();
    for hangs in &question.hangs {
        match effect(guide, hangs, hangs.answers.contains(answer)) {
            Some(effect) if !effects.contains(&effect) => effects.push(effect),
            _ => {}
        }
    }
    effects
}

fn effect(guide: &Guide, hangs: &Hangs, meant: bool) -> Option<String> {
    let name = name(guide, hangs.target);
    match (hangs.already, meant) {
        (true, true) => Some(format!("{name} is already so, to be checked")),
        (true, false) => None, // nothing changes: it is to be done
        (false, true) => Some(format!("{name} applies")),
        (false, false) => Some(format!("{name} does not apply")),
    }
}

/// What a target is called in a sentence.
fn name(guide: &Guide, target: Target) -> String {
    let extraction = &guide.extraction;
    let step = |index: usize| {
        let step = extraction.steps.get(index);
        let path = step.map_or("", |step| step.path.as_str());
        format!("step {path}")
    };
    match target {
        Target::Step(id) => step(id.0),
        Target::PartOfStep(id) => format!("a part of {}", step(id.0)),
        Target::Nested(id) => format!("what stands under {}", step(id.0)),
        Target::Procedure(index) => {
            let procedure = extraction.procedures.get(index);
            let heading = procedure.and_then(|procedure| procedure.heading.as_ref());
            quoted(heading.map(|heading| heading.text.as_str()), "procedure")
        }
        Target::Advice(index) => {
            let advice = extraction.advice.get(index);
            quoted(advice.map(|advice| advice.text.as_str()), "advice")
        }
        Target::Warning(index) => {
            let warning = extraction.warnings.get(index);
            quoted(warning.map(|warning| warning.text.as_str()), "warning")
        }
        Target::Section(index) => {
            let section = guide.document.sections.get(index);
            let heading = section.and_then(|section| section.heading.as_ref());
            quoted(heading.map(|heading| heading.as_str()), "section")
        }
    }
}

fn quoted(text: Option<&str>, what: &str) -> String {
    match text {
        Some(text) => format!("the {what} “{}”", text.trim_end_matches('.')),
        None => format!("the {what}"),
    }
}
