//! Small pieces that several views share.

use super::Scene;
use super::node::{Element, el, of};
use super::{prose, source};
use crate::app::{Action, words};
use crate::extract::{Detail, Place};
use crate::guide::Question;
use crate::plan::OnlyIf;

/// What a question is about, for a narrow place; the question itself where it has no name.
pub fn topic(question: &Question) -> String {
    let topic = if question.topic.is_empty() {
        &question.text
    } else {
        &question.topic
    };
    words::sentence_case(topic)
}

/// A text as a sentence: a capital first, and a dot where nothing ends it.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let ends = text
        .trim_end_matches(['”', '"', ')'])
        .ends_with(['.', '?', '!', ':']);
    format!(
        "{}{}",
        words::sentence_case(text),
        if ends { "" } else { "." }
    )
}

/// The first sentence of a text.
pub fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..end + 1])
}

/// A box to tick; `says` is its label for a screen reader.
pub fn tick(scene: &Scene, name: &str, says: &str) -> Element {
    let done = scene.app.ticks.contains_key(name);
    let input = el("input")
        .attr("type", "checkbox")
        .id(format!("tick-{name}"))
        .attr("data-action", Action::Tick(name.into()).to_string())
        .attr("aria-label", says)
        .attr_if(done, "checked", "");
    of("label", "tick").with(input)
}

/// What stands beside a line: when it was ticked, and where it comes from. A long name of a place goes
/// under the text.
pub fn margin(scene: &Scene, name: &str, place: &Place) -> Element {
    let long = place.name.chars().count() > 18;
    of("div", if long { "mgn long" } else { "mgn" })
        .with(done(scene, name))
        .with(source::link(scene, place))
}

/// The time at which a line was ticked.
fn done(scene: &Scene, name: &str) -> Option<Element> {
    let time = scene.app.ticks.get(name)?;
    Some(of("span", "done").with(el("b").with("Done ")).with(time))
}

/// A condition that was not decided: `Only if … You were not sure.`
pub fn only_if(one: &OnlyIf) -> Element {
    let clause = one.clause.text.trim_end_matches(['.', ',', ';', ':']);
    let why = if one.not_sure {
        "You were not sure."
    } else {
        "You have not answered this yet."
    };
    of("p", "cond")
        .with(el("b").with(format!("{} {clause}.", one.word)))
        .with(format!(" {why}"))
}

/// What stands under a step or in a labelled box, as it stands in the article. Notes among it are
/// drawn by the caller.
pub fn detail(detail: &Detail) -> Option<Element> {
    match detail {
        Detail::Item(text) => Some(
            of("p", "sup item")
                .with("• ")
                .with(prose::inline(text, None)),
        ),
        Detail::Text(text) => Some(of("p", "sup").with(prose::inline(text, None))),
        Detail::Code(code, _) => Some(el("pre").with(el("code").with(code))),
        Detail::Warning(_) => None,
    }
}
