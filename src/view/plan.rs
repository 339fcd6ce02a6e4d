//! The plan: hazards first, then what to do, what follows, and what was left out.

use super::icon::{Icon, icon};
use super::node::{Element, button, el, of};
use super::{Scene, hazard, message, parts, source, step};
use crate::app::{Action, words};
use crate::plan::{LeftOut, Part, PlanProcedure, Status};

/// The whole plan.
pub fn plan(scene: &Scene) -> Element {
    let plan = &scene.plan;
    let hazards = plan.hazards.iter().map(|one| hazard::warning(scene, one));
    let empty = plan.parts.is_empty() && plan.afterwards.is_empty();
    let nothing = empty.then(|| {
        message::plain(
            false,
            "Nothing is left to do under these answers.",
            "Change an answer, or read the article.",
        )
    });
    of("section", "plan")
        .key("plan")
        .with(head(scene))
        .with(open_questions(scene))
        .with(hazards.collect::<Vec<_>>())
        .with(nothing)
        .with(parts_of(scene, &plan.parts))
        .with(afterwards(scene))
        .with(left_out(scene, &plan.left_out))
}

fn head(scene: &Scene) -> Element {
    let print = button("btn", &Action::Print)
        .with(icon(Icon::Print))
        .with("Print");
    of("div", "ph")
        .with(el("h2").id("plan").attr("tabindex", "-1").with("Plan"))
        .with(of("span", "sub").with(counts(scene)))
        .with(print)
}

/// `1 of 2 steps done, 1 left out`
fn counts(scene: &Scene) -> String {
    let (mut done, mut all, mut left_out) = (0, 0, scene.plan.left_out.len());
    for part in &scene.plan.parts {
        let Part::Procedure(procedure) = part else {
            continue;
        };
        for step in &procedure.steps {
            if matches!(step.status, Status::Skip { .. }) {
                left_out += 1;
                continue;
            }
            all += 1;
            done += usize::from(scene.app.ticks.contains_key(&format!("s{}", step.step.0)));
        }
    }
    let mut said = Vec::new();
    if all > 0 {
        said.push(format!("{done} of {} done", words::count(all, "step")));
    }
    if left_out > 0 {
        said.push(format!("{left_out} left out"));
    }
    said.join(", ")
}

/// Says which questions are open, where the reader went ahead.
fn open_questions(scene: &Scene) -> Option<Element> {
    let open = scene.asked();
    let open = open
        .iter()
        .filter(|question| !scene.app.answers.contains_key(&question.id))
        .count();
    if open == 0 {
        return None;
    }
    let verb = if open == 1 { "is" } else { "are" };
    Some(message::message(&crate::app::Message {
        failure: false,
        head: format!("{} {verb} open.", words::count(open, "question")),
        text: "What hangs on them stays in the plan.".into(),
        button: Some(("Answer now".into(), Action::GoOn)),
    }))
}

/// Parts in order; advice in a row is one list.
fn parts_of(scene: &Scene, parts: &[Part]) -> Vec<Element> {
    let mut nodes: Vec<Element> = Vec::new();
    let mut lines: Vec<Element> = Vec::new();
    let mut under = None;
    for part in parts {
        match part {
            Part::Advice(advice) => {
                let heading = advice.heading.as_ref().filter(|_| under != advice.heading);
                if let Some(heading) = heading {
                    flush(&mut lines, &mut nodes);
                    nodes.push(of("h3", "sec").with(&heading.text));
                }
                under = advice.heading.clone();
                lines.push(step::advice(scene, advice));
            }
            Part::Gate(gate) => lines.extend(step::gate(scene, gate)),
            Part::Procedure(one) => {
                flush(&mut lines, &mut nodes);
                nodes.push(procedure(scene, one));
            }
            Part::Warning(one) => {
                flush(&mut lines, &mut nodes);
                nodes.push(hazard::warning(scene, one));
            }
        }
    }
    flush(&mut lines, &mut nodes);
    nodes
}

fn flush(lines: &mut Vec<Element>, nodes: &mut Vec<Element>) {
    if !lines.is_empty() {
        let lines = std::mem::take(lines);
        nodes.push(of("ul", "steps").attr("role", "list").with(lines));
    }
}

fn procedure(scene: &Scene, procedure: &PlanProcedure) -> Element {
    let heading = procedure.heading.as_ref();
    let many = scene
        .plan
        .parts
        .iter()
        .filter(|part| matches!(part, Part::Procedure(_)))
        .count()
        > 1;
    let heading = heading
        .filter(|_| many)
        .map(|quote| el("h3").with(&quote.text));
    let lead = procedure
        .lead
        .as_ref()
        .map(|lead| of("p", "lead").with(&lead.text));
    let steps: Vec<_> = procedure
        .steps
        .iter()
        .map(|one| step::step(scene, one))
        .collect();
    of("section", "proc")
        .with(heading)
        .with(
            procedure
                .only_if
                .iter()
                .map(parts::only_if)
                .collect::<Vec<_>>(),
        )
        .with(lead)
        .with(of("ol", "steps").attr("role", "list").with(steps))
}

fn afterwards(scene: &Scene) -> Vec<Element> {
    if scene.plan.afterwards.is_empty() {
        return Vec::new();
    }
    let mut nodes = vec![of("h3", "sec").with("Afterwards")];
    nodes.extend(parts_of(scene, &scene.plan.afterwards));
    nodes
}

fn left_out(scene: &Scene, left_out: &[LeftOut]) -> Vec<Element> {
    if left_out.is_empty() {
        return Vec::new();
    }
    let row = |one: &LeftOut| {
        let text = of("div", "tx")
            .with(el("p").with(step::reason(&one.why)))
            .with(of("p", "sup").with(&one.what.text))
            .with(source::quoted(scene, one.what.span));
        of("li", "step adv out")
            .with(of("span", "dash").attr("aria-hidden", "true"))
            .with(text)
    };
    let rows: Vec<_> = left_out.iter().map(row).collect();
    vec![
        of("h3", "sec").with(format!("Left out ({})", left_out.len())),
        of("ul", "steps").attr("role", "list").with(rows),
    ]
}

/// The words in front of an article in which nothing is to be done.
pub fn read_only() -> Element {
    message::plain(false, "Nothing to do here, an article to read.", "")
}
