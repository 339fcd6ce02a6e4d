//! A step of the plan, the decisions inside it, advice, and the question at the end.

use super::icon::{Icon, icon};
use super::node::{Element, button, el, of};
use super::{Scene, hangs, hazard, parts, prose, source};
use crate::app::{Action, words};
use crate::guide::{Answer, Question};
use crate::plan::{Gate, Outcome, PlanAdvice, PlanStep, Status};

/// A step.
pub fn step(scene: &Scene, step: &PlanStep) -> Element {
    if let Status::Skip { why } = &step.status {
        return left_out(scene, step, why);
    }
    let name = format!("s{}", step.step.0);
    let ticked = scene.app.ticks.contains_key(&name);
    let class = match step.status {
        Status::AlreadySo { .. } => "step same",
        _ => "step",
    };
    let text = of("div", "tx")
        .with(step.only_if.iter().map(parts::only_if).collect::<Vec<_>>())
        .with(already(&step.status))
        .with(of("p", "do").with(prose::inline(&step.text, None)))
        .with(
            step.details
                .iter()
                .filter_map(parts::detail)
                .collect::<Vec<_>>(),
        );
    let says = format!("Step {} done", step.path);
    of("li", if ticked { "step ok" } else { class })
        .key(&name)
        .id(format!("step-{}", step.step.0))
        .attr_if(step.depth > 0, "data-depth", step.depth.min(4).to_string())
        .with(before(scene, step))
        .with(parts::tick(scene, &name, &says))
        .with(of("span", "n").with(label(step)))
        .with(text)
        .with(parts::margin(scene, &name, &step.place))
        .with(under(scene, step))
}

/// The label as it is shown: a bullet of any form is `•`.
fn label(step: &PlanStep) -> &str {
    if step.label == "-" {
        "•"
    } else {
        &step.label
    }
}

/// Hazards, before what they guard.
fn before(scene: &Scene, step: &PlanStep) -> Option<Element> {
    let hazards = step.warnings.iter().filter(|one| one.hazard);
    let hazards: Vec<_> = hazards.map(|one| hazard::warning(scene, one)).collect();
    (!hazards.is_empty()).then(|| of("div", "und").with(hazards))
}

/// Notes and decisions, in the full width under the text.
fn under(scene: &Scene, step: &PlanStep) -> Option<Element> {
    if step.notes().next().is_none() && step.decisions.is_empty() {
        return None;
    }
    let warnings = step.notes().map(|one| hazard::warning(scene, one));
    let decisions = step.decisions.iter().filter_map(|(index, answer)| {
        let question = scene.question(*index)?;
        Some(decision(scene, question, answer.as_ref()))
    });
    Some(of("div", "und").with(warnings.chain(decisions).collect::<Vec<_>>()))
}

fn already(status: &Status) -> Option<Element> {
    let Status::AlreadySo { why, rest } = status else {
        return None;
    };
    let rest = rest.as_ref().map(|rest| {
        let rest = rest.text.trim_end_matches(['.', ',']);
        format!(" Still to do: {rest}.")
    });
    Some(
        of("p", "cond")
            .with(el("b").with("Already so: check."))
            .with(format!(" {}", parts::sentence(why)))
            .with(rest),
    )
}

/// One row: the reason first, the text on one line, open for the rest.
fn left_out(scene: &Scene, step: &PlanStep, why: &str) -> Element {
    let summary = el("summary")
        .with(reason(why))
        .with(icon(Icon::Right))
        .with(of("span", "one").with(step.text.as_str()));
    let details = step
        .details
        .iter()
        .filter_map(parts::detail)
        .collect::<Vec<_>>();
    let whole = el("div")
        .with(of("p", "sup").with(prose::inline(&step.text, None)))
        .with(details)
        .with(source::link(scene, &step.place));
    of("li", "step out")
        .key(format!("s{}out", step.step.0))
        .id(format!("step-{}", step.step.0))
        .attr_if(step.depth > 0, "data-depth", step.depth.min(4).to_string())
        .with(of("span", "dash").attr("aria-hidden", "true"))
        .with(of("span", "n").with(label(step)))
        .with(el("details").with(summary).with(whole))
}

/// `Left out: you said …`
pub fn reason(why: &str) -> Element {
    let ends = why.trim_end_matches(['”', '"']).ends_with(['.', '?', '!']);
    let dot = if ends { "" } else { "." };
    of("span", "rs")
        .with(el("b").with("Left out:"))
        .with(format!(" {why}{dot}"))
}

/// The id of what takes the focus when a decision is answered or opened again.
pub fn decision_id(question: &str) -> String {
    format!("decision-{question}")
}

/// A question that only this step reveals.
fn decision(scene: &Scene, question: &Question, answer: Option<&Answer>) -> Element {
    let source = question
        .sources
        .first()
        .and_then(|place| source::link(scene, place));
    let id = decision_id(&question.id);
    if let Some(answer) = answer {
        return of("p", "dec1")
            .key(format!("{}=", question.id))
            .with(el("b").with(&question.text))
            .with(format!(" {}. ", question.say(answer)))
            .with(
                button("lk", &Action::Change(question.id.clone()))
                    .id(id)
                    .with("Change"),
            );
    }
    let answers: Vec<_> = words::named(question)
        .into_iter()
        .chain(words::other(question))
        .collect();
    let buttons: Vec<_> = answers
        .iter()
        .map(|answer| press(question, answer))
        .collect();
    of("div", "dec")
        .key(&question.id)
        .with(el("h4").id(id).attr("tabindex", "-1").with(&question.text))
        .with(of("div", "btns").with(buttons))
        .with(
            of("div", "dr")
                .with(what_each_does(scene, question))
                .with(source),
        )
}

fn what_each_does(scene: &Scene, question: &Question) -> Element {
    hangs::table(scene.guide, question)
}

fn press(question: &Question, answer: &Answer) -> Element {
    button("btn", &Action::Answer(question.id.clone(), answer.clone())).with(question.say(answer))
}

/// A sentence of advice.
pub fn advice(scene: &Scene, advice: &PlanAdvice) -> Element {
    let name = format!("a{}", advice.place.span.start);
    if let Status::Skip { why } = &advice.status {
        let text = of("div", "tx")
            .with(el("p").with(reason(why)))
            .with(of("p", "sup").with(prose::inline(&advice.text, None)));
        return of("li", "step adv out")
            .key(format!("{name}out"))
            .with(of("span", "dash").attr("aria-hidden", "true"))
            .with(text)
            .with(parts::margin(scene, "", &advice.place));
    }
    let ticked = scene.app.ticks.contains_key(&name);
    let code = advice.code.as_ref();
    let text = of("div", "tx")
        .with(
            advice
                .only_if
                .iter()
                .map(parts::only_if)
                .collect::<Vec<_>>(),
        )
        .with(already(&advice.status))
        .with(of("p", "do").with(prose::inline(&advice.text, None)))
        .with(code.map(|code| el("pre").with(el("code").with(code))));
    of("li", if ticked { "step adv ok" } else { "step adv" })
        .key(&name)
        .with(parts::tick(
            scene,
            &name,
            &format!("Done: {}", advice.text.as_str()),
        ))
        .with(text)
        .with(parts::margin(scene, &name, &advice.place))
}

/// The question that decides how it ends; each answer beside what it means.
pub fn gate(scene: &Scene, gate: &Gate) -> Option<Element> {
    let question = scene.question(gate.question)?;
    let rows = gate.outcomes.iter().map(|(answer, outcome)| {
        let given = gate.answer.as_ref() == Some(answer);
        let press =
            press(question, answer).attr("aria-pressed", if given { "true" } else { "false" });
        of("div", if given { "gr on" } else { "gr" })
            .with(press)
            .with(el("p").with(meaning(outcome)))
            .with(says_where(scene, gate, outcome))
    });
    let text = of("div", "tx")
        .with(el("h3").with(&question.text))
        .with(
            of("p", "sup")
                .with("Asked when the rest is done. The address of this page keeps your answers."),
        )
        .with(rows.collect::<Vec<_>>());
    Some(
        of("li", "step gate")
            .with(icon(Icon::Clock))
            .with(text)
            .with(parts::margin(scene, "", &gate.place)),
    )
}

/// The link to the words of an outcome where they are advice in another sentence than the question's.
fn says_where(scene: &Scene, gate: &Gate, outcome: &Outcome) -> Option<Element> {
    let (Outcome::Says(quote) | Outcome::Not(quote) | Outcome::Wait(Some(quote))) = outcome else {
        return None;
    };
    if gate.place.span.contains(quote.span) {
        return None;
    }
    // Words that begin in the question's sentence and go on in the next: the link is to the next.
    let (start, end) = (gate.place.span.end, quote.span.end);
    let mut sentences = scene.guide.extraction.sentences.iter();
    let next = sentences.find(|one| (start..end).contains(&one.place.span.start));
    let next = next.filter(|_| quote.span.start < start);
    source::quoted(scene, next.map_or(quote.span, |one| one.place.span))
}

fn meaning(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Says(quote) => parts::sentence(&quote.text),
        Outcome::Not(quote) => {
            let text = quote.text.trim().trim_end_matches('.');
            format!("Then it does not hold that “{text}”. The article does not say how to go on.")
        }
        Outcome::Nothing(_) => "Then the article has nothing more to do.".into(),
        Outcome::Wait(Some(quote)) => format!("Go on with: {}", parts::sentence(&quote.text)),
        Outcome::Wait(None) => "Wait, then answer again.".into(),
    }
}
