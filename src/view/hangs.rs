//! What hangs on a question: the hazards and steps that its answers decide about, in words.

use super::node::{Element, el, of};
use crate::app::words;
use crate::extract::Target;
use crate::guide::{Answer, Guide, Hangs, Question};

/// What a target is called in a sentence: `step 2`, `the hazard`.
pub fn name(guide: &Guide, target: Target) -> String {
    let extraction = &guide.extraction;
    let step = |index: usize| {
        let path = extraction.steps.get(index).map(|step| step.path.as_str());
        format!("step {}", path.unwrap_or_default())
    };
    match target {
        Target::Step(id) => step(id.0),
        Target::PartOfStep(id) => format!("a part of {}", step(id.0)),
        Target::Nested(id) => format!("what stands under {}", step(id.0)),
        Target::Procedure(index) => {
            let procedure = extraction.procedures.get(index);
            let heading = procedure.and_then(|procedure| procedure.heading.as_ref());
            heading.map_or("the procedure".into(), |heading| {
                format!("“{}”", heading.text)
            })
        }
        Target::Advice(_) => "the advice".into(),
        Target::Warning(index) if is_hazard(guide, index) => "the hazard".into(),
        Target::Warning(_) => "the note".into(),
        Target::Section(index) => {
            let section = guide.document.sections.get(index);
            let heading = section.and_then(|section| section.heading.as_ref());
            heading.map_or("the section".into(), |text| format!("“{}”", text.as_str()))
        }
    }
}

fn is_hazard(guide: &Guide, index: usize) -> bool {
    guide
        .extraction
        .warnings
        .get(index)
        .is_some_and(|warning| warning.hazard)
}

/// What "Not sure" and "Something else" do to the plan.
pub fn consequence(guide: &Guide, question: &Question, answer: &Answer) -> String {
    let decides = |hangs: &&Hangs| {
        *answer == Answer::Unknown || hangs.already || hangs.answers.contains(answer)
    };
    let stay = names(guide, question.hangs.iter().filter(decides));
    let go = names(guide, question.hangs.iter().filter(|hangs| !decides(hangs)));
    let mut said = Vec::new();
    if !stay.is_empty() {
        let verb = if stay.len() == 1 { "stays" } else { "stay" };
        said.push(format!("{} {verb} in the plan", words::list(&stay)));
    }
    if !go.is_empty() {
        let verb = if go.len() == 1 { "does" } else { "do" };
        said.push(format!("{} {verb} not apply", words::list(&go)));
    }
    words::sentence_case(&said.join("; "))
}

fn names<'a>(guide: &Guide, hangs: impl Iterator<Item = &'a Hangs>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for one in hangs {
        let name = name(guide, one.target);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > 4 {
        let more = names.len() - 3;
        names.truncate(3);
        names.push(format!("{more} more"));
    }
    names
}

/// The table beside the quotation: answers at the left, what they do at the right.
pub fn table(guide: &Guide, question: &Question) -> Element {
    let rows = question.hangs.iter().map(|hangs| {
        let answers: Vec<_> = hangs.answers.iter().map(|one| question.say(one)).collect();
        el("div")
            .with(el("dt").with(answers.join(", ")))
            .with(effect(guide, hangs))
    });
    of("dl", "hangs").with(rows.collect::<Vec<_>>())
}

fn effect(guide: &Guide, hangs: &Hangs) -> Element {
    let name = name(guide, hangs.target);
    let cell = el("dd");
    match hangs.target {
        Target::Warning(index) => {
            let warning = guide.extraction.warnings.get(index);
            let text = warning.map_or("", |warning| warning.text.as_str());
            let hazard = is_hazard(guide, index);
            let (class, label) = if hazard {
                ("red", "Hazard:")
            } else {
                ("", "Note:")
            };
            cell.with(of("b", class).with(label))
                .with(format!(" {text}"))
        }
        Target::Step(id) if hangs.already => {
            let marked = format!(
                "{} is marked “already so: check”",
                words::sentence_case(&name)
            );
            cell.with(marked)
                .with(rest(guide, id).map(|rest| format!("; still to do: {rest}")))
        }
        target => {
            let name = words::sentence_case(&name);
            cell.with(match (target, action(guide, target)) {
                (Target::PartOfStep(_), Some(action)) => words::sentence_case(action),
                (_, Some(action)) => format!("{name}: {action}"),
                (_, None) => format!("{name} is in the plan"),
            })
        }
    }
}

/// What the condition that decides about the target says to do.
fn action(guide: &Guide, target: Target) -> Option<&str> {
    let mut conditions = guide.extraction.conditions.iter();
    let condition = conditions.find(|condition| condition.targets.contains(&target))?;
    let action = condition.action.text.trim();
    (!action.is_empty()).then_some(action)
}

/// What of a step is still to do where its effect is already there.
fn rest(guide: &Guide, id: crate::extract::StepId) -> Option<&str> {
    let states = guide.extraction.states.iter();
    let mut effects = states.flat_map(|state| &state.effects);
    let effect = effects.find(|effect| effect.step == id)?;
    effect.rest.as_ref().map(|rest| rest.text.as_str())
}
