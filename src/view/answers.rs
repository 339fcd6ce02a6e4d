//! Answers so far: the rail beside a question, and the row of chips above a plan.

use super::Scene;
use super::icon::{Icon, icon};
use super::node::{Element, button, el, of};
use super::parts;
use crate::app::{Action, words};
use crate::guide::Question;
use crate::plan::Part;
use crate::plan::Status;

/// The rail beside the question of this index.
pub fn rail(scene: &Scene, now: usize) -> Element {
    of("section", "rail")
        .attr("aria-label", "Answers and plan so far")
        .with(so_far(scene, now))
        .with(plan_so_far(scene))
        .with(keys(scene))
}

fn so_far(scene: &Scene, now: usize) -> Vec<Element> {
    let current = scene.question(now).map(|question| &question.id);
    let mut list = of("ol", "sofar").attr("role", "list");
    for (at, question) in scene.asked().into_iter().enumerate() {
        let is_now = Some(&question.id) == current;
        list = list.with(line(scene, question, at + 1, is_now));
    }
    vec![el("h2").with("Answers so far"), list]
}

fn line(scene: &Scene, question: &Question, number: usize, now: bool) -> Element {
    let topic = parts::topic(question);
    let number = of("span", "n").with(number.to_string());
    let answer = scene.app.answers.get(&question.id);
    match answer {
        _ if now => of("li", "now")
            .with(number)
            .with(el("b").with(topic))
            .with(of("span", "sub").with("asked now")),
        Some(answer) => {
            let text = el("span")
                .with(of("span", "sub").with(topic))
                .with(el("b").with(question.say(answer)));
            let change = button("cell", &Action::Change(question.id.clone()));
            let change = change
                .with(number)
                .with(text)
                .with(of("span", "lk").with("Change"));
            el("li").with(change)
        }
        None => el("li").with(number).with(of("span", "sub").with(topic)),
    }
}

fn plan_so_far(scene: &Scene) -> Vec<Element> {
    let mut rows = of("dl", "pl");
    let row = |name: &str, class: &str, text: String| {
        el("div")
            .with(of("dt", class).with(name))
            .with(el("dd").with(text))
    };
    for hazard in &scene.plan.hazards {
        rows = rows.with(row(
            "Hazard",
            "red",
            parts::first_sentence(hazard.text.as_str()).into(),
        ));
    }
    for (name, text) in steps_so_far(scene) {
        rows = rows.with(row(name, "", text));
    }
    let show = button("btn", &Action::ShowPlan).with("Show the plan now");
    let sub = of("p", "sub").with("Questions left open count as not sure.");
    vec![el("h2").with("The plan so far"), rows, show, sub]
}

fn steps_so_far(scene: &Scene) -> Vec<(&'static str, String)> {
    let (mut to_do, mut left_out, mut advice) = (Vec::new(), Vec::new(), 0);
    for part in &scene.plan.parts {
        match part {
            Part::Procedure(procedure) => {
                for step in procedure.steps.iter().filter(|step| step.depth == 0) {
                    match step.status {
                        Status::Skip { .. } => left_out.push(step.path.clone()),
                        _ => to_do.push(step.path.clone()),
                    }
                }
            }
            Part::Advice(one) if !matches!(one.status, Status::Skip { .. }) => advice += 1,
            _ => {}
        }
    }
    let mut rows = Vec::new();
    let steps = |paths: &[String]| match paths.len() {
        0..=6 => words::list(paths),
        many => words::count(many, "step"),
    };
    if !to_do.is_empty() {
        rows.push(("Steps", steps(&to_do)));
    }
    if !left_out.is_empty() {
        rows.push(("Left out", steps(&left_out)));
    }
    if advice > 0 {
        rows.push(("Advice", words::count(advice, "thing") + " to do"));
    }
    if !scene.plan.afterwards.is_empty() {
        rows.push(("Afterwards", afterwards(&scene.plan.afterwards)));
    }
    rows
}

fn afterwards(parts: &[Part]) -> String {
    let gates = parts
        .iter()
        .filter(|part| matches!(part, Part::Gate(_)))
        .count();
    let things = parts.len() - gates;
    let mut said = Vec::new();
    if things > 0 {
        said.push(words::count(things, "thing") + " to do");
    }
    if gates > 0 {
        said.push(words::count(gates, "question"));
    }
    said.join(", then ")
}

fn keys(scene: &Scene) -> Element {
    let key = |text: &str| el("kbd").with(text);
    let turn = |on: bool, says: &str| button("lk", &Action::Keys(on)).with(says);
    if !scene.app.keys {
        return of("p", "keys")
            .key("off")
            .with("Keys are off. ")
            .with(turn(true, "Turn keys on"));
    }
    of("p", "keys")
        .key("on")
        .with(key("1"))
        .with(" to ")
        .with(key("9"))
        .with(" answer, ")
        .with(key("B"))
        .with(" back, ")
        .with(key("W"))
        .with(" why, ")
        .with(key("/"))
        .with(" look up. ")
        .with(turn(false, "Turn keys off"))
}

/// The chips above the plan; on a phone they fold into one line.
pub fn chips(scene: &Scene) -> Option<Element> {
    let asked = scene.asked();
    if asked.is_empty() {
        return None;
    }
    let given = asked.iter().filter_map(|question| {
        let answer = scene.app.answers.get(&question.id)?;
        Some(question.say(answer))
    });
    let given: Vec<_> = given.collect();
    let summary = el("summary")
        .with(el("b").with(match given.len() {
            0 => "No answers".into(),
            some => words::count(some, "answer"),
        }))
        .with(of("span", "sub").with(given.join(", ")))
        .with(icon(Icon::Down));
    let chips: Vec<_> = asked.iter().map(|question| chip(scene, question)).collect();
    let fold = of("details", "fold").with(summary);
    let row = of("div", "chips").with(chips);
    Some(
        of("section", "ans")
            .attr("aria-label", "Answers")
            .with(fold)
            .with(row),
    )
}

fn chip(scene: &Scene, question: &Question) -> Element {
    let answer = scene.app.answers.get(&question.id);
    let said = answer.map_or("Not answered".into(), |answer| question.say(answer));
    let press = if answer.is_some() { "Change" } else { "Answer" };
    button("chip", &Action::Change(question.id.clone()))
        .with(
            el("span")
                .with(of("span", "sub").with(parts::topic(question)))
                .with(el("b").with(said)),
        )
        .with(of("span", "lk").with(press))
}
